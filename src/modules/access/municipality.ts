import { z } from "zod";
import { WeekHours } from "../../kernel/hours.ts";

/** The CBS code of a municipality ("GM0344"), a region ("RG…") or the country ("NL"): the tenant. */
export const MunicipalityId = z.string().regex(/^(GM\d{4}|RG\d{4}|NL)$/);

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
};

/** First parts of an address that are ours: no municipality may be called so. */
export const reservedSlugs = new Set([
  "werk",
  "api",
  "hsds",
  "health",
  "metrics",
  "assets",
  "en",
  "nl",
  "voorbeeld",
  "onderdelen",
  "gemeenten",
  "proef",
]);
