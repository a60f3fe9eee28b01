import type { Language } from "../../../kernel/language.ts";
import { readOptionalDay } from "../../form.ts";
import type { Refused } from "../../ui/refused.ts";
import { sharedWords } from "../../words/words.ts";

/** What is wrong with a day that is none. */
export function impossibleDay(language: Language, values: Refused["values"], name: string): string {
  const day = readOptionalDay(values, name);
  const words = sharedWords[language];
  return day.ok || day.problem === "missing" ? words.dayIncomplete : words.dayImpossible(day.typed);
}
