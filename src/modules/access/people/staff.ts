import type { TeamRole } from "../role.ts";
import type { Skill } from "./skill.ts";

/** One duty of a colleague in a team of an organisation. */
export type StaffDuty = {
  municipalityId: string;
  municipalityName: string;
  teamId: string;
  teamName: string;
  organisationId: string;
  role: TeamRole;
  deputyId: string | null;
  /** True when the claims of an identity provider gave it: they give it again at the next sign-in. */
  byProvider: boolean;
};

/** Somebody who works for an organisation, as its administrator sees them: nothing of what they work on. */
export type StaffMember = {
  personId: string;
  name: string;
  mail: string | null;
  duties: StaffDuty[];
  skills: Skill[];
  /** Whether they can sign in: an account is tied to them. */
  hasAccount: boolean;
  leftAt: Temporal.Instant | null;
  /** Until when an invitation can be used. */
  invitedUntil: Temporal.Instant | null;
};

/** A team of an organisation, with everybody who has a duty there. */
export type StaffTeam = { id: string; name: string; organisationId: string; organisationName: string };

/** How long somebody has to use an invitation. */
export const invitationLength = { hours: 7 * 24 } as const;

/** Whether an organisation would be left without anybody who can change who works there. */
export const leavesNoAdmin = (
  duties: readonly { personId: string; role: TeamRole }[],
  taken: (duty: { personId: string; role: TeamRole }) => boolean,
): boolean =>
  duties.some((duty) => duty.role === "organisation-admin" && taken(duty)) &&
  !duties.some((duty) => duty.role === "organisation-admin" && !taken(duty));

declare module "../../../kernel/event.ts" {
  interface Events {
    "access.personAdded": Record<string, never>;
    "access.dutyGiven": { role: TeamRole; teamId: string };
    "access.dutyTaken": { role: TeamRole; teamId: string };
    "access.deputySet": { role: TeamRole; teamId: string };
    "access.skillChanged": { skill: Skill["skill"] };
    "access.sessionsEnded": { ended: number };
    "access.personLeft": { organisationId: string };
    "access.personBack": { organisationId: string };
    "access.invited": { personId: string; organisationId: string; teamId: string; endsAt: string };
    "access.invitationWithdrawn": { organisationId: string };
    "access.invitationUsed": { provider: string };
  }
}
