import { describe, expect, test } from "vitest";
import { production, testApp } from "../../tests/support/app.ts";

const site = testApp();
const real = testApp(production);
const example = testApp({ RECHTSPOOR_MODE: "example" });

const get = async (path: string, of = site) => {
  const answer = await of.app.request(path, { headers: { host: "localhost" } });
  return { status: answer.status, type: answer.headers.get("content-type"), body: await answer.text() };
};
const placesIn = (xml: string): string[] => [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc = ""]) => loc);

describe("search engines", () => {
  test("are told where the list stands in production, and kept out of everything else", async () => {
    expect((await get("/robots.txt", real)).body).toContain("Sitemap: https://rechtspoor.example/sitemap.xml\n");
    for (const other of [site, example])
      expect((await get("/robots.txt", other)).body).toBe("User-agent: *\nDisallow: /\n");
    for (const path of ["/sitemap.xml", "/utrecht/sitemap.xml"]) expect((await get(path, example)).status).toBe(404);
  });

  test("find the start, all help, life events and services in both languages, each naming the other", async () => {
    const { status, type, body } = await get("/sitemap.xml");
    expect([status, type]).toEqual([200, "application/xml; charset=utf-8"]);
    const places = placesIn(body);
    expect(new Set(places).size).toBe(places.length);
    for (const path of ["/", "/en", "/utrecht", "/en/utrecht/hulp", "/almere/onderwerp/schulden", "/en/almere"])
      expect(places).toContain(`http://localhost${path}`);
    const { rows } = await site.database.admin.query(
      "select count(*)::int as count from service where municipality_id like 'GM%' and not for_professionals and not withdrawn",
    );
    expect(places.filter((place) => /\/hulp\/[0-9a-f-]{36}$/.test(place))).toHaveLength(rows[0].count * 2);
    expect(body).toContain(
      '<url><loc>http://localhost/en/utrecht</loc><xhtml:link rel="alternate" hreflang="nl" href="http://localhost/utrecht"/>' +
        '<xhtml:link rel="alternate" hreflang="en" href="http://localhost/en/utrecht"/>' +
        '<xhtml:link rel="alternate" hreflang="x-default" href="http://localhost/utrecht"/></url>',
    );
  });

  test("find only what is there: each address in the list of a municipality answers", async () => {
    for (const place of placesIn((await get("/deurne/sitemap.xml")).body))
      expect([place, (await get(new URL(place).pathname)).status]).toEqual([place, 200]);
  });

  test("do not find what is for professionals or withdrawn, and hear when something changed", async () => {
    const { admin } = site.database;
    const { rows } = await admin.query(
      "select id from service where municipality_id = 'GM0344' and not for_professionals and not withdrawn order by id limit 3",
    );
    const [professional, withdrawn, changed] = rows.map(({ id }) => id);
    await admin.query("update service set for_professionals = true where id = $1", [professional]);
    await admin.query("update service set withdrawn = true where id = $1", [withdrawn]);
    await admin.query(
      "update service set changed_at = '2026-11-20T12:00:00Z', checked_on = '2026-11-22' where id = $1",
      [changed],
    );
    const { body } = await get("/utrecht/sitemap.xml");
    for (const id of [professional, withdrawn]) expect(body).not.toContain(id);
    expect(body).toContain(`<loc>http://localhost/utrecht/hulp/${changed}</loc><lastmod>2026-11-22</lastmod>`);
  });

  test("get a file for each municipality when it is too much for one, whole and part by part", async () => {
    await site.database.admin.query(
      `insert into service (municipality_id, id, organisation_id, name, sentence, themes, functions, audience, cost, to_bring, result, search)
       select 'GM0034', gen_random_uuid(), (select id from organisation limit 1), '{"nl":"Hulp"}', '{"nl":"Hulp"}', '{}', '{}', '{"nl":""}', 'free',
         '{"nl":""}', '{"nl":""}', '' from generate_series(1, 24900)`,
    );
    const { body } = await get("/sitemap.xml");
    expect(body.slice(0, 60)).toContain("<sitemapindex");
    const files = placesIn(body);
    expect(files).toHaveLength(9);
    expect(files).toContain("http://localhost/almere/sitemap.xml");
    const almere = placesIn((await get("/almere/sitemap.xml")).body);
    expect(almere.length).toBeGreaterThan(49_800);
    expect(almere.length).toBeLessThanOrEqual(50_000);
    expect(new Set(almere).size).toBe(almere.length);
  });
});
