import { expect, test } from "vitest";
import { areFreeDaysKnown, lastKnownYear, royalDecreeDaysOf, royalDecrees } from "./royal-decree-days.ts";

const daysIn = (years: readonly number[]) => years.flatMap(royalDecreeDaysOf).map(({ day }) => `${day}`);

test("the days of both decrees, as printed", () => {
  expect(daysIn([2023, 2024, 2025])).toEqual(["2023-04-28", "2023-05-19", "2024-05-10", "2024-12-27", "2025-05-30"]);
  expect(daysIn([2026, 2027, 2028])).toEqual(["2026-01-02", "2026-05-15", "2027-05-07", "2028-04-28", "2028-05-26"]);
});

test("no day of a decree is lost outside the years it settles", () => {
  for (const { days, firstYear, lastYear } of royalDecrees) {
    const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);
    expect(daysIn(years)).toEqual([...days]);
  }
});

test("each decree begins where the one before it ended", () => {
  expect(royalDecrees.slice(1).map((decree) => decree.firstYear)).toEqual(
    royalDecrees.slice(0, -1).map((decree) => decree.lastYear + 1),
  );
});

test("each is a Monday or a Friday, so that with a weekend it makes one free stretch", () => {
  const weekdays = royalDecrees.flatMap((decree) => decree.days).map((text) => Temporal.PlainDate.from(text).dayOfWeek);
  expect(weekdays.every((weekday) => weekday === 1 || weekday === 5)).toBe(true);
});

test("after 2028 and before 2023 we do not know all free days, and say so", () => {
  expect([2022, 2023, 2028, 2029].map(areFreeDaysKnown)).toEqual([false, true, true, false]);
  expect(lastKnownYear).toBe(2028);
  expect(royalDecreeDaysOf(2029)).toEqual([]);
});
