import { expect, test } from "vitest";
import { testDatabase } from "../../tests/support/database.ts";
import { type Actor, type Ctx, inTransaction } from "./context.ts";
import { record } from "./event.ts";
import { newId, newReference } from "./id.ts";

// Any event will do; this one is declared by access.
import "../modules/access/index.ts";

const database = testDatabase();
const world = (actor: Actor): Ctx => ({
  db: database.db,
  now: Temporal.Instant.from("2026-11-24T09:00Z"),
  actor,
  municipalityId: "GM9999",
});
const eventsOf = async (subject: string) =>
  (await database.admin.query("select * from event where subject_ref = $1", [subject])).rows;
const jobsOf = async (eventId: string) =>
  (await database.admin.query("select name from pgboss.job where data->>'event' = $1", [eventId])).rows;

test("an event says what, where, when and by whom", async () => {
  const [subject, personId] = [newReference(), newId()];
  await inTransaction(world({ kind: "person", personId, teamIds: [newId()] }), (ctx) =>
    record(ctx, "access.fileRead", subject, { ground: "own-team" }),
  );
  const [event, ...more] = await eventsOf(subject);
  expect(more).toEqual([]);
  expect(event).toMatchObject({
    municipality_id: "GM9999",
    name: "access.fileRead",
    facts: { ground: "own-team" },
    actor_kind: "person",
    actor_person_id: personId,
  });
  expect(event.at).toBe("2026-11-24 09:00:00+00");
});

test("what something follows from becomes a job in the same transaction, and nothing else does", async () => {
  await database.admin.query("insert into followed_event values ('access.fileRead') on conflict do nothing");
  const subject = newReference();
  await inTransaction(world({ kind: "visitor" }), async (ctx) => {
    await record(ctx, "access.fileRead", subject, { ground: "own-code" });
    await record(ctx, "access.codeRefused", subject, {});
  });
  const jobs = async (name: string) => jobsOf((await eventsOf(subject)).find((event) => event.name === name)?.id);
  expect(await jobs("access.fileRead")).toEqual([{ name: "event" }]);
  expect(await jobs("access.codeRefused")).toEqual([]);
});

test("when the act fails, nothing was told and nothing follows", async () => {
  const subject = newReference();
  const { rows: before } = await database.admin.query("select count(*)::int from pgboss.job");
  const failing = inTransaction(world({ kind: "visitor" }), async (ctx) => {
    await record(ctx, "access.codeRefused", subject, {});
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  expect(await eventsOf(subject)).toEqual([]);
  expect((await database.admin.query("select count(*)::int from pgboss.job")).rows).toEqual(before);
});

test("what was told is never changed or taken back: the app's own login may not", async () => {
  await expect(database.pool.query("update event set name = 'x'")).rejects.toMatchObject({ code: "42501" });
  await expect(database.pool.query("delete from event")).rejects.toMatchObject({ code: "42501" });
});

test("nothing is told of no municipality", async () => {
  const nowhere = { ...world({ kind: "visitor" }), municipalityId: "" };
  const telling = inTransaction(nowhere, (ctx) => record(ctx, "access.codeRefused", newReference(), {}));
  await expect(telling).rejects.toThrow("row-level security");
});
