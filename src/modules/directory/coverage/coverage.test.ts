import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rounds } from "../../../../tests/support/rounds.ts";
import { anArea, aServicePoint } from "../make.ts";
import { type SupportFunction, supportFunctions } from "../service.ts";
import { coverageOf, type Measured, neighboursOf, type Offer } from "./coverage.ts";
import { parseYardstick } from "./yardstick.ts";

const today = Temporal.PlainDate.from("2026-11-26");
const here = "GM0001";
const region = "RG0001";
const nextTown = "GM0002";

const yardstick = parseYardstick(`
every: { here: [vraagverheldering], anywhere: [rechtsbijstand], because: { nl: a, en: b } }
themes:
  wonen: { here: [bemiddeling], independent: true, because: { nl: c, en: d } }
  buren: { anywhere: [bemiddeling], leave-out: [rechtsbijstand], because: { nl: e, en: f } }
`);

/** Two parts of this town, ten kilometres apart, and the next town twenty kilometres on. */
const areas = [
  anArea({ from: 1000, to: 1009, municipalityId: here, latitude: 52, longitude: 5 }),
  anArea({ from: 1010, to: 1019, municipalityId: here, latitude: 52.09, longitude: 5 }),
  anArea({ from: 2000, to: 2009, municipalityId: nextTown, latitude: 52.27, longitude: 5 }),
];

const at = (pc4: number, over = {}) => aServicePoint({ pc4, ...over });
const anOffer = (id: string, over: Partial<Offer> = {}): Offer => ({
  id,
  municipalityId: here,
  name: { nl: id },
  organisation: "Voorbeeld",
  independence: "independent",
  themes: ["wonen"],
  functions: ["vraagverheldering"],
  cost: "free",
  checkedOn: "2026-11-01",
  points: [at(1001)],
  ...over,
});
const measure = (offers: Offer[], over: Partial<Measured> = {}) =>
  coverageOf({
    municipalityId: here,
    chain: [here, region, "NL"],
    offers,
    areas,
    themes: ["wonen"],
    yardstick,
    reach: 5,
    today,
    ...over,
  });
const cellOf = (offers: Offer[], name: SupportFunction) => {
  const cell = measure(offers).themes[0]?.cells.find((one) => one.function === name);
  if (cell === undefined) throw new Error(`No cell ${name}.`);
  return cell;
};

describe("a kind of help that should be in the municipality", () => {
  test("is there when something here fits the life event and gives it", () => {
    expect(cellOf([anOffer("a")], "vraagverheldering")).toMatchObject({ found: "here", isGap: false, isUnsure: false });
    expect(cellOf([anOffer("a", { themes: ["buren"] })], "vraagverheldering")).toMatchObject({ found: "nowhere" });
  });

  test("is missing when only the region or the country has it, which then stands in, the region first", () => {
    const cell = cellOf(
      [anOffer("land", { municipalityId: "NL" }), anOffer("regio", { municipalityId: region })],
      "vraagverheldering",
    );
    expect(cell).toMatchObject({ found: "wider", isGap: true });
    expect(cell.offers.map(({ id }) => id)).toEqual(["regio", "land"]);
  });

  test("is missing when only another municipality has it: the nearest is named, with about how far it is", () => {
    const far = anOffer("ver", { municipalityId: nextTown, points: [at(9999)] });
    const near = anOffer("buur", { municipalityId: nextTown, points: [at(2001)] });
    const cell = cellOf([far, near], "vraagverheldering");
    expect(cell).toMatchObject({ found: "neighbour", isGap: true, offers: [], nearest: { offer: { id: "buur" } } });
    expect(Math.round(cell.nearest?.distance ?? 0)).toBe(20);
  });

  test("is not certain when nobody checked any of it within a year", () => {
    const old = anOffer("a", { checkedOn: "2025-11-26" });
    expect(cellOf([old], "vraagverheldering").isUnsure).toBe(true);
    expect(cellOf([old, anOffer("b", { checkedOn: null })], "vraagverheldering").isUnsure).toBe(true);
    expect(cellOf([old, anOffer("b")], "vraagverheldering").isUnsure).toBe(false);
  });
});

describe("a kind of help that may be further away", () => {
  const lawyer = { functions: ["rechtsbijstand"] };

  test("is no gap when the country has it, and is one when only the next town has", () => {
    expect(cellOf([anOffer("a", { ...lawyer, municipalityId: "NL" })], "rechtsbijstand")).toMatchObject({
      found: "wider",
      isGap: false,
    });
    expect(
      cellOf([anOffer("a", { ...lawyer, municipalityId: nextTown, points: [at(2001)] })], "rechtsbijstand"),
    ).toMatchObject({
      found: "neighbour",
      isGap: true,
    });
  });

  test("what nobody says should be there is never missing", () => {
    expect(cellOf([], "mediation")).toMatchObject({ wanted: undefined, found: "nowhere", isGap: false });
  });
});

describe("the yardstick", () => {
  test("adds what a life event asks for besides, and leaves out what makes no sense for it", () => {
    expect([...yardstick("wonen").wanted].sort()).toEqual([
      ["bemiddeling", "here"],
      ["rechtsbijstand", "anywhere"],
      ["vraagverheldering", "here"],
    ]);
    expect([...yardstick("buren").wanted].sort()).toEqual([
      ["bemiddeling", "anywhere"],
      ["vraagverheldering", "here"],
    ]);
    expect([...yardstick("iets-anders").wanted.keys()].sort()).toEqual(["rechtsbijstand", "vraagverheldering"]);
  });

  test("counts only as free and independent what is both, here, and known to be", () => {
    const ids = (offers: Offer[]) => measure(offers).themes[0]?.freeIndependent.map(({ id }) => id);
    expect(
      ids([
        anOffer("a"),
        anOffer("betaald", { independence: "funded" }),
        anOffer("onbekend", { independence: "unknown" }),
        anOffer("kost geld", { cost: "paid" }),
        anOffer("elders", { municipalityId: "NL" }),
      ]),
    ).toEqual(["a"]);
  });
});

describe("each part of the municipality", () => {
  const reached = (offers: Offer[], over: Partial<Measured> = {}) =>
    measure(offers, over).reached.map(({ area, nearest, isReached }) => [area.from, nearest?.offer.id, isReached]);

  test("has free independent help to go to within reach, or not", () => {
    expect(reached([anOffer("a")])).toEqual([
      [1000, "a", true],
      [1010, "a", false],
    ]);
    expect(reached([anOffer("a")], { reach: 20 })).toEqual([
      [1000, "a", true],
      [1010, "a", true],
    ]);
  });

  test("is not reached by a number, by what is only for other postcodes, nor by a place in another town that is not for it", () => {
    const only = (postcodes: { from: number; to: number }[]) => ({ serves: { municipalities: [], postcodes } });
    expect(reached([anOffer("a", { points: [at(1001, { kind: "phone" })] })])[0]).toEqual([1000, undefined, false]);
    expect(reached([anOffer("a", { points: [at(1001, only([{ from: 1010, to: 1019 }]))] })])).toEqual([
      [1000, undefined, false],
      [1010, "a", false],
    ]);
    const elsewhere = (serves: string[]) =>
      anOffer("b", {
        municipalityId: nextTown,
        points: [at(2001, { serves: { municipalities: serves, postcodes: [] } })],
      });
    expect(reached([elsewhere([])], { reach: 50 })[0]).toEqual([1000, undefined, false]);
    expect(reached([elsewhere([here])], { reach: 50 })[0]).toEqual([1000, "b", true]);
  });
});

describe("whatever is offered", () => {
  const places = fc.constantFrom(here, region, "NL", nextTown);
  const offers = fc.uniqueArray(
    fc.record({
      id: fc.uuid(),
      municipalityId: places,
      themes: fc.subarray(["wonen", "buren"]),
      functions: fc.subarray([...supportFunctions]),
      cost: fc.constantFrom("free" as const, "paid" as const, "unknown" as const),
      independence: fc.constantFrom("independent" as const, "funded" as const, "unknown" as const),
      checkedOn: fc.constantFrom("2026-11-01", "2025-01-01", null),
      points: fc.array(
        fc.constantFrom(1001, 1011, 2001, 9999).map((pc4) => at(pc4)),
        { maxLength: 2 },
      ),
    }),
    { maxLength: 12, selector: ({ id }) => id },
  );

  test("what should be there is in exactly one place, and what is missing is never here", () => {
    fc.assert(
      fc.property(offers, (made) => {
        const { counts, themes } = measure(
          made.map((one) => anOffer(one.id, one)),
          { themes: ["wonen", "buren"] },
        );
        expect(counts.here + counts.wider + counts.neighbour + counts.nowhere).toBe(counts.wanted);
        for (const { cells } of themes)
          for (const cell of cells) {
            if (cell.isGap) expect([cell.found === "here", cell.wanted === undefined]).toEqual([false, false]);
            for (const offer of cell.offers) expect(offer.functions).toContain(cell.function);
          }
      }),
      rounds(41, 150),
    );
  });

  test("one more offer never makes a gap, nor puts a part of the municipality out of reach", () => {
    fc.assert(
      fc.property(offers, (made) => {
        const all = made.map((one) => anOffer(one.id, one));
        const [less, more] = [measure(all.slice(1)), measure(all)];
        expect(more.counts.gaps).toBeLessThanOrEqual(less.counts.gaps);
        for (const [at, { isReached }] of less.reached.entries())
          if (isReached) expect(more.reached[at]?.isReached).toBe(true);
      }),
      rounds(41, 150),
    );
  });
});

test("neighbours are the nearest municipalities of this installation, itself not", () => {
  const farther = anArea({ from: 3000, to: 3001, municipalityId: "GM0003", latitude: 53, longitude: 5 });
  const elsewhere = { ...farther, from: 4000, to: 4001, municipalityId: null, elsewhere: "Elders" };
  expect(neighboursOf(here, [...areas, farther, elsewhere], 5)).toEqual([nextTown, "GM0003"]);
  expect(neighboursOf(here, [...areas, farther], 1)).toEqual([nextTown]);
  expect(neighboursOf("GM0009", areas, 5)).toEqual([]);
});
