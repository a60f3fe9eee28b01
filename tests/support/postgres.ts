import { dirname } from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "../../src/db/embedded.ts";
import { migrate } from "../../src/db/migrate.ts";
import { temporaryFolder } from "./folder.ts";

/** Another server than the one from npm: the folder with its programs, as `/usr/lib/postgresql/15/bin`. */
const programs = process.env.TEST_POSTGRES_BIN;

/** One PostgreSQL for the whole run, with a migrated template that each test file copies. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = temporaryFolder("test");
  const postgres = await startEmbedded(folder.path, { durable: false, server: programs && dirname(programs) });
  await migrate(postgres.ownerUrl, "rechtspoor_app");
  project.provide("adminUrl", postgres.adminUrl);
  return () => {
    postgres.stop();
    folder.remove();
  };
}

declare module "vitest" {
  interface ProvidedContext {
    adminUrl: string;
  }
}
