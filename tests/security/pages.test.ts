import { beforeAll, describe, expect, test } from "vitest";
import { personId, pointId, teamId } from "../../example/places.ts";
import { follow } from "../../src/jobs/worker.ts";
import type { Ctx } from "../../src/kernel/context.ts";
import { idFor, newId } from "../../src/kernel/id.ts";
import { type Route, routes } from "../../src/web/routes.ts";
import { appSecret, production, testApp, tuesdayMorning } from "../support/app.ts";
import { type Answer, type Asking, type Browser, type Form, openBrowser, signIn } from "../support/browser.ts";
import { rows } from "./matrix/rows.ts";
import { tellOnce } from "./matrix/world.ts";
import { holdsNothingInline, isKeptByNobody, isProtected } from "./protecting.ts";
import { lookOf, type TeamAtWork, twoMunicipalities, type World } from "./two-municipalities.ts";
import { point, resident, workForms } from "./work-forms.ts";

/*
 * Who may come where, and what an address may say: read from the table of contents of the site, so that a page that
 * is added there without a word here fails.
 */

const site = testApp();
const made: { world?: World } = {};
beforeAll(async () => {
  made.world = await twoMunicipalities(site.database, tuesdayMorning, appSecret);
  await tellOnce(site.database.admin);
});
const world = (): World => {
  if (made.world === undefined) throw new Error("The world is only there inside a test.");
  return made.world;
};

const signedIn = (person: string): Promise<Browser> => signIn(site, openBrowser(site.app), person);

const nameOf = ({ method, path }: Route): string => `${method} ${path}`;
const pathOf = (route: Pick<Route, "path">, id: string, municipality = "utrecht"): string =>
  route.path
    .replace(":gemeente", municipality)
    .replace(":id", id)
    .replace(":plaats", pointId("punt-wijkteam-utrecht"))
    .replace("/vragen/:slug", "/vragen/schulden")
    .replace(":slug", "wonen")
    .replace(":aanbieder", "nergens")
    .replace(":uid", "nergens")
    .replace(":woord", "nergens");

/** What must stand in no address and in no cookie that can be read. */
const telling = (code: string): string[] =>
  ["saartje", "zonderling", "00007788", "00009988", "deurwaarder", "papiament", code, code.replace("-", "")].map(
    (word) => word.toLowerCase(),
  );

const workRoutes = routes.filter(({ area }) => area === "work");
const postRoutes = routes.filter(({ method }) => method === "POST");
const isOfRequest = ({ path }: Pick<Route, "path">) => path.startsWith("/werk/:gemeente/verzoeken/:id");
const ofCase = workRoutes.filter(
  (route) =>
    route.path.startsWith("/werk/:gemeente/hulpvragen/:id") || nameOf(route).endsWith("/neem") || isOfRequest(route),
);
type About = { caseId: string; promiseId: string; requestId: string };
const idIn = (route: Pick<Route, "path">, about: About) => (isOfRequest(route) ? about.requestId : about.caseId);
/** A helper's request on this route, about this case. */
const askAbout = (browser: Browser, route: Route, about: About, more: Asking = {}) => {
  const form = workForms[nameOf(route)]?.(about);
  return browser.ask(pathOf(route, idIn(route, about)), { ...(form === undefined ? {} : { form }), ...more });
};

test("each form of the workspace is filled in here", () => {
  expect(Object.keys(workForms).sort()).toEqual(
    workRoutes
      .filter(({ method }) => method === "POST")
      .map(nameOf)
      .sort(),
  );
});

describe("the workspace is not there", () => {
  test.each(workRoutes.map((route) => [nameOf(route), route] as const))(
    "%s: for whoever is not signed in",
    async (_, route) => {
      const [about] = world().raadslieden.cases;
      const stranger = openBrowser(site.app);
      expect((await askAbout(stranger, route, about)).status).toBe(401);
      stranger.cookies.set("session", "made-up");
      const answer = await askAbout(stranger, route, about);
      expect(answer.status).toBe(401);
      expect(answer.body).not.toContain(about.name);
    },
  );

  test.each(workRoutes.map((route) => [nameOf(route), route] as const))(
    "%s: for whoever works in another municipality only",
    async (_, route) => {
      const [about] = world().raadslieden.cases;
      const elsewhere = await signedIn(world().almere.personId);
      expect((await askAbout(elsewhere, route, about)).status).toBe(404);
      const english = await elsewhere.ask(`/en${pathOf(route, about.caseId)}`, {
        ...(route.method === "POST" ? { form: workForms[nameOf(route)]?.(about) ?? {} } : {}),
      });
      expect(english.status).toBe(404);
    },
  );

  test("for whoever signed out, with the old cookie", async () => {
    const browser = await signedIn(world().raadslieden.personId);
    const old = browser.cookies.get("session") ?? "";
    expect((await browser.ask("/werk/utrecht/vandaag")).status).toBe(200);
    await browser.ask("/werk/uitloggen", { form: {} });
    browser.cookies.set("session", old);
    expect((await browser.ask("/werk/utrecht/vandaag")).status).toBe(401);
  });

  test("for whoever was away for more than two hours, or at work for more than ten", async () => {
    const browser = await signedIn(world().raadslieden.personId);
    site.at(tuesdayMorning.add({ hours: 2, seconds: 1 }));
    expect((await browser.ask("/werk/utrecht/vandaag")).status).toBe(401);
    site.at(tuesdayMorning);
    const long = await signedIn(world().raadslieden.personId);
    for (const hours of [1, 2, 3, 4, 5, 6, 7, 8, 9]) {
      site.at(tuesdayMorning.add({ hours }));
      expect((await long.ask("/werk/utrecht/vandaag")).status).toBe(200);
    }
    site.at(tuesdayMorning.add({ hours: 10 }));
    expect((await long.ask("/werk/utrecht/vandaag")).status).toBe(401);
  });
});

describe("a case of another team", () => {
  /** Everything about an answer that somebody could compare, without what the address itself says. */
  const comparable = (answer: Answer, ids: string[]) => {
    const blank = (text: string) => ids.reduce((rest, id) => rest.replaceAll(id, "…"), text);
    const headers = [...answer.headers].filter(([name]) => name !== "x-request-id");
    // Sealed anew each time: only how long it is could be compared.
    const sealed = (value: string) => value.replace(/^(gezegd=)([^;]+)/, (_, name, text) => `${name}${text.length}`);
    return {
      status: answer.status,
      headers: headers.map(([, value]) => sealed(blank(value))),
      body: blank(answer.body),
    };
  };
  /** All that is written about this team's cases. */
  const written = async (team: TeamAtWork) => {
    const tables = [
      "promise",
      "promise_change",
      "case_file",
      "contact_entry",
      "callback",
      "contact_attempt",
      "resident",
      "privacy_request",
      "privacy_omission",
    ];
    const rows = tables.map((table) =>
      site.database.admin.query(`select to_jsonb(t) as row from ${table} t where team_id = $1 order by 1`, [
        team.teamId,
      ]),
    );
    return (await Promise.all(rows)).map((found) => found.rows);
  };

  test.each(ofCase.map((route) => [nameOf(route), route] as const))(
    "%s answers as for a case that never was, and changes nothing",
    async (_, route) => {
      const { raadslieden, rechtswinkel } = world();
      const before = await written(raadslieden);
      const colleague = await signedIn(rechtswinkel.personId);
      const never = { caseId: newId(), promiseId: newId(), requestId: newId() };
      const [taken, free] = raadslieden.cases;
      const answers = [];
      for (const about of [taken, free, never])
        answers.push(
          comparable(await askAbout(colleague, route, about), [about.caseId, about.promiseId, about.requestId]),
        );
      expect(answers[0]).toEqual(answers[2]);
      expect(answers[1]).toEqual(answers[2]);
      expect(await written(raadslieden)).toEqual(before);
    },
  );

  const shown = ofCase.filter((route) => !route.path.endsWith("/neem"));
  test.each(shown.map((route) => [nameOf(route), route] as const))("%s is not there: 404", async (_, route) => {
    const colleague = await signedIn(world().rechtswinkel.personId);
    const [about] = world().raadslieden.cases;
    expect((await askAbout(colleague, route, about)).status).toBe(404);
    if (route.method === "GET") return;
    // A form that is filled in wrong shows no page of the case either.
    const wrong = await colleague.ask(pathOf(route, idIn(route, about)), { form: {} });
    // What none of our pages can send (403) is refused before anybody looks whose case it is.
    expect([403, 404]).toContain(wrong.status);
    expect(wrong.body).not.toContain(about.name);
  });

  // Pages of other duties are not theirs at all: tests/security/matrix.test.ts asks for those.
  const shows = workRoutes.filter(
    ({ method, path, needs }) =>
      method === "GET" &&
      path !== "/werk/:gemeente" &&
      (needs === undefined || needs === "team.list" || needs === "request.list"),
  );
  test.each(shows.map((route) => [nameOf(route), route] as const))(
    "%s shows a colleague of another team no resident of it",
    async (_, route) => {
      const { raadslieden, rechtswinkel } = world();
      const colleague = await signedIn(rechtswinkel.personId);
      const [own] = rechtswinkel.cases;
      const answer = await askAbout(colleague, route, own);
      expect(answer.status).toBe(200);
      const { body } = answer;
      for (const { name, phone, caseId } of raadslieden.cases)
        for (const word of [name, phone, phone.slice(-8), caseId]) expect(body).not.toContain(word);
    },
  );
});

describe("holding a case", () => {
  test("is not there for a helper who does not lead its team, and offered to nobody but the lead", async () => {
    const [about] = world().raadslieden.cases;
    const helper = await signedIn(world().raadslieden.personId);
    const lead = await signedIn(personId("samira-el-yousfi"));
    const path = `/werk/utrecht/hulpvragen/${about.caseId}`;
    for (const act of ["vasthouden", "loslaten"])
      expect((await helper.ask(`${path}/${act}`, { form: { holdReason: "complaint" } })).status).toBe(404);
    expect((await helper.ask(path)).body).not.toContain("vasthouden");
    expect((await lead.ask(path)).body).toContain(`${path}/vasthouden`);
    const { rows } = await site.database.admin.query("select from case_file where hold_reason = 'complaint'");
    expect(rows).toEqual([]);
  });
});

describe("looking for somebody", () => {
  const search = (browser: Browser, typed: string, municipality = "utrecht") =>
    browser.ask(`/werk/${municipality}/hulpvragen/zoek`, { form: { zoek: typed } });
  /** An answer without what was typed, which comes back in the box and the lead. */
  const without = (answer: Answer, typed: string) => [answer.status, answer.body.replaceAll(typed, "…")];

  test("finds them at their own team, by name and by number", async () => {
    const helper = await signedIn(world().raadslieden.personId);
    const [own] = world().raadslieden.cases;
    for (const typed of [own.name, own.name.toUpperCase(), own.phone, own.phone.slice(-4)])
      expect((await search(helper, typed)).body).toContain(`/werk/utrecht/hulpvragen/${own.caseId}`);
  });

  test("of another team answers as for somebody who never was, also in another municipality of one's own", async () => {
    const [theirs] = world().raadslieden.cases;
    for (const [team, municipality] of [
      [world().rechtswinkel, "utrecht"],
      [world().almere, "almere"],
    ] as const) {
      const colleague = await signedIn(team.personId);
      for (const [typed, never] of [
        [theirs.name, "Niemand Nergens"],
        [theirs.phone, "06-00009876"],
        [theirs.phone.slice(-4), "9876"],
      ] as const) {
        const answer = await search(colleague, typed, municipality);
        expect(answer.body).not.toContain(theirs.caseId);
        expect(without(answer, typed)).toEqual(without(await search(colleague, never, municipality), never));
      }
    }
  });

  test("is refused when too little was typed, and looks for nobody", async () => {
    const helper = await signedIn(world().raadslieden.personId);
    for (const typed of ["", "r", "%", "123", "x".repeat(61)]) {
      const answer = await search(helper, typed);
      expect(answer.status).toBe(400);
      for (const { name } of world().raadslieden.cases) expect(answer.body).not.toContain(name);
    }
  });
});

describe("a form that comes after the session ended", () => {
  const plain = (html: string) =>
    html
      .replace(/&quot;/g, '"')
      .replace(/&#39;/g, "'")
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">")
      .replace(/&amp;/g, "&");
  /** The form in the page that sends it again: where it goes, and what it carries. */
  const again = (body: string) => {
    const [, path = "", inside = ""] = /<form [^>]*action="([^"]*)"[^>]*>(.*?)<\/form>/s.exec(body) ?? [];
    const fields = [...inside.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
    const sent = fields.map(([, name = "", value = ""]) => ({ name: plain(name), value: plain(value) }));
    const named = Object.groupBy(sent, ({ name }) => name);
    const form = Object.entries(named).map(([name, all = []]) => [name, all.map(({ value }) => value)]);
    return { path, form: Object.fromEntries(form) };
  };
  const notes = async (text: string) =>
    (await site.database.admin.query("select count(*)::int as count from contact_entry where text = $1", [text]))
      .rows[0].count;

  test.each(workRoutes.filter(({ method }) => method === "POST").map((route) => [nameOf(route), route] as const))(
    "%s is given back whole, and not done",
    async (name, route) => {
      const [about] = world().raadslieden.cases;
      const form = workForms[name]?.(about) ?? {};
      const before = await site.database.admin.query("select count(*) from event");
      const answer = await openBrowser(site.app).ask(`/en${pathOf(route, about.caseId)}`, { form });
      expect([answer.status, answer.headers.get("cache-control")]).toEqual([401, "no-store"]);
      expect(answer.headers.getSetCookie()).toEqual([]);
      expect(again(answer.body)).toEqual({
        path: `/en${pathOf(route, about.caseId)}`,
        form: Object.fromEntries(Object.entries(form).map(([name, value]) => [name, [value].flat()])),
      });
      expect(await site.database.admin.query("select count(*) from event")).toMatchObject({ rows: before.rows });
    },
  );

  test("is shown as it was typed, and is no markup", async () => {
    const typed = 'Zei: "nee" & ging <b>weg</b>\nMorgen weer.';
    const answer = await openBrowser(site.app).ask(`/werk/utrecht/hulpvragen/${newId()}/notitie`, {
      form: { note: `${typed}\0`, iets: "ook dit stond er" },
    });
    expect(answer.body).not.toContain("<b>weg");
    expect(plain(answer.body)).toContain(`dir="auto">${typed}</div>`);
    expect(answer.body).toContain("ook dit stond er");
    expect(again(answer.body).form.note).toEqual([typed]);
  });

  test("answers the same for a case that is there and one that never was", async () => {
    const [about] = world().raadslieden.cases;
    const answers = [];
    for (const id of [about.caseId, newId()]) {
      const answer = await openBrowser(site.app).ask(`/werk/utrecht/hulpvragen/${id}/notitie`, {
        form: { note: "Wie?" },
      });
      answers.push([answer.status, answer.body.replaceAll(id, "…")]);
    }
    expect(answers[0]).toEqual(answers[1]);
  });

  test("is done once after signing in, however often it is sent", async () => {
    const [about] = world().raadslieden.cases;
    const note = "Belt morgen terug over de brief.";
    const browser = openBrowser(site.app);
    const path = `/werk/utrecht/hulpvragen/${about.caseId}/notitie`;
    const first = { note, formKey: newId() };
    const { form } = again((await browser.ask(path, { form: first })).body);
    expect((await browser.ask(path, { form })).status).toBe(401);
    await signIn(site, browser, world().raadslieden.personId);
    const answers = [];
    for (const sent of [form, form, first]) answers.push(await browser.ask(path, { form: sent }));
    for (const answer of answers)
      expect([answer.status, answer.headers.get("location")]).toEqual([303, path.replace("/notitie", "")]);
    expect(await notes(note)).toBe(1);
    // The same words in a form that was shown anew are a note of their own.
    await browser.ask(path, { form: { note, formKey: newId() } });
    expect(await notes(note)).toBe(2);
  });

  test("from another site is not shown back, and neither is more than our pages can send", async () => {
    const path = `/werk/utrecht/hulpvragen/${newId()}/notitie`;
    const foreign = await openBrowser(site.app).ask(path, {
      form: { note: "Van elders." },
      headers: { "sec-fetch-site": "cross-site" },
    });
    expect(foreign.status).toBe(403);
    const large = await openBrowser(site.app).ask(path, { form: { note: `Heel veel. ${"x".repeat(50_000)}` } });
    expect(large.status).toBe(401);
    for (const { body } of [foreign, large]) expect(body).not.toMatch(/Van elders|Heel veel/);
  });
});

describe("what a page says after an act", () => {
  const pathOfCase = () => `/werk/utrecht/hulpvragen/${world().raadslieden.cases[0].caseId}`;
  const saved = "Bewaard.";
  const noteOn = async (browser: Browser) => {
    const answer = await browser.ask(`${pathOfCase()}/notitie`, { form: { note: "Belt morgen.", formKey: newId() } });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, pathOfCase()]);
  };

  test("is said once, and not again when the page is shown again", async () => {
    const helper = await signedIn(world().raadslieden.personId);
    await noteOn(helper);
    expect((await helper.ask(pathOfCase())).body).toContain(saved);
    expect((await helper.ask(pathOfCase())).body).not.toContain(saved);
    expect([...helper.cookies.keys()]).toEqual(["session"]);
  });

  test("waits for its own page, whatever another tab or a script asks for", async () => {
    const helper = await signedIn(world().raadslieden.personId);
    await noteOn(helper);
    expect((await helper.ask("/werk/utrecht/vandaag")).body).not.toContain(saved);
    expect((await helper.ask("/werk/utrecht/afwezig")).body).not.toContain(saved);
    const script = await helper.ask(pathOfCase(), { headers: { "sec-fetch-mode": "cors" } });
    expect(script.body).not.toContain(saved);
    expect((await helper.ask(pathOfCase())).body).toContain(saved);
  });

  test("is no news any more two minutes later", async () => {
    const helper = await signedIn(world().raadslieden.personId);
    await noteOn(helper);
    site.at(tuesdayMorning.add({ minutes: 2 }));
    expect((await helper.ask(pathOfCase())).body).not.toContain(saved);
  });

  test("cannot be typed in an address", async () => {
    const helper = await signedIn(world().raadslieden.personId);
    const pages = [pathOfCase(), "/werk/utrecht/vandaag", "/werk/utrecht/afwezig", "/utrecht/volg"];
    const claims = ["bewaard", "afgesloten", "van-u", "weg", "bezet", "terug", "3", "gestopt"];
    for (const page of pages)
      for (const claim of claims) {
        const { body } = await helper.ask(`${page}?klaar=${claim}`);
        expect(body).not.toMatch(/utrecht-alert--(ok|warning)/);
      }
  });

  test("is said to the resident too, once, in a question that really stopped", async () => {
    const [, { code, phone }] = world().rechtswinkel.cases;
    const resident = openBrowser(site.app);
    await resident.ask("/utrecht/volg", { form: { code, digits: phone.slice(-4) } });
    const stopped = "utrecht-alert--ok";
    expect((await resident.ask("/utrecht/volg/vraag?klaar=gestopt")).body).not.toContain(stopped);
    const answer = await resident.ask("/utrecht/volg/vraag", { form: { change: "cancel" } });
    expect(answer.headers.get("location")).toBe("/utrecht/volg/vraag");
    // What a proxy keeps for headers is small: one cookie goes along, not one for each that might be there.
    expect(answer.headers.getSetCookie()).toHaveLength(1);
    expect((await resident.ask("/utrecht/volg/vraag")).body).toContain(stopped);
    expect((await resident.ask("/utrecht/volg/vraag")).body).not.toContain(stopped);
    await resident.ask("/utrecht/volg/weg", { form: {} });
    expect((await resident.ask("/utrecht/volg")).body).toContain(stopped);
    expect([...resident.cookies.keys()]).toEqual([]);
  });
});

describe("what goes wrong at work", () => {
  const toToday = 'href="/werk/utrecht/vandaag"';
  const person = "Liever iemand spreken? Bel";

  test("stays at work for whoever is signed in: the way back is Vandaag, and there is somebody to call", async () => {
    const helper = await signedIn(world().raadslieden.personId);
    const wrong: [path: string, asking: Asking, status: number][] = [
      [`/werk/utrecht/hulpvragen/${newId()}`, {}, 404],
      ["/werk/utrecht/bestaat-niet", {}, 404],
      ["/werk/utrecht/vandaag/neem", {}, 405],
      ["/werk/utrecht/vandaag/neem", { form: { promise: "geen" } }, 403],
    ];
    for (const [path, asking, status] of wrong) {
      const answer = await helper.ask(path, asking);
      expect([path, answer.status]).toEqual([path, status]);
      expect(answer.body).toContain('class="rechtspoor-work"');
      expect(answer.body).toContain(toToday);
      expect(answer.body).toContain(person);
    }
  });

  test("shows a stranger the way in and nothing of a team", async () => {
    for (const path of ["/werk/utrecht/bestaat-niet", "/werk/utrecht/hulpvragen"]) {
      const { body } = await openBrowser(site.app).ask(path);
      expect(body).toContain('class="rechtspoor-work"');
      expect(body).toContain('href="/werk');
      expect(body).not.toContain("Raadslieden");
      expect(body).not.toContain("Zoek op naam");
    }
  });
});

describe("a list that is taken along", () => {
  test("is a file of my own team's cases, which no browser keeps", async () => {
    const { raadslieden, rechtswinkel } = world();
    const helper = await signedIn(raadslieden.personId);
    const answer = await helper.ask("/werk/utrecht/hulpvragen.csv?volgorde=naam");
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(answer.headers.get("content-disposition")).toBe('attachment; filename="hulpvragen-utrecht-2026-11-24.csv"');
    expect(answer.headers.get("cache-control")).toBe("no-store");
    for (const { name } of raadslieden.cases) expect(answer.body).toContain(`"${name}"`);
    expect(answer.body).not.toContain("+316");
    for (const { name } of rechtswinkel.cases) expect(answer.body).not.toContain(name);
  });
});

describe("a form from another site", () => {
  const foreign: [string, Record<string, string>][] = [
    ["by its origin", { "sec-fetch-site": "", origin: "https://elders.example" }],
    ["by its origin on another port", { "sec-fetch-site": "", origin: "http://localhost:8080" }],
    ["as the browser says", { "sec-fetch-site": "cross-site", origin: "http://localhost" }],
    ["from a neighbour on the same domain", { "sec-fetch-site": "same-site" }],
  ];
  const events = async () => (await site.database.admin.query("select count(*) from event")).rows[0].count;
  const askFrom = async (browser: Browser, route: Route, headers: Record<string, string>) => {
    const [about] = world().raadslieden.cases;
    const { "sec-fetch-site": says, ...rest } = headers;
    return site.app.request(pathOf(route, about.caseId), {
      method: "POST",
      headers: {
        host: "localhost",
        cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; "),
        ...rest,
        ...(says === "" || says === undefined ? {} : { "sec-fetch-site": says }),
      },
      body: new URLSearchParams({ note: "Van elders." }),
    });
  };

  test.each(postRoutes.filter(({ from }) => from === undefined).map((route) => [nameOf(route), route] as const))(
    "%s is refused, also from somebody who is signed in",
    async (_, route) => {
      const helper = await signedIn(world().raadslieden.personId);
      const before = await events();
      for (const [how, headers] of foreign) expect((await askFrom(helper, route, headers)).status, how).toBe(403);
      expect(await events()).toBe(before);
      expect((await helper.ask("/werk/utrecht/vandaag")).status).toBe(200);
    },
  );

  test("with own words is taken where somebody goes along with it, and does nothing but keep those in their browser", async () => {
    const routes = postRoutes.filter(({ from }) => from === "anywhere");
    expect(routes.map(nameOf)).toEqual(["POST /:gemeente/hulp/van-elders"]);
    const send = (headers: Record<string, string>, form: Record<string, string>) =>
      site.app.request("/utrecht/hulp/van-elders", {
        method: "POST",
        headers: { host: "localhost", origin: "https://elders.example", ...headers },
        body: new URLSearchParams(form),
      });
    const before = await events();
    const along = { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" };
    for (const headers of [along, {}]) {
      const answer = await send(headers, { woorden: "Mijn huur is te hoog", wis: "ja" });
      expect([answer.status, answer.headers.get("location")]).toEqual([303, "/utrecht/hulp/antwoord"]);
      const names = answer.headers.getSetCookie().map((cookie) => cookie.split("=")[0]);
      expect(names.sort()).toEqual(["begonnen", "verhaal"]);
    }
    const nothing = await send(along, { woorden: " ", wis: "ja" });
    expect([nothing.status, nothing.headers.getSetCookie()]).toEqual([303, []]);
    for (const behind of [
      { ...along, "sec-fetch-mode": "no-cors" },
      { ...along, "sec-fetch-mode": "cors" },
      { ...along, "sec-fetch-dest": "iframe" },
      { ...along, "sec-fetch-dest": "empty" },
    ]) {
      const answer = await send(behind, { woorden: "Stiekem" });
      expect([answer.status, answer.headers.getSetCookie()]).toEqual([403, []]);
    }
    expect(await events()).toBe(before);
  });

  test("from a frame without an origin is refused as well", async () => {
    const helper = await signedIn(world().raadslieden.personId);
    const [route] = postRoutes;
    if (route === undefined) throw new Error("There is no form.");
    expect((await askFrom(helper, route, { "sec-fetch-site": "", origin: "null" })).status).toBe(403);
  });

  test("from our own pages is taken, in browsers that say where it comes from and in those that do not", async () => {
    const helper = await signedIn(world().raadslieden.personId);
    const [about] = world().raadslieden.cases;
    const path = `/werk/utrecht/hulpvragen/${about.caseId}/notitie`;
    for (const headers of [
      { "sec-fetch-site": "same-origin" },
      { "sec-fetch-site": "", origin: "http://localhost" },
      { "sec-fetch-site": "" },
    ]) {
      const { "sec-fetch-site": says, ...rest } = headers;
      const answer = await site.app.request(path, {
        method: "POST",
        headers: {
          host: "localhost",
          cookie: `session=${helper.cookies.get("session")}`,
          ...rest,
          ...(says === "" ? {} : { "sec-fetch-site": says }),
        },
        body: new URLSearchParams({ note: "Van hier." }),
      });
      expect(answer.status).toBe(303);
    }
  });
});

// ── a whole story, on every page there is ───────────────────────────────────────────────────────────────────────

type Story = {
  formKey: string;
  resident: Browser;
  helper: Browser;
  lead: Browser;
  /** A colleague in another team of the same organisation, who administers it, who keeps the installation and the texts. */
  beside: Browser;
  admin: Browser;
  platform: Browser;
  editor: Browser;
  caseId: string;
  promiseId: string;
  requestId: string;
  /** Of the file, for whoever looks through it. */
  lines: string[];
  serviceId: string;
  /** How often the entry of the route map was changed that the editor looks at. */
  version: number;
  code: string;
  token: string;
};
type Step = {
  route: string;
  who: "resident" | "helper" | "lead" | "beside" | "admin" | "platform" | "editor";
  /** What the page is about, when it is no case. */
  id?: string;
  /** It is about what the resident asked about their own data. */
  ofRequest?: true;
  query?: string;
  form?: (story: Story) => Form;
  status: 200 | 303 | 400 | 404;
  /** What is known afterwards. */
  afterwards?: (story: Story, body: string) => Promise<void> | void;
};

const work = (route: string, status: Step["status"] = route.startsWith("GET") ? 200 : 303): Step => {
  const form = workForms[route];
  return { route, who: "helper", status, ...(form === undefined ? {} : { form }) };
};
/** Steps of an editor about one thing, each form sent as the page before it showed it. */
const editing = (id: string, routes: string[]): Step[] =>
  routes.map((route) => ({
    ...work(route),
    who: "editor",
    id,
    afterwards: (story, body) => {
      const shown = /name="version" value="(\d+)"/.exec(body)?.[1];
      story.version =
        shown === undefined
          ? story.version + (/^POST .*(:id|engels|:plaats|weg|geschiedenis)$/.test(route) ? 1 : 0)
          : Number(shown);
    },
  }));
const page = (route: string, query = ""): Step => ({ route: `GET ${route}`, who: "resident", status: 200, query });
const send = (route: string, form: (story: Story) => Form, status: Step["status"] = 303): Step => ({
  route: `POST ${route}`,
  who: "resident",
  status,
  form,
});

const codeIn = (body: string): string => /\b[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}\b/.exec(body)?.[0] ?? "";

/** The case that came of this, and what was promised in it. */
async function findCase(story: Story): Promise<void> {
  const { rows } = await site.database.admin.query(
    `select r.case_id, p.id as promise_id from resident r join promise p on p.case_id = r.case_id
     where r.name = $1 and p.state = 'open' and p.kind <> 'answer-request' order by r.case_id desc limit 1`,
    [resident.name],
  );
  story.caseId = rows[0].case_id;
  story.promiseId = rows[0].promise_id;
}

/** What they asked about their own data, and the lines of the file that somebody reads before a copy goes out. */
async function findOwnRequest(story: Story): Promise<void> {
  const { admin } = site.database;
  const { rows } = await admin.query(
    "select id, case_id from privacy_request where own_words = $1 order by id desc limit 1",
    [resident.word],
  );
  story.requestId = rows[0].id;
  const entries = await admin.query("select id from contact_entry where case_id = $1", [rows[0].case_id]);
  story.lines = entries.rows.map(({ id }) => id);
}

/** The token in the link of whoever lost their code, which the worker would have mailed. */
async function tokenMailedTo(mail: string): Promise<string> {
  const { admin, db } = site.database;
  const { rows } = await admin.query(
    "select id from event where name = 'access.mailProofAsked' order by id desc limit 1",
  );
  const ctx: Ctx = { db, now: tuesdayMorning, municipalityId: "GM0344", actor: { kind: "visitor" } };
  const followLink = "https://rechtspoor.example/utrecht/volg";
  await follow(
    ctx,
    rows[0].id,
    {
      secret: appSecret,
      followLink,
      todayLink: "",
      invitationLink: "",
      lookLink: "",
      handOverLink: "",
      checkLink: "https://example.org/klopt-nog",
      entryLink: "https://example.org/routekaart",
    },
    "rechtspoor.example",
  );
  const mails = await admin.query("select text from mail where to_address = $1 and key like 'proof:%'", [mail]);
  return /volg\/mail\/(\w+)/.exec(mails.rows.at(-1)?.text ?? "")?.[1] ?? "";
}

const story: Step[] = [
  page("/"),
  page("/over"),
  page("/sitemap.xml"),
  page("/:gemeente/sitemap.xml"),
  page("/:gemeente"),
  send("/:gemeente/hulp", () => ({ woorden: resident.word })),
  page("/:gemeente/hulp/antwoord"),
  send("/:gemeente/hulp/van-elders", () => ({ woorden: resident.word })),
  send("/:gemeente/hulp/aanvullen", () => ({ begin: resident.word }), 200),
  page("/:gemeente/hulp", "?thema=wonen"),
  page("/:gemeente/hulp/:id"),
  page("/:gemeente/hulp/:id/professional"),
  page("/:gemeente/hulp/:id/klopt-niet"),
  send("/:gemeente/hulp/:id/klopt-niet", () => ({ words: resident.word, mail: resident.mail })),
  page("/:gemeente/hulp/:id/klopt-niet/bedankt"),
  { route: "GET /:gemeente/klopt-nog/:token", who: "resident", status: 404 },
  { route: "POST /:gemeente/klopt-nog/:token", who: "resident", status: 404, form: () => ({}) },
  { route: "POST /:gemeente/klopt-nog/:token/anders", who: "resident", status: 404, form: () => ({ words: "x" }) },
  { route: "GET /:gemeente/lijst/:woord", who: "resident", status: 404 },
  page("/:gemeente/hulp/:id/inloop.ics"),
  page("/:gemeente/hulp/:id/poster"),
  { ...page("/:gemeente/organisatie/:id"), id: idFor("organisation:voorbeeld-sociaal-raadslieden-utrecht") },
  page("/:gemeente/onderwerp/:slug"),
  page("/:gemeente/onderwerp/:slug/poster"),
  page("/:gemeente/vragen/:slug"),
  send("/:gemeente/vragen/:slug", () => ({ vraag: "wat", antwoord: "rekeningen" })),
  page("/:gemeente/bel-mij-terug", `?punt=${point}`),
  send("/:gemeente/bel-mij-terug", ({ formKey }) => ({ ...resident, formKey, servicePointId: point })),
  page("/:gemeente/bel-mij-terug/nakijken"),
  send("/:gemeente/bel-mij-terug/nakijken", ({ formKey }) => ({ formKey })),
  {
    ...page("/:gemeente/bel-mij-terug/gelukt"),
    afterwards: async (story, body) => {
      story.code = codeIn(body);
      await findCase(story);
    },
  },
  page("/:gemeente/volg"),
  send("/:gemeente/volg", ({ code }) => ({ code, digits: "7788" })),
  page("/:gemeente/volg/vraag"),
  page("/:gemeente/volg/wie-keek"),
  page("/:gemeente/volg/code-kwijt"),
  {
    ...send("/:gemeente/volg/code-kwijt", () => ({ mail: resident.mail, digits: "7788" })),
    afterwards: async (story) => {
      story.token = await tokenMailedTo(resident.mail);
    },
  },
  page("/:gemeente/volg/mail/:token"),
  send("/:gemeente/volg/mail/:token", ({ caseId }) => ({ question: caseId, formKey: newId() })),
  {
    ...page("/:gemeente/volg/nieuwe-code"),
    afterwards: (story, body) => {
      story.code = codeIn(body);
    },
  },
  page("/:gemeente/volg/gegevens", "?wat=kopie"),
  {
    ...send("/:gemeente/volg/gegevens", () => ({ kind: "access", ownWords: resident.word })),
    afterwards: findOwnRequest,
  },
  send("/:gemeente/volg/vraag", () => ({ change: "word", word: resident.word })),
  send("/:gemeente/volg/vraag", () => ({ change: "dayparts", dayparts: ["afternoon"] })),
  send("/:gemeente/volg/vraag", () => ({ change: "safety", mayLeaveMessage: "no", maySayWho: "no" })),
  send("/:gemeente/volg/vraag", () => ({ change: "phone", phone: resident.phone })),
  page("/:gemeente/privacy"),
  page("/:gemeente/toegankelijkheid"),
  page("/:gemeente/klacht"),
  page("/onderdelen"),
  { route: "GET /werk", who: "resident", status: 200 },
  // Without a provider to sign in with; the way past a real one is walked in sign-in.test.ts and in a browser.
  { route: "GET /werk/inloggen/:aanbieder", who: "resident", status: 404 },
  { route: "GET /werk/inloggen/terug", who: "resident", status: 303 },
  { route: "GET /voorbeeld/inloggen/:uid", who: "resident", status: 404 },
  { route: "POST /voorbeeld/inloggen/:uid", who: "resident", status: 404, form: () => ({}) },
  work("GET /werk/:gemeente", 303),
  work("GET /werk/:gemeente/vandaag"),
  work("GET /werk/:gemeente/vandaag/stroom"),
  work("POST /werk/:gemeente/vandaag/neem"),
  work("GET /werk/:gemeente/hulpvragen"),
  work("GET /werk/:gemeente/hulpvragen.csv"),
  work("GET /werk/:gemeente/hulpvragen/zoek"),
  work("POST /werk/:gemeente/hulpvragen/zoek", 200),
  work("GET /werk/:gemeente/hulpvragen/nieuw"),
  work("POST /werk/:gemeente/hulp"),
  work("GET /werk/:gemeente/hulp"),
  work("GET /werk/:gemeente/oefenen"),
  work("GET /werk/:gemeente/vragen/:slug"),
  work("POST /werk/:gemeente/vragen/:slug"),
  work("POST /werk/:gemeente/lijst/erbij"),
  work("GET /werk/:gemeente/lijst"),
  work("POST /werk/:gemeente/lijst"),
  work("GET /werk/:gemeente/lijst/gelukt"),
  work("GET /werk/:gemeente/lijsten"),
  // Of which it is, is found out in the journey.
  { ...work("POST /werk/:gemeente/lijsten/:id/stop", 404), id: newId() },
  { ...work("GET /werk/:gemeente/hulp/:id/contact"), id: idFor("service:hulp-rechtswinkel-utrecht") },
  work("GET /werk/:gemeente/hulpvragen/:id"),
  work("GET /werk/:gemeente/verzoeken"),
  { ...work("GET /werk/:gemeente/verzoeken/:id"), ofRequest: true },
  { ...work("GET /werk/:gemeente/verzoeken/:id/kopie"), ofRequest: true },
  { ...work("POST /werk/:gemeente/verzoeken/:id/verlengen"), who: "lead", ofRequest: true, afterwards: findOwnRequest },
  {
    ...work("POST /werk/:gemeente/verzoeken/:id/nakijken"),
    ofRequest: true,
    form: ({ lines }) => ({ seen: lines }),
  },
  {
    ...work("POST /werk/:gemeente/verzoeken/:id/antwoord"),
    who: "lead",
    ofRequest: true,
    form: () => ({ outcome: "granted", answer: resident.word }),
  },
  page("/:gemeente/volg/mijn-gegevens"),
  page("/:gemeente/volg/mijn-gegevens.json"),
  send("/:gemeente/volg/gegevens/intrekken", ({ requestId }) => ({ request: requestId })),
  send("/:gemeente/volg/weg", () => ({})),
  { ...page("/:gemeente/verlaat"), status: 303 },
  { ...work("POST /werk/:gemeente/hulpvragen/:id/verzoek"), afterwards: findOwnRequest },
  { ...work("POST /werk/:gemeente/verzoeken/:id/intrekken"), ofRequest: true },
  work("POST /werk/:gemeente/hulpvragen/:id/toezegging"),
  {
    ...work("POST /werk/:gemeente/hulpvragen/:id/toezegging/moment"),
    who: "lead",
    afterwards: findCase,
  },
  work("POST /werk/:gemeente/hulpvragen/:id/notitie"),
  work("POST /werk/:gemeente/hulpvragen/:id/nummer"),
  work("POST /werk/:gemeente/hulpvragen/:id/veilig"),
  work("POST /werk/:gemeente/hulpvragen/:id/gegevens"),
  work("POST /werk/:gemeente/hulpvragen/:id/code"),
  work("GET /werk/:gemeente/hulpvragen/:id/code"),
  work("POST /werk/:gemeente/hulpvragen/:id/belpoging"),
  work("GET /werk/:gemeente/hulpvragen/:id/brief"),
  work("GET /werk/:gemeente/sessies"),
  work("POST /werk/:gemeente/sessies"),
  work("POST /werk/:gemeente/blijf", 200),
  { ...work("GET /werk/:gemeente/noodtoegang"), who: "beside" },
  // Told more than once, the story leaves more questions with this number.
  {
    ...work("POST /werk/:gemeente/noodtoegang"),
    who: "beside",
    form: (story) => workForms["POST /werk/:gemeente/noodtoegang"]?.({ ...story, chosen: story.caseId }) ?? {},
  },
  { ...work("GET /werk/:gemeente/hulpvragen/:id"), who: "beside" },
  work("POST /werk/:gemeente/hulpvragen/:id/andere-partij"),
  work("POST /werk/:gemeente/hulpvragen/:id/delen/stop", 404),
  work("GET /werk/:gemeente/start"),
  { ...work("GET /werk/:gemeente/overdracht"), who: "lead" },
  { ...work("POST /werk/:gemeente/overdracht"), who: "lead" },
  ...["GET /werk/:gemeente/collegas", "GET /werk/:gemeente/collegas/nieuw", "POST /werk/:gemeente/collegas/nieuw"].map(
    (route): Step => ({ ...work(route), who: "admin" }),
  ),
  ...[
    "GET /werk/:gemeente/collegas/:id",
    "POST /werk/:gemeente/collegas/:id/taak",
    "POST /werk/:gemeente/collegas/:id/vaardigheid",
    "POST /werk/:gemeente/collegas/:id/sessies",
    "POST /werk/:gemeente/collegas/:id/weg",
  ].map((route): Step => ({ ...work(route), who: "admin", id: personId("gijs-van-ommen") })),
  {
    ...work("POST /werk/:gemeente/collegas/:id/weg"),
    who: "admin",
    id: personId("gijs-van-ommen"),
    form: () => ({ do: "back", team: teamId("team-telefoon-raadslieden-utrecht"), role: "helper" }),
  },
  ...["POST /werk/:gemeente/programmas", "GET /werk/:gemeente/programmas", "POST /werk/:gemeente/programmas/stop"].map(
    (route): Step => ({ ...work(route), who: "admin" }),
  ),
  // Whoever can sign in already needs no invitation.
  { ...work("POST /werk/:gemeente/collegas/:id/uitnodiging"), who: "admin", id: personId("noa-levi"), status: 400 },
  ...["GET /werk/:gemeente/dekking", "GET /werk/:gemeente/dekking.csv"].map(
    (route): Step => ({ ...work(route), who: "editor" }),
  ),
  ...editing(idFor("organisation:voorbeeld-wijkteam-utrecht"), [
    "GET /werk/:gemeente/routekaart/organisaties/:id",
    "POST /werk/:gemeente/routekaart/organisaties/:id",
    "POST /werk/:gemeente/routekaart/organisaties/:id/terug",
  ]),
  ...editing(idFor("service:hulp-wijkteam-utrecht"), [
    "GET /werk/:gemeente/routekaart",
    "GET /werk/:gemeente/routekaart/nieuw",
    "POST /werk/:gemeente/routekaart/nieuw",
    "GET /werk/:gemeente/routekaart/:id",
    "POST /werk/:gemeente/routekaart/:id",
    "GET /werk/:gemeente/routekaart/:id/engels",
    "POST /werk/:gemeente/routekaart/:id/engels",
    "GET /werk/:gemeente/routekaart/:id/plaatsen/:plaats",
    "POST /werk/:gemeente/routekaart/:id/plaatsen/:plaats",
    "GET /werk/:gemeente/routekaart/:id/eigenaar",
    "POST /werk/:gemeente/routekaart/:id/eigenaar",
    "POST /werk/:gemeente/routekaart/:id/nagekeken",
    "GET /werk/:gemeente/routekaart/:id/contacten",
    "POST /werk/:gemeente/routekaart/:id/contacten",
    "GET /werk/:gemeente/routekaart/voorstellen",
    "GET /werk/:gemeente/routekaart/:id",
    "POST /werk/:gemeente/routekaart/:id/weg",
    "GET /werk/:gemeente/routekaart/:id/geschiedenis",
    "POST /werk/:gemeente/routekaart/:id/geschiedenis",
  ]),
  { ...work("POST /werk/:gemeente/routekaart/voorstellen/:id", 404), who: "editor", id: newId() },
  // Its only place calls residents back, and stays.
  {
    ...work("POST /werk/:gemeente/routekaart/:id/plaatsen/:plaats/weg", 404),
    who: "editor",
    id: idFor("service:hulp-wijkteam-utrecht"),
  },
  ...[
    "GET /werk/:gemeente/gemeente",
    "POST /werk/:gemeente/gemeente/onderdelen",
    "GET /werk/:gemeente/gemeente/organisaties/nieuw",
    "POST /werk/:gemeente/gemeente/organisaties/nieuw",
    "GET /werk/:gemeente/gemeente/organisaties/:id",
    "POST /werk/:gemeente/gemeente/organisaties/:id",
    "POST /werk/:gemeente/gemeente/organisaties/:id/beheerder",
    "POST /werk/:gemeente/gemeente/organisaties/:id/beheerder/intrekken",
    "POST /werk/:gemeente/gemeente/organisaties/:id/teams",
  ].map((route): Step => ({ ...work(route), who: "platform", id: idFor("organisation:voorbeeld-wijkteam-utrecht") })),
  ...Object.keys(rows)
    .filter((route) => route.includes("/routekaart/onderwerpen"))
    .map((route): Step => ({ ...work(route), who: "editor" })),
  ...["GET /werk/:gemeente/gemeente/teams/:id", "POST /werk/:gemeente/gemeente/teams/:id"].map(
    (route): Step => ({ ...work(route), who: "platform", id: teamId("team-juridische-zaken-utrecht") }),
  ),
  { ...work("GET /werk/:gemeente/inzage"), who: "admin", query: "?wat=opened" },
  { ...work("GET /werk/:gemeente/inzage.csv"), who: "admin" },
  { ...work("POST /werk/:gemeente/inzage/inwoner"), who: "admin", status: 400 },
  ...["GET /werk/:gemeente/inzage/te-bekijken/:id", "POST /werk/:gemeente/inzage/te-bekijken/:id"].map(
    (route): Step => ({
      ...work(route),
      who: "admin",
      id: lookOf({ teamId: teamId("team-sociaal-raadslieden-utrecht") }),
    }),
  ),
  { route: "GET /werk/uitnodiging/:woord", who: "resident", status: 404 },
  { route: "POST /werk/uitnodiging/:woord", who: "resident", status: 404, form: () => ({ provider: "voorbeeld" }) },
  work("GET /werk/:gemeente/afwezig"),
  work("POST /werk/:gemeente/afwezig"),
  work("POST /werk/:gemeente/afwezig/terug"),
  work("POST /werk/:gemeente/hulpvragen/:id/afsluiten"),
  { ...work("POST /werk/:gemeente/hulpvragen/:id/vasthouden"), who: "lead" },
  { ...work("POST /werk/:gemeente/hulpvragen/:id/loslaten"), who: "lead" },
  work("POST /werk/:gemeente/hulpvragen/:id/heropenen"),
  { ...work("POST /werk/:gemeente/hulpvragen/nieuw"), afterwards: findCase },
  work("GET /werk/:gemeente/hulpvragen/nieuw/gelukt"),
  { route: "GET /voorbeeld/post", who: "helper", status: 200 },
  { route: "POST /werk/uitloggen", who: "helper", status: 303, form: () => ({}) },
  { route: "GET /werk/uitloggen/ook", who: "helper", status: 303 },
];

async function live(steps: Step[]): Promise<Story> {
  const { rows } = await site.database.admin.query("select service_id from service_point where id = $1", [point]);
  const lived: Story = {
    formKey: newId(),
    resident: openBrowser(site.app),
    helper: await signedIn(personId("jeroen-van-der-horst")),
    lead: await signedIn(personId("samira-el-yousfi")),
    beside: await signedIn(personId("gijs-van-ommen")),
    admin: await signedIn(personId("hatice-koc")),
    platform: await signedIn(personId("pim-bosch")),
    editor: await signedIn(personId("stefan-molenaar")),
    caseId: "",
    promiseId: "",
    requestId: "",
    lines: [],
    serviceId: rows[0].service_id,
    version: 1,
    code: "",
    token: "nergens",
  };
  for (const { route, who, id: about, ofRequest, query = "", form, status, afterwards } of steps) {
    const [method = "GET", path = ""] = route.split(" ");
    const asked = ofRequest === true ? lived.requestId : about;
    const id = asked ?? (path.startsWith("/werk") ? lived.caseId : lived.serviceId);
    const filled = form?.(lived);
    const answer = await lived[who].ask(`${pathOf({ path }, id).replace(":token", lived.token)}${query}`, {
      method,
      ...(filled === undefined ? {} : { form: filled }),
    });
    expect(answer.status, `${route}: ${answer.body.slice(0, 2000)}`).toBe(status);
    await afterwards?.(lived, answer.body);
  }
  return lived;
}

const answersOf = ({ resident, helper, lead, beside, admin, platform, editor }: Story): Answer[] =>
  [resident, helper, lead, beside, admin, platform, editor].flatMap(({ answers }) => answers);

describe("what is said about somebody", () => {
  test("the story goes past every page and every form of the site", () => {
    expect([...new Set(story.map(({ route }) => route))].sort()).toEqual(routes.map(nameOf).sort());
  });

  test("stands in no address: not where a form leads, not where a link leads, and in no cookie", async () => {
    const lived = await live(story);
    expect(lived.code).not.toBe("");
    const answers = answersOf(lived);
    const places = answers.flatMap((answer) => answer.headers.get("location") ?? []);
    expect(places.length).toBeGreaterThan(12);
    const bodies = answers.map((answer) => answer.body);
    // To call and to mail somebody is what those links are for.
    const links = bodies
      .flatMap((body) =>
        [...body.matchAll(/\b(?:href|action|src|data-stream)="([^"]*)"/g)].map(([, link = ""]) => link),
      )
      .filter((link) => !/^(tel|mailto):/.test(link));
    expect(links.length).toBeGreaterThan(300);
    const cookies = answers
      .flatMap((answer) => answer.headers.getSetCookie())
      .flatMap((cookie) => [cookie, Buffer.from(cookie, "base64url").toString("latin1")]);
    for (const said of [...places, ...links, ...cookies]) {
      const plain = decodeURIComponent(said.replaceAll("+", " ").replace(/%(?![0-9a-f]{2})/gi, "%25")).toLowerCase();
      for (const word of telling(lived.code)) expect(plain).not.toContain(word);
    }
  });

  test("stands in no address when a form is refused either", async () => {
    const browser = openBrowser(site.app);
    const wrong = { ...resident, dayparts: [], formKey: newId(), servicePointId: point };
    const refused = await browser.ask("/utrecht/bel-mij-terug", { form: wrong });
    expect(refused.status).toBe(400);
    const body = refused.body;
    expect(body).toContain(resident.name);
    for (const [, link = ""] of body.matchAll(/\b(?:href|action)="([^"]*)"/g))
      for (const word of telling("0000-0000")) expect(decodeURIComponent(link).toLowerCase()).not.toContain(word);
    const unknown = await browser.ask("/utrecht/volg", { form: { code: "K7PX-M2HR", digits: "7788" } });
    expect([unknown.status, unknown.headers.get("location")]).toEqual([400, null]);
  });

  test("is shown in one municipality: a code shown there opens nothing in another", async () => {
    const browser = openBrowser(site.app);
    const [own] = world().raadslieden.cases;
    const form = { code: own.code, digits: own.phone.slice(-4) };
    const elsewhere = await browser.ask("/almere/volg", { form });
    expect(elsewhere.status).toBe(400);
    const here = await browser.ask("/utrecht/volg", { form });
    expect(here.headers.get("location")).toBe("/utrecht/volg/vraag");
    expect((await browser.ask("/utrecht/volg/vraag")).status).toBe(200);
    const across = await browser.ask("/almere/volg/vraag");
    expect(across.headers.get("location")).toBe("/almere/volg");
  });

  test("a code that fits nothing and one with other digits get the same answer", async () => {
    const [own] = world().raadslieden.cases;
    const tries = [
      { code: "K7PX-M2HR", digits: own.phone.slice(-4) },
      { code: own.code, digits: "0000" },
    ];
    const answers = [];
    for (const form of tries) {
      const answer = await openBrowser(site.app).ask("/utrecht/volg", { form });
      // What was typed comes back in its field.
      answers.push([answer.status, answer.body.replace(/ value="[^"]*"/g, "")]);
    }
    expect(answers[0]?.[0]).toBe(400);
    expect(answers[1]).toEqual(answers[0]);
  });
});

test("each page and each answer to a form protects who reads it, and holds nothing that the policy would stop", async () => {
  for (const answer of answersOf(await live(story))) {
    isProtected(answer);
    isKeptByNobody(answer);
    holdsNothingInline(answer);
  }
});

describe("over https", () => {
  const secure = testApp({ PUBLIC_URL: "https://rechtspoor.example" });

  test("cookies belong to this very site", async () => {
    const browser = openBrowser(secure.app);
    const page = await browser.ask("/utrecht");
    expect(page.headers.get("strict-transport-security")).toBe("max-age=31536000; includeSubDomains");
    await browser.ask("/utrecht/bel-mij-terug", {
      form: { ...resident, formKey: newId(), servicePointId: point },
    });
    const cookies = browser.answers.flatMap((answer) => answer.headers.getSetCookie());
    expect(cookies.length).toBeGreaterThanOrEqual(1);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^__Host-[a-z.0-9]+=/);
      for (const part of ["HttpOnly", "Secure", "SameSite=Lax", "Path=/"]) expect(cookie).toContain(part);
      expect(cookie).not.toMatch(/Domain=/i);
    }
  });
});

describe("in production", () => {
  const real = testApp(production);

  test.each(routes.filter(({ area }) => area === "example").map(nameOf))("%s is not there", async (route) => {
    expect((await openBrowser(real.app).ask(route.slice("GET ".length))).status).toBe(404);
  });

  test("nobody picks who they are, and nobody is named to pick from", async () => {
    const browser = openBrowser(real.app);
    const page = await browser.ask("/werk");
    expect(page.body).not.toContain("Jeroen van der Horst");
    const answer = await browser.ask("/voorbeeld/inloggen/x", { form: { person: personId("jeroen-van-der-horst") } });
    expect([answer.status, browser.cookies.size]).toEqual([404, 0]);
  });

  test("a number that nobody has is no number, and nothing is mirrored", async () => {
    const browser = openBrowser(real.app);
    const form = { ...resident, formKey: newId(), servicePointId: point };
    expect((await browser.ask("/utrecht/bel-mij-terug", { form })).status).toBe(400);
    expect((await browser.ask("/rtl/utrecht")).body).not.toContain('dir="rtl"');
  });
});

describe("the trail", () => {
  const look = () => lookOf(world().raadslieden);
  const path = () => `/werk/utrecht/inzage/te-bekijken/${look()}`;

  test.each([
    ["a helper of the team", "jeroen-van-der-horst"],
    ["the lead of the team", "samira-el-yousfi"],
    ["a helper of another organisation", "idris-warsame"],
    ["a policy officer of the municipality", "anouk-driessen"],
  ])("is not there for %s", async (_, slug) => {
    const browser = await signedIn(personId(slug));
    for (const page of ["inzage", "inzage.csv"]) expect((await browser.ask(`/werk/utrecht/${page}`)).status).toBe(404);
    const form = { code: "K7PX-M2HR", digits: "7788" };
    expect((await browser.ask("/werk/utrecht/inzage/inwoner", { form })).status).toBe(404);
  });

  test("shows the officer of an organisation who looked, and neither a resident nor another organisation", async () => {
    const officer = await signedIn(personId("hatice-koc"));
    const helper = await signedIn(world().raadslieden.personId);
    await helper.ask(`/werk/utrecht/hulpvragen/${world().raadslieden.cases[0].caseId}`);
    const { status, body } = await officer.ask("/werk/utrecht/inzage?wat=opened");
    expect([status, body.includes("Jeroen van der Horst")]).toEqual([200, true]);
    for (const { name, phone, caseId } of [...world().raadslieden.cases, ...world().rechtswinkel.cases])
      for (const word of [name, phone.slice(-8), caseId]) expect(body).not.toContain(word);
    const municipal = await signedIn(personId("lea-santos"));
    expect((await municipal.ask("/werk/utrecht/inzage?wat=opened")).body).not.toContain("Jeroen van der Horst");
  });

  test("gives as a file what was chosen, which no browser keeps, and writes down that it was taken along", async () => {
    const officer = await signedIn(personId("hatice-koc"));
    const file = await officer.ask("/werk/utrecht/inzage.csv?wat=opened");
    expect(file.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(file.body.split("\r\n")[0]).toContain('"Wanneer";"Wat"');
    const { rows } = await site.database.admin.query(
      "select facts from event where name = 'access.trailSearched' order by id desc limit 1",
    );
    expect(rows[0].facts).toMatchObject({ kind: "opened", as: "file" });
  });

  test("says what is wrong with a period or a reference, and keeps what was typed", async () => {
    const officer = await signedIn(personId("hatice-koc"));
    for (const [query, problem] of [
      ["van-day=31&van-month=2&van-year=2026", "31 februari 2026 bestaat niet"],
      ["van-day=1&van-month=&van-year=", "of laat alles leeg"],
      ["van-day=1&van-month=1&van-year=2020", "hoogstens een jaar tegelijk"],
      [
        "van-day=25&van-month=11&van-year=2026&tot-day=24&tot-month=11&tot-year=2026",
        "ligt vóór de eerste. Kijk of de dagen kloppen.",
      ],
      ["kenmerk=iets", "geen kenmerk"],
    ] as const) {
      const { status, body } = await officer.ask(`/werk/utrecht/inzage?${query}`);
      expect([query, status, body.includes(problem)]).toEqual([query, 400, true]);
    }
  });

  test("names the field of the code that stayed empty, and counts it as no try", async () => {
    const officer = await signedIn(personId("hatice-koc"));
    const { status, body } = await officer.ask("/werk/utrecht/inzage/inwoner", { form: { code: "", digits: " " } });
    expect(status).toBe(400);
    for (const sentence of ["Vul de code in.", "Vul de laatste vier cijfers in."]) expect(body).toContain(sentence);
  });

  test("a code that did not fit is of nobody who is known", async () => {
    const visitor = openBrowser(site.app);
    await visitor.ask("/utrecht/volg", { form: { code: "K7PX-M2HR", digits: "7799" } });
    const officer = await signedIn(personId("hatice-koc"));
    const { body } = await officer.ask("/werk/utrecht/inzage.csv?wat=codes");
    expect(body).toContain('"Code geprobeerd die niet paste";"";"onbekend"');
    expect(body).not.toContain("de inwoner zelf");
  });

  test("says who signed in and about whom it is, on the page and in the file", async () => {
    const officer = await signedIn(personId("hatice-koc"));
    const page = await officer.ask("/werk/utrecht/inzage?wat=signedIn");
    expect(page.body).toContain("Over wie");
    const file = await officer.ask("/werk/utrecht/inzage.csv?wat=signedIn");
    expect(file.body.split("\r\n")[0]).toContain('"Wie";"Over wie"');
    expect(file.body).toContain('"Ingelogd";"";"Hatice Koç"');
    const own = await officer.ask(`/werk/utrecht/inzage.csv?wat=signedIn&wie=${personId("hatice-koc")}`);
    expect(own.body).toContain('"Ingelogd";"";"Hatice Koç"');
  });

  test("a page past the end is the last one; looking here stands apart, and what was chosen stands above it", async () => {
    const officer = await signedIn(personId("hatice-koc"));
    const { body } = await officer.ask(`/werk/utrecht/inzage?pagina=99&wie=${personId("hatice-koc")}`);
    expect(body).toContain("Bladzijde 99 is er niet. Dit is de laatste bladzijde.");
    expect(body).toContain("Alleen wat Hatice Koç deed en wat over Hatice Koç gaat.");
    expect(body).toContain("Gemaakt door Hatice Koç op");
    expect(body).not.toContain("<span>Gezocht in wie keek waarin</span>");
    expect(body).toContain("Bekijk wie hier zocht");
    const searches = await officer.ask("/werk/utrecht/inzage?wat=trail");
    expect(searches.body).toContain("<span>Gezocht in wie keek waarin</span>");
  });

  test("leads from the code of a resident to the reference of their file, and a wrong code nowhere", async () => {
    const officer = await signedIn(personId("hatice-koc"));
    const [own] = world().raadslieden.cases;
    const [other] = world().rechtswinkel.cases;
    const ask = (code: string, phone: string) =>
      officer.ask("/werk/utrecht/inzage/inwoner", { form: { code, digits: phone.slice(-4) } });
    const found = await ask(own.code, own.phone);
    expect(found.headers.get("location")).toMatch(/^\/werk\/utrecht\/inzage\?kenmerk=[0-9a-f]{5}-[0-9a-f]{5}$/);
    const { body } = await officer.ask(found.headers.get("location") ?? "");
    expect(body).toContain("omdat de inwoner dat vroeg");
    expect(body).toContain("Dat is sinds het begin van de hulpvraag.");
    for (const wrong of [await ask(other.code, other.phone), await ask("K7PX-M2HR", "7788")]) {
      expect(wrong.status).toBe(400);
      expect(wrong.body).toContain("vinden wij hier geen hulpvraag");
    }
  });

  test("what stood out is there for the officer and the lead, and not for the reader, a helper or another organisation", async () => {
    for (const slug of ["jeroen-van-der-horst", "elif-yildirim", "idris-warsame", "lea-santos"]) {
      const browser = await signedIn(personId(slug));
      expect([slug, (await browser.ask(path())).status]).toEqual([slug, 404]);
      const form = { outcome: "in-order", words: "" };
      expect([slug, (await browser.ask(path(), { form })).status]).toEqual([slug, 404]);
    }
    for (const slug of ["hatice-koc", "samira-el-yousfi"]) {
      const browser = await signedIn(personId(slug));
      const { status, body } = await browser.ask(path());
      expect([slug, status]).toEqual([slug, 200]);
      expect(body).toContain("Jeroen van der Horst las bij");
      for (const { name } of world().raadslieden.cases) expect(body).not.toContain(name);
    }
  });
});
