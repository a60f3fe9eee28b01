import { type Ctx, type Inside, inTransaction, reading } from "../../../kernel/context.ts";
import { record } from "../../../kernel/event.ts";
import { may } from "../../access/index.ts";
import { listOrganisationsHere } from "../editing/store.ts";
import { keepsAll } from "../editing/usecases.ts";
import { fieldsBetween, rebaseFields, rewindFields, undoFields } from "../fields.ts";
import type { Service } from "../service.ts";
import type { OrganisationProfile, ProfileContent, ProfileField } from "./profile.ts";
import * as store from "./store.ts";

declare module "../../../kernel/event.ts" {
  interface Events {
    /** `fields`: which, without what they say. */
    "directory.profileChanged": { version: number; fields: ProfileField[] };
  }
}

/** An organisation with what it offers here; undefined when it offers nothing here. */
export const findOrganisation = (
  ctx: Ctx,
  chain: readonly string[],
  id: string,
): Promise<{ profile: OrganisationProfile; offer: Service[] } | undefined> =>
  reading(ctx, async (ctx) => {
    const offer = await store.listOffer(ctx.db, chain, id);
    const profile = offer.length === 0 ? undefined : await store.findProfile(ctx.db, id);
    return profile && { profile, offer };
  });

/** Who else is in the houses where this can be had. */
export const listHousemates = (ctx: Ctx, service: Service): Promise<store.Housemate[]> =>
  reading(ctx, (ctx) => store.listHousemates(ctx.db, service));

/**
 * Its own editor keeps what an organisation tells of itself; an editor of the municipality does when it is here and nowhere
 * else: what other municipalities read too is not theirs to write.
 */
async function keepsProfile(ctx: Inside, id: string): Promise<boolean> {
  if (may(ctx, "directory.edit", { organisationId: id })) return true;
  if (!(await keepsAll(ctx)) || (await store.worksElsewhere(ctx.db, ctx.municipalityId, id))) return false;
  return (await listOrganisationsHere(ctx.db, ctx.municipalityId)).some((here) => here.id === id);
}

export type OpenedProfile = { profile: OrganisationProfile; revisions: store.ProfileRevision[] };

/** For whoever keeps it, with its history; undefined for everybody else. */
export const openProfile = (ctx: Ctx, id: string): Promise<OpenedProfile | undefined> =>
  reading(ctx, async (ctx) => {
    const profile = (await keepsProfile(ctx, id)) ? await store.findProfile(ctx.db, id) : undefined;
    return profile && { profile, revisions: await store.listRevisions(ctx.db, id) };
  });

/** Whether whoever asks keeps what this organisation tells of itself. */
export const keepsOrganisation = (ctx: Ctx, id: string): Promise<boolean> =>
  reading(ctx, (ctx) => keepsProfile(ctx, id));

export type ChangedProfile =
  | { kind: "done"; version: number }
  /** It said so already. */
  | { kind: "nothing" }
  /** Somebody else changed it since: `content` is mine laid over theirs, `conflicts` what of theirs cannot stand beside it. */
  | {
      kind: "meanwhile";
      content: ProfileContent;
      version: number;
      revisions: store.ProfileRevision[];
      conflicts: store.ProfileChange[];
    }
  | { kind: "gone" };

/** Changes a profile, as somebody sees it who began at this version. @param edit what they make of what they began with. */
export const changeProfile = (
  ctx: Ctx,
  id: string,
  { version, reason, edit }: { version: number; reason: string; edit: (base: ProfileContent) => ProfileContent },
): Promise<ChangedProfile> =>
  inTransaction(ctx, async (ctx): Promise<ChangedProfile> => {
    await store.lockProfile(ctx.db, id);
    const profile = (await keepsProfile(ctx, id)) ? await store.findProfile(ctx.db, id) : undefined;
    if (profile === undefined || version > profile.version) return { kind: "gone" };
    const theirs = profile.content;
    if (version === profile.version) return keepChange(ctx, profile, edit(theirs), reason);
    const revisions = await store.listRevisions(ctx.db, id, version);
    const base = revisions.reduce((content, { changes }) => asContent(rewindFields(content, changes)), theirs);
    const { fields, conflicts } = rebaseFields<ProfileField, unknown>({ base, mine: edit(base), theirs });
    return { kind: "meanwhile", content: asContent(fields), version: profile.version, revisions, conflicts };
  });

/** Takes one change back, as a change of its own; what was changed once more since stays as it is. */
export const undoProfile = (
  ctx: Ctx,
  id: string,
  { version, reason }: { version: number; reason: string },
): Promise<"done" | "gone" | "changedSince"> =>
  inTransaction(ctx, async (ctx) => {
    await store.lockProfile(ctx.db, id);
    const profile = (await keepsProfile(ctx, id)) ? await store.findProfile(ctx.db, id) : undefined;
    if (profile === undefined) return "gone";
    const revision = (await store.listRevisions(ctx.db, id, version - 1)).find((one) => one.version === version);
    if (revision === undefined) return "gone";
    const { fields, kept } = undoFields<ProfileField, unknown>(profile.content, revision.changes);
    if (kept.length === revision.changes.length) return "changedSince";
    return (await keepChange(ctx, profile, asContent(fields), reason)).kind === "done" ? "done" : "changedSince";
  });

/** Every value came from a profile, under the field that it stood in. */
const asContent = (fields: Readonly<Record<ProfileField, unknown>>): ProfileContent => fields as ProfileContent;

async function keepChange(
  ctx: Inside,
  profile: OrganisationProfile,
  content: ProfileContent,
  reason: string,
): Promise<ChangedProfile> {
  if (ctx.actor.kind !== "person") return { kind: "gone" };
  const changes = fieldsBetween<ProfileField, unknown>(profile.content, content);
  if (changes.length === 0) return { kind: "nothing" };
  const version = profile.version + 1;
  const at = { municipalityId: ctx.municipalityId, organisationId: profile.id };
  await store.saveProfile(ctx.db, profile.id, { content, version, at: ctx.now });
  await store.insertRevision(ctx.db, at, { version, at: ctx.now, personId: ctx.actor.personId, reason, changes });
  await record(ctx, "directory.profileChanged", profile.id, { version, fields: changes.map(({ field }) => field) });
  return { kind: "done", version };
}

/** Publishes what an organisation tells as it is, without history: the example world. */
export const addProfile = (ctx: Inside, id: string, content: ProfileContent): Promise<void> =>
  store.saveProfile(ctx.db, id, { content, version: 1, at: ctx.now });
