import { maskBsn } from "../../../kernel/bsn.ts";
import { as, type Ctx, type Inside, inTransaction, planForValues, reading } from "../../../kernel/context.ts";
import { type Day, dayOf, zone } from "../../../kernel/day.ts";
import { record } from "../../../kernel/event.ts";
import { idFor, newReference } from "../../../kernel/id.ts";
import { monthsAt } from "../retention/rule.ts";
import { readRetention } from "../retention/usecases.ts";
import * as access from "../store.ts";
import { listWatchers, may, permitLooking, permitTrail } from "../usecases.ts";
import type { Look } from "./store.ts";
import * as store from "./store.ts";
import { readReference, sayReference, type TrailChoice, type TrailLine } from "./trail.ts";
import { type Limits, type Outcome, type Unusual, unusualIn } from "./unusual.ts";

/**
 * What happened in the teams of the actor's organisations here: about their files, and about their people. Looking is
 * written down as well, before anything is shown. A page past the end is the last one. Undefined for whoever watches over none.
 */
export function searchTrail(
  ctx: Ctx,
  choice: TrailChoice,
  page: { number: number; size: number; as: "page" | "file" },
): Promise<{ lines: TrailLine[]; found: number; page: number; pages: number } | undefined> {
  const permit = permitTrail(ctx);
  if (permit === undefined) return Promise.resolve(undefined);
  return inTransaction(ctx, async (ctx) => {
    await record(ctx, "access.trailSearched", newReference(), {
      kind: choice.kind ?? null,
      days: choice.from.until(choice.until).days + 1,
      by: [
        ...(choice.personId === undefined ? [] : (["person"] as const)),
        ...(choice.teamId === undefined ? [] : (["team"] as const)),
        ...(choice.reference === undefined ? [] : (["file"] as const)),
      ],
      page: page.number,
      as: page.as,
    });
    await planForValues(ctx.db);
    const found = await store.countTrail(ctx.db, ctx.municipalityId, permit, choice);
    const pages = Math.max(1, Math.ceil(found / page.size));
    const number = Math.min(page.number, pages);
    const offset = (number - 1) * page.size;
    const lines = await store.listTrail(ctx.db, ctx.municipalityId, permit, choice, { offset, limit: page.size });
    return { lines, found, page: number, pages };
  });
}

/** On which day the file of a reference was opened, as far as the actor may see what happened with it. */
export function findOpeningDay(ctx: Ctx, reference: string): Promise<Day | undefined> {
  const permit = permitTrail(ctx);
  const range = readReference(reference);
  if (permit === undefined || range === undefined) return Promise.resolve(undefined);
  return reading(ctx, async (ctx) => {
    const first = await store.findFirstMoment(ctx.db, ctx.municipalityId, permit, range);
    return first === null ? undefined : dayOf(first);
  });
}

/** Whom and which teams the actor can choose; whom they chose is among them, when the trail may name them. */
export function listTrailChoices(
  ctx: Ctx,
  chosenPersonId?: string,
): Promise<
  | {
      people: { id: string; name: string }[];
      teams: { id: string; name: string }[];
    }
  | undefined
> {
  const permit = permitTrail(ctx);
  if (permit === undefined) return Promise.resolve(undefined);
  return reading(ctx, async (ctx) => ({
    people: await store.listTrailPeople(ctx.db, permit, chosenPersonId),
    teams: await store.listWatchedTeams(ctx.db, ctx.municipalityId, permit),
  }));
}

/**
 * A resident asks who looked, and shows the code of their question: the reference of its file, when it is of a team that
 * the actor watches over. A code that opens nothing and one of another organisation are one answer, and both are written down.
 */
export async function findReference(ctx: Ctx, proof: string): Promise<string | undefined> {
  const permit = permitTrail(ctx);
  if (permit === undefined) return undefined;
  const tie = await reading(as(ctx, { kind: "code", proof }), (ctx) =>
    access.findCaseByCode(ctx.db, ctx.municipalityId),
  );
  return inTransaction(ctx, async (ctx) => {
    const teams = await store.listWatchedTeams(ctx.db, ctx.municipalityId, permit);
    if (tie === undefined || !teams.some(({ id }) => id === tie.team_id)) {
      await record(ctx, "access.codeRefused", newReference(), {});
      return undefined;
    }
    await record(ctx, "access.readersAsked", tie.event_ref, {});
    return sayReference(tie.event_ref);
  });
}

/** What counts as unusual; read once, at the first question. */
export const readLimits: () => Limits = (() => {
  const read: { limits?: Limits } = {};
  return () => {
    read.limits ??= store.readLimits();
    return read.limits;
  };
})();

const watching = { kind: "system", purpose: "watching" } as const;

/** A worker that stood still for a night misses nothing; what was found before is found again, and kept once. */
const looksBack = { hours: 26 } as const;

/**
 * Looks at what was opened lately, in every municipality, and writes down what somebody must look at: that they promise to
 * and hear of it follows from the event. Nobody is stopped.
 * @returns how much there is that was not there before.
 */
export async function watchReadings(ctx: Ctx): Promise<number> {
  const there = as(ctx, watching);
  const readings = await reading(there, (ctx) => store.listReadingsSince(ctx.db, ctx.now.subtract(looksBack)));
  const total = { found: 0 };
  const failed: unknown[] = [];
  for (const unusual of unusualIn(readings, readLimits())) {
    const { municipalityId } = unusual;
    const isNew = inTransaction({ ...there, municipalityId }, (ctx) => keepUnusual(ctx, unusual));
    // What is wrong with one must not leave the others unseen.
    await isNew.then(
      (isNew) => {
        if (isNew) total.found++;
      },
      (error: unknown) => failed.push(error),
    );
  }
  if (failed.length > 0)
    throw new AggregateError(failed, `${failed.length} unusual readings could not be written down`);
  return total.found;
}

async function keepUnusual(ctx: Inside, unusual: Unusual): Promise<boolean> {
  const { municipalityId, organisationId, teamId, personId, day, reason, eventIds } = unusual;
  const id = idFor(`unusual:${municipalityId}:${organisationId}:${personId}:${day}:${reason}`);
  const isNew = await store.keepUnusual(ctx.db, id, unusual, ctx.now);
  if (isNew)
    await record(ctx, "access.readingFlagged", newReference(), { lookId: id, teamId, reason, count: eventIds.length });
  return isNew;
}

/** No list is that long: whoever has more to look at begins with these. */
const shown = 100;

/** What the actor may look at, as privacy officer or as lead of the team; never what they read themselves. */
export function listLooks(ctx: Ctx): Promise<Look[]> {
  const permit = permitLooking(ctx);
  if (permit === undefined) return Promise.resolve([]);
  return reading(ctx, (ctx) => store.listLooks(ctx.db, ctx.municipalityId, permit, { limit: shown }));
}

/**
 * With the readings that led to it, or were made behind the glass, and of an emergency what was said when it was broken
 * (null: gone with the file). Undefined: not there, or not the actor's to look at.
 */
export function findLook(ctx: Ctx, id: string) {
  const permit = permitLooking(ctx);
  if (permit === undefined) return Promise.resolve(undefined);
  return reading(ctx, async (ctx) => {
    const [look] = await store.listLooks(ctx.db, ctx.municipalityId, permit, { id, limit: 1 });
    if (look === undefined || !mayJudge(ctx, look)) return undefined;
    const glass =
      look.reason === "emergency" ? await store.findBrokenGlass(ctx.db, ctx.municipalityId, permit, id) : null;
    return { ...look, glass, readings: await store.listReadingsOfLook(ctx.db, permit, id) };
  });
}

const mayJudge = (ctx: Inside, { teamId, organisationId, personId }: Look): boolean =>
  ctx.actor.kind === "person" &&
  ctx.actor.personId !== personId &&
  may(ctx, "reading.judge", { teamId, organisationId });

/** Somebody looked, at what stood out or at an emergency, and says what came of it. `gone`: not there, not theirs, or a colleague was first. */
export function judgeReading(
  ctx: Ctx,
  id: string,
  judgement: { outcome: Outcome; words: string },
): Promise<"judged" | "gone"> {
  const permit = permitLooking(ctx);
  if (permit === undefined) return Promise.resolve("gone");
  return inTransaction(ctx, async (ctx) => {
    const [look] = await store.listLooks(ctx.db, ctx.municipalityId, permit, { id, limit: 1 });
    if (look === undefined || !mayJudge(ctx, look) || ctx.actor.kind !== "person") return "gone";
    const { outcome } = judgement;
    const words = maskBsn(judgement.words);
    const by = ctx.actor.personId;
    const isFirst = await store.judge(ctx.db, ctx.municipalityId, permit, { id, by, at: ctx.now, outcome, words });
    if (!isFirst) return "gone";
    await record(ctx, "access.readingJudged", newReference(), { lookId: id, teamId: look.teamId, outcome });
    return "judged";
  });
}

/** Who must hear of it: whoever watches over the files of the team, but for the one who read. As the alarms of that team. */
export async function listJudges(ctx: Inside, teamId: string, lookId: string) {
  const reader = await store.findReader(ctx.db, ctx.municipalityId, lookId);
  return (await listWatchers(ctx, teamId)).filter(({ id }) => id !== reader);
}

/**
 * What somebody looked at goes when its term is over; what nobody looked at stays.
 * @returns how much went (in a dry run: would go), and what went wrong.
 */
export async function forgetLooks(
  ctx: Ctx,
  given: { dryRun: boolean },
): Promise<{ forgotten: number; failed: unknown[] }> {
  const { months } = monthsAt(readRetention().rules["opvallend-lezen"], { controller: "organisation", own: {} });
  const before = dayOf(ctx.now).subtract({ months }).add({ days: 1 }).toZonedDateTime(zone).toInstant();
  const there = as(ctx, { kind: "system", purpose: "retention" });
  const due = await reading(there, (ctx) => store.listForgettable(ctx.db, before));
  if (given.dryRun) return { forgotten: due.length, failed: [] };
  const total: { forgotten: number; failed: unknown[] } = { forgotten: 0, failed: [] };
  for (const [municipalityId, looks] of Map.groupBy(due, ({ municipality_id }) => municipality_id)) {
    const ids = looks.map(({ id }) => id);
    await inTransaction({ ...there, municipalityId }, (ctx) => store.deleteLooks(ctx.db, municipalityId, ids)).then(
      () => {
        total.forgotten += ids.length;
      },
      (error: unknown) => total.failed.push(error),
    );
  }
  return total;
}
