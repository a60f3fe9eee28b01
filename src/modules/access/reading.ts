import { type Day, dayOf } from "../../kernel/day.ts";
import type { Ground } from "./rights.ts";

/** One time that a case was opened. By whom is for the team and its privacy officer; a resident sees on which ground. */
export type Reading = { at: Temporal.Instant; ground: Ground };

/** How often on one day, on one ground, and when last. */
export type ReadingsOfDay = { day: Day; ground: Ground; times: number; last: Temporal.Instant };

/** Newest day first. A helper who goes to and fro between two pages looked once more each time; a day says enough. */
export const byDay = (readings: readonly Reading[]): ReadingsOfDay[] =>
  [...Map.groupBy(readings, ({ at, ground }) => `${dayOf(at)} ${ground}`).values()].flatMap((same) => {
    const [last] = same.toSorted((a, b) => Temporal.Instant.compare(b.at, a.at));
    return last === undefined ? [] : [{ day: dayOf(last.at), ground: last.ground, times: same.length, last: last.at }];
  });
