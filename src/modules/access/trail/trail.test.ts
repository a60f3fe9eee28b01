import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newReference } from "../../../kernel/id.ts";
import { momentsOf, periodOf, readReference, sayReference } from "./trail.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const today = day("2026-11-24");

describe("the period of a search", () => {
  test("is the last thirty days when nothing was said", () => {
    expect(periodOf({ from: undefined, until: undefined, ofOneFile: false }, today)).toEqual({
      ok: true,
      value: { from: day("2026-10-25"), until: today, whole: false },
    });
  });

  test.each([
    ["2025-11-24", "2026-11-24", undefined],
    ["2025-11-23", "2026-11-24", "tooLong"],
    ["2026-11-25", "2026-11-24", "order"],
    ["2026-11-24", "2026-11-24", undefined],
  ])("from %s until %s: %s", (from, until, problem) => {
    const period = periodOf({ from: day(from), until: day(until), ofOneFile: false }, today);
    expect(period.ok ? undefined : period.problem).toBe(problem);
  });

  test("of one file is all that there is, unless a first day was chosen", () => {
    const whole = periodOf({ from: undefined, until: undefined, ofOneFile: true }, today);
    expect(whole).toMatchObject({ ok: true, value: { whole: true, until: today } });
    expect(whole.ok && whole.value.from.year).toBeLessThan(1950);
    expect(periodOf({ from: today, until: undefined, ofOneFile: true }, today)).toMatchObject({
      value: { whole: false, from: today },
    });
  });

  test("holds the whole of its last day, on a Dutch clock", () => {
    const { from, before } = momentsOf({ from: day("2026-10-25"), until: day("2026-10-25") });
    // The clock went back an hour that day.
    expect(from.until(before).total("hours")).toBe(25);
  });
});

describe("a reference", () => {
  test("is said in ten signs, and leads back to itself however it is typed", () => {
    fc.assert(
      fc.property(fc.uuid(), (reference) => {
        const said = sayReference(reference);
        expect(said).toMatch(/^[0-9a-f]{5}-[0-9a-f]{5}$/);
        for (const typed of [said, said.toUpperCase(), said.replace("-", " ")]) {
          const range = readReference(typed);
          expect(range !== undefined && range.from <= reference && reference <= range.until).toBe(true);
        }
      }),
    );
  });

  test("that is none is refused", () => {
    for (const typed of ["", "3f9a1", "3f9a1-2bc0g", newReference(), "'; --"])
      expect(readReference(typed)).toBeUndefined();
  });
});
