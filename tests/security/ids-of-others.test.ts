import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { testApp } from "../support/app.ts";
import { type Answer, type Form, read } from "../support/browser.ts";
import { formsIn } from "./fuzz-requests.ts";
import { type Asked, asking, type Place } from "./matrix/asking.ts";
import { type Change, type Kept, keepWorld } from "./matrix/kept.ts";
import { type Row, rows } from "./matrix/rows.ts";
import { type Actor, type MatrixWorld, matrixWorld, pointOf, type Subject, teams } from "./matrix/world.ts";
import { workForms } from "./work-forms.ts";

/*
 * An id of somebody else in every place where an id can stand, and a field too many in every form: nothing of others
 * changes, nothing of them is shown, and a form does what it offers and no more. Made from the table of contents, from the
 * forms of the workspace and from the description of the REST interface.
 */

const site = testApp();
type World = MatrixWorld & Kept & { place: Place; columns: string[]; offered: Map<string, Set<string>> };
const made: { world?: World } = {};
const world = (): World => {
  if (made.world === undefined) throw new Error("The world is only there inside a test.");
  return made.world;
};
const ask = async ({ method, path, headers, body }: Asked): Promise<Answer> =>
  read(await site.app.request(path, { method, headers, ...(body === undefined ? {} : { body }) }));

beforeAll(async () => {
  const all = await matrixWorld(site);
  const { admin } = site.database;
  const points = await admin.query("select service_id from service_point where id = $1", [pointOf("own")]);
  const columns = await admin.query<{ name: string }>(
    "select distinct column_name as name from information_schema.columns where table_schema = 'public' order by 1",
  );
  const place = { point: pointOf("own"), service: points.rows[0].service_id };
  made.world = {
    ...all,
    place,
    columns: columns.rows.map(({ name }) => name),
    offered: new Map(),
    ...(await keepWorld(site.database)),
  };
  await readForms();
  await world().changes();
  await world().restore();
});

const find = <Thing>(thing: Thing | undefined, what: string): Thing => {
  if (thing === undefined) throw new Error(`There is no ${what}.`);
  return thing;
};
const actor = (name: string): Actor =>
  find(
    world().actors.find((one) => one.name === name),
    name,
  );
const subject = (team: Subject["team"]): Subject =>
  find(
    world().subjects.find((one) => one.team === team),
    team,
  );

/** Somebody of the first team who may do this, or of the municipality itself. */
const whoMay = (route: string): Actor => {
  const row = rows[route];
  if (row?.door !== "work") return actor("visitor");
  return actor(`${row.near === "host" ? "host" : "own"}: ${row.roles[0]}`);
};

const posts = Object.keys(workForms);
const ownForm = (route: string): Form => workForms[route]?.(about(rows[route])) ?? {};
/** What is near enough to be allowed: a colleague's team, when it is about breaking its glass. */
const about = (row: Row | undefined): Subject =>
  subject(row?.door === "work" && row.near === "beside" ? "beside" : "own");

const requestWith = (route: string, by: Actor, form: Form, over: Partial<Subject> = {}): Asked => {
  const asked = asking(route, by, { ...about(rows[route]), ...over }, "utrecht", world().place);
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(form)) for (const one of [value].flat()) body.append(name, one);
  return { ...asked, body: body.toString() };
};

/** Which fields each form offers on any page that somebody of the first team sees. */
async function readForms(): Promise<void> {
  const ofFirst = [
    "helper",
    "team-lead",
    "organisation-admin",
    "platform-admin",
    "privacy-officer",
    "directory-editor",
  ];
  for (const who of [...ofFirst.map((role) => `own: ${role}`), "host: directory-editor"])
    for (const route of Object.keys(rows).filter((route) => route.startsWith("GET /werk/:gemeente"))) {
      const { body } = await ask(asking(route, actor(who), subject("own"), "utrecht", world().place));
      for (const { action, form } of formsIn(body)) {
        const to = posts.find((post) => pattern(post).test(action));
        if (to === undefined) continue;
        const names = [...form.fields.keys(), ...form.buttons.map(([name]) => name)];
        world().offered.set(to, new Set([...(world().offered.get(to) ?? []), ...names]));
      }
    }
}
const pattern = (route: string): RegExp =>
  new RegExp(
    `^${(route.split(" ")[1] ?? "")
      .replace(":gemeente", "utrecht")
      .replace("/vragen/:slug", "/vragen/schulden")
      .replace(":slug", "wonen")
      .replace(/:(id|plaats)/g, "[0-9a-f-]{36}")}$`,
  );

// ── ids of others ───────────────────────────────────────────────────────────────────────────────────────────────

const isId = (text: string): boolean => z.uuid().safeParse(text).success;
const idsOf = (of: Subject): string[] => [
  of.caseId,
  of.promiseId,
  of.shareId,
  of.requestId,
  of.lookId,
  of.programId,
  of.teamId,
  of.colleagueId,
  of.organisationId,
  of.pointId,
  of.entryId,
  of.entryPointId,
  of.suggestionId,
  of.contactId,
  of.listId,
];

/** The teams that are too far for this to be about them. */
function farFor(row: Row | undefined): Subject[] {
  const near = row?.door === "work" ? row.near : "team";
  const mine = teams.own;
  return world().subjects.filter(({ team }) => {
    if (team === "own" || team === "never") return false;
    const theirs = teams[team];
    if (near === "organisation" || near === "beside" || near === "kept")
      return theirs.organisation !== mine.organisation;
    return near === "here" ? theirs.municipality !== mine.municipality : true;
  });
}

/** Ids that also stand in what is one's own, or that everybody reads, give nothing away. */
const onlyTheirs = (theirs: Subject): string[] => {
  const shared = new Set([...idsOf(subject("own")), ...idsOf(subject("beside"))]);
  return theirs.team === "beside"
    ? idsOf(theirs).filter((id) => id !== theirs.organisationId)
    : idsOf(theirs).filter((id) => !shared.has(id));
};

const touches = (changes: Change[], theirs: Subject): string[] =>
  changes
    .filter(({ row }) => onlyTheirs(theirs).some((id) => JSON.stringify(row).includes(id)))
    .map(({ table }) => `${table} changed`);

function shows(asked: Asked, answer: Answer, theirs: Subject): string[] {
  const sent = decodeURIComponent(`${asked.path} ${asked.body ?? ""}`);
  const words = [...theirs.words, `Voorbeeld ${theirs.team} colleague`];
  return words.filter((word) => answer.body.includes(word) && !sent.includes(word)).map((word) => `shows ${word}`);
}

type Attempt = { what: string; asked: Asked };

/** Sends them all at once, and says what of theirs was touched or shown; then everything is as it was. */
async function wrongAbout(attempts: Attempt[], theirs: Subject): Promise<string[]> {
  const answered = await Promise.all(
    attempts.map(async (attempt) => ({ ...attempt, answer: await ask(attempt.asked) })),
  );
  const changes = await world().changes();
  if (changes.some(({ table }) => table !== "event" && table !== "event_waiting")) await world().restore();
  const wrong = answered.flatMap(({ what, asked, answer }) =>
    [...shows(asked, answer, theirs), ...(answer.status >= 500 ? [`breaks with ${answer.status}`] : [])].map(
      (one) => `${what} of ${theirs.team}: ${one}`,
    ),
  );
  const sent = attempts.map(({ what }) => what).join(" or ");
  return [...touches(changes, theirs).map((one) => `${sent} of ${theirs.team}: ${one}`), ...wrong];
}

/** Pages are read side by side; each form meets the world as it was. */
async function wrongAboutEach(attempts: Attempt[], theirs: Subject): Promise<string[]> {
  const { pages = [], forms = [] } = Object.groupBy(attempts, ({ asked }) =>
    asked.method === "GET" ? "pages" : "forms",
  );
  const wrong = await wrongAbout(pages, theirs);
  for (const form of forms) wrong.push(...(await wrongAbout([form], theirs)));
  return wrong;
}

describe("an id of another team, organisation or municipality", () => {
  test.each(posts)("in a field of %s", async (route) => {
    const by = whoMay(route);
    const form = ownForm(route);
    const ids = Object.entries(form).filter(([, value]) => typeof value === "string" && isId(value));
    // Where a form of ours has an id that this one leaves empty, it is filled in too.
    const offered = [...(world().offered.get(route) ?? [])].filter((name) =>
      /^(person|team|deputy|organisation|session|share|case|promise|question|request|client|program|colleague|contact|servicePointId)\b/.test(
        name,
      ),
    );
    const names = new Set([...ids.map(([name]) => name), ...offered]);
    const wrong: string[] = [];
    for (const theirs of farFor(rows[route]))
      for (const name of names) {
        const attempts = onlyTheirs(theirs).map((id) => ({
          what: `${name} with ${id}`,
          asked: requestWith(route, by, { ...form, [name]: id }),
        }));
        wrong.push(...(await wrongAboutEach(attempts, theirs)));
      }
    expect(wrong).toEqual([]);
  });

  const withId = Object.keys(rows).filter((route) => /^\w+ \/werk\/.*:id/.test(route));
  test.each(withId)("in the address of %s", async (route) => {
    const by = whoMay(route);
    const wrong: string[] = [];
    for (const theirs of farFor(rows[route])) {
      const attempts = onlyTheirs(theirs).map((id) => {
        const inPlace = { caseId: id, colleagueId: id, organisationId: id, teamId: id, requestId: id, lookId: id };
        const asked = route.startsWith("POST")
          ? requestWith(route, by, ownForm(route), inPlace)
          : asking(route, by, { ...subject("own"), ...inPlace }, "utrecht", world().place);
        return { what: id, asked };
      });
      wrong.push(...(await wrongAboutEach(attempts, theirs)));
    }
    expect(wrong).toEqual([]);
  });

  const pages = Object.keys(rows).filter((route) => /^GET \/werk\/:gemeente/.test(route) && !route.endsWith("stroom"));
  const inQuery = [
    "id",
    "case",
    "promise",
    "share",
    "team",
    "person",
    "organisation",
    "municipality",
    "punt",
    "van",
    "wie",
    "zoek",
    "terug",
    "wijzig",
    "person_id",
    "team_id",
    "case_id",
  ];
  test.each(pages)("in the query of %s", async (route) => {
    const by = whoMay(route);
    const wrong: string[] = [];
    // An administrator and a privacy officer see the people of every team of the organisation.
    const near = by.role === "organisation-admin" || by.role === "privacy-officer" ? "collegas/:id" : "hulpvragen/:id";
    for (const theirs of farFor(rows[`GET /werk/:gemeente/${near}`])) {
      const attempts = idsOf(theirs).map((id) => {
        const asked = asking(route, by, subject("own"), "utrecht", world().place);
        const query = new URLSearchParams(inQuery.map((name) => [name, id]));
        return { what: `? with ${id}`, asked: { ...asked, path: `${asked.path}?${query}` } };
      });
      wrong.push(...(await wrongAboutEach(attempts, theirs)));
    }
    expect(wrong).toEqual([]);
  });

  test("in a header or a cookie says nothing of who asks", async () => {
    const theirs = subject("other");
    const asked = asking("GET /werk/:gemeente/hulpvragen/:id", actor("own: helper"), theirs, "utrecht", world().place);
    const more = {
      "x-person": theirs.colleagueId,
      "x-team": theirs.teamId,
      "x-municipality": "GM0034",
      "x-forwarded-user": theirs.colleagueId,
    };
    const cookies = `${asked.headers.cookie}; person=${theirs.colleagueId}; team=${theirs.teamId}`;
    const answer = await ask({ ...asked, headers: { ...asked.headers, ...more, cookie: cookies } });
    expect(answer.status).toBe(404);
    expect(shows(asked, answer, theirs)).toEqual([]);
  });
});

// ── the REST interface ──────────────────────────────────────────────────────────────────────────────────────────

const Field = z.looseObject({ format: z.string().optional() });
const Operation = z.looseObject({
  parameters: z.array(z.looseObject({ name: z.string(), in: z.string(), schema: Field })).default([]),
  requestBody: z
    .object({
      content: z.object({
        "application/json": z.object({
          schema: z.looseObject({ $ref: z.string().optional(), properties: z.record(z.string(), Field).optional() }),
        }),
      }),
    })
    .optional(),
});
const Description = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.looseObject({
    schemas: z.record(z.string(), z.looseObject({ properties: z.record(z.string(), Field).optional() })),
  }),
});
type ApiField = { route: string; where: "path" | "query" | "body"; name: string };

/** Every place in the interface in which an id can stand. */
async function idsInApi(): Promise<ApiField[]> {
  const { paths, components } = Description.parse(await (await site.app.request("/api/v1/openapi.json")).json());
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, { parameters, requestBody }]) => {
      const route = `${method.toUpperCase()} /api/v1${path.replace("{id}", ":id")}`;
      const schema = requestBody?.content["application/json"].schema;
      const properties =
        schema?.properties ?? components.schemas[schema?.$ref?.split("/").at(-1) ?? ""]?.properties ?? {};
      return [
        ...parameters.flatMap(({ name, in: where, schema }): ApiField[] =>
          schema.format === "uuid" && (where === "path" || where === "query") ? [{ route, where, name }] : [],
        ),
        ...Object.entries(properties).flatMap(([name, { format }]): ApiField[] =>
          format === "uuid" ? [{ route, where: "body", name }] : [],
        ),
      ];
    }),
  );
}

describe("by program", () => {
  test("an id of others opens nothing and changes nothing, wherever the description has one", async () => {
    const fields = await idsInApi();
    expect(fields.map(({ route, name }) => `${route} ${name}`).sort()).toEqual([
      "GET /api/v1/hulpaanbod/:id id",
      "GET /api/v1/teams/:id/toezeggingen id",
      "POST /api/v1/terugbelverzoeken hulppuntId",
    ]);
    const wrong: string[] = [];
    const by = actor("program of own: toezeggingen.lezen terugbelverzoeken.maken");
    // What is on the route map of one's own municipality is everybody's to read, and a desk of it to ask.
    const isPublished = (id: string, { pointId, entryId, entryPointId }: Subject) =>
      [pointId, entryId, entryPointId].includes(id);
    for (const { route, where, name } of fields)
      for (const theirs of world().subjects.filter(({ team }) => team === "other" || team === "elsewhere"))
        for (const id of idsOf(theirs).filter((id) => theirs.team === "elsewhere" || !isPublished(id, theirs))) {
          const asked = asking(route, by, { ...subject("own"), teamId: id }, "utrecht", {
            ...world().place,
            service: id,
          });
          const body =
            where === "body" ? JSON.stringify({ ...JSON.parse(asked.body ?? "{}"), [name]: id }) : asked.body;
          const sent = { ...asked, ...(body === undefined ? {} : { body }) };
          wrong.push(...(await wrongAbout([{ what: `${name} with ${id}`, asked: sent }], theirs)));
          if ((await ask(sent)).status < 400) wrong.push(`${route}: ${name} with ${id} of ${theirs.team} was taken`);
        }
    expect(wrong).toEqual([]);
  });

  test("a field too many is refused by its name, and nothing changes", async () => {
    const asked = asking("POST /api/v1/terugbelverzoeken", actor("visitor"), subject("own"), "utrecht", world().place);
    const usual = JSON.parse(asked.body ?? "{}");
    for (const name of spellings().filter((name) => !(name in usual))) {
      const answer = await ask({ ...asked, body: JSON.stringify({ ...usual, [name]: smuggled(name) }) });
      expect([name, answer.status, answer.body.includes(`"veld":"${name}"`)]).toEqual([name, 400, true]);
    }
    expect((await world().changes()).filter(({ table }) => table !== "request_limit")).toEqual([]);
    expect((await ask(asked)).status).toBe(201);
    await world().changes();
    await world().restore();
  });
});

// ── fields too many ─────────────────────────────────────────────────────────────────────────────────────────────

/** Every column of every table, as the database writes it and as our code does. */
const spellings = (): string[] => [
  ...new Set(
    world().columns.flatMap((name) => [name, name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())]),
  ),
  "duties[]",
  "actor",
  "permit",
];
const offeredBy = (route: string): Set<string> =>
  new Set([...Object.keys(ownForm(route)), ...(world().offered.get(route) ?? [])]);

function smuggled(name: string): string {
  const theirs = subject("other");
  if (/municipality/i.test(name)) return "GM0034";
  if (/team/i.test(name)) return theirs.teamId;
  if (/case/i.test(name)) return theirs.caseId;
  if (/person|owner|given|by|deputy/i.test(name)) return theirs.colleagueId;
  if (/organisation/i.test(name)) return theirs.organisationId;
  if (/^role$/i.test(name)) return "platform-admin";
  if (/_at$|At$|until|since|ends|due|day|on$/i.test(name)) return "2030-01-01";
  if (/harm|wheelchair|safe|may/i.test(name)) return "true";
  if (/state|status/i.test(name)) return "kept";
  return "Binnengesmokkeld";
}

/** The rows that a request changed, without what is new each time. */
async function changedBy(asked: Asked): Promise<{ status: number; changed: string[] }> {
  const { status } = await ask(asked);
  const known = new Set(world().subjects.flatMap(idsOf));
  const changed = (await world().changes())
    .filter(({ table }) => !["request_limit", "session"].includes(table))
    .map(({ table, row }) =>
      `${table} ${JSON.stringify(row)}`
        .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => (known.has(id) ? id : "…"))
        .replace(/[0-9a-f]{64}|[0-9a-f]{32}|[0-9a-f]{16}/g, "…"),
    )
    .sort();
  await world().restore();
  return { status, changed };
}

describe("a field that the form does not offer", () => {
  test.each(posts)("changes nothing: %s", async (route) => {
    const by = whoMay(route);
    const form = ownForm(route);
    const more = spellings().filter((name) => !offeredBy(route).has(name));
    expect(more.length).toBeGreaterThan(100);
    const extra = Object.fromEntries(more.map((name) => [name, smuggled(name)]));
    const usual = await changedBy(requestWith(route, by, form));
    const stuffed = await changedBy(requestWith(route, by, { ...extra, ...form }));
    expect(stuffed).toEqual(usual);
    // As it is when nothing is added: what the matrix says.
    const row = rows[route];
    expect(usual.status).toBe(row?.door === "work" ? row.get : 303);
  });

  test("also not on the pages of residents", async () => {
    const resident = actor("resident with the code of own");
    const acts: [route: string, by: Actor, form: Form][] = [
      ["POST /:gemeente/volg/vraag", resident, { change: "cancel" }],
      ["POST /:gemeente/volg/vraag", resident, { change: "word", word: "Nog iets." }],
      ["POST /:gemeente/volg/vraag", resident, { change: "phone", phone: "06-00004777" }],
      ["POST /:gemeente/volg/vraag", resident, { change: "safety", mayLeaveMessage: "no", maySayWho: "no" }],
      ["POST /:gemeente/volg/vraag", resident, { change: "dayparts", dayparts: ["morning"] }],
    ];
    for (const [route, by, form] of acts) {
      // All changes are one form: what another of them asks is offered too.
      const offered = ["change", "word", "phone", "dayparts", "mayLeaveMessage", "maySayWho", "formKey"];
      const more = spellings().filter((name) => !offered.includes(name));
      const extra = Object.fromEntries(more.map((name) => [name, smuggled(name)]));
      const usual = await changedBy(requestWith(route, by, form));
      expect([form.change, usual.changed.length > 1]).toEqual([form.change, true]);
      expect(await changedBy(requestWith(route, by, { ...extra, ...form }))).toEqual(usual);
    }
  });
});
