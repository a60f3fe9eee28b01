import type { Context, MiddlewareHandler } from "hono";
import type { Env, Surroundings } from "./surroundings.ts";

/*
 * What every answer tells a browser, whatever its status and kind: pages, redirects, refusals, the REST interface,
 * files, streams, what went wrong. Set after the answer was made, so that nothing further inside can leave it out.
 */

/** Nothing is allowed but what we use, and that only from here: no script and no style stands in a page itself. */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  // Said once more: some scanners, and the oldest browsers, do not take it from default-src.
  "object-src 'none'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
];

/**
 * What a browser can do and no page of ours ever asks: looking, listening and following, reading what was copied,
 * reaching devices, paying. A script that got in all the same could not ask either.
 */
const denied = [
  ...["camera", "microphone", "display-capture"],
  ...["geolocation", "accelerometer", "gyroscope", "magnetometer"],
  "clipboard-read",
  ...["usb", "serial", "hid", "midi"],
  "payment",
];

const fixed: [name: string, value: string][] = [
  ["X-Content-Type-Options", "nosniff"],
  // For browsers that do not know frame-ancestors.
  ["X-Frame-Options", "DENY"],
  // No other site learns which page somebody came from: the address alone may tell what is going on.
  ["Referrer-Policy", "same-origin"],
  // A site that opens ours, or that ours opens, holds no window of it.
  ["Cross-Origin-Opener-Policy", "same-origin"],
  ["Permissions-Policy", denied.map((feature) => `${feature}=()`).join(", ")],
];

export const securityHeaders = (app: Surroundings): MiddlewareHandler<Env> => {
  const policies = {
    plain: contentPolicy.join("; "),
    secure: [...contentPolicy, "upgrade-insecure-requests"].join("; "),
  };
  return async (c, next) => {
    await next();
    const isSecure = app.publicUrl().startsWith("https:");
    // Not c.header: after the answer that copies the whole response, once for each header.
    const { headers } = c.res;
    for (const [name, value] of fixed) headers.set(name, value);
    headers.set("Content-Security-Policy", isSecure ? policies.secure : policies.plain);
    if (isSecure) headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    // Only what any site may read may be embedded by any site.
    const isForAll = headers.get("Access-Control-Allow-Origin") === "*";
    headers.set("Cross-Origin-Resource-Policy", isForAll ? "cross-origin" : "same-origin");
    if (isUnlisted(c)) headers.set("X-Robots-Tag", "noindex, nofollow");
    // What somebody filled in or read must not stay in a shared browser: who wants a file kept says `public`.
    if (headers.get("Cache-Control")?.startsWith("public") !== true) headers.set("Cache-Control", "no-store");
  };
};

/** No search engine shows the workspace or what programs read, wherever a link to it was found. */
const isUnlisted = (c: Context<Env>): boolean => /^\/(werk|api|metrics|health)(\/|$)/.test(c.req.path);
