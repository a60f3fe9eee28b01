import type { WeekHours } from "../../kernel/hours.ts";

export const teamRoles = ["helper", "team-lead"] as const;
export type TeamRole = (typeof teamRoles)[number];

/** A legal person that offers help; exists once per installation. */
export type Organisation = {
  id: string;
  name: string;
  kind: "municipality" | "welfare" | "legal-aid" | "volunteers" | "other";
  independence: Independence;
  /** Why it is (not) independent, in a sentence per language. */
  reason: Record<string, string>;
};

export type Team = {
  municipalityId: string;
  id: string;
  name: string;
  function: string;
  organisation: { id: string; name: string; independence: Independence };
  /** The number residents see when this team calls. */
  callingNumber: string;
  mail: string;
  officeHours: WeekHours;
  closingDays: ReadonlySet<string>;
};

/** Unknown is never shown as independent. */
export type Independence = "independent" | "funded" | "municipal" | "unknown";
export const independences = ["independent", "funded", "municipal", "unknown"] as const satisfies Independence[];
