import { describe, expect, test } from "vitest";
import { personId } from "../../example/places.ts";
import { createApp } from "../../src/app.tsx";
import { connect } from "../../src/db/connect.ts";
import { routes } from "../../src/web/routes.ts";
import { testApp } from "../support/app.ts";
import { type Answer, openBrowser, signIn } from "../support/browser.ts";
import { holdsNothingInline, isKeptByNobody, isProtected } from "./protecting.ts";

/*
 * What every answer tells a browser. Each kind of answer once, by hand; and each address there is, read from the app
 * itself, so that what is added is looked at here without a word.
 */

const site = testApp();
const strict = testApp({ LIMIT_PAGES: "1" });
const secret = testApp({ METRICS_TOKEN: "a token of the tests" });
const secure = testApp({ PUBLIC_URL: "https://rechtspoor.example" });

const signedIn = (there = site) => signIn(there, openBrowser(there.app), personId("jeroen-van-der-horst"));
const ask = (path: string, asking = {}) => openBrowser(site.app).ask(path, asking);

const isFile = ({ headers }: Answer) => /^(text\/css|image\/svg)/.test(headers.get("content-type") ?? "");

describe("every kind of answer carries the headers that protect who reads it", () => {
  const code = { "Rechtspoor-Code": "K7PX-M2HR", "Rechtspoor-Cijfers": "1234" };
  const kinds: [string, number, () => Promise<Answer>][] = [
    ["a page", 200, () => ask("/utrecht")],
    ["a page in English", 200, () => ask("/en/utrecht")],
    ["only its head", 200, () => ask("/utrecht", { method: "HEAD" })],
    ["a page of the workspace", 200, async () => (await signedIn()).ask("/werk/utrecht/vandaag")],
    ["a stream of changes", 200, async () => (await signedIn()).ask("/werk/utrecht/vandaag/stroom")],
    ["a list to take along", 200, async () => (await signedIn()).ask("/werk/utrecht/hulpvragen.csv")],
    ["a redirect after a form", 303, async () => (await signedIn()).ask("/werk/uitloggen", { form: {} })],
    ["a redirect to the tidy address", 301, () => ask("/Utrecht/")],
    ["the quick exit", 303, () => ask("/utrecht/verlaat")],
    ["a refused form", 400, () => ask("/utrecht/volg", { form: { code: "x", digits: "1" } })],
    ["a body that is no form", 403, () => ask("/utrecht/volg", { method: "POST", headers: { "content-type": "x/y" } })],
    ["not signed in", 401, () => ask("/werk/utrecht/vandaag")],
    [
      "a form from elsewhere",
      403,
      () => ask("/utrecht/volg", { form: {}, headers: { "sec-fetch-site": "cross-site" } }),
    ],
    ["nothing there", 404, () => ask("/utrecht/nergens")],
    ["no such municipality", 404, () => ask("/nergens")],
    ["no such method", 405, () => ask("/utrecht", { method: "DELETE" })],
    ["which methods there are", 204, () => ask("/utrecht", { method: "OPTIONS" })],
    ["a style that is not there", 404, () => ask("/assets/nergens.css")],
    ["the look of a municipality", 200, () => ask("/assets/huisstijl/almere.css")],
    ["its logo", 200, () => ask("/assets/huisstijl/almere.svg")],
    ["far too much text", 413, () => ask("/utrecht/hulp", { form: { woorden: "a".repeat(300_000) } })],
    ["a list of the REST interface", 200, () => ask("/api/v1/gemeenten")],
    ["wrong input there", 400, () => ask("/api/v1/hulpaanbod")],
    [
      "a code that opens nothing there",
      404,
      () => ask("/api/v1/terugbelverzoeken/actueel?gemeente=utrecht", { headers: code }),
    ],
    ["nothing in the REST interface", 404, () => ask("/api/v1/nergens")],
    ["robots.txt", 200, () => ask("/robots.txt")],
    ["security.txt", 200, () => ask("/.well-known/security.txt")],
    ["the state of health", 200, () => ask("/health/ready")],
    ["the figures", 200, () => ask("/metrics")],
    ["the figures, refused", 401, () => openBrowser(secret.app).ask("/metrics")],
    [
      "asked too often",
      429,
      async () => {
        await openBrowser(strict.app).ask("/utrecht");
        return openBrowser(strict.app).ask("/utrecht");
      },
    ],
  ];

  test.each(kinds)("%s (%i)", async (_, status, ask) => {
    const answer = await ask();
    expect(answer.status).toBe(status);
    isProtected(answer);
    // Nobody guesses in which signs a text was written; JSON and streams of events are UTF-8 by definition.
    const type = answer.headers.get("content-type") ?? "";
    if (/^text\/(?!event-stream)/.test(type)) expect(type).toMatch(/; ?charset=utf-8/i);
    if (answer.body !== "") expect(type).not.toBe("");
    if (isFile(answer)) expect(answer.headers.get("cache-control")).toMatch(/^public, max-age=\d+$/);
    else isKeptByNobody(answer);
  });

  test("the description of the REST interface, the one thing that any site may read and embed", async () => {
    const answer = await ask("/api/v1/openapi.json");
    isProtected(answer, { differs: { "cross-origin-resource-policy": "cross-origin" } });
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  });

  test.each([
    ["the database is away (503)", "postgres://rechtspoor_app@127.0.0.1:1/rechtspoor", 503],
    ["the database is not ours (500)", "", 500],
  ])("%s, and says nothing of what went wrong", async (_, url, status) => {
    const empty = new URL(site.database.urls.appUrl);
    empty.pathname = "/postgres";
    const { db, pool } = connect(url === "" ? empty.href : url, 1, () => undefined, "");
    const app = createApp({ ...site.surroundings, db });
    for (const path of ["/utrecht", "/werk/utrecht/vandaag", "/api/v1/gemeenten"]) {
      const answer = await openBrowser(app).ask(path);
      expect(answer.status).toBe(status);
      isProtected(answer);
      isKeptByNobody(answer);
      expect(answer.body).not.toMatch(/relation|ECONNREFUSED|municipality|\bat \S+\.ts/);
    }
    await pool.end();
  });

  test("the figures are for whoever has the token, whole", async () => {
    const asked = (authorization: string) => openBrowser(secret.app).ask("/metrics", { headers: { authorization } });
    expect((await asked("Bearer a token of the tests")).status).toBe(200);
    for (const wrong of [
      "Bearer a token of the test",
      "Bearer a token of the tests ",
      "a token of the tests",
      "Bearer ",
    ])
      expect((await asked(`${wrong}.`)).status).toBe(401);
  });
});

describe("each address there is", () => {
  /** As the app has them, so also the REST interface and what stands beside the pages. */
  const addresses = [...new Set(routes.map(({ path }) => path))];
  const fill = (path: string) =>
    path
      .replace(":gemeente", "utrecht")
      .replace(":id", crypto.randomUUID())
      .replace("/vragen/:slug", "/vragen/schulden")
      .replace(":slug", "wonen");
  const methods = ["GET", "HEAD", "POST", "PUT", "OPTIONS"];

  test.each(addresses)("%s: whoever asks, in whatever way", async (address) => {
    for (const browser of [openBrowser(site.app), await signedIn()])
      for (const method of methods) {
        const answer = await browser.ask(fill(address), { method, ...(method === "POST" ? { form: {} } : {}) });
        expect(answer.status).toBeLessThan(500);
        isProtected(answer);
        isKeptByNobody(answer);
        if (/html/.test(answer.headers.get("content-type") ?? "")) holdsNothingInline(answer);
      }
  });

  test("nothing is left out: what the app answers is in that table, in the REST interface or beside the pages", async () => {
    const others = [
      ...new Set(site.app.routes.filter(({ method }) => method !== "ALL").map(({ path }) => path)),
    ].filter((path) => !addresses.includes(path));
    expect(others.filter((path) => !/^\/(api\/v1|assets\/huisstijl)\//.test(path)).sort()).toEqual([
      "/.well-known/security.txt",
      "/health/live",
      "/health/ready",
      "/metrics",
      "/robots.txt",
      "/widget.js",
    ]);
    for (const path of others)
      for (const method of methods) {
        const answer = await ask(fill(path), { method });
        const isWidget = path === "/widget.js" && answer.status === 302;
        const isForAll = isWidget || (path.endsWith("/openapi.json") && answer.status === 200);
        isProtected(answer, { differs: isForAll ? { "cross-origin-resource-policy": "cross-origin" } : {} });
        if (!isFile(answer) && !isWidget) isKeptByNobody(answer);
      }
  });

  test("only what is for everybody may be found with a search engine", async () => {
    const unlisted = async (path: string) => (await ask(path)).headers.get("x-robots-tag");
    for (const path of ["/", "/utrecht", "/en/utrecht/hulp", "/over"]) expect(await unlisted(path)).toBe(null);
    for (const path of ["/werk", "/en/werk", "/werk/utrecht/vandaag", "/werk/nergens", "/api/v1/gemeenten", "/metrics"])
      expect(await unlisted(path)).toBe("noindex, nofollow");
  });
});

describe("over https", () => {
  test("browsers are told to stay there", async () => {
    for (const path of ["/utrecht", "/nergens", "/werk/utrecht/vandaag", "/api/v1/gemeenten", "/health/live"])
      isProtected(await openBrowser(secure.app).ask(path), { isSecure: true });
  });
});
