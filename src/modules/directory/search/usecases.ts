import { createHash } from "node:crypto";
import { as, type Ctx, type Inside, inTransaction, reading } from "../../../kernel/context.ts";
import type { Service, ServiceContent } from "../service.ts";
import * as directory from "../store.ts";
import { type Searchable, vectorOf } from "./document.ts";
import { wordsOf } from "./dutch.ts";
import { type Lexicon, parseLexicon, read } from "./lexicon.ts";
import { completionsOf, type Query, queryOf, widened } from "./query.ts";
import * as store from "./store.ts";
import { mayBeMistake, nearestTo } from "./typo.ts";

/** Raise it when the code of the analysis changes what is kept of a service; a change of content is noticed by itself. */
const analysis = 3;

type Content = { lexicon: Lexicon; version: string };

/** What the search knows, read from content/search once, at the first question. */
const content: () => Content = (() => {
  const kept: { content?: Content } = {};
  return () => {
    kept.content ??= readContent();
    return kept.content;
  };
})();

function readContent(): Content {
  const words = store.readContent("woorden");
  const synonyms = store.readContent("synoniemen");
  const ofThemes = directory.readThemes().flatMap(({ text }) => [...text.nl.words, ...text.en.words]);
  return {
    lexicon: parseLexicon(words, synonyms, ofThemes),
    version: `${analysis}-${createHash("sha256").update(words).update(synonyms).digest("hex").slice(0, 16)}`,
  };
}

/** What is kept of a service to find it by: to be written whenever its words, themes or kinds of help change. */
export const searchVector = (searchable: Searchable): string => vectorOf(searchable, content().lexicon);

/** A word of a text; those that say nothing by themselves ("de", "en") are filler. */
export type ReadWord = { text: string; stem: string; isFiller: boolean };
/** Something that our content has words for, how surely the text speaks of it, where, and the life events it points to. */
export type ReadConcept = { head: string; sure: number; from: number; until: number; themes: string[] };

/** What the words of content/search say of a text. */
export function readStatement(text: string): { words: ReadWord[]; concepts: ReadConcept[] } {
  const { lexicon } = content();
  const { words, concepts, places } = read(text, lexicon);
  return {
    words,
    concepts: [...concepts].map(([head, sure]) => ({
      head,
      sure,
      ...(places.get(head) ?? { from: 0, until: words.length }),
      themes: lexicon.concepts.get(head)?.themes ?? [],
    })),
  };
}

/** Changes with content/search and with how it is read. */
export const readingVersion = (): string => content().version;

/** Who works along with an organisation stands in its name, and is not whom one finds there: "Incluzio met Juridisch Loket". */
const beforePartners = /\s+(?:met|i\.?s\.?m\.?|in samenwerking met)\s+|\s*[,/(]\s*/;

/** Its words, old names and what professionals read of it; drafts of translations too, for nobody sees a search vector. */
export const searchableOf = (service: Pick<Service, keyof ServiceContent | "organisation">): Searchable => {
  const said = (...words: { nl: string; en?: string | undefined }[]) =>
    words.flatMap(({ nl, en }) => [nl, en ?? ""]).filter((text) => text !== "");
  const [organisation = "", ...partners] = service.organisation.name.split(beforePartners);
  return {
    names: [...said(service.name), organisation, ...service.otherNames],
    sentences: [...said(service.sentence), ...partners],
    details: said(
      ...[service.audience, service.eligibility, service.toBring, service.result],
      ...[service.howToAsk, service.professional],
    ),
    themes: service.themes,
    functions: service.functions,
  };
};

/** More than this of one question is looked up for mistakes in vain: the rest is long enough to find help by. */
const mostLookedUp = 6;

/**
 * What somebody typed, to search with. A word that stands neither in our content nor in what is offered here is read as the
 * nearest that does.
 * @param recognised life events found in the words in another way
 */
export async function readQuery(
  ctx: Inside,
  { chain, words, recognised }: { chain: string[]; words: string; recognised: (words: string) => string[] },
): Promise<Query> {
  const { lexicon } = content();
  const query = queryOf(words, lexicon, recognised(words));
  const unknown = query.unknown.filter(mayBeMistake).slice(0, mostLookedUp);
  const stems = unknown.map(lexicon.stem);
  const there = unknown.length === 0 ? [] : await store.listWritten(ctx.db, chain, stems);
  const strange = unknown.filter((word) => !there.includes(lexicon.stem(word)));
  if (strange.length === 0) return query;
  const meant = new Map(strange.map((word) => [word, nearestTo(word, lexicon.written, query.isParticular)]));
  // Names are only looked through when there is nothing else to go by: all words of a large municipality take a while.
  if (!query.isParticular && [...meant.values()].includes(undefined)) {
    const offered = await store.listLexemes(ctx.db, chain);
    for (const [word, found] of meant) meant.set(word, found ?? nearestTo(lexicon.stem(word), offered, false));
  }
  const mended = wordsOf(words)
    .map((word) => meant.get(word) ?? word)
    .join(" ");
  return queryOf(mended, lexicon, recognised(mended));
}

/** For whoever was shown nothing by it; undefined when there is nothing to go by. */
export const widenedQuery = (query: Query): Query | undefined => widened(query, content().lexicon);

/** So many names are looked at; the shortest of them are shown. */
const mostNames = 50;

/** What somebody may be about to type: names of what is offered here, and what people say. */
export function completions(
  ctx: Ctx | Inside,
  { chain, typed }: { chain: string[]; typed: string },
): Promise<string[]> {
  return reading(ctx, async (ctx) => {
    const begun = typed.trim().toLowerCase();
    const names = begun.length < 2 ? [] : await store.listNames(ctx.db, chain, begun, mostNames);
    return completionsOf(typed, names, content().lexicon.sayings);
  });
}

/** So many services are read and written at a time. */
const batch = 500;

/**
 * Makes the index anew when it was made by another analysis or with other content, in one transaction: until it is done
 * the old one answers. Many processes at once: the first does it, the others wait and see that it is done.
 * @returns how many services it held; undefined when nothing had to be done.
 */
export function reindex(ctx: Ctx): Promise<number | undefined> {
  return inTransaction(as(ctx, { kind: "system", purpose: "editing" }), async (ctx) => {
    const { version } = content();
    if ((await store.lockVersion(ctx.db)) === version) return undefined;
    const place = { after: { municipalityId: "", id: "00000000-0000-0000-0000-000000000000" }, count: 0 };
    for (;;) {
      const services = await directory.listEveryService(ctx.db, place.after, batch);
      const last = services.at(-1);
      if (last === undefined) break;
      await store.replaceVectors(
        ctx.db,
        services.map((service) => ({
          municipalityId: service.municipalityId,
          id: service.id,
          vector: searchVector(searchableOf(service)),
        })),
      );
      place.after = last;
      place.count += services.length;
    }
    await store.setVersion(ctx.db, version);
    return place.count;
  });
}
