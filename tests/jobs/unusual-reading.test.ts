import { describe, expect, test } from "vitest";
import { type Ctx, inTransaction, reading } from "../../src/kernel/context.ts";
import { newId } from "../../src/kernel/id.ts";
import { addMember, addPerson, judgeReading, listLooks, watchReadings } from "../../src/modules/access/index.ts";
import { openCasePage } from "../../src/modules/contact/index.ts";
import { beAway, countToday, listLooksDue, listToday, takePromise } from "../../src/modules/promises/index.ts";
import { testDatabase } from "../support/database.ts";
import { hostname, openPostRoom, type PostRoom } from "./post-room.ts";

const database = testDatabase();

/** A privacy officer of the organisation of the raadslieden, and somebody of the team who read at night. */
async function readAtNight(who: "elif" | "samira") {
  const room = await openPostRoom(database);
  const { town } = room;
  const officer = newId();
  const team = town.teams.raadslieden;
  await inTransaction({ ...town.visitor(), actor: { kind: "system", purpose: "example" } }, async (ctx) => {
    await addPerson(ctx, { id: officer, name: "Hatice Voorbeeld", mail: `hatice-${officer}@example.org` });
    await addMember(ctx, {
      municipalityId: town.municipality.id,
      teamId: team.id,
      personId: officer,
      role: "privacy-officer",
      deputyId: null,
    });
  });
  const duties = [{ role: "privacy-officer", teamId: team.id, organisationId: team.organisation.id }];
  const asked = await town.ask({ name: "Roos Voorbeeld" });
  town.moveTo("2026-11-25T02:00");
  await openCasePage(town.helper(who), asked.caseId);
  await watchReadings(town.visitor());
  await room.follow("access.readingFlagged");
  const ctx = (): Ctx => ({
    ...town.visitor(),
    actor: { kind: "person", personId: officer, teamIds: [], duties },
  });
  return { ...room, officer: ctx };
}
const looksOf = async (ctx: Ctx) => (await listToday(ctx, 100)).filter(({ kind }) => kind === "look");
const promisesOf = async ({ town }: PostRoom) =>
  (
    await database.admin.query(
      "select id, state, owner_role, deputy_role from promise where municipality_id = $1 and kind = 'look' order by began_at, id",
      [town.municipality.id],
    )
  ).rows;

describe("reading that stood out", () => {
  test("becomes one promise to look, of the privacy officer, however often it is followed", async () => {
    const room = await readAtNight("elif");
    await room.follow("access.readingFlagged");
    await watchReadings(room.town.visitor());
    await room.follow("access.readingFlagged");
    expect(await promisesOf(room)).toMatchObject([
      { state: "open", owner_role: "privacy-officer", deputy_role: "team-lead" },
    ]);
    const [look] = await listLooks(room.officer());
    expect([...(await listLooksDue(room.officer())).keys()]).toEqual([look?.id]);
  });

  test("is mailed to the officer and the lead, and names neither who read nor a resident", async () => {
    const room = await readAtNight("elif");
    const mails = (await room.mails()).filter(({ key }) => key.startsWith("look:"));
    expect(mails.map(({ to }) => to.split("-")[0]).toSorted()).toEqual(["hatice", "samira"]);
    const [look] = await listLooks(room.officer());
    for (const { subject, text } of mails) {
      expect(subject).toBe("Er is iets opvallends gelezen");
      expect(text).toContain(`https://${hostname}/inzage/te-bekijken/${look?.id}`);
      for (const word of ["elif", "Elif", "Roos", "Voorbeeld"]) expect(subject + text).not.toContain(word);
    }
  });

  test("is on the list of the lead, and of nobody else in the team", async () => {
    const { town, officer } = await readAtNight("elif");
    expect(await looksOf(town.helper("samira"))).toHaveLength(1);
    for (const name of ["elif", "jeroen", "marijke", "lotte"] as const) {
      expect(await looksOf(town.helper(name))).toEqual([]);
      expect((await listLooksDue(town.helper(name))).size).toBe(0);
    }
    expect((await countToday(town.helper("samira"))).open).toBe((await countToday(town.helper("elif"))).open + 1);
    const elsewhere: Ctx = {
      ...officer(),
      actor: {
        kind: "person",
        personId: newId(),
        teamIds: [],
        duties: [{ role: "privacy-officer", teamId: "", organisationId: town.teams.rechtswinkel.organisation.id }],
      },
    };
    expect((await listLooksDue(elsewhere)).size).toBe(0);
    const changes = await reading(town.helper("elif"), ({ db }) =>
      db.selectFrom("promise_change").select("case_id").where("case_id", "is", null).execute(),
    );
    expect(changes).toEqual([]);
  });

  test("taken by a lead who then goes away is nobody's of the team, and the officer's still", async () => {
    const room = await readAtNight("elif");
    const { town } = room;
    const [promise] = await promisesOf(room);
    expect(await takePromise(town.helper("samira"), promise.id)).toEqual({ kind: "taken" });
    await beAway(town.helper("samira"), Temporal.PlainDate.from("2026-12-04"));
    const { rows } = await database.admin.query("select owner_id, deputy_id from promise where id = $1", [promise.id]);
    expect(rows).toEqual([{ owner_id: null, deputy_id: null }]);
    expect((await listLooksDue(room.officer())).size).toBe(1);
    expect(await looksOf(town.helper("marijke"))).toEqual([]);
  });

  test("by the lead is on no list and in no mail of the lead, who cannot take it or tick it off", async () => {
    const room = await readAtNight("samira");
    const { town } = room;
    expect(await looksOf(town.helper("samira"))).toEqual([]);
    const mails = (await room.mails()).filter(({ key }) => key.startsWith("look:"));
    expect(mails.map(({ to }) => to.split("-")[0])).toEqual(["hatice"]);
    const [promise] = await promisesOf(room);
    expect(await takePromise(town.helper("samira"), promise.id)).toEqual({ kind: "gone" });
    const judgement = { outcome: "in-order", words: "" } as const;
    const [look] = await listLooks(room.officer());
    expect(await judgeReading(town.helper("samira"), look?.id ?? "", judgement)).toBe("gone");
  });

  test("that nobody looks at stays the officer's, however late, and the one who read hears nothing of it", async () => {
    const room = await readAtNight("samira");
    for (const moment of ["2026-11-28T09:00", "2026-12-03T09:00", "2026-12-08T09:00"]) await room.sweep(moment);
    const promises = await promisesOf(room);
    expect(promises.length).toBeGreaterThan(2);
    expect(new Set(promises.map(({ owner_role }) => owner_role))).toEqual(new Set(["privacy-officer"]));
    const ids = promises.map(({ id }) => String(id));
    const about = (await room.mails()).filter(({ key }) => ids.some((id) => key.includes(id)));
    expect(about.length).toBeGreaterThan(1);
    expect(new Set(about.map(({ to }) => to.split("-")[0]))).toEqual(new Set(["hatice"]));
    for (const { text } of about) expect(text).not.toContain("De inwoner ziet dit");
  });

  test("is owed no more when somebody looked", async () => {
    const room = await readAtNight("elif");
    const [look] = await listLooks(room.officer());
    await judgeReading(room.officer(), look?.id ?? "", { outcome: "in-order", words: "" });
    await room.follow("access.readingJudged");
    await room.follow("access.readingJudged");
    expect(await promisesOf(room)).toMatchObject([{ state: "kept" }]);
  });
});
