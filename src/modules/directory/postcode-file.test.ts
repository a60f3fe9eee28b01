import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rounds } from "../../../tests/support/rounds.ts";
import { anArea } from "./make.ts";
import { areaOf, distanceBetween, plainName } from "./postcode.ts";
import { isTooBroken, type NamedPostcode, planAreas, readHeader, readLine } from "./postcode-file.ts";

const header = readHeader(["pc4", "woonplaats", "gemeente", "provincie", "latitude", "longitude"]);
const at = header.ok ? header.at : { pc4: 0, woonplaats: 0, gemeente: 0, latitude: 0, longitude: 0, count: 0 };
const read = (line: string, seen: number[] = []) => readLine(7, line.split(","), at, new Set(seen));

describe("a table of postcodes", () => {
  test("may hold more columns, in any order and case; what is missing is named", () => {
    expect(readHeader(["Longitude", "x", "LATITUDE", " gemeente ", "woonplaats", "PC4"])).toMatchObject({
      ok: true,
      at: { longitude: 0, pc4: 5, count: 6 },
    });
    expect(readHeader(["pc4", "woonplaats", "lat"])).toEqual({
      ok: false,
      missing: ["gemeente", "latitude", "longitude"],
    });
  });

  test("has a line for each postcode", () => {
    expect(read(" 3511 ,Utrecht,Utrecht,Utrecht,52.09,5.12")).toEqual({
      ok: true,
      postcode: { pc4: 3511, place: "Utrecht", municipality: "Utrecht", latitude: 52.09, longitude: 5.12 },
    });
  });

  test.each([
    ["0123,A,A,P,52,5", "noPostcode", "pc4"],
    ["35111,A,A,P,52,5", "noPostcode", "pc4"],
    ["1e3,A,A,P,52,5", "noPostcode", "pc4"],
    ["3512,A,A,P,52,5", "twice", "pc4"],
    ["3511,,A,P,52,5", "empty", "woonplaats"],
    ["3511,A, ,P,52,5", "empty", "gemeente"],
    [`3511,A,${"g".repeat(81)},P,52,5`, "tooLong", "gemeente"],
    ["3511,A,A,P,52 N,5", "noNumber", "latitude"],
    ["3511,A,A,P,52,", "noNumber", "longitude"],
    ["3511,A,A,P,NaN,5", "noNumber", "latitude"],
    ["3511,A,A,P,50.69,5", "outsideTheNetherlands", "latitude"],
    ["3511,A,A,P,5.12,52.09", "outsideTheNetherlands", "latitude"],
    ["3511,A,A,P,52.09,7.31", "outsideTheNetherlands", "longitude"],
    ["3511,A,A,P,52", "columns", undefined],
  ])("leaves out %j: %s", (line, because, column) => {
    const left = read(line, [3512]);
    expect(left).toMatchObject({ ok: false, skipped: { line: 7, because, ...(column && { column }) } });
  });

  test("of which more than one line in ten is left out is no table", () => {
    expect([isTooBroken({ read: 0, skipped: 0 }), isTooBroken({ read: 100, skipped: 10 })]).toEqual([true, false]);
    expect(isTooBroken({ read: 100, skipped: 11 })).toBe(true);
  });
});

test.each([
  ["'s-Gravenhage", "Den Haag"],
  ["’s Gravenhage", "den haag"],
  ["'s-Hertogenbosch", "Den Bosch"],
  ["Súdwest-Fryslân", "Sudwest Fryslan"],
  ["Utrecht (gemeente)", "Utrecht"],
  ["Ĳsselstein", "IJsselstein"],
])("%s is %s", (one, other) => expect(plainName(one)).toBe(plainName(other)));

test("two towns that share a name stay two: the province in the name counts", () => {
  expect(plainName("Bergen (NH.)")).not.toBe(plainName("Bergen (L.)"));
});

const aPostcode = (over: Partial<NamedPostcode> = {}): NamedPostcode => ({
  pc4: 3511,
  place: "Utrecht",
  municipality: "Utrecht",
  latitude: 52.09,
  longitude: 5.12,
  ...over,
});
const utrecht = { id: "GM0344", name: "Utrecht", otherNames: ["Vleuten"] };
const theHague = { id: "GM0518", name: "Den Haag", otherNames: ["Scheveningen"] };

describe("which areas come of postcodes", () => {
  test("those that follow each other in one place are one, as long as they lie close", () => {
    const far = aPostcode({ pc4: 3513, latitude: 52.1 });
    const { areas } = planAreas([far, aPostcode({ pc4: 3512, latitude: 52.093 }), aPostcode()], [utrecht], []);
    expect(areas.map(({ from, to }) => [from, to])).toEqual([
      [3511, 3512],
      [3513, 3513],
    ]);
    expect(areas[0]?.latitude).toBeCloseTo(52.0915, 9);
  });

  test("another place, another municipality or a gap ends one", () => {
    const pc4s = [aPostcode(), aPostcode({ pc4: 3513 }), aPostcode({ pc4: 3514, place: "Vleuten" })];
    expect(planAreas(pc4s, [utrecht], []).areas).toHaveLength(3);
    const elsewhere = ["Amsterdam", "Diemen"].map((municipality, at) => aPostcode({ pc4: 1098 + at, municipality }));
    expect(planAreas(elsewhere, [utrecht], []).areas.map(({ elsewhere }) => elsewhere)).toEqual([
      "Amsterdam",
      "Diemen",
    ]);
  });

  test("a municipality is known by its name and its other names; others lie elsewhere, by name", () => {
    const named = (pc4: number, municipality: string) => aPostcode({ pc4, municipality, place: municipality });
    const planned = planAreas(
      [named(2511, "'s-Gravenhage"), named(2583, "Scheveningen"), named(2600, "Delft")],
      [utrecht, theHague],
      [],
    );
    expect(planned.areas.map(({ municipalityId, elsewhere }) => municipalityId ?? elsewhere)).toEqual([
      "GM0518",
      "GM0518",
      "Delft",
    ]);
    expect(planned).toMatchObject({ here: 2, elsewhere: 1 });
    expect(planned.taken).toEqual([{ name: "Scheveningen", id: "GM0518", postcodes: 1 }]);
  });

  test("our own table says in which municipality, the file where the middle is; what only we know stays", () => {
    const table = [anArea({ from: 3510, to: 3511, municipalityId: "GM0344", place: "Utrecht Centrum", latitude: 52 })];
    const planned = planAreas([aPostcode({ municipality: "Maarssen" })], [utrecht], table);
    expect(planned.areas).toMatchObject([
      { from: 3510, municipalityId: "GM0344", place: "Utrecht Centrum", latitude: 52 },
      { from: 3511, municipalityId: "GM0344", place: "Utrecht", latitude: 52.09 },
    ]);
    expect(planned).toMatchObject({ corrected: 1, added: 1, here: 2, elsewhere: 0 });
  });

  test("a village of ours does not take the municipality elsewhere that is called the same", () => {
    const table = [anArea({ from: 3510, to: 3510, municipalityId: "GM0344" })];
    const { areas } = planAreas([aPostcode({ pc4: 7000, municipality: "Vleuten" })], [utrecht], table);
    expect(areas.map(({ municipalityId }) => municipalityId)).toEqual(["GM0344", null]);
  });

  test("a municipality of our table that is not in this installation lies elsewhere as others do", () => {
    const planned = planAreas(
      [aPostcode({ municipality: "Almere" })],
      [utrecht],
      [anArea({ municipalityId: "GM0034" })],
    );
    expect(planned.areas).toMatchObject([{ from: 3511, municipalityId: null, elsewhere: "Almere" }]);
  });

  const anywhere = fc.record({
    pc4: fc.integer({ min: 1000, max: 1060 }),
    place: fc.constantFrom("A", "B"),
    municipality: fc.constantFrom("Utrecht", "Vleuten", "Delft"),
    latitude: fc.double({ min: 52, max: 52.01, noNaN: true }),
    longitude: fc.double({ min: 5, max: 5.01, noNaN: true }),
  });
  const tables = fc.constantFrom(
    [],
    [anArea({ from: 1010, to: 1030, municipalityId: "GM0344", latitude: 52, longitude: 5 })],
  );
  const runs = rounds(60, 2000);

  test("each postcode lies in one area, within half a kilometre twice over of where the file says, whatever the order", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anywhere, { selector: ({ pc4 }) => pc4, maxLength: 60 }),
        tables,
        (postcodes, table) => {
          const { areas } = planAreas(postcodes, [utrecht], table);
          for (const postcode of postcodes) {
            const area = areaOf(postcode.pc4, areas);
            expect(area?.place).toBe(postcode.place);
            expect(area && distanceBetween(area, postcode)).toBeLessThanOrEqual(1);
          }
          for (const [at, area] of areas.entries()) expect(area.to).toBeLessThan(areas[at + 1]?.from ?? 10_000);
          expect(planAreas(postcodes.toReversed(), [utrecht], table).areas).toEqual(areas);
          const count = areas.reduce((sum, { from, to }) => sum + to - from + 1, 0);
          expect(count).toBe(postcodes.length + planAreas(postcodes, [utrecht], table).added);
        },
      ),
      runs,
    );
  });
});
