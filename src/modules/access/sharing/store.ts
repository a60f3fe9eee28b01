import { sql } from "kysely";
import { instant, oneOf } from "../../../db/row.ts";
import type { Tx } from "../../../kernel/context.ts";
import { dayOf } from "../../../kernel/day.ts";
import type { Permit } from "../permit.ts";
import { type SharedGround, sharedGrounds } from "../rights.ts";
import type { BehindGlass, Share } from "./share.ts";

/** The cases of a resident with this number at a team of colleagues, whose glass the actor may break; newest first. */
export async function listBehindGlass(db: Tx, teamId: string, phone: string): Promise<BehindGlass[]> {
  const { rows } = await sql<{
    id: string;
    opened_at: string;
  }>`select id, opened_at from app_find_behind_glass(${teamId}::uuid, ${phone})`.execute(db);
  return rows.map((row) => ({ caseId: row.id, askedAt: instant(row.opened_at) }));
}

export async function insertShare(
  db: Tx,
  share: {
    municipalityId: string;
    id: string;
    caseId: string;
    teamId: string;
    to: { personId: string } | { teamId: string };
    ground: SharedGround;
    basis: string;
    reason: string;
    fromAt: Temporal.Instant;
    untilAt: Temporal.Instant;
    givenBy: string;
  },
): Promise<void> {
  await db
    .insertInto("case_share")
    .values({
      municipality_id: share.municipalityId,
      id: share.id,
      case_id: share.caseId,
      team_id: share.teamId,
      to_team_id: "teamId" in share.to ? share.to.teamId : null,
      to_person_id: "personId" in share.to ? share.to.personId : null,
      ground: share.ground,
      basis: share.basis,
      reason: share.reason,
      from_at: share.fromAt.toString(),
      until_at: share.untilAt.toString(),
      given_by: share.givenBy,
    })
    .execute();
}

/** That somebody must look at this breaking of the glass; whoever broke it never sees it. */
export async function insertEmergency(
  db: Tx,
  share: { municipalityId: string; id: string; teamId: string; givenBy: string; fromAt: Temporal.Instant },
): Promise<void> {
  await db
    .insertInto("unusual_reading")
    .values({
      municipality_id: share.municipalityId,
      id: share.id,
      team_id: share.teamId,
      person_id: share.givenBy,
      day: dayOf(share.fromAt).toString(),
      reason: "emergency",
      found_at: share.fromAt.toString(),
      event_ids: [],
    })
    .execute();
}

/** With whom this case was ever shared, newest first. */
export async function listShares(db: Tx, municipalityId: string, permit: Permit): Promise<Share[]> {
  const rows = await db
    .selectFrom("case_share")
    .leftJoin("person", "person.id", "case_share.given_by")
    .select(["case_share.id", "ground", "basis", "reason", "from_at", "until_at", "ended_at", "given_by"])
    .select("person.name")
    .where("municipality_id", "=", municipalityId)
    .where("case_id", "=", permit.caseId)
    .orderBy("from_at", "desc")
    .limit(100)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    ground: oneOf(sharedGrounds, row.ground),
    basis: row.basis,
    reason: row.reason,
    fromAt: instant(row.from_at),
    untilAt: instant(row.until_at),
    endedAt: row.ended_at === null ? null : instant(row.ended_at),
    givenBy: { personId: row.given_by, name: row.name ?? "" },
  }));
}

/**
 * Ends this share, and whatever else of the file whoever got it has on the same ground: one emergency is not four buttons.
 * @returns which ended; none when it was over already, or is not the actor's to end.
 */
export async function endShares(
  db: Tx,
  municipalityId: string,
  share: { id: string; caseId: string },
  now: Temporal.Instant,
): Promise<string[]> {
  const rows = await db
    .updateTable("case_share")
    .from("case_share as meant")
    .set({ ended_at: now.toString() })
    .where("meant.municipality_id", "=", municipalityId)
    .where("meant.case_id", "=", share.caseId)
    .where("meant.id", "=", share.id)
    .where("meant.ended_at", "is", null)
    .where("meant.until_at", ">", now.toString())
    .whereRef("case_share.municipality_id", "=", "meant.municipality_id")
    .whereRef("case_share.case_id", "=", "meant.case_id")
    .where("case_share.ended_at", "is", null)
    .where((eb) =>
      eb.or([
        eb("case_share.id", "=", share.id),
        // What ran out by itself is not ended now.
        eb.and([
          eb("case_share.until_at", ">", now.toString()),
          eb("case_share.ground", "=", eb.ref("meant.ground")),
          eb.or([
            eb("case_share.to_person_id", "=", eb.ref("meant.to_person_id")),
            eb("case_share.to_team_id", "=", eb.ref("meant.to_team_id")),
          ]),
        ]),
      ]),
    )
    .returning("case_share.id")
    .execute();
  return rows.map(({ id }) => id);
}

/** Whether this share is over, and is of a file of the actor's teams or was with the actor. */
export async function isShareOver(
  db: Tx,
  municipalityId: string,
  share: { id: string; caseId: string },
  actor: { personId: string; teamIds: string[] },
  now: Temporal.Instant,
): Promise<boolean> {
  const row = await db
    .selectFrom("case_share")
    .select("id")
    .where("municipality_id", "=", municipalityId)
    .where("case_id", "=", share.caseId)
    .where("id", "=", share.id)
    .where((eb) => eb.or([eb("ended_at", "is not", null), eb("until_at", "<=", now.toString())]))
    .where((eb) =>
      eb.or([
        eb("to_person_id", "=", actor.personId),
        ...(actor.teamIds.length === 0
          ? []
          : [eb("team_id", "in", actor.teamIds), eb("to_team_id", "in", actor.teamIds)]),
      ]),
    )
    .executeTakeFirst();
  return row !== undefined;
}

/** The teams of the actor's organisations in which they do not work themselves: whose glass they might break. */
export async function listTeamsBeside(db: Tx, municipalityId: string, teamIds: string[]) {
  return db
    .selectFrom("team")
    .select(["team.id", "team.name"])
    .where("team.municipality_id", "=", municipalityId)
    .where("team.id", "not in", teamIds)
    .where("team.organisation_id", "in", (eb) =>
      eb
        .selectFrom("team as mine")
        .select("mine.organisation_id")
        .where("mine.municipality_id", "=", municipalityId)
        .where("mine.id", "in", teamIds),
    )
    .orderBy("team.name")
    .execute();
}
