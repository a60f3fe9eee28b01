import { Hono } from "hono";
import type { Env, Surroundings } from "../web/surroundings.ts";

/** The REST interface under /api/v1. */
export function api(_app: Surroundings): Hono<Env> {
  return new Hono<Env>();
}
