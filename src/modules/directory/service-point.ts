import { z } from "zod";
import { zone } from "../../kernel/day.ts";
import type { HoursRange } from "../../kernel/hours.ts";
import { idOf } from "../../kernel/id.ts";
import type { Team } from "../access/index.ts";
import type { OpeningHours } from "./opening-hours.ts";
import { Words } from "./words.ts";

export const ServicePointId = idOf("ServicePointId");

/** A place to go to, a number, or something on a screen. */
export const pointKinds = ["place", "phone", "online"] as const;

export const Place = z.object({ name: z.string(), street: z.string().default(""), town: z.string().default("") });
export type Place = z.infer<typeof Place>;

/** What a point tells besides place, numbers and hours. */
export const PointDetails = z.object({
  /** The house it is in with others: "Wijkcentrum De Brug". */
  under: z.string().default(""),
  /** What somebody in a wheelchair, or who sees or hears badly, finds there. */
  accessibility: Words.default({ nl: "" }),
  transport: Words.default({ nl: "" }),
  homeVisit: z.boolean().nullable().default(null),
  privateRoom: z.boolean().nullable().default(null),
});
export type PointDetails = z.infer<typeof PointDetails>;

/** For whom a point is there, apart from where it stands; both empty: everybody of the municipality, region or country. */
type AreaServed = { municipalities: string[]; postcodes: { from: number; to: number }[] };

/** What an editor may change of a point. */
export type PointContent = PointDetails & {
  kind: (typeof pointKinds)[number];
  place: Place;
  pc4: number | null;
  phone: string | null;
  mail: string | null;
  hours: OpeningHours;
  serves: AreaServed;
  wheelchair: boolean | null;
  languages: string[];
};

/** A service at a place or number, with its hours. */
export type ServicePoint = PointContent & {
  id: string;
  serviceId: string;
  /** The team that calls back; null: this point cannot be asked to. */
  teamId: string | null;
  closingDays: ReadonlySet<string>;
};

/** Whether somebody here is served; without a postcode it is not looked at where in the municipality. */
export const isServed = ({ serves }: Pick<PointContent, "serves">, municipalityId: string, pc4?: number): boolean =>
  (serves.municipalities.length === 0 || serves.municipalities.includes(municipalityId)) &&
  (pc4 === undefined ||
    serves.postcodes.length === 0 ||
    serves.postcodes.some(({ from, to }) => from <= pc4 && pc4 <= to));

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
