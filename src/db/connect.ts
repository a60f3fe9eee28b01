import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import { markEventsOf, type Pool } from "../kernel/context.ts";
import { keepPlans } from "./kept-plans.ts";
import type { DB } from "./schema.ts";

// Dates and moments stay text until a store turns them into Temporal; counts are small enough for a number.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/**
 * Opens a pool. `onLost` hears of a connection that broke while idle (a restarted database): without a
 * listener Node would end the process.
 * @param secret of the installation: what marks the events that are written through it.
 */
export function connect(
  url: string,
  size: number,
  onLost: (error: Error) => void,
  secret: string,
): { db: Pool; pool: pg.Pool } {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    connectionTimeoutMillis: 5_000,
    application_name: "rechtspoor",
    // A moment always comes back in one spelling, whatever the server's own setting.
    options: "-c timezone=UTC -c statement_timeout=15000 -c idle_in_transaction_session_timeout=40000",
  });
  pool.on("error", onLost);
  // A connection that breaks while a query holds it speaks through that query; this only keeps Node alive.
  pool.on("connect", (client) => client.on("error", onLost));
  pool.on("connect", keepPlans());
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  markEventsOf(db, secret);
  return { db, pool };
}

/** Refuses a login for which row-level security would not hold: it is the second lock of the house. */
export async function refuseUnsafeLogin(db: Pool): Promise<void> {
  const { rows } = await sql<{ login: string; unsafe: boolean; owned: number }>`
    select current_user as login, (rolsuper or rolbypassrls) as unsafe,
      (select count(*)::int from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind in ('r', 'p') and pg_has_role(current_user, c.relowner, 'member')) as owned
    from pg_roles where rolname = current_user`.execute(db);
  const login = rows[0];
  if (login === undefined || login.unsafe || login.owned > 0)
    throw new Error(
      `DATABASE_URL must be a login that is no superuser, may not bypass row-level security and owns no table; "${login?.login}" is not safe.`,
    );
}
