import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rounds } from "../../../../tests/support/rounds.ts";
import type { Day } from "../../../kernel/day.ts";
import { readRetention, type TeamTerms } from "../../access/index.ts";
import { caseResults, holdReasons } from "../case-file.ts";
import { type Closing, decideRetention, fileTermsOf, goesOn, lastClosingGone, pastTerms } from "./due.ts";
import { reportOf } from "./report.ts";

const day = (text: string): Day => Temporal.PlainDate.from(text);
const table = readRetention();
const controllers = ["organisation", "municipality"] as const;
const aTeamOf = (controller: TeamTerms["controller"], own: TeamTerms["own"] = {}): TeamTerms => ({
  municipalityId: "GM9999",
  municipality: "Voorbeeldstad",
  teamId: "0192d3a4-0000-7000-8000-000000000001",
  team: "Voorbeeld Raadslieden",
  controller,
  own,
});

const days = fc.integer({ min: 0, max: 6000 }).map((after) => day("2020-01-01").add({ days: after }));
const months = fc.integer({ min: 1, max: 240 });
const closed = fc.record({
  status: fc.constant("closed" as const),
  closedOn: days,
  result: fc.constantFrom(...caseResults),
  hold: fc.constant(null),
});
const teams = fc.record({ controller: fc.constantFrom(...controllers), months: fc.integer({ min: 6, max: 60 }) });
const isBefore = (a: Day, b: Day) => Temporal.PlainDate.compare(a, b) < 0;

describe("a closed file", () => {
  test.each([
    ["organisation", "answered", "2028-11-24"],
    ["organisation", "no-help-found", "2028-11-24"],
    ["organisation", "cancelled", "2027-05-24"],
    ["organisation", "not-reached", "2027-05-24"],
    ["municipality", "answered", "2031-11-24"],
    ["municipality", "cancelled", "2027-11-24"],
  ] as const)("of a team of an %s that ended with %s goes on %s", (controller, result, goes) => {
    const file: Closing = { status: "closed", closedOn: day("2026-11-24"), result, hold: null };
    const terms = fileTermsOf(table, aTeamOf(controller));
    expect(decideRetention(file, terms, day(goes).subtract({ days: 1 }))).toMatchObject({
      kind: "kept",
      goesOn: day(goes),
    });
    expect(decideRetention(file, terms, day(goes))).toMatchObject({ kind: "due", goesOn: day(goes) });
  });

  test("goes on the last day of a month that is too short for its own", () => {
    expect(goesOn(day("2026-08-31"), { months: 6 })).toEqual(day("2027-02-28"));
    expect(goesOn(day("2024-02-29"), { months: 12 })).toEqual(day("2025-02-28"));
  });

  test("goes by the term its team set, if that is within the limits of the rule", () => {
    const file: Closing = { status: "closed", closedOn: day("2026-11-24"), result: "answered", hold: null };
    const goes = (controller: TeamTerms["controller"], own: number) => {
      const decided = decideRetention(
        file,
        fileTermsOf(table, aTeamOf(controller, { hulpvraag: own })),
        day("2026-12-01"),
      );
      return decided.kind === "kept" ? [decided.goesOn.toString(), decided.term.ground] : decided.kind;
    };
    expect(goes("organisation", 36)).toEqual(["2029-11-24", "team"]);
    expect(goes("organisation", 61)).toEqual(["2028-11-24", "policy"]);
    expect(goes("municipality", 36)).toEqual(["2031-11-24", "selectielijst"]);
  });

  test("is never gone earlier for a longer term, nor when it was closed later", () => {
    fc.assert(
      fc.property(days, months, months, fc.nat(400), (on, one, more, later) => {
        expect(isBefore(goesOn(on, { months: one + more }), goesOn(on, { months: one }))).toBe(false);
        expect(isBefore(goesOn(on.add({ days: later }), { months: one }), goesOn(on, { months: one }))).toBe(false);
      }),
      rounds(1, 500),
    );
  });

  test("is looked for by its day of closing, and that finds exactly what is over", () => {
    fc.assert(
      fc.property(days, months, fc.integer({ min: -5, max: 5 }), (closedOn, term, off) => {
        const on = goesOn(closedOn, { months: term }).add({ days: off });
        const found = !isBefore(lastClosingGone({ months: term }, on), closedOn);
        expect(found).toBe(!isBefore(on, goesOn(closedOn, { months: term })));
      }),
      rounds(2, 2000),
    );
  });

  test("is in one list of what is over when it is due, and in none when it is not", () => {
    fc.assert(
      fc.property(closed, teams, days, (file, { controller, months }, today) => {
        const team = aTeamOf(controller, { hulpvraag: months });
        const { kind } = decideRetention(file, fileTermsOf(table, team), today);
        const lists = pastTerms(table, [team], today).filter(
          ({ results, lastClosed }) => results.includes(file.result) && !isBefore(lastClosed, file.closedOn),
        );
        expect(lists.length).toBe(kind === "due" ? 1 : 0);
      }),
      rounds(3, 1000),
    );
  });

  test("that is held never goes, whatever its age", () => {
    fc.assert(
      fc.property(closed, teams, fc.constantFrom(...holdReasons), months, (file, { controller }, hold, later) => {
        const terms = fileTermsOf(table, aTeamOf(controller));
        const today = file.closedOn.add({ months: later });
        expect(decideRetention({ ...file, hold }, terms, today)).toMatchObject({ kind: "held", reason: hold });
      }),
      rounds(4, 300),
    );
  });
});

test("an open file never goes, held or not", () => {
  for (const controller of controllers)
    for (const hold of [null, ...holdReasons])
      expect(
        decideRetention({ status: "open", hold }, fileTermsOf(table, aTeamOf(controller)), day("2099-01-01")),
      ).toEqual({ kind: "open" });
});

describe("the report", () => {
  const alike = (count: number, closedOn: string, over: Partial<Closing & { status: "closed" }> = {}) => ({
    municipalityId: "GM9999",
    teamId: aTeamOf("organisation").teamId,
    count,
    closing: { status: "closed", closedOn: day(closedOn), result: "answered", hold: null, ...over } as const,
  });

  test("says per team and rule what goes and since when, what runs, what is held and why, what is there too long", () => {
    const lines = reportOf(
      [
        alike(3, "2024-11-21"),
        alike(2, "2024-11-22"),
        alike(1, "2024-11-24"),
        alike(4, "2024-11-25"),
        alike(5, "2026-01-31"),
        alike(1, "2020-01-01", { hold: "objection" }),
        alike(2, "2026-11-01", { hold: "complaint" }),
        alike(1, "2020-01-01", { hold: "complaint" }),
        alike(7, "2026-11-01", { result: "cancelled" }),
        { ...alike(9, "2000-01-01"), teamId: "0192d3a4-0000-7000-8000-000000000002" },
      ],
      [aTeamOf("organisation")],
      table,
      day("2026-11-24"),
    );
    expect(lines).toMatchObject([
      {
        rule: "hulpvraag",
        due: { count: 6, first: day("2026-11-21") },
        // On the 24th, what should have gone on the 22nd has two days behind it, and is not late yet.
        overdue: { count: 3, first: day("2026-11-21") },
        kept: { count: 9, first: day("2026-11-25") },
        held: [
          { reason: "objection", count: 1 },
          { reason: "complaint", count: 3 },
        ],
      },
      {
        rule: "hulpvraag-afgebroken",
        due: { count: 0, first: undefined },
        overdue: { count: 0, first: undefined },
        kept: { count: 7, first: day("2027-05-01") },
        held: [],
      },
    ]);
  });
});
