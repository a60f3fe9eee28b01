import { type Ctx, type Inside, inTransaction, reading } from "../../../kernel/context.ts";
import { record } from "../../../kernel/event.ts";
import { idOfForm } from "../../../kernel/id.ts";
import {
  getTeam,
  listColleagues,
  listShares,
  may,
  type Permit,
  permit,
  recordReading,
  type Share,
  type Team,
} from "../../access/index.ts";
import {
  type Answer,
  addEntry,
  type CaseFile,
  type CaseLine,
  changeDetails,
  closeCase,
  getCase,
  getResident,
  listCases,
  listEntries,
  listRequests,
  markNotSafe,
  markSafe,
  type PrivacyRequest,
  type Resident,
  reopenCase,
  retentionOf,
  setAgainstMunicipality,
} from "../../casework/index.ts";
import { type Daypart, openDayparts } from "../../directory/index.ts";
import {
  deputyFor,
  findOpenPromise,
  followUpSpan,
  keepPromise,
  listChanges,
  listForCase,
  makePromise,
  type OpenPromise,
  type OwedPromise,
  withdrawPromise,
} from "../../promises/index.ts";
import { type Callback, type ClosingResult, canBecome, decideIntake, type LaterDetails } from "../callback/callback.ts";
import * as callbacks from "../callback/store.ts";
import { changeDayparts, moveToNumber, settlePromises, tieAnew } from "../callback/usecases.ts";
import { type NewCode, newCode } from "../codes/usecases.ts";
import { type Attempt, type AttemptOutcome, keepsPromise, mayGiveUp, nextStep, wasAgainstWish } from "./attempt.ts";
import { insertAttempt, listAttempts } from "./store.ts";

/** Everything on the page of one case. */
export type CasePage = {
  file: CaseFile;
  resident: Resident;
  callback: Callback;
  team: Team;
  attempts: Attempt[];
  entries: Awaited<ReturnType<typeof listEntries>>;
  promises: OwedPromise[];
  changes: Awaited<ReturnType<typeof listChanges>>;
  tied: Callback[];
  people: Map<string, string>;
  /** With whom it is or was shared outside the team. */
  shares: Share[];
  /** What the resident asked about their own data. */
  requests: PrivacyRequest[];
  /** False for whom it is only shared with: they read. */
  mayWrite: boolean;
  /** When the file goes. */
  retention: Awaited<ReturnType<typeof retentionOf>>;
};

/** One case for a helper of its team; undefined when it is not theirs, or not there: that looks the same. */
export function openCasePage(ctx: Ctx, caseId: string): Promise<CasePage | undefined> {
  return inTransaction(ctx, async (ctx) => {
    const leave = await permit(ctx, "case.read", caseId);
    const callback = leave && (await callbacks.findCallbackOfCase(ctx.db, ctx.municipalityId, leave));
    if (leave === undefined || callback === undefined) return undefined;
    await recordReading(ctx, leave);
    const colleagues = await listColleagues(ctx);
    const shares = await listShares(ctx, leave);
    const file = await getCase(ctx, leave);
    return {
      file,
      retention: await retentionOf(ctx, file),
      resident: await getResident(ctx, leave),
      callback,
      team: await getTeam(ctx, leave.teamId),
      attempts: await attemptsOf(ctx, callback),
      entries: await listEntries(ctx, leave),
      promises: await listForCase(ctx, leave.caseId),
      changes: await listChanges(ctx, leave.caseId),
      tied: await callbacks.listTied(ctx.db, callback),
      people: new Map([
        ...shares.map(({ givenBy }) => [givenBy.personId, givenBy.name] as const),
        ...colleagues.map((colleague) => [colleague.personId, colleague.name] as const),
      ]),
      shares,
      requests: await listRequests(ctx, leave),
      mayWrite: may(ctx, "case.write", { teamId: leave.teamId }),
    };
  });
}

/** What a row on Vandaag or in a list shows of a case. */
export type CallbackLine = CaseLine & { callback: Callback };

export async function listCallbackLines(
  ctx: Ctx,
  asked: { caseIds?: string[]; status?: "open" | "closed"; page: number; perPage: number },
): Promise<CallbackLine[]> {
  const lines = await listCases(ctx, asked);
  const found = await reading(ctx, (ctx) =>
    callbacks.listCallbacks(
      ctx.db,
      ctx.municipalityId,
      lines.map((line) => line.file.id),
    ),
  );
  const byCase = new Map(found.map((callback) => [callback.caseId, callback]));
  return lines.flatMap((line) => {
    const callback = byCase.get(line.file.id);
    return callback === undefined ? [] : [{ ...line, callback }];
  });
}

async function withCase<T>(
  ctx: Ctx,
  caseId: string,
  act: (ctx: Inside, permit: Permit<"case.write">, callback: Callback) => Promise<T>,
): Promise<T | { kind: "gone" }> {
  return inTransaction(ctx, async (ctx) => {
    const leave = await permit(ctx, "case.write", caseId);
    const callback = leave && (await callbacks.lockCallback(ctx.db, ctx.municipalityId, leave));
    if (leave === undefined || callback === undefined) return { kind: "gone" };
    return act(ctx, leave, callback);
  });
}

const attemptsOf = (ctx: Inside, callback: Callback) => listAttempts(ctx.db, ctx.municipalityId, callback.id);

export type CaseChange = { kind: "done" } | { kind: "closed" } | { kind: "gone" };

/**
 * What the caller must hear at once: a message was left that may not be, the work of a colleague is theirs now, or the
 * question was over before they wrote the call down.
 */
export type Logged =
  | { kind: "done" | "gone" }
  | { kind: "done"; againstWish: boolean; tookFrom: string | null; isClosed: boolean };

/**
 * Writes down a call, and what must happen next. The same form sent again is the same call. The resident may stop the
 * question while somebody calls them: the call was made all the same, and nothing follows from it.
 */
export const logAttempt = (
  ctx: Ctx,
  caseId: string,
  call: { outcome: AttemptOutcome; note: string; formKey?: string | undefined },
): Promise<Logged> =>
  withCase<Logged>(ctx, caseId, async (ctx, permit, callback) => {
    if (ctx.actor.kind !== "person") return { kind: "gone" };
    const id = idOfForm(caseId, call.formKey, `${call.outcome} ${call.note}`);
    const before = await attemptsOf(ctx, callback);
    if (before.some((attempt) => attempt.id === id)) return { kind: "done" };
    const attempt: Attempt = { id, at: ctx.now, byPersonId: ctx.actor.personId, outcome: call.outcome };
    await insertAttempt(ctx.db, callback, attempt);
    if (call.note !== "") await addEntry(ctx, permit, "note", call.note);
    if (call.outcome === "not-safe") await markNotSafe(ctx, permit);
    const attempts = [...before, attempt];
    const againstWish = wasAgainstWish(call.outcome, await getResident(ctx, permit));
    await record(ctx, "contact.attempted", callback.eventRef, {
      outcome: call.outcome,
      attempt: attempts.length,
      againstWish,
    });
    const isClosed = callback.status !== "waiting";
    const tookFrom = isClosed ? null : await moveOn(ctx, callback, attempts);
    return { kind: "done", againstWish, tookFrom, isClosed };
  });

const followUps = { talk: "finish", "call-again": "call-again", letter: "letter" } as const;

/**
 * After a call: what was promised is kept, and what is owed next becomes a promise of its own, so nothing falls.
 * @returns the colleague who had taken what was kept: what follows belongs to whoever called.
 */
async function moveOn(ctx: Inside, callback: Callback, attempts: Attempt[]): Promise<string | null> {
  const last = attempts.at(-1);
  const step = nextStep(attempts);
  if (last === undefined || !keepsPromise(last.outcome) || step === "find-number") return null;
  const kept: OpenPromise[] = [];
  for (const kind of ["callback", "call-again"] as const) {
    const owed = await findOpenPromise(ctx, kind, callback.id);
    if (owed === undefined) continue;
    await keepPromise(ctx, owed);
    kept.push(owed);
  }
  const before = kept.map((promise) => promise.owner.personId).find((id) => id !== null && id !== last.byPersonId);
  // Whoever was reached after all is owed no letter any more.
  const letter = step === "talk" ? await findOpenPromise(ctx, "letter", callback.id) : undefined;
  if (letter !== undefined) await withdrawPromise(ctx, letter);
  const kind = followUps[step];
  if ((await findOpenPromise(ctx, kind, callback.id)) !== undefined) return null;
  await owe(ctx, callback, kind, last.byPersonId);
  return before ?? null;
}

/** What comes next is promised by whoever took the last step. */
const owe = async (
  ctx: Inside,
  callback: Callback,
  kind: "call-again" | "letter" | "finish",
  personId: string,
): Promise<void> => {
  await makePromise(ctx, {
    kind,
    teamId: callback.teamId,
    caseId: callback.caseId,
    eventRef: callback.eventRef,
    subjectId: callback.id,
    toWhom: kind === "finish" ? "team" : "resident",
    owner: { role: "helper", personId },
    deputy: { role: "team-lead", personId: await deputyFor(ctx, personId, { teamId: callback.teamId, kind }) },
    span: followUpSpan(ctx.now, await getTeam(ctx, callback.teamId), callback),
    harm: callback.harm,
  });
};

/** A note, also when the question is closed by now; then whoever wrote it hears that. */
export const addNote = (
  ctx: Ctx,
  caseId: string,
  text: string,
  formKey?: string,
): Promise<{ kind: "done"; isClosed: boolean } | { kind: "gone" }> =>
  withCase<{ kind: "done"; isClosed: boolean } | { kind: "gone" }>(ctx, caseId, async (ctx, permit, callback) => {
    await addEntry(ctx, permit, "note", text, formKey);
    return { kind: "done", isClosed: callback.status !== "waiting" };
  });

/** Calling is safe again: `reason` says how that is known. */
export const markSafeAgain = (ctx: Ctx, caseId: string, reason: string): Promise<CaseChange> =>
  withCase(ctx, caseId, async (ctx, permit, callback) => {
    if (callback.status !== "waiting") return { kind: "closed" };
    if ((await getResident(ctx, permit)).notSafeSince === null) return { kind: "done" };
    await markSafe(ctx, permit, reason);
    await record(ctx, "contact.reachChanged", callback.eventRef, { what: "safe-again", callbackId: callback.id });
    return { kind: "done" };
  });

/** Fills in what was not asked or answered before. The team must work in one of the parts of the day. */
export const fillInLater = (
  ctx: Ctx,
  caseId: string,
  { dayparts, ...details }: LaterDetails,
  secret: string,
): Promise<CaseChange | { kind: "closedThen"; open: Daypart[] }> =>
  withCase<CaseChange | { kind: "closedThen"; open: Daypart[] }>(ctx, caseId, async (ctx, permit, callback) => {
    if (callback.status !== "waiting") return { kind: "closed" };
    const decision = decideIntake({ dayparts }, { open: openDayparts(await getTeam(ctx, callback.teamId)) });
    if (decision.kind === "closedThen") return decision;
    if (await changeDetails(ctx, permit, details)) {
      await tieAnew(ctx, permit, callback, secret);
      await record(ctx, "contact.reachChanged", callback.eventRef, { what: "details", callbackId: callback.id });
    }
    await changeDayparts(ctx, permit, callback, dayparts);
    return { kind: "done" };
  });

/**
 * A new code for a resident who lost theirs; the old one opens nothing any more. `seen`: how many codes there had been
 * when the helper asked for it, so that a second press, or a colleague at the same moment, gives the same new code.
 */
export const renewCode = (
  ctx: Ctx,
  caseId: string,
  given: { seen: number; secret: string },
): Promise<({ kind: "renewed" } & NewCode) | { kind: "gone" }> =>
  withCase<({ kind: "renewed" } & NewCode) | { kind: "gone" }>(ctx, caseId, async (ctx, permit, callback) => {
    const isFirst = callback.codesGiven === given.seen;
    if (isFirst) await record(ctx, "contact.codeRenewed", callback.eventRef, { callbackId: callback.id });
    return { kind: "renewed", ...(await newCode(ctx, permit, callback, { secret: given.secret, isFirst })) };
  });

/** Whether the municipality is the other party, as the resident tells it. */
export const setOtherParty = (ctx: Ctx, caseId: string, against: Answer): Promise<CaseChange> =>
  withCase<CaseChange>(ctx, caseId, async (ctx, permit) => {
    await setAgainstMunicipality(ctx, permit, against);
    return { kind: "done" };
  });

/** The resident gave another number; what was known to be unsafe was the old one. The same number is no other one. */
export const correctPhone = (
  ctx: Ctx,
  caseId: string,
  phone: string,
  secret: string,
): Promise<CaseChange | { kind: "sameNumber" }> =>
  withCase<CaseChange | { kind: "sameNumber" }>(ctx, caseId, async (ctx, permit, callback) => {
    if (callback.status !== "waiting") return { kind: "closed" };
    if ((await getResident(ctx, permit)).phone === phone) return { kind: "sameNumber" };
    await moveToNumber(ctx, permit, callback, { phone, secret, isSafe: true });
    return { kind: "done" };
  });

/**
 * Ends the question with a result. "Not reached" is for who was tried often enough, as the resident was told we would.
 * What was still owed is kept or withdrawn with it.
 */
export const closeCallback = (
  ctx: Ctx,
  caseId: string,
  end: { result: ClosingResult; note: string },
): Promise<CaseChange | { kind: "tooSoon" }> =>
  withCase<CaseChange | { kind: "tooSoon" }>(ctx, caseId, async (ctx, permit, callback) => {
    if (!canBecome(callback, "closed")) return { kind: "closed" };
    if (end.result === "not-reached") {
      const tried = { attempts: await attemptsOf(ctx, callback), entries: await listEntries(ctx, permit) };
      if (!mayGiveUp(tried)) return { kind: "tooSoon" };
    }
    if (end.note !== "") await addEntry(ctx, permit, "note", end.note);
    await callbacks.endCallback(ctx.db, callback, { status: "closed", at: ctx.now, result: end.result });
    await settlePromises(ctx, callback, "closed");
    await closeCase(ctx, permit, end.result);
    await record(ctx, "contact.callbackClosed", callback.eventRef, { result: end.result, callbackId: callback.id });
    return { kind: "done" };
  });

/** It was closed too soon: whoever opens it again owes the resident a call. */
export const reopenCallback = (ctx: Ctx, caseId: string): Promise<CaseChange> =>
  withCase(ctx, caseId, async (ctx, permit, callback) => {
    // Opened again a moment ago, by a second click or a colleague: that is what was asked.
    if (callback.status === "waiting") return { kind: "done" };
    if (!canBecome(callback, "waiting")) return { kind: "closed" };
    if (ctx.actor.kind !== "person") return { kind: "gone" };
    // What the resident asked to be taken away goes tonight, and is not begun anew.
    const file = await getCase(ctx, permit);
    if (file.status === "closed" && file.erasureAt !== null) return { kind: "closed" };
    await callbacks.reopenCallback(ctx.db, callback);
    await reopenCase(ctx, permit);
    await record(ctx, "contact.callbackReopened", callback.eventRef, { callbackId: callback.id });
    await owe(ctx, callback, "call-again", ctx.actor.personId);
    return { kind: "done" };
  });
