import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { pointId } from "../example/places.ts";
import { root } from "../src/config/root.ts";
import { follow } from "../src/jobs/worker.ts";
import { type Ctx, inTransaction } from "../src/kernel/context.ts";
import { newId } from "../src/kernel/id.ts";
import { addOrganisation, addTeam, readRetention } from "../src/modules/access/index.ts";
import { anOrganisation, aTeam } from "../src/modules/access/make.ts";
import { residentCookies } from "../src/web/public/privacy/cookies.ts";
import { appSecret, testApp, tuesdayMorning } from "./support/app.ts";
import { openBrowser } from "./support/browser.ts";

/* The privacy statement of a municipality says what is true there, all of it and nothing else. */

const site = testApp();
const ask = async (path: string) => (await openBrowser(site.app).ask(path)).body;
const main = (body: string): string => /<main[^>]*>(.*)<\/main>/s.exec(body)?.[1] ?? "";
const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/g, "")
    .replaceAll("&amp;", "&")
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"')
    .trim();
const insideOf = (tag: string, body: string): string[] =>
  [...main(body).matchAll(new RegExp(`<${tag}[ >].*?</${tag}>`, "gs"))].map(([whole]) => plain(whole));

const folder = join(root, "content/register");
type Language = "nl" | "en";
type Registered = {
  name: Record<Language, string>;
  plain: Record<Language, Record<"purpose" | "data" | "recipients" | "kept", string>>;
};
const register = readdirSync(folder).map((file): Registered => parse(readFileSync(join(folder, file), "utf8")));
const pages: [Language, string][] = [
  ["nl", ""],
  ["en", "/en"],
];

describe.each(pages)("the privacy statement in %s", (language, prefix) => {
  test("tells of every activity in the register, in its own words, and of no other", async () => {
    const body = await ask(`${prefix}/utrecht/privacy`);
    const activities = /<section aria-labelledby="wat">.*?<\/section>/s.exec(main(body))?.[0] ?? "";
    expect(insideOf("summary", `<main>${activities}</main>`).sort()).toEqual(
      register.map(({ name }) => name[language]).sort(),
    );
    for (const { plain: told } of register) {
      const { purpose, data, recipients, kept } = told[language];
      for (const words of [purpose, data, recipients, kept]) expect(plain(main(body))).toContain(words);
    }
  });

  test("tells of every rule for how long something is kept, with the terms that hold there", async () => {
    const body = plain(main(await ask(`${prefix}/utrecht/privacy`)));
    for (const { name, text, terms } of Object.values(readRetention().rules)) {
      for (const words of [name[language], text[language]]) expect(body).toContain(words);
      for (const { because, article } of terms) expect(body).toContain(`${because[language]} (${article})`);
    }
  });

  test("names every organisation with a team there, each once, with its teams to call and to mail, and no other", async () => {
    for (const [slug, id] of [
      ["utrecht", "GM0344"],
      ["almere", "GM0034"],
    ]) {
      const body = await ask(`${prefix}/${slug}/privacy`);
      const { rows } = await site.database.admin.query(
        "select o.name as organisation, t.name, t.mail from team t join organisation o on o.id = t.organisation_id where t.municipality_id = $1",
        [id],
      );
      expect(rows.length).toBeGreaterThan(1);
      expect(insideOf("h3", body).sort()).toEqual([...new Set(rows.map(({ organisation }) => organisation))].sort());
      for (const { name, mail } of rows) {
        expect(plain(main(body))).toContain(name);
        expect(main(body)).toContain(`href="mailto:${mail}"`);
      }
    }
  });

  test("ends in a person and says where else to go", async () => {
    const body = main(await ask(`${prefix}/utrecht/privacy`));
    expect(body).toContain('href="tel:');
    expect(body).toContain("https://www.autoriteitpersoonsgegevens.nl");
  });
});

describe("when something changes in a municipality", () => {
  const publishing: () => Ctx = () => ({
    db: site.database.db,
    now: tuesdayMorning,
    municipalityId: "GM0344",
    actor: { kind: "system", purpose: "example" },
  });

  test("another organisation stands on its page from then on, and on no other's", async () => {
    const organisation = anOrganisation({ id: newId(), name: "Voorbeeld Buurtrecht", independence: "independent" });
    expect(await ask("/utrecht/privacy")).not.toContain("Voorbeeld Buurtrecht");
    await inTransaction(publishing(), async (ctx) => {
      await addOrganisation(ctx, organisation);
      await addTeam(ctx, aTeam({ municipalityId: "GM0344", organisation, mail: "buurtrecht@example.org" }));
    });
    const body = await ask("/utrecht/privacy");
    expect(insideOf("h3", body)).toContain("Voorbeeld Buurtrecht");
    expect(body).toContain("mailto:buurtrecht@example.org");
    expect(await ask("/almere/privacy")).not.toContain("Voorbeeld Buurtrecht");
  });

  test("the ground of a team of the municipality is told where there is such a team, and nowhere else", async () => {
    const ofMunicipality = "Een team van de gemeente:";
    const ofOrganisation = "Een hulporganisatie:";
    const { admin } = site.database;
    const independence = (kind: string) => admin.query("update organisation set independence = $1", [kind]);
    await independence("independent");
    const without = await ask("/utrecht/privacy");
    expect([without.includes(ofMunicipality), without.includes(ofOrganisation)]).toEqual([false, true]);
    await independence("municipal");
    const withOnly = await ask("/utrecht/privacy");
    expect([withOnly.includes(ofMunicipality), withOnly.includes(ofOrganisation)]).toEqual([true, false]);
    expect(withOnly).toContain("AVG 6 lid 1 onder e");
  });

  test("without any team it says that nothing is kept", async () => {
    const { admin } = site.database;
    await admin.query(
      "insert into municipality select (m).* from (select jsonb_populate_record(m, $1) as m from municipality m where id = 'GM0344') as copied",
      [{ id: "GM9999", slug: "voorbeeldstad", name: "Voorbeeldstad" }],
    );
    site.at(tuesdayMorning.add({ minutes: 2 }));
    const body = await ask("/voorbeeldstad/privacy");
    expect(body).toContain("In Voorbeeldstad kan nog niemand u hier terugbellen.");
    expect(insideOf("h3", body)).toEqual([]);
  });
});

test("the cookies on the page are those that a resident gets who uses everything, and no other", async () => {
  const browser = openBrowser(site.app);
  const servicePointId = pointId("punt-sociaal-raadslieden-utrecht");
  const asked = {
    servicePointId,
    phone: "06-00007788",
    mail: "saartje@example.org",
    dayparts: ["morning"],
    harm: "no",
    formKey: newId(),
  };
  await browser.ask("/?plaats=3511");
  await browser.ask("/utrecht/hulp", { form: { woorden: "Ik kan de huur niet betalen" } });
  await browser.ask("/utrecht/vragen/schulden", { form: { vraag: "wat", antwoord: "rekeningen" } });
  await browser.ask("/utrecht/bel-mij-terug", { form: asked });
  await browser.ask("/utrecht/bel-mij-terug/nakijken", { form: { formKey: asked.formKey } });
  const done = await browser.ask("/utrecht/bel-mij-terug/gelukt");
  const code = /\b[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}\b/.exec(done.body)?.[0] ?? "";
  await browser.ask("/utrecht/volg", { form: { code, digits: "7788" } });
  await browser.ask("/utrecht/volg/vraag", { form: { change: "word", word: "Nog iets" } });
  await browser.ask("/utrecht/volg/code-kwijt", { form: { mail: asked.mail, digits: "7788" } });
  const { admin, db } = site.database;
  const { rows } = await admin.query("select id from event where name = 'access.mailProofAsked'");
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
  const mails = await admin.query("select text, case_id from mail where key like 'proof:%'");
  const link = new URL(/https:\S+/.exec(mails.rows[0].text)?.[0] ?? "").pathname;
  await browser.ask(link, { form: { question: mails.rows[0].case_id, formKey: newId() } });
  const given = browser.answers
    .flatMap(({ headers }) => headers.getSetCookie())
    // What is too long for one goes in pieces.
    .map((cookie) => (cookie.split("=")[0] ?? "").replace(/\.\d$/, ""));
  expect([...new Set(given)].sort()).toEqual([...residentCookies].sort());
  const page = main(await ask("/utrecht/privacy"));
  for (const name of residentCookies) expect(page).toMatch(new RegExp(`>${name}<`));
});
