import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { personId, pointId } from "../../example/places.ts";
import { createApp } from "../../src/app.tsx";
import type { Ctx } from "../../src/kernel/context.ts";
import { idFor } from "../../src/kernel/id.ts";
import { makeLog } from "../../src/log.ts";
import { giveToken, scopes } from "../../src/modules/access/index.ts";
import { addNote } from "../../src/modules/contact/index.ts";
import { type Route, routes } from "../../src/web/routes.ts";
import { appSecret, type TestApp, testApp, tuesdayMorning } from "../support/app.ts";
import { type Answer, type Browser, openBrowser, read, signIn } from "../support/browser.ts";
import { aClient, claimsFor, ecKeys, signed } from "../support/clients.ts";
import { rounds } from "../support/rounds.ts";
import {
  apiRequests,
  type FuzzRequest,
  formsIn,
  injectedHeader,
  type Known,
  type KnownForm,
  markup,
  pageRequest,
} from "./fuzz-requests.ts";
import { holdsNothingInline, isKeptByNobody, isProtected } from "./protecting.ts";
import { lookOf, twoMunicipalities, type World } from "./two-municipalities.ts";

/*
 * Whatever anybody sends to whatever address: nothing breaks, nobody reads a word of another team, no value becomes a
 * header, a link to elsewhere, markup or a line in the log. 2,000 requests here, 20,000 in a long run.
 */

const site = testApp();
type TeamName = keyof World;
/** `of`: on whose files they work, or whose resident they are. */
type Actor = { of: TeamName | undefined; isResident?: true; browser: () => Promise<Browser> };

const made: {
  world?: World;
  app?: TestApp["app"];
  actors: Actor[];
  log: string[];
  requestsOf: (actor: Actor) => fc.Arbitrary<FuzzRequest>;
} = {
  actors: [],
  log: [],
  requestsOf: () => {
    throw new Error("Requests are only there inside a test.");
  },
};
const world = () => {
  if (made.world === undefined) throw new Error("The world is only there inside a test.");
  return made.world;
};
const app = () => {
  if (made.app === undefined) throw new Error("The app is only there inside a test.");
  return made.app;
};

const noteOf = (team: TeamName) => `Alleen voor ${team}: de schuldeiser heet Q${team.length}X${team.slice(-3)}.`;
/** What must be seen by nobody but the team and the resident themselves. */
const secretsOf = (team: TeamName): string[] => [
  noteOf(team),
  ...world()[team].cases.flatMap(({ name, phone, code, caseId }) => [
    name,
    phone,
    phone.replace("-", " "),
    `+316${phone.slice(-8)}`,
    `roos.${name.slice(-4)}@`,
    code,
    caseId,
  ]),
];
const teams: TeamName[] = ["raadslieden", "rechtswinkel", "almere", "almereRechtswinkel"];

/** Nobody here works at this team: whatever is sent, what it holds stays as it was, and unread. */
const untouched = "almereRechtswinkel";
const heldBy = async (team: TeamName) => {
  const tables = ["promise", "case_file", "contact_entry", "callback", "contact_attempt", "resident", "resident_code"];
  const rows = tables.map((table) =>
    site.database.admin.query(`select to_jsonb(t) as row from ${table} t where team_id = $1 order by 1`, [
      world()[team].teamId,
    ]),
  );
  return (await Promise.all(rows)).map((found) => found.rows);
};
const readingsOf = async (team: TeamName) =>
  (
    await site.database.admin.query(
      "select e.id from event e join case_file f on f.event_ref = e.subject_ref where f.id = any($1) order by 1",
      [world()[team].cases.map(({ caseId }) => caseId)],
    )
  ).rows;

const signedIn = (personId: string): Promise<Browser> => signIn(site, openBrowser(app()), personId);
const fill = (path: string, id: string, municipality: string) =>
  path
    .replace(":gemeente", municipality)
    .replace(":id", id)
    .replace(":plaats", pointId("punt-sociaal-raadslieden-utrecht"))
    .replace("/vragen/:slug", "/vragen/schulden")
    .replace(":slug", "wonen");

/** What stands for `:id` at work, for whoever knows this team: a case, a request, somebody, an organisation, an entry, what stood out. */
const workIds =
  (team: TeamName) =>
  (path: string): string[] => {
    const { cases, personId } = world()[team];
    if (path.includes("/verzoeken/")) return cases.map(({ requestId }) => requestId);
    if (path.includes("/te-bekijken/")) return [lookOf(world()[team])];
    if (path.includes("/collegas/")) return [personId];
    if (path.includes("/organisaties/")) return [organisation];
    if (/\/(routekaart|hulp)\//.test(path)) return [idFor("service:hulp-sociaal-raadslieden-utrecht")];
    return cases.map(({ caseId }) => caseId);
  };
const organisation = idFor("organisation:voorbeeld-sociaal-raadslieden-utrecht");

const noForm = (): KnownForm => ({ fields: new Map(), buttons: [] });

/** The route to which this address leads. */
const routeAt = (method: string, address: string): Route | undefined => {
  const { pathname } = new URL(address, "http://localhost");
  const segments = pathname.replace(/^\/(en|rtl)(?=\/)/, "").split("/");
  return routes.find((route) => {
    const pattern = route.path.split("/");
    return (
      route.method === method &&
      pattern.length === segments.length &&
      pattern.every(
        (part, at) =>
          part === segments[at] || (part.startsWith(":") && !["nieuw", "zoek"].includes(segments[at] ?? "")),
      )
    );
  });
};

beforeAll(async () => {
  made.world = await twoMunicipalities(site.database, tuesdayMorning, appSecret);
  for (const team of teams) {
    const { as, cases } = world()[team];
    const helper: Ctx = as;
    await addNote(helper, cases[0].caseId, noteOf(team));
  }
  // What the log would hold of all this: everything that is written at all.
  made.app = createApp({ ...site.surroundings, log: makeLog("debug", { write: (line) => made.log.push(line) }) });
  const { raadslieden, almere } = world();
  const helper = (team: TeamName): Actor => ({
    of: team,
    browser: () => signedIn(world()[team].personId),
  });
  made.actors = [
    { of: undefined, browser: async () => openBrowser(app()) },
    {
      of: "raadslieden",
      isResident: true,
      browser: async () => {
        const browser = openBrowser(app());
        const [, own] = raadslieden.cases;
        await browser.ask("/utrecht/volg", { form: { code: own.code, digits: own.phone.slice(-4) } });
        return browser;
      },
    },
    helper("raadslieden"),
    helper("rechtswinkel"),
    helper("almere"),
    // Whoever administers people and watches over privacy, and whoever keeps the installation, work on nobody's files.
    { of: undefined, browser: () => signedIn(personId("hatice-koc")) },
    { of: undefined, browser: () => signedIn(personId("pim-bosch")) },
    { of: undefined, browser: () => signedIn(personId("stefan-molenaar")) },
  ];

  // What the pages show to those who may see them is what the rest is made from.
  const forms = new Map<string, KnownForm>();
  const names = new Set(["klaar", "terug", "thema", "zoek", "pagina", "punt", "postcode", "volgorde", "formKey"]);
  for (const { of, browser } of made.actors) {
    const here = await browser();
    const municipality = of === "almere" ? "almere" : "utrecht";
    const { rows } = await site.database.admin.query("select service_id from service_point where id = $1", [
      world()[of ?? "raadslieden"].pointId,
    ]);
    for (const { method, path } of routes.filter((route) => route.method === "GET")) {
      const id = path.startsWith("/werk") ? (workIds(of ?? "raadslieden")(path)[0] ?? "") : rows[0].service_id;
      const query = path.endsWith("/bel-mij-terug") ? `?punt=${world()[of ?? "raadslieden"].pointId}` : "";
      const { body } = await here.ask(fill(path, id, municipality) + query, { method });
      for (const { method, action, form } of formsIn(body)) {
        const route = routeAt(method, action);
        if (route === undefined) continue;
        const key = `${route.method} ${route.path}`;
        const known: KnownForm = forms.get(key) ?? noForm();
        for (const [name, values] of form.fields) {
          names.add(name);
          known.fields.set(name, [...new Set([...(known.fields.get(name) ?? []), ...values])].slice(0, 40));
        }
        known.buttons.push(...form.buttons);
        forms.set(key, known);
      }
    }
  }
  expect([...forms.keys()].length).toBeGreaterThan(25);

  const ids = teams.flatMap((team) => {
    const { cases, teamId, personId, pointId } = world()[team];
    const ofCases = cases.flatMap(({ caseId, callbackId, promiseId, requestId }) => [
      caseId,
      callbackId,
      promiseId,
      requestId,
    ]);
    return [...ofCases, teamId, personId, pointId, lookOf(world()[team])];
  });
  const description = await (await app().request("/api/v1/openapi.json")).json();
  const beside = ["health/live", "health/ready", "metrics", "robots.txt", ".well-known/security.txt", "nergens/:id"];
  const files = ["assets/huisstijl/:id", "assets/:id"];
  const unlisted = [...beside, ...files].map((path) => ({ method: "GET", path: `/${path}` }) as const);
  // A program of the raadslieden: whoever holds its token learns of no resident, not even of theirs.
  const { rows: organisations } = await site.database.admin.query("select organisation_id from team where id = $1", [
    raadslieden.teamId,
  ]);
  const { client, secret } = await aClient(raadslieden.as, { organisationId: organisations[0].organisation_id });
  const proof = { kind: "secret", clientId: client.id, secret } as const;
  const program = await giveToken(raadslieden.as, { proof, scopes: undefined }, "");
  if (program.kind !== "given") throw new Error("The program got no token.");
  const keys = ecKeys();
  const { client: signing } = await aClient(raadslieden.as, { organisationId: client.organisationId, keys });
  const tokenForm = noForm();
  const jwtBearer = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
  const statement = signed(claimsFor(signing.id, "http://localhost/api/v1/oauth/token", tuesdayMorning), keys);
  tokenForm.fields.set("grant_type", ["client_credentials"]);
  tokenForm.fields.set("client_assertion_type", [jwtBearer]);
  tokenForm.fields.set("client_assertion", [statement, "a.b.c"]);
  tokenForm.fields.set("scope", [...scopes]);
  const { rows: services } = await site.database.admin.query(
    "select service_id from service_point where id = any($1)",
    [[raadslieden.pointId, almere.pointId]],
  );
  made.requestsOf = ({ of = "raadslieden", isResident }) => {
    const { cases, pointId } = world()[of];
    const [place, otherPlace] = of === "almere" ? ["almere", "utrecht"] : ["utrecht", "almere"];
    const known: Known = {
      place,
      otherPlace,
      workIds: workIds(of),
      services: services.map((row) => row.service_id),
      ids,
      slugs: ["wonen", "schulden"],
    };
    const asksToken = pageRequest(
      { method: "POST", path: "/api/v1/oauth/token" },
      tokenForm,
      [...tokenForm.fields.keys()],
      known,
    );
    const pages = [...routes, ...unlisted].map((route) =>
      pageRequest(route, forms.get(`${route.method} ${route.path}`) ?? noForm(), [...names], known),
    );
    const body = { hulppuntId: pointId, telefoonnummer: "06-00007788", dagdelen: ["ochtend"], dringend: false };
    const [, own] = cases;
    const codes = isResident ? [{ code: own.code, digits: own.phone.slice(-4) }] : [];
    return fc.oneof(...pages, asksToken, ...apiRequests(description, known, body, codes, program.token));
  };
});

/** What this request says itself, which may come back to whoever sent it. */
const saidIn = ({ path, headers, body = "" }: FuzzRequest): string => {
  const whole = [path, ...Object.values(headers), body].join("\n");
  const decoded = whole.replaceAll("+", " ").replace(/(?:%[0-9a-f]{2})+/gi, (part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  });
  return `${whole}\n${decoded}`;
};

const isOutbox = ({ path }: FuzzRequest): boolean => /^(\/en|\/rtl)?\/voorbeeld\/post/i.test(path);

function holds(request: FuzzRequest, answer: Answer, actor: Actor): void {
  const { status, headers, body } = answer;
  expect(status).toBeLessThan(500);

  // Nobody hears of another team; the page with all mails is there outside production alone.
  const said = saidIn(request);
  const told = `${[...headers].map(([name, value]) => `${name}: ${value}`).join("\n")}\n${body}`;
  const secrets = isOutbox(request)
    ? []
    : [
        ...teams.filter((team) => team !== actor.of).flatMap(secretsOf),
        // A resident opens one question: the other of the same team is somebody else's.
        ...(actor.isResident
          ? [noteOf("raadslieden"), ...Object.values(world().raadslieden.cases[0]).map(String)]
          : []),
      ];
  expect(secrets.filter((secret) => told.includes(secret) && !said.includes(secret))).toEqual([]);

  // No value becomes something else.
  expect(headers.has(injectedHeader)).toBe(false);
  expect(body.includes(markup)).toBe(false);
  const location = headers.get("location") ?? "/";
  expect(location).toMatch(/^\/(?![/\\])|^http:\/\/localhost\/api\/v1\/|^https:\/\/www\.buienradar\.nl\/$/);
  for (const cookie of headers.getSetCookie())
    expect(cookie).toMatch(/^[a-z0-9.]+=[A-Za-z0-9_-]*; .*HttpOnly; SameSite=Lax$/);
  // No answer says how it went wrong.
  expect(/\bat \S+\.tsx?:\d|node_modules|syntax error at or near|violates .* constraint/.exec(told)).toBe(null);

  const isApi = headers.get("access-control-allow-origin") === "*";
  isProtected(answer, { differs: isApi ? { "cross-origin-resource-policy": "cross-origin" } : {} });
  if (!/^(text\/css|image\/svg)/.test(headers.get("content-type") ?? "")) isKeptByNobody(answer);
  if (/html/.test(headers.get("content-type") ?? "")) holdsNothingInline(answer);
}

const asked = new Map<string, Set<number>>();

describe("whatever is sent to whatever address", () => {
  const each = 300;
  test.each([
    [0, "a visitor"],
    [1, "a resident with a code"],
    [2, "a helper"],
    [3, "a helper of another team"],
    [4, "a helper of another municipality"],
    [5, "somebody who administers people and watches over privacy"],
    [6, "somebody who keeps the installation"],
    [7, "an editor of the route map"],
  ])("by actor %i, %s, breaks nothing and tells nothing of others", async (at) => {
    const actor = made.actors[at];
    if (actor === undefined) throw new Error("There is no such actor.");
    const holder = { browser: await actor.browser() };
    const before = { held: await heldBy(untouched), readings: await readingsOf(untouched) };
    await fc.assert(
      fc.asyncProperty(made.requestsOf(actor), async (request) => {
        const cookies = [...holder.browser.cookies].map(([name, value]) => `${name}=${value}`);
        const { cookie = "", ...headers } = request.headers;
        const answer = await read(
          await app().request(`http://localhost${request.path}`, {
            method: request.method,
            headers: {
              host: "localhost",
              ...headers,
              cookie: [cookie, ...cookies].filter((one) => one !== "").join("; "),
            },
            ...(request.body === undefined ? {} : { body: request.body }),
          }),
        );
        asked.set(request.route, (asked.get(request.route) ?? new Set()).add(answer.status));
        holds(request, answer, actor);
        // Signing out, and signing in as somebody else, end what this actor is.
        if (/inloggen|uitloggen/.test(request.route)) holder.browser = await actor.browser();
      }),
      { ...rounds(2000 + at, each), endOnFailure: true },
    );
    // Whoever asks to be called there adds to it; what was there is as it was.
    const held = await heldBy(untouched);
    for (const [at, rows] of before.held.entries()) expect(held[at]).toEqual(expect.arrayContaining(rows));
    expect(await readingsOf(untouched)).toEqual(before.readings);
  });

  test("goes to every address there is, and comes far: pages are shown, forms are taken", () => {
    for (const { method, path } of routes) expect([...asked.keys()]).toContain(`${method} ${path}`);
    const taken = [...asked].filter(
      ([route, statuses]) => route.startsWith("POST") && (statuses.has(303) || statuses.has(201)),
    );
    // Far below what is usual (20 to 25): which form is taken is chance, as the ids in it are.
    expect(taken.length).toBeGreaterThan(12);
    const shown = [...asked].filter(([route, statuses]) => route.startsWith("GET") && statuses.has(200));
    expect(shown.length).toBeGreaterThan(40);
  });

  test("is in the log as one line of JSON each, with nobody and nothing of it", () => {
    expect(made.log.length).toBeGreaterThan(1000);
    const personal = teams.flatMap(secretsOf);
    for (const line of made.log) {
      expect(line.trimEnd()).not.toContain("\n");
      const { level, time, requestId, method, route, status, ms, msg, ...rest } = JSON.parse(line);
      expect([typeof level, typeof time, typeof requestId]).toEqual(["number", "number", "string"]);
      if (msg === "request") {
        expect(rest).toEqual({});
        expect(String(route)).toMatch(/^[/a-z0-9:.*{}+\\-]+$/);
      }
      expect([...personal, "kwaad", "elders.example"].filter((word) => line.includes(word))).toEqual([]);
    }
  });
});
