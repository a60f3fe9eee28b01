import type { Day } from "../../kernel/day.ts";
import type { Language, Translated } from "../../kernel/language.ts";
import type { FreeDayCode } from "./calendar.ts";
import { en } from "./en.ts";
import { nl, type TermsText } from "./nl.ts";
import type { TermEnd } from "./term.ts";

const texts: Translated<TermsText> = { nl, en };

/** "Koningsdag"; "weekend" for a Saturday or Sunday. */
export const sayFreeDay = (code: FreeDayCode, language: Language): string => texts[language].freeDays[code];

/** Sentences in order, each with the article it rests on; counting itself rests on none. */
export type Explanation = { steps: { sentence: string; article: string | undefined }[]; warnings: string[] };

/** The answer to "hoe komen we hieraan?". A date shows its year when that is not the year of `today`. */
export function explainEnd(end: TermEnd, language: Language, today: Day): Explanation {
  const text = texts[language];
  return {
    steps: end.steps.map((step) => ({
      sentence: text.step(step, today),
      article: "article" in step ? text.articles[step.article] : undefined,
    })),
    warnings: end.warnings.map((warning) => text.warning(warning, today)),
  };
}
