/**
 * The languages this site speaks. Adding one is one line here: the compiler then names every file
 * that has no sentences in it yet, because each `Translated<…>` demands all of them.
 */
export const languages = {
  nl: { name: "Nederlands", locale: "nl-NL", direction: "ltr" },
  en: { name: "English", locale: "en-GB", direction: "ltr" },
} as const satisfies Record<string, { name: string; locale: string; direction: "ltr" | "rtl" }>;

export type Language = keyof typeof languages;

/** The same sentences in every language. */
export type Translated<Text> = Record<Language, Text>;

export const isLanguage = (value: string): value is Language => Object.hasOwn(languages, value);

/** In the language that somebody chose, as it was kept; Dutch where it is one that we no longer speak. */
export const textIn = <Text>(texts: Translated<Text>, language: string): Text =>
  texts[isLanguage(language) ? language : "nl"];
