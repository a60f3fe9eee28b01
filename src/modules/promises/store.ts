import type { Selectable } from "kysely";
import { sql } from "kysely";
import { instant, instantOrNull, oneOf } from "../../db/row.ts";
import type { Promise as PromiseRow } from "../../db/schema.ts";
import type { Tx } from "../../kernel/context.ts";
import { newId } from "../../kernel/id.ts";
import type { TeamPermit, WatchPermit } from "../access/index.ts";
import { clockKinds } from "./clock.ts";
import {
  type Duty,
  mayBecome,
  type Next,
  type OpenPromise,
  type OwedPromise,
  PauseReason,
  type PromiseChange,
  promiseChanges,
  promiseKinds,
  type Watched,
} from "./promise.ts";

/** Stands in the text itself, not among the values: a kept plan then knows that the indexes of what is open will do (db/kept-plans.ts). */
export const open = sql.lit("open");

const duty = (role: string, personId: string | null): Duty => ({
  role: oneOf(["helper", "team-lead", "editor", "privacy-officer"] as const, role),
  personId,
});

function fromRow(row: Selectable<PromiseRow>): OwedPromise {
  const common = {
    id: row.id,
    municipalityId: row.municipality_id,
    teamId: row.team_id,
    caseId: row.case_id,
    eventRef: row.event_ref,
    kind: oneOf(promiseKinds, row.kind),
    subjectId: row.subject_id,
    toWhom: oneOf(["resident", "team", "editor"] as const, row.to_whom),
    owner: duty(row.owner_role, row.owner_id),
    deputy: duty(row.deputy_role, row.deputy_id),
    clock: oneOf(clockKinds, row.clock),
    beganAt: instant(row.began_at),
    dueAt: instant(row.due_at),
    warnAt: instant(row.warn_at),
    promisedAt: instant(row.promised_at),
    harm: row.harm,
    followsId: row.follows_id,
  };
  if (row.state === "open")
    return {
      ...common,
      state: "open",
      warnedAt: instantOrNull(row.warned_at),
      pause:
        row.paused_at === null ? null : { since: instant(row.paused_at), reason: PauseReason.parse(row.pause_reason) },
    };
  if (row.settled_at === null) throw new Error("A settled promise has no moment at which it was settled.");
  return {
    ...common,
    state: oneOf(mayBecome.open, row.state),
    settledAt: instant(row.settled_at),
  };
}

const openFromRow = (row: Selectable<PromiseRow>): OpenPromise => {
  const promise = fromRow(row);
  if (promise.state !== "open") throw new Error("An open promise was asked for.");
  return promise;
};

export async function insertPromise(db: Tx, promise: OpenPromise): Promise<void> {
  await db
    .insertInto("promise")
    .values({
      municipality_id: promise.municipalityId,
      id: promise.id,
      team_id: promise.teamId,
      case_id: promise.caseId,
      event_ref: promise.eventRef,
      kind: promise.kind,
      subject_id: promise.subjectId,
      to_whom: promise.toWhom,
      owner_role: promise.owner.role,
      owner_id: promise.owner.personId,
      deputy_role: promise.deputy.role,
      deputy_id: promise.deputy.personId,
      clock: promise.clock,
      began_at: promise.beganAt.toString(),
      due_at: promise.dueAt.toString(),
      warn_at: promise.warnAt.toString(),
      promised_at: promise.promisedAt.toString(),
      harm: promise.harm,
      state: "open",
      follows_id: promise.followsId,
    })
    .execute();
}

/** Everything open for these teams, in the order in which it must be done: what rests comes last, however urgent. */
export async function listOpen(
  db: Tx,
  municipalityId: string,
  permit: TeamPermit,
  limit: number,
): Promise<OpenPromise[]> {
  const rows = await db
    .selectFrom("promise")
    .selectAll()
    .where("municipality_id", "=", municipalityId)
    .where("team_id", "in", permit.teamIds)
    .where("state", "=", open)
    .orderBy((eb) => eb("paused_at", "is not", null))
    .orderBy("harm", "desc")
    .orderBy("promised_at")
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(openFromRow);
}

/** A page of what this team still owes, in the same order. Whose it is, and which case, are not even asked for. */
export async function listWatched(
  db: Tx,
  municipalityId: string,
  permit: WatchPermit,
  page: { offset: number; limit: number },
): Promise<Watched[]> {
  const rows = await db
    .selectFrom("promise")
    .select(["kind", "began_at", "due_at", "promised_at", "harm"])
    .select((eb) => [eb("owner_id", "is not", null).as("taken"), eb("paused_at", "is not", null).as("rests")])
    .where("municipality_id", "=", municipalityId)
    .where("team_id", "=", permit.teamId)
    .where("state", "=", open)
    .orderBy((eb) => eb("paused_at", "is not", null))
    .orderBy("harm", "desc")
    .orderBy("promised_at")
    .orderBy("id")
    .offset(page.offset)
    .limit(page.limit)
    .execute();
  return rows.map((row) => ({
    kind: oneOf(promiseKinds, row.kind),
    beganAt: instant(row.began_at),
    dueAt: instant(row.due_at),
    promisedAt: instant(row.promised_at),
    harm: row.harm,
    taken: Boolean(row.taken),
    rests: Boolean(row.rests),
  }));
}

export async function countOpen(db: Tx, municipalityId: string, permit: TeamPermit, now: Temporal.Instant) {
  const row = await db
    .selectFrom("promise")
    .select((eb) => [
      eb.fn.countAll<number>().as("open"),
      eb.fn
        .countAll<number>()
        .filterWhere("promised_at", "<=", now.toString())
        .filterWhere("paused_at", "is", null)
        .as("late"),
    ])
    .where("municipality_id", "=", municipalityId)
    .where("team_id", "in", permit.teamIds)
    .where("state", "=", open)
    .executeTakeFirstOrThrow();
  return { open: row.open, late: row.late };
}

/** Whether this was ever promised about this subject, and whatever came of it. */
export async function hasPromise(db: Tx, municipalityId: string, kind: string, subjectId: string): Promise<boolean> {
  const row = await db
    .selectFrom("promise")
    .select("id")
    .where("municipality_id", "=", municipalityId)
    .where("kind", "=", kind)
    .where("subject_id", "=", subjectId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function findOpen(
  db: Tx,
  municipalityId: string,
  kind: string,
  subjectId: string,
): Promise<OpenPromise | undefined> {
  const row = await db
    .selectFrom("promise")
    .selectAll()
    .where("municipality_id", "=", municipalityId)
    .where("kind", "=", kind)
    .where("subject_id", "=", subjectId)
    .where("state", "=", open)
    .executeTakeFirst();
  return row && openFromRow(row);
}

/** One promise, locked until the transaction ends, so that two people cannot settle it at once. */
export async function lockPromise(db: Tx, municipalityId: string, id: string): Promise<OwedPromise | undefined> {
  const row = await db
    .selectFrom("promise")
    .selectAll()
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  return row && fromRow(row);
}

export async function findPromise(db: Tx, municipalityId: string, id: string): Promise<OwedPromise | undefined> {
  const row = await db
    .selectFrom("promise")
    .selectAll()
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && fromRow(row);
}

export async function listForCase(db: Tx, municipalityId: string, caseId: string): Promise<OwedPromise[]> {
  const rows = await db
    .selectFrom("promise")
    .selectAll()
    .where("municipality_id", "=", municipalityId)
    .where("case_id", "=", caseId)
    .orderBy("began_at")
    .orderBy("id")
    .limit(200)
    .execute();
  return rows.map(fromRow);
}

/** True when this call gave it an owner; false when somebody else was first. */
export async function giveOwner(
  db: Tx,
  promise: OwedPromise,
  owner: string,
  deputyId: string | null,
): Promise<boolean> {
  const result = await db
    .updateTable("promise")
    .set({ owner_id: owner, deputy_id: deputyId })
    .where("municipality_id", "=", promise.municipalityId)
    .where("id", "=", promise.id)
    .where("state", "=", open)
    .where("owner_id", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function updateDuty(
  db: Tx,
  promise: OwedPromise,
  ownerId: string | null,
  deputyId: string | null,
): Promise<void> {
  await db
    .updateTable("promise")
    .set({ owner_id: ownerId, deputy_id: deputyId })
    .where("municipality_id", "=", promise.municipalityId)
    .where("id", "=", promise.id)
    .execute();
}

/**
 * What it may become follows from the state it was read in; when somebody else changed that since, the whole act is
 * tried again.
 */
export async function settle(
  db: Tx,
  promise: OpenPromise,
  state: Next<OpenPromise["state"]>,
  at: Temporal.Instant,
): Promise<void> {
  const result = await db
    .updateTable("promise")
    .set({ state, settled_at: at.toString(), paused_at: null, pause_reason: null })
    .where("municipality_id", "=", promise.municipalityId)
    .where("id", "=", promise.id)
    .where("state", "=", promise.state)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n)
    throw Object.assign(new Error("This promise was settled in the meantime."), { code: "40001" });
}

export async function setWarned(db: Tx, promise: OpenPromise, at: Temporal.Instant): Promise<void> {
  await db
    .updateTable("promise")
    .set({ warned_at: at.toString() })
    .where("municipality_id", "=", promise.municipalityId)
    .where("id", "=", promise.id)
    .execute();
}

export async function setPause(
  db: Tx,
  promise: OpenPromise,
  pause: OpenPromise["pause"],
  due: { dueAt: Temporal.Instant; warnAt: Temporal.Instant; promisedAt: Temporal.Instant },
): Promise<void> {
  await db
    .updateTable("promise")
    .set({
      paused_at: pause?.since.toString() ?? null,
      pause_reason: pause?.reason ?? null,
      due_at: due.dueAt.toString(),
      warn_at: due.warnAt.toString(),
      promised_at: due.promisedAt.toString(),
    })
    .where("municipality_id", "=", promise.municipalityId)
    .where("id", "=", promise.id)
    .execute();
}

export async function listOwnedBy(db: Tx, municipalityId: string, personId: string): Promise<OpenPromise[]> {
  const rows = await db
    .selectFrom("promise")
    .selectAll()
    .where("municipality_id", "=", municipalityId)
    .where("owner_id", "=", personId)
    .where("state", "=", open)
    .orderBy("id")
    .forUpdate()
    .execute();
  return rows.map(openFromRow);
}

/** What these people have taken in this team; locked. */
export async function listOwnedInTeam(
  db: Tx,
  municipalityId: string,
  teamId: string,
  personIds: string[],
): Promise<OpenPromise[]> {
  const rows = await db
    .selectFrom("promise")
    .selectAll()
    .where("municipality_id", "=", municipalityId)
    .where("team_id", "=", teamId)
    .where("owner_id", "in", personIds)
    .where("state", "=", open)
    .orderBy("id")
    .forUpdate()
    .execute();
  return rows.map(openFromRow);
}

/** What colleagues who left had taken in these teams, and nobody has taken on since. */
const leftBehind = (db: Tx, municipalityId: string, teamIds: string[]) =>
  db
    .selectFrom("promise")
    .where("municipality_id", "=", municipalityId)
    .where("team_id", "in", teamIds)
    .where("state", "=", open)
    .where("owner_id", "is", null)
    .where(
      (eb) =>
        eb
          .selectFrom("promise_change")
          .whereRef("promise_change.municipality_id", "=", "promise.municipality_id")
          .whereRef("promise_change.promise_id", "=", "promise.id")
          .where("change", "in", ["taken", "taken-over", "given", "released", "handed-over", "owner-left"])
          .select("change")
          .orderBy("at", "desc")
          .orderBy("id", "desc")
          .limit(1),
      "=",
      "owner-left",
    );

/** Most urgent first. */
export async function listLeftBehind(db: Tx, municipalityId: string, teamIds: string[]): Promise<OpenPromise[]> {
  const rows = await leftBehind(db, municipalityId, teamIds)
    .selectAll()
    .orderBy("harm", "desc")
    .orderBy("promised_at")
    .orderBy("id")
    .limit(500)
    .execute();
  return rows.map(openFromRow);
}

export async function countLeftBehind(db: Tx, municipalityId: string, teamIds: string[]): Promise<number> {
  const row = await leftBehind(db, municipalityId, teamIds)
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Who owes something, in every municipality: for finding those who left their team. */
export async function listOwners(db: Tx): Promise<{ municipalityId: string; teamId: string; personId: string }[]> {
  const rows = await db
    .selectFrom("promise")
    .select(["municipality_id", "team_id", "owner_id"])
    .distinct()
    .where("state", "=", open)
    .where("owner_id", "is not", null)
    .$narrowType<{ owner_id: string }>()
    .execute();
  return rows.map((row) => ({ municipalityId: row.municipality_id, teamId: row.team_id, personId: row.owner_id }));
}

/** The cases in which somebody owes something now; the limit is more than anybody can have. */
export async function listOwnCaseIds(
  db: Tx,
  municipalityId: string,
  permit: TeamPermit,
  personId: string,
): Promise<string[]> {
  const rows = await db
    .selectFrom("promise")
    .select("case_id")
    .distinct()
    .where("municipality_id", "=", municipalityId)
    .where("team_id", "in", permit.teamIds)
    .where("state", "=", open)
    .where("owner_id", "=", personId)
    .limit(1_000)
    .execute();
  return rows.flatMap(({ case_id }) => (case_id === null ? [] : [case_id]));
}

/** What must be done first in each of these cases; a case in which nothing is owed is not there. */
export async function listNextOfCases(
  db: Tx,
  municipalityId: string,
  permit: TeamPermit,
  caseIds: string[],
): Promise<OpenPromise[]> {
  if (caseIds.length === 0) return [];
  const rows = await db
    .selectFrom("promise")
    .distinctOn("case_id")
    .selectAll()
    .where("municipality_id", "=", municipalityId)
    .where("team_id", "in", permit.teamIds)
    .where("case_id", "in", caseIds)
    .where("state", "=", open)
    .orderBy("case_id")
    .orderBy((eb) => eb("paused_at", "is not", null))
    .orderBy("harm", "desc")
    .orderBy("promised_at")
    .orderBy("id")
    .execute();
  return rows.map(openFromRow);
}

/** What the sweep must look at, in every municipality and team: only where, not what. */
export async function listAlarmsDue(db: Tx, now: Temporal.Instant, limit: number) {
  const at = now.toString();
  return db
    .selectFrom("promise")
    .select(["municipality_id", "team_id", "id"])
    .where("state", "=", open)
    .where("paused_at", "is", null)
    .where((eb) => eb.or([eb("due_at", "<=", at), eb.and([eb("warn_at", "<=", at), eb("warned_at", "is", null)])]))
    .orderBy("due_at")
    .limit(limit)
    .execute();
}

export async function insertChange(
  db: Tx,
  promise: OwedPromise,
  change: Pick<PromiseChange, "at" | "by"> & {
    what: PromiseChange["change"];
    dueAt?: Temporal.Instant;
    reason?: PauseReason;
  },
): Promise<void> {
  await db
    .insertInto("promise_change")
    .values({
      municipality_id: promise.municipalityId,
      promise_id: promise.id,
      id: newId(),
      team_id: promise.teamId,
      case_id: promise.caseId,
      at: change.at.toString(),
      by_person_id: change.by,
      change: change.what,
      due_at: change.dueAt?.toString() ?? null,
      reason: change.reason ?? null,
    })
    .execute();
}

export async function listChanges(db: Tx, municipalityId: string, caseId: string): Promise<PromiseChange[]> {
  const rows = await db
    .selectFrom("promise_change")
    .innerJoin("promise", (join) =>
      join
        .onRef("promise.municipality_id", "=", "promise_change.municipality_id")
        .onRef("promise.id", "=", "promise_change.promise_id"),
    )
    .select([
      "promise_change.id",
      "promise_change.promise_id",
      "promise_change.at",
      "promise_change.by_person_id",
      "promise_change.change",
    ])
    .select(["promise_change.due_at", "promise_change.reason", "promise.kind"])
    .where("promise_change.municipality_id", "=", municipalityId)
    .where("promise_change.case_id", "=", caseId)
    .orderBy("promise_change.at")
    .orderBy("promise_change.id")
    .limit(500)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    promiseId: row.promise_id,
    at: instant(row.at),
    by: row.by_person_id,
    change: oneOf(promiseChanges, row.change),
    dueAt: instantOrNull(row.due_at),
    reason: row.reason === null ? null : PauseReason.parse(row.reason),
    kind: oneOf(promiseKinds, row.kind),
  }));
}

/** For /metrics: open promises over all municipalities by state of lateness. Counts only. */
export async function countByState(db: Tx) {
  return db
    .selectFrom("promise")
    .select(["kind", "state", sql<number>`count(*)`.as("count")])
    .groupBy(["kind", "state"])
    .execute();
}
