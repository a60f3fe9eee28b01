import type { Scope } from "./client/client.ts";
import type { TeamRole } from "./team.ts";

/*
 * Who may do what, on which ground: the whole of it on one screen. `permit` and `may` in usecases.ts read it and nothing
 * else; row-level security is the second lock, and knows nothing of this one. An action that is not here is nobody's.
 *
 * Not here on purpose: any right of a municipality, its people or its administrators in a file of another team.
 */

/** Who asks, as far as rights go: the actor of a use case (kernel/context.ts). */
type Asker =
  | { kind: "visitor" | "code" }
  | { kind: "person"; teamIds: readonly string[]; leadOf?: readonly string[] }
  | { kind: "client"; teamIds: readonly string[]; scopes: readonly string[] }
  | { kind: "system"; purpose: string; teamId?: string };

/**
 * How somebody stands to a file: they work in its team, hold its code, are a program of its organisation, or the system
 * standing in for its team.
 */
type Relation = "own-team" | "own-code" | "own-client" | "standing-in";

/** On which ground somebody reads or writes; each reading is recorded with it. */
export const grounds = ["own-team", "own-code", "intake"] as const;
export type Ground = (typeof grounds)[number];

type Right = {
  relation: Relation;
  ground: Ground;
  /** Only for who has this role in the file's team; without it for everybody of the team. */
  role?: TeamRole;
  /** As what the system stands in. */
  purposes?: readonly string[];
  /** What a program's token must be for. */
  scope?: Scope;
};

export const rights = {
  /** Opening a file: who it is about, what was said, what was promised. */
  "case.read": [
    // Their own task for the resident (AVG 6(1)(e) and the professional's own confidentiality).
    { relation: "own-team", ground: "own-team" },
    // One's own data (AVG 15); notes of the team are not shown (15(4)), the policies leave them out.
    { relation: "own-code", ground: "own-code" },
    // A mail about one's own question is written by the system, for that team.
    { relation: "standing-in", ground: "intake", purposes: ["intake", "follow-up"] },
  ],
  /** Calling, noting, filling in, closing. */
  "case.write": [
    { relation: "own-team", ground: "own-team" },
    // What a resident asks, changes or stops is carried out by the system, for the team it was asked of.
    { relation: "standing-in", ground: "intake", purposes: ["intake"] },
  ],
  /** The lists of a team: Vandaag, the cases, their file, a search. */
  "team.list": [{ relation: "own-team", ground: "own-team" }],
  /** Agreeing on another moment than was promised. */
  "promise.move": [{ relation: "own-team", ground: "own-team", role: "team-lead" }],
  /** What a team still owes, without a word of whom: for a screen on its wall. Nothing that a program may do opens a file. */
  "promise.watch": [{ relation: "own-client", ground: "own-team", scope: "toezeggingen.lezen" }],
} as const satisfies Record<string, readonly Right[]>;

export type Action = keyof typeof rights;

/** On which ground this actor may do this with a file of this team; undefined when they may not. */
export function groundFor(action: Action, actor: Asker, teamId: string): Ground | undefined {
  const all: readonly Right[] = rights[action];
  return all.find((right) => holds(right, actor, teamId))?.ground;
}

function holds({ relation, role, purposes, scope }: Right, actor: Asker, teamId: string): boolean {
  switch (relation) {
    case "own-team":
      return (
        actor.kind === "person" &&
        actor.teamIds.includes(teamId) &&
        (role !== "team-lead" || actor.leadOf?.includes(teamId) === true)
      );
    case "own-code":
      // Which file a code opens is compared in the database: whoever holds none finds no file to ask about.
      return actor.kind === "code";
    case "own-client":
      return (
        actor.kind === "client" && actor.teamIds.includes(teamId) && scope !== undefined && actor.scopes.includes(scope)
      );
    case "standing-in":
      return actor.kind === "system" && actor.teamId === teamId && purposes?.includes(actor.purpose) === true;
  }
}
