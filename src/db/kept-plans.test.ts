import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { databaseSecret, testDatabase } from "../../tests/support/database.ts";
import { type Actor, type Ctx, inTransaction, type Pool, reading } from "../kernel/context.ts";
import { idFor } from "../kernel/id.ts";
import { connect } from "./connect.ts";

/* That a kept plan shows each what is theirs: tests/security/row-level-security.test.ts. */

const database = testDatabase();
const publisher: Actor = { kind: "system", purpose: "example" };
const world = (db: Pool): Ctx => ({
  db,
  now: Temporal.Instant.from("2026-11-24T09:00Z"),
  actor: publisher,
  municipalityId: "GM9999",
});
beforeAll(() =>
  inTransaction(world(database.db), async ({ db }) => {
    await db
      .insertInto("organisation")
      .values({ id: idFor("a"), name: "a", kind: "other", independence: "unknown" })
      .execute();
  }),
);

type Asking = { ctx: Ctx; named: (name: string) => Promise<unknown>; kept: () => Promise<string[]> };
/** All on one connection, so that what was asked before is what may be found kept. */
async function onOneConnection(act: (asking: Asking) => Promise<void>): Promise<void> {
  const { db, pool } = connect(database.urls.appUrl, 1, () => undefined, databaseSecret);
  const ctx = world(db);
  await act({
    ctx,
    named: (name) =>
      reading(ctx, ({ db }) => db.selectFrom("organisation").selectAll().where("name", "=", name).executeTakeFirst()),
    kept: async () =>
      (await pool.query("select statement from pg_prepared_statements")).rows.map((row) => row.statement),
  });
  await pool.end();
}

test("What is asked again and again is planned once, and answers as it did", () =>
  onOneConnection(async ({ named, kept }) => {
    for (const name of ["a", "b", "a", "b", "a", "b", "a", "b"])
      expect(await named(name)).toEqual(name === "a" ? expect.objectContaining({ name: "a" }) : undefined);
    expect(await kept()).toEqual([expect.stringContaining('from "organisation"')]);
  }));

test("What is asked once or twice is not kept", () =>
  onOneConnection(async ({ named, kept }) => {
    await named("a");
    await named("b");
    expect(await kept()).toEqual([]);
  }));

test("After a migration what was kept is planned anew, and nobody notices", () =>
  onOneConnection(async ({ named }) => {
    for (const _ of [1, 2, 3, 4, 5]) await named("a");
    await database.admin.query("alter table organisation add column since text default 'always'");
    expect(await named("a")).toMatchObject({ name: "a", since: "always" });
    await database.admin.query("alter table organisation drop column since");
    for (const _ of [1, 2, 3, 4, 5]) expect(await named("a")).not.toHaveProperty("since");
  }));

test("However many texts there are, a connection keeps a bounded number of plans", () =>
  onOneConnection(async ({ ctx, kept }) => {
    const numbers = (length: number) => sql.join(Array.from({ length }, (_, at) => `${at}`));
    await reading(ctx, async ({ db }) => {
      for (let length = 1; length <= 300; length++)
        for (const _ of [1, 2, 3]) await sql`select ${numbers(length)}`.execute(db);
    });
    expect(await kept()).toHaveLength(250);
  }));
