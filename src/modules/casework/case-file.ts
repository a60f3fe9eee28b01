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

/** Why a file stays longer than agreed: something about it still runs. */
export const holdReasons = ["objection", "access-request", "complaint", "other"] as const;
export type HoldReason = (typeof holdReasons)[number];

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
  /** A lead holds it: it is not deleted as long as that stands. */
  hold: { since: Temporal.Instant; reason: HoldReason } | null;
} & (
  | { status: "open" }
  | {
      status: "closed";
      closedAt: Temporal.Instant;
      result: CaseResult;
      /** Since when it is decided that it goes at once (AVG 17). */
      erasureAt: Temporal.Instant | null;
    }
);

declare module "../../kernel/event.ts" {
  interface Events {
    "casework.opened": { theme: string; channel: Channel };
    "casework.closed": { result: CaseResult; theme: string };
    "casework.reopened": Record<string, never>;
    "casework.held": { reason: HoldReason };
    "casework.holdLifted": { reason: HoldReason };
    "casework.noted": { by: "helper" | "resident" };
  }
}
