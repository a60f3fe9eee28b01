import { as, type Ctx, type Inside, reading } from "../../kernel/context.ts";
import { dayOf } from "../../kernel/day.ts";
import { record } from "../../kernel/event.ts";
import { newReference } from "../../kernel/id.ts";
import { type Municipality, MunicipalityNames } from "./municipality.ts";
import {
  grant,
  grantLooking,
  grantTeams,
  grantTrail,
  grantWatch,
  grantWatchingRequests,
  type LookPermit,
  type Permit,
  type RequestWatchPermit,
  type TeamPermit,
  type TrailPermit,
  type WatchPermit,
} from "./permit.ts";
import type { Colleague } from "./person.ts";
import { byDay, type ReadingsOfDay } from "./reading.ts";
import { type Action, groundFor, type Subject } from "./rights.ts";
import * as store from "./store.ts";
import type { Organisation, Team } from "./team.ts";

/** Every tenant: some hundreds of rows that change a few times a year, so the app keeps them (web/tenants.ts). */
export const listMunicipalities = (ctx: Ctx | Inside) => reading(ctx, (ctx) => store.listMunicipalities(ctx.db));

export async function getTeam(ctx: Ctx | Inside, teamId: string): Promise<Team> {
  const team = await reading(ctx, (ctx) => store.findTeam(ctx.db, ctx.municipalityId, teamId));
  if (team === undefined) throw new Error("A service point or case names a team that does not exist.");
  return team;
}

/** Everybody with a team here, by organisation. */
export const listTeams = (ctx: Ctx): Promise<Team[]> =>
  reading(ctx, (ctx) => store.listTeams(ctx.db, ctx.municipalityId));

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

export const listPeople = (ctx: Ctx) =>
  reading(as(ctx, { kind: "system", purpose: "sign-in" }), (ctx) => store.listPeople(ctx.db));

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

/** Names of those who stand in for me, by id. */
export async function namesOfDeputies(ctx: Ctx): Promise<Map<string, string>> {
  const { actor } = ctx;
  if (actor.kind !== "person") return new Map();
  const deputies = await reading(ctx, (ctx) => store.listDeputies(ctx.db, ctx.municipalityId, actor.personId));
  return new Map(deputies.map(({ id, name }) => [id, name]));
}

export const setAway = (ctx: Inside, personId: string, until: string | null) =>
  store.setAway(ctx.db, ctx.municipalityId, personId, until);

/** Who works in this team now, whatever their role. */
export const listMemberIds = (ctx: Inside, teamId: string): Promise<string[]> =>
  store.listMemberIds(ctx.db, ctx.municipalityId, teamId);

/** For alarms only: addresses of the owner, the deputy and the team's leads. */
export const listAlarmAddresses = (ctx: Inside, teamId: string, personIds: string[]) =>
  store.listAlarmAddresses(ctx.db, ctx.municipalityId, teamId, personIds);

/** For alarms only: addresses of the team's leads and of its organisation's privacy officers. */
export const listWatchers = (ctx: Inside, teamId: string) => store.listWatchers(ctx.db, ctx.municipalityId, teamId);

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
  const own = groundFor(action, ctx.actor, { teamId: tie.team_id });
  // Only for a file of another team: most are of one's own.
  const shared = own === undefined ? await store.findSharedGround(ctx.db, ctx.municipalityId, caseId) : undefined;
  const ground = own ?? groundFor(action, ctx.actor, { teamId: tie.team_id, shared });
  return ground && grant(action, { caseId: tie.id, teamId: tie.team_id, eventRef: tie.event_ref, ground });
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
  return grant("case.read", {
    caseId: tie.id,
    teamId: tie.team_id,
    eventRef: tie.event_ref,
    ground: "own-code",
  });
}

/** Which question the actor's own code opens, without opening it. */
export const findOwnCaseId = (ctx: Ctx): Promise<string | undefined> =>
  reading(ctx, async (ctx) => (await store.findCaseByCode(ctx.db, ctx.municipalityId))?.id);

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

/** The same for whoever may read the file: as the resident sees it, without a name. */
export const listReadings = async (ctx: Inside, permit: Permit<"case.read">): Promise<ReadingsOfDay[]> =>
  byDay(await store.listReadings(ctx.db, ctx.municipalityId, permit.eventRef));

/** Leave to see the lists of one's own teams: for whoever is at work, and nobody else. */
export const permitTeams = ({ actor }: Ctx | Inside): TeamPermit | undefined =>
  actor.kind === "person" && actor.teamIds.length > 0
    ? grantTeams(actor.teamIds.filter((teamId) => groundFor("team.list", actor, { teamId }) !== undefined))
    : undefined;

/** Leave to watch what this team owes: for a program of its organisation. A team elsewhere is one that is not there. */
export const permitWatch = ({ actor }: Ctx | Inside, teamId: string): WatchPermit | undefined =>
  groundFor("promise.watch", actor, { teamId }) === undefined ? undefined : grantWatch(teamId);

/** Whether the table of rights lets the actor do this in this team or organisation, where no case is opened for it. */
export const may = ({ actor }: Ctx | Inside, action: Action, subject: Subject): boolean =>
  groundFor(action, actor, subject) !== undefined;

/** Whether the table of rights lets the actor do this in any team or organisation of theirs here. */
export const maySomewhere = ({ actor }: Ctx | Inside, action: Action): boolean =>
  actor.kind === "person" &&
  [...actor.teamIds.map((teamId) => ({ teamId })), ...(actor.duties ?? [])].some(
    (subject) => groundFor(action, actor, subject) !== undefined,
  );

/** The organisations in which the table of rights lets the actor do this. */
export const organisationsWhere = ({ actor }: Ctx | Inside, action: Action): string[] =>
  actor.kind === "person"
    ? [...new Set((actor.duties ?? []).map(({ organisationId }) => organisationId))].filter(
        (organisationId) => groundFor(action, actor, { organisationId }) !== undefined,
      )
    : [];

/** The organisations in which the actor may do this, by name. */
export async function listOwnOrganisations(ctx: Ctx, action: Action): Promise<{ id: string; name: string }[]> {
  const ids = organisationsWhere(ctx, action);
  return ids.length === 0 ? [] : reading(ctx, (ctx) => store.listOrganisationNames(ctx.db, ids));
}

/** Leave to see the trail of the organisations that one watches over. */
export const permitTrail = (ctx: Ctx | Inside): TrailPermit | undefined => {
  const organisationIds = organisationsWhere(ctx, "trail.search");
  return organisationIds.length === 0 ? undefined : grantTrail(organisationIds);
};

/** Leave to look at unusual reading; which of it is decided for each. */
export const permitLooking = (ctx: Ctx | Inside): LookPermit | undefined =>
  maySomewhere(ctx, "reading.judge") ? grantLooking() : undefined;

/** Leave to see when the teams of an organisation must answer; which teams is decided by the database. */
export const permitWatchingRequests = (ctx: Ctx | Inside): RequestWatchPermit | undefined =>
  organisationsWhere(ctx, "request.list").length === 0 ? undefined : grantWatchingRequests();

/** A new case at a team: whoever takes a request in may write what was asked, and read nothing else. */
export const permitIntake = (opened: { caseId: string; teamId: string; eventRef: string }): Permit<"case.write"> =>
  grant("case.write", { ...opened, ground: "intake" });

/** Notes that a file was opened by a person at work, once per opening of the page. */
export const recordReading = (ctx: Inside, permit: Permit<"case.read">) =>
  record(ctx, "access.fileRead", permit.eventRef, { ground: permit.ground });
