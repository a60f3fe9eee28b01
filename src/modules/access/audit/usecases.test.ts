import fc from "fast-check";
import type pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { databaseSecret as secret, type TestDatabase, testDatabase } from "../../../../tests/support/database.ts";
import { type Actor, type Ctx, errorCode, inTransaction } from "../../../kernel/context.ts";
import { record } from "../../../kernel/event.ts";
import { newId, newReference } from "../../../kernel/id.ts";
import { type Finding, type Head, headOf, readHeads, sayHead, sealDigest, sealingKey } from "./seal.ts";
import { sealEvents, verifyEvents } from "./usecases.ts";

const database = testDatabase();
/** With one municipality in it: looking through it is quick. */
const small = testDatabase();
const counter = { towns: 0 };

type Row = Record<string, unknown>;

/** A municipality of its own with events and three seals: of three, three and one event, a minute apart. */
async function aSealedTown(there: TestDatabase = database) {
  const town = anOpenTown(there);
  for (const minute of [0, 1, 2, 3, 4, 5, 6]) await town.tell(`2026-11-24T09:0${minute}:00Z`);
  await town.seal("2026-11-24T09:10:00Z", 3);
  return town;
}

function anOpenTown(there: TestDatabase = database) {
  const municipalityId = `GM${7000 + counter.towns++}`;
  const world = (at: string, actor: Actor = { kind: "visitor" }): Ctx => ({
    db: there.db,
    now: Temporal.Instant.from(at),
    actor,
    municipalityId,
  });
  const query = async (sql: string, values: unknown[] = []): Promise<Row[]> =>
    (await there.admin.query(sql.replaceAll("HERE", `municipality_id = '${municipalityId}'`), values)).rows;
  const ids = async (): Promise<string[]> =>
    (await query("select id from event where HERE order by id")).map((row) => String(row.id));
  return {
    municipalityId,
    world,
    query,
    ids,
    tell: (at: string) =>
      inTransaction(world(at), (ctx) => record(ctx, "access.fileRead", newReference(), { ground: "own-code" })),
    seal: (at: string, batch?: number) => sealEvents(world(at), { secret, ...(batch === undefined ? {} : { batch }) }),
    seals: () => query("select number, event_ids, emptied from event_seal where HERE order by number"),
    verify: async (expected: Head[] = [], key = secret) => {
      const findings: Finding[] = [];
      const heads: Head[] = [];
      await verifyEvents(
        world("2026-11-25T09:00:00Z"),
        { secret: key, expected },
        (finding) => findings.push(finding),
        (head) => heads.push(head),
      );
      const mine = (one: { municipalityId: string }) => one.municipalityId === municipalityId;
      return {
        findings: findings.filter(mine).map(({ municipalityId: _, ...rest }) => rest),
        heads: heads.filter(mine),
      };
    },
    /** As whoever may do anything in the database, past the triggers too. */
    tamper: async (...statements: [sql: string, values?: unknown[]][]) => {
      const client: pg.PoolClient = await there.admin.connect();
      await client.query("set session_replication_role = replica");
      for (const [sql, values] of statements)
        await client.query(sql.replaceAll("HERE", `municipality_id = '${municipalityId}'`), values);
      await client.query("reset session_replication_role");
      client.release();
    },
  };
}

const insertion = (municipalityId: string, at: string) =>
  `insert into event values ('${municipalityId}', '${newId()}', '${at}', 'access.fileRead', '${newReference()}', '{}', 'visitor', null)`;

describe("sealing", () => {
  test("takes everything that waits in batches, each naming the one before it, and a look finds nothing wrong", async () => {
    const town = await aSealedTown();
    const seals = await town.seals();
    expect(seals.map(({ number, emptied }) => [number, emptied])).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ]);
    expect(seals.flatMap((seal) => seal.event_ids)).toEqual(await town.ids());
    expect(await town.query("select * from event_waiting where HERE")).toEqual([]);
    expect((await town.verify()).findings).toEqual([]);
  });

  test("with nothing to seal makes no seal", async () => {
    const town = await aSealedTown();
    await town.seal("2026-11-24T09:20:00Z");
    expect(await town.seals()).toHaveLength(3);
  });

  test("an act that began before a seal and ends after it gets its event into the next one", async () => {
    const town = anOpenTown();
    await inTransaction(town.world("2026-11-24T09:00:00Z"), async (slow) => {
      await record(slow, "access.codeRefused", newReference(), {});
      // Began later, ends sooner, and is sealed while the first is still at work.
      await town.tell("2026-11-24T09:00:05Z");
      await town.seal("2026-11-24T09:00:10Z");
    });
    const [quick] = await town.query("select id from event where HERE and name = 'access.fileRead'");
    const [slow] = await town.query("select id from event where HERE and name = 'access.codeRefused'");
    expect(String(slow?.id) < String(quick?.id)).toBe(true);
    expect((await town.seals()).map((seal) => seal.event_ids)).toEqual([[quick?.id]]);
    expect((await town.verify()).findings).toEqual([]);
    await town.seal("2026-11-24T09:02:10Z");
    expect((await town.seals()).map((seal) => seal.event_ids)).toEqual([[quick?.id], [slow?.id]]);
    expect((await town.verify()).findings).toEqual([]);
  });

  test("an act that fails leaves nothing to seal", async () => {
    const town = anOpenTown();
    const failing = inTransaction(town.world("2026-11-24T09:00:00Z"), async (ctx) => {
      await record(ctx, "access.codeRefused", newReference(), {});
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await town.query("select * from event_waiting where HERE")).toEqual([]);
  });

  test("by four workers at the same moment, while people work, puts each event in one seal", async () => {
    const town = anOpenTown();
    const work = async () => {
      for (const second of [10, 20, 30, 40, 50]) await town.tell(`2026-11-24T09:00:${second}Z`);
    };
    const seal = () => town.seal("2026-11-24T09:01:00Z", 2);
    await Promise.all([work(), work(), seal(), seal(), work(), seal(), seal()]);
    await town.seal("2026-11-24T09:02:00Z", 2);
    const sealed = (await town.seals()).flatMap((seal) => seal.event_ids);
    expect(sealed.sort()).toEqual(await town.ids());
    expect(sealed).toHaveLength(15);
    expect((await town.verify()).findings).toEqual([]);
  });
});

describe("somebody who may do anything in the database, but has no key", () => {
  test("and changes an event, is found with the seal it is in", async () => {
    const town = await aSealedTown();
    const [, , , fourth] = await town.ids();
    await town.tamper(["update event set actor_kind = 'system' where HERE and id = $1", [fourth]]);
    expect((await town.verify()).findings).toEqual([{ kind: "changed", seal: 2, events: 1 }]);
  });

  test("and removes events, is found, with how many", async () => {
    const town = await aSealedTown();
    const ids = await town.ids();
    await town.tamper(["delete from event where HERE and id = any($1)", [[ids[0], ids[2], ids[6]]]]);
    expect((await town.verify()).findings).toEqual([
      { kind: "missing", seal: 1, events: 2 },
      { kind: "missing", seal: 3, events: 1 },
    ]);
  });

  test("and puts one between the sealed ones past the trigger, is found", async () => {
    const town = await aSealedTown();
    await town.tamper([insertion(town.municipalityId, "2026-11-24T09:03:30Z")]);
    expect((await town.verify()).findings).toEqual([{ kind: "added", seal: 1, events: 1 }]);
  });

  test("and puts one in the past by the way events always come, is found before and after it is sealed", async () => {
    const town = await aSealedTown();
    await town.query(insertion(town.municipalityId, "2026-11-24T08:00:00Z"));
    expect((await town.verify()).findings).toContainEqual({ kind: "added", seal: 1, events: 1 });
    await town.seal("2026-11-24T09:12:00Z");
    expect((await town.verify()).findings).toContainEqual({ kind: "afterwards", seal: 4, events: 1 });
  });

  test("and puts one there now, by the way events always come, is found at once, and after it is sealed as well", async () => {
    const town = await aSealedTown();
    await town.query(insertion(town.municipalityId, "2026-11-24T09:11:00Z"));
    expect((await town.verify()).findings).toEqual([{ kind: "unmarked", seal: null, events: 1 }]);
    await town.seal("2026-11-24T09:12:00Z");
    expect((await town.verify()).findings).toEqual([{ kind: "unmarked", seal: 4, events: 1 }]);
  });

  test("and copies the mark of another event, or makes one of their own, is found", async () => {
    const town = await aSealedTown();
    for (const mark of ["(select mark from event where HERE order by id limit 1)", "sha256('of their own')"])
      await town.query(
        `insert into event (municipality_id, id, at, name, subject_ref, facts, actor_kind, mark)
         select municipality_id, gen_random_uuid(), '2026-11-24T09:11:00Z', name, subject_ref, facts, actor_kind, ${mark}
         from event where HERE order by id limit 1`,
      );
    expect((await town.verify()).findings).toEqual([{ kind: "unmarked", seal: null, events: 2 }]);
  });

  test("and says that it is of another team, is found", async () => {
    const town = await aSealedTown();
    const [first] = await town.ids();
    await town.tamper(["update event set team_ids = array[gen_random_uuid()] where HERE and id = $1", [first]]);
    expect((await town.verify()).findings).toEqual([{ kind: "changed", seal: 1, events: 1 }]);
  });

  test("and changes what waits to be sealed, is found", async () => {
    const town = anOpenTown();
    await town.tell("2026-11-24T09:00:00Z");
    await town.tamper([`update event set facts = '{"ground": "own-team"}' where HERE`]);
    expect((await town.verify()).findings).toEqual([{ kind: "unmarked", seal: null, events: 1 }]);
  });

  test("and lets one exchange its place with another, is found", async () => {
    const town = await aSealedTown();
    const [first, second] = await town.ids();
    await town.tamper(
      ["update event set id = $2 where HERE and id = $1", [first, newReference()]],
      ["update event set id = $1 where HERE and id = $2", [first, second]],
    );
    const { findings } = await town.verify();
    expect(findings).toEqual([
      { kind: "changed", seal: 1, events: 1 },
      { kind: "missing", seal: 1, events: 1 },
      { kind: "added", seal: 1, events: 1 },
    ]);
  });

  test("and lets the seal tell another order, is found", async () => {
    const town = await aSealedTown();
    await town.tamper([
      `update event_seal set event_ids = array[event_ids[2], event_ids[1], event_ids[3]],
         event_digests = substr(event_digests, 33, 32) || substr(event_digests, 1, 32) || substr(event_digests, 65)
       where HERE and number = 1`,
    ]);
    expect((await town.verify()).findings).toEqual([{ kind: "forged", seal: 1 }]);
  });

  test("and lets two seals change places, is found", async () => {
    const town = await aSealedTown();
    await town.tamper(
      ["update event_seal set number = 99 where HERE and number = 2"],
      ["update event_seal set number = 2 where HERE and number = 3"],
      ["update event_seal set number = 3 where HERE and number = 99"],
    );
    const kinds = (await town.verify()).findings.map(({ kind }) => kind);
    expect(kinds).toEqual(["unchained", "forged", "unchained", "forged"]);
  });

  test("and removes a seal in the middle with its events, is found", async () => {
    const town = await aSealedTown();
    const ids = await town.ids();
    await town.tamper(
      ["delete from event_seal where HERE and number = 2"],
      ["delete from event where HERE and id = any($1)", [ids.slice(3, 6)]],
    );
    expect((await town.verify()).findings).toEqual([{ kind: "sealsMissing", from: 2, to: 2 }]);
  });

  test("and seals again with a key of their own what they changed, is found", async () => {
    const town = await aSealedTown();
    const ids = await town.ids();
    await town.tamper(
      ["update event set facts = '{}' where HERE and id = $1", [ids[6]]],
      ["delete from event_seal where HERE and number = 3"],
      [`insert into event_waiting select municipality_id, id from event where HERE and id = $1`, [ids[6]]],
    );
    await sealEvents(town.world("2026-11-24T09:10:00Z"), { secret: "another secret, of somebody else", batch: 3 });
    expect((await town.verify()).findings).toEqual([
      { kind: "forged", seal: 3 },
      { kind: "changed", seal: 3, events: 1 },
    ]);
  });

  test("and removes the newest seals with their events, is found by a head that was kept elsewhere and by nothing else", async () => {
    const town = await aSealedTown();
    const { heads } = await town.verify();
    const [, , , , , , last] = await town.ids();
    await town.tamper(
      ["delete from event_seal where HERE and number = 3"],
      ["delete from event where HERE and id = $1", [last]],
    );
    expect((await town.verify()).findings).toEqual([]);
    expect((await town.verify(heads)).findings).toEqual([{ kind: "headMissing", seal: 3 }]);
    // What comes after takes the same number, and is another seal.
    await town.tell("2026-11-24T09:11:00Z");
    await town.seal("2026-11-24T09:12:00Z");
    expect((await town.verify()).findings).toEqual([]);
    expect((await town.verify(heads)).findings).toEqual([{ kind: "headChanged", seal: 3 }]);
  });

  test("and removes everything of a municipality, is found by a head that was kept elsewhere", async () => {
    const town = await aSealedTown();
    const { heads } = await town.verify();
    await town.tamper(["delete from event_seal where HERE"], ["delete from event where HERE"]);
    expect((await town.verify(heads)).findings).toEqual([{ kind: "headMissing", seal: 3 }]);
  });

  test("and removes one that waits to be sealed, is found; sealing does not cover it up", async () => {
    const town = await aSealedTown();
    await town.tell("2026-11-24T09:11:00Z");
    await town.tamper(["delete from event where HERE and at = '2026-11-24T09:11:00Z'"]);
    await town.seal("2026-11-24T09:12:00Z");
    expect((await town.verify()).findings).toEqual([{ kind: "vanished", events: 1 }]);
  });

  test("and keeps one from being sealed, is found", async () => {
    const town = await aSealedTown();
    await town.tell("2026-11-24T09:11:00Z");
    await town.tamper(["delete from event_waiting where HERE"]);
    expect((await town.verify()).findings).toEqual([{ kind: "added", seal: null, events: 1 }]);
  });
});

test("what was written and sealed before there were marks still fits, and is found when it is changed", async () => {
  const town = anOpenTown();
  await town.query(insertion(town.municipalityId, "2026-11-01T09:00:00Z"));
  await town.seal("2026-11-01T09:02:00Z");
  await town.tell("2026-11-24T09:00:00Z");
  await town.seal("2026-11-24T09:02:00Z");
  expect((await town.verify()).findings).toEqual([]);
  await town.tamper([`update event set facts = '{"ground": "own-code"}' where HERE and mark is null`]);
  expect((await town.verify()).findings).toEqual([{ kind: "changed", seal: 1, events: 1 }]);
});

describe("any single change", () => {
  const made: { town?: Awaited<ReturnType<typeof aSealedTown>> } = {};
  beforeAll(async () => {
    made.town = await aSealedTown(small);
    // Whoever may do anything also drops what holds them up.
    for (const { name, table } of (
      await small.admin.query(
        "select conname as name, conrelid::regclass::text as table from pg_constraint where conrelid = any('{event,event_seal}'::regclass[]) and contype = 'c'",
      )
    ).rows)
      await small.admin.query(`alter table ${table} drop constraint ${name}`);
  });

  /** A value of that type, as PostgreSQL reads it. A column of a type that is not here is a new one: say what changes it. */
  const anotherOf = (type: string): fc.Arbitrary<string> => {
    const hex = fc.stringMatching(/^([0-9a-f]{2}){0,40}$/).map((digits) => `\\x${digits}`);
    const moments = ["1970-01-01 00:00:00Z", "2026-11-24 09:00:00.000001Z", "2026-11-24 09:00:00Z BC", "infinity"];
    switch (type) {
      case "text":
        return fc.string({ unit: "grapheme" }).map((text) => text.replaceAll("\0", ""));
      case "uuid":
        return fc.uuid();
      case "timestamp with time zone":
        return fc.constantFrom(...moments);
      case "jsonb":
        return fc.oneof(
          fc.constantFrom('{"ground": "own-team"}', '{"ground": "own-code", "x": 1.0}', "null", '"own-code"'),
          fc.json(),
        );
      case "integer":
        return fc.integer({ min: 1, max: 1000 }).map(String);
      case "boolean":
        return fc.constantFrom("true", "false");
      case "bytea":
        return hex;
      case "ARRAY":
        return fc.array(fc.uuid(), { maxLength: 4 }).map((ids) => `{${ids.join(",")}}`);
      default:
        throw new Error(`Nothing here changes a column of type ${type}.`);
    }
  };

  test.each([
    ["event", "id"],
    ["event_seal", "number"],
  ])("to any column of %s is found", async (table, key) => {
    const town = made.town ?? (await aSealedTown(small));
    const columns = await town.query(
      "select column_name as name, data_type as type, udt_name as udt from information_schema.columns where table_name = $1",
      [table],
    );
    const rows = await town.query(`select ${key}::text as key from ${table} where HERE order by 1`);
    expect([columns.length > 7, rows.length > 2]).toEqual([true, true]);
    const change = fc
      .constantFrom(...columns)
      .chain((column) =>
        fc.tuple(
          fc.constant(column),
          fc.constantFrom(...rows.map((row) => String(row.key))),
          fc.oneof(
            { weight: 9, arbitrary: anotherOf(String(column.type)) },
            { weight: 1, arbitrary: fc.constant(null) },
          ),
        ),
      );
    await fc.assert(
      fc.asyncProperty(change, async ([{ name, udt }, row, value]) => {
        const client = await small.admin.connect();
        try {
          const [before] = (
            await client.query(
              `select to_jsonb(t) as row from ${table} t where municipality_id = $1 and ${key}::text = $2`,
              [town.municipalityId, row],
            )
          ).rows;
          const changed = await client
            .query(
              `update ${table} set ${String(name)} = $3::${String(udt)} where municipality_id = $1 and ${key}::text = $2
                 and ${String(name)} is distinct from $3::${String(udt)} returning municipality_id, ${key}::text as key`,
              [town.municipalityId, row, value],
            )
            // The database itself has no place for it: two rows with one key, nothing where something must be.
            .catch((error: unknown) => {
              if (!["23502", "23505", "22P05", "22P02"].includes(errorCode(error))) throw error;
              return { rowCount: 0, rows: [] };
            });
          if (changed.rowCount === 0) return;
          const { findings } = await town.verify();
          const now = changed.rows[0];
          await client.query(`delete from ${table} where municipality_id = $1 and ${key}::text = $2`, [
            now.municipality_id,
            now.key,
          ]);
          await client.query("set session_replication_role = replica");
          await client.query(`insert into ${table} select (jsonb_populate_record(null::${table}, $1)).*`, [before.row]);
          await client.query("reset session_replication_role");
          expect(findings.length, `${String(name)} of ${table}`).toBeGreaterThan(0);
        } finally {
          client.release();
        }
      }),
      { numRuns: process.env.LONG === undefined ? 80 : 2000 },
    );
    expect((await town.verify()).findings).toEqual([]);
  });
});

describe("the app's own login", () => {
  test.each([
    ["change a seal", "update event_seal set emptied = emptied"],
    ["remove a seal", "delete from event_seal"],
    ["put in line what was not told", `insert into event_waiting values ('GM7000', '${newId()}')`],
    ["change what waits", "update event_waiting set event_id = event_id"],
  ])("cannot %s, whatever it says it is busy with", async (_, statement) => {
    const client = await database.pool.connect();
    try {
      await client.query("begin; select set_config('app.purpose', 'sealing', true)");
      const refusal = await client.query(statement).then(() => "", errorCode);
      expect(refusal).toBe("42501");
    } finally {
      await client.query("rollback");
      client.release();
    }
  });
});

describe("heads that are kept elsewhere", () => {
  const head: Head = { municipalityId: "GM0344", number: 12, digest: "ab".repeat(32) };

  test("are read back as they were printed, also below the banner of npm", () => {
    const kept = `\n> rechtspoor@0.1.0 audit:verify\n> sh scripts/audit-verify.sh\n\n${sayHead(head)}\n`;
    expect(readHeads(kept)).toEqual([head]);
  });

  test.each([
    ["an empty file", ""],
    ["a line that is something else", `${sayHead(head)}\nGM0344 twelve`],
    ["a digest that was cut off", sayHead(head).slice(0, -1)],
  ])("%s is refused: it would compare with nothing", (_, text) => {
    expect(readHeads(text)).toBeUndefined();
  });
});

test("with another secret no seal fits", async () => {
  const town = await aSealedTown();
  const { findings } = await town.verify([], "the secret of another installation");
  expect(findings.filter(({ kind }) => kind === "forged")).toHaveLength(3);
});

test("a digest depends on what is in the seal, and on the key", () => {
  const seal = {
    municipalityId: "GM0344",
    number: 1,
    sealedAt: "1.000000",
    fromAt: "0.000000",
    toAt: "0.500000",
    events: 1,
    eventIds: [newId()],
    eventDigests: Buffer.alloc(32),
    emptied: true,
    previousDigest: null,
  };
  const digests = [
    sealDigest(sealingKey(secret), seal),
    sealDigest(sealingKey("another"), seal),
    sealDigest(sealingKey(secret), { ...seal, number: 2 }),
    sealDigest(sealingKey(secret), { ...seal, previousDigest: Buffer.alloc(32) }),
  ];
  expect(new Set(digests.map((digest) => headOf({ ...seal, digest }).digest)).size).toBe(4);
});
