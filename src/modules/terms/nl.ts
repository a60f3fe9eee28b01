import { type Day, sayDay } from "../../kernel/day.ts";
import type { FreeDayCode } from "./calendar.ts";
import type { AtwArticle, StaysBecause, TermLength, TermStep, TermWarning } from "./term.ts";

const freeDays: Record<FreeDayCode, string> = {
  saturday: "weekend",
  sunday: "weekend",
  "new-year": "Nieuwjaarsdag",
  "good-friday": "Goede Vrijdag",
  "easter-monday": "Tweede Paasdag",
  "kings-day": "Koningsdag",
  "liberation-day": "Bevrijdingsdag",
  "ascension-day": "Hemelvaartsdag",
  "whit-monday": "Tweede Pinksterdag",
  "christmas-day": "Eerste Kerstdag",
  "second-christmas-day": "Tweede Kerstdag",
  "royal-decree": "dag die telt als feestdag",
};

const articles: Record<AtwArticle, string> = {
  "Atw 1(1)": "artikel 1, lid 1, Algemene termijnenwet",
  "Atw 1(2)": "artikel 1, lid 2, Algemene termijnenwet",
  "Atw 2": "artikel 2 Algemene termijnenwet",
  "Atw 3(1)": "artikel 3, lid 1, Algemene termijnenwet",
  "Atw 3(2)": "artikel 3, lid 2, Algemene termijnenwet",
  "Atw 3(3)": "artikel 3, lid 3, Algemene termijnenwet",
  "Atw 4(a)": "artikel 4, onder a, Algemene termijnenwet",
};

const units: Record<TermLength["unit"], { one: string; more: string }> = {
  days: { one: "dag", more: "dagen" },
  weeks: { one: "week", more: "weken" },
  months: { one: "maand", more: "maanden" },
  years: { one: "jaar", more: "jaar" },
};

const sayLength = ({ count, unit }: TermLength) => `${count} ${count === 1 ? units[unit].one : units[unit].more}`;

const stays: Record<StaysBecause, string> = {
  backwards: "We tellen terug vanaf een datum. Daarom schuift de laatste dag niet op.",
  municipality: "De gemeente heeft deze termijn zelf gekozen. Daarom schuift de laatste dag niet op.",
  "too-long": "Dit is een lange termijn. Daarom schuift de laatste dag niet op.",
};

export const nl = {
  freeDays,
  articles,
  step: (step: TermStep, today: Day): string => {
    const day = sayDay(step.day, "nl", today);
    switch (step.code) {
      case "starts":
        return `De termijn begint op ${day}. De dag ervoor telt niet mee.`;
      case "counted":
        return `De termijn duurt ${sayLength(step.length)}. De laatste dag is dan ${day}.`;
      case "counted-back":
        return `We tellen ${sayLength(step.length)} terug. Dan komen we op ${day}.`;
      case "stays":
        return stays[step.because];
      case "free-day":
        return `De termijn kan niet eindigen op ${day} (${freeDays[step.why]}).`;
      case "moved":
        return `De laatste dag schuift op naar ${day}.`;
      case "two-working-days":
        return `In de termijn moeten minstens 2 werkdagen zitten. De laatste dag wordt daarom ${day}.`;
    }
  },
  warning: (warning: TermWarning, today: Day): string => {
    switch (warning.code) {
      case "free-days-unknown":
        return `Wij kennen niet alle vrije dagen van ${warning.year}. De echte laatste dag kan later zijn.`;
      case "ends-on-free-day":
        return `Let op: ${sayDay(warning.day, "nl", today)} is een vrije dag (${freeDays[warning.why]}). Regel het liever een werkdag eerder.`;
    }
  },
};

export type TermsText = typeof nl;
