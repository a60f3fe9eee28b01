import type { Selectable } from "kysely";
import { sql } from "kysely";
import { instant, instantOrNull, oneOf } from "../../../db/row.ts";
import type { PrivacyRequest as RequestRow } from "../../../db/schema.ts";
import type { Tx } from "../../../kernel/context.ts";
import type { Day } from "../../../kernel/day.ts";
import type { Permit, RequestWatchPermit, TeamPermit } from "../../access/index.ts";
import { type ContactEntry, entryKinds } from "../contact-log.ts";
import {
  askedByWays,
  type ExtensionReason,
  extensionReasons,
  type Omission,
  type OpenRequest,
  type Outcome,
  omissionReasons,
  type PrivacyRequest,
  type Refusal,
  refusals,
  requestKinds,
  requestStates,
  type WatchedRequest,
} from "./request.ts";

function fromRow(row: Selectable<RequestRow>): PrivacyRequest {
  const common = {
    id: row.id,
    municipalityId: row.municipality_id,
    teamId: row.team_id,
    caseId: row.case_id,
    kind: oneOf(requestKinds, row.kind),
    askedBy: oneOf(askedByWays, row.asked_by),
    askedAt: instant(row.asked_at),
    ownWords: row.own_words,
    answerBy: Temporal.PlainDate.from(row.answer_by),
    extension:
      row.extended_at === null
        ? null
        : { at: instant(row.extended_at), reason: oneOf(extensionReasons, row.extension_reason) },
    reviewedAt: instantOrNull(row.reviewed_at),
    reviewedLines: row.reviewed_lines,
  };
  const state = oneOf(requestStates, row.state);
  if (state === "asked" || state === "extended") return { ...common, state };
  if (row.settled_at === null) throw new Error("A settled request has no moment at which it was settled.");
  const settledAt = instant(row.settled_at);
  if (state === "withdrawn") return { ...common, state, settledAt };
  const answered = { ...common, settledAt, answer: row.answer };
  return state === "refused" ? { ...answered, state, refusal: oneOf(refusals, row.refusal) } : { ...answered, state };
}

export async function insertRequest(db: Tx, _permit: Permit<"request.handle">, request: OpenRequest): Promise<void> {
  await db
    .insertInto("privacy_request")
    .values({
      municipality_id: request.municipalityId,
      id: request.id,
      team_id: request.teamId,
      case_id: request.caseId,
      kind: request.kind,
      asked_by: request.askedBy,
      asked_at: request.askedAt.toString(),
      own_words: request.ownWords,
      answer_by: request.answerBy.toString(),
      state: request.state,
    })
    .execute();
}

/** What was ever asked about the data in this file, oldest first. */
export async function listRequests(db: Tx, municipalityId: string, permit: Permit): Promise<PrivacyRequest[]> {
  const rows = await db
    .selectFrom("privacy_request")
    .selectAll()
    .where("municipality_id", "=", municipalityId)
    .where("case_id", "=", permit.caseId)
    .orderBy("asked_at")
    .orderBy("id")
    .limit(100)
    .execute();
  return rows.map(fromRow);
}

/** Which file of which team a request is about, so that leave can be asked for it. */
export async function findTie(
  db: Tx,
  municipalityId: string,
  id: string,
): Promise<{ caseId: string; teamId: string } | undefined> {
  const row = await db
    .selectFrom("privacy_request")
    .select(["case_id", "team_id"])
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row?.case_id == null ? undefined : { caseId: row.case_id, teamId: row.team_id };
}

export async function findRequest(
  db: Tx,
  municipalityId: string,
  permit: Permit,
  id: string,
): Promise<PrivacyRequest | undefined> {
  const row = await db
    .selectFrom("privacy_request")
    .selectAll()
    .where("municipality_id", "=", municipalityId)
    .where("case_id", "=", permit.caseId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && fromRow(row);
}

/** One request, locked until the transaction ends, so that two people cannot answer it at once. */
export async function lockRequest(
  db: Tx,
  municipalityId: string,
  permit: Permit<"request.handle" | "request.answer">,
  id: string,
): Promise<PrivacyRequest | undefined> {
  const row = await db
    .selectFrom("privacy_request")
    .selectAll()
    .where("municipality_id", "=", municipalityId)
    .where("case_id", "=", permit.caseId)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  return row && fromRow(row);
}

/** Of my teams: what is open by its last day, then what was settled, newest first. */
export async function listRequestsOfTeams(
  db: Tx,
  municipalityId: string,
  permit: TeamPermit,
  limit: number,
): Promise<PrivacyRequest[]> {
  const rows = await db
    .selectFrom("privacy_request")
    .selectAll()
    .where("municipality_id", "=", municipalityId)
    .where("team_id", "in", permit.teamIds)
    .orderBy((eb) => eb("settled_at", "is not", null))
    .orderBy((eb) => eb.case().when("settled_at", "is", null).then(eb.ref("answer_by")).end())
    .orderBy("settled_at", "desc")
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(fromRow);
}

/** Of the teams whose privacy officer asks: what waits, by its last day, then what was settled, newest first. */
export async function listWatchedRequests(
  db: Tx,
  _permit: RequestWatchPermit,
  limit: number,
): Promise<WatchedRequest[]> {
  const { rows } = await sql<{
    team_id: string;
    kind: string;
    asked_at: string;
    answer_by: string;
    extended_at: string | null;
    state: string;
    settled_at: string | null;
  }>`
    select team_id, kind, asked_at, answer_by, extended_at, state, settled_at from app_watched_requests()
    order by settled_at is not null, case when settled_at is null then answer_by end, settled_at desc, asked_at
    limit ${limit}`.execute(db);
  return rows.map((row) => ({
    teamId: row.team_id,
    kind: oneOf(requestKinds, row.kind),
    askedAt: instant(row.asked_at),
    answerBy: Temporal.PlainDate.from(row.answer_by),
    extendedAt: instantOrNull(row.extended_at),
    state: oneOf(requestStates, row.state),
    settledAt: instantOrNull(row.settled_at),
  }));
}

export async function setExtended(
  db: Tx,
  permit: Permit<"request.answer">,
  request: OpenRequest,
  to: { at: Temporal.Instant; reason: ExtensionReason; answerBy: Day },
): Promise<void> {
  await db
    .updateTable("privacy_request")
    .set({
      state: "extended",
      extended_at: to.at.toString(),
      extension_reason: to.reason,
      answer_by: to.answerBy.toString(),
    })
    .where("municipality_id", "=", request.municipalityId)
    .where("case_id", "=", permit.caseId)
    .where("id", "=", request.id)
    .execute();
}

/** What somebody found that is about somebody else, in place of what was found before. */
export async function setReview(
  db: Tx,
  permit: Permit<"request.handle">,
  request: OpenRequest,
  review: { at: Temporal.Instant; by: string; lines: readonly string[]; omissions: readonly Omission[] },
): Promise<void> {
  const { municipalityId, id } = request;
  await db
    .updateTable("privacy_request")
    .set({ reviewed_at: review.at.toString(), reviewed_by: review.by, reviewed_lines: [...review.lines] })
    .where("municipality_id", "=", municipalityId)
    .where("case_id", "=", permit.caseId)
    .where("id", "=", id)
    .execute();
  await db
    .deleteFrom("privacy_omission")
    .where("municipality_id", "=", municipalityId)
    .where("request_id", "=", id)
    .execute();
  if (review.omissions.length === 0) return;
  await db
    .insertInto("privacy_omission")
    .values(
      review.omissions.map(({ entryId, reason }) => ({
        municipality_id: municipalityId,
        request_id: id,
        entry_id: entryId,
        case_id: permit.caseId,
        team_id: permit.teamId,
        reason,
      })),
    )
    .execute();
}

export async function listOmissions(
  db: Tx,
  municipalityId: string,
  permit: Permit,
  requestId: string,
): Promise<Omission[]> {
  const rows = await db
    .selectFrom("privacy_omission")
    .select(["entry_id", "reason"])
    .where("municipality_id", "=", municipalityId)
    .where("case_id", "=", permit.caseId)
    .where("request_id", "=", requestId)
    .execute();
  return rows.map((row) => ({ entryId: row.entry_id, reason: oneOf(omissionReasons, row.reason) }));
}

export async function settleRequest(
  db: Tx,
  permit: Permit<"request.handle" | "request.answer">,
  request: OpenRequest,
  end: {
    at: Temporal.Instant;
    by: string | null;
    state: Outcome | "withdrawn";
    refusal: Refusal | null;
    answer: string;
  },
): Promise<void> {
  await db
    .updateTable("privacy_request")
    .set({
      state: end.state,
      settled_at: end.at.toString(),
      settled_by: end.by,
      refusal: end.refusal,
      answer: end.answer,
    })
    .where("municipality_id", "=", request.municipalityId)
    .where("case_id", "=", permit.caseId)
    .where("id", "=", request.id)
    .execute();
}

/** It goes at once. False: it is open, or went in the meantime. */
export async function setErasure(
  db: Tx,
  municipalityId: string,
  permit: Permit<"request.answer">,
  at: Temporal.Instant,
): Promise<boolean> {
  const outcome = await db
    .updateTable("case_file")
    .set({ erasure_at: at.toString() })
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", permit.caseId)
    .where("status", "=", sql.lit("closed"))
    .executeTakeFirst();
  return outcome.numUpdatedRows === 1n;
}

/** Every line of a file, however many: what is kept of somebody is all of it. */
export async function listWholeLog(db: Tx, municipalityId: string, permit: Permit): Promise<ContactEntry[]> {
  const rows = await db
    .selectFrom("contact_entry")
    .selectAll()
    .where("municipality_id", "=", municipalityId)
    .where("case_id", "=", permit.caseId)
    .orderBy("at")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: instant(row.at),
    byPersonId: row.by_person_id,
    kind: oneOf(entryKinds, row.kind),
    text: row.text,
  }));
}

// ── forgetting ──────────────────────────────────────────────────────────────────────────────────────────────────

/** Requests of a team that were settled before this moment. */
export const listForgettable = async (
  db: Tx,
  municipalityId: string,
  teamId: string,
  before: Temporal.Instant,
): Promise<string[]> =>
  (
    await db
      .selectFrom("privacy_request")
      .select("id")
      .where("municipality_id", "=", municipalityId)
      .where("team_id", "=", teamId)
      .where("settled_at", "<", before.toString())
      .execute()
  ).map((row) => row.id);

export async function deleteRequests(db: Tx, municipalityId: string, ids: string[]): Promise<void> {
  await db.deleteFrom("privacy_request").where("municipality_id", "=", municipalityId).where("id", "in", ids).execute();
}
