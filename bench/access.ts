import pg from "pg";
import { connect } from "../src/db/connect.ts";
import { type Ctx, inTransaction, reading } from "../src/kernel/context.ts";
import { permit, recordReading } from "../src/modules/access/index.ts";
import { signInAs } from "../src/modules/access/make.ts";
import { getCase, listCases, readSearch, searchCases } from "../src/modules/casework/index.ts";
import { openCasePage } from "../src/modules/contact/index.ts";
import { countToday, listToday } from "../src/modules/promises/index.ts";
import { benchSecret, machine, percentile, say, startDatabase, startServer } from "./surroundings.ts";

/*
 * What the second lock costs: the same use case in the same transaction on the same rows, by the app's login and by one
 * with the same rights for which no policy holds (`bypassrls`), in turns. Both must find the same. Aim: at most 15 % more.
 * Apart from it: what writing down a reading costs, and how many people a second sign in and see their first page.
 */

const cases = 100_000;
const ownCases = 2_200;
const municipalities = 342;
const times = Number(process.argv[2] ?? 600);
const aim = 1.15;

const surroundings = await startDatabase();
const admin = new pg.Client({ connectionString: surroundings.postgres.adminUrl.replace("/postgres?", "/rechtspoor?") });
await admin.connect();
await admin.query("create role rechtspoor_bare login bypassrls in role rechtspoor_app");
const policed = connect(surroundings.postgres.appUrl, 1, () => undefined, benchSecret);
const bare = connect(
  surroundings.postgres.appUrl.replace("rechtspoor_app", "rechtspoor_bare"),
  1,
  () => undefined,
  benchSecret,
);

const template = await busiest();
await grow();

const now = Temporal.Now.instant();
const helper = (db: Ctx["db"]): Ctx => ({
  db,
  now,
  municipalityId: "GM0344",
  actor: { kind: "person", personId: template.personId, teamIds: [template.teamId] },
});
const search = readSearch("Roos 77");
if (search.by === "nothing") throw new Error("The word to look for is none.");
const looked = search;

/** What each finds is handed back, so that both ways can be compared. */
const acts: [string, (ctx: Ctx) => Promise<unknown>][] = [
  ["Vandaag (100 rows)", (ctx) => listToday(ctx, 100)],
  ["Vandaag's counts", countToday],
  ["list of cases (50 rows)", (ctx) => listCases(ctx, { status: "closed", page: 1, perPage: 50 })],
  ["looking for a name", (ctx) => searchCases(ctx, looked)],
  [
    "one file by its id",
    (ctx) =>
      reading(ctx, async (ctx) =>
        found(await permit(ctx, "case.read", template.caseId), (leave) => getCase(ctx, leave)),
      ),
  ],
  ["the page of a case", (ctx) => openCasePage(ctx, template.caseId)],
];

say(machine());
say(
  `${cases + ownCases} cases in ${municipalities} municipalities, ${ownCases} of them of the measured team; each ${times} times, in turns`,
);
const over: string[] = [];
for (const shares of [0, 20]) {
  await share(shares);
  say();
  say(`| ${shares} files shared with the reader | without policies p50 ms | with p50 ms | cost p50 | cost p95 |`);
  say("|---|---|---|---|---|");
  for (const [name, act] of acts) {
    const [plain, guarded] = [helper(bare.db), helper(policed.db)];
    if (JSON.stringify(await act(plain)) !== JSON.stringify(await act(guarded)))
      throw new Error(`${name} finds something else without policies.`);
    const [without, within] = await inTurns(
      () => act(plain),
      () => act(guarded),
    );
    const cost = (at: number) => percentile(within, at) / percentile(without, at);
    say(
      `| ${name} | ${percentile(without, 0.5).toFixed(2)} | ${percentile(within, 0.5).toFixed(2)} | ${percent(cost(0.5))} | ${percent(cost(0.95))} |`,
    );
    if (cost(0.5) > aim) over.push(`${name} with ${shares} shared: ${percent(cost(0.5))}`);
  }
}

const ctx = helper(policed.db);
const allowed = (write: boolean) => () =>
  inTransaction(ctx, async (ctx) =>
    found(await permit(ctx, "case.read", template.caseId), (leave) =>
      write ? recordReading(ctx, leave) : Promise.resolve(),
    ),
  );
const [read, written] = await inTurns(allowed(false), allowed(true));
say();
say(
  `A permit: ${percentile(read, 0.5).toFixed(2)} ms; with the reading written down, committed to disk: ${percentile(written, 0.5).toFixed(2)} ms (p95 ${percentile(written, 0.95).toFixed(2)}).`,
);

const signing = connect(surroundings.postgres.appUrl, 10, () => undefined, benchSecret);
const site = await startServer("dist/server/server.js", surroundings, "/health/live");
const first = await perSecond(10, 8_000, async () =>
  firstPage(await signInAs({ ...ctx, db: signing.db }, template.personId)),
);
const token = await signInAs(ctx, template.personId);
const known = await perSecond(10, 8_000, () => firstPage(token));
say(
  `Sign-ins a second, session to Vandaag: ${first.toFixed(0)}; Vandaag alone, signed in already: ${known.toFixed(0)} (10 at once, without the way past a provider).`,
);
say(over.length === 0 ? "Within the aim." : `Over the aim: ${over.join("; ")}`);

await site.stop();
for (const { pool } of [policed, bare, signing]) await pool.end();
await admin.end();
surroundings.stop();
process.exit(0);

function percent(ratio: number): string {
  return `${ratio >= 1 ? "+" : "−"}${Math.abs((ratio - 1) * 100).toFixed(0)} %`;
}

async function found<Leave, Result>(
  leave: Leave | undefined,
  then: (leave: Leave) => Promise<Result>,
): Promise<Result> {
  if (leave === undefined) throw new Error("The measured case is not of the measured team.");
  return then(leave);
}

/** Both in turns, first one and then the other, so that a busy moment of the machine strikes both. */
async function inTurns(one: () => Promise<unknown>, other: () => Promise<unknown>): Promise<[number[], number[]]> {
  const taken: [number[], number[]] = [[], []];
  const measure = async (act: () => Promise<unknown>, into: number[]) => {
    const began = performance.now();
    await act();
    into.push(performance.now() - began);
  };
  for (let time = 0; time < 30; time++) for (const act of [one, other]) await act();
  for (let time = 0; time < times; time++) {
    const turns: [() => Promise<unknown>, number[]][] = [
      [one, taken[0]],
      [other, taken[1]],
    ];
    for (const [act, into] of time % 2 === 0 ? turns : turns.toReversed()) await measure(act, into);
  }
  return taken;
}

async function firstPage(session: string): Promise<void> {
  const answer = await fetch(`${site.url}/werk/utrecht/vandaag`, { headers: { cookie: `session=${session}` } });
  await answer.text();
  if (answer.status !== 200) throw new Error(`Vandaag answered ${answer.status}.`);
}

/** How often a second this is done by so many at once. */
async function perSecond(atOnce: number, milliseconds: number, act: () => Promise<unknown>): Promise<number> {
  const done = { count: 0 };
  const began = performance.now();
  const person = async () => {
    while (performance.now() - began < milliseconds) {
      await act();
      done.count++;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, person));
  return (done.count * 1000) / (performance.now() - began);
}

type Template = { teamId: string; personId: string; caseId: string };

/** A question of the example world that waits to be called, its team and somebody of it: all others are made like it. */
async function busiest(): Promise<Template> {
  const { rows } = await admin.query(
    `select c.team_id, c.case_id, m.person_id from callback c
     join team_member m on m.municipality_id = c.municipality_id and m.team_id = c.team_id and m.role = 'helper'
     where c.municipality_id = 'GM0344' and c.status = 'waiting' order by c.id limit 1`,
  );
  return { teamId: rows[0].team_id, personId: rows[0].person_id, caseId: rows[0].case_id };
}

/** The country joins: the measured team keeps what a busy one has, all others together have the rest. */
async function grow(): Promise<void> {
  await admin.query(`
    insert into municipality (id, slug, name, parent_id, desk)
      select 'GM' || (5000 + n), 'gemeente-' || n, 'Gemeente ' || n, 'NL', (select desk from municipality where id = 'GM0344')
      from generate_series(1, ${municipalities}) n`);
  await admin.query(`
    insert into team (municipality_id, id, organisation_id, name, function, calling_number, mail, office_hours)
      select m.id, gen_random_uuid(), (select id from organisation limit 1), 'Team', 'wijkteam', '+31600000000', 'team@example.org', '[]'
      from municipality m where m.id >= 'GM5000'`);
  await addCases(ownCases, `id = '${template.teamId}'`, "n <= 200");
  await addCases(cases, "municipality_id >= 'GM5000'", "n % 20 = 0");
  await admin.query("vacuum analyze");
  await admin.query("checkpoint");
}

/** Copies of the measured case with all that hangs on it, spread over these teams. @param open which of them, by number. */
async function addCases(count: number, whose: string, open: string): Promise<void> {
  await admin.query(
    `create temporary table fresh as
     select n, t.municipality_id, t.id as team_id, gen_random_uuid() as id, gen_random_uuid() as event_ref, gen_random_uuid() as callback_id, ${open} as open
     from generate_series(1, ${count}) n
     join (select municipality_id, id, row_number() over (order by id) - 1 as nth, count(*) over () as all_of from team where ${whose}) t on t.nth = n % t.all_of`,
  );
  const of = "'municipality_id', f.municipality_id, 'team_id', f.team_id";
  const ended = "case when f.open then null else now() end";
  const copies: [table: string, where: string, over: string][] = [
    [
      "case_file",
      "o.id = $1",
      "'id', f.id, 'event_ref', f.event_ref, 'status', case when f.open then 'open' else 'closed' end, 'closed_at', " +
        ended +
        ", 'result', case when f.open then null else 'answered' end",
    ],
    [
      "resident",
      "o.case_id = $1",
      "'case_id', f.id, 'name', 'Roos Voorbeeld ' || f.n, 'phone', '+3160000' || lpad((f.n % 10000)::text, 4, '0')",
    ],
    [
      "callback",
      "o.case_id = $1",
      "'id', f.callback_id, 'case_id', f.id, 'event_ref', gen_random_uuid(), 'submission', gen_random_uuid(), 'same_as', gen_random_uuid(), 'status', case when f.open then 'waiting' else 'closed' end, 'closed_at', " +
        ended +
        ", 'result', case when f.open then null else 'answered' end",
    ],
    ["contact_entry", "o.case_id = $1", "'id', gen_random_uuid(), 'case_id', f.id"],
    [
      "promise",
      "o.case_id = $1 and o.state = 'open'",
      "'id', gen_random_uuid(), 'case_id', f.id, 'event_ref', gen_random_uuid(), 'subject_id', f.callback_id, 'state', case when f.open then 'open' else 'kept' end, 'settled_at', " +
        ended,
    ],
  ];
  for (const [table, where, over] of copies)
    await admin.query(
      `insert into ${table} select (jsonb_populate_record(o, jsonb_build_object(${of}, ${over}))).*
       from fresh f, ${table} o where o.municipality_id = 'GM0344' and ${where}`,
      [template.caseId],
    );
  await admin.query("drop table fresh");
}

/** So many files of another team of the same municipality are shared with whoever reads. */
async function share(count: number): Promise<void> {
  await admin.query(
    `insert into case_share (municipality_id, id, case_id, team_id, to_person_id, ground, basis, from_at, until_at, given_by)
     select municipality_id, gen_random_uuid(), id, team_id, $1, 'consent', 'voorbeeld', now() - interval '1 day', now() + interval '1 day', $1
     from case_file where municipality_id = 'GM0344' and team_id <> $2 order by id limit $3`,
    [template.personId, template.teamId, count],
  );
  await admin.query("vacuum analyze case_share");
}
