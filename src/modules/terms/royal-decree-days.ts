import type { Day } from "../../kernel/day.ts";

/**
 * Days that count as a holiday for legal terms because the government says so (Atw 3(3)), mostly the Friday after a
 * holiday. They follow no rule, so they are a table: each Royal Decree, as printed in the Staatscourant, with the years
 * it settles. A new decree is a new entry here, and nothing else.
 */
export const royalDecrees = [
  {
    source: "Stcrt. 2022, 7812",
    firstYear: 2023,
    lastYear: 2025,
    days: ["2023-04-28", "2023-05-19", "2024-05-10", "2024-12-27", "2025-05-30"],
  },
  {
    source: "Stcrt. 2025, 24713",
    firstYear: 2026,
    lastYear: 2028,
    days: ["2026-01-02", "2026-05-15", "2027-05-07", "2028-04-28", "2028-05-26"],
  },
] as const;

/** The last year for which every free day is known. Later dates may still move when a decree appears. */
export const lastKnownYear = Math.max(...royalDecrees.map((decree) => decree.lastYear));

const decreeFor = (year: number) => royalDecrees.find((decree) => decree.firstYear <= year && year <= decree.lastYear);

/** Not so for a year after the last decree, nor for one before the first in the table. */
export const areFreeDaysKnown = (year: number): boolean => decreeFor(year) !== undefined;

export type RoyalDecreeDay = { day: Day; source: string };

export function royalDecreeDaysOf(year: number): RoyalDecreeDay[] {
  const decree = decreeFor(year);
  if (decree === undefined) return [];
  const days = decree.days.map((text) => Temporal.PlainDate.from(text)).filter((day) => day.year === year);
  return days.map((day) => ({ day, source: decree.source }));
}
