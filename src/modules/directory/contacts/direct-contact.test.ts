import { describe, expect, test } from "vitest";
import { aContact } from "../make.ts";
import { problemWith } from "./direct-contact.ts";

const today = Temporal.PlainDate.from("2026-11-24");
const on = (day: string) => Temporal.PlainDate.from(day);

describe("a direct contact", () => {
  test("of a function needs no last day, and may stay as long as it is right", () => {
    expect(problemWith(aContact({ personName: "", lastDay: null }), today)).toBeUndefined();
  });

  test("leads to somebody: by phone or by mail, or both", () => {
    expect(problemWith(aContact({ phone: null }), today)).toBeUndefined();
    expect(problemWith(aContact({ mail: null }), today)).toBeUndefined();
    expect(problemWith(aContact({ phone: null, mail: null }), today)).toBe("noWay");
  });

  test("with a name says until when: from today to a year from now", () => {
    const until = (lastDay: Temporal.PlainDate | null) => problemWith(aContact({ lastDay }), today);
    expect(until(null)).toBe("lastDayMissing");
    expect([until(on("2026-11-23")), until(on("2026-11-24"))]).toEqual(["lastDayOver", undefined]);
    expect([until(on("2027-11-24")), until(on("2027-11-25"))]).toEqual([undefined, "lastDayFar"]);
  });
});
