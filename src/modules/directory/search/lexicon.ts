import { parse } from "yaml";
import { z } from "zod";
import { plain, stemOf, wordsOf } from "./dutch.ts";

/* What the search knows of Dutch and of this field, from content/search; both files tell at their head what stands in them. */

const Text = z.union([z.string(), z.number().transform(String)]);
const Slugs = z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([]);

/** Heads of who helps, and how much each of them counts beside who helps first: 1. */
export type Helpers = ReadonlyMap<string, number>;
/** A second door is worth a third of the first, as in the grades of bench/golden, and so on. */
const next = 1 / 3;

/** Best first; those who help as well as each other stand together. */
const InOrder = z
  .array(z.union([z.string().transform((one) => [one]), z.array(z.string())]))
  .transform((who): Helpers => new Map(who.flatMap((heads, at) => heads.map((head) => [head, next ** at]))));
const Measured = z.record(z.string(), z.number().positive()).transform((who): Helpers => new Map(Object.entries(who)));

const WordsFile = z.strictObject({
  parts: z.array(Text),
  whole: z.array(Text),
  weak: z.array(Text),
  filler: z.array(Text),
  common: z.array(Text),
  irregular: z.record(z.string(), z.string()),
});
const SynonymsFile = z.strictObject({
  otherwise: InOrder,
  helpers: z.record(z.string(), z.strictObject({ who: Measured, does: z.array(z.string()) })),
  groups: z.array(
    z.strictObject({
      head: z.string(),
      words: z.array(Text).default([]),
      en: z.array(Text).default([]),
      wider: z.array(z.string()).default([]),
      near: z.array(z.string()).default([]),
      who: InOrder.optional(),
      cases: z
        .array(z.strictObject({ words: z.array(Text).default([]), en: z.array(Text).default([]), who: InOrder }))
        .default([]),
      local: z.boolean().default(false),
      opening: z.boolean().default(false),
      aside: z.boolean().default(false),
      theme: Slugs,
      does: Slugs,
      nameless: z.strictObject({ themes: z.array(z.string()), does: z.array(z.string()) }).optional(),
    }),
  ),
});

/** One thing, whatever it is called. */
type Concept = {
  head: string;
  /** Concepts that this is a kind of, and those that are of use to the same person. */
  wider: string[];
  near: string[];
  /** Who helps first with it; undefined: whoever helps with its themes. */
  who: Helpers | undefined;
  themes: string[];
  functions: string[];
  /** How somebody begins, whatever it is about: "wie helpt mij met …". */
  isOpening: boolean;
  /** How something goes, and not what it is about: a refusal, an objection, a letter. */
  isAside: boolean;
};

/** `who`: who helps first when it is said like this, in place of who helps with the concept. */
type Phrase = { stems: string[]; concept: string; who: Helpers | undefined };

export type Lexicon = {
  concepts: ReadonlyMap<string, Concept>;
  /** Which concepts help first with a theme, and what kind of help it takes. */
  helpers: ReadonlyMap<string, { who: Helpers; does: string[] }>;
  /** Which concepts help with a story that no concept and no life event is found in. */
  otherwise: Helpers;
  /** Words that fit together, by the stem of the first. */
  phrases: ReadonlyMap<string, Phrase[]>;
  /** Heads of the kinds of help that most municipalities have of their own. */
  local: readonly string[];
  /** Heads of all kinds of help that are named as who helps first. */
  kinds: ReadonlySet<string>;
  /** What somebody does who is of this kind and does not say so in a name. */
  nameless: readonly { head: string; themes: string[]; does: string[] }[];
  parts: ReadonlySet<string>;
  whole: ReadonlySet<string>;
  weak: ReadonlySet<string>;
  filler: ReadonlySet<string>;
  stem: (word: string) => string;
  /** Every single word that stands in the content, as it is written there: what a misspelled word may have been. */
  written: readonly string[];
  /** The stems of those, and of words of every day: no mistakes. */
  known: ReadonlySet<string>;
  /** What people say, in Dutch: for completing what somebody types. */
  sayings: readonly string[];
};

/** @param more words from elsewhere in the content that are no mistakes: those of the themes. */
export function parseLexicon(wordsFile: string, synonymsFile: string, more: string[] = []): Lexicon {
  const words = WordsFile.parse(parse(wordsFile));
  const { groups, helpers, otherwise } = SynonymsFile.parse(parse(synonymsFile));
  const stem = stemmer(words.irregular);
  const stems = (texts: string[]) => new Set(texts.flatMap(wordsOf).map(stem));
  const said = groups.flatMap(({ head, words, en, cases }) => [
    ...[head, ...words, ...en].map((text) => ({ head, text, who: undefined })),
    ...cases.flatMap(({ words, en, who }) => [...words, ...en].map((text) => ({ head, text, who }))),
  ]);
  const phrases = new Map<string, Phrase[]>();
  for (const { head, text, who } of said) {
    const phrase = { stems: wordsOf(text).map(stem), concept: head, who };
    const [first = ""] = phrase.stems;
    phrases.set(first, [...(phrases.get(first) ?? []), phrase]);
  }
  const sayings = groups.flatMap(({ head, words, cases }) => [head, ...words, ...cases.flatMap(({ words }) => words)]);
  const dutch = sayings.filter((text) => wordsOf(text).length === 1);
  const filler = new Set(words.filler.flatMap(wordsOf));
  const written = [...said.map(({ text }) => text), ...words.parts, ...words.weak, ...more].flatMap(wordsOf);
  return {
    concepts: new Map(
      groups.map(({ head, wider, near, who, theme, does, opening, aside }) => [
        head,
        { head, wider, near, who, themes: theme, functions: does, isOpening: opening, isAside: aside },
      ]),
    ),
    helpers: new Map(Object.entries(helpers)),
    otherwise,
    phrases,
    local: groups.filter(({ local }) => local).map(({ head }) => head),
    kinds: new Set([
      ...Object.values(helpers).flatMap(({ who }) => [...who.keys()]),
      ...groups.flatMap(({ who, cases }) =>
        [who, ...cases.map(({ who }) => who)].flatMap((who) => [...(who?.keys() ?? [])]),
      ),
    ]),
    nameless: groups.flatMap(({ head, nameless }) => (nameless === undefined ? [] : [{ head, ...nameless }])),
    parts: stems([...words.parts, ...dutch.filter((word) => plain(word).length > 3)]),
    whole: stems(words.whole),
    weak: stems(words.weak),
    filler,
    stem,
    written: [...new Set(written)].filter((word) => !filler.has(word)),
    sayings: [...new Set(sayings)].filter((text) => text.length > 3),
    known: new Set([...written, ...words.common.flatMap(wordsOf)].map(stem)),
  };
}

/** So many words and stems are kept at the most: some megabytes. */
const mostRemembered = 50_000;

/** The rules of `stemOf`, and what no rule makes: a form that leads to itself is its own stem. */
function stemmer(irregular: Record<string, string>): (word: string) => string {
  const forms = new Map(Object.entries(irregular).map(([form, base]) => [plain(form), plain(base)]));
  const stems = new Map([...forms].map(([form, base]) => [form, base === form ? form : stemOf(base)]));
  const known = (word: string) => {
    const base = forms.get(word);
    return base === undefined ? undefined : (stems.get(base) ?? stems.get(word));
  };
  const remembered = new Map<string, string>();
  return (word) => {
    const there = remembered.get(word);
    if (there !== undefined) return there;
    const stem = known(word) ?? stemOf(word);
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(word, stem);
    return stem;
  };
}

/** A word of a text: what it is compared by, and what it is made of when it is a compound. */
export type Word = {
  text: string;
  stem: string;
  parts: string[];
  /** Says nothing by itself; says little. */
  isFiller: boolean;
  isWeak: boolean;
};

export type Reading = {
  words: Word[];
  /** A concept and how sure it is that the text speaks of it: 1 when it is said in so many words. */
  concepts: Map<string, number>;
  /** Where the words stand that speak most surely of a concept: from this word until that one. */
  places: Map<string, { from: number; until: number }>;
  /** Those that only a single word that says little speaks of: "contract", "kind". */
  weakly: Set<string>;
  /** Of a concept that is said in a way that others help first with: who those are. */
  cases: Map<string, Set<Helpers>>;
};

/** Taking a long word apart costs about a millisecond, and the same words come back all the time. */
const remembered = new WeakMap<Lexicon, Map<string, Word>>();
function wordOf(text: string, lexicon: Lexicon): Word {
  const words = remembered.get(lexicon) ?? new Map<string, Word>();
  remembered.set(lexicon, words);
  const known = words.get(text);
  if (known !== undefined) return known;
  const stem = lexicon.stem(text);
  const word = {
    text,
    stem,
    parts: partsOf(text, lexicon),
    isFiller: lexicon.filler.has(text),
    isWeak: lexicon.weak.has(stem),
  };
  if (words.size >= mostRemembered) words.clear();
  words.set(text, word);
  return word;
}

/** A longer phrase tells what its words mean together: "boete uitkering" is about a benefit, and less about a fine. */
const insideLonger = 0.4;
/** What a part of a compound means, the compound means in part; least when the whole has a meaning of its own. */
const inPart = 0.5;
const inPartOfKnown = 0.1;

export function read(text: string, lexicon: Lexicon): Reading {
  const words = wordsOf(text).map((word) => wordOf(word, lexicon));
  const found = phrasesIn(words, lexicon);
  const concepts = new Map<string, number>();
  const places: Reading["places"] = new Map();
  const note = (concept: string, sure: number, from: number, until: number) => {
    if (sure <= (concepts.get(concept) ?? 0)) return;
    concepts.set(concept, sure);
    places.set(concept, { from, until });
  };
  const cases = new Map<string, Set<Helpers>>();
  for (const match of found) {
    const longer = found.some(
      (other) =>
        other.concept !== match.concept &&
        other.from <= match.from &&
        other.until >= match.until &&
        other.length > match.length,
    );
    note(match.concept, longer ? insideLonger : 1, match.from, match.until);
    if (match.who !== undefined && !longer)
      cases.set(match.concept, (cases.get(match.concept) ?? new Set()).add(match.who));
  }
  for (const [at, word] of words.entries()) {
    const isKnown = found.some(({ from, until }) => from <= at && at < until);
    const asWords = word.parts.map((stem) => ({ text: stem, stem, parts: [], isFiller: false, isWeak: false }));
    for (const { concept } of phrasesIn(asWords, lexicon)) note(concept, isKnown ? inPartOfKnown : inPart, at, at + 1);
  }
  const isWeakly = (concept: string) =>
    found.every((match) => match.concept !== concept || (match.length === 1 && words[match.from]?.isWeak === true));
  return { words, concepts, places, weakly: new Set([...concepts.keys()].filter(isWeakly)), cases };
}

type Match = Pick<Phrase, "concept" | "who"> & { from: number; until: number; length: number };

/** So many words that say nothing may stand between the words of a phrase: "rekening nog steeds niet betalen". */
const mostBetween = 2;

function phrasesIn(words: Word[], lexicon: Lexicon): Match[] {
  return words.flatMap((word, from) => [
    ...(lexicon.phrases.get(word.stem) ?? []).flatMap(({ stems, concept, who }) => {
      if (stems.length === 1 && word.isFiller && words.length > 1) return [];
      const until = endOf(words, from, stems);
      return until === undefined ? [] : [{ concept, who, from, until, length: stems.length }];
    }),
    ...writtenApart(words, from, lexicon),
  ]);
}

/** Many write a compound as separate words: "huur toeslag", "nul uren contract". */
function writtenApart(words: Word[], from: number, { phrases, stem }: Lexicon): Match[] {
  return [2, 3].flatMap((length) => {
    const parts = words.slice(from, from + length);
    if (parts.length < length || parts.some(({ text }) => text.length < shortestPart)) return [];
    const joined = stem(parts.map(({ text }) => text).join(""));
    return (phrases.get(joined) ?? [])
      .filter(({ stems }) => stems.length === 1)
      .map(({ concept, who }) => ({ concept, who, from, until: from + length, length }));
  });
}

function endOf(words: Word[], from: number, stems: string[]): number | undefined {
  const place = { at: from, between: 0 };
  for (const stem of stems) {
    while (words[place.at]?.stem !== stem && words[place.at]?.isFiller && place.between < mostBetween) {
      place.at++;
      place.between++;
    }
    if (words[place.at]?.stem !== stem) return undefined;
    place.at++;
  }
  return place.at;
}

const shortestPart = 3;
const shortestCompound = 7;
/** An unknown piece of a compound is at least so long, so that no ending or beginning is taken for a word. */
const shortestUnknown = 4;
/** Of a compound with an unknown piece so much is known: Barendrecht is no kind of recht. */
const leastKnown = 0.6;
const linked = ["", "s", "e", "en", "n"];
const beginnings = new Set(
  "aan achter af be bij boven door ont onder op over tegen terug toe uit ver voor weg her mis mee na om in".split(" "),
);

/** The stems of the words that a compound is made of, [] when it is none; one piece may be unknown. */
export function partsOf(word: string, lexicon: Lexicon): string[] {
  if (word.length < shortestCompound || lexicon.whole.has(lexicon.stem(word))) return [];
  type Split = { parts: string[]; cost: number; unknown: number };
  const best: (Split | undefined)[] = Array.from({ length: word.length + 1 });
  best[0] = { parts: [], cost: 0, unknown: 0 };
  const offer = (until: number, split: Split) => {
    const there = best[until];
    if (there === undefined || split.cost < there.cost) best[until] = split;
  };
  for (let from = 0; from < word.length; from++) {
    const before = best[from];
    if (before === undefined) continue;
    for (let until = from + shortestPart; until <= word.length; until++) {
      if (from === 0 && until === word.length) continue;
      const piece = word.slice(from, until);
      const stem = knownPart(piece, until === word.length, lexicon);
      if (stem !== undefined) offer(until, { ...before, parts: [...before.parts, stem], cost: before.cost + 1 });
      else if (before.unknown === 0 && piece.length >= shortestUnknown && !beginnings.has(piece))
        offer(until, { parts: before.parts, cost: before.cost + 1.5 + piece.length / 4, unknown: piece.length });
    }
  }
  const split = best[word.length];
  if (split === undefined || split.parts.length === 0) return [];
  const own = lexicon.stem(word);
  // An ending is no unknown piece: verzekering is not made of verzeker and ing.
  const isMostlyKnown = word.length - split.unknown >= word.length * leastKnown;
  if (split.unknown > 0 && (!isMostlyKnown || lexicon.parts.has(own))) return [];
  return [...new Set(split.parts)].filter((part) => part !== own);
}

/** The stem of a piece that is a known word, with or without the letters that link it to the next. */
function knownPart(piece: string, isLast: boolean, { parts, stem }: Lexicon): string | undefined {
  for (const link of isLast ? [""] : linked) {
    if (!piece.endsWith(link)) continue;
    const part = piece.slice(0, piece.length - link.length);
    if (part.length >= shortestPart && parts.has(stem(part))) return stem(part);
  }
  return undefined;
}
