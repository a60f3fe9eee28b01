import { instant } from "../../../db/row.ts";
import type { Tx } from "../../../kernel/context.ts";
import type { LookPermit } from "../../access/index.ts";
import { lookKinds } from "../promise.ts";
import { open } from "../store.ts";

/** By when a privacy officer, or the deputy, must look at what: row-level security shows what the actor may look at. */
export async function listLooksDue(
  db: Tx,
  municipalityId: string,
  _permit: LookPermit,
): Promise<{ subjectId: string; dueAt: Temporal.Instant }[]> {
  const rows = await db
    .selectFrom("promise")
    .select(["subject_id", "due_at"])
    .where("municipality_id", "=", municipalityId)
    .where("kind", "in", lookKinds)
    .where("owner_role", "=", "privacy-officer")
    .where("state", "=", open)
    .execute();
  return rows.map((row) => ({ subjectId: row.subject_id, dueAt: instant(row.due_at) }));
}
