import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/database.ts";
import { stored } from "../../../../tests/support/stored.ts";
import { newId } from "../../../kernel/id.ts";
import { aTown } from "../../contact/make.ts";
import { signInAs } from "../make.ts";
import { forgetLeavers, getTeamTerms, setTeamTerm } from "./usecases.ts";

const database = testDatabase();
const { eventNames } = stored(database);

describe("a term of a team", () => {
  test("is set within the limits of its rule, and taken back", async () => {
    const town = await aTown(database.db);
    const { id } = town.teams.raadslieden;
    const own = async () => (await getTeamTerms(town.visitor(), id)).own;
    expect(await setTeamTerm(town.visitor(), id, "hulpvraag", 36)).toBe("done");
    expect(await setTeamTerm(town.visitor(), id, "hulpvraag-afgebroken", 12)).toBe("done");
    expect(await own()).toEqual({ hulpvraag: 36, "hulpvraag-afgebroken": 12 });
    expect(await setTeamTerm(town.visitor(), id, "hulpvraag", 61)).toBe("outsideLimits");
    expect(await setTeamTerm(town.visitor(), id, "sessie", 1)).toBe("outsideLimits");
    expect(await setTeamTerm(town.visitor(), newId(), "hulpvraag", 36)).toBe("noSuchTeam");
    expect(await setTeamTerm(town.visitor(), id, "hulpvraag", null)).toBe("done");
    expect(await own()).toEqual({ "hulpvraag-afgebroken": 12 });
    expect(await eventNames(town)).toEqual(["access.termSet", "access.termSet", "access.termSet"]);
    expect((await getTeamTerms(town.visitor(), town.teams.rechtswinkel.id)).own).toEqual({});
  });
});

describe("somebody who left", () => {
  const leave = (personId: string) => database.admin.query("delete from team_member where person_id = $1", [personId]);
  const person = async (id: string) =>
    (await database.admin.query("select name, mail from person where id = $1", [id])).rows[0];
  const identities = async (id: string) =>
    (await database.admin.query("select from person_identity where person_id = $1", [id])).rowCount;
  const real = { dryRun: false };

  test("becomes nobody a year after it was noticed, and not a day before; the row stays", async () => {
    const town = await aTown(database.db, { at: "2026-11-24T10:00" });
    const { jeroen, elif } = town.people;
    await signInAs(town.visitor(), jeroen);
    await leave(jeroen);
    await forgetLeavers(town.visitor(), real);
    expect(await person(jeroen)).toMatchObject({ name: "jeroen" });
    town.moveTo("2027-11-23T23:59");
    expect(await forgetLeavers(town.visitor(), real)).toEqual({ forgotten: 0, failed: [] });
    town.moveTo("2027-11-24T03:00");
    expect(await forgetLeavers(town.visitor(), { dryRun: true })).toEqual({ forgotten: 1, failed: [] });
    expect(await person(jeroen)).toMatchObject({ name: "jeroen" });
    expect(await forgetLeavers(town.visitor(), real)).toEqual({ forgotten: 1, failed: [] });
    expect(await person(jeroen)).toEqual({ name: "", mail: null });
    expect(await identities(jeroen)).toBe(0);
    expect(await person(elif)).toMatchObject({ name: "elif" });
    expect(await forgetLeavers(town.visitor(), real)).toEqual({ forgotten: 0, failed: [] });
    const told = await database.admin.query("select facts from event where name = 'access.personForgotten'");
    expect(told.rows).toEqual([{ facts: { rule: "medewerker" } }]);
  });

  test("and came back in time stays who they are; after another goodbye the year begins again", async () => {
    const town = await aTown(database.db, { at: "2026-11-24T10:00" });
    const { marijke } = town.people;
    const { rows } = await database.admin.query("select * from team_member where person_id = $1", [marijke]);
    await leave(marijke);
    await forgetLeavers(town.visitor(), real);
    await database.admin.query("insert into team_member select (jsonb_populate_record(null::team_member, $1)).*", [
      JSON.stringify(rows[0]),
    ]);
    town.moveTo("2027-12-01T03:00");
    expect(await forgetLeavers(town.visitor(), { dryRun: true })).toEqual({ forgotten: 0, failed: [] });
    await forgetLeavers(town.visitor(), real);
    await leave(marijke);
    await forgetLeavers(town.visitor(), real);
    town.moveTo("2028-11-30T03:00");
    await forgetLeavers(town.visitor(), real);
    expect(await person(marijke)).toMatchObject({ name: "marijke" });
    town.moveTo("2028-12-01T03:00");
    await forgetLeavers(town.visitor(), real);
    expect(await person(marijke)).toEqual({ name: "", mail: null });
  });
});
