import { randomBytes } from "node:crypto";
import { Hono } from "hono";
import pino from "pino";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { readConfig } from "../config/config.ts";
import { connect } from "../db/connect.ts";
import { noChanges } from "./changes.ts";
import { limits } from "./limits.ts";
import { metrics } from "./metrics.ts";
import { makeOidc } from "./oidc.ts";
import { dropSealed, readSealed, setSealed } from "./sealed-cookie.ts";
import type { Env, Surroundings } from "./surroundings.ts";

const Receipt = z.object({ code: z.string() });
const receipt = { code: "K7PXM2HR" };
const start = Temporal.Instant.from("2026-11-24T09:00Z");
// Nothing here asks the database: it is an address to which nobody connects.
const { db } = connect("postgres://nobody@localhost/nothing", 1, () => undefined, "");

/** A site with nothing but cookies that last twenty minutes. */
function site({ url = "http://localhost:3000", secret = "a secret of nobody" } = {}) {
  const clock = { now: start };
  const config = readConfig({});
  if (!config.ok) throw new Error(config.problems.join(" "));
  const surroundings: Surroundings = {
    config: config.config,
    db,
    secret,
    now: () => clock.now,
    log: pino({ level: "silent" }),
    assets: (source) => source,
    limits: limits(db, secret, config.config.limits),
    metrics: metrics(),
    changes: noChanges,
    signIn: { oidc: makeOidc(), providers: async () => [], example: undefined },
    publicUrl: () => url,
    outbox: () => Promise.resolve([]),
  };
  const app = new Hono<Env>()
    .use(async (c, next) => {
      c.set("app", surroundings);
      c.set("ctx", { db, now: clock.now, actor: { kind: "visitor" }, municipalityId: "NL" });
      await next();
    })
    .get("/set/:name", (c) => {
      setSealed(c, c.req.param("name"), receipt, 20);
      return c.text("");
    })
    .get("/set-large/:length", (c) => {
      // Random bytes cannot be made smaller.
      const large = { code: randomBytes(Number(c.req.param("length"))).toString("latin1") };
      return c.json(setSealed(c, "bewijs", large, 20));
    })
    .get("/read/:name", (c) => c.json(readSealed(c, c.req.param("name"), Receipt) ?? null))
    .get("/read-as-number", (c) => c.json(readSealed(c, "bewijs", z.number()) ?? null))
    .get("/drop", (c) => {
      dropSealed(c, "bewijs");
      return c.text("");
    });
  return {
    clock,
    /** The header with which a cookie is given. */
    header: async (path: string, cookie = "") =>
      (await app.request(path, { headers: { cookie } })).headers.get("set-cookie") ?? "",
    /** What a browser sends back. */
    pair: async (name = "bewijs") =>
      ((await app.request(`/set/${name}`)).headers.get("set-cookie") ?? "").split(";")[0] ?? "",
    app,
    read: async (cookie: string, path = "/read/bewijs"): Promise<unknown> =>
      (await app.request(path, { headers: { cookie } })).json(),
  };
}

describe("a sealed cookie", () => {
  test("comes back whole, for as long as it is good", async () => {
    const { pair, read, clock } = site();
    const cookie = await pair();
    expect(await read(cookie)).toEqual(receipt);
    clock.now = start.add({ minutes: 19, seconds: 59 });
    expect(await read(cookie)).toEqual(receipt);
  });

  test("is nothing from its last minute on, whatever a browser keeps", async () => {
    const { pair, read, clock } = site();
    const cookie = await pair();
    clock.now = start.add({ minutes: 20 });
    expect(await read(cookie)).toBeNull();
  });

  test("shows nobody what is in it, and is another each time", async () => {
    const { pair } = site();
    const [one, other] = [await pair(), await pair()];
    expect(one).not.toBe(other);
    expect(Buffer.from(one.slice("bewijs=".length), "base64url").toString("latin1")).not.toContain(receipt.code);
  });

  test("with any sign changed, or cut short, is nothing", async () => {
    const { pair, read } = site();
    const cookie = await pair();
    const sealed = cookie.slice("bewijs=".length);
    for (const at of Array.from({ length: sealed.length - 1 }, (_, at) => at)) {
      const changed = `${sealed.slice(0, at)}${sealed[at] === "A" ? "B" : "A"}${sealed.slice(at + 1)}`;
      expect(await read(`bewijs=${changed}`)).toBeNull();
    }
    for (const broken of ["", "x", sealed.slice(0, 30), sealed.slice(0, -4), `${sealed}AAAA`, "%00", "ééé"])
      expect(await read(`bewijs=${encodeURIComponent(broken)}`)).toBeNull();
  });

  test("under another name, with another secret, or in another shape is nothing", async () => {
    const here = site();
    const cookie = await here.pair();
    const sealed = cookie.slice("bewijs=".length);
    expect(await here.read(`code=${sealed}`, "/read/code")).toBeNull();
    expect(await site({ secret: "another secret" }).read(cookie)).toBeNull();
    expect(await here.read(cookie, "/read-as-number")).toBeNull();
    expect(await here.read("")).toBeNull();
  });

  test("is for this site alone, unseen by scripts; over https its name says so", async () => {
    expect(await site().header("/set/bewijs")).toMatch(
      /^bewijs=[\w-]+; Max-Age=1200; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect(await site({ url: "https://rechtspoor.example.org" }).header("/set/bewijs")).toMatch(
      /^__Host-bewijs=[\w-]+; Max-Age=1200; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  test("over https is not read under its plain name", async () => {
    const { pair, read } = site({ url: "https://rechtspoor.example.org" });
    const cookie = await pair();
    expect(await read(cookie)).toEqual(receipt);
    expect(await read(cookie.replace("__Host-", ""))).toBeNull();
  });

  test("is whole also when a last piece of something longer stayed behind", async () => {
    const { app, pair, read } = site();
    const [, old = ""] = (await app.request("/set-large/3000")).headers.getSetCookie();
    expect(await read(`${await pair()}; ${old.split(";")[0]}`)).toEqual(receipt);
    expect(await read(old.split(";")[0] ?? "")).toBeNull();
  });

  test("is made small before it is sealed, and comes in two pieces at most: what is larger is not kept", async () => {
    const { app } = site();
    const pieces = async (length: number) => (await app.request(`/set-large/${length}`)).headers.getSetCookie();
    expect((await pieces(100)).map((cookie) => cookie.split("=")[0])).toEqual(["bewijs"]);
    expect((await pieces(3_000)).map((cookie) => cookie.split("=")[0])).toEqual(["bewijs", "bewijs.1"]);
    for (const cookie of await pieces(3_000)) expect(cookie.length).toBeLessThan(4_096);
    expect(await pieces(20_000)).toEqual([]);
    expect(await (await app.request("/set-large/20000")).json()).toBe(false);
  });

  test("is taken back by a cookie of the same name that is over", async () => {
    const here = site();
    expect(await here.header("/drop", await here.pair())).toMatch(/^bewijs=; Max-Age=0; Path=\/; [^,]*$/);
    const secure = site({ url: "https://rechtspoor.example.org" });
    expect(await secure.header("/drop", await secure.pair())).toMatch(/^__Host-bewijs=; Max-Age=0;.*Secure/);
  });

  test("that a browser does not have is not taken back, so that answers stay small", async () => {
    expect(await site().header("/drop")).toBe("");
  });
});
