import { as, type Ctx, type Inside, inTransaction, reading } from "../../../kernel/context.ts";
import { record } from "../../../kernel/event.ts";
import { idFor, newId } from "../../../kernel/id.ts";
import { type Municipality, type SwitchableModule, switchableModules } from "../municipality.ts";
import * as people from "../people/store.ts";
import { addAndInvite } from "../people/usecases.ts";
import * as access from "../store.ts";
import type { Organisation, Team } from "../team.ts";
import { may } from "../usecases.ts";
import type { PlacesFile, SetUp } from "./set-up.ts";
import * as store from "./store.ts";

/** A team as whoever keeps the installation sees it. */
export type PlacedTeam = Pick<Team, "id" | "name" | "function" | "callingNumber" | "mail"> & { organisationId: string };

/** Everybody who works together in one municipality: organisations and their teams. */
export type Places = {
  organisations: Organisation[];
  teams: PlacedTeam[];
  /** Of these organisations nobody manages the people, so that nobody new can come in. */
  withoutAdmin: string[];
  /** These wait for the first who will manage their people, and until when. */
  awaited: { organisationId: string; until: Temporal.Instant }[];
};

/** For whoever keeps the installation; undefined for everybody else. */
export const listPlaces = (ctx: Ctx): Promise<Places | undefined> =>
  may(ctx, "places.manage", {})
    ? reading(ctx, async (ctx) => ({
        organisations: await store.listOrganisations(ctx.db, ctx.municipalityId),
        teams: await store.listTeams(ctx.db, ctx.municipalityId),
        withoutAdmin: await store.listWithoutAdmin(ctx.db),
        awaited: await store.listAwaited(ctx.db),
      }))
    : Promise.resolve(undefined);

/** A team here with all that can be changed of it; undefined for everybody who does not keep the installation. */
export const findPlacedTeam = (ctx: Ctx, teamId: string): Promise<Team | undefined> =>
  may(ctx, "places.manage", {})
    ? reading(ctx, (ctx) => access.findTeam(ctx.db, ctx.municipalityId, teamId))
    : Promise.resolve(undefined);

/** What came of a change: `nameTaken` when the organisation has a team of that name here already. */
export type PlaceChange = "done" | "gone" | "nameTaken" | "hasAdmin";

/** Does something to the places of a municipality; for whoever does not keep the installation there are none. */
const keeping = <Came extends PlaceChange>(ctx: Ctx, act: (ctx: Inside) => Promise<Came>): Promise<Came | "gone"> =>
  may(ctx, "places.manage", {}) ? inTransaction(ctx, act) : Promise.resolve("gone");

/** Events about places are about the municipality itself: the same reference each time. */
const referenceOf = (municipalityId: string): string => idFor(`municipality:${municipalityId}`);

/** What this municipality uses. What it does not use is not there from then on, and nothing that was kept goes away. */
export const useModules = (ctx: Ctx, used: readonly SwitchableModule[]): Promise<"done" | "gone"> =>
  keeping(ctx, async (ctx) => {
    const off = switchableModules.filter((module) => !used.includes(module));
    await store.setModulesOff(ctx.db, ctx.municipalityId, off);
    await record(ctx, "access.modulesChosen", referenceOf(ctx.municipalityId), { off });
    return "done";
  });

/** One that has no team here is not shown here either: what is not there cannot be changed. */
const findHere = async (ctx: Inside, organisationId: string): Promise<Organisation | undefined> =>
  (await store.listOrganisations(ctx.db, ctx.municipalityId)).find(({ id }) => id === organisationId);

/** What an organisation is: its independence, with the reason that residents read, and who answers for its data. */
export const changeOrganisation = (ctx: Ctx, organisation: Organisation): Promise<"done" | "gone"> =>
  keeping(ctx, async (ctx) => {
    if ((await findHere(ctx, organisation.id)) === undefined) return "gone";
    await store.updateOrganisation(ctx.db, organisation);
    await record(ctx, "access.organisationChanged", organisation.id, { independence: organisation.independence });
    return "done";
  });

type TypedTeam = Omit<Team, "id" | "municipalityId" | "organisation">;
/** Who will manage the colleagues of an organisation; whoever keeps the installation may not. */
type FirstAdmin = { name: string; mail: string };

/** A new organisation with its first team, in this municipality, and who manages its colleagues from then on. */
export const settleOrganisation = (
  ctx: Ctx,
  settled: { organisation: Omit<Organisation, "id">; team: TypedTeam; admin: FirstAdmin },
  secret: string,
): Promise<"done" | "gone"> =>
  keeping(ctx, async (ctx) => {
    const organisation = { ...settled.organisation, id: newId() };
    await access.insertOrganisation(ctx.db, organisation);
    await record(ctx, "access.organisationChanged", organisation.id, { independence: organisation.independence });
    const teamId = await addTeamOf(ctx, organisation, settled.team);
    await addFirstAdmin(ctx, { organisationId: organisation.id, teamId }, settled.admin, secret);
    return "done";
  });

/**
 * Gives an organisation somebody who manages its colleagues, at its first team here, as long as nobody does: the first was
 * never named, left, or did not accept the invitation in time.
 */
export const nameFirstAdmin = (
  ctx: Ctx,
  organisationId: string,
  admin: FirstAdmin,
  secret: string,
): Promise<"done" | "gone" | "hasAdmin"> =>
  keeping(ctx, async (ctx) => {
    // Two who name somebody at once, or whoever manages the people meanwhile: one waits for the other.
    await people.lockOrganisation(ctx.db, organisationId);
    const team = (await store.listTeams(ctx.db, ctx.municipalityId)).find(
      (team) => team.organisationId === organisationId,
    );
    if (team === undefined) return "gone";
    if (!(await store.listWithoutAdmin(ctx.db)).includes(organisationId)) return "hasAdmin";
    await addFirstAdmin(ctx, { organisationId, teamId: team.id }, admin, secret);
    return "done";
  });

/**
 * Withdraws the invitation of whoever would manage the people of an organisation, as long as nobody of it ever signed in: the
 * address was mistyped, or somebody else will do it. With the invitation goes the duty. `hasAdmin`: they came meanwhile.
 */
export const withdrawFirstAdmin = (ctx: Ctx, organisationId: string): Promise<"done" | "gone" | "hasAdmin"> =>
  keeping(ctx, async (ctx) => {
    await people.lockOrganisation(ctx.db, organisationId);
    if ((await findHere(ctx, organisationId)) === undefined) return "gone";
    const ended = await store.withdrawFirstAdmin(ctx.db, organisationId);
    for (const { personId, teamId } of ended) {
      await record(ctx, "access.invitationWithdrawn", personId, { organisationId });
      await record(ctx, "access.dutyTaken", personId, { role: "organisation-admin", teamId });
    }
    // A second press finds it withdrawn, as was asked.
    return (await store.listWithoutAdmin(ctx.db)).includes(organisationId) ? "done" : "hasAdmin";
  });

const addFirstAdmin = (
  ctx: Inside,
  at: { organisationId: string; teamId: string },
  admin: FirstAdmin,
  secret: string,
): Promise<string> => addAndInvite(ctx, { ...admin, ...at, role: "organisation-admin", deputyId: null }, secret);

/** Another team of an organisation that is here already. */
export const settleTeam = (ctx: Ctx, organisationId: string, team: TypedTeam): Promise<"done" | "gone" | "nameTaken"> =>
  keeping(ctx, async (ctx) => {
    const organisation = await findHere(ctx, organisationId);
    if (organisation === undefined) return "gone";
    // Of two at once, the second meets the unique index, tries again and finds the first here.
    if ((await findNamed(ctx, organisationId, team.name)) !== undefined) return "nameTaken";
    await addTeamOf(ctx, organisation, team);
    return "done";
  });

const findNamed = (ctx: Inside, organisationId: string, name: string): Promise<string | undefined> =>
  store.findTeamNamed(ctx.db, { municipalityId: ctx.municipalityId, organisationId, name });

async function addTeamOf(ctx: Inside, organisation: Team["organisation"], team: TypedTeam): Promise<string> {
  const id = newId();
  await access.insertTeam(ctx.db, { ...team, id, municipalityId: ctx.municipalityId, organisation });
  await record(ctx, "access.teamAdded", id, { function: team.function });
  return id;
}

/** What a team is called, does, and how and when it is reached. What it promised already keeps its moment; so do its closing days. */
export const changeTeam = (
  ctx: Ctx,
  teamId: string,
  team: Omit<TypedTeam, "closingDays">,
): Promise<"done" | "gone" | "nameTaken"> =>
  keeping(ctx, async (ctx) => {
    const before = await access.findTeam(ctx.db, ctx.municipalityId, teamId);
    if (before === undefined) return "gone";
    const named = await findNamed(ctx, before.organisation.id, team.name);
    if (named !== undefined && named !== teamId) return "nameTaken";
    await store.updateTeam(ctx.db, ctx.municipalityId, { ...team, id: teamId });
    await record(ctx, "access.teamChanged", teamId, { function: team.function });
    return "done";
  });

const country = {
  id: "NL",
  slug: "nederland",
  name: "Nederland",
  parentId: null,
  otherNames: [],
  callbackClock: "working-days",
} satisfies Partial<Municipality>;

/**
 * Adds the places of a file that are not there yet; what is there stays as it is, also when the file says otherwise, but for
 * a municipality that lies in no region yet. All of it or nothing.
 * @throws an Error with a sentence when a municipality is new and its country is not there, or lies in a region that is not.
 */
export const setUpPlaces = (ctx: Ctx, file: PlacesFile): Promise<SetUp[]> =>
  inTransaction(as(ctx, { kind: "system", purpose: "editing" }), async (ctx) => {
    const there = await access.listMunicipalities(ctx.db);
    const found: SetUp[] = [];
    const common = { parentId: "NL", theme: {}, logo: null, modulesOff: [] } as const;
    if (file.country !== undefined) {
      const isNew = !there.some(({ id }) => id === "NL");
      if (isNew) await access.insertMunicipality(ctx.db, { ...common, ...country, desk: file.country.desk });
      found.push({ what: "country", name: "Nederland", id: "NL", isNew });
    } else if (!there.some(({ id }) => id === "NL"))
      throw new Error("`country` is missing: say whom to call where no municipality is chosen.");
    const isRegion = ({ id }: { id: string }) => id.startsWith("RG");
    // A region comes before what lies in it, wherever it stands in the file.
    const places = [
      ...file.municipalities.filter(isRegion),
      ...file.municipalities.filter((place) => !isRegion(place)),
    ];
    for (const { organisations, region, ...municipality } of places) {
      if (region !== undefined && ![...there, ...file.municipalities].some(({ id }) => id === region))
        throw new Error(`${municipality.name} lies in ${region}, which is not there: put that in the file as well.`);
      const old = there.find(({ id }) => id === municipality.id);
      const isNew = old === undefined;
      if (isNew) await access.insertMunicipality(ctx.db, { ...common, ...municipality, parentId: region ?? "NL" });
      found.push({ what: "municipality", name: municipality.name, id: municipality.id, isNew });
      // The one thing that a later file changes: municipalities begin apart, and make a region afterwards.
      if (old?.parentId === "NL" && region !== undefined) {
        await store.putInRegion(ctx.db, municipality.id, region);
        found.push({ what: "region", name: municipality.name, id: region, isNew: true });
      }
      for (const organisation of organisations)
        found.push(...(await setUpOrganisation({ ...ctx, municipalityId: municipality.id }, organisation)));
    }
    return found;
  });

type TypedOrganisation = PlacesFile["municipalities"][number]["organisations"][number];

/** Known by its name: the same organisation works in more than one municipality. */
async function setUpOrganisation(ctx: Inside, { teams, ...typed }: TypedOrganisation): Promise<SetUp[]> {
  const known = await store.findOrganisation(ctx.db, typed.name);
  const id = known ?? newId();
  const { controller = null, privacyMail = null, ...organisation } = typed;
  if (known === undefined) await access.insertOrganisation(ctx.db, { ...organisation, controller, privacyMail, id });
  const found: SetUp[] = [{ what: "organisation", name: typed.name, id, isNew: known === undefined }];
  for (const { hours, closingDays, ...team } of teams) {
    const old = await findNamed(ctx, id, team.name);
    const teamId = old ?? newId();
    if (old === undefined)
      await access.insertTeam(ctx.db, {
        ...team,
        id: teamId,
        municipalityId: ctx.municipalityId,
        organisation: { id, name: typed.name, independence: typed.independence },
        officeHours: hours,
        closingDays: new Set(closingDays),
      });
    found.push({ what: "team", name: team.name, id: teamId, isNew: old === undefined });
  }
  return found;
}

declare module "../../../kernel/event.ts" {
  interface Events {
    "access.modulesChosen": { off: SwitchableModule[] };
    "access.organisationChanged": { independence: Organisation["independence"] };
    "access.teamAdded": { function: Team["function"] };
    "access.teamChanged": { function: Team["function"] };
  }
}
