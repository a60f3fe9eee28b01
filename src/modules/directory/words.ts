import { z } from "zod";
import type { Language } from "../../kernel/language.ts";

/** How a translation stands to the Dutch it was made of. Without a word about it: somebody looked at it and it is right. */
const translationStates = ["draft", "outdated"] as const;
type TranslationState = (typeof translationStates)[number];

/** A text in Dutch and, where somebody wrote it, in other languages, with how those stand. */
export const Words = z.object({
  nl: z.string().default(""),
  en: z.string().optional(),
  states: z.object({ en: z.enum(translationStates).optional() }).optional(),
});
export type Words = z.infer<typeof Words>;

/** The languages that a text can be translated into. */
const translations = ["en"] as const satisfies Exclude<Language, "nl">[];
type Translation = (typeof translations)[number];

/** Missing, a draft that residents do not see, older than the Dutch, or right. */
export const stateOf = (words: Words, language: Translation): TranslationState | "missing" | "reviewed" =>
  words.nl === "" || words[language] === undefined || words[language] === ""
    ? "missing"
    : (words.states?.[language] ?? "reviewed");

/** The Dutch text stands in where nobody has translated yet, or only made a draft; `lang` says which it is. */
export const inLanguage = (words: Words, language: Language): { text: string; lang: Language } => {
  if (language === "nl") return { text: words.nl, lang: "nl" };
  const state = stateOf(words, language);
  return state === "missing" || state === "draft"
    ? { text: words.nl, lang: "nl" }
    : { text: words[language] ?? "", lang: language };
};

/** What is read in this language is older than the Dutch of it. */
export const isOlder = (words: Words, language: Language): boolean =>
  language !== "nl" && stateOf(words, language) === "outdated";

/** The Dutch was written anew: what was right is older than it from now on, unless nothing changed. A draft stays one. */
export const withDutch = (words: Words, nl: string): Words => {
  if (nl === words.nl) return words;
  const old = translations.filter((language) => stateOf(words, language) === "reviewed");
  return old.length === 0
    ? { ...words, nl }
    : {
        ...words,
        nl,
        states: { ...words.states, ...Object.fromEntries(old.map((language) => [language, "outdated" as const])) },
      };
};

/** Somebody wrote or looked at a translation, and says how it stands to the Dutch. Without text there is none. */
export function withTranslation(
  words: Words,
  language: Translation,
  text: string,
  state: TranslationState | "reviewed",
): Words {
  const { [language]: _text, states: { [language]: _state, ...otherStates } = {}, ...rest } = words;
  const states = state === "reviewed" || text === "" ? otherStates : { ...otherStates, [language]: state };
  return {
    ...rest,
    ...(text === "" ? {} : { [language]: text }),
    ...(Object.keys(states).length === 0 ? {} : { states }),
  };
}

/** Words as they stand in a form: the Dutch, the English, and how the English stands to it: "draft", "outdated", or "" when it is right. */
export const textFields = ["nl", "en", "state"] as const;
export type TextField = (typeof textFields)[number];
export type TextValues = Readonly<Record<TextField, string>>;

export const noWords: Words = { nl: "" };

export const valuesOf = (words: Words): TextValues => ({
  nl: words.nl,
  en: words.en ?? "",
  state: words.en === undefined ? "" : (words.states?.en ?? ""),
});

/** Without Dutch there is nothing: residents would read a translation of no text. */
export function wordsOf({ nl, en, state }: TextValues): Words {
  if (nl === "") return noWords;
  if (en === "") return { nl };
  return state === "draft" || state === "outdated" ? { nl, en, states: { en: state } } : { nl, en };
}

/**
 * What somebody wrote, beginning with these words. Who changes the Dutch alone leaves an English text that is older, unless
 * they say otherwise in a next change; a draft stays one.
 */
export function written(base: Words, typed: TextValues): Words {
  const before = valuesOf(base);
  const words = wordsOf(typed);
  const isLeft = before.en === typed.en && before.state === "" && typed.state === "";
  return isLeft && words.nl !== "" ? withDutch({ ...words, nl: base.nl }, words.nl) : words;
}
