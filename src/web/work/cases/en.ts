import { dayOf, sayShortDay, sayTime, zone } from "../../../kernel/day.ts";
import type { CasesText } from "./nl.ts";

const cases = (count: number, status: "open" | "closed"): string => `${status} ${count === 1 ? "case" : "cases"}`;

export const en: CasesText = {
  title: "Cases",
  all: (total, status) => `${total} ${cases(total, status)} of your team.`,
  some: (chosen, total, status) => `${chosen} of ${total} ${cases(total, status)} of your team.`,
  caption: "Cases of your team",
  tabs: { open: "Open", closed: "Closed" },
  name: "Who",
  theme: "Theme",
  allThemes: "All themes",
  whose: "Whose",
  wholeTeam: "The whole team",
  mine: "Mine",
  show: "Show",
  asked: "Asked",
  status: "State",
  count: (count) => `${count.toLocaleString("en-GB")} ${count === 1 ? "case" : "cases"}`,
  due: "Promised before",
  you: "you",
  lead: "the team lead",
  nobody: "nobody yet",
  resting: "resting",
  noName: "no name",
  day: (moment, today) => sayShortDay(dayOf(moment), "en", today),
  moment: (moment) =>
    `${sayShortDay(dayOf(moment), "en")} ${sayTime(moment.toZonedDateTimeISO(zone).toPlainTime(), "en")}`,
  open: "open",
  notSafe: "Calling is not safe",
  channel: "How asked",
  channels: { resident: "themselves", desk: "at the desk", api: "through another system" },
  result: "Result",
  closedAt: "Closed on",
  exportMost: (most) => `The CSV holds the first ${most}. Choose a theme to get fewer.`,
  noneOpen: "There are no open cases. New questions appear here by themselves.",
  addOne: "New case",
  noneClosed: "No case has been closed yet.",
  toOpen: "To the open cases",
  noneChosen: "There is no case with this choice.",
  showAll: "Show all",
  noSuchPage: "There are not that many pages.",
  toFirstPage: "To the first page",
  searchTitle: "Search",
  howToSearch: "Type a name, a part of a name or a telephone number in the search box. The last four digits will do.",
  found: (count, more) =>
    `${more ? `More than ${count}` : count === 0 ? "No" : count} ${count === 1 ? "case" : "cases"} found with`,
  tooMany: "Type more of the name or the number to get fewer.",
  noneFound:
    "Nobody was found at your team. Try a smaller part of the name, or only the last four digits of the number. The question may be at another team.",
  problems: {
    searchTooShort: "Type at least two letters of the name.",
    searchTooLong: "Type at most 60 characters.",
    numberTooShort: "Type at least four digits of the number.",
  },
};
