import { sql } from "kysely";
import { z } from "zod";
import { instant, oneOf } from "../../../db/row.ts";
import type { Tx } from "../../../kernel/context.ts";
import { independences } from "../../access/index.ts";
import type { FieldChange } from "../fields.ts";
import type { Service } from "../service.ts";
import { ServiceRow, selectServices } from "../store.ts";
import { Words } from "../words.ts";
import { emptyProfile, type OrganisationProfile, ProfileContent, type ProfileField, profileFields } from "./profile.ts";

/** Nobody reads more on one page. */
const offerShown = 500;

export async function findProfile(db: Tx, organisationId: string): Promise<OrganisationProfile | undefined> {
  const row = await db
    .selectFrom("organisation")
    .leftJoin("organisation_profile as profile", "profile.organisation_id", "organisation.id")
    .select(["organisation.id", "organisation.name", "organisation.independence", "organisation.independence_reason"])
    .select(["profile.details", "profile.version"])
    .where("organisation.id", "=", organisationId)
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      name: row.name,
      independence: oneOf(independences, row.independence),
      reason: Words.parse(row.independence_reason),
      content: row.details === null ? emptyProfile() : ProfileContent.parse(row.details),
      version: row.version ?? 0,
    }
  );
}

/** What it offers here, by name; what is only for professionals among it. */
export async function listOffer(db: Tx, chain: readonly string[], organisationId: string): Promise<Service[]> {
  const rows = await selectServices(db)
    .where("service.organisation_id", "=", organisationId)
    .where("service.municipality_id", "in", chain)
    .where("service.withdrawn", "=", false)
    .orderBy(sql`lower(service.name ->> 'nl')`)
    .orderBy("service.id")
    .limit(offerShown)
    .execute();
  return rows.map((row) => ServiceRow.parse(row));
}

/** Somebody else in the same house, and what they offer there. */
export type Housemate = { pointId: string; serviceId: string; name: Words; organisation: string };

/**
 * Who else is in the houses of this service's points, by the name of the house or by its street and town; one line for each
 * service and point of ours. Only what residents find in lists.
 */
export async function listHousemates(db: Tx, service: Pick<Service, "municipalityId" | "id">): Promise<Housemate[]> {
  const { rows } = await sql<{ point_id: string; service_id: string; name: unknown; organisation: string }>`
    select distinct mine.id as point_id, other.id as service_id, other.name, organisation.name as organisation,
      lower(other.name ->> 'nl') as by_name
    from service_point mine
    cross join lateral (
      select p.service_id from service_point p
      where p.municipality_id = mine.municipality_id and mine.details ->> 'under' <> ''
        and p.details ->> 'under' <> '' and lower(p.details ->> 'under') = lower(mine.details ->> 'under')
      union
      select p.service_id from service_point p
      where p.municipality_id = mine.municipality_id and mine.place ->> 'street' <> ''
        and p.place ->> 'street' <> '' and lower(p.place ->> 'street') = lower(mine.place ->> 'street')
        and lower(p.place ->> 'town') = lower(mine.place ->> 'town')) there
    join service other on other.municipality_id = mine.municipality_id and other.id = there.service_id
    join organisation on organisation.id = other.organisation_id
    where mine.municipality_id = ${service.municipalityId} and mine.service_id = ${service.id}
      and other.id <> ${service.id} and not other.withdrawn and not other.for_professionals
    order by by_name, other.id
    limit ${offerShown}`.execute(db);
  return rows.map((row) => ({
    pointId: row.point_id,
    serviceId: row.service_id,
    name: Words.parse(row.name),
    organisation: row.organisation,
  }));
}

/** Whether it has a team or an offer anywhere but in this municipality. */
export async function worksElsewhere(db: Tx, municipalityId: string, organisationId: string): Promise<boolean> {
  const at = (table: "team" | "service") =>
    db
      .selectFrom(table)
      .select("id")
      .where("municipality_id", "<>", municipalityId)
      .where("organisation_id", "=", organisationId);
  return (await at("team").unionAll(at("service")).limit(1).executeTakeFirst()) !== undefined;
}

/** Whoever changes it next waits until this transaction is over, also when nobody wrote anything yet. */
export const lockProfile = (db: Tx, organisationId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`profile:${organisationId}`}, 0))`.execute(db);

export async function saveProfile(
  db: Tx,
  organisationId: string,
  { content, version, at }: { content: ProfileContent; version: number; at: Temporal.Instant },
): Promise<void> {
  const row = { details: JSON.stringify(content), version, changed_at: at.toString() };
  await db
    .insertInto("organisation_profile")
    .values({ organisation_id: organisationId, ...row })
    .onConflict((conflict) => conflict.column("organisation_id").doUpdateSet(row))
    .execute();
}

export type ProfileChange = FieldChange<ProfileField>;

/** Something changed in a profile: the version it became, when, by whom and why. */
export type ProfileRevision = {
  version: number;
  at: Temporal.Instant;
  /** Null: somebody who is forgotten. */
  by: string | null;
  reason: string;
  changes: ProfileChange[];
};

export async function insertRevision(
  db: Tx,
  at: { municipalityId: string; organisationId: string },
  revision: Omit<ProfileRevision, "by"> & { personId: string },
): Promise<void> {
  await db
    .insertInto("organisation_profile_change")
    .values({
      municipality_id: at.municipalityId,
      organisation_id: at.organisationId,
      version: revision.version,
      at: revision.at.toString(),
      by_person_id: revision.personId,
      reason: revision.reason,
      changes: JSON.stringify(revision.changes),
    })
    .execute();
}

const Changes = z.array(z.object({ field: z.enum(profileFields), before: z.unknown(), after: z.unknown() }));

/** Newest first. @param since only what came after this version. */
export async function listRevisions(db: Tx, organisationId: string, since = 0): Promise<ProfileRevision[]> {
  const rows = await db
    .selectFrom("organisation_profile_change as change")
    .leftJoin(
      sql<{ id: string; name: string }>`app_profile_editors(${organisationId}::uuid)`.as("editor"),
      "editor.id",
      "change.by_person_id",
    )
    .select(["change.version", "change.at", "change.reason", "change.changes", "editor.name as by"])
    .where("change.organisation_id", "=", organisationId)
    .where("change.version", ">", since)
    .orderBy("change.version", "desc")
    .execute();
  return rows.map((row) => ({
    version: row.version,
    at: instant(row.at),
    by: row.by === "" ? null : row.by,
    reason: row.reason,
    changes: Changes.parse(row.changes),
  }));
}
