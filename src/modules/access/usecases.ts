import { as, type Ctx, type Inside, inTransaction, reading } from "../../kernel/context.ts";
import { dayOf } from "../../kernel/day.ts";
import { record } from "../../kernel/event.ts";
import { hashOf, newId, newReference, newToken } from "../../kernel/id.ts";
import { type Claims, knownAs, type TeamRule, teamsOf } from "./identity.ts";
import { type Municipality, MunicipalityNames } from "./municipality.ts";
import { grant, grantTeams, type Permit, type TeamPermit } from "./permit.ts";
import type { Colleague, SignedIn } from "./person.ts";
import { byDay, type ReadingsOfDay } from "./reading.ts";
import { type Action, groundFor } from "./rights.ts";
import { endOf, idleSince, type OwnSession, sessionIsOver, sessionLength } from "./session.ts";
import * as store from "./store.ts";
import type { Organisation, Team } from "./team.ts";

const signIn = { kind: "system", purpose: "sign-in" } as const;
const provisioning = { kind: "system", purpose: "provisioning" } as const;

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

/** A person for this identity of a provider: for people who are added by hand, as those of the example world are. */
export const addIdentity = (ctx: Inside, identity: Parameters<typeof store.insertIdentity>[1]) =>
  store.insertIdentity(ctx.db, identity);

/** An identity provider as the rules of signing in see it; how to reach it is in config/identity-providers.ts. */
export type Provider = { key: string; organisationId: string | null; teams: readonly TeamRule[] };

export type SignInOutcome =
  | { kind: "signedIn"; token: string }
  /** The provider knows them, but nobody here gave them a team. */
  | { kind: "noTeam" };

/**
 * Signs in whoever the provider says this is. With rules for teams, the provider's claims give and take the teams of its
 * own organisation; without rules, only people who were added by hand come in. The session's token is for the cookie.
 */
export function signInWith(
  ctx: Ctx,
  provider: Provider,
  given: { claims: Claims; idToken: string | null; device: string },
): Promise<SignInOutcome> {
  return inTransaction(as(ctx, provisioning), async (ctx) => {
    const known = knownAs(given.claims);
    if (known === undefined) return { kind: "noTeam" };
    await store.lockIdentity(ctx.db, provider.key, known.subject);
    const before = await store.findIdentity(ctx.db, provider.key, known.subject);
    const teams = teamsOf(given.claims, provider.teams);
    if (before === undefined && teams.length === 0) return { kind: "noTeam" };
    const personId = before ?? newId();
    if (before === undefined) {
      await store.insertPerson(ctx.db, { id: personId, name: known.name, mail: known.mail });
      await store.insertIdentity(ctx.db, { provider: provider.key, subject: known.subject, personId });
    }
    if (provider.organisationId !== null && provider.teams.length > 0) {
      if (before !== undefined) await store.updatePerson(ctx.db, { id: personId, name: known.name, mail: known.mail });
      await store.setGivenTeams(ctx.db, personId, { ...provider, organisationId: provider.organisationId }, teams);
    }
    if ((await store.listMemberships(ctx.db, personId)).length === 0) return { kind: "noTeam" };
    const token = newToken();
    await store.insertSession(ctx.db, {
      tokenHash: hashOf(token),
      personId,
      beganAt: ctx.now,
      endsAt: ctx.now.add(sessionLength),
      provider: provider.key,
      idToken: given.idToken,
      device: given.device,
    });
    await record(ctx, "access.signedIn", personId, { provider: provider.key });
    return { kind: "signedIn", token };
  });
}

/** Where I am signed in. */
export function listMySessions(ctx: Ctx): Promise<OwnSession[]> {
  const { actor } = ctx;
  if (actor.kind !== "person") return Promise.resolve([]);
  return reading(ctx, async (ctx) =>
    (await store.listSessions(ctx.db, actor.personId, ctx.now)).filter((session) => !sessionIsOver(session, ctx.now)),
  );
}

/** Signs me out elsewhere, at once. A session that is not mine, or gone already, is nothing to end. */
export const endMySession = (ctx: Ctx, sessionId: string): Promise<void> =>
  inTransaction(ctx, async (ctx) => {
    if (ctx.actor.kind === "person") await store.deleteOwnSession(ctx.db, ctx.actor.personId, sessionId);
  });

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
    const endsAt = endOf({ ...session, seenAt: ctx.now });
    return {
      sessionId: session.id,
      personId: session.personId,
      name: session.name,
      endsAt,
      canStay: Temporal.Instant.compare(endsAt, session.endsAt) < 0,
      memberships: await store.listMemberships(ctx.db, session.personId),
    };
  });
}

/** Ends a session; returns with which provider it began, so that it can be ended there as well. */
export const endSession = (
  ctx: Ctx,
  token: string,
): Promise<{ provider: string; idToken: string | null } | undefined> =>
  inTransaction(as(ctx, signIn), async (ctx) => {
    const session = await store.findSession(ctx.db, hashOf(token));
    await store.deleteSession(ctx.db, hashOf(token));
    return session?.provider == null ? undefined : { provider: session.provider, idToken: session.idToken };
  });

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

/** Who works in this team now, whatever their role. */
export const listMemberIds = (ctx: Inside, teamId: string): Promise<string[]> =>
  store.listMemberIds(ctx.db, ctx.municipalityId, teamId);

/** Sessions that are over are of no use to anybody: they go. */
export const forgetEndedSessions = (ctx: Ctx): Promise<void> =>
  inTransaction(as(ctx, signIn), (ctx) => store.deleteEndedSessions(ctx.db, ctx.now, idleSince(ctx.now)));

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
  if (tie === undefined || groundFor(action, ctx.actor, tie.team_id) === undefined) return undefined;
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

/**
 * When the question that the actor's own code opens was looked at, on which ground, and with whom it is; undefined when it opens none.
 * Asking is no reading of the question itself: nothing of it is shown.
 */
export const listOwnReadings = (ctx: Ctx): Promise<{ team: Team; days: ReadingsOfDay[] } | undefined> =>
  reading(ctx, async (ctx) => {
    const tie = await store.findCaseByCode(ctx.db, ctx.municipalityId);
    if (tie === undefined) return undefined;
    const days = byDay(await store.listReadings(ctx.db, ctx.municipalityId, tie.event_ref));
    return { team: await getTeam(ctx, tie.team_id), days };
  });

/** Leave to see the lists of one's own teams: for whoever is at work, and nobody else. */
export const permitTeams = ({ actor }: Ctx | Inside): TeamPermit | undefined =>
  actor.kind === "person" && actor.teamIds.length > 0
    ? grantTeams(actor.teamIds.filter((teamId) => groundFor("team.list", actor, teamId) !== undefined))
    : undefined;

/** Whether the table of rights lets the actor do this in this team, where no case is opened for it. */
export const may = ({ actor }: Ctx | Inside, action: Action, teamId: string): boolean =>
  groundFor(action, actor, teamId) !== undefined;

/** A new case at a team: whoever takes a request in may write what was asked, and read nothing else. */
export const permitIntake = (opened: { caseId: string; teamId: string; eventRef: string }): Permit<"case.write"> =>
  grant("case.write", opened);

/** Notes that a file was opened by a person at work, once per opening of the page. */
export const recordReading = (ctx: Inside, permit: Permit<"case.read">) =>
  record(ctx, "access.fileRead", permit.eventRef, { ground: "own-team" });
