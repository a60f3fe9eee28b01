import { as, type Ctx, type Inside, inTransaction, reading } from "../../../kernel/context.ts";
import { record } from "../../../kernel/event.ts";
import { textIn } from "../../../kernel/language.ts";
import type { Mail } from "../../../kernel/mail.ts";
import { getTeam, listAlarmAddresses, listJudges } from "../../access/index.ts";
import { callbackInClockHours, followUpSpan } from "../clock.ts";
import { alarmFor, isLookKind, type OpenPromise } from "../promise.ts";
import * as store from "../store.ts";
import { texts } from "../texts.ts";
import { makePromise } from "../usecases.ts";

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
  const people = await reading(as(ctx, { kind: "system", purpose: "alarms", teamId }), (ctx) =>
    isLookKind(kind) ? listJudges(ctx, teamId, subjectId) : listAlarmAddresses(ctx, teamId, involved),
  );
  return people.map((person) => {
    const text = textIn(texts, person.language);
    const written = isLookKind(kind)
      ? text.lookDue[alarm](text.lookAt[kind], promise.dueAt, `${links.lookLink}/${subjectId}`)
      : text[alarm](text.kinds[kind], promise.dueAt, links.todayLink, promise.toWhom === "resident");
    return { key: `${alarm}:${promise.id}:${person.id}`, teamId, caseId, to: person.mail, ...written };
  });
}
