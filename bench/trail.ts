import pg from "pg";
import { connect } from "../src/db/connect.ts";
import type { Ctx } from "../src/kernel/context.ts";
import { searchTrail, type TrailChoice, watchReadings } from "../src/modules/access/index.ts";
import { benchSecret, machine, percentile, say, startDatabase } from "./surroundings.ts";

/*
 * How long a privacy officer waits with a year of 200,000 events in one municipality, of which half are of the officer's
 * own organisation. Printed against the cheapest question that there is: the same page with one day in it.
 */

const events = 200_000;
const times = 20;

const surroundings = await startDatabase({ durable: false, callbacks: false });
const admin = new pg.Client({
  connectionString: new URL(surroundings.postgres.adminUrl.replace("/postgres?", "/rechtspoor?")).href,
});
await admin.connect();
const { db, pool } = connect(surroundings.postgres.appUrl, 4, () => undefined, benchSecret);
const { rows } = await admin.query(
  "select t.id, t.organisation_id, m.person_id from team t join team_member m on m.team_id = t.id where t.municipality_id = 'GM0344' and m.role = 'privacy-officer' limit 1",
);
const { id: teamId, organisation_id: organisationId, person_id: personId } = rows[0];
await admin.query("set session_replication_role = replica");
await admin.query(
  `insert into event (municipality_id, id, at, name, subject_ref, facts, actor_kind, actor_person_id, team_ids)
   select 'GM0344', gen_random_uuid(), now() - make_interval(secs => number * 150),
     (array['access.fileRead', 'access.fileRead', 'access.fileRead', 'casework.noted', 'promises.made', 'access.signedIn'])[1 + number % 6],
     md5((number % 20000)::text)::uuid, '{"ground": "own-team"}', 'person', $1,
     array[case when number % 2 = 0 then $2::uuid else md5('another')::uuid end]
   from generate_series(1, $3) number`,
  [personId, teamId, events],
);
await admin.query("vacuum analyze event");

const now = Temporal.Now.instant();
const today = now.toZonedDateTimeISO("Europe/Amsterdam").toPlainDate();
const duties = [{ role: "privacy-officer", teamId, organisationId }];
const officer: Ctx = { db, now, municipalityId: "GM0344", actor: { kind: "person", personId, teamIds: [], duties } };
const none = { kind: undefined, personId: undefined, teamId: undefined, reference: undefined };
const look = (choice: Partial<TrailChoice>) => () =>
  searchTrail(officer, { ...none, from: today, until: today, ...choice }, { number: 1, size: 50, as: "page" });
const year = { from: today.subtract({ days: 364 }) };

const questions: [string, () => Promise<unknown>][] = [
  ["one day", look({})],
  ["thirty days, as usual", look({ from: today.subtract({ days: 30 }) })],
  ["a year", look(year)],
  ["a year, one kind that there is none of", look({ ...year, kind: "emergency" })],
  ["a year, one person", look({ ...year, personId })],
  ["a year, one file", look({ ...year, reference: "c4ca4-238a0" })],
  ["what stood out (every five minutes)", () => watchReadings(officer)],
];
say(machine());
say("| question | p50 ms | p95 ms | p50 against one day |");
say("|---|---|---|---|");
const first = { p50: 0 };
for (const [name, ask] of questions) {
  for (let warm = 0; warm < 3; warm++) await ask();
  const taken: number[] = [];
  for (let time = 0; time < times; time++) {
    const began = performance.now();
    await ask();
    taken.push(performance.now() - began);
  }
  const p50 = percentile(taken, 0.5);
  first.p50 ||= p50;
  say(`| ${name} | ${p50.toFixed(1)} | ${percentile(taken, 0.95).toFixed(1)} | ${(p50 / first.p50).toFixed(1)} |`);
}
await pool.end();
await admin.end();
surroundings.stop();
process.exit(0);
