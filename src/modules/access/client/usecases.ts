import { timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { type Actor, as, type Ctx, type Inside, inTransaction, reading } from "../../../kernel/context.ts";
import { type Day, dayOf } from "../../../kernel/day.ts";
import { record } from "../../../kernel/event.ts";
import { hashOf, newId, newReference, newToken } from "../../../kernel/id.ts";
import type { Result } from "../../../kernel/result.ts";
import { claimsOf, goodUntil, keyFor, problemOfClaims, readAssertion } from "./assertion.ts";
import {
  type Client,
  type ClientProblem,
  mayAsk,
  problemOfClient,
  type Refusal,
  readPublicKey,
  Scope,
  tokenLength,
} from "./client.ts";
import * as store from "./store.ts";

const tokens = { kind: "system", purpose: "tokens" } as const;

// ── adding and ending: for the system with purpose `clients`, and an organisation's own administrator; to anybody else
// there are no clients ────────────────────────────────────────────────────────────────────────────────────────────────

export type NewClient = {
  organisationId: string;
  name: string;
  scopes: Scope[];
  endsOn: Day;
  /** Its public key in PEM; without one it gets a secret. */
  publicKey?: string;
};

/** Adds a program. The secret is told here and never again: we keep its hash. */
export function addClient(
  ctx: Ctx,
  asked: NewClient,
): Promise<Result<{ client: Client; secret: string | null }, ClientProblem>> {
  return inTransaction(ctx, async (ctx) => {
    const today = dayOf(ctx.now);
    // A list of programs has a line each: nobody puts a second one into a name.
    const name = asked.name.replace(/\p{Cc}+/gu, " ").trim();
    const given = { ...asked, name, scopes: [...new Set(asked.scopes)] };
    const problem = problemOfClient(given, today);
    if (problem !== undefined) return { ok: false, problem };
    if (!(await store.hasOrganisation(ctx.db, given.organisationId))) return { ok: false, problem: "noOrganisation" };
    const key = given.publicKey === undefined ? undefined : readPublicKey(given.publicKey);
    if (key?.ok === false) return key;
    const secret = key === undefined ? newToken() : null;
    const client: Client = {
      id: newId(),
      organisationId: given.organisationId,
      name: given.name,
      scopes: given.scopes,
      provesWith: secret === null ? "key" : "secret",
      createdOn: today,
      endsOn: given.endsOn,
      lastUsedAt: null,
      endedAt: null,
    };
    await store.insertClient(
      ctx.db,
      client,
      key === undefined
        ? { publicKey: null, secretHash: hashOf(secret ?? "") }
        : { publicKey: key.value, secretHash: null },
    );
    await record(ctx, "access.clientAdded", client.id, {
      organisationId: client.organisationId,
      scopes: client.scopes,
      provesWith: client.provesWith,
      endsOn: client.endsOn.toString(),
    });
    return { ok: true, value: { client, secret } };
  });
}

export const listClients = (ctx: Ctx, organisationId?: string): Promise<Client[]> =>
  reading(ctx, (ctx) => store.listClients(ctx.db, organisationId));

/** Ends a program at once, and with it the tokens it still has. */
export function endClient(ctx: Ctx, clientId: string): Promise<"ended" | "gone"> {
  return inTransaction(ctx, async (ctx) => {
    const organisationId = await store.endClient(ctx.db, clientId, ctx.now);
    if (organisationId === undefined) return "gone";
    await record(ctx, "access.clientEnded", clientId, { organisationId });
    return "ended";
  });
}

// ── tokens ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** How a program says who it is. `clientId`: as it says beside its statement, where it says so. */
export type ClientProof =
  | { kind: "secret"; clientId: string; secret: string }
  | { kind: "assertion"; assertion: string; clientId: string | undefined };

export type TokenOutcome =
  | { kind: "given"; token: string; scopes: Scope[]; seconds: number }
  /** Whoever asks does not hear why: not even whether there is such a program. */
  | { kind: "refused" }
  /** It is that program, and asks for what it was not given. */
  | { kind: "scopeNotGiven" };

/** @param asked.scopes undefined: all that it may. @param audience our own address for this, which a statement must name. */
export function giveToken(
  ctx: Ctx,
  asked: { proof: ClientProof; scopes: readonly string[] | undefined },
  audience: string,
): Promise<TokenOutcome> {
  return inTransaction(as(ctx, tokens), async (ctx) => {
    const refuse = (reason: Refusal) => record(ctx, "access.tokenRefused", newReference(), { reason });
    const proven = await prove(ctx, asked.proof, audience);
    if (!proven.ok) {
      await refuse(proven.problem);
      return { kind: "refused" };
    }
    const client = proven.value;
    const scopes = asked.scopes === undefined ? client.scopes : scopesOf(client, asked.scopes);
    if (scopes === undefined) {
      await refuse("scopeNotGiven");
      return { kind: "scopeNotGiven" };
    }
    const token = newToken();
    const endsAt = ctx.now.add(tokenLength);
    await store.insertToken(ctx.db, { hash: hashOf(token), clientId: client.id, scopes, givenAt: ctx.now, endsAt });
    await store.touchClient(ctx.db, client.id, ctx.now);
    await record(ctx, "access.tokenGiven", client.id, { scopes });
    return { kind: "given", token, scopes, seconds: ctx.now.until(endsAt).total("seconds") };
  });
}

const scopesOf = (client: Client, asked: readonly string[]): Scope[] | undefined => {
  const wanted = z.array(Scope).min(1).safeParse(asked);
  return wanted.success && wanted.data.every((scope) => client.scopes.includes(scope))
    ? [...new Set(wanted.data)]
    : undefined;
};

/** The program that this proves. One that is not there takes the same steps as a wrong secret or signature. */
async function prove(ctx: Inside, proof: ClientProof, audience: string): Promise<Result<Client, Refusal>> {
  const read = proof.kind === "assertion" ? readAssertion(proof.assertion) : undefined;
  const said = z.uuid().safeParse(proof.kind === "secret" ? proof.clientId : read?.clientId);
  const client = await store.findClient(ctx.db, said.data ?? nobody);
  const problem =
    proof.kind === "secret"
      ? isSame(hashOf(proof.secret), client?.secretHash ?? hashOfNobody)
        ? undefined
        : "wrongSecret"
      : await problemOfAssertion(ctx, proof, { client, algorithm: read?.algorithm, audience });
  if (client === undefined) return { ok: false, problem: "noClient" };
  if (problem !== undefined) return { ok: false, problem };
  return mayAsk(client, ctx.now) ? { ok: true, value: client } : { ok: false, problem: "over" };
}

async function problemOfAssertion(
  ctx: Inside,
  { assertion, clientId }: Extract<ClientProof, { kind: "assertion" }>,
  given: { client: (Client & store.Proof) | undefined; algorithm: string | undefined; audience: string },
): Promise<Refusal | undefined> {
  const { client, algorithm, audience } = given;
  const claims = await claimsOf(assertion, keyFor(client?.publicKey ?? undefined, algorithm));
  // A key of nobody opens nothing, also for whoever has the other half of it.
  if (client?.publicKey == null) return "wrongSignature";
  if (!claims.ok) return claims.problem;
  if (clientId !== undefined && clientId !== client.id) return "wrongClaims";
  const problem = problemOfClaims(claims.value, { clientId: client.id, audience, now: ctx.now });
  if (problem !== undefined) return problem;
  const isFirst = await store.rememberAssertion(ctx.db, {
    clientId: client.id,
    jtiHash: hashOf(claims.value.jti),
    goodUntil: goodUntil(claims.value),
  });
  return isFirst ? undefined : "replayed";
}

const nobody = "00000000-0000-4000-8000-000000000000";
const hashOfNobody = "0".repeat(64);

/** Compared as digests of one length: how long it takes tells nothing of how much was right. */
const isSame = (given: string, kept: string): boolean => timingSafeEqual(Buffer.from(given), Buffer.from(kept));

/** The program that holds this token, as it acts in this municipality; undefined when the token or the program is over. */
export function findTokenHolder(ctx: Ctx, token: string): Promise<Extract<Actor, { kind: "client" }> | undefined> {
  return reading(as(ctx, tokens), async (ctx) => {
    const found = await store.findToken(ctx.db, ctx.municipalityId, hashOf(token), ctx.now);
    if (found === undefined || !mayAsk(found, ctx.now)) return undefined;
    const { clientId, organisationId, teamIds, scopes } = found;
    return { kind: "client", clientId, organisationId, teamIds, scopes };
  });
}

/** Tokens that are over, and used proofs that nobody could use again, are of no use: they go. */
export const forgetEndedTokens = (ctx: Ctx): Promise<void> =>
  inTransaction(as(ctx, tokens), (ctx) => store.deleteEndedTokens(ctx.db, ctx.now));
