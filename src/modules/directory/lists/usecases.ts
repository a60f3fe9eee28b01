import { as, type Ctx, inTransaction, reading } from "../../../kernel/context.ts";
import { dayOf, zone } from "../../../kernel/day.ts";
import { record } from "../../../kernel/event.ts";
import { idOfForm } from "../../../kernel/id.ts";
import { getTeam, may, maySomewhere, readRetention, type Team } from "../../access/index.ts";
import type { Service } from "../service.ts";
import {
  hashOfWord,
  isOver,
  type LineProblem,
  type ListEntry,
  type ListLasts,
  lastDayOf,
  mostEntries,
  problemsIn,
  type ResidentList,
  wordOfList,
} from "./resident-list.ts";
import * as store from "./store.ts";

/** What residents may be sent to, of these and in their order: what was withdrawn, or is for professionals alone, is not among them. */
export async function listListable(ctx: Ctx, chain: string[], ids: readonly string[]): Promise<Service[]> {
  const found = await reading(ctx, (ctx) => store.listListable(ctx.db, chain, ids));
  const byId = new Map(found.map((service) => [service.id, service]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

// ── for whoever helps somebody ──────────────────────────────────────────────────────────────────────────────────────

export type ListMade = {
  teamId: string;
  toldIn: string;
  lasts: ListLasts;
  entries: ListEntry[];
  /** The same form with the same list on it is one list. */
  formKey: string | undefined;
};

export type ListOutcome =
  | { kind: "made"; word: string; lastDay: ResidentList["lastDay"] }
  | { kind: "wrong"; problems: Map<string, LineProblem> }
  /** These are not there any more, or never were for residents. */
  | { kind: "notThere"; ids: string[] }
  | { kind: "empty" | "tooMany" | "notYours" };

/** @param secret of the installation: from it comes the word, which is kept nowhere. */
export async function makeList(
  ctx: Ctx,
  chain: string[],
  { teamId, toldIn, lasts, entries, formKey }: ListMade,
  secret: string,
): Promise<ListOutcome> {
  if (!may(ctx, "list.keep", { teamId })) return { kind: "notYours" };
  if (entries.length === 0) return { kind: "empty" };
  if (entries.length > mostEntries) return { kind: "tooMany" };
  const problems = problemsIn(entries, dayOf(ctx.now));
  if (problems.size > 0) return { kind: "wrong", problems };
  const ids = entries.map(({ serviceId }) => serviceId);
  const there = new Set((await listListable(ctx, chain, ids)).map(({ id }) => id));
  if (there.size < ids.length) return { kind: "notThere", ids: ids.filter((id) => !there.has(id)) };
  return inTransaction(ctx, async (ctx): Promise<ListOutcome> => {
    const id = idOfForm(teamId, formKey, JSON.stringify([toldIn, lasts, entries]));
    const word = wordOfList(secret, id);
    const lastDay = lastDayOf(ctx.now, lasts);
    const list = { id, teamId, toldIn, entries, madeAt: ctx.now, lastDay, wordHash: hashOfWord(word) };
    if (await store.insertList(ctx.db, ctx.municipalityId, list))
      await record(ctx, "directory.listMade", id, { teamId, entries: entries.length, lasts });
    return { kind: "made", word, lastDay };
  });
}

export type KeptList = ResidentList & { services: Service[]; isOver: boolean };

/** Those of one's own teams here, the newest first, with what is still there of each. */
export async function listLists(
  ctx: Ctx,
  chain: string[],
  { page, perPage }: { page: number; perPage: number },
): Promise<{ lists: KeptList[]; more: boolean }> {
  if (!maySomewhere(ctx, "list.keep")) return { lists: [], more: false };
  return reading(ctx, async (ctx) => {
    const part = { limit: perPage + 1, offset: (page - 1) * perPage };
    const lists = await store.listLists(ctx.db, ctx.municipalityId, part);
    const ids = [...new Set(lists.flatMap(({ entries }) => entries.map(({ serviceId }) => serviceId)))];
    const byId = new Map((await store.listListable(ctx.db, chain, ids)).map((service) => [service.id, service]));
    return {
      lists: lists.slice(0, perPage).map((list) => ({
        ...list,
        services: list.entries.flatMap(({ serviceId }) => byId.get(serviceId) ?? []),
        isOver: isOver(list, ctx.now),
      })),
      more: lists.length > perPage,
    };
  });
}

/** From now on it opens for nobody. Of another team it is one that is not there; ended twice is ended. */
export const endList = (ctx: Ctx, id: string): Promise<"done" | "gone"> =>
  inTransaction(ctx, async (ctx) => {
    const list = await store.findList(ctx.db, ctx.municipalityId, id);
    if (list === undefined || !may(ctx, "list.keep", { teamId: list.teamId })) return "gone";
    if (await store.setEnded(ctx.db, ctx.municipalityId, id, ctx.now))
      await record(ctx, "directory.listEnded", id, { teamId: list.teamId });
    return "done";
  });

// ── for whoever holds the word ──────────────────────────────────────────────────────────────────────────────────────

/** `service`: undefined for what is not there any more. */
export type OpenedEntry = ListEntry & { service: Service | undefined };
export type OpenedList = { list: ResidentList; team: Team } & (
  | { state: "open"; entries: OpenedEntry[] }
  | { state: "over" }
);

/** With what the route map says today. Nobody writes down that it was opened. undefined: there is no list of that word here. */
export const openList = (ctx: Ctx, chain: string[], typed: string): Promise<OpenedList | undefined> => {
  const wordHash = hashOfWord(typed);
  return reading(as(ctx, { kind: "code", proof: wordHash }), async (ctx): Promise<OpenedList | undefined> => {
    const list = await store.findByWord(ctx.db, ctx.municipalityId, wordHash);
    if (list === undefined) return undefined;
    const team = await getTeam(ctx, list.teamId);
    if (isOver(list, ctx.now)) return { list, team, state: "over" };
    const ids = list.entries.map(({ serviceId }) => serviceId);
    const byId = new Map((await store.listListable(ctx.db, chain, ids)).map((service) => [service.id, service]));
    const entries = list.entries.map((entry) => ({ ...entry, service: byId.get(entry.serviceId) }));
    return { list, team, state: "open", entries };
  });
};

// ── by night ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** What has been over for as long as the rule says: until then the right word is told kindly that it is. */
export async function forgetLists(
  ctx: Ctx,
  given: { dryRun: boolean },
): Promise<{ forgotten: number; failed: unknown[] }> {
  const days = readRetention().rules.lijst.terms[0]?.days;
  if (days === undefined) throw new Error("The retention rule of lists is counted in days.");
  const there = as(ctx, { kind: "system", purpose: "retention" });
  const day = dayOf(ctx.now).subtract({ days });
  const before = { day, instant: day.toZonedDateTime(zone).toInstant() };
  const over = await reading(there, (ctx) => store.listOver(ctx.db, before));
  if (given.dryRun) return { forgotten: over.length, failed: [] };
  const total: { forgotten: number; failed: unknown[] } = { forgotten: 0, failed: [] };
  for (const { municipalityId, id, teamId } of over)
    await inTransaction({ ...there, municipalityId }, async (ctx) => {
      if (!(await store.deleteList(ctx.db, municipalityId, id))) return;
      await record(ctx, "directory.listForgotten", id, { teamId });
      total.forgotten++;
    }).catch((error: unknown) => total.failed.push(error));
  return total;
}
