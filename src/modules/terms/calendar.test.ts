import Holidays from "date-holidays";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rounds } from "../../../tests/support/rounds.ts";
import type { Day } from "../../kernel/day.ts";
import {
  addWorkingDays,
  freeDayOn,
  type HolidayCode,
  holidayOn,
  holidaysOf,
  isFreeDay,
  isWorkingDay,
  nextWorkingDay,
} from "./calendar.ts";

const day = (text: string): Day => Temporal.PlainDate.from(text);
const years = Array.from({ length: 2100 - 1990 + 1 }, (_, index) => 1990 + index);
const namesOn = (text: string) => freeDayOn(day(text))?.code;

/** The same days each run, so that a failure can be looked at again. */
const runs = rounds(1964, 500);
const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => day("1990-01-01").add({ days }));
const fewDays = fc.integer({ min: 0, max: 30 });
const weekdaysClosed = fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { maxLength: 4 });

describe("the holidays of the Algemene termijnenwet", () => {
  test("the year 2026 (Atw 3)", () => {
    expect(holidaysOf(2026).map((holiday) => `${holiday.day} ${holiday.code} ${holiday.article}`)).toEqual([
      "2026-01-01 new-year Atw 3(1)",
      "2026-01-02 royal-decree Atw 3(3)",
      "2026-04-03 good-friday Atw 3(2)",
      "2026-04-06 easter-monday Atw 3(1)",
      "2026-04-27 kings-day Atw 3(1)",
      "2026-05-05 liberation-day Atw 3(1)",
      "2026-05-14 ascension-day Atw 3(1)",
      "2026-05-15 royal-decree Atw 3(3)",
      "2026-05-25 whit-monday Atw 3(1)",
      "2026-12-25 christmas-day Atw 3(1)",
      "2026-12-26 second-christmas-day Atw 3(1)",
    ]);
  });

  test("King's Day is 26 April when the 27th is a Sunday", () => {
    expect(years.filter((year) => namesOn(`${year}-04-26`) === "kings-day").slice(0, 4)).toEqual([
      2014, 2025, 2031, 2036,
    ]);
    expect([namesOn("2026-04-27"), namesOn("2025-04-27")]).toEqual(["kings-day", "sunday"]);
  });

  test("5 May counts every year, not only every fifth", () => {
    expect(years.every((year) => isFreeDay(day(`${year}-05-05`)))).toBe(true);
  });

  test("Ascension Day and 5 May can be one day", () => {
    expect(holidaysOf(2016).filter((holiday) => holiday.day.equals(day("2016-05-05")))).toHaveLength(2);
  });

  test("Easter Sunday and Whit Sunday are free only because they are Sundays", () => {
    expect([namesOn("2026-04-05"), namesOn("2026-05-24")]).toEqual(["sunday", "sunday"]);
  });

  test("24 and 31 December and carnival Monday are ordinary working days", () => {
    expect(["2026-12-24", "2026-12-31", "2026-02-16"].map((text) => isWorkingDay(day(text)))).toEqual([
      true,
      true,
      true,
    ]);
  });

  test("a holiday in a weekend is named as the holiday", () => {
    expect([namesOn("2026-12-26"), namesOn("2026-12-27"), namesOn("2026-11-21")]).toEqual([
      "second-christmas-day",
      "sunday",
      "saturday",
    ]);
  });

  test("a day by Royal Decree says where it was printed", () => {
    expect(holidayOn(day("2024-12-27"))).toMatchObject({ code: "royal-decree", source: "Stcrt. 2022, 7812" });
    expect(holidayOn(day("2027-05-07"))).toMatchObject({ code: "royal-decree", source: "Stcrt. 2025, 24713" });
  });

  test("every year lists its days in order, and every listed day is a holiday", () => {
    for (const year of years) {
      const days = holidaysOf(year).map((holiday) => holiday.day);
      expect(days.map(String)).toEqual(days.map(String).sort());
      expect(days.every((each) => each.year === year && holidayOn(each) !== undefined)).toBe(true);
    }
  });

  test("a day that is a holiday stands in the list of its year", () => {
    fc.assert(
      fc.property(anyDay, (each) => {
        const listed = holidaysOf(each.year).some((holiday) => holiday.day.equals(each));
        expect(listed).toBe(holidayOn(each) !== undefined);
      }),
      runs,
    );
  });

  test("from 1990 to 2100 we agree with the date-holidays package", () => {
    const theirNames: Record<string, HolidayCode> = {
      Nieuwjaar: "new-year",
      "Goede Vrijdag": "good-friday",
      "Tweede paasdag": "easter-monday",
      Koninginnedag: "kings-day",
      Koningsdag: "kings-day",
      Bevrijdingsdag: "liberation-day",
      Hemelvaartsdag: "ascension-day",
      "Tweede pinksterdag": "whit-monday",
      Kerstmis: "christmas-day",
      "Tweede kerstdag": "second-christmas-day",
    };
    const theirs = new Holidays("NL", { languages: "nl" });
    for (const year of years) {
      const expected = theirs.getHolidays(year).flatMap(({ name, date }) => {
        const code = theirNames[name];
        return code === undefined ? [] : [`${date.slice(0, 10)} ${code}`];
      });
      const ours = holidaysOf(year).filter((holiday) => holiday.code !== "royal-decree");
      expect(ours.map((holiday) => `${holiday.day} ${holiday.code}`).sort()).toEqual(expected.sort());
    }
  });
});

describe("working days", () => {
  test("the next working day is the day itself when it is one", () => {
    expect(`${nextWorkingDay(day("2026-11-24"))}`).toBe("2026-11-24");
  });

  test("after 5 May 2027 come Ascension Day, a Royal-Decree day and a weekend", () => {
    expect(`${nextWorkingDay(day("2027-05-05"))}`).toBe("2027-05-10");
  });

  test("two working days from Thursday before Easter are Tuesday and Wednesday", () => {
    expect(`${addWorkingDays(day("2026-04-02"), 2)}`).toBe("2026-04-08");
  });

  test("a closing day of the organisation lengthens its promise", () => {
    const closedToo = (each: Day) => each.equals(day("2026-11-25"));
    expect(`${addWorkingDays(day("2026-11-24"), 2)}`).toBe("2026-11-26");
    expect(`${addWorkingDays(day("2026-11-24"), 2, closedToo)}`).toBe("2026-11-27");
    expect(`${nextWorkingDay(day("2026-11-25"), closedToo)}`).toBe("2026-11-26");
  });

  test("an organisation that is always closed is a mistake, not an endless search", () => {
    expect(() => nextWorkingDay(day("2026-11-24"), () => true)).toThrow(RangeError);
  });

  test("working days are counted forwards and whole", () => {
    expect(() => addWorkingDays(day("2026-11-24"), -1)).toThrow(RangeError);
    expect(() => addWorkingDays(day("2026-11-24"), 1.5)).toThrow(RangeError);
  });

  test("counting in two goes is counting in one, also with closing days", () => {
    fc.assert(
      fc.property(anyDay, fewDays, fewDays, weekdaysClosed, (start, first, second, closed) => {
        const closedToo = (each: Day) => closed.includes(each.dayOfWeek);
        const atOnce = addWorkingDays(start, first + second, closedToo);
        const inTwo = addWorkingDays(addWorkingDays(start, first, closedToo), second, closedToo);
        expect(`${inTwo}`).toBe(`${atOnce}`);
      }),
      runs,
    );
  });

  test("exactly the counted working days lie after the start, up to and including the last", () => {
    fc.assert(
      fc.property(anyDay, fewDays, (start, count) => {
        const length = start.until(addWorkingDays(start, count)).days;
        const between = Array.from({ length }, (_, index) => start.add({ days: index + 1 }));
        expect(between.filter(isWorkingDay)).toHaveLength(count);
      }),
      runs,
    );
  });
});
