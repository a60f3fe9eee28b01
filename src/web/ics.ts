import { type Day, zone } from "../kernel/day.ts";
import { type HoursRange, momentAt, type TimeRange } from "../kernel/hours.ts";

/*
 * An agenda as a file that every calendar reads (iCalendar, RFC 5545). Written here and not by a library: those we looked
 * at take dates of JavaScript or of others, and bring time zones from a second package; what we need is on one page.
 */

export type CalendarEvent = {
  /** The same for the same thing each time the file is fetched, so that it is changed and not added. */
  uid: string;
  summary: string;
  description: string;
  location: string;
  url: string;
  day: Day;
  time: TimeRange;
  /** Comes back on this weekday, each week or as the nth of a month, until and with a day, but for some. */
  repeats?: Pick<HoursRange, "weekday" | "nth"> & { last: Day; except: Day[] };
};

/** What has a meaning in a value; signs that no calendar can show are left out. */
const text = (words: string): string =>
  words
    .replace(/\r\n?/g, "\n")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what it is about.
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, " ")
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll("\n", "\\n");

const lineBytes = 75;

/** A line holds at most 75 bytes; a sign is not cut in two. What follows begins with a space. */
function folded(line: string): string {
  const parts: string[] = [];
  const rest = { part: "", bytes: 0 };
  for (const sign of line) {
    const bytes = Buffer.byteLength(sign);
    if (rest.bytes + bytes > lineBytes) {
      parts.push(rest.part);
      Object.assign(rest, { part: " ", bytes: 1 });
    }
    rest.part += sign;
    rest.bytes += bytes;
  }
  return [...parts, rest.part].join("\r\n");
}

const compactDay = (day: Day): string => day.toString().replaceAll("-", "");
const local = (day: Day, time: string): string => `${compactDay(day)}T${time.replace(":", "")}00`;
const inUtc = (moment: Temporal.Instant): string => moment.toString({ smallestUnit: "second" }).replace(/[-:]/g, "");

const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

const ruleOf = ({ weekday, nth, last }: NonNullable<CalendarEvent["repeats"]>): string => {
  const day = weekdays[weekday - 1] ?? "";
  const how =
    nth === undefined ? `FREQ=WEEKLY;BYDAY=${day}` : `FREQ=MONTHLY;BYDAY=${nth.map((at) => `${at}${day}`).join(",")}`;
  // A moment in UTC, because the times themselves have a zone.
  return `${how};UNTIL=${inUtc(momentAt(last, "23:59"))}`;
};

/** The clock of the Netherlands, as it has been since 1996. */
const zoneLines = [
  "BEGIN:VTIMEZONE",
  `TZID:${zone}`,
  ...["BEGIN:DAYLIGHT", "DTSTART:19960331T020000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"],
  ...["TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "TZNAME:CEST", "END:DAYLIGHT"],
  ...["BEGIN:STANDARD", "DTSTART:19961027T030000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"],
  ...["TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "TZNAME:CET", "END:STANDARD"],
  "END:VTIMEZONE",
];

const eventLines = (event: CalendarEvent, now: Temporal.Instant): string[] => {
  const { uid, summary, description, location, url, day, time, repeats } = event;
  const at = (day: Day, clock: string) => `;TZID=${zone}:${local(day, clock)}`;
  const except = repeats?.except ?? [];
  return [
    "BEGIN:VEVENT",
    `UID:${text(uid)}`,
    `DTSTAMP:${inUtc(now)}`,
    `DTSTART${at(day, time.from)}`,
    `DTEND${at(day, time.until)}`,
    ...(repeats === undefined ? [] : [`RRULE:${ruleOf(repeats)}`]),
    ...except.map((day) => `EXDATE${at(day, time.from)}`),
    `SUMMARY:${text(summary)}`,
    `DESCRIPTION:${text(description)}`,
    `LOCATION:${text(location)}`,
    `URL:${encodeURI(url)}`,
    // Nobody is expected: the day stays free.
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
};

/** @param name what an agenda calls it. */
export const calendar = (name: string, events: readonly CalendarEvent[], now: Temporal.Instant): string =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Rechtspoor//Rechtspoor//NL",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${text(name)}`,
    // Whoever subscribes asks again each week.
    ...["REFRESH-INTERVAL;VALUE=DURATION:P1W", "X-PUBLISHED-TTL:P1W"],
    ...zoneLines,
    ...events.flatMap((event) => eventLines(event, now)),
    "END:VCALENDAR",
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join("");
