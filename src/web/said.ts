import type { Context } from "hono";
import { z } from "zod";
import { dropSealed, readSealed, setSealed } from "./sealed-cookie.ts";
import type { Env } from "./surroundings.ts";

/*
 * What the next page says once: "Bewaard.", "Deze vraag is nu van u." It travels sealed, never in the address, so that
 * no link or bookmark can make a page claim what did not happen.
 */

/** What the page of a case says after an act on it. */
const CaseSaid = z.enum(["taken", "saved", "closed", "notedOnClosed", "reopened", "gone", "requested", "endedBefore"]);

const Said = z.discriminatedUnion("what", [
  z.object({ what: CaseSaid }),
  z.object({
    what: z.literal("called"),
    againstWish: z.boolean(),
    tookFrom: z.string().nullable(),
    isClosed: z.boolean(),
  }),
  z.object({ what: z.literal("alreadyTaken"), by: z.string(), caseId: z.string() }),
  z.object({ what: z.literal("handedOver"), count: z.int() }),
  z.object({ what: z.literal("welcomeBack") }),
  z.object({ what: z.literal("closedBehind") }),
  z.object({ what: z.literal("changed"), change: z.enum(["bewaard", "toegevoegd", "nummer", "veilig", "gestopt"]) }),
  z.object({
    what: z.literal("ownData"),
    came: z.enum(["proven", "made", "madeTogether", "again", "withdrawn", "gone"]),
  }),
  z.object({ what: z.literal("request"), came: z.enum(["done", "answered", "settled"]) }),
  z.object({ what: z.literal("left") }),
  z.object({ what: z.literal("linkAsked") }),
  z.object({ what: z.literal("answersGone") }),
  z.object({ what: z.literal("otherTab") }),
  z.object({ what: z.literal("isNew") }),
  z.object({ what: z.literal("signedOut") }),
  z.object({ what: z.literal("sessionEnded") }),
  z.object({ what: z.literal("placesSaved") }),
  z.object({
    what: z.literal("localText"),
    came: z.enum(["done", "away", "nothing", "moved", "taken", "undone", "changedSince"]),
  }),
  z.object({ what: z.literal("firstAdmin"), came: z.enum(["invited", "hasAdmin", "withdrawn", "came"]) }),
  z.object({
    what: z.literal("routeMap"),
    came: z.enum([
      "saved",
      "nothing",
      "checked",
      "added",
      "withdrawn",
      "undone",
      "changedSince",
      "approved",
      "declined",
      "settledBefore",
      "meanwhile",
      "contactSaved",
      "contactConfirmed",
      "contactRemoved",
      "contactGone",
    ]),
  }),
  z.object({ what: z.literal("list"), came: z.enum(["full", "ended"]) }),
  z.object({ what: z.literal("program"), came: z.enum(["ended", "gone"]) }),
  z.object({ what: z.literal("given"), came: z.enum(["given", "gone"]) }),
  z.object({ what: z.literal("looked"), came: z.enum(["judged", "gone"]) }),
  z.object({ what: z.literal("staff"), came: z.enum(["done", "gone", "added", "invited", "wentAway", "signedOut"]) }),
  z.object({
    what: z.literal("notSignedIn"),
    why: z.enum(["notTrusted", "away", "stopped", "tooWeak", "noTeam", "otherMail", "otherAccount"]),
  }),
]);
export type Said = z.infer<typeof Said>;

/** What a resident changed in their own question. */
export type OwnChange = Extract<Said, { what: "changed" }>["change"];

const cookie = "gezegd";
/** A redirect takes a moment; what was not shown by then is no news any more. */
const minutes = 2;

/** After an act: on to that page, which says what happened. */
export function thenSay(c: Context<Env>, path: string, said: Said): Response {
  setSealed(c, cookie, { path: path.split("?")[0], said }, minutes);
  return c.redirect(path, 303);
}

/**
 * What this page must say now. It is for one address, so that a page in another tab does not take it away; nor does a
 * script that fetches the same page again, as Vandaag does.
 */
export function takeSaid(c: Context<Env>): Said | undefined {
  if ((c.req.header("sec-fetch-mode") ?? "navigate") !== "navigate") return undefined;
  const kept = readSealed(c, cookie, z.object({ path: z.string(), said: Said }));
  if (kept?.path !== new URL(c.req.url).pathname) return undefined;
  dropSealed(c, cookie);
  return kept.said;
}
