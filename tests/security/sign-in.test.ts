import { describe, expect, test } from "vitest";
import { personId, teamId } from "../../example/places.ts";
import type { IdentityProvider } from "../../src/config/identity-providers.ts";
import { inTransaction } from "../../src/kernel/context.ts";
import { newId } from "../../src/kernel/id.ts";
import { addIdentity, type TeamRule } from "../../src/modules/access/index.ts";
import { testApp } from "../support/app.ts";
import { type Browser, openBrowser } from "../support/browser.ts";
import { type Forgery, lyingProvider } from "../support/forged-tokens.ts";
import { testProvider } from "../support/identity-provider.ts";

/* Signing in with the provider of one's own organisation: the whole way, and everything that can be wrong on it. */

const provider = testProvider();
const asked: { more: Partial<IdentityProvider> } = { more: {} };
const site = testApp({}, () => [{ ...provider.settings, ...asked.more }]);

const begin = async (browser: Browser, back?: string): Promise<string> => {
  const query = back === undefined ? "" : `?${new URLSearchParams({ terug: back })}`;
  const answer = await browser.ask(`/werk/inloggen/gemeente${query}`);
  expect(answer.status).toBe(303);
  return answer.headers.get("location") ?? "";
};
/** The address on our own site to which the provider sends the browser back. */
const pathOf = (address: string): string => address.replace("http://localhost", "");

/** Signs in as whoever the provider says; returns where that leads. */
async function signIn(
  browser: Browser,
  claims: Parameters<typeof provider.says>[0],
  { more = {}, back }: { more?: Partial<IdentityProvider>; back?: string } = {},
): Promise<string> {
  asked.more = more;
  provider.says(claims);
  const answer = await browser.ask(pathOf(await provider.visit(await begin(browser, back))));
  expect(answer.status).toBe(303);
  return answer.headers.get("location") ?? "";
}
const saidOn = async (browser: Browser): Promise<string> => (await browser.ask("/werk")).body;

const samira = personId("samira-el-yousfi");
/** Somebody who was added by hand is known to the provider under this name. */
async function known(subject = newId(), person = samira): Promise<string> {
  const { db, now } = site.surroundings;
  const ctx = { db, now: now(), actor: { kind: "system", purpose: "example" }, municipalityId: "NL" } as const;
  await inTransaction(ctx, (ctx) => addIdentity(ctx, { provider: "gemeente", subject, personId: person }));
  return subject;
}

describe("signing in", () => {
  test("leads to work, and to the page that was asked for", async () => {
    const browser = openBrowser(site.app);
    const sub = await known();
    expect(await signIn(browser, { sub }, { back: "/werk/utrecht/hulpvragen" })).toBe("/werk/utrecht/hulpvragen");
    expect((await browser.ask("/werk/utrecht/vandaag")).status).toBe(200);
    expect((await browser.ask("/werk")).headers.get("location")).toBe("/werk/utrecht");
    const events = await site.database.admin.query("select facts from event where name = 'access.signedIn'");
    expect(events.rows.at(-1)).toEqual({ facts: { provider: "gemeente" } });
  });

  test.each([
    "https://example.org/werk/utrecht",
    "//example.org/werk/",
    "/werk//example.org",
    "/\\example.org/werk/",
    "/werk/\\example.org",
    "/utrecht",
    "werk/utrecht",
    "/werk/utrecht\n",
  ])("leads nowhere else afterwards: %s", async (back) => {
    const browser = openBrowser(site.app);
    expect(await signIn(browser, { sub: await known() }, { back })).toBe("/werk");
    const again = await browser.ask(`/werk?${new URLSearchParams({ terug: back })}`);
    expect(again.headers.get("location")).toBe("/werk/utrecht");
  });

  test("gives a new session whatever there was before, and the one before is over", async () => {
    const browser = openBrowser(site.app);
    const sub = await known();
    await signIn(browser, { sub });
    const first = browser.cookies.get("session") ?? "";
    await signIn(browser, { sub });
    expect(browser.cookies.get("session")).not.toBe(first);
    const thief = openBrowser(site.app);
    thief.cookies.set("session", first);
    expect((await thief.ask("/werk/utrecht/vandaag")).status).toBe(401);
    // A session somebody was talked into is not the one they get.
    const victim = openBrowser(site.app);
    victim.cookies.set("session", "planted");
    await signIn(victim, { sub });
    expect(victim.cookies.get("session")).not.toBe("planted");
  });

  test("is not for somebody without a team here; they hear whom to ask", async () => {
    const browser = openBrowser(site.app);
    expect(await signIn(browser, { sub: newId() })).toBe("/werk");
    expect(browser.cookies.has("session")).toBe(false);
    expect(await saidOn(browser)).toContain("Vraag uw teamleider om u toe te voegen.");
  });

  test("with a provider that is unknown, or a municipality's name in its place, is not there", async () => {
    for (const key of ["nergens", "voorbeeld", "utrecht"])
      expect((await openBrowser(site.app).ask(`/werk/inloggen/${key}`)).status).toBe(404);
  });
});

describe("what comes back from the provider", () => {
  test("counts once: the same answer a second time opens nothing", async () => {
    asked.more = {};
    provider.says({ sub: await known() });
    const browser = openBrowser(site.app);
    const started = await begin(browser);
    const kept = browser.cookies.get("inloggen") ?? "";
    const path = pathOf(await provider.visit(started));
    expect((await browser.ask(path)).headers.get("location")).toBe("/werk");
    expect(browser.cookies.has("session")).toBe(true);
    // Neither with nor without what the browser kept: the provider gives a code out once as well.
    for (const cookie of [undefined, kept]) {
      const again = openBrowser(site.app);
      if (cookie !== undefined) again.cookies.set("inloggen", cookie);
      await again.ask(path);
      expect(again.cookies.has("session")).toBe(false);
      expect(await saidOn(again)).toContain("Inloggen is niet gelukt.");
    }
  });

  test("is for the browser that asked: an answer for somebody else signs nobody in", async () => {
    provider.says({ sub: await known() });
    const mine = openBrowser(site.app);
    await begin(mine);
    const theirs = pathOf(await provider.visit(await begin(openBrowser(site.app))));
    await mine.ask(theirs);
    expect(mine.cookies.has("session")).toBe(false);
  });

  test("with another state, without one, or without a code signs nobody in", async () => {
    provider.says({ sub: await known() });
    const changes: ((query: URLSearchParams) => void)[] = [
      (query) => query.set("state", "another"),
      (query) => query.delete("state"),
      (query) => query.delete("code"),
      (query) => query.set("iss", "https://example.org"),
      (query) => query.append("code", "another"),
    ];
    for (const change of changes) {
      const browser = openBrowser(site.app);
      const [path = "", text = ""] = pathOf(await provider.visit(await begin(browser))).split("?");
      const query = new URLSearchParams(text);
      change(query);
      await browser.ask(`${path}?${query}`);
      expect([query.toString(), browser.cookies.has("session")]).toEqual([query.toString(), false]);
    }
  });

  test("that somebody stopped half-way is said as that", async () => {
    const browser = openBrowser(site.app);
    const state = new URL(await begin(browser)).searchParams.get("state") ?? "";
    const iss = provider.settings.issuer;
    await browser.ask(`/werk/inloggen/terug?${new URLSearchParams({ error: "access_denied", state, iss })}`);
    expect(await saidOn(browser)).toContain("U bent gestopt met inloggen.");
  });

  test("must be as strong as this organisation asks", async () => {
    const sub = await known();
    const more = { acr: ["sterk"] };
    const weak = openBrowser(site.app);
    await signIn(weak, { sub, acr: "zwak" }, { more });
    expect(weak.cookies.has("session")).toBe(false);
    expect(await saidOn(weak)).toContain("een sterkere manier van inloggen");
    const strong = openBrowser(site.app);
    await signIn(strong, { sub, acr: "sterk" }, { more });
    expect(strong.cookies.has("session")).toBe(true);
  });
});

describe("a provider that is away", () => {
  test("is said to whoever comes; whoever is signed in goes on, and it works again when it is back", async () => {
    const inside = openBrowser(site.app);
    const sub = await known();
    await signIn(inside, { sub });
    const half = openBrowser(site.app);
    const answer = pathOf(await provider.visit(await begin(half)));
    await provider.goAway();
    await half.ask(answer);
    expect(half.cookies.has("session")).toBe(false);
    expect(await saidOn(half)).toContain("geeft nu geen antwoord");
    expect((await inside.ask("/werk/utrecht/vandaag")).status).toBe(200);
    await provider.comeBack();
    const again = openBrowser(site.app);
    await signIn(again, { sub });
    expect(again.cookies.has("session")).toBe(true);
  });
});

describe("signing out", () => {
  test("ends the session here, and offers to end the one at the provider as well", async () => {
    const browser = openBrowser(site.app);
    await signIn(browser, { sub: await known() });
    const session = browser.cookies.get("session") ?? "";
    await browser.ask("/werk/uitloggen", { form: {} });
    const page = await saidOn(browser);
    expect(page).toContain("U bent uitgelogd.");
    expect(page).toContain('href="/werk/uitloggen/ook"');
    browser.cookies.set("session", session);
    expect((await browser.ask("/werk/utrecht/vandaag")).status).toBe(401);
    const there = new URL((await browser.ask("/werk/uitloggen/ook")).headers.get("location") ?? "");
    expect(there.origin).toBe(provider.settings.issuer);
    expect(there.searchParams.get("post_logout_redirect_uri")).toBe("http://localhost/werk");
    // Once: what was kept for it is gone.
    expect((await browser.ask("/werk/uitloggen/ook")).headers.get("location")).toBe("/werk");
  });
});

describe("the teams that a provider gives", () => {
  const organisationOf = async (team: string): Promise<string> =>
    (await site.database.admin.query("select organisation_id from team where id = $1", [team])).rows[0].organisation_id;
  const raadslieden = teamId("team-sociaal-raadslieden-utrecht");
  const other = teamId("team-rechtswinkel-utrecht");
  const rule = (claim: string, value: string, over: Partial<TeamRule> = {}): TeamRule => ({
    claim,
    value,
    municipality: "GM0344",
    team: raadslieden,
    role: "helper",
    ...over,
  });
  const settings = async (...teams: TeamRule[]) => ({ teams, organisationId: await organisationOf(raadslieden) });
  const membershipsOf = async (name: string) =>
    (
      await site.database.admin.query(
        "select m.team_id, m.role from team_member m join person p on p.id = m.person_id where p.name = $1 order by m.role",
        [name],
      )
    ).rows;

  test.each([
    [
      "as Entra ID says it, in groups by their id",
      rule("groups", "4a9d0b51-0f5c-4b5e-9a61-6b4f1b1d7a10"),
      {
        oid: "11111111-2222-3333-4444-555555555555",
        tid: "99999999-8888-7777-6666-555555555555",
        preferred_username: "N.Inloper@voorbeeld.example",
        groups: ["4a9d0b51-0f5c-4b5e-9a61-6b4f1b1d7a10", "0d9c8b7a-0000-0000-0000-000000000000"],
      },
    ],
    [
      "as Keycloak says it, in roles one level deeper",
      rule("realm_access.roles", "raadslieden"),
      { email: "inloper@voorbeeld.example", realm_access: { roles: ["offline_access", "raadslieden"] } },
    ],
  ])("%s, are theirs at the first sign-in, and gone when the claim is", async (_, given, claims) => {
    const sub = newId();
    const name = `Inloper ${sub}`;
    const more = await settings(given);
    const browser = openBrowser(site.app);
    expect(await signIn(browser, { sub, name, ...claims }, { more })).toBe("/werk");
    expect(await membershipsOf(name)).toEqual([{ team_id: raadslieden, role: "helper" }]);
    expect((await browser.ask("/werk/utrecht/vandaag")).status).toBe(200);
    const later = openBrowser(site.app);
    await signIn(later, { sub, name }, { more });
    expect(later.cookies.has("session")).toBe(false);
    expect(await membershipsOf(name)).toEqual([]);
    // The session of before ends with the last team.
    expect((await browser.ask("/werk/utrecht/vandaag")).status).toBe(401);
  });

  test("never lie in another organisation: its rule is as if it were not there", async () => {
    const sub = newId();
    const name = `Inloper ${sub}`;
    const more = await settings(rule("groups", "all"), rule("groups", "all", { team: other }));
    await signIn(openBrowser(site.app), { sub, name, groups: ["all"] }, { more });
    expect(await membershipsOf(name)).toEqual([{ team_id: raadslieden, role: "helper" }]);
  });

  test("follow the claim when somebody becomes team lead, and leave alone what was given by hand", async () => {
    const sub = await known();
    const before = await membershipsOf("Samira El Yousfi");
    const more = await settings(rule("groups", "helpers"));
    await signIn(openBrowser(site.app), { sub, name: "Samira El Yousfi", groups: ["helpers"] }, { more });
    expect(await membershipsOf("Samira El Yousfi")).toEqual([{ team_id: raadslieden, role: "helper" }, ...before]);
    const fresh = newId();
    const name = `Inloper ${fresh}`;
    const lead = await settings(rule("groups", "helpers"), rule("groups", "leads", { role: "team-lead" }));
    for (const [groups, roles] of [
      [["helpers"], ["helper"]],
      [
        ["helpers", "leads"],
        ["helper", "team-lead"],
      ],
      [["leads"], ["team-lead"]],
      [["helpers"], ["helper"]],
    ] as const) {
      await signIn(openBrowser(site.app), { sub: fresh, name, groups }, { more: lead });
      expect(await membershipsOf(name)).toEqual(roles.map((role) => ({ team_id: raadslieden, role })));
    }
  });

  test("two browsers of somebody new at the very same moment are one person", async () => {
    const sub = newId();
    const name = `Inloper ${sub}`;
    asked.more = await settings(rule("groups", "helpers"));
    provider.says({ sub, name, groups: ["helpers"] });
    const browsers = [1, 2, 3].map(() => openBrowser(site.app));
    const answers = await Promise.all(
      browsers.map(async (browser) => pathOf(await provider.visit(await begin(browser)))),
    );
    await Promise.all(browsers.map((browser, at) => browser.ask(answers[at] ?? "")));
    expect(browsers.every((browser) => browser.cookies.has("session"))).toBe(true);
    expect(await membershipsOf(name)).toHaveLength(1);
  });
});

describe("a token that lies", () => {
  const liar = lyingProvider("rechtspoor");
  const lying = testApp({}, () => [
    { ...provider.settings, key: "leugen", issuer: liar.issuer(), proof: { kind: "secret", secret: "of no use" } },
  ]);
  const hour = 3600;
  const now = () => Math.floor(Date.now() / 1000);

  async function tell(forgery: Forgery): Promise<Browser> {
    const { db, now: at } = lying.surroundings;
    const ctx = { db, now: at(), actor: { kind: "system", purpose: "example" }, municipalityId: "NL" } as const;
    const subject = String(forgery.claims?.sub ?? "somebody");
    await lying.database.admin.query("delete from person_identity where provider = 'leugen'");
    await inTransaction(ctx, (ctx) => addIdentity(ctx, { provider: "leugen", subject, personId: samira }));
    const browser = openBrowser(lying.app);
    const started = new URL((await browser.ask("/werk/inloggen/leugen")).headers.get("location") ?? "");
    const { state, nonce } = Object.fromEntries(started.searchParams);
    liar.lie(nonce ?? "", forgery);
    await browser.ask(`/werk/inloggen/terug?${new URLSearchParams({ code: "any", state: state ?? "" })}`);
    return browser;
  }

  test("the same provider telling the truth signs in, with a clock that is two minutes off", async () => {
    expect((await tell({})).cookies.has("session")).toBe(true);
    expect((await tell({ claims: { iat: now() + 110, exp: now() + 400 } })).cookies.has("session")).toBe(true);
    expect((await tell({ claims: { iat: now() - 400, exp: now() - 110 } })).cookies.has("session")).toBe(true);
  });

  test.each<[string, () => Forgery]>([
    ["without a signature (alg: none)", () => ({ signedWith: "none" })],
    ["signed with another key", () => ({ signedWith: "another" })],
    ["signed with the public key as a secret", () => ({ signedWith: "secret" })],
    ["for another application", () => ({ claims: { aud: "another" } })],
    ["of another issuer", () => ({ claims: { iss: "https://example.org" } })],
    ["of another sign-in (nonce)", () => ({ claims: { nonce: "another" } })],
    ["without a nonce", () => ({ claims: { nonce: undefined } })],
    ["that is over", () => ({ claims: { iat: now() - 2 * hour, exp: now() - hour } })],
    ["that begins in an hour", () => ({ claims: { nbf: now() + hour } })],
    ["without an end", () => ({ claims: { exp: undefined } })],
  ])("%s signs nobody in", async (_, forgery) => {
    const browser = await tell(forgery());
    expect(browser.cookies.has("session")).toBe(false);
    expect((await browser.ask("/werk")).body).toContain("Inloggen is niet gelukt.");
  });

  test("about nobody signs nobody in either", async () => {
    expect((await tell({ claims: { sub: "" } })).cookies.has("session")).toBe(false);
  });
});
