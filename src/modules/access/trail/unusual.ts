import { parse } from "yaml";
import { z } from "zod";
import { type Day, dayOf, zone } from "../../../kernel/day.ts";

/*
 * Reading that somebody should look at. It blocks nobody and says nothing of whether it was wrong: a person looks, and
 * writes down what came of it. What counts as unusual stands in content/unusual-reading.yaml.
 */

const unusualReasons = ["many", "same-name", "night", "long-closed"] as const;
type UnusualReason = (typeof unusualReasons)[number];

/** Why somebody must look: reading stood out, or a colleague broke the glass of a file (sharing/). Both are judged in one way. */
export const lookReasons = [...unusualReasons, "emergency"] as const;
export type LookReason = (typeof lookReasons)[number];

/** Right, or not. */
export const outcomes = ["in-order", "not-right", "data-breach"] as const;
export type Outcome = (typeof outcomes)[number];

/** What was said before there was a choice between right and not right; nobody chooses it any more. */
export const keptOutcomes = [...outcomes, "talked-about"] as const;
export type KeptOutcome = (typeof keptOutcomes)[number];

/** As much as explains what came of it, and no file. */
export const judgementLimit = 2000;

/** Whoever says that it was not right says why: the colleague, and whoever asks later, must be able to read it. */
export const isExplained = ({ outcome, words }: { outcome: Outcome; words: string }): boolean =>
  outcome === "in-order" || words.trim() !== "";

const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const Limits = z.strictObject({
  filesInAnHour: z.int().min(1),
  night: z.strictObject({ from: ClockTime, until: ClockTime }),
  longClosedMonths: z.int().min(1),
});
export type Limits = z.infer<typeof Limits>;

export const parseLimits = (file: string): Limits => Limits.parse(parse(file));

/** One time that somebody at work opened a file. */
export type WatchedReading = {
  municipalityId: string;
  organisationId: string;
  /** Whose file it is. */
  teamId: string;
  eventId: string;
  at: Temporal.Instant;
  personId: string;
  subjectRef: string;
  /** The resident may have the surname of whoever read. */
  sameName: boolean;
  /** Since when the file was closed when it was read. */
  closedAt: Temporal.Instant | null;
};

/** What somebody must look at: of one person, on one day, for one reason, at one organisation. */
export type Unusual = Pick<WatchedReading, "municipalityId" | "organisationId" | "teamId" | "personId"> & {
  day: Day;
  reason: UnusualReason;
  eventIds: string[];
};

/** Each once, whatever the order in which the readings come. */
export function unusualIn(readings: readonly WatchedReading[], limits: Limits): Unusual[] {
  const inOrder = readings.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at) || (a.eventId < b.eventId ? -1 : 1));
  const found = [...Map.groupBy(inOrder, readerOf).values()].flatMap((ofReader) => [
    ...tooMany(ofReader, limits.filesInAnHour).map((reading) => ({ reading, reason: "many" as const })),
    ...ofReader.flatMap((reading) => reasonsOf(reading, limits).map((reason) => ({ reading, reason }))),
  ]);
  const same = Map.groupBy(found, ({ reading, reason }) => `${readerOf(reading)} ${dayOf(reading.at)} ${reason}`);
  return [...same.values()].flatMap((all) => {
    const [first] = all;
    if (first === undefined) return [];
    const { municipalityId, organisationId, teamId, personId, at } = first.reading;
    const eventIds = all.map(({ reading }) => reading.eventId);
    return [{ municipalityId, organisationId, teamId, personId, day: dayOf(at), reason: first.reason, eventIds }];
  });
}

/** Files of another organisation are that organisation's to watch. */
const readerOf = ({ municipalityId, organisationId, personId }: WatchedReading): string =>
  `${municipalityId} ${organisationId} ${personId}`;

/** Those of every hour in which more files were opened than usual: a file that was opened again is one. */
function tooMany(inOrder: readonly WatchedReading[], most: number): WatchedReading[] {
  const within = new Set<WatchedReading>();
  const files = new Map<string, number>();
  const window = { begins: 0 };
  for (const [at, reading] of inOrder.entries()) {
    files.set(reading.subjectRef, (files.get(reading.subjectRef) ?? 0) + 1);
    for (;;) {
      const oldest = inOrder[window.begins];
      if (oldest === undefined || oldest.at.until(reading.at).total("hours") <= 1) break;
      const left = (files.get(oldest.subjectRef) ?? 1) - 1;
      if (left === 0) files.delete(oldest.subjectRef);
      else files.set(oldest.subjectRef, left);
      window.begins++;
    }
    if (files.size > most) for (const one of inOrder.slice(window.begins, at + 1)) within.add(one);
  }
  return [...within];
}

function reasonsOf({ at, sameName, closedAt }: WatchedReading, limits: Limits): UnusualReason[] {
  const { from, until } = limits.night;
  const time = at.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: "minute" });
  const atNight = from <= until ? from <= time && time < until : from <= time || time < until;
  const longClosed =
    closedAt !== null &&
    Temporal.PlainDate.compare(dayOf(closedAt).add({ months: limits.longClosedMonths }), dayOf(at)) <= 0;
  return [
    ...(sameName ? (["same-name"] as const) : []),
    ...(atNight ? (["night"] as const) : []),
    ...(longClosed ? (["long-closed"] as const) : []),
  ];
}

declare module "../../../kernel/event.ts" {
  interface Events {
    /** Who read stands with what must be looked at, and not here. */
    "access.readingFlagged": { lookId: string; teamId: string; reason: UnusualReason; count: number };
    "access.readingJudged": { lookId: string; teamId: string; outcome: Outcome };
  }
}
