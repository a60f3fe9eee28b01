import { expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/database.ts";
import { inTransaction } from "../../../kernel/context.ts";
import { aTown } from "../../contact/make.ts";
import { freshness } from "../clock.ts";
import { keepPromise, makePromise } from "../index.ts";
import { aNewPromise } from "../make.ts";
import { forgetPromises } from "./usecases.ts";

const database = testDatabase();

test("a promise without a case goes a year after it was settled, with its history; what is open or of a case stays", async () => {
  const town = await aTown(database.db, { at: "2026-11-24T10:00" });
  const teamId = town.teams.raadslieden.id;
  await town.ask();
  const check = (checked: string) =>
    aNewPromise({ kind: "freshness", teamId, span: freshness(Temporal.PlainDate.from(checked)) });
  await inTransaction(town.team("raadslieden"), async (ctx) => {
    await keepPromise(ctx, await makePromise(ctx, check("2026-10-01")));
    await makePromise(ctx, check("2026-10-02"));
  });
  const left = async () => {
    const all = await database.admin.query(
      `select kind || ' ' || state as promise, (select count(*)::int from promise_change c where c.promise_id = p.id) as changes
       from promise p where municipality_id = $1 order by 1`,
      [town.municipality.id],
    );
    return all.rows.map(({ promise, changes }) => `${promise} ${changes}`);
  };
  const forget = (dryRun: boolean) => forgetPromises(town.visitor(), { dryRun });
  town.moveTo("2027-11-23T23:59");
  expect(await forget(false)).toEqual({ forgotten: 0, failed: [] });
  town.moveTo("2027-11-24T03:00");
  expect(await forget(true)).toEqual({ forgotten: 1, failed: [] });
  expect(await left()).toEqual(["callback open 1", "freshness kept 2", "freshness open 1"]);
  expect(await forget(false)).toEqual({ forgotten: 1, failed: [] });
  expect(await left()).toEqual(["callback open 1", "freshness open 1"]);
  expect(await forget(false)).toEqual({ forgotten: 0, failed: [] });
  const told = await database.admin.query("select facts from event where name = 'promises.forgotten'");
  expect(told.rows).toEqual([{ facts: { rule: "toezegging", teamId, count: 1 } }]);
});
