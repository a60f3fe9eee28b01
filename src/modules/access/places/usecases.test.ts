import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/database.ts";
import { type Ctx, inTransaction } from "../../../kernel/context.ts";
import { newId } from "../../../kernel/id.ts";
import { aTown, type Town } from "../../contact/make.ts";
import { anOrganisation, aTeam } from "../make.ts";
import type { TeamRole } from "../role.ts";
import { addMember, addPerson, listMunicipalities } from "../usecases.ts";
import { changeOrganisation, listPlaces, settleOrganisation, settleTeam, useModules } from "./usecases.ts";

const database = testDatabase();

/** Somebody with this role in the team of the raadslieden, as a request knows them. */
async function somebody(there: Town, role: TeamRole): Promise<Ctx> {
  const personId = newId();
  const { raadslieden } = there.teams;
  await inTransaction({ ...there.visitor(), actor: { kind: "system", purpose: "example" } }, async (ctx) => {
    await addPerson(ctx, { id: personId, name: role, mail: null });
    await addMember(ctx, {
      municipalityId: there.municipality.id,
      teamId: raadslieden.id,
      personId,
      role,
      deputyId: null,
    });
  });
  const duties = [{ role, teamId: raadslieden.id, organisationId: raadslieden.organisation.id }];
  return { ...there.visitor(), actor: { kind: "person", personId, teamIds: [], duties } };
}

const { id: _, ...fresh } = anOrganisation({ name: "Voorbeeld Nieuw", kind: "welfare", independence: "funded" });
const { id: __, municipalityId: ___, organisation: ____, ...freshTeam } = aTeam({ name: "Voorbeeld Nieuw Team" });
const municipalityOf = async (there: Town) =>
  (await listMunicipalities(there.visitor())).find(({ id }) => id === there.municipality.id);

describe("whoever keeps the installation", () => {
  test("sees the organisations and teams of the municipality, and of no other", async () => {
    const there = await aTown(database.db);
    await aTown(database.db);
    const places = await listPlaces(await somebody(there, "platform-admin"));
    expect(places?.organisations.map(({ name }) => name).toSorted()).toEqual(
      Object.values(there.teams)
        .map(({ organisation }) => organisation.name)
        .toSorted(),
    );
    expect(places?.teams).toHaveLength(2);
  });

  test("switches a part off and on, and what was kept stays", async () => {
    const there = await aTown(database.db);
    const asked = await there.ask();
    const keeper = await somebody(there, "platform-admin");
    expect(await useModules(keeper, [])).toBe(true);
    expect((await municipalityOf(there))?.modulesOff).toEqual(["contact"]);
    expect(asked.caseId).not.toBe("");
    expect(await useModules(keeper, ["contact"])).toBe(true);
    expect((await municipalityOf(there))?.modulesOff).toEqual([]);
  });

  test("says how independent an organisation is, who answers for its data, and adds organisations and teams", async () => {
    const there = await aTown(database.db);
    const keeper = await somebody(there, "platform-admin");
    const { organisation } = there.teams.raadslieden;
    const changed = { ...fresh, id: organisation.id, controller: "Stichting Voorbeeld", privacyMail: "p@example.org" };
    expect(await changeOrganisation(keeper, changed)).toBe(true);
    expect(await settleOrganisation(keeper, { ...fresh, name: "Voorbeeld Tweede" }, freshTeam)).toBe(true);
    expect(await settleTeam(keeper, organisation.id, { ...freshTeam, name: "Voorbeeld Derde" })).toBe(true);
    const places = await listPlaces(keeper);
    expect(places?.organisations.find(({ id }) => id === organisation.id)).toEqual(changed);
    expect(places?.teams.map(({ name }) => name)).toEqual(expect.arrayContaining(["Voorbeeld Derde", freshTeam.name]));
  });

  test("gives no team to an organisation that has none here, and changes none that is not there", async () => {
    const there = await aTown(database.db);
    const elsewhere = await aTown(database.db);
    const keeper = await somebody(there, "platform-admin");
    expect(await settleTeam(keeper, elsewhere.teams.raadslieden.organisation.id, freshTeam)).toBe(false);
    expect(await changeOrganisation(keeper, { ...fresh, id: newId() })).toBe(false);
  });
});

test.each<TeamRole>(["organisation-admin", "privacy-officer", "team-lead", "policy", "helper"])(
  "a %s changes no place and sees no list of them",
  async (role) => {
    const there = await aTown(database.db);
    const ctx = await somebody(there, role);
    const { organisation } = there.teams.raadslieden;
    expect(await listPlaces(ctx)).toBeUndefined();
    expect(await useModules(ctx, [])).toBe(false);
    expect(await changeOrganisation(ctx, { ...fresh, id: organisation.id })).toBe(false);
    expect(await settleOrganisation(ctx, fresh, freshTeam)).toBe(false);
    expect(await settleTeam(ctx, organisation.id, freshTeam)).toBe(false);
    // Nor by the database, whatever the code above it asks.
    const change = inTransaction(ctx, ({ db }) =>
      db
        .updateTable("municipality")
        .set({ modules_off: ["contact"] })
        .execute(),
    );
    await expect(change).rejects.toMatchObject({ code: "42501" });
    expect((await municipalityOf(there))?.modulesOff).toEqual([]);
  },
);
