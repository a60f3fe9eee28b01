import type { Language, Translated } from "../../kernel/language.ts";
import { en } from "./en.ts";
import { nl, type SharedWords } from "./nl.ts";

export const sharedWords: Translated<SharedWords> = { nl, en };

/** Which the list of languages of the machine does not name. */
const dutchSigns = "dse";

/** Languages by their codes (ISO 639), as people call them. */
export const languageNames = (codes: readonly string[], language: Language): string[] => {
  const names = new Intl.DisplayNames(language, { type: "language" });
  return codes.map((code) => (code === dutchSigns ? sharedWords[language].signLanguage : (names.of(code) ?? code)));
};
