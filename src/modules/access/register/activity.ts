import { z } from "zod";
import type { Language } from "../../../kernel/language.ts";

/** Who answers for what is done with a file: an organisation, which may be the municipality itself. */
const controllers = ["organisation", "municipality"] as const;
export type Controller = (typeof controllers)[number];

/** What a resident reads of an activity, in plain words. */
export const PlainActivity = z.strictObject({
  purpose: z.string(),
  data: z.string(),
  recipients: z.string(),
  kept: z.string(),
  /** Why it is allowed, by who is the controller; the article stands beside it. */
  allowed: z.strictObject({ organisation: z.string(), municipality: z.string() }),
});

const each = <Schema extends z.ZodType>(schema: Schema) =>
  z.strictObject({ nl: schema, en: schema } satisfies Record<Language, Schema>);

/** A processing activity of content/register, as far as a page tells of it. */
export const Activity = z.object({
  id: z.string(),
  name: each(z.string()),
  plain: each(PlainActivity),
  legalBasis: z.array(z.object({ controller: z.enum(controllers), article: z.string() })),
});
export type Activity = z.infer<typeof Activity>;

/** The article on which this controller does it. */
export const articleFor = ({ legalBasis }: Activity, controller: Controller): string =>
  legalBasis.find((basis) => basis.controller === controller)?.article ?? "";
