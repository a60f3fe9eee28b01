import { pointId, teamId } from "../../../example/places.ts";
import type { Ctx, Pool } from "../../../src/kernel/context.ts";
import { idFor, newId } from "../../../src/kernel/id.ts";
import { giveToken, type Scope, scopes, type TeamRole, teamRoles } from "../../../src/modules/access/index.ts";
import { appSecret, type TestApp, tuesdayMorning } from "../../support/app.ts";
import { openBrowser } from "../../support/browser.ts";
import { aClient } from "../../support/clients.ts";
import { askToBeCalled, type OwnCase } from "../two-municipalities.ts";

/*
 * Who asks in the matrix, and about what: five teams that stand in every relation to each other, with a case each and
 * somebody in every role; residents, programs, and whoever a file was shared with.
 */

/** How each team stands to the first: the same organisation, another, the municipality itself, another municipality. */
export const teams = {
  own: {
    municipality: "utrecht",
    tenant: "GM0344",
    organisation: "voorbeeld-sociaal-raadslieden-utrecht",
    team: "team-sociaal-raadslieden-utrecht",
  },
  beside: {
    municipality: "utrecht",
    tenant: "GM0344",
    organisation: "voorbeeld-sociaal-raadslieden-utrecht",
    team: "team-telefoon-raadslieden-utrecht",
  },
  other: {
    municipality: "utrecht",
    tenant: "GM0344",
    organisation: "voorbeeld-rechtswinkel-utrecht",
    team: "team-rechtswinkel-utrecht",
  },
  host: {
    municipality: "utrecht",
    tenant: "GM0344",
    organisation: "gemeente-utrecht",
    team: "team-juridische-zaken-utrecht",
  },
  elsewhere: {
    municipality: "almere",
    tenant: "GM0034",
    organisation: "voorbeeld-sociaal-raadslieden-almere",
    team: "team-sociaal-raadslieden-almere",
  },
} as const;
export type TeamName = keyof typeof teams;
const teamNames: TeamName[] = ["own", "beside", "other", "host", "elsewhere"];

/** What is asked about: a case of this team, its colleague, the team and its organisation; or nothing that ever was. */
export type Subject = {
  team: TeamName | "never";
  caseId: string;
  promiseId: string;
  /** What its resident asked about their own data, and what its privacy officer must look at. */
  requestId: string;
  lookId: string;
  shareId: string;
  /** A program of the organisation. */
  programId: string;
  teamId: string;
  colleagueId: string;
  organisationId: string;
  pointId: string;
  /** What the organisation offers on the route map, with a place where nobody calls back. */
  entryId: string;
  entryPointId: string;
  /** What somebody says is wrong with it. */
  suggestionId: string;
  /** Whom colleagues call directly there. */
  contactId: string;
  /** A list of help that the team gave along. */
  listId: string;
  phone: string;
  /** What nobody may read who may not open the case. */
  words: string[];
};

const states = ["running", "expired", "ended"] as const;
const grounds = ["consent", "law", "break-glass"] as const;

export type Actor = {
  name: string;
  kind: "visitor" | "resident" | "signed-out" | "without-duty" | "person" | "program" | "program-over";
  /** Whose they are, or whose case their code opens. */
  team?: TeamName;
  role?: TeamRole;
  /** The file of the first team that is shared with them now. */
  shared?: (typeof grounds)[number];
  scopes?: Scope[];
  headers: Record<string, string>;
  /** What a resident types, and a program proves itself with. */
  code?: { code: string; digits: string };
  secret?: { id: string; secret: string };
};

export type MatrixWorld = { subjects: Subject[]; actors: Actor[] };

export async function matrixWorld(site: TestApp): Promise<MatrixWorld> {
  const { db, admin } = site.database;
  await movePoints(admin);
  await tellOnce(admin);
  const cases = new Map<TeamName, OwnCase>();
  const subjects: Subject[] = [];
  const actors: Actor[] = [{ name: "visitor", kind: "visitor", headers: {} }];
  for (const [at, team] of teamNames.entries()) {
    const made = await aCaseOf(db, team, 4101 + at);
    cases.set(team, made);
    const colleagueId = await somebody(site, { team, role: "helper", called: "colleague" });
    const shareId = newId();
    subjects.push({
      ...aboutTeam(team),
      caseId: made.caseId,
      promiseId: made.promiseId,
      requestId: made.requestId,
      lookId: await aLook(admin, team, colleagueId),
      programId: (await aClient(visitorOf(db, team), { organisationId: aboutTeam(team).organisationId })).client.id,
      pointId: pointOf(team),
      ...(await anEntry(admin, team, colleagueId)),
      phone: made.phone,
      colleagueId,
      shareId,
      words: wordsOf(made),
    });
    for (const role of teamRoles) {
      const person = await somebody(site, { team, role, called: role });
      actors.push({ name: `${team}: ${role}`, kind: "person", team, role, headers: await cookieOf(site, person) });
    }
    if (team === "own" || team === "other") actors.push(await residentWith(site, team, made));
  }
  subjects.push({
    team: "never",
    caseId: newId(),
    promiseId: newId(),
    requestId: newId(),
    lookId: newId(),
    shareId: newId(),
    programId: newId(),
    teamId: newId(),
    colleagueId: newId(),
    organisationId: newId(),
    pointId: newId(),
    entryId: newId(),
    entryPointId: newId(),
    suggestionId: newId(),
    contactId: newId(),
    listId: newId(),
    phone: "06-00004999",
    words: [],
  });
  const [first] = subjects;
  if (first === undefined) throw new Error("There is no case.");
  await alsoShared(site, subjects);
  actors.push(...(await sharedWith(site, first)), ...(await whoWereHere(site)), ...(await programs(site)));
  return { subjects, actors };
}

/** Each file was shared with somebody who asks for nothing here, so that there is something to take back. */
async function alsoShared({ database: { admin } }: TestApp, subjects: Subject[]): Promise<void> {
  const [first, , other] = subjects;
  for (const { team, caseId, teamId: ofTeam, shareId, colleagueId } of subjects)
    if (team !== "never")
      await admin.query(
        `insert into case_share (municipality_id, id, case_id, team_id, to_person_id, ground, basis, from_at, until_at, given_by)
         values ($1, $2, $3, $4, $5, 'law', 'voorbeeld', $6, $7, $8)`,
        [
          teams[team].tenant,
          shareId,
          caseId,
          ofTeam,
          (team === "other" ? first : other)?.colleagueId,
          tuesdayMorning.toString(),
          tuesdayMorning.add({ hours: 1 }).toString(),
          colleagueId,
        ],
      );
}

const aboutTeam = (team: TeamName) => ({
  team,
  teamId: teamId(teams[team].team),
  organisationId: idFor(`organisation:${teams[team].organisation}`),
});

/** Two of the teams have no desk in the example world: here they are called back by too. */
async function movePoints(admin: TestApp["database"]["admin"]): Promise<void> {
  for (const team of ["beside", "host"] as const)
    await admin.query(
      `insert into service_point select (jsonb_populate_record(p, jsonb_build_object('id', $1::text, 'team_id', $2::text))).* from service_point p where id = $3`,
      [pointOf(team), teamId(teams[team].team), pointOf("own")],
    );
}

/** A text of Utrecht of which the national text lost the paragraph, with its history: there is something to move and to take back. */
export async function tellOnce(admin: TestApp["database"]["admin"]): Promise<void> {
  const at = "'GM0344', 'wonen', 'verdwenen'";
  await admin.query(`insert into theme_text values (${at}, '{"nl": "- Uit vroeger tijden."}')`);
  await admin.query(
    `insert into theme_text_change (municipality_id, theme, paragraph, version, at, changes)
     values (${at}, 1, $1, '[{"field": "nl", "before": "", "after": "- Uit vroeger tijden."}]')`,
    [tuesdayMorning.toString()],
  );
}
export const pointOf = (team: TeamName): string => pointId(`punt-${teams[team].team.slice("team-".length)}`);

const visitorOf = (db: Pool, team: TeamName): Ctx => ({
  db,
  now: tuesdayMorning,
  municipalityId: teams[team].tenant,
  actor: { kind: "visitor" },
});

/** What a colleague read at night, and nobody looked at yet. */
async function aLook(admin: TestApp["database"]["admin"], team: TeamName, reader: string): Promise<string> {
  const id = newId();
  await admin.query(
    `insert into unusual_reading (municipality_id, id, team_id, person_id, day, reason, found_at, event_ids)
     values ($1, $2, $3, $4, '2026-11-23', 'night', $5, array[$6::uuid])`,
    [teams[team].tenant, id, teamId(teams[team].team), reader, tuesdayMorning.toString(), newId()],
  );
  return id;
}

/** Something of this organisation that was changed once, with one place. */
async function anEntry(admin: TestApp["database"]["admin"], team: TeamName, editor: string) {
  const [entryId, entryPointId, suggestionId, contactId, listId] = [newId(), newId(), newId(), newId(), newId()];
  await admin.query(
    `insert into service select (jsonb_populate_record(s, jsonb_build_object('id', $1::text, 'organisation_id', $2::text, 'version', 2))).*
     from service s join service_point p on p.service_id = s.id where p.id = $3`,
    [entryId, aboutTeam(team).organisationId, pointOf(team)],
  );
  await admin.query(
    `insert into service_point select (jsonb_populate_record(p, jsonb_build_object('id', $1::text, 'service_id', $2::text, 'team_id', null))).*
     from service_point p where p.id = $3`,
    [entryPointId, entryId, pointOf(team)],
  );
  await admin.query(
    `insert into service_change (municipality_id, service_id, version, at, by_person_id, changes)
     select municipality_id, id, 2, $2, $3, jsonb_build_array(jsonb_build_object('field', 'name', 'before', '{"nl":"Vroeger"}'::jsonb, 'after', name))
     from service where id = $1`,
    [entryId, tuesdayMorning.toString(), editor],
  );
  await admin.query(
    `insert into entry_suggestion (municipality_id, id, service_id, version, words, told_by, made_at)
     select municipality_id, $1, id, 2, 'Dit is verhuisd.', 'anybody', $2 from service where id = $3`,
    [suggestionId, tuesdayMorning.toString(), entryId],
  );
  await admin.query(
    `insert into organisation_profile values ($1, '{"kvk": "12345678"}', 1, $2) on conflict do nothing`,
    [aboutTeam(team).organisationId, tuesdayMorning.toString()],
  );
  await admin.query(
    `insert into organisation_profile_change (municipality_id, organisation_id, version, at, by_person_id, changes)
     values ($1, $2, 1, $3, $4, '[{"field": "kvk", "before": null, "after": "12345678"}]') on conflict do nothing`,
    [teams[team].tenant, aboutTeam(team).organisationId, tuesdayMorning.toString(), editor],
  );
  await admin.query(
    `insert into direct_contact (municipality_id, id, service_id, function, phone, confirmed_on)
     select municipality_id, $1, id, 'Coördinator', '+31600000909', '2026-11-24' from service where id = $2`,
    [contactId, entryId],
  );
  await admin.query(
    `insert into resident_list (municipality_id, id, team_id, word_hash, told_in, entries, made_at, last_day)
     values ($1, $2::uuid, $3, $2::uuid::text, 'nl', jsonb_build_array(jsonb_build_object('serviceId', $4::text, 'advice', null, 'line', '')), $5, '2026-12-24')`,
    [teams[team].tenant, listId, teamId(teams[team].team), entryId, tuesdayMorning.toString()],
  );
  return { entryId, entryPointId, suggestionId, contactId, listId };
}

const aCaseOf = (db: Pool, team: TeamName, number: number): Promise<OwnCase> => {
  return askToBeCalled(visitorOf(db, team), pointOf(team), number, appSecret);
};

const wordsOf = ({ name, phone, code, caseId, callbackId, promiseId }: OwnCase): string[] => {
  const digits = phone.slice(-4);
  return [
    name,
    `roos.${digits}@`,
    `0000-${digits}`,
    `0000 ${digits}`,
    `0000${digits}`,
    code,
    code.replace("-", ""),
    caseId,
    callbackId,
    promiseId,
  ];
};

async function somebody(
  { database: { admin } }: TestApp,
  { team, role, called }: { team: TeamName; role: TeamRole; called: string },
): Promise<string> {
  const id = newId();
  await admin.query("insert into person (id, name, mail) values ($1, $2, $3)", [
    id,
    `Voorbeeld ${team} ${called}`,
    `${team}.${called}@example.org`,
  ]);
  await admin.query("insert into team_member (municipality_id, team_id, person_id, role) values ($1, $2, $3, $4)", [
    teams[team].tenant,
    teamId(teams[team].team),
    id,
    role,
  ]);
  return id;
}

async function cookieOf(site: TestApp, person: string): Promise<{ cookie: string }> {
  const { name, token } = await site.signIn(person);
  return { cookie: `${name}=${token}` };
}

async function residentWith(site: TestApp, team: TeamName, { code, phone }: OwnCase): Promise<Actor> {
  const browser = openBrowser(site.app);
  const typed = { code, digits: phone.slice(-4) };
  await browser.ask(`/${teams[team].municipality}/volg`, { form: typed });
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  return { name: `resident with the code of ${team}`, kind: "resident", team, headers: { cookie }, code: typed };
}

/** On consent and by law with somebody of another organisation, behind glass with a colleague: now, no more, and taken back. */
async function sharedWith(site: TestApp, { caseId, teamId: ofTeam, colleagueId }: Subject): Promise<Actor[]> {
  const all: Actor[] = [];
  const hour = { hours: 1 };
  const [before, after] = [tuesdayMorning.subtract(hour), tuesdayMorning.add(hour)];
  for (const ground of grounds)
    for (const state of states) {
      const team = ground === "break-glass" ? "beside" : "other";
      const person = await somebody(site, { team, role: "helper", called: `${ground} ${state}` });
      await site.database.admin.query(
        `insert into case_share (municipality_id, id, case_id, team_id, to_person_id, ground, basis, reason, from_at, until_at, ended_at, given_by)
         values ('GM0344', $1, $2, $3, $4, $5, 'voorbeeld', 'voorbeeld', $6, $7, $8, $9)`,
        [
          newId(),
          caseId,
          ofTeam,
          person,
          ground,
          before.toString(),
          (state === "expired" ? tuesdayMorning : after).toString(),
          state === "ended" ? tuesdayMorning.toString() : null,
          ground === "break-glass" ? person : colleagueId,
        ],
      );
      all.push({
        name: `${ground}, ${state}`,
        kind: "person",
        team,
        role: "helper",
        ...(state === "running" ? { shared: ground } : {}),
        headers: await cookieOf(site, person),
      });
    }
  return all;
}

/** Whoever signed out, with the cookie of before; and whoever lost their last duty while signed in. */
async function whoWereHere(site: TestApp): Promise<Actor[]> {
  const { admin } = site.database;
  const gone = await cookieOf(site, await somebody(site, { team: "own", role: "helper", called: "signed out" }));
  await site.app.request("/werk/uitloggen", {
    method: "POST",
    headers: { ...gone, host: "localhost", "sec-fetch-site": "same-origin" },
    body: new URLSearchParams(),
  });
  const person = await somebody(site, { team: "own", role: "team-lead", called: "without a duty" });
  const left = await cookieOf(site, person);
  await admin.query("delete from team_member where person_id = $1", [person]);
  return [
    { name: "signed out", kind: "signed-out", headers: gone },
    { name: "without a duty any more", kind: "without-duty", headers: left },
  ];
}

async function programs(site: TestApp): Promise<Actor[]> {
  const { db, admin } = site.database;
  const ctx = visitorOf(db, "own");
  const program = async (
    team: TeamName,
    given: Scope[],
    kind: "program" | "program-over",
    name: string,
  ): Promise<Actor> => {
    const { client, secret } = await aClient(ctx, { organisationId: aboutTeam(team).organisationId, scopes: given });
    const outcome = await giveToken(
      ctx,
      { proof: { kind: "secret", clientId: client.id, secret }, scopes: undefined },
      "",
    );
    if (outcome.kind !== "given") throw new Error("The program got no token.");
    if (kind === "program-over")
      await admin.query("update api_client set ended_at = $2 where id = $1", [client.id, tuesdayMorning.toString()]);
    return {
      name,
      kind,
      team,
      scopes: given,
      headers: { authorization: `Bearer ${outcome.token}` },
      secret: { id: client.id, secret },
    };
  };
  const all: Actor[] = [];
  for (const team of ["own", "other", "elsewhere"] as const)
    for (const given of [...scopes.map((scope) => [scope]), [...scopes]])
      all.push(await program(team, given, "program", `program of ${team}: ${given.join(" ")}`));
  all.push(await program("own", [...scopes], "program-over", "program that was ended"));
  return all;
}
