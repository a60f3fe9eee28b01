import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rounds } from "../../../tests/support/rounds.ts";
import { evaluate, type Judged, shareOf } from "./evaluation.ts";
import { type IssueCode, issueCodes } from "./issue.ts";

const judged = (issues: IssueCode[], ranked: [IssueCode, number][], isUnsure = false): Judged => ({
  statement: { text: "huur", issues, needs: [] },
  ranked: ranked.map(([code, chance]) => ({ code, chance })),
  isUnsure,
});

describe("how good recognising is", () => {
  test("first right, among the first three, and wrong", () => {
    const { top1, top3, confusion } = evaluate([
      judged(["buren"], [["buren", 0.9]]),
      judged(
        ["buren"],
        [
          ["wonen-huur", 0.6],
          ["schulden", 0.3],
          ["buren", 0.2],
        ],
      ),
      judged(
        ["buren"],
        [
          ["wonen-huur", 0.6],
          ["schulden", 0.3],
          ["werk-ontslag", 0.2],
          ["buren", 0.1],
        ],
      ),
    ]);
    expect([top1.share, top3.share]).toEqual([1 / 3, 2 / 3]);
    expect(confusion).toEqual([{ meant: "buren", said: "wonen-huur", times: 2 }]);
  });

  test("whoever names one of several issues is right", () => {
    expect(evaluate([judged(["schulden", "wonen-huur"], [["wonen-huur", 0.8]])]).top1.share).toBe(1);
  });

  test("a legal side is missed when it was said first that there is none, and only then", () => {
    const { legalMissed } = evaluate([
      judged(
        ["schulden"],
        [
          ["geen-juridisch", 0.8],
          ["schulden", 0.5],
        ],
      ),
      judged(["schulden"], [["wonen-huur", 0.8]]),
      judged(["geen-juridisch"], [["geen-juridisch", 0.9]]),
      judged(["geen-juridisch", "schulden"], [["geen-juridisch", 0.9]]),
    ]);
    expect(legalMissed).toMatchObject({ of: 3, share: 1 / 3 });
  });

  test("saying that one does not know is counted by itself", () => {
    const { unsure, top1WhenSure } = evaluate([
      judged(["buren"], [["schulden", 0.2]], true),
      judged(["buren"], [["buren", 0.9]]),
    ]);
    expect([unsure.share, top1WhenSure.share]).toEqual([0.5, 1]);
  });

  test("chances that are as often right as they say have no calibration error", () => {
    const said = Array.from({ length: 10 }, (_, at) => judged([at < 7 ? "buren" : "schulden"], [["buren", 0.7]]));
    expect(evaluate(said).calibrationError).toBeCloseTo(0);
  });

  test("nothing to measure gives no number that is none", () => {
    expect(JSON.stringify(evaluate([]))).not.toMatch(/null|NaN/);
  });
});

describe("the interval of Wilson", () => {
  test("is that of the textbook: 15 of 20", () => {
    const { from, until } = shareOf(15, 20);
    expect([from, until].map((bound) => bound.toFixed(3))).toEqual(["0.531", "0.888"]);
  });

  test("holds the share, and gets smaller with more statements", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(), (of, at) => {
        const hits = at % (of + 1);
        const { share, from, until } = shareOf(hits, of);
        expect(from).toBeLessThanOrEqual(share);
        expect(until).toBeGreaterThanOrEqual(share);
        const more = shareOf(hits * 4, of * 4);
        expect(more.until - more.from).toBeLessThan(until - from);
      }),
      rounds(1, 200),
    );
  });

  test("every code has a line, also one that nobody meant", () => {
    expect(evaluate([judged(["buren"], [["buren", 1]])]).labels.map(({ code }) => code)).toEqual([...issueCodes]);
  });
});
