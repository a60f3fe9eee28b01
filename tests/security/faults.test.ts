import { beforeAll, describe, expect, test } from "vitest";
import { testApp } from "../support/app.ts";
import { type Answer, openBrowser, read } from "../support/browser.ts";
import { type Asked, asking, type Place } from "./matrix/asking.ts";
import { type Kept, keepWorld } from "./matrix/kept.ts";
import { type Actor, type MatrixWorld, matrixWorld, pointOf, type Subject } from "./matrix/world.ts";
import { point, resident } from "./work-forms.ts";

/*
 * The database falls away in the middle of a request: whoever asks hears that it is away and when to try again, nothing is
 * half done, and the next request works.
 *
 * Where the other faults and abuses are tested:
 *
 * | what | where |
 * |---|---|
 * | tokens of a provider: expired, replayed, forged, `alg: none`, of another state or nonce, two minutes off | sign-in.test.ts |
 * | a session that somebody was talked into, or of before | sign-in.test.ts, pages.test.ts |
 * | the provider away: whoever is signed in goes on, others hear it | sign-in.test.ts |
 * | statements of programs: expired, replayed, forged, `alg: none`, two minutes off; tokens that are over | ../api/clients.test.ts |
 * | links in mails: used twice, too old, made up | lost-code.test.ts |
 * | an id of another tenant in each path, query, form and field; fields too many | ids-of-others.test.ts |
 * | headers and lines in the log from a value | fuzz.test.ts, ../../src/log.test.ts |
 * | ten thousand wrong codes, secrets and addresses | tried-codes.test.ts, ../api/clients.test.ts, lost-code.test.ts |
 * | two administrators who take each other away | ../../src/modules/access/people/usecases.test.ts |
 * | the database gone, its disk full, the server killed | headers.test.ts, ../crash/ |
 */

const site = testApp();
const made: { world?: MatrixWorld & Kept & { place: Place } } = {};
const world = () => {
  if (made.world === undefined) throw new Error("The world is only there inside a test.");
  return made.world;
};
beforeAll(async () => {
  const all = await matrixWorld(site);
  // As the superuser, because an app's login may end nobody's connection, not even its own.
  await site.database.admin.query(`
    create schema fault;
    create function fault.falls() returns trigger language plpgsql security definer as
      $$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$`);
  made.world = { ...all, place: { point: pointOf("own"), service: "" }, ...(await keepWorld(site.database)) };
});

const actor = (name: string): Actor => {
  const found = world().actors.find((one) => one.name === name);
  if (found === undefined) throw new Error(`Nobody is called ${name}.`);
  return found;
};
const subject = (team: Subject["team"]): Subject => {
  const found = world().subjects.find((one) => one.team === team);
  if (found === undefined) throw new Error(`There is nothing of ${team}.`);
  return found;
};
const ask = async ({ method, path, headers, body }: Asked): Promise<Answer> =>
  read(await site.app.request(path, { method, headers, ...(body === undefined ? {} : { body }) }));

/** As long as this lasts, the connection falls away when a row is written to this table, or when all was done but the commit. */
async function whileFalling<T>(table: string, when: "at once" | "at the commit", act: () => Promise<T>): Promise<T> {
  const { admin } = site.database;
  const kind = when === "at once" ? "trigger" : "constraint trigger";
  const late = when === "at once" ? "" : "deferrable initially deferred";
  await admin.query(
    `create ${kind} falls after insert on ${table} ${late} for each row execute function fault.falls()`,
  );
  try {
    return await act();
  } finally {
    await admin.query(`drop trigger falls on ${table}`);
  }
}

const changed = async (): Promise<string[]> =>
  (await world().changes()).map(({ table }) => table).filter((table) => !["session", "request_limit"].includes(table));

/** What is half-way in each of these, and who does it about what. */
const acts: [route: string, by: string, about: Subject["team"], tables: string[]][] = [
  ["POST /werk/:gemeente/hulpvragen/:id/notitie", "own: helper", "own", ["contact_entry", "event"]],
  [
    "POST /werk/:gemeente/hulpvragen/:id/belpoging",
    "own: helper",
    "own",
    ["contact_attempt", "contact_entry", "event"],
  ],
  ["POST /werk/:gemeente/hulpvragen/:id/afsluiten", "own: helper", "own", ["event"]],
  [
    "POST /werk/:gemeente/hulpvragen/nieuw",
    "own: helper",
    "own",
    ["case_file", "callback", "promise", "resident_code", "event"],
  ],
  ["POST /werk/:gemeente/noodtoegang", "own: helper", "beside", ["case_share", "unusual_reading", "event"]],
  ["POST /werk/:gemeente/collegas/nieuw", "own: organisation-admin", "own", ["person", "team_member", "event"]],
  [
    "POST /werk/:gemeente/gemeente/organisaties/nieuw",
    "host: platform-admin",
    "own",
    ["organisation", "team", "person", "team_member", "person_invitation", "event"],
  ],
  [
    "POST /werk/:gemeente/routekaart/onderwerpen/:slug",
    "host: directory-editor",
    "own",
    ["theme_text", "theme_text_change", "event"],
  ],
  [
    "POST /werk/:gemeente/routekaart/onderwerpen/:slug/verplaats",
    "host: directory-editor",
    "own",
    ["theme_text", "theme_text_change", "event"],
  ],
  ["GET /werk/:gemeente/hulpvragen/:id", "own: helper", "own", ["event"]],
  ["POST /:gemeente/volg", "resident with the code of own", "own", ["event"]],
  ["POST /:gemeente/volg/vraag", "resident with the code of own", "own", ["event"]],
  ["POST /:gemeente/volg/code-kwijt", "resident with the code of own", "own", ["event"]],
  ["POST /api/v1/terugbelverzoeken", "visitor", "own", ["resident", "promise", "event"]],
  ["POST /api/v1/oauth/token", "program of own: toezeggingen.lezen", "own", ["api_token"]],
];
const each = acts.flatMap(([route, by, about, tables]) =>
  tables.flatMap((table) => (["at once", "at the commit"] as const).map((when) => ({ route, by, about, table, when }))),
);

describe("the connection falls away in the middle of a request", () => {
  test.each(each)("$route, when $table is written: $when", async ({ route, by, about, table, when }) => {
    const send = () => ask(asking(route, actor(by), subject(about), "utrecht", world().place));
    const answer = await whileFalling(table, when, send);
    expect(answer.status).toBe(503);
    expect(answer.body).not.toMatch(/57P01|terminating|administrator|Roos Voorbeeld|\bat \S+\.ts/);
    expect(answer.headers.get("content-type")).toMatch(route.includes("/api/") ? /problem\+json/ : /text\/html/);
    expect(await changed()).toEqual([]);

    const again = await send();
    expect(again.status).toBeLessThan(400);
    expect(await changed()).toContain(table);
    await world().restore();
  });
});

describe("the connection falls away while a request waits for somebody else", () => {
  test("it is away, and the question can be taken afterwards", async () => {
    const { admin } = site.database;
    const { caseId, promiseId } = subject("own");
    const send = () =>
      ask(asking("POST /werk/:gemeente/vandaag/neem", actor("own: helper"), subject("own"), "utrecht", world().place));
    const other = await admin.connect();
    try {
      await other.query("begin");
      await other.query("select from promise where id = $1 for update", [promiseId]);
      const waiting = send();
      const waits = "select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
      await expect.poll(async () => (await admin.query(waits)).rowCount, { timeout: 10_000 }).toBe(1);
      await admin.query(`select pg_terminate_backend(pid) from (${waits}) w`);
      expect((await waiting).status).toBe(503);
    } finally {
      await other.query("rollback");
      other.release();
    }
    expect(await changed()).toEqual([]);
    const answer = await send();
    expect(answer.headers.get("location")).toBe(`/werk/utrecht/hulpvragen/${caseId}`);
    await world().changes();
    await world().restore();
  });
});

describe("what a resident wrote", () => {
  test("is still there when the database was away at the moment of sending, and is kept once", async () => {
    const browser = openBrowser(site.app);
    const formKey = crypto.randomUUID();
    const page = "/utrecht/bel-mij-terug";
    await browser.ask(page, { form: { ...resident, formKey, servicePointId: point } });
    const refused = await whileFalling("promise", "at the commit", () =>
      browser.ask(`${page}/nakijken`, { form: { formKey } }),
    );
    expect(refused.status).toBe(503);
    expect(await changed()).toEqual([]);
    expect((await browser.ask(`${page}/nakijken`)).body).toContain(resident.name);
    for (const _ of ["pressed", "pressed again"]) {
      const sent = await browser.ask(`${page}/nakijken`, { form: { formKey } });
      expect([sent.status, sent.headers.get("location")]).toEqual([303, `${page}/gelukt`]);
    }
    const { rows } = await site.database.admin.query("select from resident where name = $1", [resident.name]);
    expect(rows).toHaveLength(1);
    await world().changes();
    await world().restore();
  });
});
