import { beforeAll, describe, expect, test } from "vitest";
import { subscriptions } from "../../src/jobs/subscriptions.ts";
import { keepFollowedEvents } from "../../src/jobs/worker.ts";
import { inTransaction } from "../../src/kernel/context.ts";
import { record } from "../../src/kernel/event.ts";
import { newId, newReference } from "../../src/kernel/id.ts";
import { aTown, type Town } from "../../src/modules/contact/make.ts";
import { testDatabase } from "../support/database.ts";

const database = testDatabase();
beforeAll(() => keepFollowedEvents(database.db));

const facts = { kind: "callback", promiseId: newId() } as const;
type Job = { name: string; data: Record<string, string>; state: string; retry_limit: number };

/** Everything that waits to be done about this town. */
const jobsOf = async (town: Town): Promise<Job[]> =>
  (
    await database.admin.query(
      `select name, data, state::text, retry_limit from pgboss.job where data->>'municipality' = $1 order by created_on`,
      [town.municipality.id],
    )
  ).rows;
const eventsOf = async (town: Town): Promise<{ id: string; name: string }[]> =>
  (await database.admin.query("select id, name from event where municipality_id = $1", [town.municipality.id])).rows;

const postOne = (town: Town, key: string, after: () => void = () => undefined) =>
  inTransaction({ ...town.visitor(), actor: { kind: "system", purpose: "mail" } }, async (ctx) => {
    await ctx.db
      .insertInto("mail")
      .values({
        municipality_id: ctx.municipalityId,
        id: newId(),
        team_id: town.teams.raadslieden.id,
        key,
        message_id: `<${newId()}@example.org>`,
        to_address: "iemand@example.org",
        subject: "Een toezegging is te laat",
        text: "Kijk op Vandaag.",
        made_at: ctx.now.toString(),
      })
      .execute();
    after();
  });

describe("what something follows from", () => {
  test("is known to the database by name, and what nothing follows from any more is forgotten", async () => {
    const names = async () =>
      (await database.admin.query("select name from followed_event")).rows.map((row) => row.name);
    expect((await names()).sort()).toEqual(Object.keys(subscriptions).sort());
    await database.admin.query("insert into followed_event (name) values ('contact.onceFollowed')");
    await keepFollowedEvents(database.db);
    expect((await names()).sort()).toEqual(Object.keys(subscriptions).sort());
  });

  test("becomes one job, with nothing in it but where to look", async () => {
    const town = await aTown(database.db);
    await town.ask({ name: "Roos Voorbeeld", mail: "roos@example.org", word: "Mijn huur is te hoog." });
    const [event, ...more] = (await eventsOf(town)).filter(({ name }) => name === "contact.callbackRequested");
    expect(more).toEqual([]);
    expect(await jobsOf(town)).toEqual([
      {
        name: "event",
        data: { municipality: town.municipality.id, event: event?.id },
        state: "created",
        retry_limit: 12,
      },
    ]);
    expect((await eventsOf(town)).length).toBeGreaterThan(1);
  });

  test("asking twice with the very same form leaves one event and one job", async () => {
    const town = await aTown(database.db);
    const formKey = newId();
    await Promise.all([town.ask({ formKey }), town.ask({ formKey }), town.ask({ formKey })]);
    const asked = (await eventsOf(town)).filter(({ name }) => name === "contact.callbackRequested");
    expect([asked.length, (await jobsOf(town)).length]).toEqual([1, 1]);
  });
});

describe("an event and its job are of one transaction", () => {
  test("nobody sees either before it is done, and everybody sees both after", async () => {
    const town = await aTown(database.db);
    const seen: number[] = [];
    const look = async () => {
      seen.push((await eventsOf(town)).length, (await jobsOf(town)).length);
    };
    await inTransaction(town.visitor(), async (ctx) => {
      await record(ctx, "promises.warned", newReference(), facts);
      await look();
    });
    await look();
    expect(seen).toEqual([0, 0, 1, 1]);
  });

  test("when the act fails, neither was ever there", async () => {
    const town = await aTown(database.db);
    const act = inTransaction(town.visitor(), async (ctx) => {
      await record(ctx, "promises.warned", newReference(), facts);
      throw new Error("after the event");
    });
    await expect(act).rejects.toThrow("after the event");
    expect([await eventsOf(town), await jobsOf(town)]).toEqual([[], []]);
  });

  test("when the connection breaks off in the midst of it, neither was ever there", async () => {
    const town = await aTown(database.db);
    const act = inTransaction(town.visitor(), async (ctx) => {
      await record(ctx, "promises.warned", newReference(), facts);
      const { rows } = await database.admin.query(
        "select pid from pg_stat_activity where datname = current_database() and state = 'idle in transaction'",
      );
      for (const { pid } of rows) await database.admin.query("select pg_terminate_backend($1)", [pid]);
    });
    await expect(act).rejects.toThrow();
    expect([await eventsOf(town), await jobsOf(town)]).toEqual([[], []]);
  });
});

describe("a mail and its job are of one transaction", () => {
  test("a mail becomes one job, with nothing in it but where to look", async () => {
    const town = await aTown(database.db);
    await postOne(town, "broken:1");
    const { rows } = await database.admin.query("select id from mail where municipality_id = $1", [
      town.municipality.id,
    ]);
    expect(await jobsOf(town)).toEqual([
      {
        name: "mail",
        data: { municipality: town.municipality.id, mail: rows[0].id },
        state: "created",
        retry_limit: 12,
      },
    ]);
  });

  test("when writing it fails, neither was ever there", async () => {
    const town = await aTown(database.db);
    const act = postOne(town, "broken:1", () => {
      throw new Error("after the mail");
    });
    await expect(act).rejects.toThrow("after the mail");
    expect(await jobsOf(town)).toEqual([]);
  });
});
