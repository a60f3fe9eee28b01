import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rounds } from "../../../tests/support/rounds.ts";
import { dayOf, zone } from "../../kernel/day.ts";
import { WeekHours } from "../../kernel/hours.ts";
import { workWeek } from "../access/make.ts";
import { dutch } from "../contact/make.ts";
import { aServicePoint } from "./make.ts";
import { type Exception, exceptionsFrom, isOpenNow, noHours, OpeningHours, openness } from "./opening-hours.ts";

const everyDay = workWeek("09:00", "17:00", [1, 2, 3, 4, 5, 6, 7]);
const desk = (walkIn = workWeek(), closed: string[] = []) =>
  aServicePoint({ hours: { ...noHours(), walkIn }, closingDays: new Set(closed) });
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
      hours: { ...noHours(), walkIn: workWeek("09:00", "12:00"), phone: workWeek("13:00", "17:00") },
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

describe("hours as they are kept", () => {
  test("a range that ends before it begins, a ninth day or a twenty-fifth hour is refused", () => {
    const range = { weekday: 1, from: "09:00", until: "17:00" };
    expect(WeekHours.safeParse([range]).success).toBe(true);
    for (const wrong of [{ from: "17:00" }, { weekday: 8 }, { weekday: 0 }, { until: "24:00" }, { from: "9:00" }])
      expect(WeekHours.safeParse([{ ...range, ...wrong }]).success).toBe(false);
  });
});

describe("the nth weekday of a month", () => {
  const point = (nth: number[]) => desk([{ weekday: 2, from: "09:00", until: "12:00", nth }]);

  test("each first and third Tuesday", () => {
    expect(at("2026-12-01T10:00", point([1, 3])).kind).toBe("open");
    expect(at("2026-12-15T10:00", point([1, 3])).kind).toBe("open");
    expect(at("2026-12-08T10:00", point([1, 3]))).toEqual(opens("2026-12-15T09:00"));
  });

  test("the last Tuesday is the fourth or the fifth, and no month has a fifth by chance", () => {
    expect(at("2026-12-29T10:00", point([-1])).kind).toBe("open");
    expect(at("2026-11-24T10:00", point([-1])).kind).toBe("open");
    expect(at("2026-12-22T10:00", point([-1]))).toEqual(opens("2026-12-29T09:00"));
    expect(at("2026-11-24T10:00", point([5]))).toEqual(opens("2026-12-29T09:00"));
  });

  test("of any month, each day is the nth of its weekday once, and one of seven after each other is the last", () => {
    const anyDay = fc.integer({ min: 0, max: 3000 }).map((days) => Temporal.PlainDate.from("2024-01-01").add({ days }));
    const opensOn = (day: Temporal.PlainDate, nth: number) =>
      openness(
        {
          hours: {
            ...noHours(),
            walkIn: [{ weekday: day.dayOfWeek, from: "09:00", until: "10:00", nth: [nth] }],
            exceptions: {
              walkIn: [{ from: `${day}`, until: `${day}`, ranges: [], reason: "" }],
              phone: [],
              appointment: [],
            },
          },
          closingDays: new Set(),
        },
        "walkIn",
        day.toZonedDateTime({ timeZone: zone, plainTime: "09:30" }).toInstant(),
      );
    fc.assert(
      fc.property(anyDay, (day) => {
        // Closed by an exception of that very day, whatever its place in the month.
        for (const nth of [1, 2, 3, 4, 5, -1]) expect(opensOn(day, nth).kind).not.toBe("open");
        const places = [1, 2, 3, 4, 5].filter((nth) => Math.ceil(day.day / 7) === nth);
        expect(places).toHaveLength(1);
      }),
      rounds(20, 300),
    );
  });
});

describe("days that differ", () => {
  const differs = (exceptions: Partial<Exception>[], walkIn = workWeek()) =>
    aServicePoint({
      hours: {
        ...noHours(),
        walkIn,
        exceptions: {
          ...noHours().exceptions,
          walkIn: exceptions.map((over) => ({
            from: "2026-11-24",
            until: "2026-11-24",
            ranges: [],
            reason: "",
            ...over,
          })),
        },
      },
    });

  test("closed on that day, and open again on the next", () => {
    expect(at("2026-11-24T10:00", differs([{}]))).toEqual(opens("2026-11-25T09:00", { tomorrow: true }));
  });

  test("other hours instead of the usual ones", () => {
    const point = differs([{ ranges: [{ from: "19:00", until: "21:00" }] }]);
    expect(at("2026-11-24T10:00", point)).toEqual(opens("2026-11-24T19:00", { today: true }));
    expect(at("2026-11-24T20:00", point)).toEqual({ kind: "open", until: "21:00" });
  });

  test("from the first day to the last, both included", () => {
    const point = differs([{ from: "2026-11-23", until: "2026-11-27" }]);
    expect(at("2026-11-23T10:00", point)).toEqual(opens("2026-11-30T09:00"));
    expect(at("2026-11-27T10:00", point)).toEqual(opens("2026-11-30T09:00"));
  });

  test("open on a holiday when it says so: the exception wins from the Atw", () => {
    const liberation = { from: "2026-05-05", until: "2026-05-05", ranges: [{ from: "10:00", until: "12:00" }] };
    expect(at("2026-05-05T11:00", differs([liberation])).kind).toBe("open");
    expect(at("2026-05-05T11:00", differs([])).kind).toBe("opens");
  });

  test("of another way in, they change nothing", () => {
    const point = differs([{}]);
    expect(
      openness({ ...point, hours: { ...point.hours, phone: workWeek() } }, "phone", dutch("2026-11-24T10:00")).kind,
    ).toBe("open");
  });

  test("what is still to come is told, soonest first; what is over is not", () => {
    const point = differs([
      { from: "2027-01-02", until: "2027-01-02" },
      { from: "2026-12-24", until: "2026-12-26" },
      { from: "2026-11-01", until: "2026-11-02" },
    ]);
    expect(exceptionsFrom(point, "walkIn", dayOf(dutch("2026-11-24T10:00"))).map(({ from }) => from)).toEqual([
      "2026-12-24",
      "2027-01-02",
    ]);
  });

  test("what was kept before there were such days is read all the same", () => {
    expect(OpeningHours.parse({ walkIn: [], phone: [], appointment: [] })).toEqual(noHours());
  });
});
