import type { WeekHours } from "../../kernel/hours.ts";

/** What a team is for. Names of Dutch public services, which have no other. */
export const teamFunctions = [
  "sociaal-raadslieden",
  "rechtswinkel",
  "juridisch-loket",
  "wijkteam",
  "werk-en-inkomen",
  "wmo",
  "jeugd",
  "schuldhulp",
  "juridische-zaken",
  "beleid",
  "beheer",
  "anders",
] as const;
type TeamFunction = (typeof teamFunctions)[number];

export const organisationKinds = ["municipality", "welfare", "legal-aid", "volunteers", "other"] as const;
type OrganisationKind = (typeof organisationKinds)[number];

/** A legal person that offers help; exists once per installation. */
export type Organisation = {
  id: string;
  name: string;
  kind: OrganisationKind;
  independence: Independence;
  /** Why it is (not) independent, in a sentence per language. */
  reason: Record<string, string>;
  /** Who answers for its data (AVG 4(7)), when that is not the organisation under its own name. */
  controller?: string | null;
  /** Where its data protection officer, or whoever answers for privacy, can be written to. */
  privacyMail?: string | null;
};

export type Team = {
  municipalityId: string;
  id: string;
  name: string;
  function: TeamFunction;
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
