import { z } from "zod";
import type { Organisation } from "../../access/index.ts";
import { Words } from "../words.ts";

const none = (): Words => ({ nl: "" });

/** What an organisation tells of itself, whatever it offers. */
export const ProfileContent = z.object({
  /** To residents. */
  does: Words.default(none),
  doesNot: Words.default(none),
  /** Who cannot come, and where its help ends: an income, no cases of its own before a judge. */
  limits: Words.default(none),
  /** To professionals: what its part is among the others, and whom it passes people on to. */
  chain: Words.default(none),
  website: z.string().nullable().default(null),
  /** Number in the trade register (eight digits) and of a public body (OIN, twenty). */
  kvk: z.string().nullable().default(null),
  oin: z.string().nullable().default(null),
});
export type ProfileContent = z.infer<typeof ProfileContent>;

/** In the order of the form. */
export const profileTexts = ["does", "doesNot", "limits", "chain"] as const satisfies (keyof ProfileContent)[];
export const profileFields = [...profileTexts, "website", "kvk", "oin"] as const satisfies (keyof ProfileContent)[];
export type ProfileField = (typeof profileFields)[number];

/** An organisation as everybody reads it. */
export type OrganisationProfile = Pick<Organisation, "id" | "name" | "independence"> & {
  /** Why it is (not) independent. */
  reason: Words;
  content: ProfileContent;
  /** Counts its changes; 0: nobody wrote anything yet. */
  version: number;
};

export const emptyProfile = (): ProfileContent => ProfileContent.parse({});
