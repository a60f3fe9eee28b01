/*
 * Whether a Dutch text can be read by nearly everybody (B1): short sentences, no official words, and "u". It counts and
 * compares, and says what; whoever writes decides. Our own texts are held to the same measure by tests.
 */

/** Words above B1, or official Dutch, with all the forms that slip in, and what people say. */
const officialWords = [
  ["indien", "als"],
  ["indienen|indient|indiende|ingediend\\w*", "sturen, of: vragen"],
  ["met betrekking tot|betreffende|inzake|aangaande|omtrent", "over"],
  ["betrekking", "gaat over"],
  ["middels", "met"],
  ["alsmede", "en ook"],
  ["tevens", "ook"],
  ["derhalve", "daarom"],
  ["conform|krachtens", "volgens"],
  ["dient", "moet"],
  ["dienen", "moeten"],
  ["teneinde", "om"],
  ["thans", "nu"],
  ["reeds", "al"],
  ["voornoemd\\w*", "deze"],
  ["desgewenst", "als u wilt"],
  ["ten behoeve", "voor"],
  ["met inachtneming", "let op"],
  ["in verband met", "door, of: om"],
  ["verzoekt u", "vraagt u"],
  ["gelieve", "wilt u"],
  ["woonachtig", "woont"],
  ["belanghebbende\\w*|rechtzoekende\\w*", "u, of: iemand die hulp zoekt"],
  ["toevoeging\\w*", "een advocaat die de overheid voor een deel betaalt"],
  ["verschoonbaar", "een goede reden"],
  ["ontvankelijk", "wordt bekeken"],
  ["(?:hulp)?aanbod", "hulp"],
  ["sessie", "gesprek"],
  ["dossier", "uw gegevens"],
  ["procedure", "hoe het gaat"],
  ["persoonsgegevens", "uw gegevens"],
  ["doorverw[ij]+z\\w*", "verder helpen naar iemand anders"],
  ["contactmoment\\w*", "gesprek"],
] as const;
const official = officialWords.map(([forms, plain]) => ({ pattern: new RegExp(`\\b(?:${forms})\\b`, "iu"), plain }));

/** Any of them. */
export const bannedWords = new RegExp(`\\b(?:${officialWords.map(([forms]) => forms).join("|")})\\b`, "iu");
export const informal = /\b(?:je|jij|jouw|jullie)\b/iu;

/** Sentences without the article between brackets: that is for who wants to look it up. */
export const sentencesOf = (text: string): string[] =>
  text
    .replace(/ \([^)]*\)/g, "")
    .split("\n")
    .flatMap((line) => line.replace(/^- /, "").split(/(?<=[.?!])\s+/))
    .filter((sentence) => sentence !== "");

export const wordCount = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;

export const averageLength = (sentences: string[]): number =>
  sentences.map(wordCount).reduce((sum, count) => sum + count, 0) / Math.max(1, sentences.length);

/** A sentence above this asks too much of who reads slowly; all together they are shorter than this. */
const longestSentence = 20;
const longestAverage = 15;
const longestWord = 18;

/** What could be easier. `said` is how it stands there. */
export type ReadingHint =
  | { kind: "longSentence"; said: string; words: number }
  | { kind: "longAverage"; words: number }
  | { kind: "officialWord"; said: string; plain: string }
  | { kind: "informal"; said: string }
  | { kind: "longWord"; said: string };

/** Everything in this Dutch text that could be easier, in the order of reading; nothing when it reads well. */
export function readingHints(text: string): ReadingHint[] {
  const sentences = sentencesOf(text);
  const average = averageLength(sentences);
  const hints = sentences.flatMap((sentence): ReadingHint[] => [
    ...(wordCount(sentence) > longestSentence
      ? [{ kind: "longSentence", said: sentence, words: wordCount(sentence) } as const]
      : []),
    ...official.flatMap(({ pattern, plain }) => {
      const [said] = pattern.exec(sentence) ?? [];
      return said === undefined ? [] : [{ kind: "officialWord", said, plain } as const];
    }),
    ...[informal.exec(sentence)?.[0] ?? []].flat().map((said) => ({ kind: "informal", said }) as const),
    ...(sentence.match(/[\p{L}-]+/gu) ?? [])
      .filter((word) => word.replaceAll("-", "").length > longestWord && !word.includes("-"))
      .map((said) => ({ kind: "longWord", said }) as const),
  ]);
  const isLong = hints.every(({ kind }) => kind !== "longSentence") && average > longestAverage;
  const all = isLong ? [...hints, { kind: "longAverage", words: Math.round(average) } as const] : hints;
  // A word that stands there five times is told once.
  return [...new Map(all.map((hint) => [JSON.stringify(hint).toLowerCase(), hint])).values()];
}
