import { z } from "zod";
import { type Day, zone } from "./day.ts";

/** "09:30" on a Dutch clock. */
const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** A stretch of one day on a Dutch clock, from its first minute to before its last. */
export const TimeRange = z
  .object({ from: ClockTime, until: ClockTime })
  .refine((range) => range.from < range.until, { error: "ends before it begins" });
export type TimeRange = z.infer<typeof TimeRange>;

/** Which of its weekdays in a month: the first to the fifth, or the last (-1). */
const Nth = z.union([z.literal(-1), z.int().min(1).max(5)]);

/**
 * Opening or working hours that come back each week: as many ranges a day as needed; 1 is Monday, 7 Sunday. With `nth`
 * only on those of the month: [1, 3] with weekday 2 is each first and third Tuesday.
 */
export const WeekHours = z.array(
  z
    .object({
      weekday: z.int().min(1).max(7),
      from: ClockTime,
      until: ClockTime,
      nth: z.array(Nth).min(1).optional(),
    })
    .refine((range) => range.from < range.until, { error: "ends before it begins" }),
);
export type WeekHours = z.infer<typeof WeekHours>;
export type HoursRange = WeekHours[number];

type IsClosed = (day: Day) => boolean;

/** When it is open on a day: what all questions about hours are asked of. */
export type DayHours = (day: Day) => readonly TimeRange[];

/** Which of its weekdays in its month a day is, and whether there is none after it. */
export const placeInMonth = (day: Day): { nth: number; isLast: boolean } => ({
  nth: Math.ceil(day.day / 7),
  isLast: day.day + 7 > day.daysInMonth,
});

function isOfMonth(day: Day, wanted: number[] | undefined): boolean {
  if (wanted === undefined) return true;
  const { nth, isLast } = placeInMonth(day);
  return wanted.includes(nth) || (isLast && wanted.includes(-1));
}

/** Hours that come back each week, but for the days on which it is closed. */
export const weekly =
  (hours: WeekHours, isClosed: IsClosed): DayHours =>
  (day) =>
    isClosed(day) ? [] : hours.filter((range) => range.weekday === day.dayOfWeek && isOfMonth(day, range.nth));

const inOrder = (ranges: readonly TimeRange[]): TimeRange[] => [...ranges].sort((a, b) => a.from.localeCompare(b.from));

/** The moment at which a Dutch clock shows this time on this day; in the skipped hour of spring, an hour later. */
export const momentAt = (day: Day, time: string): Temporal.Instant =>
  day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).toInstant();

/** The range that is open now, or undefined when closed. */
export function openRange(hours: DayHours, now: Temporal.Instant): TimeRange | undefined {
  const local = now.toZonedDateTimeISO(zone);
  const time = local.toPlainTime().toString({ smallestUnit: "minute" });
  return inOrder(hours(local.toPlainDate())).find((range) => range.from <= time && time < range.until);
}

/** Nothing opens within this many days: then hours are taken as unknown. */
const searchDays = 60;

/** The next moment somebody is there: now, when open; undefined when nothing opens within two months. */
export function nextOpening(hours: DayHours, now: Temporal.Instant): Temporal.Instant | undefined {
  if (openRange(hours, now) !== undefined) return now;
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  for (let ahead = 0; ahead <= searchDays; ahead++) {
    const day = today.add({ days: ahead });
    for (const range of inOrder(hours(day))) {
      const opens = momentAt(day, range.from);
      if (Temporal.Instant.compare(opens, now) > 0) return opens;
    }
  }
  return undefined;
}

export type OpenSpan = { from: Temporal.Instant; until: Temporal.Instant };

/** Every stretch of time between two moments in which somebody is there, in order. */
export function openSpans(hours: DayHours, between: OpenSpan): OpenSpan[] {
  const first = between.from.toZonedDateTimeISO(zone).toPlainDate();
  const last = between.until.toZonedDateTimeISO(zone).toPlainDate();
  const days = Array.from({ length: Math.max(0, first.until(last).days + 1) }, (_, days) => first.add({ days }));
  return days
    .flatMap((day) => inOrder(hours(day)).map((range) => ({ day, range })))
    .map(({ day, range }) => ({
      from: laterOf(momentAt(day, range.from), between.from),
      until: earlierOf(momentAt(day, range.until), between.until),
    }))
    .filter(({ from, until }) => Temporal.Instant.compare(from, until) < 0);
}

export const laterOf = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(a, b) >= 0 ? a : b;
const earlierOf = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(a, b) <= 0 ? a : b;
