import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rounds } from "../../../../tests/support/rounds.ts";
import { knownAs, type TeamRule, teamsOf } from "./identity.ts";

const team = "0f0e0d0c-0b0a-4908-8706-050403020100";
const other = "1f0e0d0c-0b0a-4908-8706-050403020100";
const rule = (over: Partial<TeamRule> = {}): TeamRule => ({
  claim: "groups",
  value: "helpers",
  municipality: "GM0344",
  team,
  role: "helper",
  ...over,
});
const given = (teamId: string, role: "helper" | "team-lead" = "helper") => ({ municipalityId: "GM0344", teamId, role });

describe("the teams that claims give", () => {
  test.each<[string, Record<string, unknown>, Partial<TeamRule>]>([
    ["a list of groups", { groups: ["others", "helpers"] }, {}],
    ["one word", { department: "helpers" }, { claim: "department" }],
    ["a level deeper", { realm_access: { roles: ["helpers"] } }, { claim: "realm_access.roles" }],
    ["a name with a dot in it", { "rechtspoor.team": "helpers" }, { claim: "rechtspoor.team" }],
    [
      "a level deeper, with a dot",
      { resource_access: { "a.b": { roles: ["helpers"] } } },
      { claim: "resource_access.a.b.roles" },
    ],
  ])("by %s", (_, claims, over) => {
    expect(teamsOf(claims, [rule(over)])).toEqual([given(team)]);
  });

  test.each<[string, Record<string, unknown>]>([
    ["no such claim", {}],
    ["another value", { groups: ["helper"] }],
    ["a part of it", { groups: "all helpers" }],
    ["capitals", { groups: ["Helpers"] }],
    ["something that is no list", { groups: { helpers: true } }],
    ["nothing", { groups: null }],
  ])("are none by %s", (_, claims) => {
    expect(teamsOf(claims, [rule()])).toEqual([]);
  });

  test("are each given once, and each role is a duty of its own", () => {
    const rules = [rule(), rule({ value: "leads", role: "team-lead" }), rule({ value: "leads", team: other })];
    expect(teamsOf({ groups: ["helpers", "leads"] }, rules)).toEqual([
      given(team),
      given(team, "team-lead"),
      given(other),
    ]);
  });

  test("are never more than the rules name, whatever is claimed", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom("groups", "roles", "__proto__", "constructor"), fc.jsonValue()),
        (claims) => {
          for (const { teamId } of teamsOf(claims, [rule(), rule({ claim: "roles", team: other })]))
            expect([team, other]).toContain(teamId);
          expect(teamsOf(claims, [])).toEqual([]);
        },
      ),
      rounds(21, 300),
    );
  });
});

describe("what we keep of who somebody is", () => {
  test("Entra ID: the name, and the name they sign in with as address", () => {
    const claims = {
      sub: "AAAA",
      name: "Noor van Dijk",
      preferred_username: "N.vanDijk@utrecht.example",
      oid: "x",
      tid: "y",
    };
    expect(knownAs(claims)).toEqual({ subject: "AAAA", name: "Noor van Dijk", mail: "n.vandijk@utrecht.example" });
  });

  test("Keycloak: a name in two parts, and an address of its own", () => {
    const claims = {
      sub: "f:1",
      given_name: "Noor",
      family_name: "van Dijk",
      email: "noor@example.org",
      preferred_username: "noor",
    };
    expect(knownAs(claims)).toEqual({ subject: "f:1", name: "Noor van Dijk", mail: "noor@example.org" });
  });

  test("without an address there is none; without a name the best there is", () => {
    expect(knownAs({ sub: "x", preferred_username: "noor" })).toEqual({ subject: "x", name: "x", mail: null });
    expect(knownAs({ sub: "x", email: "noor@example.org" })?.name).toBe("noor@example.org");
  });

  test("without a subject there is nobody", () => {
    for (const sub of [undefined, "", 5, null, "x".repeat(300)]) expect(knownAs({ sub, name: "Noor" })).toBeUndefined();
  });
});
