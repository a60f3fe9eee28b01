import type { QuestionsText } from "./nl.ts";

export const en: QuestionsText = {
  lead: "A few short questions. You need not give a name. We do not keep your answers. Only your browser remembers them, for 20 minutes.",
  step: (at) => `Question ${at}`,
  several: "You may tick more than one.",
  next: "Next",
  back: "Back to the question before",
  problems: { answerMissing: "Choose an answer. You do not know? Call us, and we find out together." },
  done: "What you can do",
  doneLead: "This follows from what you answered. It is a beginning. Whoever you speak to will look at it with you.",
  urgent: "First: this cannot wait",
  whatToDo: "What you can do",
  people: "Who you can talk to",
  call: (name) => `Call ${name}:`,
  callMe: "Call me back",
  toHelp: "See who can help you",
  readMore: (title) => `Read on: ${title}`,
  answered: "What you answered",
  again: "Begin again",
  notReviewed: "No lawyer has looked these questions over yet. So always ask somebody to look with you.",
  reviewed: (day) => `Looked over by a lawyer on ${day}.`,
  stopped: "Would you rather speak to somebody at once?",
};
