import type { Context } from "hono";
import { z } from "zod";
import { dropSealed, readSealed, setSealed } from "../../sealed-cookie.ts";
import type { Env } from "../../surroundings.ts";

/*
 * What a colleague searched with may be about a resident: it waits sealed in their browser, as own words do (decision
 * record 0011), so that it stands in no address, and back and a next page work. For them alone: whoever signs in after
 * them on the same computer does not see it.
 */

export const wordsLimit = 1000;

const cookie = "zoekwoorden";
const minutes = 20;

export function keepWords(c: Context<Env>, words: string): void {
  setSealed(c, cookie, { by: c.var.atWork.person.personId, words: words.slice(0, wordsLimit) }, minutes);
}

export function readWords(c: Context<Env>): string | undefined {
  const kept = readSealed(c, cookie, z.object({ by: z.string(), words: z.string() }));
  return kept?.by === c.var.atWork.person.personId ? kept.words : undefined;
}

export const forgetWords = (c: Context<Env>): void => dropSealed(c, cookie);
