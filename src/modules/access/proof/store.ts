import { sql } from "kysely";
import { instant, instantOrNull } from "../../../db/row.ts";
import type { Tx } from "../../../kernel/context.ts";
import type { Permit } from "../permit.ts";
import { lastFourOf } from "../resident-code.ts";
import { type FoundByMail, proofLasts, type Together } from "./mail-proof.ts";

/** Two who ask about the same address wait for each other: so nobody is mailed more often than is right. */
export const lockReach = (db: Tx, municipalityId: string, print: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`${municipalityId}:${print}`}, 0))`.execute(db);

/** The questions of whoever gave this address, with a number that ends so; row-level security shows this purpose alone. */
export async function findByMail(
  db: Tx,
  municipalityId: string,
  reach: { mail: string; lastFour: string },
  mailedSince: Temporal.Instant,
): Promise<FoundByMail[]> {
  const rows = await db
    .selectFrom("resident as r")
    .innerJoin("case_file as f", (join) =>
      join.onRef("f.municipality_id", "=", "r.municipality_id").onRef("f.id", "=", "r.case_id"),
    )
    .select(["f.id", "f.team_id", "f.event_ref", "r.not_safe_since"])
    .select((eb) =>
      eb
        .selectFrom("mail_proof as p")
        .whereRef("p.municipality_id", "=", "r.municipality_id")
        .whereRef("p.case_id", "=", "r.case_id")
        .where("p.asked_at", ">", mailedSince.toString())
        .select((one) => one.fn.countAll<number>().as("count"))
        .as("mailed"),
    )
    .where("r.municipality_id", "=", municipalityId)
    .where("r.mail_lower", "=", sql<string>`lower(${reach.mail})`)
    .where(sql<string>`right(r.phone, 4)`, "=", reach.lastFour)
    .orderBy("f.opened_at", "desc")
    .orderBy("f.id")
    .limit(20)
    .execute();
  return rows.map((row) => ({
    caseId: row.id,
    teamId: row.team_id,
    eventRef: row.event_ref,
    isNotSafe: row.not_safe_since !== null,
    mailed: Number(row.mailed),
  }));
}

/**
 * The other questions of whoever asked this one, at the same controller: asked with the same address and the same whole number. The
 * municipality is one controller with all its organisations; any other organisation is one by itself, or with those it names as its controller.
 */
export async function findTogether(db: Tx, municipalityId: string, own: Permit): Promise<Together[]> {
  const rows = await db
    .selectFrom("resident as mine")
    .innerJoin("resident as r", (join) =>
      join
        .onRef("r.municipality_id", "=", "mine.municipality_id")
        .onRef("r.mail_lower", "=", "mine.mail_lower")
        .onRef("r.phone", "=", "mine.phone"),
    )
    .innerJoin("case_file as f", (join) =>
      join.onRef("f.municipality_id", "=", "r.municipality_id").onRef("f.id", "=", "r.case_id"),
    )
    .innerJoin("team as my_team", (join) =>
      join.onRef("my_team.municipality_id", "=", "mine.municipality_id").onRef("my_team.id", "=", "mine.team_id"),
    )
    .innerJoin("organisation as my_organisation", "my_organisation.id", "my_team.organisation_id")
    .innerJoin("team as t", (join) =>
      join.onRef("t.municipality_id", "=", "f.municipality_id").onRef("t.id", "=", "f.team_id"),
    )
    .innerJoin("organisation as o", "o.id", "t.organisation_id")
    .select(["f.id", "f.team_id", "f.opened_at"])
    .where("mine.municipality_id", "=", municipalityId)
    .where("mine.case_id", "=", own.caseId)
    .where("f.id", "!=", own.caseId)
    .where("r.not_safe_since", "is", null)
    .where((eb) =>
      eb.or([
        eb("o.id", "=", eb.ref("my_organisation.id")),
        eb("o.controller", "=", eb.ref("my_organisation.controller")),
        eb.and([eb("o.kind", "=", "municipality"), eb("my_organisation.kind", "=", "municipality")]),
      ]),
    )
    .orderBy("f.opened_at")
    .orderBy("f.id")
    .limit(50)
    .execute();
  return rows.map((row) => ({ caseId: row.id, teamId: row.team_id, askedAt: instant(row.opened_at) }));
}

/** One statement, also for nothing: how long an answer takes must not tell whether somebody was found. */
export const insertProofs = (
  db: Tx,
  municipalityId: string,
  proof: { id: string; tokenHash: string; print: string; askedAt: Temporal.Instant },
  found: readonly FoundByMail[],
) =>
  sql`
    insert into mail_proof (municipality_id, id, token_hash, print, asked_at, case_id, team_id)
    select ${municipalityId}, ${proof.id}::uuid, ${proof.tokenHash}, ${proof.print}, ${proof.askedAt.toString()}::timestamptz, case_id, team_id
    from unnest(${found.map(({ caseId }) => caseId)}::uuid[], ${found.map(({ teamId }) => teamId)}::uuid[]) as found (case_id, team_id)`.execute(
    db,
  );

/** What this token may open, newest question first, with how to reach the resident now. */
export async function listProofs(db: Tx, municipalityId: string, tokenHash: string, askedAfter: Temporal.Instant) {
  const rows = await db
    .selectFrom("mail_proof as p")
    .innerJoin("case_file as f", (join) =>
      join.onRef("f.municipality_id", "=", "p.municipality_id").onRef("f.id", "=", "p.case_id"),
    )
    .innerJoin("resident as r", (join) =>
      join.onRef("r.municipality_id", "=", "p.municipality_id").onRef("r.case_id", "=", "p.case_id"),
    )
    .select(["p.case_id", "p.team_id", "p.print", "p.asked_at", "p.used_at", "f.event_ref", "f.opened_at"])
    .select(["r.mail", "r.phone", "r.not_safe_since"])
    .where("p.municipality_id", "=", municipalityId)
    .where("p.token_hash", "=", tokenHash)
    .where("p.asked_at", ">", askedAfter.toString())
    .orderBy("f.opened_at", "desc")
    .orderBy("f.id")
    .execute();
  return rows.map((row) => ({
    proven: {
      caseId: row.case_id,
      teamId: row.team_id,
      eventRef: row.event_ref,
      askedAt: instant(row.opened_at),
      until: instant(row.asked_at).add(proofLasts),
      usedAt: instantOrNull(row.used_at),
    },
    reach: {
      print: row.print,
      mail: row.mail,
      lastFour: lastFourOf(row.phone),
      isNotSafe: row.not_safe_since !== null,
    },
  }));
}

/** Uses the token up for every question it could open. Of two at once the second waits, and then finds nothing to use. */
export async function useToken(
  db: Tx,
  municipalityId: string,
  used: { tokenHash: string; form: string; at: Temporal.Instant },
): Promise<boolean> {
  const rows = await db
    .updateTable("mail_proof")
    .set({ used_at: used.at.toString(), used_form: used.form })
    .where("municipality_id", "=", municipalityId)
    .where("token_hash", "=", used.tokenHash)
    .where("used_at", "is", null)
    .returning("case_id")
    .execute();
  return rows.length > 0;
}

/** Whether this very form used the token, not long ago. */
export async function wasUsedBy(
  db: Tx,
  municipalityId: string,
  permit: Permit<"case.write">,
  used: { tokenHash: string; form: string; after: Temporal.Instant },
): Promise<boolean> {
  const row = await db
    .selectFrom("mail_proof")
    .select("id")
    .where("municipality_id", "=", municipalityId)
    .where("case_id", "=", permit.caseId)
    .where("token_hash", "=", used.tokenHash)
    .where("used_form", "=", used.form)
    .where("used_at", ">", used.after.toString())
    .executeTakeFirst();
  return row !== undefined;
}

/** Kept as long as mails are counted, in every municipality. */
export async function deleteProofs(db: Tx, askedBefore: Temporal.Instant): Promise<void> {
  await db.deleteFrom("mail_proof").where("asked_at", "<=", askedBefore.toString()).execute();
}
