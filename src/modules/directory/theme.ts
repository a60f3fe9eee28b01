import { parse } from "yaml";
import { z } from "zod";
import type { Language, Translated } from "../../kernel/language.ts";

/** The front matter of a theme: content/README.md tells what each is for. */
const FrontMatter = z.object({
  slug: z.string(),
  title: z.string(),
  tile: z.string(),
  order: z.number(),
  sensitive: z.boolean(),
  issues: z.array(z.string()),
  words: z.array(z.string()),
  related: z.array(z.string()),
  checked: z.string().or(z.date().transform((date) => date.toISOString().slice(0, 10))),
});

/** A paragraph that a region or municipality may replace by its id. */
export type Paragraph = { id: string; title: string; markdown: string };
/** `words`: small letters without accents or signs, as what somebody wrote is compared with them. */
type ThemeText = { title: string; tile: string; paragraphs: Paragraph[]; words: string[] };

/** A life event as people name it, with what to do now and later. */
export type Theme = {
  slug: string;
  order: number;
  /** True: shows the way to leave this site quickly. */
  sensitive: boolean;
  issues: string[];
  related: string[];
  checked: string;
  text: Translated<ThemeText>;
};

type ParsedTheme = Omit<Theme, "text"> & { text: ThemeText };

/** One file of content/themes: front matter between lines of ---, then paragraphs under ## with an id comment. */
export function parseTheme(file: string): ParsedTheme {
  const [, front = "", body = ""] = file.split(/^---\s*$/m);
  const { title, tile, words, ...rest } = FrontMatter.parse(parse(front));
  const paragraphs = body
    .split(/^## /m)
    .slice(1)
    .map((part): Paragraph => {
      const [heading = "", ...lines] = part.split("\n");
      const markdown = lines.join("\n");
      const id = /<!--\s*id:\s*([a-z-]+)\s*-->/.exec(markdown)?.[1];
      if (id === undefined) throw new Error(`The paragraph "${heading}" of theme ${rest.slug} has no id.`);
      return { id, title: heading.trim(), markdown: markdown.replace(/<!--.*?-->/g, "").trim() };
    });
  return { ...rest, text: { title, tile, words: words.map(plain).filter((word) => word !== ""), paragraphs } };
}

/** The themes that recognition codes belong to: help is attached to themes by this rule. */
export const themesForIssues = (themes: Theme[], codes: string[]): string[] =>
  themes.filter((theme) => theme.issues.some((issue) => codes.includes(issue))).map((theme) => theme.slug);

const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .replace(/[^\p{Letter}\p{Number}]+/gu, " ")
    .trim();

/** Words this short are only counted when they stand alone, longer ones also inside a compound ("huurschuld"). */
const compoundFrom = 5;

/** How many of a theme's own words occur in what somebody wrote. */
function score(theme: Theme, text: string, languages: readonly Language[]): number {
  const padded = ` ${text} `;
  return languages
    .flatMap((language) => theme.text[language].words)
    .filter((word, at, all) => all.indexOf(word) === at)
    .filter((word) => padded.includes(` ${word} `) || (word.length >= compoundFrom && padded.includes(word)))
    .reduce((sum, word) => sum + (word.includes(" ") ? 3 : word.length >= compoundFrom ? 2 : 1), 0);
}

/** At most this many themes at once: more is not an answer. */
const mostThemes = 3;

/**
 * The themes that somebody's own words touch, best first; [] when none is recognised. Counts words of the
 * themes: real recognition is a later module of its own.
 */
export function themesIn(words: string, themes: Theme[]): Theme[] {
  const text = plain(words);
  if (text === "") return [];
  return themes
    .map((theme) => ({ theme, score: score(theme, text, ["nl", "en"]) }))
    .filter((entry) => entry.score > 0)
    .sort((a, b) => b.score - a.score || a.theme.order - b.theme.order)
    .slice(0, mostThemes)
    .map((entry) => entry.theme);
}
