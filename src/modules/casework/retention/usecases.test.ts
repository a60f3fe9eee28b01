import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/database.ts";
import { readRetention, setTeamTerm } from "../../access/index.ts";
import { closeCallback, logAttempt, openCasePage, reopenCallback } from "../../contact/index.ts";
import { aTown, type Town } from "../../contact/make.ts";
import {
  countKeptTooLong,
  forgetCases,
  holdCase,
  liftHold,
  reportRetention,
  retentionOf,
  tellOfUntouched,
} from "./usecases.ts";

const database = testDatabase();
const dry = { dryRun: true };
const real = { dryRun: false };

const asked = async (town: Town) => (await town.ask()).caseId;
/** Closed with this result, on a moment of its own. */
const closed = async (town: Town, result: "answered" | "not-reached" = "answered", at = "2026-11-24T12:00") => {
  const { caseId, eventRef } = await town.ask();
  town.moveTo(at);
  if (result === "answered") await logAttempt(town.helper("elif"), caseId, { outcome: "reached", note: "" });
  const done = await closeCallback(town.helper("elif"), caseId, { result: "answered", note: "" });
  if (done.kind !== "done") throw new Error(`It could not be closed: ${done.kind}.`);
  if (result !== "answered")
    await database.admin.query("update case_file set result = $2 where id = $1", [caseId, result]);
  return { caseId, eventRef };
};
const isThere = async (caseId: string) =>
  (await database.admin.query("select from case_file where id = $1", [caseId])).rowCount === 1;
const eventsOf = async (eventRef: string) =>
  (
    await database.admin.query("select name, facts, actor_kind from event where subject_ref = $1 order by id", [
      eventRef,
    ])
  ).rows;
/** Files of this town alone: the database of a test file holds several. */
const ofTown = async (town: Town, ids: string[]) => {
  const { rows } = await database.admin.query("select id from case_file where municipality_id = $1", [
    town.municipality.id,
  ]);
  const own = new Set(rows.map((row) => row.id));
  return ids.filter((id) => own.has(id));
};

describe("a closed case", () => {
  test("goes on the day its term is over, and leaves one event that says by which rule", async () => {
    const town = await aTown(database.db);
    const { caseId, eventRef } = await closed(town);
    town.moveTo("2028-11-23T23:59");
    expect((await forgetCases(town.visitor(), real)).forgotten).not.toContain(caseId);
    expect(await isThere(caseId)).toBe(true);
    town.moveTo("2028-11-24T00:01");
    expect((await forgetCases(town.visitor(), real)).forgotten).toContain(caseId);
    expect(await isThere(caseId)).toBe(false);
    expect((await eventsOf(eventRef)).at(-1)).toEqual({
      name: "casework.forgotten",
      facts: { teamId: town.teams.raadslieden.id, rule: "hulpvraag", ground: "policy", goesOn: "2028-11-24" },
      actor_kind: "system",
    });
    expect((await forgetCases(town.visitor(), real)).forgotten).toEqual([]);
    expect((await eventsOf(eventRef)).filter(({ name }) => name === "casework.forgotten")).toHaveLength(1);
  });

  test("in which nobody was helped goes sooner, and at the term its team set", async () => {
    const town = await aTown(database.db);
    const { caseId } = await closed(town, "not-reached");
    town.moveTo("2027-05-24T03:00");
    expect((await forgetCases(town.visitor(), dry)).forgotten).toContain(caseId);
    await setTeamTerm(town.visitor(), town.teams.raadslieden.id, "hulpvraag-afgebroken", 7);
    expect((await forgetCases(town.visitor(), dry)).forgotten).not.toContain(caseId);
    town.moveTo("2027-06-24T03:00");
    expect((await forgetCases(town.visitor(), dry)).forgotten).toContain(caseId);
  });

  test("of a team of the municipality itself stays for as long as the Selectielijst says", async () => {
    const town = await aTown(database.db);
    const { caseId } = await closed(town);
    await database.admin.query(
      "update organisation set kind = 'municipality' where id = (select organisation_id from team where id = $1)",
      [town.teams.raadslieden.id],
    );
    town.moveTo("2031-11-23T03:00");
    expect((await forgetCases(town.visitor(), dry)).forgotten).not.toContain(caseId);
    town.moveTo("2031-11-24T03:00");
    expect((await forgetCases(town.visitor(), dry)).forgotten).toContain(caseId);
  });

  test("that was opened again stays, and its term begins anew when it is closed once more", async () => {
    const town = await aTown(database.db);
    const { caseId } = await closed(town);
    town.moveTo("2028-11-01T10:00");
    await reopenCallback(town.helper("elif"), caseId);
    town.moveTo("2029-11-24T03:00");
    expect((await forgetCases(town.visitor(), real)).forgotten).not.toContain(caseId);
    await logAttempt(town.helper("elif"), caseId, { outcome: "reached", note: "" });
    await closeCallback(town.helper("elif"), caseId, { result: "answered", note: "" });
    town.moveTo("2031-11-23T03:00");
    expect((await forgetCases(town.visitor(), real)).forgotten).not.toContain(caseId);
    town.moveTo("2031-11-24T03:00");
    expect((await forgetCases(town.visitor(), real)).forgotten).toContain(caseId);
  });

  test("goes once, also when two workers are at it in the same night", async () => {
    const town = await aTown(database.db);
    const cases = [];
    for (const day of [20, 21, 22, 23, 24, 25]) cases.push(await closed(town, "answered", `2026-11-${day}T12:00`));
    town.moveTo("2028-12-01T03:00");
    const runs = await Promise.all([1, 2, 3].map(() => forgetCases(town.visitor(), real)));
    const ids = cases.map(({ caseId }) => caseId);
    const gone = runs.flatMap(({ forgotten }) => forgotten).filter((id) => ids.includes(id));
    expect(gone.sort()).toEqual(ids.sort());
    expect(runs.flatMap(({ failed }) => failed)).toEqual([]);
    for (const { eventRef } of cases)
      expect((await eventsOf(eventRef)).filter(({ name }) => name === "casework.forgotten")).toHaveLength(1);
  });

  test("that cannot go keeps no other from going", async () => {
    const town = await aTown(database.db);
    const first = await closed(town);
    const second = await closed(town, "answered", "2026-11-25T12:00");
    town.moveTo("2028-12-01T03:00");
    await database.admin.query(
      `create table stuck (municipality_id text, id uuid, foreign key (municipality_id, id) references case_file)`,
    );
    await database.admin.query("insert into stuck values ($1, $2)", [town.municipality.id, first.caseId]);
    const run = await forgetCases(town.visitor(), real);
    await database.admin.query("drop table stuck");
    expect(run.failed).toMatchObject([{ code: "23503" }]);
    expect(run.forgotten).toContain(second.caseId);
    expect(await isThere(first.caseId)).toBe(true);
    expect((await eventsOf(first.eventRef)).map(({ name }) => name)).not.toContain("casework.forgotten");
  });
});

test("a dry run names the very cases that a real run deletes, and deletes none", async () => {
  const town = await aTown(database.db);
  const made: string[] = [];
  for (const [at, result] of [
    ["2026-02-28T12:00", "answered"],
    ["2026-03-31T23:59", "answered"],
    ["2026-08-31T00:01", "not-reached"],
    ["2026-09-30T12:00", "not-reached"],
    ["2026-10-01T12:00", "answered"],
  ] as const)
    made.push((await closed(town, result, at)).caseId);
  const [, held] = made;
  await holdCase(town.helper("samira"), held ?? "", "objection");
  const open = await asked(town);
  for (const moment of [
    "2027-02-28T03:00",
    "2027-03-30T03:00",
    "2028-02-28T03:00",
    "2028-09-30T03:00",
    "2028-10-01T03:00",
  ]) {
    town.moveTo(moment);
    const named = await ofTown(town, (await forgetCases(town.visitor(), dry)).forgotten);
    const due = (await reportRetention(town.visitor()))
      .filter(({ team }) => team.municipalityId === town.municipality.id)
      .reduce((sum, line) => sum + line.due.count, 0);
    expect(due).toBe(named.length);
    for (const id of named) expect(await isThere(id)).toBe(true);
    const went = (await forgetCases(town.visitor(), real)).forgotten.filter((id) => made.includes(id));
    expect(went).toEqual(named);
    for (const id of named) expect(await isThere(id)).toBe(false);
  }
  expect(await isThere(held ?? "")).toBe(true);
  expect(await isThere(open)).toBe(true);
  expect(await Promise.all(made.map(isThere))).toEqual([false, true, false, false, false]);
});

describe("holding a case", () => {
  test("keeps it past its term until it is let go, with a line in the file and an event for each", async () => {
    const town = await aTown(database.db);
    const { caseId, eventRef } = await closed(town);
    const lead = town.helper("samira");
    expect(await holdCase(lead, caseId, "objection")).toEqual({ kind: "done" });
    expect(await holdCase(lead, caseId, "objection")).toEqual({ kind: "done" });
    town.moveTo("2030-01-01T03:00");
    expect((await forgetCases(town.visitor(), real)).forgotten).not.toContain(caseId);
    const page = await openCasePage(lead, caseId);
    expect(page?.retention).toMatchObject({ kind: "held", reason: "objection" });
    expect(page?.entries.map(({ kind, text }) => [kind, text]).slice(-1)).toEqual([["held", "objection"]]);
    const line = (await reportRetention(town.visitor())).find(({ team }) => team.teamId === town.teams.raadslieden.id);
    expect(line?.held).toEqual([{ reason: "objection", count: 1 }]);
    expect(await liftHold(lead, caseId)).toEqual({ kind: "done" });
    expect(await liftHold(lead, caseId)).toEqual({ kind: "done" });
    const events = (await eventsOf(eventRef)).filter(({ name }) => /held|hold/i.test(name));
    expect(events.map(({ name, facts, actor_kind }) => [name, facts, actor_kind])).toEqual([
      ["casework.held", { reason: "objection" }, "person"],
      ["casework.holdLifted", { reason: "objection" }, "person"],
    ]);
    expect((await forgetCases(town.visitor(), real)).forgotten).toContain(caseId);
  });

  test("with another reason keeps since when, and an open case can be held as well", async () => {
    const town = await aTown(database.db);
    const caseId = await asked(town);
    const lead = town.helper("samira");
    await holdCase(lead, caseId, "other");
    town.later({ hours: 48 });
    await holdCase(town.helper("samira"), caseId, "complaint");
    const page = await openCasePage(lead, caseId);
    expect(page?.file.hold).toEqual({ since: lead.now, reason: "complaint" });
    expect(page?.retention.kind).toBe("open");
  });

  test.each([
    ["a helper of the team", (town: Town) => town.helper("elif")],
    ["the lead of another team", (town: Town) => town.helper("lotte")],
    ["a visitor", (town: Town) => town.visitor()],
    ["the system standing in for the team", (town: Town) => town.team("raadslieden")],
  ])("is nothing for %s: the case looks as if it were not there", async (_, who) => {
    const town = await aTown(database.db);
    const { caseId, eventRef } = await closed(town);
    expect(await holdCase(who(town), caseId, "objection")).toEqual({ kind: "gone" });
    await holdCase(town.helper("samira"), caseId, "objection");
    expect(await liftHold(who(town), caseId)).toEqual({ kind: "gone" });
    expect((await eventsOf(eventRef)).filter(({ name }) => name === "casework.holdLifted")).toEqual([]);
  });
});

describe("a file says when it goes", () => {
  test("to its team and to whoever holds its code, by the term of that team", async () => {
    const town = await aTown(database.db);
    const { caseId } = await closed(town);
    await setTeamTerm(town.visitor(), town.teams.raadslieden.id, "hulpvraag", 30);
    const page = await openCasePage(town.helper("elif"), caseId);
    if (page === undefined) throw new Error("The case is not there.");
    expect(page.retention).toMatchObject({
      kind: "kept",
      rule: "hulpvraag",
      term: { months: 30, ground: "team" },
      goesOn: Temporal.PlainDate.from("2029-05-24"),
    });
    expect(await retentionOf(town.withCode("K7PXM2HR", "1234"), page.file)).toEqual(page.retention);
  });
});

describe("kept longer than agreed", () => {
  test("is counted from the third day on, without what is held", async () => {
    const town = await aTown(database.db);
    // Over all municipalities: those of the other tests are older.
    await database.admin.query("delete from case_file");
    await closed(town);
    const { caseId: held } = await closed(town);
    await holdCase(town.helper("samira"), held, "other");
    const tooLong = async (at: string) => {
      town.moveTo(at);
      return countKeptTooLong(town.visitor());
    };
    expect(await tooLong("2028-11-24T12:00")).toBe(0);
    expect(await tooLong("2028-11-26T23:59")).toBe(0);
    expect(await tooLong("2028-11-27T00:01")).toBe(1);
    await forgetCases(town.visitor(), real);
    expect(await countKeptTooLong(town.visitor())).toBe(0);
  });
});

describe("an open case in which nothing happens", () => {
  const lines = async (caseId: string) =>
    (await database.admin.query("select at from contact_entry where case_id = $1 and kind = 'untouched'", [caseId]))
      .rowCount;

  test("is told of after a year, once a year, to the leads of its team alone; it never goes", async () => {
    const town = await aTown(database.db);
    const silent = await asked(town);
    const touched = await asked(town);
    const { caseId: over } = await closed(town);
    town.moveTo("2027-11-23T23:00");
    await logAttempt(town.helper("elif"), touched, { outcome: "no-answer", note: "Niemand nam op." });
    await tellOfUntouched(town.visitor(), real);
    expect(await lines(silent)).toBe(0);
    town.moveTo("2027-11-25T03:00");
    expect((await tellOfUntouched(town.visitor(), dry)).told).toBeGreaterThan(0);
    expect(await lines(silent)).toBe(0);
    expect((await tellOfUntouched(town.visitor(), real)).failed).toEqual([]);
    expect(await Promise.all([silent, touched, over].map(lines))).toEqual([1, 0, 0]);
    town.moveTo("2028-11-24T03:00");
    await tellOfUntouched(town.visitor(), real);
    expect(await lines(silent)).toBe(1);
    town.moveTo("2028-11-26T03:00");
    await tellOfUntouched(town.visitor(), real);
    expect(await lines(silent)).toBe(2);
    await forgetCases(town.visitor(), real);
    expect(await isThere(silent)).toBe(true);
    const told = await database.admin.query(
      "select facts from event where municipality_id = $1 and name = 'casework.untouched' order by at",
      [town.municipality.id],
    );
    expect(told.rows[0].facts).toEqual({ teamId: town.teams.raadslieden.id, day: "2027-11-25" });
  });
});

test("terms of files are counted in months for everybody who answers for one", () => {
  for (const id of ["hulpvraag", "hulpvraag-afgebroken"] as const)
    expect(readRetention().rules[id].terms.map(({ controller, months }) => [controller, months !== undefined])).toEqual(
      [
        ["organisation", true],
        ["municipality", true],
      ],
    );
});
