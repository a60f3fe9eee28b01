import { beforeAll, describe, expect, test } from "vitest";
import { testApp } from "../support/app.ts";
import { type Answer, read } from "../support/browser.ts";
import { type Asked, asking, isAbout, type Place, placeOf } from "./matrix/asking.ts";
import { type Change, type Kept, keepWorld } from "./matrix/kept.ts";
import { type Near, type Row, rows } from "./matrix/rows.ts";
import { type Actor, type MatrixWorld, matrixWorld, pointOf, type Subject, teams } from "./matrix/world.ts";

/*
 * Everybody asks for everything: each route with each kind of actor, about a file of their own team, of another team, of
 * another organisation, of the municipality, of another municipality, and one that never was. What must come of it stands
 * in matrix/rows.ts. Besides the status: a refusal is the same for what is there and what is not, changes nothing, and no
 * answer holds a word of a case that its reader may not open.
 */

const site = testApp();
type World = MatrixWorld & Kept & { places: Record<"utrecht" | "almere", Place> };
const made: { world?: World } = {};
const world = (): World => {
  if (made.world === undefined) throw new Error("The world is only there inside a test.");
  return made.world;
};
beforeAll(async () => {
  const all = await matrixWorld(site);
  const place = async (point: string): Promise<Place> => {
    const { rows } = await site.database.admin.query("select service_id from service_point where id = $1", [point]);
    return { point, service: rows[0].service_id };
  };
  const places = { utrecht: await place(pointOf("own")), almere: await place(pointOf("elsewhere")) };
  made.world = { ...all, places, ...(await keepWorld(site.database)) };
});

const routesOfApp = (): string[] => [
  ...new Set(site.app.routes.filter(({ method }) => method !== "ALL").map(({ method, path }) => `${method} ${path}`)),
];
const ask = async ({ method, path, headers, body }: Asked): Promise<Answer> =>
  read(await site.app.request(path, { method, headers, ...(body === undefined ? {} : { body }) }));

// ── what must come of it ────────────────────────────────────────────────────────────────────────────────────────

const isAtWork = ({ kind }: Actor): boolean => kind === "person";

function isNear(near: Near, { team }: Actor, subject: Subject): boolean {
  if (near === "anything") return true;
  if (near === "host") return team === "host";
  if (team === undefined || subject.team === "never") return false;
  const [mine, theirs] = [teams[team], teams[subject.team]];
  switch (near) {
    case "team":
      return team === subject.team;
    case "beside":
      return team !== subject.team && mine.organisation === theirs.organisation;
    case "organisation":
      return mine.organisation === theirs.organisation;
    case "here":
      return mine.municipality === theirs.municipality;
    case "kept":
      return (
        mine.organisation === theirs.organisation || (team === "host" && mine.municipality === theirs.municipality)
      );
  }
}

const worksOnFiles = ({ role }: Actor): boolean =>
  role === "helper" || role === "team-lead" || role === "objection-officer";
const readsShared = ({ shared }: Actor, { team }: Subject): boolean => shared !== undefined && team === "own";

/** What the row says that this actor gets about this subject, and whether that is a refusal. */
function expected(row: Row, actor: Actor, subject: Subject): { status: number; refused: boolean } {
  const gets = (status: number) => ({ status, refused: false });
  const isRefused = (status: number) => ({ status, refused: true });
  switch (row.door) {
    case "open":
      return gets(isAtWork(actor) ? (row.signedIn ?? row.get) : row.get);
    case "code":
      return actor.kind === "resident" ? gets(row.get) : isRefused(row.others);
    case "proof":
      return actor.kind === "program" ? gets(row.get) : isRefused(row.others);
    case "token":
      if (actor.kind === "program-over") return isRefused(401);
      if (actor.kind !== "program") return { status: row.without, refused: row.without >= 400 };
      if (actor.scopes?.some((scope) => scope === row.scope) !== true) return isRefused(403);
      return isNear(row.near, actor, subject) ? gets(row.get) : isRefused(404);
    case "work":
      if (!isAtWork(actor)) return isRefused(401);
      if (actor.role !== undefined && row.roles.includes(actor.role)) {
        if (isNear(row.near, actor, subject)) return gets(row.get);
        return row.shared !== undefined && readsShared(actor, subject) ? gets(row.shared) : isRefused(row.far);
      }
      if (row.lead !== undefined && actor.role === "team-lead" && isNear("team", actor, subject)) return gets(row.lead);
      if (row.ofTeam !== undefined && worksOnFiles(actor) && isNear("team", actor, subject)) return gets(row.ofTeam);
      return isRefused(404);
  }
}

/** Of every team for whom it could be theirs; for whoever is refused at the door, one that is there and one that is not. */
function aboutFor(route: string, row: Row, actor: Actor): Subject[] {
  const { subjects } = world();
  if (!isAbout(route)) return subjects.slice(0, 1);
  const all = subjects.toReversed();
  const comesIn =
    row.door !== "work" || (isAtWork(actor) && (worksOnFiles(actor) || row.roles.some((role) => role === actor.role)));
  return comesIn ? all : all.filter(({ team }) => team === "never" || team === (actor.team ?? "own"));
}

// ── what did come of it ─────────────────────────────────────────────────────────────────────────────────────────

/** Whose words may stand in what this actor sees. */
const mayRead = (actor: Actor, subject: Subject): boolean =>
  (actor.kind === "resident" && actor.team === subject.team) ||
  readsShared(actor, subject) ||
  (worksOnFiles(actor) && actor.team === subject.team);

/** Words of cases that stand in an answer without having been sent along with the question. */
function leaks(actor: Actor, { path, body = "" }: Asked, answer: Answer): string[] {
  const sent = decodeURIComponent(`${path} ${body.replaceAll("+", " ")}`);
  return world()
    .subjects.filter((subject) => !mayRead(actor, subject))
    .flatMap(({ team, words }) =>
      words.filter((word) => answer.body.includes(word) && !sent.includes(word)).map((word) => `${word} of ${team}`),
    );
}

/** Everything that somebody could compare, without ids, what was typed, and what is sealed anew each time. */
function comparable({ status, headers, body }: Answer, { words, phone }: Subject): string {
  const blank = (text: string) =>
    [phone, ...words]
      .reduce((rest, word) => rest.replaceAll(word, "…"), text)
      .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "…");
  const named = [...headers].filter(([name]) => name !== "x-request-id");
  return JSON.stringify([
    status,
    named.map(([name, value]) => [name, blank(value).replace(/gezegd=[^;]+/, "")]),
    blank(body),
  ]);
}

/** What also a refusal writes: that it was refused, that somebody was there, that somebody asked. */
const alsoRefused = ["event", "event_waiting", "processing_waiting", "session", "request_limit"];
const moreThanRefused = async (): Promise<Change[]> =>
  (await world().changes()).filter(({ table }) => !alsoRefused.includes(table));

/** One cell of the table: this actor asks on this route about this subject. */
type Cell = { actor: Actor; subject: Subject; wanted: ReturnType<typeof expected>; asked: Asked };

function cellsOf(route: string, row: Row): Cell[] {
  return world().actors.flatMap((actor) => {
    const municipality = placeOf(actor);
    return aboutFor(route, row, actor).map((subject) => ({
      actor,
      subject,
      wanted: expected(row, actor, subject),
      asked: asking(route, actor, subject, municipality, world().places[municipality]),
    }));
  });
}

type Answered = Cell & { answer: Answer; wrong: string[] };

async function answered(cell: Cell): Promise<Answered> {
  const { actor, subject, wanted, asked } = cell;
  const answer = await ask(asked);
  const what = `${actor.name} about ${subject.team}`;
  const wrong = [
    ...(answer.status === wanted.status ? [] : [`${what}: ${answer.status} instead of ${wanted.status}`]),
    ...leaks(actor, asked, answer).map((word) => `${what}: reads ${word}`),
  ];
  return { ...cell, answer, wrong };
}

/** Who was refused what is there must not be able to tell it from what never was. */
function toldApart(refused: Answered[]): string[] {
  return [...Map.groupBy(refused, ({ actor }) => actor)].flatMap(([actor, theirs]) => {
    const seen = theirs.map(({ subject, answer }) => ({ subject, text: comparable(answer, subject) }));
    const ofNever = seen.find(({ subject }) => subject.team === "never")?.text;
    return seen
      .filter(({ text }) => ofNever !== undefined && text !== ofNever)
      .map(({ subject }) => `${actor.name} can tell ${subject.team} from what never was`);
  });
}

/** All that is wrong about what everybody gets on this route. */
async function wrongOn(route: string, row: Row): Promise<string[]> {
  const cells = Map.groupBy(cellsOf(route, row), ({ wanted }) => (wanted.refused ? "refused" : "allowed"));
  // Refusals change nothing, so all of them are asked at once; what is allowed meets the world as it was, each by itself.
  const refused = await Promise.all((cells.get("refused") ?? []).map(answered));
  const wrong = [...refused.flatMap(({ wrong }) => wrong), ...toldApart(refused)];
  for (const { table, row } of await moreThanRefused())
    wrong.push(`somebody was refused, and ${table} changed: ${JSON.stringify(row)}`);
  for (const cell of cells.get("allowed") ?? []) {
    wrong.push(...(await answered(cell)).wrong);
    const endsSession = route.includes("uitloggen");
    if ((await moreThanRefused()).length > 0 || endsSession) await world().restore();
  }
  return wrong;
}

test("each route has a row, and each row a route", () => {
  expect(Object.keys(rows).sort()).toEqual(routesOfApp().sort());
});

describe("everybody gets what the table says", () => {
  test.each(Object.entries(rows))("%s", async (route, row) => {
    expect(await wrongOn(route, row)).toEqual([]);
  });
});

describe("for whoever works in one municipality only, it is not there in the other", () => {
  test.each(Object.entries(rows).filter(([, { door }]) => door === "work"))("%s", async (route) => {
    const { actors, subjects, places } = world();
    const wrongFor = async (actor: Actor): Promise<string[]> => {
      const municipality = placeOf(actor) === "utrecht" ? "almere" : "utrecht";
      const subject = subjects.find(({ team }) => team === (municipality === "almere" ? "elsewhere" : "own"));
      if (subject === undefined) throw new Error("There is no case there.");
      const asked = asking(route, actor, subject, municipality, places[municipality]);
      const answer = await ask(asked);
      return [
        ...(answer.status === 404 ? [] : [`${actor.name}: ${answer.status}`]),
        ...leaks({ ...actor, team: "own", role: "chair" }, asked, answer),
      ];
    };
    expect((await Promise.all(actors.filter(isAtWork).map(wrongFor))).flat()).toEqual([]);
    expect(await moreThanRefused()).toEqual([]);
  });
});

test("among those who ask is somebody in each role of each team, and each way in which a file was shared", () => {
  const { actors, subjects } = world();
  expect(actors.filter(({ kind }) => kind === "person").length).toBe(5 * 11 + 9);
  expect(Map.groupBy(actors, ({ kind }) => kind).size).toBe(7);
  expect(subjects.map(({ team }) => team)).toEqual([...Object.keys(teams), "never"]);
});
