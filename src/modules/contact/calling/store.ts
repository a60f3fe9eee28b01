import { instant, oneOf } from "../../../db/row.ts";
import type { Tx } from "../../../kernel/context.ts";
import type { Callback } from "../callback/callback.ts";
import { type Attempt, attemptOutcomes } from "./attempt.ts";

export async function insertAttempt(db: Tx, callback: Callback, attempt: Attempt): Promise<void> {
  await db
    .insertInto("contact_attempt")
    .values({
      municipality_id: callback.municipalityId,
      id: attempt.id,
      callback_id: callback.id,
      case_id: callback.caseId,
      team_id: callback.teamId,
      at: attempt.at.toString(),
      by_person_id: attempt.byPersonId,
      outcome: attempt.outcome,
    })
    .execute();
}

export async function listAttempts(db: Tx, municipalityId: string, callbackId: string): Promise<Attempt[]> {
  const rows = await db
    .selectFrom("contact_attempt")
    .selectAll()
    .where("municipality_id", "=", municipalityId)
    .where("callback_id", "=", callbackId)
    .orderBy("at")
    .orderBy("id")
    .limit(200)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: instant(row.at),
    byPersonId: row.by_person_id,
    outcome: oneOf(attemptOutcomes, row.outcome),
  }));
}
