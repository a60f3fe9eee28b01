import { type Language, languages } from "./language.ts";

/** A calendar date in the Netherlands. Legal terms are counted in days, never in hours. */
export type Day = Temporal.PlainDate;

/** Everything that has a date for a person or a court has it in this zone. */
export const zone = "Europe/Amsterdam";

export const dayOf = (instant: Temporal.Instant): Day => instant.toZonedDateTimeISO(zone).toPlainDate();

/** A number keeps what it counts beside it: no line ends between "24" and "november", or between "14.10" and "uur". */
const unbroken = (words: string): string => words.replaceAll(" ", "\u00a0");

/** Making one costs a hundred times what using it does, and a page says dozens of days. A day is its midnight in UTC. */
const formats = new Map<string, Intl.DateTimeFormat>();
function formatOf(language: Language, parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(parts)}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(languages[language].locale, { ...parts, timeZone: "UTC" });
  formats.set(key, format);
  return format;
}

/** By its moment: a format makes itself anew for each value of Temporal. */
const sayParts = (day: Day, language: Language, parts: Intl.DateTimeFormatOptions): string =>
  formatOf(language, parts).format(day.toZonedDateTime("UTC").epochMilliseconds);

/** "dinsdag 24 november" (with the year when it is not the year of `today`). */
export function sayDay(day: Day, language: Language, today?: Day): string {
  const withYear = today !== undefined && today.year !== day.year;
  const parts = { weekday: "long", day: "numeric", month: "long" } as const;
  const words = sayParts(day, language, withYear ? { ...parts, year: "numeric" } : parts);
  return words.replace(/\d+ \p{L}+/u, unbroken);
}

/** "di 24 nov", or "di 24 nov 2025" when that is not the year of `today`: where there is little room. */
export function sayShortDay(day: Day, language: Language, today?: Day): string {
  const withYear = today !== undefined && today.year !== day.year;
  const parts = { weekday: "short", day: "numeric", month: "short" } as const;
  return unbroken(sayParts(day, language, withYear ? { ...parts, year: "numeric" } : parts));
}

/** "3 april 2026": when the day of the week says nothing. */
export const sayDate = (day: Day, language: Language): string =>
  unbroken(sayParts(day, language, { day: "numeric", month: "long", year: "numeric" }));

/** "februari": 1 is January. */
export const sayMonth = (month: number, language: Language): string =>
  sayParts(new Temporal.PlainDate(2000, month, 1), language, { month: "long" });

/** "2 jaar" or "18 maanden": whole years as years. */
export function sayMonths(months: number, language: Language): string {
  const years = months % 12 === 0 ? months / 12 : undefined;
  const words =
    language === "nl"
      ? { year: "jaar", years: "jaar", month: "maand", months: "maanden" }
      : { year: "year", years: "years", month: "month", months: "months" };
  if (years !== undefined) return unbroken(`${years} ${years === 1 ? words.year : words.years}`);
  return unbroken(`${months} ${months === 1 ? words.month : words.months}`);
}

/** "14.10 uur" and "9.00 uur" in Dutch, "14:10" and "09:00" elsewhere. */
export function sayTime(time: Temporal.PlainTime, language: Language): string {
  const digits = time.toString({ smallestUnit: "minute" });
  return language === "nl" ? unbroken(`${digits.replace(/^0/, "").replace(":", ".")} uur`) : digits;
}

/** "woensdag 25 november 14.10 uur": an exact moment, as Dutch clocks show it. */
export function sayMoment(instant: Temporal.Instant, language: Language): string {
  const local = instant.toZonedDateTimeISO(zone);
  return `${sayDay(local.toPlainDate(), language)} ${sayTime(local.toPlainTime(), language)}`;
}
