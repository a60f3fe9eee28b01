import { expect, test } from "vitest";
import { z } from "zod";
import { testApp } from "../support/app.ts";
import { faultsOf, get, listHelp, problemOf } from "./program.ts";

const site = testApp();

test("a program finds the help in a municipality, with where and when it is there", async () => {
  const answer = await get(site, "/hulpaanbod?gemeente=utrecht");
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({
    pagina: 1,
    volgende: expect.any(String),
    hulpaanbod: expect.arrayContaining([
      {
        id: expect.any(String),
        gebied: "GM0344",
        naam: "Voorbeeld Hulp bij brieven, geld en regels",
        omschrijving: expect.stringContaining("sociaal raadslieden"),
        doelgroep: "Iedereen",
        resultaat: expect.any(String),
        meenemen: expect.arrayContaining(["De brief waar het om gaat, als u die hebt"]),
        kosten: "gratis",
        themas: expect.arrayContaining(["schulden"]),
        ondersteuningsfuncties: expect.arrayContaining(["informatie-en-advies"]),
        organisatie: {
          naam: "Voorbeeld Sociaal Raadslieden Utrecht",
          onafhankelijkheid: "betaaldDoorGemeente",
          toelichting: expect.any(String),
        },
        website: null,
        bron: null,
        bronVan: null,
        gecontroleerdOp: "2026-11-24",
        hulppunten: [
          {
            id: expect.any(String),
            naam: "Voorbeeld Sociaal Raadslieden Utrecht",
            straat: "Voorbeeldplein 4",
            plaats: "Utrecht",
            telefoonnummer: expect.stringMatching(/^\+31/),
            mailadres: expect.stringMatching(/@example\.org$/),
            openingstijden: {
              binnenlopen: expect.arrayContaining([{ dag: "maandag", van: "09:00:00", tot: "12:00:00" }]),
              bellen: expect.any(Array),
              opAfspraak: expect.any(Array),
            },
            sluitingsdagen: expect.any(Array),
            rolstoeltoegankelijk: true,
            talen: expect.arrayContaining(["nl", "tr"]),
            beltTerug: true,
          },
        ],
      },
    ]),
  });
});

test("the name of a municipality in our addresses and its CBS code lead to the same help", async () => {
  const { hulpaanbod: byName } = await listHelp(site, "gemeente=utrecht");
  const { hulpaanbod: byCode } = await listHelp(site, "gemeente=GM0344");
  expect(byCode).toEqual(byName);
});

test("help of another municipality is not offered", async () => {
  const body: unknown = await (await get(site, "/hulpaanbod?gemeente=deurne")).json();
  const { hulpaanbod } = z.object({ hulpaanbod: z.array(z.object({ gebied: z.string() })) }).parse(body);
  expect(new Set(hulpaanbod.map(({ gebied }) => gebied))).toEqual(new Set(["GM0762", "NL"]));
});

test("following the next page until there is none shows everything once", async () => {
  const seen: string[] = [];
  const next: { url: string | null } = { url: "http://localhost/api/v1/hulpaanbod?gemeente=utrecht" };
  while (next.url !== null) {
    const { pathname, search } = new URL(next.url);
    expect(pathname).toBe("/api/v1/hulpaanbod");
    const { hulpaanbod, volgende } = await listHelp(site, search.slice(1));
    seen.push(...hulpaanbod.map(({ id }) => id));
    next.url = volgende;
  }
  const { rows } = await site.database.admin.query(
    "select id from service where municipality_id in ('GM0344', 'NL') and not for_professionals",
  );
  expect(seen).toHaveLength(new Set(seen).size);
  expect(new Set(seen)).toEqual(new Set(rows.map(({ id }) => id)));
});

test("a search in everyday words finds the same first as the pages do", async () => {
  const { hulpaanbod } = await listHelp(site, "gemeente=utrecht&zoek=huurschuld");
  expect(hulpaanbod.length).toBeGreaterThan(0);
  const page = await (await site.app.request("/utrecht/hulp?zoek=huurschuld")).text();
  expect(page).toContain(hulpaanbod[0]?.id);
});

test("a search that finds nothing says so, and offers nothing instead", async () => {
  expect(await listHelp(site, "gemeente=utrecht&zoek=xyzzyplugh")).toEqual({ hulpaanbod: [], volgende: null });
});

test("help for a life event is help for that life event", async () => {
  const body: unknown = await (await get(site, "/hulpaanbod?gemeente=utrecht&thema=schulden")).json();
  const { hulpaanbod } = z.object({ hulpaanbod: z.array(z.object({ themas: z.array(z.string()) })) }).parse(body);
  expect(hulpaanbod.length).toBeGreaterThan(0);
  expect(hulpaanbod.every(({ themas }) => themas.includes("schulden"))).toBe(true);
});

test("one piece of help can be asked for by its id", async () => {
  const { hulpaanbod } = await listHelp(site, "gemeente=utrecht");
  const answer = await get(site, `/hulpaanbod/${hulpaanbod[0]?.id}?gemeente=utrecht`);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ id: hulpaanbod[0]?.id, naam: hulpaanbod[0]?.naam });
});

test("help of Utrecht is not there for whoever asks in Deurne", async () => {
  const { hulpaanbod } = await listHelp(site, "gemeente=utrecht");
  const elsewhere = await get(site, `/hulpaanbod/${hulpaanbod[0]?.id}?gemeente=deurne`);
  const nowhere = await get(site, `/hulpaanbod/${crypto.randomUUID()}?gemeente=deurne`);
  expect(await problemOf(elsewhere)).toEqual(await problemOf(nowhere));
  expect(elsewhere.status).toBe(404);
});

test.each(["nergenshuizen", "GM9999", "NL", "nederland", "Utrecht", "../utrecht", "'; drop table service; --"])(
  "the municipality %s is not there",
  async (municipality) => {
    const query = new URLSearchParams({ gemeente: municipality });
    for (const path of [`/hulpaanbod?${query}`, `/hulpaanbod/${crypto.randomUUID()}?${query}`]) {
      const problem = await problemOf(await get(site, path));
      expect(problem).toMatchObject({ status: 404, detail: expect.stringContaining("gemeente") });
    }
  },
);

test.each([
  ["", ["gemeente ontbreekt"]],
  ["gemeente=", ["gemeente buitenGrenzen"]],
  ["gemeente=utrecht&gemeente=deurne", ["gemeente verkeerdeSoort"]],
  ["gemeente=utrecht&thema=geldzorgen", ["thema geenKeuze"]],
  [`gemeente=utrecht&zoek=${"a".repeat(61)}`, ["zoek buitenGrenzen"]],
  ["gemeente=utrecht&pagina=twee", ["pagina verkeerdeSoort"]],
  ["gemeente=utrecht&pagina=0", ["pagina buitenGrenzen"]],
  ["gemeente=utrecht&pagina=501", ["pagina buitenGrenzen"]],
  ["gemeente=utrecht&pagina=1.5", ["pagina verkeerdeSoort"]],
  ["gemeente=utrecht&page=2", ["page onbekend"]],
  ["thema=x&pagina=x&zoeken=x", ["gemeente ontbreekt", "thema geenKeuze", "pagina verkeerdeSoort", "zoeken onbekend"]],
])("searching with ?%s is refused with every fault in it", async (query, faults) => {
  const answer = await get(site, `/hulpaanbod?${query}`);
  expect(answer.status).toBe(400);
  expect(await faultsOf(answer)).toEqual(faults);
});

test("faults in the path and in the query come together", async () => {
  const answer = await get(site, "/hulpaanbod/eerste");
  expect(answer.status).toBe(400);
  expect(await faultsOf(answer)).toEqual(["gemeente ontbreekt", "id verkeerdeVorm"]);
});

test("signs that no database stores are left out of a search", async () => {
  expect((await get(site, "/hulpaanbod?gemeente=utrecht&zoek=huur%00schuld")).status).toBe(200);
  expect((await get(site, "/hulpaanbod?gemeente=utrecht&zoek=%00")).status).toBe(200);
});
