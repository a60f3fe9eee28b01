import { z } from "zod";
import { dayOf } from "../../../kernel/day.ts";
import { daypartOf } from "../../directory/index.ts";

/** How a call went. */
export const attemptOutcomes = ["reached", "no-answer", "voicemail", "wrong-number", "not-safe"] as const;
export type AttemptOutcome = (typeof attemptOutcomes)[number];
export const AttemptOutcome = z.enum(attemptOutcomes);

export type Attempt = { id: string; at: Temporal.Instant; byPersonId: string; outcome: AttemptOutcome };

/** A call that was really made to the resident keeps the promise to call; whether they answered is another fact. */
const calls = new Set<AttemptOutcome>(["reached", "no-answer", "voicemail"]);
export const keepsPromise = (outcome: AttemptOutcome): boolean => calls.has(outcome);

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

/** What comes after a call: the question is being helped, somebody calls again, or writes. */
export type NextStep = "talk" | "call-again" | "letter" | "find-number";

export function nextStep(attempts: Attempt[]): NextStep {
  const last = attempts.at(-1);
  if (last === undefined) return "call-again";
  if (last.outcome === "reached") return "talk";
  if (last.outcome === "wrong-number" || last.outcome === "not-safe") return "find-number";
  return attemptsSuffice(attempts) ? "letter" : "call-again";
}
