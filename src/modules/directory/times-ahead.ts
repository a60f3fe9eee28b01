import type { Day } from "../../kernel/day.ts";
import { type HoursRange, type TimeRange, weekly } from "../../kernel/hours.ts";
import { exceptionsFrom, hoursOf, type OpeningHours, type WayIn } from "./opening-hours.ts";

/** Hours that come back, from the first day on which they do; `except`: the days between on which they do not. */
export type ReturningTime = HoursRange & { first: Day; except: Day[] };
export type SingleTime = TimeRange & { day: Day };

/**
 * The hours of a point for an agenda, from one day to another, both included: what comes back each week or month without
 * holidays, closing days and other hours, and those other hours one by one.
 */
export function timesAhead(
  point: { hours: OpeningHours; closingDays: ReadonlySet<string> },
  way: WayIn,
  { from, last }: { from: Day; last: Day },
): { returning: ReturningTime[]; single: SingleTime[] } {
  const days = Array.from({ length: from.until(last).days + 1 }, (_, days) => from.add({ days }));
  const exceptions = exceptionsFrom(point, way, from);
  const isOther = (day: Day) => exceptions.some(({ from, until }) => from <= day.toString() && day.toString() <= until);
  const open = hoursOf(point, way);
  const returning = point.hours[way].flatMap((range): ReturningTime[] => {
    const everyTime = days.filter((day) => weekly([range], () => false)(day).length > 0);
    const isHeld = (day: Day) => !isOther(day) && open(day).length > 0;
    const first = everyTime.find(isHeld);
    if (first === undefined) return [];
    const except = everyTime.filter((day) => !isHeld(day) && first.until(day).days > 0);
    return [{ ...range, first, except }];
  });
  const single = days.filter(isOther).flatMap((day) => {
    const byTime = new Map(open(day).map((range) => [`${range.from}-${range.until}`, range]));
    return [...byTime.values()].map(({ from, until }) => ({ day, from, until }));
  });
  return { returning, single };
}
