import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rounds } from "../../../tests/support/rounds.ts";
import { zone } from "../../kernel/day.ts";
import { WeekHours } from "../../kernel/hours.ts";
import { workWeek } from "../access/make.ts";
import { dutch } from "../contact/make.ts";
import { aServicePoint } from "./make.ts";
import { daypartOf, dayparts, isOpenNow, openDayparts, openness } from "./service-point.ts";

const everyDay = workWeek("09:00", "17:00", [1, 2, 3, 4, 5, 6, 7]);
const desk = (walkIn = workWeek(), closed: string[] = []) =>
  aServicePoint({ hours: { walkIn, phone: [], appointment: [] }, closingDays: new Set(closed) });
const at = (moment: string, point = desk()) => openness(point, "walkIn", dutch(moment));
const opens = (local: string, when: { today?: boolean; tomorrow?: boolean } = {}) => ({
  kind: "opens",
  at: dutch(local),
  today: false,
  tomorrow: false,
  ...when,
});

describe("open now, or when next", () => {
  test("open on a Tuesday at ten, until five", () => {
    expect(at("2026-11-24T10:00")).toEqual({ kind: "open", until: "17:00" });
  });

  test("open from the first minute, closed from the last", () => {
    expect(at("2026-11-24T09:00").kind).toBe("open");
    expect(at("2026-11-24T16:59").kind).toBe("open");
    expect(at("2026-11-24T17:00")).toEqual(opens("2026-11-25T09:00", { tomorrow: true }));
  });

  test("before it opens: today", () => {
    expect(at("2026-11-24T08:59")).toEqual(opens("2026-11-24T09:00", { today: true }));
  });

  test("half past midnight: today, not tomorrow", () => {
    expect(at("2026-11-24T00:30")).toEqual(opens("2026-11-24T09:00", { today: true }));
  });

  test("in the weekend: on Monday", () => {
    expect(at("2026-11-28T10:00")).toEqual(opens("2026-11-30T09:00"));
    expect(at("2026-11-29T10:00")).toEqual(opens("2026-11-30T09:00", { tomorrow: true }));
  });

  test("open in the weekend when it says so: a weekend is no holiday", () => {
    expect(at("2026-11-29T10:00", desk(everyDay))).toEqual({ kind: "open", until: "17:00" });
  });

  test("closed on Easter Monday, King's Day, 5 May and Christmas (Atw 3)", () => {
    for (const day of ["2026-04-06", "2026-04-27", "2026-05-05", "2026-12-25"])
      expect(at(`${day}T10:00`).kind).toBe("opens");
  });

  test("closed on a holiday that falls in the weekend as well", () => {
    // Saturday 26 December 2026 and Saturday 26 April 2025, King's Day.
    expect(at("2026-12-26T10:00", desk(everyDay))).toEqual(opens("2026-12-27T09:00", { tomorrow: true }));
    expect(at("2025-04-26T10:00", desk(everyDay)).kind).toBe("opens");
  });

  test("closed on a closing day of its team", () => {
    expect(at("2026-11-24T10:00", desk(workWeek(), ["2026-11-24"]))).toEqual(
      opens("2026-11-25T09:00", { tomorrow: true }),
    );
  });

  test("two ranges on a day: closed between them, open again in the evening", () => {
    const hours = [
      { weekday: 2, from: "19:00", until: "21:00" },
      { weekday: 2, from: "09:00", until: "12:00" },
    ];
    expect(at("2026-11-24T13:00", desk(hours))).toEqual(opens("2026-11-24T19:00", { today: true }));
    expect(at("2026-11-24T20:00", desk(hours))).toEqual({ kind: "open", until: "21:00" });
  });

  test("on the days the clock changes it opens at nine on a Dutch clock", () => {
    expect(at("2026-03-28T22:00", desk(everyDay))).toEqual(opens("2026-03-29T09:00", { tomorrow: true }));
    expect(at("2026-10-24T22:00", desk(everyDay))).toEqual(opens("2026-10-25T09:00", { tomorrow: true }));
    expect(dutch("2026-03-28T22:00").until(dutch("2026-03-29T09:00")).total("hours")).toBe(10);
    expect(dutch("2026-10-24T22:00").until(dutch("2026-10-25T09:00")).total("hours")).toBe(12);
  });

  test("without hours nothing is said about them", () => {
    expect(at("2026-11-24T10:00", desk([]))).toEqual({ kind: "noHours" });
  });

  test("walking in, phoning and appointments have hours of their own; open is open in one of them", () => {
    const point = aServicePoint({
      hours: { walkIn: workWeek("09:00", "12:00"), phone: workWeek("13:00", "17:00"), appointment: [] },
    });
    const now = dutch("2026-11-24T14:00");
    expect([openness(point, "walkIn", now).kind, openness(point, "phone", now).kind]).toEqual(["opens", "open"]);
    expect(isOpenNow(point, now)).toBe(true);
    expect(isOpenNow(point, dutch("2026-11-24T12:30"))).toBe(false);
  });

  test("it opens later than now, and then it is open", () => {
    const moment = fc
      .integer({
        min: dutch("2026-01-01T00:00").epochMilliseconds / 60_000,
        max: dutch("2027-12-31T00:00").epochMilliseconds / 60_000,
      })
      .map((minute) => Temporal.Instant.fromEpochMilliseconds(minute * 60_000));
    const hours = fc.subarray(everyDay, { minLength: 1 });
    fc.assert(
      fc.property(moment, hours, (now, walkIn) => {
        const seen = openness(desk(walkIn), "walkIn", now);
        expect(seen.kind).not.toBe("noHours");
        if (seen.kind !== "opens") return;
        expect(Temporal.Instant.compare(seen.at, now)).toBe(1);
        expect(seen.at.toZonedDateTimeISO(zone).hour).toBe(9);
        expect(openness(desk(walkIn), "walkIn", seen.at).kind).toBe("open");
      }),
      rounds(9, 300),
    );
  });
});

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

describe("hours as they are kept", () => {
  test("a range that ends before it begins, a ninth day or a twenty-fifth hour is refused", () => {
    const range = { weekday: 1, from: "09:00", until: "17:00" };
    expect(WeekHours.safeParse([range]).success).toBe(true);
    for (const wrong of [{ from: "17:00" }, { weekday: 8 }, { weekday: 0 }, { until: "24:00" }, { from: "9:00" }])
      expect(WeekHours.safeParse([{ ...range, ...wrong }]).success).toBe(false);
  });
});
