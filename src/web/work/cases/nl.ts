import { sayMoment } from "../../../kernel/day.ts";

export const nl = {
  title: "Hulpvragen",
  lead: (open: number) => `${open} open ${open === 1 ? "hulpvraag" : "hulpvragen"} van uw team.`,
  caption: "Hulpvragen van uw team",
  tabs: { open: "Open", closed: "Afgesloten" },
  name: "Wie",
  theme: "Onderwerp",
  asked: "Gevraagd",
  status: "Stand",
  noName: "zonder naam",
  moment: (moment: Temporal.Instant) => sayMoment(moment, "nl"),
  open: "open",
  empty: "Er zijn hier geen hulpvragen.",
  emptyDo: "Nieuwe hulpvraag",
};
export type CasesText = typeof nl;
