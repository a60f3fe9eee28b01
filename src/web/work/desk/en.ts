import { sayMoment } from "../../../kernel/day.ts";
import type { DeskText } from "./nl.ts";

export const en: DeskText = {
  title: "New case",
  lead: "For somebody in front of you or on the phone. Only the number, the times and the urgency are needed.",
  point: "At which desk?",
  theme: "What is it about?",
  safety: "Ask this too: how is calling safe?",
  more: "More about this person",
  send: "Save and give the code",
  doneTitle: "Saved",
  done: (moment) => `Tell the resident: we will call you before ${sayMoment(moment, "en")}.`,
  code: "Code for the resident",
  codeHint:
    "Give the code on paper. With the code and the last four digits of the number the resident can follow the question.",
  number: (number) => `We call from ${number}.`,
  print: "Print this page to give along.",
  again: "Another case",
  toToday: "To Today",
  gone: "The receipt of this case can no longer be seen. The question stands on Today.",
};
