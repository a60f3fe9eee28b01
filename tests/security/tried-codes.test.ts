import { beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../src/app.tsx";
import { makeLog } from "../../src/log.ts";
import { appSecret, type TestApp, testApp, tuesdayMorning } from "../support/app.ts";
import { twoMunicipalities, type World } from "./two-municipalities.ts";

/* Somebody found a code and tries the digits, from as many addresses as they like: nobody is counted out by address. */

const most = 10;
const site = testApp({ LIMIT_ONE_CODE: String(most) });
const made: { world?: World } = {};
beforeAll(async () => {
  made.world = await twoMunicipalities(site.database, tuesdayMorning, appSecret);
});
const world = () => {
  if (made.world === undefined) throw new Error("The world is only there inside a test.");
  return made.world;
};

type Try = { code: string; digits: string };
type Ask = (tried: Try, app?: TestApp["app"]) => Promise<Response>;
const onThePage: Ask = async ({ code, digits }, app = site.app) =>
  app.request("/utrecht/volg", {
    method: "POST",
    headers: { "sec-fetch-site": "same-origin" },
    body: new URLSearchParams({ code, digits }),
  });
const byProgram: Ask = async ({ code, digits }, app = site.app) =>
  app.request("/api/v1/terugbelverzoeken/actueel?gemeente=utrecht", {
    headers: { "Rechtspoor-Code": code, "Rechtspoor-Cijfers": digits },
  });

/** All that somebody could compare: not what they typed, which comes back in its field. */
const seen = async (answer: Response) => [
  answer.status,
  [...answer.headers].filter(([name]) => name !== "x-request-id"),
  (await answer.text()).replace(/ value="[^"]*"/g, ""),
];
const refusals = async () =>
  (await site.database.admin.query("select count(*)::int as count from event where name = 'access.codeRefused'"))
    .rows[0].count;
const inAnHour = tuesdayMorning.add({ hours: 1 });

describe("ten thousand tries of one code", () => {
  test("open nothing, look at most ten times, and slow down nobody else", async () => {
    const [own, other] = world().raadslieden.cases;
    const right = own.phone.slice(-4);
    const wrong = Array.from({ length: 10_000 }, (_, at) => String(at).padStart(4, "0")).filter((d) => d !== right);
    const before = await refusals();
    const statuses = new Map<number, number>();
    const atOnce = 40;
    for (let at = 0; at < wrong.length; at += atOnce) {
      const tries = wrong.slice(at, at + atOnce).map((digits, nth) => {
        const ask = nth === 0 ? onThePage : byProgram;
        return ask({ code: own.code, digits });
      });
      for (const answer of await Promise.all(tries)) {
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        expect(answer.headers.getSetCookie()).toEqual([]);
        expect(await answer.text()).not.toContain(own.name);
      }
    }
    const looked = (statuses.get(400) ?? 0) + (statuses.get(404) ?? 0);
    expect([looked, statuses.get(429)]).toEqual([most, 9_999 - most]);
    expect((await refusals()) - before).toBe(most);

    // Guessing would go on forever if the right digits still worked; the resident calls, or waits.
    expect((await byProgram({ code: own.code, digits: right })).status).toBe(429);
    const page = await onThePage({ code: own.code, digits: right });
    expect([page.status, page.headers.get("retry-after")]).toEqual([429, "3600"]);
    expect(await page.text()).toContain("Deze code is te vaak geprobeerd.");
    expect((await byProgram({ code: other.code, digits: other.phone.slice(-4) })).status).toBe(200);
    expect((await onThePage({ code: other.code, digits: other.phone.slice(-4) })).status).toBe(303);

    site.at(inAnHour);
    expect((await byProgram({ code: own.code, digits: right })).status).toBe(200);
  });
});

describe("a code that is tried too often", () => {
  test.each([
    ["on the page", onThePage],
    ["by program", byProgram],
  ])("is answered the same whether there is such a code or not, at every try: %s", async (where, ask) => {
    const [, own] = world()[where === "by program" ? "rechtswinkel" : "raadslieden"].cases;
    const never = where === "by program" ? "K7PX-M2HR" : "K7PX-M2HS";
    site.at(tuesdayMorning.add({ hours: 4 }));
    for (let at = 0; at < most + 3; at++) {
      const there = await seen(await ask({ code: own.code, digits: "0000" }));
      expect(there).toEqual(await seen(await ask({ code: never, digits: "0000" })));
      expect(there[0]).toBe(at < most ? (ask === onThePage ? 400 : 404) : 429);
    }
  });

  test("is one code however it is typed", async () => {
    const [own] = world().rechtswinkel.cases;
    const plain = own.code.replace("-", "");
    const ways = [
      plain,
      plain.toLowerCase(),
      ` ${plain} `,
      `${plain.slice(0, 4)}-${plain.slice(4)}`,
      [...plain].join(" "),
    ];
    for (let at = 0; at < most; at++)
      expect((await byProgram({ code: ways[at % ways.length] ?? "", digits: "0000" })).status).toBe(404);
    for (const code of ways) expect((await byProgram({ code, digits: "0000" })).status).toBe(429);
  });

  test("is not one that its resident opens often, and opening it lets nobody try more often", async () => {
    site.at(tuesdayMorning.add({ hours: 2 }));
    const [own] = world().rechtswinkel.cases;
    const right = { code: own.code, digits: own.phone.slice(-4) };
    for (let at = 0; at < 3 * most; at++) expect((await byProgram(right)).status).toBe(200);
    for (let at = 0; at < most; at++) {
      expect((await byProgram({ ...right, digits: "0000" })).status).toBe(404);
      if (at < most - 1) expect((await byProgram(right)).status).toBe(200);
    }
    expect((await byProgram({ ...right, digits: "0000" })).status).toBe(429);
  });

  test("stands in the log once an hour, without the code", async () => {
    const lines: string[] = [];
    const log = makeLog("warn", { write: (line) => lines.push(line) });
    const app = createApp({ ...site.surroundings, log });
    const [own] = world().almere.cases;
    for (let at = 0; at < most + 5; at++) await byProgram({ code: own.code, digits: "0000" }, app);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain("one code was tried too often");
    expect(lines[0]).not.toContain(own.code);
  });
});
