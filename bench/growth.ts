import pg from "pg";
import { connect } from "../src/db/connect.ts";
import type { Ctx } from "../src/kernel/context.ts";
import { findHelp, searchVector } from "../src/modules/directory/index.ts";
import { countToday, listToday } from "../src/modules/promises/index.ts";
import { benchSecret, machine, percentile, say, startDatabase } from "./surroundings.ts";

/*
 * How much slower the two busiest queries get when the country joins: promises to 2 million, service points to
 * 160,000, spread over 342 municipalities. The team and the municipality that are measured have from the start what a
 * busy one has (120 open promises, 2,000 settled; 60 services), so that only the others grow. Aim: p95 at 100 times at
 * most twice that at 1 time.
 */

const steps = [1, 10, 100];
/** What is offered, and the words of it. */
const themes = [
  ["schulden", "schulden deurwaarder"],
  ["wonen", "huur woning"],
  ["werk", "ontslag werk"],
  ["zorg", "zorg wmo"],
  ["scheiding", "scheiden kinderen"],
  ["boete", "boete cjib"],
] as const;
const nothing = { names: [], details: [], functions: [] };
const promises = 20_000;
const points = 1_600;
const municipalities = 342;
const times = 400;

const surroundings = await startDatabase({ durable: false, callbacks: false });
const admin = new pg.Client({
  connectionString: new URL(surroundings.postgres.adminUrl.replace("/postgres?", "/rechtspoor?")).href,
});
await admin.connect();
const { db, pool } = connect(surroundings.postgres.appUrl, 4, () => undefined, benchSecret);
const { rows } = await admin.query(
  "select team_id, person_id from team_member where municipality_id = 'GM0344' limit 1",
);
const team = rows[0];
await prepare();
const world = { db, now: Temporal.Now.instant(), municipalityId: "GM0344" };
const helper: Ctx = { ...world, actor: { kind: "person", personId: team.person_id, teamIds: [team.team_id] } };
const visitor: Ctx = { ...world, actor: { kind: "visitor" } };

const queries: [string, () => Promise<unknown>][] = [
  ["Vandaag (100 rows)", () => listToday(helper, 100)],
  ["Vandaag's counts", () => countToday(helper)],
  [
    "results by theme",
    () => findHelp(visitor, { chain: ["GM0344", "NL"], themes: ["schulden"], words: undefined, page: 1, perPage: 20 }),
  ],
  [
    "results by word",
    () => findHelp(visitor, { chain: ["GM0344", "NL"], themes: [], words: "huur", page: 1, perPage: 20 }),
  ],
];

say(machine());
const first = new Map<string, number>();
const over: string[] = [];
say("| rows | query | p50 ms | p95 ms | p95 against 1× |");
say("|---|---|---|---|---|");
for (const step of steps) {
  await grow(step);
  for (const [name, query] of queries) {
    for (let warm = 0; warm < 30; warm++) await query();
    const taken: number[] = [];
    for (let time = 0; time < times; time++) {
      const began = performance.now();
      await query();
      taken.push(performance.now() - began);
    }
    const p95 = percentile(taken, 0.95);
    first.set(name, first.get(name) ?? p95);
    const ratio = p95 / (first.get(name) ?? p95);
    say(`| ${step}× | ${name} | ${percentile(taken, 0.5).toFixed(2)} | ${p95.toFixed(2)} | ${ratio.toFixed(2)} |`);
    if (ratio > 2) over.push(`${name} at ${step}×: ${ratio.toFixed(2)}`);
  }
}
say(over.length === 0 ? "Within the aim." : `Over the aim: ${over.join("; ")}`);
await pool.end();
await admin.end();
surroundings.stop();
process.exit(0);

/** The other municipalities, each with one team; and all that the measured team and municipality will ever have. */
async function prepare(): Promise<void> {
  await admin.query(`
    insert into municipality (id, slug, name, parent_id, desk)
      select 'GM' || (5000 + n), 'gemeente-' || n, 'Gemeente ' || n, 'NL', (select desk from municipality where id = 'GM0344')
      from generate_series(1, ${municipalities}) n`);
  await admin.query(`
    insert into team (municipality_id, id, organisation_id, name, function, calling_number, mail, office_hours)
      select m.id, gen_random_uuid(), (select id from organisation limit 1), 'Team', 'wijkteam', '+31600000000', 'team@example.org', '[]'
      from municipality m where m.id >= 'GM5000'`);
  await addPromises(2_120, `id = '${team.team_id}'`, "n <= 120");
  await addServices(60, "id = 'GM0344'");
}

/** @param teams which teams get them, as a condition; @param open which of them are still open, by their number n. */
async function addPromises(count: number, teams: string, open: string): Promise<void> {
  await admin.query(
    `insert into promise (municipality_id, id, team_id, event_ref, kind, subject_id, to_whom, owner_role, deputy_role, clock,
       began_at, warn_at, due_at, promised_at, harm, state, settled_at)
     select t.municipality_id, gen_random_uuid(), t.id, gen_random_uuid(), 'callback', gen_random_uuid(), 'resident', 'helper', 'team-lead', 'working-days',
       at, at + interval '36 hours', at + interval '2 days', at + interval '2 days', n % 10 = 0,
       case when ${open} then 'open' else 'kept' end, case when ${open} then null else at + interval '1 day' end
     from (select n, now() - random() * interval '300 days' as at from generate_series(1, $1::int) n) g
     join (select municipality_id, id, row_number() over (order by id) - 1 as nth, count(*) over () as all_of from team where ${teams}) t
       on t.nth = g.n % t.all_of`,
    [count],
  );
}

async function addServices(count: number, places: string): Promise<void> {
  await admin.query(
    `with fresh as (
       insert into service (municipality_id, id, organisation_id, name, sentence, themes, functions, cost, checked_on, search)
       select m.id, gen_random_uuid(), o.id, '{"nl":"Hulp"}', '{"nl":"Wij helpen u."}',
         array[($3::text[])[1 + g.n % 6]], '{informatie-en-advies}', 'free', current_date,
         ($2::tsvector[])[1 + g.n % 6]
       from (select id from organisation limit 1) o, generate_series(1, $1::int) g(n)
       join (select id, row_number() over (order by id) - 1 as nth, count(*) over () as all_of from municipality where ${places}) m on m.nth = g.n % m.all_of
       returning municipality_id, id)
     insert into service_point (municipality_id, id, service_id, place, hours)
       select municipality_id, gen_random_uuid(), id, '{"name":"Punt"}', '{}' from fresh`,
    [
      count,
      themes.map(([theme, words]) => searchVector({ ...nothing, sentences: [words], themes: [theme] })),
      themes.map(([theme]) => theme),
    ],
  );
}

/** Fills the others up to this many times the base. */
async function grow(step: number): Promise<void> {
  const [have] = (
    await admin.query(
      "select (select count(*)::int from promise) as promises, (select count(*)::int from service_point) as points",
    )
  ).rows;
  await addPromises(promises * step - have.promises, "municipality_id <> 'GM0344'", "n % 20 = 0");
  await addServices(points * step - have.points, "id like 'GM%' and id <> 'GM0344'");
  await admin.query("vacuum analyze");
  await admin.query("checkpoint");
}
