import { sql } from "kysely";
import { instant, oneOf } from "../../../db/row.ts";
import type { Tx } from "../../../kernel/context.ts";
import { type TeamRole, teamRoles } from "../role.ts";
import { type Skill, type SkillName, skills } from "./skill.ts";
import type { StaffDuty, StaffTeam } from "./staff.ts";

/** Teams of these organisations in one municipality. */
export async function listTeams(db: Tx, municipalityId: string, organisationIds: string[]): Promise<StaffTeam[]> {
  return db
    .selectFrom("team")
    .innerJoin("organisation", "organisation.id", "team.organisation_id")
    .select(["team.id", "team.name", "organisation.id as organisationId", "organisation.name as organisationName"])
    .where("team.municipality_id", "=", municipalityId)
    .where("organisation.id", "in", organisationIds)
    .orderBy("organisation.name")
    .orderBy("team.name")
    .execute();
}

/** Everybody's duties in teams of these organisations, wherever those stand. */
export async function listDuties(db: Tx, organisationIds: string[]): Promise<(StaffDuty & { personId: string })[]> {
  const rows = await db
    .selectFrom("team_member")
    .innerJoin("team", (join) =>
      join
        .onRef("team.municipality_id", "=", "team_member.municipality_id")
        .onRef("team.id", "=", "team_member.team_id"),
    )
    .innerJoin("municipality", "municipality.id", "team.municipality_id")
    .select(["team_member.person_id", "team_member.role", "team_member.deputy_id", "team_member.given_by"])
    .select(["team.id as team_id", "team.name as team_name", "team.organisation_id"])
    .select(["municipality.id as municipality_id", "municipality.name as municipality_name"])
    .where("team.organisation_id", "in", organisationIds)
    .orderBy("municipality.name")
    .orderBy("team.name")
    .orderBy("team_member.role")
    .execute();
  return rows.map((row) => ({
    personId: row.person_id,
    municipalityId: row.municipality_id,
    municipalityName: row.municipality_name,
    teamId: row.team_id,
    teamName: row.team_name,
    organisationId: row.organisation_id,
    role: oneOf(teamRoles, row.role),
    deputyId: row.deputy_id,
    byProvider: row.given_by !== null,
  }));
}

/** Everybody of these organisations: at work, invited or gone. Row-level security knows who that is. */
export async function listPeople(db: Tx, organisationIds: string[]) {
  const rows = await db
    .selectFrom("person")
    .leftJoin("person_left", (join) =>
      join.onRef("person_left.person_id", "=", "person.id").on("person_left.organisation_id", "in", organisationIds),
    )
    .leftJoin("person_invitation", "person_invitation.person_id", "person.id")
    .select(["person.id", "person.name", "person.mail", "person_left.at as left_at"])
    .select("person_invitation.ends_at as invited_until")
    .select((eb) =>
      eb
        .exists(
          eb.selectFrom("person_identity").select("subject").whereRef("person_identity.person_id", "=", "person.id"),
        )
        .as("has_account"),
    )
    .where((eb) => eb.fn<boolean>("app_works_for", ["person.id", sql`${sql.val(organisationIds)}::uuid[]`]))
    .orderBy("person.name")
    .orderBy("person.id")
    .limit(2000)
    .execute();
  return rows.map((row) => ({
    personId: row.id,
    name: row.name,
    mail: row.mail,
    hasAccount: row.has_account === true,
    leftAt: row.left_at === null ? null : instant(row.left_at),
    invitedUntil: row.invited_until === null ? null : instant(row.invited_until),
  }));
}

export async function listSkills(db: Tx, personIds: string[]): Promise<(Skill & { personId: string })[]> {
  if (personIds.length === 0) return [];
  const rows = await db
    .selectFrom("person_skill")
    .selectAll()
    .where("person_id", "in", personIds)
    .orderBy("skill")
    .execute();
  return rows.map((row) => ({
    personId: row.person_id,
    skill: oneOf(skills, row.skill),
    since: row.since,
    until: row.until,
  }));
}

/** Whoever changes who works for an organisation waits here: two who take each other's duty away see one another. */
export const lockOrganisation = (db: Tx, organisationId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`organisation:${organisationId}`}, 0))`.execute(db);

/** False when they have it already. */
export async function insertDuty(
  db: Tx,
  duty: { municipalityId: string; teamId: string; personId: string; role: TeamRole; deputyId: string | null },
): Promise<boolean> {
  const outcome = await db
    .insertInto("team_member")
    .values({
      municipality_id: duty.municipalityId,
      team_id: duty.teamId,
      person_id: duty.personId,
      role: duty.role,
      deputy_id: duty.deputyId,
    })
    .onConflict((conflict) => conflict.columns(["municipality_id", "team_id", "person_id", "role"]).doNothing())
    .executeTakeFirst();
  return outcome.numInsertedOrUpdatedRows === 1n;
}

export async function deleteDuty(
  db: Tx,
  duty: { municipalityId: string; teamId: string; personId: string; role: TeamRole },
): Promise<boolean> {
  const outcome = await db
    .deleteFrom("team_member")
    .where("municipality_id", "=", duty.municipalityId)
    .where("team_id", "=", duty.teamId)
    .where("person_id", "=", duty.personId)
    .where("role", "=", duty.role)
    .executeTakeFirst();
  return outcome.numDeletedRows === 1n;
}

/** Every duty of somebody in teams of an organisation, wherever those stand. */
export async function deleteDuties(db: Tx, personId: string, organisationId: string): Promise<void> {
  await db
    .deleteFrom("team_member")
    .where("person_id", "=", personId)
    .where((eb) =>
      eb(
        eb.refTuple("municipality_id", "team_id"),
        "in",
        eb
          .selectFrom("team")
          .select(["municipality_id", "id"])
          .where("organisation_id", "=", organisationId)
          .$asTuple("municipality_id", "id"),
      ),
    )
    .execute();
}

export async function updateDeputy(
  db: Tx,
  duty: { municipalityId: string; teamId: string; personId: string; role: TeamRole; deputyId: string | null },
): Promise<boolean> {
  const outcome = await db
    .updateTable("team_member")
    .set({ deputy_id: duty.deputyId })
    .where("municipality_id", "=", duty.municipalityId)
    .where("team_id", "=", duty.teamId)
    .where("person_id", "=", duty.personId)
    .where("role", "=", duty.role)
    .executeTakeFirst();
  return outcome.numUpdatedRows === 1n;
}

/** Nobody stands in for anybody any more who left the team. */
export async function dropDeputy(db: Tx, personId: string, organisationId: string): Promise<void> {
  await db
    .updateTable("team_member")
    .set({ deputy_id: null })
    .where("deputy_id", "=", personId)
    .where("team_id", "in", (eb) => eb.selectFrom("team").select("id").where("organisation_id", "=", organisationId))
    .execute();
}

export async function setSkill(db: Tx, personId: string, skill: Skill): Promise<void> {
  await db
    .insertInto("person_skill")
    .values({ person_id: personId, ...skill })
    .onConflict((conflict) =>
      conflict.columns(["person_id", "skill"]).doUpdateSet({ since: skill.since, until: skill.until }),
    )
    .execute();
}

export async function deleteSkill(db: Tx, personId: string, skill: SkillName): Promise<void> {
  await db.deleteFrom("person_skill").where("person_id", "=", personId).where("skill", "=", skill).execute();
}

export async function insertLeft(db: Tx, personId: string, organisationId: string, at: Temporal.Instant) {
  await db
    .insertInto("person_left")
    .values({ person_id: personId, organisation_id: organisationId, at: at.toString() })
    .onConflict((conflict) => conflict.columns(["organisation_id", "person_id"]).doNothing())
    .execute();
}

export async function deleteLeft(db: Tx, personId: string, organisationId: string): Promise<void> {
  await db
    .deleteFrom("person_left")
    .where("person_id", "=", personId)
    .where("organisation_id", "=", organisationId)
    .execute();
}

export async function hasLeft(db: Tx, personId: string, organisationId: string): Promise<boolean> {
  const row = await db
    .selectFrom("person_left")
    .select("at")
    .where("person_id", "=", personId)
    .where("organisation_id", "=", organisationId)
    .executeTakeFirst();
  return row !== undefined;
}

/** The newest invitation is the one that holds. */
export async function setInvitation(
  db: Tx,
  invitation: { personId: string; organisationId: string; tokenHash: string; endsAt: Temporal.Instant },
): Promise<void> {
  await deleteInvitation(db, invitation.personId);
  await db
    .insertInto("person_invitation")
    .values({
      person_id: invitation.personId,
      organisation_id: invitation.organisationId,
      token_hash: invitation.tokenHash,
      ends_at: invitation.endsAt.toString(),
    })
    .execute();
}

/** False when there was none: of two who use one at the same moment, one finds it gone. */
export async function deleteInvitation(db: Tx, personId: string): Promise<boolean> {
  const outcome = await db.deleteFrom("person_invitation").where("person_id", "=", personId).executeTakeFirst();
  return outcome.numDeletedRows === 1n;
}

export async function findInvitation(db: Tx, tokenHash: string) {
  const row = await db
    .selectFrom("person_invitation")
    .innerJoin("organisation", "organisation.id", "person_invitation.organisation_id")
    .select(["person_invitation.person_id", "person_invitation.ends_at"])
    .select(["organisation.id as organisation_id", "organisation.name as organisation_name"])
    .where("person_invitation.token_hash", "=", tokenHash)
    .executeTakeFirst();
  return (
    row && {
      personId: row.person_id,
      organisationId: row.organisation_id,
      organisationName: row.organisation_name,
      endsAt: instant(row.ends_at),
    }
  );
}

/** Where an invited person is written to, and in which language. */
export async function findMail(db: Tx, personId: string) {
  return db.selectFrom("person").select(["mail", "language", "name"]).where("id", "=", personId).executeTakeFirst();
}

/** How many ended. The database looks itself whether the actor administers them: an administrator sees no session. */
export async function deleteSessionsOf(db: Tx, personId: string): Promise<number> {
  const { rows } = await sql<{ ended: string }>`select app_end_sessions(${personId}) as ended`.execute(db);
  return Number(rows[0]?.ended ?? 0);
}
