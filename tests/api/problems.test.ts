import { expect, test } from "vitest";
import { createApp } from "../../src/app.tsx";
import { connect } from "../../src/db/connect.ts";
import { limits } from "../../src/web/limits.ts";
import { appSecret, testApp } from "../support/app.ts";
import { follow, get, post, problemOf } from "./program.ts";

const site = testApp({ PUBLIC_URL: "https://rechtspoor.example" });

/** The same app, with limits of its own. */
const strictSite = (most: { pages?: number; requests?: number; codes?: number }) => ({
  ...site,
  app: createApp({
    ...site.surroundings,
    limits: limits(site.database.db, appSecret, { pages: 1000, requests: 1000, codes: 1000, oneCode: 1000, ...most }),
  }),
});

test.each([
  "/api",
  "/api/",
  "/api/v1",
  "/api/v1/",
  "/api/v1/niets",
  "/api/v1/gemeenten/",
  "/api/v2/gemeenten",
  "/api/hulp",
  "/en/api/v1/niets",
  "/api/v1/%00",
  "/api/v1/%E0%A4%A",
])("what is not there is told to a program as a problem: %s", async (path) => {
  expect(await problemOf(await site.app.request(path))).toEqual({
    status: 404,
    title: "Niet gevonden",
    detail: "Op dit adres is niets. Of u mag dit niet zien.",
  });
});

test.each([
  ["/gemeenten", ["POST", "PUT", "PATCH", "DELETE"], "GET, HEAD, OPTIONS"],
  ["/openapi.json", ["POST", "DELETE"], "GET, HEAD, OPTIONS"],
  [`/hulpaanbod/${crypto.randomUUID()}`, ["POST", "PUT", "DELETE"], "GET, HEAD, OPTIONS"],
  ["/terugbelverzoeken", ["GET", "PUT", "DELETE"], "POST, OPTIONS"],
  ["/terugbelverzoeken/actueel", ["POST", "DELETE"], "GET, HEAD, OPTIONS"],
  [`/teams/${crypto.randomUUID()}/toezeggingen`, ["POST", "DELETE"], "GET, HEAD, OPTIONS"],
  ["/oauth/token", ["GET", "PUT", "DELETE"], "POST, OPTIONS"],
])("a way of asking that %s does not know is told to a program, with those it does", async (path, methods, allow) => {
  for (const method of methods) {
    const answer = await site.app.request(`/api/v1${path}`, { method });
    expect(answer.headers.get("allow")).toBe(allow);
    expect(answer.headers.get("api-version")).toBe("1.0.0");
    expect(await problemOf(answer)).toMatchObject({ status: 405, title: "Zo kan het niet" });
  }
  const options = await site.app.request(`/api/v1${path}`, { method: "OPTIONS" });
  expect([options.status, options.headers.get("allow"), await options.text()]).toEqual([204, allow, ""]);
});

test("what is not there is not there for any way of asking", async () => {
  for (const path of ["/api", "/api/v1", "/api/v1/niets", "/api/v2/gemeenten"])
    for (const method of ["POST", "PUT", "DELETE", "OPTIONS"]) {
      const answer = await site.app.request(path, { method });
      expect(answer.headers.has("allow")).toBe(false);
      expect((await problemOf(answer)).status).toBe(404);
    }
});

test("every answer, good or bad, carries the version and nothing that a browser may keep, frame or guess", async () => {
  const answers = [
    await get(site, "/gemeenten"),
    await get(site, "/openapi.json"),
    await get(site, "/hulpaanbod"),
    await get(site, "/niets"),
    await site.app.request("/api"),
  ];
  for (const { headers } of answers) {
    expect(headers.get("api-version")).toBe("1.0.0");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("strict-transport-security")).toMatch(/max-age=31536000/);
    expect(headers.get("content-type")).toMatch(/^application\/(problem\+)?json$/);
  }
});

test("pages of other sites read the description, and nothing else", async () => {
  const origin = { Origin: "https://elders.example" };
  expect((await get(site, "/openapi.json", origin)).headers.get("access-control-allow-origin")).toBe("*");
  for (const path of ["/gemeenten", "/hulpaanbod?gemeente=utrecht", "/niets"])
    expect((await get(site, path, origin)).headers.has("access-control-allow-origin")).toBe(false);
  const preflight = await site.app.request("/api/v1/terugbelverzoeken", {
    method: "OPTIONS",
    headers: { ...origin, "Access-Control-Request-Method": "POST" },
  });
  expect(preflight.status).toBe(204);
  expect([...preflight.headers.keys()].filter((name) => name.startsWith("access-control-"))).toEqual([]);
});

test.each([
  ["everything", { pages: 2 }, (limited: typeof site) => get(limited, "/gemeenten")],
  ["questions", { requests: 2 }, (limited: typeof site) => post(limited, "/terugbelverzoeken?gemeente=utrecht", {})],
  ["codes", { codes: 2 }, (limited: typeof site) => follow(limited, "2222-2222", "1234")],
])("%s asked too often from one address must wait a minute", async (_what, most, act) => {
  const limited = strictSite(most);
  expect((await act(limited)).status).not.toBe(429);
  expect((await act(limited)).status).not.toBe(429);
  const answer = await act(limited);
  expect(answer.headers.get("retry-after")).toBe("60");
  expect(await problemOf(answer)).toMatchObject({ status: 429, title: "Te vaak gevraagd" });
  site.at(site.surroundings.now().add({ minutes: 1 }));
  expect((await act(limited)).status).not.toBe(429);
});

test("what is far too large is refused unread, whether or not it says how large it is", async () => {
  const large = JSON.stringify({ naam: "a".repeat(300_000) });
  const said = await post(site, "/terugbelverzoeken?gemeente=utrecht", large, { "Content-Length": `${large.length}` });
  expect(await problemOf(said)).toMatchObject({ status: 413, title: "Te groot" });
  const streamed = await post(site, "/terugbelverzoeken?gemeente=utrecht", large, { "Transfer-Encoding": "chunked" });
  expect(await problemOf(streamed)).toMatchObject({ status: 413, title: "Te groot" });
});

test("when the database is away a program hears when to try again", async () => {
  const { db, pool } = connect("postgres://rechtspoor_app@127.0.0.1:1/nergens", 1, () => undefined, "");
  const app = createApp({ ...site.surroundings, db });
  const problem = await problemOf(await app.request("/api/v1/gemeenten"));
  expect(problem).toMatchObject({ status: 503, title: "Even niet bereikbaar" });
  expect(JSON.stringify(problem)).not.toMatch(/127\.0\.0\.1|ECONN|postgres/);
  await pool.end();
});

test("when something breaks inside, nothing of the inside is told", async () => {
  await site.database.admin.query("alter table service rename to service_elsewhere");
  const problem = await problemOf(await get(site, "/hulpaanbod?gemeente=utrecht"));
  await site.database.admin.query("alter table service_elsewhere rename to service");
  expect(problem).toEqual({
    status: 500,
    title: "Er gaat iets mis bij ons",
    detail: "Dat ligt niet aan u. Probeer het opnieuw, met dezelfde Idempotency-Key: zo vraagt u niets dubbel.",
  });
});

test("people still get a page when something is not there", async () => {
  const answer = await site.app.request("/nergenshuizen");
  expect(answer.status).toBe(404);
  expect(answer.headers.get("content-type")).toMatch(/^text\/html/);
});
