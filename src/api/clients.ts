import { OpenAPIHono } from "@hono/zod-openapi";
import type { Context, MiddlewareHandler } from "hono";
import type { Result } from "../kernel/result.ts";
import { type ClientProof, findTokenHolder, giveToken, type Scope } from "../modules/access/index.ts";
import { limitRequests } from "../web/limit-requests.ts";
import type { Env, Surroundings } from "../web/surroundings.ts";
import { problem } from "./problem.ts";

/*
 * Programs of organisations: OAuth 2.0 client credentials (RFC 6749, 4.4), proven with `private_key_jwt` (RFC 7523) or a
 * secret, and the token that they show afterwards (RFC 6750). For administrators: docs/api-clients.md.
 */

const tokenPath = "/oauth/token";
export const tokenAddress = (app: Surroundings): string => `${app.publicUrl()}/api/v1${tokenPath}`;

const realm = "rechtspoor";
const assertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/** What RFC 6749 (5.2) calls what is wrong. Sentences are for the maker of the program, in the signs that it allows. */
const errors = {
  invalid_request: { status: 400, says: "Stuur een formulier, elke waarde een keer, en niets in het adres." },
  unsupported_grant_type: { status: 400, says: "Alleen grant_type=client_credentials kan hier." },
  invalid_scope: { status: 400, says: "Deze scope bestaat niet, of is niet aan u gegeven." },
  invalid_client: { status: 401, says: "Welk programma dit vraagt, is niet bewezen." },
} as const;
type TokenError = keyof typeof errors;

function refuse(c: Context<Env>, error: TokenError) {
  const { status, says } = errors[error];
  if (status === 401) c.header("WWW-Authenticate", `Basic realm="${realm}"`);
  return c.json({ error, error_description: says }, status);
}

type TokenRequest = { proof: ClientProof; scopes: string[] | undefined };

/** Reads who asks for which token, from the header and the form: never from the address, which is kept along the way. */
async function readTokenRequest(c: Context<Env>): Promise<Result<TokenRequest, TokenError>> {
  const wrong = (problem: TokenError) => ({ ok: false, problem }) as const;
  const isForm = /^application\/x-www-form-urlencoded *(;|$)/i.test(c.req.header("content-type") ?? "");
  if (!isForm || new URL(c.req.url).search !== "") return wrong("invalid_request");
  const form = new URLSearchParams(await c.req.text());
  const names = [...form.keys()];
  if (new Set(names).size < names.length) return wrong("invalid_request");
  // A value that is left empty counts as left out.
  const given = (name: string) => form.get(name) || undefined;
  const grant = given("grant_type");
  if (grant === undefined) return wrong("invalid_request");
  if (grant !== "client_credentials") return wrong("unsupported_grant_type");
  const basic = c.req.header("authorization");
  const assertion = given("client_assertion");
  // Two ways at once: which of them is meant cannot be known.
  if (basic !== undefined && assertion !== undefined) return wrong("invalid_request");
  const proof = assertion === undefined ? readBasic(basic) : readAssertion(assertion, given);
  if (proof === undefined) return wrong("invalid_client");
  return { ok: true, value: { proof, scopes: given("scope")?.split(" ") } };
}

const readAssertion = (assertion: string, given: (name: string) => string | undefined): ClientProof | undefined =>
  given("client_assertion_type") === assertionType
    ? { kind: "assertion", assertion, clientId: given("client_id") }
    : undefined;

function readBasic(header: string | undefined): ClientProof | undefined {
  const encoded = /^Basic +([\w+/=-]+) *$/i.exec(header ?? "")?.[1];
  if (encoded === undefined) return undefined;
  const [clientId = "", secret = ""] = Buffer.from(encoded, "base64").toString("utf8").split(":", 2).map(decoded);
  return { kind: "secret", clientId, secret };
}

/** Both halves are written as in a form (RFC 6749, 2.3.1). */
const decoded = (text: string): string => new URLSearchParams(`text=${text.replaceAll("&", "%26")}`).get("text") ?? "";

/** Not in the description as an operation: its answers have the names and form of RFC 6749, not of the Dutch API rules. */
export function clientApi(app: Surroundings): OpenAPIHono<Env> {
  const hono = new OpenAPIHono<Env>();
  hono.post(
    tokenPath,
    limitRequests("codes", (c) => problem(c, "tooMany")),
    async (c) => {
      c.header("Pragma", "no-cache");
      const asked = await readTokenRequest(c);
      if (!asked.ok) return refuse(c, asked.problem);
      const outcome = await giveToken(c.var.ctx, asked.value, tokenAddress(app));
      switch (outcome.kind) {
        case "given":
          return c.json({
            access_token: outcome.token,
            token_type: "Bearer",
            expires_in: outcome.seconds,
            scope: outcome.scopes.join(" "),
          });
        case "refused":
          return refuse(c, "invalid_client");
        case "scopeNotGiven":
          return refuse(c, "invalid_scope");
      }
    },
  );
  return hono;
}

/**
 * Whoever shows a token is from here on the program that holds it; a token that is over or not for this is refused.
 * Comes after `inMunicipality`: which teams are a program's own is asked for one municipality.
 * @param others whoever shows none: `welcome` where everybody may ask, `refused` where only programs may.
 */
export const byClient =
  (scope: Scope, others: "welcome" | "refused"): MiddlewareHandler<Env> =>
  async (c, next) => {
    const { ctx } = c.var;
    const challenge = (...said: string[]) =>
      c.header("WWW-Authenticate", [`Bearer realm="${realm}"`, ...said].join(", "));
    const [scheme = "", ...shown] = (c.req.header("authorization") ?? "").split(" ");
    if (scheme.toLowerCase() !== "bearer") {
      if (others === "welcome") return next();
      challenge();
      return problem(c, "noToken");
    }
    const holder = await findTokenHolder(ctx, shown.join(""));
    if (holder === undefined) {
      challenge('error="invalid_token"');
      return problem(c, "tokenOver");
    }
    if (!holder.scopes.includes(scope)) {
      challenge('error="insufficient_scope"', `scope="${scope}"`);
      return problem(c, "otherScope");
    }
    c.set("ctx", { ...ctx, actor: holder });
    await next();
  };
