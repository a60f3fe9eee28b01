import type { Language } from "../../../kernel/language.ts";
import type { Paragraph, Theme } from "../theme.ts";
import { inLanguage, stateOf, type Words } from "../words.ts";

/*
 * The texts of a region and of a municipality, laid over a national theme paragraph by paragraph. What is nearest to the
 * resident holds: the municipality, then its region, then the country.
 */

/** What a place tells that no national paragraph has room for, such as local rules: it stands at the end. */
export const ownParagraph = "eigen";

/** In signs, for each language. The longest national paragraph has some 600; the database holds the same number. */
export const paragraphLimit = 4000;

/** What this municipality or region tells in this paragraph. Without a word of Dutch it was taken away. */
export type LocalText = {
  municipalityId: string;
  theme: string;
  paragraph: string;
  words: Words;
  /** Counts its changes; whoever saves says which they had before them. */
  version: number;
};

const tells = ({ words }: Pick<LocalText, "words">): boolean => words.nl !== "";

/** The text of this paragraph that is nearest. @param chain the municipality, its region, the country. */
const nearest = (texts: readonly LocalText[], chain: readonly string[], paragraph: string): LocalText | undefined =>
  chain
    .flatMap((id) => texts.filter((text) => text.municipalityId === id && text.paragraph === paragraph && tells(text)))
    .at(0);

export type LaidParagraph = {
  id: string;
  /** Undefined for what a place adds of its own: the page names it after the place. */
  title: string | undefined;
  markdown: string;
  /** The Dutch stands in where nobody has translated yet. */
  lang: Language;
  /** The Dutch was changed after this translation. */
  isOutdated: boolean;
  /** Whose words these are; undefined: the national ones. */
  from: string | undefined;
};

/** A theme as it is read here. A text whose paragraph the theme no longer has is not shown, and not lost. */
export function layOver(
  theme: Theme,
  texts: readonly LocalText[],
  { chain, language }: { chain: readonly string[]; language: Language },
): LaidParagraph[] {
  const laid = (id: string, title: string | undefined, { words, municipalityId }: LocalText): LaidParagraph => {
    const { text, lang } = inLanguage(words, language);
    const isOutdated = language !== "nl" && lang === language && stateOf(words, language) === "outdated";
    return { id, title, markdown: text, lang, isOutdated, from: municipalityId };
  };
  const own = nearest(texts, chain, ownParagraph);
  return [
    ...theme.text[language].paragraphs.map(({ id, title, markdown }): LaidParagraph => {
      const text = nearest(texts, chain, id);
      return text === undefined
        ? { id, title, markdown, lang: language, isOutdated: false, from: undefined }
        : laid(id, title, text);
    }),
    ...(own === undefined ? [] : [laid(ownParagraph, undefined, own)]),
  ];
}

/** A paragraph as its editor sees it: all that is told there, nearest first. */
export type KeptParagraph = {
  id: string;
  /** Undefined for what a place adds of its own. */
  national: { title: Record<Language, string>; markdown: Record<Language, string> } | undefined;
  /** Of this municipality or region itself, also when it was taken away: then without words. */
  own: LocalText | undefined;
  /** Of the region, when a municipality asks. */
  above: LocalText | undefined;
  /** The text that holds here; undefined: the national one, or none. */
  holds: LocalText | undefined;
};

export type KeptTheme = {
  slug: string;
  /** Undefined: there is no such theme any more, and all of it vanished. */
  theme: Theme | undefined;
  paragraphs: KeptParagraph[];
  /** Texts of one's own that stand nowhere any more: the national text lost their paragraph. */
  vanished: LocalText[];
};

const bothOf = (theme: Theme, pick: (paragraph: Paragraph) => string, id: string): Record<Language, string> => {
  const of = (language: Language) => theme.text[language].paragraphs.find((paragraph) => paragraph.id === id);
  const said = (paragraph: Paragraph | undefined) => (paragraph === undefined ? "" : pick(paragraph));
  return { nl: said(of("nl")), en: said(of("en")) };
};

/** The ids of the paragraphs that can be told of here. */
export const paragraphsOf = (theme: Theme | undefined): string[] =>
  theme === undefined ? [] : [...theme.text.nl.paragraphs.map(({ id }) => id), ownParagraph];

/** A theme as whoever keeps the texts of the first of the chain sees it. */
export function keptTheme(
  { slug, theme }: { slug: string; theme: Theme | undefined },
  texts: readonly LocalText[],
  chain: readonly string[],
): KeptTheme {
  const [here, ...further] = chain;
  const ofTheme = texts.filter((text) => text.theme === slug);
  const own = ofTheme.filter(({ municipalityId }) => municipalityId === here);
  const ids = paragraphsOf(theme);
  return {
    slug,
    theme,
    paragraphs: ids.map(
      (id): KeptParagraph => ({
        id,
        national:
          theme === undefined || id === ownParagraph
            ? undefined
            : {
                title: bothOf(theme, ({ title }) => title, id),
                markdown: bothOf(theme, ({ markdown }) => markdown, id),
              },
        own: own.find(({ paragraph }) => paragraph === id),
        above: nearest(ofTheme, further, id),
        holds: nearest(ofTheme, chain, id),
      }),
    ),
    vanished: own.filter((text) => tells(text) && !ids.includes(text.paragraph)),
  };
}

/** Every theme there is, and those that are gone but of which something was told. */
export function keptThemes(
  themes: readonly Theme[],
  texts: readonly LocalText[],
  chain: readonly string[],
): KeptTheme[] {
  const there = themes.map((theme) => ({ slug: theme.slug, theme }));
  const told = texts.filter((text) => text.municipalityId === chain[0] && tells(text)).map(({ theme }) => theme);
  const gone = [...new Set(told)].filter((slug) => !themes.some((theme) => theme.slug === slug));
  return [...there, ...gone.map((slug) => ({ slug, theme: undefined }))].map((one) => keptTheme(one, texts, chain));
}
