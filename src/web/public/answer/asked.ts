import type { Context } from "hono";
import {
  findTheme,
  type HelpFilter,
  listThemes,
  readUrgencies,
  type Theme,
  themesIn,
  type UrgencyKind,
  urgenciesIn,
} from "../../../modules/directory/index.ts";
import { clean } from "../../form.ts";
import { publicPath, withQuery } from "../../place.ts";
import type { Env } from "../../surroundings.ts";

const searchLimit = 60;
const lastPage = 500;

/** As they stand in the address, and what each leaves. */
export const filters = {
  gratis: "free",
  onafhankelijk: "independent",
  inloop: "walkIn",
  open: "openNow",
  avond: "evening",
  zonderdigid: "withoutDigid",
} as const satisfies Record<string, HelpFilter>;
export type Filter = keyof typeof filters;
export const filterNames = [
  "gratis",
  "onafhankelijk",
  "inloop",
  "open",
  "avond",
  "zonderdigid",
] as const satisfies Filter[];

/** What somebody wants help with, and how they told us; the page and the filters stand in every address. */
export type Asked = {
  themes: Theme[];
  /** What of it cannot wait, gravest first. */
  urgent: UrgencyKind[];
  words: string | undefined;
  /** What to search with: their words, without what is about life itself; a story is never shown again. */
  search: string | undefined;
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
  const told = recognise(word);
  return {
    themes: theme === undefined ? told.themes : [theme],
    urgent: told.urgent,
    words: word === "" ? undefined : word,
    search: word === "" ? undefined : told.rest,
    how: theme !== undefined ? "theme" : word !== "" ? "word" : "all",
    ...readView(c),
  };
}

/** A story: it is searched with as a typed word is, and stands nowhere on the page. */
export function askedInOwnWords(c: Context<Env>, words: string): Asked {
  const { themes, urgent, rest } = recognise(words);
  return { themes, urgent, words: undefined, search: rest, how: "own-words", ...readView(c) };
}

export function recognise(words: string): Pick<Asked, "themes" | "urgent"> & { rest: string } {
  const { kinds, rest } = urgenciesIn(words, readUrgencies());
  return { themes: themesIn(rest, listThemes()), urgent: kinds, rest };
}

function readView(c: Context<Env>): Pick<Asked, "page" | "filters"> {
  const chosen = c.req.queries("alleen") ?? [];
  return {
    page: Math.max(1, Math.min(lastPage, Number.parseInt(c.req.query("pagina") ?? "1", 10) || 1)),
    filters: filterNames.filter((filter) => chosen.includes(filter)),
  };
}

/** Where the answer stands, and what of the question is in its address: of own words nothing is. */
export const addressOf = (c: Context<Env>, { how }: Asked) =>
  how === "own-words"
    ? { path: publicPath(c.var.place, "hulp/antwoord"), query: {} }
    : { path: publicPath(c.var.place, "hulp"), query: { thema: c.req.query("thema"), zoek: c.req.query("zoek") } };

/** The same question at another page or with other filters. */
export function askedAt(c: Context<Env>, asked: Asked, at: { page?: number; filters: Filter[] }): string {
  const { path, query } = addressOf(c, asked);
  return withQuery(path, {
    ...query,
    alleen: at.filters,
    pagina: at.page === undefined ? undefined : String(at.page),
  });
}
