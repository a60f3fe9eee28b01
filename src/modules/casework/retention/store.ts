import { sql } from "kysely";
import { instant, oneOf } from "../../../db/row.ts";
import type { Tx } from "../../../kernel/context.ts";
import { zone } from "../../../kernel/day.ts";
import type { Permit } from "../../access/index.ts";
import { caseResults, type HoldReason, holdReasons } from "../case-file.ts";
import type { PastTerm } from "./due.ts";
import type { Alike } from "./report.ts";

/** A closed file as the job sees it: ids, states and days, and nothing of the resident. */
export type ClosedFile = Alike & { id: string; eventRef: string; closedAt: Temporal.Instant };

/** The terms as a table to join: a row for each team and each result. */
const rowsOf = (past: readonly PastTerm[]) => {
  // Hundreds of teams share a handful of days.
  const ends = new Map(past.map(({ lastClosed }) => [lastClosed.toString(), lastClosed.add({ days: 1 })] as const));
  const moments = new Map([...ends].map(([day, end]) => [day, end.toZonedDateTime(zone).toInstant().toString()]));
  const rows = past.flatMap((one) => {
    const until = moments.get(one.lastClosed.toString()) ?? "";
    return one.results.map((result) => ({ ...one, result, until }));
  });
  return sql`unnest(${rows.map((row) => row.municipalityId)}::text[], ${rows.map((row) => row.teamId)}::uuid[],
    ${rows.map((row) => row.result)}::text[], ${rows.map((row) => row.until)}::timestamptz[]) as p (municipality_id, team_id, result, until)`;
};

const isPast = sql`p.municipality_id = f.municipality_id and p.team_id = f.team_id and p.result = f.result
  and f.status = 'closed' and f.held_since is null and f.closed_at < p.until`;

/** Files that are past their term and not held, in the order of their keys; `after` is the last of the page before. */
export async function listPastTerm(
  db: Tx,
  past: readonly PastTerm[],
  { after, limit }: { after: Pick<ClosedFile, "municipalityId" | "id"> | undefined; limit: number },
): Promise<ClosedFile[]> {
  const { rows } = await sql<{
    municipality_id: string;
    id: string;
    team_id: string;
    event_ref: string;
    closed_at: string;
    result: string;
  }>`select f.municipality_id, f.id, f.team_id, f.event_ref, f.closed_at, f.result
    from ${rowsOf(past)} join case_file f on ${isPast}
    where (f.municipality_id, f.id) > (${after?.municipalityId ?? ""}::text, ${after?.id ?? lowest}::uuid)
    order by f.municipality_id, f.id limit ${limit}`.execute(db);
  return rows.map((row) => {
    const closedAt = instant(row.closed_at);
    const closedOn = closedAt.toZonedDateTimeISO(zone).toPlainDate();
    return {
      municipalityId: row.municipality_id,
      id: row.id,
      teamId: row.team_id,
      eventRef: row.event_ref,
      closedAt,
      count: 1,
      closing: { status: "closed", hold: null, closedOn, result: oneOf(caseResults, row.result) },
    };
  });
}

/** Files of which it was decided that they go at once; their own index holds no others. */
export async function listToErase(db: Tx): Promise<ClosedFile[]> {
  const rows = await db
    .selectFrom("case_file")
    .select(["municipality_id", "id", "team_id", "event_ref", "closed_at", "result", "erasure_at"])
    .where("erasure_at", "is not", null)
    .where("held_since", "is", null)
    .where("status", "=", sql.lit("closed"))
    .orderBy("municipality_id")
    .orderBy("id")
    .$narrowType<{ closed_at: string; erasure_at: string }>()
    .execute();
  return rows.map((row) => {
    const closedAt = instant(row.closed_at);
    const closedOn = closedAt.toZonedDateTimeISO(zone).toPlainDate();
    const erasedOn = instant(row.erasure_at).toZonedDateTimeISO(zone).toPlainDate();
    return {
      municipalityId: row.municipality_id,
      id: row.id,
      teamId: row.team_id,
      eventRef: row.event_ref,
      closedAt,
      count: 1,
      closing: { status: "closed", hold: null, closedOn, result: oneOf(caseResults, row.result), erasedOn },
    };
  });
}

const lowest = "00000000-0000-0000-0000-000000000000";

export async function countPastTerm(db: Tx, past: readonly PastTerm[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from ${rowsOf(past)} join case_file f on ${isPast}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** All closed files, counted by what retention asks of them. */
export async function countAlike(db: Tx): Promise<Alike[]> {
  const { rows } = await sql<{
    municipality_id: string;
    team_id: string;
    result: string;
    hold_reason: string | null;
    closed_on: string;
    erased_on: string | null;
    count: number;
  }>`select municipality_id, team_id, result, hold_reason, (closed_at at time zone ${sql.lit(zone)})::date as closed_on,
      (erasure_at at time zone ${sql.lit(zone)})::date as erased_on, count(*) as count
    from case_file where status = 'closed' group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6`.execute(db);
  return rows.map((row) => ({
    municipalityId: row.municipality_id,
    teamId: row.team_id,
    count: row.count,
    closing: {
      status: "closed",
      hold: row.hold_reason === null ? null : oneOf(holdReasons, row.hold_reason),
      closedOn: Temporal.PlainDate.from(row.closed_on),
      result: oneOf(caseResults, row.result),
      ...(row.erased_on === null ? {} : { erasedOn: Temporal.PlainDate.from(row.erased_on) }),
    },
  }));
}

/** Everything that hangs on it goes along by cascade. False: it was opened again, held or deleted in the meantime. */
export async function deleteFile(db: Tx, file: ClosedFile): Promise<boolean> {
  const outcome = await db
    .deleteFrom("case_file")
    .where("municipality_id", "=", file.municipalityId)
    .where("id", "=", file.id)
    .where("closed_at", "=", file.closedAt.toString())
    .executeTakeFirst();
  return outcome.numDeletedRows === 1n;
}

/** Files that were opened before this moment and are open still. */
export const listOpenSince = (db: Tx, before: Temporal.Instant) =>
  db
    .selectFrom("case_file")
    .select(["municipality_id as municipalityId", "team_id as teamId", "id"])
    .where("status", "=", sql.lit("open"))
    .where("opened_at", "<", before.toString())
    .orderBy("municipality_id")
    .orderBy("id")
    .execute();

/** Those of these files in which nobody wrote a line since this moment. */
export const listUntouched = async (
  db: Tx,
  municipalityId: string,
  caseIds: string[],
  since: Temporal.Instant,
): Promise<string[]> =>
  (
    await db
      .selectFrom("case_file as f")
      .select("f.id")
      .where("f.municipality_id", "=", municipalityId)
      .where("f.id", "in", caseIds)
      .where("f.status", "=", "open")
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom("contact_entry as e")
              .whereRef("e.municipality_id", "=", "f.municipality_id")
              .whereRef("e.case_id", "=", "f.id")
              .where("e.at", ">=", since.toString())
              .select("e.id"),
          ),
        ),
      )
      .orderBy("f.id")
      .execute()
  ).map((row) => row.id);

/** False: it went in the meantime. */
export async function setHold(
  db: Tx,
  municipalityId: string,
  permit: Permit<"case.hold" | "request.handle" | "request.answer">,
  hold: { since: Temporal.Instant; reason: HoldReason } | null,
): Promise<boolean> {
  const outcome = await db
    .updateTable("case_file")
    .set({ held_since: hold?.since.toString() ?? null, hold_reason: hold?.reason ?? null })
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", permit.caseId)
    .executeTakeFirst();
  return outcome.numUpdatedRows === 1n;
}
