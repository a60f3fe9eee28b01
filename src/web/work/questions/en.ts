import type { WorkQuestionsText } from "./nl.ts";

export const en: WorkQuestionsText = {
  lead: "Go through this with the resident. It takes less than a minute. We do not keep the answers; only your browser remembers them, for 20 minutes.",
  done: "What follows",
  urgent: "Cannot wait",
  after: "After that",
  tell: "Tell the resident:",
  help: "Kind of help:",
  find: "Find who does this",
  mayBe: "What may be going on",
  mayBeLead: "A computer read this in your words. You decide what is true. Several things may be going on.",
  because: (words) => `Read in: ${words}.`,
  ask: "Ask on:",
  questions: (title) => `Go through the questions: ${title}`,
  needs: (needs) => `And besides perhaps: ${needs}.`,
  unsure: "These words do not tell what is going on. Ask on, or consult a lawyer.",
};
