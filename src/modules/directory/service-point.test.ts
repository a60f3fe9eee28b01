import { describe, expect, test } from "vitest";
import { workWeek } from "../access/make.ts";
import { dutch } from "../contact/make.ts";
import { aServicePoint } from "./make.ts";
import { daypartOf, dayparts, isServed, openDayparts } from "./service-point.ts";

describe("parts of the day", () => {
  test("noon is the afternoon, five o'clock the evening, by a Dutch clock", () => {
    const part = (time: string) => daypartOf(dutch(`2026-07-01T${time}`));
    expect(["00:00", "11:59", "12:00", "16:59", "17:00", "23:59"].map(part)).toEqual([
      "morning",
      "morning",
      "afternoon",
      "afternoon",
      "evening",
      "evening",
    ]);
  });

  test("a team can call in the parts in which it works at least a minute", () => {
    const parts = (from: string, until: string) => openDayparts({ officeHours: workWeek(from, until, [1]) });
    expect(parts("09:00", "12:00")).toEqual(["morning"]);
    expect(parts("09:00", "12:01")).toEqual(["morning", "afternoon"]);
    expect(parts("12:00", "17:00")).toEqual(["afternoon"]);
    expect(parts("16:59", "17:01")).toEqual(["afternoon", "evening"]);
    expect(parts("00:00", "23:59")).toEqual([...dayparts]);
    expect(openDayparts({ officeHours: [] })).toEqual([]);
  });
});

describe("for whom a point is there", () => {
  const serving = (municipalities: string[], postcodes: { from: number; to: number }[] = []) =>
    aServicePoint({ serves: { municipalities, postcodes } });

  test("for everybody, when it does not say", () => {
    expect(isServed(serving([]), "GM0344", 3511)).toBe(true);
  });

  test("for these municipalities of a region, wherever it stands", () => {
    expect(isServed(serving(["GM0762"]), "GM0762")).toBe(true);
    expect(isServed(serving(["GM0762"]), "GM0344")).toBe(false);
  });

  test("for these postcodes, when the postcode is known; not knowing it leaves nobody out", () => {
    const point = serving([], [{ from: 3511, to: 3515 }]);
    expect([3510, 3511, 3515, 3516].map((pc4) => isServed(point, "GM0344", pc4))).toEqual([false, true, true, false]);
    expect(isServed(point, "GM0344")).toBe(true);
  });
});
