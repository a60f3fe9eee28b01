import type { SharedGround } from "../rights.ts";

/** Why a colleague of another team must see a file now. What is written beside it is for that team to judge. */
export const glassReasons = ["danger", "term-ends", "team-away"] as const;
export type GlassReason = (typeof glassReasons)[number];

/** Long enough to do what cannot wait; the database allows two hours at most. */
const glassIsBrokenFor = { hours: 1 } as const;

export const glassUntil = (now: Temporal.Instant): Temporal.Instant => now.add(glassIsBrokenFor);

/** As much as explains why, and no file. */
export const glassReasonLimit = 1000;

/** Somebody outside the team who may see a file of it, on which ground and until when. */
export type Share = {
  id: string;
  ground: SharedGround;
  /** The article, the record of the consent, or the reason of broken glass. */
  basis: string;
  reason: string;
  fromAt: Temporal.Instant;
  untilAt: Temporal.Instant;
  endedAt: Temporal.Instant | null;
  givenBy: { personId: string; name: string };
};

/** Whether it opens the file at this moment. */
export const shareRuns = (share: Pick<Share, "fromAt" | "untilAt" | "endedAt">, now: Temporal.Instant): boolean =>
  share.endedAt === null &&
  Temporal.Instant.compare(share.fromAt, now) <= 0 &&
  Temporal.Instant.compare(now, share.untilAt) < 0;

declare module "../../../kernel/event.ts" {
  interface Events {
    /** `teamId`: whose file it is, for whoever must look at it. */
    "access.glassBroken": { shareId: string; caseId: string; teamId: string; reason: GlassReason };
    /** Nothing there, or not for whoever asked: about nobody. */
    "access.glassRefused": { reason: GlassReason };
    "access.shared": { shareId: string; ground: Exclude<SharedGround, "break-glass"> };
    "access.shareEnded": { shareId: string };
  }
}
