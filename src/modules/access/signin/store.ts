import { sql } from "kysely";
import { instant } from "../../../db/row.ts";
import type { Tx } from "../../../kernel/context.ts";
import type { GivenTeam } from "./identity.ts";
import type { OwnSession } from "./session.ts";

/** Who this is at that provider. */
export async function findIdentity(db: Tx, provider: string, subject: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("person_identity")
    .select("person_id")
    .where("provider", "=", provider)
    .where("subject", "=", subject)
    .executeTakeFirst();
  return row?.person_id;
}

export async function insertIdentity(
  db: Tx,
  identity: { provider: string; subject: string; personId: string },
): Promise<void> {
  await db
    .insertInto("person_identity")
    .values({ provider: identity.provider, subject: identity.subject, person_id: identity.personId })
    .execute();
}

/** Whoever signs in with this identity at the same moment waits here until this transaction ends. */
export const lockIdentity = (db: Tx, provider: string, subject: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`identity:${provider}:${subject}`}, 0))`.execute(db);

export async function updatePerson(db: Tx, person: { id: string; name: string; mail: string | null }): Promise<void> {
  await db.updateTable("person").set({ name: person.name, mail: person.mail }).where("id", "=", person.id).execute();
}

/**
 * Makes the teams that this provider gave somebody exactly these, as far as they belong to its organisation: no provider
 * can put its people in a team of another one.
 */
export async function setGivenTeams(
  db: Tx,
  personId: string,
  provider: { key: string; organisationId: string },
  teams: readonly GivenTeam[],
): Promise<void> {
  const own = await db
    .selectFrom("team")
    .select("id")
    .where("organisation_id", "=", provider.organisationId)
    .where("id", "=", sql<string>`any(${teams.map(({ teamId }) => teamId)}::uuid[])`)
    .execute();
  const given = teams.filter(({ teamId }) => own.some(({ id }) => id === teamId));
  // Another role is another membership: the app may not change a role, not even somebody's own.
  await db
    .deleteFrom("team_member")
    .where("person_id", "=", personId)
    .where("given_by", "=", provider.key)
    .where((eb) =>
      eb.and(given.map(({ teamId, role }) => eb.not(eb.and([eb("team_id", "=", teamId), eb("role", "=", role)])))),
    )
    .execute();
  for (const { municipalityId, teamId, role } of given)
    await db
      .insertInto("team_member")
      .values({ municipality_id: municipalityId, team_id: teamId, person_id: personId, role, given_by: provider.key })
      .onConflict((conflict) => conflict.columns(["municipality_id", "team_id", "person_id", "role"]).doNothing())
      .execute();
}

export async function insertSession(
  db: Tx,
  session: {
    tokenHash: string;
    personId: string;
    beganAt: Temporal.Instant;
    endsAt: Temporal.Instant;
    provider: string | null;
    idToken: string | null;
    device: string;
  },
): Promise<void> {
  await db
    .insertInto("session")
    .values({
      token_hash: session.tokenHash,
      person_id: session.personId,
      began_at: session.beganAt.toString(),
      seen_at: session.beganAt.toString(),
      ends_at: session.endsAt.toString(),
      provider: session.provider,
      id_token: session.idToken,
      device: session.device,
    })
    .execute();
}

export async function findSession(db: Tx, tokenHash: string) {
  const row = await db
    .selectFrom("session")
    .innerJoin("person", "person.id", "session.person_id")
    .select(["session.id", "session.person_id", "person.name", "session.seen_at", "session.ends_at"])
    .select(["session.provider", "session.id_token"])
    .where("session.token_hash", "=", tokenHash)
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      personId: row.person_id,
      name: row.name,
      provider: row.provider,
      idToken: row.id_token,
      seenAt: instant(row.seen_at),
      endsAt: instant(row.ends_at),
    }
  );
}

export async function touchSession(db: Tx, tokenHash: string, now: Temporal.Instant): Promise<void> {
  await db.updateTable("session").set({ seen_at: now.toString() }).where("token_hash", "=", tokenHash).execute();
}

/** The sessions of somebody that are not over, newest first. */
export async function listSessions(db: Tx, personId: string, now: Temporal.Instant): Promise<OwnSession[]> {
  const rows = await db
    .selectFrom("session")
    .select(["id", "began_at", "seen_at", "ends_at", "device"])
    .where("person_id", "=", personId)
    .where("ends_at", ">", now.toString())
    .orderBy("began_at", "desc")
    .limit(100)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    beganAt: instant(row.began_at),
    seenAt: instant(row.seen_at),
    endsAt: instant(row.ends_at),
    device: row.device,
  }));
}

export async function deleteOwnSession(db: Tx, personId: string, sessionId: string): Promise<void> {
  await db.deleteFrom("session").where("id", "=", sessionId).where("person_id", "=", personId).execute();
}

export async function deleteEndedSessions(db: Tx, now: Temporal.Instant, idleSince: Temporal.Instant): Promise<void> {
  await db
    .deleteFrom("session")
    .where((eb) => eb.or([eb("ends_at", "<=", now.toString()), eb("seen_at", "<=", idleSince.toString())]))
    .execute();
}

export async function deleteSession(db: Tx, tokenHash: string): Promise<void> {
  await db.deleteFrom("session").where("token_hash", "=", tokenHash).execute();
}
