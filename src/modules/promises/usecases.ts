import { as, type Ctx, type Inside, inTransaction, reading } from "../../kernel/context.ts";
import { type Day, dayOf } from "../../kernel/day.ts";
import { record } from "../../kernel/event.ts";
import type { WeekHours } from "../../kernel/hours.ts";
import { newId, newReference } from "../../kernel/id.ts";
import { isLanguage, type Translated } from "../../kernel/language.ts";
import type { Mail } from "../../kernel/mail.ts";
import type { Result } from "../../kernel/result.ts";
import {
  type Colleague,
  getTeam,
  isThere,
  listAlarmAddresses,
  listColleagues,
  listJudges,
  listMemberIds,
  listWatchers,
  may,
  permitLooking,
  permitTeams,
  permitWatch,
  setAway,
} from "../access/index.ts";
import { callbackInClockHours, dueAfterPause, followUpSpan, isAtWork, type Span, warningBetween } from "./clock.ts";
import { en } from "./en.ts";
import { nl, type PromisesText } from "./nl.ts";
import {
  alarmFor,
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

const texts: Translated<PromisesText> = { nl, en };

const actorPerson = (ctx: Inside): string | null => (ctx.actor.kind === "person" ? ctx.actor.personId : null);

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
const deputyOf = (colleagues: Colleague[], personId: string, { teamId, kind }: StandsInFor): string | null => {
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

async function handOver(
  ctx: Inside,
  promise: OpenPromise,
  to: { owner: string | null; deputy: string | null; what: "handed-over" | "owner-left" },
): Promise<void> {
  await store.updateDuty(ctx.db, promise, to.owner, to.deputy);
  await store.insertChange(ctx.db, promise, { at: ctx.now, by: actorPerson(ctx), what: to.what });
  await record(ctx, "promises.handedOver", promise.eventRef, { count: 1 });
}

/** "Ik ben er niet": what I promised goes to my deputy, or back to the team when I have none. */
export function beAway(ctx: Ctx, until: Day): Promise<Result<{ handedOver: number }, "past" | "tooFar">> {
  return inTransaction(ctx, async (ctx) => {
    const me = actorPerson(ctx);
    if (me === null || Temporal.PlainDate.compare(until, dayOf(ctx.now)) < 0) return { ok: false, problem: "past" };
    if (Temporal.PlainDate.compare(until, dayOf(ctx.now).add({ years: 1 })) > 0)
      return { ok: false, problem: "tooFar" };
    // From now on nothing may fall to me either, not even as the deputy of my deputy.
    const colleagues = (await listColleagues(ctx)).map((colleague) =>
      colleague.personId === me ? { ...colleague, awayUntil: until.toString() } : colleague,
    );
    const mine = await store.listOwnedBy(ctx.db, ctx.municipalityId, me);
    for (const promise of mine) {
      // Reading that stood out may be the deputy's own: whoever may judge it finds it on the list again.
      const isToJudge = promise.owner.role === "privacy-officer";
      const owner = isToJudge ? null : deputyOf(colleagues, me, promise);
      const deputy = owner === null ? null : deputyOf(colleagues, owner, promise);
      await handOver(ctx, promise, { owner, deputy, what: "handed-over" });
    }
    await setAway(ctx, me, until.toString());
    return { ok: true, value: { handedOver: mine.length } };
  });
}

export const comeBack = (ctx: Ctx): Promise<void> =>
  inTransaction(ctx, async (ctx) => {
    const me = actorPerson(ctx);
    if (me !== null) await setAway(ctx, me, null);
  });

/**
 * Whoever left a team owes nothing there any more: what they had taken is the team's again, within minutes and whatever
 * way they left. Each team in a transaction of its own.
 * @returns how many promises went back.
 */
export async function handBackOfLeavers(ctx: Ctx): Promise<number> {
  const owners = await reading(as(ctx, { kind: "system", purpose: "alarms" }), (ctx) => store.listOwners(ctx.db));
  const handedBack = { count: 0 };
  for (const [teamId, ofTeam] of Map.groupBy(owners, (owner) => owner.teamId)) {
    const municipalityId = ofTeam[0]?.municipalityId ?? "";
    const there = { ...ctx, municipalityId, actor: { kind: "system", purpose: "alarms", teamId } as const };
    handedBack.count += await inTransaction(there, async (ctx) => {
      const members = new Set(await listMemberIds(ctx, teamId));
      const leavers = ofTeam.flatMap(({ personId }) => (members.has(personId) ? [] : [personId]));
      const left = leavers.length === 0 ? [] : await store.listOwnedInTeam(ctx.db, municipalityId, teamId, leavers);
      for (const promise of left) await handOver(ctx, promise, { owner: null, deputy: null, what: "owner-left" });
      // Reading that stood out is on the list of whoever may judge it, and is handed over by nobody.
      const count = left.filter(({ owner }) => owner.role !== "privacy-officer").length;
      if (count > 0) await record(ctx, "promises.leftBehind", newReference(), { teamId, count });
      return left.length;
    });
  }
  return handedBack.count;
}

/** To whoever may hand it over. They name nobody, not even who left. `eventRef`: once for each time that work was left. */
export async function leftBehindMails(ctx: Ctx, teamId: string, eventRef: string, link: string): Promise<Mail[]> {
  const leads = await reading(as(ctx, { kind: "system", purpose: "alarms", teamId }), (ctx) =>
    listAlarmAddresses(ctx, teamId, []),
  );
  return leads.map((lead) => ({
    key: `left-behind:${eventRef}:${lead.id}`,
    teamId,
    caseId: null,
    to: lead.mail,
    ...texts[isLanguage(lead.language) ? lead.language : "nl"].leftBehind(link),
  }));
}

const teamsToHandOver = (ctx: Ctx): string[] =>
  permitTeams(ctx)?.teamIds.filter((teamId) => may(ctx, "team.handOver", { teamId })) ?? [];

/** What colleagues who left had taken in the teams that the actor leads, and nobody has taken on since. */
export function listLeftBehind(ctx: Ctx): Promise<OpenPromise[]> {
  const teamIds = teamsToHandOver(ctx);
  if (teamIds.length === 0) return Promise.resolve([]);
  return reading(ctx, (ctx) => store.listLeftBehind(ctx.db, ctx.municipalityId, teamIds));
}

/** How much of it there is; undefined for whoever hands nothing over. */
export function countLeftBehind(ctx: Ctx): Promise<number | undefined> {
  const teamIds = teamsToHandOver(ctx);
  if (teamIds.length === 0) return Promise.resolve(undefined);
  return reading(ctx, (ctx) => store.countLeftBehind(ctx.db, ctx.municipalityId, teamIds));
}

/** Whoever leads the team gives what nobody has taken to a colleague who is there. `neverCame`: they were invited only. */
export const givePromise = (
  ctx: Ctx,
  promiseId: string,
  personId: string,
): Promise<Result<void, "gone" | "notThere" | "neverCame" | "taken">> =>
  inTransaction(ctx, async (ctx) => {
    const promise = await store.lockPromise(ctx.db, ctx.municipalityId, promiseId);
    if (promise?.state !== "open" || !may(ctx, "team.handOver", { teamId: promise.teamId }))
      return { ok: false, problem: "gone" };
    if (promise.owner.personId !== null) return { ok: false, problem: "taken" };
    const colleagues = await listColleagues(ctx);
    const wanted = colleagues.find((each) => each.personId === personId && each.teamId === promise.teamId);
    if (wanted?.isAwaited) return { ok: false, problem: "neverCame" };
    if (wanted === undefined || !isThere(wanted)) return { ok: false, problem: "notThere" };
    await store.updateDuty(ctx.db, promise, personId, deputyOf(colleagues, personId, promise));
    await store.insertChange(ctx.db, promise, { at: ctx.now, by: personId, what: "given" });
    await record(ctx, "promises.given", promise.eventRef, { kind: promise.kind });
    return { ok: true, value: undefined };
  });

/** How many alarms one look takes; the next look follows at once while there is more. */
const alarmsAtOnce = 200;

/**
 * Warns and breaks what is due, in every municipality. Each promise in a transaction of its own, as its own team:
 * a process that dies half-way has finished some and not touched the rest.
 * @returns how many were warned and broken.
 */
export async function sweepAlarms(ctx: Ctx): Promise<{ warned: number; broken: number }> {
  const lookout = as(ctx, { kind: "system", purpose: "alarms" });
  const total = { warned: 0, broken: 0 };
  const failed = new Map<string, unknown>();
  for (;;) {
    const found = await reading(lookout, (ctx) => store.listAlarmsDue(ctx.db, ctx.now, alarmsAtOnce + failed.size));
    const due = found.filter(({ id }) => !failed.has(id));
    for (const { municipality_id, team_id, id } of due) {
      const there = {
        ...ctx,
        municipalityId: municipality_id,
        actor: { kind: "system", purpose: "alarms", teamId: team_id },
      } as const;
      // One promise that fails must not keep the others from being looked at.
      const done = await inTransaction(there, (ctx) => raiseAlarm(ctx, id)).catch((error: unknown) => {
        failed.set(id, error);
        return "none";
      });
      if (done === "warn") total.warned++;
      if (done === "break") total.broken++;
    }
    if (due.length < alarmsAtOnce) break;
  }
  if (failed.size > 0) throw new AggregateError(failed.values(), `${failed.size} alarms could not be raised`);
  return total;
}

async function raiseAlarm(ctx: Inside, promiseId: string) {
  const promise = await store.lockPromise(ctx.db, ctx.municipalityId, promiseId);
  if (promise?.state !== "open") return "none";
  const alarm = alarmFor(promise, ctx.now);
  if (alarm === "warn") {
    await store.setWarned(ctx.db, promise, ctx.now);
    await record(ctx, "promises.warned", promise.eventRef, { kind: promise.kind, promiseId: promise.id });
  }
  if (alarm === "break") await breakPromise(ctx, promise);
  return alarm;
}

async function breakPromise(ctx: Inside, promise: OpenPromise): Promise<void> {
  await store.settle(ctx.db, promise, "broken", ctx.now);
  await store.insertChange(ctx.db, promise, { at: ctx.now, by: null, what: "broken" });
  await record(ctx, "promises.broken", promise.eventRef, {
    kind: promise.kind,
    promiseId: promise.id,
    subjectId: promise.subjectId,
    first: promise.followsId === null,
    harm: promise.harm,
  });
  // Nothing falls: a new promise follows at once. A second breach makes it the team lead's own task, but for what a privacy
  // officer must look at: it may be about the lead. What was the lead's from the start keeps its deputy.
  const escalates = promise.followsId !== null && !["team-lead", "privacy-officer"].includes(promise.owner.role);
  await makePromise(
    ctx,
    {
      ...promise,
      ...(escalates
        ? { owner: { role: "team-lead", personId: null }, deputy: { role: "helper", personId: null } }
        : {}),
      span:
        promise.clock === "clock-hours"
          ? callbackInClockHours(ctx.now)
          : followUpSpan(ctx.now, await getTeam(ctx, promise.teamId), promise),
    },
    promise,
  );
}

/**
 * The mails about a promise that is nearly or already too late, to its owner, its deputy and the team's leads.
 * They name the kind of promise and where to look, nobody else.
 */
export async function alarmMails(
  ctx: Ctx,
  promiseId: string,
  alarm: "warned" | "broken",
  links: { todayLink: string; lookLink: string },
): Promise<Mail[]> {
  const promise = await reading(as(ctx, { kind: "system", purpose: "follow-up" }), (ctx) =>
    store.findPromise(ctx.db, ctx.municipalityId, promiseId),
  );
  if (promise === undefined) return [];
  const { teamId, caseId, kind, subjectId } = promise;
  const involved = [promise.owner.personId, promise.deputy.personId].filter((id) => id !== null);
  const isLook = promise.owner.role === "privacy-officer";
  const people = await reading(as(ctx, { kind: "system", purpose: "alarms", teamId }), (ctx) =>
    isLook ? listJudges(ctx, teamId, subjectId) : listAlarmAddresses(ctx, teamId, involved),
  );
  return people.map((person) => {
    const text = texts[isLanguage(person.language) ? person.language : "nl"];
    const written = isLook
      ? text.lookDue[alarm](promise.dueAt, `${links.lookLink}/${subjectId}`)
      : text[alarm](text.kinds[kind], promise.dueAt, links.todayLink, promise.toWhom === "resident");
    return { key: `${alarm}:${promise.id}:${person.id}`, teamId, caseId, to: person.mail, ...written };
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

/** Somebody must look at what happened: never a block, always a person. Once for each thing that happened. */
export function promiseToLook(
  ctx: Ctx,
  about: {
    teamId: string;
    caseId: string | null;
    eventRef: string;
    subjectId: string;
    owner: "team-lead" | "privacy-officer";
  },
): Promise<void> {
  const { teamId, owner, ...rest } = about;
  return inTransaction(as(ctx, { kind: "system", purpose: "alarms", teamId }), async (ctx) => {
    if (await store.hasPromise(ctx.db, ctx.municipalityId, "look", about.subjectId)) return;
    await makePromise(ctx, {
      ...rest,
      teamId,
      kind: "look",
      toWhom: "team",
      owner: { role: owner, personId: null },
      deputy: { role: owner === "team-lead" ? "privacy-officer" : "team-lead", personId: null },
      span: followUpSpan(ctx.now, await getTeam(ctx, teamId), { harm: false }),
      harm: false,
    });
  });
}

/** Somebody looked at it: of the team itself, on the page of the case. */
export const markLooked = (ctx: Ctx, promiseId: string): Promise<Result<void, "gone">> =>
  inTransaction(ctx, async (ctx) => {
    const promise = await store.lockPromise(ctx.db, ctx.municipalityId, promiseId);
    if (promise?.state !== "open" || promise.kind !== "look") return { ok: false, problem: "gone" };
    await keepPromise(ctx, promise);
    return { ok: true, value: undefined };
  });

/** Somebody looked at unusual reading, and said what came of it: nobody owes that any more. */
export const keepLook = (ctx: Ctx, { teamId, subjectId }: { teamId: string; subjectId: string }): Promise<void> =>
  inTransaction(as(ctx, { kind: "system", purpose: "alarms", teamId }), async (ctx) => {
    const promise = await store.findOpen(ctx.db, ctx.municipalityId, "look", subjectId);
    if (promise !== undefined) await keepPromise(ctx, promise);
  });

/** By when somebody must look at each unusual reading that the actor may look at, by its id. */
export async function listLooksDue(ctx: Ctx): Promise<Map<string, Temporal.Instant>> {
  const permit = permitLooking(ctx);
  if (permit === undefined) return new Map();
  const due = await reading(ctx, (ctx) => store.listLooksDue(ctx.db, ctx.municipalityId, permit));
  return new Map(due.map(({ subjectId, dueAt }) => [subjectId, dueAt]));
}

type Watcher = Awaited<ReturnType<typeof listWatchers>>[number];

/** They name nobody. */
const lookMail = (
  person: Watcher,
  { teamId, subjectId }: { teamId: string; subjectId: string },
  write: (text: PromisesText) => Pick<Mail, "subject" | "text">,
): Mail => ({
  key: `look:${subjectId}:${person.id}`,
  teamId,
  caseId: null,
  to: person.mail,
  ...write(texts[isLanguage(person.language) ? person.language : "nl"]),
});

/** To the team's leads and the privacy officers of its organisation, but for the one whose reading it is. */
export async function unusualReadingMails(
  ctx: Ctx,
  about: { teamId: string; subjectId: string },
  link: string,
): Promise<Mail[]> {
  const { teamId, subjectId } = about;
  const people = await reading(as(ctx, { kind: "system", purpose: "alarms", teamId }), (ctx) =>
    listJudges(ctx, teamId, subjectId),
  );
  return people.map((person) => lookMail(person, about, (text) => text.unusualReading(link)));
}

/**
 * To the team's leads, who open the file, and to the privacy officers of its organisation, who see that it was opened and
 * never the file: each gets the link that opens for them.
 */
export async function glassMails(
  ctx: Ctx,
  about: { teamId: string; subjectId: string },
  links: { caseLink: string; trailLink: string },
): Promise<Mail[]> {
  const { teamId } = about;
  const people = await reading(as(ctx, { kind: "system", purpose: "alarms", teamId }), (ctx) =>
    listWatchers(ctx, teamId),
  );
  return people.map((person) =>
    lookMail(person, about, (text) =>
      person.leads ? text.glassBroken(links.caseLink) : text.glassBrokenWatched(links.trailLink),
    ),
  );
}

/** For /metrics: counts only, over all municipalities. */
export const countByState = (ctx: Ctx) =>
  reading(as(ctx, { kind: "system", purpose: "metrics" }), (ctx) => store.countByState(ctx.db));
