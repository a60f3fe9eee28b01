import { pino } from "pino";
import { describe, expect, test } from "vitest";
import { readConfig } from "../../src/config/config.ts";
import { keepToTerms, keepToTermsByNight } from "../../src/jobs/retention.ts";
import { startWorker } from "../../src/jobs/worker.ts";
import { readRetention, sealEvents, sessionLength, verifyEvents } from "../../src/modules/access/index.ts";
import { holdCase, searchCases } from "../../src/modules/casework/index.ts";
import {
  addNote,
  addOwnWord,
  changeOwnPhone,
  closeCallback,
  findOwnQuestion,
  logAttempt,
  openCasePage,
  reopenCallback,
} from "../../src/modules/contact/index.ts";
import { takePromise } from "../../src/modules/promises/index.ts";
import { metrics } from "../../src/web/metrics.ts";
import { databaseSecret as secret, testDatabase } from "../support/database.ts";
import { closedOffice, letterbox, openPostRoom } from "./post-room.ts";

const database = testDatabase();

/** Every table there is, with its columns that can hold a word or an id, in our schema and in that of the job queue. */
async function columnsThatHold(): Promise<{ table: string; column: string }[]> {
  const { rows } = await database.admin.query<{ table: string; column: string }>(`
    select format('%I.%I', c.table_schema, c.table_name) as table, format('%I', c.column_name) as column
    from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema not in ('pg_catalog', 'information_schema') and t.table_type = 'BASE TABLE'
      and c.data_type not in ('timestamp with time zone', 'boolean', 'integer', 'bigint', 'date', 'double precision')
    order by 1, 2`);
  return rows;
}

/** Where these words stand, anywhere in the database. */
async function placesOf(words: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const { table, column } of await columnsThatHold())
    for (const word of words) {
      const { rows } = await database.admin.query(
        `select count(*)::int as count from ${table} where position(lower($1) in lower(${column}::text)) > 0`,
        [word],
      );
      if (rows[0].count > 0) found.push(`${table}.${column}: ${word}`);
    }
  return found;
}

describe("the retention table", () => {
  test("has a rule for every table of the database, or says that it holds nothing of anybody", async () => {
    const { rows } = await database.admin.query<{ schema: string; name: string }>(`
      select table_schema as schema, table_name as name from information_schema.tables
      where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`);
    const there = new Set(rows.map(({ schema, name }) => (schema === "public" ? name : schema)));
    const { rules, nobody } = readRetention();
    const ruled = Object.values(rules).flatMap(({ tables }) => tables);
    const ofNobody = nobody.flatMap(({ tables }) => tables);
    expect([...there].filter((table) => !ruled.includes(table) && !ofNobody.includes(table))).toEqual([]);
    // Nor does it speak of what is not there, or say both.
    expect([...ruled, ...ofNobody].filter((table) => !there.has(table))).toEqual([]);
    expect(ofNobody.filter((table) => ruled.includes(table))).toEqual([]);
  });

  test("says of nobody's tables only what is true: none has a column that names a person", async () => {
    const ofNobody = readRetention().nobody.flatMap(({ tables }) => tables);
    const { rows } = await database.admin.query(
      `select table_name || '.' || column_name as column from information_schema.columns
       where table_schema = 'public' and table_name = any($1)
         and column_name ~ '(person|case|owner|deputy|resident|address|subject)'`,
      [ofNobody],
    );
    expect(rows).toEqual([]);
  });

  test("names for a case each table whose rows go with it, and no other", async () => {
    const { rows } = await database.admin.query<{ name: string }>(`
      with recursive hangs as (
        select 'case_file'::regclass::oid as id
        union
        select c.conrelid from pg_constraint c join hangs h on c.confrelid = h.id
        where c.contype = 'f' and c.confdeltype = 'c'
      ) select relname as name from hangs join pg_class c on c.oid = hangs.id`);
    const names = rows.map(({ name }) => name).sort();
    expect(readRetention().rules.hulpvraag.tables.toSorted()).toEqual(names);
    expect(readRetention().rules["hulpvraag-afgebroken"].tables.toSorted()).toEqual(names);
  });

  test("says of sessions and tasks what really holds", async () => {
    const { sessie, taak } = readRetention().rules;
    expect(sessie.terms.map(({ hours }) => hours)).toEqual([sessionLength.hours]);
    const { rows } = await database.admin.query<{ seconds: number }>(
      "select greatest(retention_seconds, deletion_seconds) as seconds from pgboss.queue",
    );
    expect(rows.length).toBeGreaterThan(2);
    for (const { seconds } of rows) expect(taak.terms.map(({ days = 0 }) => days * 86_400)).toEqual([seconds]);
  });
});

test("of a case that was forgotten no table holds a name, a number, an address, a word or the id", async () => {
  const { town, follow, sweep, mails, send } = await openPostRoom(database);
  const { caseId, own, eventRef, promise } = await town.ask({
    name: "Zonnebloem Kwikstaart",
    phone: "06-00007391",
    mail: "kwikstaart.zonnebloem@example.org",
    language: "Papiaments",
    word: "De deurwaarder klopte driemaal",
  });
  const helper = () => town.helper("elif");
  await takePromise(helper(), promise.id);
  await addOwnWord(own(), "Mijn buurvrouw Pimpernel helpt mij");
  await logAttempt(helper(), caseId, { outcome: "no-answer", note: "Sprak met zwager Langkous" });
  await addNote(helper(), caseId, "Schuld bij woningbouw Fluitenkruid");
  await searchCases(helper(), { by: "name", words: ["zonnebloem"] });
  const firstNumber = await placesOf(["00007391"]);
  const moved = await changeOwnPhone(own(), "+31600008264", town.secret);
  if (moved === undefined || moved === "tooLate") throw new Error("The number could not be changed.");
  await findOwnQuestion(own());
  await openCasePage(helper(), caseId);
  await follow();
  // Nobody calls: alarms and a mail to the resident.
  await sweep("2026-11-30T12:00");
  const [sent, ...unsent] = await mails();
  if (sent === undefined) throw new Error("No mail was written.");
  await send(sent.id, letterbox());
  for (const { id } of unsent) await send(id, closedOffice).catch(() => undefined);
  await logAttempt(helper(), caseId, { outcome: "reached", note: "" });
  await closeCallback(helper(), caseId, { result: "answered", note: "Doorverwezen naar Duizendblad" });
  await reopenCallback(helper(), caseId);
  await logAttempt(helper(), caseId, { outcome: "reached", note: "" });
  await closeCallback(helper(), caseId, { result: "answered", note: "" });
  await holdCase(town.helper("samira"), caseId, "other");
  await database.admin.query("update case_file set held_since = null, hold_reason = null where id = $1", [caseId]);
  await follow();
  const words = [
    "zonnebloem",
    "kwikstaart",
    "00007391",
    "00008264",
    "papiament",
    "deurwaarder",
    "pimpernel",
    "langkous",
    "fluitenkruid",
    "duizendblad",
    caseId,
    promise.id,
  ];
  // Each of them was really there, most of them in more than one place.
  const before = [...firstNumber, ...(await placesOf(words))];
  for (const word of words)
    expect(
      before.some((place) => place.endsWith(`: ${word}`)),
      word,
    ).toBe(true);
  for (const table of ["resident", "contact_entry", "mail", "case_file", "contact_attempt", "promise", "resident_code"])
    expect(
      before.some((place) => place.startsWith(`public.${table}.`)),
      table,
    ).toBe(true);
  await sealEvents(town.visitor(), { secret });

  town.moveTo("2028-11-30T03:00");
  const run = await keepToTerms(town.visitor(), { dryRun: false });
  expect(run).toMatchObject({ cases: 1, failed: [] });
  // A promise's own id stands in the events of its alarms, and is the id of nothing.
  expect((await placesOf(words)).filter((place) => place !== `public.event.facts: ${promise.id}`)).toEqual([]);

  // What is left is what happened, about a reference that nothing ties to anybody.
  const tied = (await placesOf([eventRef])).map((place) => place.split(":")[0]);
  expect([...new Set(tied)]).toEqual(["public.event.facts", "public.event.subject_ref"]);
  const left = await database.admin.query("select name from event where subject_ref = $1 order by id", [eventRef]);
  expect(left.rows.length).toBeGreaterThan(20);
  expect(left.rows.at(-1)).toEqual({ name: "casework.forgotten" });
  // And every seal fits.
  await sealEvents(town.visitor(), { secret });
  const findings: unknown[] = [];
  await verifyEvents(town.visitor(), { secret }, (finding) => findings.push(finding));
  expect(findings).toEqual([]);
});

test("a mail goes thirty days after it was sent, or after it was written when it never was", async () => {
  const { town, follow, mails, send } = await openPostRoom(database, { at: "2026-11-01T10:00" });
  await town.ask({ mail: "roos@example.org" });
  await follow();
  town.moveTo("2026-11-10T10:00");
  await town.ask({ mail: "iris@example.org", name: "Iris" });
  await follow();
  const to = async () => (await mails()).map((mail) => mail.to);
  const [first] = await mails();
  town.moveTo("2026-11-20T10:00");
  await send(first?.id ?? "", letterbox());
  const at = async (moment: string, dryRun: boolean) => {
    town.moveTo(moment);
    return (await keepToTerms(town.visitor(), { dryRun })).mails;
  };
  expect(await at("2026-12-09T23:00", false)).toBe(0);
  expect(await at("2026-12-10T03:00", true)).toBe(1);
  expect(await to()).toEqual(["roos@example.org", "iris@example.org"]);
  expect(await at("2026-12-10T03:00", false)).toBe(1);
  expect(await to()).toEqual(["roos@example.org"]);
  expect(await at("2026-12-19T23:00", false)).toBe(0);
  expect(await at("2026-12-20T03:00", false)).toBe(1);
  expect(await to()).toEqual([]);
});

test("the lead of the team hears by mail of open questions in which nothing happened for a year, once for all of them", async () => {
  const { town, follow, mails } = await openPostRoom(database);
  await town.ask({ name: "Roos Voorbeeld" });
  await town.ask({ name: "Iris Voorbeeld" });
  town.moveTo("2027-11-25T03:00");
  await keepToTerms(town.visitor(), { dryRun: false });
  await follow("casework.untouched");
  const written = (await mails()).filter(({ key }) => key.startsWith("untouched:"));
  expect(written.map(({ to, subject }) => [to.split("-")[0], subject])).toEqual([
    ["samira", "Een hulpvraag staat al een jaar stil"],
  ]);
  expect(JSON.stringify(written)).not.toContain("Voorbeeld");
});

describe("by night", () => {
  test("the clock sets it off, and the figures say what is there too long", async () => {
    const { town } = await openPostRoom(database);
    await database.admin.query("delete from case_file");
    const { caseId } = await town.ask();
    await logAttempt(town.helper("elif"), caseId, { outcome: "reached", note: "" });
    await closeCallback(town.helper("elif"), caseId, { result: "answered", note: "" });
    town.moveTo("2028-12-01T03:00");
    const figures = async () => (await metrics().text(town.visitor())).body;
    expect(await figures()).toMatch(/^rechtspoor_kept_too_long 1$/m);
    const read = readConfig({ RECHTSPOOR_MODE: "test", SECRET: secret });
    if (!read.ok) throw new Error(read.problems.join(" "));
    const worker = await startWorker({
      db: database.db,
      pool: database.pool,
      config: read.config,
      secret,
      publicUrl: () => "https://rechtspoor.example",
      now: () => town.clock.now,
      log: pino({ level: "silent" }),
    });
    await worker.sweep();
    await worker.stop();
    expect(await figures()).toMatch(/^rechtspoor_kept_too_long 0$/m);
    expect((await database.admin.query("select from case_file")).rowCount).toBe(0);
  });

  test("a part that cannot be done makes the task fail after all the rest, and says a code and nothing of a row", async () => {
    const { town, follow, mails } = await openPostRoom(database);
    await town.ask({ mail: "roos@example.org", name: "Roos Voorbeeld" });
    await follow();
    town.moveTo("2027-01-15T03:00");
    await database.admin.query(`
      create function refuse() returns trigger language plpgsql as $$ begin raise exception 'about % alone', old.to_address; end $$;
      create trigger refuse before delete on mail for each row execute function refuse()`);
    const { elif } = town.people;
    await database.admin.query("delete from team_member where person_id = $1", [elif]);
    await database.admin.query("insert into leaver values ($1, '2025-01-01')", [elif]);
    const night = keepToTermsByNight(town.visitor());
    await expect(night).rejects.toThrow("what is over could not be deleted, 1 times: P0001");
    await expect(night).rejects.not.toThrow("roos");
    await database.admin.query("drop function refuse cascade");
    expect((await database.admin.query("select name from person where id = $1", [elif])).rows).toEqual([{ name: "" }]);
    expect(await mails()).toHaveLength(1);
    await keepToTermsByNight(town.visitor());
    expect(await mails()).toHaveLength(0);
  });
});
