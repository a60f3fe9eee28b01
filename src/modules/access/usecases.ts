import { as, type Ctx, type Inside, inTransaction, reading } from "../../kernel/context.ts";
import { dayOf } from "../../kernel/day.ts";
import { record } from "../../kernel/event.ts";
import { hashOf, newReference, newToken } from "../../kernel/id.ts";
import { type Municipality, MunicipalityNames } from "./municipality.ts";
import { type Action, grant, grantTeams, type Permit, type TeamPermit } from "./permit.ts";
import type { Colleague, SignedIn } from "./person.ts";
import { sessionIsOver, sessionLength } from "./session.ts";
import * as store from "./store.ts";
import type { Organisation, Team } from "./team.ts";

const signIn = { kind: "system", purpose: "sign-in" } as const;

/** Every tenant: some hundreds of rows that change a few times a year, so the app keeps them (web/tenants.ts). */
export const listMunicipalities = (ctx: Ctx) => reading(ctx, (ctx) => store.listMunicipalities(ctx.db));

export async function getTeam(ctx: Ctx | Inside, teamId: string): Promise<Team> {
  const team = await reading(ctx, (ctx) => store.findTeam(ctx.db, ctx.municipalityId, teamId));
  if (team === undefined) throw new Error("A service point or case names a team that does not exist.");
  return team;
}

/** Setting up an installation: municipalities, organisations, teams and their people. */
export const addMunicipality = (ctx: Inside, municipality: Municipality) =>
  store.insertMunicipality(ctx.db, { ...municipality, ...MunicipalityNames.parse(municipality) });
export const addOrganisation = (ctx: Inside, organisation: Organisation) =>
  store.insertOrganisation(ctx.db, organisation);
export const addTeam = (ctx: Inside, team: Team) => store.insertTeam(ctx.db, team);
export const addPerson = (ctx: Inside, person: Parameters<typeof store.insertPerson>[1]) =>
  store.insertPerson(ctx.db, person);
export const addMember = (ctx: Inside, member: Parameters<typeof store.insertMember>[1]) =>
  store.insertMember(ctx.db, member);

export const listPeople = (ctx: Ctx) => reading(as(ctx, signIn), (ctx) => store.listPeople(ctx.db));

/** Begins a session as this person; undefined when there is no such person. Returns the token for the cookie. */
export function startSession(ctx: Ctx, personId: string): Promise<string | undefined> {
  return inTransaction(as(ctx, signIn), async (ctx) => {
    if ((await store.findPerson(ctx.db, personId)) === undefined) return undefined;
    const token = newToken();
    await store.insertSession(ctx.db, {
      tokenHash: hashOf(token),
      personId,
      beganAt: ctx.now,
      endsAt: ctx.now.add(sessionLength),
    });
    return token;
  });
}

/** Who holds this session, with their teams; undefined when it is over or never was. */
export function findSignedIn(ctx: Ctx, token: string): Promise<SignedIn | undefined> {
  return inTransaction(as(ctx, signIn), async (ctx) => {
    const tokenHash = hashOf(token);
    const session = await store.findSession(ctx.db, tokenHash);
    if (session === undefined) return undefined;
    if (sessionIsOver(session, ctx.now)) {
      await store.deleteSession(ctx.db, tokenHash);
      return undefined;
    }
    // Once a minute is enough to know that somebody is still there.
    if (Temporal.Instant.compare(ctx.now, session.seenAt.add({ minutes: 1 })) > 0)
      await store.touchSession(ctx.db, tokenHash, ctx.now);
    return {
      personId: session.personId,
      name: session.name,
      memberships: await store.listMemberships(ctx.db, session.personId),
    };
  });
}

export const endSession = (ctx: Ctx, token: string): Promise<void> =>
  inTransaction(as(ctx, signIn), (ctx) => store.deleteSession(ctx.db, hashOf(token)));

export async function listColleagues(ctx: Ctx | Inside): Promise<Colleague[]> {
  const { actor } = ctx;
  if (actor.kind !== "person") return [];
  const colleagues = await reading(ctx, (ctx) => store.listColleagues(ctx.db, ctx.municipalityId, actor.teamIds));
  // Whoever forgot to say that they are back is back all the same.
  const today = dayOf(ctx.now).toString();
  return colleagues.map((colleague) =>
    colleague.awayUntil !== null && colleague.awayUntil < today ? { ...colleague, awayUntil: null } : colleague,
  );
}

export const setAway = (ctx: Inside, personId: string, until: string | null) =>
  store.setAway(ctx.db, ctx.municipalityId, personId, until);

/** For alarms only: addresses of the owner, the deputy and the team's leads. */
export const listAlarmAddresses = (ctx: Inside, teamId: string, personIds: string[]) =>
  store.listAlarmAddresses(ctx.db, ctx.municipalityId, teamId, personIds);

export const giveResidentCode = (ctx: Inside, code: { caseId: string; teamId: string; proof: string }) =>
  store.insertResidentCode(ctx.db, { ...code, municipalityId: ctx.municipalityId, madeAt: ctx.now });

/** The same code with other digits: the number it was given for has changed. */
export const changeResidentCode = (ctx: Inside, permit: Permit<"case.write">, proof: string) =>
  store.setResidentProof(ctx.db, ctx.municipalityId, permit, proof);

/**
 * Leave to do something with one case, or undefined: not allowed looks like not there.
 * Whose case it is follows from row-level security; that it was read is recorded with its ground.
 */
export async function permit<A extends Action>(ctx: Inside, action: A, caseId: string): Promise<Permit<A> | undefined> {
  const tie = await store.findCaseTie(ctx.db, ctx.municipalityId, caseId);
  if (tie === undefined) return undefined;
  return grant(action, { caseId: tie.id, teamId: tie.team_id, eventRef: tie.event_ref });
}

/**
 * The case that the actor's own code opens, or undefined: a code that was never given and one with wrong digits take
 * the same steps. Each try is one event: a reading of that case, or a refusal about nothing that anybody can find.
 */
export async function permitByCode(ctx: Inside): Promise<Permit<"case.read"> | undefined> {
  const tie = await store.findCaseByCode(ctx.db, ctx.municipalityId);
  if (tie === undefined) {
    await record(ctx, "access.codeRefused", newReference(), {});
    return undefined;
  }
  await record(ctx, "access.fileRead", tie.event_ref, { ground: "own-code" });
  return grant("case.read", { caseId: tie.id, teamId: tie.team_id, eventRef: tie.event_ref });
}

/** Leave to see the lists of one's own teams: for whoever is at work, and nobody else. */
export const permitTeams = ({ actor }: Ctx | Inside): TeamPermit | undefined =>
  actor.kind === "person" && actor.teamIds.length > 0 ? grantTeams(actor.teamIds) : undefined;

/** A new case at a team: whoever takes a request in may write what was asked, and read nothing else. */
export const permitIntake = (opened: { caseId: string; teamId: string; eventRef: string }): Permit<"case.write"> =>
  grant("case.write", opened);

/** Notes that a file was opened by a person at work, once per opening of the page. */
export const recordReading = (ctx: Inside, permit: Permit<"case.read">) =>
  record(ctx, "access.fileRead", permit.eventRef, { ground: "own-team" });
