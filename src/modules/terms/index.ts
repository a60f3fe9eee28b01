export {
  addWorkingDays,
  type ClosedToo,
  type FreeDay,
  type FreeDayCode,
  freeDayOn,
  type Holiday,
  type HolidayCode,
  holidayOn,
  holidaysOf,
  isFreeDay,
  isWorkingDay,
  nextWorkingDay,
} from "./calendar.ts";
export { type EuropeanEnd, lastDayToAnswer, lastDayWhenExtended } from "./european.ts";
export { type Explanation, explainEnd, sayFreeDay } from "./explanation.ts";
export { areFreeDaysKnown, lastKnownYear } from "./royal-decree-days.ts";
export {
  type AtwArticle,
  endOfTerm,
  type StaysBecause,
  type Term,
  type TermEnd,
  type TermLength,
  type TermStep,
  type TermWarning,
} from "./term.ts";
