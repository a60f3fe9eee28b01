import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { DB } from "../db/schema.ts";
import { eventKeyOf } from "./mark.ts";
import type { Trace } from "./trace.ts";

/*
 * All a use case knows of the world, fixed when the request starts. The actor and the municipality are
 * set in the transaction, where row-level security reads them: outside one, protected tables are empty.
 */

/** What the system itself may be busy with; the policies in the migrations name what each may touch. */
export type Purpose =
  | "intake"
  | "sign-in"
  | "provisioning"
  | "clients"
  | "tokens"
  | "follow-up"
  | "alarms"
  | "mail"
  | "metrics"
  | "sealing"
  | "processing-log"
  | "retention"
  | "mail-proof"
  | "own-data"
  | "watching"
  | "editing"
  | "example";

export type Actor =
  | { kind: "visitor" }
  /**
   * Somebody with a code and the last four digits; `proof` is their fingerprint (access/resident-code.ts). `byMail`: they
   * showed besides that they read the mail address of the question (access/proof). Or with the word of a list of help, and
   * the fingerprint of that (directory/lists).
   */
  | { kind: "code"; proof: string; byMail?: boolean }
  /** `teamIds`: whose files they work on; `leadOf`: those of them that they lead; `duties`: all they do, for whom. */
  | { kind: "person"; personId: string; teamIds: string[]; leadOf?: string[]; duties?: readonly Duty[] }
  /** A program of an organisation: `teamIds` are the teams of that organisation here, `scopes` what its token is for. */
  | { kind: "client"; clientId: string; organisationId: string; teamIds: string[]; scopes: readonly string[] }
  /** The system with a named purpose, for one team when it stands in for that team. */
  | { kind: "system"; purpose: Purpose; teamId?: string };

/** A role that somebody has in a team, and the organisation of that team. */
type Duty = { role: string; teamId: string; organisationId: string };

declare const inside: unique symbol;

/** The pool: only `inTransaction` and `reading` take it. */
export type Pool = Kysely<DB>;
/** A connection inside a transaction that carries the actor: what every store demands. */
export type Tx = Kysely<DB> & { readonly [inside]: true };

type World = {
  actor: Actor;
  now: Temporal.Instant;
  municipalityId: string;
  /** Of the request; what the clock sets off has none. */
  trace?: Trace;
};
/** As a request or a job has it. */
export type Ctx = World & { db: Pool };
/** The same inside a transaction, with what events are marked with when they are written (kernel/mark.ts). */
export type Inside = World & { db: Tx; eventKey: Buffer | undefined };

const eventKeys = new WeakMap<Pool, Buffer>();

/** What is written through this pool is marked with a key of this secret: said once, where the pool is made. */
export const markEventsOf = (db: Pool, secret: string): void => {
  eventKeys.set(db, eventKeyOf(secret));
};

/** "Cached plan must not change result type": a migration gave a table another column since (db/kept-plans.ts). */
export const outdatedPlan = "0A000";
/**
 * What looking again helps against: serialization failure, deadlock, a unique index that says somebody else was
 * first (then the second look finds what they made), and a plan of before a migration.
 */
const worthAnotherTry = new Set(["40001", "40P01", "23505", outdatedPlan]);
const tries = 4;

/** One use case, one transaction; a conflict is tried again from the start. Inside one already: joins it. */
export function inTransaction<T>(ctx: Ctx | Inside, act: (ctx: Inside) => Promise<T>): Promise<T> {
  return run(ctx, "begin", act);
}

/** A short transaction that only reads. */
export function reading<T>(ctx: Ctx | Inside, read: (ctx: Inside) => Promise<T>): Promise<T> {
  return run(ctx, "begin read only", read);
}

async function run<T>(ctx: Ctx | Inside, begin: string, act: (ctx: Inside) => Promise<T>): Promise<T> {
  if (isInside(ctx)) return act(ctx);
  for (let attempt = 1; ; attempt++) {
    try {
      return await ctx.db.connection().execute(async (connection) => {
        try {
          await sql.raw(`${begin}; ${settings(ctx)}`).execute(connection);
          const result = await act({ ...ctx, db: mark(connection), eventKey: eventKeys.get(ctx.db) });
          await sql`commit`.execute(connection);
          return result;
        } catch (error) {
          // The connection itself may be what broke: the first error is the one to tell.
          await sql`rollback`.execute(connection).catch(() => undefined);
          throw error;
        }
      });
    } catch (error) {
      if (attempt >= tries || !worthAnotherTry.has(errorCode(error))) throw error;
    }
  }
}

const marked = new WeakSet<object>();
const mark = (connection: Pool): Tx => {
  marked.add(connection);
  return connection as Tx;
};
const isInside = (ctx: Ctx | Inside): ctx is Inside => marked.has(ctx.db);

/** The SQLSTATE of a database error, or "". */
export const errorCode = (error: unknown): string =>
  typeof error === "object" && error !== null && "code" in error && typeof error.code === "string" ? error.code : "";

/** What the policies read, in one statement, so that starting a transaction costs one round trip. */
function settings({ actor, municipalityId, now }: World): string {
  const values = {
    municipality: municipalityId,
    person: actor.kind === "person" ? actor.personId : "",
    teams:
      actor.kind === "person"
        ? actor.teamIds.join(",")
        : actor.kind === "system" && actor.teamId !== undefined
          ? actor.teamId
          : "",
    duties:
      actor.kind === "person"
        ? (actor.duties ?? []).map(({ role, organisationId }) => `${role}:${organisationId}`).join(",")
        : "",
    // As every moment is stored: the same rounding, so that what begins now has begun.
    now: now.toString(),
    code: actor.kind === "code" ? actor.proof : "",
    // Its teams are not set: what a person of a team may see is more than any program may.
    client: actor.kind === "client" ? actor.clientId : "",
    purpose: actor.kind === "system" ? actor.purpose : "",
  };
  const calls = Object.entries(values).map(([name, value]) => `set_config('app.${name}', ${literal(value)}, true)`);
  return `select ${calls.join(", ")}`;
}

/** Only ids, codes and hashes ever come here; anything else is a mistake in our own code. */
function literal(value: string): string {
  if (!/^[\w,.:-]*$/.test(value)) throw new Error("A setting for row-level security may only hold ids and codes.");
  return `'${value}'`;
}

/**
 * For the rest of this transaction each statement is planned for its values: what goes through much, of a day or of a year,
 * gains more by the right plan than by one that the connection kept (db/kept-plans.ts).
 */
export const planForValues = (db: Tx): Promise<unknown> =>
  sql`set local plan_cache_mode = force_custom_plan`.execute(db);

/** The same world as another actor: only for the system standing in (a visitor's request reaches one team). */
export const as = (ctx: Ctx, actor: Actor): Ctx => ({ ...ctx, actor });
