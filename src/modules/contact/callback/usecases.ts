import { as, type Ctx, type Inside, inTransaction, reading } from "../../../kernel/context.ts";
import { record } from "../../../kernel/event.ts";
import { fingerprint, humanCode, newId } from "../../../kernel/id.ts";
import {
  type CallbackClockKind,
  type Controller,
  changeResidentCode,
  getTeam,
  getTeamTerms,
  giveResidentCode,
  isProvenByMail,
  lastFourOf,
  type Permit,
  permit,
  permitByCode,
  proofOf,
  type Team,
} from "../../access/index.ts";
import {
  addEntry,
  type CaseFile,
  type Channel,
  type ContactSafety,
  changePhone,
  changeSafety,
  closeCase,
  getCase,
  getResident,
  listEntries,
  listRequests,
  needsMailProof,
  openCase,
  type PrivacyRequest,
  type Resident,
  retentionOf,
} from "../../casework/index.ts";
import { type Daypart, findServicePoint, openDayparts } from "../../directory/index.ts";
import {
  callbackSpan,
  isSetByLaw,
  keepPromise,
  listForCase,
  makePromise,
  type OpenPromise,
  type OwedPromise,
  withdrawPromise,
} from "../../promises/index.ts";
import { type Attempt, stepOf } from "../calling/attempt.ts";
import { listAttempts } from "../calling/store.ts";
import { type Callback, type CallbackRequest, canBecome, decideIntake, type Receipt, receiptOf } from "./callback.ts";
import * as store from "./store.ts";

/** What a use case here needs besides the world: keys of this installation and choices of the municipality. */
export type Given = { secret: string; clock: CallbackClockKind };

export type CallbackOutcome =
  | { kind: "accepted"; receipt: Receipt }
  | { kind: "closedThen"; open: Daypart[] }
  /** The point is gone, or nobody there calls back any more. */
  | { kind: "pointGone" };

/**
 * Asks to be called back: opens a case at the team of the service point, with a promise and a code of its own.
 * The very same form sent again gives the very same answer. Asking anew is tied to the first request, and the
 * screen is the same either way: nobody learns whether somebody asked before.
 */
export async function requestCallback(
  ctx: Ctx,
  request: CallbackRequest,
  given: Given & { channel: Channel; siteLanguage: string },
): Promise<CallbackOutcome> {
  const team = await reading(ctx, async (ctx) => {
    const found = await findServicePoint(ctx, request.servicePointId);
    return found?.point.teamId == null ? undefined : getTeam(ctx, found.point.teamId);
  });
  if (team === undefined) return { kind: "pointGone" };
  const decision = decideIntake(request, { open: openDayparts(team) });
  if (decision.kind !== "accepted") return decision;

  const client = ctx.actor.kind === "client" ? { clientId: ctx.actor.clientId } : {};
  // What two programs send is two requests, also when they happen to have the same key: neither gets the other's code.
  const submission = fingerprint(given.secret, `submission:${JSON.stringify({ ...request, ...client })}`);
  return inTransaction(as(ctx, intakeActor(ctx, team.id)), async (ctx) => {
    const before = await store.findBySubmission(ctx.db, ctx.municipalityId, submission);
    const code = humanCode(given.secret, before?.codeSeed ?? submission);
    const promise =
      before === undefined
        ? await takeIn(ctx, request, { ...given, team, submission, code, client })
        : (await listForCase(ctx, before.callback.caseId))[0];
    if (promise === undefined) throw new Error("A callback has no promise.");
    return { kind: "accepted", receipt: receiptOf(code, promise, team) };
  });
}

/** A colleague of the team writes as themselves; anybody else's request is taken in for the team by the system. */
const intakeActor = ({ actor }: Ctx, teamId: string) =>
  actor.kind === "person" && actor.teamIds.includes(teamId)
    ? actor
    : ({ kind: "system", purpose: "intake", teamId } as const);

async function takeIn(
  ctx: Inside,
  request: CallbackRequest,
  given: Given & {
    team: Team;
    channel: Channel;
    siteLanguage: string;
    submission: string;
    code: string;
    client: { clientId?: string };
  },
): Promise<OpenPromise> {
  const { team } = given;
  const sameAs = printOfPerson(given.secret, request);
  const first = await store.findSame(ctx.db, ctx.municipalityId, sameAs);
  const { file, permit } = await openCase(ctx, {
    teamId: team.id,
    theme: request.theme,
    channel: given.channel,
    resident: residentOf(request, given.siteLanguage),
  });
  const callback: Callback = {
    municipalityId: ctx.municipalityId,
    id: newId(),
    teamId: team.id,
    caseId: file.id,
    servicePointId: request.servicePointId,
    eventRef: file.eventRef,
    requestedAt: ctx.now,
    dayparts: request.dayparts,
    harm: request.harm === "yes",
    followsId: first === undefined ? null : (first.followsId ?? first.id),
    codesGiven: 1,
    status: "waiting",
  };
  await store.insertCallback(ctx.db, callback, { submission: given.submission, sameAs });
  if (request.word !== "") await addEntry(ctx, permit, "resident-word", request.word);
  const proof = proofOf(given.secret, given.code, lastFourOf(request.phone));
  await giveResidentCode(ctx, { caseId: file.id, teamId: team.id, proof });
  await record(ctx, "contact.callbackRequested", file.eventRef, {
    channel: given.channel,
    harm: callback.harm,
    again: first !== undefined,
    callbackId: callback.id,
    ...given.client,
  });
  return makePromise(ctx, {
    kind: "callback",
    teamId: team.id,
    caseId: file.id,
    eventRef: file.eventRef,
    subjectId: callback.id,
    toWhom: "resident",
    owner: { role: "helper", personId: null },
    deputy: { role: "team-lead", personId: null },
    span: callbackSpan(ctx.now, given.clock, team),
    harm: callback.harm,
  });
}

/** The same number and name at the same point is the same person asking again. */
const printOfPerson = (
  secret: string,
  { servicePointId, phone, name }: { servicePointId: string; phone: string; name: string },
): string => fingerprint(secret, `same:${servicePointId}:${phone}:${name.toLowerCase()}`);

const residentOf = (request: CallbackRequest, siteLanguage: string): Resident => ({
  name: request.name,
  phone: request.phone,
  mail: request.mail,
  language: request.language,
  siteLanguage,
  interpreter: request.interpreter,
  mayLeaveMessage: request.mayLeaveMessage,
  maySayWho: request.maySayWho,
  askedFor: request.askedFor,
  notSafeSince: null,
});

// ── the resident, with a code ───────────────────────────────────────────────────────────────────────────────

/** What a resident sees of their own question. */
export type OwnQuestion = {
  file: CaseFile;
  callback: Callback;
  team: Team;
  /** The promise that runs now, or the last one. */
  promise: OwedPromise | undefined;
  /** Somebody took it on. */
  taken: boolean;
  /** Every promise that was not kept in time. */
  broken: number;
  /**
   * How to reach them safely, as they said it, and of their number only what they typed to get here. `isSafe`: false
   * while it is known that calling this number is not.
   */
  reach: ContactSafety & { lastFour: string; isSafe: boolean };
  /** The number led to somebody else, and nobody gave another one since. */
  isWrongNumber: boolean;
  attempts: Pick<Attempt, "at" | "outcome">[];
  words: { at: Temporal.Instant; text: string }[];
  /** What they asked about their own data, and who answers for it. */
  requests: PrivacyRequest[];
  controller: Controller;
  /** A copy of all of it asks for more than the code: they gave an address, and did not show yet that they read it. */
  needsMailProof: boolean;
  /** Until when it is kept. */
  retention: Awaited<ReturnType<typeof retentionOf>>;
};

/** The question that the actor's code opens; undefined when it opens none. */
export function findOwnQuestion(ctx: Ctx): Promise<OwnQuestion | undefined> {
  return inTransaction(ctx, async (ctx) => {
    const permit = await permitByCode(ctx);
    if (permit === undefined) return undefined;
    const callback = await store.findCallbackOfCase(ctx.db, ctx.municipalityId, permit);
    if (callback === undefined) return undefined;
    const promises = (await listForCase(ctx, permit.caseId)).filter(
      // What they asked about their own data stands apart.
      (promise) => promise.toWhom === "resident" && !isSetByLaw(promise),
    );
    const open = promises.find((promise) => promise.state === "open");
    const entries = await listEntries(ctx, permit);
    const { mayLeaveMessage, maySayWho, phone, mail, notSafeSince } = await getResident(ctx, permit);
    const attempts = await listAttempts(ctx.db, ctx.municipalityId, callback.id);
    const file = await getCase(ctx, permit);
    return {
      file,
      retention: await retentionOf(ctx, file),
      requests: await listRequests(ctx, permit),
      controller: (await getTeamTerms(ctx, permit.teamId)).controller,
      needsMailProof: needsMailProof({ mail, provenByMail: isProvenByMail(ctx) }),
      callback,
      team: await getTeam(ctx, permit.teamId),
      promise: open ?? promises.at(-1),
      taken: open !== undefined && open.owner.personId !== null,
      broken: promises.filter((promise) => promise.state === "broken").length,
      reach: { mayLeaveMessage, maySayWho, lastFour: lastFourOf(phone), isSafe: notSafeSince === null },
      isWrongNumber: stepOf({ attempts, entries }) === "find-number" && notSafeSince === null,
      attempts,
      words: entries.filter((entry) => entry.kind === "resident-word"),
    };
  });
}

/** Does something to the case that the actor's code opens, for its team; undefined when the code opens none. */
async function withOwnCase<T>(
  ctx: Ctx,
  act: (ctx: Inside, permit: Permit<"case.write">, callback: Callback) => Promise<T>,
): Promise<T | undefined> {
  const own = await inTransaction(ctx, permitByCode);
  if (own === undefined) return undefined;
  return inTransaction(as(ctx, { kind: "system", purpose: "intake", teamId: own.teamId }), async (ctx) => {
    const leave = await permit(ctx, "case.write", own.caseId);
    const callback = leave && (await store.lockCallback(ctx.db, ctx.municipalityId, leave));
    return leave && callback && act(ctx, leave, callback);
  });
}

export type OwnChange = "done" | "tooLate";

/** Cancels the question; what was promised is no longer owed. Cancelling twice does nothing more. */
export const cancelOwnQuestion = (ctx: Ctx): Promise<OwnChange | undefined> =>
  withOwnCase(ctx, async (ctx, permit, callback) => {
    if (!canBecome(callback, "cancelled")) return callback.status === "cancelled" ? "done" : "tooLate";
    await store.endCallback(ctx.db, callback, { status: "cancelled", at: ctx.now, result: null });
    await settlePromises(ctx, callback, "cancelled");
    await closeCase(ctx, permit, "cancelled");
    await record(ctx, "contact.callbackCancelled", callback.eventRef, { callbackId: callback.id });
    return "done";
  });

/** What can be changed as long as somebody still waits. */
const whileWaiting = <T>(
  ctx: Ctx,
  act: (ctx: Inside, permit: Permit<"case.write">, callback: Callback) => Promise<T>,
): Promise<T | "tooLate" | undefined> =>
  withOwnCase<T | "tooLate">(ctx, async (ctx, permit, callback) =>
    callback.status === "waiting" ? act(ctx, permit, callback) : "tooLate",
  );

export const changeOwnDayparts = (ctx: Ctx, parts: Daypart[]): Promise<OwnChange | { open: Daypart[] } | undefined> =>
  whileWaiting(ctx, async (ctx, permit, callback) => {
    const decision = decideIntake({ dayparts: parts }, { open: openDayparts(await getTeam(ctx, callback.teamId)) });
    if (decision.kind === "closedThen") return { open: decision.open };
    await changeDayparts(ctx, permit, callback, parts);
    return "done";
  });

export const addOwnWord = (ctx: Ctx, word: string, formKey?: string): Promise<OwnChange | undefined> =>
  whileWaiting<"done">(ctx, async (ctx, permit) => {
    await addEntry(ctx, permit, "resident-word", word, formKey);
    return "done";
  });

export const changeOwnSafety = (ctx: Ctx, safety: ContactSafety): Promise<OwnChange | undefined> =>
  whileWaiting<"done">(ctx, async (ctx, permit, callback) => {
    await changeSafety(ctx, permit, safety);
    await record(ctx, "contact.reachChanged", callback.eventRef, { what: "safety", callbackId: callback.id });
    return "done";
  });

/**
 * Another number of one's own. The code then asks for its digits: `proof` is what opens the question from now on.
 * A number that was found not safe stays marked: whoever holds the code may be the one it is not safe from.
 */
export const changeOwnPhone = (
  ctx: Ctx,
  phone: string,
  secret: string,
): Promise<"tooLate" | { proof: string } | undefined> =>
  whileWaiting(ctx, async (ctx, permit, callback) => {
    return { proof: await moveToNumber(ctx, permit, callback, { phone, secret, isSafe: false }) };
  });

/**
 * Everything that knew the old number learns the new one: who to call, the digits the code asks for, and who asked
 * before. Returns the new proof of the code.
 */
export async function moveToNumber(
  ctx: Inside,
  permit: Permit<"case.write">,
  callback: Callback,
  to: { phone: string; secret: string; isSafe: boolean },
): Promise<string> {
  const { phone, secret, isSafe } = to;
  const code = humanCode(secret, await store.getCodeSeed(ctx.db, callback));
  const proof = proofOf(secret, code, lastFourOf(phone));
  await changePhone(ctx, permit, phone, { isSafe });
  await changeResidentCode(ctx, permit, proof);
  await tieAnew(ctx, permit, callback, secret);
  await record(ctx, "contact.reachChanged", callback.eventRef, { what: "number", callbackId: callback.id });
  return proof;
}

/** Other parts of the day; the same ones change nothing and are not in the log. */
export async function changeDayparts(
  ctx: Inside,
  permit: Permit<"case.write">,
  callback: Callback,
  parts: Daypart[],
): Promise<void> {
  if (parts.toSorted().join() === callback.dayparts.toSorted().join()) return;
  await store.setDayparts(ctx.db, callback, parts);
  await addEntry(ctx, permit, "dayparts-changed", "");
  await record(ctx, "contact.daypartsChanged", callback.eventRef, { callbackId: callback.id });
}

/** Who asks again is tied by the name and number that are known now. */
export async function tieAnew(
  ctx: Inside,
  permit: Permit<"case.write">,
  callback: Callback,
  secret: string,
): Promise<void> {
  const { name, phone } = await getResident(ctx, permit);
  await store.setSameAs(ctx.db, callback, printOfPerson(secret, { ...callback, phone, name }));
}

/** Closing finishes what was ours to finish; a call that was not made any more is withdrawn, not kept. */
export async function settlePromises(ctx: Inside, callback: Callback, how: "closed" | "cancelled"): Promise<void> {
  for (const promise of await listForCase(ctx, callback.caseId)) {
    // What the law makes the team answer is owed whatever became of the question.
    if (promise.state !== "open" || isSetByLaw(promise)) continue;
    const done = how === "closed" && (promise.kind === "finish" || promise.kind === "letter");
    await (done ? keepPromise(ctx, promise) : withdrawPromise(ctx, promise));
  }
}
