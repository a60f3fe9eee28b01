import { sayMoment } from "../../../kernel/day.ts";
import { sayCode } from "../../../kernel/id.ts";
import { sayPhone } from "../callback/phone.ts";
import type { ContactText } from "./nl.ts";

const lines = (...parts: string[]) => parts.join("\n");

export const en: ContactText = {
  receipt: (receipt, followLink) => ({
    subject: "We will call you back",
    text: lines(
      "Hello,",
      "",
      "You asked us to call you. We are glad to.",
      "",
      `We will call you before ${sayMoment(receipt.callBefore, "en")}.`,
      `We will call from ${sayPhone(receipt.callingNumber)}.`,
      `You will speak to somebody of ${receipt.teamName} (${receipt.organisationName}).`,
      "",
      `Your code is ${sayCode(receipt.code)}.`,
      "With this code and the last four digits of your phone number you can see, change or stop your question:",
      followLink,
      "",
      `Does it take longer? Then call us: ${sayPhone(receipt.callingNumber)}.`,
    ),
  }),
  broken: (next, team, followLink) => ({
    subject: "We have not called you yet",
    text: lines(
      "Hello,",
      "",
      "We said we would call you. We did not do so in time. We are sorry.",
      "",
      `Our new promise: we will call you before ${sayMoment(next, "en")}.`,
      `We will call from ${sayPhone(team.callingNumber)}.`,
      "",
      `Do you not want to wait? Then call us: ${sayPhone(team.callingNumber)}.`,
      "",
      "You can see your question here, with your code:",
      followLink,
    ),
  }),
  proof: (link, until, desk) => ({
    subject: "The link you asked for",
    text: lines(
      "Hello,",
      "",
      "You asked us for a link. Open this link and press the button there:",
      "",
      link,
      "",
      `The link works once, until ${sayMoment(until, "en")}.`,
      "Give the link to nobody. We never ask for it either.",
      "",
      "Did you ask for nothing? Then you need not do anything. Nothing has changed.",
      "",
      `Does it not work? Call ${desk.name}: ${sayPhone(desk.phone)}.`,
    ),
  }),
};
