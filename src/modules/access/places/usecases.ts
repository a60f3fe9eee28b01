import { type Ctx, type Inside, inTransaction, reading } from "../../../kernel/context.ts";
import { record } from "../../../kernel/event.ts";
import { idFor, newId } from "../../../kernel/id.ts";
import { type SwitchableModule, switchableModules } from "../municipality.ts";
import * as access from "../store.ts";
import type { Organisation, Team } from "../team.ts";
import { may } from "../usecases.ts";
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

declare module "../../../kernel/event.ts" {
  interface Events {
    "access.modulesChosen": { off: SwitchableModule[] };
    "access.organisationChanged": { independence: Organisation["independence"] };
    "access.teamAdded": { function: Team["function"] };
  }
}
