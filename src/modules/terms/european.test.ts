import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rounds } from "../../../tests/support/rounds.ts";
import { lastDayToAnswer, lastDayWhenExtended } from "./european.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const compare = Temporal.PlainDate.compare;
const anyDay = fc
  .integer({ min: 0, max: 365 * 30 })
  .map((days) => day("2020-01-01").add({ days }))
  .map((found) => found.toString());

describe("a month to answer (AVG 12(3), Regulation 1182/71)", () => {
  test.each([
    ["an ordinary day ends on the same number", "2026-11-24", "2026-12-24"],
    ["31 January ends on the last of February", "2023-01-31", "2023-02-28"],
    ["in a leap year too", "2024-01-31", "2024-02-29"],
    ["30 January as well", "2023-01-30", "2023-02-28"],
    ["31 August ends on 30 September", "2027-08-31", "2027-09-30"],
    ["past the end of a year", "2026-12-14", "2027-01-14"],
    ["the night the clock goes forward", "2027-02-28", "2027-03-30"],
    ["a Saturday moves to Monday", "2027-01-20", "2027-02-22"],
    ["a Sunday too", "2026-11-13", "2026-12-14"],
    ["Christmas moves past both days and the weekend", "2026-11-25", "2026-12-28"],
    ["1 January", "2026-12-01", "2027-01-04"],
    ["Good Friday, past Easter Monday", "2027-02-26", "2027-03-30"],
    ["King's Day", "2027-03-27", "2027-04-28"],
    ["5 May", "2026-04-05", "2026-05-06"],
    ["the day after Ascension is a working day here, whatever a Royal Decree says", "2026-04-15", "2026-05-15"],
  ])("%s", (_, received, last) => {
    expect(lastDayToAnswer(day(received)).day.toString()).toBe(last);
  });

  test("never ends before a month, nor in a weekend, nor more than six days after it", () => {
    fc.assert(
      fc.property(anyDay, (received) => {
        const { counted, day: last } = lastDayToAnswer(day(received));
        expect(counted.equals(day(received).add({ months: 1 }))).toBe(true);
        expect(compare(last, counted)).toBeGreaterThanOrEqual(0);
        expect(counted.until(last).days).toBeLessThanOrEqual(6);
        expect(last.dayOfWeek).toBeLessThanOrEqual(5);
      }),
      rounds(1182, 500),
    );
  });

  test("whoever asked earlier is never answered later", () => {
    fc.assert(
      fc.property(anyDay, (received) => {
        const next = day(received).add({ days: 1 });
        for (const term of [lastDayToAnswer, lastDayWhenExtended])
          expect(compare(term(day(received)).day, term(next).day)).toBeLessThanOrEqual(0);
      }),
      rounds(1183, 500),
    );
  });
});

describe("an extension", () => {
  test.each([
    ["three months in all", "2026-11-24", "2027-02-24"],
    ["31 January: two months after the 28th", "2023-01-31", "2023-04-28"],
    ["over the turn of the year, past a Saturday", "2026-10-06", "2027-01-06"],
    ["a first month that moved adds no days to the other two", "2026-11-25", "2027-02-25"],
  ])("%s", (_, received, last) => {
    expect(lastDayWhenExtended(day(received)).day.toString()).toBe(last);
  });

  test("gives at most two months after the first, and never more than three in all, but for a last day that moves", () => {
    fc.assert(
      fc.property(anyDay, (received) => {
        const first = lastDayToAnswer(day(received));
        const { counted, day: last } = lastDayWhenExtended(day(received));
        expect(counted.equals(first.counted.add({ months: 2 }))).toBe(true);
        expect(compare(counted, day(received).add({ months: 3 }))).toBeLessThanOrEqual(0);
        expect(compare(last, first.day)).toBeGreaterThan(0);
        expect(counted.until(last).days).toBeLessThanOrEqual(6);
      }),
      rounds(1184, 500),
    );
  });
});
