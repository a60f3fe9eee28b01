import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/database.ts";
import { listColleagues } from "../../access/index.ts";
import { aTown, type PersonName, type Town } from "../../contact/make.ts";
import {
  beAway,
  comeBack,
  countLeftBehind,
  givePromise,
  handBackOfLeavers,
  listLeftBehind,
  listToday,
  takePromise,
} from "../index.ts";
import { promised, seenBy } from "../make.ts";

const database = testDatabase();
const town = (choices?: Parameters<typeof aTown>[1]) => aTown(database.db, choices);

/** What is really there, whoever may see it. */
const rowOf = async (id: string) => (await database.admin.query("select * from promise where id = $1", [id])).rows[0];
const changesOf = async (id: string): Promise<string[]> =>
  (await database.admin.query("select change from promise_change where promise_id = $1 order by id", [id])).rows.map(
    (row) => row.change,
  );

/** Elif took a question and is in the team no longer. */
async function leftBehind(): Promise<{ there: Town; promiseId: string; eventRef: string }> {
  const there = await aTown(database.db);
  const { promise, eventRef } = await there.ask();
  await takePromise(there.helper("elif"), promise.id);
  await database.admin.query("delete from team_member where person_id = $1", [there.people.elif]);
  await handBackOfLeavers(there.visitor());
  return { there, promiseId: promise.id, eventRef };
}

describe("what somebody left behind", () => {
  test("stands before the lead of the team, until somebody has it", async () => {
    const { there, promiseId, eventRef } = await leftBehind();
    expect((await listLeftBehind(there.helper("samira"))).map(({ id }) => id)).toEqual([promiseId]);
    expect(await givePromise(there.helper("samira"), promiseId, there.people.jeroen)).toEqual({
      ok: true,
      value: undefined,
    });
    expect(await listLeftBehind(there.helper("samira"))).toEqual([]);
    const [mine] = await listToday(there.helper("jeroen"), 10);
    // With who stands in for Jeroen, who is no longer there: then the lead.
    expect(mine).toMatchObject({ owner: { personId: there.people.jeroen }, deputy: { personId: there.people.samira } });
    const { rows } = await database.admin.query("select name from event where subject_ref = $1 order by at, id", [
      eventRef,
    ]);
    expect(rows.map(({ name }) => name)).toContain("promises.given");
  });

  test("is counted in the menu of who may hand it over, and of nobody else", async () => {
    const { there, promiseId } = await leftBehind();
    expect(await countLeftBehind(there.helper("samira"))).toBe(1);
    expect(await countLeftBehind(there.helper("lotte"))).toBe(0);
    for (const nobody of [there.helper("jeroen"), there.visitor()])
      expect(await countLeftBehind(nobody)).toBeUndefined();
    await givePromise(there.helper("samira"), promiseId, there.people.jeroen);
    expect(await countLeftBehind(there.helper("samira"))).toBe(0);
  });

  test("goes to nobody who was invited and never signed in, not as a deputy either, until they come", async () => {
    const { there, promiseId } = await leftBehind();
    const { admin } = database;
    await admin.query(
      `insert into person_invitation (person_id, organisation_id, token_hash, ends_at)
       values ($1, $2, 'of nobody', '2026-11-01')`,
      [there.people.marijke, there.teams.raadslieden.organisation.id],
    );
    expect(await givePromise(there.helper("samira"), promiseId, there.people.marijke)).toEqual({
      ok: false,
      problem: "neverCame",
    });
    const { promise } = await there.ask();
    await takePromise(there.helper("samira"), promise.id);
    // Marijke stands in for Samira, and was never here.
    await beAway(there.helper("samira"), Temporal.PlainDate.from("2026-11-30"));
    const [atRest] = (await listToday(there.helper("jeroen"), 10)).filter(({ id }) => id === promise.id);
    expect(atRest?.owner.personId).toBeNull();
    await admin.query("insert into person_identity (provider, subject, person_id) values ('here', 'marijke', $1)", [
      there.people.marijke,
    ]);
    expect(await givePromise(there.helper("samira"), promiseId, there.people.marijke)).toMatchObject({ ok: true });
  });

  test("is no concern of what nobody ever took", async () => {
    const there = await aTown(database.db);
    await there.ask();
    expect(await listLeftBehind(there.helper("samira"))).toEqual([]);
  });

  test("is shown to no helper, and given by no helper and no lead of another team", async () => {
    const { there, promiseId } = await leftBehind();
    for (const name of ["jeroen", "lotte", "bram"] as const) {
      expect(await listLeftBehind(there.helper(name))).toEqual([]);
      expect(await givePromise(there.helper(name), promiseId, there.people.jeroen)).toEqual({
        ok: false,
        problem: "gone",
      });
    }
    expect(await givePromise(there.visitor(), promiseId, there.people.jeroen)).toEqual({ ok: false, problem: "gone" });
  });

  test("goes to nobody of another team, nobody who is away and nobody who left", async () => {
    const { there, promiseId } = await leftBehind();
    await beAway(there.helper("marijke"), Temporal.PlainDate.from("2026-11-30"));
    for (const name of ["lotte", "marijke", "elif"] as const)
      expect(await givePromise(there.helper("samira"), promiseId, there.people[name])).toEqual({
        ok: false,
        problem: "notThere",
      });
  });

  test("of two who are quick, one gets it", async () => {
    const { there, promiseId } = await leftBehind();
    const [given, taken] = await Promise.all([
      givePromise(there.helper("samira"), promiseId, there.people.jeroen),
      takePromise(there.helper("marijke"), promiseId),
    ]);
    expect([given.ok, taken.kind === "taken"].filter(Boolean)).toHaveLength(1);
  });
});

describe("being away", () => {
  const until = Temporal.PlainDate.from("2026-12-04");
  const takenBy = async (there: Town, name: PersonName) => {
    const made = await promised(there);
    await takePromise(there.helper(name), made.id);
    return made;
  };

  test("what I promised goes to my deputy, with their own deputy beside them; the others' stays where it is", async () => {
    const there = await town();
    const mine = await takenBy(there, "jeroen");
    const theirs = await takenBy(there, "marijke");
    expect(await beAway(there.helper("jeroen"), until)).toEqual({ ok: true, value: { handedOver: 1 } });
    expect(await seenBy(there, "elif", mine.id)).toMatchObject({
      owner: { personId: there.people.elif },
      deputy: { personId: there.people.marijke },
    });
    expect(await seenBy(there, "elif", theirs.id)).toMatchObject({ owner: { personId: there.people.marijke } });
    expect(await changesOf(mine.id)).toEqual(["made", "taken", "handed-over"]);
  });

  test("I do not stand in for the colleague who stands in for me", async () => {
    const there = await town();
    const mine = await takenBy(there, "samira");
    await beAway(there.helper("samira"), until);
    // Marijke has no deputy of her own; the lead, who would be, is Samira.
    expect(await seenBy(there, "elif", mine.id)).toMatchObject({
      owner: { personId: there.people.marijke },
      deputy: { personId: null },
    });
  });

  test("whoever is away is nobody's deputy", async () => {
    const there = await town();
    await beAway(there.helper("elif"), until);
    const made = await takenBy(there, "jeroen");
    expect(await seenBy(there, "jeroen", made.id)).toMatchObject({ deputy: { personId: there.people.samira } });
    await beAway(there.helper("samira"), until);
    const next = await takenBy(there, "jeroen");
    expect(await seenBy(there, "jeroen", next.id)).toMatchObject({ deputy: { personId: null } });
  });

  test("with my deputy away too it goes to the team lead", async () => {
    const there = await town();
    const mine = await takenBy(there, "jeroen");
    await beAway(there.helper("elif"), until);
    await beAway(there.helper("jeroen"), until);
    expect(await seenBy(there, "marijke", mine.id)).toMatchObject({ owner: { personId: there.people.samira } });
  });

  test("with everybody away it is the team's again: it never leaves the list", async () => {
    const there = await town();
    const mine = await takenBy(there, "jeroen");
    for (const name of ["elif", "samira", "jeroen"] as const) await beAway(there.helper(name), until);
    expect(await seenBy(there, "marijke", mine.id)).toMatchObject({
      owner: { role: "helper", personId: null },
      deputy: { personId: null },
    });
  });

  test("come back, I can stand in for others again", async () => {
    const there = await town();
    await beAway(there.helper("elif"), until);
    await comeBack(there.helper("elif"));
    const made = await takenBy(there, "jeroen");
    expect(await seenBy(there, "samira", made.id)).toMatchObject({ deputy: { personId: there.people.elif } });
  });

  test("whoever forgets to say so is back the day after the last day away", async () => {
    const there = await town({ at: "2026-11-30T10:00" });
    await beAway(there.helper("elif"), until);
    const awayUntil = async () =>
      (await listColleagues(there.helper("samira"))).find(({ personId }) => personId === there.people.elif)?.awayUntil;
    there.moveTo("2026-12-04T23:59");
    expect(await awayUntil()).toBe("2026-12-04");
    there.moveTo("2026-12-05T00:01");
    expect(await awayUntil()).toBeNull();
    const made = await takenBy(there, "jeroen");
    expect(await seenBy(there, "samira", made.id)).toMatchObject({ deputy: { personId: there.people.elif } });
  });

  test("today is soon enough to be away until, yesterday is not, and a visitor is nowhere", async () => {
    const there = await town({ at: "2026-12-04T10:00" });
    expect(await beAway(there.helper("elif"), until)).toMatchObject({ ok: true });
    expect(await beAway(there.helper("elif"), until.subtract({ days: 1 }))).toEqual({ ok: false, problem: "past" });
    expect(await beAway(there.visitor(), until)).toEqual({ ok: false, problem: "past" });
  });

  test("handing over while a colleague takes the same work leaves one owner", async () => {
    const there = await town();
    for (const _ of Array.from({ length: 10 })) {
      const made = await takenBy(there, "jeroen");
      await Promise.all([beAway(there.helper("jeroen"), until), takePromise(there.helper("marijke"), made.id)]);
      // Marijke was told it was Jeroen's or Elif's; either way Elif has it now.
      expect(await rowOf(made.id)).toMatchObject({ owner_id: there.people.elif, state: "open" });
      await comeBack(there.helper("jeroen"));
    }
  });
});
