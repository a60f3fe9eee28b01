import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import { databaseSecret, testDatabase } from "../../tests/support/database.ts";
import { connect } from "../db/connect.ts";
import { type Actor, as, type Ctx, errorCode, type Inside, inTransaction, reading } from "./context.ts";
import { idFor, newId } from "./id.ts";

const database = testDatabase();
/** Whoever publishes may write organisations: no more is needed for trying things on. */
const publisher: Actor = { kind: "system", purpose: "example" };
const ctx = (actor: Actor = publisher, municipalityId = "GM9999"): Ctx => ({
  db: database.db,
  now: Temporal.Instant.from("2026-11-24T09:00Z"),
  actor,
  municipalityId,
});

const add = (ctx: Inside, name: string) =>
  ctx.db
    .insertInto("organisation")
    .values({ id: idFor(name), name, kind: "other", independence: "unknown" })
    .execute();
const count = async (): Promise<number> =>
  (await database.admin.query("select count(*)::int from organisation")).rows[0].count;
const settingsIn = async (ctx: Inside) =>
  (
    await sql<Record<string, string>>`select current_setting('app.municipality', true) as municipality,
      current_setting('app.person', true) as person, current_setting('app.teams', true) as teams,
      current_setting('app.code', true) as code, current_setting('app.purpose', true) as purpose`.execute(ctx.db)
  ).rows[0];

beforeEach(async () => {
  await database.admin.query("truncate organisation cascade");
});

describe("one use case, one transaction", () => {
  test("what was done is there when it ends, and its answer is handed back", async () => {
    expect(
      await inTransaction(ctx(), async (ctx) => {
        await add(ctx, "a");
        expect(await count()).toBe(0);
        return "done";
      }),
    ).toBe("done");
    expect(await count()).toBe(1);
  });

  test("an error undoes everything, and comes out as it was", async () => {
    const mistake = new Error("half-way");
    await expect(
      inTransaction(ctx(), async (ctx) => {
        await add(ctx, "a");
        throw mistake;
      }),
    ).rejects.toBe(mistake);
    expect(await count()).toBe(0);
    // The connection is as good as new for whoever gets it next.
    await inTransaction(ctx(), (ctx) => add(ctx, "b"));
    expect(await count()).toBe(1);
  });

  test("one inside another joins it: both happen or neither", async () => {
    const outer = inTransaction(ctx(), async (ctx) => {
      await add(ctx, "a");
      await inTransaction(ctx, (ctx) => add(ctx, "b"));
      expect(await reading(ctx, async (inner) => inner === ctx)).toBe(true);
      throw new Error("after all");
    });
    await expect(outer).rejects.toThrow("after all");
    expect(await count()).toBe(0);
  });

  test("reading writes nothing", async () => {
    await expect(reading(ctx(), (ctx) => add(ctx, "a"))).rejects.toMatchObject({ code: "25006" });
  });
});

describe("a conflict with somebody else", () => {
  test("somebody was first with the same thing: looking again finds what they made", async () => {
    const looks = { done: 0 };
    const other = ctx();
    const outcome = await inTransaction(ctx(), async (ctx) => {
      looks.done++;
      const there = await ctx.db.selectFrom("organisation").selectAll().where("id", "=", idFor("a")).executeTakeFirst();
      if (there !== undefined) return "found";
      // Between looking and writing, another connection is faster.
      await inTransaction(other, (ctx) => add(ctx, "a"));
      await add(ctx, "a");
      return "made";
    });
    expect([outcome, looks.done]).toEqual(["found", 2]);
  });

  test("two that lock each other out: the one that is sent back tries again, and both get done", async () => {
    await inTransaction(ctx(), (ctx) => add(ctx, "a").then(() => add(ctx, "b")));
    const raise = (ctx: Inside, name: string) =>
      ctx.db
        .updateTable("organisation")
        .set((eb) => ({ name: eb("name", "||", "+") }))
        .where("id", "=", idFor(name))
        .execute();
    const met = { both: Promise.withResolvers<void>(), here: 0 };
    const inOrder = (first: string, second: string) =>
      inTransaction(ctx(), async (ctx) => {
        await raise(ctx, first);
        if (++met.here === 2) met.both.resolve();
        await met.both.promise;
        await raise(ctx, second);
      });
    await Promise.all([inOrder("a", "b"), inOrder("b", "a")]);
    // One is sent back at least; whoever comes back may get in the other's way once more.
    expect(met.here).toBeGreaterThanOrEqual(3);
    const { rows } = await database.admin.query("select name from organisation order by name");
    expect(rows.map((row) => row.name)).toEqual(["a++", "b++"]);
  });

  test("a serialization failure is tried again too", async () => {
    const tries = { done: 0 };
    await inTransaction(ctx(), async (ctx) => {
      if (++tries.done < 3)
        await sql`do $$ begin raise exception 'again' using errcode = '40001'; end $$`.execute(ctx.db);
      await add(ctx, "a");
    });
    expect([tries.done, await count()]).toEqual([3, 1]);
  });

  test("what conflicts every time is given up after four tries, with the database's own error", async () => {
    const tries = { done: 0 };
    const stubborn = inTransaction(ctx(), async (ctx) => {
      tries.done++;
      await add(ctx, "a");
      await add(ctx, "a");
    });
    await expect(stubborn).rejects.toMatchObject({ code: "23505" });
    expect([tries.done, await count()]).toEqual([4, 0]);
  });

  test("any other error is not tried again", async () => {
    const tries = { done: 0 };
    const failing = inTransaction(ctx(), async () => {
      tries.done++;
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(tries.done).toBe(1);
  });

  test("the code of an error is its SQLSTATE, or nothing", () => {
    expect(errorCode({ code: "23505" })).toBe("23505");
    for (const other of [new Error("x"), null, undefined, "23505", { code: 5 }]) expect(errorCode(other)).toBe("");
  });
});

describe("what row-level security reads", () => {
  const nothing = { person: "", teams: "", code: "", purpose: "" };

  test("is who asks and where, and nothing else", async () => {
    const [person, one, two] = [newId(), newId(), newId()];
    const seen = (actor: Actor) => inTransaction(ctx(actor), settingsIn);
    const municipality = "GM9999";
    expect(await seen({ kind: "visitor" })).toEqual({ ...nothing, municipality });
    expect(await seen({ kind: "code", proof: "abc123" })).toEqual({ ...nothing, municipality, code: "abc123" });
    expect(await seen({ kind: "person", personId: person, teamIds: [one, two] })).toEqual({
      ...nothing,
      municipality,
      person,
      teams: `${one},${two}`,
    });
    expect(await seen({ kind: "system", purpose: "mail" })).toEqual({ ...nothing, municipality, purpose: "mail" });
    expect(await seen({ kind: "system", purpose: "alarms", teamId: one })).toEqual({
      ...nothing,
      municipality,
      teams: one,
      purpose: "alarms",
    });
  });

  test("ends with the transaction: whoever gets the connection next is nobody", async () => {
    const { db, pool } = connect(database.urls.appUrl, 1, () => undefined, databaseSecret);
    const one: Ctx = { ...ctx({ kind: "code", proof: "abc123" }), db };
    await inTransaction(one, settingsIn);
    await expect(
      inTransaction(one, async () => {
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    const { rows } = await pool.query("select current_setting('app.code', true) as code");
    expect(rows[0].code).toBe("");
    await pool.end();
  });

  test("holds ids and codes only: a quote or a space is our own mistake, and opens nothing", async () => {
    for (const text of ["' or true --", "a b", "a'b", "a\\b", "ä", "a;b"]) {
      await expect(inTransaction(ctx({ kind: "code", proof: text }), settingsIn)).rejects.toThrow("ids and codes");
      await expect(inTransaction(ctx({ kind: "visitor" }, text), settingsIn)).rejects.toThrow("ids and codes");
      const person: Actor = { kind: "person", personId: newId(), teamIds: [text] };
      await expect(inTransaction(ctx(person), settingsIn)).rejects.toThrow("ids and codes");
    }
  });

  test("the same world as another actor leaves the first as it was", () => {
    const visitor = ctx({ kind: "visitor" });
    const system = as(visitor, { kind: "system", purpose: "mail" });
    expect([visitor.actor.kind, system.actor.kind, system.now]).toEqual(["visitor", "system", visitor.now]);
  });
});
