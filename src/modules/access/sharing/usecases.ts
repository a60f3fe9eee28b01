import { maskBsn } from "../../../kernel/bsn.ts";
import { type Ctx, type Inside, inTransaction, reading } from "../../../kernel/context.ts";
import { record } from "../../../kernel/event.ts";
import { newId, newReference } from "../../../kernel/id.ts";
import type { Permit } from "../permit.ts";
import { permit } from "../usecases.ts";
import { decideGlass, type EndedShare, type GlassOutcome, type GlassReason, glassUntil, type Share } from "./share.ts";
import * as store from "./store.ts";

/** The teams whose glass the actor might break: colleagues of the same organisation, in another team. */
export async function listTeamsBehindGlass(ctx: Ctx): Promise<{ id: string; name: string }[]> {
  const { actor } = ctx;
  if (actor.kind !== "person" || actor.teamIds.length === 0) return [];
  return reading(ctx, (ctx) => store.listTeamsBeside(ctx.db, ctx.municipalityId, actor.teamIds));
}

/**
 * Opens one question that a resident asked at a colleague's team in an emergency, for an hour, to read only. Who may is
 * decided in the database as well (`app_may_break_glass`): never somebody of the other party. Nothing there and not allowed
 * are one answer. That somebody must look at it is written down with it.
 * @param asked `phone` in international form; `chosen` when it has more than one question there.
 */
export function breakGlass(
  ctx: Ctx,
  asked: { teamId: string; phone: string; reason: GlassReason; words: string; chosen?: string | undefined },
): Promise<GlassOutcome> {
  return inTransaction(ctx, async (ctx) => {
    const { actor } = ctx;
    if (actor.kind !== "person") return { kind: "notFound" };
    const found = actor.teamIds.length > 0 ? await store.listBehindGlass(ctx.db, asked.teamId, asked.phone) : [];
    const outcome = decideGlass(found, asked.chosen);
    const { teamId, reason } = asked;
    switch (outcome.kind) {
      case "notFound":
        await record(ctx, "access.glassRefused", newReference(), { reason });
        break;
      case "choose":
        // That there is something, and since when, was told: written down whether something opens or not.
        await record(ctx, "access.glassListed", newReference(), { teamId, reason, count: outcome.from.length });
        break;
      case "opened":
        await openBehindGlass(ctx, outcome.caseId, actor.personId, asked);
    }
    return outcome;
  });
}

async function openBehindGlass(
  ctx: Inside,
  caseId: string,
  personId: string,
  { teamId, reason, words }: { teamId: string; reason: GlassReason; words: string },
): Promise<void> {
  const shareId = newId();
  const emergency = {
    municipalityId: ctx.municipalityId,
    id: shareId,
    teamId,
    fromAt: ctx.now,
    givenBy: personId,
  };
  await store.insertShare(ctx.db, {
    ...emergency,
    caseId,
    to: { personId },
    ground: "break-glass",
    basis: reason,
    reason: maskBsn(words),
    untilAt: glassUntil(ctx.now),
  });
  await store.insertEmergency(ctx.db, emergency);
  const opened = await permit(ctx, "case.read", caseId);
  if (opened === undefined) throw new Error("Glass was broken and the file did not open.");
  await record(ctx, "access.glassBroken", opened.eventRef, { shareId, caseId, teamId, reason });
}

/**
 * Shares a file with a team or a person on a ground that the handover decides; its records are kept here.
 * @param basis the article, or the record of the consent.
 */
export async function shareCase(
  ctx: Inside,
  permit: Permit<"case.write">,
  share: {
    to: { personId: string } | { teamId: string };
    ground: "consent" | "law";
    basis: string;
    untilAt: Temporal.Instant;
  },
): Promise<string> {
  if (ctx.actor.kind !== "person") throw new Error("Only somebody of the file's team shares it.");
  const id = newId();
  const { caseId, teamId } = permit;
  await store.insertShare(ctx.db, {
    ...share,
    municipalityId: ctx.municipalityId,
    id,
    caseId,
    teamId,
    reason: "",
    fromAt: ctx.now,
    givenBy: ctx.actor.personId,
  });
  await record(ctx, "access.shared", permit.eventRef, { shareId: id, ground: share.ground });
  return id;
}

/**
 * From now on it opens nothing, nor does what they got besides on the same ground; that it was shared stays known. By the
 * file's team, or by whoever got it.
 * A second press hears that it was over already, also when the file opens no more for whoever pressed.
 * @returns undefined when it is not there, or not theirs to end.
 */
export const endShare = (ctx: Ctx, caseId: string, shareId: string): Promise<EndedShare | undefined> =>
  inTransaction(ctx, async (ctx) => {
    const { actor } = ctx;
    if (actor.kind !== "person") return undefined;
    const share = { id: shareId, caseId };
    const leave = await permit(ctx, "case.read", caseId);
    const ended = leave === undefined ? [] : await store.endShares(ctx.db, ctx.municipalityId, share, ctx.now);
    if (leave !== undefined && ended.length > 0) {
      for (const id of ended) await record(ctx, "access.shareEnded", leave.eventRef, { shareId: id });
      return { when: "now", file: (await permit(ctx, "case.read", caseId)) === undefined ? "closed" : "opens" };
    }
    const wasTheirs = await store.isShareOver(ctx.db, ctx.municipalityId, share, actor, ctx.now);
    return wasTheirs ? { when: "before", file: leave === undefined ? "closed" : "opens" } : undefined;
  });

/** With whom a case was ever shared, for whoever may open it. */
export const listShares = (ctx: Inside, permit: Permit): Promise<Share[]> =>
  store.listShares(ctx.db, ctx.municipalityId, permit);
