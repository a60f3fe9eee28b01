import { z } from "zod";
import { type Day, dayOf, zone } from "../../kernel/day.ts";
import { type HoursRange, nextOpening, openRange, WeekHours } from "../../kernel/hours.ts";
import { idOf } from "../../kernel/id.ts";
import type { Team } from "../access/index.ts";
import { holidayOn } from "../terms/index.ts";

export const ServicePointId = idOf("ServicePointId");

/** Hours apart for walking in, for phoning and by appointment. */
export const OpeningHours = z.object({
  walkIn: WeekHours.default([]),
  phone: WeekHours.default([]),
  appointment: WeekHours.default([]),
});
export type OpeningHours = z.infer<typeof OpeningHours>;
export const waysIn = ["walkIn", "phone", "appointment"] as const satisfies (keyof OpeningHours)[];
export type WayIn = (typeof waysIn)[number];

export const Place = z.object({ name: z.string(), street: z.string().default(""), town: z.string().default("") });
export type Place = z.infer<typeof Place>;

/** A service at a place or number, with its hours. */
export type ServicePoint = {
  id: string;
  serviceId: string;
  /** The team that calls back; null: this point cannot be asked to. */
  teamId: string | null;
  place: Place;
  pc4: number | null;
  phone: string | null;
  mail: string | null;
  hours: OpeningHours;
  closingDays: ReadonlySet<string>;
  wheelchair: boolean | null;
  languages: string[];
};

/** A holiday in a weekend closes as well; the weekend itself does not, for who is open then. */
const isClosed = (point: Pick<ServicePoint, "closingDays">) => (day: Day) =>
  holidayOn(day) !== undefined || point.closingDays.has(day.toString());

export type Openness =
  | { kind: "open"; until: string }
  | { kind: "opens"; at: Temporal.Instant; today: boolean; tomorrow: boolean }
  | { kind: "noHours" };

/** Open now, or when it opens next. A legal holiday or a closing day counts as closed. */
export function openness(
  point: Pick<ServicePoint, "hours" | "closingDays">,
  way: WayIn,
  now: Temporal.Instant,
): Openness {
  const hours = point.hours[way];
  const open = openRange(hours, now, isClosed(point));
  if (open !== undefined) return { kind: "open", until: open.until };
  const at = nextOpening(hours, now, isClosed(point));
  if (at === undefined) return { kind: "noHours" };
  const days = dayOf(now).until(dayOf(at)).days;
  return { kind: "opens", at, today: days === 0, tomorrow: days === 1 };
}

/** "16:30" when somebody is there now; undefined when closed. Cheaper than asking when it opens next. */
export const openUntil = (
  point: Pick<ServicePoint, "hours" | "closingDays">,
  way: WayIn,
  now: Temporal.Instant,
): string | undefined => openRange(point.hours[way], now, isClosed(point))?.until;

export const isOpenNow = (point: ServicePoint, now: Temporal.Instant): boolean =>
  waysIn.some((way) => openUntil(point, way, now) !== undefined);

/** Parts of the day in which somebody can be called. */
export const dayparts = ["morning", "afternoon", "evening"] as const;
export type Daypart = (typeof dayparts)[number];
const daypartBegins: Record<Daypart, string> = { morning: "00:00", afternoon: "12:00", evening: "17:00" };
const daypartEnds: Record<Daypart, string> = { morning: "12:00", afternoon: "17:00", evening: "24:00" };

export const daypartOf = (moment: Temporal.Instant): Daypart => {
  const hour = moment.toZonedDateTimeISO(zone).hour;
  return hour < 12 ? "morning" : hour < 17 ? "afternoon" : "evening";
};

const overlaps = (range: HoursRange, part: Daypart) =>
  range.from < daypartEnds[part] && range.until > daypartBegins[part];

/** The parts of the day in which this team can call at all. */
export const openDayparts = (team: Pick<Team, "officeHours">): Daypart[] =>
  dayparts.filter((part) => team.officeHours.some((range) => overlaps(range, part)));
