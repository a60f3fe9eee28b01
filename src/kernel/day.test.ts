import { describe, expect, test } from "vitest";
import { dayOf, sayDay, sayMoment, sayMonths, sayShortDay, sayTime } from "./day.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const moment = (text: string) => Temporal.Instant.from(text);

describe("the day of a moment is the day in the Netherlands", () => {
  test("half past midnight in Utrecht, while Greenwich still has yesterday", () => {
    expect(`${dayOf(moment("2026-11-23T23:30Z"))}`).toBe("2026-11-24");
    expect(`${dayOf(moment("2026-07-01T22:30Z"))}`).toBe("2026-07-02");
  });

  test("both nights in which the clock changes keep their date from midnight to midnight", () => {
    expect([moment("2026-03-28T23:00Z"), moment("2026-03-29T21:59Z")].map((each) => `${dayOf(each)}`)).toEqual([
      "2026-03-29",
      "2026-03-29",
    ]);
    expect([moment("2026-10-24T22:00Z"), moment("2026-10-25T22:59Z")].map((each) => `${dayOf(each)}`)).toEqual([
      "2026-10-25",
      "2026-10-25",
    ]);
  });
});

describe("in a sentence", () => {
  test("a day has its weekday, and its year only when it is another", () => {
    expect(sayDay(day("2026-11-24"), "nl")).toBe("dinsdag 24\u00a0november");
    expect(sayDay(day("2026-11-24"), "en")).toBe("Tuesday 24\u00a0November");
    expect(sayDay(day("2027-01-04"), "nl", day("2026-11-24"))).toBe("maandag 4\u00a0januari 2027");
    expect(sayDay(day("2026-12-28"), "nl", day("2026-11-24"))).toBe("maandag 28\u00a0december");
    expect(sayDay(day("2027-01-04"), "en", day("2026-11-24"))).toBe("Monday, 4\u00a0January 2027");
  });

  test("a day is said in short where there is little room, with the year when it is another", () => {
    const day = Temporal.PlainDate.from("2026-11-24");
    expect([sayShortDay(day, "nl"), sayShortDay(day, "en")]).toEqual(["di\u00a024\u00a0nov", "Tue\u00a024\u00a0Nov"]);
    expect(sayShortDay(day, "nl", day)).toBe("di\u00a024\u00a0nov");
    expect(sayShortDay(day, "nl", day.add({ years: 1 }))).toBe("di\u00a024\u00a0nov\u00a02026");
  });

  test("a time is said as people do: without a 0 before it in Dutch", () => {
    const times = ["09:00", "14:10", "00:30"].map((text) => Temporal.PlainTime.from(text));
    expect(times.map((time) => sayTime(time, "nl"))).toEqual(["9.00\u00a0uur", "14.10\u00a0uur", "0.30\u00a0uur"]);
    expect(times.map((time) => sayTime(time, "en"))).toEqual(["09:00", "14:10", "00:30"]);
  });

  test("a moment is said by a Dutch clock, in winter and in summer", () => {
    expect(sayMoment(moment("2026-11-25T13:10Z"), "nl")).toBe("woensdag 25\u00a0november 14.10\u00a0uur");
    expect(sayMoment(moment("2026-07-01T12:10Z"), "en")).toBe("Wednesday 1\u00a0July 14:10");
  });

  test("the hour that is skipped and the hour that comes twice", () => {
    expect(sayMoment(moment("2026-03-29T00:59Z"), "nl")).toBe("zondag 29\u00a0maart 1.59\u00a0uur");
    expect(sayMoment(moment("2026-03-29T01:00Z"), "nl")).toBe("zondag 29\u00a0maart 3.00\u00a0uur");
    expect(sayMoment(moment("2026-10-25T00:30Z"), "nl")).toBe("zondag 25\u00a0oktober 2.30\u00a0uur");
    expect(sayMoment(moment("2026-10-25T01:30Z"), "nl")).toBe("zondag 25\u00a0oktober 2.30\u00a0uur");
  });
});

test("a term in months is said in years where it can", () => {
  const said = [1, 6, 12, 18, 24].map((months) => [sayMonths(months, "nl"), sayMonths(months, "en")]);
  expect(said.map((both) => both.map((words) => words.replace("\u00a0", " ")))).toEqual([
    ["1 maand", "1 month"],
    ["6 maanden", "6 months"],
    ["1 jaar", "1 year"],
    ["18 maanden", "18 months"],
    ["2 jaar", "2 years"],
  ]);
});
