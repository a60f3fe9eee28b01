import { expect, test } from "vitest";
import { byDay, type Reading } from "./reading.ts";

const reading = (at: string, ground: Reading["ground"] = "own-team"): Reading => ({
  at: Temporal.PlainDateTime.from(at).toZonedDateTime("Europe/Amsterdam").toInstant(),
  ground,
});

test("readings of one day and one ground are one line, with how often and when last; newest first", () => {
  const days = byDay([
    reading("2026-11-25T09:00"),
    reading("2026-11-24T23:30"),
    reading("2026-11-24T15:00", "own-code"),
    reading("2026-11-24T10:00"),
  ]);
  expect(days.map(({ day, ground, times }) => [day.toString(), ground, times])).toEqual([
    ["2026-11-25", "own-team", 1],
    ["2026-11-24", "own-team", 2],
    ["2026-11-24", "own-code", 1],
  ]);
  expect(days[1]?.last).toEqual(reading("2026-11-24T23:30").at);
});

test("without readings there are no days", () => {
  expect(byDay([])).toEqual([]);
});
