import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { endSession, findSignedIn, type SignedIn, sessionLength, startSession } from "../modules/access/index.ts";
import { cookieName, cookieSettings } from "./sealed-cookie.ts";
import type { Env } from "./surroundings.ts";

const name = "session";

/** Who is signed in with this browser, or nobody. */
export async function readSession(c: Context<Env>): Promise<SignedIn | undefined> {
  const token = getCookie(c, cookieName(c, name));
  return token === undefined ? undefined : findSignedIn(c.var.ctx, token);
}

/** Begins a new session, whatever there was before; false when there is no such person. */
export async function signIn(c: Context<Env>, personId: string): Promise<boolean> {
  await signOut(c);
  const token = await startSession(c.var.ctx, personId);
  if (token === undefined) return false;
  setCookie(c, cookieName(c, name), token, { ...cookieSettings(c), maxAge: sessionLength.hours * 3600 });
  return true;
}

export async function signOut(c: Context<Env>): Promise<void> {
  const token = getCookie(c, cookieName(c, name));
  if (token !== undefined) await endSession(c.var.ctx, token);
  deleteCookie(c, cookieName(c, name), cookieSettings(c));
}
