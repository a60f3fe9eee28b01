import type { Selectable } from "kysely";
import { sql } from "kysely";
import { instant, instantOrNull, oneOf } from "../../../db/row.ts";
import type { Callback as CallbackRow } from "../../../db/schema.ts";
import type { Tx } from "../../../kernel/context.ts";
import type { Permit } from "../../access/index.ts";
import { caseResults } from "../../casework/index.ts";
import { dayparts } from "../../directory/index.ts";
import type { Callback } from "./callback.ts";

function fromRow(row: Selectable<CallbackRow>): Callback {
  const common = {
    municipalityId: row.municipality_id,
    id: row.id,
    teamId: row.team_id,
    caseId: row.case_id,
    servicePointId: row.service_point_id,
    eventRef: row.event_ref,
    requestedAt: instant(row.requested_at),
    dayparts: row.dayparts.map((part) => oneOf(dayparts, part)),
    harm: row.harm,
    followsId: row.follows_id,
    codesGiven: row.codes_given,
  };
  const closedAt = instantOrNull(row.closed_at);
  if (closedAt === null) return { ...common, status: "waiting" };
  if (row.status === "cancelled") return { ...common, status: "cancelled", closedAt };
  return { ...common, status: "closed", closedAt, result: oneOf(caseResults, row.result) };
}

export async function insertCallback(
  db: Tx,
  callback: Callback,
  prints: { submission: string; sameAs: string },
): Promise<void> {
  await db
    .insertInto("callback")
    .values({
      municipality_id: callback.municipalityId,
      id: callback.id,
      team_id: callback.teamId,
      case_id: callback.caseId,
      service_point_id: callback.servicePointId,
      event_ref: callback.eventRef,
      requested_at: callback.requestedAt.toString(),
      dayparts: callback.dayparts,
      harm: callback.harm,
      status: "waiting",
      submission: prints.submission,
      same_as: prints.sameAs,
      follows_id: callback.followsId,
      codes_given: callback.codesGiven,
    })
    .execute();
}

/** A callback with what its code is made from: the fingerprint of the form, and which code it is by now. */
type WithSeed = { callback: Callback; codeSeed: string };

const withSeed = (row: Selectable<CallbackRow>): WithSeed => ({
  callback: fromRow(row),
  codeSeed: row.codes_given === 1 ? row.submission : `${row.submission}:${row.codes_given}`,
});

/** The request that this very form made before, with the same things in it. */
export async function findBySubmission(
  db: Tx,
  municipalityId: string,
  submission: string,
): Promise<WithSeed | undefined> {
  const row = await db
    .selectFrom("callback")
    .selectAll()
    .where("municipality_id", "=", municipalityId)
    .where("submission", "=", submission)
    .executeTakeFirst();
  return row && withSeed(row);
}

/**
 * The oldest request of the same person at the same point that still waits. Whoever asks at the same moment waits
 * here until this transaction ends, and then sees it.
 */
export async function findSame(db: Tx, municipalityId: string, sameAs: string): Promise<Callback | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${municipalityId}:${sameAs}`}, 0))`.execute(db);
  const row = await db
    .selectFrom("callback")
    .selectAll()
    .where("municipality_id", "=", municipalityId)
    .where("same_as", "=", sameAs)
    .where("status", "=", sql.lit("waiting"))
    .orderBy("requested_at")
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
  return row && fromRow(row);
}

export async function findCallbackOfCase(
  db: Tx,
  municipalityId: string,
  permit: Permit,
): Promise<Callback | undefined> {
  const row = await db
    .selectFrom("callback")
    .selectAll()
    .where("municipality_id", "=", municipalityId)
    .where("case_id", "=", permit.caseId)
    .executeTakeFirst();
  return row && fromRow(row);
}

/** For what follows an event: the callback by its own id, as the system. */
export async function findCallback(db: Tx, municipalityId: string, id: string): Promise<WithSeed | undefined> {
  const row = await db
    .selectFrom("callback")
    .selectAll()
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && withSeed(row);
}

/** Locked until the transaction ends: of two people at once, the second waits and then sees what the first did. */
export async function lockCallback(db: Tx, municipalityId: string, permit: Permit): Promise<Callback | undefined> {
  const row = await db
    .selectFrom("callback")
    .selectAll()
    .where("municipality_id", "=", municipalityId)
    .where("case_id", "=", permit.caseId)
    .forUpdate()
    .executeTakeFirst();
  return row && fromRow(row);
}

export async function listCallbacks(db: Tx, municipalityId: string, caseIds: string[]): Promise<Callback[]> {
  if (caseIds.length === 0) return [];
  const rows = await db
    .selectFrom("callback")
    .selectAll()
    .where("municipality_id", "=", municipalityId)
    .where("case_id", "in", caseIds)
    .execute();
  return rows.map(fromRow);
}

/** The other requests tied to this one, whether it is the first or a later one. */
export async function listTied(db: Tx, callback: Callback): Promise<Callback[]> {
  const first = callback.followsId ?? callback.id;
  const rows = await db
    .selectFrom("callback")
    .selectAll()
    .where("municipality_id", "=", callback.municipalityId)
    .where((eb) => eb.or([eb("id", "=", first), eb("follows_id", "=", first)]))
    .where("id", "!=", callback.id)
    .orderBy("requested_at")
    .orderBy("id")
    .limit(20)
    .execute();
  return rows.map(fromRow);
}

export async function endCallback(
  db: Tx,
  callback: Callback,
  end: { status: "closed" | "cancelled"; at: Temporal.Instant; result: string | null },
): Promise<void> {
  await db
    .updateTable("callback")
    .set({ status: end.status, closed_at: end.at.toString(), result: end.result })
    .where("municipality_id", "=", callback.municipalityId)
    .where("id", "=", callback.id)
    .execute();
}

/** Waiting again, as if it had not been closed; its events still tell that it was. */
export async function reopenCallback(db: Tx, callback: Callback): Promise<void> {
  await db
    .updateTable("callback")
    .set({ status: "waiting", closed_at: null, result: null })
    .where("municipality_id", "=", callback.municipalityId)
    .where("id", "=", callback.id)
    .execute();
}

/** What the code of this request is made from, the one that opens it now. */
export async function getCodeSeed(db: Tx, callback: Callback): Promise<string> {
  const row = await db
    .selectFrom("callback")
    .selectAll()
    .where("municipality_id", "=", callback.municipalityId)
    .where("id", "=", callback.id)
    .executeTakeFirstOrThrow();
  return withSeed(row).codeSeed;
}

/** One more code than before: from now on only that one is good. */
export async function countNewCode(db: Tx, callback: Callback): Promise<void> {
  await db
    .updateTable("callback")
    .set({ codes_given: callback.codesGiven + 1 })
    .where("municipality_id", "=", callback.municipalityId)
    .where("id", "=", callback.id)
    .execute();
}

export async function setSameAs(db: Tx, callback: Callback, sameAs: string): Promise<void> {
  await db
    .updateTable("callback")
    .set({ same_as: sameAs })
    .where("municipality_id", "=", callback.municipalityId)
    .where("id", "=", callback.id)
    .execute();
}

export async function setDayparts(db: Tx, callback: Callback, parts: string[]): Promise<void> {
  await db
    .updateTable("callback")
    .set({ dayparts: parts })
    .where("municipality_id", "=", callback.municipalityId)
    .where("id", "=", callback.id)
    .execute();
}
