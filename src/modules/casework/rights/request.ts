import { z } from "zod";
import type { Day } from "../../../kernel/day.ts";
import type { TeamTerms } from "../../access/index.ts";
import type { HoldReason } from "../case-file.ts";
import type { ContactEntry } from "../contact-log.ts";

/*
 * What somebody asks about their own data (AVG 15-18, 21), and what may be decided on it. Pure: the moments are counted in
 * terms/european.ts.
 */

export const requestKinds = ["access", "correction", "erasure", "objection", "restriction"] as const;
export type RequestKind = (typeof requestKinds)[number];

/** Paper and telephone are full channels: a helper writes down what came that way. */
export const askedByWays = ["resident", "telephone", "paper", "desk"] as const;
export type AskedBy = (typeof askedByWays)[number];

export const requestStates = ["asked", "extended", "granted", "partly", "refused", "withdrawn"] as const;
export type RequestState = (typeof requestStates)[number];

/** Its whole life. It is extended once, and answered once. */
export const mayBecome = {
  asked: ["extended", "granted", "partly", "refused", "withdrawn"],
  extended: ["granted", "partly", "refused", "withdrawn"],
  granted: [],
  partly: [],
  refused: [],
  withdrawn: [],
} as const satisfies Record<RequestState, RequestState[]>;

/** The law knows these two and no other (AVG 12(3)). */
export const extensionReasons = ["complex", "many"] as const;
export type ExtensionReason = (typeof extensionReasons)[number];

/** Why something was refused, with the article that allows it. */
export const refusalArticles = {
  unfounded: "AVG 12 lid 5",
  "not-theirs": "AVG 12 lid 2",
  "others-rights": "AVG 15 lid 4",
  "is-correct": "AVG 16",
  "still-needed": "AVG 17 lid 1",
  "archive-law": "AVG 17 lid 3 onder b; Archiefwet artikel 3",
  "legal-claim": "AVG 17 lid 3 onder e",
  "no-ground": "AVG 18 lid 1",
  overriding: "AVG 21 lid 1",
} as const;
export type Refusal = keyof typeof refusalArticles;
export const refusals = Object.keys(refusalArticles) as Refusal[];

/** Which reasons there can be for what was asked. */
export const refusalsFor = {
  access: ["not-theirs", "others-rights", "unfounded"],
  correction: ["is-correct", "not-theirs", "unfounded"],
  erasure: ["archive-law", "legal-claim", "still-needed", "not-theirs", "unfounded"],
  objection: ["overriding", "legal-claim", "not-theirs", "unfounded"],
  restriction: ["no-ground", "not-theirs", "unfounded"],
} as const satisfies Record<RequestKind, Refusal[]>;

/** The article on which something is asked. */
export const askedArticles = {
  access: "AVG 15",
  correction: "AVG 16",
  erasure: "AVG 17",
  objection: "AVG 21",
  restriction: "AVG 18",
} as const satisfies Record<RequestKind, string>;

export type PrivacyRequest = {
  id: string;
  municipalityId: string;
  teamId: string;
  /** Null: the file is gone, and with it all words. */
  caseId: string | null;
  kind: RequestKind;
  askedBy: AskedBy;
  askedAt: Temporal.Instant;
  ownWords: string;
  /** The last day that the law gives. */
  answerBy: Day;
  extension: { at: Temporal.Instant; reason: ExtensionReason } | null;
  /** When somebody last looked through the file for what is about somebody else. */
  reviewedAt: Temporal.Instant | null;
  /** Ids of the lines they read. */
  reviewedLines: readonly string[];
} & (
  | { state: "asked" | "extended" }
  | { state: "granted" | "partly"; settledAt: Temporal.Instant; answer: string }
  | { state: "refused"; settledAt: Temporal.Instant; answer: string; refusal: Refusal }
  | { state: "withdrawn"; settledAt: Temporal.Instant }
);
export type OpenRequest = Extract<PrivacyRequest, { state: "asked" | "extended" }>;
export type AnsweredRequest = Extract<PrivacyRequest, { answer: string }>;

/** It still waits for an answer. */
export const isWaiting = ({ state }: Pick<PrivacyRequest, "state">): boolean =>
  state === "asked" || state === "extended";
export const isOpen = (request: PrivacyRequest): request is OpenRequest => isWaiting(request);
export const isAnswered = (request: PrivacyRequest): request is AnsweredRequest => "answer" in request;

/** What whoever watches over privacy sees of a request: whether it is answered in time, and nothing of whom or about what. */
export type WatchedRequest = Pick<PrivacyRequest, "teamId" | "kind" | "askedAt" | "answerBy" | "state"> & {
  extendedAt: Temporal.Instant | null;
  settledAt: Temporal.Instant | null;
};

const canBecome = ({ state }: Pick<PrivacyRequest, "state">, next: RequestState): boolean => {
  const all: readonly RequestState[] = mayBecome[state];
  return all.includes(next);
};

/** Told in time, once (AVG 12(3)): after the first month nobody can take longer any more. */
export const mayExtend = (request: PrivacyRequest, today: Day): boolean =>
  canBecome(request, "extended") && Temporal.PlainDate.compare(today, request.answerBy) <= 0;

// ── the copy ────────────────────────────────────────────────────────────────────────────────────────────────────

/** Why a line is not in the copy. That a helper wrote it for themselves is no reason. */
export const omissionReasons = ["somebody-else", "safety"] as const;
export type OmissionReason = (typeof omissionReasons)[number];
export const omissionArticles = {
  "somebody-else": "AVG 15 lid 4",
  safety: "UAVG 41 lid 1 onder i",
} as const satisfies Record<OmissionReason, string>;

export type Omission = { entryId: string; reason: OmissionReason };

/** Lines with words in them: what somebody must read before a copy goes out. */
export const hasWords = ({ kind }: Pick<ContactEntry, "kind">): boolean => kind === "note" || kind === "resident-word";

/**
 * Whether somebody looked through all that there is; what was written since was seen by nobody. Line by line, and not by the clock: a note
 * that was begun before they looked may be stored after.
 */
export const isReviewed = (
  { reviewedAt, reviewedLines }: Pick<PrivacyRequest, "reviewedAt" | "reviewedLines">,
  entries: readonly Pick<ContactEntry, "kind" | "id">[],
): boolean => reviewedAt !== null && entries.filter(hasWords).every(({ id }) => reviewedLines.includes(id));

/** Long enough to fetch it, short enough that a code that is found later opens no whole life. */
export const copyDays = 30;

/** Until when the resident can fetch the copy; undefined: none was given. */
export const copyUntil = (request: PrivacyRequest): Temporal.Instant | undefined =>
  request.kind === "access" && (request.state === "granted" || request.state === "partly")
    ? request.settledAt.add({ hours: 24 * copyDays })
    : undefined;

/** Whether the resident can fetch the copy now. */
export const isReleased = (request: PrivacyRequest, now: Temporal.Instant): boolean => {
  const until = copyUntil(request);
  return until !== undefined && Temporal.Instant.compare(now, until) < 0;
};

/**
 * A code and four digits stand on a card at home, and a copy is all that is kept: whoever gave an address shows that they
 * read it (AVG 12(6), 32).
 */
export const needsMailProof = (asked: { mail: string | null; provenByMail: boolean }): boolean =>
  asked.mail !== null && !asked.provenByMail;

// ── deciding ────────────────────────────────────────────────────────────────────────────────────────────────────

const outcomes = ["granted", "partly", "refused"] as const;
export type Outcome = (typeof outcomes)[number];

/** What may be chosen. Whether a copy is whole follows from what was left out; a file goes as a whole or not. */
export const outcomesFor = {
  access: ["granted", "refused"],
  correction: outcomes,
  erasure: ["granted", "refused"],
  objection: outcomes,
  restriction: outcomes,
} as const satisfies Record<RequestKind, readonly Outcome[]>;

export const wordsLimit = 2000;
const words = (missing: string) =>
  z.string().trim().min(1, { error: missing }).max(wordsLimit, { error: "wordsTooLong" });

/** What whoever decides fills in. */
export const Decided = z.object({
  outcome: z.enum(outcomes, { error: "outcomeMissing" }),
  refusal: z.enum(refusals).optional().catch(undefined),
  answer: words("answerMissing"),
});
export type Decided = z.infer<typeof Decided>;

/** What somebody asks, in their own words where those are needed. */
export const askedProblem = (kind: RequestKind, ownWords: string): "wordsMissing" | undefined =>
  (kind === "correction" || kind === "objection") && ownWords === "" ? "wordsMissing" : undefined;

/** What keeps a file from being deleted at once (AVG 17(3)). */
export type KeptBy = "archiveLaw" | "held";

export function keptBy(file: { hold: HoldReason | null; controller: TeamTerms["controller"] }): KeptBy | undefined {
  // What the municipality keeps goes by its list, and not earlier (AVG 17(3)(b), Archiefwet 3).
  if (file.controller === "municipality") return "archiveLaw";
  // Something about it still runs (17(3)(e)). What this request itself holds, it lets go.
  return file.hold === null || file.hold === "access-request" ? undefined : "held";
}

export type Decision =
  | { kind: "decided"; state: Outcome }
  | { kind: "alreadyAnswered" | "outcomeImpossible" | "refusalMissing" | "notReviewed" }
  | { kind: KeptBy };

export function decideAnswer(
  request: PrivacyRequest,
  { outcome, refusal }: Pick<Decided, "outcome" | "refusal">,
  given: {
    hold: HoldReason | null;
    controller: TeamTerms["controller"];
    entries: readonly Pick<ContactEntry, "kind" | "id">[];
    omitted: number;
  },
): Decision {
  if (!isOpen(request)) return { kind: "alreadyAnswered" };
  const possible: readonly Outcome[] = outcomesFor[request.kind];
  if (!possible.includes(outcome)) return { kind: "outcomeImpossible" };
  if (outcome === "refused") {
    const reasons: readonly Refusal[] = refusalsFor[request.kind];
    return refusal !== undefined && reasons.includes(refusal)
      ? { kind: "decided", state: "refused" }
      : { kind: "refusalMissing" };
  }
  if (request.kind === "access") {
    if (!isReviewed(request, given.entries)) return { kind: "notReviewed" };
    return { kind: "decided", state: given.omitted === 0 ? "granted" : "partly" };
  }
  const kept = request.kind === "erasure" ? keptBy(given) : undefined;
  return kept === undefined ? { kind: "decided", state: outcome } : { kind: kept };
}

declare module "../../../kernel/event.ts" {
  interface Events {
    /** `askedWith`: the request about another question with which this one was asked, if there is one. */
    "casework.requestMade": {
      requestId: string;
      kind: RequestKind;
      askedBy: AskedBy;
      answerBy: string;
      askedWith?: string;
    };
    "casework.requestExtended": { requestId: string; kind: RequestKind; reason: ExtensionReason; answerBy: string };
    /** `omitted`: so many lines are left out of the copy. */
    "casework.requestReviewed": { requestId: string; omitted: number };
    "casework.requestAnswered": { requestId: string; kind: RequestKind; outcome: Outcome; refusal: Refusal | "none" };
    "casework.requestWithdrawn": { requestId: string; kind: RequestKind };
    /** The copy left the system: the resident fetched it, or somebody of the team opened it to print. */
    "casework.copyTaken": { requestId: string; as: "page" | "file" };
    /** Of a team, those that were answered so long ago that nobody need show it any more. */
    "casework.requestsForgotten": { teamId: string; count: number };
  }
}
