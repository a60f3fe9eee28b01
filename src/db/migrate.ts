import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { PgBoss } from "pg-boss";
import { root } from "../config/root.ts";

const folder = join(root, "src/db/migrations");
/** Any number will do, as long as every process of this project uses the same. */
const lock = 7_203_416;

/** The queues of jobs/worker.ts. A job that keeps failing ends in `failed`, where the metrics count it. */
const queues = ["event", "mail", "sweep"] as const;

/**
 * Brings the database up to date: our own tables and those of the job queue, in order, one process at a time.
 * Then gives the app's login the rights it needs and no more.
 * @param ownerUrl the login that owns everything; @param appLogin the name of the login the app uses.
 */
export async function migrate(ownerUrl: string, appLogin: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [lock]);
    await client.query(
      "create table if not exists migration (name text primary key, at timestamptz not null default now())",
    );
    const done = new Set(
      (await client.query<{ name: string }>("select name from migration")).rows.map((row) => row.name),
    );
    const files = readdirSync(folder)
      .filter((name) => name.endsWith(".sql"))
      .sort();
    const missing = files.filter((name) => !done.has(name));
    if (missing.length === 0) return;
    await installJobs(ownerUrl);
    for (const name of missing) {
      await client.query("begin");
      await client.query(readFileSync(join(folder, name), "utf8"));
      await client.query("insert into migration (name) values ($1)", [name]);
      await client.query("commit");
    }
    await client.query(rightsOf(client.escapeIdentifier(appLogin)));
  } finally {
    await client.end();
  }
}

async function installJobs(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, supervise: false, schedule: false, max: 2 });
  boss.on("error", () => undefined);
  await boss.start();
  await boss.createQueue("failed");
  for (const queue of queues) await boss.createQueue(queue, { deadLetter: "failed" });
  await boss.stop({ graceful: false });
}

/** Tables that nobody may change or empty once written stay out of the app's reach: events, their seals, migrations. */
const rightsOf = (app: string) => `
  grant usage on schema public, pgboss to ${app};
  grant select, insert, update, delete on all tables in schema public to ${app};
  revoke update, delete on event, event_seal from ${app};
  revoke insert, update on event_waiting, processing_waiting from ${app};
  revoke update on team_member from ${app};
  grant update (away_until, deputy_id) on team_member to ${app};
  revoke update, delete on case_share from ${app};
  grant update (ended_at) on case_share to ${app};
  revoke update, delete on api_client from ${app};
  grant update (last_used_at, ended_at) on api_client to ${app};
  revoke update on api_token, api_assertion from ${app};
  revoke update on privacy_request, privacy_omission from ${app};
  grant update (state, answer_by, extended_at, extension_reason, reviewed_at, reviewed_by, reviewed_lines, settled_at, settled_by, refusal,
    answer)
    on privacy_request to ${app};
  revoke update on unusual_reading from ${app};
  grant update (event_ids, outcome, words, judged_at, judged_by) on unusual_reading to ${app};
  revoke all on migration from ${app};
  grant select, insert, update, delete on all tables in schema pgboss to ${app};
  grant execute on all functions in schema pgboss to ${app};
  grant usage on all sequences in schema pgboss to ${app};
`;
