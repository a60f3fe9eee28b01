import type { Selectable } from "kysely";
import { sql } from "kysely";
import { instantOrNull, oneOf } from "../../../db/row.ts";
import type { ApiClient } from "../../../db/schema.ts";
import type { Tx } from "../../../kernel/context.ts";
import { type Client, scopes } from "./client.ts";

/** What a program proves itself with: what we hold of it opens nothing. */
export type Proof = { publicKey: string; secretHash: null } | { publicKey: null; secretHash: string };

const fromRow = (row: Omit<Selectable<ApiClient>, "secret_hash">): Client => ({
  id: row.id,
  organisationId: row.organisation_id,
  name: row.name,
  scopes: row.scopes.map((scope) => oneOf(scopes, scope)),
  provesWith: row.public_key === null ? "secret" : "key",
  createdOn: Temporal.PlainDate.from(row.created_on),
  endsOn: Temporal.PlainDate.from(row.ends_on),
  lastUsedAt: instantOrNull(row.last_used_at),
  endedAt: instantOrNull(row.ended_at),
});

export const hasOrganisation = async (db: Tx, organisationId: string): Promise<boolean> =>
  (await db.selectFrom("organisation").select("id").where("id", "=", organisationId).executeTakeFirst()) !== undefined;

export async function insertClient(db: Tx, client: Client, proof: Proof): Promise<void> {
  await db
    .insertInto("api_client")
    .values({
      id: client.id,
      organisation_id: client.organisationId,
      name: client.name,
      scopes: client.scopes,
      public_key: proof.publicKey,
      secret_hash: proof.secretHash,
      created_on: client.createdOn.toString(),
      ends_on: client.endsOn.toString(),
    })
    .execute();
}

export async function listClients(db: Tx, organisationId: string | undefined): Promise<Client[]> {
  const rows = await db
    .selectFrom("api_client")
    .selectAll()
    .$if(organisationId !== undefined, (query) => query.where("organisation_id", "=", organisationId ?? ""))
    .orderBy("organisation_id")
    .orderBy("name")
    .orderBy("id")
    .limit(1000)
    .execute();
  return rows.map(fromRow);
}

export async function findClient(db: Tx, clientId: string): Promise<(Client & Proof) | undefined> {
  const row = await db.selectFrom("api_client").selectAll().where("id", "=", clientId).executeTakeFirst();
  return row && { ...fromRow(row), ...proofOf(row) };
}

function proofOf({ public_key, secret_hash }: Selectable<ApiClient>): Proof {
  if (public_key !== null) return { publicKey: public_key, secretHash: null };
  if (secret_hash !== null) return { publicKey: null, secretHash: secret_hash };
  throw new Error("A client has neither a key nor a secret.");
}

/** Which organisation's program this call ended; undefined when there is none that still went on. */
export async function endClient(db: Tx, clientId: string, at: Temporal.Instant): Promise<string | undefined> {
  const row = await db
    .updateTable("api_client")
    .set({ ended_at: at.toString() })
    .where("id", "=", clientId)
    .where("ended_at", "is", null)
    .returning("organisation_id")
    .executeTakeFirst();
  return row?.organisation_id;
}

export async function touchClient(db: Tx, clientId: string, at: Temporal.Instant): Promise<void> {
  await db.updateTable("api_client").set({ last_used_at: at.toString() }).where("id", "=", clientId).execute();
}

/** False when this program used it before; of two requests at the same moment one is first. */
export async function rememberAssertion(
  db: Tx,
  assertion: { clientId: string; jtiHash: string; goodUntil: Temporal.Instant },
): Promise<boolean> {
  const result = await db
    .insertInto("api_assertion")
    .values({
      client_id: assertion.clientId,
      jti_hash: assertion.jtiHash,
      good_until: assertion.goodUntil.toString(),
    })
    .onConflict((conflict) => conflict.columns(["client_id", "jti_hash"]).doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export async function insertToken(
  db: Tx,
  token: {
    hash: string;
    clientId: string;
    scopes: readonly string[];
    givenAt: Temporal.Instant;
    endsAt: Temporal.Instant;
  },
): Promise<void> {
  await db
    .insertInto("api_token")
    .values({
      token_hash: token.hash,
      client_id: token.clientId,
      scopes: [...token.scopes],
      given_at: token.givenAt.toString(),
      ends_at: token.endsAt.toString(),
    })
    .execute();
}

/** Whose token this is and what it is for, with the teams of that organisation in this municipality. */
export async function findToken(db: Tx, municipalityId: string, tokenHash: string, now: Temporal.Instant) {
  const row = await db
    .selectFrom("api_token")
    .innerJoin("api_client", "api_client.id", "api_token.client_id")
    .select(["api_token.scopes", "api_client.id", "api_client.organisation_id"])
    .select(["api_client.ends_on", "api_client.ended_at"])
    .select((eb) =>
      eb
        .selectFrom("team")
        .whereRef("team.organisation_id", "=", "api_client.organisation_id")
        .where("team.municipality_id", "=", municipalityId)
        .select(sql<string[]>`coalesce(array_agg(team.id::text), '{}')`.as("ids"))
        .as("team_ids"),
    )
    .where("api_token.token_hash", "=", tokenHash)
    .where("api_token.ends_at", ">", now.toString())
    .executeTakeFirst();
  return (
    row && {
      clientId: row.id,
      organisationId: row.organisation_id,
      scopes: row.scopes.map((scope) => oneOf(scopes, scope)),
      teamIds: row.team_ids ?? [],
      endsOn: Temporal.PlainDate.from(row.ends_on),
      endedAt: instantOrNull(row.ended_at),
    }
  );
}

export async function deleteEndedTokens(db: Tx, now: Temporal.Instant): Promise<void> {
  await db.deleteFrom("api_token").where("ends_at", "<=", now.toString()).execute();
  await db.deleteFrom("api_assertion").where("good_until", "<=", now.toString()).execute();
}
