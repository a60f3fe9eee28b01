import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "../../src/db/embedded.ts";
import { migrate } from "../../src/db/migrate.ts";

/** One PostgreSQL for the whole run, with a migrated template that each test file copies. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "rechtspoor-test-"));
  const postgres = await startEmbedded(folder, { durable: false });
  await migrate(postgres.ownerUrl, "rechtspoor_app");
  project.provide("adminUrl", postgres.adminUrl);
  return () => {
    postgres.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  };
}

declare module "vitest" {
  interface ProvidedContext {
    adminUrl: string;
  }
}
