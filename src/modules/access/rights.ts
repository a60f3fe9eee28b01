import type { Scope } from "./client/client.ts";
import type { TeamRole } from "./role.ts";

/*
 * Who may do what, on which ground: the whole of it on one screen. `permit` and `may` in usecases.ts read it and nothing
 * else; row-level security is the second lock, and knows nothing of this one. An action that is not here is nobody's.
 *
 * Not here on purpose: any right of a municipality, its people or its administrators in a file of another team. Whoever
 * administers an organisation sees its people and never its files.
 */

/** Who asks, as far as rights go: the actor of a use case (kernel/context.ts). */
type Asker =
  | { kind: "visitor" | "code" }
  | {
      kind: "person";
      teamIds: readonly string[];
      leadOf?: readonly string[];
      duties?: readonly { role: string; organisationId: string }[];
    }
  | { kind: "client"; teamIds: readonly string[]; scopes: readonly string[] }
  | { kind: "system"; purpose: string; teamId?: string };

/** What is asked about: a file of this team, or the team or organisation itself. */
export type Subject = {
  teamId?: string | undefined;
  organisationId?: string | undefined;
  /** On which ground it is shared with whoever asks, now. */
  shared?: SharedGround | undefined;
};

/**
 * How somebody stands to it: they work on the files of its team, it is shared with them, they hold its code, they have a
 * duty in its organisation, they keep the installation, they are a program of its organisation, or the system standing in
 * for its team.
 */
type Relation = "own-team" | "shared" | "own-code" | "own-organisation" | "installation" | "own-client" | "standing-in";

/** On which ground a file of another team is read. */
export const sharedGrounds = ["consent", "law", "break-glass"] as const;
export type SharedGround = (typeof sharedGrounds)[number];

/** On which ground somebody reads or writes; each reading is recorded with it. */
export const grounds = ["own-team", "own-code", "intake", "duty", ...sharedGrounds] as const;
export type Ground = (typeof grounds)[number];

type Right = {
  relation: Relation;
  ground: Ground;
  /** Only for who has this role there; without it for everybody who works on files of the team. */
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
    // What the resident agreed to, or an act says: as long as the share runs (AVG 6(1)(a), 6(1)(c)).
    { relation: "shared", ground: "consent" },
    { relation: "shared", ground: "law" },
    // An emergency (AVG 6(1)(d)): one colleague of the same organisation, two hours, with a reason that the team sees.
    { relation: "shared", ground: "break-glass" },
    // One's own data (AVG 15); notes of the team are not shown (15(4)), the policies leave them out.
    { relation: "own-code", ground: "own-code" },
    // A mail about one's own question is written by the system, for that team.
    { relation: "standing-in", ground: "intake", purposes: ["intake", "follow-up"] },
    // The copy of all that is kept of somebody (AVG 15(3)), for the team that answers for it.
    { relation: "standing-in", ground: "intake", purposes: ["own-data"] },
  ],
  /** Calling, noting, filling in, closing. Never for whom it is only shared with. */
  "case.write": [
    { relation: "own-team", ground: "own-team" },
    // What a resident asks, changes or stops is carried out by the system, for the team it was asked of.
    { relation: "standing-in", ground: "intake", purposes: ["intake"] },
  ],
  /** Keeping a file longer than agreed, because something about it still runs; and letting go of it again. */
  "case.hold": [{ relation: "own-team", ground: "own-team", role: "team-lead" }],
  /** Writing down what somebody asks about their own data, which holds the file, and getting the answer ready. */
  "request.handle": [
    { relation: "own-team", ground: "own-team" },
    { relation: "standing-in", ground: "intake", purposes: ["intake"] },
  ],
  /** Which requests wait and which were answered. For a privacy officer without a word of them, nor whose they are (AVG 39(1)(b)). */
  "request.list": [
    { relation: "own-team", ground: "own-team" },
    { relation: "own-organisation", ground: "duty", role: "privacy-officer" },
  ],
  /** Deciding on it, or taking longer: who leads the team answers for it to the controller (AVG 12). */
  "request.answer": [{ relation: "own-team", ground: "own-team", role: "team-lead" }],
  /** Writing in a file that nothing happened in it for long: the system, for the team that hears of it. */
  "case.remind": [{ relation: "standing-in", ground: "intake", purposes: ["follow-up"] }],
  /** The lists of a team: Vandaag, the cases, their file, a search. */
  "team.list": [{ relation: "own-team", ground: "own-team" }],
  /** Agreeing on another moment than was promised. */
  "promise.move": [{ relation: "own-team", ground: "own-team", role: "team-lead" }],
  /** What colleagues who left had taken: who takes it on. */
  "team.handOver": [{ relation: "own-team", ground: "own-team", role: "team-lead" }],
  /** Who works in the organisation, in which team, as what, with whom as deputy. */
  "people.manage": [{ relation: "own-organisation", ground: "duty", role: "organisation-admin" }],
  /** Which programs of the organisation may ask what. */
  "clients.manage": [{ relation: "own-organisation", ground: "duty", role: "organisation-admin" }],
  /** What a municipality uses, its organisations and its teams. */
  "places.manage": [{ relation: "installation", ground: "duty", role: "platform-admin" }],
  /** Who opened which file of the organisation, and why: the trail, not the files (AVG 39(1)(b)). */
  "trail.search": [{ relation: "own-organisation", ground: "duty", role: "privacy-officer" }],
  /** Looking at reading that was unusual, and saying what came of it; the lead of the team as the deputy. */
  "reading.judge": [
    { relation: "own-organisation", ground: "duty", role: "privacy-officer" },
    { relation: "own-team", ground: "own-team", role: "team-lead" },
  ],
  /** What the route map says of what an organisation offers; for the municipality's own editor also of what others offer here. */
  "directory.edit": [{ relation: "own-organisation", ground: "duty", role: "directory-editor" }],
  /** Whom to call directly at whoever offers something: for who refers residents. That they looked is recorded. */
  "contact.find": [{ relation: "own-team", ground: "own-team" }],
  /** Composing a list of help for somebody at the desk, seeing which ones the team gave, ending one. Of whom they are is nowhere. */
  "list.keep": [{ relation: "own-team", ground: "own-team" }],
  /** What a team still owes, without a word of whom: for a screen on its wall. Nothing that a program may do opens a file. */
  "promise.watch": [{ relation: "own-client", ground: "own-team", scope: "toezeggingen.lezen" }],
} as const satisfies Record<string, readonly Right[]>;

export type Action = keyof typeof rights;

/** On which ground this actor may do this; undefined when they may not. */
export function groundFor(action: Action, actor: Asker, subject: Subject): Ground | undefined {
  const all: readonly Right[] = rights[action];
  return all.find((right) => holds(right, actor, subject))?.ground;
}

function holds({ relation, ground, role, purposes, scope }: Right, actor: Asker, subject: Subject): boolean {
  const { teamId, organisationId, shared } = subject;
  switch (relation) {
    case "own-team":
      return (
        actor.kind === "person" &&
        teamId !== undefined &&
        actor.teamIds.includes(teamId) &&
        (role !== "team-lead" || actor.leadOf?.includes(teamId) === true)
      );
    case "shared":
      // Whether it is, until when and with whom, is read from the share itself (sharing/).
      return actor.kind === "person" && shared === ground;
    case "own-organisation":
      return (
        actor.kind === "person" &&
        organisationId !== undefined &&
        actor.duties?.some((duty) => duty.role === role && duty.organisationId === organisationId) === true
      );
    case "installation":
      return actor.kind === "person" && actor.duties?.some((duty) => duty.role === role) === true;
    case "own-code":
      // Which file a code opens is compared in the database: whoever holds none finds no file to ask about.
      return actor.kind === "code";
    case "own-client":
      return (
        actor.kind === "client" &&
        teamId !== undefined &&
        actor.teamIds.includes(teamId) &&
        scope !== undefined &&
        actor.scopes.includes(scope)
      );
    case "standing-in":
      return (
        actor.kind === "system" &&
        teamId !== undefined &&
        actor.teamId === teamId &&
        purposes?.includes(actor.purpose) === true
      );
  }
}
