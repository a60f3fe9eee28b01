import { expect, test } from "vitest";
import { byDay, type Reading } from "./reading.ts";

const reading = (at: string, ground: Reading["ground"] = "own-team", byPersonId: string | null = null): Reading => ({
  byPersonId,
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

test("pages that one person opens after each other are one time; another person, or half an hour later, is another", () => {
  const times = (...readings: Reading[]) => byDay(readings).map((day) => day.times);
  const at = (time: string, by: string) => reading(`2026-11-24T${time}`, "own-team", by);
  expect(times(at("10:00", "elif"), at("10:01", "elif"), at("10:29", "elif"))).toEqual([1]);
  expect(times(at("10:00", "elif"), at("10:30", "elif"), at("11:01", "elif"))).toEqual([2]);
  expect(times(at("10:00", "elif"), at("10:05", "samira"), at("10:10", "elif"))).toEqual([2]);
});

test("without readings there are no days", () => {
  expect(byDay([])).toEqual([]);
});
