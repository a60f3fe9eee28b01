import type { PracticeText } from "./nl.ts";

export const en: PracticeText = {
  title: "Practise",
  lead: "Invented stories. Which sides do you see? Nobody sees what you answer, and we do not keep it.",
  story: (at, of) => `Story ${at} of ${of}`,
  question: "What may be going on here?",
  hint: "You may tick more than one. Think of what is not asked, too.",
  look: "Look it over",
  missing: "Tick what you think. When in doubt, guess.",
  seen: "This you saw",
  missed: "This is going on too",
  notThere: "This is not there, though you may ask about it",
  nothing: "Nothing",
  why: "Why, and what first",
  needs: "What somebody needs besides",
  computer: "What the computer read in this story",
  next: "Next story",
  again: "Begin again",
};
