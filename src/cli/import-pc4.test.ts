import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { testDatabase } from "../../tests/support/database.ts";
import { temporaryFolder } from "../../tests/support/folder.ts";
import { as, type Ctx, inTransaction } from "../kernel/context.ts";
import { addMunicipality } from "../modules/access/index.ts";
import { aMunicipality } from "../modules/access/make.ts";
import { areaOf, listPostcodeAreas, settlePostcodes } from "../modules/directory/index.ts";

const database = testDatabase();
const folder = temporaryFolder("pc4");
afterAll(folder.remove);

const visitor = (): Ctx => ({
  db: database.db,
  actor: { kind: "visitor" },
  now: Temporal.Instant.from("2026-11-24T09:00:00Z"),
  municipalityId: "NL",
});
const add = (id: string, slug: string, name: string, otherNames: string[] = []) =>
  inTransaction(as(visitor(), { kind: "system", purpose: "editing" }), (ctx) =>
    addMunicipality(ctx, aMunicipality({ id, slug, name, otherNames, parentId: null })),
  );
beforeEach(async () => {
  await database.admin.query("delete from postcode_area");
  await database.admin.query("delete from municipality");
  await add("GM0344", "utrecht", "Utrecht");
  await add("GM0518", "den-haag", "Den Haag");
});

const header = "pc4,woonplaats,gemeente,provincie,latitude,longitude";
const run = (content: string, ...options: string[]) => {
  const file = join(folder.path, `${crypto.randomUUID()}.csv`);
  writeFileSync(file, content);
  return runOn(file, ...options);
};
const runOn = (file: string, ...options: string[]) => {
  const { stdout, stderr, status } = spawnSync("node", ["src/cli/import-pc4.ts", file, ...options], {
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
const areas = () => listPostcodeAreas(visitor());

describe("whoever keeps an installation imports a table of postcodes", () => {
  test("with a byte order mark, line ends of Windows, quotes and commas in them; the rest lies elsewhere, by name", async () => {
    const lines = [
      header,
      '2511,"Den Haag, Centrum","\'s-Gravenhage",Zuid-Holland,52.0777,4.3128',
      '2600,"Delft ""oud""",Delft,Zuid-Holland,52.01,4.36',
      "",
      "3511,Utrecht,Utrecht,Utrecht,52.0925,5.1203",
    ];
    const { stdout, stderr, status } = run(`\uFEFF${lines.join("\r\n")}\r\n`);
    expect([stderr, status]).toEqual(["", 0]);
    expect(stdout).toContain("3 lines read\n0 lines left out\n");
    expect(stdout).toMatch(/\d+ in a municipality that is here \(0 where our own table knows better\), 1 elsewhere/);
    const there = await areas();
    expect(areaOf(2511, there)).toMatchObject({ municipalityId: "GM0518", place: "Den Haag, Centrum" });
    expect(areaOf(2600, there)).toMatchObject({ municipalityId: null, elsewhere: "Delft", place: 'Delft "oud"' });
    expect(areaOf(3511, there)).toMatchObject({ municipalityId: "GM0344", latitude: 52.0925 });
    // Of our own table: post office boxes that the file does not have.
    expect(areaOf(3500, there)?.municipalityId).toBe("GM0344");
  });

  test("once more in the place of what was there, and with --dry-run nothing changes", async () => {
    run(`${header}\n2600,Delft,Delft,ZH,52.01,4.36\n`);
    const before = await areas();
    const tried = run(`${header}\n2611,Delft,Delft,ZH,52.01,4.36\n`, "--dry-run");
    expect([tried.status, tried.stdout]).toEqual([0, expect.stringContaining("nothing was changed")]);
    expect(await areas()).toEqual(before);
    run(`${header}\n2611,Delft,Delft,ZH,52.01,4.36\n`);
    expect(areaOf(2600, await areas())).toBeUndefined();
    expect(areaOf(2611, await areas())?.place).toBe("Delft");
  });

  test("hears of each line that is left out where and why", () => {
    const good = Array.from({ length: 30 }, (_, at) => `${2600 + at},Delft,Delft,ZH,52.01,4.36`);
    const { stdout, status } = run(
      [header, ...good, "2600,Delft,Delft,ZH,52,4.3", "2700,Delft,Delft,ZH,north,4"].join("\n"),
    );
    expect(status).toBe(0);
    expect(stdout).toContain("2 lines left out");
    expect(stdout).toContain('line 32, column pc4: "2600" stands on an earlier line as well');
    expect(stdout).toContain('line 33, column latitude: "north" is no number of degrees');
  });

  test.each([
    ["without a column", "pc4,gemeente,longitude\n", "line 1: there is no column woonplaats, latitude."],
    ["with a quote that is never closed", `${header}\n2600,"Delft,Delft,ZH,52,4\n2601,x,y,z,1,1\n`, "this is no CSV"],
    [
      "with a quote in the middle of a cell",
      `${header}\n2600,De"lft,Delft,ZH,52,4\n`,
      "line 2, column 2: this is no CSV",
    ],
    ["that is empty", "", "of 0 lines too many cannot be used"],
    ["of which most cannot be used", `${header}\n1,a,b,c,d,e\n`, 'line 2, column pc4: "1" is no postcode'],
  ])("gets nothing from a file %s, and hears why", async (_, content, said) => {
    run(`${header}\n2600,Delft,Delft,ZH,52.01,4.36\n`);
    const before = await areas();
    const { stderr, status } = run(content);
    expect(stderr).toContain(said);
    expect(status).toBe(2);
    expect(await areas()).toEqual(before);
  });

  test("gets nothing from a file that is not there, and hears how to ask", () => {
    expect(runOn(join(folder.path, "nowhere.csv"))).toMatchObject({ status: 2 });
    expect(spawnSync("node", ["src/cli/import-pc4.ts"], { encoding: "utf8" }).stderr).toContain(
      "Usage: npm run import:pc4",
    );
  });
});

test("a municipality that joins later takes the postcodes that lay elsewhere under its name", async () => {
  run(`${header}\n2600,Delft,Delft,ZH,52.01,4.36\n2601,Delft,Delft,ZH,52.01,4.36\n3511,Utrecht,Utrecht,U,52.09,5.12\n`);
  await add("GM0503", "delft", "Delft");
  expect(await settlePostcodes(visitor(), "GM0503")).toBe(1);
  expect(areaOf(2601, await areas())).toMatchObject({ from: 2600, to: 2601, municipalityId: "GM0503" });
  expect(areaOf(3511, await areas())?.municipalityId).toBe("GM0344");
});

test("the database refuses two areas for one postcode, one in two municipalities, and one in none", async () => {
  const insert = (values: string) =>
    database.admin.query(
      `insert into postcode_area (from_pc4, to_pc4, municipality_id, elsewhere, place, latitude, longitude) values (${values}, 'x', 52, 5)`,
    );
  await insert("2600, 2610, null, 'Delft'");
  await expect(insert("2610, 2611, 'GM0344', null")).rejects.toThrow(/postcode_area_once/);
  await expect(insert("2700, 2700, 'GM0344', 'Delft'")).rejects.toThrow(/lies_somewhere/);
  await expect(insert("2700, 2700, null, null")).rejects.toThrow(/lies_somewhere/);
});

/** A list of somebody else, not part of the product. */
const national =
  ["../../../shared/data/pc4.csv", "../../../../shared/data/pc4.csv"]
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((path) => existsSync(path)) ?? "";

test.skipIf(national === "")(
  "a real table of the whole country comes in whole, each postcode where it lies",
  async () => {
    const { stdout, stderr, status } = runOn(national);
    expect([stderr, status]).toEqual(["", 0]);
    const lines = readFileSync(national, "utf8").trim().split(/\r?\n/).slice(1);
    expect(stdout).toContain(`${lines.length} lines read`);
    const there = await areas();
    const last = lines.at(-1)?.slice(0, 4);
    expect(areaOf(Number(last), there)).toBeDefined();
    expect(areaOf(2511, there)?.municipalityId).toBe("GM0518");
    expect(areaOf(1012, there)).toMatchObject({ elsewhere: "Amsterdam" });
    expect(there.length).toBeLessThan(lines.length);
  },
);
