import { isLanguage, type Language } from "../kernel/language.ts";
import type { Municipality, SwitchableModule } from "../modules/access/index.ts";
import type { Place } from "./surroundings.ts";

/** `/rtl/…` shows the Dutch site mirrored: a proof that right-to-left languages will fit. Not in production. */
export const mirrorPrefix = "rtl";

/** The first part of an address when it names a language, and the rest. Dutch has no prefix. */
export function splitLanguage(path: string): { language: Language; mirrored: boolean; rest: string } {
  const [, first = ""] = path.split("/", 2);
  const rest = path.slice(first.length + 1) || "/";
  if (first === mirrorPrefix) return { language: "nl", mirrored: true, rest };
  if (first !== "nl" && isLanguage(first)) return { language: first, mirrored: false, rest };
  return { language: "nl", mirrored: false, rest: path };
}

/** The same address in another language. */
export const inLanguagePath = (path: string, language: Language): string => {
  const { rest } = splitLanguage(path);
  return language === "nl" ? rest : rest === "/" ? `/${language}` : `/${language}${rest}`;
};

type Where = Pick<Place, "language" | "mirrored">;

export const prefixOf = ({ language, mirrored }: Where): string =>
  mirrored ? `/${mirrorPrefix}` : language === "nl" ? "" : `/${language}`;

/** An address outside any municipality: `sitePath(where, "/werk")`. */
export const sitePath = (where: Where, path: string): string => `${prefixOf(where)}${path}` || "/";

/** An address on this municipality's public site: `publicPath(place, "hulp")`. */
export const publicPath = (place: Place, path = ""): string =>
  `${prefixOf(place)}/${place.municipality.slug}${path === "" ? "" : `/${path}`}`;

/** An address in the workspace of this municipality: `workPath(place, "vandaag")`. */
export const workPath = (place: Place, path: string): string =>
  `${prefixOf(place)}/werk/${place.municipality.slug}/${path}`;

/** Adds what is known to an address; leaves out what is not. What may be chosen more than once is a list. */
export function withQuery(path: string, query: Record<string, string | readonly string[] | undefined>): string {
  const known = Object.entries(query)
    .flatMap(([name, value]) => (typeof value === "object" ? value : [value]).map((one) => [name, one] as const))
    .filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== "");
  return known.length === 0 ? path : `${path}?${new URLSearchParams(known)}`;
}

/** Whether this municipality uses the module: what it does not use is not there, and no link leads to it. */
export const uses = ({ municipality }: Pick<Place, "municipality">, module: SwitchableModule): boolean =>
  !municipality.modulesOff.includes(module);

/** A municipality has a site for residents. A region has none: it works, and what it writes is read in its municipalities. */
export const hasSite = ({ id }: Pick<Municipality, "id">): boolean => id.startsWith("GM");

/** Where people can work: each municipality and each region, but not the country. */
export const hasWorkspace = ({ id }: Pick<Municipality, "id">): boolean => id !== "NL";

/** The municipality itself, its region, then what holds for the whole country. */
export const chainOf = ({ municipality }: Pick<Place, "municipality">): string[] =>
  [municipality.id, municipality.parentId, "NL"].filter(
    (id, at, all): id is string => id !== null && all.indexOf(id) === at,
  );
