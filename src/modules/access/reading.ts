import { type Day, dayOf } from "../../kernel/day.ts";
import type { Ground } from "./rights.ts";

/** One time that a case was opened. By whom is for the team and its privacy officer; a resident sees on which ground. */
export type Reading = { at: Temporal.Instant; ground: Ground; byPersonId: string | null };

/** Whoever goes to and fro between pages looks once: after a pause of so long, it is another time. */
const visitPause = { minutes: 30 } as const;

/** How often on one day, on one ground, and when last. */
export type ReadingsOfDay = { day: Day; ground: Ground; times: number; last: Temporal.Instant };

/** Newest day first. */
export const byDay = (readings: readonly Reading[]): ReadingsOfDay[] =>
  [...Map.groupBy(readings, ({ at, ground }) => `${dayOf(at)} ${ground}`).values()].flatMap((same) => {
    const [last] = same.toSorted((a, b) => Temporal.Instant.compare(b.at, a.at));
    return last === undefined ? [] : [{ day: dayOf(last.at), ground: last.ground, times: visits(same), last: last.at }];
  });

/** How often somebody came to look: pages that one person opens after each other are one time. */
const visits = (readings: readonly Reading[]): number =>
  [...Map.groupBy(readings, ({ byPersonId }) => byPersonId).values()]
    .map((ofOne) => {
      const moments = ofOne.map(({ at }) => at).toSorted(Temporal.Instant.compare);
      return moments.filter((at, nth) => {
        const before = moments[nth - 1];
        return before === undefined || Temporal.Instant.compare(before.add(visitPause), at) < 0;
      }).length;
    })
    .reduce((sum, times) => sum + times, 0);
