import { z } from "zod";
import { WeekHours } from "../../kernel/hours.ts";
import { languages } from "../../kernel/language.ts";

/** The CBS code of a municipality ("GM0344"), a region ("RG…") or the country ("NL"): the tenant. */
const MunicipalityId = z.string().regex(/^(GM\d{4}|RG\d{4}|NL)$/);

/** The person behind every page: who to call, mail or visit when nothing else fits. */
export const Desk = z.object({
  name: z.string(),
  phone: z.string(),
  mail: z.string(),
  address: z.string(),
  hours: WeekHours,
  /** Where a complaint goes that the desk itself cannot solve. */
  ombudsman: z.object({ name: z.string(), website: z.url() }),
});
export type Desk = z.infer<typeof Desk>;

/** Colours that replace the default look, by scheme (light, dark) and token; web/ui/look/themes.ts checks them. */
export const HouseStyle = z.record(z.string(), z.record(z.string(), z.string()));
export type HouseStyle = z.infer<typeof HouseStyle>;

export const callbackClocks = ["working-days", "clock-hours"] as const;
export type CallbackClockKind = (typeof callbackClocks)[number];

/** What a municipality may do without. The rest hangs together: the route map is what everything else leads from. */
export const switchableModules = ["contact"] as const;
export type SwitchableModule = (typeof switchableModules)[number];

export type Municipality = {
  id: string;
  slug: string;
  name: string;
  parentId: string | null;
  otherNames: string[];
  callbackClock: CallbackClockKind;
  desk: Desk;
  theme: HouseStyle;
  logo: string | null;
  modulesOff: readonly SwitchableModule[];
};

/** First parts of an address that are ours: no municipality may be called so. The database holds the same list. */
export const reservedSlugs: ReadonlySet<string> = new Set([
  ...Object.keys(languages),
  "api",
  "assets",
  "gemeenten",
  "health",
  "hsds",
  "metrics",
  "onderdelen",
  "over",
  "proef",
  "rtl",
  "voorbeeld",
  "werk",
]);

/** The name of a municipality in an address. At least three signs, so that it can never be a language. */
const Slug = z
  .string()
  .regex(/^[a-z][a-z0-9-]{2,}$/, { error: "slugShape" })
  .refine((slug) => !reservedSlugs.has(slug), { error: "slugReserved" });

/** What a municipality is known by, as it must be when it is added. */
export const MunicipalityNames = z.object({ id: MunicipalityId, slug: Slug });
