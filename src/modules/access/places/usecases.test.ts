import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/database.ts";
import { type Ctx, inTransaction } from "../../../kernel/context.ts";
import { newId } from "../../../kernel/id.ts";
import { aTown, type Town } from "../../contact/make.ts";
import { anOrganisation, aTeam, signInAs, workWeek } from "../make.ts";
import { addColleague, invitationMail, leaveOrganisation, listStaff } from "../people/usecases.ts";
import type { TeamRole } from "../role.ts";
import { addMember, addPerson, listMunicipalities, listTeams } from "../usecases.ts";
import {
  changeOrganisation,
  changeTeam,
  findPlacedTeam,
  listPlaces,
  nameFirstAdmin,
  settleOrganisation,
  settleTeam,
  useModules,
  withdrawFirstAdmin,
} from "./usecases.ts";

const database = testDatabase();
const secret = "a secret of the tests of places";

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
const admin = { name: "Eerste Beheerder", mail: "eerste@example.org" };
const settled = { organisation: fresh, team: freshTeam, admin };
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
    expect(await useModules(keeper, [])).toBe("done");
    expect((await municipalityOf(there))?.modulesOff).toEqual(["contact"]);
    expect(asked.caseId).not.toBe("");
    expect(await useModules(keeper, ["contact"])).toBe("done");
    expect((await municipalityOf(there))?.modulesOff).toEqual([]);
  });

  test("says how independent an organisation is, who answers for its data, and adds organisations and teams", async () => {
    const there = await aTown(database.db);
    const keeper = await somebody(there, "platform-admin");
    const { organisation } = there.teams.raadslieden;
    const changed = { ...fresh, id: organisation.id, controller: "Stichting Voorbeeld", privacyMail: "p@example.org" };
    expect(await changeOrganisation(keeper, changed)).toBe("done");
    expect(await settleOrganisation(keeper, settled, secret)).toBe("done");
    expect(await settleTeam(keeper, organisation.id, { ...freshTeam, name: "Voorbeeld Derde" })).toBe("done");
    const places = await listPlaces(keeper);
    expect(places?.organisations.find(({ id }) => id === organisation.id)).toEqual(changed);
    expect(places?.teams.map(({ name }) => name)).toEqual(expect.arrayContaining(["Voorbeeld Derde", freshTeam.name]));
  });

  test("gives no team to an organisation that has none here, and changes none that is not there", async () => {
    const there = await aTown(database.db);
    const elsewhere = await aTown(database.db);
    const keeper = await somebody(there, "platform-admin");
    expect(await settleTeam(keeper, elsewhere.teams.raadslieden.organisation.id, freshTeam)).toBe("gone");
    expect(await changeOrganisation(keeper, { ...fresh, id: newId() })).toBe("gone");
    expect(await changeTeam(keeper, elsewhere.teams.raadslieden.id, freshTeam)).toBe("gone");
    expect(await changeTeam(keeper, newId(), freshTeam)).toBe("gone");
    expect(await findPlacedTeam(keeper, elsewhere.teams.raadslieden.id)).toBeUndefined();
  });

  test("changes a team in everything but its closing days, and what was promised keeps its moment", async () => {
    const there = await aTown(database.db, { team: { closingDays: new Set(["2026-12-24"]) } });
    const keeper = await somebody(there, "platform-admin");
    await there.ask();
    const dues = async () =>
      (await database.admin.query("select due_at from promise where municipality_id = $1", [there.municipality.id]))
        .rows;
    const before = await dues();
    const { raadslieden } = there.teams;
    const changed = {
      name: raadslieden.name.toUpperCase(),
      function: "wijkteam",
      callingNumber: "+31600000777",
      mail: "anders@example.org",
      officeHours: workWeek("10:00", "12:00", [2]),
    } as const;
    expect(await changeTeam(keeper, raadslieden.id, changed)).toBe("done");
    expect(await findPlacedTeam(keeper, raadslieden.id)).toEqual({ ...raadslieden, ...changed });
    expect(before).not.toEqual([]);
    expect(await dues()).toEqual(before);
  });
});

describe("the name of a team", () => {
  test("is there once in an organisation and municipality, however it is written; elsewhere it is free", async () => {
    const there = await aTown(database.db);
    const keeper = await somebody(there, "platform-admin");
    const { raadslieden, rechtswinkel } = there.teams;
    const same = { ...freshTeam, name: raadslieden.name.toUpperCase() };
    expect(await settleTeam(keeper, raadslieden.organisation.id, same)).toBe("nameTaken");
    expect(await settleTeam(keeper, rechtswinkel.organisation.id, same)).toBe("done");
    expect(await settleTeam(keeper, raadslieden.organisation.id, freshTeam)).toBe("done");
    expect(await changeTeam(keeper, raadslieden.id, freshTeam)).toBe("nameTaken");
    expect((await listTeams(there.visitor())).map(({ name }) => name)).toContain(raadslieden.name);
  });

  test("is there once as well when two give it at the same moment", async () => {
    const there = await aTown(database.db);
    const keeper = await somebody(there, "platform-admin");
    const { id } = there.teams.raadslieden.organisation;
    const came = await Promise.all([1, 2, 3].map(() => settleTeam(keeper, id, freshTeam)));
    expect(came.toSorted()).toEqual(["done", "nameTaken", "nameTaken"]);
  });
});

/** Who was invited to what, as the mail says it that would be sent. */
async function invitations(there: Town) {
  const { rows } = await database.admin.query<{
    facts: { personId: string; teamId: string; endsAt: string; organisationId: string };
  }>("select facts from event where municipality_id = $1 and name = 'access.invited' order by id", [
    there.municipality.id,
  ]);
  const given = { secret, invitationLink: "https://rechtspoor.example/werk/uitnodiging" };
  return Promise.all(
    rows.map(async ({ facts }) => ({ ...facts, mail: await invitationMail(there.visitor(), facts, given) })),
  );
}

/** Whoever was named, as a request knows them once they signed in. */
const namedBy = (there: Town, invited: { personId: string; teamId: string; organisationId: string }): Ctx => ({
  ...there.visitor(),
  actor: {
    kind: "person",
    personId: invited.personId,
    teamIds: [],
    duties: [{ role: "organisation-admin", teamId: invited.teamId, organisationId: invited.organisationId }],
  },
});

describe("the first administrator of an organisation", () => {
  test("is named with a new organisation, gets a mail, and manages its colleagues; the keeper sees nobody", async () => {
    const there = await aTown(database.db);
    const keeper = await somebody(there, "platform-admin");
    expect(await settleOrganisation(keeper, settled, secret)).toBe("done");
    const [invited, ...more] = await invitations(there);
    if (invited === undefined) throw new Error("Nobody was invited.");
    expect(more).toEqual([]);
    expect(invited.mail).toMatchObject({ to: admin.mail, text: expect.stringContaining(fresh.name) });
    const ctx = namedBy(there, invited);
    expect((await listStaff(ctx))?.people).toMatchObject([
      { name: admin.name, mail: admin.mail, duties: [{ role: "organisation-admin", teamName: freshTeam.name }] },
    ]);
    const colleague = {
      name: "Tweede",
      mail: "tweede@example.org",
      teamId: invited.teamId,
      role: "helper",
      deputyId: null,
    } as const;
    expect(await addColleague(ctx, colleague, secret)).toMatchObject({ kind: "added" });
    expect(await listStaff(keeper)).toBeUndefined();
    const seen = await inTransaction(keeper, ({ db }) => db.selectFrom("person").select("name").execute());
    expect(seen).toEqual([{ name: "platform-admin" }]);
    expect((await listPlaces(keeper))?.withoutAdmin).not.toContain(invited.organisationId);
  });

  test("is named for an organisation that has none; not for one that has, nor for one that is not here", async () => {
    const there = await aTown(database.db);
    const elsewhere = await aTown(database.db);
    const keeper = await somebody(there, "platform-admin");
    const { organisation } = there.teams.rechtswinkel;
    expect((await listPlaces(keeper))?.withoutAdmin).toContain(organisation.id);
    expect(await nameFirstAdmin(keeper, organisation.id, admin, secret)).toBe("done");
    expect((await listPlaces(keeper))?.withoutAdmin).not.toContain(organisation.id);
    expect(await nameFirstAdmin(keeper, organisation.id, admin, secret)).toBe("hasAdmin");
    for (const id of [elsewhere.teams.rechtswinkel.organisation.id, newId()])
      expect(await nameFirstAdmin(keeper, id, admin, secret)).toBe("gone");
    expect(await invitations(there)).toHaveLength(1);
    expect(await invitations(elsewhere)).toEqual([]);
  });

  test("is one, when two are named at the same moment", async () => {
    const there = await aTown(database.db);
    const keeper = await somebody(there, "platform-admin");
    const { id } = there.teams.rechtswinkel.organisation;
    const came = await Promise.all([1, 2, 3].map(() => nameFirstAdmin(keeper, id, admin, secret)));
    expect(came.toSorted()).toEqual(["done", "hasAdmin", "hasAdmin"]);
  });

  test("is named anew when the only one did not accept in time; not any more from when they did", async () => {
    const there = await aTown(database.db);
    const keeper = await somebody(there, "platform-admin");
    const { id } = there.teams.rechtswinkel.organisation;
    await nameFirstAdmin(keeper, id, admin, secret);
    const weekLater = { ...keeper, now: keeper.now.add({ hours: 7 * 24 }) };
    expect((await listPlaces({ ...keeper, now: weekLater.now.subtract({ minutes: 1 }) }))?.withoutAdmin).not.toContain(
      id,
    );
    expect((await listPlaces(weekLater))?.withoutAdmin).toContain(id);
    const other = { ...admin, mail: "ander@example.org" };
    expect(await nameFirstAdmin(weekLater, id, other, secret)).toBe("done");
    const [, second] = await invitations(there);
    if (second === undefined) throw new Error("Nobody was invited.");
    await signInAs(there.visitor(), second.personId);
    const later = { ...keeper, now: weekLater.now.add({ hours: 30 * 24 }) };
    expect((await listPlaces(later))?.withoutAdmin).not.toContain(id);
    expect(await nameFirstAdmin(later, id, admin, secret)).toBe("hasAdmin");
    // Who does not come is not in the way of whoever did.
    expect(await leaveOrganisation(namedBy(there, second), (await invitations(there))[0]?.personId ?? "", id)).toBe(
      "done",
    );
  });

  test("was mistyped: the invitation is withdrawn with its duty, and another is invited; the mail opens nothing then", async () => {
    const there = await aTown(database.db);
    const keeper = await somebody(there, "platform-admin");
    const { id } = there.teams.rechtswinkel.organisation;
    await nameFirstAdmin(keeper, id, admin, secret);
    const [mistyped] = await invitations(there);
    if (mistyped === undefined) throw new Error("Nobody was invited.");
    const until = Temporal.Instant.from(mistyped.endsAt);
    expect((await listPlaces(keeper))?.awaited).toEqual([{ organisationId: id, until }]);
    for (const _ of [1, 2]) expect(await withdrawFirstAdmin(keeper, id)).toBe("done");
    expect((await listPlaces(keeper))?.awaited).toEqual([]);
    expect((await invitations(there))[0]?.mail).toBeUndefined();
    expect((await listStaff(namedBy(there, mistyped)))?.people.map(({ name }) => name)).not.toContain(admin.name);
    const { rows } = await database.admin.query(
      "select name, facts, actor_person_id, team_ids from event where subject_ref = $1 order by id",
      [mistyped.personId],
    );
    const by = keeper.actor.kind === "person" ? keeper.actor.personId : "";
    const team_ids = [there.teams.rechtswinkel.id];
    expect(rows.slice(-2)).toEqual([
      { name: "access.invitationWithdrawn", facts: { organisationId: id }, actor_person_id: by, team_ids },
      {
        name: "access.dutyTaken",
        facts: { role: "organisation-admin", teamId: team_ids[0] },
        actor_person_id: by,
        team_ids,
      },
    ]);
    expect(await nameFirstAdmin(keeper, id, { ...admin, mail: "goed@example.org" }, secret)).toBe("done");
    expect((await invitations(there))[1]?.mail).toMatchObject({ to: "goed@example.org" });
  });

  test("keeps their duty from when they signed in, also where the keeper withdraws at that moment; nor does it go elsewhere", async () => {
    const there = await aTown(database.db);
    const elsewhere = await aTown(database.db);
    const keeper = await somebody(there, "platform-admin");
    const { id } = there.teams.rechtswinkel.organisation;
    await nameFirstAdmin(keeper, id, admin, secret);
    const [invited] = await invitations(there);
    await signInAs(there.visitor(), invited?.personId ?? "");
    expect((await listPlaces(keeper))?.awaited).toEqual([]);
    expect(await withdrawFirstAdmin(keeper, id)).toBe("hasAdmin");
    const duties = async () =>
      (await database.admin.query("select role from team_member where person_id = $1", [invited?.personId])).rows;
    expect(await duties()).toEqual([{ role: "organisation-admin" }]);
    // A colleague whom the administrator invited is the administrator's to withdraw.
    const helper = { name: "Later", mail: "later@example.org", teamId: there.teams.rechtswinkel.id, deputyId: null };
    if (invited === undefined) throw new Error("Nobody was invited.");
    const second = { ...helper, role: "organisation-admin" } as const;
    expect(await addColleague(namedBy(there, invited), second, secret)).toMatchObject({ kind: "added" });
    expect(await withdrawFirstAdmin(keeper, id)).toBe("hasAdmin");
    expect((await listStaff(namedBy(there, invited)))?.people.map(({ name }) => name)).toContain("Later");
    for (const other of [elsewhere.teams.rechtswinkel.organisation.id, newId()])
      expect(await withdrawFirstAdmin(keeper, other)).toBe("gone");
  });

  test("is nobody who is here already: not by the database either, and it takes nothing away again", async () => {
    const there = await aTown(database.db);
    const keeper = await somebody(there, "platform-admin");
    const { raadslieden, rechtswinkel } = there.teams;
    if (keeper.actor.kind !== "person") throw new Error("The keeper is a person.");
    const member = { municipalityId: there.municipality.id, role: "organisation-admin", deputyId: null } as const;
    const give = (over: { personId: string; teamId: string; role?: TeamRole }) =>
      inTransaction(keeper, (ctx) => addMember(ctx, { ...member, ...over }));
    // Neither the keeper, nor a colleague of another team, nor in another role.
    for (const personId of [keeper.actor.personId, there.people.elif])
      await expect(give({ personId, teamId: rechtswinkel.id })).rejects.toMatchObject({ code: "42501" });
    const personId = newId();
    await inTransaction(keeper, (ctx) => addPerson(ctx, { id: personId, name: "Nieuw", mail: null }));
    for (const role of ["helper", "team-lead", "privacy-officer", "platform-admin"] as const)
      await expect(give({ personId, teamId: rechtswinkel.id, role })).rejects.toMatchObject({ code: "42501" });
    // Not where somebody manages the colleagues.
    await nameFirstAdmin(keeper, raadslieden.organisation.id, admin, secret);
    await expect(give({ personId, teamId: raadslieden.id })).rejects.toMatchObject({ code: "42501" });
    const [invited] = await invitations(there);
    await inTransaction(keeper, async ({ db }) => {
      const touched = await Promise.all([
        db.deleteFrom("person_invitation").executeTakeFirst(),
        db.deleteFrom("team_member").executeTakeFirst(),
      ]);
      expect(touched.map(({ numDeletedRows }) => numDeletedRows)).toEqual([0n, 0n]);
      expect(await db.selectFrom("person_invitation").select("person_id").execute()).toEqual([]);
    });
    expect(invited?.mail).toBeDefined();
  });
});

test.each<TeamRole>(["organisation-admin", "privacy-officer", "team-lead", "policy", "helper"])(
  "a %s changes no place and sees no list of them",
  async (role) => {
    const there = await aTown(database.db);
    const ctx = await somebody(there, role);
    const { organisation } = there.teams.raadslieden;
    expect(await listPlaces(ctx)).toBeUndefined();
    const { id } = there.teams.raadslieden;
    expect(await findPlacedTeam(ctx, id)).toBeUndefined();
    expect(await useModules(ctx, [])).toBe("gone");
    expect(await changeOrganisation(ctx, { ...fresh, id: organisation.id })).toBe("gone");
    expect(await settleOrganisation(ctx, settled, secret)).toBe("gone");
    expect(await settleTeam(ctx, organisation.id, freshTeam)).toBe("gone");
    expect(await changeTeam(ctx, id, freshTeam)).toBe("gone");
    expect(await nameFirstAdmin(ctx, there.teams.rechtswinkel.organisation.id, admin, secret)).toBe("gone");
    const keeper = await somebody(there, "platform-admin");
    await nameFirstAdmin(keeper, there.teams.rechtswinkel.organisation.id, admin, secret);
    expect(await withdrawFirstAdmin(ctx, there.teams.rechtswinkel.organisation.id)).toBe("gone");
    expect((await listPlaces(keeper))?.awaited).toHaveLength(1);
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
