import type { ThemeText } from "./nl.ts";

export const en: ThemeText = {
  questions: "You do not know what to do?",
  questionsText: "Answer a few short questions. Then you see what cannot wait, what you can do yourself and who helps.",
  toQuestions: "Begin with the questions",
  help: "Who can help you",
  helpText: "See who can help you with this for free, close to you.",
  toHelp: "Show who can help",
  callMe: "Call me back",
  related: "This belongs here too",
  checked: "This text was checked on",
  own: (place) => `How it goes in ${place}`,
  from: (place) => `This text is by ${place}.`,
  onlyDutch: "This text is only there in Dutch.",
  outdated: "The Dutch text is newer than this translation.",
  poster: "For professionals: poster to hang up",
};
