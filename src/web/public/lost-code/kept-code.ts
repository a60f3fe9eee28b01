import type { Context } from "hono";
import { z } from "zod";
import { dropSealed, readSealed, setSealed } from "../../sealed-cookie.ts";
import type { Env } from "../../surroundings.ts";

/* The new code waits sealed in the resident's own browser, long enough to write it down or print it. */

const cookie = "mijncode";
const minutes = 20;

const Kept = z.object({
  municipality: z.string(),
  code: z.string(),
  callingNumber: z.string(),
  callBefore: z
    .string()
    .transform((text) => Temporal.Instant.from(text))
    .nullable(),
});
type KeptCode = Omit<z.infer<typeof Kept>, "municipality">;

export function keepCode(c: Context<Env>, { callBefore, ...rest }: KeptCode): void {
  const municipality = c.var.place.municipality.id;
  setSealed(c, cookie, { ...rest, municipality, callBefore: callBefore?.toString() ?? null }, minutes);
}

export function readCode(c: Context<Env>): KeptCode | undefined {
  const kept = readSealed(c, cookie, Kept);
  return kept?.municipality === c.var.place.municipality.id ? kept : undefined;
}

export const forgetCode = (c: Context<Env>): void => dropSealed(c, cookie);
