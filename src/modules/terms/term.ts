import type { Day } from "../../kernel/day.ts";
import { addWorkingDays, type FreeDayCode, freeDayOn, nextWorkingDay } from "./calendar.ts";
import { areFreeDaysKnown } from "./royal-decree-days.ts";

/** No hours: a term in hours ends at a moment, has no last day, and the Atw leaves it alone (Atw 4(a)). */
export type TermLength = { count: number; unit: "days" | "weeks" | "months" | "years" };

export type Term = {
  /**
   * The day of the event: a decision sent, a request received, a hearing. It does not count itself: a term starts the
   * day after (for an objection Awb 6:8(1)), so six weeks from a Wednesday end on a Wednesday.
   */
  start: Day;
  length: TermLength;
  /** Backwards is "until ten days before the hearing" (Awb 7:4). */
  counted: "forwards" | "backwards";
  /**
   * The Atw moves only terms set by an act (Atw 1) or an order in council (Atw 5). A date the municipality chose, or a
   * term in its own by-law, stays where it is.
   */
  setBy: "act" | "municipality";
};

export type AtwArticle = "Atw 1(1)" | "Atw 1(2)" | "Atw 2" | "Atw 3(1)" | "Atw 3(2)" | "Atw 3(3)" | "Atw 4(a)";

export type StaysBecause = "backwards" | "municipality" | "too-long";

/** One line of the answer to "how did you get this date?". The day of the last step is the end. */
export type TermStep =
  | { code: "starts"; day: Day }
  | { code: "counted" | "counted-back"; day: Day; length: TermLength }
  | { code: "stays"; day: Day; because: StaysBecause; article: AtwArticle }
  | { code: "free-day"; day: Day; why: FreeDayCode; article: AtwArticle }
  | { code: "moved"; day: Day; article: AtwArticle }
  | { code: "two-working-days"; day: Day; article: AtwArticle };

export type TermWarning =
  /** No decree is known for this year (Atw 3(3)): the real last day may be later. */
  | { code: "free-days-unknown"; year: number }
  /** Nothing moves this end, yet nobody may be there on that day. */
  | { code: "ends-on-free-day"; day: Day; why: FreeDayCode };

export type TermEnd = { day: Day; steps: TermStep[]; warnings: TermWarning[] };

/** The last day of a term and how it was found. A last day that is free moves on (Atw 1), a short term grows (Atw 2). */
export function endOfTerm(term: Term): TermEnd {
  const counted = countTerm(term);
  const because = whyItStays(term);
  return because === undefined ? move(term, counted) : stay(counted, because);
}

type Counted = { day: Day; steps: TermStep[] };

/**
 * A term of weeks ends on the weekday it started from; one of months on the date with the same number, or on the last
 * day of a shorter month (HR 1 September 2017, ECLI:NL:HR:2017:2225).
 */
function countTerm({ start, length, counted }: Term): Counted {
  if (!Number.isInteger(length.count) || length.count < 1) throw new RangeError(`No term of ${length.count}`);
  const duration = Temporal.Duration.from({ [length.unit]: length.count });
  if (counted === "backwards") {
    const day = start.subtract(duration);
    return { day, steps: [{ code: "counted-back", day, length }] };
  }
  const day = start.add(duration);
  const firstDay = start.add({ days: 1 });
  return {
    day,
    steps: [
      { code: "starts", day: firstDay },
      { code: "counted", day, length },
    ],
  };
}

/** The longest term the Atw still moves (Atw 4(a)): twelve weeks is covered, thirteen is not, nor is a year. */
const longestMoved = { days: 90, weeks: 12, months: 3, years: 0 } as const satisfies Record<TermLength["unit"], number>;

function whyItStays({ length, counted, setBy }: Term): StaysBecause | undefined {
  if (setBy === "municipality") return "municipality";
  if (length.count > longestMoved[length.unit]) return "too-long";
  if (counted === "backwards") return "backwards";
  return undefined;
}

const staysByArticle = {
  backwards: "Atw 1(2)",
  municipality: "Atw 1(1)",
  "too-long": "Atw 4(a)",
} as const satisfies Record<StaysBecause, AtwArticle>;

function stay({ day, steps }: Counted, because: StaysBecause): TermEnd {
  const free = freeDayOn(day);
  return {
    day,
    steps: [...steps, { code: "stays", day, because, article: staysByArticle[because] }],
    warnings: free === undefined ? [] : [{ code: "ends-on-free-day", day, why: free.code }],
  };
}

function move(term: Term, { day: countedTo, steps }: Counted): TermEnd {
  const passed = freeDaysFrom(countedTo);
  const moved = nextWorkingDay(countedTo);
  const movedSteps: TermStep[] =
    passed.length === 0 ? [] : [...passed, { code: "moved", day: moved, article: "Atw 1(1)" }];

  const enough = secondWorkingDay(term);
  const isTooShort = enough !== undefined && Temporal.PlainDate.compare(enough, moved) > 0;
  const end = isTooShort ? enough : moved;
  const grownSteps: TermStep[] = isTooShort ? [{ code: "two-working-days", day: end, article: "Atw 2" }] : [];

  return { day: end, steps: [...steps, ...movedSteps, ...grownSteps], warnings: warnOfUnknownDays(term.start, end) };
}

/** The free days in a row that an end passes over; none when the day is a working day. */
function freeDaysFrom(day: Day): TermStep[] {
  const free = freeDayOn(day);
  if (free === undefined) return [];
  return [{ code: "free-day", day, why: free.code, article: free.article }, ...freeDaysFrom(day.add({ days: 1 }))];
}

/** A term of three days or more holds at least two working days (Atw 2); a shorter one need not. */
const secondWorkingDay = ({ start, length }: Term): Day | undefined =>
  length.unit === "days" && length.count < 3 ? undefined : addWorkingDays(start, 2);

function warnOfUnknownDays(start: Day, end: Day): TermWarning[] {
  const firstDay = start.add({ days: 1 });
  const unknown = [firstDay.year, end.year].find((year) => !areFreeDaysKnown(year));
  return unknown === undefined ? [] : [{ code: "free-days-unknown", year: unknown }];
}
