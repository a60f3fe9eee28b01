import { sql } from "kysely";
import { z } from "zod";
import { instant, oneOf } from "../../../db/row.ts";
import type { Tx } from "../../../kernel/context.ts";
import type { SwitchableModule } from "../municipality.ts";
import { independences, type Organisation, organisationKinds, type Team, teamFunctions } from "../team.ts";
import type { PlacedTeam } from "./usecases.ts";

const Reason = z.record(z.string(), z.string());

export async function setModulesOff(db: Tx, municipalityId: string, off: readonly SwitchableModule[]): Promise<void> {
  await db
    .updateTable("municipality")
    .set({ modules_off: [...off] })
    .where("id", "=", municipalityId)
    .execute();
}

/** From now on it reads what this region tells, before what holds in the whole country. */
export async function putInRegion(db: Tx, municipalityId: string, region: string): Promise<void> {
  await db.updateTable("municipality").set({ parent_id: region }).where("id", "=", municipalityId).execute();
}

/** The organisations that have a team in this municipality. */
export async function listOrganisations(db: Tx, municipalityId: string): Promise<Organisation[]> {
  const rows = await db
    .selectFrom("organisation")
    .selectAll()
    .where("id", "in", (eb) =>
      eb.selectFrom("team").select("organisation_id").where("municipality_id", "=", municipalityId),
    )
    .orderBy("name")
    .limit(500)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    kind: oneOf(organisationKinds, row.kind),
    independence: oneOf(independences, row.independence),
    reason: Reason.parse(row.independence_reason),
    controller: row.controller,
    privacyMail: row.privacy_mail,
  }));
}

export async function listTeams(db: Tx, municipalityId: string): Promise<PlacedTeam[]> {
  const rows = await db
    .selectFrom("team")
    .select(["id", "name", "function", "organisation_id", "calling_number", "mail"])
    .where("municipality_id", "=", municipalityId)
    .orderBy("name")
    .limit(500)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    function: oneOf(teamFunctions, row.function),
    organisationId: row.organisation_id,
    callingNumber: row.calling_number,
    mail: row.mail,
  }));
}

export async function findOrganisation(db: Tx, name: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("organisation")
    .select("id")
    .where("name", "=", name)
    .orderBy("id")
    .executeTakeFirst();
  return row?.id;
}

/** The organisations here of which nobody manages the people: known to whoever keeps the installation, and to nobody else. */
export async function listWithoutAdmin(db: Tx): Promise<string[]> {
  const { rows } = await sql<{ ids: string[] }>`select app_without_admin() as ids`.execute(db);
  return rows[0]?.ids ?? [];
}

/** The organisations here that wait for their first administrator, and until when: of whom is not told. */
export async function listAwaited(db: Tx): Promise<{ organisationId: string; until: Temporal.Instant }[]> {
  const { rows } = await sql<{ organisation_id: string; until: string }>`
    select organisation_id, until from app_first_admins_awaited()`.execute(db);
  return rows.map((row) => ({ organisationId: row.organisation_id, until: instant(row.until) }));
}

/** The duties that ended with it; none when nobody is awaited any more. */
export async function withdrawFirstAdmin(
  db: Tx,
  organisationId: string,
): Promise<{ personId: string; teamId: string }[]> {
  const { rows } = await sql<{ person_id: string; team_id: string }>`
    select person_id, team_id from app_withdraw_first_admin(${organisationId})`.execute(db);
  return rows.map((row) => ({ personId: row.person_id, teamId: row.team_id }));
}

/** The team of this organisation with this name, however it is written: the database has each once. */
export async function findTeamNamed(
  db: Tx,
  { municipalityId, organisationId, name }: { municipalityId: string; organisationId: string; name: string },
): Promise<string | undefined> {
  const row = await db
    .selectFrom("team")
    .select("id")
    .where("municipality_id", "=", municipalityId)
    .where("organisation_id", "=", organisationId)
    .where((eb) => eb(eb.fn<string>("lower", ["name"]), "=", sql<string>`lower(${name})`))
    .executeTakeFirst();
  return row?.id;
}

/** The days on which it is closed stay as they are. */
export async function updateTeam(
  db: Tx,
  municipalityId: string,
  team: Pick<Team, "id" | "name" | "function" | "callingNumber" | "mail" | "officeHours">,
): Promise<void> {
  await db
    .updateTable("team")
    .set({
      name: team.name,
      function: team.function,
      calling_number: team.callingNumber,
      mail: team.mail,
      office_hours: JSON.stringify(team.officeHours),
    })
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", team.id)
    .execute();
}

export async function updateOrganisation(db: Tx, organisation: Organisation): Promise<void> {
  await db
    .updateTable("organisation")
    .set({
      name: organisation.name,
      kind: organisation.kind,
      independence: organisation.independence,
      independence_reason: JSON.stringify(organisation.reason),
      controller: organisation.controller ?? null,
      privacy_mail: organisation.privacyMail ?? null,
    })
    .where("id", "=", organisation.id)
    .execute();
}
