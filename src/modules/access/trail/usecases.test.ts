import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/database.ts";
import { type Ctx, inTransaction, reading } from "../../../kernel/context.ts";
import { newId } from "../../../kernel/id.ts";
import { closeCallback, logAttempt, openCasePage } from "../../contact/index.ts";
import { aTown, type PersonName, type Town } from "../../contact/make.ts";
import { addMember, addPerson, endSessionsOf, giveDuty, leaveOrganisation, type TeamRole, takeDuty } from "../index.ts";
import { signInAs } from "../make.ts";
import { breakGlass } from "../sharing/usecases.ts";
import { sayReference, type TrailChoice } from "./trail.ts";
import {
  findLook,
  findOpeningDay,
  findReference,
  forgetLooks,
  judgeReading,
  listLooks,
  listTrailChoices,
  searchTrail,
  watchReadings,
} from "./usecases.ts";

const database = testDatabase();

type TeamName = keyof Town["teams"];

/** Somebody with this duty and no other at the organisation of this team. */
async function aColleague(there: Town, at: TeamName, role: TeamRole, name = "Hatice Voorbeeld") {
  const personId = newId();
  const team = there.teams[at];
  await inTransaction({ ...there.visitor(), actor: { kind: "system", purpose: "example" } }, async (ctx) => {
    await addPerson(ctx, { id: personId, name, mail: `${personId}@example.org` });
    await addMember(ctx, { municipalityId: there.municipality.id, teamId: team.id, personId, role, deputyId: null });
  });
  const duties = [{ role, teamId: team.id, organisationId: team.organisation.id }];
  return {
    personId,
    ctx: (): Ctx => ({ ...there.visitor(), actor: { kind: "person", personId, teamIds: [], duties } }),
  };
}
const anOfficer = (there: Town, at: TeamName = "raadslieden") => aColleague(there, at, "privacy-officer");

const choice = (there: Town, over: Partial<TrailChoice> = {}): TrailChoice => {
  const today = there.clock.now.toZonedDateTimeISO("Europe/Amsterdam").toPlainDate();
  const from = today.subtract({ days: 30 });
  return { from, until: today, kind: undefined, personId: undefined, teamId: undefined, reference: undefined, ...over };
};
const search = async (ctx: Ctx, there: Town, over: Partial<TrailChoice> = {}) => {
  const trail = await searchTrail(ctx, choice(there, over), { number: 1, size: 50, as: "page" });
  if (trail === undefined) throw new Error("Whoever asks watches over nothing.");
  return trail;
};
const told = ({ lines }: Awaited<ReturnType<typeof search>>) => lines.map(({ name, by }) => [name, by.name]);
const eventsNamed = async (there: Town, name: string) =>
  (
    await database.admin.query("select * from event where municipality_id = $1 and name = $2 order by id", [
      there.municipality.id,
      name,
    ])
  ).rows;

describe("a privacy officer", () => {
  test("finds who opened which file when, on which ground, without a word about the resident", async () => {
    const there = await aTown(database.db);
    const asked = await there.ask({ name: "Roos Voorbeeld", word: "Mijn huur." });
    const officer = await anOfficer(there);
    await openCasePage(there.helper("elif"), asked.caseId);
    const trail = await search(officer.ctx(), there, { kind: "opened" });
    expect(trail.found).toBe(2);
    expect(trail.lines).toMatchObject([
      { name: "access.fileRead", by: { kind: "person", name: "elif" }, ground: "own-team", subjectRef: asked.eventRef },
      { name: "access.fileRead", by: { kind: "code", name: null }, ground: "own-code" },
    ]);
    const all = JSON.stringify(trail);
    for (const word of ["Roos", "huur", asked.caseId, asked.request.phone]) expect(all).not.toContain(word);
  });

  test("opens no file, and sees no table with a resident in it", async () => {
    const there = await aTown(database.db);
    const asked = await there.ask();
    const officer = await anOfficer(there);
    expect(await openCasePage(officer.ctx(), asked.caseId)).toBeUndefined();
    const seen = await reading(officer.ctx(), async ({ db }) => [
      await db.selectFrom("case_file").selectAll().execute(),
      await db.selectFrom("resident").selectAll().execute(),
      await db.selectFrom("contact_entry").selectAll().execute(),
      await db.selectFrom("promise").selectAll().execute(),
      await db.selectFrom("resident_code").selectAll().execute(),
    ]);
    expect(seen.flat()).toEqual([]);
  });

  test("chooses by person, kind, team, days and file", async () => {
    const there = await aTown(database.db, { together: "welfare" });
    const [first, second] = [await there.ask(), await there.ask({ phone: "06-00001235" })];
    const officer = await anOfficer(there);
    await openCasePage(there.helper("elif"), first.caseId);
    await openCasePage(there.helper("jeroen"), second.caseId);
    await breakGlass(there.helper("bram"), {
      teamId: there.teams.raadslieden.id,
      phone: first.request.phone,
      reason: "danger",
      words: "Brand.",
    });
    const people = async (over: Partial<TrailChoice>) =>
      (await search(officer.ctx(), there, over)).lines.flatMap(({ by }) => (by.kind === "person" ? by.name : []));
    expect(await people({ kind: "emergency" })).toEqual(["bram"]);
    expect(await people({ kind: "opened", personId: there.people.elif })).toEqual(["elif"]);
    expect(await people({ kind: "opened", reference: sayReference(second.eventRef) })).toEqual(["jeroen"]);
    expect(await people({ kind: "opened", teamId: there.teams.rechtswinkel.id })).toEqual([]);
    there.later({ hours: 24 * 40 });
    expect(await people({ kind: "opened" })).toEqual([]);
    const long = { from: choice(there).until.subtract({ days: 60 }) };
    expect((await people({ ...long, kind: "opened" })).toSorted()).toEqual(["elif", "jeroen"]);
  });

  test("goes through it page by page, newest first", async () => {
    const there = await aTown(database.db);
    const asked = await there.ask();
    const officer = await anOfficer(there);
    for (const _ of [1, 2, 3]) {
      there.later({ minutes: 1 });
      await openCasePage(there.helper("elif"), asked.caseId);
    }
    const page = async (number: number) =>
      (
        await searchTrail(officer.ctx(), choice(there, { personId: there.people.elif }), {
          number,
          size: 2,
          as: "page",
        })
      )?.lines;
    const [one, two] = [await page(1), await page(2)];
    expect([one?.length, two?.length]).toEqual([2, 1]);
    const moments = [...(one ?? []), ...(two ?? [])].map(({ at }) => at.toString());
    expect(moments).toEqual(moments.toSorted().toReversed());
  });

  test("who asks for a page past the end gets the last one", async () => {
    const there = await aTown(database.db);
    const asked = await there.ask();
    const officer = await anOfficer(there);
    for (const _ of [1, 2, 3]) await openCasePage(there.helper("elif"), asked.caseId);
    const trail = await searchTrail(officer.ctx(), choice(there, { personId: there.people.elif }), {
      number: 99,
      size: 2,
      as: "page",
    });
    expect(trail).toMatchObject({ found: 3, page: 2, pages: 2, lines: [{ by: { name: "elif" } }] });
  });

  test("sees of a duty, a leaving and a signing out whom it is about, and finds it by either of them", async () => {
    const there = await aTown(database.db);
    const officer = await anOfficer(there);
    const admin = await aColleague(there, "raadslieden", "organisation-admin", "Bea Voorbeeld");
    const { elif } = there.people;
    const duty = { teamId: there.teams.raadslieden.id, role: "team-lead" } as const;
    expect(await giveDuty(admin.ctx(), elif, { ...duty, deputyId: null })).toBe("done");
    expect(await endSessionsOf(admin.ctx(), elif)).toBe("done");
    expect(await leaveOrganisation(admin.ctx(), elif, there.teams.raadslieden.organisation.id)).toBe("done");
    for (const personId of [elif, admin.personId]) {
      const { lines } = await search(officer.ctx(), there, { personId });
      const told = lines.map(({ name, by, about }) => [name, by.name, about?.name]);
      expect(told).toEqual(
        expect.arrayContaining([
          ["access.personLeft", "Bea Voorbeeld", "elif"],
          ["access.sessionsEnded", "Bea Voorbeeld", "elif"],
          ["access.dutyGiven", "Bea Voorbeeld", "elif"],
        ]),
      );
    }
  });

  test("sees whose last duty was taken, and can still choose them", async () => {
    const there = await aTown(database.db);
    const officer = await anOfficer(there);
    const admin = await aColleague(there, "raadslieden", "organisation-admin", "Bea Voorbeeld");
    const colleague = await aColleague(there, "raadslieden", "policy", "Ilse Voorbeeld");
    const taken = {
      municipalityId: there.municipality.id,
      teamId: there.teams.raadslieden.id,
      role: "policy",
    } as const;
    expect(await takeDuty(admin.ctx(), colleague.personId, taken)).toBe("done");
    const { lines } = await search(officer.ctx(), there, { personId: colleague.personId });
    expect(lines).toMatchObject([{ name: "access.dutyTaken", about: { name: "Ilse Voorbeeld" } }]);
    const choices = await listTrailChoices(officer.ctx(), colleague.personId);
    expect(choices?.people).toContainEqual({ id: colleague.personId, name: "Ilse Voorbeeld" });
    const stranger = await anOfficer(there, "rechtswinkel");
    const elsewhere = await listTrailChoices(stranger.ctx(), colleague.personId);
    expect(JSON.stringify(elsewhere)).not.toContain("Ilse");
    expect((await search(stranger.ctx(), there, { personId: colleague.personId })).found).toBe(0);
  });

  test("sees who signed in, and finds it by that person", async () => {
    const there = await aTown(database.db);
    const officer = await anOfficer(there);
    await signInAs({ ...there.visitor(), municipalityId: "NL" }, there.people.elif);
    const { lines } = await search(officer.ctx(), there, { personId: there.people.elif });
    expect(lines).toMatchObject([
      { name: "access.signedIn", by: { kind: "person", personId: there.people.elif, name: "elif" }, about: null },
    ]);
    expect((await search(officer.ctx(), there, { personId: there.people.jeroen })).found).toBe(0);
  });

  test("hears nothing of whom an administrator of two organisations signed out at the other one", async () => {
    const there = await aTown(database.db);
    const officer = await anOfficer(there);
    const admin = await aColleague(there, "raadslieden", "organisation-admin", "Bea Voorbeeld");
    // Written down as the administrator's own: what it is about says of which organisation it is, and nothing else does.
    await database.admin.query(
      `insert into event (municipality_id, id, at, name, subject_ref, facts, actor_kind, actor_person_id)
       values ($1, gen_random_uuid(), $2, 'access.sessionsEnded', $3, '{"ended": 1}', 'person', $4)`,
      [there.municipality.id, there.clock.now.toString(), there.people.lotte, admin.personId],
    );
    const { lines } = await search(officer.ctx(), there, { kind: "signedIn" });
    expect(lines).toMatchObject([{ name: "access.sessionsEnded", by: { name: "Bea Voorbeeld" }, about: null }]);
    expect((await search(officer.ctx(), there, { personId: there.people.lotte })).found).toBe(0);
  });

  test("learns since when there is a file, by its reference, and only of their own organisation", async () => {
    const there = await aTown(database.db);
    const opened = choice(there).until;
    const asked = await there.ask();
    const [officer, stranger] = [await anOfficer(there), await anOfficer(there, "rechtswinkel")];
    there.later({ hours: 24 * 100 });
    const reference = sayReference(asked.eventRef);
    expect((await findOpeningDay(officer.ctx(), reference))?.toString()).toBe(opened.toString());
    expect(await findOpeningDay(stranger.ctx(), reference)).toBeUndefined();
    expect(await findOpeningDay(there.helper("elif"), reference)).toBeUndefined();
  });

  test("stands in the trail as well: searching is written down, with what was chosen and not whom", async () => {
    const there = await aTown(database.db);
    const officer = await anOfficer(there);
    await search(officer.ctx(), there, { kind: "opened", personId: there.people.elif });
    const [event] = await eventsNamed(there, "access.trailSearched");
    expect(event).toMatchObject({
      actor_person_id: officer.personId,
      facts: { kind: "opened", days: 31, by: ["person"], page: 1, as: "page" },
    });
    const colleague = await anOfficer(there);
    expect(told(await search(colleague.ctx(), there, { kind: "trail" }))).toContainEqual([
      "access.trailSearched",
      "Hatice Voorbeeld",
    ]);
  });

  test("still finds who opened a file that was forgotten since", async () => {
    const there = await aTown(database.db);
    const asked = await there.ask();
    const officer = await anOfficer(there);
    await openCasePage(there.helper("elif"), asked.caseId);
    await database.admin.query("delete from case_file where id = $1", [asked.caseId]);
    const { lines } = await search(officer.ctx(), there, { kind: "opened", reference: sayReference(asked.eventRef) });
    expect(lines.map(({ by }) => by.name)).toEqual(["elif", null]);
  });

  test("still finds what somebody did who left since", async () => {
    const there = await aTown(database.db);
    await there.ask();
    const officer = await anOfficer(there);
    await signInAs({ ...there.visitor(), municipalityId: "NL" }, there.people.elif);
    await database.admin.query("delete from team_member where person_id = $1", [there.people.elif]);
    const { lines } = await search(officer.ctx(), there, { kind: "signedIn" });
    expect(lines.map(({ name }) => name)).toEqual(["access.signedIn"]);
  });

  test("finds the codes that opened nothing, which are of nobody", async () => {
    const there = await aTown(database.db);
    await there.ask();
    const officer = await anOfficer(there);
    await database.admin.query(
      `insert into event (municipality_id, id, at, name, subject_ref, facts, actor_kind)
       values ($1, gen_random_uuid(), $2, 'access.codeRefused', gen_random_uuid(), '{}', 'code')`,
      [there.municipality.id, there.clock.now.toString()],
    );
    const { lines } = await search(officer.ctx(), there, { kind: "codes" });
    expect(lines).toMatchObject([{ by: { kind: "code", name: null }, subjectRef: null, teamIds: [] }]);
  });
});

describe("who may not see the trail", () => {
  test.each<[string, (there: Town) => Promise<Ctx> | Ctx]>([
    ["a visitor", (there) => there.visitor()],
    ["a helper of the team", (there) => there.helper("elif")],
    ["the lead of the team", (there) => there.helper("samira")],
    [
      "the organisation's administrator",
      async (there) => (await aColleague(there, "raadslieden", "organisation-admin")).ctx(),
    ],
    ["a policy officer", async (there) => (await aColleague(there, "raadslieden", "policy")).ctx()],
  ])("%s", async (_, who) => {
    const there = await aTown(database.db);
    const asked = await there.ask();
    await openCasePage(there.helper("elif"), asked.caseId);
    const ctx = await who(there);
    expect(await searchTrail(ctx, choice(there), { number: 1, size: 50, as: "page" })).toBeUndefined();
    expect(await listTrailChoices(ctx)).toBeUndefined();
    expect(await findReference(ctx, "0".repeat(64))).toBeUndefined();
    const seen = await reading(ctx, ({ db }) => db.selectFrom("event").select("id").execute());
    expect(seen).toEqual([]);
  });

  test("the officer of another organisation: not its files, its people, nor their names", async () => {
    const there = await aTown(database.db);
    const asked = await there.ask();
    await openCasePage(there.helper("elif"), asked.caseId);
    await signInAs({ ...there.visitor(), municipalityId: "NL" }, there.people.elif);
    const stranger = await anOfficer(there, "rechtswinkel");
    expect((await search(stranger.ctx(), there)).lines).toEqual([]);
    const { lines } = await search(stranger.ctx(), there, { kind: "trail" });
    expect(lines.map(({ name }) => name)).toEqual(["access.trailSearched", "access.trailSearched"]);
    expect((await search(stranger.ctx(), there, { personId: there.people.elif })).found).toBe(0);
    const choices = await listTrailChoices(stranger.ctx());
    expect(choices?.people.map(({ name }) => name).toSorted()).toEqual(["Hatice Voorbeeld", "bram", "lotte"]);
    const name = await database.pool.query("select app_trail_name($1) as name", [there.people.elif]);
    expect(name.rows).toEqual([{ name: null }]);
  });

  test("the officer of the municipality: nothing of an organisation that stands apart from it", async () => {
    const there = await aTown(database.db);
    const asked = await there.ask();
    await openCasePage(there.helper("elif"), asked.caseId);
    const officer = await anOfficer(there, "rechtswinkel");
    await database.admin.query(
      "update organisation set kind = 'municipality', independence = 'municipal' where id = $1",
      [there.teams.rechtswinkel.organisation.id],
    );
    expect((await search(officer.ctx(), there, { kind: "opened" })).found).toBe(0);
  });

  test("an officer in another municipality", async () => {
    const there = await aTown(database.db);
    const elsewhere = await aTown(database.db);
    const asked = await there.ask();
    await openCasePage(there.helper("elif"), asked.caseId);
    const officer = await anOfficer(there);
    const away = { ...officer.ctx(), municipalityId: elsewhere.municipality.id };
    expect((await search(away, there, { kind: "opened" })).found).toBe(0);
  });

  test("how many residents somebody found who works for two organisations is told to neither", async () => {
    const there = await aTown(database.db);
    const officer = await anOfficer(there);
    const teams = [there.teams.raadslieden.id, there.teams.rechtswinkel.id];
    const written = async (teamIds: string[]) => {
      const id = newId();
      await database.admin.query(
        `insert into event (municipality_id, id, at, name, subject_ref, facts, actor_kind, actor_person_id)
         values ($1, $2, $3, 'casework.searched', gen_random_uuid(), '{"subjects": ["a", "b"]}', 'person', $4)`,
        [there.municipality.id, id, there.clock.now.toString(), there.people.elif],
      );
      await database.admin.query("update event set team_ids = $2 where id = $1", [id, teamIds]);
    };
    await written(teams);
    await written(teams.slice(0, 1));
    const { lines } = await search(officer.ctx(), there, { kind: "searched" });
    expect(lines.map(({ count }) => count).toSorted()).toEqual([2, null]);
  });
});

describe("a resident who asks who looked", () => {
  const proofOf = ({ own }: Awaited<ReturnType<Town["ask"]>>): string => {
    const { actor } = own();
    return actor.kind === "code" ? actor.proof : "";
  };

  test("shows the code of their question: the officer gets its reference, and that is written down", async () => {
    const there = await aTown(database.db);
    const asked = await there.ask();
    const officer = await anOfficer(there);
    expect(await findReference(officer.ctx(), proofOf(asked))).toBe(sayReference(asked.eventRef));
    const [event] = await eventsNamed(there, "access.readersAsked");
    expect(event).toMatchObject({ actor_person_id: officer.personId, subject_ref: asked.eventRef });
  });

  test("with a code of another organisation, or none at all, gets the same answer, which is written down too", async () => {
    const there = await aTown(database.db);
    const asked = await there.ask();
    const stranger = await anOfficer(there, "rechtswinkel");
    expect(await findReference(stranger.ctx(), proofOf(asked))).toBeUndefined();
    expect(await findReference(stranger.ctx(), "0".repeat(64))).toBeUndefined();
    const events = await eventsNamed(there, "access.codeRefused");
    expect(events).toHaveLength(2);
    expect(events.map(({ subject_ref }) => subject_ref)).not.toContain(asked.eventRef);
  });
});

describe("unusual reading", () => {
  /** So many other files of the team, opened one after the other. */
  async function opensMany(there: Town, name: PersonName, count: number) {
    for (let opened = 0; opened < count; opened++) {
      const asked = await there.ask({ phone: `06-0000${2000 + opened}` });
      await openCasePage(there.helper(name), asked.caseId);
    }
  }
  /** As many readings as were written in one moment, of files that nobody needs to make. */
  const readsMany = (there: Town, name: PersonName, count: number) =>
    database.admin.query(
      `insert into event (municipality_id, id, at, name, subject_ref, facts, actor_kind, actor_person_id)
       select $1, gen_random_uuid(), $2, 'access.fileRead', gen_random_uuid(), jsonb_build_object('ground', 'own-team', 'teamId', $4::text), 'person', $3
       from generate_series(1, $5)`,
      [there.municipality.id, there.clock.now.toString(), there.people[name], there.teams.raadslieden.id, count],
    );

  test("of fifty files in an hour is nothing; the next one is to be looked at, once, with all of them", async () => {
    const there = await aTown(database.db);
    const officer = await anOfficer(there);
    await readsMany(there, "elif", 50);
    await watchReadings(there.visitor());
    expect(await listLooks(officer.ctx())).toEqual([]);
    await readsMany(there, "elif", 1);
    await watchReadings(there.visitor());
    await watchReadings(there.visitor());
    expect(await listLooks(officer.ctx())).toMatchObject([
      { reason: "many", personName: "elif", judged: null, teamName: there.teams.raadslieden.name },
    ]);
    const flagged = await eventsNamed(there, "access.readingFlagged");
    expect(flagged.map(({ facts }) => [facts.reason, facts.count])).toEqual([["many", 51]]);
    expect((await findLook(officer.ctx(), flagged[0]?.facts.lookId))?.readings).toHaveLength(51);
    expect(JSON.stringify(flagged)).not.toContain(there.people.elif);
  });

  test("of a resident with the surname of whoever read, is found in the database; no name leaves it", async () => {
    const there = await aTown(database.db);
    const officer = await anOfficer(there);
    await database.admin.query("update person set name = 'Elif van der  Horst' where id = $1", [there.people.elif]);
    for (const name of ["Roos Van der Horst", "Van der Horst", "Iris Horst", "Horst van der Berg", ""]) {
      const asked = await there.ask({ name, phone: `06-0000${3000 + name.length}` });
      await openCasePage(there.helper("elif"), asked.caseId);
    }
    await watchReadings(there.visitor());
    const [look, ...more] = await listLooks(officer.ctx());
    expect([look?.reason, more]).toEqual(["same-name", []]);
    expect((await findLook(officer.ctx(), look?.id ?? ""))?.readings).toHaveLength(2);
    const watching: Ctx = { ...there.visitor(), actor: { kind: "system", purpose: "watching" } };
    const seen = await reading(watching, async ({ db }) => [
      await db.selectFrom("person").selectAll().execute(),
      await db.selectFrom("resident").selectAll().execute(),
    ]);
    expect(seen).toEqual([[], []]);
  });

  test("at night, and of a file that was closed long ago", async () => {
    const there = await aTown(database.db);
    const officer = await anOfficer(there);
    const asked = await there.ask();
    await logAttempt(there.helper("elif"), asked.caseId, { outcome: "reached", note: "" });
    await closeCallback(there.helper("elif"), asked.caseId, { result: "answered", note: "" });
    there.moveTo("2027-06-24T02:00");
    await openCasePage(there.helper("jeroen"), asked.caseId);
    await watchReadings(there.visitor());
    const found = (await listLooks(officer.ctx())).map(({ reason, personName }) => [reason, personName]);
    expect(found.toSorted()).toEqual([
      ["long-closed", "jeroen"],
      ["night", "jeroen"],
    ]);
  });

  test("stops nobody: the next file opens as ever", async () => {
    const there = await aTown(database.db);
    await readsMany(there, "elif", 60);
    await watchReadings(there.visitor());
    const asked = await there.ask({ phone: "06-00001236" });
    expect(await openCasePage(there.helper("elif"), asked.caseId)).toBeDefined();
  });

  test("is judged by the officer, with the readings that led to it, once; the words stand in no event", async () => {
    const there = await aTown(database.db);
    const officer = await anOfficer(there);
    there.moveTo("2026-11-24T02:00");
    await opensMany(there, "elif", 2);
    await watchReadings(there.visitor());
    const [look] = await listLooks(officer.ctx());
    const found = await findLook(officer.ctx(), look?.id ?? "");
    expect(found?.readings).toMatchObject([{ ground: "own-team" }, { ground: "own-team" }]);
    const judgement = { outcome: "not-right", words: "Nummer 123456782 hoort hier niet." } as const;
    expect(await judgeReading(officer.ctx(), look?.id ?? "", judgement)).toBe("judged");
    expect(await judgeReading(officer.ctx(), look?.id ?? "", judgement)).toBe("gone");
    const [judged] = await listLooks(officer.ctx());
    expect(judged?.judged).toMatchObject({ outcome: "not-right", by: "Hatice Voorbeeld" });
    expect(judged?.judged?.words).not.toContain("123456782");
    const events = await eventsNamed(there, "access.readingJudged");
    expect(events.map(({ facts }) => facts)).toEqual([
      { lookId: look?.id, teamId: there.teams.raadslieden.id, outcome: "not-right" },
    ]);
    // What was read later that day is not looked at again: once for each day and reason.
    await opensMany(there, "elif", 1);
    await watchReadings(there.visitor());
    expect(await listLooks(officer.ctx())).toHaveLength(1);
  });

  test("is looked at by the lead as the deputy, never by the one who read, nor by anybody else", async () => {
    const there = await aTown(database.db);
    const officer = await anOfficer(there);
    const stranger = await anOfficer(there, "rechtswinkel");
    there.moveTo("2026-11-24T02:00");
    const asked = await there.ask();
    for (const name of ["samira", "elif"] as const) await openCasePage(there.helper(name), asked.caseId);
    await watchReadings(there.visitor());
    const readers = async (ctx: Ctx) => (await listLooks(ctx)).map(({ personName }) => personName).toSorted();
    expect(await readers(officer.ctx())).toEqual(["elif", "samira"]);
    expect(await readers(there.helper("samira"))).toEqual(["elif"]);
    for (const ctx of [
      there.helper("elif"),
      there.helper("jeroen"),
      there.helper("lotte"),
      stranger.ctx(),
      there.visitor(),
    ])
      expect(await readers(ctx)).toEqual([]);
    const of = (name: string) => async (ctx: Ctx) => {
      const { rows } = await database.admin.query(
        "select u.id from unusual_reading u join person p on p.id = u.person_id where u.municipality_id = $1 and p.name = $2",
        [there.municipality.id, name],
      );
      return [await findLook(ctx, rows[0].id), await judgeReading(ctx, rows[0].id, { outcome: "in-order", words: "" })];
    };
    for (const ctx of [there.helper("samira"), there.helper("jeroen"), stranger.ctx()])
      expect(await of("samira")(ctx)).toEqual([undefined, "gone"]);
    expect((await of("elif")(there.helper("samira")))[1]).toBe("judged");
    expect((await of("samira")(officer.ctx()))[1]).toBe("judged");
  });

  test("goes a year after somebody looked; what nobody looked at stays", async () => {
    const there = await aTown(database.db);
    const officer = await anOfficer(there);
    there.moveTo("2026-11-24T02:00");
    const asked = await there.ask();
    for (const name of ["jeroen", "elif"] as const) await openCasePage(there.helper(name), asked.caseId);
    await watchReadings(there.visitor());
    await database.admin.query("delete from unusual_reading where municipality_id <> $1", [there.municipality.id]);
    const [look] = await listLooks(officer.ctx());
    await judgeReading(officer.ctx(), look?.id ?? "", { outcome: "in-order", words: "" });
    const forget = async (dryRun: boolean) => (await forgetLooks(there.visitor(), { dryRun })).forgotten;
    there.moveTo("2027-11-23T03:00");
    expect(await forget(false)).toBe(0);
    there.moveTo("2027-11-24T03:00");
    expect([await forget(true), await forget(false), await forget(false)]).toEqual([1, 1, 0]);
    expect(await listLooks(officer.ctx())).toMatchObject([{ judged: null }]);
  });
});
