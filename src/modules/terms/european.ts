import type { Day } from "../../kernel/day.ts";
import { holidaysOf } from "./calendar.ts";

/*
 * Terms of European law, by Regulation (EEC, Euratom) 1182/71: the months of the GDPR. The Atw knows nothing of them, and they
 * know nothing of the Atw but which days are public holidays here.
 */

/**
 * A working day is no public holiday, Sunday or Saturday (art. 2(2)). Public holidays are those of Atw 3(1), with Good Friday. A
 * day that a Royal Decree puts on a par with them (Atw 3(3)) is not one: it moves terms of Dutch acts alone, and who takes it
 * for a working day is a day early at worst.
 */
const isWorkingDay = (day: Day): boolean =>
  day.dayOfWeek <= 5 && !holidaysOf(day.year).some((one) => one.code !== "royal-decree" && one.day.equals(day));

/** The day itself when it is a working day (art. 3(4)). */
const movedOn = (day: Day): Day => (isWorkingDay(day) ? day : movedOn(day.add({ days: 1 })));

/** `counted`: where the months end by the calendar; `day`: the last day, moved on when that was no working day. */
export type EuropeanEnd = { counted: Day; day: Day };

/**
 * Ends with the day that has the same number as the day of the event, or with the last of a shorter month (art. 3(2)(c)): from
 * 31 January to 28 February. Longer than two days, so it holds two working days anyhow (art. 3(5)).
 */
function endOfMonths(start: Day, months: number): EuropeanEnd {
  const counted = start.add({ months });
  return { counted, day: movedOn(counted) };
}

/** One month from receiving what somebody asks about their own data (AVG 12(3)). */
export const lastDayToAnswer = (received: Day): EuropeanEnd => endOfMonths(received, 1);

/**
 * Two further months (AVG 12(3)), counted from where the first ends by the calendar. Counted as three at once it could end some days
 * later (from 31 January: 30 April, and not the 28th): of two readings the one that keeps nobody waiting longer.
 */
export const lastDayWhenExtended = (received: Day): EuropeanEnd => endOfMonths(lastDayToAnswer(received).counted, 2);
