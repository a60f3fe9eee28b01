import { sql } from "kysely";
import { z } from "zod";
import type { Tx } from "../../../kernel/context.ts";
import type { Change } from "../editing/change.ts";
import { type Asked, askAfter } from "./check.ts";

type At = { municipalityId: string; serviceId: string };

/** A role at whoever offers it, with a deputy, and the team of the editor who named them. */
export type Owner = {
  teamId: string;
  role: string;
  mail: string;
  deputyRole: string;
  deputyMail: string;
  language: string;
};

export async function findOwner(db: Tx, { municipalityId, serviceId }: At): Promise<Owner | undefined> {
  const row = await db
    .selectFrom("entry_owner")
    .selectAll()
    .where("municipality_id", "=", municipalityId)
    .where("service_id", "=", serviceId)
    .executeTakeFirst();
  return (
    row && {
      teamId: row.team_id,
      role: row.role,
      mail: row.mail,
      deputyRole: row.deputy_role,
      deputyMail: row.deputy_mail,
      language: row.language,
    }
  );
}

export async function setOwner(db: Tx, { municipalityId, serviceId }: At, owner: Owner): Promise<void> {
  const values = {
    team_id: owner.teamId,
    role: owner.role,
    mail: owner.mail,
    deputy_role: owner.deputyRole,
    deputy_mail: owner.deputyMail,
    language: owner.language,
  };
  await db
    .insertInto("entry_owner")
    .values({ municipality_id: municipalityId, service_id: serviceId, ...values })
    .onConflict((conflict) => conflict.columns(["municipality_id", "service_id"]).doUpdateSet(values))
    .execute();
}

/** Not fresh any more on this day ("2026-11-26"), as `freshnessOf` says it: months end on the same day in both. */
export const isDue = (today: string) =>
  sql<boolean>`(service.checked_on is null or service.checked_on + make_interval(months => ${askAfter.months}) <= ${today}::date)`;

/** Entries with an owner that are not fresh any more today, with how often the owner was asked since. */
export async function listOwned(
  db: Tx,
  municipalityId: string,
  today: string,
): Promise<{ serviceId: string; teamId: string; checkedOn: string | null; asked: Asked }[]> {
  const rows = await db
    .selectFrom("service")
    .innerJoin("entry_owner", (join) =>
      join
        .onRef("entry_owner.municipality_id", "=", "service.municipality_id")
        .onRef("entry_owner.service_id", "=", "service.id"),
    )
    .leftJoin("entry_check", (join) =>
      join
        .onRef("entry_check.municipality_id", "=", "service.municipality_id")
        .onRef("entry_check.service_id", "=", "service.id")
        .on("entry_check.answered_at", "is", null)
        .on("entry_check.told_at", "is", null),
    )
    .select(["service.id", "service.checked_on", "entry_owner.team_id"])
    .select([
      sql<number>`count(entry_check.id)::int`.as("times"),
      sql<string | null>`max(entry_check.asked_at)`.as("last"),
    ])
    .where("service.municipality_id", "=", municipalityId)
    .where("service.withdrawn", "=", false)
    .where(isDue(today))
    .groupBy(["service.id", "service.checked_on", "entry_owner.team_id"])
    .orderBy("service.id")
    .execute();
  return rows.map((row) => ({
    serviceId: row.id,
    teamId: row.team_id,
    checkedOn: row.checked_on,
    asked: { times: row.times, last: row.last === null ? null : Temporal.Instant.from(row.last) },
  }));
}

export async function setChecked(db: Tx, { municipalityId, serviceId }: At, checkedOn: string): Promise<void> {
  await db
    .updateTable("service")
    .set({ checked_on: checkedOn })
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", serviceId)
    .execute();
}

export type Check = {
  id: string;
  serviceId: string;
  endsAt: Temporal.Instant;
  answeredAt: Temporal.Instant | null;
};

export async function insertCheck(
  db: Tx,
  { municipalityId, serviceId }: At,
  check: { id: string; tokenHash: string; askedAt: Temporal.Instant; endsAt: Temporal.Instant },
): Promise<void> {
  await db
    .insertInto("entry_check")
    .values({
      municipality_id: municipalityId,
      id: check.id,
      service_id: serviceId,
      token_hash: check.tokenHash,
      asked_at: check.askedAt.toString(),
      ends_at: check.endsAt.toString(),
    })
    .execute();
}

/** With a lock: two presses at once are one after the other. */
export async function findCheck(
  db: Tx,
  municipalityId: string,
  tokenHash: string,
  lock = false,
): Promise<Check | undefined> {
  const row = await db
    .selectFrom("entry_check")
    .select(["id", "service_id", "ends_at", "answered_at"])
    .where("municipality_id", "=", municipalityId)
    .where("token_hash", "=", tokenHash)
    .$if(lock, (select) => select.forUpdate())
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      serviceId: row.service_id,
      endsAt: Temporal.Instant.from(row.ends_at),
      answeredAt: row.answered_at === null ? null : Temporal.Instant.from(row.answered_at),
    }
  );
}

/** Whatever was asked of this entry is answered by it. */
export async function answerChecks(db: Tx, { municipalityId, serviceId }: At, at: Temporal.Instant): Promise<void> {
  await db
    .updateTable("entry_check")
    .set({ answered_at: at.toString() })
    .where("municipality_id", "=", municipalityId)
    .where("service_id", "=", serviceId)
    .where("answered_at", "is", null)
    .execute();
}

export async function setTold(db: Tx, { municipalityId, serviceId }: At, at: Temporal.Instant): Promise<void> {
  await db
    .updateTable("entry_check")
    .set({ told_at: at.toString() })
    .where("municipality_id", "=", municipalityId)
    .where("service_id", "=", serviceId)
    .where("answered_at", "is", null)
    .where("told_at", "is", null)
    .execute();
}

/** What somebody says is wrong, and what it should be. */
export type Suggestion = {
  id: string;
  serviceId: string;
  version: number;
  changes: Change[];
  words: string;
  by: "owner" | "anybody";
  mail: string | null;
  language: string;
  madeAt: Temporal.Instant;
  outcome: "approved" | "declined" | null;
};

const Changes = z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() }));

export async function insertSuggestion(
  db: Tx,
  municipalityId: string,
  suggestion: Omit<Suggestion, "outcome">,
): Promise<void> {
  await db
    .insertInto("entry_suggestion")
    .values({
      municipality_id: municipalityId,
      id: suggestion.id,
      service_id: suggestion.serviceId,
      version: suggestion.version,
      changes: JSON.stringify(suggestion.changes),
      words: suggestion.words,
      told_by: suggestion.by,
      mail: suggestion.mail,
      language: suggestion.language,
      made_at: suggestion.madeAt.toString(),
    })
    .onConflict((conflict) => conflict.columns(["municipality_id", "id"]).doNothing())
    .execute();
}

const select = (db: Tx, municipalityId: string) =>
  db.selectFrom("entry_suggestion").selectAll().where("municipality_id", "=", municipalityId);
type Row = Awaited<ReturnType<ReturnType<typeof select>["execute"]>>[number];
const suggestionOf = (row: Row): Suggestion => ({
  id: row.id,
  serviceId: row.service_id,
  version: row.version,
  changes: Changes.parse(row.changes),
  words: row.words,
  by: row.told_by === "owner" ? "owner" : "anybody",
  mail: row.mail,
  language: row.language,
  madeAt: Temporal.Instant.from(row.made_at),
  outcome: row.outcome === "approved" || row.outcome === "declined" ? row.outcome : null,
});

/** Oldest first; at most as many as somebody can look through. */
export async function listOpenSuggestions(db: Tx, municipalityId: string): Promise<Suggestion[]> {
  const rows = await select(db, municipalityId)
    .where("settled_at", "is", null)
    .orderBy("made_at")
    .orderBy("id")
    .limit(200)
    .execute();
  return rows.map(suggestionOf);
}

export async function findSuggestion(db: Tx, municipalityId: string, id: string): Promise<Suggestion | undefined> {
  const row = await select(db, municipalityId).where("id", "=", id).executeTakeFirst();
  return row && suggestionOf(row);
}

/** @returns false when somebody else was first. */
export async function settleSuggestion(
  db: Tx,
  municipalityId: string,
  id: string,
  settled: { outcome: "approved" | "declined"; at: Temporal.Instant; by: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("entry_suggestion")
    .set({ outcome: settled.outcome, settled_at: settled.at.toString(), settled_by: settled.by })
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", id)
    .where("settled_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** A team of the municipality itself, in whose name is written where no owner was named; undefined: it has none here. */
export async function findKeeperTeam(db: Tx, municipalityId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("team")
    .innerJoin("organisation", "organisation.id", "team.organisation_id")
    .select("team.id")
    .where("team.municipality_id", "=", municipalityId)
    .orderBy(sql`organisation.kind = 'municipality'`, "desc")
    .orderBy("team.id")
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

/** What was settled and what was asked long ago. @returns how many rows went. */
export async function forgetOld(
  db: Tx,
  municipalityId: string,
  before: { settled: string; ended: string },
): Promise<number> {
  const suggestions = await db
    .deleteFrom("entry_suggestion")
    .where("municipality_id", "=", municipalityId)
    .where("settled_at", "<", before.settled)
    .executeTakeFirst();
  const checks = await db
    .deleteFrom("entry_check")
    .where("municipality_id", "=", municipalityId)
    .where("ends_at", "<", before.ended)
    .executeTakeFirst();
  return Number(suggestions.numDeletedRows + checks.numDeletedRows);
}
