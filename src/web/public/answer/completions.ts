import type { Handler } from "hono";
import { z } from "zod";
import { completions } from "../../../modules/directory/index.ts";
import { parseForm } from "../../form.ts";
import { chainOf } from "../../place.ts";
import type { Env } from "../../surroundings.ts";

/** Nobody completes more than a search word holds. */
const Begun = z.object({ begin: z.string().max(60) });

/** What somebody may be about to type in the box for a search word: posted, so that no address holds half a word of theirs. */
export const completeForm: Handler<Env> = async (c) => {
  const form = await parseForm(c, Begun, {});
  const typed = form.ok ? form.value.begin : "";
  return c.json({ aanvullingen: await completions(c.var.ctx, { chain: chainOf(c.var.place), typed }) });
};
