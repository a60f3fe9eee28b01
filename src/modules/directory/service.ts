import { z } from "zod";
import type { Independence } from "../access/index.ts";
import type { PostcodeRange } from "./postcode.ts";
import type { ServicePoint } from "./service-point.ts";
import { Words } from "./words.ts";

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

/** A desk to go to, a course, a meeting, or an arrangement of the municipality that somebody can ask for (regeling). */
export const serviceKinds = ["desk", "course", "meeting", "arrangement"] as const;

/** How far the help goes, from telling how things are to speaking for somebody before a judge. */
export const helpLevels = ["information", "advice", "support", "representation"] as const;

const Day = z.iso.date();
const none = (): Words => ({ nl: "" });

/** What a service tells besides what the lists are found and filtered by. */
export const ServiceDetails = z.object({
  /** What it was called before, or is called in the street: found by, never shown to residents. */
  otherNames: z.array(z.string()).default([]),
  /** For professionals: complete, and in their words. */
  professional: Words.default(none),
  /** Who may use it, and when not: income, place, age, referral. */
  eligibility: Words.default(none),
  /** What they do not do: no court cases, nothing for businesses. */
  limits: Words.default(none),
  level: z.enum(helpLevels).nullable().default(null),
  costNote: Words.default(none),
  /** An amount in cents that somebody read somewhere on a day. */
  price: z
    .object({ cents: z.int().min(0), on: Day, source: z.string() })
    .nullable()
    .default(null),
  interpreter: z.boolean().nullable().default(null),
  waiting: z
    .object({ weeks: z.int().min(0), on: Day })
    .nullable()
    .default(null),
  /** Nobody new is helped since this day; until is when that is over, as far as anybody knows. */
  stop: z.object({ since: Day, until: Day.nullable() }).nullable().default(null),
  /** How to ask for an arrangement, or to enter a course. */
  howToAsk: Words.default(none),
  withoutDigid: z.boolean().nullable().default(null),
});
export type ServiceDetails = z.infer<typeof ServiceDetails>;

/** All that is told of a service and that an editor may change. Organisation and points stand apart. */
export type ServiceContent = ServiceDetails & {
  kind: (typeof serviceKinds)[number];
  name: Words;
  /** What it does, in one sentence to the resident. */
  sentence: Words;
  themes: string[];
  functions: string[];
  audience: Words;
  forProfessionals: boolean;
  cost: (typeof costs)[number];
  toBring: Words;
  result: Words;
  website: string | null;
  sourceUrl: string | null;
  asOf: string | null;
  /** Shown to nobody but editors: it is over. */
  withdrawn: boolean;
};

/** The texts that residents and professionals read, which can be translated. */
export const translatedFields = [
  ...(["name", "sentence", "audience", "eligibility", "limits", "costNote"] as const),
  ...(["howToAsk", "toBring", "result", "professional"] as const),
];

/** What an organisation offers, with every place, number or site where it can be had. */
export type Service = ServiceContent & {
  municipalityId: string;
  id: string;
  organisation: { id: string; name: string; independence: Independence; reason: Words };
  /** When somebody last checked it with the organisation ("2026-11-24"); null: nobody has. */
  checkedOn: string | null;
  /** Counts its changes; whoever saves says which they had before them. */
  version: number;
  points: ServicePoint[];
};

/** Nobody new is helped today. */
export const isStopped = ({ stop }: Pick<ServiceContent, "stop">, today: Temporal.PlainDate): boolean =>
  stop !== null && stop.since <= today.toString() && (stop.until === null || stop.until >= today.toString());

export const hasWalkIn = ({ points }: Pick<Service, "points">): boolean =>
  points.some(({ hours }) => hours.walkIn.length > 0);

/** What somebody may leave out of the list: everything that is not free, not independent, not open … */
export const helpFilters = [
  "free",
  "independent",
  "walkIn",
  "openNow",
  "walkInNow",
  "evening",
  "withoutDigid",
] as const;
export type HelpFilter = (typeof helpFilters)[number];

/** How somebody is helped in a language; undefined: nobody says that it can be done. */
export const helpIn = (
  { points, interpreter }: Pick<Service, "points" | "interpreter">,
  language: string,
): "spoken" | "interpreter" | undefined =>
  points.some(({ languages }) => languages.includes(language))
    ? "spoken"
    : interpreter === true
      ? "interpreter"
      : undefined;

/**
 * Whether it can be had without going further than some postcodes. How far it is does not matter on the phone, on a screen or
 * when they come to you; of a place without a postcode nobody knows it.
 */
export const isWithin = ({ points }: Pick<Service, "points">, near: readonly PostcodeRange[]): boolean =>
  points.length === 0 ||
  points.some(
    ({ kind, homeVisit, pc4 }) =>
      kind !== "place" || homeVisit === true || (pc4 !== null && near.some(({ from, to }) => from <= pc4 && pc4 <= to)),
  );

/** Somebody to talk to now rather than a website or a number elsewhere. */
export const isNearby = (service: Service): boolean => service.municipalityId !== "NL";

/** Why a service fits what somebody asked: shown on its card, never a score. */
export type Reason = { kind: "themes"; themes: string[] } | { kind: "word" } | { kind: "independentFromOtherParty" };

/** How well a service fits: the theme that was recognised first weighs more than all after it together. */
export const fitOf = (service: Pick<Service, "themes">, themes: string[]): number =>
  themes.reduce((fit, theme) => fit * 2 + (service.themes.includes(theme) ? 1 : 0), 0);

/** A dispute with the municipality itself: then help that is not the municipality's comes first. */
export const municipalityIsOtherParty = (themes: string[]): boolean => themes.includes("brief-van-de-gemeente");

/** A decision in these is of another: the IND, the CJIB, the tax office, an employer, a shop. */
const decidedElsewhere = new Set(["verblijf", "boete", "toeslagen", "werk", "kopen-en-contract"]);
/** The same of a whole question: what it is about besides tells whose decision it is. */
export const municipalityDecided = (themes: string[]): boolean =>
  municipalityIsOtherParty(themes) && !themes.some((theme) => decidedElsewhere.has(theme));

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
