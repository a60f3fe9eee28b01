import type { Context } from "hono";
import { type Day, dayOf } from "../../../kernel/day.ts";
import {
  areaOf,
  findTheme,
  type HelpFilter,
  listThemes,
  readUrgencies,
  type Theme,
  themesIn,
  type UrgencyKind,
  urgenciesIn,
} from "../../../modules/directory/index.ts";
import { type RecognisedIssue, type RecognisedNeed, recognise, themeOf } from "../../../modules/recognition/index.ts";
import { clean } from "../../form.ts";
import { publicPath, withQuery } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { postcodeOf } from "../choose/page.tsx";

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

export const distances = [5, 10, 25] as const;
type Distance = (typeof distances)[number];

/** What somebody wants help with, and how they told us; the page and the filters stand in every address. */
export type Asked = {
  themes: Theme[];
  /** What of it cannot wait, gravest first. */
  urgent: UrgencyKind[];
  words: string | undefined;
  /** What to search with: their words, without what is about life itself; a story is never shown again. */
  search: string | undefined;
  how: "own-words" | "theme" | "word" | "all";
  /** What may be going on in a story, and what somebody needs besides; nothing of anything shorter. */
  story: { issues: RecognisedIssue[]; needs: RecognisedNeed[] };
  page: number;
} & Narrowing;

const noStory: Asked["story"] = { issues: [], needs: [] };

/** What is left out of the list. */
export type Narrowing = {
  filters: Filter[];
  /** A code of ISO 639: help in this language, or with somebody who interprets. */
  helpLanguage: string | undefined;
  /** Kilometres from the postcode that was given. */
  within: Distance | undefined;
};
export const nothingNarrowed: Narrowing = { filters: [], helpLanguage: undefined, within: undefined };
export const isNarrowed = ({ filters, helpLanguage, within }: Narrowing): boolean =>
  filters.length > 0 || helpLanguage !== undefined || within !== undefined;

/** A life event or a search word, a page and filters: all of it stands in the address. */
export function readAsked(c: Context<Env>): Asked {
  const theme = findTheme(c.req.query("thema") ?? "");
  const word = clean(c.req.query("zoek") ?? "")
    .trim()
    .slice(0, searchLimit);
  const told = readWord(word, dayOf(c.var.ctx.now));
  return {
    themes: theme === undefined ? told.themes : [theme],
    urgent: told.urgent,
    words: word === "" ? undefined : word,
    search: word === "" ? undefined : told.rest,
    how: theme !== undefined ? "theme" : word !== "" ? "word" : "all",
    story: noStory,
    ...readView(c),
  };
}

/** A story: it is searched with as a typed word is, and stands nowhere on the page but for the few words that say why. */
export function askedInOwnWords(c: Context<Env>, words: string): Asked {
  const { themes, urgent, rest, story } = readStory(words, dayOf(c.var.ctx.now));
  return { themes, urgent, words: undefined, search: rest, how: "own-words", story, ...readView(c) };
}

/** A word or two in an address: what it means stands in our lists of words. */
function readWord(words: string, today: Day): Pick<Asked, "themes" | "urgent"> & { rest: string } {
  const { kinds, rest } = urgenciesIn(words, readUrgencies(), today);
  return { themes: themesIn(rest, listThemes()), urgent: kinds, rest };
}

/** Likely enough to be told to whoever wrote it. */
const likely = 0.35;
const mostIssues = 3;
/** A letter of the authorities starts a term, whatever it is about. */
const letter = "brief-van-de-gemeente";

/** What may be going on in what somebody told; their words themselves say it where recognition knows nothing. */
export function readStory(words: string, today: Day): Pick<Asked, "themes" | "urgent" | "story"> & { rest: string } {
  const { themes: named, urgent, rest } = readWord(words, today);
  const { issues, needs, isUnsure } = recognise(rest);
  const legal = isUnsure
    ? []
    : issues.filter(({ code, chance }) => chance >= likely && code !== "geen-juridisch").slice(0, mostIssues);
  const told = legal.map(({ code }) => themeOf(code));
  const themes = told.flatMap((slug) => findTheme(slug) ?? []);
  const terms = named.filter(({ slug }) => slug === letter && !told.includes(letter));
  // A social question stays one, also when a word of it belongs to a life event ("sinds mijn vrouw dood is").
  const isSocial = !isUnsure && issues[0]?.code === "geen-juridisch" && needs.length > 0;
  return {
    themes: themes.length > 0 || isSocial ? [...terms, ...themes] : named,
    urgent,
    rest,
    story: { issues: legal, needs: isUnsure ? [] : needs },
  };
}

/** Without a postcode that we can place there is no distance to hold anything against. */
export function knowsDistances(c: Context<Env>): boolean {
  const pc4 = postcodeOf(c);
  return pc4 !== undefined && areaOf(pc4, c.var.tenants.areas) !== undefined;
}

function readView(c: Context<Env>): Pick<Asked, "page"> & Narrowing {
  const chosen = c.req.queries("alleen") ?? [];
  const code = c.req.query("hulptaal") ?? "";
  const within = distances.find((distance) => String(distance) === c.req.query("afstand"));
  return {
    helpLanguage: /^[a-z]{2,3}$/.test(code) ? code : undefined,
    within: knowsDistances(c) ? within : undefined,
    page: Math.max(1, Math.min(lastPage, Number.parseInt(c.req.query("pagina") ?? "1", 10) || 1)),
    filters: filterNames.filter((filter) => chosen.includes(filter)),
  };
}

/** Where the answer stands, and what of the question is in its address: of own words nothing is. */
export function addressOf(c: Context<Env>, { how }: Asked) {
  const postcode = c.req.query("postcode");
  return how === "own-words"
    ? { path: publicPath(c.var.place, "hulp/antwoord"), query: { postcode } }
    : {
        path: publicPath(c.var.place, "hulp"),
        query: { thema: c.req.query("thema"), zoek: c.req.query("zoek"), postcode },
      };
}

/** The same question at another page or with other filters. */
export function askedAt(c: Context<Env>, asked: Asked, at: Narrowing & { page?: number | undefined }): string {
  const { path, query } = addressOf(c, asked);
  return withQuery(path, {
    ...query,
    alleen: at.filters,
    hulptaal: at.helpLanguage,
    afstand: at.within === undefined ? undefined : String(at.within),
    pagina: at.page === undefined || at.page === 1 ? undefined : String(at.page),
  });
}
