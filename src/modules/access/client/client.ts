import { createPublicKey } from "node:crypto";
import { z } from "zod";
import { type Day, dayOf } from "../../../kernel/day.ts";
import type { Result } from "../../../kernel/result.ts";

/*
 * A program of an organisation, such as its telephone system or a screen on the wall: what it may ask for, until when,
 * and how it proves to be that program.
 */

/** What a program can be given; each is one thing that it may ask of the interface. */
export const scopes = ["toezeggingen.lezen", "terugbelverzoeken.maken"] as const;
export const Scope = z.enum(scopes);
export type Scope = z.infer<typeof Scope>;

export type Client = {
  id: string;
  organisationId: string;
  /** Of the program, never of somebody. */
  name: string;
  scopes: Scope[];
  provesWith: "key" | "secret";
  createdOn: Day;
  /** The last day on which it may ask. */
  endsOn: Day;
  lastUsedAt: Temporal.Instant | null;
  endedAt: Temporal.Instant | null;
};

/** Whether nobody ended it, and its last day is not over. */
export const mayAsk = (client: Pick<Client, "endsOn" | "endedAt">, now: Temporal.Instant): boolean =>
  client.endedAt === null && Temporal.PlainDate.compare(dayOf(now), client.endsOn) <= 0;

/** Short enough to be worth little to whoever finds one, long enough not to ask for one each time. */
export const tokenLength = { minutes: 10 } as const;

/** A proof that is for ever is forgotten for ever: once in two years somebody looks whether the program is still there. */
const longest = { years: 2 } as const;
const usual = { years: 1 } as const;

export const usualEnd = (today: Day): Day => today.add(usual);

export type ClientProblem =
  | "nameMissing"
  | "nameTooLong"
  | "scopesMissing"
  | "endsInThePast"
  | "endsTooLate"
  | KeyProblem
  | "noOrganisation";

/** What is wrong with a program that somebody wants to add; undefined when nothing is. */
export function problemOfClient(
  client: { name: string; scopes: readonly Scope[]; endsOn: Day },
  today: Day,
): ClientProblem | undefined {
  if (client.name === "") return "nameMissing";
  if (client.name.length > 80) return "nameTooLong";
  if (client.scopes.length === 0) return "scopesMissing";
  if (Temporal.PlainDate.compare(client.endsOn, today) < 0) return "endsInThePast";
  if (Temporal.PlainDate.compare(client.endsOn, today.add(longest)) > 0) return "endsTooLate";
  return undefined;
}

export type KeyProblem = "keyPrivate" | "keyUnreadable" | "keyUnfit";

const fewestBits = 2048;

/** A public key in PEM as it is kept: EC on P-256 or RSA, the keys of the ways to sign that we take. */
export function readPublicKey(pem: string): Result<string, KeyProblem> {
  // Whoever hands us the private half has to make a new pair: it is a secret no more.
  if (pem.includes("PRIVATE KEY")) return { ok: false, problem: "keyPrivate" };
  const key = parsed(pem);
  if (key === undefined) return { ok: false, problem: "keyUnreadable" };
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key;
  const isFit =
    (type === "ec" && details?.namedCurve === "prime256v1") ||
    (type === "rsa" && (details?.modulusLength ?? 0) >= fewestBits);
  return isFit
    ? { ok: true, value: key.export({ type: "spki", format: "pem" }).toString() }
    : { ok: false, problem: "keyUnfit" };
}

function parsed(pem: string) {
  try {
    return createPublicKey(pem);
  } catch {
    return undefined;
  }
}

/** Why a program got no token. Whoever asked hears none of these: they are for the organisation's administrator. */
export type Refusal =
  | "noClient"
  | "wrongSecret"
  | "wrongSignature"
  | "wrongClaims"
  | "wrongAudience"
  | "expired"
  | "notYet"
  | "lastsTooLong"
  | "replayed"
  | "over"
  | "scopeNotGiven";

declare module "../../../kernel/event.ts" {
  interface Events {
    "access.clientAdded": { organisationId: string; scopes: Scope[]; provesWith: Client["provesWith"]; endsOn: string };
    "access.clientEnded": { organisationId: string };
    "access.tokenGiven": { scopes: Scope[] };
    /** About a random reference: what was said of who asks cannot be believed. */
    "access.tokenRefused": { reason: Refusal };
  }
}
