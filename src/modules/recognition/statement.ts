import { z } from "zod";
import type { ReadConcept, ReadWord } from "../directory/index.ts";
import { IssueCode, NeedCode } from "./issue.ts";

/** What somebody wrote, and what is going on according to whoever labelled it; the first issue weighs most. */
export type Statement = { text: string; issues: IssueCode[]; needs: NeedCode[] };

const listed = <Code extends z.ZodType>(code: Code) =>
  z.preprocess(
    (cell) => (typeof cell === "string" ? cell.split("|").filter((part) => part.trim() !== "") : []),
    z.array(code),
  );

/** A line of a file with statements: `text,label,needs`; several labels with a bar between them. The last may be left out. */
export const StatementLine = z
  .object({
    text: z.string().trim().min(1),
    label: listed(IssueCode).refine((codes) => codes.length > 0),
    needs: listed(NeedCode).optional(),
  })
  .transform(({ text, label, needs = [] }): Statement => ({ text, issues: label, needs }));

/** As long as what may be asked about, in characters. */
export const mostCharacters = 4_000;

/** What a text shows of itself: a place in the table of the model, how strongly, and the words it was read from. */
export type Feature = { place: number; strength: number; from: number; until: number };

/** So many places the table has; what two features share, they share by chance and seldom. */
export const places = 2 ** 17;

/** Raise it when something below changes: a model only understands the features it was made with. */
export const featureVersion = 1;

/** How strongly each kind of feature speaks; found on statements of a hand that was left out. */
const strengths = { word: 1, filler: 0.5, pair: 0.7, piece: 0.8, concept: 0.8, theme: 0.3 };
/** Of a long text every single word tells less: strengths are divided by their length to this power. */
const evening = 0.8;
const pieceLengths = [3, 4, 5];

/** FNV-1a, folded into the table. */
function placeOf(kind: string, name: string): number {
  const text = `${kind}:${name}`;
  let hash = 2_166_136_261;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619);
  return (hash >>> 0) % places;
}

/** So many words are remembered with their pieces: what people write is mostly the same words. */
const mostRemembered = 20_000;
const remembered = new Map<string, number[]>();

/** Pieces of a word find what it has in common with others: huurhuis, huurbaas, verhuren. */
function piecesOf(word: string): number[] {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const bounded = `<${word}>`;
  const pieces = pieceLengths.flatMap((length) =>
    Array.from({ length: Math.max(0, bounded.length - length + 1) }, (_, at) =>
      placeOf("n", bounded.slice(at, at + length)),
    ),
  );
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(word, [...new Set(pieces)]);
  return remembered.get(word) ?? [];
}

/** A number says nothing here, and may be somebody's: of a phone, a file, a citizen. */
const isNumber = (word: string): boolean => /\d{4}/.test(word);

/** What is a mail address is nobody's issue. */
export const withoutAddresses = (text: string): string => text.replace(/\S+@\S+/g, " ");

export function featuresOf({ words, concepts }: { words: ReadWord[]; concepts: ReadConcept[] }): Feature[] {
  const saying = words.map((word, at) => ({ ...word, at })).filter(({ text }) => !isNumber(text));
  const once = new Map<number, Feature>();
  const group = (found: Feature[]): Feature[] => {
    const own = new Map<number, Feature>();
    for (const feature of found) if (!own.has(feature.place)) own.set(feature.place, feature);
    const length = Math.sqrt([...own.values()].reduce((sum, { strength }) => sum + strength ** 2, 0)) || 1;
    return [...own.values()].map((feature) => ({ ...feature, strength: feature.strength / length ** evening }));
  };
  const scaled = (features: Feature[], by: number) =>
    features.map((feature) => ({ ...feature, strength: feature.strength * by }));
  const ofWords = group(
    saying.map(({ stem, isFiller, at }) => ({
      place: placeOf("w", stem),
      strength: isFiller ? strengths.filler : 1,
      from: at,
      until: at + 1,
    })),
  );
  const ofPairs = group(
    saying.map(({ stem, at }, order) => ({
      place: placeOf("b", `${saying[order - 1]?.stem ?? "^"}_${stem}`),
      strength: 1,
      from: saying[order - 1]?.at ?? at,
      until: at + 1,
    })),
  );
  const ofPieces = group(
    saying
      .filter(({ isFiller }) => !isFiller)
      .flatMap(({ text, at }) => piecesOf(text).map((place) => ({ place, strength: 1, from: at, until: at + 1 }))),
  );
  const ofConcepts = concepts.map(({ head, sure, from, until }) => ({
    place: placeOf("c", head),
    strength: sure * strengths.concept,
    from,
    until,
  }));
  const ofThemes = concepts.flatMap(({ sure, from, until, themes }) =>
    themes.map((theme, order) => ({
      place: placeOf("t", theme),
      strength: (sure / (order + 1)) * strengths.theme,
      from,
      until,
    })),
  );
  // The surest that speaks of a theme speaks for it.
  for (const feature of ofThemes)
    if (feature.strength > (once.get(feature.place)?.strength ?? 0)) once.set(feature.place, feature);
  return [
    ...scaled(ofWords, strengths.word),
    ...scaled(ofPairs, strengths.pair),
    ...scaled(ofPieces, strengths.piece),
    ...ofConcepts,
    ...once.values(),
  ];
}
