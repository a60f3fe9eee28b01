import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { changed } from "../../tests/support/changed.ts";
import { testDatabase } from "../../tests/support/database.ts";
import { temporaryFolder } from "../../tests/support/folder.ts";

const database = testDatabase();
const folder = temporaryFolder("places");
afterAll(folder.remove);

const desk = {
  name: "Voorbeeldbalie",
  phone: "+31600000018",
  mail: "balie@example.org",
  address: "Voorbeeldplein 1",
  hours: { monday: ["09:00-12:00", "13:00-17:00"] },
  ombudsman: { name: "de Nationale ombudsman", website: "https://www.nationaleombudsman.nl/" },
};
const town = {
  id: "GM0344",
  slug: "utrecht",
  name: "Utrecht",
  desk,
  organisations: [
    {
      name: "Voorbeeld Raadslieden",
      kind: "welfare",
      independence: "funded",
      reason: { nl: "De gemeente betaalt.", en: "The municipality pays." },
      privacyMail: "privacy@example.org",
      teams: [
        {
          name: "Voorbeeld Team",
          function: "sociaal-raadslieden",
          callingNumber: "+31600000100",
          mail: "team@example.org",
          hours: { monday: ["09:00-17:00"], tuesday: ["09:00-17:00"] },
          closingDays: ["2026-12-24"],
        },
      ],
    },
  ],
};
const whole = { country: { desk }, municipalities: [town] };

const run = (content: unknown) => {
  const path = join(folder.path, `${crypto.randomUUID()}.yaml`);
  writeFileSync(path, typeof content === "string" ? content : stringify(content));
  const { stdout, stderr, status } = spawnSync("node", ["src/cli/places.ts", path], {
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
const count = async (table: string): Promise<number> =>
  (await database.admin.query(`select count(*)::int as count from ${table}`)).rows[0].count;

describe("whoever sets up an installation", () => {
  test("cannot begin without saying whom to call where no municipality is chosen", async () => {
    const { stderr, status } = run({ municipalities: [town] });
    expect([status, stderr]).toEqual([1, expect.stringContaining("`country` is missing")]);
    expect(await count("municipality")).toBe(0);
  });

  test("adds what is not there, hears its ids, and adds nothing twice", async () => {
    const first = run(whole);
    expect([first.stderr, first.status]).toEqual(["", 0]);
    const { rows } = await database.admin.query(
      "select t.id, t.organisation_id, t.office_hours, o.privacy_mail from team t join organisation o on o.id = t.organisation_id",
    );
    expect(rows).toMatchObject([{ privacy_mail: "privacy@example.org" }]);
    expect(rows[0].office_hours).toHaveLength(2);
    expect(first.stdout).toContain(`added team         ${rows[0].id} Voorbeeld Team`);
    expect(first.stdout).toContain(`added organisation ${rows[0].organisation_id} Voorbeeld Raadslieden`);
    expect(first.stdout).toMatch(/\b[1-9]\d* ranges of postcodes for GM0344/);
    expect(await count("closing_day")).toBe(1);
    const second = run(whole);
    expect(second.stdout).not.toContain("added");
    expect([await count("team"), await count("organisation"), await count("municipality")]).toEqual([1, 1, 2]);
  });

  test("gives an organisation that is known a team in another municipality", async () => {
    const elsewhere = changed(changed(town, { at: ["id"], is: "GM0034" }), { at: ["slug"], is: "almere" });
    const { stdout } = run({ municipalities: [changed(elsewhere, { at: ["name"], is: "Almere" })] });
    expect(stdout).toMatch(/there {2}organisation/);
    expect(stdout).toMatch(/added team/);
    expect(await count("organisation")).toBe(1);
  });

  const named = (id: string, slug: string, name: string, region: string) => ({
    ...town,
    ...{ id, slug, name, region, organisations: [] },
  });
  const parentOf = async (id: string): Promise<string> =>
    (await database.admin.query("select parent_id from municipality where id = $1", [id])).rows[0].parent_id;

  test("puts municipalities in a region, also those that were there; once in one they stay in it", async () => {
    const region = { ...town, id: "RG0001", slug: "regio-voorbeeld", name: "Regio Voorbeeld", organisations: [] };
    const { stdout, status } = run({
      municipalities: [named("GM0352", "wijk", "Wijk", "RG0001"), { ...town, region: "RG0001" }, region],
    });
    expect(status).toBe(0);
    expect(stdout).toContain("added region       RG0001 Utrecht");
    expect([await parentOf("RG0001"), await parentOf("GM0352"), await parentOf("GM0344")]).toEqual([
      "NL",
      "RG0001",
      "RG0001",
    ]);
    const other = { ...region, id: "RG0002", slug: "regio-anders", name: "Regio Anders" };
    expect(run({ municipalities: [other, { ...town, region: "RG0002" }] }).status).toBe(0);
    expect(await parentOf("GM0344")).toBe("RG0001");
  });

  test("hears that a region is not there, and nothing is added", async () => {
    const { stderr, status } = run({ municipalities: [named("GM0855", "tilburg", "Tilburg", "RG0009")] });
    expect([status, stderr]).toEqual([1, expect.stringContaining("Tilburg lies in RG0009, which is not there")]);
  });

  test.each<[string, string[], unknown, string]>([
    ["a number that is not international", ["municipalities", "0", "desk", "phone"], "020 123", "desk.phone"],
    ["a name in the address that is ours", ["municipalities", "0", "slug"], "werk", "municipalities.0.slug"],
    ["a region that is none", ["municipalities", "0", "region"], "GM0344", "municipalities.0.region"],
    ["a code that is none", ["municipalities", "0", "id"], "Utrecht", "municipalities.0.id"],
    [
      "an independence that nobody knows",
      ["municipalities", "0", "organisations", "0", "independence"],
      "ja",
      "independence",
    ],
    ["hours that end before they begin", ["municipalities", "0", "desk", "hours", "monday"], ["17:00-09:00"], "hours"],
    ["a team that never works", ["municipalities", "0", "organisations", "0", "teams", "0", "hours"], {}, "hours"],
    ["something that it does not know", ["municipalities", "0", "bsn"], "x", "municipalities.0"],
  ])("hears what is wrong with %s, and nothing is added", async (_, at, is, named) => {
    const before = await count("team");
    const { stderr, status } = run(changed(whole, { at, is }));
    expect(status).toBe(2);
    expect(stderr).toContain(named);
    expect(await count("team")).toBe(before);
  });

  test("hears so when the file is not there or is no YAML", () => {
    expect(run("municipalities: [").status).toBe(2);
  });
});
