import type { ReadingText } from "./nl.ts";

export const en: ReadingText = {
  title: "Is this easy to read?",
  easy: "Yes. The sentences are short, and we see no difficult words that we know of.",
  how: "We count words in sentences and look for official and long words in the Dutch. You decide.",
  hints: {
    longSentence: (words, said) => `This sentence has ${words} words. Make two of it: "${said}"`,
    longAverage: (words) => `The sentences have ${words} words on average. Shorter reads better.`,
    officialWord: (said, plain) => `"${said}": rather say ${plain}.`,
    informal: (said) => `"${said}": this site says u.`,
    longWord: (said) => `"${said}" is a long word. Can it be two?`,
  },
};
