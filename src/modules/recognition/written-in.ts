import { wordsIn } from "../directory/index.ts";

/** The language somebody wrote in, as far as it matters here; `unknown` when nothing tells, as of a single name. */
export type WrittenIn = "nl" | "en" | "tr" | "other" | "unknown";

/** What is learned from is Dutch alone; of a word or a name nobody can tell. */
export const isRead = (language: WrittenIn): boolean => language === "nl" || language === "unknown";

/** Words that nobody writes a sentence without; none of them stands in two of the lists. */
const small: Record<"nl" | "en" | "tr", ReadonlySet<string>> = {
  nl: new Set(
    "de het een en ik je jij u hij zij ze wij we mijn mn me uw zijn haar ons onze dat die dit deze er niet geen wel maar want omdat als dan nu nog al ook heb hebt heeft had moet mag kan kunnen wil wordt word krijg krijgt gaat ga naar van voor met bij op uit aan door over om te tot tegen zonder wat wie waar hoe waarom welke ben bent was zit doet weg meer mij jou".split(
      " ",
    ),
  ),
  en: new Set(
    "the a an and i you he she they we my your his her their our that this these there not no but because if then now also have has had must can could will would get got gets go goes to from of for with at by on out in into about what who where how why is are was were do does did don't dont it its been it's i'm me him them".split(
      " ",
    ),
  ),
  tr: new Set(
    "ve bir bu su ben sen biz siz benim icin ile degil yok var ama cok daha gibi ne nasil nerede kim neden beni bana evden evim ev para isten is kira borc yardim istiyorum lazim oldu olarak kadar sonra once hic her simdi".split(
      " ",
    ),
  ),
};
/** These are said in more than one of the languages. */
const shared = new Set([
  "is",
  "me",
  "was",
  "we",
  "in",
  "on",
  "had",
  "her",
  "his",
  "want",
  "of",
  "at",
  "no",
  "do",
  "a",
  "an",
  "ben",
  "her",
  "ne",
  "die",
  "door",
  "are",
]);

const isOtherScript = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u;

export function writtenIn(text: string): WrittenIn {
  const letters = [...text].filter((sign) => /\p{Letter}/u.test(sign));
  if (letters.length === 0) return "unknown";
  if (letters.filter((sign) => isOtherScript.test(sign)).length > letters.length / 3) return "other";
  const words = wordsIn(text).filter((word) => !shared.has(word));
  const said = (language: keyof typeof small) => words.filter((word) => small[language].has(word)).length;
  const [nl, en, tr] = [said("nl"), said("en"), said("tr")];
  if (nl >= en && nl >= tr) return nl === 0 ? "unknown" : "nl";
  return en >= tr ? "en" : "tr";
}
