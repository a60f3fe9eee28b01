import pg from "pg";
import { readConfig } from "../config/config.ts";
import { startEmbedded } from "../db/embedded.ts";

/* npm run example:reset: empties the example world. The next start fills it for that day. Never in production. */

const read = readConfig(process.env);
if (!read.ok || read.config.mode === "production") {
  process.stderr.write(
    "The example world is only emptied outside production. Set RECHTSPOOR_MODE=example to be sure.\n",
  );
  process.exit(1);
}
const { config } = read;
const embedded = config.database === undefined ? await startEmbedded(config.dataDir) : undefined;
const client = new pg.Client({ connectionString: embedded?.ownerUrl ?? config.database?.ownerUrl });
await client.connect();
const others = await client.query(
  "select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
);
if ((others.rowCount ?? 0) > 0) {
  process.stderr.write("Rechtspoor is still running on this database: stop it first.\n");
  process.exitCode = 1;
} else {
  await client.query(
    "drop schema if exists pgboss cascade; drop owned by current_user cascade; create schema if not exists public",
  );
  process.stdout.write("The example world is empty. npm start makes a new one.\n");
}
await client.end();
if (process.exitCode !== 1) embedded?.stop();
