import type { Context } from "hono";
import { findTheme, type HelpFilter, listThemes, type Theme, themesIn } from "../../../modules/directory/index.ts";
import { clean } from "../../form.ts";
import { publicPath, withQuery } from "../../place.ts";
import type { Env } from "../../surroundings.ts";

/** Enough for a story; what is longer is told in person. */
export const wordsLimit = 4_000;
const searchLimit = 60;
const lastPage = 500;

/** As they stand in the address, and what each leaves. */
export const filters = {
  gratis: "free",
  onafhankelijk: "independent",
  inloop: "walkIn",
  open: "openNow",
} as const satisfies Record<string, HelpFilter>;
export type Filter = keyof typeof filters;
export const filterNames = ["gratis", "onafhankelijk", "inloop", "open"] as const satisfies Filter[];

/** What somebody wants help with, and how they told us. */
export type Asked = {
  themes: Theme[];
  words: string | undefined;
  how: "own-words" | "theme" | "word" | "all";
  page: number;
  filters: Filter[];
};

/** A life event or a search word, a page and filters: all of it stands in the address. */
export function readAsked(c: Context<Env>): Asked {
  const theme = findTheme(c.req.query("thema") ?? "");
  const word = clean(c.req.query("zoek") ?? "")
    .trim()
    .slice(0, searchLimit);
  const chosen = c.req.queries("alleen") ?? [];
  return {
    themes: theme === undefined ? themesIn(word, listThemes()) : [theme],
    words: word === "" ? undefined : word,
    how: theme !== undefined ? "theme" : word !== "" ? "word" : "all",
    page: Math.max(1, Math.min(lastPage, Number.parseInt(c.req.query("pagina") ?? "1", 10) || 1)),
    filters: filterNames.filter((filter) => chosen.includes(filter)),
  };
}

/** A story: its themes are recognised, the words themselves go no further. */
export function askedInOwnWords(words: string): Asked {
  const how = words === "" ? "all" : "own-words";
  return { themes: themesIn(words, listThemes()), words: undefined, how, page: 1, filters: [] };
}

/** The same question at another page or with other filters. */
export const askedAt = (c: Context<Env>, at: { page?: number; filters: Filter[] }): string =>
  withQuery(publicPath(c.var.place, "hulp"), {
    thema: c.req.query("thema"),
    zoek: c.req.query("zoek"),
    alleen: at.filters,
    pagina: at.page === undefined ? undefined : String(at.page),
  });
