import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "@playwright/test";
import pg from "pg";
import { testMorning, testSecret } from "./example-template.ts";
import { answering, ended, freePort } from "./processes.ts";

export type Site = {
  /** "http://localhost:41234" */
  url: string;
  /** Moves the server's clock and lets the alarms look. */
  moveClock: (to: Temporal.Instant) => Promise<void>;
  /** SQL as the superuser, to see what is really there. */
  query: <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<Row[]>;
};

const counter = { made: 0 };

/** The built server on a free port, with a copy of the example world of its own, for one test file. */
export function startSite(environment: Record<string, string> = {}): Site {
  const made: { server?: ChildProcess; admin?: pg.Pool; url: string; name: string } = {
    url: "",
    name: "",
  };
  const folder = process.env.E2E_FOLDER ?? "";
  const at = (login: string, database: string) => {
    const url = new URL(readFileSync(join(folder, "admin-url"), "utf8"));
    url.username = login;
    url.pathname = `/${database}`;
    return url.href;
  };
  test.beforeAll(async () => {
    // Anew each time: a worker may come back to a file that it left for another.
    made.name = `e2e_${process.pid}_${counter.made++}`;
    const maintenance = new pg.Client({ connectionString: at("postgres", "postgres") });
    await maintenance.connect();
    await maintenance.query("select pg_advisory_lock(1)");
    await maintenance.query(`create database ${made.name} template rechtspoor owner rechtspoor_owner`);
    await maintenance.end();
    made.admin = new pg.Pool({ connectionString: at("postgres", made.name), max: 2 });
    made.admin.on("error", () => undefined);
    const port = await freePort();
    made.url = `http://localhost:${port}`;
    made.server = spawn(process.execPath, ["dist/server/server.js"], {
      env: {
        PATH: process.env.PATH,
        RECHTSPOOR_MODE: "test",
        PORT: String(port),
        DATABASE_URL: at("rechtspoor_app", made.name),
        DATABASE_OWNER_URL: at("rechtspoor_owner", made.name),
        SECRET: testSecret,
        LIMIT_REQUESTS: "500",
        LIMIT_CODES: "500",
        ...environment,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    // Everything any server says is kept: a last test searches it for names and numbers.
    const log = createWriteStream(join(folder, "logs", `${made.name}.log`));
    made.server.stdout?.pipe(log);
    made.server.stderr?.pipe(log);
    await answering(`${made.url}/health/ready`, made.server);
    await moveClock(made.url, testMorning);
  });
  test.afterAll(async () => {
    await ended(made.server);
    await made.admin?.end();
  });
  return {
    get url() {
      return made.url;
    },
    moveClock: (to) => moveClock(made.url, to),
    query: async (text, values) => {
      if (made.admin === undefined) throw new Error("The site is only there inside a test.");
      return (await made.admin.query(text, values)).rows;
    },
  };
}

async function moveClock(url: string, to: Temporal.Instant): Promise<void> {
  const answer = await fetch(`${url}/proef/klok`, { method: "POST", body: to.toString() });
  if (!answer.ok) throw new Error(`The clock could not be moved: ${answer.status}`);
}
