import { appendFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { z } from "zod";
import { as, type Ctx, type Inside, inTransaction } from "../kernel/context.ts";
import { dayOf } from "../kernel/day.ts";
import { type Processed, rowsOf, subjectsOf } from "./processing-activities.ts";

/*
 * Writes the processing log: what waits becomes rows in the file of the day, and leaves the line when the disk has them. A
 * process killed between the two writes them again, with the same ids.
 */

const logging = { kind: "system", purpose: "processing-log" } as const;
const atOnce = 500;

/** @param given.folder undefined: no log is kept, and nothing waits for one. */
export async function writeProcessingLog(
  ctx: Ctx,
  given: { secret: string; folder: string | undefined },
): Promise<number> {
  const total = { rows: 0 };
  for (;;) {
    const { events, rows } = await inTransaction(as(ctx, logging), (ctx) => writeSome(ctx, given));
    total.rows += rows;
    if (events < atOnce) return total.rows;
  }
}

async function writeSome(
  ctx: Inside,
  { secret, folder }: { secret: string; folder: string | undefined },
): Promise<{ events: number; rows: number }> {
  // Another worker that is at it writes what waits.
  const { rows: mine } = await sql<{ mine: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended('processing-log', 0)) as mine`.execute(ctx.db);
  if (mine[0]?.mine !== true) return { events: 0, rows: 0 };
  const events = await listWaiting(ctx);
  if (events.length === 0) return { events: 0, rows: 0 };
  const controllers = new Map([
    ...(await controllersOf(ctx, [...new Set(events.flatMap(subjectsOf))])),
    ...(await controllersOfForgotten(ctx, events)),
  ]);
  const rows = events.flatMap((event) => rowsOf(secret, event, controllers));
  if (folder !== undefined && rows.length > 0) {
    const file = join(folder, `verwerkingen-${dayOf(ctx.now)}.jsonl`);
    const lines = rows.map((row) => `${JSON.stringify(row)}\n`).join("");
    // `flush`: the disk has it before we go on.
    await appendFile(file, lines, { mode: 0o640, flush: true });
  }
  await sql`
    delete from processing_waiting w
    using unnest(${events.map((event) => event.municipalityId)}::text[], ${events.map((event) => event.id)}::uuid[])
      as written (municipality_id, event_id)
    where w.municipality_id = written.municipality_id and w.event_id = written.event_id`.execute(ctx.db);
  return { events: events.length, rows: folder === undefined ? 0 : rows.length };
}

const listWaiting = async ({ db }: Inside): Promise<Processed[]> =>
  (
    await db
      .selectFrom("processing_waiting as w")
      .innerJoin("event as e", (join) =>
        join.onRef("e.municipality_id", "=", "w.municipality_id").onRef("e.id", "=", "w.event_id"),
      )
      .select([
        "e.municipality_id",
        "e.id",
        "e.at",
        "e.name",
        "e.subject_ref",
        "e.facts",
        "e.trace_id",
        "e.parent_span_id",
      ])
      .orderBy("w.event_id")
      .limit(atOnce)
      .execute()
  ).map((row) => ({
    municipalityId: row.municipality_id,
    id: row.id,
    at: Temporal.Instant.from(row.at),
    name: row.name,
    subjectRef: row.subject_ref,
    facts: row.facts,
    trace: row.trace_id === null ? undefined : { id: row.trace_id, parentSpanId: row.parent_span_id },
  }));

/** Who answers for each of these cases: the organisation of the team whose file it is. */
async function controllersOf({ db }: Inside, subjects: string[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom("case_file as f")
    .innerJoin("team as t", (join) =>
      join.onRef("t.municipality_id", "=", "f.municipality_id").onRef("t.id", "=", "f.team_id"),
    )
    .innerJoin("organisation as o", "o.id", "t.organisation_id")
    .select(["f.event_ref", "o.name"])
    .where(sql<boolean>`f.event_ref = any(${subjects}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.event_ref, row.name]));
}

const Forgotten = z.object({ teamId: z.uuid() });

/** Of a case that is gone, its last event says whose it was. */
async function controllersOfForgotten({ db }: Inside, events: readonly Processed[]): Promise<Map<string, string>> {
  const forgotten = events.flatMap(({ name, subjectRef, municipalityId, facts }) =>
    name === "casework.forgotten" ? [{ subjectRef, municipalityId, ...Forgotten.parse(facts) }] : [],
  );
  if (forgotten.length === 0) return new Map();
  const rows = await db
    .selectFrom("team as t")
    .innerJoin("organisation as o", "o.id", "t.organisation_id")
    .select(["t.municipality_id", "t.id", "o.name"])
    .where("t.id", "in", [...new Set(forgotten.map(({ teamId }) => teamId))])
    .execute();
  const names = new Map(rows.map((row) => [`${row.municipality_id} ${row.id}`, row.name]));
  return new Map(
    forgotten.flatMap(({ subjectRef, municipalityId, teamId }) => {
      const name = names.get(`${municipalityId} ${teamId}`);
      return name === undefined ? [] : [[subjectRef, name]];
    }),
  );
}
