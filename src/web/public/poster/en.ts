import type { PosterText } from "./nl.ts";

export const en: PosterText = {
  title: (name) => `Poster: ${name}`,
  print: "This is a poster on A4. Print it with Ctrl and P, or choose ‘Print’ in the menu of your browser.",
  back: "Back to the information",
  backToTheme: "Back to the topic",
  walkIn: "Walk in without an appointment",
  appointment: "By appointment",
  call: "Call",
  mail: "Mail",
  morePlaces: "There are more places. See the website.",
  code: (address) => `Code to scan. It leads to ${address}`,
  scan: "Scan the code with your phone, or go to",
  checked: (day) => `Checked on ${day}.`,
  notChecked: (isExample) => (isExample ? "Example, not checked." : "Not checked with the organisation."),
  made: (day) => `This poster is of ${day}. See the website whether all of it still holds.`,
  talk: (name, phone) => [name, ": ", phone],
  themeHelp: "Who can help you?",
  themeHelpText: "The website shows who can help you, when, and what it costs. Or have us call you.",
};
