import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../tests/support/database.ts";
import { aTown, type Town } from "../contact/make.ts";
import { countLeftBehind, givePromise, handBackOfLeavers, listLeftBehind, listToday, takePromise } from "./index.ts";
import { beAway } from "./usecases.ts";

const database = testDatabase();

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
