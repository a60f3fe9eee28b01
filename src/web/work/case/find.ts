import type { Context } from "hono";
import { z } from "zod";
import { type CasePage, openCasePage } from "../../../modules/contact/index.ts";
import type { Env } from "../../surroundings.ts";

/** The case in the address; undefined when it is not theirs, not there, or no id at all: that looks the same. */
export async function findCase(c: Context<Env>): Promise<CasePage | undefined> {
  const id = z.uuid().safeParse(c.req.param("id"));
  return id.success ? openCasePage(c.var.ctx, id.data) : undefined;
}
