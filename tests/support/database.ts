import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { connect } from "../../src/db/connect.ts";
import type { Pool } from "../../src/kernel/context.ts";

export type TestDatabase = {
  /** As the app: row-level security holds. */
  db: Pool;
  /** SQL as the app's login, for looking where the app may not look. */
  pool: pg.Pool;
  /** SQL as the superuser, for arranging and for counting what is really there. */
  admin: pg.Pool;
  urls: { appUrl: string; ownerUrl: string };
};

/** What marks the events of the tests. */
export const databaseSecret = "a secret of the tests with a database, known to everybody";

const counter = { made: 0 };

/** A database of its own for a test file, copied from the migrated template (some 30 ms), and gone afterwards. */
export function testDatabase(): TestDatabase {
  const made: { database?: TestDatabase; name: string } = {
    name: `t${process.pid}_${Date.now().toString(36)}_${counter.made++}`,
  };
  const at = (login: string, database: string) => {
    const url = new URL(inject("adminUrl"));
    url.username = login;
    url.pathname = `/${database}`;
    return url.href;
  };
  beforeAll(async () => {
    const admin = new pg.Client({ connectionString: at("postgres", "postgres") });
    await admin.connect();
    // Two files that copy the template at the same moment wait for each other.
    await admin.query("select pg_advisory_lock(1)");
    await admin.query(`create database ${made.name} template rechtspoor owner rechtspoor_owner`);
    await admin.end();
    const urls = { appUrl: at("rechtspoor_app", made.name), ownerUrl: at("rechtspoor_owner", made.name) };
    const { db, pool } = connect(urls.appUrl, 10, () => undefined, databaseSecret);
    const all = new pg.Pool({ connectionString: at("postgres", made.name), max: 2 });
    all.on("error", () => undefined);
    made.database = { db, pool, admin: all, urls };
  });
  afterAll(async () => {
    await made.database?.pool.end();
    await made.database?.admin.end();
    const admin = new pg.Client({ connectionString: at("postgres", "postgres") });
    await admin.connect();
    await admin.query(`drop database if exists ${made.name} with (force)`);
    await admin.end();
  });
  const whole = () => {
    if (made.database === undefined) throw new Error("The test database is only there inside a test.");
    return made.database;
  };
  return {
    get db() {
      return whole().db;
    },
    get pool() {
      return whole().pool;
    },
    get admin() {
      return whole().admin;
    },
    get urls() {
      return whole().urls;
    },
  };
}
