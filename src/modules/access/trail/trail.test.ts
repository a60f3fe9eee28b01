import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newReference } from "../../../kernel/id.ts";
import { momentsOf, namesOf, peopleOf, periodOf, readReference, sayReference } from "./trail.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const today = day("2026-11-24");

describe("the period of a search", () => {
  test("is the last thirty days when nothing was said", () => {
    expect(periodOf({ from: undefined, until: undefined }, today)).toEqual({
      ok: true,
      value: { from: day("2026-10-25"), until: today },
    });
  });

  test.each([
    ["2025-11-24", "2026-11-24", undefined],
    ["2025-11-23", "2026-11-24", "tooLong"],
    ["2026-11-25", "2026-11-24", "order"],
    ["2026-11-24", "2026-11-24", undefined],
  ])("from %s until %s: %s", (from, until, problem) => {
    const period = periodOf({ from: day(from), until: day(until) }, today);
    expect(period.ok ? undefined : period.problem).toBe(problem);
  });

  test("of one file is everything since its opening, also when that is long ago, unless days were chosen", () => {
    const file = { openedOn: day("2024-03-01") };
    expect(periodOf({ from: undefined, until: undefined }, today, file)).toEqual({
      ok: true,
      value: { from: day("2024-03-01"), until: today },
    });
    const chosen = { from: day("2026-11-01"), until: day("2026-11-02") };
    expect(periodOf(chosen, today, file)).toEqual({ ok: true, value: chosen });
    const before = day("2024-01-01");
    expect(periodOf({ from: undefined, until: before }, today, file)).toEqual({
      ok: true,
      value: { from: before, until: before },
    });
    expect(periodOf({ from: undefined, until: undefined }, today, { openedOn: undefined })).toEqual(
      periodOf({ from: undefined, until: undefined }, today),
    );
  });

  test("holds the whole of its last day, on a Dutch clock", () => {
    const { from, before } = momentsOf({ from: day("2026-10-25"), until: day("2026-10-25") });
    // The clock went back an hour that day.
    expect(from.until(before).total("hours")).toBe(25);
  });
});

describe("what is looked for", () => {
  test("is no search of this page, unless that was asked for", () => {
    expect(namesOf(undefined)).not.toContain("access.trailSearched");
    expect(namesOf(undefined)).toContain("access.readersAsked");
    expect(namesOf("trail")).toContain("access.trailSearched");
  });

  test.each([
    ["access.dutyGiven", "actor", "subject"],
    ["access.sessionsEnded", "actor", "subject"],
    ["access.signedIn", "subject", null],
    ["access.invitationUsed", "subject", null],
    ["access.fileRead", "actor", null],
  ] as const)("%s is by %s, about %s", (name, by, about) => {
    expect(peopleOf(name, { actorId: "actor", subjectRef: "subject" })).toEqual({ by, about });
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
