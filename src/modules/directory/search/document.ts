import { type Lexicon, read, type Word } from "./lexicon.ts";

/** All that somebody may find a service by. */
export type Searchable = {
  /** What it and its organisation are called, old names among them. */
  names: string[];
  sentences: string[];
  /** For whom, what to bring, what comes of it. */
  details: string[];
  themes: string[];
  functions: string[];
};

/** A weight as PostgreSQL knows them, best place first. */
const labels = ["A", "B", "C", "D"] as const;
/** The place of what is chosen from a list and not written: themes, kinds of help, and what kind of helper that makes. */
const whatItIs = 2;
const isPart = (some: readonly string[], all: readonly string[]): boolean => some.every((one) => all.includes(one));

/* A concept, theme and kind of help is a lexeme too; their sign keeps them apart from words. */
export const conceptLexeme = (head: string): string => `=${head.replace(/[^\p{Letter}\p{Number}]+/gu, "-")}`;
export const themeLexeme = (theme: string): string => `@${theme}`;
/** A whole name: whoever types just that means just that, also when it is made of words that say nothing ("MEE"). */
export function nameLexeme(words: Word[]): string {
  const saying = words.filter(({ isFiller }) => !isFiller);
  const called = (saying.length === 0 ? words : saying).slice(0, longestName);
  return `#${called.map(({ stem }) => stem).join("-")}`;
}
/** Nothing is called by more words; PostgreSQL holds a lexeme to 2,046 bytes. */
const longestName = 8;
export const functionLexeme = (name: string): string => `+${name}`;

/** The same for an entry of a tsvector and of a tsquery. */
export const quoted = (lexeme: string): string => `'${lexeme.replace(/['\\]/g, "$&$&")}'`;

/**
 * What PostgreSQL keeps of a service, as a tsvector: each lexeme once, with the weight of the best place where it stands.
 * Once, so that its rank is that weight and nothing else.
 */
export function vectorOf(searchable: Searchable, lexicon: Lexicon): string {
  const places = new Map<string, number>();
  const note = (lexeme: string, place: number) => {
    const at = Math.min(place, labels.length - 1);
    places.set(lexeme, Math.min(at, places.get(lexeme) ?? labels.length));
  };
  const fields = [searchable.names, searchable.sentences, [], searchable.details];
  for (const [place, texts] of fields.entries())
    for (const text of texts) {
      const { words, concepts } = read(text, lexicon);
      if (place === 0 && words.length > 0) note(nameLexeme(words), 0);
      for (const { stem, parts, isFiller } of words) {
        if (!isFiller) note(stem, place);
        for (const part of parts) note(part, place + 1);
      }
      for (const [head, sure] of concepts) {
        const lower = place + (sure >= 1 ? 0 : sure >= 0.5 ? 1 : 2);
        note(conceptLexeme(head), lower);
        for (const wider of lexicon.concepts.get(head)?.wider ?? []) note(conceptLexeme(wider), lower + 1);
      }
    }
  for (const theme of searchable.themes) note(themeLexeme(theme), whatItIs);
  for (const name of searchable.functions) note(functionLexeme(name), whatItIs);
  const isNamed = [...lexicon.kinds].some((head) => places.get(conceptLexeme(head)) === 0);
  if (!isNamed)
    for (const { head, themes, does } of lexicon.nameless)
      if (isPart(themes, searchable.themes) && isPart(does, searchable.functions))
        // Heavier than the sentence that may speak of it.
        places.set(conceptLexeme(head), whatItIs);
  return [...places].map(([lexeme, place]) => `${quoted(lexeme)}:1${labels[place]}`).join(" ");
}
