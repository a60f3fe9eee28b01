import { sql } from "kysely";
import { z } from "zod";
import { instant, oneOf } from "../../db/row.ts";
import type { Pool, Tx } from "../../kernel/context.ts";
import { WeekHours } from "../../kernel/hours.ts";
import { callbackClocks, Desk, HouseStyle, type Municipality, switchableModules } from "./municipality.ts";
import type { Permit } from "./permit.ts";
import type { Colleague, Membership } from "./person.ts";
import type { Reading } from "./reading.ts";
import { grounds, sharedGrounds } from "./rights.ts";
import { type TeamRole, teamRoles, worksOnFiles } from "./role.ts";
import { independences, type Organisation, type Team, teamFunctions } from "./team.ts";

// ── municipalities and teams: public facts ──────────────────────────────────────────────────────────────────

export async function listMunicipalities(db: Pool | Tx): Promise<Municipality[]> {
  const rows = await db.selectFrom("municipality").selectAll().orderBy("name").execute();
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    name: row.name,
    parentId: row.parent_id,
    otherNames: row.other_names,
    callbackClock: oneOf(callbackClocks, row.callback_clock),
    desk: Desk.parse(row.desk),
    theme: HouseStyle.parse(row.theme),
    logo: row.logo,
    modulesOff: row.modules_off.map((module) => oneOf(switchableModules, module)),
  }));
}

export async function insertMunicipality(db: Tx, municipality: Municipality): Promise<void> {
  await db
    .insertInto("municipality")
    .values({
      id: municipality.id,
      slug: municipality.slug,
      name: municipality.name,
      parent_id: municipality.parentId,
      other_names: municipality.otherNames,
      callback_clock: municipality.callbackClock,
      desk: JSON.stringify(municipality.desk),
      theme: JSON.stringify(municipality.theme),
      logo: municipality.logo,
      modules_off: [...municipality.modulesOff],
    })
    .execute();
}

export async function insertOrganisation(db: Tx, organisation: Organisation): Promise<void> {
  await db
    .insertInto("organisation")
    .values({
      id: organisation.id,
      name: organisation.name,
      kind: organisation.kind,
      independence: organisation.independence,
      independence_reason: JSON.stringify(organisation.reason),
      controller: organisation.controller ?? null,
      privacy_mail: organisation.privacyMail ?? null,
    })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
}

export async function insertTeam(db: Tx, team: Team): Promise<void> {
  await db
    .insertInto("team")
    .values({
      municipality_id: team.municipalityId,
      id: team.id,
      organisation_id: team.organisation.id,
      name: team.name,
      function: team.function,
      calling_number: team.callingNumber,
      mail: team.mail,
      office_hours: JSON.stringify(team.officeHours),
    })
    .execute();
  for (const day of team.closingDays)
    await db
      .insertInto("closing_day")
      .values({ municipality_id: team.municipalityId, team_id: team.id, day, reason: "closed" })
      .execute();
}

export async function insertPerson(db: Tx, person: { id: string; name: string; mail: string | null }): Promise<void> {
  await db.insertInto("person").values(person).execute();
}

export async function insertMember(
  db: Tx,
  member: { municipalityId: string; teamId: string; personId: string; role: TeamRole; deputyId: string | null },
): Promise<void> {
  await db
    .insertInto("team_member")
    .values({
      municipality_id: member.municipalityId,
      team_id: member.teamId,
      person_id: member.personId,
      role: member.role,
      deputy_id: member.deputyId,
    })
    .execute();
}

const teamsOf = (db: Tx, municipalityId: string) =>
  db
    .selectFrom("team")
    .innerJoin("organisation", "organisation.id", "team.organisation_id")
    .select(["team.id", "team.name", "team.function", "team.calling_number", "team.mail", "team.office_hours"])
    .select([
      "organisation.id as organisation_id",
      "organisation.name as organisation_name",
      "organisation.independence",
    ])
    .select((eb) =>
      eb
        .selectFrom("closing_day")
        .whereRef("closing_day.municipality_id", "=", "team.municipality_id")
        .whereRef("closing_day.team_id", "=", "team.id")
        .select(sql<string[]>`coalesce(array_agg(day::text), '{}')`.as("days"))
        .as("closing_days"),
    )
    .where("team.municipality_id", "=", municipalityId);

const teamFromRow = (
  municipalityId: string,
  row: Awaited<ReturnType<ReturnType<typeof teamsOf>["execute"]>>[number],
): Team => ({
  municipalityId,
  id: row.id,
  name: row.name,
  function: oneOf(teamFunctions, row.function),
  organisation: {
    id: row.organisation_id,
    name: row.organisation_name,
    independence: oneOf(independences, row.independence),
  },
  callingNumber: row.calling_number,
  mail: row.mail,
  officeHours: WeekHours.parse(row.office_hours),
  closingDays: new Set(row.closing_days ?? []),
});

export const listOrganisationNames = (db: Tx, ids: string[]): Promise<{ id: string; name: string }[]> =>
  db.selectFrom("organisation").select(["id", "name"]).where("id", "in", ids).orderBy("name").execute();

export async function findTeam(db: Tx, municipalityId: string, teamId: string): Promise<Team | undefined> {
  const row = await teamsOf(db, municipalityId).where("team.id", "=", teamId).executeTakeFirst();
  return row && teamFromRow(municipalityId, row);
}

/** Who has teams here: what anybody may know, for the pages that say who answers for what. */
export async function listTeams(db: Tx, municipalityId: string): Promise<Team[]> {
  const rows = await teamsOf(db, municipalityId).orderBy("organisation.name").orderBy("team.name").execute();
  return rows.map((row) => teamFromRow(municipalityId, row));
}

const onFiles = teamRoles.filter(worksOnFiles);

// ── people and teams ────────────────────────────────────────────────────────────────────────────────────────

export async function listMemberships(db: Tx, personId: string): Promise<Membership[]> {
  const rows = await db
    .selectFrom("team_member")
    .innerJoin("team", (join) =>
      join
        .onRef("team.municipality_id", "=", "team_member.municipality_id")
        .onRef("team.id", "=", "team_member.team_id"),
    )
    .innerJoin("organisation", "organisation.id", "team.organisation_id")
    .innerJoin("municipality", "municipality.id", "team.municipality_id")
    .select(["municipality.id as municipality_id", "municipality.slug", "municipality.name as municipality_name"])
    .select(["team.id as team_id", "team.name as team_name"])
    .select(["organisation.id as organisation_id", "organisation.name as organisation_name"])
    .select(["team_member.role", "team_member.deputy_id"])
    .where("team_member.person_id", "=", personId)
    .orderBy("municipality.name")
    .orderBy("team.name")
    .orderBy("team_member.role")
    .execute();
  return rows.map((row) => ({
    municipalityId: row.municipality_id,
    municipalitySlug: row.slug,
    municipalityName: row.municipality_name,
    teamId: row.team_id,
    teamName: row.team_name,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    role: oneOf(teamRoles, row.role),
    deputyId: row.deputy_id,
  }));
}

/** Everybody with their duties, for the page where an example person is picked. */
export async function listPeople(db: Tx) {
  const rows = await db
    .selectFrom("person")
    .innerJoin("team_member", "team_member.person_id", "person.id")
    .innerJoin("team", (join) =>
      join
        .onRef("team.municipality_id", "=", "team_member.municipality_id")
        .onRef("team.id", "=", "team_member.team_id"),
    )
    .innerJoin("municipality", "municipality.id", "team.municipality_id")
    .select(["person.id", "person.name", "team_member.role", "team.name as team", "municipality.name as municipality"])
    .orderBy("municipality.name")
    .orderBy("team.name")
    .orderBy("person.name")
    .limit(500)
    .execute();
  return rows.map((row) => ({ ...row, role: oneOf(teamRoles, row.role) }));
}

/** Who works on the files of these teams, each once: whoever leads a team and helps in it, leads it. */
export async function listColleagues(db: Tx, municipalityId: string, teamIds: string[]): Promise<Colleague[]> {
  if (teamIds.length === 0) return [];
  const rows = await db
    .selectFrom("team_member")
    .innerJoin("person", "person.id", "team_member.person_id")
    .select(["person.id", "person.name", "team_member.team_id", "team_member.role"])
    .select(["team_member.deputy_id", "team_member.away_until"])
    .select(sql<boolean>`person.id = any ((select app_invited_colleagues())::uuid[])`.as("is_awaited"))
    .where("team_member.municipality_id", "=", municipalityId)
    .where("team_member.team_id", "in", teamIds)
    .where("team_member.role", "in", onFiles)
    .distinctOn(["person.name", "person.id", "team_member.team_id"])
    .orderBy("person.name")
    .orderBy("person.id")
    .orderBy("team_member.team_id")
    .orderBy((eb) => eb("team_member.role", "=", "team-lead"), "desc")
    .execute();
  return rows.map((row) => ({
    personId: row.id,
    name: row.name,
    teamId: row.team_id,
    role: oneOf(teamRoles, row.role),
    deputyId: row.deputy_id,
    awayUntil: row.away_until,
    isAwaited: row.is_awaited,
  }));
}

/** Who stands in for somebody, by id. */
export async function listDeputies(db: Tx, municipalityId: string, personId: string) {
  return db
    .selectFrom("team_member")
    .innerJoin("person", "person.id", "team_member.deputy_id")
    .select(["person.id", "person.name"])
    .where("team_member.municipality_id", "=", municipalityId)
    .where("team_member.person_id", "=", personId)
    .execute();
}

export async function listMemberIds(db: Tx, municipalityId: string, teamId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("team_member")
    .select("person_id")
    .where("municipality_id", "=", municipalityId)
    .where("team_id", "=", teamId)
    .where("role", "in", onFiles)
    .execute();
  return rows.map((row) => row.person_id);
}

/** Who must hear of an alarm: mail addresses of these people and of the team's leads. */
export async function listAlarmAddresses(db: Tx, municipalityId: string, teamId: string, personIds: string[]) {
  return db
    .selectFrom("team_member")
    .innerJoin("person", "person.id", "team_member.person_id")
    .select(["person.id", "person.mail", "person.language"])
    .where("team_member.municipality_id", "=", municipalityId)
    .where("team_member.team_id", "=", teamId)
    .where("person.mail", "is not", null)
    .$narrowType<{ mail: string }>()
    .where((eb) =>
      eb.or([
        eb("team_member.role", "=", "team-lead"),
        ...(personIds.length > 0 ? [eb("person.id", "in", personIds)] : []),
      ]),
    )
    .distinct()
    .execute();
}

/** Whoever watches over the files of a team: its leads, and the privacy officers of its organisation. */
export async function listWatchers(db: Tx, municipalityId: string, teamId: string) {
  return (
    db
      .selectFrom("team_member")
      .innerJoin("person", "person.id", "team_member.person_id")
      .innerJoin("team", (join) =>
        join
          .onRef("team.municipality_id", "=", "team_member.municipality_id")
          .onRef("team.id", "=", "team_member.team_id"),
      )
      // Whoever does both gets one mail.
      .select(["person.id", "person.mail", "person.language"])
      .where("team_member.municipality_id", "=", municipalityId)
      .where("person.mail", "is not", null)
      .$narrowType<{ mail: string }>()
      .where((eb) =>
        eb.or([
          eb.and([eb("team_member.team_id", "=", teamId), eb("team_member.role", "=", "team-lead")]),
          eb.and([
            eb("team_member.role", "=", "privacy-officer"),
            eb("team.organisation_id", "=", (eb) =>
              eb
                .selectFrom("team as own")
                .select("own.organisation_id")
                .where("own.municipality_id", "=", municipalityId)
                .where("own.id", "=", teamId),
            ),
          ]),
        ]),
      )
      .groupBy(["person.id", "person.mail", "person.language"])
      .execute()
  );
}

export async function setAway(db: Tx, municipalityId: string, personId: string, until: string | null): Promise<void> {
  await db
    .updateTable("team_member")
    .set({ away_until: until })
    .where("municipality_id", "=", municipalityId)
    .where("person_id", "=", personId)
    .execute();
}

// ── codes and permits ───────────────────────────────────────────────────────────────────────────────────────

export async function insertResidentCode(
  db: Tx,
  code: { municipalityId: string; caseId: string; teamId: string; proof: string; madeAt: Temporal.Instant },
): Promise<void> {
  await db
    .insertInto("resident_code")
    .values({
      municipality_id: code.municipalityId,
      case_id: code.caseId,
      team_id: code.teamId,
      proof: code.proof,
      made_at: code.madeAt.toString(),
    })
    .execute();
}

export async function setResidentProof(
  db: Tx,
  municipalityId: string,
  permit: Permit<"case.write">,
  proof: string,
): Promise<void> {
  await db
    .updateTable("resident_code")
    .set({ proof })
    .where("municipality_id", "=", municipalityId)
    .where("case_id", "=", permit.caseId)
    .execute();
}

/** The case that the actor's code opens. Row-level security does the comparison: there is no other filter. */
export async function findCaseByCode(db: Tx, municipalityId: string) {
  return db
    .selectFrom("resident_code")
    .innerJoin("case_file", (join) =>
      join
        .onRef("case_file.municipality_id", "=", "resident_code.municipality_id")
        .onRef("case_file.id", "=", "resident_code.case_id"),
    )
    .select(["case_file.id", "case_file.team_id", "case_file.event_ref"])
    .where("resident_code.municipality_id", "=", municipalityId)
    .where("resident_code.proof", "=", sql<string>`app_code()`)
    .executeTakeFirst();
}

/** The team and reference of a case, as far as the actor may see it. */
export async function findCaseTie(db: Tx, municipalityId: string, caseId: string) {
  return db
    .selectFrom("case_file")
    .select(["id", "team_id", "event_ref"])
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", caseId)
    .executeTakeFirst();
}

/** On which ground this case is shared with the actor now; row-level security knows who that is. */
export async function findSharedGround(db: Tx, municipalityId: string, caseId: string) {
  const row = await db
    .selectFrom("case_share")
    .select("ground")
    .where("municipality_id", "=", municipalityId)
    .where("case_id", "=", caseId)
    .where("ended_at", "is", null)
    .where((eb) => eb(sql`app_now()`, ">=", eb.ref("from_at")))
    .where((eb) => eb(sql`app_now()`, "<", eb.ref("until_at")))
    .where((eb) =>
      eb.or([
        eb("to_person_id", "=", sql<string>`app_person()`),
        eb("to_team_id", "=", sql<string>`any (app_teams())`),
      ]),
    )
    // What the resident agreed to goes before an emergency.
    .orderBy((eb) => eb("ground", "=", "break-glass"))
    .limit(1)
    .executeTakeFirst();
  return row && oneOf(sharedGrounds, row.ground);
}

/** When this case was opened, newest first; row-level security shows it to whoever holds its code. */
export async function listReadings(db: Tx, municipalityId: string, eventRef: string): Promise<Reading[]> {
  const rows = await db
    .selectFrom("event")
    .select(["at", "facts", "actor_person_id"])
    .where("municipality_id", "=", municipalityId)
    .where("subject_ref", "=", eventRef)
    .where("name", "=", "access.fileRead")
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .limit(1000)
    .execute();
  return rows.map((row) => ({
    at: instant(row.at),
    ground: ReadFacts.parse(row.facts).ground,
    byPersonId: row.actor_person_id,
  }));
}

const ReadFacts = z.object({ ground: z.enum(grounds) });
