import { dayOf, sayDay, sayMonth, sayTime } from "../../kernel/day.ts";
import type { TypedDay } from "../form.ts";
import type { SharedWords } from "./nl.ts";
import { daysByHours, isMonth } from "./parts.ts";

const clock = (time: string) => sayTime(Temporal.PlainTime.from(time), "en");
const typedDay = ({ day, month, year }: TypedDay) =>
  isMonth(month) ? `${day} ${sayMonth(Number(month), "en")} ${year}` : `${day}-${month}-${year}`;
const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

const nths = ["first", "second", "third", "fourth", "fifth"] as const;

export const en: SharedWords = {
  roles: {
    helper: "helper",
    "team-lead": "team lead",
    "objection-officer": "objection officer",
    "directory-editor": "editor of the route map",
    chair: "chair",
    policy: "policy officer",
    "project-lead": "project lead",
    researcher: "researcher",
    "privacy-officer": "privacy officer",
    "organisation-admin": "administrator of colleagues",
    "platform-admin": "administrator of the platform",
  },
  nth: (nth, day = "") =>
    `every ${nth.map((at) => (at === -1 ? "last" : (nths[at - 1] ?? ""))).join(" and ")}${day === "" ? "" : ` ${day}`} of the month`,
  place: ({ id, name }) =>
    id.startsWith("RG") ? (/regio/i.test(name) ? name : `the region ${name}`) : `the municipality of ${name}`,
  weekday: (number) => weekdays[number - 1] ?? "",
  dayparts: {
    morning: "in the morning (until 12:00)",
    afternoon: "in the afternoon (12:00 to 17:00)",
    evening: "in the evening (after 17:00)",
  },
  daypartsShort: { morning: "morning", afternoon: "afternoon", evening: "evening" },
  waysIn: { walkIn: "Walk in without an appointment", phone: "By phone", appointment: "By appointment" },
  independence: {
    independent: "Independent of the municipality",
    funded: "Paid by the municipality",
    municipal: "Part of the municipality",
    unknown: "Not known who pays for this",
  },
  cost: { free: "Free", conditions: "Free under conditions", paid: "Costs money", unknown: "Ask whether it is free" },
  functions: {
    vraagverheldering: "Finding out what is going on",
    "informatie-en-advies": "Explanation and advice",
    doorverwijzing: "Helping you on to somebody else",
    "eerstelijns-hulp": "Help with letters and forms",
    clientondersteuning: "Thinking along and coming with you to talks",
    bemiddeling: "Mediating in a quarrel",
    "pre-mediation": "Seeing whether talking helps",
    mediation: "Finding a solution together (mediation)",
    rechtsbijstand: "A lawyer",
  },
  levels: {
    information: "Explaining",
    advice: "Advice on what somebody can do",
    support: "Helping with letters, forms and talks",
    representation: "Acting for somebody, also in court",
  },
  results: {
    answered: "Question answered",
    "appointment-elsewhere": "Appointment made with somebody else",
    "referred-by-tip": "Told where to find help",
    "no-help-found": "No fitting help found",
    "not-reached": "Not reached",
    cancelled: "Stopped by the resident",
  },
  answers: { yes: "yes", no: "no", unknown: "not said" },
  until: (time) => clock(time),
  open: (openness) => {
    switch (openness.kind) {
      case "open":
        return `open until ${clock(openness.until)}`;
      case "opens": {
        const time = sayTime(openness.at.toZonedDateTimeISO("Europe/Amsterdam").toPlainTime(), "en");
        if (openness.today) return `opens today at ${time}`;
        return openness.tomorrow ? `opens tomorrow at ${time}` : `opens ${sayDay(dayOf(openness.at), "en")} at ${time}`;
      }
      case "noHours":
        return "opening hours unknown";
    }
  },
  range: (from, until) => `${clock(from)} to ${clock(until)}`,
  about: "about",
  kilometres: (distance) => `about\u00a0${distance}\u00a0km`,
  problems: {
    phoneMissing: "Fill in your phone number. Without it we cannot call you.",
    phoneNotANumber:
      "We cannot call this number. Write it like this: 06 12 34 56 78 or 030 123 45 67. A number in another country begins with +, such as +32.",
    phoneOfOrganisation:
      "This is the number of an organisation or a paid number. Fill in the number of your own phone.",
    daypartMissing: "Choose when we can call you. You may choose more than one.",
    daypartClosed: "This team does not work at that time. Choose another time.",
    harmMissing: "Choose yes or no. Then we know whether it is urgent.",
    mailInvalid:
      "This is not an e-mail address. An address has an @ and a dot, such as name@example.nl. You may leave it empty.",
    nameTooLong: "Your name is too long. Use at most 80 characters. A first name is enough.",
    languageTooLong: "Only write the name of the language, for example Turkish.",
    wordTooLong: "This is too long. Write at most 1000 characters. You can tell us the rest when we call.",
    formStale: "This form is too old. Check your answers and send it again.",
  },
  glassReasons: {
    danger: "somebody was in danger",
    "term-ends": "a term was running out",
    "team-away": "the team could not be reached",
  },
  pauseReasons: {
    "resident-asked": "The resident asked for it",
    "waiting-for-resident": "We wait for the resident",
    "force-majeure": "We cannot manage right now",
  },
  dayIncomplete: "Fill in a day, a month and a year.",
  dayImpossible: (typed) => `${typedDay(typed)} does not exist. See whether the day and the month are right.`,
  timeImpossible: (typed) =>
    /\d/.test(typed)
      ? `${typed.replace(".", ":")} does not exist. Write the time like this: 14:00.`
      : "This is no time. Write the time like this: 14:00.",
  hours: (hours) =>
    daysByHours(hours)
      .map(({ first, last, ranges, nth }) => {
        const between = last === first + 1 ? "and" : "to";
        const run = first === last ? en.weekday(first) : `${en.weekday(first)} ${between} ${en.weekday(last)}`;
        const days = nth.length === 0 ? run : en.nth(nth, run);
        return `${days} ${ranges.map(({ from, until }) => en.range(from, until)).join(" and ")}`;
      })
      .join(", "),
  call: "Call",
  signLanguage: "Dutch Sign Language",
  yes: "Yes",
  no: "No",
  unknownAnswer: "I don't know",
};
