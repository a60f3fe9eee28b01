import { z } from "zod";
import { oneOf } from "../../../db/row.ts";
import type { Tx } from "../../../kernel/context.ts";
import type { SwitchableModule } from "../municipality.ts";
import { independences, type Organisation, organisationKinds, teamFunctions } from "../team.ts";
import type { PlacedTeam } from "./usecases.ts";

const Reason = z.record(z.string(), z.string());

export async function setModulesOff(db: Tx, municipalityId: string, off: readonly SwitchableModule[]): Promise<void> {
  await db
    .updateTable("municipality")
    .set({ modules_off: [...off] })
    .where("id", "=", municipalityId)
    .execute();
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

/** False when there is no such organisation. */
export async function updateOrganisation(db: Tx, organisation: Organisation): Promise<boolean> {
  const outcome = await db
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
    .executeTakeFirst();
  return outcome.numUpdatedRows === 1n;
}
