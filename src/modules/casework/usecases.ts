import type { Ctx, Inside } from "../../kernel/context.ts";
import { reading } from "../../kernel/context.ts";
import { record } from "../../kernel/event.ts";
import { newId, newReference } from "../../kernel/id.ts";
import { type Permit, permitIntake, permitTeams } from "../access/index.ts";
import type { CaseFile, CaseResult, Channel } from "./case-file.ts";
import type { EntryKind } from "./contact-log.ts";
import type { ContactSafety, Resident } from "./resident.ts";
import * as store from "./store.ts";

/** Opens a file for a question at a team, with who asked it. */
export async function openCase(
  ctx: Inside,
  asked: { teamId: string; theme: string; channel: Channel; resident: Resident },
): Promise<{ file: CaseFile; permit: Permit<"case.write"> }> {
  const { teamId, theme, channel } = asked;
  const file: CaseFile = {
    municipalityId: ctx.municipalityId,
    id: newId(),
    teamId,
    eventRef: newReference(),
    openedAt: ctx.now,
    theme,
    channel,
    status: "open",
  };
  const permit = permitIntake({ caseId: file.id, teamId, eventRef: file.eventRef });
  await store.insertCase(ctx.db, file);
  await store.insertResident(ctx.db, permit, ctx.municipalityId, asked.resident);
  await addEntry(ctx, permit, "opened", "");
  await record(ctx, "casework.opened", file.eventRef, { theme, channel });
  return { file, permit };
}

/** Adds a line to the contact log, in the transaction of the act it belongs to. */
export async function addEntry(
  ctx: Inside,
  permit: Permit<"case.write">,
  kind: EntryKind,
  text: string,
): Promise<void> {
  await store.insertEntry(ctx.db, ctx.municipalityId, permit, {
    id: newId(),
    at: ctx.now,
    byPersonId: ctx.actor.kind === "person" ? ctx.actor.personId : null,
    kind,
    text,
  });
  if (kind === "note" || kind === "resident-word")
    await record(ctx, "casework.noted", permit.eventRef, { by: kind === "note" ? "helper" : "resident" });
}

export const getCase = (ctx: Inside, permit: Permit) => store.getCase(ctx.db, ctx.municipalityId, permit);
export const getResident = (ctx: Inside, permit: Permit) => store.getResident(ctx.db, ctx.municipalityId, permit);
export const listEntries = (ctx: Inside, permit: Permit) => store.listEntries(ctx.db, ctx.municipalityId, permit);

/** False when it was closed already. */
export async function closeCase(ctx: Inside, permit: Permit<"case.write">, result: CaseResult): Promise<boolean> {
  const file = await store.getCase(ctx.db, ctx.municipalityId, permit);
  const closed = await store.closeCase(ctx.db, ctx.municipalityId, permit, { at: ctx.now, result });
  if (closed) {
    await addEntry(ctx, permit, result === "cancelled" ? "cancelled" : "closed", "");
    await record(ctx, "casework.closed", permit.eventRef, { result, theme: file.theme });
  }
  return closed;
}

/** Calling this number is not safe: it stands before the number from now on. */
export const markNotSafe = (ctx: Inside, permit: Permit<"case.write">) =>
  store.setNotSafe(ctx.db, ctx.municipalityId, permit, ctx.now);

/** Another number. `isSafe`: a helper heard it from the resident, so what was known to be unsafe was the old one. */
export async function changePhone(
  ctx: Inside,
  permit: Permit<"case.write">,
  phone: string,
  { isSafe }: { isSafe: boolean },
): Promise<void> {
  await store.setPhone(ctx.db, ctx.municipalityId, permit, phone);
  if (isSafe) await store.setSafe(ctx.db, ctx.municipalityId, permit);
  await addEntry(ctx, permit, "number-changed", "");
}

/** What the resident says of leaving a message and of saying who calls. */
export async function changeSafety(ctx: Inside, permit: Permit<"case.write">, safety: ContactSafety): Promise<void> {
  await store.setSafety(ctx.db, ctx.municipalityId, permit, safety);
  await addEntry(ctx, permit, "safety-changed", "");
}

/** A closed file is open again; the log keeps that it was closed. */
export async function reopenCase(ctx: Inside, permit: Permit<"case.write">): Promise<void> {
  await store.reopenCase(ctx.db, ctx.municipalityId, permit);
  await addEntry(ctx, permit, "reopened", "");
  await record(ctx, "casework.reopened", permit.eventRef, {});
}

/** Cases of my teams, a page at a time. */
export function listCases(
  ctx: Ctx,
  asked: { caseIds?: string[]; status?: "open" | "closed"; page: number; perPage: number },
): Promise<store.CaseLine[]> {
  const { page, perPage, ...narrow } = asked;
  const permit = permitTeams(ctx);
  if (permit === undefined) return Promise.resolve([]);
  return reading(ctx, (ctx) =>
    store.listCases(ctx.db, ctx.municipalityId, permit, { ...narrow, limit: perPage, offset: (page - 1) * perPage }),
  );
}

export function countCases(ctx: Ctx): Promise<{ open: number; closed: number }> {
  const permit = permitTeams(ctx);
  if (permit === undefined) return Promise.resolve({ open: 0, closed: 0 });
  return reading(ctx, (ctx) => store.countCases(ctx.db, ctx.municipalityId, permit));
}
