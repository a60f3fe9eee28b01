import { createPublicKey, type KeyObject } from "node:crypto";
import { compactVerify, decodeJwt, decodeProtectedHeader } from "jose";
import { z } from "zod";
import type { Result } from "../../../kernel/result.ts";
import type { Refusal } from "./client.ts";

/*
 * A program proves itself with a short statement that it signs with its private key (`private_key_jwt`, RFC 7523; the Dutch
 * profile for OAuth asks for it). The library checks the signature; whether the statement is for us, for now, is decided here.
 */

/** Signing with a key of which we hold the public half. Not `none`, and nothing that is signed with what everybody can read. */
const algorithms = ["ES256", "PS256", "RS256"];

/** Clocks of two machines are seldom equal. */
const skewSeconds = 120;
/** A statement is made for one request: it has no use for more, and we must remember that it was used. */
const longestSeconds = 600;

const Claims = z.object({
  iss: z.string(),
  sub: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  exp: z.number(),
  iat: z.number(),
  nbf: z.number().optional(),
  jti: z.string().min(1).max(200),
});
export type Claims = z.infer<typeof Claims>;

/** Who the statement says it is of, and how it is signed: not to be believed before the signature is checked. */
export function readAssertion(assertion: string): { clientId: string; algorithm: string } | undefined {
  try {
    const { alg } = decodeProtectedHeader(assertion);
    const { iss } = decodeJwt(assertion);
    return typeof alg === "string" && typeof iss === "string" ? { clientId: iss, algorithm: alg } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The key to check with: the program's own when it can have signed in this way, or else one of nobody. So a program
 * that is not there takes as long to refuse as a wrong signature.
 */
export function keyFor(publicKey: string | undefined, algorithm: string | undefined): KeyObject {
  const type = algorithm === "ES256" ? "ec" : "rsa";
  const own = publicKey === undefined ? undefined : createPublicKey(publicKey);
  return own?.asymmetricKeyType === type ? own : keyOfNobody[type];
}

/** What the statement says, when it is signed with this key; undefined when not, or when it says something else. */
export async function claimsOf(assertion: string, key: KeyObject): Promise<Result<Claims, Refusal>> {
  try {
    const { payload } = await compactVerify(assertion, key, { algorithms });
    const claims = Claims.safeParse(JSON.parse(new TextDecoder().decode(payload)));
    return claims.success ? { ok: true, value: claims.data } : { ok: false, problem: "wrongClaims" };
  } catch {
    return { ok: false, problem: "wrongSignature" };
  }
}

/** Why a signed statement is no proof for this program, here and now; undefined when it is. */
export function problemOfClaims(
  claims: Claims,
  given: { clientId: string; audience: string; now: Temporal.Instant },
): Refusal | undefined {
  const now = given.now.epochMilliseconds / 1000;
  if (claims.iss !== given.clientId || claims.sub !== given.clientId) return "wrongClaims";
  // One audience alone: a statement that is meant for another server as well could be handed on to us by that server.
  if ([claims.aud].flat().length !== 1 || [claims.aud].flat()[0] !== given.audience) return "wrongAudience";
  if (now >= claims.exp + skewSeconds) return "expired";
  if (claims.iat > now + skewSeconds || (claims.nbf ?? claims.iat) > now + skewSeconds) return "notYet";
  if (claims.exp > now + longestSeconds + skewSeconds) return "lastsTooLong";
  return undefined;
}

/** Until when it could be used once more, and so must be remembered. */
export const goodUntil = ({ exp }: Pick<Claims, "exp">): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(Math.ceil((exp + skewSeconds) * 1000));

const publicKeyIn = (spki: string): KeyObject =>
  createPublicKey({ key: Buffer.from(spki, "base64"), type: "spki", format: "der" });
/** Keys of which nobody kept the private half. Whatever they would say yes to is refused all the same. */
const keyOfNobody = {
  ec: publicKeyIn(
    "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEWajANdwOAORhW7N5YSkPHcRaPeUAbeLuHzr7GZ+jB2m7YQK0FtX3O/IN2OoJC2ms" +
      "17p+qeGtjadAd2MnVe5WSg==",
  ),
  rsa: publicKeyIn(
    "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA02pIkexlKaIe8WDoWfq5J5/45swXkTY6HzFo69bojiNXEo8KTpx9gmKF" +
      "+aJgQO20q3rhNgm+XZ9ovHci9Zj2xcZD1izPSxQG5PujfD6Hlfd+6lsc6W6rcEo/B789qa/DXrbpqkwZKWmVeAlmyd/HmYl2i/ZR" +
      "mibN6o+h7aFO70f2nYBRMxizZrj8/0CzA8WcjVbG6W9uVxSmSNs3K58iHqiNnhGy+ZEoTPR/8ulsy8hHmgUn3izQYWuNEM9UsXsr" +
      "cwJXaxH7pl3E6BxGjtzlKkteHGvP2e/n17YcjDM3YKsNV4OuN2dlFBjXx5sPrCa9DjyYsSLGJ0+1OoMRkdF7WwIDAQAB",
  ),
};
