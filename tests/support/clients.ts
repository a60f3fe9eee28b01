import { constants, createHmac, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { type Actor, as, type Ctx } from "../../src/kernel/context.ts";
import { dayOf } from "../../src/kernel/day.ts";
import { newReference } from "../../src/kernel/id.ts";
import { addClient, type Client, type Scope, scopes, usualEnd } from "../../src/modules/access/index.ts";

/* Programs of organisations, and the statements they sign: made with Node alone, so that nothing of ours checks itself. */

export const clientsAdministered = { kind: "system", purpose: "clients" } as const satisfies Actor;

export type Keys = { privateKey: KeyObject; publicKey: KeyObject };
const curve = { namedCurve: "P-256" };
export const ecKeys = (): Keys => generateKeyPairSync("ec", curve);
export const rsaKeys = (): Keys => generateKeyPairSync("rsa", { modulusLength: 2048 });
const pemOf = ({ publicKey }: Keys): string => publicKey.export({ type: "spki", format: "pem" }).toString();

type Wanted = { organisationId: string; scopes?: Scope[]; name?: string; endsOn?: Temporal.PlainDate; keys?: Keys };

/** Adds a program; `secret` is empty for one with a key. */
export async function aClient(ctx: Ctx, wanted: Wanted): Promise<{ client: Client; secret: string }> {
  const added = await addClient(as(ctx, clientsAdministered), {
    organisationId: wanted.organisationId,
    name: wanted.name ?? "Voorbeeld telefooncentrale",
    scopes: wanted.scopes ?? [...scopes],
    endsOn: wanted.endsOn ?? usualEnd(dayOf(ctx.now)),
    ...(wanted.keys === undefined ? {} : { publicKey: pemOf(wanted.keys) }),
  });
  if (!added.ok) throw new Error(`Nobody added this client: ${added.problem}.`);
  return { client: added.value.client, secret: added.value.secret ?? "" };
}

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** How a statement is signed: as it should be, not at all, or with the public key as if that were a secret. */
export type Signing = "ES256" | "PS256" | "RS256" | "RS512" | "none" | "HS256";

export function signed(
  claims: Record<string, unknown>,
  { privateKey, publicKey }: Keys,
  signing: Signing = "ES256",
  header: Record<string, unknown> = {},
): string {
  const text = `${base64({ alg: signing, typ: "JWT", ...header })}.${base64(claims)}`;
  const by = (how: object, digest = "sha256") =>
    sign(digest, Buffer.from(text), { key: privateKey, ...how }).toString("base64url");
  const signature = {
    ES256: () => by({ dsaEncoding: "ieee-p1363" }),
    PS256: () => by({ padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }),
    RS256: () => by({}),
    RS512: () => by({}, "sha512"),
    HS256: () =>
      createHmac("sha256", publicKey.export({ type: "spki", format: "pem" }))
        .update(text)
        .digest("base64url"),
    none: () => "",
  }[signing]();
  return `${text}.${signature}`;
}

/** What a program says of itself, right for now; a value of undefined leaves it out. */
export function claimsFor(
  clientId: string,
  audience: string,
  now: Temporal.Instant,
  over: Record<string, unknown> = {},
): Record<string, unknown> {
  const seconds = now.epochMilliseconds / 1000;
  const claims = { iss: clientId, sub: clientId, aud: audience, iat: seconds, exp: seconds + 60, jti: newReference() };
  return { ...claims, ...over };
}
