import { as, type Ctx, inTransaction, reading } from "../../../kernel/context.ts";
import { textIn } from "../../../kernel/language.ts";
import type { Mail } from "../../../kernel/mail.ts";
import { getTeam, listJudges, permitLooking } from "../../access/index.ts";
import { followUpSpan } from "../clock.ts";
import { type LookKind, lookKinds } from "../promise.ts";
import * as promises from "../store.ts";
import { texts } from "../texts.ts";
import { keepPromise, makePromise } from "../usecases.ts";
import * as store from "./store.ts";

/** Something that was read, and that somebody must look at. */
type ToLook = { kind: LookKind; teamId: string; subjectId: string };

/**
 * Somebody must look at what happened: never a block, always a person. Once for each thing that happened. It stands in no
 * file: not everybody of the team looks at it, and never whoever read.
 */
export function promiseToLook(ctx: Ctx, { eventRef, ...about }: ToLook & { eventRef: string }): Promise<void> {
  const { kind, teamId, subjectId } = about;
  return inTransaction(as(ctx, { kind: "system", purpose: "alarms", teamId }), async (ctx) => {
    if (await promises.hasPromise(ctx.db, ctx.municipalityId, kind, subjectId)) return;
    await makePromise(ctx, {
      ...about,
      eventRef,
      caseId: null,
      toWhom: "team",
      owner: { role: "privacy-officer", personId: null },
      deputy: { role: "team-lead", personId: null },
      span: followUpSpan(ctx.now, await getTeam(ctx, teamId), { harm: false }),
      harm: false,
    });
  });
}

/** Somebody looked, and said what came of it: nobody owes that any more. */
export const keepLook = (ctx: Ctx, { teamId, subjectId }: Omit<ToLook, "kind">): Promise<void> =>
  inTransaction(as(ctx, { kind: "system", purpose: "alarms", teamId }), async (ctx) => {
    for (const kind of lookKinds) {
      const promise = await promises.findOpen(ctx.db, ctx.municipalityId, kind, subjectId);
      if (promise !== undefined) await keepPromise(ctx, promise);
    }
  });

/** By when somebody must look at each thing that the actor may look at, by its id. */
export async function listLooksDue(ctx: Ctx): Promise<Map<string, Temporal.Instant>> {
  const permit = permitLooking(ctx);
  if (permit === undefined) return new Map();
  const due = await reading(ctx, (ctx) => store.listLooksDue(ctx.db, ctx.municipalityId, permit));
  return new Map(due.map(({ subjectId, dueAt }) => [subjectId, dueAt]));
}

/**
 * To the team's leads and the privacy officers of its organisation, but for the one whose reading it is. They name nobody;
 * the page behind the link opens for each of them.
 */
export async function lookMails(ctx: Ctx, { kind, teamId, subjectId }: ToLook, link: string): Promise<Mail[]> {
  const people = await reading(as(ctx, { kind: "system", purpose: "alarms", teamId }), (ctx) =>
    listJudges(ctx, teamId, subjectId),
  );
  return people.map((person) => ({
    key: `look:${subjectId}:${person.id}`,
    teamId,
    caseId: null,
    to: person.mail,
    ...textIn(texts, person.language).toLook[kind](link),
  }));
}
