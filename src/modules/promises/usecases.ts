import { as, type Ctx, type Inside, inTransaction, reading } from "../../kernel/context.ts";
import { dayOf } from "../../kernel/day.ts";
import { record } from "../../kernel/event.ts";
import type { WeekHours } from "../../kernel/hours.ts";
import { newId } from "../../kernel/id.ts";
import type { Result } from "../../kernel/result.ts";
import { type Colleague, getTeam, isThere, listColleagues, may, permitTeams, permitWatch } from "../access/index.ts";
import { dueAfterPause, isAtWork, type Span, warningBetween } from "./clock.ts";
import {
  isLate,
  isSetByLaw,
  mayKeep,
  type NewPromise,
  type OpenPromise,
  type OwedPromise,
  openPromise,
  type PauseReason,
  type PromiseKind,
  type Watched,
} from "./promise.ts";
import * as store from "./store.ts";

export const actorPerson = (ctx: Inside): string | null => (ctx.actor.kind === "person" ? ctx.actor.personId : null);

/** Makes a promise in the transaction of the act that promised. `follows`: it comes after one that was broken or moved. */
export async function makePromise(ctx: Inside, made: NewPromise, follows?: OwedPromise): Promise<OpenPromise> {
  const promise = openPromise(made, {
    id: newId(),
    municipalityId: ctx.municipalityId,
    ...(follows === undefined ? {} : { follows }),
  });
  await store.insertPromise(ctx.db, promise);
  await store.insertChange(ctx.db, promise, { at: ctx.now, by: actorPerson(ctx), what: "made", dueAt: promise.dueAt });
  await record(ctx, "promises.made", promise.eventRef, {
    kind: promise.kind,
    clock: promise.clock,
    first: promise.followsId === null,
    harm: promise.harm,
  });
  return promise;
}

export const findOpenPromise = (ctx: Inside, kind: PromiseKind, subjectId: string) =>
  store.findOpen(ctx.db, ctx.municipalityId, kind, subjectId);

export async function keepPromise(ctx: Inside, promise: OpenPromise): Promise<void> {
  await store.settle(ctx.db, promise, "kept", ctx.now);
  await store.insertChange(ctx.db, promise, { at: ctx.now, by: actorPerson(ctx), what: "kept" });
  await record(ctx, "promises.kept", promise.eventRef, {
    kind: promise.kind,
    first: promise.followsId === null,
    minutesLeft: Math.floor(ctx.now.until(promise.dueAt).total("minutes")),
  });
}

/** Nobody is owed it any more: the resident cancelled, or the question was answered another way. */
export async function withdrawPromise(ctx: Inside, promise: OpenPromise): Promise<void> {
  await store.settle(ctx.db, promise, "withdrawn", ctx.now);
  await store.insertChange(ctx.db, promise, { at: ctx.now, by: actorPerson(ctx), what: "withdrawn" });
  await record(ctx, "promises.withdrawn", promise.eventRef, { kind: promise.kind });
}

/** `by`: the id of the colleague who was first. */
export type Taken = { kind: "taken" } | { kind: "alreadyTaken"; by: string } | { kind: "gone" };

/** True when this promise was made in this case, as far as the actor may see. */
export const isPromiseOfCase = (ctx: Ctx, promiseId: string, caseId: string): Promise<boolean> =>
  reading(ctx, async (ctx) => {
    const promise = await store.findPromise(ctx.db, ctx.municipalityId, promiseId);
    // Of a file that is shared with the actor the promises are seen, and stay the team's.
    return promise?.caseId === caseId && may(ctx, "team.list", { teamId: promise.teamId });
  });

/** Takes on a promise of my team. Of two people at once one wins; the other hears who. */
export function takePromise(ctx: Ctx | Inside, promiseId: string): Promise<Taken> {
  return inTransaction(ctx, async (ctx) => {
    const promise = await store.lockPromise(ctx.db, ctx.municipalityId, promiseId);
    const me = actorPerson(ctx);
    if (promise?.state !== "open" || me === null) return { kind: "gone" };
    const colleagues = await listColleagues(ctx);
    if (promise.owner.personId === me) return { kind: "taken" };
    if (promise.owner.personId !== null) return { kind: "alreadyTaken", by: promise.owner.personId };
    await store.giveOwner(ctx.db, promise, me, deputyOf(colleagues, me, promise));
    await store.insertChange(ctx.db, promise, { at: ctx.now, by: me, what: "taken" });
    await record(ctx, "promises.taken", promise.eventRef, { kind: promise.kind });
    return { kind: "taken" };
  });
}

/** A colleague fell ill, or asked for help: somebody else of the team takes on what they had taken. */
export function takeOverPromise(ctx: Ctx, promiseId: string): Promise<Result<void, "gone">> {
  return inTransaction(ctx, async (ctx) => {
    const promise = await store.lockPromise(ctx.db, ctx.municipalityId, promiseId);
    const me = actorPerson(ctx);
    if (promise?.state !== "open" || me === null) return { ok: false, problem: "gone" };
    await store.updateDuty(ctx.db, promise, me, deputyOf(await listColleagues(ctx), me, promise));
    await store.insertChange(ctx.db, promise, { at: ctx.now, by: me, what: "taken-over" });
    await record(ctx, "promises.taken", promise.eventRef, { kind: promise.kind });
    return { ok: true, value: undefined };
  });
}

/** Puts it back: the team owns it again. */
export function releasePromise(ctx: Ctx, promiseId: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const promise = await store.lockPromise(ctx.db, ctx.municipalityId, promiseId);
    if (promise?.state !== "open" || promise.owner.personId !== actorPerson(ctx)) return;
    await store.updateDuty(ctx.db, promise, null, null);
    await store.insertChange(ctx.db, promise, { at: ctx.now, by: actorPerson(ctx), what: "released" });
  });
}

/** Who stands in for somebody of this team; null when nobody is there. */
export const deputyFor = async (ctx: Inside, personId: string, of: StandsInFor): Promise<string | null> =>
  deputyOf(await listColleagues(ctx), personId, of);

type StandsInFor = Pick<OwedPromise, "teamId" | "kind">;

/**
 * The deputy whom the team set for somebody, or else the team's lead; never somebody who is away or never came. What only a
 * lead may do falls to nobody else: a deputy who may not keep the promise is none.
 */
export const deputyOf = (colleagues: Colleague[], personId: string, { teamId, kind }: StandsInFor): string | null => {
  const inTeam = colleagues.filter((colleague) => colleague.teamId === teamId);
  const present = inTeam.filter(
    (colleague) => colleague.personId !== personId && isThere(colleague) && mayKeep({ kind }, colleague),
  );
  const set = inTeam.find((colleague) => colleague.personId === personId)?.deputyId;
  const deputy =
    present.find((colleague) => colleague.personId === set) ??
    present.find((colleague) => colleague.role === "team-lead");
  return deputy?.personId ?? null;
};

/** Everything promised by my teams, in the order in which it must be done. */
export function listToday(ctx: Ctx, limit: number): Promise<OpenPromise[]> {
  const permit = permitTeams(ctx);
  if (permit === undefined) return Promise.resolve([]);
  return reading(ctx, (ctx) => store.listOpen(ctx.db, ctx.municipalityId, permit, limit));
}

/** A page of what a team still owes, for a program of its organisation; undefined for a team that is not its own. */
export function listWatched(
  ctx: Ctx,
  teamId: string,
  page: { number: number; size: number },
): Promise<{ promises: (Watched & { late: boolean })[]; more: boolean } | undefined> {
  const permit = permitWatch(ctx, teamId);
  if (permit === undefined) return Promise.resolve(undefined);
  return reading(ctx, async (ctx) => {
    const found = await store.listWatched(ctx.db, ctx.municipalityId, permit, {
      offset: (page.number - 1) * page.size,
      limit: page.size + 1,
    });
    const promises = found.slice(0, page.size).map((promise) => ({ ...promise, late: isLate(promise, ctx.now) }));
    return { promises, more: found.length > page.size };
  });
}

export function countToday(ctx: Ctx): Promise<{ open: number; late: number }> {
  const permit = permitTeams(ctx);
  if (permit === undefined) return Promise.resolve({ open: 0, late: 0 });
  return reading(ctx, (ctx) => store.countOpen(ctx.db, ctx.municipalityId, permit, ctx.now));
}

/** The cases that the actor has taken: where a promise of theirs is open. */
export async function listOwnCaseIds(ctx: Ctx | Inside): Promise<string[]> {
  const permit = permitTeams(ctx);
  const { actor } = ctx;
  if (permit === undefined || actor.kind !== "person") return [];
  return reading(ctx, (ctx) => store.listOwnCaseIds(ctx.db, ctx.municipalityId, permit, actor.personId));
}

/** Whose each of these cases is now, and by when: the promise in it that must be kept first. */
export async function listNextOfCases(ctx: Ctx, caseIds: string[]): Promise<Map<string, OpenPromise>> {
  const permit = permitTeams(ctx);
  if (permit === undefined) return new Map();
  const next = await reading(ctx, (ctx) => store.listNextOfCases(ctx.db, ctx.municipalityId, permit, caseIds));
  return new Map(next.flatMap((promise) => (promise.caseId === null ? [] : [[promise.caseId, promise]])));
}

export const listForCase = (ctx: Inside, caseId: string) => store.listForCase(ctx.db, ctx.municipalityId, caseId);
export const listChanges = (ctx: Inside, caseId: string) => store.listChanges(ctx.db, ctx.municipalityId, caseId);

/** Rests a promise, always with a reason: it then neither warns nor breaks. */
export function pausePromise(ctx: Ctx, promiseId: string, reason: PauseReason): Promise<Result<void, "gone">> {
  return inTransaction(ctx, async (ctx) => {
    const promise = await store.lockPromise(ctx.db, ctx.municipalityId, promiseId);
    if (promise?.state !== "open" || isSetByLaw(promise)) return { ok: false, problem: "gone" };
    // A second press, or a colleague a moment ago: it rests, as was asked.
    if (promise.pause !== null) return { ok: true, value: undefined };
    await store.setPause(ctx.db, promise, { since: ctx.now, reason }, promise);
    await store.insertChange(ctx.db, promise, { at: ctx.now, by: actorPerson(ctx), what: "paused", reason });
    await record(ctx, "promises.paused", promise.eventRef, { kind: promise.kind, reason });
    return { ok: true, value: undefined };
  });
}

export function resumePromise(ctx: Ctx, promiseId: string): Promise<Result<Temporal.Instant, "gone">> {
  return inTransaction(ctx, async (ctx) => {
    const promise = await store.lockPromise(ctx.db, ctx.municipalityId, promiseId);
    if (promise?.state !== "open") return { ok: false, problem: "gone" };
    if (promise.pause === null) return { ok: true, value: promise.dueAt };
    const calendar = await getTeam(ctx, promise.teamId);
    const dueAt = dueAfterPause({ ...promise, pausedAt: promise.pause.since }, ctx.now, calendar);
    const warnAt = warningBetween(ctx.now, dueAt, promise.clock === "working-days" ? calendar : undefined);
    // A pause was agreed: a first promise is not late because of it. What was late before stays late.
    const promisedAt = promise.followsId === null ? dueAt : promise.promisedAt;
    await store.setPause(ctx.db, promise, null, { dueAt, warnAt, promisedAt });
    await store.insertChange(ctx.db, promise, { at: ctx.now, by: actorPerson(ctx), what: "resumed", dueAt });
    await record(ctx, "promises.resumed", promise.eventRef, { kind: promise.kind });
    return { ok: true, value: dueAt };
  });
}

/** `closed`: nobody is at work then; with it, the hours at which somebody is. */
export type Moved =
  | Result<OpenPromise, "gone" | "past" | "tooFar" | "notLead">
  | { ok: false; problem: "closed"; officeHours: WeekHours };

/**
 * A team lead sets a new moment, at which somebody is at work to keep it: the old promise is superseded, its first
 * moment stays known.
 */
export function movePromise(ctx: Ctx, promiseId: string, due: Temporal.Instant): Promise<Moved> {
  return inTransaction(ctx, async (ctx) => {
    const promise = await store.lockPromise(ctx.db, ctx.municipalityId, promiseId);
    if (promise?.state !== "open" || isSetByLaw(promise)) return { ok: false, problem: "gone" };
    if (!may(ctx, "promise.move", { teamId: promise.teamId })) return { ok: false, problem: "notLead" };
    if (Temporal.Instant.compare(due, ctx.now) <= 0) return { ok: false, problem: "past" };
    // Nobody agrees on a call in 2126: a year that was typed wrong would let the resident wait in silence.
    if (Temporal.PlainDate.compare(dayOf(due), dayOf(ctx.now).add({ years: 1 })) > 0)
      return { ok: false, problem: "tooFar" };
    const calendar = await getTeam(ctx, promise.teamId);
    if (!isAtWork(due, calendar)) return { ok: false, problem: "closed", officeHours: calendar.officeHours };
    await store.settle(ctx.db, promise, "superseded", ctx.now);
    await store.insertChange(ctx.db, promise, { at: ctx.now, by: actorPerson(ctx), what: "superseded", dueAt: due });
    await record(ctx, "promises.moved", promise.eventRef, { kind: promise.kind });
    const warn = warningBetween(ctx.now, due, promise.clock === "working-days" ? calendar : undefined);
    const next = await makePromise(
      ctx,
      { ...promise, span: { clock: promise.clock, begins: ctx.now, due, warn } },
      promise,
    );
    return { ok: true, value: next };
  });
}

/**
 * The law gives longer, and the resident was told so: a new promise in place of the old. Its own moment counts as the first: an extension in time is
 * no lateness (AVG 12(3)).
 */
export async function extendPromise(ctx: Inside, promise: OpenPromise, span: Span): Promise<OpenPromise> {
  await store.settle(ctx.db, promise, "superseded", ctx.now);
  await store.insertChange(ctx.db, promise, { at: ctx.now, by: actorPerson(ctx), what: "superseded", dueAt: span.due });
  await record(ctx, "promises.moved", promise.eventRef, { kind: promise.kind });
  return makePromise(ctx, { ...promise, span });
}

/** For /metrics: counts only, over all municipalities. */
export const countByState = (ctx: Ctx) =>
  reading(as(ctx, { kind: "system", purpose: "metrics" }), (ctx) => store.countByState(ctx.db));
