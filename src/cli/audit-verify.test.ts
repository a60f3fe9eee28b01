import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databaseSecret as secret, testDatabase } from "../../tests/support/database.ts";
import { temporaryFolder } from "../../tests/support/folder.ts";
import { type Ctx, inTransaction } from "../kernel/context.ts";
import { record } from "../kernel/event.ts";
import { newId, newReference } from "../kernel/id.ts";
import { sealEvents } from "../modules/access/index.ts";

const database = testDatabase();
const folder = temporaryFolder("audit");
afterAll(folder.remove);

const world = (minute: number): Ctx => ({
  db: database.db,
  now: Temporal.Instant.from("2026-11-24T09:00:00Z").add({ minutes: minute }),
  actor: { kind: "visitor" },
  municipalityId: "GM9999",
});
beforeAll(async () => {
  for (const minute of [0, 1, 2, 3])
    await inTransaction(world(minute), (ctx) => record(ctx, "access.codeRefused", newReference(), {}));
  await sealEvents(world(5), { secret, batch: 2 });
});

const look = (...options: string[]) => {
  const { stdout, stderr, status } = spawnSync("node", ["src/cli/audit-verify.ts", ...options], {
    encoding: "utf8",
    env: {
      ...process.env,
      RECHTSPOOR_MODE: "test",
      DATABASE_URL: database.urls.appUrl,
      DATABASE_OWNER_URL: database.urls.ownerUrl,
      SECRET: secret,
    },
  });
  return { stdout, stderr, status };
};
/** Without the line that says when. */
const said = (text: string) => text.replace(/^Looked on .*\n/m, "");

describe("whoever looks whether anything was tampered with", () => {
  test("hears that everything fits, with how much was looked at", () => {
    const { stdout, stderr, status } = look();
    expect([said(stdout), stderr, status]).toEqual([
      "4 events in 2 seals of 1 municipalities; 0 events not sealed yet.\nEverything fits.\n",
      "",
      0,
    ]);
  });

  test("hears at once of an event that this software did not write, before it is sealed", async () => {
    const id = newId();
    await database.admin.query(
      `insert into event (municipality_id, id, at, name, subject_ref, facts, actor_kind)
       values ('GM9999', $1, '2026-11-24T09:06:00Z', 'access.codeRefused', $1, '{}', 'visitor')`,
      [id],
    );
    const { stdout, status } = look();
    expect(said(stdout)).toContain("GM9999, not sealed yet: 1 event not written by this software\n");
    expect(status).toBe(1);
    await database.admin.query("delete from event_waiting where event_id = $1", [id]);
    await database.admin.query("delete from event where id = $1", [id]);
    expect(look().status).toBe(0);
  });

  test("keeps the heads elsewhere, and hears later that the end of the chain is gone", async () => {
    const printed = look("--heads");
    expect(printed.stdout).toMatch(/^GM9999 2 [0-9a-f]{64}\n$/);
    expect(printed.status).toBe(0);
    const file = join(folder.path, "heads");
    writeFileSync(file, printed.stdout);
    expect(look("--expect", file).status).toBe(0);
    await database.admin.query(
      "delete from event where id in (select unnest(event_ids) from event_seal where number = 2)",
    );
    await database.admin.query("delete from event_seal where number = 2");
    expect(look().status).toBe(0);
    const { stdout, status } = look("--expect", file);
    expect(said(stdout)).toContain("GM9999, seal 2: kept elsewhere, missing here\n");
    expect(status).toBe(1);
  });

  test("hears in which seal how many events were changed, and nothing of what was in the rows", async () => {
    await database.admin.query("update event set name = 'Roos Voorbeeld'");
    const { stdout, status } = look();
    expect(said(stdout)).toBe(
      "GM9999, seal 1: 2 events changed after sealing\n2 events in 1 seals of 1 municipalities; 0 events not sealed yet.\nFindings: 1.\n",
    );
    expect(status).toBe(1);
  });

  test.each([
    ["a file that is not there", "is-not-there", "cannot be read"],
    ["a file with something else in it", "other", "does not hold lines"],
  ])("with %s to compare with is told so, and not that everything fits", (_, name, problem) => {
    const file = join(folder.path, name);
    if (name === "other") writeFileSync(file, "everything fits\n");
    const { stdout, stderr, status } = look("--expect", file);
    expect([stdout, status]).toEqual(["", 2]);
    expect(stderr).toContain(problem);
  });

  test("with an option that does not exist is told which there are", () => {
    const { stderr, status } = look("--repair");
    expect(status).toBe(2);
    expect(stderr).toContain("--expect FILE");
  });
});
