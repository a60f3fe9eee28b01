import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { readConfig } from "../../src/config/config.ts";
import { activities } from "../../src/jobs/processing-activities.ts";
import { writeProcessingLog } from "../../src/jobs/processing-log.ts";
import { startWorker } from "../../src/jobs/worker.ts";
import { exportCases, forgetCases, searchCases } from "../../src/modules/casework/index.ts";
import { findOwnQuestion, openCasePage } from "../../src/modules/contact/index.ts";
import { aTown, type Town } from "../../src/modules/contact/make.ts";
import { testDatabase } from "../support/database.ts";
import { temporaryFolder } from "../support/folder.ts";

const database = testDatabase();
const place = temporaryFolder("processing");
const folder = join(place.path, "log");
const secret = "a secret of the tests of the processing log, known to everybody";
beforeEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  await database.admin.query("delete from processing_waiting");
});
afterAll(place.remove);

/** The shape of the Logboek dataverwerkingen, and nothing besides: no employee, no name, no number of a case. */
const Row = z.strictObject({
  trace_id: z.string().regex(/^[0-9a-f]{32}$/),
  span_id: z.string().regex(/^[0-9a-f]{16}$/),
  status_code: z.literal("STATUS_CODE_OK"),
  name: z.string(),
  start_time: z.int().positive(),
  end_time: z.int().positive(),
  resource: z.strictObject({ name: z.literal("rechtspoor"), municipality: z.string(), controller: z.string() }),
  attributes: z.strictObject({
    "dpl.core.processing_activity_id": z.string().regex(/^urn:rechtspoor:verwerkingsactiviteit:[a-z-]+$/),
    "dpl.core.data_subject_id": z.string().regex(/^[0-9a-f]{64}$/),
    "dpl.rechtspoor.event_id": z.uuid(),
  }),
});

const write = (town: Town, key = secret, into: string | undefined = folder) =>
  writeProcessingLog(town.visitor(), { secret: key, folder: into });
const files = () => readdirSync(folder).sort();
const text = () =>
  files()
    .map((file) => readFileSync(join(folder, file), "utf8"))
    .join("");
const rows = () =>
  text()
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => Row.parse(JSON.parse(line)));
const subjectOf = (row: z.infer<typeof Row>) => row.attributes["dpl.core.data_subject_id"];
const activityOf = (row: z.infer<typeof Row>) => row.attributes["dpl.core.processing_activity_id"].split(":").at(-1);
const waiting = async (): Promise<number> =>
  Number((await database.admin.query("select count(*) as count from processing_waiting")).rows[0].count);

describe("whoever's question is asked, read or changed", () => {
  test("has a row for each act, with who answers for it, and without a name of anybody", async () => {
    const town = await aTown(database.db);
    const { caseId, own, eventRef } = await town.ask({ name: "Roos Voorbeeld", phone: "06-00004321" });
    await openCasePage(town.helper("elif"), caseId);
    await findOwnQuestion(own());
    await write(town);
    expect(new Set(rows().map(activityOf))).toEqual(
      new Set(["vraag-aannemen", "toezeggingen-bewaken", "hulpvraag-behandelen", "eigen-vraag-volgen"]),
    );
    expect(new Set(rows().map(subjectOf)).size).toBe(1);
    expect(new Set(rows().map(({ resource }) => resource.controller))).toEqual(
      new Set([town.teams.raadslieden.organisation.name]),
    );
    for (const known of ["Roos", "00004321", caseId, eventRef, town.people.elif, "elif"])
      expect(text()).not.toContain(known);
    expect(await waiting()).toBe(0);
  });

  test("has a last row when it was deleted, with who answered for it, and none after that", async () => {
    const town = await aTown(database.db);
    const { caseId } = await town.ask();
    await write(town);
    const before = rows();
    await database.admin.query(
      "update case_file set status = 'closed', result = 'answered', closed_at = '2020-01-01' where id = $1",
      [caseId],
    );
    await forgetCases(town.visitor(), { dryRun: false });
    await write(town);
    const [last, ...more] = rows().slice(before.length);
    expect(more).toEqual([]);
    expect(last && [activityOf(last), subjectOf(last), last.resource.controller]).toEqual([
      "hulpvraag-verwijderen",
      before[0] && subjectOf(before[0]),
      town.teams.raadslieden.organisation.name,
    ]);
  });

  test("is somebody else than the next, and nobody without the key can say who", async () => {
    const town = await aTown(database.db);
    await town.ask();
    await town.ask();
    await write(town);
    const subjects = new Set(rows().map(subjectOf));
    expect(subjects.size).toBe(2);
    await town.ask();
    await write(town, "the secret of another installation");
    expect(new Set(rows().map(subjectOf)).size).toBe(3);
  });
});

describe("a list", () => {
  test("that is taken along has a row for each resident on it, in one trace", async () => {
    const town = await aTown(database.db);
    await town.ask();
    await town.ask();
    await database.admin.query("delete from processing_waiting");
    const elif = town.helper("elif");
    await exportCases(elif, {
      status: "open",
      theme: undefined,
      mine: false,
      order: "asked",
      descending: false,
      themes: [],
    });
    await write(town);
    expect(rows().map(activityOf)).toEqual(["hulpvragen-meenemen", "hulpvragen-meenemen"]);
    expect(new Set(rows().map(({ trace_id }) => trace_id)).size).toBe(1);
    expect(new Set(rows().map(({ span_id }) => span_id)).size).toBe(2);
    expect(new Set(rows().map(subjectOf)).size).toBe(2);
  });

  test("of who was found has a row for each of them, and none when nobody was", async () => {
    const town = await aTown(database.db);
    await town.ask({ name: "Quinten Eén" });
    await town.ask({ name: "Bea Twee" });
    await database.admin.query("delete from processing_waiting");
    await searchCases(town.helper("elif"), { by: "name", words: ["quin"] });
    await searchCases(town.helper("elif"), { by: "name", words: ["niemand"] });
    await write(town);
    expect(rows().map(activityOf)).toEqual(["hulpvraag-terugvinden"]);
    expect(text()).not.toContain("quin");
  });
});

describe("the file", () => {
  test("is that of the day on a Dutch clock", async () => {
    const town = await aTown(database.db, { at: "2026-11-24T23:58" });
    await town.ask();
    await write(town);
    town.moveTo("2026-11-25T00:02");
    await town.ask();
    await write(town);
    expect(files()).toEqual(["verwerkingen-2026-11-24.jsonl", "verwerkingen-2026-11-25.jsonl"]);
  });

  test("that cannot be written loses nothing: everything is in it when it can", async () => {
    const town = await aTown(database.db);
    await town.ask();
    const before = await waiting();
    rmSync(folder, { recursive: true });
    await expect(write(town)).rejects.toMatchObject({ code: "ENOENT" });
    expect(await waiting()).toBe(before);
    mkdirSync(folder);
    await write(town);
    expect(rows()).toHaveLength(before);
  });

  test("gets a row twice when a worker died after writing it, with the same ids to know it by", async () => {
    const town = await aTown(database.db);
    await town.ask();
    await database.admin.query("create table before as select * from processing_waiting");
    await write(town);
    const once = rows();
    await database.admin.query("insert into processing_waiting select * from before");
    await write(town);
    expect(rows()).toEqual([...once, ...once]);
    expect(new Set(rows().map(({ span_id }) => span_id)).size).toBe(once.length);
  });

  test("gets each row once from workers that write at the same moment", async () => {
    const town = await aTown(database.db);
    await town.ask();
    const before = await waiting();
    await Promise.all([write(town), write(town), write(town)]);
    await write(town);
    expect(rows()).toHaveLength(before);
  });

  test("that has no place to stand stops the start, and not the first row", async () => {
    const inTheWay = join(place.path, "a-file");
    writeFileSync(inTheWay, "");
    const read = readConfig({ RECHTSPOOR_MODE: "test", PROCESSING_LOG: join(inTheWay, "log") });
    if (!read.ok) throw new Error(read.problems.join(" "));
    const starting = startWorker({
      db: database.db,
      pool: database.pool,
      config: read.config,
      secret,
      publicUrl: () => "https://rechtspoor.example",
      now: () => Temporal.Instant.from("2026-11-24T09:00:00Z"),
      log: pino({ level: "silent" }),
    });
    await expect(starting).rejects.toMatchObject({ code: "ENOTDIR" });
  });

  test("is not there when nobody asked for one, and then nothing waits for it", async () => {
    const town = await aTown(database.db);
    await town.ask();
    expect(await writeProcessingLog(town.visitor(), { secret, folder: undefined })).toBe(0);
    expect([files(), await waiting()]).toEqual([[], 0]);
  });
});

test("what is not about a resident is in no row: signing in, and a code that opens nothing", async () => {
  const town = await aTown(database.db);
  await findOwnQuestion(town.withCode("AAAA-AAAA", "0000"));
  expect(activities["access.signedIn"]).toBeNull();
  expect(await waiting()).toBe(1);
  await write(town);
  expect([files(), await waiting()]).toEqual([[], 0]);
});
