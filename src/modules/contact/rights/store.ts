import { instant } from "../../../db/row.ts";
import type { Tx } from "../../../kernel/context.ts";
import type { Permit } from "../../access/index.ts";

/** When the resident was mailed, and the subject. The texts are wiped when they are sent, the rows go after thirty days. */
export async function listMailsTo(
  db: Tx,
  municipalityId: string,
  permit: Permit<"case.read">,
  address: string,
): Promise<{ at: Temporal.Instant; subject: string }[]> {
  const rows = await db
    .selectFrom("mail")
    .select(["made_at", "subject"])
    .where("municipality_id", "=", municipalityId)
    .where("case_id", "=", permit.caseId)
    // Alarms about the question go to whoever works there.
    .where("to_address", "=", address)
    .orderBy("made_at")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({ at: instant(row.made_at), subject: row.subject }));
}
