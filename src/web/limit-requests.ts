import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context, MiddlewareHandler } from "hono";
import type { LimitKind } from "./limits.ts";
import type { Env } from "./surroundings.ts";

/** Lets nobody ask too often. `refuse` says so: a page to people, problem+json to programs. */
export const limitRequests =
  (kind: LimitKind, refuse: (c: Context<Env>) => Response | Promise<Response>): MiddlewareHandler<Env> =>
  async (c, next) => {
    const { app, ctx } = c.var;
    if (!(await app.limits.allows(kind, addressOf(c), ctx.now))) {
      c.header("Retry-After", "60");
      return refuse(c);
    }
    await next();
  };

/** Who asks, as far as the proxies before us can be believed. */
function addressOf(c: Context<Env>): string {
  const { proxies } = c.var.app.config;
  const forwarded =
    c.req
      .header("x-forwarded-for")
      ?.split(",")
      .map((part) => part.trim()) ?? [];
  const behind = proxies > 0 ? forwarded.at(-proxies) : undefined;
  if (behind !== undefined) return behind;
  const connection: unknown = c.env;
  const overNetwork = typeof connection === "object" && connection !== null && "incoming" in connection;
  return overNetwork ? (getConnInfo(c).remote.address ?? "unknown") : "here";
}
