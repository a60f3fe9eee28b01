import { type Ctx, type Inside, inTransaction, reading } from "../../../kernel/context.ts";
import { dayOf } from "../../../kernel/day.ts";
import { record } from "../../../kernel/event.ts";
import { idOfForm } from "../../../kernel/id.ts";
import { may, maySomewhere, organisationsWhere } from "../../access/index.ts";
import { searchableOf, searchVector } from "../search/usecases.ts";
import { type Service, ServiceDetails } from "../service.ts";
import type { ServicePoint } from "../service-point.ts";
import { insertPoint, insertService } from "../store.ts";
import { type Change, changesBetween, type Entry, readField, rebase, rewind, undo } from "./change.ts";
import { entryOf } from "./entry.ts";
import * as store from "./store.ts";

declare module "../../../kernel/event.ts" {
  interface Events {
    "directory.entryAdded": { organisationId: string };
    /** `fields`: which, without what they say and without which point. */
    "directory.entryChanged": { version: number; fields: string[] };
  }
}

/** Whether whoever asks keeps all of this municipality or region: an editor of the municipality itself. */
export async function keepsAll(ctx: Inside): Promise<boolean> {
  const keepers = await store.listKeepers(ctx.db, ctx.municipalityId);
  return keepers.some((organisationId) => may(ctx, "directory.edit", { organisationId }));
}

/** Whether whoever asks keeps this entry: its organisation's editor, or the municipality's own. */
export const mayEdit = async (ctx: Inside, organisationId: string): Promise<boolean> =>
  may(ctx, "directory.edit", { organisationId }) || (await keepsAll(ctx));

export type ListedEntry = { service: Service; isMine: boolean };

export type EntriesAsked = {
  /** A part of the name of the entry or of its organisation. */
  name?: string | undefined;
  /** Only what whoever asks keeps. */
  mine?: boolean;
  /** Only what nobody looked at for half a year. */
  unchecked?: boolean;
  page: number;
  perPage: number;
};

/**
 * One page of what is published here, with which of it whoever asks keeps, and how many there are of these in all; undefined
 * for who keeps nothing.
 */
export const listEntries = (
  ctx: Ctx,
  { name, mine = false, unchecked = false, page, perPage }: EntriesAsked,
): Promise<{ entries: ListedEntry[]; count: number; keepsAll: boolean } | undefined> =>
  maySomewhere(ctx, "directory.edit")
    ? reading(ctx, async (ctx) => {
        const all = await keepsAll(ctx);
        const choice = {
          name,
          organisationIds: mine && !all ? organisationsWhere(ctx, "directory.edit") : undefined,
          dueOn: unchecked ? dayOf(ctx.now).toString() : undefined,
        };
        const rows = { limit: perPage, offset: (page - 1) * perPage };
        const services = await store.listEntries(ctx.db, ctx.municipalityId, choice, rows);
        const entries = services.map((service) => ({
          service,
          isMine: all || may(ctx, "directory.edit", { organisationId: service.organisation.id }),
        }));
        return { entries, count: await store.countEntries(ctx.db, ctx.municipalityId, choice), keepsAll: all };
      })
    : Promise.resolve(undefined);

/** An entry of this municipality for whoever keeps it, withdrawn or not; undefined for everybody else. */
export const findEntry = (ctx: Ctx, id: string): Promise<Service | undefined> =>
  reading(ctx, async (ctx) => {
    const service = await store.findEntry(ctx.db, ctx.municipalityId, id);
    return service !== undefined && (await mayEdit(ctx, service.organisation.id)) ? service : undefined;
  });

/** The organisations for which whoever asks may add something, by name. */
export const listEditedOrganisations = (ctx: Ctx): Promise<{ id: string; name: string }[]> =>
  reading(ctx, async (ctx) => {
    const all = await keepsAll(ctx);
    const here = await store.listOrganisationsHere(ctx.db, ctx.municipalityId);
    return here.filter(({ id }) => all || may(ctx, "directory.edit", { organisationId: id }));
  });

export type EntryChange =
  | { kind: "done"; version: number }
  /** Everything said so already. */
  | { kind: "nothing" }
  /**
   * Somebody else changed it since: `entry` is what I changed laid over that, `conflicts` what of theirs cannot stand beside
   * it. Nothing is stored; who saves this version stores what they see.
   */
  | { kind: "meanwhile"; entry: Entry; version: number; revisions: store.Revision[]; conflicts: Change[] }
  | { kind: "gone" };

/** What somebody makes of the entry that they began with. */
export type EditedEntry = { version: number; reason: string; edit: (base: Entry) => Entry };

/** Changes an entry, as somebody sees it who began at this version. */
export const changeEntry = (
  ctx: Ctx | Inside,
  id: string,
  { version, reason, edit }: EditedEntry,
): Promise<EntryChange> =>
  inTransaction(ctx, async (ctx) => {
    await store.lockEntry(ctx.db, ctx.municipalityId, id);
    const service = await store.findEntry(ctx.db, ctx.municipalityId, id);
    if (service === undefined || !(await mayEdit(ctx, service.organisation.id)) || version > service.version)
      return { kind: "gone" };
    const theirs = entryOf(service);
    if (version === service.version) return keepChange(ctx, service, edit(theirs), reason);
    const revisions = await store.listRevisions(ctx.db, { municipalityId: ctx.municipalityId, id }, version);
    const base = revisions.reduce((entry, { changes }) => rewind(entry, changes), theirs);
    const { entry, conflicts } = rebase({ base, mine: edit(base), theirs });
    return { kind: "meanwhile", entry, version: service.version, revisions, conflicts };
  });

export type UndoneChange = EntryChange | { kind: "changedSince" };

/** Takes one change back, as a change of its own; what was changed once more since stays as it is. */
export const undoChange = (ctx: Ctx, id: string, version: number, reason: string): Promise<UndoneChange> =>
  inTransaction(ctx, async (ctx): Promise<UndoneChange> => {
    await store.lockEntry(ctx.db, ctx.municipalityId, id);
    const service = await store.findEntry(ctx.db, ctx.municipalityId, id);
    if (service === undefined || !(await mayEdit(ctx, service.organisation.id))) return { kind: "gone" };
    const [revision] = (
      await store.listRevisions(ctx.db, { municipalityId: ctx.municipalityId, id }, version - 1)
    ).filter((revision) => revision.version === version);
    if (revision === undefined) return { kind: "gone" };
    const { entry, kept } = undo(entryOf(service), revision.changes);
    return kept.length === revision.changes.length ? { kind: "changedSince" } : keepChange(ctx, service, entry, reason);
  });

async function keepChange(ctx: Inside, service: Service, entry: Entry, reason: string): Promise<EntryChange> {
  if (ctx.actor.kind !== "person") return { kind: "gone" };
  const { municipalityId } = ctx;
  const before = entryOf(service);
  const changes = changesBetween(before, entry);
  if (changes.length === 0) return { kind: "nothing" };
  // Whoever waits for a call asked it of this point.
  const isNeeded = ({ id, teamId }: ServicePoint) => teamId !== null && entry.points[id] === undefined;
  if (service.points.some(isNeeded)) return { kind: "gone" };
  const version = service.version + 1;
  const at = { municipalityId, id: service.id };
  await store.updateService(ctx.db, at, entry.service, {
    vector: searchVector(searchableOf({ ...entry.service, organisation: service.organisation })),
    version,
    at: ctx.now,
  });
  for (const id of new Set(changes.flatMap(({ field }) => readField(field).pointId ?? []))) {
    const content = entry.points[id];
    if (content === undefined) await store.deletePoint(ctx.db, { municipalityId, id });
    else if (before.points[id] === undefined)
      await insertPoint(ctx.db, municipalityId, newPoint(id, service.id, content));
    else await store.updatePoint(ctx.db, { municipalityId, id }, content);
  }
  await store.insertRevision(ctx.db, at, { version, at: ctx.now, personId: ctx.actor.personId, reason, changes });
  const fields = changes.map(({ field }) => {
    const { pointId, key } = readField(field);
    return pointId === undefined ? key : `point:${key}`;
  });
  await record(ctx, "directory.entryChanged", service.id, { version, fields: [...new Set(fields)] });
  return { kind: "done", version };
}

/** Nobody calls back from a new point: which team does is of whoever leads it. */
const newPoint = (id: string, serviceId: string, content: Entry["points"][string]): ServicePoint => ({
  ...content,
  id,
  serviceId,
  teamId: null,
  closingDays: new Set(),
});

/** Nothing was said yet. */
const emptyContent = (): Entry["service"] => ({
  ...ServiceDetails.parse({}),
  kind: "desk",
  name: { nl: "" },
  sentence: { nl: "" },
  themes: [],
  functions: [],
  audience: { nl: "" },
  forProfessionals: false,
  cost: "unknown",
  toBring: { nl: "" },
  result: { nl: "" },
  website: null,
  sourceUrl: null,
  asOf: null,
  withdrawn: false,
});

/**
 * Something new of one of their organisations. Its points come afterwards.
 * @param isChecked they asked the organisation. @param formKey the same form sent twice adds one.
 * @returns "named": the organisation offers something with this name already, which residents could not tell apart.
 */
export const addEntry = (
  ctx: Ctx,
  organisationId: string,
  content: (empty: Entry["service"]) => Entry["service"],
  { isChecked, formKey }: { isChecked: boolean; formKey?: string | undefined },
): Promise<{ kind: "done" | "named"; id: string } | { kind: "gone" }> =>
  inTransaction(ctx, async (ctx) => {
    const here = await store.listOrganisationsHere(ctx.db, ctx.municipalityId);
    const organisation = here.find(({ id }) => id === organisationId);
    if (organisation === undefined || !(await mayEdit(ctx, organisationId))) return { kind: "gone" };
    const added = content(emptyContent());
    const id = idOfForm(organisationId, formKey, added.name.nl);
    await store.lockNames(ctx.db, ctx.municipalityId, organisationId);
    const named = await store.findNamed(ctx.db, ctx.municipalityId, organisationId, { id, name: added.name.nl });
    if (named !== undefined) return { kind: named === id ? "done" : "named", id: named };
    const service: Service = {
      ...added,
      municipalityId: ctx.municipalityId,
      id,
      organisation: { ...organisation, independence: "unknown", reason: { nl: "" } },
      checkedOn: isChecked ? dayOf(ctx.now).toString() : null,
      version: 1,
      points: [],
    };
    await insertService(ctx.db, service, searchVector(searchableOf(service)));
    await record(ctx, "directory.entryAdded", id, { organisationId });
    return { kind: "done", id };
  });

/** Newest first; undefined for who does not keep this entry. */
export const listHistory = (
  ctx: Ctx,
  id: string,
): Promise<{ service: Service; revisions: store.Revision[] } | undefined> =>
  reading(ctx, async (ctx) => {
    const service = await store.findEntry(ctx.db, ctx.municipalityId, id);
    if (service === undefined || !(await mayEdit(ctx, service.organisation.id))) return undefined;
    return { service, revisions: await store.listRevisions(ctx.db, { municipalityId: ctx.municipalityId, id }) };
  });
