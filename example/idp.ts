import { generateKeyPairSync, type KeyObject, randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { Provider } from "oidc-provider";
import type { IdentityProvider } from "../src/config/identity-providers.ts";
import { exampleProvider } from "./places.ts";

/*
 * The identity provider of the example world: a real one (oidc-provider, certified), with a page of people to pick from
 * in place of passwords. It lives in this process and forgets everything when it ends. Production never loads it.
 */

/** Where it stands on our own site. */
const prefix = "/voorbeeld/idp";

export type ExampleIdp = {
  /** How the app reaches it, as it would any other. */
  provider: IdentityProvider;
  /** Answers what is asked under its prefix. */
  handle: (request: IncomingMessage, response: ServerResponse) => void;
  /** True when this browser came here to sign in, and has not yet. */
  isAsked: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
  /** Picks this person; returns where the browser goes on. */
  pick: (request: IncomingMessage, response: ServerResponse, personId: string) => Promise<string>;
};

/** @param publicUrl where people reach this site, without a slash at the end. */
export function makeIdp(publicUrl: string): ExampleIdp {
  const client = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const issuer = `${publicUrl}${prefix}`;
  const provider = makeProvider(issuer, publicUrl, client.publicKey);
  const answer = provider.callback();
  return {
    provider: {
      key: exampleProvider,
      name: "Voorbeeld",
      issuer,
      clientId: "rechtspoor",
      scope: "openid",
      // Whoever signed out wants to be somebody else.
      prompt: "login",
      acr: [],
      teams: [],
      organisationId: null,
      proof: { kind: "key", pem: client.privateKey.export({ type: "pkcs8", format: "pem" }).toString() },
    },
    handle: (request, response) => {
      const { url = "" } = request;
      // Everybody signs in anew: with the session of somebody else it would first ask to end that, in a page with a script.
      if (url.startsWith(`${prefix}/auth?`)) request.headers.cookie = withoutSession(request.headers.cookie);
      // It thinks of itself as standing at the root; `originalUrl` tells it where it really is.
      Object.assign(request, { originalUrl: url, url: url.slice(prefix.length) });
      void answer(request, response);
    },
    isAsked: (request, response) =>
      provider.interactionDetails(request, response).then(
        () => true,
        () => false,
      ),
    pick: (request, response, personId) =>
      provider.interactionResult(
        request,
        response,
        { login: { accountId: personId } },
        { mergeWithLastSubmission: false },
      ),
  };
}

const withoutSession = (cookies = ""): string =>
  cookies
    .split("; ")
    .filter((cookie) => !cookie.startsWith("_session"))
    .join("; ");

function makeProvider(issuer: string, publicUrl: string, clientKey: KeyObject): Provider {
  const own = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: "rechtspoor",
        redirect_uris: [`${publicUrl}/werk/inloggen/terug`],
        post_logout_redirect_uris: [`${publicUrl}/werk`],
        response_types: ["code"],
        grant_types: ["authorization_code"],
        token_endpoint_auth_method: "private_key_jwt",
        token_endpoint_auth_signing_alg: "ES256",
        id_token_signed_response_alg: "ES256",
        jwks: { keys: [{ ...clientKey.export({ format: "jwk" }), use: "sig", alg: "ES256" }] },
      },
    ],
    jwks: { keys: [{ ...own.export({ format: "jwk" }), use: "sig", alg: "ES256", kid: "example" }] },
    cookies: { keys: [randomBytes(32).toString("hex")] },
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: true, logoutSource: askToEnd, postLogoutSuccessSource: ended },
    },
    interactions: {
      url: (_, { uid, params }) => `${params.ui_locales === "en" ? "/en" : ""}/voorbeeld/inloggen/${uid}`,
    },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
    renderError: (ctx, { error }) => wentWrong(ctx, error),
    // Everybody here is made up: nobody needs to agree that we learn who they are.
    loadExistingGrant: async ({ oidc }) => {
      const { client, session } = oidc;
      if (client === undefined || session?.accountId === undefined) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope("openid");
      await grant.save();
      return grant;
    },
    ttl: { AuthorizationCode: 60, IdToken: 3600, Interaction: 600, Session: 36_000, Grant: 36_000, AccessToken: 600 },
  });
  provider.proxy = true;
  return provider;
}

/** Without its own page, which asks a font from elsewhere. The form it gives has a check against other sites in it. */
function askToEnd(ctx: { body?: unknown }, form: string): void {
  ctx.body = `<!doctype html><html lang="nl"><title>Uitloggen</title>${form}<button type="submit" form="op.logoutForm" name="logout" value="yes">Ja, log uit</button></html>`;
}

function wentWrong(ctx: { body?: unknown }, error: string): void {
  ctx.body = `<!doctype html><html lang="nl"><title>Inloggen</title><p>Inloggen is niet gelukt (${error.replaceAll(/[^a-z_]/g, "")}).</p><p><a href="/werk">Probeer het opnieuw</a></p></html>`;
}

function ended(ctx: { body?: unknown }): void {
  ctx.body = '<!doctype html><html lang="nl"><title>Uitgelogd</title><p>U bent uitgelogd.</p></html>';
}
