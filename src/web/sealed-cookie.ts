import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { z } from "zod";
import type { Env } from "./surroundings.ts";

/*
 * What a browser keeps for us and nobody may read or change: own words, answers, the receipt after sending, the proof
 * of a code. Made small, then sealed (AES-256-GCM) with the moment at which they end; bound to their own name.
 */

const keyFor = (secret: string, name: string) => Buffer.from(hkdfSync("sha256", secret, "", `cookie:${name}`, 32));

function seal(secret: string, name: string, text: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyFor(secret, name), iv);
  const sealed = Buffer.concat([cipher.update(deflateRawSync(text)), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url");
}

function unseal(secret: string, name: string, sealed: string): string | undefined {
  const bytes = Buffer.from(sealed, "base64url");
  if (bytes.length < 29) return undefined;
  try {
    const opener = createDecipheriv("aes-256-gcm", keyFor(secret, name), bytes.subarray(0, 12));
    opener.setAuthTag(bytes.subarray(12, 28));
    return inflateRawSync(Buffer.concat([opener.update(bytes.subarray(28)), opener.final()])).toString("utf8");
  } catch {
    return undefined;
  }
}

const isSecure = (c: Context<Env>): boolean => c.var.app.publicUrl().startsWith("https:");

/** `__Host-` binds a cookie to this very site; browsers only accept it over https. */
export const cookieName = (c: Context<Env>, name: string): string => (isSecure(c) ? `__Host-${name}` : name);

export const cookieSettings = (c: Context<Env>) =>
  ({ httpOnly: true, sameSite: "Lax", secure: isSecure(c), path: "/" }) as const;

/**
 * A browser keeps 4096 bytes a cookie: what is longer goes in pieces, `name`, `name.1` … A server reads 16 kB of
 * headers, and every cookie of ours is in them: no thing may be larger than two pieces.
 */
const pieceLength = 3_500;
const mostPieces = 2;
const pieceName = (name: string, at: number): string => (at === 0 ? name : `${name}.${at}`);

/**
 * @param minutes how long it is good for.
 * @param most how many pieces it may take; fewer for what somebody has besides all the rest.
 * @returns whether it was small enough; if not, nothing has changed.
 */
export function setSealed(c: Context<Env>, name: string, value: unknown, minutes: number, most = mostPieces): boolean {
  const until = c.var.ctx.now.add({ minutes }).epochMilliseconds;
  const sealed = seal(c.var.app.secret, name, JSON.stringify({ until, value }));
  if (sealed.length > pieceLength * most) return false;
  for (let at = 0; at < mostPieces; at++) {
    const piece = sealed.slice(at * pieceLength, (at + 1) * pieceLength);
    if (piece === "") dropPiece(c, name, at);
    else setCookie(c, cookieName(c, pieceName(name, at)), piece, { ...cookieSettings(c), maxAge: minutes * 60 });
  }
  return true;
}

/** Only what the browser has is taken back: a header for each piece there might be would make every answer longer. */
function dropPiece(c: Context<Env>, name: string, at: number): void {
  const named = cookieName(c, pieceName(name, at));
  if (getCookie(c, named) !== undefined) deleteCookie(c, named, cookieSettings(c));
}

/**
 * What was sealed under this name, when it is whole, still good and of the right shape. A last piece of something longer may
 * have stayed behind: a form from another site brings no cookies, so that nobody knew that it had to go.
 */
export function readSealed<S extends z.ZodType>(c: Context<Env>, name: string, schema: S): z.infer<S> | undefined {
  const pieces = Array.from({ length: mostPieces }, (_, at) => getCookie(c, cookieName(c, pieceName(name, at))) ?? "");
  const text = pieces.reduceRight<string | undefined>(
    (text, _, at) => text ?? unseal(c.var.app.secret, name, pieces.slice(0, at + 1).join("")),
    undefined,
  );
  if (text === undefined) return undefined;
  const { until, value } = JSON.parse(text);
  if (until <= c.var.ctx.now.epochMilliseconds) return undefined;
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

export const dropSealed = (c: Context<Env>, name: string): void => {
  for (let at = 0; at < mostPieces; at++) dropPiece(c, name, at);
};
