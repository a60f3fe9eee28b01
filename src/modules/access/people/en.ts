import { sayMoment } from "../../../kernel/day.ts";
import type { PeopleText } from "./nl.ts";

export const en: PeopleText = {
  invited: (organisation, link, endsAt) => ({
    subject: "You can now sign in to Rechtspoor",
    text: [
      "Hello,",
      "",
      `${organisation} has added you as a colleague. Sign in once with this link, with the account of your work:`,
      "",
      link,
      "",
      `The link works until ${sayMoment(endsAt, "en")}. Do not pass it on.`,
      "Do you not know this organisation? Then you need not do anything.",
    ].join("\n"),
  }),
};
