import type { HoursRange, WeekHours } from "../../kernel/hours.ts";

/** "2" and "02" are a month, "13" and "feb" are not. */
export const isMonth = (typed: string): boolean => /^(0?[1-9]|1[0-2])$/.test(typed);

/** Words at the beginning of a line or heading. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

type SameHours = { first: number; last: number; ranges: HoursRange[] };

/** Days after each other with the same hours are said in one breath: "maandag tot en met vrijdag van 9.00 tot 17.00 uur". */
export function daysByHours(hours: WeekHours): SameHours[] {
  const inOrder = hours.toSorted((a, b) => a.weekday - b.weekday || a.from.localeCompare(b.from));
  const timesOf = (ranges: HoursRange[]) => ranges.map(({ from, until }) => `${from}-${until}`).join();
  const days = [...Map.groupBy(inOrder, ({ weekday }) => weekday)];
  const runs: SameHours[] = [];
  for (const [weekday, ranges] of days) {
    const run = runs.at(-1);
    if (run !== undefined && run.last === weekday - 1 && timesOf(run.ranges) === timesOf(ranges)) run.last = weekday;
    else runs.push({ first: weekday, last: weekday, ranges });
  }
  return runs;
}
