import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rounds } from "../../../tests/support/rounds.ts";
import { type Day, dayOf } from "../../kernel/day.ts";
import { isWorkingDay } from "./calendar.ts";
import { endOfTerm, type Term, type TermLength } from "./term.ts";

const day = (text: string): Day => Temporal.PlainDate.from(text);
const weeks = (count: number): TermLength => ({ count, unit: "weeks" });
const days = (count: number): TermLength => ({ count, unit: "days" });
const months = (count: number): TermLength => ({ count, unit: "months" });
const years = (count: number): TermLength => ({ count, unit: "years" });

/** A term from an act, counted forwards: nearly all of them. */
const legal = (start: Day, length: TermLength): Term => ({ start, length, counted: "forwards", setBy: "act" });
const endOf = (start: string, length: TermLength) => `${endOfTerm(legal(day(start), length)).day}`;

const runs = rounds(1964, 500);
const anyDay = fc.integer({ min: 0, max: 40_000 }).map((count) => day("1990-01-01").add({ days: count }));
const movedLength = fc.oneof(
  fc.integer({ min: 1, max: 90 }).map(days),
  fc.integer({ min: 1, max: 12 }).map(weeks),
  fc.integer({ min: 1, max: 3 }).map(months),
);
const anyLength = fc.oneof(
  movedLength,
  fc.integer({ min: 91, max: 400 }).map(days),
  fc.integer({ min: 13, max: 60 }).map(weeks),
  fc.integer({ min: 4, max: 24 }).map(months),
  fc.integer({ min: 1, max: 5 }).map(years),
);
const anyTerm: fc.Arbitrary<Term> = fc.record({
  start: anyDay,
  length: anyLength,
  counted: fc.constantFrom("forwards", "backwards"),
  setBy: fc.constantFrom("act", "municipality"),
});

const countedTo = (term: Term) =>
  endOfTerm(term).steps.find((step) => step.code === "counted" || step.code === "counted-back")?.day;

describe("counting", () => {
  test("six weeks from a Wednesday end on a Wednesday", () => {
    expect(endOf("2026-09-02", weeks(6))).toBe("2026-10-14");
  });

  test("the change to summer time takes nothing off: days are counted, not hours", () => {
    expect(endOf("2026-03-01", weeks(6))).toBe("2026-04-13");
  });

  test("half past midnight in Utrecht is the new day, although UTC still says yesterday", () => {
    const accessible = dayOf(Temporal.Instant.from("2026-09-01T22:30:00Z"));
    expect(`${endOfTerm(legal(accessible, weeks(6))).day}`).toBe("2026-10-14");
  });

  test("months end on the same number, or on the last day of a shorter month", () => {
    expect(endOf("2026-09-02", months(1))).toBe("2026-10-02");
    expect(endOf("2027-08-31", months(3))).toBe("2027-11-30");
  });

  test("the Supreme Court: three months from 29 February 2016 end on 29 May, a Sunday, so on Monday the 30th", () => {
    expect(endOf("2016-02-29", months(3))).toBe("2016-05-30");
  });

  test("a term of nothing, or of half a week, is a mistake", () => {
    expect(() => endOfTerm(legal(day("2026-09-02"), weeks(0)))).toThrow(RangeError);
    expect(() => endOfTerm(legal(day("2026-09-02"), weeks(0.5)))).toThrow(RangeError);
  });

  test("a term in hours has no last day, so it cannot be asked (Atw 4(a))", () => {
    // @ts-expect-error hours are no unit of a term
    const inHours: TermLength = { count: 48, unit: "hours" };
    expect(inHours.count).toBe(48);
  });
});

describe("an end on a free day moves on (Atw 1(1))", () => {
  test.for([
    { sent: "2026-08-02", end: "2026-09-14", why: "a Sunday" },
    { sent: "2026-04-13", end: "2026-05-26", why: "Whit Monday" },
    { sent: "2025-03-15", end: "2025-04-28", why: "King's Day on Saturday 26 April, then a Sunday" },
    { sent: "2026-03-24", end: "2026-05-06", why: "5 May in an ordinary year" },
    { sent: "2026-11-13", end: "2026-12-28", why: "Christmas and a weekend" },
    { sent: "2025-11-20", end: "2026-01-05", why: "New Year's Day, a Royal-Decree day and a weekend" },
    { sent: "2027-03-24", end: "2027-05-10", why: "5 May, Ascension Day, a Royal-Decree day and a weekend" },
    { sent: "2028-03-16", end: "2028-05-01", why: "King's Day, a Royal-Decree day and a weekend" },
  ])("six weeks from $sent end on $end because of $why", ({ sent, end }) => {
    expect(endOf(sent, weeks(6))).toBe(end);
  });

  test("each day passed over is told, with its article", () => {
    expect(endOfTerm(legal(day("2027-03-24"), weeks(6)))).toEqual({
      day: day("2027-05-10"),
      steps: [
        { code: "starts", day: day("2027-03-25") },
        { code: "counted", day: day("2027-05-05"), length: weeks(6) },
        { code: "free-day", day: day("2027-05-05"), why: "liberation-day", article: "Atw 3(1)" },
        { code: "free-day", day: day("2027-05-06"), why: "ascension-day", article: "Atw 3(1)" },
        { code: "free-day", day: day("2027-05-07"), why: "royal-decree", article: "Atw 3(3)" },
        { code: "free-day", day: day("2027-05-08"), why: "saturday", article: "Atw 1(1)" },
        { code: "free-day", day: day("2027-05-09"), why: "sunday", article: "Atw 1(1)" },
        { code: "moved", day: day("2027-05-10"), article: "Atw 1(1)" },
      ],
      warnings: [],
    });
  });

  test("an end on a working day has nothing to tell but the count", () => {
    const codes = endOfTerm(legal(day("2026-09-02"), weeks(6))).steps.map((step) => step.code);
    expect(codes).toEqual(["starts", "counted"]);
  });
});

describe("three days or more hold two working days (Atw 2)", () => {
  test("three days from Christmas Eve 2026 end on 29 December", () => {
    const end = endOfTerm(legal(day("2026-12-24"), days(3)));
    expect(`${end.day}`).toBe("2026-12-29");
    expect(end.steps.slice(-2)).toEqual([
      { code: "moved", day: day("2026-12-28"), article: "Atw 1(1)" },
      { code: "two-working-days", day: day("2026-12-29"), article: "Atw 2" },
    ]);
  });

  test("it also lengthens a term that ends on a working day by itself", () => {
    // Friday to Monday holds one working day.
    const codes = endOfTerm(legal(day("2026-11-20"), days(3))).steps.map((step) => step.code);
    expect(endOf("2026-11-20", days(3))).toBe("2026-11-24");
    expect(codes).toEqual(["starts", "counted", "two-working-days"]);
  });

  test("two days need not", () => {
    expect(endOf("2026-12-24", days(2))).toBe("2026-12-28");
  });
});

describe("what the Atw leaves alone", () => {
  test("ten days before a hearing on 13 May is Sunday 3 May: counted backwards nothing moves (Atw 1(2))", () => {
    const end = endOfTerm({ start: day("2026-05-13"), length: days(10), counted: "backwards", setBy: "act" });
    expect(end).toEqual({
      day: day("2026-05-03"),
      steps: [
        { code: "counted-back", day: day("2026-05-03"), length: days(10) },
        { code: "stays", day: day("2026-05-03"), because: "backwards", article: "Atw 1(2)" },
      ],
      warnings: [{ code: "ends-on-free-day", day: day("2026-05-03"), why: "sunday" }],
    });
  });

  test("a term the municipality set stays on its Sunday, and warns (Atw 1, 5)", () => {
    const end = endOfTerm({ ...legal(day("2026-11-15"), weeks(2)), setBy: "municipality" });
    expect(`${end.day}`).toBe("2026-11-29");
    expect(end.steps.at(-1)).toMatchObject({ code: "stays", because: "municipality" });
    expect(end.warnings).toEqual([{ code: "ends-on-free-day", day: day("2026-11-29"), why: "sunday" }]);
  });

  test.for([
    { longest: days(90), longer: days(91) },
    { longest: weeks(12), longer: weeks(13) },
    { longest: months(3), longer: months(4) },
  ])("$longest.count $longest.unit still move, $longer.count do not (Atw 4(a))", ({ longest, longer }) => {
    const codes = (length: TermLength) => {
      // Counted so that the term comes out on Sunday 29 November 2026.
      const start = day("2026-11-29").subtract({ [length.unit]: length.count });
      return endOfTerm(legal(start, length)).steps.map((step) => step.code);
    };
    expect(codes(longest)).toEqual(["starts", "counted", "free-day", "moved"]);
    expect(codes(longer)).toEqual(["starts", "counted", "stays"]);
  });

  test("a year never moves (Atw 4(a))", () => {
    expect(endOf("2025-11-29", years(1))).toBe("2026-11-29");
  });
});

describe("days by Royal Decree that nobody knows yet", () => {
  test("an end after 2028 warns, and is still computed", () => {
    const end = endOfTerm(legal(day("2028-12-20"), weeks(6)));
    expect(`${end.day}`).toBe("2029-01-31");
    expect(end.warnings).toEqual([{ code: "free-days-unknown", year: 2029 }]);
  });

  test("an end that moves over the edge of the table warns too", () => {
    // Sunday 31 December 2028, New Year's Day on Monday: 2 January may yet be made equal to a holiday.
    expect(endOfTerm(legal(day("2028-11-19"), weeks(6))).warnings).toEqual([{ code: "free-days-unknown", year: 2029 }]);
  });

  test("before 2023 the table knows nothing either", () => {
    expect(endOfTerm(legal(day("2016-02-29"), months(3))).warnings).toEqual([
      { code: "free-days-unknown", year: 2016 },
    ]);
  });

  test("within the table there is no warning", () => {
    expect(endOfTerm(legal(day("2022-12-31"), weeks(6))).warnings).toEqual([]);
    expect(endOfTerm(legal(day("2028-11-10"), weeks(6))).warnings).toEqual([]);
  });
});

describe("for every term", () => {
  test("what the Atw moves ends on a working day, never before the day counted to", () => {
    fc.assert(
      fc.property(anyDay, movedLength, (start, length) => {
        const end = endOfTerm(legal(start, length)).day;
        expect(isWorkingDay(end)).toBe(true);
        expect(Temporal.PlainDate.compare(end, start.add({ [length.unit]: length.count }))).toBeGreaterThanOrEqual(0);
      }),
      runs,
    );
  });

  test("what the Atw moves holds two working days when it is three days or more", () => {
    fc.assert(
      fc.property(anyDay, movedLength, (start, length) => {
        fc.pre(length.unit !== "days" || length.count >= 3);
        const inTerm = Array.from({ length: start.until(endOfTerm(legal(start, length)).day).days }, (_, index) =>
          start.add({ days: index + 1 }),
        );
        expect(inTerm.filter(isWorkingDay).length).toBeGreaterThanOrEqual(2);
      }),
      runs,
    );
  });

  test("a longer term never ends earlier", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 89 }), (start, count) => {
        const shorter = endOfTerm(legal(start, days(count))).day;
        const longer = endOfTerm(legal(start, days(count + 1))).day;
        expect(Temporal.PlainDate.compare(longer, shorter)).toBeGreaterThanOrEqual(0);
      }),
      runs,
    );
  });

  test("the last step told is the end", () => {
    fc.assert(
      fc.property(anyTerm, (term) => {
        const end = endOfTerm(term);
        expect(`${end.steps.at(-1)?.day}`).toBe(`${end.day}`);
      }),
      runs,
    );
  });

  test("what stays, stays on the day counted to, and an end on a free day always warns", () => {
    fc.assert(
      fc.property(anyTerm, (term) => {
        const end = endOfTerm(term);
        if (end.steps.some((step) => step.code === "stays")) expect(`${end.day}`).toBe(`${countedTo(term)}`);
        expect(end.warnings.some((warning) => warning.code === "ends-on-free-day")).toBe(!isWorkingDay(end.day));
      }),
      runs,
    );
  });
});
