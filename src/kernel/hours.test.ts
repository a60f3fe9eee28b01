import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rounds } from "../../tests/support/rounds.ts";
import { dayOf, zone } from "./day.ts";
import { momentAt, nextOpening, openRange, WeekHours, weekly } from "./hours.ts";

const moment = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant();
const never = () => false;
const tuesdays: WeekHours = [
  { weekday: 2, from: "19:00", until: "21:00" },
  { weekday: 2, from: "09:00", until: "12:00" },
];

describe("opening hours that come back each week", () => {
  test("are open from the first minute and closed from the last", () => {
    const at = (time: string) => openRange(weekly(tuesdays, never), moment(`2026-11-24T${time}`))?.from;
    expect(["08:59", "09:00", "11:59:59", "12:00", "19:00", "21:00"].map(at)).toEqual([
      undefined,
      "09:00",
      "09:00",
      undefined,
      "19:00",
      undefined,
    ]);
    expect(openRange(weekly(tuesdays, never), moment("2026-11-25T10:00"))).toBeUndefined();
  });

  test("open next: now when open, later today, or next week", () => {
    const next = (local: string) => nextOpening(weekly(tuesdays, never), moment(local));
    expect(next("2026-11-24T10:00")).toEqual(moment("2026-11-24T10:00"));
    expect(next("2026-11-24T12:00")).toEqual(moment("2026-11-24T19:00"));
    expect(next("2026-11-24T21:00")).toEqual(moment("2026-12-01T09:00"));
  });

  test("a closed day is skipped, and what is closed all summer opens at no known moment", () => {
    const christmas = (day: Temporal.PlainDate) => day.toString() === "2026-12-01";
    expect(nextOpening(weekly(tuesdays, christmas), moment("2026-11-24T21:00"))).toEqual(moment("2026-12-08T09:00"));
    expect(
      nextOpening(
        weekly(tuesdays, () => true),
        moment("2026-11-24T10:00"),
      ),
    ).toBeUndefined();
    expect(nextOpening(weekly([], never), moment("2026-11-24T10:00"))).toBeUndefined();
  });

  test("hours in the night in which the clock goes forward: what would open in the skipped hour opens at three", () => {
    const sundays: WeekHours = [{ weekday: 7, from: "02:30", until: "04:00" }];
    const opens = nextOpening(weekly(sundays, never), moment("2026-03-29T01:00"));
    expect(opens).toEqual(Temporal.Instant.from("2026-03-29T01:30Z"));
    expect(opens?.toZonedDateTimeISO(zone).toPlainTime().toString()).toBe("03:30:00");
  });

  test("hours in the night in which the clock goes back: open in both hours of the same name", () => {
    const sundays: WeekHours = [{ weekday: 7, from: "02:00", until: "03:00" }];
    for (const utc of ["2026-10-25T00:30Z", "2026-10-25T01:30Z"])
      expect(openRange(weekly(sundays, never), Temporal.Instant.from(utc))).toBeDefined();
    expect(openRange(weekly(sundays, never), Temporal.Instant.from("2026-10-25T02:00Z"))).toBeUndefined();
  });

  test("a time on a day is what a Dutch clock shows, summer and winter", () => {
    expect(`${momentAt(Temporal.PlainDate.from("2026-07-01"), "09:00")}`).toBe("2026-07-01T07:00:00Z");
    expect(`${momentAt(Temporal.PlainDate.from("2026-11-24"), "09:00")}`).toBe("2026-11-24T08:00:00Z");
  });

  describe("whatever the hours", () => {
    const hour = (at: number) => `${String(at).padStart(2, "0")}:00`;
    const anyHours = fc.array(
      fc
        .record({
          weekday: fc.integer({ min: 1, max: 7 }),
          from: fc.integer({ min: 4, max: 20 }),
          length: fc.integer({ min: 1, max: 3 }),
        })
        .map(({ weekday, from, length }) => ({ weekday, from: hour(from), until: hour(from + length) })),
      { minLength: 1, maxLength: 6 },
    );
    const anyMoment = fc
      .integer({
        min: moment("2026-01-01T00:00").epochMilliseconds / 60_000,
        max: moment("2028-01-01T00:00").epochMilliseconds / 60_000,
      })
      .map((minute) => Temporal.Instant.fromEpochMilliseconds(minute * 60_000));
    const anyClosedWeekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 2 });
    const runs = rounds(24, 300);

    test("at the next opening it is open, not before now, and never on a closed day", () => {
      fc.assert(
        fc.property(anyHours, anyMoment, anyClosedWeekdays, (hours, now, closed) => {
          const isClosed = (day: Temporal.PlainDate) => closed.includes(day.dayOfWeek);
          const opens = nextOpening(weekly(hours, isClosed), now);
          expect(opens === undefined).toBe(hours.every((range) => closed.includes(range.weekday)));
          if (opens === undefined) return;
          expect(Temporal.Instant.compare(opens, now)).toBeGreaterThanOrEqual(0);
          expect(openRange(weekly(hours, isClosed), opens)).toBeDefined();
          expect(isClosed(dayOf(opens))).toBe(false);
        }),
        runs,
      );
    });

    test("nothing opens between now and the next opening", () => {
      fc.assert(
        fc.property(anyHours, anyMoment, (hours, now) => {
          const opens = nextOpening(weekly(hours, never), now);
          if (opens === undefined) throw new Error("There are hours.");
          const minutes = now.until(opens).total("minutes");
          const between = Array.from({ length: Math.floor(minutes / 30) }, (_, at) => now.add({ minutes: 30 * at }));
          expect(between.filter((each) => openRange(weekly(hours, never), each) !== undefined)).toEqual([]);
        }),
        rounds(24, 60),
      );
    });

    test("they are parsed as they are kept", () => {
      fc.assert(
        fc.property(anyHours, (hours) => {
          expect(WeekHours.parse(JSON.parse(JSON.stringify(hours)))).toEqual(hours);
        }),
        runs,
      );
    });
  });
});
