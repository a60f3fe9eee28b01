import { sayMoment } from "../../kernel/day.ts";
import type { PromisesText } from "./nl.ts";

export const en: PromisesText = {
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
  warned: (what, due, link) => ({
    subject: "A promise is nearly due",
    text: [
      "Hello,",
      "",
      `${what}: this is promised before ${sayMoment(due, "en")}. A quarter of the time is left.`,
      "",
      `You find it on Today: ${link}`,
    ].join("\n"),
  }),
  broken: (what, due, link, residentSees) => ({
    subject: "A promise is late",
    text: [
      "Hello,",
      "",
      `${what}: this was promised before ${sayMoment(due, "en")} and has not been done.`,
      `${residentSees ? "The resident can see this. " : ""}There is a new promise now.`,
      "",
      `You find it on Today: ${link}`,
    ].join("\n"),
  }),
  leftBehind: (link) => ({
    subject: "Work was left behind",
    text: [
      "Hello,",
      "",
      "Somebody left your team and still had promises to keep. Nobody has them now. Would you give them to a colleague?",
      "",
      `You find them under Handing over: ${link}`,
    ].join("\n"),
  }),
  lookDue: {
    warned: (what, due, link) => ({
      subject: "A promise is nearly due",
      text: ["Hello,", "", `Will you look ${what} before ${sayMoment(due, "en")}?`, "", link].join("\n"),
    }),
    broken: (what, due, link) => ({
      subject: "A promise is late",
      text: [
        "Hello,",
        "",
        `Somebody was to look ${what} before ${sayMoment(due, "en")}. That was not done. There is a new promise now.`,
        "",
        link,
      ].join("\n"),
    }),
  },
  lookAt: { look: "at what stood out", "look-emergency": "whether emergency access was right" },
  toLook: {
    look: (link) => ({
      subject: "Something was read in an unusual way",
      text: [
        "Hello,",
        "",
        "Somebody opened questions in a way that stands out. That need not be wrong. Will you look?",
        "What stood out and why is on this page. Please write down there as well what came of it.",
        "",
        link,
      ].join("\n"),
    }),
    "look-emergency": (link) => ({
      subject: "Somebody used emergency access",
      text: [
        "Hello,",
        "",
        "A colleague opened a question of another team with emergency access. Will you look whether that was right?",
        "Who it was, why and until when is on this page. Please write down there as well what came of it.",
        "",
        link,
      ].join("\n"),
    }),
  },
};
