import { Hono } from "hono";
import type { KyselyPlugin } from "kysely";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createApp } from "../../src/app.tsx";
import { follow } from "../../src/jobs/worker.ts";
import { type Ctx, markEventsOf } from "../../src/kernel/context.ts";
import { makeLog } from "../../src/log.ts";
import { isProvenByMail } from "../../src/modules/access/index.ts";
import { changeOwnPhone, fillInLater, logAttempt } from "../../src/modules/contact/index.ts";
import { ctxOfCode } from "../../src/web/public/follow/page.tsx";
import type { Env } from "../../src/web/surroundings.ts";
import { appSecret, type TestApp, testApp, tuesdayMorning } from "../support/app.ts";
import { openBrowser } from "../support/browser.ts";
import { twoMunicipalities, type World } from "./two-municipalities.ts";

/*
 * Whoever lost their code gets a new one by mail. What somebody learns and can do who knows a mail address and is not
 * its reader, and who holds a link that was meant for somebody else or for once.
 */

const most = 10;
const site = testApp({ LIMIT_ONE_CODE: String(most) });
const strict = testApp({ LIMIT_CODES: "2" });
const made: { world?: World } = {};
beforeAll(async () => {
  made.world = await twoMunicipalities(site.database, tuesdayMorning, appSecret);
});
const world = () => {
  if (made.world === undefined) throw new Error("The world is only there inside a test.");
  return made.world;
};
// What was counted and mailed in one test does not stand in the way of the next.
beforeEach(async () => {
  await site.database.admin.query("delete from request_limit");
  await site.database.admin.query("delete from mail_proof");
});

type Reach = { mail: string; digits: string };
const reachOf = ({ name, phone }: World["almere"]["cases"][0]): Reach => ({
  mail: `roos.${name.slice(-4)}@example.org`,
  digits: phone.slice(-4),
});
const post = (path: string, form: Record<string, string>, app: TestApp["app"] = site.app) =>
  app.request(path, {
    method: "POST",
    headers: { "sec-fetch-site": "same-origin" },
    body: new URLSearchParams(form),
  });
const ask = (reach: Reach, app?: TestApp["app"], place = "utrecht") =>
  post(`/${place}/volg/code-kwijt`, { ...reach }, app);

/** Does what the worker does after each asking, and returns the mails that came of it. */
async function mailed(): Promise<{ to: string; subject: string; text: string; link: string }[]> {
  const { admin, db } = site.database;
  const { rows: events } = await admin.query(
    "select id, municipality_id from event where name = 'access.mailProofAsked' order by id",
  );
  for (const event of events) {
    const now = site.surroundings.now();
    const ctx: Ctx = { db, now, municipalityId: event.municipality_id, actor: { kind: "visitor" } };
    const followLink = "https://rechtspoor.example/utrecht/volg";
    await follow(
      ctx,
      event.id,
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
  }
  // Only of links that are still there: each test begins without.
  const { rows } = await admin.query(
    `select to_address as to, subject, text from mail m
     where key like 'proof:%' and exists (select from mail_proof p where m.key = 'proof:' || p.id) order by m.id`,
  );
  return rows.map((row) => ({ ...row, link: new URL(/https:\S+/.exec(row.text)?.[0] ?? "").pathname }));
}

/** The link that this reader was sent. */
async function linkFor(own: World["almere"]["cases"][0]): Promise<string> {
  expect((await ask(reachOf(own))).status).toBe(303);
  const link = (await mailed()).find(({ to }) => to === reachOf(own).mail)?.link;
  if (link === undefined) throw new Error("Nobody was mailed.");
  return link;
}
/** What the page behind a link sends when its button is pressed. */
async function formBehind(link: string): Promise<Record<string, string>> {
  const page = await (await site.app.request(link)).text();
  const fields = [...page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  return Object.fromEntries(fields.map(([, name = "", value = ""]) => [name, value]));
}
const press = async (link: string) => post(link, await formBehind(link));

const codeIn = (body: string): string => /\b[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}\b/.exec(body)?.[0] ?? "";
const opens = async (code: string, digits: string): Promise<boolean> =>
  (await post("/utrecht/volg", { code, digits })).status === 303;
const proofsStored = async () => (await site.database.admin.query("select * from mail_proof")).rows;

/** Nothing about an answer that somebody could compare: of what is sealed only how long it is. */
const seen = async (answer: Response) => [
  answer.status,
  [...answer.headers]
    .filter(([name]) => name !== "x-request-id")
    .map(([name, value]) => [name, value.replace(/^(gezegd=)([^;]+)/, (_, key, text) => `${key}${text.length}`)]),
  await answer.text(),
];

describe("asking for a link", () => {
  test("answers the same whether address and digits are anybody's or not, and mails the one who reads it", async () => {
    const [own, other] = world().raadslieden.cases;
    const known = await seen(await ask(reachOf(own)));
    const nobodys: Reach[] = [
      { mail: "niemand@example.org", digits: "1234" },
      { mail: reachOf(own).mail, digits: "0000" },
      { mail: reachOf(own).mail, digits: reachOf(other).digits },
      { mail: reachOf(other).mail, digits: reachOf(own).digits },
    ];
    for (const reach of nobodys) expect(await seen(await ask(reach))).toEqual(known);
    expect((await mailed()).map(({ to }) => to)).toEqual([reachOf(own).mail]);
  });

  test("asks the database the same, whether there is such an address or not", async () => {
    const asked: string[] = [];
    /** What is filled in differs: fresh ids, and whose question it is. */
    const isRow = (key: string, value: unknown) =>
      key === "values" && Array.isArray(value) && value.some((one) => typeof one === "string");
    const listening: KyselyPlugin = {
      transformQuery: ({ node }) => {
        asked.push(JSON.stringify(node, (key, value: unknown) => (key === "value" || isRow(key, value) ? "…" : value)));
        return node;
      },
      transformResult: ({ result }) => Promise.resolve(result),
    };
    const db = site.database.db.withPlugin(listening);
    markEventsOf(db, appSecret);
    const app = createApp({ ...site.surroundings, db });
    const [own] = world().raadslieden.cases;
    await ask(reachOf(own), app);
    const steps = [];
    for (const reach of [
      reachOf(own),
      { ...reachOf(own), digits: "0000" },
      { mail: "niemand@example.org", digits: "1234" },
    ]) {
      asked.length = 0;
      expect((await ask(reach, app)).status).toBe(303);
      steps.push([...asked]);
    }
    // Begin, lock, look, write, record, commit.
    expect(steps[0]?.length).toBe(6);
    expect(steps[1]).toEqual(steps[0]);
    expect(steps[2]).toEqual(steps[0]);
  });

  test("leaves one event and one job behind, about the question or about nothing that anybody can find", async () => {
    const [own] = world().raadslieden.cases;
    const { admin } = site.database;
    const jobs = async () =>
      Number((await admin.query("select count(*) from pgboss.job where name = 'event'")).rows[0].count);
    const { rows: known } = await admin.query("select id, event_ref from case_file");
    const refOf = (caseId: string) => known.find(({ id }) => id === caseId)?.event_ref;
    await admin.query("insert into followed_event (name) values ('access.mailProofAsked') on conflict do nothing");
    for (const [reach, found] of [
      [reachOf(own), true],
      [{ mail: "niemand@example.org", digits: "1234" }, false],
    ] as const) {
      const before = await jobs();
      await ask(reach);
      expect((await jobs()) - before).toBe(1);
      const { rows } = await admin.query("select * from event order by id desc limit 1");
      expect(rows[0]).toMatchObject({ name: "access.mailProofAsked", actor_kind: "system", actor_person_id: null });
      expect(rows[0].facts.subjects).toEqual(found ? [refOf(own.caseId)] : []);
      expect(known.some(({ event_ref: ref }) => ref === rows[0].subject_ref)).toBe(found);
      expect(JSON.stringify(rows[0])).not.toContain("@");
    }
  });

  test("of a question in another municipality finds nobody there", async () => {
    const [own] = world().raadslieden.cases;
    expect((await ask(reachOf(own), site.app, "almere")).status).toBe(303);
    expect(await mailed()).toEqual([]);
  });

  test("finds an address however its capitals and its spaces are typed, and writes to it as it was given", async () => {
    const [own] = world().raadslieden.cases;
    const { mail, digits } = reachOf(own);
    await ask({ mail: ` ${mail.toUpperCase()} `, digits: `06-0000 ${digits}` });
    expect((await mailed()).map(({ to }) => to)).toEqual([mail]);
  });

  test("is refused when there is nothing to look for, and nobody looks", async () => {
    const [own] = world().raadslieden.cases;
    const { mail, digits } = reachOf(own);
    const wrong: Reach[] = [
      { mail: "", digits },
      { mail: "roos", digits },
      { mail, digits: "" },
      { mail, digits: "12" },
      { mail: `${"r".repeat(200)}@example.org`, digits },
    ];
    for (const reach of wrong) expect((await ask(reach)).status).toBe(400);
    expect(await proofsStored()).toEqual([]);
  });

  test.each([
    "\nBcc: iedereen@example.org",
    "\r\nBcc: iedereen@example.org",
    "%0aBcc: iedereen@example.org",
    ", iedereen@example.org",
    "; iedereen@example.org",
    " <iedereen@example.org>",
    "\0iedereen@example.org",
    "\u2028Bcc: iedereen@example.org",
  ])("with a header or a second address typed behind the first is refused: %j", async (behind) => {
    const [own] = world().raadslieden.cases;
    const { mail, digits } = reachOf(own);
    expect((await ask({ mail: `${mail}${behind}`, digits })).status).toBe(400);
    expect((await mailed()).filter(({ to }) => to !== mail)).toEqual([]);
  });

  test("mails at most three times a day for one question, also when asked ten times at once, and says nothing of it", async () => {
    const [own] = world().raadslieden.cases;
    const answers = await Promise.all(Array.from({ length: most }, () => ask(reachOf(own))));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    expect(await mailed()).toHaveLength(3);
    site.at(tuesdayMorning.add({ hours: 24, minutes: 1 }));
    await ask(reachOf(own));
    expect(await proofsStored()).toHaveLength(4);
  });

  test("mails nobody whom it is not safe to reach", async () => {
    const [, own] = world().almere.cases;
    await logAttempt(world().almere.as, own.caseId, { outcome: "not-safe", note: "" });
    expect((await ask(reachOf(own), site.app, "almere")).status).toBe(303);
    expect(await mailed()).toEqual([]);
  });

  test("ten thousand times for one address, guessing the digits, is looked at ten times an hour", async () => {
    const [own] = world().rechtswinkel.cases;
    const { mail, digits } = reachOf(own);
    const wrong = Array.from({ length: 10_000 }, (_, at) => String(at).padStart(4, "0")).filter((d) => d !== digits);
    const asked = async () =>
      Number(
        (await site.database.admin.query("select count(*) from event where name = 'access.mailProofAsked'")).rows[0]
          .count,
      );
    const before = await asked();
    const statuses = new Map<number, number>();
    const atOnce = 40;
    for (let at = 0; at < wrong.length; at += atOnce) {
      const tries = wrong
        .slice(at, at + atOnce)
        .map((tried, nth) => ask({ mail: nth % 2 === 0 ? mail : mail.toUpperCase(), digits: tried }));
      for (const { status } of await Promise.all(tries)) statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect([statuses.get(303), statuses.get(429)]).toEqual([most, 9_999 - most]);
    expect((await asked()) - before).toBe(most);
    const right = await ask({ mail, digits });
    expect([right.status, right.headers.get("retry-after")]).toEqual([429, "3600"]);
    expect(await mailed()).toEqual([]);
    expect((await ask(reachOf(world().raadslieden.cases[0]))).status).toBe(303);
    site.at(tuesdayMorning.add({ hours: 1 }));
    expect((await ask({ mail, digits })).status).toBe(303);
  });

  test("too often from one address waits a minute, whatever mail address is typed", async () => {
    const statuses = [];
    for (const name of ["een", "twee", "drie"])
      statuses.push((await ask({ mail: `${name}@example.org`, digits: "1234" }, strict.app)).status);
    expect(statuses).toEqual([303, 303, 429]);
  });
});

describe("the mail", () => {
  test("says in its subject and its text nothing of the question, nobody's name and no digits", async () => {
    const [own] = world().raadslieden.cases;
    await ask(reachOf(own));
    const [mail] = await mailed();
    expect(mail?.subject).toBe("De link die u vroeg");
    const told = `${mail?.subject} ${mail?.text}`.toLowerCase();
    for (const word of ["roos", "huur", "raadslieden", "schuld", "vraag van", own.code, own.caseId])
      expect(told).not.toContain(word.toLowerCase());
    expect(mail?.text).not.toContain(own.phone.slice(-4));
  });

  test("holds a token of which only the hash is stored, and the form's page is told to nobody", async () => {
    const link = await linkFor(world().raadslieden.cases[0]);
    const token = link.split("/").at(-1) ?? "";
    expect(token).toMatch(/^[0-9a-f]{32}$/);
    expect(JSON.stringify(await proofsStored())).not.toContain(token);
    const { rows } = await site.database.admin.query("select to_jsonb(e) as row from event e");
    expect(JSON.stringify(rows)).not.toContain(token);
    const page = await site.app.request(link);
    expect(page.headers.get("cache-control")).toBe("no-store");
    expect(page.headers.get("referrer-policy")).toBe("same-origin");
    expect(await page.text()).toContain('<meta name="robots" content="noindex');
  });

  test("and its link stand in no log, whatever is done with it", async () => {
    const lines: string[] = [];
    const log = makeLog("debug", { write: (line) => lines.push(line) });
    const app = createApp({ ...site.surroundings, log });
    const [own] = world().rechtswinkel.cases;
    const link = await linkFor(own);
    const token = link.split("/").at(-1) ?? "";
    const form = await formBehind(link);
    await ask(reachOf(own), app);
    for (const path of [link, `${link}/`, `/en${link}`, `${link}/nog-iets`, link.toUpperCase()]) {
      await app.request(path);
      await app.request(path, { method: "PUT" });
    }
    await post(link, form, app);
    await post(link, form, app);
    expect(lines.length).toBeGreaterThan(8);
    const logged = lines.join("\n").toLowerCase();
    for (const secret of [token, reachOf(own).mail, "example.org"]) expect(logged).not.toContain(secret);
    expect(logged).toContain("/:gemeente/volg/mail/:token");
  });

  test("in English when the site was read in English, with a link to the English page", async () => {
    const [own] = world().raadslieden.cases;
    await post("/en/utrecht/volg/code-kwijt", { ...reachOf(own) });
    const [mail] = await mailed();
    expect([mail?.subject, mail?.link.startsWith("/en/utrecht/volg/mail/")]).toEqual(["The link you asked for", true]);
    expect((await site.app.request(mail?.link ?? "")).status).toBe(200);
  });
});

describe("a link", () => {
  const dead = async (link: string) => {
    const page = await site.app.request(link);
    return [page.status, (await page.text()).replaceAll(link, "…")];
  };
  const madeUp = `/utrecht/volg/mail/${"0".repeat(32)}`;

  test("changes nothing when it is opened, however often: scanners of mail do that", async () => {
    const [own] = world().raadslieden.cases;
    const link = await linkFor(own);
    const before = await proofsStored();
    for (const method of ["GET", "GET", "HEAD", "OPTIONS"]) await site.app.request(link, { method });
    expect(await proofsStored()).toEqual(before);
    expect(await opens(own.code, own.phone.slice(-4))).toBe(true);
    const page = await (await site.app.request(link)).text();
    for (const word of [own.name, own.code, own.phone.slice(-8)]) expect(page).not.toContain(word);
  });

  test("gives a new code with one press and opens the question; the old code ends then", async () => {
    const [own] = world().raadslieden.cases;
    const digits = own.phone.slice(-4);
    const link = await linkFor(own);
    const browser = openBrowser(site.app);
    const pressed = await browser.ask(link, { form: await formBehind(link) });
    expect([pressed.status, pressed.headers.get("location")]).toEqual([303, "/utrecht/volg/nieuwe-code"]);
    const code = codeIn((await browser.ask("/utrecht/volg/nieuwe-code")).body);
    expect(code).not.toBe("");
    expect(code.replace("-", "")).not.toBe(own.code);
    expect((await browser.ask("/utrecht/volg/vraag")).status).toBe(200);
    expect([await opens(own.code, digits), await opens(code, digits)]).toEqual([false, true]);
    await browser.ask("/utrecht/volg/weg", { form: {} });
    expect((await browser.ask("/utrecht/volg/nieuwe-code")).status).toBe(303);
    own.code = code;
  });

  test("is used by one event, about the question", async () => {
    const [, own] = world().rechtswinkel.cases;
    await press(await linkFor(own));
    const { rows } = await site.database.admin.query(
      `select e.facts, e.actor_kind from event e join case_file f on f.event_ref = e.subject_ref
       where f.id = $1 and e.name = 'access.mailProofUsed'`,
      [own.caseId],
    );
    expect(rows).toEqual([{ facts: {}, actor_kind: "system" }]);
  });

  test("that was used, is too old or never was shows one and the same page, and does nothing", async () => {
    const [own, other] = world().almereRechtswinkel.cases;
    const inAlmere = async (reach: Reach) => {
      await ask(reach, site.app, "almere");
      const { link = "" } = (await mailed()).find(({ to }) => to === reach.mail) ?? {};
      return link.replace("/utrecht/", "/almere/");
    };
    const used = await inAlmere(reachOf(own));
    const form = await formBehind(used);
    expect((await post(used, form)).status).toBe(303);
    const old = await inAlmere(reachOf(other));
    const oldForm = await formBehind(old);
    site.at(tuesdayMorning.add({ minutes: 29, seconds: 59 }));
    expect((await site.app.request(old)).status).toBe(200);
    site.at(tuesdayMorning.add({ minutes: 30 }));
    const never = madeUp.replace("utrecht", "almere");
    const pages = [await dead(used), await dead(old), await dead(never)];
    expect(pages[0]?.[0]).toBe(404);
    expect(pages[1]).toEqual(pages[0]);
    expect(pages[2]).toEqual(pages[0]);
    for (const [link, filled] of [
      [used, form],
      [old, oldForm],
      [never, form],
    ] as const) {
      const pressed = await post(link, filled);
      expect(pressed.status).toBe(404);
      expect(pressed.headers.getSetCookie()).toEqual([]);
    }
  });

  test("opens nothing in another municipality, nor another question than its own", async () => {
    const [own, other] = world().raadslieden.cases;
    const link = await linkFor(own);
    const form = await formBehind(link);
    expect((await site.app.request(link.replace("utrecht", "almere"))).status).toBe(404);
    expect((await post(link.replace("utrecht", "almere"), form)).status).toBe(404);
    for (const question of [other.caseId, world().rechtswinkel.cases[0].caseId, "geen"])
      expect((await post(link, { ...form, question })).status).toBeGreaterThanOrEqual(400);
    expect(await opens(other.code, other.phone.slice(-4))).toBe(true);
    expect((await site.app.request(link)).status).toBe(200);
  });

  test("pressed twice at the same moment is one press: one new code, one event", async () => {
    const [own] = world().raadslieden.cases;
    const link = await linkFor(own);
    const form = await formBehind(link);
    const events = async () =>
      Number(
        (await site.database.admin.query("select count(*) from event where name = 'access.mailProofUsed'")).rows[0]
          .count,
      );
    const before = await events();
    const browsers = Array.from({ length: 4 }, () => openBrowser(site.app));
    const answers = await Promise.all(browsers.map((browser) => browser.ask(link, { form })));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
    const codes = new Set<string>();
    for (const browser of browsers) codes.add(codeIn((await browser.ask("/utrecht/volg/nieuwe-code")).body));
    expect([codes.size, codes.has("")]).toEqual([1, false]);
    expect((await events()) - before).toBe(1);
    // The same page a while later is no second press.
    site.at(tuesdayMorning.add({ minutes: 1 }));
    expect((await post(link, form)).status).toBe(404);
    own.code = [...codes][0] ?? "";
  });

  test("opened by two people at the same moment is used by one of them", async () => {
    const [own] = world().raadslieden.cases;
    const link = await linkFor(own);
    const forms = [await formBehind(link), await formBehind(link), await formBehind(link)];
    const statuses = (await Promise.all(forms.map((form) => post(link, form)))).map(({ status }) => status);
    expect(statuses.sort()).toEqual([303, 404, 404]);
  });

  test("opens nothing any more once the number or the address was changed", async () => {
    const [, own] = world().raadslieden.cases;
    const link = await linkFor(own);
    const ctx: Ctx = { ...world().raadslieden.as, actor: { kind: "code", proof: own.proof } };
    await changeOwnPhone(ctx, "+31600009911", appSecret);
    expect((await site.app.request(link)).status).toBe(404);
    const { mail } = reachOf(own);
    await ask({ mail, digits: "9911" });
    const next = (await mailed()).at(-1)?.link ?? "";
    expect((await site.app.request(next)).status).toBe(200);
    const form = await formBehind(next);
    await fillInLater(
      world().raadslieden.as,
      own.caseId,
      {
        dayparts: ["morning"],
        name: own.name,
        mail: "roos.nieuw@example.org",
        language: "",
        interpreter: false,
        mayLeaveMessage: "unknown",
        maySayWho: "unknown",
        askedFor: "self",
      },
      appSecret,
    );
    expect((await post(next, form)).status).toBe(404);
  });
});

describe("a browser that came by the link in a mail", () => {
  /** What a page asks of whoever holds a code, with the cookies of this browser. */
  async function actorIn(cookies: Map<string, string>) {
    const asking = new Hono<Env>();
    const municipality = { id: "GM0344" };
    asking.get("/", (c) => {
      c.set("app", site.surroundings);
      c.set("ctx", world().raadslieden.as);
      c.set("place", { language: "nl", mirrored: false, municipality } as Env["Variables"]["place"]);
      const ctx = ctxOfCode(c);
      return c.json({ holdsCode: ctx !== undefined, byMail: ctx !== undefined && isProvenByMail(ctx) });
    });
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    return (await asking.request("/", { headers: { cookie } })).json();
  }

  test("counts as proven by mail as well, also after another number; one with the code alone does not", async () => {
    const [own] = world().raadslieden.cases;
    const link = await linkFor(own);
    const byMail = openBrowser(site.app);
    await byMail.ask(link, { form: await formBehind(link) });
    expect(await actorIn(byMail.cookies)).toEqual({ holdsCode: true, byMail: true });
    const code = codeIn((await byMail.ask("/utrecht/volg/nieuwe-code")).body);
    const changed = await byMail.ask("/utrecht/volg/vraag", { form: { change: "phone", phone: "06-00009922" } });
    expect(changed.status).toBe(303);
    expect(await actorIn(byMail.cookies)).toEqual({ holdsCode: true, byMail: true });
    const byCode = openBrowser(site.app);
    await byCode.ask("/utrecht/volg", { form: { code, digits: "9922" } });
    expect(await actorIn(byCode.cookies)).toEqual({ holdsCode: true, byMail: false });
    expect(await actorIn(new Map())).toEqual({ holdsCode: false, byMail: false });
  });
});
