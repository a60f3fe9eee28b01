import { describe, expect, test } from "vitest";
import { hashOfWord, isOver, type ListEntry, lastDayOf, moved, problemsIn, wordOfList } from "./resident-list.ts";

const dutch = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime("Europe/Amsterdam").toInstant();
const entry = (serviceId: string, line = ""): ListEntry => ({ serviceId, advice: null, line });

describe("the order of a list", () => {
  const list = ["a", "b", "c"].map((id) => entry(id));
  const order = (id: string, by: -1 | 1) => moved(list, id, by).map(({ serviceId }) => serviceId);

  test("changes by one place at a time", () => {
    expect(order("c", -1)).toEqual(["a", "c", "b"]);
    expect(order("a", 1)).toEqual(["b", "a", "c"]);
  });

  test("stays as it is at its ends, and for what is not on it", () => {
    for (const [id, by] of [
      ["a", -1],
      ["c", 1],
      ["d", 1],
      ["d", -1],
    ] as const)
      expect(order(id, by)).toEqual(["a", "b", "c"]);
    expect(moved([], "a", 1)).toEqual([]);
  });
});

describe("a list", () => {
  test("opens the whole of its last day in the Netherlands, also when the clock changes before it", () => {
    for (const [made, lasts, last] of [
      ["2026-11-24T10:00", 30, "2026-12-24"],
      ["2026-11-24T23:59", 7, "2026-12-01"],
      ["2027-03-24T00:00", 7, "2027-03-31"],
      ["2026-10-20T12:00", 7, "2026-10-27"],
    ] as const) {
      const lastDay = lastDayOf(dutch(made), lasts);
      expect(lastDay.toString()).toBe(last);
      const overAt = (moment: Temporal.Instant) => isOver({ lastDay, endedAt: null }, moment);
      const midnight = dutch(`${lastDay.add({ days: 1 })}T00:00`);
      expect([overAt(midnight.subtract({ nanoseconds: 1 })), overAt(midnight)]).toEqual([false, true]);
    }
  });

  test("that was ended is over, whatever day it is", () => {
    const now = dutch("2026-11-24T10:00");
    expect(isOver({ lastDay: lastDayOf(now, 90), endedAt: now }, now)).toBe(true);
  });

  test("says of each line what is wrong with it", () => {
    const today = Temporal.PlainDate.from("2026-11-24");
    const entries = [entry("a", "Bel eerst."), entry("b", "06-12345678"), entry("c", "x".repeat(201)), entry("d")];
    expect([...problemsIn(entries, today)]).toEqual([
      ["b", "number"],
      ["c", "tooLong"],
    ]);
    expect(problemsIn([entry("a", "x".repeat(200))], today).size).toBe(0);
  });
});

describe("the word that opens a list", () => {
  test("can be read from paper and typed as one likes, and is the same for the same list alone", () => {
    const word = wordOfList("secret", "one");
    expect(word).toMatch(/^([2-9a-hjkmnp-tv-z]{4}-){3}[2-9a-hjkmnp-tv-z]{4}$/);
    expect(wordOfList("secret", "one")).toBe(word);
    expect(new Set([word, wordOfList("secret", "two"), wordOfList("other", "one")]).size).toBe(3);
    for (const typed of [word.toUpperCase(), word.replaceAll("-", ""), ` ${word.replaceAll("-", " ")} `])
      expect(hashOfWord(typed)).toBe(hashOfWord(word));
    expect(hashOfWord(`${word}2`)).not.toBe(hashOfWord(word));
  });
});
