import { pino } from "pino";
import { expect, test } from "vitest";
import { readConfig } from "../../src/config/config.ts";
import { startWorker } from "../../src/jobs/worker.ts";
import { verifyEvents } from "../../src/modules/access/index.ts";
import { aTown } from "../../src/modules/contact/make.ts";
import { databaseSecret as secret, testDatabase } from "../support/database.ts";

const database = testDatabase();

test("what happened is sealed when the clock says so, with the secret of the installation", async () => {
  const town = await aTown(database.db);
  await town.ask();
  const read = readConfig({ RECHTSPOOR_MODE: "test", SECRET: secret });
  if (!read.ok) throw new Error(read.problems.join(" "));
  const worker = await startWorker({
    db: database.db,
    pool: database.pool,
    config: read.config,
    secret,
    publicUrl: () => "https://rechtspoor.example",
    now: () => town.clock.now,
    log: pino({ level: "silent" }),
  });
  await worker.sweep();
  await worker.stop();
  const findings: unknown[] = [];
  const looked = await verifyEvents(town.visitor(), { secret }, (finding) => findings.push(finding));
  expect(looked.events).toBeGreaterThan(1);
  expect({ ...looked, events: 0, findings }).toEqual({
    municipalities: 1,
    seals: 1,
    forged: 0,
    events: 0,
    waiting: 0,
    findings: [],
  });
});
