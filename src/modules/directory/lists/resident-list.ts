import { z } from "zod";
import { type Day, dayOf } from "../../../kernel/day.ts";
import { hashOf, humanCode, sayCode } from "../../../kernel/id.ts";
import { type Personal, personalIn } from "./personal.ts";

/*
 * A list of help that a helper composes for somebody at the desk. Nobody knows for whom it was: it holds entries of the route
 * map in an order, with a line of the helper for each, and the team that gave it.
 */

/** What a helper may tell without writing it: read in the language of whoever reads it. */
export const advices = [
  "begin-here",
  "call-first",
  "before-first-of-month",
  "take-letter",
  "take-contract",
  "take-identity",
  "take-income",
  "take-somebody",
  "ask-interpreter",
] as const;
export type Advice = (typeof advices)[number];

/** More is a pile of paper, and not a list. */
export const mostEntries = 20;
export const lineLimit = 200;

export const ListEntry = z.object({
  serviceId: z.uuid(),
  advice: z.enum(advices).nullable(),
  /** In the helper's own words; "" for none. */
  line: z.string(),
});
export type ListEntry = z.infer<typeof ListEntry>;

/** For how many days it opens, to choose from: until an appointment, a month, or as long as a matter lasts. */
export const listLasts = [7, 30, 90] as const;
export type ListLasts = (typeof listLasts)[number];
export const usualListLasts: ListLasts = 30;

export type ResidentList = {
  id: string;
  teamId: string;
  /** In which language it was given; whoever reads it may choose another. */
  toldIn: string;
  entries: ListEntry[];
  madeAt: Temporal.Instant;
  /** The whole of this day it still opens. */
  lastDay: Day;
  endedAt: Temporal.Instant | null;
};

export const lastDayOf = (now: Temporal.Instant, lasts: ListLasts): Day => dayOf(now).add({ days: lasts });

/** Its days are over, or whoever gave it ended it. */
export const isOver = (
  { lastDay, endedAt }: Pick<ResidentList, "lastDay" | "endedAt">,
  now: Temporal.Instant,
): boolean => endedAt !== null || Temporal.PlainDate.compare(dayOf(now), lastDay) > 0;

export type LineProblem = Personal | "tooLong";

/** What is wrong with the lines, by the entry. */
export function problemsIn(entries: readonly ListEntry[], today: Day): Map<string, LineProblem> {
  const problemWith = ({ line }: ListEntry) => (line.length > lineLimit ? "tooLong" : personalIn(line, today));
  return new Map(
    entries.flatMap((entry) => {
      const problem = problemWith(entry);
      return problem === undefined ? [] : [[entry.serviceId, problem]];
    }),
  );
}

/** One place up (-1) or down (1); what is at the end stays there. */
export function moved<Entry extends { serviceId: string }>(
  entries: readonly Entry[],
  serviceId: string,
  by: -1 | 1,
): Entry[] {
  const from = entries.findIndex((entry) => entry.serviceId === serviceId);
  const [here, there] = [entries[from], entries[from + by]];
  return here === undefined || there === undefined ? [...entries] : entries.with(from, there).with(from + by, here);
}

/**
 * What opens it: four times four signs without look-alikes, for who must type it from paper. Nobody can tell it from chance
 * without the secret, so it is kept nowhere, and the same form sent twice gives the same one.
 */
export const wordOfList = (secret: string, id: string): string =>
  ["first", "second"]
    .map((half) => sayCode(humanCode(secret, `resident-list:${id}:${half}`)))
    .join("-")
    .toLowerCase();

/** However it was typed. */
export const hashOfWord = (typed: string): string => hashOf(typed.toLowerCase().replace(/[\s-]/g, ""));

declare module "../../../kernel/event.ts" {
  interface Events {
    /** Nothing of whom it is for, and not which help: only that a team gave a list. */
    "directory.listMade": { teamId: string; entries: number; lasts: number };
    "directory.listEnded": { teamId: string };
    "directory.listForgotten": { teamId: string };
  }
}
