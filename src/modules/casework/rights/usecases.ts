import { maskBsn } from "../../../kernel/bsn.ts";
import { as, type Ctx, type Inside, inTransaction, reading } from "../../../kernel/context.ts";
import { type Day, dayOf, zone } from "../../../kernel/day.ts";
import { record } from "../../../kernel/event.ts";
import { newId, newReference } from "../../../kernel/id.ts";
import {
  getTeam,
  getTeamTerms,
  isProvenByMail,
  listTeamTerms,
  listTogether,
  monthsAt,
  type Permit,
  permit,
  permitByCode,
  permitTeams,
  permitWatchingRequests,
  readRetention,
} from "../../access/index.ts";
import {
  extendPromise,
  findOpenPromise,
  keepPromise,
  makePromise,
  untilLastDay,
  withdrawPromise,
} from "../../promises/index.ts";
import { lastDayToAnswer, lastDayWhenExtended } from "../../terms/index.ts";
import { setHold } from "../retention/usecases.ts";
import { addEntry, getCase, getResident } from "../usecases.ts";
import {
  type AskedBy,
  type Decided,
  type Decision,
  decideAnswer,
  type ExtensionReason,
  hasWords,
  isOpen,
  mayExtend,
  needsMailProof,
  type Omission,
  type OpenRequest,
  type PrivacyRequest,
  type RequestKind,
  type WatchedRequest,
} from "./request.ts";
import * as store from "./store.ts";

/** `receivedOn`: the day on which a letter came in; the month counts from there. */
export type Asked = { kind: RequestKind; askedBy: AskedBy; ownWords: string; receivedOn?: Day };

/** The request that answers for this; `isNew`: false when the same was asked before and is not answered yet. */
export type Made = {
  kind: "made";
  request: PrivacyRequest;
  isNew: boolean;
  /** Other questions of the same resident of which a copy was asked with it. */
  together: number;
};

// ── asking ──────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * With one's own code. A copy is all that is kept: whoever gave a mail address shows first that they read it.
 * Undefined: the code opens nothing.
 */
export async function askAboutOwnData(
  ctx: Ctx,
  asked: { kind: RequestKind; ownWords: string },
): Promise<Made | { kind: "proofMissing" } | undefined> {
  const own = await inTransaction(ctx, permitByCode);
  if (own === undefined) return undefined;
  const provenByMail = isProvenByMail(ctx);
  const byResident: Asked = { ...asked, askedBy: "resident" };
  const made = await inTransaction(as(ctx, { kind: "system", purpose: "intake", teamId: own.teamId }), async (ctx) => {
    const { mail } = await getResident(ctx, own);
    if (asked.kind === "access" && needsMailProof({ mail, provenByMail })) return { kind: "proofMissing" } as const;
    return make(ctx, own.caseId, byResident);
  });
  return made?.kind === "made" ? withTogether(ctx, made, byResident) : made;
}

/** For somebody who calls, writes or stands at the desk. */
export async function writeDownRequest(ctx: Ctx, caseId: string, asked: Asked): Promise<Made | { kind: "gone" }> {
  const made = await inTransaction(ctx, (ctx) => make(ctx, caseId, asked));
  return made === undefined ? { kind: "gone" } : withTogether(ctx, made, asked);
}

type MadeOne = Omit<Made, "together"> & { of: Permit };

/**
 * One copy for one person at one controller (AVG 15): it is also asked of the teams that have their other questions, each for its own
 * file. What was said with it stays where it was said. When this breaks off halfway, asking again asks what was not asked yet.
 */
async function withTogether(ctx: Ctx, { of, ...made }: MadeOne, asked: Asked): Promise<Made> {
  const others = asked.kind === "access" ? await listTogether(ctx, of) : [];
  for (const { caseId, teamId } of others)
    await inTransaction(as(ctx, { kind: "system", purpose: "intake", teamId }), (ctx) =>
      make(ctx, caseId, { ...asked, ownWords: "" }, made.request.id),
    );
  return { ...made, together: others.length };
}

/**
 * A request, its promise by the last day of the law, and a hold on the file: what is asked about must still be there when
 * it is answered. Asked twice it is one request; what is said the second time is a word of the resident.
 */
async function make(ctx: Inside, caseId: string, asked: Asked, askedWith?: string): Promise<MadeOne | undefined> {
  const leave = await permit(ctx, "request.handle", caseId);
  const writing = await permit(ctx, "case.write", caseId);
  if (leave === undefined || writing === undefined) return undefined;
  const all = await store.listRequests(ctx.db, ctx.municipalityId, leave);
  const before = all.find((request) => request.kind === asked.kind && isOpen(request));
  const ownWords = maskBsn(asked.ownWords);
  if (before !== undefined) {
    if (ownWords !== "" && ownWords !== before.ownWords) await addEntry(ctx, writing, "resident-word", ownWords);
    return { kind: "made", request: before, isNew: false, of: leave };
  }
  const { hold } = await getCase(ctx, leave);
  const received = asked.receivedOn ?? dayOf(ctx.now);
  const isToday = received.equals(dayOf(ctx.now));
  const askedAt = isToday ? ctx.now : received.toZonedDateTime(zone).toInstant();
  const { day: answerBy } = lastDayToAnswer(received);
  const request: OpenRequest = {
    id: newId(),
    municipalityId: ctx.municipalityId,
    teamId: leave.teamId,
    caseId,
    kind: asked.kind,
    askedBy: asked.askedBy,
    askedAt,
    ownWords,
    answerBy,
    extension: null,
    reviewedAt: null,
    reviewedLines: [],
    state: "asked",
  };
  await store.insertRequest(ctx.db, leave, request);
  if (hold === null) await setHold(ctx, leave, writing, "access-request");
  await addEntry(ctx, writing, "request-made", asked.kind);
  const { id: requestId, kind, askedBy } = request;
  await record(ctx, "casework.requestMade", leave.eventRef, {
    requestId,
    kind,
    askedBy,
    answerBy: answerBy.toString(),
    ...(askedWith === undefined ? {} : { askedWith }),
  });
  await makePromise(ctx, {
    kind: "answer-request",
    teamId: leave.teamId,
    caseId,
    eventRef: leave.eventRef,
    subjectId: requestId,
    toWhom: "resident",
    owner: { role: "team-lead", personId: null },
    deputy: { role: "privacy-officer", personId: null },
    span: untilLastDay(askedAt, answerBy, await getTeam(ctx, leave.teamId)),
    harm: false,
  });
  return { kind: "made", request, isNew: true, of: leave };
}

// ── looking ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** What was ever asked about the data in this file. */
export const listRequests = (ctx: Inside, leave: Permit): Promise<PrivacyRequest[]> =>
  store.listRequests(ctx.db, ctx.municipalityId, leave);

const listMost = 200;

/** What was asked at my teams: what must be answered first, first. */
export function listRequestsOfTeams(ctx: Ctx): Promise<PrivacyRequest[]> {
  const leave = permitTeams(ctx);
  if (leave === undefined) return Promise.resolve([]);
  return reading(ctx, (ctx) => store.listRequestsOfTeams(ctx.db, ctx.municipalityId, leave, listMost));
}

/** How the teams of an organisation stand with their answers, for its privacy officer; undefined for everybody else. */
export function listWatchedRequests(ctx: Ctx): Promise<WatchedRequest[] | undefined> {
  const leave = permitWatchingRequests(ctx);
  if (leave === undefined) return Promise.resolve(undefined);
  return reading(ctx, (ctx) => store.listWatchedRequests(ctx.db, leave, listMost));
}

/** A request with leave to read the file it is about; undefined when it is not theirs, or not there. */
export async function openRequest(
  ctx: Inside,
  requestId: string,
): Promise<{ request: PrivacyRequest; leave: Permit<"case.read">; omissions: Omission[] } | undefined> {
  const tie = await store.findTie(ctx.db, ctx.municipalityId, requestId);
  const leave = tie && (await permit(ctx, "case.read", tie.caseId));
  const request = leave && (await store.findRequest(ctx.db, ctx.municipalityId, leave, requestId));
  if (leave === undefined || request === undefined) return undefined;
  const omissions = await store.listOmissions(ctx.db, ctx.municipalityId, leave, requestId);
  return { request, leave, omissions };
}

/** For which team a request is answered: the mails about it are written for that team. Undefined when its file is gone. */
export const findTeamOfRequest = (ctx: Ctx, requestId: string): Promise<string | undefined> =>
  reading(
    as(ctx, { kind: "system", purpose: "follow-up" }),
    async (ctx) => (await store.findTie(ctx.db, ctx.municipalityId, requestId))?.teamId,
  );

/** All lines of a file, for whoever looks through them and for the copy. */
export const listWholeLog = (ctx: Inside, leave: Permit) => store.listWholeLog(ctx.db, ctx.municipalityId, leave);

// ── answering ───────────────────────────────────────────────────────────────────────────────────────────────────

type Handled<Action extends "request.handle" | "request.answer"> = {
  leave: Permit<Action>;
  writing: Permit<"case.write">;
  request: PrivacyRequest;
};

/** The request, locked, for whoever may do this with it; undefined when it is not theirs, or not there. */
async function take<Action extends "request.handle" | "request.answer">(
  ctx: Inside,
  action: Action,
  requestId: string,
): Promise<Handled<Action> | undefined> {
  const tie = await store.findTie(ctx.db, ctx.municipalityId, requestId);
  if (tie === undefined) return undefined;
  const leave = await permit(ctx, action, tie.caseId);
  const writing = await permit(ctx, "case.write", tie.caseId);
  if (leave === undefined || writing === undefined) return undefined;
  const request = await store.lockRequest(ctx.db, ctx.municipalityId, leave, requestId);
  return request && { leave, writing, request };
}

export type RequestChange = { kind: "done" } | { kind: "gone" } | { kind: "settled" };

/** Two months more, once, and said to the resident within the first (AVG 12(3)). */
export const extendRequest = (
  ctx: Ctx,
  requestId: string,
  reason: ExtensionReason,
): Promise<RequestChange | { kind: "tooLate" }> =>
  inTransaction<RequestChange | { kind: "tooLate" }>(ctx, async (ctx) => {
    const taken = await take(ctx, "request.answer", requestId);
    if (taken === undefined) return { kind: "gone" };
    const { leave, writing, request } = taken;
    if (!isOpen(request)) return { kind: "settled" };
    if (!mayExtend(request, dayOf(ctx.now))) return { kind: "tooLate" };
    const { day: answerBy } = lastDayWhenExtended(dayOf(request.askedAt));
    await store.setExtended(ctx.db, leave, request, { at: ctx.now, reason, answerBy });
    const owed = await findOpenPromise(ctx, "answer-request", requestId);
    if (owed !== undefined)
      await extendPromise(ctx, owed, untilLastDay(ctx.now, answerBy, await getTeam(ctx, leave.teamId)));
    await addEntry(ctx, writing, "request-extended", request.kind);
    const facts = { requestId, kind: request.kind, reason, answerBy: answerBy.toString() };
    await record(ctx, "casework.requestExtended", leave.eventRef, facts);
    return { kind: "done" };
  });

/**
 * Somebody looked through every line with words in it, and says which are about somebody else (AVG 15(4)). A line that is
 * not of this file is not there; what was written since they looked is seen by the next who looks.
 */
export const reviewRequest = (
  ctx: Ctx,
  requestId: string,
  review: { omissions: readonly Omission[]; seen: readonly string[] },
): Promise<RequestChange | { kind: "notAllSeen" }> =>
  inTransaction<RequestChange | { kind: "notAllSeen" }>(ctx, async (ctx) => {
    const taken = await take(ctx, "request.handle", requestId);
    if (taken === undefined || ctx.actor.kind !== "person") return { kind: "gone" };
    const { leave, request } = taken;
    if (!isOpen(request)) return { kind: "settled" };
    const withWords = (await store.listWholeLog(ctx.db, ctx.municipalityId, leave)).filter(hasWords);
    if (!withWords.every(({ id }) => review.seen.includes(id))) return { kind: "notAllSeen" };
    const omissions = review.omissions.filter(({ entryId }) => withWords.some(({ id }) => id === entryId));
    const lines = withWords.map(({ id }) => id);
    await store.setReview(ctx.db, leave, request, { at: ctx.now, by: ctx.actor.personId, lines, omissions });
    await record(ctx, "casework.requestReviewed", leave.eventRef, { requestId, omitted: omissions.length });
    return { kind: "done" };
  });

export type Answered = Exclude<Decision, { kind: "decided" }> | { kind: "gone" } | { kind: "answered" };

/**
 * Decides, writes the answer down and keeps the promise. What this request held is let go when nothing else was asked.
 * @param close closes what is still open about the question, for a file that goes: contact knows what that is.
 */
export async function answerRequest(
  ctx: Inside,
  requestId: string,
  decided: Decided,
  close: (writing: Permit<"case.write">) => Promise<void>,
): Promise<Answered> {
  const taken = await take(ctx, "request.answer", requestId);
  if (taken === undefined) return { kind: "gone" };
  const { leave, writing, request } = taken;
  const { hold } = await getCase(ctx, leave);
  const decision = decideAnswer(request, decided, {
    hold: hold?.reason ?? null,
    controller: (await getTeamTerms(ctx, leave.teamId)).controller,
    entries: await store.listWholeLog(ctx.db, ctx.municipalityId, leave),
    omitted: (await store.listOmissions(ctx.db, ctx.municipalityId, leave, requestId)).length,
  });
  if (decision.kind !== "decided") return decision;
  if (!isOpen(request)) return { kind: "alreadyAnswered" };
  const { state } = decision;
  const refusal = state === "refused" ? (decided.refusal ?? null) : null;
  if (request.kind === "erasure" && state === "granted") {
    await close(writing);
    if (!(await store.setErasure(ctx.db, ctx.municipalityId, leave, ctx.now))) return { kind: "gone" };
  }
  await store.settleRequest(ctx.db, leave, request, {
    at: ctx.now,
    by: ctx.actor.kind === "person" ? ctx.actor.personId : null,
    state,
    refusal,
    answer: maskBsn(decided.answer),
  });
  // What they think of it belongs with what they say is not right: then it is not corrected, and not left unsaid either.
  if (refusal === "is-correct" && request.ownWords !== "")
    await addEntry(ctx, writing, "resident-word", request.ownWords);
  await addEntry(ctx, writing, "request-answered", request.kind);
  const owed = await findOpenPromise(ctx, "answer-request", requestId);
  if (owed !== undefined) await keepPromise(ctx, owed);
  await letGo(ctx, leave, writing);
  await record(ctx, "casework.requestAnswered", leave.eventRef, {
    requestId,
    kind: request.kind,
    outcome: state,
    refusal: refusal ?? "none",
  });
  return { kind: "answered" };
}

/** They want no answer any more: heard by a helper. */
export const withdrawRequest = (ctx: Ctx, requestId: string): Promise<RequestChange> =>
  inTransaction<RequestChange>(ctx, (ctx) => withdraw(ctx, requestId));

/** The same, with one's own code. Undefined: the code opens nothing, or no such request. */
export async function withdrawOwnRequest(ctx: Ctx, requestId: string): Promise<RequestChange | undefined> {
  const own = await inTransaction(ctx, async (ctx) => {
    const leave = await permitByCode(ctx);
    return leave && (await store.findRequest(ctx.db, ctx.municipalityId, leave, requestId)) && leave;
  });
  if (own === undefined) return undefined;
  return inTransaction(as(ctx, { kind: "system", purpose: "intake", teamId: own.teamId }), (ctx) =>
    withdraw(ctx, requestId),
  );
}

async function withdraw(ctx: Inside, requestId: string): Promise<RequestChange> {
  const taken = await take(ctx, "request.handle", requestId);
  if (taken === undefined) return { kind: "gone" };
  const { leave, writing, request } = taken;
  if (!isOpen(request)) return { kind: "settled" };
  await store.settleRequest(ctx.db, leave, request, {
    at: ctx.now,
    by: ctx.actor.kind === "person" ? ctx.actor.personId : null,
    state: "withdrawn",
    refusal: null,
    answer: "",
  });
  await addEntry(ctx, writing, "request-withdrawn", request.kind);
  const owed = await findOpenPromise(ctx, "answer-request", requestId);
  if (owed !== undefined) await withdrawPromise(ctx, owed);
  await letGo(ctx, leave, writing);
  await record(ctx, "casework.requestWithdrawn", leave.eventRef, { requestId, kind: request.kind });
  return { kind: "done" };
}

/** Lets go of a file that a request held, once nothing that was asked is open. What a lead holds for another reason stays held. */
async function letGo(
  ctx: Inside,
  leave: Permit<"request.handle" | "request.answer">,
  writing: Permit<"case.write">,
): Promise<void> {
  const all = await store.listRequests(ctx.db, ctx.municipalityId, leave);
  const { hold } = await getCase(ctx, leave);
  if (hold?.reason !== "access-request" || all.some(isOpen)) return;
  await setHold(ctx, leave, writing, null);
}

// ── forgetting ──────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * Requests go two years after they were answered, whether their file is still there or not, team by team. What is open never goes.
 * @returns how many went (in a dry run: would go), and what went wrong.
 */
export async function forgetRequests(
  ctx: Ctx,
  given: { dryRun: boolean },
): Promise<{ forgotten: number; failed: unknown[] }> {
  const rule = readRetention().rules.verzoek;
  const total: { forgotten: number; failed: unknown[] } = { forgotten: 0, failed: [] };
  for (const team of await listTeamTerms(ctx)) {
    const { municipalityId, teamId } = team;
    const lastDay = dayOf(ctx.now).subtract({ months: monthsAt(rule, team).months });
    const before = lastDay.add({ days: 1 }).toZonedDateTime(zone).toInstant();
    const there: Ctx = { ...ctx, municipalityId, actor: { kind: "system", purpose: "retention", teamId } };
    await inTransaction(there, async (ctx) => {
      const ids = await store.listForgettable(ctx.db, municipalityId, teamId, before);
      if (given.dryRun || ids.length === 0) return ids.length;
      await store.deleteRequests(ctx.db, municipalityId, ids);
      await record(ctx, "casework.requestsForgotten", newReference(), { teamId, count: ids.length });
      return ids.length;
    }).then(
      (gone) => {
        total.forgotten += gone;
      },
      (error: unknown) => total.failed.push(error),
    );
  }
  return total;
}
