import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/database.ts";
import { type Ctx, inTransaction } from "../../../kernel/context.ts";
import { newId } from "../../../kernel/id.ts";
import { aTown, type Town } from "../../contact/make.ts";
import { handBackOfLeavers, listToday, takePromise } from "../../promises/index.ts";
import { signInAs } from "../make.ts";
import type { TeamRole } from "../role.ts";
import { findSignedIn, signInWith } from "../signin/usecases.ts";
import { addMember, addPerson } from "../usecases.ts";
import { leavesNoAdmin } from "./staff.ts";
import { deleteSessionsOf } from "./store.ts";
import {
  addColleague,
  changeSkill,
  comeBackToOrganisation,
  endSessionsOf,
  findInvitation,
  giveDuty,
  invitationMail,
  inviteAgain,
  leaveOrganisation,
  listStaff,
  setDeputy,
  takeDuty,
} from "./usecases.ts";

const database = testDatabase();
const secret = "a secret of the tests of people";

/** Somebody who administers the organisation of the raadslieden and works on no files, as a request knows them. */
async function anAdmin(there: Town, name = "Bea Beheer"): Promise<{ id: string; ctx: () => Ctx }> {
  const id = newId();
  const { raadslieden } = there.teams;
  await inTransaction({ ...there.visitor(), actor: { kind: "system", purpose: "example" } }, async (ctx) => {
    await addPerson(ctx, { id, name, mail: `${id}@example.org` });
    await addMember(ctx, {
      municipalityId: there.municipality.id,
      teamId: raadslieden.id,
      personId: id,
      role: "organisation-admin",
      deputyId: null,
    });
  });
  const duties = [{ role: "organisation-admin", teamId: raadslieden.id, organisationId: raadslieden.organisation.id }];
  return { id, ctx: () => ({ ...there.visitor(), actor: { kind: "person", personId: id, teamIds: [], duties } }) };
}

const organisationOf = (there: Town): string => there.teams.raadslieden.organisation.id;
const rolesOf = async (personId: string): Promise<string[]> =>
  (await database.admin.query("select role from team_member where person_id = $1 order by role", [personId])).rows.map(
    (row) => row.role,
  );
const duty = (there: Town, role: TeamRole) => ({
  municipalityId: there.municipality.id,
  teamId: there.teams.raadslieden.id,
  role,
});

describe("an organisation's administrator", () => {
  test("sees everybody of the organisation with their duties and deputies, and nobody else", async () => {
    const there = await aTown(database.db);
    const { ctx } = await anAdmin(there);
    const staff = await listStaff(ctx());
    expect(staff?.teams.map(({ name }) => name)).toEqual([there.teams.raadslieden.name]);
    expect(staff?.people.map(({ name }) => name)).toEqual(["Bea Beheer", "elif", "jeroen", "marijke", "samira"]);
    expect(staff?.people.find(({ name }) => name === "elif")).toMatchObject({
      duties: [{ role: "helper", deputyId: there.people.marijke, byProvider: false }],
      hasAccount: false,
      leftAt: null,
    });
  });

  test("signs a colleague out everywhere, and nobody of another organisation", async () => {
    const there = await aTown(database.db);
    const elsewhere = await aTown(database.db);
    const { ctx } = await anAdmin(there);
    const session = (personId: string) => signInAs(there.visitor(), personId);
    const { elif, lotte } = there.people;
    const ofElif = [await session(elif), await session(elif)];
    const others = [await session(there.people.jeroen), await session(lotte), await session(elsewhere.people.elif)];
    expect(await endSessionsOf(ctx(), elif)).toBe("done");
    for (const token of ofElif) expect(await findSignedIn(there.visitor(), token)).toBeUndefined();
    for (const stranger of [lotte, elsewhere.people.elif, newId()])
      expect(await endSessionsOf(ctx(), stranger)).toBe("gone");
    expect(await endSessionsOf(there.helper("samira"), there.people.jeroen)).toBe("gone");
    for (const token of others) expect(await findSignedIn(there.visitor(), token)).toBeDefined();
    const { rows } = await database.admin.query(
      "select facts from event where municipality_id = $1 and name = 'access.sessionsEnded'",
      [there.municipality.id],
    );
    expect(rows).toEqual([{ facts: { ended: 2 } }]);
    expect(await session(elif)).toBeDefined();
  });

  test("sees no session of anybody, nor deletes one past the use case", async () => {
    const there = await aTown(database.db);
    const { ctx } = await anAdmin(there);
    await signInAs(there.visitor(), there.people.elif);
    await signInAs(there.visitor(), there.people.lotte);
    await inTransaction(ctx(), async (ctx) => {
      expect(await ctx.db.selectFrom("session").select("id").execute()).toEqual([]);
      await ctx.db.deleteFrom("session").where("person_id", "=", there.people.elif).execute();
      expect(await deleteSessionsOf(ctx.db, there.people.lotte)).toBe(0);
    });
    const { rows } = await database.admin.query("select count(*)::int as n from session where person_id = any ($1)", [
      [there.people.elif, there.people.lotte],
    ]);
    expect(rows).toEqual([{ n: 2 }]);
  });

  test("opens no file and sees no list of one, also of the team they stand in", async () => {
    const there = await aTown(database.db);
    await there.ask();
    const { ctx } = await anAdmin(there);
    expect(await listToday(ctx(), 10)).toEqual([]);
    const seen = await inTransaction(ctx(), async ({ db }) => ({
      cases: (await db.selectFrom("case_file").select("id").execute()).length,
      residents: (await db.selectFrom("resident").select("case_id").execute()).length,
      promises: (await db.selectFrom("promise").select("id").execute()).length,
    }));
    expect(seen).toEqual({ cases: 0, residents: 0, promises: 0 });
  });

  test("gives and takes roles, and sets who stands in", async () => {
    const there = await aTown(database.db);
    const { ctx } = await anAdmin(there);
    const { elif, jeroen } = there.people;
    const { teamId } = duty(there, "helper");
    expect(await giveDuty(ctx(), elif, { teamId, role: "directory-editor", deputyId: jeroen })).toBe("done");
    expect(await giveDuty(ctx(), elif, { teamId, role: "directory-editor", deputyId: jeroen })).toBe("hasIt");
    expect(await rolesOf(elif)).toEqual(["directory-editor", "helper"]);
    expect(await setDeputy(ctx(), elif, { ...duty(there, "helper"), deputyId: jeroen })).toBe("done");
    expect(await setDeputy(ctx(), elif, { ...duty(there, "helper"), deputyId: elif })).toBe("notHere");
    expect(await takeDuty(ctx(), elif, duty(there, "directory-editor"))).toBe("done");
    expect(await takeDuty(ctx(), elif, duty(there, "directory-editor"))).toBe("gone");
    expect(await rolesOf(elif)).toEqual(["helper"]);
  });

  test("cannot name who keeps the installation, nor give a duty at, or to, another organisation", async () => {
    const there = await aTown(database.db);
    const { ctx, id } = await anAdmin(there);
    const { teamId } = duty(there, "helper");
    expect(await giveDuty(ctx(), id, { teamId, role: "platform-admin", deputyId: null })).toBe("notHere");
    expect(await giveDuty(ctx(), id, { teamId: there.teams.rechtswinkel.id, role: "helper", deputyId: null })).toBe(
      "notHere",
    );
    expect(await giveDuty(ctx(), there.people.bram, { teamId, role: "helper", deputyId: null })).toBe("gone");
    expect(await giveDuty(ctx(), id, { teamId, role: "helper", deputyId: there.people.bram })).toBe("notHere");
    // The database refuses as well, whatever the code above it asks.
    const insert = (over: Record<string, string>) =>
      inTransaction(ctx(), ({ db }) =>
        db
          .insertInto("team_member")
          .values({ municipality_id: there.municipality.id, team_id: teamId, person_id: id, role: "chair", ...over })
          .execute(),
      ).then(
        () => "allowed",
        (error: { code?: string }) => error.code,
      );
    expect(await insert({ role: "platform-admin" })).toBe("42501");
    expect(await insert({ team_id: there.teams.rechtswinkel.id })).toBe("42501");
    expect(await insert({})).toBe("allowed");
  });

  test("of another organisation, a team lead and a stranger find nobody to change", async () => {
    const there = await aTown(database.db);
    const elsewhere = await aTown(database.db);
    const stranger = await anAdmin(elsewhere);
    const { elif } = there.people;
    for (const ctx of [
      { ...stranger.ctx(), municipalityId: there.municipality.id },
      there.helper("samira"),
      there.visitor(),
    ]) {
      expect((await listStaff(ctx))?.people.map(({ personId }) => personId) ?? []).not.toContain(elif);
      expect(await leaveOrganisation(ctx, elif, organisationOf(there))).toBe("gone");
      expect(await takeDuty(ctx, elif, duty(there, "helper"))).toBe("gone");
    }
    expect(await rolesOf(elif)).toEqual(["helper"]);
  });

  test("keeps what somebody learned and since when", async () => {
    const there = await aTown(database.db);
    const { ctx } = await anAdmin(there);
    const { elif } = there.people;
    await changeSkill(ctx(), elif, { skill: "mediation", since: "2024-03-01", until: null });
    await changeSkill(ctx(), elif, { skill: "mediation", since: "2024-03-01", until: "2027-03-01" });
    await changeSkill(ctx(), elif, { skill: "interpreter", since: "2025-01-01", until: null });
    const skillsOf = async () => (await listStaff(ctx()))?.people.find(({ personId }) => personId === elif)?.skills;
    expect(await skillsOf()).toMatchObject([
      { skill: "interpreter", since: "2025-01-01", until: null },
      { skill: "mediation", since: "2024-03-01", until: "2027-03-01" },
    ]);
    await changeSkill(ctx(), elif, { skill: "interpreter", since: null });
    expect(await skillsOf()).toMatchObject([{ skill: "mediation" }]);
  });
});

describe("the last administrator", () => {
  test("cannot be taken away, by themselves neither", async () => {
    const there = await aTown(database.db);
    const { ctx, id } = await anAdmin(there);
    expect(await takeDuty(ctx(), id, duty(there, "organisation-admin"))).toBe("lastAdmin");
    expect(await leaveOrganisation(ctx(), id, organisationOf(there))).toBe("lastAdmin");
    const second = await anAdmin(there, "Ben Beheer");
    expect(await leaveOrganisation(ctx(), id, organisationOf(there))).toBe("done");
    expect(await takeDuty(second.ctx(), second.id, duty(there, "organisation-admin"))).toBe("lastAdmin");
  });

  test("is one of two who take each other away at the same moment", async () => {
    const there = await aTown(database.db);
    const [one, other] = [await anAdmin(there, "Bea"), await anAdmin(there, "Ben")];
    const outcomes = await Promise.all([
      leaveOrganisation(one.ctx(), other.id, organisationOf(there)),
      leaveOrganisation(other.ctx(), one.id, organisationOf(there)),
    ]);
    expect(outcomes.toSorted()).not.toEqual(["done", "done"]);
    expect([...(await rolesOf(one.id)), ...(await rolesOf(other.id))]).toEqual(["organisation-admin"]);
  });

  test("is no worry where somebody else stays", () => {
    const duties = [
      { personId: "a", role: "organisation-admin" },
      { personId: "b", role: "organisation-admin" },
      { personId: "b", role: "helper" },
    ] as const;
    expect(leavesNoAdmin(duties, ({ personId }) => personId === "a")).toBe(false);
    expect(leavesNoAdmin(duties, ({ role }) => role === "organisation-admin")).toBe(true);
    expect(leavesNoAdmin(duties, ({ role }) => role === "helper")).toBe(false);
    // Where there never was one, nothing gets worse.
    expect(leavesNoAdmin([{ personId: "a", role: "helper" }], () => true)).toBe(false);
  });
});

describe("somebody who leaves", () => {
  test("is out at once, with a session that still ran, and what they had taken is the team's again", async () => {
    const there = await aTown(database.db);
    const { ctx } = await anAdmin(there);
    const asked = await there.ask();
    const token = await signInAs(there.visitor(), there.people.elif);
    await takePromise(there.helper("elif"), asked.promise.id);
    await setDeputy(ctx(), there.people.jeroen, { ...duty(there, "helper"), deputyId: there.people.elif });

    expect(await leaveOrganisation(ctx(), there.people.elif, organisationOf(there))).toBe("done");
    expect(await rolesOf(there.people.elif)).toEqual([]);
    expect(await findSignedIn(there.visitor(), token)).toBeUndefined();
    // Nobody stands in who is not there.
    const staff = await listStaff(ctx());
    expect(staff?.people.find(({ name }) => name === "jeroen")?.duties[0]?.deputyId).toBeNull();
    expect(staff?.people.find(({ name }) => name === "elif")?.leftAt).toEqual(there.clock.now);
    await handBackOfLeavers(there.visitor());
    expect((await listToday(there.helper("samira"), 10))[0]?.owner.personId).toBeNull();
  });

  test("is not let in again by the claims of their provider, until they are welcome", async () => {
    const there = await aTown(database.db);
    const { ctx } = await anAdmin(there);
    const provider = {
      key: `p-${newId()}`,
      organisationId: organisationOf(there),
      teams: [
        {
          claim: "groups",
          value: "raadslieden",
          municipality: there.municipality.id,
          team: there.teams.raadslieden.id,
          role: "helper" as const,
        },
      ],
    };
    const claims = { sub: "noor", name: "Noor van Dijk", groups: ["raadslieden"] };
    const signIn = async () =>
      (await signInWith(there.visitor(), provider, { claims, idToken: null, device: "" })).kind;
    expect(await signIn()).toBe("signedIn");
    const noor = (await listStaff(ctx()))?.people.find(({ name }) => name === "Noor van Dijk")?.personId ?? "";
    await leaveOrganisation(ctx(), noor, organisationOf(there));
    expect(await signIn()).toBe("noTeam");
    const first = { teamId: there.teams.raadslieden.id, role: "chair" } as const;
    expect(await comeBackToOrganisation(ctx(), noor, first, secret)).toBe("done");
    expect(await comeBackToOrganisation(ctx(), noor, first, secret)).toBe("gone");
    expect(await signIn()).toBe("signedIn");
    expect(await rolesOf(noor)).toEqual(["chair", "helper"]);
  });
});

describe("an invitation", () => {
  const invited = async (there: Town, ctx: () => Ctx) => {
    const added = await addColleague(
      ctx(),
      {
        name: "Nieuwe Collega",
        mail: "nieuw@example.org",
        teamId: there.teams.raadslieden.id,
        role: "helper",
        deputyId: null,
      },
      secret,
    );
    if (added.kind !== "added") throw new Error("Nobody was added.");
    return added.personId;
  };
  /** The word in the link of the newest mail to somebody. */
  const wordFor = async (there: Town, personId: string): Promise<string> => {
    const { rows } = await database.admin.query(
      "select facts from event where name = 'access.invited' and subject_ref = $1 order by at desc, id desc limit 1",
      [personId],
    );
    const mail = await invitationMail(there.visitor(), rows[0]?.facts, {
      secret,
      invitationLink: "https://x/werk/uitnodiging",
    });
    return /uitnodiging\/([0-9a-f]{64})/.exec(mail?.text ?? "")?.[1] ?? "";
  };
  const signIn = async (there: Town, sub: string, invitation: string, organisationId: string | null) =>
    (
      await signInWith(
        there.visitor(),
        { key: "hand", organisationId, teams: [] },
        { claims: { sub }, idToken: null, device: "", invitation },
      )
    ).kind;

  test("ties the account of whoever holds it to the person who was added, once", async () => {
    const there = await aTown(database.db);
    const { ctx } = await anAdmin(there);
    const personId = await invited(there, ctx);
    const word = await wordFor(there, personId);
    expect(await findInvitation(there.visitor(), word)).toEqual({
      organisationName: there.teams.raadslieden.organisation.name,
      name: "Nieuwe Collega",
    });
    const sub = newId();
    expect(await signIn(there, sub, "", organisationOf(there))).toBe("noTeam");
    expect(await signIn(there, sub, word, organisationOf(there))).toBe("signedIn");
    expect(await findInvitation(there.visitor(), word)).toBeUndefined();
    // Known from now on, without it; and nobody else comes in with it.
    expect(await signIn(there, sub, "", organisationOf(there))).toBe("signedIn");
    expect(await signIn(there, newId(), word, organisationOf(there))).toBe("noTeam");
    expect(await inviteAgain(ctx(), personId, secret)).toBe("notHere");
  });

  test("that was mailed to another address than the account has ties nothing, and is not used up", async () => {
    const there = await aTown(database.db);
    const { ctx } = await anAdmin(there);
    const word = await wordFor(there, await invited(there, ctx));
    const as = async (sub: string, claims: Record<string, string>) =>
      (
        await signInWith(
          there.visitor(),
          { key: "hand", organisationId: organisationOf(there), teams: [] },
          { claims: { sub, ...claims }, idToken: null, device: "", invitation: word },
        )
      ).kind;
    const stranger = newId();
    expect(await as(stranger, { email: "bobbie@example.org" })).toBe("otherMail");
    expect(await signIn(there, stranger, "", organisationOf(there))).toBe("noTeam");
    expect(await findInvitation(there.visitor(), word)).toBeDefined();
    expect(await as(newId(), { email: "Nieuw@Example.org" })).toBe("signedIn");
  });

  test("brings nobody in who has an account of somebody else here, and stays for whom it is", async () => {
    const there = await aTown(database.db);
    const { ctx } = await anAdmin(there);
    const first = await invited(there, ctx);
    const sub = newId();
    expect(await signIn(there, sub, await wordFor(there, first), organisationOf(there))).toBe("signedIn");
    const second = await addColleague(
      ctx(),
      {
        name: "Tweede Collega",
        mail: "tweede@example.org",
        teamId: there.teams.raadslieden.id,
        role: "helper",
        deputyId: null,
      },
      secret,
    );
    const word = await wordFor(there, second.kind === "added" ? second.personId : "");
    expect(await signIn(there, sub, word, organisationOf(there))).toBe("otherAccount");
    expect(await findInvitation(there.visitor(), word)).toBeDefined();
  });

  test("is not made for an address that a colleague has, who may have left; two at once are one", async () => {
    const there = await aTown(database.db);
    const { ctx } = await anAdmin(there);
    const added = {
      name: "Nieuwe Collega",
      mail: "nieuw@example.org",
      teamId: there.teams.raadslieden.id,
      role: "helper",
      deputyId: there.people.elif,
    } as const;
    const both = await Promise.all([addColleague(ctx(), added, secret), addColleague(ctx(), added, secret)]);
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(["added", "isThere"]);
    const personId = both.flatMap((each) => (each.kind === "added" ? each.personId : []))[0] ?? "";
    const staff = await listStaff(ctx());
    expect(staff?.people.find((each) => each.personId === personId)?.duties[0]?.deputyId).toBe(there.people.elif);
    await leaveOrganisation(ctx(), personId, organisationOf(there));
    expect(await addColleague(ctx(), { ...added, mail: "NIEUW@example.org" }, secret)).toEqual({ kind: "isThere" });
    const stranger = { ...added, mail: "ander@example.org", deputyId: there.people.lotte };
    expect(await addColleague(ctx(), stranger, secret)).toEqual({ kind: "notHere" });
  });

  test("is of its own organisation: no other organisation's provider comes in with it", async () => {
    const there = await aTown(database.db);
    const { ctx } = await anAdmin(there);
    const word = await wordFor(there, await invited(there, ctx));
    expect(await signIn(there, newId(), word, there.teams.rechtswinkel.organisation.id)).toBe("noTeam");
  });

  test("ends after a week, when a newer one was sent, and when somebody leaves", async () => {
    const there = await aTown(database.db);
    const { ctx } = await anAdmin(there);
    const personId = await invited(there, ctx);
    const first = await wordFor(there, personId);
    there.later({ minutes: 1 });
    expect(await inviteAgain(ctx(), personId, secret)).toBe("done");
    expect(await findInvitation(there.visitor(), first)).toBeUndefined();
    const second = await wordFor(there, personId);
    expect(await findInvitation(there.visitor(), second)).toBeDefined();
    there.later({ hours: 24 * 7 });
    expect(await findInvitation(there.visitor(), second)).toBeUndefined();
    expect(await signIn(there, newId(), second, organisationOf(there))).toBe("noTeam");
    await inviteAgain(ctx(), personId, secret);
    const third = await wordFor(there, personId);
    await leaveOrganisation(ctx(), personId, organisationOf(there));
    expect(await signIn(there, newId(), third, organisationOf(there))).toBe("noTeam");
  });

  test("of two people with the same link at the same moment lets one in", async () => {
    const there = await aTown(database.db);
    const { ctx } = await anAdmin(there);
    const word = await wordFor(there, await invited(there, ctx));
    const outcomes = await Promise.all([1, 2].map(() => signIn(there, newId(), word, organisationOf(there))));
    expect(outcomes.toSorted()).toEqual(["noTeam", "signedIn"]);
  });

  test("is kept as a hash, and no word of it stands in an event", async () => {
    const there = await aTown(database.db);
    const { ctx } = await anAdmin(there);
    const personId = await invited(there, ctx);
    const word = await wordFor(there, personId);
    const { rows } = await database.admin.query(
      "select row_to_json(i)::text as text from person_invitation i union all select row_to_json(e)::text from event e where subject_ref = $1",
      [personId],
    );
    for (const { text } of rows) expect(text).not.toContain(word);
  });
});
