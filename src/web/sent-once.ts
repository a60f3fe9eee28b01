import type { MiddlewareHandler } from "hono";
import { z } from "zod";
import { fingerprint } from "../kernel/id.ts";
import { readPosted } from "./form.ts";
import { readSealed, setSealed } from "./sealed-cookie.ts";
import type { Env } from "./surroundings.ts";

const cookie = "verstuurd";
/** As long as somebody may go back in their browser and send what they see once more. */
const minutes = 20;
const Sent = z.object({ form: z.string(), to: z.string() });

/**
 * The very same form sent again gets the very same answer, and nothing is done twice: after signing in anew, or going
 * back and sending once more. Forms carry a key made when they were shown; the browser keeps which one was done last.
 */
export const sentOnce: MiddlewareHandler<Env> = async (c, next) => {
  if (c.req.method !== "POST") return next();
  const posted = await readPosted(c);
  if (!posted.some(([name]) => name === "formKey")) return next();
  const form = fingerprint(c.var.app.secret, `sent:${c.req.path}:${JSON.stringify(posted)}`);
  const before = readSealed(c, cookie, Sent);
  if (before?.form === form) return c.redirect(before.to, 303);
  await next();
  const to = c.res.headers.get("location");
  if (c.res.status === 303 && to !== null) setSealed(c, cookie, { form, to }, minutes);
};
