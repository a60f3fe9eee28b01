import type { Context } from "hono";
import { z } from "zod";
import { dropSealed, readSealed, setSealed } from "../../sealed-cookie.ts";
import type { Env } from "../../surroundings.ts";

/*
 * Whose twenty minutes ran out is told so. Who left in a hurry must not be told on: whoever presses Back after them may
 * not read that something was there. So a sign stays behind that something was begun, a little longer than the thing
 * itself; leaving and wiping take the sign away, and without it a page shows itself as to a newcomer.
 */

const things = ["words", "answers", "receipt"] as const;
type Thing = (typeof things)[number];

const cookie = "begonnen";
const minutes = 120;

const listBegun = (c: Context<Env>): Thing[] => readSealed(c, cookie, z.array(z.enum(things))) ?? [];

export function markBegun(c: Context<Env>, thing: Thing): void {
  setSealed(c, cookie, [...listBegun(c).filter((other) => other !== thing), thing], minutes);
}

export const hasBegun = (c: Context<Env>, thing: Thing): boolean => listBegun(c).includes(thing);

export function forgetBegun(c: Context<Env>): void {
  dropSealed(c, cookie);
}
