import { as, type Ctx, type Inside, inTransaction, reading } from "../../../kernel/context.ts";
import { dayOf, zone } from "../../../kernel/day.ts";
import { record } from "../../../kernel/event.ts";
import { newId } from "../../../kernel/id.ts";
import { type Translated, textIn } from "../../../kernel/language.ts";
import type { Mail } from "../../../kernel/mail.ts";
import {
  getTeamTerms,
  listAlarmAddresses,
  listTeamTerms,
  monthsAt,
  type Permit,
  permit,
  readRetention,
} from "../../access/index.ts";
import type { CaseFile, HoldReason } from "../case-file.ts";
import { isOpen } from "../rights/request.ts";
import { listRequests } from "../rights/store.ts";
import * as files from "../store.ts";
import { addEntry, getCase } from "../usecases.ts";
import {
  closingOf,
  decideRetention,
  type FileRule,
  type FileTerms,
  fileTermsOf,
  graceDays,
  pastTerms,
  type Retention,
} from "./due.ts";
import { en } from "./en.ts";
import { nl, type RetentionText } from "./nl.ts";
import { type ReportLine, reportOf } from "./report.ts";
import * as store from "./store.ts";

const retention = { kind: "system", purpose: "retention" } as const;

/** When a file goes and by which rule; `terms` also for one that is open. Its own team's terms are public. */
export async function retentionOf(
  ctx: Ctx | Inside,
  file: CaseFile,
): Promise<Retention & { terms: FileTerms; names: Record<FileRule, { nl: string; en: string }> }> {
  const table = readRetention();
  const terms = fileTermsOf(table, await getTeamTerms(ctx, file.teamId));
  const { hulpvraag, "hulpvraag-afgebroken": brokenOff } = table.rules;
  const names = { hulpvraag: hulpvraag.name, "hulpvraag-afgebroken": brokenOff.name };
  return { ...decideRetention(closingOf(file), terms, dayOf(ctx.now)), terms, names };
}

// ── holding ─────────────────────────────────────────────────────────────────────────────────────────────────────

type HoldChange = { kind: "done" | "gone" };

/** Keeps a file longer than agreed, with a reason; only its team's lead may. The same reason again changes nothing. */
export const holdCase = (ctx: Ctx, caseId: string, reason: HoldReason): Promise<HoldChange> =>
  inTransaction(ctx, (ctx) => changeHold(ctx, caseId, reason));

/** Lets go of it: from then on its term holds again. Something asked about its data and not answered goes on holding it. */
export const liftHold = (ctx: Ctx, caseId: string): Promise<HoldChange> =>
  inTransaction(ctx, (ctx) => changeHold(ctx, caseId, null));

async function changeHold(ctx: Inside, caseId: string, reason: HoldReason | null): Promise<HoldChange> {
  const leave = await permit(ctx, "case.hold", caseId);
  const writing = await permit(ctx, "case.write", caseId);
  if (leave === undefined || writing === undefined) return { kind: "gone" };
  const isAsked = reason === null && (await listRequests(ctx.db, ctx.municipalityId, leave)).some(isOpen);
  return setHold(ctx, leave, writing, isAsked ? "access-request" : reason);
}

/** The same for what holds a file by itself: a request of the resident about their own data. */
export async function setHold(
  ctx: Inside,
  leave: Permit<"case.hold" | "request.handle" | "request.answer">,
  writing: Permit<"case.write">,
  reason: HoldReason | null,
): Promise<HoldChange> {
  const { hold } = await getCase(ctx, leave);
  if ((hold?.reason ?? null) === reason) return { kind: "done" };
  const next = reason === null ? null : { since: hold?.since ?? ctx.now, reason };
  if (!(await store.setHold(ctx.db, ctx.municipalityId, leave, next))) return { kind: "gone" };
  await addEntry(ctx, writing, reason === null ? "hold-lifted" : "held", reason ?? "");
  if (reason !== null) await record(ctx, "casework.held", leave.eventRef, { reason });
  else if (hold !== null) await record(ctx, "casework.holdLifted", leave.eventRef, { reason: hold.reason });
  return { kind: "done" };
}

// ── forgetting ──────────────────────────────────────────────────────────────────────────────────────────────────

const filesAtOnce = 500;

/**
 * Deletes every file that is past its term, each in a transaction of its own: a process that dies half-way has finished
 * some and not touched the rest, and a second one at the same time does nothing twice.
 * @param given.dryRun names the same files and deletes none.
 * @returns the ids of the files that went (in a dry run: would go), and what went wrong with others.
 */
export async function forgetCases(
  ctx: Ctx,
  given: { dryRun: boolean },
): Promise<{ forgotten: string[]; failed: unknown[] }> {
  const table = readRetention();
  const teams = await listTeamTerms(ctx);
  const terms = new Map(teams.map((team) => [`${team.municipalityId} ${team.teamId}`, fileTermsOf(table, team)]));
  const today = dayOf(ctx.now);
  const past = pastTerms(table, teams, today);
  const there = as(ctx, retention);
  const total: { forgotten: string[]; failed: unknown[] } = { forgotten: [], failed: [] };
  const at: { after: store.ClosedFile | undefined } = { after: undefined };
  const forget = async (file: store.ClosedFile): Promise<void> => {
    const ofTeam = terms.get(`${file.municipalityId} ${file.teamId}`);
    const decided = ofTeam && decideRetention(file.closing, ofTeam, today);
    if (decided?.kind !== "due") return;
    // One file that fails must not keep the others.
    await (given.dryRun
      ? Promise.resolve(true)
      : inTransaction({ ...there, municipalityId: file.municipalityId }, (ctx) => forgetCase(ctx, file, decided))
    ).then(
      (gone) => {
        if (gone) total.forgotten.push(file.id);
      },
      (error: unknown) => total.failed.push(error),
    );
  };
  const erased = await reading(there, (ctx) => store.listToErase(ctx.db));
  for (const file of erased) await forget(file);
  const seen = new Set(erased.map(({ municipalityId, id }) => `${municipalityId} ${id}`));
  for (;;) {
    const found = await reading(there, (ctx) =>
      store.listPastTerm(ctx.db, past, { after: at.after, limit: filesAtOnce }),
    );
    for (const file of found) if (!seen.has(`${file.municipalityId} ${file.id}`)) await forget(file);
    if (found.length < filesAtOnce) return total;
    at.after = found.at(-1);
  }
}

/** The file and all that hangs on it go, and what is left says so: nothing ties the reference to anybody from here on. */
async function forgetCase(
  ctx: Inside,
  file: store.ClosedFile,
  { rule, term, goesOn, erased }: Extract<Retention, { kind: "due" }>,
): Promise<boolean> {
  if (!(await store.deleteFile(ctx.db, file))) return false;
  await record(ctx, "casework.forgotten", file.eventRef, {
    teamId: file.teamId,
    rule,
    ground: erased === true ? "erasure" : term.ground,
    goesOn: goesOn.toString(),
  });
  return true;
}

/** What a run would do now, and what it must leave: per team and rule. */
export async function reportRetention(ctx: Ctx): Promise<ReportLine[]> {
  const alike = await reading(as(ctx, retention), (ctx) => store.countAlike(ctx.db));
  return reportOf(alike, await listTeamTerms(ctx), readRetention(), dayOf(ctx.now));
}

/** For /metrics: how many files are there longer than agreed, over all municipalities. */
export async function countKeptTooLong(ctx: Ctx): Promise<number> {
  const on = dayOf(ctx.now).subtract({ days: graceDays + 1 });
  const past = pastTerms(readRetention(), await listTeamTerms(ctx), on);
  return reading(as(ctx, retention), async (ctx) => {
    const erased = (await store.listToErase(ctx.db)).filter(
      ({ closing: { erasedOn } }) => erasedOn != null && Temporal.PlainDate.compare(erasedOn, on) <= 0,
    );
    return (await store.countPastTerm(ctx.db, past)) + erased.length;
  });
}

// ── what nobody looks at ────────────────────────────────────────────────────────────────────────────────────────

/**
 * An open file never goes by itself, so its team hears of one in which nothing was written for a year. That is a line in
 * the file as well: the next time is another year later.
 * @returns how many were told of (in a dry run: would be).
 */
export async function tellOfUntouched(
  ctx: Ctx,
  given: { dryRun: boolean },
): Promise<{ told: number; failed: unknown[] }> {
  const { months } = monthsAt(readRetention().rules["hulpvraag-stil"], { controller: "organisation", own: {} });
  const since = dayOf(ctx.now).subtract({ months }).toZonedDateTime(zone).toInstant();
  const open = await reading(as(ctx, retention), (ctx) => store.listOpenSince(ctx.db, since));
  const total: { told: number; failed: unknown[] } = { told: 0, failed: [] };
  for (const [teamId, ofTeam] of Map.groupBy(open, (file) => file.teamId)) {
    const municipalityId = ofTeam[0]?.municipalityId ?? "";
    const there: Ctx = { ...ctx, municipalityId, actor: { kind: "system", purpose: "follow-up", teamId } };
    const caseIds = ofTeam.map(({ id }) => id);
    await inTransaction(there, async (ctx) => {
      const untouched = await store.listUntouched(ctx.db, municipalityId, caseIds, since);
      if (!given.dryRun) for (const caseId of untouched) await remind(ctx, caseId);
      return untouched.length;
    }).then(
      (told) => {
        total.told += told;
      },
      (error: unknown) => total.failed.push(error),
    );
  }
  return total;
}

async function remind(ctx: Inside, caseId: string): Promise<void> {
  const leave = await permit(ctx, "case.remind", caseId);
  if (leave === undefined) return;
  const line = { id: newId(), at: ctx.now, byPersonId: null, kind: "untouched", text: "" } as const;
  await files.insertEntry(ctx.db, ctx.municipalityId, leave, line);
  const facts = { teamId: leave.teamId, day: dayOf(ctx.now).toString() };
  await record(ctx, "casework.untouched", leave.eventRef, facts);
}

const texts: Translated<RetentionText> = { nl, en };

/** To the leads of the team, once a day however many files it is about. */
export async function untouchedMails(
  ctx: Ctx,
  { teamId, day }: { teamId: string; day: string },
  link: string,
): Promise<Mail[]> {
  const leads = await reading(as(ctx, { kind: "system", purpose: "alarms", teamId }), (ctx) =>
    listAlarmAddresses(ctx, teamId, []),
  );
  return leads.map((person) => ({
    key: `untouched:${teamId}:${day}:${person.id}`,
    teamId,
    caseId: null,
    to: person.mail,
    ...textIn(texts, person.language).untouched(link),
  }));
}
