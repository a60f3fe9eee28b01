import type { RawBuilder, Selectable } from "kysely";
import { sql } from "kysely";
import { instant, instantOrNull, oneOf } from "../../db/row.ts";
import type { CaseFile as CaseRow, Resident as ResidentRow } from "../../db/schema.ts";
import type { Tx } from "../../kernel/context.ts";
import type { Permit, TeamPermit } from "../access/index.ts";
import { type CaseFile, caseResults, channels, holdReasons } from "./case-file.ts";
import type { CaseChoice } from "./case-list.ts";
import { type ContactEntry, entryKinds } from "./contact-log.ts";
import { type Answer, answers, askedFor, type Resident } from "./resident.ts";
import type { CaseSearch } from "./search.ts";

function caseFromRow(row: Selectable<CaseRow>): CaseFile {
  const common = {
    municipalityId: row.municipality_id,
    id: row.id,
    teamId: row.team_id,
    eventRef: row.event_ref,
    openedAt: instant(row.opened_at),
    theme: row.theme,
    channel: oneOf(channels, row.channel),
    againstMunicipality: oneOf(answers, row.against_municipality),
    hold:
      row.held_since === null ? null : { since: instant(row.held_since), reason: oneOf(holdReasons, row.hold_reason) },
  };
  if (row.closed_at === null) return { ...common, status: "open" };
  return {
    ...common,
    status: "closed",
    closedAt: instant(row.closed_at),
    result: oneOf(caseResults, row.result),
    erasureAt: instantOrNull(row.erasure_at),
  };
}

function residentFromRow(row: Selectable<ResidentRow>): Resident {
  return {
    name: row.name,
    phone: row.phone,
    mail: row.mail,
    language: row.language,
    siteLanguage: row.site_language,
    interpreter: row.interpreter,
    mayLeaveMessage: oneOf(answers, row.may_leave_message),
    maySayWho: oneOf(answers, row.may_say_who),
    askedFor: oneOf(askedFor, row.asked_for),
    notSafeSince: instantOrNull(row.not_safe_since),
  };
}

export async function insertCase(db: Tx, file: CaseFile): Promise<void> {
  await db
    .insertInto("case_file")
    .values({
      municipality_id: file.municipalityId,
      id: file.id,
      team_id: file.teamId,
      event_ref: file.eventRef,
      opened_at: file.openedAt.toString(),
      theme: file.theme,
      channel: file.channel,
      against_municipality: file.againstMunicipality,
      status: "open",
    })
    .execute();
}

export async function insertResident(
  db: Tx,
  permit: Permit<"case.write">,
  municipalityId: string,
  resident: Resident,
): Promise<void> {
  await db
    .insertInto("resident")
    .values({
      municipality_id: municipalityId,
      case_id: permit.caseId,
      team_id: permit.teamId,
      name: resident.name,
      phone: resident.phone,
      mail: resident.mail,
      language: resident.language,
      site_language: resident.siteLanguage,
      interpreter: resident.interpreter,
      may_leave_message: resident.mayLeaveMessage,
      may_say_who: resident.maySayWho,
      asked_for: resident.askedFor,
    })
    .execute();
}

export async function getCase(db: Tx, municipalityId: string, permit: Permit): Promise<CaseFile> {
  const row = await db
    .selectFrom("case_file")
    .selectAll()
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", permit.caseId)
    .executeTakeFirstOrThrow();
  return caseFromRow(row);
}

export async function getResident(db: Tx, municipalityId: string, permit: Permit): Promise<Resident> {
  const row = await db
    .selectFrom("resident")
    .selectAll()
    .where("municipality_id", "=", municipalityId)
    .where("case_id", "=", permit.caseId)
    .executeTakeFirstOrThrow();
  return residentFromRow(row);
}

export type CaseLine = { file: CaseFile; resident: Resident };

/** Which cases of a team: `caseIds` narrows to those of a page of promises, or to what somebody has taken. */
export type Narrow = {
  caseIds?: string[] | undefined;
  status?: "open" | "closed" | undefined;
  theme?: string | undefined;
};

const casesOf = (db: Tx, municipalityId: string, permit: TeamPermit, { caseIds, status, theme }: Narrow) =>
  db
    .selectFrom("case_file")
    .where("case_file.municipality_id", "=", municipalityId)
    .where("case_file.team_id", "in", permit.teamIds)
    .$if(caseIds !== undefined, (select) => select.where("case_file.id", "in", caseIds ?? []))
    .$if(status !== undefined, (select) => select.where("case_file.status", "=", status ?? "open"))
    .$if(theme !== undefined, (select) => select.where("case_file.theme", "=", theme ?? ""));

const linesOf = (...which: Parameters<typeof casesOf>) =>
  casesOf(...which)
    .innerJoin("resident", (join) =>
      join
        .onRef("resident.municipality_id", "=", "case_file.municipality_id")
        .onRef("resident.case_id", "=", "case_file.id"),
    )
    .selectAll("resident")
    .selectAll("case_file");

const lineFromRow = (row: Selectable<CaseRow> & Selectable<ResidentRow>): CaseLine => ({
  file: caseFromRow(row),
  resident: residentFromRow(row),
});

type Order = Pick<CaseChoice, "order" | "descending" | "themes">;
const direction = (descending: boolean) => (descending ? sql`desc` : sql`asc`);

/** Whoever gave no name stands last, whichever way the names run; what is equal stands newest first. */
const orders: Record<CaseChoice["order"], (order: Order) => RawBuilder<unknown>[]> = {
  asked: ({ descending }) => [sql`case_file.opened_at ${direction(descending)}`],
  theme: ({ themes, descending }) => [
    sql`array_position(${[...themes]}::text[], case_file.theme) ${direction(descending)}`,
    sql`case_file.opened_at desc`,
  ],
  name: ({ descending }) => [
    sql`resident.name = ''`,
    sql`resident.name collate "und-x-icu" ${direction(descending)}`,
    sql`case_file.opened_at desc`,
  ],
};

/** Cases of my teams for a list, a part at a time; newest first when nothing else is asked. */
export async function listCases(
  db: Tx,
  municipalityId: string,
  permit: TeamPermit,
  narrow: Narrow,
  part: { limit: number; offset: number },
  order: Order = { order: "asked", descending: true, themes: [] },
): Promise<CaseLine[]> {
  if (narrow.caseIds?.length === 0) return [];
  const rows = await orders[order.order](order)
    .reduce((select, by) => select.orderBy(by), linesOf(db, municipalityId, permit, narrow))
    .orderBy("case_file.id")
    .limit(part.limit)
    .offset(part.offset)
    .execute();
  return rows.map(lineFromRow);
}

/** How many there are in all of what a list shows a part of. */
export async function countChosen(db: Tx, municipalityId: string, permit: TeamPermit, narrow: Narrow): Promise<number> {
  if (narrow.caseIds?.length === 0) return 0;
  const { count } = await casesOf(db, municipalityId, permit, narrow)
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}

/** Accents after their letter, and the vowel signs of Arabic. */
const marks = "[\\u0300-\\u036f\\u0610-\\u061a\\u064b-\\u065f]";

/**
 * A name as everybody types it: no capitals, no accents or vowel signs, plain apostrophes. The database does this to what
 * was typed and to what is stored alike, so that the two cannot drift apart.
 */
const plain = (text: RawBuilder<string>) =>
  sql<string>`translate(replace(regexp_replace(lower(normalize(${text}, NFKD) collate "und-x-icu"), ${marks}, '', 'g'), 'ß', 'ss'), ${"ıøłđ’‘"}, ${"iold''"})`;

/**
 * Cases of my teams, open ones first, of residents with this name or number. Reads every resident of those teams, some
 * thousands at most: a part of a name has no order that an index could use.
 */
export async function searchCases(
  db: Tx,
  municipalityId: string,
  permit: TeamPermit,
  search: CaseSearch,
  limit: number,
): Promise<CaseLine[]> {
  const all = linesOf(db, municipalityId, permit, {});
  const found =
    search.by === "phone"
      ? all.where("resident.phone", "like", `%${search.digits}`)
      : search.words.reduce(
          (select, word) =>
            // The word is made comparable once, not for each row.
            select.where(
              sql<boolean>`position((select ${plain(sql`${word}::text`)}) in ${plain(sql`resident.name`)}) > 0`,
            ),
          all,
        );
  const rows = await found
    .orderBy("case_file.status", "desc")
    .orderBy("case_file.opened_at", "desc")
    .orderBy("case_file.id")
    .limit(limit)
    .execute();
  return rows.map(lineFromRow);
}

/** The beginning of what each resident wrote first; cases without a word are not there. */
export async function listFirstWords(
  db: Tx,
  municipalityId: string,
  permit: TeamPermit,
  caseIds: string[],
): Promise<{ caseId: string; text: string }[]> {
  if (caseIds.length === 0) return [];
  return db
    .selectFrom("contact_entry")
    .distinctOn("case_id")
    .select(["case_id as caseId", sql<string>`left(text, 400)`.as("text")])
    .where("municipality_id", "=", municipalityId)
    .where("team_id", "in", permit.teamIds)
    .where("case_id", "in", caseIds)
    .where("kind", "=", "resident-word")
    .orderBy("case_id")
    .orderBy("at")
    .orderBy("id")
    .execute();
}

export async function countCases(
  db: Tx,
  municipalityId: string,
  permit: TeamPermit,
): Promise<{ open: number; closed: number }> {
  return db
    .selectFrom("case_file")
    .select([
      sql<number>`count(*) filter (where status = 'open')`.as("open"),
      sql<number>`count(*) filter (where status = 'closed')`.as("closed"),
    ])
    .where("municipality_id", "=", municipalityId)
    .where("team_id", "in", permit.teamIds)
    .executeTakeFirstOrThrow();
}

export async function setAgainstMunicipality(
  db: Tx,
  municipalityId: string,
  permit: Permit<"case.write">,
  against: Answer,
): Promise<void> {
  await db
    .updateTable("case_file")
    .set({ against_municipality: against })
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", permit.caseId)
    .execute();
}

export async function closeCase(
  db: Tx,
  municipalityId: string,
  permit: Permit<"case.write">,
  end: { at: Temporal.Instant; result: string },
): Promise<boolean> {
  const result = await db
    .updateTable("case_file")
    .set({ status: "closed", closed_at: end.at.toString(), result: end.result })
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", permit.caseId)
    .where("status", "=", sql.lit("open"))
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function reopenCase(db: Tx, municipalityId: string, permit: Permit<"case.write">): Promise<void> {
  await db
    .updateTable("case_file")
    .set({ status: "open", closed_at: null, result: null })
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", permit.caseId)
    .execute();
}

/** Changes what is known of the resident; what is not named stays as it was. */
export async function updateResident(
  db: Tx,
  municipalityId: string,
  permit: Permit<"case.write">,
  change: Partial<Omit<Resident, "siteLanguage">>,
): Promise<void> {
  const { mayLeaveMessage, maySayWho, askedFor, notSafeSince, ...sameName } = change;
  await db
    .updateTable("resident")
    .set({
      ...sameName,
      ...(mayLeaveMessage && { may_leave_message: mayLeaveMessage }),
      ...(maySayWho && { may_say_who: maySayWho }),
      ...(askedFor && { asked_for: askedFor }),
      ...(notSafeSince !== undefined && { not_safe_since: notSafeSince?.toString() ?? null }),
    })
    .where("municipality_id", "=", municipalityId)
    .where("case_id", "=", permit.caseId)
    .execute();
}

export async function insertEntry(
  db: Tx,
  municipalityId: string,
  permit: Permit<"case.write" | "case.remind">,
  entry: ContactEntry,
): Promise<void> {
  await db
    .insertInto("contact_entry")
    .values({
      municipality_id: municipalityId,
      id: entry.id,
      case_id: permit.caseId,
      team_id: permit.teamId,
      at: entry.at.toString(),
      by_person_id: entry.byPersonId,
      kind: entry.kind,
      text: entry.text,
    })
    .execute();
}

export async function hasEntry(db: Tx, municipalityId: string, permit: Permit, id: string): Promise<boolean> {
  const row = await db
    .selectFrom("contact_entry")
    .select("id")
    .where("municipality_id", "=", municipalityId)
    .where("case_id", "=", permit.caseId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row !== undefined;
}

export async function listEntries(db: Tx, municipalityId: string, permit: Permit): Promise<ContactEntry[]> {
  const rows = await db
    .selectFrom("contact_entry")
    .selectAll()
    .where("municipality_id", "=", municipalityId)
    .where("case_id", "=", permit.caseId)
    .orderBy("at")
    .orderBy("id")
    .limit(500)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: instant(row.at),
    byPersonId: row.by_person_id,
    kind: oneOf(entryKinds, row.kind),
    text: row.text,
  }));
}
