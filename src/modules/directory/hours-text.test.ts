import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rounds } from "../../../tests/support/rounds.ts";
import { readHours, writeHours } from "./hours-text.ts";
import type { WayHours } from "./opening-hours.ts";

const week = (text: string) => {
  const read = readHours(text);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.hours.week;
};
const problemsOf = (text: string) => {
  const read = readHours(text);
  return read.ok ? [] : read.problems.map(({ problem }) => problem);
};

describe("hours as people write them", () => {
  test.each([
    ["ma 9.00-12.00", [{ weekday: 1, from: "09:00", until: "12:00" }]],
    ["maandag van 9 tot 12 uur", [{ weekday: 1, from: "09:00", until: "12:00" }]],
    ["Ma: 9:00 – 12:00", [{ weekday: 1, from: "09:00", until: "12:00" }]],
    [
      "di en do 13.30-17.00",
      [
        { weekday: 2, from: "13:30", until: "17:00" },
        { weekday: 4, from: "13:30", until: "17:00" },
      ],
    ],
    ["ma t/m wo 9–12", [1, 2, 3].map((weekday) => ({ weekday, from: "09:00", until: "12:00" }))],
    ["ma-vr 9-17", [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: "09:00", until: "17:00" }))],
    [
      "wo 9-12, 13-17",
      [
        { weekday: 3, from: "09:00", until: "12:00" },
        { weekday: 3, from: "13:00", until: "17:00" },
      ],
    ],
    ["1e di v/d maand 19-21", [{ weekday: 2, from: "19:00", until: "21:00", nth: [1] }]],
    ["1e en 3e dinsdag van de maand 19.00-21.00", [{ weekday: 2, from: "19:00", until: "21:00", nth: [1, 3] }]],
    ["1e di vd maand ook 19-21", [{ weekday: 2, from: "19:00", until: "21:00", nth: [1] }]],
    ["wo 13u30-16u", [{ weekday: 3, from: "13:30", until: "16:00" }]],
    [
      "ma 9-12 en 13-16, 1e di v/d maand ook 19-21",
      [
        { weekday: 1, from: "09:00", until: "12:00" },
        { weekday: 1, from: "13:00", until: "16:00" },
        { weekday: 2, from: "19:00", until: "21:00", nth: [1] },
      ],
    ],
    ["laatste vrijdag van de maand 10-12", [{ weekday: 5, from: "10:00", until: "12:00", nth: [-1] }]],
    [
      "Monday through Friday from 9 to 17",
      [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: "09:00", until: "17:00" })),
    ],
  ])("%j", (text, hours) => {
    expect(week(text)).toEqual(hours);
  });

  test("days that differ: closed, or other hours, with the reason", () => {
    const read = readHours("24-12-2026 t/m 3-1-2027 gesloten: kerstvakantie\n31-5-2027 9.00-12.00");
    expect(read.ok && read.hours.exceptions).toEqual([
      { from: "2026-12-24", until: "2027-01-03", ranges: [], reason: "kerstvakantie" },
      { from: "2027-05-31", until: "2027-05-31", ranges: [{ from: "09:00", until: "12:00" }], reason: "" },
    ]);
  });

  test.each([
    ["ma", "time"],
    ["overdag", "time"],
    ["om de week op woensdag 9-12", "everyOther"],
    ["wo 9-12 in de oneven weken", "everyOther"],
    ["mandag 9-12", "day"],
    ["do t/m ma 9-12", "day"],
    ["ma en ma 9-12", "day"],
    ["ma 9", "time"],
    ["ma 9-25", "time"],
    ["ma 9.60-12", "time"],
    ["ma 12-9", "backwards"],
    ["ma 9-9", "backwards"],
    ["ma 9-12 en 11-13", "overlap"],
    ["ma 9-12\nma t/m vr 11-13", "overlap"],
    ["laatste di 9-12\n4e di 9-12", "overlap"],
    ["31-2-2027 gesloten", "date"],
    ["3-1-2027 t/m 24-12-2026 gesloten", "backwards"],
    ["24-12-2026 misschien", "time"],
    ["24-12-2026 t/m 3-1-2027 gesloten\n31-12-2026 9-12", "datesOverlap"],
  ])("%j is not guessed: %s", (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  test("first and third Tuesday beside each second: no overlap", () => {
    expect(problemsOf("1e en 3e di 9-12\n2e di 10-13")).toEqual([]);
  });

  test("every line that is wrong is named, and nothing is read halfway", () => {
    const read = readHours("ma 9-12\ndinsdg 9-12\nwo 12-9");
    expect(read).toEqual({
      ok: false,
      problems: [
        { line: "dinsdg 9-12", problem: "day" },
        { line: "wo 12-9", problem: "backwards" },
      ],
    });
  });

  test("days with the same times are written in one line", () => {
    expect(writeHours({ week: week("wo 9-12\nma t/m di 9-12\ndo 9-13"), exceptions: [] })).toBe(
      "ma t/m wo 9.00-12.00\ndo 9.00-13.00",
    );
  });

  const clock = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  /** Ranges that lie apart: cut a day at some of its minutes, and take every other piece. */
  const anyRanges = fc
    .uniqueArray(fc.integer({ min: 0, max: 1439 }), { minLength: 2, maxLength: 6 })
    .map((minutes) => minutes.sort((a, b) => a - b))
    .map((minutes) =>
      Array.from({ length: Math.floor(minutes.length / 2) }, (_, at) => ({
        from: clock(minutes[2 * at] ?? 0),
        until: clock(minutes[2 * at + 1] ?? 0),
      })),
    );
  const anyNth = fc.option(
    fc.subarray([1, 2, 3], { minLength: 1 }).map((nth) => nth),
    { nil: undefined },
  );
  const anyWeek = fc
    .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 7 }), anyNth, anyRanges), { selector: ([day]) => day })
    .map((days) =>
      days
        .sort(([a], [b]) => a - b)
        .flatMap(([weekday, nth, ranges]) =>
          ranges.map((range) => ({ weekday, ...range, ...(nth === undefined ? {} : { nth }) })),
        ),
    );
  const anyExceptions = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.option(anyRanges, { nil: [] }), fc.constantFrom("", "kerst")))
    .map((all) =>
      all.map(([length, ranges, reason], at) => {
        const from = Temporal.PlainDate.from("2026-01-01").add({ days: 30 * at });
        return { from: `${from}`, until: `${from.add({ days: length })}`, ranges, reason };
      }),
    );

  test("whatever the hours, what is written is read back the same", () => {
    fc.assert(
      fc.property(anyWeek, anyExceptions, (week, exceptions) => {
        const hours: WayHours = { week, exceptions };
        expect(readHours(writeHours(hours))).toEqual({ ok: true, hours });
      }),
      rounds(25, 1000),
    );
  });

  test("whatever is typed, it is read or its lines are named", () => {
    const anyText = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 80 }),
      fc
        .array(
          fc.constantFrom(
            "ma",
            "t/m",
            "-",
            "9",
            "9.00-12.00",
            "en",
            "1e",
            "laatste",
            "24-12-2026",
            "gesloten",
            ":",
            "\n",
          ),
        )
        .map((words) => words.join(" ")),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        const read = readHours(text);
        if (read.ok) expect(readHours(writeHours(read.hours))).toEqual(read);
        else for (const { line } of read.problems) expect(text).toContain(line);
      }),
      rounds(40, 2000),
    );
  });
});
