import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { z } from "zod";
import { root } from "../../../config/root.ts";
import { instant } from "../../../db/row.ts";
import type { Tx } from "../../../kernel/context.ts";
import { parseRetention, type RetentionTable, type RuleId, ruleIds, type TeamTerms } from "./rule.ts";

export const readRetention = (): RetentionTable =>
  parseRetention(readFileSync(join(root, "content/retention.yaml"), "utf8"));

const OwnTerms = z.partialRecord(z.enum(ruleIds), z.int().min(1));

/** Every team, or one of them, with who answers for it and what it set itself. */
export async function listTeamTerms(db: Tx, only?: { municipalityId: string; teamId: string }): Promise<TeamTerms[]> {
  const rows = await db
    .selectFrom("team")
    .innerJoin("organisation", "organisation.id", "team.organisation_id")
    .innerJoin("municipality", "municipality.id", "team.municipality_id")
    .select(["team.municipality_id", "team.id", "team.name", "team.retention_months"])
    .select(["organisation.kind", "municipality.name as municipality"])
    .$if(only !== undefined, (select) =>
      select.where("team.municipality_id", "=", only?.municipalityId ?? "").where("team.id", "=", only?.teamId ?? ""),
    )
    .orderBy("municipality.name")
    .orderBy("team.name")
    .execute();
  return rows.map((row) => ({
    municipalityId: row.municipality_id,
    municipality: row.municipality,
    teamId: row.id,
    team: row.name,
    controller: row.kind === "municipality" ? "municipality" : "organisation",
    own: OwnTerms.parse(row.retention_months),
  }));
}

export async function setTeamTerm(
  db: Tx,
  team: { municipalityId: string; teamId: string },
  rule: RuleId,
  months: number | null,
): Promise<void> {
  await db
    .updateTable("team")
    .set({
      retention_months:
        months === null
          ? sql`retention_months - ${rule}::text`
          : sql`retention_months || jsonb_build_object(${rule}::text, ${months}::int)`,
    })
    .where("municipality_id", "=", team.municipalityId)
    .where("id", "=", team.teamId)
    .execute();
}

// ── people who left ─────────────────────────────────────────────────────────────────────────────────────────────

/** Whoever has no team is noticed, and whoever has one again is not on the list any more. */
export async function noticeLeavers(db: Tx, now: Temporal.Instant): Promise<void> {
  await db.deleteFrom("leaver").where(sql<boolean>`has_team(person_id)`).execute();
  // Row-level security shows people without a team here, and nobody else.
  await sql`
    insert into leaver (person_id, noticed_at)
    select id, ${now.toString()}::timestamptz from person where name <> '' or mail is not null
    on conflict do nothing`.execute(db);
}

export const listLeavers = async (db: Tx): Promise<{ personId: string; noticedAt: Temporal.Instant }[]> =>
  (
    await db
      .selectFrom("leaver")
      .select(["person_id", "noticed_at"])
      .where(sql<boolean>`not has_team(person_id)`)
      .orderBy("noticed_at")
      .execute()
  ).map((row) => ({
    personId: row.person_id,
    noticedAt: instant(row.noticed_at),
  }));

/** Name, address and how they signed in are gone; the row stays, because notes and events refer to it. False: they are back. */
export async function forgetPerson(db: Tx, personId: string): Promise<boolean> {
  const forgotten = await db
    .updateTable("person")
    .set({ name: "", mail: null, language: "nl" })
    .where("id", "=", personId)
    .executeTakeFirst();
  if (forgotten.numUpdatedRows !== 1n) return false;
  for (const table of ["person_identity", "person_skill", "person_left", "person_invitation"] as const)
    await db.deleteFrom(table).where("person_id", "=", personId).execute();
  await db.deleteFrom("leaver").where("person_id", "=", personId).execute();
  return true;
}
