import { z } from "zod";
import type { RuleId } from "../access/index.ts";
import type { ClockKind, Span } from "./clock.ts";

/** What can be owed. The words for each stand in nl.ts and en.ts. */
export const promiseKinds = [
  "callback",
  "call-again",
  "letter",
  "finish",
  "freshness",
  "look",
  "look-emergency",
  "answer-request",
] as const;
export type PromiseKind = (typeof promiseKinds)[number];

/** Looking at reading that stood out, or at an emergency: a privacy officer's, and in no file. */
export const lookKinds = ["look", "look-emergency"] as const satisfies PromiseKind[];
export type LookKind = (typeof lookKinds)[number];
export const isLookKind = (kind: PromiseKind): kind is LookKind => lookKinds.some((look) => look === kind);

/** Its moment is the law's: it does not rest, nobody agrees on another one, and it is owed whatever becomes of the question. */
export const isSetByLaw = ({ kind }: Pick<OwedPromise, "kind">): boolean => kind === "answer-request";

/** Whoever answers for the team to the law leads it (access/rights.ts, `request.answer`); everything else is anybody's of the team. */
export const mayKeep = (promise: Pick<OwedPromise, "kind">, colleague: { role: string }): boolean =>
  !isSetByLaw(promise) || colleague.role === "team-lead";

/** A duty belongs to a role until somebody takes it; either way there is a deputy. */
export type Duty = { role: "helper" | "team-lead" | "editor" | "privacy-officer"; personId: string | null };

export const promiseStates = ["open", "kept", "broken", "withdrawn", "superseded"] as const;
export type PromiseState = (typeof promiseStates)[number];

/** Its whole life, and the only place that says so: what is open ends once, in one of four ways. */
export const mayBecome = {
  open: ["kept", "broken", "withdrawn", "superseded"],
  kept: [],
  broken: [],
  withdrawn: [],
  superseded: [],
} as const satisfies Record<PromiseState, PromiseState[]>;
/** What a promise in this state may become: nothing, once it ended. */
export type Next<State extends PromiseState> = (typeof mayBecome)[State][number];

export const pauseReasons = ["resident-asked", "waiting-for-resident", "force-majeure"] as const;
export const PauseReason = z.enum(pauseReasons);
export type PauseReason = (typeof pauseReasons)[number];

/** Something owed to somebody by a time. (`Promise` is taken by the language itself.) */
export type OwedPromise = {
  id: string;
  municipalityId: string;
  teamId: string;
  caseId: string | null;
  eventRef: string;
  kind: PromiseKind;
  subjectId: string;
  toWhom: "resident" | "team" | "editor";
  owner: Duty;
  deputy: Duty;
  clock: ClockKind;
  beganAt: Temporal.Instant;
  dueAt: Temporal.Instant;
  warnAt: Temporal.Instant;
  /** The first moment promised in this chain. */
  promisedAt: Temporal.Instant;
  /** Waiting costs the resident money, a home or care now. */
  harm: boolean;
  followsId: string | null;
} & (
  | { state: "open"; warnedAt: Temporal.Instant | null; pause: { since: Temporal.Instant; reason: PauseReason } | null }
  | { state: Next<"open">; settledAt: Temporal.Instant }
);
export type OpenPromise = Extract<OwedPromise, { state: "open" }>;

/** What can happen to a promise; each is written down when it does. */
export const promiseChanges = [
  "made",
  "taken",
  "taken-over",
  "given",
  "released",
  "kept",
  "broken",
  "withdrawn",
  "superseded",
  "paused",
  "resumed",
  "handed-over",
  "owner-left",
] as const;

/** A line in the history of what was promised in a case. */
export type PromiseChange = {
  id: string;
  promiseId: string;
  at: Temporal.Instant;
  by: string | null;
  kind: PromiseKind;
  change: (typeof promiseChanges)[number];
  /** By when it is owed from now on: when made, moved (`superseded`) or resumed. */
  dueAt: Temporal.Instant | null;
  /** Why it rests: when `paused`. */
  reason: PauseReason | null;
};

/** What a use case says when it makes a promise; the rest follows. */
export type NewPromise = {
  kind: PromiseKind;
  teamId: string;
  caseId: string | null;
  eventRef: string;
  subjectId: string;
  toWhom: OwedPromise["toWhom"];
  owner: Duty;
  deputy: Duty;
  span: Span;
  harm: boolean;
};

export function openPromise(
  made: NewPromise,
  given: { id: string; municipalityId: string; follows?: OwedPromise },
): OpenPromise {
  const { span, ...rest } = made;
  return {
    ...rest,
    ...given,
    state: "open",
    clock: span.clock,
    beganAt: span.begins,
    dueAt: span.due,
    warnAt: span.warn,
    promisedAt: given.follows?.promisedAt ?? span.due,
    followsId: given.follows?.id ?? null,
    warnedAt: null,
    pause: null,
  };
}

/** Late is what was first promised for before now; what rests is not. */
export const isLate = (promise: Pick<Watched, "promisedAt" | "rests">, now: Temporal.Instant): boolean =>
  !promise.rests && Temporal.Instant.compare(promise.promisedAt, now) <= 0;

/** What a screen on the wall of a team may show of what is owed: nothing of whom it is owed to, or by. */
export type Watched = Pick<OwedPromise, "kind" | "beganAt" | "dueAt" | "promisedAt" | "harm"> & {
  taken: boolean;
  rests: boolean;
};

export type Alarm = "none" | "warn" | "break";

/** What the sweep must do now. A paused promise rests; one that nobody is warned of yet is warned before it breaks. */
export function alarmFor(promise: OpenPromise, now: Temporal.Instant): Alarm {
  if (promise.pause !== null) return "none";
  if (Temporal.Instant.compare(now, promise.dueAt) >= 0) return "break";
  return promise.warnedAt === null && Temporal.Instant.compare(now, promise.warnAt) >= 0 ? "warn" : "none";
}

/** Waiting work in the order in which it must be done: harm first, then the moment first promised; what rests, last. */
export const byUrgency = (a: OpenPromise, b: OpenPromise): number =>
  Number(a.pause !== null) - Number(b.pause !== null) ||
  Number(b.harm) - Number(a.harm) ||
  Temporal.Instant.compare(a.promisedAt, b.promisedAt) ||
  a.id.localeCompare(b.id);

declare module "../../kernel/event.ts" {
  interface Events {
    "promises.made": { kind: PromiseKind; clock: ClockKind; first: boolean; harm: boolean };
    "promises.taken": { kind: PromiseKind };
    "promises.given": { kind: PromiseKind };
    "promises.kept": { kind: PromiseKind; first: boolean; minutesLeft: number };
    "promises.warned": { kind: PromiseKind; promiseId: string };
    "promises.broken": { kind: PromiseKind; promiseId: string; subjectId: string; first: boolean; harm: boolean };
    "promises.withdrawn": { kind: PromiseKind };
    "promises.moved": { kind: PromiseKind };
    "promises.paused": { kind: PromiseKind; reason: PauseReason };
    "promises.resumed": { kind: PromiseKind };
    "promises.handedOver": { count: number };
    /** Whoever left this team had taken so much. */
    "promises.leftBehind": { teamId: string; count: number };
    /** Of a team, those that belonged to no case and whose term was over. */
    "promises.forgotten": { rule: RuleId; teamId: string; count: number };
  }
}
