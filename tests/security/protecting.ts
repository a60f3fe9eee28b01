import { expect } from "vitest";
import type { Answer } from "../support/browser.ts";

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; " +
  "object-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const features =
  "camera=(), microphone=(), display-capture=(), geolocation=(), accelerometer=(), gyroscope=(), magnetometer=(), " +
  "clipboard-read=(), usb=(), serial=(), hid=(), midi=(), payment=()";

const wanted = (isSecure: boolean): Record<string, string | null> => ({
  "content-security-policy": isSecure ? `${policy}; upgrade-insecure-requests` : policy,
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": features,
  "strict-transport-security": isSecure ? "max-age=31536000; includeSubDomains" : null,
});

/** What every answer tells a browser, whatever was asked and whatever came of it. */
export function isProtected({ headers }: Answer, { isSecure = false, differs = {} } = {}): void {
  const all = { ...wanted(isSecure), ...differs };
  expect(Object.fromEntries(Object.keys(all).map((name) => [name, headers.get(name)]))).toEqual(all);
  expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  for (const telltale of ["server", "x-powered-by"]) expect(headers.has(telltale)).toBe(false);
}

/** Files are kept; all else may be about somebody, and stays in no browser. */
export function isKeptByNobody({ headers }: Answer): void {
  expect(headers.get("cache-control")).toBe("no-store");
}

/** What the policy would stop: a script or style in the page itself, or anything from another site. */
export function holdsNothingInline({ body: whole }: Answer): void {
  // A block of data is run by no browser. Nothing in it may be a sign of markup, so that it ends where we end it.
  const body = whole.replace(/<script type="application\/ld\+json">[^<>&]*<\/script>/g, "");
  expect(body).not.toMatch(/<script(?![^>]* src=")|<style|<(?:object|embed|iframe|base)\b/i);
  expect(body).not.toMatch(/<[^>]*\s(?:on[a-z]+|style)="|\b(?:href|src|action)="\s*(?:javascript|vbscript|data):/i);
  // An icon or logo of ours may be drawn in the page; nothing comes from another site.
  for (const [, source = ""] of body.matchAll(/<(?:script|img|link)\b[^>]*\b(?:src|href)="([^"]*)"/g))
    expect(source).toMatch(/^\/(?!\/)|^https?:\/\/localhost\//);
}
