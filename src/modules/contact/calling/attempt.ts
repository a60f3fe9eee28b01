import { z } from "zod";
import { dayOf } from "../../../kernel/day.ts";
import type { ContactEntry, ContactSafety } from "../../casework/index.ts";
import { daypartOf } from "../../directory/index.ts";
import type { OwedPromise } from "../../promises/index.ts";

/** How a call went. */
export const attemptOutcomes = ["reached", "no-answer", "voicemail", "wrong-number", "not-safe"] as const;
export type AttemptOutcome = (typeof attemptOutcomes)[number];
export const AttemptOutcome = z.enum(attemptOutcomes);

export type Attempt = { id: string; at: Temporal.Instant; byPersonId: string; outcome: AttemptOutcome };

/** A call that was really made to the resident keeps the promise to call; whether they answered is another fact. */
const calls = new Set<AttemptOutcome>(["reached", "no-answer", "voicemail"]);
export const keepsPromise = (outcome: AttemptOutcome): boolean => calls.has(outcome);

/**
 * Kept by a call that reached nobody: true and promised, but a screen says "tried", and not that it was done. A promise
 * and the call that keeps it are settled in one moment.
 */
export const wasOnlyTried = (kept: { kind: OwedPromise["kind"]; at: Temporal.Instant }, attempts: Attempt[]): boolean =>
  (kept.kind === "callback" || kept.kind === "call-again") &&
  attempts.some((attempt) => attempt.at.equals(kept.at) && attempt.outcome !== "reached");

/** Something was said to a machine, and the resident did not say that this may be. */
export const wasAgainstWish = (outcome: AttemptOutcome, resident: Pick<ContactSafety, "mayLeaveMessage">): boolean =>
  outcome === "voicemail" && resident.mayLeaveMessage !== "yes";

const wantedAttempts = 3;

/**
 * Three attempts, each in another part of a day, in at least two different parts of the day, on at least two days:
 * then it is enough to write instead.
 */
export function attemptsSuffice(attempts: Attempt[]): boolean {
  const made = attempts.filter((attempt) => attempt.outcome === "no-answer" || attempt.outcome === "voicemail");
  const moments = new Set(made.map((attempt) => `${dayOf(attempt.at)} ${daypartOf(attempt.at)}`));
  const parts = new Set(made.map((attempt) => daypartOf(attempt.at)));
  const days = new Set(made.map((attempt) => dayOf(attempt.at).toString()));
  return moments.size >= wantedAttempts && parts.size >= 2 && days.size >= 2;
}

/** How a question stands by what is in its case: the calls, and whether there is another number or it is safe again. */
export const stepOf = (page: { attempts: Attempt[]; entries: ContactEntry[] }): NextStep =>
  nextStep(page.attempts, reachChangedAt(page));

/** Since when there is another number, or calling is safe again. */
const reachChangedAt = ({ entries }: { entries: ContactEntry[] }): Temporal.Instant | undefined =>
  entries.findLast(({ kind }) => kind === "number-changed" || kind === "safe-again")?.at;

/**
 * Enough was tried, or the number leads to nobody safely and there is no other: only then a question ends as "not
 * reached".
 */
export const mayGiveUp = (page: { attempts: Attempt[]; entries: ContactEntry[] }): boolean =>
  attemptsSuffice(page.attempts) || stepOf(page) === "find-number";

/** What comes after a call: the question is being helped, somebody calls again, or writes. */
export type NextStep = "talk" | "call-again" | "letter" | "find-number";

/** `reachChangedAt`: since when there is another number, or the number is safe again; what was wrong before is past. */
export function nextStep(attempts: Attempt[], reachChangedAt?: Temporal.Instant): NextStep {
  const last = attempts.at(-1);
  if (last === undefined) return "call-again";
  if (last.outcome === "reached") return "talk";
  if (last.outcome === "wrong-number" || last.outcome === "not-safe") {
    const isPast = reachChangedAt !== undefined && Temporal.Instant.compare(reachChangedAt, last.at) >= 0;
    return isPast ? "call-again" : "find-number";
  }
  return attemptsSuffice(attempts) ? "letter" : "call-again";
}
