import { createPrivateKey } from "node:crypto";
import * as oidc from "openid-client";
import type { IdentityProvider } from "../config/identity-providers.ts";
import type { Result } from "../kernel/result.ts";
import type { Claims } from "../modules/access/index.ts";

/*
 * OpenID Connect, authorization code flow with PKCE (S256), as the Dutch profile for it asks (OIDC NL GOV). The
 * library checks signature, issuer, audience, moments, state and nonce; we check `acr`.
 */

/** What the browser keeps for us, sealed, while somebody is away at their provider. */
type Started = { provider: string; state: string; nonce: string; verifier: string };

/** A provider whose answer cannot be trusted, that is away, or at which somebody stopped half-way. */
type SignInProblem = "notTrusted" | "away" | "stopped" | "tooWeak";

/** Clocks of two machines are seldom equal. */
const clockTolerance = 120;
/** A provider changes its keys and addresses now and then: what it says of itself is asked anew after this. */
const knownFor = 3_600_000;

export type Oidc = {
  begin: (
    provider: IdentityProvider,
    redirectUri: string,
    language: string,
  ) => Promise<Result<{ url: URL; started: Started }, "away">>;
  finish: (
    provider: IdentityProvider,
    started: Started,
    answer: URL,
  ) => Promise<Result<{ claims: Claims; idToken: string | null }, SignInProblem>>;
  /** Where the session at the provider itself is ended; undefined when it has no such place. */
  endUrl: (provider: IdentityProvider, idToken: string | null, back: string) => Promise<URL | undefined>;
};

/** @param reach another way to a provider than by its own address: the example's is in this very process. */
export function makeOidc(reach?: (provider: IdentityProvider) => oidc.CustomFetch): Oidc {
  const known = new Map<string, { until: number; configuration: Promise<oidc.Configuration> }>();
  const configurationOf = (provider: IdentityProvider): Promise<oidc.Configuration> => {
    const found = known.get(provider.key);
    if (found !== undefined && found.until > performance.now()) return found.configuration;
    const configuration = discover(provider, reach);
    known.set(provider.key, { until: performance.now() + knownFor, configuration });
    // One that was away is asked again by whoever comes next.
    configuration.catch(() => known.delete(provider.key));
    return configuration;
  };
  return {
    begin: async (provider, redirectUri, language) => {
      const configuration = await configurationOf(provider).catch(() => undefined);
      if (configuration === undefined) return { ok: false, problem: "away" };
      const verifier = oidc.randomPKCECodeVerifier();
      const state = oidc.randomState();
      const nonce = oidc.randomNonce();
      const url = oidc.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: provider.scope,
        ui_locales: language,
        ...(provider.prompt === undefined ? {} : { prompt: provider.prompt }),
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
        ...(provider.acr.length > 0 ? { acr_values: provider.acr.join(" ") } : {}),
      });
      return { ok: true, value: { url, started: { provider: provider.key, state, nonce, verifier } } };
    },
    finish: async (provider, { state, nonce, verifier }, answer) => {
      try {
        const tokens = await oidc.authorizationCodeGrant(await configurationOf(provider), answer, {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (claims === undefined) return { ok: false, problem: "notTrusted" };
        if (provider.acr.length > 0 && !provider.acr.includes(String(claims.acr)))
          return { ok: false, problem: "tooWeak" };
        return { ok: true, value: { claims, idToken: tokens.id_token ?? null } };
      } catch (error) {
        return { ok: false, problem: problemOf(error) };
      }
    },
    endUrl: async (provider, idToken, back) => {
      const configuration = await configurationOf(provider).catch(() => undefined);
      if (configuration?.serverMetadata().end_session_endpoint === undefined) return undefined;
      return oidc.buildEndSessionUrl(configuration, {
        post_logout_redirect_uri: back,
        ...(idToken === null ? {} : { id_token_hint: idToken }),
      });
    },
  };
}

async function discover(
  provider: IdentityProvider,
  reach: Parameters<typeof makeOidc>[0],
): Promise<oidc.Configuration> {
  const issuer = new URL(provider.issuer);
  const metadata = { [oidc.clockTolerance]: clockTolerance };
  return oidc.discovery(issuer, provider.clientId, metadata, await proofOf(provider), {
    execute: [
      // The signature of a token is checked as well, not only the connection it came over.
      oidc.enableNonRepudiationChecks,
      // Only the provider of the example world is reached without TLS: the configuration takes no other.
      ...(issuer.protocol === "http:" ? [oidc.allowInsecureRequests] : []),
    ],
    ...(reach === undefined ? {} : { [oidc.customFetch]: reach(provider) }),
    timeout: 10,
  });
}

async function proofOf({ proof }: IdentityProvider): Promise<oidc.ClientAuth> {
  if (proof.kind === "secret") return oidc.ClientSecretBasic(proof.secret);
  const key = createPrivateKey(proof.pem);
  const algorithm =
    key.asymmetricKeyType === "ec" ? { name: "ECDSA", namedCurve: "P-256" } : { name: "RSA-PSS", hash: "SHA-256" };
  const der = key.export({ type: "pkcs8", format: "der" });
  return oidc.PrivateKeyJwt(await crypto.subtle.importKey("pkcs8", der, algorithm, false, ["sign"]));
}

/** What the library found wrong, by its own codes; a network that fails has none. */
function problemOf(error: unknown): SignInProblem {
  if (error instanceof oidc.AuthorizationResponseError && error.error === "access_denied") return "stopped";
  if (error instanceof TypeError && !("code" in error)) return "away";
  if (error instanceof Error && "code" in error && error.code === "OAUTH_TIMEOUT") return "away";
  return "notTrusted";
}
