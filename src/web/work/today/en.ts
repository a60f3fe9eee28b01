import { dayOf, sayShortDay, sayTime, zone } from "../../../kernel/day.ts";
import type { TodayText } from "./nl.ts";

const duration = (minutes: number): string => {
  if (minutes < 60) return `${minutes} ${minutes === 1 ? "minute" : "minutes"}`;
  const hours = Math.round(minutes / 60);
  if (hours < 48) return `${hours} ${hours === 1 ? "hour" : "hours"}`;
  return `${Math.round(hours / 24)} days`;
};

const shortMoment = (moment: Temporal.Instant): string =>
  `${sayShortDay(dayOf(moment), "en")} ${sayTime(moment.toZonedDateTimeISO(zone).toPlainTime(), "en")}`;

export const en: TodayText = {
  title: "Today",
  lead: (open, late) =>
    open === 0
      ? "You and your team have promised nothing that still has to be done."
      : `${open} ${open === 1 ? "promise" : "promises"} of you and your team.${late > 0 ? ` ${late} ${late === 1 ? "is" : "are"} late.` : ""}`,
  away: "I am not here",
  groups: { harm: "Cannot wait", late: "Late", today: "Today", later: "Later", resting: "Resting" },
  late: (minutes) => `${duration(minutes)} late`,
  left: (minutes) => `${duration(minutes)} left`,
  promised: (moment) => `promised before ${shortMoment(moment)}`,
  firstPromised: (moment) => `first promised: before ${shortMoment(moment)}`,
  newMoment: (moment) => `new moment: before ${shortMoment(moment)}`,
  day: (moment) => sayShortDay(dayOf(moment), "en"),
  before: (moment) => `before\u00a0${sayTime(moment.toZonedDateTimeISO(zone).toPlainTime(), "en")}`,
  kinds: {
    callback: "Call back",
    "call-again": "Call again",
    letter: "Write a letter",
    finish: "Finish",
    freshness: "Check an entry",
    look: "Check what stood out",
    "look-emergency": "Check emergency access",
    "answer-request": "Answer a request about data",
  },
  noName: "no name",
  asked: (moment) => `asked ${sayShortDay(dayOf(moment), "en")}`,
  reach: (parts) => `call in the ${parts}`,
  speaks: (language) => `speaks ${language}`,
  owner: (name) => `taken by ${name}`,
  ownerMe: "taken by you",
  ownerTeam: "not taken yet",
  looked: { judged: "Saved. Thank you.", gone: "A colleague was first, or this is no longer here." },
  ownerPrivacy: "for whoever watches over privacy",
  lead_: "for the team lead",
  again: "asked this before",
  resting: "resting",
  restsSince: (moment) => `since ${sayShortDay(dayOf(moment), "en")}`,
  otherWay: "Do not call, find another way",
  harm: "costs money, home or care now",
  warnings: {
    notSafe: "calling is not safe",
    noMessage: "leave no message",
    notSayWho: "do not say who you are",
    interpreter: "interpreter needed",
    someoneElse: "asks for somebody else",
  },
  take: "Take it",
  open: "Open",
  callNow: "Call now",
  empty: "Nothing to do. New questions appear here by themselves.",
  emptyDo: "Add a question of somebody who walks in",
  alreadyTaken: (name) => `This question has already been taken by ${name === "" ? "a colleague" : name}.`,
  openTaken: "See the case",
  closedBehind: "You can no longer read this.",
  endedBefore: "This had been stopped or was over already. You can no longer read it.",
  gone: "This promise has already been settled.",
  more: (shown) => `You see the first ${shown}. The rest comes when these are done.`,
  changed: "Something changed. The list has been brought up to date.",
};
