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

export type SignedIn = { personId: string; name: string; memberships: Membership[] };

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
