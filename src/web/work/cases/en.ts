import { sayMoment } from "../../../kernel/day.ts";
import type { CasesText } from "./nl.ts";

export const en: CasesText = {
  title: "Cases",
  lead: (open) => `${open} open ${open === 1 ? "case" : "cases"} of your team.`,
  caption: "Cases of your team",
  tabs: { open: "Open", closed: "Closed" },
  name: "Who",
  theme: "Theme",
  asked: "Asked",
  status: "State",
  noName: "no name",
  moment: (moment) => sayMoment(moment, "en"),
  open: "open",
  empty: "There are no cases here.",
  emptyDo: "New case",
};
