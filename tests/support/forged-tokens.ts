import { createHmac, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { createServer } from "node:http";
import { afterAll, beforeAll } from "vitest";

export type Forgery = {
  header?: Record<string, unknown>;
  claims?: Record<string, unknown>;
  /** Another key than the one it publishes; "none" leaves the signature out; "secret" signs with what everybody can read. */
  signedWith?: "own" | "another" | "none" | "secret";
};

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/**
 * An identity provider that lies: whatever code it is given, it answers with the token a test asks for. It stands for
 * somebody between us and a provider, or a provider that was taken over.
 */
export function lyingProvider(clientId: string) {
  const made = { port: 0, nonce: "", forgery: {} as Forgery };
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const another = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
  const jwk = { ...publicKey.export({ format: "jwk" }), kid: "one", use: "sig", alg: "RS256" };
  const issuer = () => `http://localhost:${made.port}`;
  const token = (): string => {
    const { header = {}, claims = {}, signedWith = "own" } = made.forgery;
    const now = Math.floor(Date.now() / 1000);
    const alg = signedWith === "none" ? "none" : signedWith === "secret" ? "HS256" : "RS256";
    const body = {
      iss: issuer(),
      aud: clientId,
      sub: "somebody",
      iat: now,
      exp: now + 300,
      nonce: made.nonce,
      ...claims,
    };
    const signed = `${base64({ alg, kid: "one", typ: "JWT", ...header })}.${base64(body)}`;
    return `${signed}.${signatureOf(signed, signedWith, { own: privateKey, another, publicKey })}`;
  };
  const server = createServer((request, response) => {
    const answers: Record<string, unknown> = {
      "/.well-known/openid-configuration": {
        issuer: issuer(),
        authorization_endpoint: `${issuer()}/auth`,
        token_endpoint: `${issuer()}/token`,
        jwks_uri: `${issuer()}/keys`,
        response_types_supported: ["code"],
        subject_types_supported: ["public"],
        id_token_signing_alg_values_supported: ["RS256"],
        code_challenge_methods_supported: ["S256"],
      },
      "/keys": { keys: [jwk] },
      "/token": { access_token: "x", token_type: "Bearer", id_token: token() },
    };
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(answers[request.url ?? ""] ?? {}));
  });
  beforeAll(
    () =>
      new Promise<void>((resolve) =>
        server.listen(0, "127.0.0.1", () => {
          const address = server.address();
          made.port = typeof address === "object" && address !== null ? address.port : 0;
          resolve();
        }),
      ),
  );
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return {
    issuer,
    /** The next token, for a sign-in that began with this nonce. */
    lie: (nonce: string, forgery: Forgery) => Object.assign(made, { nonce, forgery }),
  };
}

function signatureOf(
  signed: string,
  signedWith: NonNullable<Forgery["signedWith"]>,
  keys: { own: KeyObject; another: KeyObject; publicKey: KeyObject },
): string {
  if (signedWith === "none") return "";
  if (signedWith === "secret")
    return createHmac("sha256", keys.publicKey.export({ type: "spki", format: "pem" }))
      .update(signed)
      .digest("base64url");
  return sign("sha256", Buffer.from(signed), signedWith === "own" ? keys.own : keys.another).toString("base64url");
}
