import * as oidc from "openid-client";
import { beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../src/app.tsx";
import { as, type Ctx } from "../../src/kernel/context.ts";
import { newId } from "../../src/kernel/id.ts";
import { makeLog } from "../../src/log.ts";
import { endClient, type Scope, scopes } from "../../src/modules/access/index.ts";
import { limits } from "../../src/web/limits.ts";
import { twoMunicipalities, type World } from "../security/two-municipalities.ts";
import { appSecret, type TestApp, testApp, tuesdayMorning } from "../support/app.ts";
import {
  aClient,
  claimsFor,
  clientsAdministered,
  ecKeys,
  type Keys,
  rsaKeys,
  type Signing,
  signed,
} from "../support/clients.ts";
import { faultsOf, get, post, problemOf, Receipt } from "./program.ts";

/* Programs of organisations: how one proves who it is, and what it may then ask. */

const site = testApp();
const audience = "http://localhost/api/v1/oauth/token";
const jwtBearer = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

const keys = { one: ecKeys(), other: ecKeys(), rsa: rsaKeys() };
type TeamName = keyof World;
const made: { world?: World; organisations: Partial<Record<TeamName, string>>; elsewhere: string } = {
  organisations: {},
  elsewhere: newId(),
};
beforeAll(async () => {
  made.world = await twoMunicipalities(site.database, tuesdayMorning, appSecret);
  const { rows } = await site.database.admin.query("select id, organisation_id from team");
  for (const name of ["raadslieden", "rechtswinkel", "almere"] as const)
    made.organisations[name] = rows.find(({ id }) => id === made.world?.[name].teamId).organisation_id;
  // The organisation of the raadslieden works in Almere too, and there are promises in that team.
  await site.database.admin.query(
    `insert into team select 'GM0034', $1, organisation_id, 'Voorbeeld Raadslieden elders', function, calling_number, mail,
       office_hours from team where id = $2`,
    [made.elsewhere, made.world.raadslieden.teamId],
  );
  await site.database.admin.query(
    `insert into promise select (jsonb_populate_record(p, $1)).* from promise p
     where municipality_id = 'GM0034' and state = 'open' limit 1`,
    [{ id: newId(), team_id: made.elsewhere, case_id: null, subject_id: newId() }],
  );
});
const world = (): World => {
  if (made.world === undefined) throw new Error("The world is only there inside a test.");
  return made.world;
};
const ctx = (): Ctx => ({
  db: site.database.db,
  now: site.surroundings.now(),
  actor: { kind: "visitor" },
  municipalityId: "NL",
});
const clientOf = (name: TeamName, more: { scopes?: Scope[]; keys?: Keys; endsOn?: Temporal.PlainDate } = {}) =>
  aClient(ctx(), { organisationId: made.organisations[name] ?? "", ...more });

// ── what a program does ─────────────────────────────────────────────────────────────────────────────────────────

const askToken = async (form: Record<string, string> | string, headers: Record<string, string> = {}, app = site.app) =>
  app.request("/api/v1/oauth/token", {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded", ...headers },
    body: typeof form === "string" ? form : new URLSearchParams(form).toString(),
  });
const grant = { grant_type: "client_credentials" };
const basic = (id: string, secret: string) => ({
  Authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString("base64")}`,
});
const withSecret = (id: string, secret: string, more: Record<string, string> = {}, app = site.app) =>
  askToken({ ...grant, ...more }, basic(id, secret), app);
const withStatement = (statement: string, more: Record<string, string> = {}) =>
  askToken({ ...grant, client_assertion_type: jwtBearer, client_assertion: statement, ...more });
const stated = (id: string, over: Record<string, unknown> = {}, now = site.surroundings.now()) =>
  claimsFor(id, audience, now, over);

type Given = { access_token: string; token_type: string; expires_in: number; scope: string };
async function tokenIn(answer: Response): Promise<string> {
  const body: Given = await answer.json();
  expect([answer.status, body.token_type, body.expires_in]).toEqual([200, "Bearer", 600]);
  return body.access_token;
}
const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
const watch = async (token: string | undefined, teamId: string, municipality = "utrecht", page = "") =>
  get(site, `/teams/${teamId}/toezeggingen?gemeente=${municipality}${page}`, token === undefined ? {} : bearer(token));
const askCallback = async (headers: Record<string, string>, over: Record<string, unknown> = {}) =>
  post(
    site,
    "/terugbelverzoeken?gemeente=utrecht",
    {
      hulppuntId: world().raadslieden.pointId,
      telefoonnummer: "06-00001234",
      dagdelen: ["ochtend"],
      dringend: false,
      ...over,
    },
    headers,
  );
const tokenFor = async (name: TeamName, given?: Scope[]): Promise<string> => {
  const { client, secret } = await clientOf(name, given === undefined ? {} : { scopes: given });
  return tokenIn(await withSecret(client.id, secret));
};

/** All that somebody could compare. */
const seen = async (answer: Response) => [
  answer.status,
  [...answer.headers].filter(([name]) => name !== "x-request-id"),
  await answer.text(),
];
const isRefused = async (answer: Response, error = "invalid_client") => {
  expect(await answer.json()).toEqual({ error, error_description: expect.stringMatching(/^[\x20-\x7e]+$/) });
  expect(answer.status).toBe(error === "invalid_client" ? 401 : 400);
  expect(answer.headers.get("www-authenticate")).toBe(error === "invalid_client" ? 'Basic realm="rechtspoor"' : null);
  expect(answer.headers.get("cache-control")).toBe("no-store");
};
/** Why the last token was not given, as the administrator of the organisation could look it up. */
const lastRefusal = async () =>
  (
    await site.database.admin.query(
      "select facts->>'reason' as reason from event where name = 'access.tokenRefused' order by id desc limit 1",
    )
  ).rows[0]?.reason;
const eventsOf = async (subject: string) =>
  (
    await site.database.admin.query("select name, facts, actor_kind from event where subject_ref = $1 order by id", [
      subject,
    ])
  ).rows;

// ── proving who one is ──────────────────────────────────────────────────────────────────────────────────────────

describe("a program gets a token", () => {
  test.each<[Signing, Keys]>([
    ["ES256", keys.one],
    ["PS256", keys.rsa],
    ["RS256", keys.rsa],
  ])("with a statement that it signed by %s", async (signing, own) => {
    const { client } = await clientOf("raadslieden", { keys: own });
    const answer = await withStatement(signed(stated(client.id), own, signing), { client_id: client.id });
    expect([answer.headers.get("cache-control"), answer.headers.get("pragma")]).toEqual(["no-store", "no-cache"]);
    expect(answer.headers.get("content-type")).toBe("application/json");
    const token = await tokenIn(answer);
    expect((await watch(token, world().raadslieden.teamId)).status).toBe(200);
  });

  test.each([
    ["a key on a curve", ecKeys(), "ES256"],
    ["an RSA key", rsaKeys(), "PS256"],
    ["a secret", undefined, ""],
  ])("with a library of others and %s", async (_, own, algorithm) => {
    site.at(Temporal.Now.instant());
    const { client, secret } = await clientOf("raadslieden", own === undefined ? {} : { keys: own });
    const der = own?.privateKey.export({ type: "pkcs8", format: "der" });
    const named = algorithm === "ES256" ? { name: "ECDSA", namedCurve: "P-256" } : { name: "RSA-PSS", hash: "SHA-256" };
    const proof =
      der === undefined
        ? oidc.ClientSecretBasic(secret)
        : oidc.PrivateKeyJwt(await crypto.subtle.importKey("pkcs8", der, named, false, ["sign"]));
    // What it writes as the audience is its issuer: docs/api-clients.md.
    const server = { issuer: audience, token_endpoint: audience };
    const configuration = new oidc.Configuration(server, client.id, undefined, proof);
    oidc.allowInsecureRequests(configuration);
    configuration[oidc.customFetch] = async (url, { method, headers, body }) =>
      site.app.request(url, { method, headers, body: String(body) });
    const given = await oidc.clientCredentialsGrant(configuration, { scope: "toezeggingen.lezen" });
    expect(given).toMatchObject({ token_type: "bearer", expires_in: 600, scope: "toezeggingen.lezen" });
    expect((await watch(given.access_token, world().raadslieden.teamId)).status).toBe(200);
  });

  test("with its secret, also when that is written as in a form", async () => {
    const { client, secret } = await clientOf("raadslieden");
    const written = secret.replaceAll("-", "%2D").replaceAll("_", "%5F");
    const first = await tokenIn(await withSecret(client.id, secret));
    const second = await tokenIn(await withSecret(client.id.replaceAll("-", "%2D"), written));
    expect(second).not.toBe(first);
  });

  test("for all that it may, or for the part that it asks", async () => {
    const { client, secret } = await clientOf("raadslieden");
    const scopeIn = async (answer: Response) => ((await answer.json()) as Given).scope;
    expect(await scopeIn(await withSecret(client.id, secret))).toBe(scopes.join(" "));
    expect(await scopeIn(await withSecret(client.id, secret, { scope: "" }))).toBe(scopes.join(" "));
    expect(await scopeIn(await withSecret(client.id, secret, { scope: scopes[1] }))).toBe(scopes[1]);
    expect(await scopeIn(await withSecret(client.id, secret, { scope: scopes.toReversed().join(" ") }))).toBe(
      scopes.toReversed().join(" "),
    );
  });

  test("and of secret and token the database holds no more than a hash, and the events nothing", async () => {
    const { client, secret } = await clientOf("raadslieden");
    const token = await tokenIn(await withSecret(client.id, secret));
    const tables = ["api_client", "api_token", "api_assertion", "event"];
    for (const table of tables) {
      const { rows } = await site.database.admin.query(`select to_jsonb(t)::text as row from ${table} t`);
      expect(rows.filter(({ row }) => row.includes(secret) || row.includes(token))).toEqual([]);
    }
    expect(await eventsOf(client.id)).toEqual([
      {
        name: "access.clientAdded",
        facts: {
          organisationId: made.organisations.raadslieden,
          scopes: [...scopes],
          provesWith: "secret",
          endsOn: "2027-11-24",
        },
        actor_kind: "system",
      },
      { name: "access.tokenGiven", facts: { scopes: [...scopes] }, actor_kind: "system" },
    ]);
  });

  test("as long as clocks differ by no more than two minutes", async () => {
    const { client } = await clientOf("raadslieden", { keys: keys.one });
    const at = site.surroundings.now().epochMilliseconds / 1000;
    const moments: [over: Record<string, unknown>, refusal: string | undefined][] = [
      [{ iat: at + 120, exp: at + 180 }, undefined],
      [{ iat: at + 121, exp: at + 180 }, "notYet"],
      [{ nbf: at + 120 }, undefined],
      [{ nbf: at + 121 }, "notYet"],
      [{ iat: at - 200, exp: at - 119 }, undefined],
      [{ iat: at - 200, exp: at - 120 }, "expired"],
      [{ iat: at, exp: at + 720 }, undefined],
      [{ iat: at, exp: at + 721 }, "lastsTooLong"],
    ];
    for (const [over, refusal] of moments) {
      const answer = await withStatement(signed(stated(client.id, over), keys.one));
      expect([over, answer.status], JSON.stringify(over)).toEqual([over, refusal === undefined ? 200 : 401]);
      if (refusal !== undefined) expect(await lastRefusal()).toBe(refusal);
    }
  });
});

describe("no token is given for a statement", () => {
  type Forged = { claims?: Record<string, unknown>; by?: Keys; signing?: Signing; header?: Record<string, unknown> };
  test.each<[string, Forged, string]>([
    ["that is not signed", { signing: "none" }, "wrongSignature"],
    ["that is not signed and writes that as nONE", { signing: "none", header: { alg: "nONE" } }, "wrongSignature"],
    ["that is signed with the public key as if it were a secret", { signing: "HS256" }, "wrongSignature"],
    ["that says HS256 over a good signature", { header: { alg: "HS256" } }, "wrongSignature"],
    ["that is signed with another key", { by: keys.other }, "wrongSignature"],
    [
      "that brings its own key",
      { by: keys.other, header: { jwk: keys.other.publicKey.export({ format: "jwk" }) } },
      "wrongSignature",
    ],
    ["that is signed with a key of another kind", { by: keys.rsa, signing: "RS256" }, "wrongSignature"],
    ["with something in its head that must be understood", { header: { crit: ["x"], x: 1 } }, "wrongSignature"],
    ["for another server", { claims: { aud: "https://elders.example/token" } }, "wrongAudience"],
    ["for another of our addresses", { claims: { aud: "http://localhost/api/v1" } }, "wrongAudience"],
    ["for us and another server", { claims: { aud: [audience, "https://elders.example/token"] } }, "wrongAudience"],
    ["for nobody", { claims: { aud: [] } }, "wrongAudience"],
    ["that does not say for whom", { claims: { aud: undefined } }, "wrongClaims"],
    ["that is over", { claims: { exp: 1_000_000_000 } }, "expired"],
    ["that is never over", { claims: { exp: 32_503_680_000 } }, "lastsTooLong"],
    ["that does not say when it is over", { claims: { exp: undefined } }, "wrongClaims"],
    ["with a word for a moment", { claims: { exp: "tomorrow" } }, "wrongClaims"],
    ["that does not say when it was made", { claims: { iat: undefined } }, "wrongClaims"],
    ["without a name of its own", { claims: { jti: undefined } }, "wrongClaims"],
    ["with an empty name of its own", { claims: { jti: "" } }, "wrongClaims"],
    ["about another program than it is of", { claims: { sub: newId() } }, "wrongClaims"],
  ])("%s", async (_, { claims = {}, by = keys.one, signing = "ES256", header = {} }, reason) => {
    const { client } = await clientOf("raadslieden", { keys: keys.one });
    await isRefused(await withStatement(signed(stated(client.id, claims), by, signing, header)));
    expect(await lastRefusal()).toBe(reason);
    expect(await eventsOf(client.id)).toHaveLength(1);
  });

  test("that is signed with the right key in a way that is not one of the three", async () => {
    const { client } = await clientOf("raadslieden", { keys: keys.rsa });
    await isRefused(await withStatement(signed(stated(client.id), keys.rsa, "RS512")));
    expect(await lastRefusal()).toBe("wrongSignature");
  });

  test("that another program signed with its own good key", async () => {
    const { client } = await clientOf("raadslieden", { keys: keys.one });
    await clientOf("raadslieden", { keys: keys.other });
    await isRefused(await withStatement(signed(stated(client.id), keys.other)));
    expect(await lastRefusal()).toBe("wrongSignature");
  });

  test("that comes with the name of another program beside it", async () => {
    const { client } = await clientOf("raadslieden", { keys: keys.one });
    const { client: other } = await clientOf("raadslieden", { keys: keys.other });
    await isRefused(await withStatement(signed(stated(client.id), keys.one), { client_id: other.id }));
    expect(await lastRefusal()).toBe("wrongClaims");
  });

  test("that was used before, until nobody could use it any more", async () => {
    const { client } = await clientOf("raadslieden", { keys: keys.one });
    const statement = signed(stated(client.id, { jti: "one" }), keys.one);
    await tokenIn(await withStatement(statement));
    await isRefused(await withStatement(statement));
    expect(await lastRefusal()).toBe("replayed");
    // Another statement with the same name of its own is the same use.
    site.at(tuesdayMorning.add({ seconds: 30 }));
    await isRefused(await withStatement(signed(stated(client.id, { jti: "one" }), keys.one)));
    site.at(tuesdayMorning.add({ seconds: 180 }));
    await isRefused(await withStatement(statement));
    expect(await lastRefusal()).toBe("expired");
    // Of another program it is another.
    const { client: other } = await clientOf("raadslieden", { keys: keys.one });
    await tokenIn(await withStatement(signed(stated(other.id, { jti: "one" }), keys.one)));
  });

  test("that comes ten times at the same moment, but once", async () => {
    const { client } = await clientOf("raadslieden", { keys: keys.one });
    const statement = signed(stated(client.id), keys.one);
    // Another process: all they share is the database.
    const another = createApp(site.surroundings);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        askToken(
          { ...grant, client_assertion_type: jwtBearer, client_assertion: statement },
          {},
          at % 2 === 0 ? site.app : another,
        ),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(401)]);
  });

  test.each([
    ["that is none", "geen.jwt.hier"],
    ["with signs that no database stores", "\0.\0.\0"],
    ["that is only a head", `${Buffer.from('{"alg":"ES256"}').toString("base64url")}..`],
    ["that is very long", "a".repeat(100_000)],
  ])("%s", async (_, statement) => {
    await isRefused(await withStatement(statement));
  });
});

describe("who is there cannot be learnt", () => {
  test("a program that is not there is refused as a wrong secret is", async () => {
    const { client } = await clientOf("raadslieden");
    const { client: withKey } = await clientOf("raadslieden", { keys: keys.one });
    const { client: ended, secret } = await clientOf("raadslieden");
    await endClient(as(ctx(), clientsAdministered), ended.id);
    const answers = [
      await withSecret(client.id, "wrong"),
      await withSecret(client.id, ""),
      await withSecret(newId(), "wrong"),
      await withSecret("nobody", "wrong"),
      await withSecret("", ""),
      await withSecret(withKey.id, "wrong"),
      await withSecret(ended.id, secret),
      await withStatement(signed(stated(withKey.id), keys.other)),
      await withStatement(signed(stated(newId()), keys.other)),
      await withStatement(signed(stated(client.id), keys.one)),
    ];
    const [first, ...others] = await Promise.all(answers.map(seen));
    for (const other of others) expect(other).toEqual(first);
    expect(await lastRefusal()).toBe("wrongSignature");
  });

  test("ten thousand wrong secrets from one address are looked at as often as the limit says", async () => {
    const { client, secret } = await clientOf("raadslieden");
    const { db } = site.database;
    const most = { pages: 1_000_000, requests: 1000, codes: 10, oneCode: 10 };
    const { config } = site.surroundings;
    const app = createApp({
      ...site.surroundings,
      config: { ...config, proxies: 1 },
      limits: limits(db, appSecret, most),
    });
    const from = (address: string, tried: string) =>
      askToken(grant, { ...basic(client.id, tried), "X-Forwarded-For": address }, app);
    const refused = async () =>
      (await site.database.admin.query("select count(*)::int from event where name = 'access.tokenRefused'")).rows[0]
        .count;
    const before = await refused();
    const statuses = new Map<number, number>();
    for (let at = 0; at < 10_000; at += 50)
      for (const answer of await Promise.all(
        Array.from({ length: 50 }, (_, nth) => from("192.0.2.7", `wrong ${at + nth}`)),
      )) {
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        if (answer.status === 429) expect(answer.headers.get("retry-after")).toBe("60");
      }
    expect([...statuses].sort()).toEqual([
      [401, 10],
      [429, 9_990],
    ]);
    expect((await refused()) - before).toBe(10);
    // The right one waits there as well, and elsewhere nobody waits.
    expect((await from("192.0.2.7", secret)).status).toBe(429);
    expect((await from("192.0.2.8", secret)).status).toBe(200);
  }, 120_000);
});

describe("asking for a token in another way", () => {
  test.each<[string, string, Record<string, string>, string]>([
    ["without saying how", "", {}, "invalid_request"],
    ["with a code", "grant_type=authorization_code&code=x", {}, "unsupported_grant_type"],
    ["with a name and password", "grant_type=password&username=x&password=x", {}, "unsupported_grant_type"],
    ["saying it twice", "grant_type=client_credentials&grant_type=client_credentials", {}, "invalid_request"],
    ["without any proof", "grant_type=client_credentials", {}, "invalid_client"],
    ["with a secret in the form", "grant_type=client_credentials&client_id=x&client_secret=x", {}, "invalid_client"],
    [
      "with a statement of another kind",
      "grant_type=client_credentials&client_assertion=x&client_assertion_type=saml",
      {},
      "invalid_client",
    ],
    [
      "with two proofs at once",
      `grant_type=client_credentials&client_assertion=x&client_assertion_type=${jwtBearer}`,
      basic("x", "x"),
      "invalid_request",
    ],
    ["as JSON", '{"grant_type":"client_credentials"}', { "Content-Type": "application/json" }, "invalid_request"],
    ["with half a header", "grant_type=client_credentials", { Authorization: "Basic" }, "invalid_client"],
    ["with another header", "grant_type=client_credentials", { Authorization: "Digest x" }, "invalid_client"],
  ])("%s is told what is wrong with it", async (_, form, headers, error) => {
    await isRefused(await askToken(form, headers), error);
  });

  test("for what it was not given, or what does not exist, is told so once it proved itself", async () => {
    const { client, secret } = await clientOf("raadslieden", { scopes: ["toezeggingen.lezen"] });
    for (const scope of ["terugbelverzoeken.maken", "alles", "toezeggingen.lezen alles", " "]) {
      await isRefused(await withSecret(client.id, secret, { scope }), "invalid_scope");
      expect(await lastRefusal()).toBe("scopeNotGiven");
      await isRefused(await withSecret(client.id, "wrong", { scope }));
    }
  });

  test("in the address is refused, however right it is", async () => {
    const { client, secret } = await clientOf("raadslieden");
    const query = new URLSearchParams({ ...grant, client_id: client.id });
    const answer = await site.app.request(`/api/v1/oauth/token?${query}`, {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded", ...basic(client.id, secret) },
      body: new URLSearchParams(grant).toString(),
    });
    await isRefused(answer, "invalid_request");
  });

  test("by another method is told which one this address knows", async () => {
    const answer = await get(site, "/oauth/token");
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, "POST, OPTIONS"]);
  });
});

// ── what a program may ask ──────────────────────────────────────────────────────────────────────────────────────

describe("each scope opens its own way to ask, and no other", () => {
  const every: Scope[][] = [[], ["toezeggingen.lezen"], ["terugbelverzoeken.maken"], [...scopes]];
  const routes: Record<string, { scope: Scope; ask: (token: string) => Promise<Response>; well: number }> = {
    "GET /teams/{id}/toezeggingen": {
      scope: "toezeggingen.lezen",
      ask: (token) => watch(token, world().raadslieden.teamId),
      well: 200,
    },
    "POST /terugbelverzoeken": {
      scope: "terugbelverzoeken.maken",
      ask: (token) => askCallback(bearer(token)),
      well: 201,
    },
  };

  test("each way that the description closes is in this table, with its scope", async () => {
    const { paths } = await (await get(site, "/openapi.json")).json();
    const closed = Object.entries<Record<string, { security?: Record<string, string[]>[] }>>(paths).flatMap(
      ([path, operations]) =>
        Object.entries(operations).flatMap(([method, { security = [] }]) =>
          security.flatMap(({ programma = [] }) =>
            programma.map((scope) => [`${method.toUpperCase()} ${path}`, scope]),
          ),
        ),
    );
    expect(closed.toSorted()).toEqual(
      Object.entries(routes)
        .map(([route, { scope }]) => [route, scope])
        .toSorted(),
    );
  });

  test.each(every.flatMap((given) => Object.entries(routes).map(([route, about]) => ({ given, route, ...about }))))(
    "$given on $route",
    async ({ given, scope, ask, well }) => {
      const token = await tokenFor("raadslieden");
      // A token narrower than any program can ask for: also one for nothing at all.
      await site.database.admin.query("update api_token set scopes = $1 where ends_at > $2", [
        given,
        tuesdayMorning.toString(),
      ]);
      const answer = await ask(token);
      if (given.includes(scope)) {
        expect(answer.status).toBe(well);
        return;
      }
      expect(answer.headers.get("www-authenticate")).toBe(
        `Bearer realm="rechtspoor", error="insufficient_scope", scope="${scope}"`,
      );
      expect(await problemOf(answer)).toMatchObject({ status: 403, title: "Niet met dit token" });
    },
  );

  test("a token that was asked for a part opens that part alone", async () => {
    const { client, secret } = await clientOf("raadslieden");
    const token = await tokenIn(await withSecret(client.id, secret, { scope: "terugbelverzoeken.maken" }));
    expect((await watch(token, world().raadslieden.teamId)).status).toBe(403);
  });
});

describe("a token", () => {
  const noToken = async (answer: Response, said: string) => {
    expect(answer.headers.get("www-authenticate")).toBe(said);
    expect(await problemOf(answer)).toMatchObject({ status: 401 });
  };
  const invalid = 'Bearer realm="rechtspoor", error="invalid_token"';

  test("works for ten minutes, and not a second longer", async () => {
    const token = await tokenFor("raadslieden");
    site.at(tuesdayMorning.add({ minutes: 9, seconds: 59 }));
    expect((await watch(token, world().raadslieden.teamId)).status).toBe(200);
    site.at(tuesdayMorning.add({ minutes: 10 }));
    await noToken(await watch(token, world().raadslieden.teamId), invalid);
    await noToken(await askCallback(bearer(token)), invalid);
  });

  test("works no more from the moment its program is ended, and never again", async () => {
    const { client, secret } = await clientOf("raadslieden");
    const token = await tokenIn(await withSecret(client.id, secret));
    expect((await watch(token, world().raadslieden.teamId)).status).toBe(200);
    expect(await endClient(as(ctx(), clientsAdministered), client.id)).toBe("ended");
    await noToken(await watch(token, world().raadslieden.teamId), invalid);
    await noToken(await askCallback(bearer(token)), invalid);
    await isRefused(await withSecret(client.id, secret));
    expect(await lastRefusal()).toBe("over");
    expect(await endClient(as(ctx(), clientsAdministered), client.id)).toBe("gone");
  });

  test("works no more the day after its program's last day", async () => {
    const endsOn = Temporal.PlainDate.from("2026-11-24");
    const { client, secret } = await clientOf("raadslieden", { endsOn });
    // Five to midnight in the Netherlands.
    const late = Temporal.Instant.from("2026-11-24T22:55:00Z");
    site.at(late);
    const token = await tokenIn(await withSecret(client.id, secret));
    expect((await watch(token, world().raadslieden.teamId)).status).toBe(200);
    site.at(late.add({ minutes: 5 }));
    await noToken(await watch(token, world().raadslieden.teamId), invalid);
    await isRefused(await withSecret(client.id, secret));
  });

  test.each([
    ["that was never given", "Bearer abc"],
    ["that is empty", "Bearer "],
    ["that is no word", "Bearer a b c"],
    ["with a sign that no database stores", "bearer %00"],
    ["that is the hash of one", `Bearer ${"0".repeat(64)}`],
  ])("%s is refused, also where nobody needs one", async (_, Authorization) => {
    await noToken(await get(site, `/teams/${newId()}/toezeggingen?gemeente=utrecht`, { Authorization }), invalid);
    await noToken(await askCallback({ Authorization }), invalid);
  });

  test("is asked for where only programs may ask; the program's own proof is none", async () => {
    const { client, secret } = await clientOf("raadslieden");
    const plain = 'Bearer realm="rechtspoor"';
    await noToken(await watch(undefined, world().raadslieden.teamId), plain);
    const path = `/teams/${world().raadslieden.teamId}/toezeggingen?gemeente=utrecht`;
    await noToken(await get(site, path, basic(client.id, secret)), plain);
  });

  test("in the address is refused: with it alone nobody is known, and beside a good one it is a fault", async () => {
    const token = await tokenFor("raadslieden");
    const path = `/teams/${world().raadslieden.teamId}/toezeggingen?gemeente=utrecht&access_token=${token}`;
    await noToken(await get(site, path), 'Bearer realm="rechtspoor"');
    expect(await faultsOf(await get(site, path, bearer(token)))).toEqual(["access_token onbekend"]);
  });

  test("and a secret, a statement and what was refused never stand in the log", async () => {
    const lines: string[] = [];
    const log = makeLog("debug", { write: (line) => lines.push(line) });
    const app: TestApp["app"] = createApp({ ...site.surroundings, log });
    const { client, secret } = await clientOf("raadslieden");
    const { client: withKey } = await clientOf("raadslieden", { keys: keys.one });
    const statement = signed(stated(withKey.id), keys.one);
    const token = await tokenIn(await withSecret(client.id, secret, {}, app));
    await withSecret(client.id, "a wrong secret", {}, app);
    await askToken({ ...grant, client_assertion_type: jwtBearer, client_assertion: statement }, {}, app);
    await app.request(`/api/v1/teams/${world().raadslieden.teamId}/toezeggingen?gemeente=utrecht`, {
      headers: bearer(token),
    });
    expect(lines).toHaveLength(4);
    for (const word of [secret, token, "wrong secret", statement, client.id, world().raadslieden.teamId])
      expect(lines.join()).not.toContain(word);
  });
});

describe("what a team owes", () => {
  type Watched = { toezeggingen: Record<string, unknown>[]; volgende: string | null };
  const watched = async (answer: Response): Promise<Watched> => {
    expect(answer.status).toBe(200);
    return answer.json();
  };

  test("is shown to a program of its organisation, what is first to do on top, and nothing of whom", async () => {
    const token = await tokenFor("almere");
    const answer = await watch(token, world().almere.teamId, "almere");
    const { toezeggingen, volgende } = await watched(answer.clone());
    expect(volgende).toBe(null);
    const common = {
      sinds: "2026-11-24T09:00:00Z",
      voor: "2026-11-26T09:00:00Z",
      teLaat: false,
      dringend: false,
      staatStil: false,
    };
    // What the law gives a term is owed as well; what the privacy officer looks at is not the team's.
    expect(toezeggingen.map(({ soort }) => soort).sort()).toEqual([
      "opnieuwBellen",
      "terugbellen",
      "verzoekOverGegevensBeantwoorden",
      "verzoekOverGegevensBeantwoorden",
    ]);
    // The first resident was called in vain by whoever took it; the second still waits.
    expect(toezeggingen).toEqual(
      expect.arrayContaining([
        { ...common, soort: "opnieuwBellen", opgepakt: true },
        { ...common, soort: "terugbellen", opgepakt: false },
      ]),
    );
    const told = await answer.text();
    const { cases, personId } = world().almere;
    for (const { name, phone, code, caseId, callbackId, promiseId } of cases)
      for (const word of [name, phone, code, caseId, callbackId, promiseId, personId]) expect(told).not.toContain(word);
  });

  test("is late from the moment that was promised first, and page after page is all of it, once", async () => {
    const { teamId, municipalityId } = world().rechtswinkel;
    await site.database.admin.query(
      `insert into promise select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'case_id', null,
         'subject_id', gen_random_uuid(), 'harm', n % 3 = 0))).*
       from promise p, generate_series(1, 110) n where p.id = (select id from promise where team_id = $1 and state = 'open' limit 1)`,
      [teamId],
    );
    const { rows } = await site.database.admin.query(
      "select count(*)::int as count from promise where municipality_id = $1 and team_id = $2 and state = 'open'",
      [municipalityId, teamId],
    );
    const token = await tokenFor("rechtswinkel");
    const pages = [];
    for (let page = 1; page <= 3; page++)
      pages.push(await watched(await watch(token, teamId, "utrecht", `&pagina=${page}`)));
    expect(pages.map(({ toezeggingen }) => toezeggingen.length)).toEqual([50, 50, rows[0].count - 100]);
    expect(pages.map(({ volgende }) => volgende)).toEqual([
      `http://localhost/api/v1/teams/${teamId}/toezeggingen?gemeente=utrecht&pagina=2`,
      `http://localhost/api/v1/teams/${teamId}/toezeggingen?gemeente=utrecht&pagina=3`,
      null,
    ]);
    const harm = pages.flatMap(({ toezeggingen }) => toezeggingen.map(({ dringend }) => dringend));
    expect(harm).toEqual(harm.toSorted((a, b) => Number(b) - Number(a)));
    const late = async (now: Temporal.Instant) => {
      site.at(now);
      const [first] = (await watched(await watch(await tokenFor("rechtswinkel"), teamId))).toezeggingen;
      return first?.teLaat;
    };
    const promised = Temporal.Instant.from("2026-11-26T09:00:00Z");
    expect([await late(promised.subtract({ seconds: 1 })), await late(promised)]).toEqual([false, true]);
  });

  test("of another organisation is not there, as a team that never was", async () => {
    const { raadslieden, rechtswinkel } = world();
    const token = await tokenFor("raadslieden");
    const never = await seen(await watch(token, newId()));
    expect(never[0]).toBe(404);
    expect(await seen(await watch(token, rechtswinkel.teamId))).toEqual(never);
    expect((await watch(await tokenFor("rechtswinkel"), raadslieden.teamId)).status).toBe(404);
  });

  test("in another municipality is there only when it is asked for there", async () => {
    const { raadslieden, almere } = world();
    const token = await tokenFor("raadslieden");
    const never = await seen(await watch(token, newId(), "almere"));
    expect(await seen(await watch(token, raadslieden.teamId, "almere"))).toEqual(never);
    expect(await seen(await watch(token, almere.teamId, "almere"))).toEqual(never);
    expect(await seen(await watch(token, made.elsewhere))).toEqual(await seen(await watch(token, newId())));
    expect((await watched(await watch(token, made.elsewhere, "almere"))).toezeggingen).toHaveLength(1);
    expect((await watch(token, raadslieden.teamId, "nergens")).status).toBe(404);
  });

  test("is asked with a place, a team that is an id, and a page that exists", async () => {
    const token = await tokenFor("raadslieden");
    const { teamId } = world().raadslieden;
    expect(await faultsOf(await get(site, `/teams/${teamId}/toezeggingen`, bearer(token)))).toEqual([
      "gemeente ontbreekt",
    ]);
    expect(await faultsOf(await watch(token, "raadslieden"))).toEqual(["id verkeerdeVorm"]);
    expect(await faultsOf(await watch(token, teamId, "utrecht", "&pagina=0"))).toEqual(["pagina buitenGrenzen"]);
  });
});

describe("asking for a resident to be called", () => {
  const requested = async () =>
    (
      await site.database.admin.query(
        `select e.facts, e.actor_kind, f.channel from event e join case_file f on f.event_ref = e.subject_ref
         where e.name = 'contact.callbackRequested' order by e.id desc limit 1`,
      )
    ).rows[0];

  test("with a token is written down as coming from that program; two of one organisation are two", async () => {
    const two = [await clientOf("raadslieden"), await clientOf("raadslieden", { keys: keys.one })];
    const tokens = [
      await tokenIn(await withSecret(two[0]?.client.id ?? "", two[0]?.secret ?? "")),
      await tokenIn(await withStatement(signed(stated(two[1]?.client.id ?? ""), keys.one))),
    ];
    const key = { "Idempotency-Key": crypto.randomUUID() };
    const codes = [];
    for (const [at, token] of tokens.entries()) {
      const answer = await askCallback({ ...bearer(token), ...key });
      expect(answer.status).toBe(201);
      codes.push(Receipt.parse(await answer.json()).code);
      expect(await requested()).toMatchObject({
        channel: "api",
        actor_kind: "system",
        facts: { channel: "api", clientId: two[at]?.client.id },
      });
    }
    // The same key and content from two programs is no repetition: neither learns the code of the other.
    expect(codes[0]).not.toBe(codes[1]);
    const again = Receipt.parse(await (await askCallback({ ...bearer(tokens[0] ?? ""), ...key })).json());
    expect(again.code).toBe(codes[0]);
    await endClient(as(ctx(), clientsAdministered), two[0]?.client.id ?? "");
    expect((await askCallback(bearer(tokens[0] ?? ""))).status).toBe(401);
    expect((await askCallback(bearer(tokens[1] ?? ""))).status).toBe(201);
  });

  test("without a token is for everybody, as before, and names no program", async () => {
    expect((await askCallback({})).status).toBe(201);
    const { facts, channel } = await requested();
    expect([channel, Object.hasOwn(facts, "clientId")]).toEqual(["api", false]);
    // What a proxy on the way adds is no token.
    expect((await askCallback({ Authorization: "Basic eDp5" })).status).toBe(201);
  });

  test("with a token that does not work asks nothing for nobody", async () => {
    const count = async () => (await site.database.admin.query("select count(*)::int from callback")).rows[0].count;
    const before = await count();
    expect((await askCallback(bearer("abc"))).status).toBe(401);
    expect((await askCallback(bearer(await tokenFor("raadslieden", ["toezeggingen.lezen"])))).status).toBe(403);
    expect(await count()).toBe(before);
  });

  test("with a token no page of the workspace opens", async () => {
    const token = await tokenFor("raadslieden");
    const [own] = world().raadslieden.cases;
    const page = await site.app.request(`/werk/utrecht/hulpvragen/${own.caseId}`, { headers: bearer(token) });
    expect(page.status).toBe(401);
    expect(await page.text()).not.toContain(own.name);
  });
});
