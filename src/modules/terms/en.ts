import { sayDay } from "../../kernel/day.ts";
import type { TermsText } from "./nl.ts";
import type { StaysBecause, TermLength } from "./term.ts";

const freeDays: TermsText["freeDays"] = {
  saturday: "weekend",
  sunday: "weekend",
  "new-year": "New Year's Day",
  "good-friday": "Good Friday",
  "easter-monday": "Easter Monday",
  "kings-day": "King's Day",
  "liberation-day": "Liberation Day",
  "ascension-day": "Ascension Day",
  "whit-monday": "Whit Monday",
  "christmas-day": "Christmas Day",
  "second-christmas-day": "Second Christmas Day",
  "royal-decree": "day that counts as a holiday",
};

const articles: TermsText["articles"] = {
  "Atw 1(1)": "General Terms Act (Algemene termijnenwet), article 1(1)",
  "Atw 1(2)": "General Terms Act (Algemene termijnenwet), article 1(2)",
  "Atw 2": "General Terms Act (Algemene termijnenwet), article 2",
  "Atw 3(1)": "General Terms Act (Algemene termijnenwet), article 3(1)",
  "Atw 3(2)": "General Terms Act (Algemene termijnenwet), article 3(2)",
  "Atw 3(3)": "General Terms Act (Algemene termijnenwet), article 3(3)",
  "Atw 4(a)": "General Terms Act (Algemene termijnenwet), article 4(a)",
};

const units: Record<TermLength["unit"], string> = { days: "day", weeks: "week", months: "month", years: "year" };

const sayLength = ({ count, unit }: TermLength) => `${count} ${units[unit]}${count === 1 ? "" : "s"}`;

const stays: Record<StaysBecause, string> = {
  backwards: "We count back from a date. That is why the last day does not move.",
  municipality: "The municipality chose this term itself. That is why the last day does not move.",
  "too-long": "This is a long term. That is why the last day does not move.",
};

export const en: TermsText = {
  freeDays,
  articles,
  step: (step, today) => {
    const day = sayDay(step.day, "en", today);
    switch (step.code) {
      case "starts":
        return `The term starts on ${day}. The day before does not count.`;
      case "counted":
        return `The term is ${sayLength(step.length)}. The last day is then ${day}.`;
      case "counted-back":
        return `We count ${sayLength(step.length)} back. That brings us to ${day}.`;
      case "stays":
        return stays[step.because];
      case "free-day":
        return `The term cannot end on ${day} (${freeDays[step.why]}).`;
      case "moved":
        return `The last day moves to ${day}.`;
      case "two-working-days":
        return `The term must hold at least 2 working days. So the last day becomes ${day}.`;
    }
  },
  warning: (warning, today) => {
    switch (warning.code) {
      case "free-days-unknown":
        return `We do not know all free days of ${warning.year}. The real last day may be later.`;
      case "ends-on-free-day":
        return `Please note: ${sayDay(warning.day, "en", today)} is a free day (${freeDays[warning.why]}). Better arrange it a working day earlier.`;
    }
  },
};
