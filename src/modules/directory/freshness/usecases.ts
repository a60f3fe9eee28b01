import { maskBsn } from "../../../kernel/bsn.ts";
import { as, type Ctx, type Inside, inTransaction, reading } from "../../../kernel/context.ts";
import { dayOf } from "../../../kernel/day.ts";
import { record } from "../../../kernel/event.ts";
import { hashOf, newId, newReference } from "../../../kernel/id.ts";
import { textIn } from "../../../kernel/language.ts";
import type { Mail } from "../../../kernel/mail.ts";
import { getTeam, listMunicipalities } from "../../access/index.ts";
import { type Change, changesBetween, type Entry, withChanges } from "../editing/change.ts";
import { entryOf } from "../editing/entry.ts";
import { findEntries, findEntry as findEntryInside } from "../editing/store.ts";
import { changeEntry, type EditedEntry, type EntryChange, findEntry, mayEdit } from "../editing/usecases.ts";
import type { Service } from "../service.ts";
import { linkLasts, nextStep, wordOfCheck } from "./check.ts";
import * as store from "./store.ts";
import { texts } from "./texts.ts";

declare module "../../../kernel/event.ts" {
  interface Events {
    "directory.ownerNamed": { teamId: string };
    "directory.entryChecked": { checkedOn: string };
    "directory.checkAsked": { checkId: string; serviceId: string; endsAt: string };
    "directory.checkUnanswered": { serviceId: string; teamId: string };
    "directory.suggestionMade": { suggestionId: string; serviceId: string; by: "owner" | "anybody" };
    "directory.suggestionSettled": { suggestionId: string; outcome: "approved" | "declined" };
  }
}

const editing = (ctx: Ctx): Ctx => as(ctx, { kind: "system", purpose: "editing" });

// ── who keeps it fresh ──────────────────────────────────────────────────────────────────────────────────────────

/** For whoever keeps the entry; undefined: nobody was named yet, or it is not theirs. */
export const findOwner = (ctx: Ctx, serviceId: string): Promise<store.Owner | undefined> =>
  reading(ctx, (ctx) => store.findOwner(ctx.db, { municipalityId: ctx.municipalityId, serviceId }));

/** Who is asked twice a year whether it is right still. The team of the editor hears of it when they do not answer. */
export async function nameOwner(
  ctx: Ctx,
  serviceId: string,
  owner: Omit<store.Owner, "teamId">,
): Promise<"done" | "gone"> {
  const { actor } = ctx;
  if (actor.kind !== "person" || (await findEntry(ctx, serviceId)) === undefined) return "gone";
  const duty = actor.duties?.find(({ role }) => role === "directory-editor");
  if (duty === undefined) return "gone";
  return inTransaction(ctx, async (ctx): Promise<"done"> => {
    const { teamId } = duty;
    await store.setOwner(ctx.db, { municipalityId: ctx.municipalityId, serviceId }, { ...owner, teamId });
    await record(ctx, "directory.ownerNamed", serviceId, { teamId });
    return "done";
  });
}

/** Names an owner without asking who does: the example world. */
export const addOwner = (ctx: Inside, at: { municipalityId: string; serviceId: string }, owner: store.Owner) =>
  store.setOwner(ctx.db, at, owner);

// ── asking whether it is right still ────────────────────────────────────────────────────────────────────────────

/** By night, in every municipality: asks owners by mail, and tells whoever keeps the map when nobody answers. */
export async function askForChecks(ctx: Ctx, secret: string): Promise<{ asked: number; told: number }> {
  const done = { asked: 0, told: 0 };
  for (const { id: municipalityId } of await listMunicipalities(ctx))
    await inTransaction(editing({ ...ctx, municipalityId }), async (ctx) => {
      const owned = await store.listOwned(ctx.db, municipalityId, dayOf(ctx.now).toString());
      for (const { serviceId, teamId, checkedOn, asked } of owned)
        switch (nextStep(checkedOn, asked, ctx.now)) {
          case "ask":
            await askForCheck(ctx, serviceId, secret);
            done.asked += 1;
            break;
          case "tell":
            await store.setTold(ctx.db, { municipalityId, serviceId }, ctx.now);
            await record(ctx, "directory.checkUnanswered", newReference(), { serviceId, teamId });
            done.told += 1;
            break;
          case "wait":
        }
      await store.forgetOld(ctx.db, municipalityId, {
        settled: ctx.now.subtract({ hours: 24 * 30 }).toString(),
        ended: ctx.now.subtract({ hours: 24 * 180 }).toString(),
      });
    });
  return done;
}

async function askForCheck(ctx: Inside, serviceId: string, secret: string): Promise<void> {
  const id = newReference();
  const endsAt = ctx.now.add(linkLasts);
  const check = { id, tokenHash: hashOf(wordOfCheck(secret, id)), askedAt: ctx.now, endsAt };
  await store.insertCheck(ctx.db, { municipalityId: ctx.municipalityId, serviceId }, check);
  await record(ctx, "directory.checkAsked", newReference(), { checkId: id, serviceId, endsAt: endsAt.toString() });
}

/** To the role that answers for it, and to its deputy: the same link, good for whoever presses first. */
export async function checkMails(
  ctx: Ctx,
  { checkId, serviceId, endsAt }: { checkId: string; serviceId: string; endsAt: string },
  given: { secret: string; checkLink: string },
): Promise<Mail[]> {
  const found = await reading(editing(ctx), async (ctx) => ({
    owner: await store.findOwner(ctx.db, { municipalityId: ctx.municipalityId, serviceId }),
    service: await findEntryInside(ctx.db, ctx.municipalityId, serviceId),
  }));
  const { owner, service } = found;
  if (owner === undefined || service === undefined) return [];
  const link = `${given.checkLink}/${wordOfCheck(given.secret, checkId)}`;
  const mail = textIn(texts, owner.language).check(service.name.nl, link, Temporal.Instant.from(endsAt));
  return [...new Set([owner.mail, owner.deputyMail])].map((to, at) => ({
    key: `check-asked:${checkId}:${at}`,
    teamId: owner.teamId,
    caseId: null,
    to,
    ...mail,
  }));
}

/** To the team of the editor: nobody answered twice. */
export async function unansweredMail(
  ctx: Ctx,
  { serviceId, teamId }: { serviceId: string; teamId: string },
  eventRef: string,
  entryLink: string,
): Promise<Mail | undefined> {
  const { team, service } = await reading(editing(ctx), async (ctx) => ({
    team: await getTeam(ctx, teamId),
    service: await findEntryInside(ctx.db, ctx.municipalityId, serviceId),
  }));
  if (service === undefined) return undefined;
  const text = texts.nl.unanswered(service.name.nl, `${entryLink}/${serviceId}`);
  return { key: `check-unanswered:${eventRef}`, teamId, caseId: null, to: team.mail, ...text };
}

/** Changes it and says that all of it is right today; who must look again first has checked nothing either. */
export const changeCheckedEntry = (ctx: Ctx, id: string, edited: EditedEntry): Promise<EntryChange> =>
  inTransaction(ctx, async (ctx) => {
    const came = await changeEntry(ctx, id, edited);
    if (came.kind === "done" || came.kind === "nothing") await keepChecked(ctx, id);
    return came;
  });

/** "Klopt nog": whoever keeps it looked at all of it today, with whoever offers it. */
export const checkEntry = (ctx: Ctx, id: string): Promise<"done" | "gone"> =>
  inTransaction(ctx, async (ctx) => {
    const service = await findEntryInside(ctx.db, ctx.municipalityId, id);
    if (service === undefined || !(await mayEdit(ctx, service.organisation.id))) return "gone";
    await keepChecked(ctx, id);
    return "done";
  });

/** Whatever was asked about it is answered by that. */
async function keepChecked(ctx: Inside, serviceId: string): Promise<void> {
  const at = { municipalityId: ctx.municipalityId, serviceId };
  const checkedOn = dayOf(ctx.now).toString();
  await store.setChecked(ctx.db, at, checkedOn);
  await store.answerChecks(ctx.db, at, ctx.now);
  await record(ctx, "directory.entryChecked", serviceId, { checkedOn });
}

/** What a link opens: the entry, and whether it was answered or is over. */
export type OpenCheck = { service: Service; state: "open" | "answered" | "ended" };

const stateOf = (check: store.Check, now: Temporal.Instant): OpenCheck["state"] =>
  check.answeredAt !== null ? "answered" : Temporal.Instant.compare(now, check.endsAt) >= 0 ? "ended" : "open";

/** undefined: no such link, or the entry is gone. */
export const findCheck = (ctx: Ctx, word: string): Promise<OpenCheck | undefined> =>
  reading(editing(ctx), async (ctx) => {
    const check = await store.findCheck(ctx.db, ctx.municipalityId, hashOf(word));
    const service = check && (await findEntryInside(ctx.db, ctx.municipalityId, check.serviceId));
    return check && service && { service, state: stateOf(check, ctx.now) };
  });

/** "Klopt nog": once. A second press finds that it was answered, which is what they wanted. */
export const confirmCheck = (ctx: Ctx, word: string): Promise<OpenCheck | undefined> =>
  inTransaction(editing(ctx), async (ctx) => {
    const { municipalityId } = ctx;
    const check = await store.findCheck(ctx.db, municipalityId, hashOf(word), true);
    const service = check && (await findEntryInside(ctx.db, municipalityId, check.serviceId));
    if (check === undefined || service === undefined) return undefined;
    const state = stateOf(check, ctx.now);
    if (state !== "open") return { service, state };
    await keepChecked(ctx, service.id);
    return { service, state: "answered" };
  });

// ── what somebody says is wrong ─────────────────────────────────────────────────────────────────────────────────

export type MadeSuggestion = {
  words: string;
  /** What they make of the entry that they see. */
  edit: (base: Entry) => Entry;
  mail: string | null;
  language: string;
};

/**
 * By anybody, of anything that is shown here. @param formKey the same form sent twice is one.
 * @returns "empty": it says nothing. "gone": there is no such entry here.
 */
export const suggestChange = (
  ctx: Ctx,
  serviceId: string,
  { formKey = newId(), ...made }: MadeSuggestion & { formKey?: string | undefined },
): Promise<"done" | "empty" | "gone"> =>
  inTransaction(editing(ctx), async (ctx) => {
    const service = await findEntryInside(ctx.db, ctx.municipalityId, serviceId);
    return service === undefined || service.withdrawn ? "gone" : keepSuggestion(ctx, service, made, "anybody", formKey);
  });

/** By the owner, with the link of a mail: an editor looks at it first, and the question is answered by it. */
export const suggestByOwner = (
  ctx: Ctx,
  word: string,
  made: MadeSuggestion,
): Promise<"done" | "empty" | "gone" | "over"> =>
  inTransaction(editing(ctx), async (ctx) => {
    const { municipalityId } = ctx;
    const check = await store.findCheck(ctx.db, municipalityId, hashOf(word), true);
    const service = check && (await findEntryInside(ctx.db, municipalityId, check.serviceId));
    if (check === undefined || service === undefined) return "gone";
    if (stateOf(check, ctx.now) !== "open") return "over";
    const came = await keepSuggestion(ctx, service, made, "owner", newId());
    if (came === "done") await store.answerChecks(ctx.db, { municipalityId, serviceId: service.id }, ctx.now);
    return came;
  });

async function keepSuggestion(
  ctx: Inside,
  service: Service,
  { words, edit, mail, language }: MadeSuggestion,
  by: "owner" | "anybody",
  id: string,
): Promise<"done" | "empty"> {
  const entry = entryOf(service);
  const changes = changesBetween(entry, edit(entry));
  if (words === "" && changes.length === 0) return "empty";
  await store.insertSuggestion(ctx.db, ctx.municipalityId, {
    ...{ id, serviceId: service.id, version: service.version, changes, words: maskBsn(words), by, mail, language },
    madeAt: ctx.now,
  });
  await record(ctx, "directory.suggestionMade", newReference(), { suggestionId: id, serviceId: service.id, by });
  return "done";
}

/** `changes`: what taking it over would change now, whatever changed since it was made. */
export type OpenSuggestion = { suggestion: store.Suggestion; service: Service; changes: Change[] };

/** What waits for whoever asks, oldest first: only of entries that they keep. */
export const listSuggestions = (ctx: Ctx): Promise<OpenSuggestion[]> =>
  reading(ctx, async (ctx) => {
    const open = await store.listOpenSuggestions(ctx.db, ctx.municipalityId);
    const ids = [...new Set(open.map(({ serviceId }) => serviceId))];
    const services = new Map((await findEntries(ctx.db, ctx.municipalityId, ids)).map((entry) => [entry.id, entry]));
    return open.flatMap((suggestion) => {
      const service = services.get(suggestion.serviceId);
      if (service === undefined) return [];
      const now = entryOf(service);
      return [{ suggestion, service, changes: changesBetween(now, withChanges(now, suggestion.changes)) }];
    });
  });

export type Settled = EntryChange | { kind: "settledBefore" };

/**
 * Takes over what was suggested, in the entry as the editor sees it (`version`), or declines it. Whoever left an address
 * hears of it. Taken over or not, somebody looked: an owner's suggestion that is approved makes the entry checked today.
 */
export const settleSuggestion = (
  ctx: Ctx,
  id: string,
  { outcome, version, reason }: { outcome: "approved" | "declined"; version: number; reason: string },
): Promise<Settled> =>
  inTransaction(ctx, async (ctx): Promise<Settled> => {
    const { actor, municipalityId } = ctx;
    const suggestion = await store.findSuggestion(ctx.db, municipalityId, id);
    if (suggestion === undefined || actor.kind !== "person") return { kind: "gone" };
    if (suggestion.outcome !== null) return { kind: "settledBefore" };
    const edit = (base: Entry) => withChanges(base, suggestion.changes);
    const came: EntryChange =
      outcome === "declined" || suggestion.changes.length === 0
        ? { kind: "nothing" }
        : await changeEntry(ctx, suggestion.serviceId, { version, reason, edit });
    if (came.kind === "gone" || came.kind === "meanwhile") return came;
    const settled = { outcome, at: ctx.now, by: actor.personId };
    if (!(await store.settleSuggestion(ctx.db, municipalityId, id, settled))) return { kind: "settledBefore" };
    if (outcome === "approved" && suggestion.by === "owner") await keepChecked(ctx, suggestion.serviceId);
    await record(ctx, "directory.suggestionSettled", newReference(), { suggestionId: id, outcome });
    return came;
  });

/** A word of thanks to whoever left an address, with what came of it. */
export async function thanksMail(
  ctx: Ctx,
  { suggestionId, outcome }: { suggestionId: string; outcome: "approved" | "declined" },
): Promise<Mail | undefined> {
  const found = await reading(editing(ctx), async (ctx) => {
    const suggestion = await store.findSuggestion(ctx.db, ctx.municipalityId, suggestionId);
    const service = suggestion && (await findEntryInside(ctx.db, ctx.municipalityId, suggestion.serviceId));
    const owner =
      suggestion &&
      (await store.findOwner(ctx.db, { municipalityId: ctx.municipalityId, serviceId: suggestion.serviceId }));
    return {
      suggestion,
      service,
      owner,
      teamId: owner?.teamId ?? (await store.findKeeperTeam(ctx.db, ctx.municipalityId)),
    };
  });
  const { suggestion, service, teamId } = found;
  if (suggestion?.mail == null || service === undefined || teamId === undefined) return undefined;
  const text = textIn(texts, suggestion.language).thanks(service.name.nl, outcome);
  return { key: `suggestion-settled:${suggestionId}`, teamId, caseId: null, to: suggestion.mail, ...text };
}
