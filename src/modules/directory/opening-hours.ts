import { z } from "zod";
import { type Day, dayOf } from "../../kernel/day.ts";
import { type DayHours, nextOpening, openRange, TimeRange, WeekHours, weekly } from "../../kernel/hours.ts";
import { holidayOn } from "../terms/index.ts";

/** Walking in, phoning and by appointment have hours of their own. */
export const waysIn = ["walkIn", "phone", "appointment"] as const;
export type WayIn = (typeof waysIn)[number];

/**
 * From the first of these days to the last, other hours than in an ordinary week; without ranges it is closed. It wins from
 * everything, also from a holiday: open on 5 May because somebody says so.
 */
const Exception = z
  .object({
    from: z.iso.date(),
    until: z.iso.date(),
    ranges: z.array(TimeRange),
    reason: z.string().default(""),
  })
  .refine((exception) => exception.from <= exception.until, { error: "ends before it begins" });
export type Exception = z.infer<typeof Exception>;

/** Hours that come back each week or on the nth weekday of a month, and the days on which they differ. */
const Exceptions = z.object({
  walkIn: z.array(Exception).default([]),
  phone: z.array(Exception).default([]),
  appointment: z.array(Exception).default([]),
});

export const OpeningHours = z.object({
  walkIn: WeekHours.default([]),
  phone: WeekHours.default([]),
  appointment: WeekHours.default([]),
  exceptions: Exceptions.default({ walkIn: [], phone: [], appointment: [] }),
});
export type OpeningHours = z.infer<typeof OpeningHours>;

/** The hours of one way in. */
export const WayHours = z.object({ week: WeekHours, exceptions: z.array(Exception) });
export type WayHours = z.infer<typeof WayHours>;

const noExceptions = (): OpeningHours["exceptions"] => ({ walkIn: [], phone: [], appointment: [] });
export const noHours = (): OpeningHours => ({ walkIn: [], phone: [], appointment: [], exceptions: noExceptions() });

/** What has hours: a service point. */
type WithHours = { hours: OpeningHours; closingDays: ReadonlySet<string> };

/** A holiday in a weekend closes as well; the weekend itself does not, for who is open then. */
const isClosed =
  ({ closingDays }: WithHours) =>
  (day: Day) =>
    holidayOn(day) !== undefined || closingDays.has(day.toString());

/** When it is open on a day, by this way in: the exception of that day, or the ordinary week. */
export const hoursOf = (point: WithHours, way: WayIn): DayHours => {
  const ordinary = weekly(point.hours[way], isClosed(point));
  return (day) => {
    const date = day.toString();
    const exceptions = point.hours.exceptions[way].filter(({ from, until }) => from <= date && date <= until);
    return exceptions.length === 0 ? ordinary(day) : exceptions.flatMap(({ ranges }) => ranges);
  };
};

export type Openness =
  | { kind: "open"; until: string }
  | { kind: "opens"; at: Temporal.Instant; today: boolean; tomorrow: boolean }
  | { kind: "noHours" };

/** Open now, or when it opens next. A legal holiday or a closing day counts as closed. */
export function openness(point: WithHours, way: WayIn, now: Temporal.Instant): Openness {
  const hours = hoursOf(point, way);
  const open = openRange(hours, now);
  if (open !== undefined) return { kind: "open", until: open.until };
  const at = nextOpening(hours, now);
  if (at === undefined) return { kind: "noHours" };
  const days = dayOf(now).until(dayOf(at)).days;
  return { kind: "opens", at, today: days === 0, tomorrow: days === 1 };
}

/** "16:30" when somebody is there now; undefined when closed. Cheaper than asking when it opens next. */
export const openUntil = (point: WithHours, way: WayIn, now: Temporal.Instant): string | undefined =>
  openRange(hoursOf(point, way), now)?.until;

export const isOpenNow = (point: WithHours, now: Temporal.Instant): boolean =>
  waysIn.some((way) => openUntil(point, way, now) !== undefined);

/** What is not as usual from this day on, soonest first: other hours, or closed. */
export const exceptionsFrom = (point: WithHours, way: WayIn, today: Day): Exception[] =>
  point.hours.exceptions[way]
    .filter(({ until }) => until >= today.toString())
    .sort((a, b) => a.from.localeCompare(b.from));
