import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { loadExampleWorld } from "../../example/load.ts";
import { pointId } from "../../example/places.ts";
import { connect } from "../../src/db/connect.ts";
import { type Embedded, startEmbedded } from "../../src/db/embedded.ts";
import { migrate } from "../../src/db/migrate.ts";
import { tuesdayMorning } from "../support/app.ts";
import { ended, freePort } from "../support/processes.ts";

/* The built server, a worker and a durable database, each a process of its own that a test may kill. */

const secret = "a secret of the crash tests, known to everybody";

export type House = {
  postgres: Embedded;
  url: string;
  server: () => ChildProcess;
  worker: () => ChildProcess;
  startServer: () => Promise<void>;
  startWorker: () => void;
  /** The database falls over as it does when its machine does, and comes back. */
  restartDatabase: () => Promise<void>;
  count: (sql: string, values?: unknown[]) => Promise<number>;
  admin: <T>(act: (client: pg.Client) => Promise<T>) => Promise<T>;
  close: () => Promise<void>;
};

/** @param folder where the database lives: a test gives one of its own. */
export async function buildHouse(folder: string, smtpUrl: string): Promise<House> {
  const postgres = await startEmbedded(folder);
  await migrate(postgres.ownerUrl, "rechtspoor_app");
  const { db, pool } = connect(postgres.appUrl, 2, () => undefined, secret);
  await loadExampleWorld(db, tuesdayMorning, secret, { callbacks: false });
  await pool.end();
  const port = await freePort();
  const running: { server?: ChildProcess; worker?: ChildProcess } = {};
  const start = (worker: "off" | "only") =>
    spawn(process.execPath, ["dist/server/server.js"], {
      env: {
        PATH: process.env.PATH,
        RECHTSPOOR_MODE: "test",
        PORT: String(port),
        DATABASE_URL: postgres.appUrl,
        DATABASE_OWNER_URL: postgres.ownerUrl,
        SECRET: secret,
        SMTP_URL: smtpUrl,
        PUBLIC_URL: `http://localhost:${port}`,
        WORKER: worker,
        LOG_LEVEL: "silent",
        LIMIT_PAGES: "1000000",
        LIMIT_REQUESTS: "1000000",
      },
      stdio: "ignore",
    });
  const url = `http://127.0.0.1:${port}`;
  const house: House = {
    postgres,
    url,
    server: () => there(running.server),
    worker: () => there(running.worker),
    startServer: async () => {
      running.server = start("off");
      await until(async () => (await fetch(`${url}/health/ready`).catch(() => undefined))?.ok === true);
    },
    startWorker: () => {
      running.worker = start("only");
    },
    restartDatabase: async () => {
      const pid = Number(readFileSync(join(folder, "postgres/postmaster.pid"), "utf8").split("\n")[0]);
      process.kill(pid, "SIGQUIT");
      await until(() => Promise.resolve(!isAlive(pid)));
      await startEmbedded(folder);
    },
    admin: async (act) => {
      const url = new URL(postgres.adminUrl);
      url.pathname = "/rechtspoor";
      const client = new pg.Client({ connectionString: url.href });
      client.on("error", () => undefined);
      await client.connect();
      try {
        return await act(client);
      } finally {
        await client.end().catch(() => undefined);
      }
    },
    count: (sql, values) => house.admin(async (client) => Number((await client.query(sql, values)).rows[0].count)),
    close: async () => {
      await Promise.all([kill(running.server), kill(running.worker)]);
      postgres.stop();
    },
  };
  return house;
}

function there(child: ChildProcess | undefined): ChildProcess {
  if (child === undefined) throw new Error("This process was not started.");
  return child;
}

/** Ended at once, as by a lost machine. */
export const kill = (child: ChildProcess | undefined): Promise<void> => ended(child, "SIGKILL");

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** Waits for something that must become true; says so when it does not within a minute. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let time = 0; time < 1200; time++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("What the test waited for did not happen.");
}

export type Request = { key: string; phone: string; mail: string };
export type Acknowledged = Request & { code: string };

const point = pointId("punt-sociaal-raadslieden-utrecht");

/** One try to be called back. Undefined: no answer, or one that says "try again". */
export async function askOnce(
  house: House,
  request: Request,
): Promise<{ status: number; code: string | undefined; type: string } | undefined> {
  const answer = await fetch(`${house.url}/api/v1/terugbelverzoeken?gemeente=utrecht`, {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": request.key },
    body: JSON.stringify({
      hulppuntId: point,
      telefoonnummer: request.phone,
      dagdelen: ["ochtend"],
      dringend: false,
      mailadres: request.mail,
    }),
    signal: AbortSignal.timeout(20_000),
  }).catch(() => undefined);
  if (answer === undefined) return undefined;
  const body = await answer.json().catch(() => ({}));
  return { status: answer.status, code: body.code, type: answer.headers.get("content-type") ?? "" };
}

/**
 * Ten people at a time ask until they are told "yes", trying again with the same key as a browser would.
 * @param onAcknowledged hears each yes, so that a test can do its harm in the midst of it.
 */
export async function askAll(
  house: House,
  requests: Request[],
  onAcknowledged: (count: number) => void,
): Promise<Acknowledged[]> {
  const waiting = [...requests];
  const acknowledged: Acknowledged[] = [];
  const person = async () => {
    for (let request = waiting.shift(); request !== undefined; request = waiting.shift()) {
      const wanted = request;
      await until(async () => {
        const answer = await askOnce(house, wanted);
        if (answer?.code === undefined) return false;
        acknowledged.push({ ...wanted, code: answer.code });
        onAcknowledged(acknowledged.length);
        return true;
      });
    }
  };
  await Promise.all(Array.from({ length: 10 }, person));
  return acknowledged;
}

const counter = { next: 0 };
export const newRequests = (count: number): Request[] =>
  Array.from({ length: count }, () => {
    const number = counter.next++;
    return {
      key: crypto.randomUUID(),
      phone: `06-0000${String(number).padStart(4, "0")}`,
      mail: `mens${number}@example.org`,
    };
  });
