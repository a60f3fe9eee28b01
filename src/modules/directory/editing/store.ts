import { sql } from "kysely";
import { z } from "zod";
import type { Tx } from "../../../kernel/context.ts";
import { isDue } from "../freshness/store.ts";
import type { Service, ServiceContent } from "../service.ts";
import type { PointContent } from "../service-point.ts";
import { contentColumns, pointColumns, ServiceRow, selectServices } from "../store.ts";
import type { Change } from "./change.ts";

/** Which entries, of all that this municipality publishes itself. */
export type EntryChoice = {
  /** A part of the name of the entry or of its organisation. */
  name?: string | undefined;
  /** Only of these organisations. */
  organisationIds?: readonly string[] | undefined;
  /** Only what is not fresh any more on this day. */
  dueOn?: string | undefined;
};

const chosen = (db: Tx, municipalityId: string, { name, organisationIds, dueOn }: EntryChoice) =>
  db
    .selectFrom("service")
    .innerJoin("organisation", "organisation.id", "service.organisation_id")
    .where("service.municipality_id", "=", municipalityId)
    .$if(name !== undefined, (select) => {
      const part = `%${(name ?? "").replace(/[\\%_]/g, "\\$&")}%`;
      return select.where((eb) =>
        eb.or([
          eb(sql<string>`service.name ->> 'nl'`, "ilike", part),
          eb(sql<string>`service.details ->> 'otherNames'`, "ilike", part),
          eb("organisation.name", "ilike", part),
        ]),
      );
    })
    .$if(organisationIds !== undefined, (select) =>
      select.where("service.organisation_id", "in", organisationIds ?? []),
    )
    .$if(dueOn !== undefined, (select) => select.where(isDue(dueOn ?? "")));

export async function countEntries(db: Tx, municipalityId: string, choice: EntryChoice): Promise<number> {
  const { count } = await chosen(db, municipalityId, choice)
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** By name; what was withdrawn last. */
export async function listEntries(
  db: Tx,
  municipalityId: string,
  choice: EntryChoice,
  { limit, offset }: { limit: number; offset: number },
): Promise<Service[]> {
  const ids = chosen(db, municipalityId, choice)
    .select("service.id")
    .orderBy("service.withdrawn")
    .orderBy(sql`lower(service.name ->> 'nl')`)
    .orderBy("service.id")
    .limit(limit)
    .offset(offset);
  const rows = await selectServices(db)
    .where("service.municipality_id", "=", municipalityId)
    .where("service.id", "in", ids)
    .orderBy("service.withdrawn")
    .orderBy(sql`lower(service.name ->> 'nl')`)
    .orderBy("service.id")
    .execute();
  return rows.map((row) => ServiceRow.parse(row));
}

/** Those of these that are there, in one question. */
export async function findEntries(db: Tx, municipalityId: string, ids: readonly string[]): Promise<Service[]> {
  if (ids.length === 0) return [];
  const rows = await selectServices(db)
    .where("service.municipality_id", "=", municipalityId)
    .where("service.id", "in", ids)
    .execute();
  return rows.map((row) => ServiceRow.parse(row));
}

export async function findEntry(db: Tx, municipalityId: string, id: string): Promise<Service | undefined> {
  const row = await selectServices(db)
    .where("service.municipality_id", "=", municipalityId)
    .where("service.id", "=", id)
    .executeTakeFirst();
  return row && ServiceRow.parse(row);
}

/** Whoever adds something of this organisation next waits until this transaction is over. */
export const lockNames = (db: Tx, municipalityId: string, organisationId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`entry-names:${municipalityId}:${organisationId}`}, 0))`.execute(
    db,
  );

/** What the organisation offers here by this name, in capitals or not; before all what has this id, even when withdrawn. */
export async function findNamed(
  db: Tx,
  municipalityId: string,
  organisationId: string,
  { id, name }: { id: string; name: string },
): Promise<string | undefined> {
  const row = await db
    .selectFrom("service")
    .select("id")
    .where("municipality_id", "=", municipalityId)
    .where("organisation_id", "=", organisationId)
    .where((eb) =>
      eb.or([
        eb("id", "=", id),
        eb.and([eb("withdrawn", "=", false), sql<boolean>`lower(name ->> 'nl') = lower(${name})`]),
      ]),
    )
    .orderBy((eb) => eb("id", "=", id), "desc")
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

/** Whoever changes it next waits until this transaction is over. */
export async function lockEntry(db: Tx, municipalityId: string, id: string): Promise<void> {
  await db
    .selectFrom("service")
    .select("id")
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", id)
    .forUpdate()
    .execute();
}

/** Organisations of kind municipality with a team here: they answer for the whole map. */
export async function listKeepers(db: Tx, municipalityId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("team")
    .innerJoin("organisation", "organisation.id", "team.organisation_id")
    .select("organisation.id")
    .distinct()
    .where("team.municipality_id", "=", municipalityId)
    .where("organisation.kind", "=", "municipality")
    .execute();
  return rows.map(({ id }) => id);
}

/** Organisations that offer something here or have a team here, by name. */
export async function listOrganisationsHere(db: Tx, municipalityId: string): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom("organisation")
    .select(["organisation.id", "organisation.name"])
    .where((eb) =>
      eb.or([
        eb.exists(
          eb
            .selectFrom("team")
            .select("team.id")
            .whereRef("team.organisation_id", "=", "organisation.id")
            .where("team.municipality_id", "=", municipalityId),
        ),
        eb.exists(
          eb
            .selectFrom("service")
            .select("service.id")
            .whereRef("service.organisation_id", "=", "organisation.id")
            .where("service.municipality_id", "=", municipalityId),
        ),
      ]),
    )
    .orderBy(sql`lower(organisation.name)`)
    .orderBy("organisation.id")
    .execute();
}

type At = { municipalityId: string; id: string };

export async function updateService(
  db: Tx,
  { municipalityId, id }: At,
  content: ServiceContent,
  given: { vector: string; version: number; at: Temporal.Instant },
): Promise<void> {
  await db
    .updateTable("service")
    .set({
      ...contentColumns(content, given.vector),
      version: given.version,
      changed_at: given.at.toString(),
    })
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", id)
    .execute();
}

export async function updatePoint(db: Tx, { municipalityId, id }: At, content: PointContent): Promise<void> {
  await db
    .updateTable("service_point")
    .set(pointColumns(content))
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", id)
    .execute();
}

export async function deletePoint(db: Tx, { municipalityId, id }: At): Promise<void> {
  await db.deleteFrom("service_point").where("municipality_id", "=", municipalityId).where("id", "=", id).execute();
}

/** Something changed in an entry: the version it became, when, by whom and why. */
export type Revision = {
  version: number;
  at: Temporal.Instant;
  /** Null: somebody who is forgotten. */
  by: string | null;
  reason: string;
  changes: Change[];
};

export async function insertRevision(
  db: Tx,
  { municipalityId, id }: At,
  revision: Omit<Revision, "by"> & { personId: string },
): Promise<void> {
  await db
    .insertInto("service_change")
    .values({
      municipality_id: municipalityId,
      service_id: id,
      version: revision.version,
      at: revision.at.toString(),
      by_person_id: revision.personId,
      reason: revision.reason,
      changes: JSON.stringify(revision.changes),
    })
    .execute();
}

const Changes = z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() }));

/** Newest first. @param since only what came after this version. */
export async function listRevisions(db: Tx, { municipalityId, id }: At, since = 0): Promise<Revision[]> {
  const rows = await db
    .selectFrom("service_change")
    .leftJoin(sql<{ id: string; name: string }>`app_editors()`.as("editor"), "editor.id", "service_change.by_person_id")
    .select(["service_change.version", "service_change.at", "service_change.reason", "service_change.changes"])
    .select("editor.name as by")
    .where("service_change.municipality_id", "=", municipalityId)
    .where("service_change.service_id", "=", id)
    .where("service_change.version", ">", since)
    .orderBy("service_change.version", "desc")
    .execute();
  return rows.map((row) => ({
    version: row.version,
    at: Temporal.Instant.from(row.at),
    by: row.by === "" ? null : row.by,
    reason: row.reason,
    changes: Changes.parse(row.changes),
  }));
}
