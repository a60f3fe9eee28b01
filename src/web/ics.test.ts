import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { rounds } from "../../tests/support/rounds.ts";
import { type Day, zone } from "../kernel/day.ts";
import { weekly } from "../kernel/hours.ts";
import { type Exception, noHours, timesAhead } from "../modules/directory/index.ts";
import { aServicePoint } from "../modules/directory/make.ts";
import { holidayOn } from "../modules/terms/index.ts";
import { type CalendarEvent, calendar } from "./ics.ts";

const now = Temporal.Instant.from("2026-11-24T09:00:00Z");
const from = Temporal.PlainDate.from("2026-11-24");
const last = from.add({ months: 12 });
const anEvent = (over: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: "1@localhost",
  summary: "Inloop",
  description: "Kom langs",
  location: "Voorbeeldplein 1",
  url: "https://rechtspoor.example/utrecht/hulp/1",
  day: from,
  time: { from: "09:00", until: "12:00" },
  ...over,
});
/** As an agenda reads it that has nothing to do with ours. */
const read = (file: string) => {
  const whole = new ICAL.Component(ICAL.parse(file));
  return whole.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
};
const only = (file: string) => read(file)[0] ?? new ICAL.Event();

describe("a file for the agenda", () => {
  const runs = rounds(60, 2000);
  const anything = fc.string({ unit: "grapheme", maxLength: 200 }).map((words) => `a${words}z`);
  const asShown = (words: string) =>
    words
      .replace(/\r\n?/g, "\n")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: no agenda can show these.
      .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, " ");

  test("says what was written, whatever it was, and nothing written adds a line of its own", () => {
    fc.assert(
      fc.property(anything, anything, anything, (summary, description, location) => {
        const file = calendar("Hulp", [anEvent({ summary, description, location })], now);
        const event = only(file);
        expect([event.summary, event.description, event.location]).toEqual(
          [summary, description, location].map(asShown),
        );
      }),
      runs,
    );
    const hostile = "x\r\nEND:VEVENT\r\nBEGIN:VALARM\r\nATTACH:https://elders.example";
    const events = read(calendar(hostile, [anEvent({ summary: hostile, url: `https://a.example/${hostile}` })], now));
    expect(events).toHaveLength(1);
    expect(events[0]?.component.getAllSubcomponents()).toEqual([]);
  });

  test("has lines of at most 75 bytes that end as they must, and no sign cut in two", () => {
    fc.assert(
      fc.property(anything, (summary) => {
        const file = calendar(summary, [anEvent({ summary })], now);
        expect(file.endsWith("\r\n")).toBe(true);
        for (const line of file.split("\r\n")) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]|\ufffd/);
        }
      }),
      runs,
    );
  });

  test("holds in summer and in winter: nine o'clock on a Dutch clock", () => {
    const file = calendar("Hulp", [anEvent({ repeats: { weekday: 2, last, except: [] } })], now);
    const [whole] = [new ICAL.Component(ICAL.parse(file))];
    const timezone = new ICAL.Timezone(whole.getFirstSubcomponent("vtimezone") ?? new ICAL.Component("vtimezone"));
    for (const [day, hour] of [
      ["2026-11-24", 8],
      ["2027-06-15", 7],
      ["2027-03-30", 7],
      ["2027-10-26", 7],
      ["2027-11-02", 8],
    ] as const) {
      const time = ICAL.Time.fromDateTimeString(`${day}T09:00:00`);
      time.zone = timezone;
      expect([day, time.convertToZone(ICAL.Timezone.utcTimezone).hour]).toEqual([day, hour]);
    }
    expect(file).toContain(`DTSTART;TZID=${zone}:20261124T090000`);
    expect(file).toContain("DTSTAMP:20261124T090000Z");
  });
});

describe("the hours of a point in an agenda", () => {
  const clock = fc.constantFrom("08:30", "09:00", "12:15", "13:00");
  const end = fc.constantFrom("13:30", "17:00", "21:00");
  const range = fc.record({ from: clock, until: end });
  const hours = fc.array(
    fc.record(
      {
        weekday: fc.integer({ min: 1, max: 7 }),
        from: clock,
        until: end,
        nth: fc.uniqueArray(fc.constantFrom(-1, 1, 2, 3, 4, 5), { minLength: 1, maxLength: 3 }),
      },
      { requiredKeys: ["weekday", "from", "until"] },
    ),
    { minLength: 1, maxLength: 3 },
  );
  const day = fc.integer({ min: -5, max: 370 }).map((days) => from.add({ days }));
  const exception = fc
    .record({ day, length: fc.integer({ min: 0, max: 20 }), ranges: fc.uniqueArray(range, { maxLength: 2 }) })
    .map(
      ({ day, length, ranges }): Exception => ({
        from: day.toString(),
        until: day.add({ days: length }).toString(),
        ranges,
        reason: "",
      }),
    );
  const said = (day: Day | string, time: { from: string; until: string }) => `${day} ${time.from} ${time.until}`;

  test("are those of the route map on each day of the year: holidays, closing days and other hours too", () => {
    fc.assert(
      fc.property(
        hours,
        fc.array(exception, { maxLength: 3 }),
        fc.uniqueArray(day, { maxLength: 3 }),
        (walkIn, other, closed) => {
          const closingDays = new Set(closed.map((day) => day.toString()));
          const exceptions = { ...noHours().exceptions, walkIn: other };
          const point = aServicePoint({ hours: { ...noHours(), walkIn, exceptions }, closingDays });
          const { returning, single } = timesAhead(point, "walkIn", { from, last });
          const file = calendar(
            "Hulp",
            [
              ...returning.map(({ first, except, weekday, nth, from, until }) =>
                anEvent({
                  day: first,
                  time: { from, until },
                  repeats: { weekday, ...(nth && { nth }), last, except },
                }),
              ),
              ...single.map(({ day, from, until }) => anEvent({ day, time: { from, until } })),
            ],
            now,
          );
          const found = read(file).flatMap((event) => {
            const time = {
              from: event.startDate.toString().slice(11, 16),
              until: event.endDate.toString().slice(11, 16),
            };
            if (!event.isRecurring()) return [said(event.startDate.toString().slice(0, 10), time)];
            const iterator = event.iterator();
            const all: string[] = [];
            for (let next = iterator.next(); next !== undefined && next !== null; next = iterator.next())
              all.push(said(next.toString().slice(0, 10), time));
            return all;
          });
          const days = Array.from({ length: from.until(last).days + 1 }, (_, days) => from.add({ days }));
          const isClosed = (day: Day) => holidayOn(day) !== undefined || closingDays.has(day.toString());
          const wanted = days.flatMap((day) => {
            const those = other.filter(({ from, until }) => from <= day.toString() && day.toString() <= until);
            const ranges = those.length > 0 ? those.flatMap(({ ranges }) => ranges) : weekly(walkIn, isClosed)(day);
            return ranges.map((time) => said(day, time));
          });
          expect([...new Set(found)].sort()).toEqual([...new Set(wanted)].sort());
        },
      ),
      rounds(10, 400),
    );
  });
});
