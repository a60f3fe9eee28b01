import type { Day } from "../../kernel/day.ts";
import { royalDecreeDaysOf } from "./royal-decree-days.ts";

export type HolidayCode =
  | "new-year"
  | "good-friday"
  | "easter-monday"
  | "kings-day"
  | "liberation-day"
  | "ascension-day"
  | "whit-monday"
  | "christmas-day"
  | "second-christmas-day"
  | "royal-decree";

/** A day that counts as a general holiday for legal terms. Whether people have the day off is another matter. */
export type Holiday =
  | { code: Exclude<HolidayCode, "royal-decree">; day: Day; article: "Atw 3(1)" | "Atw 3(2)" }
  | { code: "royal-decree"; day: Day; article: "Atw 3(3)"; source: string };

/** A day on which no legal term ends, and the article that says so. */
export type FreeDay = Holiday | { code: "saturday" | "sunday"; day: Day; article: "Atw 1(1)" };
export type FreeDayCode = FreeDay["code"];

const saturday = 6;
const sunday = 7;

/** Pages ask this for every day of every opening hour, so each year is worked out once. */
const workedOut = new Map<number, readonly Holiday[]>();

/** In order of date. Two can fall on one day: in 2016 Ascension Day was also 5 May. */
export function holidaysOf(year: number): readonly Holiday[] {
  const known = workedOut.get(year);
  if (known !== undefined) return known;
  const holidays = workOutHolidays(year);
  workedOut.set(year, holidays);
  return holidays;
}

function workOutHolidays(year: number): Holiday[] {
  const on = (month: number, day: number) => new Temporal.PlainDate(year, month, day);
  const easter = easterSunday(year);
  const holidays: Holiday[] = [
    { code: "new-year", day: on(1, 1), article: "Atw 3(1)" },
    { code: "good-friday", day: easter.subtract({ days: 2 }), article: "Atw 3(2)" },
    { code: "easter-monday", day: easter.add({ days: 1 }), article: "Atw 3(1)" },
    { code: "kings-day", day: kingsDay(year), article: "Atw 3(1)" },
    { code: "ascension-day", day: easter.add({ days: 39 }), article: "Atw 3(1)" },
    // Every year: that many people work on it four years out of five does not matter to the Atw.
    { code: "liberation-day", day: on(5, 5), article: "Atw 3(1)" },
    { code: "whit-monday", day: easter.add({ days: 50 }), article: "Atw 3(1)" },
    { code: "christmas-day", day: on(12, 25), article: "Atw 3(1)" },
    { code: "second-christmas-day", day: on(12, 26), article: "Atw 3(1)" },
    ...royalDecreeDaysOf(year).map(
      ({ day, source }): Holiday => ({ code: "royal-decree", day, article: "Atw 3(3)", source }),
    ),
  ];
  return holidays.sort((a, b) => Temporal.PlainDate.compare(a.day, b.day));
}

/**
 * The first Sunday after the full moon of spring, as the Gregorian church calendar reckons that moon
 * (the Meeus/Jones/Butcher rule, exact for every year). Never before 22 March.
 */
function easterSunday(year: number): Day {
  const yearInMoonCycle = year % 19;
  const century = Math.floor(year / 100);
  const yearInCentury = year % 100;
  const skippedLeapDays = century - Math.floor(century / 4);
  const moonDrift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const toFullMoon = (19 * yearInMoonCycle + skippedLeapDays - moonDrift + 15) % 30;
  const leapDays = 2 * (century % 4) + 2 * Math.floor(yearInCentury / 4) - (yearInCentury % 4);
  const toSunday = (32 + leapDays - toFullMoon) % 7;
  const weekTooLate = Math.floor((yearInMoonCycle + 11 * toFullMoon + 22 * toSunday) / 451);
  return new Temporal.PlainDate(year, 3, 22).add({ days: toFullMoon + toSunday - 7 * weekTooLate });
}

/** 27 April, up to 2013 Queen's Day on 30 April. On a Sunday it is celebrated the day before (2025, 2031). */
function kingsDay(year: number): Day {
  const day = new Temporal.PlainDate(year, 4, year >= 2014 ? 27 : 30);
  return day.dayOfWeek === sunday ? day.subtract({ days: 1 }) : day;
}

export const holidayOn = (day: Day): Holiday | undefined =>
  holidaysOf(day.year).find((holiday) => holiday.day.equals(day));

/** A holiday in a weekend is named as the holiday. */
export function freeDayOn(day: Day): FreeDay | undefined {
  const holiday = holidayOn(day);
  if (holiday !== undefined) return holiday;
  if (day.dayOfWeek === saturday) return { code: "saturday", day, article: "Atw 1(1)" };
  if (day.dayOfWeek === sunday) return { code: "sunday", day, article: "Atw 1(1)" };
  return undefined;
}

export const isFreeDay = (day: Day): boolean => freeDayOn(day) !== undefined;

export const isWorkingDay = (day: Day): boolean => !isFreeDay(day);

/** Days on which an organisation is closed by its own choice. No legal term moves for them, its own promises do. */
export type ClosedToo = (day: Day) => boolean;

const neverClosed: ClosedToo = () => false;

/** Closed for longer than this is a mistake in somebody's closing days; without an end the search would never stop. */
const longestClosure = 366;

/** The day itself when it is a working day. */
export function nextWorkingDay(day: Day, closedToo: ClosedToo = neverClosed): Day {
  for (let ahead = 0; ahead <= longestClosure; ahead++) {
    const candidate = day.add({ days: ahead });
    if (isWorkingDay(candidate) && !closedToo(candidate)) return candidate;
  }
  throw new RangeError(`No working day within a year of ${day}`);
}

/** The last of `count` working days after this day, which itself does not count; with none to count, the day itself. */
export function addWorkingDays(day: Day, count: number, closedToo: ClosedToo = neverClosed): Day {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`Cannot count ${count} working days`);
  let reached = day;
  for (let counted = 0; counted < count; counted++) reached = nextWorkingDay(reached.add({ days: 1 }), closedToo);
  return reached;
}
