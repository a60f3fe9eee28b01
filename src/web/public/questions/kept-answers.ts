import type { Context } from "hono";
import { z } from "zod";
import { Answers } from "../../../modules/recognition/index.ts";
import { dropSealed, readSealed, setSealed } from "../../sealed-cookie.ts";
import type { Env } from "../../surroundings.ts";

/*
 * What somebody answered waits sealed in their own browser, as their own words do: in no address, in no log, and gone when
 * they leave. With the version they began with, so that a graph may change under their hands.
 */

const cookie = "vragen";
const minutes = 20;

const Kept = z.object({ graph: z.string(), version: z.number(), answers: Answers });
export type Kept = z.infer<typeof Kept>;

export const keepAnswered = (c: Context<Env>, kept: Kept): boolean => setSealed(c, cookie, kept, minutes, 1);
export const readAnswered = (c: Context<Env>): Kept | undefined => readSealed(c, cookie, Kept);
export const forgetAnswered = (c: Context<Env>): void => dropSealed(c, cookie);
