import { as, type Ctx, type Inside, inTransaction, reading } from "../../../kernel/context.ts";
import { record } from "../../../kernel/event.ts";
import { idFor, newId } from "../../../kernel/id.ts";
import { type Municipality, type SwitchableModule, switchableModules } from "../municipality.ts";
import * as access from "../store.ts";
import type { Organisation, Team } from "../team.ts";
import { may } from "../usecases.ts";
import type { PlacesFile, SetUp } from "./set-up.ts";
import * as store from "./store.ts";

/** A team as whoever keeps the installation sees it. */
export type PlacedTeam = Pick<Team, "id" | "name" | "function" | "callingNumber" | "mail"> & { organisationId: string };

/** Everybody who works together in one municipality: organisations and their teams. */
export type Places = { organisations: Organisation[]; teams: PlacedTeam[] };

/** For whoever keeps the installation; undefined for everybody else. */
export const listPlaces = (ctx: Ctx): Promise<Places | undefined> =>
  may(ctx, "places.manage", {})
    ? reading(ctx, async (ctx) => ({
        organisations: await store.listOrganisations(ctx.db, ctx.municipalityId),
        teams: await store.listTeams(ctx.db, ctx.municipalityId),
      }))
    : Promise.resolve(undefined);

/** Does something to the places of a municipality; false for whoever does not keep the installation. */
const keeping = (ctx: Ctx, act: (ctx: Inside) => Promise<boolean>): Promise<boolean> =>
  may(ctx, "places.manage", {}) ? inTransaction(ctx, act) : Promise.resolve(false);

/** Events about places are about the municipality itself: the same reference each time. */
const referenceOf = (municipalityId: string): string => idFor(`municipality:${municipalityId}`);

/** What this municipality uses. What it does not use is not there from then on, and nothing that was kept goes away. */
export const useModules = (ctx: Ctx, used: readonly SwitchableModule[]): Promise<boolean> =>
  keeping(ctx, async (ctx) => {
    const off = switchableModules.filter((module) => !used.includes(module));
    await store.setModulesOff(ctx.db, ctx.municipalityId, off);
    await record(ctx, "access.modulesChosen", referenceOf(ctx.municipalityId), { off });
    return true;
  });

/** What an organisation is: its independence, with the reason that residents read, and who answers for its data. */
export const changeOrganisation = (ctx: Ctx, organisation: Organisation): Promise<boolean> =>
  keeping(ctx, async (ctx) => {
    if (!(await store.updateOrganisation(ctx.db, organisation))) return false;
    await record(ctx, "access.organisationChanged", organisation.id, { independence: organisation.independence });
    return true;
  });

/** A new organisation with its first team, in this municipality. */
export const settleOrganisation = (
  ctx: Ctx,
  organisation: Omit<Organisation, "id">,
  team: Omit<Team, "id" | "municipalityId" | "organisation">,
): Promise<boolean> =>
  keeping(ctx, async (ctx) => {
    const id = newId();
    await access.insertOrganisation(ctx.db, { ...organisation, id });
    await record(ctx, "access.organisationChanged", id, { independence: organisation.independence });
    return addTeamOf(ctx, { id, name: organisation.name, independence: organisation.independence }, team);
  });

/** Another team of an organisation that is here already. */
export const settleTeam = (
  ctx: Ctx,
  organisationId: string,
  team: Omit<Team, "id" | "municipalityId" | "organisation">,
): Promise<boolean> =>
  keeping(ctx, async (ctx) => {
    const here = await store.listOrganisations(ctx.db, ctx.municipalityId);
    const organisation = here.find(({ id }) => id === organisationId);
    return organisation === undefined ? false : addTeamOf(ctx, organisation, team);
  });

async function addTeamOf(
  ctx: Inside,
  organisation: Team["organisation"],
  team: Omit<Team, "id" | "municipalityId" | "organisation">,
): Promise<boolean> {
  const id = newId();
  await access.insertTeam(ctx.db, { ...team, id, municipalityId: ctx.municipalityId, organisation });
  await record(ctx, "access.teamAdded", id, { function: team.function });
  return true;
}

const country = {
  id: "NL",
  slug: "nederland",
  name: "Nederland",
  parentId: null,
  otherNames: [],
  callbackClock: "working-days",
} satisfies Partial<Municipality>;

/**
 * Adds the places of a file that are not there yet; what is there stays as it is, also when the file says otherwise. All of
 * it or nothing.
 * @throws an Error with a sentence when a municipality is new and its country is not there.
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
    for (const { organisations, ...municipality } of file.municipalities) {
      const isNew = !there.some(({ id }) => id === municipality.id);
      if (isNew) await access.insertMunicipality(ctx.db, { ...common, ...municipality });
      found.push({ what: "municipality", name: municipality.name, id: municipality.id, isNew });
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
  const here = (await store.listTeams(ctx.db, ctx.municipalityId)).filter(
    ({ organisationId }) => organisationId === id,
  );
  for (const { hours, closingDays, ...team } of teams) {
    const old = here.find(({ name }) => name === team.name);
    const teamId = old?.id ?? newId();
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
  }
}
