import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";

const Municipality = z.strictObject({
  code: z.string().regex(/^GM\d{4}$/),
  name: z.string().min(1),
  slug: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  alsoKnownAs: z.array(z.string().min(1)),
  places: z.array(z.string().min(1)).min(1),
});
const PostcodeRange = z.strictObject({
  from: z.int().min(1000).max(9999),
  to: z.int().min(1000).max(9999),
  municipality: z.string().regex(/^GM\d{4}$/),
  place: z.string().min(1),
  lat: z.number().min(50.7).max(53.6),
  lon: z.number().min(3.3).max(7.3),
});

const read = (name: string): unknown => parse(readFileSync(new URL(name, import.meta.url), "utf8"));
const { municipalities } = z
  .strictObject({ municipalities: z.array(Municipality) })
  .parse(read("./municipalities.yaml"));
const { postcodes } = z.strictObject({ postcodes: z.array(PostcodeRange) }).parse(read("./postcodes.yaml"));

describe("municipalities", () => {
  test("there are nine, with a code, name and slug of their own", () => {
    expect(municipalities).toHaveLength(9);
    for (const key of ["code", "name", "slug"] as const) {
      expect(new Set(municipalities.map((m) => m[key])).size).toBe(9);
    }
  });

  test("no other name points to two municipalities", () => {
    const names = municipalities.flatMap((m) => [...new Set([m.name, ...m.alsoKnownAs].map((n) => n.toLowerCase()))]);
    expect(new Set(names).size).toBe(names.length);
  });

  test("places are named once within a municipality", () => {
    for (const m of municipalities) expect(new Set(m.places).size, m.name).toBe(m.places.length);
  });
});

describe("postcodes", () => {
  test("ranges run upwards, in order, and do not overlap", () => {
    let last = 999;
    for (const range of postcodes) {
      expect(range.from, range.place).toBeGreaterThan(last);
      expect(range.to, range.place).toBeGreaterThanOrEqual(range.from);
      last = range.to;
    }
  });

  test("every municipality has postcodes, and every postcode a municipality", () => {
    expect(new Set(postcodes.map((r) => r.municipality))).toEqual(new Set(municipalities.map((m) => m.code)));
  });

  test("centres are rounded to 0.005 degrees", () => {
    for (const { lat, lon, place } of postcodes) {
      expect(Math.abs(lat * 200 - Math.round(lat * 200)), place).toBeLessThan(1e-6);
      expect(Math.abs(lon * 200 - Math.round(lon * 200)), place).toBeLessThan(1e-6);
    }
  });
});

/** An older public list, not part of the product: it tells whether our own table has a slip. */
const olderList = new URL("../../shared/data/pc4.csv", import.meta.url);

describe.skipIf(!existsSync(olderList))("compared with an older list", () => {
  /** Municipalities that have since merged, and single villages that moved. */
  const mergedInto: Record<string, string> = {
    "Anna Paulowna": "Hollands Kroon",
    Niedorp: "Hollands Kroon",
    Wieringen: "Hollands Kroon",
    Wieringermeer: "Hollands Kroon",
    Maasdonk: "'s-Hertogenbosch",
  };
  const movedSince: Record<number, string> = { 5074: "Tilburg", 5386: "Oss", 6684: "Lingewaard" };

  const nameOf = new Map(municipalities.map((m) => [m.code, m.name]));
  const older = () =>
    readFileSync(olderList, "utf8")
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => {
        const [code = "", , municipality = "", , lat = "", lon = ""] = line.split(",");
        const pc4 = Number(code);
        return {
          pc4,
          municipality: movedSince[pc4] ?? mergedInto[municipality] ?? municipality,
          lat: Number(lat),
          lon: Number(lon),
        };
      });
  const rangeOf = (pc4: number) => postcodes.find((r) => r.from <= pc4 && pc4 <= r.to);

  test("every postcode of the nine lies in the same municipality here", () => {
    const nine = new Set(nameOf.values());
    for (const row of older()) {
      const range = rangeOf(row.pc4);
      const ours = range && nameOf.get(range.municipality);
      if (ours !== undefined || nine.has(row.municipality)) expect(ours, String(row.pc4)).toBe(row.municipality);
    }
  });

  test("no centre is more than five kilometres off", () => {
    for (const row of older()) {
      const range = rangeOf(row.pc4);
      if (!range) continue;
      const km = Math.hypot((row.lat - range.lat) * 111.2, (row.lon - range.lon) * 68.5);
      expect(km, `${row.pc4} ${range.place}`).toBeLessThan(5);
    }
  });
});
