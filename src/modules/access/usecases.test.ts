import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../tests/support/database.ts";
import { inTransaction, reading } from "../../kernel/context.ts";
import { newId } from "../../kernel/id.ts";
import { aTown } from "../contact/make.ts";
import {
  addMunicipality,
  getTeam,
  listAlarmAddresses,
  listColleagues,
  listMunicipalities,
  listPeople,
  permitTeams,
  reservedSlugs,
} from "./index.ts";
import { aMunicipality } from "./make.ts";

const database = testDatabase();
const town = (at = "2026-11-24T09:00") => aTown(database.db, { at });

describe("colleagues", () => {
  test("are those of my teams, with role and deputy; a visitor has none", async () => {
    const there = await town();
    const names = async (name: "elif" | "bram") => (await listColleagues(there.helper(name))).map((each) => each.name);
    expect(await names("elif")).toEqual(["elif", "jeroen", "marijke", "samira"]);
    expect(await names("bram")).toEqual(["bram", "lotte"]);
    expect(await listColleagues(there.visitor())).toEqual([]);
    const samira = (await listColleagues(there.helper("elif"))).find((each) => each.name === "samira");
    expect(samira).toMatchObject({ role: "team-lead", deputyId: there.people.marijke, awayUntil: null });
  });

  test("of another team stay unknown to somebody who only claims to be in it", async () => {
    const there = await town();
    const elsewhere = await town();
    expect(await listColleagues({ ...there.helper("elif"), municipalityId: elsewhere.municipality.id })).toEqual([]);
  });

  test("only whoever has teams may see lists of them", async () => {
    const there = await town();
    expect(permitTeams(there.helper("elif"))?.teamIds).toEqual([there.teams.raadslieden.id]);
    expect(permitTeams(there.visitor())).toBeUndefined();
    expect(
      permitTeams({ ...there.helper("elif"), actor: { kind: "person", personId: newId(), teamIds: [] } }),
    ).toBeUndefined();
  });
});

describe("an installation", () => {
  const add = (over: Parameters<typeof aMunicipality>[0]) =>
    inTransaction(
      {
        db: database.db,
        now: Temporal.Instant.from("2026-11-24T09:00:00Z"),
        actor: { kind: "system", purpose: "example" },
        municipalityId: "NL",
      },
      (ctx) => addMunicipality(ctx, aMunicipality(over)),
    );

  test("keeps its municipalities as they were set up", async () => {
    const there = await town();
    const all = await listMunicipalities(there.visitor());
    expect(all.find((each) => each.id === there.municipality.id)).toEqual(there.municipality);
  });

  test("has each municipality and each address once", async () => {
    const there = await town();
    await expect(add({ id: there.municipality.id, slug: "elders" })).rejects.toMatchObject({ code: "23505" });
    await expect(add({ id: "GM8888", slug: there.municipality.slug })).rejects.toMatchObject({ code: "23505" });
  });

  test.each([...reservedSlugs])("has no municipality that is called /%s in an address: that is ours", async (slug) => {
    await expect(add({ id: "GM8888", slug })).rejects.toThrow(/slugReserved|slugShape/);
  });

  test.each(["", "Utrecht", "de stad", "2e-stad", "-stad", "robots.txt", ".well-known", "stad/werk", "fy"])(
    "has no municipality that is called “%s” in an address: that is no name there",
    async (slug) => {
      await expect(add({ id: "GM8888", slug })).rejects.toThrow("slugShape");
    },
  );

  test("knows a municipality by the code that Statistics Netherlands gave it", async () => {
    for (const id of ["Utrecht", "GM344", "gm0344", "BE0344"])
      await expect(add({ id, slug: "elders" })).rejects.toThrow("pattern");
  });

  test("knows a team with its hours and closing days; a team that is not there is our own mistake", async () => {
    const there = await aTown(database.db, { team: { closingDays: new Set(["2026-12-24"]) } });
    expect(await getTeam(there.visitor(), there.teams.raadslieden.id)).toEqual(there.teams.raadslieden);
    await expect(getTeam(there.visitor(), newId())).rejects.toThrow("names a team that does not exist");
  });

  test("lists its people with their teams, for picking an example person", async () => {
    const there = await town();
    const people = (await listPeople(there.visitor())).filter((each) => each.municipality === there.municipality.name);
    expect(people.map((each) => each.name)).toEqual(["elif", "jeroen", "marijke", "samira", "bram", "lotte"]);
  });

  test("tells addresses to the alarms, and to nobody else", async () => {
    const there = await town();
    const teamId = there.teams.raadslieden.id;
    const addresses = (actor: Parameters<typeof listAlarmAddresses>[0]["actor"]) =>
      reading({ ...there.visitor(), actor }, (ctx) => listAlarmAddresses(ctx, teamId, [there.people.elif]));
    const found = await addresses({ kind: "system", purpose: "alarms", teamId });
    expect(found.map((each) => each.id).toSorted()).toEqual([there.people.elif, there.people.samira].toSorted());
    expect(await addresses({ kind: "visitor" })).toEqual([]);
    expect(await addresses({ kind: "system", purpose: "metrics" })).toEqual([]);
  });
});
