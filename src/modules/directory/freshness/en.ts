import { dayOf, sayDate } from "../../../kernel/day.ts";
import type { FreshnessText } from "./nl.ts";

export const en: FreshnessText = {
  check: (name, link, endsAt) => ({
    subject: "Is this still right on the route map?",
    text: [
      "Hello,",
      "",
      `On the route map it says: ${name}. That is how people find you. Is everything still right?`,
      "",
      "Look at it with this link. You need not sign in. One press of the button says that it is right, or you tell us what differs:",
      "",
      link,
      "",
      `The link works until ${sayDate(dayOf(endsAt), "en")}. If nobody says that it is right, it says after a year that nobody checked it.`,
    ].join("\n"),
  }),
  unanswered: (name, link) => ({
    subject: "Nobody says whether this is still right",
    text: [
      "Hello,",
      "",
      `We asked twice whether this is still right on the route map: ${name}. There was no answer. Call the organisation, or take it off:`,
      "",
      link,
    ].join("\n"),
  }),
  thanks: (name, outcome) => ({
    subject: "Thank you for your message about the route map",
    text: [
      "Hello,",
      "",
      `You wrote to us that something is not right with: ${name}. Thank you.`,
      outcome === "approved"
        ? "We have changed it."
        : "We looked at it and changed nothing. Is it really not right? Then write to us again.",
    ].join("\n"),
  }),
};
