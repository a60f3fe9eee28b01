import { generateKeyPairSync, type KeyObject, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";
import { afterAll, beforeAll } from "vitest";
import type { IdentityProvider } from "../../src/config/identity-providers.ts";

export type TestProvider = {
  /** As the app knows it; each test may ask more of it. */
  settings: IdentityProvider;
  /** What it says of whoever signs in next. */
  says: (claims: Record<string, unknown> & { sub: string }) => void;
  /** Walks past it as a browser does, from the address the app sends to; returns where it sends the browser back. */
  visit: (address: string) => Promise<string>;
  /** Nothing answers at its address any more, or again. */
  goAway: () => Promise<void>;
  comeBack: () => Promise<void>;
};

const redirectUri = "http://localhost/werk/inloggen/terug";

/** An identity provider of some organisation, with everything but a page for a password, on a port of its own. */
export function testProvider(): TestProvider {
  const made: { server?: ReturnType<typeof createServer>; settings?: IdentityProvider; port: number } = { port: 0 };
  const said: { claims: Record<string, unknown> & { sub: string } } = { claims: { sub: "nobody" } };
  const client = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const listen = () =>
    new Promise<void>((resolve) => made.server?.listen(made.port, "127.0.0.1", () => resolve(undefined)));
  const close = () =>
    new Promise<void>((resolve) => {
      made.server?.closeAllConnections();
      made.server?.close(() => resolve(undefined));
    });
  beforeAll(async () => {
    const started: { answer?: ReturnType<Provider["callback"]> } = {};
    made.server = createServer((request, response) => void started.answer?.(request, response));
    await listen();
    made.port = (made.server.address() as AddressInfo).port;
    const issuer = `http://localhost:${made.port}`;
    started.answer = makeProvider(issuer, client.publicKey, () => said.claims).callback();
    made.settings = {
      key: "gemeente",
      name: "Gemeente Voorbeeld",
      issuer,
      clientId: "rechtspoor",
      scope: "openid profile email",
      acr: [],
      teams: [],
      organisationId: null,
      prompt: undefined,
      proof: { kind: "key", pem: client.privateKey.export({ type: "pkcs8", format: "pem" }).toString() },
    };
  });
  afterAll(close);
  return {
    get settings() {
      if (made.settings === undefined) throw new Error("The provider is only there inside a test.");
      return made.settings;
    },
    says: (claims) => {
      said.claims = claims;
    },
    visit: (address) => visit(address),
    goAway: close,
    comeBack: listen,
  };
}

function makeProvider(issuer: string, clientKey: KeyObject, claims: () => Record<string, unknown> & { sub: string }) {
  const own = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: "rechtspoor",
        redirect_uris: [redirectUri],
        post_logout_redirect_uris: ["http://localhost/werk"],
        response_types: ["code"],
        grant_types: ["authorization_code"],
        token_endpoint_auth_method: "private_key_jwt",
        token_endpoint_auth_signing_alg: "ES256",
        jwks: { keys: [{ ...clientKey.export({ format: "jwk" }), use: "sig", alg: "ES256" }] },
      },
    ],
    jwks: { keys: [{ ...own.export({ format: "jwk" }), use: "sig", alg: "RS256", kid: randomUUID() }] },
    cookies: { keys: [randomUUID()] },
    // As most organisations have it: everything they say stands in the token itself.
    conformIdTokenClaims: false,
    claims: { openid: ["sub", "groups", "roles", "realm_access", "name", "email", "preferred_username", "oid", "tid"] },
    acrValues: ["sterk"],
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interactie/${uid}` },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ ...claims(), sub }) }),
    loadExistingGrant: async ({ oidc }) => {
      const { client, session } = oidc;
      if (client === undefined || session?.accountId === undefined) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope("openid profile email");
      await grant.save();
      return grant;
    },
    ttl: { AuthorizationCode: 60, IdToken: 3600, Interaction: 600, Session: 3600, Grant: 3600, AccessToken: 600 },
  });
  provider.use(async (ctx, next) => {
    if (!ctx.path.startsWith("/interactie/")) return next();
    const { sub, acr } = claims();
    ctx.redirect(
      await provider.interactionResult(ctx.req, ctx.res, {
        login: { accountId: sub, ...(typeof acr === "string" ? { acr } : {}) },
      }),
    );
  });
  return provider;
}

/** Follows redirects and keeps cookies until the browser is sent back to the app. */
async function visit(address: string): Promise<string> {
  const cookies = new Map<string, string>();
  const go = async (to: string, left: number): Promise<string> => {
    if (to.startsWith(redirectUri) || left === 0) return to;
    const answer = await fetch(to, {
      redirect: "manual",
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    const location = answer.headers.get("location");
    if (location === null) throw new Error(`The provider sends nobody on: ${answer.status} ${await answer.text()}`);
    return go(new URL(location, to).href, left - 1);
  };
  return go(address, 10);
}
