import { type Day, zone } from "../../kernel/day.ts";
import {
  type DayHours,
  laterOf,
  momentAt,
  nextOpening,
  openSpans,
  type WeekHours,
  weekly,
} from "../../kernel/hours.ts";
import { addWorkingDays, isWorkingDay, nextWorkingDay } from "../terms/index.ts";

/*
 * From the moment something is asked to the moment by which it is owed. Pure.
 * Statutory clocks (terms of the Awb, suspension, postponement) are a later issue and belong beside these.
 */

export const clockKinds = ["working-days", "clock-hours", "months"] as const;
export type ClockKind = (typeof clockKinds)[number];

/** The calendar of whoever made the promise: its working hours and the days it is closed. */
export type WorkCalendar = { officeHours: WeekHours; closingDays: ReadonlySet<string> };

/** By when it is owed, and when those who owe it are warned. */
export type Span = { clock: ClockKind; begins: Temporal.Instant; due: Temporal.Instant; warn: Temporal.Instant };

const callbackWorkingDays = 2;
/** Waiting costs somebody money, a home or care: what follows a call does not wait two days once more. */
const urgentWorkingDays = 1;
const callbackHours = 48;
/** Whoever owes it is warned when this share of the time is gone. */
const warningShare = 0.75;

const isClosedFor = (calendar: WorkCalendar) => (day: Day) => calendar.closingDays.has(day.toString());

/** Working hours on days that are neither free by law nor closing days. */
const worksOn = (calendar: WorkCalendar): DayHours =>
  weekly(calendar.officeHours, (day) => isClosedFor(calendar)(day) || !isWorkingDay(day));

/**
 * Whether somebody is there to keep what is owed by this moment: in working hours, up to and including the moment of
 * closing, on a day that is neither free by law nor a closing day. Hours that nobody filled in exclude nothing.
 */
export function isAtWork(moment: Temporal.Instant, calendar: WorkCalendar): boolean {
  const local = moment.toZonedDateTimeISO(zone);
  const day = local.toPlainDate();
  const time = local.toPlainTime().toString({ smallestUnit: "minute" });
  if (!isWorkingDay(day) || isClosedFor(calendar)(day)) return false;
  return (
    calendar.officeHours.length === 0 || worksOn(calendar)(day).some(({ from, until }) => from <= time && time <= until)
  );
}

/**
 * When those who owe something are warned: three quarters of the time is gone. With a calendar only working time
 * counts, so that the warning comes while somebody is there and can still call; without one, or when nobody works
 * between the two moments, all time does.
 */
export function warningBetween(begins: Temporal.Instant, due: Temporal.Instant, calendar?: WorkCalendar) {
  const whole = [{ from: begins, until: due }];
  const worked = calendar === undefined ? [] : openSpans(worksOn(calendar), { from: begins, until: due });
  const spans = worked.length > 0 ? worked : whole;
  const minutes = spans.map(({ from, until }) => from.until(until).total("minutes"));
  const passes = Math.round(minutes.reduce((sum, length) => sum + length, 0) * warningShare);
  const before = spans.map((_, at) => minutes.slice(0, at).reduce((sum, length) => sum + length, 0));
  const at = before.findLastIndex((sum) => sum <= passes);
  const span = spans[at];
  return span === undefined ? begins : span.from.add({ minutes: passes - Math.floor(before[at] ?? 0) });
}

/**
 * The 48 hours of "bel mij terug" as two working days: the same time of day on the second day that is neither
 * free by law (Atw 3) nor a closing day. Outside working hours the count begins at the next opening.
 */
export const callbackInWorkingDays = (asked: Temporal.Instant, calendar: WorkCalendar): Span =>
  inWorkingDays(asked, calendar, callbackWorkingDays);

function inWorkingDays(asked: Temporal.Instant, calendar: WorkCalendar, days: number): Span {
  const closed = isClosedFor(calendar);
  const begins = nextOpening(worksOn(calendar), asked) ?? asked;
  const start = begins.toZonedDateTimeISO(zone);
  const dueDay = addWorkingDays(start.toPlainDate(), days, closed);
  const time = start.toPlainTime().toString();
  const due = momentAt(dueDay, time);
  return { clock: "working-days", begins, due, warn: warningBetween(begins, due, calendar) };
}

/** The 48 hours on the clock, for a municipality that promises so: weekends and nights count. */
export function callbackInClockHours(asked: Temporal.Instant): Span {
  const due = asked.add({ hours: callbackHours });
  return { clock: "clock-hours", begins: asked, due, warn: warningBetween(asked, due) };
}

/** The callback on the clock that a municipality chose, at a team with these hours. */
export const callbackSpan = (
  asked: Temporal.Instant,
  clock: "working-days" | "clock-hours",
  calendar: WorkCalendar,
): Span => (clock === "clock-hours" ? callbackInClockHours(asked) : callbackInWorkingDays(asked, calendar));

/** How many working days what follows a call may take. */
export const followUpDays = ({ harm }: { harm: boolean }): number => (harm ? urgentWorkingDays : callbackWorkingDays);

/** What follows a call that was made, or one that was not made in time. Counted as the callback is, on working days. */
export const followUpSpan = (from: Temporal.Instant, calendar: WorkCalendar, owed: { harm: boolean }): Span =>
  inWorkingDays(from, calendar, followUpDays(owed));

/**
 * What the law gives until a last day (an answer about somebody's own data, AVG 12(3)) is promised by the end of the working day on it. Closing
 * days of a team do not move it: only the warning knows them.
 */
export function untilLastDay(begins: Temporal.Instant, lastDay: Day, calendar: WorkCalendar): Span {
  const due = laterOf(begins, momentAt(lastDay, endOfDay));
  return { clock: "months", begins, due, warn: warningBetween(begins, due, calendar) };
}

const endOfDay = "17:00";
const freshnessMonths = 6;
const freshnessWarningDays = 45;

/** An entry of the route map is checked again six months after its last check, at the end of a working day. */
export function freshness(checked: Day): Span {
  const begins = momentAt(checked, "00:00");
  const due = momentAt(nextWorkingDay(checked.add({ months: freshnessMonths })), endOfDay);
  return { clock: "months", begins, due, warn: laterOf(begins, due.subtract({ hours: 24 * freshnessWarningDays })) };
}

/**
 * After a pause the rest of the time still counts: the end moves on by as long as the pause lasted and, on the
 * working-day clock, to the next working day.
 */
export function dueAfterPause(
  promise: { clock: ClockKind; dueAt: Temporal.Instant; pausedAt: Temporal.Instant },
  resumed: Temporal.Instant,
  calendar: WorkCalendar,
): Temporal.Instant {
  const moved = promise.dueAt.add(promise.pausedAt.until(resumed));
  if (promise.clock !== "working-days") return moved;
  const closed = isClosedFor(calendar);
  const local = moved.toZonedDateTimeISO(zone);
  return momentAt(nextWorkingDay(local.toPlainDate(), closed), local.toPlainTime().toString());
}
