import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { z } from "zod";
import { root } from "../../../config/root.ts";
import { instant, oneOf } from "../../../db/row.ts";
import type { Tx } from "../../../kernel/context.ts";
import type { LookPermit, TrailPermit } from "../permit.ts";
import { grounds } from "../rights.ts";
import { teamRoles } from "../role.ts";
import { type GlassReason, glassReasons } from "../sharing/share.ts";
import {
  actorKinds,
  isAboutFile,
  momentsOf,
  namesAboutPeople,
  namesOf,
  peopleOf,
  readReference,
  type TrailChoice,
  type TrailLine,
  trailNames,
} from "./trail.ts";
import {
  type KeptOutcome,
  keptOutcomes,
  type Limits,
  type LookReason,
  lookReasons,
  type Outcome,
  parseLimits,
  type Unusual,
  type WatchedReading,
} from "./unusual.ts";

// ── the trail ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** The teams here that the officer watches over. */
export const listWatchedTeams = (db: Tx, municipalityId: string, permit: TrailPermit) =>
  db
    .selectFrom("team")
    .select(["id", "name"])
    .where("municipality_id", "=", municipalityId)
    .where("organisation_id", "in", permit.organisationIds)
    .orderBy("name")
    .execute();

/** Who works or worked there, for choosing one of them; and whoever was chosen, when the trail may name them. */
export async function listTrailPeople(
  db: Tx,
  permit: TrailPermit,
  chosenId: string | undefined,
): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`select id, name from app_trail_people()`.execute(db);
  if (chosenId === undefined || rows.some(({ id }) => id === chosenId)) return rows;
  const named = await namesOfPeople(db, permit, [chosenId]);
  return [...rows, ...[...named].map(([id, name]) => ({ id, name }))];
}

/** Of those the trail may name, the name; "" is somebody who became nobody. */
async function namesOfPeople(
  db: Tx,
  _permit: TrailPermit | LookPermit,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string | null }>`
    select id, app_trail_name(id) as name from unnest(${[...new Set(ids)]}::uuid[]) as id`.execute(db);
  return new Map(rows.flatMap(({ id, name }) => (name === null ? [] : [[id, name]])));
}

/** Row-level security leaves out what is of others; what happens before a municipality is chosen is of the country. */
const chosenEvents = (db: Tx, municipalityId: string, choice: TrailChoice) => {
  const { from, before } = momentsOf(choice);
  const { personId, teamId, reference } = choice;
  const range = reference === undefined ? undefined : readReference(reference);
  return db
    .selectFrom("event as e")
    .where("e.municipality_id", "in", [municipalityId, "NL"])
    .where("e.at", ">=", from.toString())
    .where("e.at", "<", before.toString())
    .where("e.name", "in", [...namesOf(choice.kind)])
    .$if(personId !== undefined, (query) =>
      query.where((eb) =>
        eb.or([
          eb("e.actor_person_id", "=", personId ?? ""),
          eb.and([
            eb("e.subject_ref", "=", personId ?? ""),
            eb("e.name", "in", [...namesAboutPeople]),
            // About whom an event is, is not told of people of another organisation: nor by finding it.
            sql<boolean>`(select app_trail_name(${personId}::uuid)) is not null`,
          ]),
        ]),
      ),
    )
    .$if(teamId !== undefined, (query) => query.where(sql<boolean>`e.team_ids @> array[${teamId}::uuid]`))
    .$if(reference !== undefined, (query) =>
      query.where("e.subject_ref", ">=", range?.from ?? "").where("e.subject_ref", "<=", range?.until ?? ""),
    );
};

const Facts = z.object({
  ground: z.enum(grounds).nullable().catch(null),
  role: z.enum(teamRoles).nullable().catch(null),
  subjects: z.array(z.unknown()).nullable().catch(null),
});

/** A page of what was chosen, newest first. */
export async function listTrail(
  db: Tx,
  municipalityId: string,
  permit: TrailPermit,
  choice: TrailChoice,
  page: { offset: number; limit: number },
): Promise<TrailLine[]> {
  const teams = await listWatchedTeams(db, municipalityId, permit);
  const found = await chosenEvents(db, municipalityId, choice)
    .select(["e.id", "e.at", "e.name", "e.subject_ref", "e.facts", "e.actor_kind", "e.actor_person_id", "e.team_ids"])
    // Somebody may work for two organisations: how many residents of the other they found is not told.
    .select(sql<boolean>`e.team_ids <@ ${teams.map(({ id }) => id)}::uuid[]`.as("whole"))
    .orderBy("e.at", "desc")
    .orderBy("e.id", "desc")
    .offset(page.offset)
    .limit(page.limit)
    .execute();
  const rows = found.map((row) => {
    const name = oneOf(trailNames, row.name);
    return { ...row, name, people: peopleOf(name, { actorId: row.actor_person_id, subjectRef: row.subject_ref }) };
  });
  const names = await namesOfPeople(
    db,
    permit,
    rows.flatMap(({ people }) => [people.by, people.about].filter((id) => id !== null)),
  );
  return rows.map((row) => {
    const { name } = row;
    const { by, about } = row.people;
    const { ground, role, subjects } = Facts.parse(row.facts);
    const isOwnAct = row.actor_person_id === null && by !== null && names.has(by);
    const aboutName = names.get(about ?? "");
    return {
      id: row.id,
      at: instant(row.at),
      name,
      by: {
        kind: isOwnAct ? "person" : oneOf(actorKinds, row.actor_kind),
        personId: isOwnAct ? by : row.actor_person_id,
        name: names.get(by ?? "") ?? null,
      },
      about: about === null || aboutName === undefined ? null : { personId: about, name: aboutName },
      ground,
      role,
      count: row.whole ? (subjects?.length ?? null) : null,
      subjectRef: isAboutFile(name) ? row.subject_ref : null,
      teamIds: row.team_ids,
    };
  });
}

export const countTrail = async (
  db: Tx,
  municipalityId: string,
  _permit: TrailPermit,
  choice: TrailChoice,
): Promise<number> =>
  (
    await chosenEvents(db, municipalityId, choice)
      .select((eb) => eb.fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow()
  ).count;

/** When the first thing happened with the file of a reference; null when there is none that the officer may see. */
export async function findFirstMoment(
  db: Tx,
  municipalityId: string,
  _permit: TrailPermit,
  range: { from: string; until: string },
): Promise<Temporal.Instant | null> {
  const { first } = await db
    .selectFrom("event")
    .select((eb) => eb.fn.min("at").as("first"))
    .where("municipality_id", "=", municipalityId)
    .where("subject_ref", ">=", range.from)
    .where("subject_ref", "<=", range.until)
    .executeTakeFirstOrThrow();
  return first === null ? null : instant(first);
}

// ── unusual reading ─────────────────────────────────────────────────────────────────────────────────────────────────

export const readLimits = (): Limits => parseLimits(readFileSync(join(root, "content/unusual-reading.yaml"), "utf8"));

/** Every reading by somebody at work since that moment, in every municipality: for the watching alone. */
export async function listReadingsSince(db: Tx, since: Temporal.Instant): Promise<WatchedReading[]> {
  const { rows } = await sql<{
    municipality_id: string;
    event_id: string;
    at: string;
    subject_ref: string;
    person_id: string;
    team_id: string;
    organisation_id: string;
    same_name: boolean;
    closed_at: string | null;
  }>`select * from app_readings_since(${since.toString()}::timestamptz)`.execute(db);
  return rows.map((row) => ({
    municipalityId: row.municipality_id,
    organisationId: row.organisation_id,
    teamId: row.team_id,
    eventId: row.event_id,
    at: instant(row.at),
    personId: row.person_id,
    subjectRef: row.subject_ref,
    sameName: row.same_name,
    closedAt: row.closed_at === null ? null : instant(row.closed_at),
  }));
}

/** True when it is new; otherwise the readings that came since are added, as long as nobody looked. */
export async function keepUnusual(db: Tx, id: string, unusual: Unusual, now: Temporal.Instant): Promise<boolean> {
  const outcome = await db
    .insertInto("unusual_reading")
    .values({
      municipality_id: unusual.municipalityId,
      id,
      team_id: unusual.teamId,
      person_id: unusual.personId,
      day: unusual.day.toString(),
      reason: unusual.reason,
      found_at: now.toString(),
      event_ids: unusual.eventIds,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (outcome.numInsertedOrUpdatedRows === 1n) return true;
  await db
    .updateTable("unusual_reading")
    .set({ event_ids: unusual.eventIds })
    .where("municipality_id", "=", unusual.municipalityId)
    .where("id", "=", id)
    .where("judged_at", "is", null)
    .where(sql<boolean>`cardinality(event_ids) < ${unusual.eventIds.length}`)
    .execute();
  return false;
}

/** Something to look at, and what came of it. */
export type Look = {
  id: string;
  teamId: string;
  teamName: string;
  organisationId: string;
  personId: string;
  personName: string | null;
  day: Temporal.PlainDate;
  reason: LookReason;
  foundAt: Temporal.Instant;
  judged: { at: Temporal.Instant; by: string | null; outcome: KeptOutcome; words: string } | null;
};

/** What the actor may look at: what waits first, then what was looked at last. Or one of them. */
export async function listLooks(
  db: Tx,
  municipalityId: string,
  permit: LookPermit,
  choice: { id?: string; limit: number },
): Promise<Look[]> {
  const { id } = choice;
  const rows = await db
    .selectFrom("unusual_reading as u")
    .innerJoin("team", (join) =>
      join.onRef("team.municipality_id", "=", "u.municipality_id").onRef("team.id", "=", "u.team_id"),
    )
    .selectAll("u")
    .select(["team.name as team_name", "team.organisation_id"])
    .where("u.municipality_id", "=", municipalityId)
    .$if(id !== undefined, (query) => query.where("u.id", "=", id ?? ""))
    .orderBy((eb) => eb("u.judged_at", "is not", null))
    .orderBy("u.judged_at", "desc")
    .orderBy("u.found_at")
    .orderBy("u.id")
    .limit(choice.limit)
    .execute();
  const names = await namesOfPeople(
    db,
    permit,
    rows.flatMap((row) => [row.person_id, ...(row.judged_by === null ? [] : [row.judged_by])]),
  );
  return rows.map((row) => ({
    id: row.id,
    teamId: row.team_id,
    teamName: row.team_name,
    organisationId: row.organisation_id,
    personId: row.person_id,
    personName: names.get(row.person_id) ?? null,
    day: Temporal.PlainDate.from(row.day),
    reason: oneOf(lookReasons, row.reason),
    foundAt: instant(row.found_at),
    judged:
      row.judged_at === null || row.outcome === null
        ? null
        : {
            at: instant(row.judged_at),
            by: names.get(row.judged_by ?? "") ?? null,
            outcome: oneOf(keptOutcomes, row.outcome),
            words: row.words,
          },
  }));
}

/** The readings that led to it. */
export async function listReadingsOfLook(
  db: Tx,
  _permit: LookPermit,
  id: string,
): Promise<Pick<TrailLine, "id" | "at" | "ground" | "subjectRef">[]> {
  const { rows } = await sql<{ event_id: string; at: string; subject_ref: string; facts: unknown }>`
    select * from app_unusual_events(${id}::uuid)`.execute(db);
  return rows.map((row) => ({
    id: row.event_id,
    at: instant(row.at),
    ground: Facts.parse(row.facts).ground,
    subjectRef: row.subject_ref,
  }));
}

/** Of an emergency: which reason was given for breaking the glass, and until when. It goes with the file. */
export type BrokenGlass = {
  caseId: string;
  reason: GlassReason;
  words: string;
  untilAt: Temporal.Instant;
  endedAt: Temporal.Instant | null;
};

export async function findBrokenGlass(
  db: Tx,
  municipalityId: string,
  _permit: LookPermit,
  id: string,
): Promise<BrokenGlass | null> {
  const row = await db
    .selectFrom("case_share")
    .select(["case_id", "basis", "reason", "until_at", "ended_at"])
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", id)
    .where("ground", "=", "break-glass")
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    caseId: row.case_id,
    reason: oneOf(glassReasons, row.basis),
    words: row.reason,
    untilAt: instant(row.until_at),
    endedAt: row.ended_at === null ? null : instant(row.ended_at),
  };
}

/** False when somebody was first, or it is not the actor's to judge. */
export async function judge(
  db: Tx,
  municipalityId: string,
  _permit: LookPermit,
  judgement: { id: string; by: string; at: Temporal.Instant; outcome: Outcome; words: string },
): Promise<boolean> {
  const result = await db
    .updateTable("unusual_reading")
    .set({
      outcome: judgement.outcome,
      words: judgement.words,
      judged_at: judgement.at.toString(),
      judged_by: judgement.by,
    })
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", judgement.id)
    .where("judged_at", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Who read what must be looked at: for whoever mails about it, who must not mail them. */
export const findReader = async (db: Tx, municipalityId: string, id: string): Promise<string | undefined> =>
  (
    await db
      .selectFrom("unusual_reading")
      .select("person_id")
      .where("municipality_id", "=", municipalityId)
      .where("id", "=", id)
      .executeTakeFirst()
  )?.person_id;

/** What was looked at before this moment, per municipality. */
export const listForgettable = (db: Tx, before: Temporal.Instant): Promise<{ municipality_id: string; id: string }[]> =>
  db
    .selectFrom("unusual_reading")
    .select(["municipality_id", "id"])
    .where("judged_at", "<", before.toString())
    .execute();

export async function deleteLooks(db: Tx, municipalityId: string, ids: string[]): Promise<void> {
  await db.deleteFrom("unusual_reading").where("municipality_id", "=", municipalityId).where("id", "in", ids).execute();
}
