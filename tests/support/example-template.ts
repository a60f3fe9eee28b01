import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadExampleWorld } from "../../example/load.ts";
import { connect } from "../../src/db/connect.ts";
import { startEmbedded } from "../../src/db/embedded.ts";
import { migrate } from "../../src/db/migrate.ts";
import { temporaryFolder } from "./folder.ts";

/** The moment at which the browser tests live: a Tuesday morning at 10.00 in the Netherlands. */
export const testMorning = Temporal.Instant.from("2026-11-24T09:00:00Z");
export const testSecret = "a secret of the browser tests, known to everybody";

/** One PostgreSQL with the example world of that morning, which each test file copies. */
export default async function setup(): Promise<() => void> {
  const { path: folder, remove } = temporaryFolder("e2e");
  const postgres = await startEmbedded(folder, { durable: false });
  await migrate(postgres.ownerUrl, "rechtspoor_app");
  const { db, pool } = connect(postgres.appUrl, 4, () => undefined, testSecret);
  await loadExampleWorld(db, testMorning, testSecret);
  await pool.end();
  const logs = join(folder, "logs");
  mkdirSync(logs);
  writeFileSync(join(folder, "admin-url"), postgres.adminUrl);
  process.env.E2E_FOLDER = folder;
  return () => {
    postgres.stop();
    remove();
  };
}
