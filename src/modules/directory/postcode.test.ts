import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rounds } from "../../../tests/support/rounds.ts";
import { anArea } from "./make.ts";
import { areaOf, distanceBetween, isBelgianPostcode, postcodesWithin, readPostcode, roughly } from "./postcode.ts";

const runs = rounds(35, 400);

describe("a postcode as somebody types it", () => {
  test.each([
    ["3511", 3511],
    ["3511AB", 3511],
    ["3511 AB", 3511],
    [" 3511 ab ", 3511],
    ["3511\tAb", 3511],
    ["1000", 1000],
    ["9999 XZ", 9999],
  ])("%j is %d", (typed, pc4) => {
    expect(readPostcode(typed)).toBe(pc4);
  });

  test.each([
    "",
    "0000",
    "0123AB",
    "B-1000",
    "B 1000",
    "BE-1000",
    "351",
    "35111",
    "3511 A",
    "3511 ABC",
    "3511-AB",
    "Utrecht",
    "3511 12",
    "٣٥١١",
    "1e4",
  ])("%j is none", (typed) => {
    expect(readPostcode(typed)).toBeUndefined();
  });

  test("four digits of Belgium look Dutch: they are read, and lie in no place of ours", () => {
    const areas = [anArea({ from: 3500, to: 3585, place: "Utrecht" })];
    const leuven = readPostcode("3000");
    expect(leuven).toBe(3000);
    expect(areaOf(leuven ?? 0, areas)).toBeUndefined();
  });

  test("every postcode from 1000 to 9999 is read, with any letters and in any case", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9999 }), fc.stringMatching(/^([a-zA-Z]{2})?$/), (pc4, letters) => {
        expect(readPostcode(`${pc4}${letters}`)).toBe(pc4);
        expect(readPostcode(` ${pc4} ${letters}`)).toBe(pc4);
      }),
      runs,
    );
  });
});

describe("where a postcode lies", () => {
  const utrecht = anArea({ from: 3500, to: 3585, place: "Utrecht" });
  const deurne = anArea({ from: 5750, to: 5753, place: "Deurne" });

  test("in the area whose first and last postcode enclose it", () => {
    expect([3500, 3511, 3585].map((pc4) => areaOf(pc4, [utrecht, deurne])?.place)).toEqual([
      "Utrecht",
      "Utrecht",
      "Utrecht",
    ]);
    expect([3499, 3586, 5754].map((pc4) => areaOf(pc4, [utrecht, deurne]))).toEqual([undefined, undefined, undefined]);
  });
});

test.each([
  ["B-1000", true],
  ["be 2000", true],
  ["B3000", true],
  ["3000", false],
  ["B-0100", false],
  ["Bee 3000", false],
  ["D-48565", false],
])("%j says that it is Belgian: %s", (typed, is) => expect(isBelgianPostcode(typed)).toBe(is));

describe("the distance between two areas", () => {
  const anywhere = fc
    .record({
      latitude: fc.double({ min: 50.7, max: 53.6, noNaN: true }),
      longitude: fc.double({ min: 3.3, max: 7.3, noNaN: true }),
    })
    .map((middle) => anArea(middle));

  test("from Utrecht to Deurne is some eighty kilometres", () => {
    const utrecht = anArea({ latitude: 52.09, longitude: 5.12 });
    const deurne = anArea({ latitude: 51.46, longitude: 5.79 });
    expect(distanceBetween(utrecht, deurne)).toBeGreaterThan(80);
    expect(distanceBetween(utrecht, deurne)).toBeLessThan(88);
  });

  test("to itself is nothing, there is as far as back, and no detour is shorter", () => {
    fc.assert(
      fc.property(anywhere, anywhere, anywhere, (a, b, c) => {
        expect(distanceBetween(a, a)).toBe(0);
        expect(distanceBetween(a, b)).toBeCloseTo(distanceBetween(b, a), 9);
        expect(distanceBetween(a, c)).toBeLessThanOrEqual(distanceBetween(a, b) + distanceBetween(b, c) + 1e-9);
      }),
      runs,
    );
  });
});

describe("postcodes within some kilometres", () => {
  const utrecht = anArea({ from: 3511, to: 3512, latitude: 52.09, longitude: 5.12 });
  const deurne = anArea({ from: 5751, to: 5753, latitude: 51.46, longitude: 5.79 });

  test("are those of areas that are told to be no further, one's own among them", () => {
    expect(postcodesWithin(5, 3512, [utrecht, deurne])).toEqual([utrecht]);
    expect(postcodesWithin(roughly(distanceBetween(utrecht, deurne)), 3512, [utrecht, deurne])).toHaveLength(2);
    expect(postcodesWithin(roughly(distanceBetween(utrecht, deurne)) - 1, 3512, [utrecht, deurne])).toHaveLength(1);
  });

  test("are unknown from a postcode that nobody knows", () => {
    expect(postcodesWithin(5, 9999, [utrecht, deurne])).toBeUndefined();
  });
});
