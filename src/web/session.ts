import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import {
  actorAt,
  type Claims,
  endSession,
  findSignedIn,
  type Provider,
  type SignedIn,
  type SignInOutcome,
  sessionLength,
  signInWith,
} from "../modules/access/index.ts";
import { deviceOf } from "./device.ts";
import { cookieName, cookieSettings } from "./sealed-cookie.ts";
import type { Env } from "./surroundings.ts";

const name = "session";

/** Who is signed in with this browser, or nobody. */
export async function readSession(c: Context<Env>): Promise<SignedIn | undefined> {
  const token = getCookie(c, cookieName(c, name));
  return token === undefined ? undefined : findSignedIn(c.var.ctx, token);
}

/** As whom somebody acts in this municipality, on a page that is for everybody; undefined for whoever does not work there. */
export async function actorHere(c: Context<Env>): Promise<ReturnType<typeof actorAt>> {
  const person = await readSession(c);
  return person && actorAt(person, c.var.place.municipality.id);
}

/** Begins a new session, whatever there was before; or says why none began. */
export async function signIn(
  c: Context<Env>,
  provider: Provider,
  given: { claims: Claims; idToken: string | null; invitation: string | undefined },
): Promise<"signedIn" | "isNew" | Exclude<SignInOutcome["kind"], "signedIn">> {
  await signOut(c);
  const device = deviceOf(c.req.header("user-agent") ?? "");
  const outcome = await signInWith(c.var.ctx, provider, { ...given, device });
  if (outcome.kind !== "signedIn") return outcome.kind;
  setCookie(c, cookieName(c, name), outcome.token, { ...cookieSettings(c), maxAge: sessionLength.hours * 3600 });
  return outcome.isNew ? "isNew" : "signedIn";
}

/** Ends the session of this browser; returns with which provider it began. */
export async function signOut(c: Context<Env>): Promise<Awaited<ReturnType<typeof endSession>>> {
  const token = getCookie(c, cookieName(c, name));
  deleteCookie(c, cookieName(c, name), cookieSettings(c));
  return token === undefined ? undefined : endSession(c.var.ctx, token);
}
