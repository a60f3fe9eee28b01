import { type Selectable, sql } from "kysely";
import type { EventSeal } from "../../../db/schema.ts";
import type { Tx } from "../../../kernel/context.ts";
import { latestAfter, type Seal, type SealedEvent } from "./seal.ts";

/** Two workers at once would give two seals one number. */
export const lockSeals = (db: Tx, municipalityId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`event-seal:${municipalityId}`}, 0))`.execute(db);

export const listMunicipalitiesThatWait = async (db: Tx): Promise<string[]> =>
  (await db.selectFrom("event_waiting").select("municipality_id").distinct().orderBy("municipality_id").execute()).map(
    (row) => row.municipality_id,
  );

/** Every column of an event as text: moments as seconds, facts as PostgreSQL spells them. A test keeps it every column. */
const sealedColumns = [
  sql<string>`e.municipality_id`.as("municipalityId"),
  sql<string>`e.id`.as("id"),
  sql<string>`extract(epoch from e.at)::text`.as("at"),
  sql<string>`e.name`.as("name"),
  sql<string>`e.subject_ref`.as("subjectRef"),
  sql<string>`e.facts::text`.as("facts"),
  sql<string>`e.actor_kind`.as("actorKind"),
  sql<string | null>`e.actor_person_id`.as("actorPersonId"),
  sql<string | null>`e.trace_id`.as("traceId"),
  sql<string | null>`e.parent_span_id`.as("parentSpanId"),
  sql<Buffer | null>`e.mark`.as("mark"),
  sql<string>`e.team_ids::text`.as("teamIds"),
] as const;

/**
 * The first that wait and are there: one that is gone stays waiting, so that it is missed.
 * @param after those that come after this one, in the order of their ids.
 */
export const listWaiting = (db: Tx, municipalityId: string, limit: number, after?: string): Promise<SealedEvent[]> =>
  db
    .selectFrom("event_waiting as w")
    .innerJoin("event as e", (join) =>
      join.onRef("e.municipality_id", "=", "w.municipality_id").onRef("e.id", "=", "w.event_id"),
    )
    .select(sealedColumns)
    .where("w.municipality_id", "=", municipalityId)
    .$if(after !== undefined, (query) => query.where("w.event_id", ">", after ?? ""))
    .orderBy("w.event_id")
    .limit(limit)
    .execute();

/** When the first event was marked, whatever municipality it is of; undefined when none ever was. */
export const findFirstMarked = async (db: Tx): Promise<string | undefined> =>
  (
    await db
      .selectFrom("event")
      .select(sql<string | null>`extract(epoch from min(at))::text`.as("at"))
      .where("mark", "is not", null)
      .executeTakeFirst()
  )?.at ?? undefined;

export async function deleteWaiting(db: Tx, municipalityId: string, ids: string[]): Promise<void> {
  await db
    .deleteFrom("event_waiting")
    .where("municipality_id", "=", municipalityId)
    .where("event_id", "in", ids)
    .execute();
}

export const listEvents = (db: Tx, municipalityId: string, ids: string[]): Promise<SealedEvent[]> =>
  db
    .selectFrom("event as e")
    .select(sealedColumns)
    .where("e.municipality_id", "=", municipalityId)
    .where(sql<boolean>`e.id = any(${ids}::uuid[])`)
    .execute();

const sealColumns = [
  "municipality_id",
  "number",
  sql<string>`extract(epoch from sealed_at)::text`.as("sealed_at"),
  sql<string>`extract(epoch from from_at)::text`.as("from_at"),
  sql<string>`extract(epoch from to_at)::text`.as("to_at"),
  "events",
  "event_ids",
  "event_digests",
  "emptied",
  "previous_digest",
  "digest",
] as const;

const toSeal = (row: Selectable<EventSeal>): Seal => ({
  municipalityId: row.municipality_id,
  number: row.number,
  sealedAt: row.sealed_at,
  fromAt: row.from_at,
  toAt: row.to_at,
  events: row.events,
  eventIds: row.event_ids,
  eventDigests: row.event_digests,
  emptied: row.emptied,
  previousDigest: row.previous_digest,
  digest: row.digest,
});

export async function findLastSeal(db: Tx, municipalityId: string): Promise<Seal | undefined> {
  const row = await db
    .selectFrom("event_seal")
    .select(sealColumns)
    .where("municipality_id", "=", municipalityId)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : toSeal(row);
}

export const listSealsAfter = async (db: Tx, municipalityId: string, number: number, limit: number): Promise<Seal[]> =>
  (
    await db
      .selectFrom("event_seal")
      .select(sealColumns)
      .where("municipality_id", "=", municipalityId)
      .where("number", ">", number)
      .orderBy("number")
      .limit(limit)
      .execute()
  ).map(toSeal);

/** Seconds become a moment again digit by digit: as a double it would lose some. */
const momentOf = (seconds: string) => {
  const [whole = "0", micros = "0"] = seconds.split(".");
  return Temporal.Instant.fromEpochNanoseconds(BigInt(whole) * 1_000_000_000n + BigInt(micros) * 1_000n).toString();
};

export async function insertSeal(db: Tx, seal: Seal): Promise<void> {
  await db
    .insertInto("event_seal")
    .values({
      municipality_id: seal.municipalityId,
      number: seal.number,
      sealed_at: momentOf(seal.sealedAt),
      from_at: momentOf(seal.fromAt),
      to_at: momentOf(seal.toAt),
      events: seal.events,
      event_ids: seal.eventIds,
      event_digests: seal.eventDigests,
      emptied: seal.emptied,
      previous_digest: seal.previousDigest,
      digest: seal.digest,
    })
    .execute();
}

// ── looking for what does not fit ───────────────────────────────────────────────────────────────────────────────

/** A look through years of events takes its time; no request waits for it. */
export const takeTime = (db: Tx) => sql`set local statement_timeout = 0`.execute(db);

/** Not from the table of municipalities: one that was taken out of it would be looked at by nobody. */
export const listSealedMunicipalities = async (db: Tx): Promise<string[]> =>
  (
    await db
      .selectFrom("event_seal")
      .select("municipality_id")
      .union(db.selectFrom("event").select("municipality_id"))
      .union(db.selectFrom("event_waiting").select("municipality_id"))
      .orderBy("municipality_id")
      .execute()
  ).map((row) => row.municipality_id);

/**
 * Events that no seal holds and that do not wait for one, and those that wait although their moment is long past and
 * everything of then was sealed; by the seal in whose time they fall.
 */
export async function countOutside(db: Tx, municipalityId: string): Promise<{ seal: number | null; events: number }[]> {
  const { rows } = await sql<{ seal: number | null; events: number }>`
    with emptied as (
      select max(sealed_at) as at from event_seal where municipality_id = ${municipalityId} and emptied
    ), outside as (
      select e.at from event e
      where e.municipality_id = ${municipalityId}
        and not exists (select from event_waiting w where w.municipality_id = e.municipality_id and w.event_id = e.id)
        and not exists (
          select from (select unnest(event_ids) as id from event_seal where municipality_id = ${municipalityId}) s
          where s.id = e.id)
      union all
      select e.at from event_waiting w
      join event e on e.municipality_id = w.municipality_id and e.id = w.event_id
      where w.municipality_id = ${municipalityId}
        and e.at < (select at from emptied) - ${latestAfter.toString()}::interval
    )
    select (select min(number) from event_seal s where s.municipality_id = ${municipalityId} and s.sealed_at >= outside.at)
      as seal, count(*)::int as events
    from outside group by 1 order by 1`.execute(db);
  return rows;
}

/** How many wait, and how many of those that waited are gone. */
export const countWaiting = (db: Tx, municipalityId: string): Promise<{ waiting: number; vanished: number }> =>
  db
    .selectFrom("event_waiting as w")
    .leftJoin("event as e", (join) =>
      join.onRef("e.municipality_id", "=", "w.municipality_id").onRef("e.id", "=", "w.event_id"),
    )
    .select((row) => [
      row.fn.count<number>("e.id").as("waiting"),
      sql<number>`count(*) filter (where e.id is null)`.as("vanished"),
    ])
    .where("w.municipality_id", "=", municipalityId)
    .executeTakeFirstOrThrow();
