import { dayOf, sayDate, sayTime, zone } from "../../../kernel/day.ts";
import type { GlassText } from "./nl.ts";

export const en: GlassText = {
  title: "Emergency access",
  lead: "Is there something that cannot wait, and is the team of a question away? Then you can read the question for an hour.",
  seen: "This does not go unnoticed:",
  whoSees: [
    "the team of the question gets a message and looks whether it was right",
    "whoever watches over privacy in your organisation gets a message too",
    "the resident sees it under: Who looked at my question?",
  ],
  limits:
    "It only works for teams of your own organisation. Do you work for the municipality? Then only when it is certain that the municipality is not the other party.",
  team: "Which team does the question belong to?",
  chooseTeam: "Choose a team",
  phone: "What is the resident's phone number?",
  which: "Which question do you want to open?",
  whichHint: "This number belongs to more questions. They may be of different people. You open one of them.",
  askedOn: (moment) => `Asked on ${sayDate(dayOf(moment), "en")}`,
  askedAt: (moment) =>
    `Asked on ${sayDate(dayOf(moment), "en")} at ${sayTime(moment.toZonedDateTimeISO(zone).toPlainTime(), "en")}`,
  askedNth: (moment, nth) => `${en.askedAt(moment)}, question ${nth} of that minute`,
  again: "Start again",
  reason: "Why can it not wait?",
  reasons: {
    danger: "Somebody is in danger",
    "term-ends": "A term ends today or tomorrow",
    "team-away": "The team cannot be reached, and waiting does harm",
  },
  words: "Explain what is going on",
  wordsHint: "The team reads this. Do not write down a citizen service number.",
  open: "Open the question",
  none: "There is no other team of your organisation here. So there is nothing to open with emergency access.",
  notFound:
    "At this team we find no question with this number that you can open. Is the number right? Otherwise call the team or the desk.",
  problems: {
    teamMissing: "Choose a team.",
    reasonMissing: "Choose why it cannot wait.",
    wordsMissing: "Explain what is going on.",
    wordsTooShort: "Explain what is going on, in a sentence of at least 10 letters.",
    wordsTooLong: "This is too long. Use at most 1000 characters.",
    whichMissing: "Choose which question you want to open.",
    whichGone: "The question that you chose is no longer there. Choose another one, or start again.",
    phoneMissing: "Fill in the resident's phone number. We find the question by it.",
    phoneNotANumber:
      "This is no phone number. Fill in the number with which the resident asked for help. We find the question by it.",
    phoneOfOrganisation: "This is a number of an organisation. Fill in the number of the resident.",
  },
};
