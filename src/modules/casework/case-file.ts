import type { Answer } from "./resident.ts";

/** How a question came in: by the resident, at a desk with a helper, or from another system. */
export const channels = ["resident", "desk", "api"] as const;
export type Channel = (typeof channels)[number];

/** How a question ended. */
export const caseResults = [
  "answered",
  "appointment-elsewhere",
  "referred-by-tip",
  "no-help-found",
  "not-reached",
  "cancelled",
] as const;
export type CaseResult = (typeof caseResults)[number];

/** One resident's question at one team: the one file per question (hulpvraag). */
export type CaseFile = {
  municipalityId: string;
  id: string;
  teamId: string;
  eventRef: string;
  openedAt: Temporal.Instant;
  theme: string;
  channel: Channel;
  /** Whether the municipality is the other party; what nobody asked is treated as yes where it matters. */
  againstMunicipality: Answer;
} & ({ status: "open" } | { status: "closed"; closedAt: Temporal.Instant; result: CaseResult });

declare module "../../kernel/event.ts" {
  interface Events {
    "casework.opened": { theme: string; channel: Channel };
    "casework.closed": { result: CaseResult; theme: string };
    "casework.reopened": Record<string, never>;
    "casework.noted": { by: "helper" | "resident" };
  }
}
