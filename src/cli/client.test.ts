import { spawnSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../tests/support/database.ts";
import { temporaryFolder } from "../../tests/support/folder.ts";
import { dayOf } from "../kernel/day.ts";
import { newId } from "../kernel/id.ts";
import { giveToken } from "../modules/access/index.ts";

const database = testDatabase();
const folder = temporaryFolder("client");
afterAll(folder.remove);

const organisation = newId();
beforeAll(async () => {
  await database.admin.query(
    "insert into organisation values ($1, 'Voorbeeld Rechtswinkel', 'legal-aid', 'independent')",
    [organisation],
  );
});

const run = (...typed: string[]) => {
  const { stdout, stderr, status } = spawnSync("node", ["src/cli/client.ts", ...typed], {
    encoding: "utf8",
    env: {
      ...process.env,
      RECHTSPOOR_MODE: "test",
      DATABASE_URL: database.urls.appUrl,
      DATABASE_OWNER_URL: database.urls.ownerUrl,
    },
  });
  return { stdout, stderr, status };
};
const usual = ["--organisation", organisation, "--name", "Voorbeeld scherm", "--scope", "toezeggingen.lezen"];
const file = (name: string, text: string): string => {
  const path = join(folder.path, name);
  writeFileSync(path, text);
  return path;
};
const stored = async () => (await database.admin.query("select * from api_client order by id")).rows;
/** A command runs in real time, which the database knows too. */
const realTime = async (): Promise<Temporal.Instant> =>
  Temporal.Instant.from((await database.admin.query("select now()")).rows[0].now);
const tokenFor = async (clientId: string, secret: string) =>
  giveToken(
    { db: database.db, actor: { kind: "visitor" }, now: await realTime(), municipalityId: "NL" },
    { proof: { kind: "secret", clientId, secret }, scopes: undefined },
    "here",
  );

describe("whoever administers the programs", () => {
  test("adds one, gets its secret once, sees it in the list, and ends it", async () => {
    const added = run("add", ...usual);
    expect([added.stderr, added.status]).toEqual(["", 0]);
    const [, id = "", secret = ""] =
      /^client (\S+)\nsecret (\S+)\nThis .*\nuntil \d{4}-\d\d-\d\d\n$/.exec(added.stdout) ?? [];
    expect(await tokenFor(id, secret)).toMatchObject({ kind: "given", scopes: ["toezeggingen.lezen"] });
    const { stdout } = run("list", "--organisation", organisation);
    expect(stdout).toMatch(
      new RegExp(`^${id}\t${organisation}\tVoorbeeld scherm\ttoezeggingen.lezen\tsecret\tadded .*\tused `),
    );
    expect(stdout).not.toContain(secret);
    expect(run("end", id)).toMatchObject({ stdout: `client ${id} ended; its tokens work no more.\n`, status: 0 });
    expect(await tokenFor(id, secret)).toEqual({ kind: "refused" });
    expect(run("list").stdout).toContain("\tended ");
    expect(run("end", id)).toMatchObject({ stdout: "", status: 1 });
  });

  test("adds one with a key until a day, and there is no secret", async () => {
    const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const key = file("public.pem", publicKey.export({ type: "spki", format: "pem" }).toString());
    const until = dayOf(await realTime())
      .add({ months: 1 })
      .toString();
    const { stdout, status } = run(
      "add",
      ...usual,
      "--scope",
      "terugbelverzoeken.maken",
      "--key",
      key,
      "--until",
      until,
    );
    expect([stdout, status]).toEqual([expect.stringMatching(new RegExp(`^client \\S+\nuntil ${until}\n$`)), 0]);
    const secret = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
    const wrong = run("add", ...usual, "--key", file("private.pem", secret));
    expect([wrong.stdout, wrong.status]).toEqual(["", 1]);
    expect(wrong.stderr).toContain("names a private key");
    expect(wrong.stderr).not.toContain(secret.split("\n")[1]);
  });

  test.each<[string, string[], string, number]>([
    ["nothing", [], "Usage:", 2],
    ["what it cannot do", ["remove"], "Usage:", 2],
    ["an option that is none", ["add", "--secret", "x"], "These options are not understood.", 2],
    ["no organisation", ["add"], "--organisation must be an id.", 2],
    ["a scope that does not exist", ["add", ...usual, "--scope", "alles"], "This scope does not exist.", 2],
    ["a day that is none", ["add", ...usual, "--until", "volgend jaar"], "--until must be a day", 2],
    ["a day in the past", ["add", ...usual, "--until", "2020-01-01"], "--until must be today or later.", 1],
    ["a key that is not there", ["add", ...usual, "--key", "/nergens.pem"], "/nergens.pem cannot be read.", 2],
    [
      "an organisation that is not there",
      ["add", ...usual, "--organisation", newId()],
      "There is no such organisation.",
      1,
    ],
    ["something to end that is no id", ["end", "everything"], "What to end must be an id.", 2],
  ])("with %s is told what is wrong, and nothing is added", async (_, typed, problem, expected) => {
    const before = await stored();
    const { stdout, stderr, status } = run(...typed);
    expect([stdout, status]).toEqual(["", expected]);
    expect(stderr).toContain(problem);
    expect(await stored()).toEqual(before);
  });
});
