import type { Context } from "hono";
import { z } from "zod";
import { dropSealed, readSealed, setSealed } from "../../sealed-cookie.ts";
import type { Env } from "../../surroundings.ts";
import { markBegun } from "../frame/begun.ts";

/*
 * Own words wait sealed in the browser of whoever wrote them, and nowhere else: so back, another language and the next
 * page work, and nobody reads them in an address. Short enough for a computer in the library.
 */

/** Enough for a story; what is longer is told in person. */
export const wordsLimit = 4_000;

const wordsCookie = "verhaal";
const minutes = 20;

/** `whole`: false when only the beginning fitted. */
const KeptWords = z.object({ words: z.string(), whole: z.boolean() });
export type KeptWords = z.infer<typeof KeptWords>;

/** A full story in Dutch, Arabic or emoji fits; of one in thousands of different signs the beginning does. */
export function keepWords(c: Context<Env>, typed: string): void {
  markBegun(c, "words");
  [1, 0.75, 0.5, 0.25].some((part) => {
    const words = beginningOf(typed, wordsLimit * part);
    return setSealed(c, wordsCookie, { words, whole: words === typed }, minutes);
  });
}

/** Never half of a sign that takes two places. */
const beginningOf = (text: string, length: number): string => text.slice(0, length).replace(/[\ud800-\udbff]$/, "");

export const readWords = (c: Context<Env>): KeptWords | undefined => readSealed(c, wordsCookie, KeptWords);

export const forgetWords = (c: Context<Env>): void => dropSealed(c, wordsCookie);
