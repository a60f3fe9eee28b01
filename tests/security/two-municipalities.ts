import { personId, pointId, teamId } from "../../example/places.ts";
import { follow } from "../../src/jobs/worker.ts";
import type { Ctx, Pool } from "../../src/kernel/context.ts";
import { idFor } from "../../src/kernel/id.ts";
import { lastFourOf, proofOfTyped } from "../../src/modules/access/index.ts";
import { signInAs } from "../../src/modules/access/make.ts";
import { askAboutOwnData, reviewRequest } from "../../src/modules/casework/index.ts";
import {
  addNote,
  findOwnQuestion,
  logAttempt,
  openRequestPage,
  requestCallback,
} from "../../src/modules/contact/index.ts";
import { aCallbackRequest } from "../../src/modules/contact/make.ts";
import { takePromise } from "../../src/modules/promises/index.ts";
import type { TestDatabase } from "../support/database.ts";

/*
 * Two teams in each of two municipalities of the example world, each with two residents who asked to be called. The
 * first of each was called and written about, so that every table that must be closed holds rows of every team.
 */

const teams = {
  raadslieden: { municipality: "GM0344", slug: "sociaal-raadslieden-utrecht", helper: "jeroen-van-der-horst" },
  rechtswinkel: { municipality: "GM0344", slug: "rechtswinkel-utrecht", helper: "idris-warsame" },
  almere: { municipality: "GM0034", slug: "sociaal-raadslieden-almere", helper: "kees-bontekoe" },
  almereRechtswinkel: { municipality: "GM0034", slug: "rechtswinkel-almere", helper: "priya-jagroep" },
} as const;
type TeamName = keyof typeof teams;

export type OwnCase = {
  caseId: string;
  callbackId: string;
  promiseId: string;
  /** What its resident asked about their own data. */
  requestId: string;
  name: string;
  phone: string;
  code: string;
  /** What the resident's browser holds after the code and the digits. */
  proof: string;
};

export type TeamAtWork = {
  municipalityId: string;
  teamId: string;
  personId: string;
  pointId: string;
  as: Ctx;
  cases: [OwnCase, OwnCase];
};

export type World = Record<TeamName, TeamAtWork>;

/** @param database with the example world in it, without its past. */
export async function twoMunicipalities(
  { db, admin }: Pick<TestDatabase, "db" | "admin">,
  now: Temporal.Instant,
  secret: string,
): Promise<World> {
  const number = { next: 1001 };
  const teamAtWork = async (name: TeamName): Promise<TeamAtWork> => {
    const { municipality, slug, helper: helperName } = teams[name];
    const team = teamId(`team-${slug}`);
    const person = personId(helperName);
    const visitor: Ctx = { db, now, municipalityId: municipality, actor: { kind: "visitor" } };
    const helper: Ctx = { ...visitor, actor: { kind: "person", personId: person, teamIds: [team] } };
    await signInAs(visitor, person);
    const ask = () => askToBeCalled(visitor, pointId(`punt-${slug}`), number.next++, secret);
    const cases: [OwnCase, OwnCase] = [await ask(), await ask()];
    await takePromise(helper, cases[0].promiseId);
    await logAttempt(helper, cases[0].caseId, { outcome: "no-answer", note: "Twee keer gebeld." });
    await addNote(helper, cases[0].caseId, "Alleen voor het team.");
    await lookThrough(helper, cases[0].requestId);
    return {
      municipalityId: municipality,
      teamId: team,
      personId: person,
      pointId: pointId(`punt-${slug}`),
      as: helper,
      cases,
    };
  };
  const world = {
    raadslieden: await teamAtWork("raadslieden"),
    rechtswinkel: await teamAtWork("rechtswinkel"),
    almere: await teamAtWork("almere"),
    almereRechtswinkel: await teamAtWork("almereRechtswinkel"),
  };
  for (const team of Object.values(world)) await leaveTraces(admin, team, now);
  await followAll(admin, db, now, secret);
  return world;
}

/** Looks through the file for a copy, and leaves everything out: so there is a line of that too. */
async function lookThrough(helper: Ctx, requestId: string): Promise<void> {
  const entries = (await openRequestPage(helper, requestId))?.entries ?? [];
  const seen = entries.map(({ id }) => id);
  const omissions = seen.map((entryId) => ({ entryId, reason: "somebody-else" as const }));
  const change = await reviewRequest(helper, requestId, { seen, omissions });
  if (change.kind !== "done") throw new Error("Nobody looked through the file.");
}

/** What its privacy officer must look at. */
export const lookOf = ({ teamId }: Pick<TeamAtWork, "teamId">): string => idFor(`look:${teamId}`);

/** What was once shared with somebody outside, and what administration keeps of people. */
async function leaveTraces(admin: TestDatabase["admin"], team: TeamAtWork, now: Temporal.Instant): Promise<void> {
  const outsider = personId("noa-levi");
  await admin.query(
    `insert into case_share (municipality_id, id, case_id, team_id, to_person_id, ground, basis, from_at, until_at, ended_at, given_by)
     values ($1, gen_random_uuid(), $2, $3, $4, 'consent', 'zei ja', $5, $5::timestamptz + interval '1 day', $5, $6)`,
    [team.municipalityId, team.cases[1].caseId, team.teamId, outsider, now.toString(), team.personId],
  );
  await admin.query("insert into person_skill (person_id, skill, since) values ($1, 'mediation', '2024-03-01')", [
    team.personId,
  ]);
  // Something that its privacy officer must look at.
  await admin.query(
    `insert into unusual_reading (municipality_id, id, team_id, person_id, day, reason, found_at, event_ids)
     select $1, $5, $2, $3, '2026-11-24', 'night', $4, array_agg(id) from event where actor_person_id = $3`,
    [team.municipalityId, team.teamId, team.personId, now.toString(), lookOf(team)],
  );
  const somebody = "insert into person (id, name) values (gen_random_uuid(), 'Voorbeeld Weg') returning id";
  const left = (await admin.query(somebody)).rows[0].id;
  const of = "(select organisation_id from team where id = $2)";
  await admin.query(`insert into person_left (person_id, organisation_id, at) values ($1, ${of}, $3)`, [
    left,
    team.teamId,
    now.toString(),
  ]);
  await admin.query(
    `insert into person_invitation (person_id, organisation_id, token_hash, ends_at) values ($1, ${of}, $3, $4)`,
    [(await admin.query(somebody)).rows[0].id, team.teamId, crypto.randomUUID(), now.add({ hours: 24 }).toString()],
  );
}

export async function askToBeCalled(visitor: Ctx, point: string, number: number, secret: string): Promise<OwnCase> {
  const name = `Roos Voorbeeld ${number}`;
  const request = aCallbackRequest({
    servicePointId: point,
    name,
    phone: `06-0000${number}`,
    mail: `roos.${number}@example.org`,
    word: "Ik kreeg een brief over de huur.",
  });
  const outcome = await requestCallback(visitor, request, {
    secret,
    clock: "working-days",
    channel: "resident",
    siteLanguage: "nl",
  });
  if (outcome.kind !== "accepted") throw new Error(`Nobody took the request in: ${outcome.kind}.`);
  const { code } = outcome.receipt;
  const proof = proofOfTyped(secret, code, lastFourOf(request.phone));
  const question = await findOwnQuestion({ ...visitor, actor: { kind: "code", proof } });
  if (question?.promise === undefined) throw new Error("The code on the receipt opens nothing.");
  const { file, callback, promise } = question;
  const own: Ctx = { ...visitor, actor: { kind: "code", proof, byMail: true } };
  const made = await askAboutOwnData(own, { kind: "access", ownWords: "Wat staat er over mij?" });
  if (made?.kind !== "made") throw new Error("What they asked about their own data was not written down.");
  return {
    caseId: file.id,
    callbackId: callback.id,
    promiseId: promise.id,
    requestId: made.request.id,
    name,
    phone: request.phone,
    code,
    proof,
  };
}

/** Does what the worker does after each event: the mails are posted. */
async function followAll(admin: TestDatabase["admin"], db: Pool, now: Temporal.Instant, secret: string): Promise<void> {
  const { rows } = await admin.query<{ id: string; municipality_id: string }>("select id, municipality_id from event");
  const links = {
    followLink: "https://example.org/volg",
    todayLink: "https://example.org/vandaag",
    invitationLink: "https://example.org/uitnodiging",
    lookLink: "https://example.org/inzage/te-bekijken",
    handOverLink: "https://example.org/overdracht",
    checkLink: "https://example.org/klopt-nog",
    entryLink: "https://example.org/routekaart",
  };
  for (const event of rows) {
    const ctx: Ctx = { db, now, municipalityId: event.municipality_id, actor: { kind: "visitor" } };
    await follow(ctx, event.id, { secret, ...links }, "example.org");
  }
}
