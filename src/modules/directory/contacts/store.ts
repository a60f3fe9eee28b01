import type { Selectable } from "kysely";
import { sql } from "kysely";
import type { DirectContact as Row } from "../../../db/schema.ts";
import type { Tx } from "../../../kernel/context.ts";
import type { Day } from "../../../kernel/day.ts";
import type { ContactDetails, DirectContact } from "./direct-contact.ts";

type At = { municipalityId: string; serviceId: string };

const contactOf = (row: Selectable<Row>): DirectContact => ({
  id: row.id,
  function: row.function,
  personName: row.person_name,
  phone: row.phone,
  mail: row.mail,
  reachable: row.reachable,
  advice: row.advice,
  lastDay: row.last_day === null ? null : Temporal.PlainDate.from(row.last_day),
  confirmedOn: Temporal.PlainDate.from(row.confirmed_on),
});

/** Those of an entry; there are a few at most. */
export async function listContacts(db: Tx, { municipalityId, serviceId }: At): Promise<DirectContact[]> {
  const rows = await db
    .selectFrom("direct_contact")
    .selectAll()
    .where("municipality_id", "=", municipalityId)
    .where("service_id", "=", serviceId)
    .orderBy("function")
    .orderBy("id")
    .execute();
  return rows.map(contactOf);
}

/** Which of these entries have one that the actor may see. */
export async function listWithContacts(db: Tx, municipalityId: string, serviceIds: readonly string[]) {
  if (serviceIds.length === 0) return [];
  const rows = await db
    .selectFrom("direct_contact")
    .select("service_id")
    .distinct()
    .where("municipality_id", "=", municipalityId)
    .where("service_id", "in", serviceIds)
    .execute();
  return rows.map(({ service_id }) => service_id);
}

/** Who has this mail address and works for the organisation of the entry, until this transaction is over. */
export async function findWhoWorksThere(db: Tx, serviceId: string, mail: string): Promise<string | null> {
  const { rows } = await sql<{ who: string | null }>`select app_works_there(${serviceId}, ${mail}) as who`.execute(db);
  return rows[0]?.who ?? null;
}

/** @param personId with whom it leaves; the name is what was typed. */
const columnsOf = (details: ContactDetails, personId: string | null, confirmedOn: Day) => ({
  function: details.function,
  person_name: details.personName,
  person_id: personId,
  phone: details.phone,
  mail: details.mail,
  reachable: details.reachable,
  advice: details.advice,
  last_day: details.lastDay?.toString() ?? null,
  confirmed_on: confirmedOn.toString(),
});

export type StoredContact = { id: string; details: ContactDetails; personId: string | null; confirmedOn: Day };

export async function insertContact(db: Tx, at: At, { id, details, personId, confirmedOn }: StoredContact) {
  await db
    .insertInto("direct_contact")
    .values({
      municipality_id: at.municipalityId,
      service_id: at.serviceId,
      id,
      ...columnsOf(details, personId, confirmedOn),
    })
    .execute();
}

/** False: it is not there any more. */
export async function updateContact(db: Tx, at: At, { id, details, personId, confirmedOn }: StoredContact) {
  const outcome = await db
    .updateTable("direct_contact")
    .set(columnsOf(details, personId, confirmedOn))
    .where("municipality_id", "=", at.municipalityId)
    .where("service_id", "=", at.serviceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return outcome.numUpdatedRows === 1n;
}

export async function setConfirmed(db: Tx, at: At, id: string, confirmedOn: Day): Promise<boolean> {
  const outcome = await db
    .updateTable("direct_contact")
    .set({ confirmed_on: confirmedOn.toString() })
    .where("municipality_id", "=", at.municipalityId)
    .where("service_id", "=", at.serviceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return outcome.numUpdatedRows === 1n;
}

export async function deleteContact(db: Tx, at: At, id: string): Promise<boolean> {
  const outcome = await db
    .deleteFrom("direct_contact")
    .where("municipality_id", "=", at.municipalityId)
    .where("service_id", "=", at.serviceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return outcome.numDeletedRows === 1n;
}

/** Everywhere, whose last day was before this one. */
export const listEnded = (db: Tx, today: Day) =>
  db
    .selectFrom("direct_contact")
    .select(["municipality_id as municipalityId", "service_id as serviceId", "id"])
    .where("last_day", "<", today.toString())
    .execute();
