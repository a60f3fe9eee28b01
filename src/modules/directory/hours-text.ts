import { TimeRange, type WeekHours } from "../../kernel/hours.ts";
import type { Exception, WayHours } from "./opening-hours.ts";

/*
 * Hours as people write them, one kind of day a line, and back. An editor types them and an import reads them:
 *
 *   ma t/m do 9.00-12.30 en 13.00-17.00
 *   1e en 3e di van de maand 19-21
 *   24-12-2026 t/m 3-1-2027 gesloten: kerstvakantie
 *
 * What is not understood is never guessed: the line is named, with what is wrong with it.
 */

export const hoursProblems = ["everyOther", "day", "time", "backwards", "overlap", "date", "datesOverlap"] as const;
export type HoursProblem = { line: string; problem: (typeof hoursProblems)[number] };

const weekdays: [RegExp, number][] = [
  [/^(ma|maandag(en)?|mon|mondays?)$/, 1],
  [/^(di|dinsdag(en)?|tue|tuesdays?)$/, 2],
  [/^(wo|woensdag(en)?|wed|wednesdays?)$/, 3],
  [/^(do|donderdag(en)?|thu|thursdays?)$/, 4],
  [/^(vr|vrijdag(en)?|fri|fridays?)$/, 5],
  [/^(za|zaterdag(en)?|sat|saturdays?)$/, 6],
  [/^(zo|zondag(en)?|sun|sundays?)$/, 7],
];
const shortNames = ["ma", "di", "wo", "do", "vr", "za", "zo"];
const nths: [RegExp, number][] = [
  [/^(1e|1ste|eerste|1st|first)$/, 1],
  [/^(2e|2de|tweede|2nd|second)$/, 2],
  [/^(3e|3de|derde|3rd|third)$/, 3],
  [/^(4e|4de|vierde|4th|fourth)$/, 4],
  [/^(5e|5de|vijfde|5th|fifth)$/, 5],
  [/^(laatste|last)$/, -1],
];
const closedWords = /^(gesloten|dicht|closed)$/;

const match = <Value>(table: [RegExp, Value][], word: string): Value | undefined =>
  table.find(([pattern]) => pattern.test(word))?.[1];

/** @returns the hours, or every line that was not understood. */
export function readHours(
  text: string,
): { ok: true; hours: WayHours } | { ok: false; problems: [HoursProblem, ...HoursProblem[]] } {
  const hours: WayHours = { week: [], exceptions: [] };
  const problems: HoursProblem[] = [];
  const lines = text.split(/[\n;]/).flatMap(linesIn);
  for (const line of lines.filter((line) => line !== "")) {
    const read = isDated(line) ? readException(line) : readWeekdays(line);
    if (typeof read === "string") problems.push({ line, problem: read });
    else if (Array.isArray(read)) {
      if (read.some((one) => hours.week.some((other) => overlap(one, other))))
        problems.push({ line, problem: "overlap" });
      else hours.week.push(...read);
    } else if (hours.exceptions.some((other) => read.from <= other.until && other.from <= read.until))
      problems.push({ line, problem: "datesOverlap" });
    else hours.exceptions.push(read);
  }
  const [first, ...others] = problems;
  return first === undefined ? { ok: true, hours: inOrder(hours) } : { ok: false, problems: [first, ...others] };
}

/** "ma 9-12, 1e di ook 19-21" is two lines: after a time and a comma another day begins. */
const linesIn = (text: string): string[] =>
  isDated(text)
    ? [text.trim()]
    : text
        .split(/(?<=\d\s*(?:uur|u)?)\s*,\s*(?=(?!(?:en|and)\b)(?:[a-z]|\d(?:e|ste|de|st|nd|rd|th)\b))/i)
        .map((line) => line.trim());
const isDated = (line: string): boolean => /^\s*\d{1,2}-\d{1,2}-\d{4}/.test(line);

const byRange = (a: TimeRange, b: TimeRange) => a.from.localeCompare(b.from) || a.until.localeCompare(b.until);

const inOrder = ({ week, exceptions }: WayHours): WayHours => ({
  week: week.toSorted((a, b) => a.weekday - b.weekday || byRange(a, b) || nthKey(a).localeCompare(nthKey(b))),
  exceptions: exceptions
    .map((exception) => ({ ...exception, ranges: exception.ranges.toSorted(byRange) }))
    .sort((a, b) => a.from.localeCompare(b.from)),
});

/** Two stretches that somebody would have to be at twice. The last of a month is its fourth or fifth. */
function overlap(a: WeekHours[number], b: WeekHours[number]): boolean {
  const days = ({ nth }: WeekHours[number]): number[] =>
    (nth ?? [1, 2, 3, 4, 5]).flatMap((at) => (at === -1 ? [4, 5] : [at]));
  return (
    a.weekday === b.weekday && a.from < b.until && b.from < a.until && days(a).some((day) => days(b).includes(day))
  );
}

/** Nobody can tell from these words which week it is. */
const everyOther = /\b(om de|(on)?even weke?n?|tweewekelijks\w*|every other|every second)\b/i;

/** "ma t/m do 9-12 en 13-17", "1e en 3e di van de maand 19.00-21.00". */
function readWeekdays(line: string): WeekHours | HoursProblem["problem"] {
  if (everyOther.test(line)) return "everyOther";
  const words = line
    .toLowerCase()
    .replace(/\b(ook|also|elke|iedere|every|op|on|van de maand|v\/d maand|vd maand|of the month|van|from)\b/g, " ")
    .replace(/[,.:](?=\s|$)/g, " ")
    .replace(/\bt\/m\b|\btot en met\b|\bthrough\b/g, "-")
    .replace(/[\u2012-\u2015]/g, "-")
    .replace(/([a-z])\s*-\s*([a-z])/g, "$1 - $2")
    .replace(/,/g, " en ")
    .split(/\s+/)
    .filter((word) => word !== "");
  const timesAt = words.findIndex((word) => /^\d{1,2}(?:[.:u]\d\d|u)?(-|$)/.test(word));
  if (timesAt === -1) return "time";
  const days = readDays(words.slice(0, timesAt));
  if (days === undefined) return "day";
  const ranges = readRanges(words.slice(timesAt));
  if (typeof ranges === "string") return ranges;
  const nth = days.nth.length === 0 ? {} : { nth: days.nth };
  return days.weekdays.flatMap((weekday) => ranges.map((range) => ({ weekday, ...range, ...nth })));
}

function readDays(words: string[]): { weekdays: number[]; nth: number[] } | undefined {
  const found: number[] = [];
  const nth: number[] = [];
  for (const [at, word] of words.entries()) {
    const day = match(weekdays, word);
    const which = match(nths, word);
    if (day !== undefined) {
      const last = found.at(-1);
      if (words[at - 1] === "-" && last !== undefined) {
        if (day <= last) return undefined;
        for (let between = last + 1; between <= day; between++) found.push(between);
      } else found.push(day);
    } else if (which !== undefined && found.length === 0) nth.push(which);
    else if (!["en", "and", "&", "-"].includes(word)) return undefined;
  }
  const unique = [...new Set(found)];
  return unique.length === 0 || unique.length !== found.length
    ? undefined
    : { weekdays: unique.sort((a, b) => a - b), nth: [...new Set(nth)].sort((a, b) => a - b) };
}

/** "9-12 en 13.00 tot 17.30", after its words were separated. */
function readRanges(words: string[]): TimeRange[] | "time" | "backwards" | "overlap" {
  const text = words
    .filter((word) => !["uur", "u", "van", "from"].includes(word))
    .join(" ")
    .replace(/\b(tot|to|until)\b/g, "-")
    .replace(/\s*-\s*/g, "-")
    .replace(/\s*(?:\ben\b|\band\b|&)\s*/g, " ")
    .trim();
  const ranges: TimeRange[] = [];
  for (const part of text.split(/\s+/)) {
    const [, from = "", until = ""] = /^([\d.:u]+)-([\d.:u]+)$/.exec(part) ?? [];
    const [begin, end] = [readClock(from), readClock(until)];
    if (begin === undefined || end === undefined) return "time";
    const range = TimeRange.safeParse({ from: begin, until: end });
    if (!range.success) return "backwards";
    if (ranges.some((other) => begin < other.until && other.from < end)) return "overlap";
    ranges.push(range.data);
  }
  return ranges.length === 0 ? "time" : ranges;
}

function readClock(typed: string): string | undefined {
  const [, hour = "", minute = "00"] = /^(\d{1,2})(?:[.:u](\d\d)|u)?$/.exec(typed) ?? [];
  return hour === "" || Number(hour) > 23 || Number(minute) > 59 ? undefined : `${hour.padStart(2, "0")}:${minute}`;
}

/** "24-12-2026 gesloten: kerst", "31-12-2026 9-12", "20-7-2026 t/m 14-8-2026 di 9-12" is none. */
function readException(line: string): Exception | HoursProblem["problem"] {
  const [, first = "", , last = first, rest = ""] =
    /^(\d{1,2}-\d{1,2}-\d{4})(\s*(?:t\/m|tot en met|through|-|\u2013)\s*(\d{1,2}-\d{1,2}-\d{4}))?\s*(.*)$/i.exec(
      line,
    ) ?? [];
  const [from, until] = [readDate(first), readDate(last)];
  if (from === undefined || until === undefined) return "date";
  if (from > until) return "backwards";
  const [, what = "", reason = ""] = /^(.*?)(?::\s+(.*))?$/.exec(rest.trim()) ?? [];
  const said = what.trim().toLowerCase();
  const common = { from, until, reason: reason.trim() };
  if (closedWords.test(said)) return { ...common, ranges: [] };
  const ranges = readRanges(
    said
      .replace(/[\u2012-\u2015]/g, "-")
      .replace(/,/g, " en ")
      .split(/\s+/),
  );
  return typeof ranges === "string" ? ranges : { ...common, ranges };
}

function readDate(typed: string): string | undefined {
  const [day = 0, month = 0, year = 0] = typed.split("-").map(Number);
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" }).toString();
  } catch {
    return undefined;
  }
}

const sayClock = (time: string): string => time.replace(/^0/, "").replace(":", ".");
const sayRanges = (ranges: readonly TimeRange[]): string =>
  ranges.map(({ from, until }) => `${sayClock(from)}-${sayClock(until)}`).join(" en ");
const sayDate = (iso: string): string => {
  const { day, month, year } = Temporal.PlainDate.from(iso);
  return `${day}-${month}-${year}`;
};
const sayNth = (nth: number): string => (nth === -1 ? "laatste" : `${nth}e`);
const nthKey = ({ nth }: WeekHours[number]): string => (nth ?? []).toSorted((a, b) => a - b).join();

/** The same hours as a text that `readHours` reads back. */
export function writeHours(hours: WayHours): string {
  const { week, exceptions } = inOrder(hours);
  const lines = [...Map.groupBy(week, nthKey).values()].flatMap((ranges) => linesOf(ranges));
  return [
    ...lines,
    ...exceptions.map(({ from, until, ranges, reason }) => {
      const days = from === until ? sayDate(from) : `${sayDate(from)} t/m ${sayDate(until)}`;
      return `${days} ${ranges.length === 0 ? "gesloten" : sayRanges(ranges)}${reason === "" ? "" : `: ${reason}`}`;
    }),
  ].join("\n");
}

/** Days after each other with the same times are one line. */
function linesOf(week: WeekHours): string[] {
  const runs: { first: number; last: number; times: string }[] = [];
  for (const [weekday, ranges] of Map.groupBy(week, (range) => range.weekday)) {
    const times = sayRanges(ranges);
    const run = runs.at(-1);
    if (run !== undefined && run.last === weekday - 1 && run.times === times) run.last = weekday;
    else runs.push({ first: weekday, last: weekday, times });
  }
  const nth = week[0]?.nth;
  const which =
    nth === undefined
      ? ""
      : `${nth
          .toSorted((a, b) => a - b)
          .map(sayNth)
          .join(" en ")} `;
  const name = (weekday: number) => shortNames[weekday - 1];
  return runs.map(({ first, last, times }) => {
    const days = first === last ? name(first) : `${name(first)} t/m ${name(last)}`;
    return `${which}${days}${nth === undefined ? "" : " van de maand"} ${times}`;
  });
}
