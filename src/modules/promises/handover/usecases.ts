import { as, type Ctx, type Inside, inTransaction, reading } from "../../../kernel/context.ts";
import { type Day, dayOf } from "../../../kernel/day.ts";
import { record } from "../../../kernel/event.ts";
import { newReference } from "../../../kernel/id.ts";
import { textIn } from "../../../kernel/language.ts";
import type { Mail } from "../../../kernel/mail.ts";
import type { Result } from "../../../kernel/result.ts";
import {
  isThere,
  listAlarmAddresses,
  listColleagues,
  listMemberIds,
  may,
  permitTeams,
  setAway,
} from "../../access/index.ts";
import type { OpenPromise } from "../promise.ts";
import * as store from "../store.ts";
import { texts } from "../texts.ts";
import { actorPerson, deputyOf } from "../usecases.ts";

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
      // What somebody must look at is on the list of whoever may judge it, and is handed over by nobody.
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
    ...textIn(texts, lead.language).leftBehind(link),
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
