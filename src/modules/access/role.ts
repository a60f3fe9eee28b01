/** What somebody may do in a team. Each is a duty with a deputy of its own; the database holds the same list. */
export const teamRoles = [
  "helper",
  "team-lead",
  "objection-officer",
  "directory-editor",
  "chair",
  "policy",
  "project-lead",
  "researcher",
  "privacy-officer",
  "organisation-admin",
  "platform-admin",
] as const;
export type TeamRole = (typeof teamRoles)[number];

/** Whoever has one of these works on the files of the team; whoever has none of them does not see that there are any. */
const fileRoles: readonly TeamRole[] = ["helper", "team-lead", "objection-officer"];

export const worksOnFiles = (role: TeamRole): boolean => fileRoles.includes(role);

/** What an organisation's administrator gives and takes: whoever keeps the installation is named by its owner. */
export const givenRoles: readonly TeamRole[] = teamRoles.filter((role) => role !== "platform-admin");
