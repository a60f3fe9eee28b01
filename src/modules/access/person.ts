import type { TeamRole } from "./team.ts";

/** Somebody who works here, with the teams they belong to. */
export type Membership = {
  municipalityId: string;
  municipalitySlug: string;
  municipalityName: string;
  teamId: string;
  teamName: string;
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
};
