import { describe, expect, test } from "vitest";
import type { Actor, Purpose } from "../../kernel/context.ts";
import { newId } from "../../kernel/id.ts";
import { scopes } from "./client/client.ts";
import { type Action, groundFor, rights } from "./rights.ts";

const [team, other, personId] = [newId(), newId(), newId()];
const stand = (purpose: Purpose, teamId?: string): Actor => ({
  kind: "system",
  purpose,
  ...(teamId === undefined ? {} : { teamId }),
});

const program = { kind: "client", clientId: newId(), organisationId: newId() } as const;

const actors = {
  "a visitor": { kind: "visitor" },
  "a resident with a code": { kind: "code", proof: "x" },
  "a helper of the team": { kind: "person", personId, teamIds: [team] },
  "its lead": { kind: "person", personId, teamIds: [team], leadOf: [team] },
  "a helper here who leads another team": { kind: "person", personId, teamIds: [team, other], leadOf: [other] },
  "a helper of another team": { kind: "person", personId, teamIds: [other] },
  "a lead of another team": { kind: "person", personId, teamIds: [other], leadOf: [other] },
  // A role alone is no membership.
  "somebody who leads it without being in it": { kind: "person", personId, teamIds: [], leadOf: [team] },
  "a program of the organisation": { ...program, teamIds: [team, other], scopes: [...scopes] },
  "a program of it that may only ask for calls": { ...program, teamIds: [team], scopes: ["terugbelverzoeken.maken"] },
  "a program of it with a scope that nobody knows": { ...program, teamIds: [team], scopes: ["toezeggingen"] },
  "a program of it that may do nothing": { ...program, teamIds: [team], scopes: [] },
  "a program of another organisation": { ...program, teamIds: [other], scopes: [...scopes] },
  "the system taking in for the team": stand("intake", team),
  "the system taking in for another team": stand("intake", other),
  "the system taking in for no team": stand("intake"),
  "the system writing for the team": stand("follow-up", team),
  "the system with alarms for the team": stand("alarms", team),
  "the system with the example world": stand("example", team),
  "the system signing somebody in": stand("sign-in", team),
} satisfies Record<string, Actor>;
type Who = keyof typeof actors;

/** Everybody who may, with the ground; whoever is not named may not. */
const expected: Record<Action, Partial<Record<Who, string>>> = {
  "case.read": {
    "a resident with a code": "own-code",
    "a helper of the team": "own-team",
    "its lead": "own-team",
    "a helper here who leads another team": "own-team",
    "the system taking in for the team": "intake",
    "the system writing for the team": "intake",
  },
  "case.write": {
    "a helper of the team": "own-team",
    "its lead": "own-team",
    "a helper here who leads another team": "own-team",
    "the system taking in for the team": "intake",
  },
  "team.list": {
    "a helper of the team": "own-team",
    "its lead": "own-team",
    "a helper here who leads another team": "own-team",
  },
  "promise.move": { "its lead": "own-team" },
  "promise.watch": { "a program of the organisation": "own-team" },
};

describe.each(Object.keys(rights) as Action[])("%s", (action) => {
  test.each(Object.entries(actors))("by %s", (who, actor) => {
    expect(groundFor(action, actor, team)).toBe(new Map<string, string>(Object.entries(expected[action])).get(who));
  });
});
