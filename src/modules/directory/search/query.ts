import { conceptLexeme, functionLexeme, nameLexeme, themeLexeme } from "./document.ts";
import { plain } from "./dutch.ts";
import { type Helpers, type Lexicon, type Reading, read, type Word } from "./lexicon.ts";

/** A lexeme to look for and how much it counts; `finds`: a service that has it belongs in the list. */
export type Term = { weight: number; finds: boolean };

export type Query = {
  terms: Map<string, Term>;
  /** The life events that the words touch, each with its share of the one that is touched most. */
  themes: Map<string, number>;
  /** Kinds of help that most municipalities have of their own. */
  local: string[];
  /** Words that stand nowhere in our content: names, or mistakes. */
  unknown: string[];
  /** Some of it stands in our content, if only a word that says little. */
  isUnderstood: boolean;
  /** It speaks of something in particular. */
  isParticular: boolean;
};

/** What each way of fitting counts, against a word that stands there itself. */
const weights = {
  name: 1,
  word: 0.4,
  weakWord: 0.08,
  part: 0.25,
  weakPart: 0.05,
  concept: 0.9,
  wider: 0.25,
  near: 0.3,
  theme: 0.45,
  who: 0.72,
  otherwise: 0.35,
  /** Who helps with a refusal or an objection, against who helps with what it is about. */
  aside: 0.2,
  does: 0.5,
  kind: 0.07,
  listens: 0.27,
};

/** A child or a family is part of many stories that are about something else. */
const weakConcept = 0.2;
/** What is only found in a part of a word, or inside a longer phrase of something else, is no subject. */
const leastMeant = 0.5;
/** A whole story has hundreds of words; those that count most say what it is about. */
const mostTerms = 200;
/** A theme that is touched less than this, against the one touched most, is a coincidence. */
const leastShare = 0.3;

const isAside = (head: string, lexicon: Lexicon): boolean => lexicon.concepts.get(head)?.isAside === true;

/** Who helps with it as it is said here; nothing: whoever helps with its life events. */
const helpersOf = (head: string, { cases }: Reading, lexicon: Lexicon): Helpers[] => {
  const who = lexicon.concepts.get(head)?.who;
  return [...(cases.get(head) ?? (who === undefined ? [] : [who]))];
};

/**
 * What somebody typed as terms with weights: their words, what those are made of, what they mean and who helps with that.
 * @param recognised life events found in the words in another way, best first
 */
export function queryOf(words: string, lexicon: Lexicon, recognised: string[] = []): Query {
  const reading = read(words, lexicon);
  const terms = new Map<string, Term>();
  const add = (lexeme: string, weight: number, finds: boolean) => {
    const there = terms.get(lexeme);
    terms.set(lexeme, { weight: Math.max(weight, there?.weight ?? 0), finds: finds || there?.finds === true });
  };
  const said = reading.words.filter((word) => !word.isFiller);
  for (const { stem, parts, isWeak } of said) {
    add(stem, isWeak ? weights.weakWord : weights.word, !isWeak);
    for (const part of parts) {
      const isWeakPart = lexicon.weak.has(part);
      add(part, isWeakPart ? weights.weakPart : weights.part, !isWeakPart);
    }
  }
  if (reading.words.length > 0) add(nameLexeme(reading.words), weights.name, said.length === 0);
  const isKnown = ({ stem, parts }: Word) => lexicon.known.has(stem) || parts.length > 0;
  const touched = new Map<string, number>();
  const helped = new Map<string, number>();
  const note = (into: Map<string, number>, key: string, sure: number) => into.set(key, (into.get(key) ?? 0) + sure);
  for (const [at, theme] of recognised.entries()) {
    note(touched, theme, 0.5 / (at + 1));
    note(helped, theme, 0.5 / (at + 1));
  }
  // Who helps with both of two subjects comes before who helps with one of them.
  const who = new Map<string, number>();
  const addWho = (helpers: Helpers, sure: number) => {
    for (const [head, share] of helpers) note(who, head, sure * share);
  };
  const isWeakHead = (head: string) => lexicon.weak.has(lexicon.stem(head));
  const saysLittle = (head: string) => reading.weakly.has(head) || lexicon.concepts.get(head)?.isOpening === true;
  const saysMore = [...reading.concepts.keys()].some((head) => !isWeakHead(head) && !saysLittle(head));
  const hasSubject = [...reading.concepts].some(
    ([head, said]) => said >= leastMeant && !isAside(head, lexicon) && helpersOf(head, reading, lexicon).length > 0,
  );
  for (const [head, said] of reading.concepts) {
    const concept = lexicon.concepts.get(head);
    const isWeak = isWeakHead(head) || (saysMore && saysLittle(head));
    const sure = isWeak ? said * weakConcept : said;
    add(conceptLexeme(head), weights.concept * sure, sure > weakConcept);
    for (const wider of concept?.wider ?? []) add(conceptLexeme(wider), weights.wider * sure, true);
    for (const near of concept?.near ?? []) add(conceptLexeme(near), weights.near * sure, true);
    const helpers = helpersOf(head, reading, lexicon);
    const share = hasSubject && isAside(head, lexicon) ? weights.aside : 1;
    for (const one of helpers) addWho(one, (share * sure) / helpers.length);
    for (const [at, theme] of (concept?.themes ?? []).entries()) {
      note(touched, theme, sure / (at + 1));
      if (helpers.length === 0) note(helped, theme, sure / (at + 1));
    }
    for (const name of concept?.functions ?? []) add(functionLexeme(name), weights.does * sure, false);
  }
  // A story whose subject nobody has a word for still leads to somebody who finds it out.
  const isStory = said.length > 1 && said.some(isKnown);
  if (isStory && !saysMore && recognised.length === 0) addWho(lexicon.otherwise, weights.otherwise);
  const most = Math.max(1, ...touched.values());
  const themes = new Map(
    [...touched]
      .map(([theme, touched]): [string, number] => [theme, touched / most])
      .filter(([, share]) => share >= leastShare)
      .sort(([, a], [, b]) => b - a),
  );
  for (const [theme, share] of themes) {
    add(themeLexeme(theme), weights.theme * share, true);
    const helpers = lexicon.helpers.get(theme);
    addWho(helpers?.who ?? new Map(), Math.min(1, (helped.get(theme) ?? 0) / most));
    for (const name of helpers?.does ?? []) add(functionLexeme(name), weights.kind * share, false);
  }
  for (const [head, sure] of who) if (sure > 0) add(conceptLexeme(head), weights.who * sure, true);
  // Somebody who helps to find out what is going on is worth more than a page to read.
  add(functionLexeme("vraagverheldering"), weights.listens, false);
  return {
    terms: new Map([...terms].sort(([, a], [, b]) => b.weight - a.weight).slice(0, mostTerms)),
    themes,
    local: lexicon.local.map(conceptLexeme),
    unknown: said.filter((word) => !isKnown(word)).map(({ text }) => text),
    isUnderstood: said.some(isKnown),
    isParticular: [...reading.concepts.keys()].some((head) => !isWeakHead(head)),
  };
}

/**
 * The same for whoever was shown nothing: every word counts, also one that says little ("hulp", "informatie"), and who helps
 * to find out what is going on comes with it. Undefined when nothing was understood at all.
 */
export function widened({ terms, isUnderstood, ...query }: Query, lexicon: Lexicon): Query | undefined {
  if (!isUnderstood) return undefined;
  const anything = queryOf("", lexicon, [anythingElse]);
  const all = [...anything.terms, ...terms].map(([lexeme, { weight }]): [string, Term] => [
    lexeme,
    { weight, finds: true },
  ]);
  return { ...query, isUnderstood, terms: new Map(all) };
}
const anythingElse = "iets-anders";

/** At most so many at once: a list under a box must be read at a glance. */
const mostCompletions = 8;
const shortestTyped = 2;

/**
 * What somebody may be about to type, after the words that stand there already: what is called so first, then what people
 * say; the shorter before the longer. Never a word that only programs use.
 */
export function completionsOf(typed: string, names: readonly string[], sayings: readonly string[]): string[] {
  const begun = plain(typed);
  if (begun.length < shortestTyped) return [];
  const fitting = (texts: readonly string[]) =>
    texts
      .map((text) => ({ text, plain: plain(text) }))
      .filter(({ plain }) => plain.startsWith(begun) || plain.includes(` ${begun}`))
      .sort(
        (a, b) =>
          Number(b.plain.startsWith(begun)) - Number(a.plain.startsWith(begun)) ||
          a.plain.length - b.plain.length ||
          (a.plain < b.plain ? -1 : 1),
      )
      .slice(0, mostCompletions)
      .map(({ text }) => text);
  const found = [...fitting(names).slice(0, mostCompletions / 2), ...fitting(sayings)];
  return found
    .filter((text, at) => found.findIndex((other) => plain(other) === plain(text)) === at)
    .slice(0, mostCompletions);
}
