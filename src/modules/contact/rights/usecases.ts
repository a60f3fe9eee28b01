import { as, type Ctx, type Inside, inTransaction, reading } from "../../../kernel/context.ts";
import { record } from "../../../kernel/event.ts";
import { type Language, type Translated, textIn } from "../../../kernel/language.ts";
import type { Mail } from "../../../kernel/mail.ts";
import {
  type Controller,
  getTeam,
  getTeamTerms,
  isProvenByMail,
  listReadings,
  listShares,
  listTogether,
  may,
  type Permit,
  permit,
  permitByCode,
  readRegister,
  recordReading,
  type Team,
} from "../../access/index.ts";
import {
  type Answered,
  answerRequest as answerInFile,
  type CaseFile,
  closeCase,
  copyUntil,
  type Decided,
  findTeamOfRequest,
  getCase,
  getResident,
  isAnswered,
  isOpen,
  isReleased,
  isReviewed,
  keptBy,
  listRequests,
  listRequestsOfTeams,
  listWholeLog,
  needsMailProof,
  type Omission,
  openRequest,
  type PrivacyRequest,
  type Resident,
  retentionOf,
} from "../../casework/index.ts";
import { listForCase } from "../../promises/index.ts";
import { canBecome } from "../callback/callback.ts";
import { endCallback, findCallbackOfCase, lockCallback } from "../callback/store.ts";
import { settlePromises } from "../callback/usecases.ts";
import { listAttempts } from "../calling/store.ts";
import { listCallbackLines } from "../calling/usecases.ts";
import type { AnswerFacts } from "./answer.ts";
import { type Copy, composeCopy, type Gathered, type Waiting } from "./copy.ts";
import { en } from "./en.ts";
import { nl, type RightsText } from "./nl.ts";
import { listMailsTo } from "./store.ts";

/*
 * What somebody may ask about their own data is kept by casework; the copy and a file that goes reach further: calls,
 * mails and what is still owed. So they stand here.
 */

const texts: Translated<RightsText> = { nl, en };

/** The fixed words around an answer: what was decided and why, and what somebody can do who does not agree. */
export const answerWords = (language: Language, facts: AnswerFacts): { decision: string[]; afterwards: string[] } => ({
  decision: texts[language].decision(facts),
  afterwards: texts[language].afterwards(facts),
});

/** What was asked, and why it may be refused or take longer, in words. */
export const rightsWords = (language: Language): Pick<RightsText, "asked" | "refused" | "extended"> => texts[language];

const controllerOf = async (ctx: Ctx | Inside, teamId: string): Promise<Controller> =>
  (await getTeamTerms(ctx, teamId)).controller;

// ── the copy ────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * All that is kept of the resident of this file, read by the system standing in for its team.
 * @param until nothing of later: it was looked through by nobody.
 */
function gatherCopy(
  ctx: Ctx,
  of: { caseId: string; teamId: string },
  { omissions, read, until }: Pick<Gathered, "omissions" | "read" | "until">,
): Promise<Copy> {
  return reading(as(ctx, { kind: "system", purpose: "own-data", teamId: of.teamId }), async (ctx) => {
    const leave = await permit(ctx, "case.read", of.caseId);
    const callback = leave && (await findCallbackOfCase(ctx.db, ctx.municipalityId, leave));
    if (leave === undefined || callback === undefined) throw new Error("A file went while it was copied.");
    const resident = await getResident(ctx, leave);
    const file = await getCase(ctx, leave);
    const { mail } = resident;
    return composeCopy({
      madeAt: ctx.now,
      until,
      controller: { kind: await controllerOf(ctx, of.teamId), team: await getTeam(ctx, of.teamId) },
      file,
      resident,
      callback,
      entries: await listWholeLog(ctx, leave),
      omissions,
      read,
      attempts: await listAttempts(ctx.db, ctx.municipalityId, callback.id),
      promises: await listForCase(ctx, of.caseId),
      readings: await listReadings(ctx, leave),
      shares: await listShares(ctx, leave),
      mails: mail === null ? [] : await listMailsTo(ctx.db, ctx.municipalityId, leave, mail),
      requests: await listRequests(ctx, leave),
      retention: await retentionOf(ctx, file),
      activities: readRegister(),
    });
  });
}

/** Of one question: what was asked about it, and the leave with which that was seen. */
type Asked = {
  of: Pick<Permit, "caseId" | "teamId" | "eventRef">;
  askedAt: Temporal.Instant;
  requests: PrivacyRequest[];
};

type CopyAs = "page" | "file";
type OwnCopy =
  | {
      kind: "copy";
      /** One for each question of theirs at this controller that was answered; their own first. */
      copies: [Copy, ...Copy[]];
      /** Other questions of theirs, and by when they hear about those. */
      waiting: Waiting[];
    }
  /** Nothing was asked, or it is not answered yet, or it stood there long enough. */
  | { kind: "none" }
  | { kind: "proofMissing" }
  /** Somebody else may read along: then it is given by a person. */
  | { kind: "notSafe" };

/**
 * The copy that the actor's own code opens: one of all their questions at this controller, when they showed that they read their mail.
 * Undefined when the code opens nothing. That it was fetched is written down for each question.
 */
export async function openOwnCopy(ctx: Ctx, how: CopyAs): Promise<OwnCopy | undefined> {
  const own = await inTransaction(ctx, async (ctx) => {
    const leave = await permitByCode(ctx);
    if (leave === undefined) return undefined;
    const { openedAt: askedAt } = await getCase(ctx, leave);
    return {
      asked: { of: leave, askedAt, requests: await listRequests(ctx, leave) },
      resident: await getResident(ctx, leave),
    };
  });
  if (own === undefined) return undefined;
  const proven = !needsMailProof({ mail: own.resident.mail, provenByMail: isProvenByMail(ctx) });
  const all: Asked[] = [own.asked, ...(proven ? await listAskedTogether(ctx, own.asked.of) : [])];
  const released = all.flatMap(({ of, requests }) => {
    const request = requests.findLast((request) => isReleased(request, ctx.now));
    return request === undefined ? [] : { of, request };
  });
  if (released.length === 0) return { kind: "none" };
  if (own.resident.notSafeSince !== null) return { kind: "notSafe" };
  if (!proven) return { kind: "proofMissing" };
  const copies: Copy[] = [];
  for (const { of, request } of released) copies.push(await copyOf(ctx, of, request));
  await inTransaction(ctx, async (ctx) => {
    for (const { of, request } of released)
      await record(ctx, "casework.copyTaken", of.eventRef, { requestId: request.id, as: how });
  });
  const [first, ...others] = copies;
  if (first === undefined) throw new Error("What was released was not copied.");
  return {
    kind: "copy",
    copies: [first, ...others],
    waiting: all.flatMap(({ askedAt, requests }) =>
      requests
        .filter((request) => request.kind === "access" && isOpen(request))
        .map(({ answerBy }) => ({ askedAt, answerBy })),
    ),
  };
}

/** What was asked about the other questions of the same resident, read by the system standing in for the team of each. */
async function listAskedTogether(ctx: Ctx, own: Permit): Promise<Asked[]> {
  const all: Asked[] = [];
  for (const { caseId, teamId, askedAt } of await listTogether(ctx, own))
    await reading(as(ctx, { kind: "system", purpose: "own-data", teamId }), async (ctx) => {
      const leave = await permit(ctx, "case.read", caseId);
      if (leave !== undefined) all.push({ of: leave, askedAt, requests: await listRequests(ctx, leave) });
    });
  return all;
}

/** As it was released: what was left out is left out, and what was written since is not in it. */
async function copyOf(ctx: Ctx, { caseId, teamId }: Asked["of"], request: PrivacyRequest): Promise<Copy> {
  const omissions = await reading(
    as(ctx, { kind: "system", purpose: "own-data", teamId }),
    async (ctx) => (await openRequest(ctx, request.id))?.omissions,
  );
  if (omissions === undefined) throw new Error("A request went while it was copied.");
  const answered = isAnswered(request);
  return gatherCopy(
    ctx,
    { caseId, teamId },
    {
      omissions,
      read: answered ? request.reviewedLines : undefined,
      until: answered ? request.settledAt : ctx.now,
    },
  );
}

/** The same for whoever prints it for somebody, or looks at it before it goes out; undefined when it is not theirs. */
export async function openCopy(
  ctx: Ctx,
  requestId: string,
): Promise<{ copy: Copy; request: PrivacyRequest } | undefined> {
  const found = await inTransaction(ctx, async (ctx) => {
    const opened = await openRequest(ctx, requestId);
    if (opened?.request.kind !== "access") return undefined;
    const { leave, request } = opened;
    if (!may(ctx, "request.handle", { teamId: leave.teamId }) || request.state === "refused") return undefined;
    await recordReading(ctx, leave);
    if (copyUntil(request) !== undefined)
      await record(ctx, "casework.copyTaken", leave.eventRef, { requestId, as: "page" });
    return opened;
  });
  return found && { copy: await copyOf(ctx, found.leave, found.request), request: found.request };
}

// ── at work ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** Everything on the page of one request. */
export type RequestPage = {
  request: PrivacyRequest;
  file: CaseFile;
  resident: Resident;
  team: Team;
  controller: Controller;
  entries: Awaited<ReturnType<typeof listWholeLog>>;
  omissions: Omission[];
  reviewed: boolean;
  /** Why a file cannot go at once, when it cannot. */
  keptBy: ReturnType<typeof keptBy>;
  mayAnswer: boolean;
};

/** One request for its team; undefined when it is not theirs, or not there: that looks the same. */
export const openRequestPage = (ctx: Ctx, requestId: string): Promise<RequestPage | undefined> =>
  inTransaction(ctx, async (ctx) => {
    const opened = await openRequest(ctx, requestId);
    if (opened === undefined || !may(ctx, "request.handle", { teamId: opened.leave.teamId })) return undefined;
    const { request, leave, omissions } = opened;
    await recordReading(ctx, leave);
    const file = await getCase(ctx, leave);
    const entries = await listWholeLog(ctx, leave);
    const controller = await controllerOf(ctx, leave.teamId);
    return {
      request,
      file,
      resident: await getResident(ctx, leave),
      team: await getTeam(ctx, leave.teamId),
      controller,
      entries,
      omissions,
      reviewed: isReviewed(request, entries),
      keptBy: keptBy({ hold: file.hold?.reason ?? null, controller }),
      mayAnswer: may(ctx, "request.answer", { teamId: leave.teamId }),
    };
  });

/** A line of the list of requests; `name` is empty when none was given, or the file is gone. */
export type RequestLine = { request: PrivacyRequest; name: string };

export async function listRequestLines(ctx: Ctx): Promise<RequestLine[]> {
  const requests = await listRequestsOfTeams(ctx);
  const caseIds = [...new Set(requests.flatMap(({ caseId }) => caseId ?? []))];
  const lines = caseIds.length === 0 ? [] : await listCallbackLines(ctx, { caseIds, page: 1, perPage: caseIds.length });
  const names = new Map(lines.map(({ file, resident }) => [file.id, resident.name]));
  return requests.map((request) => ({ request, name: names.get(request.caseId ?? "") ?? "" }));
}

/** Decides. A file that goes is closed first, as if the resident had stopped it, with all that was still owed. */
export const answerRequest = (ctx: Ctx, requestId: string, decided: Decided): Promise<Answered> =>
  inTransaction(ctx, (ctx) =>
    answerInFile(ctx, requestId, decided, async (writing) => {
      const callback = await lockCallback(ctx.db, ctx.municipalityId, writing);
      if (callback === undefined || !canBecome(callback, "cancelled")) return;
      await endCallback(ctx.db, callback, { status: "cancelled", at: ctx.now, result: null });
      await settlePromises(ctx, callback, "cancelled");
      await closeCase(ctx, writing, "cancelled");
      await record(ctx, "contact.callbackCancelled", callback.eventRef, { callbackId: callback.id });
    }),
  );

// ── what a resident is told ─────────────────────────────────────────────────────────────────────────────────────

/** The mail about what became of a request, when an address was given and it is safe to write there. */
export async function requestMail(
  ctx: Ctx,
  requestId: string,
  what: "made" | "extended" | "answered",
  link: string,
): Promise<Mail | undefined> {
  const teamId = await findTeamOfRequest(ctx, requestId);
  if (teamId === undefined) return undefined;
  return reading(as(ctx, { kind: "system", purpose: "follow-up", teamId }), async (ctx) => {
    const opened = await openRequest(ctx, requestId);
    if (opened === undefined) return undefined;
    const { request, leave } = opened;
    const { mail, notSafeSince, siteLanguage } = await getResident(ctx, leave);
    if (mail === null || notSafeSince !== null) return undefined;
    const team = await getTeam(ctx, teamId);
    const text = textIn(texts, siteLanguage);
    const written = await (async () => {
      if (what === "made") return text.made(request, team.callingNumber, link);
      if (what === "extended") return text.extendedMail(request, team.callingNumber, link);
      if (!isAnswered(request)) return undefined;
      const facts = { request, organisation: team.organisation.name, controller: await controllerOf(ctx, teamId) };
      return text.answered(facts, team.callingNumber, link);
    })();
    return written && { key: `request-${what}:${requestId}`, teamId, caseId: leave.caseId, to: mail, ...written };
  });
}
