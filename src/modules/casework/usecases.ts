import { maskBsn } from "../../kernel/bsn.ts";
import type { Ctx, Inside } from "../../kernel/context.ts";
import { inTransaction, reading } from "../../kernel/context.ts";
import { record } from "../../kernel/event.ts";
import { idOfForm, newId, newReference } from "../../kernel/id.ts";
import { type Permit, permitIntake, permitTeams, type TeamPermit } from "../access/index.ts";
import { listOwnCaseIds } from "../promises/index.ts";
import type { CaseFile, CaseResult, Channel } from "./case-file.ts";
import { type CaseChoice, exportMost } from "./case-list.ts";
import { type EntryKind, firstWords } from "./contact-log.ts";
import {
  type Answer,
  type ContactSafety,
  changedDetails,
  isSafetyDetail,
  type Resident,
  type ResidentDetails,
} from "./resident.ts";
import type { CaseSearch } from "./search.ts";
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
    againstMunicipality: "unknown",
    hold: null,
    status: "open",
  };
  const permit = permitIntake({ caseId: file.id, teamId, eventRef: file.eventRef });
  await store.insertCase(ctx.db, file);
  await store.insertResident(ctx.db, permit, ctx.municipalityId, asked.resident);
  await addEntry(ctx, permit, "opened", "");
  await record(ctx, "casework.opened", file.eventRef, { theme, channel });
  return { file, permit };
}

/**
 * Adds a line to the contact log, in the transaction of the act it belongs to, with its file locked. The same form sent
 * again adds nothing: `formKey` was made when it was shown. A burgerservicenummer is taken out: it has no place here.
 */
export async function addEntry(
  ctx: Inside,
  permit: Permit<"case.write">,
  kind: EntryKind,
  text: string,
  formKey?: string,
): Promise<void> {
  const id = idOfForm(permit.caseId, formKey, text);
  if (formKey !== undefined && (await store.hasEntry(ctx.db, ctx.municipalityId, permit, id))) return;
  await store.insertEntry(ctx.db, ctx.municipalityId, permit, {
    id,
    at: ctx.now,
    byPersonId: ctx.actor.kind === "person" ? ctx.actor.personId : null,
    kind,
    text: maskBsn(text),
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

/** Calling this number is not safe: it stands before the number from now on, with since when. */
export async function markNotSafe(ctx: Inside, permit: Permit<"case.write">): Promise<void> {
  const { notSafeSince } = await getResident(ctx, permit);
  if (notSafeSince === null) await change(ctx, permit, { notSafeSince: ctx.now });
}

/** Calling is safe again, as a helper heard: the reason is theirs to write, and stays in the log. */
export async function markSafe(ctx: Inside, permit: Permit<"case.write">, reason: string): Promise<void> {
  await change(ctx, permit, { notSafeSince: null });
  await addEntry(ctx, permit, "safe-again", "");
  await addEntry(ctx, permit, "note", reason);
}

/** Another number. `isSafe`: a helper heard it from the resident, so what was known to be unsafe was the old one. */
export async function changePhone(
  ctx: Inside,
  permit: Permit<"case.write">,
  phone: string,
  { isSafe }: { isSafe: boolean },
): Promise<void> {
  await change(ctx, permit, isSafe ? { phone, notSafeSince: null } : { phone });
  await addEntry(ctx, permit, "number-changed", "");
}

/** What the resident says of leaving a message and of saying who calls. */
export async function changeSafety(ctx: Inside, permit: Permit<"case.write">, safety: ContactSafety): Promise<void> {
  await change(ctx, permit, safety);
  await addEntry(ctx, permit, "safety-changed", "");
}

/**
 * What a helper hears later of who somebody is and how to reach them. The log says what changed, not from what: what
 * somebody no longer wants known must not stay there.
 * @returns whether anything was different.
 */
export async function changeDetails(
  ctx: Inside,
  permit: Permit<"case.write">,
  details: ResidentDetails,
): Promise<boolean> {
  const changed = changedDetails(await getResident(ctx, permit), details);
  if (changed.length === 0) return false;
  await change(ctx, permit, details);
  const safety = changed.filter(isSafetyDetail);
  if (safety.length > 0) await addEntry(ctx, permit, "safety-changed", "");
  if (safety.length < changed.length)
    await addEntry(ctx, permit, "details-changed", changed.filter((detail) => !isSafetyDetail(detail)).join(" "));
  return true;
}

const change = (ctx: Inside, permit: Permit<"case.write">, to: Parameters<typeof store.updateResident>[3]) =>
  store.updateResident(ctx.db, ctx.municipalityId, permit, to);

/** Whether the municipality is the other party: then nobody who works for it breaks the glass of this file. */
export async function setAgainstMunicipality(
  ctx: Inside,
  permit: Permit<"case.write">,
  against: Answer,
): Promise<void> {
  const { againstMunicipality } = await store.getCase(ctx.db, ctx.municipalityId, permit);
  if (againstMunicipality === against) return;
  await store.setAgainstMunicipality(ctx.db, ctx.municipalityId, permit, against);
  await addEntry(ctx, permit, "other-party-changed", "");
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
  return ofMyTeams(ctx, [], reading, (ctx, permit) =>
    store.listCases(ctx.db, ctx.municipalityId, permit, narrow, partOf(page, perPage)),
  );
}

const partOf = (page: number, perPage: number) => ({ limit: perPage, offset: (page - 1) * perPage });

const narrowTo = async (ctx: Inside, { status, theme, mine }: CaseChoice): Promise<store.Narrow> => ({
  status,
  theme,
  caseIds: mine ? await listOwnCaseIds(ctx) : undefined,
});

/** A page of the cases that somebody chose to see, and how many there are in all. */
export function listChosenCases(
  ctx: Ctx,
  choice: CaseChoice,
  { page, perPage }: { page: number; perPage: number },
): Promise<{ lines: store.CaseLine[]; chosen: number }> {
  return ofMyTeams(ctx, { lines: [], chosen: 0 }, reading, async (ctx, permit) => {
    const narrow = await narrowTo(ctx, choice);
    return {
      lines: await store.listCases(ctx.db, ctx.municipalityId, permit, narrow, partOf(page, perPage), choice),
      chosen: await store.countChosen(ctx.db, ctx.municipalityId, permit, narrow),
    };
  });
}

/** The same cases to take along. That personal data left the system is written down, with how much. */
export function exportCases(ctx: Ctx, choice: CaseChoice): Promise<store.CaseLine[]> {
  return ofMyTeams(ctx, [], inTransaction, async (ctx, permit) => {
    const narrow = await narrowTo(ctx, choice);
    const lines = await store.listCases(ctx.db, ctx.municipalityId, permit, narrow, partOf(1, exportMost), choice);
    const { status, theme = "", mine } = choice;
    await record(ctx, "casework.listExported", newReference(), {
      status,
      theme,
      mine,
      rows: lines.length,
      subjects: lines.map(({ file }) => file.eventRef),
    });
    return lines;
  });
}

/** More would be no answer: then more of the name or the number is needed. */
const searchMost = 50;

/** Finds somebody of my teams back by name or number. What was looked for is written down nowhere, whose cases were shown is. */
export function searchCases(ctx: Ctx, search: CaseSearch): Promise<{ lines: store.CaseLine[]; more: boolean }> {
  return ofMyTeams(ctx, { lines: [], more: false }, inTransaction, async (ctx, permit) => {
    const found = await store.searchCases(ctx.db, ctx.municipalityId, permit, search, searchMost + 1);
    const lines = found.slice(0, searchMost);
    await record(ctx, "casework.searched", newReference(), {
      by: search.by,
      found: lines.length,
      subjects: lines.map(({ file }) => file.eventRef),
    });
    return { lines, more: found.length > searchMost };
  });
}

/** Why somebody calls, in a line: the first of what each resident wrote, by case. */
export function listFirstWords(ctx: Ctx, caseIds: string[]): Promise<Map<string, string>> {
  return ofMyTeams(ctx, new Map<string, string>(), reading, async (ctx, permit) => {
    const words = await store.listFirstWords(ctx.db, ctx.municipalityId, permit, caseIds);
    return new Map(words.map(({ caseId, text }) => [caseId, firstWords(text)]));
  });
}

/** Does something with the lists of my own teams; whoever has no team gets `nothing`. */
async function ofMyTeams<T>(
  ctx: Ctx,
  nothing: T,
  within: <R>(ctx: Ctx, act: (ctx: Inside) => Promise<R>) => Promise<R>,
  act: (ctx: Inside, permit: TeamPermit) => Promise<T>,
): Promise<T> {
  const permit = permitTeams(ctx);
  return permit === undefined ? nothing : within(ctx, (ctx) => act(ctx, permit));
}

export function countCases(ctx: Ctx): Promise<{ open: number; closed: number }> {
  const permit = permitTeams(ctx);
  if (permit === undefined) return Promise.resolve({ open: 0, closed: 0 });
  return reading(ctx, (ctx) => store.countCases(ctx.db, ctx.municipalityId, permit));
}
