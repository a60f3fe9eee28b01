import { dayOf, zone } from "../../../kernel/day.ts";
import type { SharedGround } from "../rights.ts";

/** Why a colleague of another team must see a file now. What is written beside it is for that team to judge. */
export const glassReasons = ["danger", "term-ends", "team-away"] as const;
export type GlassReason = (typeof glassReasons)[number];

/** Long enough to do what cannot wait; the database allows two hours at most. */
const glassIsBrokenFor = { hours: 1 } as const;

export const glassUntil = (now: Temporal.Instant): Temporal.Instant => now.add(glassIsBrokenFor);

/** As much as explains why, and no file. */
export const glassReasonLimit = 1000;

/** A word or a sign explains nothing to the team that must judge it. */
const fewestLetters = 10;

/** Whether it can be an explanation, in any script. */
export const isSentence = (words: string): boolean => (words.match(/\p{L}/gu) ?? []).length >= fewestLetters;

/** A question that somebody may open in an emergency: when it was asked, and nothing else of it. */
export type BehindGlass = { caseId: string; askedAt: Temporal.Instant };

export type GlassOutcome =
  | { kind: "opened"; caseId: string }
  | { kind: "choose"; from: BehindGlass[] }
  | { kind: "notFound" };

/**
 * Only one file opens: a number may be of a whole family. What was chosen and is not there any more opens no other in its
 * place.
 */
export function decideGlass(found: readonly BehindGlass[], chosen: string | undefined): GlassOutcome {
  const [first, ...more] = found;
  if (first === undefined) return { kind: "notFound" };
  const one = chosen === undefined && more.length === 0 ? first : found.find(({ caseId }) => caseId === chosen);
  return one === undefined ? { kind: "choose", from: [...found] } : { kind: "opened", caseId: one.caseId };
}

/** How a question is told from the others of its number: by its day, or else its time, or else as which of that minute it came. */
export type ToldApart = BehindGlass & { by: "day" | "time" | { nth: number } };

/** Nothing is shown of them but when they came. `found`: newest first; of one minute the first that came is the first. */
export function tellApart(found: readonly BehindGlass[]): ToldApart[] {
  const dayAt = ({ askedAt }: BehindGlass) => dayOf(askedAt).toString();
  const minuteAt = ({ askedAt }: BehindGlass) =>
    askedAt.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: "minute" });
  const days = Map.groupBy(found, dayAt);
  const minutes = Map.groupBy(found, minuteAt);
  return found.map((one) => {
    if (days.get(dayAt(one))?.length === 1) return { ...one, by: "day" };
    const ofMinute = minutes.get(minuteAt(one)) ?? [];
    return { ...one, by: ofMinute.length <= 1 ? "time" : { nth: ofMinute.length - ofMinute.indexOf(one) } };
  });
}

/** Whether it was ended by this press or before it, or ran out; and whether the file opens for whoever pressed. */
export type EndedShare = { when: "now" | "before"; file: "opens" | "closed" };

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
    /** More than one question has this number: which days were shown to choose from. About nobody, as nothing opened. */
    "access.glassListed": { teamId: string; reason: GlassReason; count: number };
    "access.shared": { shareId: string; ground: Exclude<SharedGround, "break-glass"> };
    "access.shareEnded": { shareId: string };
  }
}
