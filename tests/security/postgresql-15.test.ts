import { existsSync } from "node:fs";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadExampleWorld } from "../../example/load.ts";
import { connect } from "../../src/db/connect.ts";
import { type Embedded, startEmbedded } from "../../src/db/embedded.ts";
import { migrate } from "../../src/db/migrate.ts";
import { openCasePage } from "../../src/modules/contact/index.ts";
import { listToday } from "../../src/modules/promises/index.ts";
import { appSecret, tuesdayMorning } from "../support/app.ts";
import { temporaryFolder } from "../support/folder.ts";
import { twoMunicipalities, type World } from "./two-municipalities.ts";

/*
 * The migrations and the heart of the policies on the oldest PostgreSQL that we promise, where the machine has one. All of
 * the security tests run on it with TEST_POSTGRES_BIN (docs/operations.md). Without one this is skipped, and says so.
 */

const server = "/usr/lib/postgresql/15";
const isThere = existsSync(`${server}/bin/postgres`);
if (!isThere) process.stderr.write(`No ${server} here: nothing was tested on PostgreSQL 15.\n`);

describe.skipIf(!isThere)("on PostgreSQL 15", () => {
  const folder = temporaryFolder("postgres-15");
  const made: { postgres?: Embedded; all?: pg.Pool; app?: ReturnType<typeof connect>; world?: World } = {};
  const started = () => {
    const { all, app, world } = made;
    if (all === undefined || app === undefined || world === undefined) throw new Error("PostgreSQL 15 did not start.");
    return { all, app, world };
  };

  beforeAll(async () => {
    made.postgres = await startEmbedded(folder.path, { durable: false, server });
    await migrate(made.postgres.ownerUrl, "rechtspoor_app");
    made.app = connect(made.postgres.appUrl, 4, () => undefined, appSecret);
    made.all = new pg.Pool({ connectionString: made.postgres.adminUrl.replace("/postgres?", "/rechtspoor?"), max: 2 });
    await loadExampleWorld(made.app.db, tuesdayMorning, appSecret, { callbacks: false });
    made.all.on("error", () => undefined);
    made.world = await twoMunicipalities({ db: made.app.db, admin: made.all }, tuesdayMorning, appSecret);
  });
  afterAll(async () => {
    await made.app?.pool.end();
    await made.all?.end();
    made.postgres?.stop();
    folder.remove();
  });

  test("all migrations were carried out, by the version that is meant", async () => {
    const { all } = started();
    const { rows } = await all.query("select current_setting('server_version_num')::int / 10000 as major");
    expect(rows).toEqual([{ major: 15 }]);
    expect((await all.query("select from migration")).rowCount).toBeGreaterThan(10);
  });

  test("without an actor every protected table is empty, although there are rows in it", async () => {
    const { all, app } = started();
    const { rows: tables } = await all.query<{ name: string }>(
      "select relname as name from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace order by 1",
    );
    expect(tables.length).toBeGreaterThan(15);
    const filled: string[] = [];
    for (const { name } of tables) {
      const count = `select count(*)::int as count from ${name}`;
      if ((await all.query(count)).rows[0].count > 0) filled.push(name);
      expect([name, (await app.pool.query(count)).rows[0].count]).toEqual([name, 0]);
    }
    for (const name of ["case_file", "resident", "promise", "contact_entry", "case_share", "session", "event"])
      expect(filled).toContain(name);
  });

  test("a helper opens a case of their own team, and none of another team or municipality", async () => {
    const { raadslieden, rechtswinkel, almere } = started().world;
    const [own] = raadslieden.cases;
    expect((await openCasePage(raadslieden.as, own.caseId))?.resident.name).toBe(own.name);
    for (const { cases } of [rechtswinkel, almere]) {
      expect(await openCasePage(raadslieden.as, cases[0].caseId)).toBeUndefined();
      const elsewhere = { ...raadslieden.as, municipalityId: almere.municipalityId };
      expect(await openCasePage(elsewhere, cases[0].caseId)).toBeUndefined();
    }
    const seen = new Set((await listToday(raadslieden.as, 100)).map(({ teamId }) => teamId));
    expect([...seen]).toEqual([raadslieden.teamId]);
  });

  test("what is shared is read while the share runs, and what was shared is not", async () => {
    const { all, world } = started();
    const { raadslieden, rechtswinkel } = world;
    const [, other] = raadslieden.cases;
    const share = (ended: string | null) =>
      all.query(
        `insert into case_share (municipality_id, id, case_id, team_id, to_person_id, ground, basis, from_at, until_at, ended_at, given_by)
         values ('GM0344', gen_random_uuid(), $1, $2, $3, 'consent', 'zei ja', $4, $4::timestamptz + interval '1 hour', $5, $6)`,
        [
          other.caseId,
          raadslieden.teamId,
          rechtswinkel.personId,
          tuesdayMorning.toString(),
          ended,
          raadslieden.personId,
        ],
      );
    await share(tuesdayMorning.toString());
    expect(await openCasePage(rechtswinkel.as, other.caseId)).toBeUndefined();
    await share(null);
    expect((await openCasePage(rechtswinkel.as, other.caseId))?.mayWrite).toBe(false);
    const later = { ...rechtswinkel.as, now: tuesdayMorning.add({ hours: 1 }) };
    expect(await openCasePage(later, other.caseId)).toBeUndefined();
  });

  test("the app's login changes no event and sees no migration", async () => {
    const { pool } = started().app;
    for (const forbidden of [
      "update event set name = 'x'",
      "delete from event_seal",
      "select * from migration",
      "truncate case_file",
    ])
      await expect(pool.query(forbidden)).rejects.toThrow(/permission denied/);
  });
});
