import type { Handler } from "hono";
import { dayOf } from "../kernel/day.ts";
import type { Env } from "./surroundings.ts";

/** Less than the year that RFC 9116 allows. It moves on by itself: who runs this has set the contact, so it holds. */
const goodFor = { months: 6 };

/** Where somebody who finds a weakness can tell it (RFC 9116; on the "comply or explain" list of the Dutch government). */
export const securityText: Handler<Env> = (c) => {
  const { app, ctx } = c.var;
  const { contact, policy } = app.config.security;
  const lines = [
    // An example has nobody to mail: its page says who made it.
    `Contact: ${contact ?? `${app.publicUrl()}/over`}`,
    `Expires: ${dayOf(ctx.now).add(goodFor)}T00:00:00Z`,
    "Preferred-Languages: nl, en",
    `Canonical: ${app.publicUrl()}/.well-known/security.txt`,
    ...(policy === undefined ? [] : [`Policy: ${policy}`]),
  ];
  return c.body(`${lines.join("\n")}\n`, 200, { "Content-Type": "text/plain; charset=utf-8" });
};
