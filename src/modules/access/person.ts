import { type TeamRole, worksOnFiles } from "./role.ts";

/** One duty of somebody who works here: a role in a team. */
export type Membership = {
  municipalityId: string;
  municipalitySlug: string;
  municipalityName: string;
  teamId: string;
  teamName: string;
  organisationId: string;
  organisationName: string;
  role: TeamRole;
  deputyId: string | null;
};

/** Whoever holds a session. `endsAt`: when it is over if nothing is asked any more. */
export type SignedIn = {
  sessionId: string;
  personId: string;
  name: string;
  memberships: Membership[];
  endsAt: Temporal.Instant;
  /** False when it is over then whatever is asked: the day is long enough. */
  canStay: boolean;
};

/** A colleague in one of my teams. */
export type Colleague = {
  personId: string;
  name: string;
  teamId: string;
  role: TeamRole;
  deputyId: string | null;
  /** The last day away, as "2026-11-30". */
  awayUntil: string | null;
  /** They were invited, and never signed in. */
  isAwaited: boolean;
};

/** Work is only given to somebody who is there to find it. */
export const isThere = ({ awayUntil, isAwaited }: Pick<Colleague, "awayUntil" | "isAwaited">): boolean =>
  awayUntil === null && !isAwaited;

/** Somebody at work in one municipality: the actor of what they do there. */
type PersonAtWork = {
  kind: "person";
  personId: string;
  teamIds: string[];
  leadOf: string[];
  duties: { role: TeamRole; teamId: string; organisationId: string }[];
};

/** Undefined when they have no duty there. */
export function actorAt(
  person: Pick<SignedIn, "personId" | "memberships">,
  municipalityId: string,
): PersonAtWork | undefined {
  const here = person.memberships.filter((duty) => duty.municipalityId === municipalityId);
  if (here.length === 0) return undefined;
  const teamsWhere = (holds: (duty: Membership) => boolean) => [
    ...new Set(here.filter(holds).map(({ teamId }) => teamId)),
  ];
  return {
    kind: "person",
    personId: person.personId,
    teamIds: teamsWhere(({ role }) => worksOnFiles(role)),
    leadOf: teamsWhere(({ role }) => role === "team-lead"),
    duties: here.map(({ role, teamId, organisationId }) => ({ role, teamId, organisationId })),
  };
}
