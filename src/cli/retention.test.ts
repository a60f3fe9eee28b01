import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../tests/support/database.ts";
import { holdCase } from "../modules/casework/index.ts";
import { closeCallback, logAttempt } from "../modules/contact/index.ts";
import { aTown, type Town } from "../modules/contact/make.ts";

const database = testDatabase();
const made: { town?: Town; today: string } = { today: "" };
const town = (): Town => {
  if (made.town === undefined) throw new Error("The town is only there inside a test.");
  return made.town;
};

/** The command reads the real clock: the days of closing are counted from today. */
const yearsAgo = (years: number, days = 0): string =>
  Temporal.PlainDate.from(made.today).subtract({ years }).subtract({ days }).toString();
/** The day on which what was closed ten days more than two years ago should have gone. */
const overdueSince = (): string => Temporal.PlainDate.from(yearsAgo(2, 10)).add({ months: 24 }).toString();
const closed = async (on: string): Promise<string> => {
  const { caseId } = await town().ask({ name: "Roos Voorbeeld" });
  await logAttempt(town().helper("elif"), caseId, { outcome: "reached", note: "" });
  await closeCallback(town().helper("elif"), caseId, { result: "answered", note: "" });
  await database.admin.query("update case_file set closed_at = ($2 || 'T10:00:00Z')::timestamptz where id = $1", [
    caseId,
    on,
  ]);
  return caseId;
};

beforeAll(async () => {
  const { rows } = await database.admin.query("select (now() at time zone 'Europe/Amsterdam')::date::text as today");
  made.today = rows[0].today;
  made.town = await aTown(database.db);
  await closed(yearsAgo(2));
  await closed(yearsAgo(2, 10));
  await closed(yearsAgo(1));
  await holdCase(town().helper("samira"), await closed(yearsAgo(3)), "complaint");
});

const command = "src/cli/retention.ts";
const surroundings = () => ({
  ...process.env,
  RECHTSPOOR_MODE: "test",
  DATABASE_URL: database.urls.appUrl,
  DATABASE_OWNER_URL: database.urls.ownerUrl,
  SECRET: "a secret of the tests of the report, known to everybody",
});
const run = (...options: string[]) => {
  const { stdout, stderr, status } = spawnSync("node", [command, ...options], {
    encoding: "utf8",
    env: surroundings(),
  });
  return { lines: stdout.split("\n").filter((line) => line !== "" && !line.startsWith("Looked on")), stderr, status };
};
const count = async () => (await database.admin.query("select from case_file")).rowCount;
const headed = () => {
  const { municipality, teams } = town();
  return `${municipality.id} ${municipality.name}, ${teams.raadslieden.name} (${teams.raadslieden.id}), hulpvraag`;
};

describe("whoever looks at what is over", () => {
  test("hears in a dry run what would go and since when, what is held and why, what is there too long; nothing goes", async () => {
    const { lines, stderr, status } = run("--dry-run");
    expect(stderr).toBe("");
    expect(lines).toEqual([
      `${headed()}: 24 months (policy: AVG artikel 5 lid 1 onder e)`,
      `  2 cases would go now, due since ${overdueSince()}`,
      expect.stringMatching(/^ {2}1 case not yet, the first goes on \d{4}-\d\d-\d\d$/),
      "  1 case held: complaint",
      `  1 case kept longer than agreed, since ${overdueSince()}`,
      "Would be deleted: 2 cases, 0 mails, 0 promises without a case, 0 requests about own data, 0 looks at unusual reading, 0 direct contacts, 0 lists of help",
      "Would be anonymised: 0 people who left",
      "Would be told of to their team, because nothing happened for a year: 0 cases",
    ]);
    expect(lines.join()).not.toContain("Roos");
    // Something is there too long: a dry run is how that is found out.
    expect(status).toBe(1);
    expect(await count()).toBe(4);
  });

  test("sets the term of a team, and sees what that does before anything goes", async () => {
    const team = `${town().municipality.id}/${town().teams.raadslieden.id}`;
    const set = (months: string, rule = "hulpvraag") => run("--team", team, "--rule", rule, "--months", months);
    expect(set("60")).toMatchObject({ status: 0 });
    expect(run("--dry-run").lines.slice(0, 2)).toEqual([
      `${headed()}: 60 months (team: AVG artikel 5 lid 1 onder e)`,
      expect.stringMatching(/^ {2}3 cases not yet/),
    ]);
    expect(set("61")).toMatchObject({
      status: 1,
      lines: ["A team of this kind may not set this term, or not to this: see content/retention.yaml."],
    });
    expect(set("none")).toMatchObject({ status: 0 });
    for (const wrong of [set("forever"), set("12", "gedachten"), run("--team", team), run("--months", "12")])
      expect([wrong.status, wrong.lines]).toEqual([2, []]);
  });

  test("and runs it, hears what went; once more there is nothing left to go", async () => {
    const { lines, status } = run();
    expect(lines[1]).toBe(`  2 cases to go now, due since ${overdueSince()}`);
    expect(lines).toContain(
      "Deleted: 2 cases, 0 mails, 0 promises without a case, 0 requests about own data, 0 looks at unusual reading, 0 direct contacts, 0 lists of help",
    );
    expect(status).toBe(0);
    expect(await count()).toBe(2);
    expect(run().lines).toContain(
      "Deleted: 0 cases, 0 mails, 0 promises without a case, 0 requests about own data, 0 looks at unusual reading, 0 direct contacts, 0 lists of help",
    );
    expect(run("--dry-run").status).toBe(0);
  });

  test("and is killed half-way finds some gone whole and the rest untouched; the next run ends it, and tells each once", async () => {
    const many = 600;
    const copies = await database.admin.query(
      `with copied as (
         insert into case_file select (jsonb_populate_record(null::case_file, to_jsonb(f) || jsonb_build_object('id', gen_random_uuid(),
           'event_ref', gen_random_uuid(), 'held_since', null, 'hold_reason', null, 'closed_at', $1::text))).*
         from (select * from case_file limit 1) f, generate_series(1, ${many})
         returning municipality_id, id, team_id, event_ref
       ), residents as (
         insert into resident select (jsonb_populate_record(null::resident, to_jsonb(r) || jsonb_build_object('case_id', c.id))).*
         from (select * from resident limit 1) r, copied c
       ) select event_ref from copied`,
      [`${yearsAgo(3)}T10:00:00Z`],
    );
    const refs = copies.rows.map((row) => row.event_ref);
    const state = async () =>
      (
        await database.admin.query(
          `select (select count(*)::int from case_file where event_ref = any($1)) as files,
             (select count(*)::int from resident r join case_file f on f.id = r.case_id where event_ref = any($1)) as residents,
             (select count(*)::int from event where subject_ref = any($1) and name = 'casework.forgotten') as told`,
          [refs],
        )
      ).rows[0];
    expect(await state()).toEqual({ files: many, residents: many, told: 0 });
    const worker = spawn("node", [command], { env: surroundings(), stdio: "ignore" });
    const ended = once(worker, "exit");
    while ((await state()).files === many && worker.exitCode === null);
    worker.kill("SIGKILL");
    await ended;
    const { files, residents, told } = await state();
    expect(files).toBeGreaterThan(0);
    expect({ residents, told }).toEqual({ residents: files, told: many - files });
    run();
    expect(await state()).toEqual({ files: 0, residents: 0, told: many });
  });

  test("with an option that does not exist is told which there are", () => {
    const { stderr, status } = run("--everything");
    expect(status).toBe(2);
    expect(stderr).toContain("--dry-run");
  });
});
