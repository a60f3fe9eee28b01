import { parse } from "yaml";
import { z } from "zod";
import type { Day } from "../../kernel/day.ts";
import { namesNearDay } from "./near-day.ts";

/*
 * The safety net under own words: what must come first, whatever else somebody wrote. A phrase is recognised as it
 * stands in content/cannot-wait.yaml; it is no understanding, and is not meant to be.
 */

/** Gravest first. */
export const urgencyKinds = ["life", "violence", "custody", "home", "needs", "term"] as const;
export type UrgencyKind = (typeof urgencyKinds)[number];

const urgentNumbers = ["emergency", "suicide-prevention", "safe-at-home"] as const;
type UrgentNumberId = (typeof urgentNumbers)[number];

const UrgentNumber = z.strictObject({
  id: z.enum(urgentNumbers),
  number: z.string(),
  name: z.string(),
  website: z.string().optional(),
  source: z.url({ protocol: /^https$/ }),
  checked: z.string().or(z.date().transform((date) => date.toISOString().slice(0, 10))),
});
export type UrgentNumber = z.infer<typeof UrgentNumber>;

const Words = z.array(z.string());
const File = z.strictObject({
  numbers: z.array(UrgentNumber),
  "said-often": Words,
  sets: z.record(z.string(), Words),
  kinds: z.array(z.strictObject({ id: z.enum(urgencyKinds), phrases: Words })),
});

type Token =
  | { what: "word"; words: ReadonlySet<string>; beginnings: string[] }
  | { what: "others" }
  | { what: "begin" }
  | { what: "end" }
  | { what: "notNext"; words: ReadonlySet<string> };

/** Whom to call day and night, by what cannot wait; for anything else that is the desk of the municipality. */
const numbersOf: Record<UrgencyKind, readonly UrgentNumberId[]> = {
  life: ["emergency", "suicide-prevention"],
  violence: ["emergency", "safe-at-home"],
  custody: [],
  home: [],
  needs: [],
  term: [],
};
export const numbersFor = (kind: UrgencyKind, { numbers }: Urgencies): UrgentNumber[] =>
  numbersOf[kind].map((id) => numbers[id]);

/** What is recognised, and the numbers it leads to. */
export type Urgencies = {
  saidOften: ReadonlySet<string>;
  kinds: { kind: UrgencyKind; phrases: Token[][] }[];
  numbers: Record<UrgentNumberId, UrgentNumber>;
};

export function parseUrgencies(file: string): Urgencies {
  const { numbers, sets, kinds, ...rest } = File.parse(parse(file));
  const saidOften = new Set(rest["said-often"]);
  const byId = new Map(numbers.map((number) => [number.id, number]));
  const numberOf = (id: UrgentNumberId): UrgentNumber => {
    const number = byId.get(id);
    if (number === undefined) throw new Error(`The number "${id}" is missing.`);
    return number;
  };
  const readToken = (part: string): Token => {
    if (part === "...") return { what: "others" };
    if (part === "^") return { what: "begin" };
    if (part === "$") return { what: "end" };
    if (part.startsWith("!")) return { what: "notNext", words: new Set(part.slice(1).split("|")) };
    const set = /^<(.+)>$/.exec(part)?.[1];
    const words = set === undefined ? part.split("|") : sets[set];
    if (words === undefined) throw new Error(`There is no set "${set}".`);
    const ignored = words.find((word) => saidOften.has(word));
    if (ignored !== undefined) throw new Error(`"${ignored}" is never read: it is said too often.`);
    return {
      what: "word",
      words: new Set(words.filter((word) => !word.endsWith("*"))),
      beginnings: words.flatMap((word) => (word.endsWith("*") ? [word.slice(0, -1)] : [])),
    };
  };
  return {
    saidOften,
    kinds: kinds.map(({ id, phrases }) => ({ kind: id, phrases: phrases.map((it) => it.split(" ").map(readToken)) })),
    numbers: {
      emergency: numberOf("emergency"),
      "suicide-prevention": numberOf("suicide-prevention"),
      "safe-at-home": numberOf("safe-at-home"),
    },
  };
}

/** A word of the text, or the end of a sentence; `from` and `until` say where it stands. */
type Said = { word: string; from: number; until: number; ends: boolean };

const mostOthers = 4;

function wordsOf(text: string, saidOften: ReadonlySet<string>): Said[] {
  const found = [...text.matchAll(/[\p{Letter}\p{Number}]+|[.?!\n]+/gu)];
  return found
    .map((match, at) => ({
      word: match[0],
      from: match.index,
      until: match.index + match[0].length,
      ends: at === found.length - 1 || /^[.?!\n]/.test(found[at + 1]?.[0] ?? ""),
    }))
    .filter(({ word }) => !/^[.?!\n]/.test(word) && !saidOften.has(word));
}

/** Where the phrase ends when it begins at this word (the word after its last); undefined when it does not stand here. */
function endOf(phrase: readonly Token[], said: readonly Said[], at: number): number | undefined {
  const [token, ...rest] = phrase;
  if (token === undefined) return at;
  const here = said[at];
  switch (token.what) {
    case "word": {
      if (here === undefined) return undefined;
      const fits = token.words.has(here.word) || token.beginnings.some((beginning) => here.word.startsWith(beginning));
      return fits ? endOf(rest, said, at + 1) : undefined;
    }
    case "others":
      for (let skipped = 0; skipped <= mostOthers; skipped++) {
        // What stands in the next sentence is another thing: "We kunnen niet leven. Mijn fiets stond op straat."
        if (said[at + skipped - 1]?.ends === true && rest[0]?.what !== "end") return undefined;
        const end = endOf(rest, said, at + skipped);
        if (end !== undefined) return end;
      }
      return undefined;
    case "begin":
      return at === 0 ? endOf(rest, said, at) : undefined;
    case "end":
      return here === undefined || said[at - 1]?.ends === true ? endOf(rest, said, at) : undefined;
    case "notNext":
      return here !== undefined && said[at - 1]?.ends !== true && token.words.has(here.word)
        ? undefined
        : endOf(rest, said, at);
  }
}

/**
 * What cannot wait in what somebody wrote, gravest first. `rest`: their words without those about life and death, which
 * say nothing of a life event ("ik wil dood" is no inheritance).
 */
export function urgenciesIn(words: string, urgencies: Urgencies, today: Day): { kinds: UrgencyKind[]; rest: string } {
  const text = words
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "");
  const said = wordsOf(text, urgencies.saidOften);
  const spans = urgencies.kinds.flatMap(({ kind, phrases }) =>
    phrases.flatMap((phrase) =>
      said.flatMap((first, at) => {
        const last = said[(endOf(phrase, said, at) ?? 0) - 1];
        return last === undefined ? [] : [{ kind, from: first.from, until: last.until }];
      }),
    ),
  );
  const hasNearDay = namesNearDay(text, today);
  const kinds = urgencyKinds.filter(
    (kind) => spans.some((span) => span.kind === kind) || (kind === "term" && hasNearDay),
  );
  const rest = spans
    .filter((span) => span.kind === "life")
    .reduce((left, { from, until }) => left.slice(0, from) + " ".repeat(until - from) + left.slice(until), text);
  return { kinds, rest: kinds.includes("life") ? rest : words };
}
