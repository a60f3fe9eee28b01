import type { HoursRange, WeekHours } from "../../kernel/hours.ts";
import { type Language, languages } from "../../kernel/language.ts";

/** "2" and "02" are a month, "13" and "feb" are not. */
export const isMonth = (typed: string): boolean => /^(0?[1-9]|1[0-2])$/.test(typed);

/** Words at the beginning of a line or heading. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

type SameHours = { first: number; last: number; ranges: HoursRange[]; nth: number[] };

/** Days after each other with the same hours are said in one breath: "maandag tot en met vrijdag van 9.00 tot 17.00 uur". */
export function daysByHours(hours: WeekHours): SameHours[] {
  const inOrder = hours.toSorted((a, b) => a.weekday - b.weekday || a.from.localeCompare(b.from));
  const timesOf = (ranges: HoursRange[]) => ranges.map(({ from, until }) => `${from}-${until}`).join();
  // What is only on some of them in a month is said apart, after what is each week.
  const kinds = [...Map.groupBy(inOrder, ({ nth }) => nthOf(nth).join()).values()].sort(
    (a, b) => weekly(a) - weekly(b),
  );
  return kinds.flatMap((kind) => {
    const nth = nthOf(kind[0]?.nth);
    const runs: SameHours[] = [];
    for (const [weekday, ranges] of Map.groupBy(kind, ({ weekday }) => weekday)) {
      const run = runs.at(-1);
      if (run !== undefined && run.last === weekday - 1 && timesOf(run.ranges) === timesOf(ranges)) run.last = weekday;
      else runs.push({ first: weekday, last: weekday, ranges, nth });
    }
    return runs;
  });
}

/** The first before the last (-1): [] is each week. */
export const nthOf = (nth: number[] | undefined): number[] =>
  (nth ?? []).toSorted((a, b) => (a === -1 ? 9 : a) - (b === -1 ? 9 : b));
const weekly = (kind: HoursRange[]): number => (kind[0]?.nth === undefined ? 0 : 1);

/** "€ 12,50" */
export const euros = (cents: number, language: Language): string =>
  (cents / 100).toLocaleString(languages[language].locale, { style: "currency", currency: "EUR" });

/** "3511-3515, 3521": as an editor types them too. */
export const sayPostcodes = (postcodes: readonly { from: number; to: number }[]): string =>
  postcodes.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(", ");
