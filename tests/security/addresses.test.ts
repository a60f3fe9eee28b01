import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import { personId } from "../../example/places.ts";
import { languages } from "../../src/kernel/language.ts";
import { type Action, reservedSlugs } from "../../src/modules/access/index.ts";
import { mirrorPrefix } from "../../src/web/place.ts";
import { type Area, type Route, routes } from "../../src/web/routes.ts";
import type { Env } from "../../src/web/surroundings.ts";
import { testRoutes } from "../../src/web/test-routes.ts";
import { production, type TestApp, testApp } from "../support/app.ts";

/* What an address may be: read from the app itself, so that a route that is added is looked at here without a word. */

const site = testApp();

/** What an address begins with, when that is fixed and could be the name of a municipality: no dot, no place holder. */
const firstSegments = (paths: string[]): string[] =>
  [...new Set(paths.map((path) => path.split("/")[1] ?? ""))].filter((segment) => /^[a-z][a-z0-9-]*$/.test(segment));

describe("no municipality can be called", () => {
  test("as any page, file or interface of ours is", () => {
    const forTests = new Hono<Env>();
    testRoutes(forTests, { moveClock: () => undefined, sweep: undefined });
    const paths = [...site.app.routes, ...forTests.routes, ...routes].map(({ path }) => path);
    const segments = firstSegments(paths);
    // The test looks at all of it: pages, what is beside them, and what only tests have.
    expect(segments).toEqual(expect.arrayContaining(["werk", "over", "api", "health", "metrics", "assets", "proef"]));
    expect(segments.filter((segment) => !reservedSlugs.has(segment))).toEqual([]);
  });

  test("as a language, the mirrored site, or the interface that others expect at /hsds", () => {
    const segments = [...Object.keys(languages), mirrorPrefix, "hsds"];
    expect(segments.filter((segment) => !reservedSlugs.has(segment))).toEqual([]);
  });
});

// ── ways of asking ──────────────────────────────────────────────────────────────────────────────────────────────

/** A browser knows two ways to ask; programs and scanners know more. */
const everyMethod = ["GET", "POST", "PUT", "PATCH", "DELETE"];

type Address = { path: string; area: Area; needs: Route["needs"]; methods: string[] };
/** Each address of the table of contents once, with the ways in which it may be asked. */
const addresses: Address[] = [...Map.groupBy(routes, ({ path }) => path)].map(([path, there]) => ({
  path,
  area: there[0]?.area ?? "site",
  needs: there[0]?.needs,
  methods: there.map(({ method }) => method),
}));
const of = (...areas: Area[]) =>
  addresses.filter(({ area }) => areas.includes(area)).map((address) => [address.path, address] as const);

const allowOf = ({ methods }: Address): string =>
  [...methods, ...(methods.includes("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ");
const othersOf = ({ methods }: Address): string[] => everyMethod.filter((method) => !methods.includes(method));
const at = ({ path }: Pick<Address, "path">, municipality = "utrecht"): string =>
  path
    .replace(":gemeente", municipality)
    .replace(":id", crypto.randomUUID())
    .replace("/vragen/:slug", "/vragen/schulden")
    .replace(":slug", "wonen")
    .replace(":aanbieder", "nergens")
    .replace(":uid", "nergens");

const ask = (app: TestApp["app"], path: string, method: string, headers: Record<string, string> = {}) =>
  app.request(path, { method, headers: { host: "localhost", "sec-fetch-site": "same-origin", ...headers } });

/** Somebody of Utrecht for each thing that a page asks for. */
const whoMay: Partial<Record<Action, string>> = {
  "team.list": "jeroen-van-der-horst",
  "contact.find": "jeroen-van-der-horst",
  "list.keep": "jeroen-van-der-horst",
  "request.list": "jeroen-van-der-horst",
  "team.handOver": "samira-el-yousfi",
  "people.manage": "hatice-koc",
  "clients.manage": "hatice-koc",
  "places.manage": "pim-bosch",
  "directory.edit": "stefan-molenaar",
  "trail.search": "hatice-koc",
  "reading.judge": "hatice-koc",
};

/** Somebody who works in Utrecht. */
async function sessionOf(person: string | undefined): Promise<{ cookie: string }> {
  if (person === undefined) throw new Error("Say who may do what this page asks for.");
  const { name, token } = await site.signIn(personId(person));
  return { cookie: `${name}=${token}` };
}

/** Not a word differs from an address that never was, but for the address itself. */
async function isNotThere(path: string, method: string, headers: Record<string, string>): Promise<void> {
  const never = "/werk/utrecht/nergens";
  const [answer, ofNever] = await Promise.all([path, never].map((at) => ask(site.app, at, method, headers)));
  expect([answer?.status, answer?.headers.has("allow")]).toEqual([404, false]);
  // A link to sign in leads back to the address that was asked for.
  const shown = async (of: Response | undefined, address: string) =>
    (await of?.text())?.replaceAll(address, "…").replaceAll(encodeURIComponent(address), "…");
  expect(await shown(answer, path)).toBe(await shown(ofNever, never));
}

describe("asked in a way that it does not know", () => {
  test.each(of("site", "public", "example"))("%s says which it does", async (_, address) => {
    expect(othersOf(address).length).toBeGreaterThan(2);
    for (const method of othersOf(address)) {
      const answer = await ask(site.app, at(address), method);
      expect([method, answer.status, answer.headers.get("allow")]).toEqual([method, 405, allowOf(address)]);
    }
  });

  test.each(of("work"))("%s is not there for a stranger, nor for whoever works elsewhere", async (_, address) => {
    const elsewhere = await sessionOf("kees-bontekoe");
    const path = at(address);
    for (const method of [...othersOf(address), "OPTIONS"])
      for (const headers of [{}, { cookie: "session=made-up" }, elsewhere]) await isNotThere(path, method, headers);
  });

  test.each(of("work"))("%s says which it does to whoever works there, whatever the case", async (_, address) => {
    const here = await sessionOf(whoMay[address.needs ?? "team.list"]);
    for (const method of othersOf(address)) {
      const answer = await ask(site.app, at(address), method, here);
      expect([method, answer.status, answer.headers.get("allow")]).toEqual([method, 405, allowOf(address)]);
    }
  });

  test.each(of("public", "work"))("%s is not there in a municipality that is not", async (_, address) => {
    for (const method of [...everyMethod, "OPTIONS"])
      expect((await ask(site.app, at(address, "nergens"), method)).status).toBe(404);
  });

  test.each(["/health/live", "/health/ready", "/metrics", "/robots.txt", "/.well-known/security.txt"])(
    "%s says so too, although it is no page",
    async (path) => {
      const answer = await ask(site.app, path, "DELETE");
      expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
    },
  );

  test("a page says it in the reader's language, with somebody to call and a way on", async () => {
    const said = async (path: string) => (await ask(site.app, path, "GET")).text();
    const dutch = await said("/utrecht/volg/weg");
    expect(dutch).toContain("Zo kunt u deze pagina niet openen");
    expect(dutch).toContain("Bel Voorbeeldbalie Utrecht");
    expect(dutch).toContain('href="/utrecht"');
    const english = await said("/en/utrecht/volg/weg");
    expect(english).toContain("You cannot open this page like this");
    expect(english).toContain("Call Voorbeeldbalie Utrecht");
  });

  test("what is not there stays so, and a capital or a slash too many still leads to a page", async () => {
    for (const method of everyMethod) expect((await ask(site.app, "/utrecht/nergens", method)).status).toBe(404);
    expect((await ask(site.app, "/Utrecht/Hulp/", "GET")).headers.get("location")).toBe("/utrecht/hulp");
    expect((await ask(site.app, "/UTRECHT", "GET")).headers.get("location")).toBe("/utrecht");
    expect((await ask(site.app, "/Utrecht/Hulp/", "DELETE")).status).toBe(404);
  });
});

test("what answered is counted under its own pattern, not under a wider one that fits as well", async () => {
  const here = await sessionOf("jeroen-van-der-horst");
  await ask(site.app, "/werk/utrecht/hulpvragen/nieuw", "GET", here);
  await ask(site.app, "/over", "PUT");
  await ask(site.app, "/api/v1/gemeenten", "GET");
  const figures = await (await ask(site.app, "/metrics", "GET")).text();
  for (const labels of [
    'route="/werk/:gemeente/hulpvragen/nieuw",method="GET",status="200"',
    'route="/over",method="PUT",status="405"',
    'route="/api/v1/gemeenten",method="GET",status="200"',
  ])
    expect(figures).toContain(labels);
});

describe("asked how it may be asked", () => {
  test.each(of("site", "public", "example"))("%s answers, and lets no other site ask", async (_, address) => {
    const answer = await ask(site.app, at(address), "OPTIONS", {
      origin: "https://elders.example",
      "access-control-request-method": "POST",
      "sec-fetch-site": "cross-site",
    });
    expect([answer.status, answer.headers.get("allow"), await answer.text()]).toEqual([204, allowOf(address), ""]);
    expect([...answer.headers.keys()].filter((name) => name.startsWith("access-control-"))).toEqual([]);
  });
});

describe("asked for its head alone", () => {
  test.each(of("site", "public", "example").filter(([, { methods }]) => methods.includes("GET")))(
    "%s answers as for the whole page, without it",
    async (_, address) => {
      const path = at(address);
      const [whole, head] = [await ask(site.app, path, "GET"), await ask(site.app, path, "HEAD")];
      const telling = (answer: Response) => [
        answer.status,
        answer.headers.get("content-type"),
        answer.headers.get("location"),
      ];
      expect(telling(head)).toEqual(telling(whole));
      expect(await head.text()).toBe("");
    },
  );

  test.each(of("site", "public").filter(([, { methods }]) => !methods.includes("GET")))(
    "%s has none: it is a form that is sent",
    async (_, address) => {
      const head = await ask(site.app, at(address), "HEAD");
      expect([head.status, head.headers.get("allow"), await head.text()]).toEqual([405, allowOf(address), ""]);
    },
  );
});

describe("in production", () => {
  const real = testApp(production);

  test.each(of("example"))("%s is not there, in whatever way it is asked", async (_, address) => {
    for (const method of [...everyMethod, "HEAD", "OPTIONS"]) {
      const answer = await ask(real.app, at(address), method);
      expect([answer.status, answer.headers.has("allow")]).toEqual([404, false]);
    }
  });
});
