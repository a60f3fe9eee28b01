import { z } from "zod";
import type { Language } from "../../kernel/language.ts";
import type { Independence } from "../access/index.ts";
import type { ServicePoint } from "./service-point.ts";

/** A sentence in Dutch and, where somebody wrote it, in other languages. */
export const Words = z.object({ nl: z.string().default(""), en: z.string().optional() });
export type Words = z.infer<typeof Words>;

/** The Dutch sentence stands in where nobody has translated yet; `lang` says which it is. */
export const inLanguage = (words: Words, language: Language): { text: string; lang: Language } => {
  const translated = language === "nl" ? undefined : words[language];
  return translated === undefined || translated === ""
    ? { text: words.nl, lang: "nl" }
    : { text: translated, lang: language };
};

/** What kind of help it is: support functions of design/words.md. */
export const supportFunctions = [
  "vraagverheldering",
  "informatie-en-advies",
  "doorverwijzing",
  "eerstelijns-hulp",
  "clientondersteuning",
  "bemiddeling",
  "pre-mediation",
  "mediation",
  "rechtsbijstand",
] as const;
export type SupportFunction = (typeof supportFunctions)[number];

export const costs = ["free", "conditions", "paid", "unknown"] as const;
type Cost = (typeof costs)[number];

/** What an organisation offers, with every place, number or site where it can be had. */
export type Service = {
  municipalityId: string;
  id: string;
  name: Words;
  sentence: Words;
  organisation: { name: string; independence: Independence; reason: Words };
  themes: string[];
  functions: string[];
  audience: Words;
  cost: Cost;
  toBring: Words;
  result: Words;
  website: string | null;
  sourceUrl: string | null;
  asOf: string | null;
  /** When somebody last checked it with the organisation ("2026-11-24"); null: nobody has. */
  checkedOn: string | null;
  points: ServicePoint[];
};

/** What somebody may leave out of the list: everything that is not free, not independent, not open … */
export const helpFilters = ["free", "independent", "walkIn", "openNow", "walkInNow"] as const;
export type HelpFilter = (typeof helpFilters)[number];

/** Somebody to talk to now rather than a website or a number elsewhere. */
export const isNearby = (service: Service): boolean => service.municipalityId !== "NL";

/** Why a service fits what somebody asked: shown on its card, never a score. */
export type Reason = { kind: "themes"; themes: string[] } | { kind: "word" } | { kind: "independentFromOtherParty" };

/** How well a service fits: the theme that was recognised first weighs more than all after it together. */
export const fitOf = (service: Pick<Service, "themes">, themes: string[]): number =>
  themes.reduce((fit, theme) => fit * 2 + (service.themes.includes(theme) ? 1 : 0), 0);

/** A dispute with the municipality itself: then help that is not the municipality's comes first. */
export const municipalityIsOtherParty = (themes: string[]): boolean => themes.includes("brief-van-de-gemeente");

export function reasonsFor(service: Service, asked: { themes: string[]; words: string | undefined }): Reason[] {
  const themes = asked.themes.filter((theme) => service.themes.includes(theme));
  return [
    ...(themes.length > 0 ? [{ kind: "themes", themes } as const] : []),
    ...(themes.length === 0 && asked.words !== undefined ? [{ kind: "word" } as const] : []),
    ...(municipalityIsOtherParty(asked.themes) && service.organisation.independence === "independent"
      ? [{ kind: "independentFromOtherParty" } as const]
      : []),
  ];
}
