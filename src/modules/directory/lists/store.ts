import type { Selectable } from "kysely";
import { z } from "zod";
import type { ResidentList as Row } from "../../../db/schema.ts";
import type { Tx } from "../../../kernel/context.ts";
import type { Day } from "../../../kernel/day.ts";
import type { Service } from "../service.ts";
import { ServiceRow, selectServices } from "../store.ts";
import { ListEntry, type ResidentList } from "./resident-list.ts";

const Entries = z.array(ListEntry);

const listOf = (row: Selectable<Row>): ResidentList => ({
  id: row.id,
  teamId: row.team_id,
  toldIn: row.told_in,
  entries: Entries.parse(row.entries),
  madeAt: Temporal.Instant.from(row.made_at),
  lastDay: Temporal.PlainDate.from(row.last_day),
  endedAt: row.ended_at === null ? null : Temporal.Instant.from(row.ended_at),
});

/** What residents may be sent to, of these. */
export async function listListable(db: Tx, chain: string[], ids: readonly string[]): Promise<Service[]> {
  if (ids.length === 0) return [];
  const rows = await selectServices(db)
    .where("service.municipality_id", "in", chain)
    .where("service.id", "in", ids)
    .where("service.withdrawn", "=", false)
    .where("service.for_professionals", "=", false)
    .execute();
  return rows.map((row) => ServiceRow.parse(row));
}

/** False: it was there already. */
export async function insertList(
  db: Tx,
  municipalityId: string,
  list: Omit<ResidentList, "endedAt"> & { wordHash: string },
): Promise<boolean> {
  const outcome = await db
    .insertInto("resident_list")
    .values({
      municipality_id: municipalityId,
      id: list.id,
      team_id: list.teamId,
      word_hash: list.wordHash,
      told_in: list.toldIn,
      entries: JSON.stringify(list.entries),
      made_at: list.madeAt.toString(),
      last_day: list.lastDay.toString(),
    })
    .onConflict((conflict) => conflict.columns(["municipality_id", "id"]).doNothing())
    .executeTakeFirst();
  return (outcome.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** The one whose word the actor holds. */
export async function findByWord(db: Tx, municipalityId: string, wordHash: string): Promise<ResidentList | undefined> {
  const row = await db
    .selectFrom("resident_list")
    .selectAll()
    .where("municipality_id", "=", municipalityId)
    .where("word_hash", "=", wordHash)
    .executeTakeFirst();
  return row && listOf(row);
}

export async function findList(db: Tx, municipalityId: string, id: string): Promise<ResidentList | undefined> {
  const row = await db
    .selectFrom("resident_list")
    .selectAll()
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && listOf(row);
}

/** Those that the actor's teams made, the newest first. */
export async function listLists(
  db: Tx,
  municipalityId: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<ResidentList[]> {
  const rows = await db
    .selectFrom("resident_list")
    .selectAll()
    .where("municipality_id", "=", municipalityId)
    .orderBy("made_at", "desc")
    .orderBy("id")
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(listOf);
}

/** False: it was ended before. */
export async function setEnded(db: Tx, municipalityId: string, id: string, at: Temporal.Instant): Promise<boolean> {
  const outcome = await db
    .updateTable("resident_list")
    .set({ ended_at: at.toString() })
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", id)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  return outcome.numUpdatedRows > 0n;
}

/** Everywhere, of which the last day was before this one; of what was ended, the day of that. */
export async function listOver(
  db: Tx,
  before: { day: Day; instant: Temporal.Instant },
): Promise<{ municipalityId: string; id: string; teamId: string }[]> {
  return db
    .selectFrom("resident_list")
    .select(["municipality_id as municipalityId", "id", "team_id as teamId"])
    .where((eb) => eb.or([eb("last_day", "<", before.day.toString()), eb("ended_at", "<", before.instant.toString())]))
    .execute();
}

export async function deleteList(db: Tx, municipalityId: string, id: string): Promise<boolean> {
  const outcome = await db
    .deleteFrom("resident_list")
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", id)
    .executeTakeFirst();
  return outcome.numDeletedRows > 0n;
}
