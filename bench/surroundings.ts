import { spawn } from "node:child_process";
import { cpus, totalmem } from "node:os";
import { loadExampleWorld } from "../example/load.ts";
import { connect } from "../src/db/connect.ts";
import { type Embedded, startEmbedded } from "../src/db/embedded.ts";
import { migrate } from "../src/db/migrate.ts";
import { temporaryFolder } from "../tests/support/folder.ts";
import { answering, ended, freePort } from "../tests/support/processes.ts";

/* What every measurement needs: a database with the example world, a server in a process of its own, a table of figures. */

export const benchSecret = "a secret of the benches, known to everybody";

export type Surroundings = { postgres: Embedded; stop: () => void };

/** @param durable as in production: fsync on. */
export async function startDatabase({ durable = true, callbacks = true } = {}): Promise<Surroundings> {
  const folder = temporaryFolder("bench");
  const postgres = await startEmbedded(folder.path, { durable });
  await migrate(postgres.ownerUrl, "rechtspoor_app");
  const { db, pool } = connect(postgres.appUrl, 4, () => undefined, benchSecret);
  await loadExampleWorld(db, Temporal.Now.instant(), benchSecret, { callbacks });
  await pool.end();
  return {
    postgres,
    stop: () => {
      postgres.stop();
      folder.remove();
    },
  };
}

/** Starts a script on a free port, waits until it answers on `path`, and hands back its address. */
export async function startServer(
  script: string,
  { postgres }: Surroundings,
  path: string,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const port = await freePort();
  const server = spawn(process.execPath, [script], {
    env: {
      PATH: process.env.PATH,
      RECHTSPOOR_MODE: "test",
      PORT: String(port),
      DATABASE_URL: postgres.appUrl,
      DATABASE_OWNER_URL: postgres.ownerUrl,
      SECRET: benchSecret,
      WORKER: "off",
      LOG_LEVEL: "silent",
      LIMIT_PAGES: "1000000",
      LIMIT_REQUESTS: "1000000",
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const url = `http://127.0.0.1:${port}`;
  await answering(url + path, server);
  return { url, stop: () => ended(server) };
}

/** One line about where the figures came from: they mean nothing without it. */
export const machine = (): string =>
  `${Temporal.Now.plainDateISO()}, ${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}; client and server share the cores`;

export const say = (line = ""): void => {
  process.stdout.write(`${line}\n`);
};

export const percentile = (values: number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
