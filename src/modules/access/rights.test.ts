import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../tests/support/database.ts";
import { roles } from "../../config/identity-providers.ts";
import type { Actor, Purpose } from "../../kernel/context.ts";
import { newId } from "../../kernel/id.ts";
import { scopes } from "./client/client.ts";
import { actorAt, type Membership } from "./person.ts";
import { type Action, groundFor, rights, type Subject } from "./rights.ts";
import { type TeamRole, teamRoles, worksOnFiles } from "./role.ts";

const database = testDatabase();

const [team, other, elsewhere] = [newId(), newId(), newId()];
const [organisation, another] = [newId(), newId()];
/** The file, or the team, or the organisation that is asked about. */
const subject: Subject = { teamId: team, organisationId: organisation };
const stand = (purpose: Purpose, teamId?: string): Actor => ({
  kind: "system",
  purpose,
  ...(teamId === undefined ? {} : { teamId }),
});

const duty = (role: TeamRole, teamId: string, organisationId: string): Membership => ({
  municipalityId: "GM9999",
  municipalitySlug: "voorbeeldstad",
  municipalityName: "Voorbeeldstad",
  teamId,
  teamName: "Voorbeeldteam",
  organisationId,
  organisationName: "Voorbeeld",
  role,
  deputyId: null,
});
/** Somebody with these duties, as a request makes them. */
const somebody = (...memberships: Membership[]): Actor => {
  const actor = actorAt({ personId: newId(), memberships }, "GM9999");
  if (actor === undefined) throw new Error("Nobody is at work without a duty.");
  return actor;
};

const program = { kind: "client", clientId: newId(), organisationId: newId() } as const;

/** Whoever works in the file's own team. */
const inTeam = (role: TeamRole) => somebody(duty(role, team, organisation));
/** A colleague of the same organisation, in another team. */
const beside = (role: TeamRole) => somebody(duty(role, other, organisation));
/** Somebody of another organisation: the municipality, where it hosts or pays. */
const outside = (role: TeamRole) => somebody(duty(role, elsewhere, another));

/** Everybody who may, with the ground; whoever is not named may not. */
const expected: Record<
  Action,
  { inTeam?: TeamRole[]; beside?: TeamRole[]; outside?: TeamRole[]; ground: string; onFiles?: string }
> = {
  "case.read": { inTeam: ["helper", "team-lead", "objection-officer"], ground: "own-team" },
  "case.write": { inTeam: ["helper", "team-lead", "objection-officer"], ground: "own-team" },
  "team.list": { inTeam: ["helper", "team-lead", "objection-officer"], ground: "own-team" },
  "case.hold": { inTeam: ["team-lead"], ground: "own-team" },
  "request.handle": { inTeam: ["helper", "team-lead", "objection-officer"], ground: "own-team" },
  "request.list": {
    inTeam: ["helper", "team-lead", "objection-officer", "privacy-officer"],
    beside: ["privacy-officer"],
    ground: "duty",
    onFiles: "own-team",
  },
  "request.answer": { inTeam: ["team-lead"], ground: "own-team" },
  "case.remind": { ground: "intake" },
  "promise.move": { inTeam: ["team-lead"], ground: "own-team" },
  "promise.watch": { ground: "own-team" },
  "team.handOver": { inTeam: ["team-lead"], ground: "own-team" },
  "people.manage": { inTeam: ["organisation-admin"], beside: ["organisation-admin"], ground: "duty" },
  "clients.manage": { inTeam: ["organisation-admin"], beside: ["organisation-admin"], ground: "duty" },
  "trail.search": { inTeam: ["privacy-officer"], beside: ["privacy-officer"], ground: "duty" },
  "reading.judge": {
    inTeam: ["privacy-officer", "team-lead"],
    beside: ["privacy-officer"],
    ground: "duty",
    onFiles: "own-team",
  },
  "directory.edit": { inTeam: ["directory-editor"], beside: ["directory-editor"], ground: "duty" },
  "contact.find": { inTeam: ["helper", "team-lead", "objection-officer"], ground: "own-team" },
  "list.keep": { inTeam: ["helper", "team-lead", "objection-officer"], ground: "own-team" },
  "places.manage": {
    inTeam: ["platform-admin"],
    beside: ["platform-admin"],
    outside: ["platform-admin"],
    ground: "duty",
  },
};

const actions = Object.keys(rights) as Action[];

describe.each(actions)("%s", (action) => {
  const { ground: usual, onFiles, ...may } = expected[action];
  test.each(teamRoles)("by a %s, in the team, beside it and outside the organisation", (role) => {
    // What a duty in the organisation gives, whoever works on the team's files has on the ground of the team.
    const ground = worksOnFiles(role) ? (onFiles ?? usual) : usual;
    expect({
      inTeam: groundFor(action, inTeam(role), subject),
      beside: groundFor(action, beside(role), subject),
      outside: groundFor(action, outside(role), subject),
    }).toEqual({
      inTeam: may.inTeam?.includes(role) === true ? ground : undefined,
      beside: may.beside?.includes(role) === true ? ground : undefined,
      outside: may.outside?.includes(role) === true ? ground : undefined,
    });
  });

  test("by the system and by whoever has no role here", () => {
    const personId = newId();
    const actors = {
      visitor: { kind: "visitor" },
      code: { kind: "code", proof: "x" },
      // A role alone is no membership, and what somebody leads is no team they work in.
      "leads without being in it": { kind: "person", personId, teamIds: [], leadOf: [team] },
      "a program of the organisation": { ...program, teamIds: [team, other], scopes: [...scopes] },
      "a program that may only ask for calls": { ...program, teamIds: [team], scopes: ["terugbelverzoeken.maken"] },
      "a program with a scope that nobody knows": { ...program, teamIds: [team], scopes: ["toezeggingen"] },
      "a program that may do nothing": { ...program, teamIds: [team], scopes: [] },
      "a program of another organisation": { ...program, teamIds: [other], scopes: [...scopes] },
      "intake for the team": stand("intake", team),
      "intake for another": stand("intake", other),
      "intake for none": stand("intake"),
      "follow-up for the team": stand("follow-up", team),
      "alarms for the team": stand("alarms", team),
      "example for the team": stand("example", team),
      "sign-in for the team": stand("sign-in", team),
      "retention for the team": stand("retention", team),
      "own-data for the team": stand("own-data", team),
      "own-data for another": stand("own-data", other),
    } satisfies Record<string, Actor>;
    const granted = Object.entries(actors).flatMap(([who, actor]) => {
      const ground = groundFor(action, actor, subject);
      return ground === undefined ? [] : [[who, ground]];
    });
    const wanted: Partial<Record<Action, [string, string][]>> = {
      "case.read": [
        ["code", "own-code"],
        ["intake for the team", "intake"],
        ["follow-up for the team", "intake"],
        ["own-data for the team", "intake"],
      ],
      "request.handle": [["intake for the team", "intake"]],
      "case.write": [["intake for the team", "intake"]],
      "promise.watch": [["a program of the organisation", "own-team"]],
      "case.remind": [["follow-up for the team", "intake"]],
    };
    expect(granted).toEqual(wanted[action] ?? []);
  });
});

describe("a file that is shared", () => {
  test.each(["consent", "law", "break-glass"] as const)("by %s is read on that ground, and never written", (shared) => {
    for (const actor of [beside("helper"), outside("helper")]) {
      expect(groundFor("case.read", actor, { ...subject, shared })).toBe(shared);
      for (const action of actions.filter((each) => each !== "case.read"))
        expect(groundFor(action, actor, { ...subject, shared })).toBe(groundFor(action, actor, subject));
    }
    expect(groundFor("case.read", { kind: "visitor" }, { ...subject, shared })).toBeUndefined();
    expect(groundFor("case.read", stand("alarms", other), { ...subject, shared })).toBeUndefined();
  });

  test("with somebody who works on it already is read on their own ground", () => {
    expect(groundFor("case.read", inTeam("helper"), { ...subject, shared: "consent" })).toBe("own-team");
  });
});

describe("roles", () => {
  test("are the same in the code, in the file of identity providers and in the database", async () => {
    expect([...roles]).toEqual([...teamRoles]);
    const { rows } = await database.admin.query(
      "select pg_get_constraintdef(oid) as rule from pg_constraint where conname = 'team_member_role_check'",
    );
    const inDatabase = [...String(rows[0]?.rule).matchAll(/'([a-z-]+)'/g)].map(([, role]) => role);
    expect(inDatabase.toSorted()).toEqual([...teamRoles].toSorted());
  });

  test("of several teams and municipalities stay apart", () => {
    const memberships = [
      duty("helper", team, organisation),
      duty("organisation-admin", team, organisation),
      duty("policy", other, organisation),
      { ...duty("team-lead", elsewhere, another), municipalityId: "GM8888" },
    ];
    const person = { personId: newId(), memberships };
    expect(actorAt(person, "GM9999")).toMatchObject({ teamIds: [team], leadOf: [] });
    expect(actorAt(person, "GM8888")).toMatchObject({ teamIds: [elsewhere], leadOf: [elsewhere] });
    expect(actorAt(person, "GM7777")).toBeUndefined();
  });

  test("that work on no files open none", () => {
    expect(teamRoles.filter(worksOnFiles)).toEqual(["helper", "team-lead", "objection-officer"]);
  });
});
