import type pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { loadExampleWorld } from "../../example/load.ts";
import { personId } from "../../example/places.ts";
import { connect, refuseUnsafeLogin } from "../../src/db/connect.ts";
import { type Ctx, errorCode, inTransaction, type Purpose, reading } from "../../src/kernel/context.ts";
import { record } from "../../src/kernel/event.ts";
import { idFor, newId } from "../../src/kernel/id.ts";
import { askMailProof, type Client, giveToken, reservedSlugs, sealEvents } from "../../src/modules/access/index.ts";
import { aClient, claimsFor, ecKeys, signed } from "../support/clients.ts";
import { testDatabase } from "../support/database.ts";
import { type TeamAtWork, twoMunicipalities, type World } from "./two-municipalities.ts";

/*
 * The second lock. Everything here is raw SQL through the app's own login: what PostgreSQL itself refuses, whatever
 * the code above it asks.
 */

/** Facts about organisations: everybody reads them, so no policies; only whoever publishes writes them. */
const published = [
  "municipality",
  "organisation",
  "team",
  "service",
  "service_point",
  "theme_text",
  "organisation_profile",
  "closing_day",
  "postcode_area",
  "search_index",
  "example_world",
];
/** What the processes themselves need: nothing about a person either. */
const machinery = ["request_limit", "followed_event", "migration"];
const open = [...published, ...machinery];

/** Everything else, by what ties a row to a team. */
const ofTeams = [
  "promise",
  "promise_change",
  "case_file",
  "contact_entry",
  "callback",
  "contact_attempt",
  "resident",
  "resident_code",
  "case_share",
  "privacy_request",
  "privacy_omission",
] as const;
const ofPeople = [
  "person",
  "person_identity",
  "team_member",
  "session",
  "person_skill",
  "person_left",
  "person_invitation",
  "leaver",
] as const;
/** What happened, what of it is not sealed or logged yet, and the seals. */
const ofEvents = ["event", "event_waiting", "event_seal", "processing_waiting"] as const;
/** Mails, and links in them: of the system alone. */
const ofPost = ["mail", "mail_proof"] as const;
/** The programs of organisations, what they hold, and with what they proved themselves. */
const ofClients = ["api_client", "api_token", "api_assertion"] as const;
/** How somebody at work read, for whoever must look at it. */
const ofWatching = ["unusual_reading"] as const;
/** What the route map said before, and who wrote that. */
const ofEditors = [
  "service_change",
  "theme_text_change",
  "organisation_profile_change",
  "entry_owner",
  "entry_check",
  "entry_suggestion",
] as const;
/** Numbers of colleagues: for whoever refers somebody here, and who keeps the entry. */
const ofColleagues = ["direct_contact"] as const;
/** What teams gave along: theirs to see, and of whoever holds the word of one. */
const ofLists = ["resident_list"] as const;
const closed = [
  ...ofTeams,
  ...ofPeople,
  ...ofPost,
  ...ofEvents,
  ...ofClients,
  ...ofWatching,
  ...ofEditors,
  ...ofColleagues,
  ...ofLists,
] as const;
type Table = (typeof closed)[number];

const secret = "a secret of the tests of row-level security";
const now = Temporal.Instant.from("2026-11-24T09:00:00Z");

const database = testDatabase();
const made: { world?: World; clients: Client[] } = { clients: [] };
beforeAll(async () => {
  await loadExampleWorld(database.db, now, secret, { callbacks: false });
  made.world = await twoMunicipalities(database, now, secret);
  for (const { as: ctx, cases } of Object.values(made.world)) {
    const [{ name, phone }] = cases;
    const mail = `roos.${name.slice(-4)}@example.org`;
    await askMailProof(
      { ...ctx, actor: { kind: "visitor" } },
      { mail, lastFour: phone.slice(-4), language: "nl" },
      secret,
    );
  }
  await sealEvents(made.world.almere.as, { secret, batch: 3 });
  // People who are in no team any more.
  for (const number of [1, 2, 3, 4]) {
    const left = [newId(), `Vertrokken ${number}`];
    await database.admin.query("insert into person (id, name) values ($1, $2)", left);
    await database.admin.query("insert into leaver values ($1, $2)", [left[0], now.toString()]);
    await database.admin.query("insert into person_identity values ('left', $1::text, $1::uuid)", [left[0]]);
  }
  for (const team of Object.values(made.world)) made.clients.push(await aClientAtWork(team));
  // The example world names more owners than are counted here.
  await database.admin.query("delete from entry_owner");
  // Two entries of each municipality have an owner who was asked, and of which somebody says that they are wrong.
  for (const [at, team] of [made.world.raadslieden, made.world.almere].entries()) {
    const of = "from service where municipality_id = $1 order by id limit 2";
    const { municipalityId } = team;
    await database.admin.query(
      `insert into entry_owner (municipality_id, service_id, team_id, role, mail, deputy_role, deputy_mail)
       select municipality_id, id, $2, 'coördinator', 'c@example.org', 'teamleider', 't@example.org' ${of}`,
      [municipalityId, team.teamId],
    );
    await database.admin.query(
      `insert into entry_check (municipality_id, id, service_id, token_hash, asked_at, ends_at)
       select municipality_id, gen_random_uuid(), id, $2::text || id, $3::timestamptz, $3::timestamptz + interval '60 days' ${of}`,
      [municipalityId, at, now.toString()],
    );
    await database.admin.query(
      `insert into entry_suggestion (municipality_id, id, service_id, version, words, told_by, made_at)
       select municipality_id, gen_random_uuid(), id, 1, 'Dit is verhuisd.', 'anybody', $2 ${of}`,
      [municipalityId, now.toString()],
    );
  }
  // Each team gave two lists along.
  for (const { municipalityId, teamId } of Object.values(made.world))
    await database.admin.query(
      `insert into resident_list (municipality_id, id, team_id, word_hash, told_in, entries, made_at, last_day)
       select $1, gen_random_uuid(), $2::uuid, 'word ' || number || ' of ' || $2::uuid, 'nl', '[{"serviceId": "x"}]', $3, '2026-12-24'
       from generate_series(1, 2) as number`,
      [municipalityId, teamId, now.toString()],
    );
  // Two entries of each municipality were changed once.
  for (const municipality of ["GM0344", "GM0034"])
    await database.admin.query(
      `insert into service_change (municipality_id, service_id, version, at, by_person_id, changes)
       select municipality_id, id, 2, $2, $3, '[{"field":"name","before":1,"after":2}]'
       from service where municipality_id = $1 order by id limit 2`,
      [municipality, now.toString(), personId("stefan-molenaar")],
    );
  // Two organisations of each municipality told something of themselves.
  for (const municipality of ["GM0344", "GM0034"])
    await database.admin.query(
      `with told as (insert into organisation_profile
         select distinct organisation_id, '{"does": {"nl": "Wij helpen."}}'::jsonb, 1, $2::timestamptz from service
         where municipality_id = $1 and organisation_id not in (select organisation_id from organisation_profile)
         order by organisation_id limit 2 returning organisation_id)
       insert into organisation_profile_change (municipality_id, organisation_id, version, at, by_person_id, changes)
       select $1, organisation_id, 1, $2, $3, '[{"field":"kvk","before":null,"after":"12345678"}]' from told`,
      [municipality, now.toString(), personId("stefan-molenaar")],
    );
  // And each text of the example world, with three of Almere.
  await database.admin.query(
    `insert into theme_text (municipality_id, theme, paragraph, words)
     select 'GM0034', 'schulden', paragraph, '{"nl": "- Van Almere."}' from unnest('{wat-nu,wat-straks,eigen}'::text[]) paragraph`,
  );
  await database.admin.query(
    `insert into theme_text_change (municipality_id, theme, paragraph, version, at, by_person_id, changes)
     select municipality_id, theme, paragraph, 1, $1, $2, '[{"field":"nl","before":"","after":"x"}]' from theme_text`,
    [now.toString(), personId("stefan-molenaar")],
  );
  // A municipality with a case that is read four times after the seal, so that something waits.
  const { raadslieden } = made.world;
  for (const _ of [1, 2, 3, 4])
    await inTransaction(raadslieden.as, (ctx) => record(ctx, "access.fileRead", newId(), { ground: "own-team" }));
});
const world = (): World => {
  if (made.world === undefined) throw new Error("The world is only there inside a test.");
  return made.world;
};

/** A program of the organisation of this team that may do all that there is, and asked for a token. */
async function aClientAtWork({ as: helper, teamId }: TeamAtWork): Promise<Client> {
  const { rows } = await database.admin.query("select organisation_id from team where id = $1", [teamId]);
  const keys = ecKeys();
  const { client } = await aClient(helper, { organisationId: rows[0].organisation_id, keys });
  const assertion = signed(claimsFor(client.id, "here", now), keys);
  const proof = { kind: "assertion", assertion, clientId: undefined } as const;
  expect(await giveToken(helper, { proof, scopes: undefined }, "here")).toMatchObject({ kind: "given" });
  return client;
}
const clientFor = (at: keyof World): Client => {
  const client = made.clients[Object.keys(world()).indexOf(at)];
  if (client === undefined) throw new Error("The clients are only there inside a test.");
  return client;
};

type Settings = Partial<
  Record<"municipality" | "person" | "teams" | "duties" | "code" | "client" | "purpose" | "now", string>
>;
type Sql = (text: string, values?: unknown[]) => Promise<pg.QueryResult>;

/** SQL as the app's login, for this actor, undone afterwards. */
async function as<T>(settings: Settings, act: (sql: Sql) => Promise<T>, pool = database.pool): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    for (const [name, value] of Object.entries(settings))
      await client.query("select set_config($1, $2, true)", [`app.${name}`, value]);
    return await act((text, values) => client.query(text, values));
  } finally {
    await client.query("rollback");
    client.release();
  }
}

/** The SQLSTATE with which this is refused, or "" when it is not. */
const refusal = (act: Promise<unknown>): Promise<string> => act.then(() => "", errorCode);
const refused = "42501";
/** How many rows this touches: none when it is refused. */
const touched = (act: Promise<pg.QueryResult>): Promise<number | null> =>
  act.then(
    (outcome) => outcome.rowCount,
    (error) => {
      if (errorCode(error) !== refused) throw error;
      return 0;
    },
  );

const helperOf = (team: TeamAtWork): Settings => ({
  municipality: team.municipalityId,
  person: team.personId,
  teams: team.teamId,
});
const residentOf = (team: TeamAtWork): Settings => ({ municipality: team.municipalityId, code: team.cases[0].proof });

const countIn = async (sql: Sql, table: Table, where = "true", values: unknown[] = []): Promise<number> =>
  Number((await sql(`select count(*) as count from ${table} where ${where}`, values)).rows[0].count);
const really = (table: Table, where?: string, values?: unknown[]) =>
  countIn((text, params) => database.admin.query(text, params), table, where, values);
/** How many rows of each closed table this actor sees. */
const seenBy = (settings: Settings) =>
  as(settings, async (sql) => {
    const counts: Partial<Record<Table, number>> = {};
    for (const table of closed) counts[table] = await countIn(sql, table);
    return counts;
  });
/** Who has a duty in a team: somebody with two is one. */
const membersOf = async (team: TeamAtWork): Promise<number> => {
  const of = "select count(distinct person_id)::int as count from team_member where team_id = $1";
  return (await database.admin.query(of, [team.teamId])).rows[0].count;
};
const columnsOf = async (table: string): Promise<string[]> =>
  (
    await database.admin.query("select column_name from information_schema.columns where table_name = $1", [table])
  ).rows.map((row) => row.column_name);

/** Everything in schema public that shows rows without a policy that says to whom. */
async function openTables(): Promise<string[]> {
  const { rows } = await database.admin.query<{ name: string }>(`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p', 'm', 'v', 'f') and (not c.relrowsecurity
      or not exists (select from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname)
      or exists (select from pg_policies p where p.tablename = c.relname and 'true' in (p.qual, p.with_check)))
    order by 1`);
  return rows.map((row) => row.name).filter((name) => !open.includes(name));
}

describe("each table", () => {
  test("is published, or has row-level security with policies that are not simply true", async () => {
    expect(await openTables()).toEqual([]);
  });

  test("is in the lists of this test", async () => {
    const { rows } = await database.admin.query("select tablename from pg_tables where schemaname = 'public'");
    expect(rows.map((row) => row.tablename).sort()).toEqual([...open, ...closed].sort());
  });

  test.each([
    ["without row-level security", "create table secret (id int)"],
    ["without a policy", "create table secret (id int); alter table secret enable row level security"],
    [
      "with a policy for everybody",
      "create table secret (id int); alter table secret enable row level security; create policy all_of_it on secret using (true)",
    ],
    ["that is a view on a closed one", "create view secret as select * from resident"],
  ])("%s is noticed", async (_, made) => {
    const client = await database.admin.connect();
    try {
      await client.query(made);
      expect(await openTables()).toEqual(["secret"]);
    } finally {
      await client.query("drop view if exists secret").catch(() => client.query("drop table if exists secret"));
      client.release();
    }
    expect(await openTables()).toEqual([]);
  });
});

describe("without an actor", () => {
  test.each(closed)("%s shows nothing, although it holds rows of every team", async (table) => {
    expect(await really(table)).toBeGreaterThanOrEqual(4);
    expect(await as({}, (sql) => countIn(sql, table))).toBe(0);
    expect(await as({ municipality: "GM0344" }, (sql) => countIn(sql, table))).toBe(0);
  });

  test.each(closed)("nothing in %s can be changed or removed", async (table) => {
    const [column] = await columnsOf(table);
    for (const statement of [`update ${table} set ${column} = ${column}`, `delete from ${table}`]) {
      expect(await touched(as({ municipality: "GM0344" }, (sql) => sql(statement)))).toBe(0);
    }
  });

  test("a team in the settings without its municipality opens nothing", async () => {
    const { teamId } = world().raadslieden;
    for (const table of ofTeams) {
      expect(await as({ teams: teamId }, (sql) => countIn(sql, table))).toBe(0);
      expect(await as({ teams: teamId, municipality: "GM0034" }, (sql) => countIn(sql, table))).toBe(0);
    }
  });
});

describe("a statement whose plan the connection keeps (db/kept-plans.ts)", () => {
  test.each(closed)("shows of %s, in turns, what is of whoever asks", async (table) => {
    const { raadslieden, almere } = world();
    const everybody = [helperOf(raadslieden), residentOf(almere), {}, helperOf(almere), residentOf(raadslieden)];
    const statement = `select count(*) as count from ${table} where $1`;
    const one = connect(database.urls.appUrl, 1, () => undefined, secret);
    const askedBy = (who: Settings) =>
      as(who, async (sql) => Number((await sql(statement, [true])).rows[0].count), one.pool);
    const seen: Record<string, number[]> = { kept: [], plain: [] };
    for (const who of [...everybody, ...everybody, ...everybody]) {
      seen.kept?.push(await askedBy(who));
      seen.plain?.push(await as(who, (sql) => countIn(sql, table)));
    }
    const { rows } = await one.pool.query(
      "select statement, generic_plans + custom_plans as uses from pg_prepared_statements",
    );
    expect(rows.filter((row) => row.statement === statement && Number(row.uses) > 10)).toHaveLength(1);
    expect(seen.kept).toEqual(seen.plain);
    await one.pool.end();
  });
});

describe("the app's login", () => {
  test("owns nothing, is no superuser and cannot become one, and cannot go round the policies", async () => {
    const { rows } = await database.admin.query(`
      select r.rolsuper, r.rolbypassrls, r.rolcreaterole, r.rolcreatedb, r.rolreplication,
        (select count(*)::int from pg_auth_members m where m.member = r.oid) as groups,
        (select count(*)::int from pg_shdepend d where d.refobjid = r.oid and d.deptype = 'o') as owned
      from pg_roles r where r.rolname = 'rechtspoor_app'`);
    expect(rows).toEqual([
      {
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolreplication: false,
        groups: 0,
        owned: 0,
      },
    ]);
  });

  test.each([
    ["make a table", "create table own (id int)"],
    ["make a table among the jobs", "create table pgboss.own (id int)"],
    ["make a schema", "create schema own"],
    ["make a function", "create function own() returns int language sql as 'select 1'"],
    ["switch off a policy", "alter table resident disable row level security"],
    ["drop a policy", "drop policy team on resident"],
    ["empty a table", "truncate resident"],
    ["change what happened", "update event set name = 'casework.opened'"],
    ["remove what happened", "delete from event"],
    ["empty what happened", "truncate event"],
    ["change a seal", "update event_seal set emptied = emptied"],
    ["remove a seal", "delete from event_seal"],
    ["say that something waits to be logged", "update processing_waiting set event_id = event_id"],
    ["say that something waits to be sealed", "insert into event_waiting select municipality_id, id from event"],
    ["read which migrations ran", "select * from migration"],
    ["write which migrations ran", "insert into migration (name) values ('9999')"],
    ["become the owner", "set role rechtspoor_owner"],
    ["switch row-level security off for itself", "alter role rechtspoor_app bypassrls"],
  ])("cannot %s", async (_, statement) => {
    const { raadslieden } = world();
    expect(await refusal(as(helperOf(raadslieden), (sql) => sql(statement)))).toBe(refused);
  });

  test("with row_security off it gets an error instead of rows", async () => {
    const outcome = as({}, async (sql) => {
      await sql("set local row_security = off");
      return sql("select * from resident");
    });
    expect(await refusal(outcome)).toBe(refused);
  });

  test("is accepted at start; the owner and a superuser are refused", async () => {
    await expect(refuseUnsafeLogin(database.db)).resolves.toBeUndefined();
    const superuser = new URL(database.urls.ownerUrl);
    superuser.username = "postgres";
    for (const url of [database.urls.ownerUrl, superuser.href]) {
      const { db, pool } = connect(url, 1, () => undefined, secret);
      await expect(refuseUnsafeLogin(db)).rejects.toThrow("is not safe");
      await pool.end();
    }
  });
});

describe("a helper of one team", () => {
  test.each(ofTeams)("sees of %s every row of the team, and no other", async (table) => {
    const { raadslieden } = world();
    const own = "municipality_id = $1 and team_id = $2";
    const ids = [raadslieden.municipalityId, raadslieden.teamId];
    const seen = await as(helperOf(raadslieden), async (sql) => ({
      all: await countIn(sql, table),
      own: await countIn(sql, table, own, ids),
    }));
    const there = await really(table, own, ids);
    expect(there).toBeGreaterThan(0);
    expect(seen).toEqual({ all: there, own: there });
    expect(await really(table)).toBeGreaterThan(there);
  });

  test.each(ofTeams)("can change and remove nothing in %s that is of another team", async (table) => {
    const { raadslieden } = world();
    const others = "where municipality_id <> $1 or team_id <> $2";
    const ids = [raadslieden.municipalityId, raadslieden.teamId];
    for (const statement of [`update ${table} set team_id = team_id`, `delete from ${table}`]) {
      expect(await touched(as(helperOf(raadslieden), (sql) => sql(`${statement} ${others}`, ids)))).toBe(0);
    }
  });

  test.each(ofTeams)("can give no row of %s to another team or municipality", async (table) => {
    const { raadslieden, rechtswinkel, almere } = world();
    for (const other of [rechtswinkel, almere]) {
      const gift = as(helperOf(raadslieden), (sql) =>
        sql(`update ${table} set municipality_id = $1, team_id = $2`, [other.municipalityId, other.teamId]),
      );
      expect(await refusal(gift)).toBe(refused);
    }
  });

  test.each(ofTeams)("can write no row into %s in the name of another team or municipality", async (table) => {
    const { raadslieden, rechtswinkel, almere } = world();
    for (const other of [rechtswinkel, almere]) {
      const over = { municipality_id: other.municipalityId, team_id: other.teamId, id: newId(), case_id: newId() };
      const copy = as(helperOf(raadslieden), (sql) =>
        sql(
          `insert into ${table} select (jsonb_populate_record(null::${table}, to_jsonb(mine) || $1)).*
           from ${table} mine limit 1`,
          [JSON.stringify(over)],
        ),
      );
      expect(await refusal(copy)).toBe(refused);
    }
  });

  test("sees colleagues of the own team by name, and nobody else", async () => {
    const { raadslieden } = world();
    const seen = await as(helperOf(raadslieden), async (sql) => ({
      members: (await sql("select distinct team_id from team_member")).rows,
      people: await countIn(sql, "person"),
      sessions: await countIn(sql, "session"),
    }));
    const members = await membersOf(raadslieden);
    expect(members).toBeGreaterThan(1);
    expect(seen.people).toBe(members);
    // Somebody who works elsewhere too sees that they do.
    expect(seen.members).toEqual([{ team_id: raadslieden.teamId }]);
    // Their own, so that they can end one elsewhere, and nobody else's.
    expect(seen.sessions).toBe(await really("session", "person_id = $1", [raadslieden.personId]));
    expect(seen.sessions).toBeLessThan(await really("session"));
  });

  test("changes nobody's name, colleague or absence but their own", async () => {
    const { raadslieden } = world();
    const changes = await as(helperOf(raadslieden), async (sql) => ({
      names: (await sql("update person set name = 'Iemand anders'")).rowCount,
      absences: (await sql("update team_member set away_until = '2026-12-01' where person_id <> app_person()"))
        .rowCount,
      own: (await sql("update team_member set away_until = '2026-12-01' where person_id = app_person()")).rowCount,
      removed: (await sql("delete from team_member")).rowCount,
    }));
    expect(changes).toEqual({ names: 0, absences: 0, own: 1, removed: 0 });
  });

  test("adds no colleague and no session", async () => {
    const { raadslieden } = world();
    const { municipalityId, teamId, personId } = raadslieden;
    const join = as(helperOf(raadslieden), (sql) =>
      sql("insert into team_member (municipality_id, team_id, person_id, role) values ($1, $2, $3, 'team-lead')", [
        municipalityId,
        teamId,
        newId(),
      ]),
    );
    expect(await refusal(join)).toBe(refused);
    const session = as(helperOf(raadslieden), (sql) =>
      sql("insert into session values ('hash', $1, $2, $2, $2)", [personId, now.toString()]),
    );
    expect(await refusal(session)).toBe(refused);
  });

  test("writes events of the own municipality, and reads none", async () => {
    const { raadslieden } = world();
    const values = [newId(), now.toString(), newId(), raadslieden.personId];
    const write = (municipality: string) =>
      as(helperOf(raadslieden), (sql) =>
        sql(`insert into event values ('${municipality}', $1, $2, 'access.fileRead', $3, '{}', 'person', $4)`, values),
      );
    expect(await refusal(write("GM0344"))).toBe("");
    expect(await refusal(write("GM0034"))).toBe(refused);
    expect(await as(helperOf(raadslieden), (sql) => countIn(sql, "event"))).toBe(0);
  });

  // ── going round the code above ──────────────────────────────────────────────────────────────────────────────────

  test("cannot make themselves team lead", async () => {
    const { raadslieden } = world();
    const outcome = as(helperOf(raadslieden), (sql) =>
      sql("update team_member set role = 'team-lead' where person_id = app_person()"),
    );
    expect(await refusal(outcome)).toBe(refused);
  });
  test("cannot move themselves into another team", async () => {
    const { raadslieden, rechtswinkel } = world();
    const outcome = as(helperOf(raadslieden), (sql) =>
      sql("update team_member set team_id = $1 where person_id = app_person()", [rechtswinkel.teamId]),
    );
    expect(await refusal(outcome)).toBe(refused);
  });

  test("cannot put words into a case of another team, which its resident would read", async () => {
    const { raadslieden, rechtswinkel } = world();
    const outcome = as(helperOf(raadslieden), (sql) =>
      sql("insert into contact_entry values ($1, $2, $3, $4, $5, null, 'resident-word', 'Bel dit nummer')", [
        raadslieden.municipalityId,
        newId(),
        rechtswinkel.cases[0].caseId,
        raadslieden.teamId,
        now.toString(),
      ]),
    );
    expect(await refusal(outcome)).not.toBe("");
  });
  test("cannot hang a promise on a case of another team, which its resident would read", async () => {
    const { raadslieden, rechtswinkel } = world();
    const outcome = as(helperOf(raadslieden), (sql) =>
      sql("update promise set case_id = $1", [rechtswinkel.cases[0].caseId]),
    );
    expect(await refusal(outcome)).not.toBe("");
  });
  test("cannot make a code that opens a case of another team", async () => {
    const { raadslieden, rechtswinkel } = world();
    const { caseId } = rechtswinkel.cases[1];
    const name = await as({ municipality: raadslieden.municipalityId }, async (sql) => {
      // As when the case has no code: given at a desk without one, or its code was withdrawn.
      await sql("select set_config('app.teams', $1, true)", [rechtswinkel.teamId]);
      await sql("delete from resident_code where case_id = $1", [caseId]);
      await sql("select set_config('app.teams', $1, true)", [raadslieden.teamId]);
      await sql("savepoint before");
      const code = [raadslieden.municipalityId, caseId, raadslieden.teamId, now.toString()];
      await sql("insert into resident_code values ($1, $2, $3, 'made-up', $4)", code).catch(() =>
        sql("rollback to before"),
      );
      await sql("select set_config('app.teams', '', true), set_config('app.code', 'made-up', true)");
      return (await sql("select name from resident")).rows[0]?.name;
    });
    expect(name).toBeUndefined();
  });

  test("cannot write an event in the name of a colleague", async () => {
    const { raadslieden, rechtswinkel } = world();
    const outcome = as(helperOf(raadslieden), (sql) =>
      sql("insert into event values ($1, $2, $3, 'access.fileRead', $4, '{}', 'person', $5)", [
        raadslieden.municipalityId,
        newId(),
        now.toString(),
        newId(),
        rechtswinkel.personId,
      ]),
    );
    expect(await refusal(outcome)).toBe(refused);
  });

  // Mails are written and sent by the system alone, and those to residents hold their code.
  test.each(ofPost)("neither reads nor changes what is in %s of the team", async (table) => {
    const { raadslieden } = world();
    expect(await as(helperOf(raadslieden), (sql) => countIn(sql, table))).toBe(0);
    const change = as(helperOf(raadslieden), (sql) => sql(`update ${table} set team_id = team_id`));
    expect(await touched(change)).toBe(0);
  });
  test("puts no link of their own making on a case of the team", async () => {
    const { raadslieden } = world();
    const values = [
      raadslieden.municipalityId,
      newId(),
      raadslieden.cases[0].caseId,
      raadslieden.teamId,
      now.toString(),
    ];
    const link = as(helperOf(raadslieden), (sql) =>
      sql("insert into mail_proof values ($1, $2, $3, $4, 'made-up', 'made-up', $5)", values),
    );
    expect(await refusal(link)).toBe(refused);
  });
});

describe("a resident with a code", () => {
  test("sees the rows of that one case, and nothing of the helper's", async () => {
    const { raadslieden } = world();
    const [own] = raadslieden.cases;
    const counts = await seenBy(residentOf(raadslieden));
    const ofCase = (table: Table, also = "true") => really(table, `case_id = $1 and ${also}`, [own.caseId]);
    expect(counts).toEqual({
      promise: await ofCase("promise"),
      promise_change: 0,
      case_file: 1,
      contact_entry: await ofCase("contact_entry", "kind <> 'note'"),
      callback: 1,
      contact_attempt: 1,
      resident: 1,
      resident_code: 1,
      case_share: 0,
      privacy_request: 1,
      privacy_omission: 0,
      person_skill: 0,
      person_left: 0,
      person_invitation: 0,
      mail: 0,
      mail_proof: 0,
      person: 0,
      person_identity: 0,
      team_member: 0,
      session: 0,
      leaver: 0,
      event: await really(
        "event",
        "name = 'access.fileRead' and subject_ref = (select event_ref from case_file where id = $1)",
        [own.caseId],
      ),
      event_waiting: 0,
      event_seal: 0,
      processing_waiting: 0,
      api_client: 0,
      api_token: 0,
      api_assertion: 0,
      unusual_reading: 0,
      service_change: 0,
      entry_owner: 0,
      entry_check: 0,
      entry_suggestion: 0,
      direct_contact: 0,
      resident_list: 0,
      theme_text_change: 0,
      organisation_profile_change: 0,
    });
    expect(await ofCase("contact_entry", "kind = 'note'")).toBe(2);
    const name = await as(residentOf(raadslieden), (sql) => sql("select name from resident"));
    expect(name.rows).toEqual([{ name: own.name }]);
  });

  test.each(closed)("can change, remove and add nothing in %s", async (table) => {
    const { raadslieden } = world();
    const [column] = await columnsOf(table);
    for (const statement of [`update ${table} set ${column} = ${column}`, `delete from ${table}`]) {
      expect(await touched(as(residentOf(raadslieden), (sql) => sql(statement)))).toBe(0);
    }
    if (table === "event") return;
    const copy = as(residentOf(raadslieden), (sql) =>
      sql(`insert into ${table} select (jsonb_populate_record(null::${table}, $1)).*`, [
        JSON.stringify({ municipality_id: raadslieden.municipalityId, team_id: raadslieden.teamId }),
      ]),
    );
    expect(await refusal(copy)).toBe(refused);
  });

  test("finds nothing with the proof of another municipality, a wrong one or an empty one", async () => {
    const { raadslieden, almere } = world();
    const proofs: Settings[] = [
      { municipality: almere.municipalityId, code: raadslieden.cases[0].proof },
      { municipality: raadslieden.municipalityId, code: almere.cases[0].proof },
      { municipality: raadslieden.municipalityId, code: "0".repeat(64) },
      { municipality: raadslieden.municipalityId, code: "" },
      { code: raadslieden.cases[0].proof },
    ];
    for (const settings of proofs)
      for (const table of closed) expect(await as(settings, (sql) => countIn(sql, table))).toBe(0);
  });
});

describe("the system with a named purpose", () => {
  type Sees = "all" | "municipality" | "open" | "left" | "none";
  const nothing = Object.fromEntries(closed.map((table) => [table, "none"])) as Record<Table, Sees>;
  /** What each purpose sees before it stands in for a team: the policies that name it. */
  const alone: Record<Purpose, Record<Table, Sees>> = {
    intake: { ...nothing, mail_proof: "municipality" },
    "sign-in": { ...nothing, person: "all", team_member: "all", session: "all" },
    provisioning: {
      ...nothing,
      person: "all",
      person_identity: "all",
      team_member: "all",
      person_left: "all",
      person_invitation: "all",
    },
    clients: { ...nothing, api_client: "all" },
    tokens: { ...nothing, api_client: "all", api_token: "all", api_assertion: "all" },
    "follow-up": {
      ...nothing,
      event: "municipality",
      callback: "municipality",
      promise: "municipality",
      privacy_request: "municipality",
    },
    alarms: { ...nothing, promise: "open" },
    mail: { ...nothing, mail: "all" },
    metrics: { ...nothing, promise: "all" },
    sealing: { ...nothing, event: "all", event_waiting: "all", event_seal: "all" },
    "processing-log": { ...nothing, event: "all", processing_waiting: "all", case_file: "all" },
    // Of people only those who left, and of files all that stands in the file itself.
    retention: {
      ...nothing,
      case_file: "all",
      privacy_request: "all",
      leaver: "all",
      person: "left",
      person_identity: "left",
      person_skill: "left",
      person_left: "left",
      person_invitation: "left",
      unusual_reading: "all",
    },
    "mail-proof": { ...nothing, mail_proof: "all", resident: "municipality", case_file: "municipality" },
    // Whose data it reads is decided by the team it stands in for.
    "own-data": nothing,
    // What it compares it asks of a function, which answers it alone.
    watching: { ...nothing, unusual_reading: "all" },
    editing: {
      ...nothing,
      entry_owner: "municipality",
      entry_check: "municipality",
      entry_suggestion: "municipality",
    },
    example: {
      ...nothing,
      entry_owner: "all",
      direct_contact: "all",
      person: "all",
      person_identity: "all",
      team_member: "all",
      person_skill: "all",
      person_left: "all",
      person_invitation: "all",
    },
  };
  const purposes = Object.keys(alone) as Purpose[];
  const promises = ["promise", "promise_change"] as const;
  /** What it sees besides when it stands in for a team. */
  const besides: Record<Purpose, readonly Table[]> = {
    intake: ofTeams.filter((table) => table !== "case_share"),
    "follow-up": ofTeams.filter((table) => table !== "resident_code" && table !== "case_share"),
    alarms: [...promises, "unusual_reading"],
    "sign-in": promises,
    provisioning: promises,
    clients: promises,
    tokens: promises,
    mail: promises,
    metrics: promises,
    sealing: promises,
    "processing-log": promises,
    retention: promises,
    "mail-proof": promises,
    // All that is kept of the residents of that team, but for what opens their question.
    "own-data": [...ofTeams.filter((table) => table !== "resident_code"), "mail"],
    watching: promises,
    editing: promises,
    example: promises,
  };

  /** Everything there is, in the municipality, in the team; the numbers differ, so that one cannot pass for another. */
  const howMany = async (table: Table, team: TeamAtWork, sees: Sees | "team"): Promise<number> => {
    if (sees === "none") return 0;
    if (sees === "all") return really(table);
    if (sees === "open") return really(table, "state = 'open'");
    if (sees === "left") {
      const id = table === "person" ? "id" : "person_id";
      return really(table, `${id} not in (select person_id from team_member)`);
    }
    if (sees === "municipality") return really(table, "municipality_id = $1", [team.municipalityId]);
    return really(table, "municipality_id = $1 and team_id = $2", [team.municipalityId, team.teamId]);
  };
  const expected = async (sees: (table: Table) => Sees | "team") => {
    const counts: Partial<Record<Table, number>> = {};
    for (const table of closed) counts[table] = await howMany(table, world().raadslieden, sees(table));
    return counts;
  };
  test.each(purposes)("%s sees what its policies name, and nothing more", async (purpose) => {
    const seen = await seenBy({ municipality: world().raadslieden.municipalityId, purpose });
    expect(seen).toEqual(await expected((table) => alone[purpose][table]));
  });

  test.each(purposes)("%s, standing in for a team, sees the rows of that team besides", async (purpose) => {
    const { municipalityId, teamId } = world().raadslieden;
    const seen = await seenBy({ municipality: municipalityId, purpose, teams: teamId });
    const counts = await expected((table) =>
      alone[purpose][table] === "none" && besides[purpose].includes(table) ? "team" : alone[purpose][table],
    );
    // For the copy: when the files of the team were opened, and nothing else that happened.
    if (purpose === "own-data")
      counts.event = await really(
        "event",
        "name = 'access.fileRead' and subject_ref in (select event_ref from case_file where team_id = $1)",
        [teamId],
      );
    // What is settled of the own team is its own all the same.
    if (purpose === "alarms") counts.promise = await really("promise", "state = 'open' or team_id = $1", [teamId]);
    // Members of a team are known to whoever stands in for it, by name and address.
    const duties = await really("team_member", "team_id = $1", [teamId]);
    const members = await membersOf(world().raadslieden);
    const people =
      alone[purpose].person === "all"
        ? {}
        : {
            person: members + (await howMany("person", world().raadslieden, alone[purpose].person)),
            team_member: duties,
          };
    expect(seen).toEqual({ ...counts, ...people });
  });

  test("a purpose nobody knows sees nothing", async () => {
    const seen = await seenBy({ municipality: world().raadslieden.municipalityId, purpose: "curiosity" });
    expect(seen).toEqual(await expected(() => "none"));
  });

  test("what looks for alarms, counts or follows an event changes nothing by that", async () => {
    const { municipalityId } = world().raadslieden;
    for (const purpose of ["alarms", "metrics", "follow-up", "intake", "sign-in"])
      for (const table of ["promise", "callback", "person", "team_member"]) {
        const [column] = await columnsOf(table);
        const change = as({ municipality: municipalityId, purpose }, (sql) =>
          sql(`update ${table} set ${column} = ${column}`),
        );
        expect(await touched(change), `${purpose} on ${table}`).toBe(0);
      }
  });

  test("whoever comes in from a provider changes nobody who was added by hand, and takes no team given by hand", async () => {
    const { municipalityId } = world().raadslieden;
    await database.admin.query("insert into person (id, name) values (gen_random_uuid(), 'By hand')");
    for (const statement of [
      "update person set name = name where not exists (select from person_identity i where i.person_id = person.id)",
      "update team_member set role = role",
      "delete from team_member",
      "delete from person",
      "delete from session",
    ]) {
      const change = as({ municipality: municipalityId, purpose: "provisioning" }, (sql) => sql(statement));
      expect(await touched(change), statement).toBe(0);
    }
  });

  test("retention deletes a case that is closed and not held, with all of it, and no other case", async () => {
    const { municipalityId, teamId, cases } = world().raadslieden;
    const gone = (state: string) =>
      as({ municipality: municipalityId, teams: teamId }, async (sql) => {
        await sql(`update case_file set ${state} where id = $1`, [cases[0].caseId]);
        await sql(`select set_config('app.purpose', 'retention', true), set_config('app.teams', '', true)`);
        return (await sql("delete from case_file where id = $1", [cases[0].caseId])).rowCount;
      });
    const closed = `status = 'closed', result = 'answered', closed_at = '2026-01-01'`;
    const free = "held_since = null, hold_reason = null";
    expect(await gone(`${closed}, ${free}`)).toBe(1);
    expect(await gone(free)).toBe(0);
    expect(await gone(`${closed}, held_since = '2026-01-02', hold_reason = 'complaint'`)).toBe(0);
    // As it is now: what they asked about their own data holds it.
    expect(await gone(closed)).toBe(0);
  });

  test("nobody but retention deletes a case, not its own team either", async () => {
    const { raadslieden } = world();
    const closing = `update case_file set status = 'closed', result = 'answered', closed_at = '2026-01-01', held_since = null, hold_reason = null`;
    const remove = (settings: Settings) =>
      as(helperOf(raadslieden), async (sql) => {
        expect((await sql(closing)).rowCount).toBeGreaterThan(0);
        for (const name of ["person", "teams", "code", "purpose"] as const)
          await sql("select set_config($1, $2, true)", [`app.${name}`, settings[name] ?? ""]);
        return (await sql("delete from case_file")).rowCount;
      });
    expect(await remove(helperOf(raadslieden))).toBe(0);
    for (const purpose of purposes.filter((one) => one !== "retention"))
      expect(await remove({ purpose, teams: raadslieden.teamId }), purpose).toBe(0);
    expect(await remove({ purpose: "retention" })).toBeGreaterThan(0);
  });

  test("retention makes nobody of who left, gives nobody another name, and leaves whoever has a team alone", async () => {
    const { municipalityId, personId } = world().raadslieden;
    const change = (statement: string) =>
      touched(as({ municipality: municipalityId, purpose: "retention" }, (sql) => sql(statement)));
    const left = await really("leaver");
    expect(await change("update person set name = '', mail = null where name like 'Vertrokken%'")).toBe(left);
    expect(await change("update person set name = 'Iemand anders'")).toBe(0);
    expect(await change(`update person set name = '', mail = null where id = '${personId}'`)).toBe(0);
    expect(await change("delete from person")).toBe(0);
    // Nor by putting them on the list first.
    const listed = as({ municipality: municipalityId, purpose: "retention" }, async (sql) => {
      await sql("insert into leaver values ($1, '2020-01-01')", [personId]);
      return [
        (await sql("update person set name = '', mail = null where id = $1", [personId])).rowCount,
        (await sql("delete from person_identity where person_id = $1", [personId])).rowCount,
      ];
    });
    expect(await listed).toEqual([0, 0]);
    expect(await change("delete from person_identity")).toBe(left);
  });
  test("what gathers a copy of somebody's data changes nothing of it, and sees no other team", async () => {
    const { municipalityId, teamId } = world().raadslieden;
    const gathering = { municipality: municipalityId, purpose: "own-data", teams: teamId };
    for (const table of [...ofTeams, "mail", "event"] as const) {
      const others = as(gathering, (sql) => countIn(sql, table, "municipality_id <> $1", [municipalityId]));
      expect(await others, table).toBe(0);
      // Promises are the team's, whoever stands in for it: what moves them is a use case of that team.
      if (table === "promise" || table === "promise_change" || table === "event") continue;
      const [column] = table === "privacy_request" ? ["answer"] : await columnsOf(table);
      if (table !== "privacy_omission" && table !== "case_share")
        expect(await touched(as(gathering, (sql) => sql(`update ${table} set ${column} = ${column}`))), table).toBe(0);
      expect(await touched(as(gathering, (sql) => sql(`delete from ${table}`))), table).toBe(0);
    }
  });

  test("nobody but retention takes a request away, and none that is open", async () => {
    const { raadslieden } = world();
    const { municipalityId, teamId } = raadslieden;
    const remove = (settings: Settings) => touched(as(settings, (sql) => sql("delete from privacy_request")));
    expect(await remove(helperOf(raadslieden))).toBe(0);
    for (const purpose of purposes)
      expect(await remove({ municipality: municipalityId, purpose, teams: teamId })).toBe(0);
    const answered = as(helperOf(raadslieden), async (sql) => {
      await sql("update privacy_request set state = 'granted', settled_at = '2026-01-01'");
      await sql("select set_config('app.purpose', 'retention', true), set_config('app.teams', '', true)");
      return (await sql("delete from privacy_request")).rowCount;
    });
    expect(await answered).toBe(2);
  });

  test("who asked, when, and of which file stays as it was written, whoever asks", async () => {
    const { raadslieden } = world();
    for (const change of ["own_words = ''", "asked_at = asked_at", "kind = 'erasure'", "case_id = null"])
      expect(await refusal(as(helperOf(raadslieden), (sql) => sql(`update privacy_request set ${change}`)))).toBe(
        "42501",
      );
    const omission = as(helperOf(raadslieden), (sql) => sql("update privacy_omission set reason = 'safety'"));
    expect(await refusal(omission)).toBe("42501");
  });

  test("looking for whose mail address it is changes no question and nobody, and sees no other municipality", async () => {
    const { municipalityId } = world().raadslieden;
    for (const table of ["resident", "case_file", "callback", "resident_code"] as const) {
      const [column] = await columnsOf(table);
      const change = as({ municipality: municipalityId, purpose: "mail-proof" }, (sql) =>
        sql(`update ${table} set ${column} = ${column}`),
      );
      expect(await touched(change), table).toBe(0);
    }
    const others = as({ municipality: municipalityId, purpose: "mail-proof" }, (sql) =>
      countIn(sql, "resident", "municipality_id <> $1", [municipalityId]),
    );
    expect(await others).toBe(0);
  });
  test("what carries out what a link asks makes no link and takes none away, and uses none of another municipality", async () => {
    const { municipalityId, teamId } = world().raadslieden;
    const intake = { municipality: municipalityId, purpose: "intake", teams: teamId };
    const made = as(intake, (sql) => sql("insert into mail_proof select * from mail_proof"));
    expect(await refusal(made)).toBe(refused);
    expect(await touched(as(intake, (sql) => sql("delete from mail_proof")))).toBe(0);
    const used = as({ ...intake, municipality: "GM9999" }, (sql) =>
      sql("update mail_proof set used_at = asked_at, used_form = ''"),
    );
    expect(await touched(used)).toBe(0);
  });

  test("the alarms see no people before they stand in for a team", async () => {
    const seen = await seenBy({ municipality: world().raadslieden.municipalityId, purpose: "alarms" });
    expect(seen).toMatchObject({ person: 0, team_member: 0 });
  });
  test("the alarms see no promise that is settled", async () => {
    const settled = await as({ municipality: world().raadslieden.municipalityId, purpose: "alarms" }, (sql) =>
      countIn(sql, "promise", "state <> 'open'"),
    );
    expect(settled).toBe(0);
  });
  test("the alarms of a team see no resident of it", async () => {
    const { municipalityId, teamId } = world().raadslieden;
    const seen = await seenBy({ municipality: municipalityId, purpose: "alarms", teams: teamId });
    expect(seen).toMatchObject({ resident: 0, resident_code: 0, contact_entry: 0, mail: 0 });
  });
});

describe("an organisation's administrator", () => {
  const organisation = idFor("organisation:voorbeeld-sociaal-raadslieden-utrecht");
  const admin = (): Settings => ({
    municipality: world().raadslieden.municipalityId,
    person: personId("hatice-koc"),
    duties: `organisation-admin:${organisation}`,
  });
  const ofOrganisation = "team_id in (select id from team where organisation_id = $1)";

  test("sees the people of the organisation, and no table with a word about a resident", async () => {
    const seen = await seenBy(admin());
    for (const table of [...ofTeams, "mail", ...ofEvents] as const) expect(seen[table], table).toBe(0);
    expect(seen.team_member).toBe(await really("team_member", ofOrganisation, [organisation]));
    expect(seen.person).toBeGreaterThan(5);
    expect(seen.person).toBeLessThan(await really("person"));
  });

  test("writes no duty at another organisation, and takes none away there", async () => {
    const elsewhere = `where not (${ofOrganisation})`;
    for (const statement of ["update team_member set deputy_id = null", "delete from team_member"])
      expect(await touched(as(admin(), (sql) => sql(`${statement} ${elsewhere}`, [organisation])))).toBe(0);
    expect(await touched(as(admin(), (sql) => sql("delete from team_member where role = 'platform-admin'")))).toBe(0);
  });

  test("renames nobody who signs in with a provider: who that is, is the provider's to say", async () => {
    const withAccount = "where id in (select person_id from person_identity)";
    const seen = await as(admin(), (sql) => countIn(sql, "person", "id in (select person_id from person_identity)"));
    expect(seen).toBeGreaterThan(5);
    expect(await touched(as(admin(), (sql) => sql(`update person set name = 'Iemand anders' ${withAccount}`)))).toBe(0);
  });

  test("adds and ends programs of the organisation, and sees and ends none of another", async () => {
    const own = clientFor("raadslieden").id;
    expect(await as(admin(), (sql) => countIn(sql, "api_client"))).toBe(1);
    expect(await touched(as(admin(), (sql) => sql("update api_client set ended_at = app_now()")))).toBe(0);
    const ended = (id: string) =>
      as(admin(), (sql) => sql("update api_client set ended_at = $2 where id = $1", [id, now.toString()]));
    expect(await touched(ended(own))).toBe(1);
    expect(await touched(ended(clientFor("rechtswinkel").id))).toBe(0);
    const insert = (of: string) =>
      as(admin(), (sql) =>
        sql(
          `insert into api_client (id, organisation_id, name, scopes, secret_hash, created_on, ends_on)
           values ($1, $2, 'Scherm', '{toezeggingen.lezen}', $3, '2026-11-24', '2027-11-24')`,
          [newId(), of, "0".repeat(64)],
        ),
      );
    expect(await refusal(insert(organisation))).toBe("");
    expect(await refusal(insert(idFor("organisation:gemeente-utrecht")))).toBe(refused);
  });

  test("of another organisation sees nobody of this one", async () => {
    const stranger = { ...admin(), person: personId("lea-santos"), duties: `organisation-admin:${newId()}` };
    expect(await as(stranger, (sql) => countIn(sql, "person"))).toBeLessThanOrEqual(2);
    expect(await as(stranger, (sql) => countIn(sql, "team_member", ofOrganisation, [organisation]))).toBe(0);
  });
});

describe("whoever watches over privacy", () => {
  const officer = (organisation: string): Settings => ({
    municipality: world().raadslieden.municipalityId,
    person: personId("lea-santos"),
    duties: `privacy-officer:${organisation}`,
  });
  const organisationOf = async ({ teamId }: TeamAtWork): Promise<string> =>
    (await database.admin.query("select organisation_id from team where id = $1", [teamId])).rows[0].organisation_id;

  test("sees no row of a request, and of its teams alone by when which kind must be answered", async () => {
    const { raadslieden } = world();
    const own = officer(await organisationOf(raadslieden));
    expect(await as(own, (sql) => countIn(sql, "privacy_request"))).toBe(0);
    const { rows, fields } = await as(own, (sql) => sql("select * from app_watched_requests()"));
    expect(rows).toHaveLength(await really("privacy_request", "team_id = $1", [raadslieden.teamId]));
    expect(new Set(rows.map(({ team_id }) => team_id))).toEqual(new Set([raadslieden.teamId]));
    expect(fields.map(({ name }) => name)).toEqual([
      "team_id",
      "kind",
      "asked_at",
      "answer_by",
      "extended_at",
      "state",
      "settled_at",
    ]);
  });

  test("sees nothing so of another organisation, and nobody else sees anything", async () => {
    const { raadslieden } = world();
    const organisation = await organisationOf(raadslieden);
    const watched = (settings: Settings) =>
      as(settings, async (sql) => (await sql("select * from app_watched_requests()")).rows.length);
    const { municipalityId, personId, teamId } = raadslieden;
    for (const settings of [
      officer(newId()),
      { ...officer(organisation), municipality: "GM0034" },
      { ...officer(organisation), duties: `organisation-admin:${organisation}` },
      helperOf(raadslieden),
      { municipality: municipalityId, person: personId },
      ...(["alarms", "follow-up", "own-data", "retention", "watching"] as const).map((purpose) => ({
        ...officer(organisation),
        purpose,
        teams: teamId,
      })),
      {},
    ])
      expect(await watched(settings), JSON.stringify(settings)).toBe(0);
  });
});

describe("whoever keeps the installation", () => {
  const keeper = (): Settings => ({
    municipality: world().raadslieden.municipalityId,
    person: personId("pim-bosch"),
    duties: `platform-admin:${idFor("organisation:gemeente-utrecht")}`,
  });

  test("sees nobody but themselves and who stands in for them, and not one file", async () => {
    const seen = await seenBy(keeper());
    for (const table of [...ofTeams, "mail", ...ofEvents] as const) expect(seen[table], table).toBe(0);
    expect(seen.person).toBe(2);
  });

  test("adds nobody where somebody manages the colleagues, and learns of nobody else who does", async () => {
    const { raadslieden } = world();
    const add = (sql: Sql, person: string) =>
      sql("insert into person (id, name) values ($1, 'Eerste Beheerder')", [person]);
    const give = (sql: Sql, person: string) =>
      sql(
        "insert into team_member (municipality_id, team_id, person_id, role) values ($1, $2, $3, 'organisation-admin')",
        [raadslieden.municipalityId, raadslieden.teamId, person],
      );
    const invite = (sql: Sql, person: string, organisation: string) =>
      sql("insert into person_invitation values ($1, $2, $3, '2099-01-01')", [person, organisation, newId()]);
    const { rows } = await database.admin.query("select organisation_id from team where id = $1", [raadslieden.teamId]);
    const of = rows[0].organisation_id;
    const withoutAdmin = (settings: Settings) =>
      as(settings, async (sql) => (await sql("select unnest(app_without_admin()) as id")).rows.map(({ id }) => id));
    expect(await withoutAdmin(keeper())).not.toContain(of);
    for (const settings of [
      helperOf(raadslieden),
      { municipality: raadslieden.municipalityId },
      { purpose: "sign-in" },
    ])
      expect(await withoutAdmin(settings)).toEqual([]);
    expect(await refusal(as(keeper(), (sql) => give(sql, personId("elif-yildirim"))))).toBe(refused);
    expect(await refusal(as(keeper(), (sql) => invite(sql, personId("elif-yildirim"), of)))).toBe(refused);
    expect(await refusal(as(helperOf(raadslieden), (sql) => add(sql, newId())))).toBe(refused);
  });

  test("publishes places, and neither help nor postcodes", async () => {
    expect(await refusal(as(keeper(), (sql) => sql("update municipality set modules_off = '{}'")))).toBe("");
    for (const table of ["service", "service_point", "postcode_area", "example_world"]) {
      const [column] = await columnsOf(table);
      expect(await refusal(as(keeper(), (sql) => sql(`update ${table} set ${column} = ${column}`)))).toBe(refused);
    }
  });
});

describe("a program", () => {
  const program = (at: keyof World, municipality = world()[at].municipalityId): Settings => ({
    municipality,
    client: clientFor(at).id,
  });
  const openOf = ({ municipalityId, teamId }: TeamAtWork) =>
    really("promise", "municipality_id = $1 and team_id = $2 and state = 'open'", [municipalityId, teamId]);
  const nothing = Object.fromEntries(closed.map((table) => [table, 0]));

  test("sees what the team of its organisation still owes, and of nobody anything else: not even itself", async () => {
    const open = await openOf(world().raadslieden);
    expect(open).toBeGreaterThan(0);
    await database.admin.query("update promise set state = 'kept', settled_at = began_at where id = $1", [
      world().raadslieden.cases[1].promiseId,
    ]);
    expect(await seenBy(program("raadslieden"))).toEqual({ ...nothing, promise: open - 1 });
  });

  test("sees nothing in another municipality, without one, or as a program that never was", async () => {
    for (const settings of [
      program("raadslieden", "GM0034"),
      { client: clientFor("raadslieden").id },
      { municipality: "GM0344", client: newId() },
    ])
      expect(await seenBy(settings)).toEqual(nothing);
  });

  test("sees nothing from the moment it is ended, nor when watching was not given to it", async () => {
    const { id } = clientFor("rechtswinkel");
    expect(await seenBy(program("rechtswinkel"))).toEqual({ ...nothing, promise: await openOf(world().rechtswinkel) });
    for (const change of ["ended_at = '2026-11-24T09:00Z'", "ended_at = null, scopes = '{terugbelverzoeken.maken}'"]) {
      await database.admin.query(`update api_client set ${change} where id = $1`, [id]);
      expect(await seenBy(program("rechtswinkel"))).toEqual(nothing);
    }
  });

  test.each(closed)("can change, remove and add nothing in %s", async (table) => {
    const { municipalityId, teamId } = world().almere;
    const [column] = await columnsOf(table);
    for (const statement of [`update ${table} set ${column} = ${column}`, `delete from ${table}`])
      expect(await touched(as(program("almere"), (sql) => sql(statement)))).toBe(0);
    if (table === "event") return;
    const copy = as(program("almere"), (sql) =>
      sql(`insert into ${table} select (jsonb_populate_record(null::${table}, $1)).*`, [
        JSON.stringify({ municipality_id: municipalityId, team_id: teamId }),
      ]),
    );
    expect(await refusal(copy)).toBe(refused);
  });

  test("writes events as a program and as nobody else, and nobody else writes them as one", async () => {
    const { almere } = world();
    const write = (settings: Settings, kind: string, person: string | null = null) =>
      refusal(
        as(settings, (sql) =>
          sql("insert into event values ('GM0034', $1, $2, 'access.tokenGiven', $3, '{}', $4, $5)", [
            newId(),
            now.toString(),
            newId(),
            kind,
            person,
          ]),
        ),
      );
    expect(await write(program("almere"), "client")).toBe("");
    expect(await write({ municipality: "GM0034" }, "system")).toBe("");
    for (const kind of ["person", "system", "visitor", "code"])
      expect(await write(program("almere"), kind), kind).toBe(refused);
    expect(await write(program("almere"), "client", almere.personId)).toBe(refused);
    for (const settings of [{ municipality: "GM0034" }, { municipality: "GM0034", purpose: "tokens" }])
      expect(await write(settings, "client")).toBe(refused);
    expect(await write(helperOf(almere), "client", almere.personId)).toBe(refused);
  });
});

describe("whoever gives out tokens, or adds programs", () => {
  const purpose = (purpose: Purpose): Settings => ({ municipality: "GM0344", purpose });
  const id = () => clientFor("almere").id;

  test.each<[Purpose, string]>([
    ["tokens", "update api_client set ended_at = '2026-11-24T09:00Z' where id = $1"],
    [
      "tokens",
      "insert into api_client select gen_random_uuid(), organisation_id, name, scopes, public_key, secret_hash, created_on, ends_on from api_client where id = $1",
    ],
    ["tokens", "update api_client set public_key = null, secret_hash = repeat('0', 64) where id = $1"],
    ["tokens", "update api_token set ends_at = ends_at + interval '1 day' where client_id = $1"],
    ["tokens", "update api_token set scopes = '{}' where client_id = $1"],
    ["tokens", "update api_assertion set good_until = '2026-11-24T09:00Z' where client_id = $1"],
    [
      "clients",
      "insert into api_token select repeat('0', 64), id, scopes, '2026-11-24T09:00Z', '2026-11-25T09:00Z' from api_client where id = $1",
    ],
    ["clients", "update api_client set scopes = scopes where id = $1"],
    ["clients", "update api_client set organisation_id = organisation_id where id = $1"],
    ["clients", "update api_client set ends_on = ends_on + 1 where id = $1"],
    ["clients", "delete from api_client where id = $1"],
  ])("%s: may not %s", async (who, statement) => {
    expect(await refusal(as(purpose(who), (sql) => sql(statement, [id()])))).toBe(refused);
  });

  test("can bring no program back that was ended, and finds no token of it under another purpose", async () => {
    const { id: ended } = clientFor("almereRechtswinkel");
    await database.admin.query("update api_client set ended_at = '2026-11-24T09:00Z' where id = $1", [ended]);
    for (const who of ["clients", "tokens"] as const)
      for (const set of ["ended_at = null", "last_used_at = '2026-11-24T09:00Z'"])
        expect(
          await touched(as(purpose(who), (sql) => sql(`update api_client set ${set} where id = $1`, [ended]))),
        ).toBe(0);
    expect(await touched(as(purpose("clients"), (sql) => sql("delete from api_token")))).toBe(0);
  });
});

describe("the route map, for who keeps it", () => {
  const ofRechtswinkel = idFor("organisation:voorbeeld-rechtswinkel-utrecht");
  const ofMunicipality = idFor("organisation:gemeente-utrecht");
  const editorOf = (organisation: string, over: Settings = {}): Settings => ({
    municipality: "GM0344",
    person: personId("stefan-molenaar"),
    duties: `directory-editor:${organisation}`,
    ...over,
  });
  const change = "update service set sentence = sentence where municipality_id = $1 and organisation_id = $2";
  const changes = (who: Settings, municipality: string, organisation: string) =>
    as(who, async (sql) => (await sql(change, [municipality, organisation])).rowCount);

  test("an organisation's editor changes its entry and no other", async () => {
    const who = editorOf(ofRechtswinkel);
    expect(await changes(who, "GM0344", ofRechtswinkel)).toBe(1);
    const ofOthers = idFor("organisation:voorbeeld-sociaal-raadslieden-utrecht");
    expect(await refusal(changes(who, "GM0344", ofOthers))).toBe(refused);
    expect(await refusal(as(who, (sql) => sql("update service_point set phone = null")))).toBe(refused);
    expect(await refusal(as(who, (sql) => sql("delete from service")))).toBe(refused);
  });

  test("the municipality's own editor changes all of that municipality, and nothing of another or of the country", async () => {
    const who = editorOf(ofMunicipality);
    const everything = "update service set sentence = sentence where municipality_id = $1";
    const own = await as(who, async (sql) => (await sql(everything, ["GM0344"])).rowCount);
    expect(own).toBeGreaterThan(5);
    for (const other of ["GM0034", "NL"])
      expect(await refusal(as(who, (sql) => sql(everything, [other]))), other).toBe(refused);
    // The same editor, who says to be at work in a municipality where the organisation has no team.
    const elsewhere = editorOf(ofMunicipality, { municipality: "GM0034" });
    expect(await refusal(as(elsewhere, (sql) => sql(everything, ["GM0034"])))).toBe(refused);
  });

  test("an entry stays of its organisation and its municipality, a point of its entry", async () => {
    const who = editorOf(ofMunicipality);
    for (const statement of [
      `update service set organisation_id = '${ofMunicipality}' where municipality_id = 'GM0344' and organisation_id = '${ofRechtswinkel}'`,
      `update service set id = gen_random_uuid() where municipality_id = 'GM0344' and organisation_id = '${ofRechtswinkel}'`,
      "update service_point p set service_id = (select id from service s where s.municipality_id = 'GM0344' and s.id <> p.service_id limit 1) where municipality_id = 'GM0344'",
    ])
      expect(await refusal(as(who, (sql) => sql(statement))), statement).toBe(refused);
  });

  test("nobody else is an editor by saying so: another role, a purpose, or no duty", async () => {
    for (const who of [
      editorOf(ofRechtswinkel, { duties: `policy:${ofRechtswinkel}` }),
      editorOf(ofRechtswinkel, { duties: "" }),
      editorOf(ofRechtswinkel, { purpose: "intake" }),
    ])
      expect(await refusal(changes(who, "GM0344", ofRechtswinkel)), JSON.stringify(who)).toBe(refused);
  });

  test("reads what it said before, of its own municipality alone, and names only who changed something there", async () => {
    const seen = (who: Settings) => as(who, (sql) => countIn(sql, "service_change"));
    const names = (who: Settings) => as(who, async (sql) => (await sql("select name from app_editors()")).rows);
    const who = editorOf(ofRechtswinkel);
    expect(await seen(who)).toBe(2);
    expect(await names(who)).toEqual([{ name: "Stefan Molenaar" }]);
    for (const other of [
      { ...who, municipality: "GM0034" },
      { ...who, duties: `policy:${ofRechtswinkel}` },
      { ...who, purpose: "alarms" },
      helperOf(world().rechtswinkel),
    ]) {
      expect(await seen(other), JSON.stringify(other)).toBe(0);
      expect(await names(other), JSON.stringify(other)).toEqual([]);
    }
  });

  test("writes history under their own name, of their own entry, and rewrites none of it", async () => {
    const who = editorOf(ofRechtswinkel);
    const add = (organisation: string, by: string) =>
      as(who, (sql) =>
        sql(
          `insert into service_change (municipality_id, service_id, version, at, by_person_id, changes)
           select municipality_id, id, 9, now(), $2, '[{"field":"name"}]' from service
           where municipality_id = 'GM0344' and organisation_id = $1 limit 1`,
          [organisation, by],
        ),
      );
    expect(await refusal(add(ofRechtswinkel, personId("stefan-molenaar")))).toBe("");
    expect(await refusal(add(ofRechtswinkel, personId("pim-bosch")))).toBe(refused);
    const ofOthers = idFor("organisation:voorbeeld-sociaal-raadslieden-utrecht");
    expect(await refusal(add(ofOthers, personId("stefan-molenaar")))).toBe(refused);
    expect(await touched(as(who, (sql) => sql("update service_change set reason = 'anders'")))).toBe(0);
    expect(await touched(as(who, (sql) => sql("delete from service_change")))).toBe(0);
  });
});

describe("who keeps an entry fresh, and what is said to be wrong with it", () => {
  const ofMunicipality = idFor("organisation:gemeente-utrecht");
  const editor = (duties = `directory-editor:${ofMunicipality}`, over: Settings = {}): Settings => ({
    municipality: "GM0344",
    person: personId("stefan-molenaar"),
    duties,
    ...over,
  });
  const tables = ["entry_owner", "entry_check", "entry_suggestion"] as const;

  test("is seen by whoever keeps the entry, and by the system while it publishes, in that municipality alone", async () => {
    for (const table of tables) {
      const seen = (who: Settings) => as(who, (sql) => countIn(sql, table));
      expect(await seen(editor()), table).toBe(2);
      expect(await seen({ municipality: "GM0344", purpose: "editing" }), table).toBe(2);
      for (const other of [
        editor(`policy:${ofMunicipality}`),
        editor(undefined, { municipality: "GM0034" }),
        editor(`directory-editor:${newId()}`),
        helperOf(world().raadslieden),
        { municipality: "GM0344", purpose: "mail" },
      ])
        expect(await seen(other), `${table} ${JSON.stringify(other)}`).toBe(0);
    }
  });

  test("a suggestion is settled once, under one's own name", async () => {
    const settle = (by: string) =>
      as(editor(), (sql) =>
        sql("update entry_suggestion set outcome = 'declined', settled_at = now(), settled_by = $1", [by]),
      );
    expect(await touched(settle(personId("stefan-molenaar")))).toBe(2);
    expect(await refusal(settle(personId("pim-bosch")))).toBe(refused);
    expect(await touched(as(editor(), (sql) => sql("delete from entry_suggestion")))).toBe(0);
  });
});

describe("whom colleagues call directly", () => {
  const ofMunicipality = idFor("organisation:gemeente-utrecht");
  const ofRaadslieden = idFor("organisation:voorbeeld-sociaal-raadslieden-utrecht");
  const entry = idFor("service:hulp-sociaal-raadslieden-utrecht");
  const at = (over: Settings): Settings => ({ municipality: "GM0344", now: now.toString(), ...over });
  const editor = (duties: string, over: Settings = {}): Settings =>
    at({ person: personId("stefan-molenaar"), duties: `directory-editor:${duties}`, ...over });
  const seen = (who: Settings) => as(who, (sql) => countIn(sql, "direct_contact"));
  const add = (sql: Sql, municipality = "GM0344") =>
    sql(
      `insert into direct_contact (municipality_id, id, service_id, function, mail, confirmed_on)
       select $1, gen_random_uuid(), id, 'coördinator', 'c@example.org', '2026-11-24' from service where municipality_id = $1 and id = $2`,
      [municipality, municipality === "GM0344" ? entry : idFor("service:hulp-sociaal-raadslieden-almere")],
    );

  test("is seen by whoever works on files of a team of that municipality, and of no other", async () => {
    expect(await seen(at(helperOf(world().raadslieden)))).toBe(4);
    expect(await seen(at(helperOf(world().rechtswinkel)))).toBe(4);
    expect(await seen(at(helperOf(world().almere)))).toBe(2);
    for (const other of [
      {},
      { ...helperOf(world().almere), municipality: "GM0344" },
      { ...helperOf(world().raadslieden), teams: "" },
      { ...helperOf(world().raadslieden), person: "" },
      { ...helperOf(world().raadslieden), purpose: "intake" },
      { ...helperOf(world().raadslieden), municipality: "NL" },
      residentOf(world().raadslieden),
      { client: clientFor("raadslieden").id },
      {
        person: personId("hatice-koc"),
        duties: `organisation-admin:${ofRaadslieden},privacy-officer:${ofRaadslieden}`,
      },
    ])
      expect(await seen(at(other)), JSON.stringify(other)).toBe(0);
  });

  test("is seen up to the last day, and by retention alone after it", async () => {
    const helper = at(helperOf(world().raadslieden));
    const [lastDay, dayAfter] = ["2027-05-24T21:59:00Z", "2027-05-24T22:01:00Z"];
    expect(await seen({ ...helper, now: lastDay })).toBe(4);
    expect(await seen({ ...helper, now: dayAfter })).toBe(2);
    const retention = (moment: string): Settings => ({ purpose: "retention", now: moment });
    const forget = (moment: string) => touched(as(retention(moment), (sql) => sql("delete from direct_contact")));
    expect([await forget(lastDay), await forget(dayAfter)]).toEqual([0, 3]);
  });

  test("is written by whoever keeps the entry, and by nobody who only looks", async () => {
    expect(await seen(editor(ofMunicipality))).toBe(4);
    expect(await seen(editor(ofRaadslieden))).toBe(2);
    for (const who of [editor(ofMunicipality), editor(ofRaadslieden)])
      expect(await touched(as(who, (sql) => add(sql)))).toBe(1);
    const ofRechtswinkel = idFor("organisation:voorbeeld-rechtswinkel-utrecht");
    for (const who of [editor(ofRechtswinkel), at(helperOf(world().raadslieden)), at({ purpose: "editing" }), at({})])
      expect(await refusal(as(who, (sql) => add(sql)))).toBe(refused);
    expect(await refusal(as(editor(ofMunicipality), (sql) => add(sql, "GM0034")))).toBe(refused);
    const helper = at(helperOf(world().raadslieden));
    expect(await touched(as(helper, (sql) => sql("update direct_contact set advice = 'anders'")))).toBe(0);
    expect(await touched(as(helper, (sql) => sql("delete from direct_contact")))).toBe(0);
  });

  test("whose address it is, only whoever keeps the entry learns, and only of its own organisation", async () => {
    const works = (who: Settings, mail: string) =>
      as(who, async (sql) => (await sql("select app_works_there($1, $2) as who", [entry, mail])).rows[0].who);
    const marijke = "Marijke.Dijkhuis@example.org";
    expect(await works(editor(ofMunicipality), marijke)).toBe(personId("marijke-dijkhuis"));
    expect(await works(editor(ofMunicipality), "lotte.hermans@example.org")).toBeNull();
    for (const who of [at(helperOf(world().raadslieden)), editor(newId()), at({}), at({ purpose: "editing" })])
      expect(await works(who, marijke), JSON.stringify(who)).toBeNull();
  });
});

describe("a list that a team gave along", () => {
  const at = (who: Settings): Settings => ({ now: now.toString(), ...who });
  const seen = (who: Settings) => as(who, (sql) => countIn(sql, "resident_list"));
  const wordOf = ({ teamId }: TeamAtWork, number = 1) => `word ${number} of ${teamId}`;

  test("is seen by its team, and by whoever holds its word there, that one alone", async () => {
    const { raadslieden, almere } = world();
    expect(await seen(at(helperOf(raadslieden)))).toBe(2);
    const { municipalityId: municipality } = raadslieden;
    expect(await seen({ municipality, code: wordOf(raadslieden) })).toBe(1);
    for (const other of [
      { municipality, code: wordOf(almere) },
      { municipality, code: "" },
      { municipality: almere.municipalityId, code: wordOf(raadslieden) },
      { ...helperOf(raadslieden), teams: "" },
      { ...helperOf(raadslieden), person: "" },
      { ...helperOf(raadslieden), purpose: "intake" },
      { ...helperOf(raadslieden), municipality: almere.municipalityId },
      { client: clientFor("raadslieden").id, municipality },
    ])
      expect(await seen(at(other)), JSON.stringify(other)).toBe(0);
  });

  test("is made and ended by its team, once; nothing else of it changes, and nobody at work deletes it", async () => {
    const { raadslieden, rechtswinkel } = world();
    const add = (who: Settings, team: TeamAtWork) =>
      as(who, (sql) =>
        sql(
          `insert into resident_list (municipality_id, id, team_id, word_hash, told_in, entries, made_at, last_day)
           values ($1, gen_random_uuid(), $2, 'new', 'nl', '[{}]', $3, '2026-12-24')`,
          [team.municipalityId, team.teamId, now.toString()],
        ),
      );
    const helper = at(helperOf(raadslieden));
    expect(await touched(add(helper, raadslieden))).toBe(1);
    expect(await refusal(add(helper, rechtswinkel))).toBe(refused);
    expect(await refusal(add({ ...helper, purpose: "editing" }, raadslieden))).toBe(refused);
    const change = (who: Settings, to: string) => as(who, (sql) => sql(`update resident_list set ${to}`));
    const ended = `ended_at = '${now}'`;
    expect(await touched(change(helper, ended))).toBe(2);
    expect(await refusal(change(helper, "last_day = '2027-12-24'"))).toBe(refused);
    expect(await refusal(change(helper, `${ended}, team_id = '${rechtswinkel.teamId}'`))).toBe(refused);
    for (const who of [at({ municipality: raadslieden.municipalityId, code: wordOf(raadslieden) }), at({})])
      expect(await touched(change(who, ended))).toBe(0);
    expect(await touched(as(helper, (sql) => sql("delete from resident_list")))).toBe(0);
  });

  test("is seen and deleted by retention once it is over", async () => {
    const retention = (moment: string): Settings => ({ purpose: "retention", now: moment });
    const forget = (moment: string) => touched(as(retention(moment), (sql) => sql("delete from resident_list")));
    expect(await forget("2026-12-24T22:59:00Z")).toBe(0);
    expect(await forget("2026-12-24T23:01:00Z")).toBe(await really("resident_list"));
    await expect(seen(retention("2026-12-24T22:59:00Z"))).resolves.toBe(0);
  });
});

describe("the texts of themes, for who keeps them", () => {
  const ofMunicipality = idFor("organisation:gemeente-utrecht");
  const ofRegion = idFor("organisation:samenwerking-regio-utrecht");
  const editorOf = (organisation: string, municipality: string, over: Settings = {}): Settings => ({
    municipality,
    person: personId("stefan-molenaar"),
    duties: `directory-editor:${organisation}`,
    ...over,
  });
  const own = () => editorOf(ofMunicipality, "GM0344");
  const region = () => editorOf(ofRegion, "RG9901");
  const write = (municipality: string) => (sql: Sql) =>
    sql("insert into theme_text values ($1, 'wonen', 'wat-nu', '{\"nl\": \"x\"}')", [municipality]);
  const change = (municipality: string) => (sql: Sql) =>
    sql("update theme_text set words = words where municipality_id = $1", [municipality]);

  test("are written by the municipality's own editor, and by the region's in the region", async () => {
    expect((await as(own(), write("GM0344"))).rowCount).toBe(1);
    expect((await as(own(), change("GM0344"))).rowCount).toBe(1);
    expect((await as(region(), write("RG9901"))).rowCount).toBe(1);
    expect((await as(region(), change("RG9901"))).rowCount).toBe(2);
  });

  test("are written by no editor of another place, nor by saying to be at work there", async () => {
    for (const [who, there] of [
      [own(), "RG9901"],
      [own(), "GM0034"],
      [region(), "GM0344"],
      [editorOf(ofMunicipality, "RG9901"), "RG9901"],
      [editorOf(ofMunicipality, "GM0034"), "GM0034"],
      [editorOf(ofRegion, "GM0344"), "GM0344"],
      [editorOf(ofMunicipality, "NL"), "NL"],
    ] as const) {
      expect(await refusal(as(who, write(there))), JSON.stringify([who, there])).toBe(refused);
      if (there !== "NL") expect(await refusal(as(who, change(there))), JSON.stringify([who, there])).toBe(refused);
    }
  });

  test("are written by nobody else by saying so: an organisation that helps, another role, a purpose, or no duty", async () => {
    const ofRechtswinkel = idFor("organisation:voorbeeld-rechtswinkel-utrecht");
    for (const who of [
      editorOf(ofRechtswinkel, "GM0344"),
      editorOf(ofMunicipality, "GM0344", { duties: `policy:${ofMunicipality}` }),
      editorOf(ofMunicipality, "GM0344", { duties: "" }),
      editorOf(ofMunicipality, "GM0344", { purpose: "intake" }),
    ])
      for (const act of [write("GM0344"), change("GM0344")])
        expect(await refusal(as(who, act)), JSON.stringify(who)).toBe(refused);
  });

  test("stay where they belong, are deleted by no editor, and are none of the country", async () => {
    for (const statement of [
      "delete from theme_text where municipality_id = 'GM0344'",
      "update theme_text set municipality_id = 'GM0034', theme = 'wonen' where municipality_id = 'GM0344'",
      "update theme_text set theme = 'wonen' where municipality_id = 'GM0344'",
      "update theme_text set paragraph = 'wat-nu' where municipality_id = 'GM0344'",
    ])
      expect(await refusal(as(own(), (sql) => sql(statement))), statement).toBe(refused);
    expect(
      await refusal(database.admin.query("insert into theme_text values ('NL', 'wonen', 'x', '{\"nl\": \"x\"}')")),
    ).toBe("23514");
  });

  test("show what they said before to who keeps them there, who names only who changed something there", async () => {
    const seen = (who: Settings) => as(who, (sql) => countIn(sql, "theme_text_change"));
    const names = (who: Settings) => as(who, async (sql) => (await sql("select name from app_text_editors()")).rows);
    expect([await seen(own()), await seen(region())]).toEqual([1, 2]);
    expect(await names(own())).toEqual([{ name: "Stefan Molenaar" }]);
    for (const other of [
      editorOf(ofMunicipality, "GM0034"),
      editorOf(ofMunicipality, "RG9901"),
      editorOf(idFor("organisation:voorbeeld-rechtswinkel-utrecht"), "GM0344"),
      { ...own(), purpose: "alarms" },
      helperOf(world().rechtswinkel),
    ]) {
      expect(await seen(other), JSON.stringify(other)).toBe(0);
      expect(await names(other), JSON.stringify(other)).toEqual([]);
    }
  });

  test("have a history that is written under one's own name, and that nobody rewrites", async () => {
    const add = (who: Settings, municipality: string, by: string) =>
      as(who, (sql) =>
        sql(
          `insert into theme_text_change (municipality_id, theme, paragraph, version, at, by_person_id, changes)
           select municipality_id, theme, paragraph, 9, now(), $2, '[{"field":"nl"}]' from theme_text where municipality_id = $1`,
          [municipality, by],
        ),
      );
    const stefan = personId("stefan-molenaar");
    expect(await refusal(add(own(), "GM0344", stefan))).toBe("");
    expect(await refusal(add(own(), "GM0344", personId("pim-bosch")))).toBe(refused);
    expect(await refusal(add(own(), "RG9901", stefan))).toBe(refused);
    expect(await touched(as(own(), (sql) => sql("update theme_text_change set reason = 'anders'")))).toBe(0);
    expect(await touched(as(own(), (sql) => sql("delete from theme_text_change")))).toBe(0);
  });
});

describe("what an organisation tells of itself", () => {
  const ofMunicipality = idFor("organisation:gemeente-utrecht");
  const ofRechtswinkel = idFor("organisation:voorbeeld-rechtswinkel-utrecht");
  const stefan = personId("stefan-molenaar");
  const editorOf = (organisation: string, over: Settings = {}): Settings => ({
    municipality: "GM0344",
    person: stefan,
    duties: `directory-editor:${organisation}`,
    ...over,
  });
  const write = (organisation: string) => (sql: Sql) =>
    sql(
      `insert into organisation_profile values ($1, '{}', 1, now())
       on conflict (organisation_id) do update set version = organisation_profile.version + 1`,
      [organisation],
    );

  test("is written by its own editor, wherever; and by the municipality's while it is there and nowhere else", async () => {
    expect(await refusal(as(editorOf(ofRechtswinkel), write(ofRechtswinkel)))).toBe("");
    expect(await refusal(as(editorOf(ofRechtswinkel, { municipality: "GM0034" }), write(ofRechtswinkel)))).toBe("");
    expect(await refusal(as(editorOf(ofMunicipality), write(ofRechtswinkel)))).toBe("");
    // It opens a desk in the next town as well.
    const alsoElsewhere = as(editorOf(ofMunicipality), async (sql) => {
      await sql("select set_config('app.purpose', 'editing', true)");
      await sql(
        `insert into service select (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), 'municipality_id', 'GM0034'))).*
         from service s where organisation_id = $1`,
        [ofRechtswinkel],
      );
      await sql("select set_config('app.purpose', '', true)");
      await write(ofRechtswinkel)(sql);
    });
    expect(await refusal(alsoElsewhere)).toBe(refused);
  });

  test("is written by nobody else by saying so, nor of an organisation that is not here, nor moved to another", async () => {
    const ofAlmere = idFor("organisation:voorbeeld-rechtswinkel-almere");
    for (const [who, organisation] of [
      [editorOf(idFor("organisation:voorbeeld-sociaal-raadslieden-utrecht")), ofRechtswinkel],
      [editorOf(ofMunicipality), ofAlmere],
      [editorOf(ofMunicipality, { municipality: "GM0034" }), ofRechtswinkel],
      [editorOf(ofRechtswinkel, { duties: `policy:${ofRechtswinkel}` }), ofRechtswinkel],
      [editorOf(ofRechtswinkel, { purpose: "intake" }), ofRechtswinkel],
      [{ municipality: "GM0344" }, ofRechtswinkel],
    ] as const)
      expect(await refusal(as(who, write(organisation))), JSON.stringify(who)).toBe(refused);
    for (const statement of [
      "update organisation_profile set organisation_id = (select id from organisation where id not in (select organisation_id from organisation_profile) limit 1)",
      "delete from organisation_profile",
    ])
      expect(await refusal(as(editorOf(ofMunicipality), (sql) => sql(statement))), statement).toBe(refused);
  });

  test("shows what it said before, and who wrote that, to who keeps it; and is rewritten by nobody", async () => {
    const { rows } = await database.admin.query(
      "select organisation_id from organisation_profile_change where municipality_id = 'GM0344' order by 1",
    );
    const [told, other] = rows.map((row) => row.organisation_id);
    const seen = (who: Settings) => as(who, (sql) => countIn(sql, "organisation_profile_change"));
    const names = (who: Settings) =>
      as(who, async (sql) => (await sql("select name from app_profile_editors($1)", [told])).rows);
    expect(await seen(editorOf(told))).toBe(1);
    expect(await seen(editorOf(ofMunicipality))).toBe(2);
    expect(await names(editorOf(told))).toEqual([{ name: "Stefan Molenaar" }]);
    for (const stranger of [
      editorOf(other),
      editorOf(told, { purpose: "alarms" }),
      editorOf(ofMunicipality, { municipality: "GM0034" }),
      helperOf(world().rechtswinkel),
    ])
      expect(await names(stranger), JSON.stringify(stranger)).toEqual([]);
    const add = (by: string) =>
      as(editorOf(told), (sql) =>
        sql(
          `insert into organisation_profile_change (municipality_id, organisation_id, version, at, by_person_id, changes)
           values ('GM0344', $1, 9, now(), $2, '[{"field":"kvk"}]')`,
          [told, by],
        ),
      );
    expect(await refusal(add(stefan))).toBe("");
    expect(await refusal(add(personId("pim-bosch")))).toBe(refused);
    expect(
      await touched(as(editorOf(told), (sql) => sql("update organisation_profile_change set reason = 'anders'"))),
    ).toBe(0);
    expect(await touched(as(editorOf(told), (sql) => sql("delete from organisation_profile_change")))).toBe(0);
  });
});

describe("what is published", () => {
  const own = (): Settings => ({ municipality: world().raadslieden.municipalityId });
  const mayPublish: Purpose[] = ["example", "editing"];
  const others: Purpose[] = [
    "intake",
    "sign-in",
    "follow-up",
    "alarms",
    "mail",
    "metrics",
    "sealing",
    "processing-log",
    "retention",
    "clients",
    "tokens",
    "mail-proof",
    "watching",
  ];
  /** Everybody who asks something of the app, and the system in every purpose but two. */
  const mayNot: [who: string, settings: () => Settings][] = [
    ["nobody", () => ({})],
    ["a visitor", own],
    ["a helper", () => helperOf(world().raadslieden)],
    ["a resident with a code", () => residentOf(world().raadslieden)],
    ["a program", () => ({ ...own(), client: clientFor("raadslieden").id })],
    ["a purpose nobody knows", () => ({ ...own(), purpose: "curiosity" })],
    ...others.flatMap((purpose): [string, () => Settings][] => [
      [`the system for ${purpose}`, () => ({ ...own(), purpose })],
      [`the system for ${purpose}, for a team`, () => ({ ...own(), purpose, teams: world().raadslieden.teamId })],
    ]),
  ];
  /** Each way to write a table: also when it touches no row at all. */
  const writing = async (table: string): Promise<string[]> => {
    const [column] = await columnsOf(table);
    return [
      `update ${table} set ${column} = ${column}`,
      `update ${table} set ${column} = ${column} where false`,
      `delete from ${table}`,
      `insert into ${table} select * from ${table}`,
      `insert into ${table} select * from ${table} on conflict do nothing`,
      `merge into ${table} using (select 1) one on true when matched then delete`,
      `with gone as (delete from ${table} returning 1) select * from gone`,
    ];
  };

  test.each(mayNot)("is read by %s, who changes, adds and removes none of it", async (_, settings) => {
    for (const table of published) {
      const rows = await as(settings(), (sql) => sql(`select count(*)::int as count from ${table}`));
      const there = await database.admin.query(`select count(*)::int as count from ${table}`);
      expect(rows.rows, table).toEqual(there.rows);
      for (const statement of await writing(table))
        expect(await refusal(as(settings(), (sql) => sql(statement))), statement).toBe(refused);
    }
  });

  test("is emptied by nobody, and nobody takes away what guards it", async () => {
    for (const purpose of mayPublish)
      for (const table of published)
        for (const statement of [
          `truncate ${table} cascade`,
          `alter table ${table} disable trigger all`,
          `drop trigger only_while_publishing on ${table}`,
          "set session_replication_role = replica",
        ])
          expect(await refusal(as({ ...own(), purpose }, (sql) => sql(statement))), statement).toBe(refused);
  });

  test.each(mayPublish)("is written by the system for %s", async (purpose) => {
    for (const table of published) {
      const [column] = await columnsOf(table);
      const changed = as({ ...own(), purpose }, (sql) => sql(`update ${table} set ${column} = ${column}`));
      expect((await changed).rowCount, table).toBe(
        (await database.admin.query(`select count(*)::int as count from ${table}`)).rows[0].count,
      );
    }
  });

  test("is written by whoever owns it: migrations and repairs go through", async () => {
    const { db, pool } = connect(database.urls.ownerUrl, 1, () => undefined, secret);
    await db.updateTable("team").set({ name: "Voorbeeld" }).where("name", "=", "nobody is called so").execute();
    await pool.end();
  });

  test("leaves the counting of requests and the list of followed events as they are", async () => {
    const outcome = as({}, async (sql) => {
      await sql("insert into request_limit (who, minute, count) values ('somebody', 1, 1)");
      await sql("insert into followed_event (name) values ('somewhere.happened')");
    });
    expect(await refusal(outcome)).toBe("");
  });

  test("has no municipality with an address that is ours, whoever writes it", async () => {
    const slugs = [...reservedSlugs, "x", "fy", "robots.txt", ".well-known"];
    for (const slug of slugs) {
      const taken = database.admin.query("update municipality set slug = $1 where id = 'GM0344'", [slug]);
      expect(await refusal(taken), slug).toBe("23514");
    }
  });
});

describe("from one transaction to the next", () => {
  /** One connection, so that each transaction gets the one the last had. */
  async function onOneConnection(act: (helper: Ctx, visitor: Ctx, pool: pg.Pool) => Promise<void>): Promise<void> {
    const { db, pool } = connect(database.urls.appUrl, 1, () => undefined, secret);
    const helper: Ctx = { ...world().raadslieden.as, db };
    try {
      await act(helper, { ...helper, actor: { kind: "visitor" } }, pool);
      expect(pool.totalCount).toBe(1);
    } finally {
      await pool.end();
    }
  }
  const residents = (ctx: Ctx) =>
    reading(ctx, async (ctx) => (await ctx.db.selectFrom("resident").select("name").execute()).length);
  const leftBehind = async (pool: pg.Pool): Promise<unknown> =>
    (
      await pool.query(`select app_municipality() as municipality, app_person() as person, app_teams() as teams,
        app_code() as code, app_client() as client, app_purpose() as purpose, (select count(*) from resident) as residents`)
    ).rows[0];
  const clean = {
    municipality: null,
    person: null,
    teams: null,
    code: null,
    client: null,
    purpose: null,
    residents: 0,
  };

  test("nothing of the actor stays behind on the connection", async () => {
    await onOneConnection(async (helper, visitor, pool) => {
      expect(await residents(helper)).toBe(2);
      expect(await leftBehind(pool)).toEqual(clean);
      expect(await residents(visitor)).toBe(0);
    });
  });

  test("nor after an error in the act, a broken query or a forbidden one", async () => {
    await onOneConnection(async (helper, visitor, pool) => {
      const thrown = inTransaction(helper, () => Promise.reject(new Error("in the middle of it")));
      await expect(thrown).rejects.toThrow("in the middle of it");
      expect(await leftBehind(pool)).toEqual(clean);
      const broken = inTransaction(helper, async (ctx) =>
        ctx.db.selectFrom("mail").where("id", "=", "no id").execute(),
      );
      expect(await refusal(broken)).toBe("22P02");
      expect(await leftBehind(pool)).toEqual(clean);
      const forbidden = inTransaction(visitor, async (ctx) =>
        ctx.db.updateTable("event").set({ name: "casework.opened" }).execute(),
      );
      expect(await refusal(forbidden)).toBe(refused);
      expect(await leftBehind(pool)).toEqual(clean);
      expect(await residents(visitor)).toBe(0);
    });
  });

  test("an actor with fewer rights after one with more sees less", async () => {
    await onOneConnection(async (helper, visitor, pool) => {
      const other: Ctx = { ...helper, actor: world().rechtswinkel.as.actor };
      const own: Ctx = { ...visitor, actor: { kind: "code", proof: world().raadslieden.cases[1].proof } };
      const seen = [];
      for (const ctx of [helper, own, other, visitor, own, helper]) seen.push(await residents(ctx));
      expect(seen).toEqual([2, 1, 2, 0, 1, 2]);
      expect(await leftBehind(pool)).toEqual(clean);
    });
  });

  test("a transaction that reads cannot write", async () => {
    const { raadslieden } = world();
    const write = reading(raadslieden.as, (ctx) =>
      ctx.db.updateTable("resident").set({ name: "Iemand anders" }).execute(),
    );
    expect(await refusal(write)).toBe("25006");
  });

  test("an actor that is no id, code or fingerprint never reaches the database", async () => {
    const { raadslieden } = world();
    const attack = { kind: "code", proof: "x', true), set_config('app.purpose', 'example', true) --" } as const;
    await expect(residents({ ...raadslieden.as, actor: attack })).rejects.toThrow("may only hold ids and codes");
  });
});
