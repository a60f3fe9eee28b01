import type { Tx } from "../../../kernel/context.ts";

/** Promises of a team that belong to no case and were settled before this moment. */
export const listForgettable = async (
  db: Tx,
  municipalityId: string,
  teamId: string,
  before: Temporal.Instant,
): Promise<string[]> =>
  (
    await db
      .selectFrom("promise")
      .select("id")
      .where("municipality_id", "=", municipalityId)
      .where("team_id", "=", teamId)
      .where("case_id", "is", null)
      .where("state", "<>", "open")
      .where("settled_at", "<", before.toString())
      .execute()
  ).map((row) => row.id);

/** With their history. */
export async function deletePromises(db: Tx, municipalityId: string, ids: string[]): Promise<void> {
  await db.deleteFrom("promise").where("municipality_id", "=", municipalityId).where("id", "in", ids).execute();
}
