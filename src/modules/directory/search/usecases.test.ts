import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { entriesById, ndcg, readGolden } from "../../../../bench/golden.ts";
import { loadExampleWorld } from "../../../../example/load.ts";
import { readExample } from "../../../../example/read.ts";
import { testDatabase } from "../../../../tests/support/database.ts";
import { rounds } from "../../../../tests/support/rounds.ts";
import { type Ctx, inTransaction } from "../../../kernel/context.ts";
import { aTown, dutch } from "../../contact/make.ts";
import { addService, completions, findHelp, reindex, type Service } from "../index.ts";
import { aService, aServicePoint, servedBy } from "../make.ts";

const database = testDatabase();
const now = dutch("2026-11-24T10:00");
const entries = entriesById(readExample());

beforeAll(() => loadExampleWorld(database.db, now, "a secret of no installation", { callbacks: false }));

const here = (municipalityId: string): Ctx => ({
  db: database.db,
  now,
  actor: { kind: "visitor" },
  municipalityId,
});
type Given = { municipality?: string; themes?: string[]; forProfessionals?: boolean; perPage?: number };
async function found(words: string, given: Given = {}): Promise<string[]> {
  const { municipality = "GM0344", themes = [], forProfessionals = false, perPage = 100 } = given;
  const asked = { chain: [municipality, "NL"], themes, words, forProfessionals, page: 1, perPage };
  return (await findHelp(here(municipality), asked)).services.map(({ id }) => entries.get(id) ?? id);
}

describe("what people type", () => {
  test.each([
    ["sociaal raadslieden", "voorbeeld-sociaal-raadslieden-utrecht"],
    ["bezwaar", "voorbeeld-sociaal-raadslieden-utrecht"],
    ["huurachterstand", "voorbeeld-sociaal-raadslieden-utrecht"],
    ["uitkering", "voorbeeld-sociaal-raadslieden-utrecht"],
    ["echtscheiding", "nl-01"],
  ])("%s leads to who helps with it, whatever they are called", async (words, entry) => {
    expect((await found(words)).slice(0, 3)).toContain(entry);
  });

  test.each([
    ["SchuldHulpMaatje", "nl-18"],
    ["buurtteam", "utrecht-03"],
    ["MEE", "nl-27"],
    ["het juridisch loket", "nl-01"],
    ["Woonbond", "nl-16"],
  ])("a name leads to whoever is called that first: %s", async (words, entry) => {
    expect((await found(words))[0]).toBe(entry);
  });

  test("a page of the country about a kind of help comes after everybody near who is that", async () => {
    const [first, second, ...others] = await found("ik moet mijn toeslag terugbetalen");
    expect([first, second].sort()).toEqual(["utrecht-01", "voorbeeld-sociaal-raadslieden-utrecht"]);
    expect(others).toContain("nl-05");
  });

  test("where nobody near is that, the page of the country about it comes before who helps with it less", async () => {
    expect((await found("ik moet mijn toeslag terugbetalen", { municipality: "GM1911" }))[0]).toBe("nl-05");
  });

  test("a desk whose name tells nothing is found by what it does", async () => {
    const list = await found("ik weet niet waar ik moet beginnen, alles komt tegelijk", { municipality: "GM0796" });
    expect(list.slice(0, 3)).toContain("shertogenbosch-03");
  });

  test("who works along with an organisation is not found under its name", async () => {
    const list = await found("het juridisch loket", { municipality: "GM1911" });
    expect(list[0]).toBe("nl-01");
    expect(list.indexOf("hollands-kroon-02")).toBeGreaterThan(0);
  });

  test("inflection, one word or two, and a mistake make no difference to who comes first", async () => {
    for (const [one, other] of [
      ["huurtoeslag", "huur toeslag"],
      ["ontslag", "ontslagen"],
      ["bezwaar", "beswaar"],
      ["belastingaangifte", "belastingaangiffte"],
      ["scheiding", "scheiden"],
    ] as const)
      expect((await found(other))[0], other).toBe((await found(one))[0]);
  });

  test("a whole story leads to the same help as its word", async () => {
    const story =
      "Goedemorgen, ik ben mijn baan kwijt en nu kan ik de huur al drie maanden niet meer betalen. Wat moet ik?";
    expect((await found(story)).slice(0, 5)).toContain("voorbeeld-sociaal-raadslieden-utrecht");
  });

  test("only words that say little still find somebody; words that nobody knows find nothing", async () => {
    for (const words of ["wie kan mij helpen", "hulp", "ik heb een vraag"])
      expect((await found(words)).length, words).toBeGreaterThan(0);
    for (const words of ["xyzzyplugh", "", "😀", "de het een"]) expect(await found(words), words).toEqual([]);
  });

  test("what is for professionals is only found by who says to be one", async () => {
    const municipality = "GM0855";
    expect(await found("Sociaal Meldpunt Tilburg", { municipality })).not.toContain("tilburg-05");
    expect((await found("Sociaal Meldpunt Tilburg", { municipality, forProfessionals: true }))[0]).toBe("tilburg-05");
  });

  test("with the municipality as the other party, what is independent comes before what is equally good", async () => {
    const list = await found("bezwaar tegen de gemeente over mijn bijstand", { municipality: "GM0855" });
    expect(list[0]).toBe("nl-01");
    // Of the municipality itself, and named after objections.
    expect(list.indexOf("tilburg-01")).toBeGreaterThan(list.indexOf("voorbeeld-rechtswinkel-tilburg"));
  });

  test("a story as long as may be told is searched with, in any script and without a space", async () => {
    const stories = [
      "ik heb schulden en de huur is te hoog ".repeat(106),
      Array.from({ length: 500 }, (_, at) => `woord${at}`).join(" "),
      "أنا أحتاج إلى مساعدة ".repeat(190),
      "😀x".repeat(1_300),
      "a".repeat(4_000),
    ];
    for (const story of stories) expect(Array.isArray(await found(story)), story.slice(0, 20)).toBe(true);
  });

  test("no characters break the search", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 60 }), async (words) => {
        expect(Array.isArray(await found(words))).toBe(true);
      }),
      rounds(24, 60),
    );
  });
});

describe("what decides the order", () => {
  const named = (municipalityId: string, nl: string, over: Partial<Service> = {}) =>
    aService({
      municipalityId,
      name: { nl },
      sentence: { nl: "" },
      themes: ["iets-anders"],
      website: "https://example.org",
      ...over,
    });

  async function ordered(words: string, make: (municipalityId: string) => Service[]): Promise<string[]> {
    const there = await aTown(database.db);
    const { id } = there.municipality;
    await inTransaction({ ...there.visitor(), actor: { kind: "system", purpose: "example" } }, async (ctx) => {
      for (const service of make(id))
        await addService(ctx, { ...service, organisation: servedBy(there.teams.raadslieden.organisation) });
    });
    const { services } = await findHelp(there.visitor(), { chain: [id], words, page: 1, perPage: 100 });
    return services.map(({ name }) => name.nl);
  }

  test("a theme brings forward and leaves nobody out", async () => {
    const names = await ordered("parkeerschuld", (id) => [
      named(id, "Hulp bij parkeerschuld"),
      named(id, "Spreekuur met het onderwerp", { themes: ["schulden"] }),
      named(id, "Parkeerschuld en meer", { themes: ["schulden"] }),
    ]);
    expect(names[0]).toBe("Parkeerschuld en meer");
    // The raadslieden of the town help with debts as well.
    expect(names).toEqual(expect.arrayContaining(["Hulp bij parkeerschuld", "Spreekuur met het onderwerp"]));
  });

  test("a word in the name counts for more than in the sentence, and in a detail for least", async () => {
    const names = await ordered("zweefvliegen", (id) => [
      named(id, "in een detail", { result: { nl: "Zweefvliegen" } }),
      named(id, "in de zin", { sentence: { nl: "Wij helpen bij zweefvliegen." } }),
      named(id, "Zweefvliegen"),
    ]);
    expect(names).toEqual(["Zweefvliegen", "in de zin", "in een detail"]);
  });

  test("whoever has more of the words never comes after who has fewer of them in the same places", async () => {
    const words = ["zweefvliegen", "parachute", "luchtballon", "vlieger"];
    const names = await ordered(words.join(" "), (id) =>
      words.map((_, at) => named(id, words.slice(0, at + 1).join(" "), { cost: "free" })),
    );
    expect(names).toEqual(words.map((_, at) => words.slice(0, at + 1).join(" ")).reverse());
  });

  test("of what fits equally: who can be reached, who calls back, what is free and what was checked within a year", async () => {
    const nowhere = { phone: null, mail: null, place: { name: "Voorbeeld", street: "", town: "Voorbeeldstad" } };
    const names = await ordered("zweefvliegen", (id) => [
      named(id, "zweefvliegen B", { website: null, cost: "unknown" }),
      named(id, "zweefvliegen C", { cost: "unknown", checkedOn: "2025-01-01" }),
      named(id, "zweefvliegen D", { cost: "unknown", checkedOn: "2026-11-01" }),
      named(id, "zweefvliegen E", { cost: "free", checkedOn: "2026-11-01" }),
      named(id, "zweefvliegen F", { cost: "unknown", website: null, points: [aServicePoint(nowhere)] }),
    ]);
    expect(names.slice(0, 3)).toEqual(["zweefvliegen E", "zweefvliegen D", "zweefvliegen C"]);
  });
});

describe("what somebody may be about to type", () => {
  const complete = (typed: string) => completions(here("GM0344"), { chain: ["GM0344", "NL"], typed });

  test("is what people say and what is called so here, in Dutch, a few at a time", async () => {
    expect(await complete("huurach")).toContain("huurachterstand");
    expect(await complete("sociaal raads")).toContain("Sociaal raadslieden");
    expect(await complete("Slachtofferh")).toContain("Slachtofferhulp Nederland");
    expect(await complete("raadsl")).not.toEqual([]);
    for (const typed of ["s", "", " ", "xyzzy", "'; drop", "%"]) expect(await complete(typed), typed).toEqual([]);
    for (const typed of ["sc", "hu", "be"]) {
      const found = await complete(typed);
      expect(found.length).toBeLessThanOrEqual(8);
      expect(new Set(found).size).toBe(found.length);
    }
  });
});

describe("what somebody may be about to type", () => {
  test("never names what was withdrawn, nor what only professionals may ask for", async () => {
    const town = await aTown(database.db);
    const municipalityId = town.municipality.id;
    const called = (nl: string, over: Partial<Service> = {}) =>
      aService({
        municipalityId,
        organisation: servedBy(town.teams.raadslieden.organisation),
        name: { nl },
        ...over,
      });
    await inTransaction({ ...town.visitor(), actor: { kind: "system", purpose: "example" } }, async (ctx) => {
      await addService(ctx, called("Zuidwal open"));
      await addService(ctx, called("Zuidwal weg", { withdrawn: true }));
      await addService(ctx, called("Zuidwal collega's", { forProfessionals: true }));
    });
    expect(await completions(town.visitor(), { chain: [municipalityId, "NL"], typed: "zuidwal" })).toEqual([
      "Zuidwal open",
    ]);
  });
});

describe("the index", () => {
  test("is made anew once when it was made with other content, and finds the same as before", async () => {
    const { admin } = database;
    const ofExample = [...entries.keys()];
    const vectors = async () =>
      (await admin.query("select id, search::text from service where id = any($1) order by id", [ofExample])).rows;
    const before = await vectors();
    await admin.query("update service set search = ''; update search_index set version = 'an older one'");
    const ctx = here("NL");
    const { rows } = await admin.query("select count(*)::int as all_of from service");
    const counts = await Promise.all([reindex(ctx), reindex(ctx)]);
    expect(counts.filter((count) => count !== undefined)).toEqual([rows[0].all_of]);
    expect(await vectors()).toEqual(before);
    expect(await reindex(ctx)).toBeUndefined();
  });
});

describe("the golden set", () => {
  // A little under what it is: a change of content may cost one question something, and must not cost many.
  test.each([
    ["tuned", 0.93],
    ["tuned-more", 0.925],
    ["fresh", 0.89],
    ["fresh-more", 0.77],
  ] as const)(
    "the questions of %s stay answered as well as they were, and nothing is never the answer",
    async (set, least) => {
      const lists = await Promise.all(
        readGolden(set).map(async (question) => {
          const { municipality, query, who } = question;
          const ids = await found(query, { municipality, forProfessionals: who === "helper", perPage: 5 });
          return { question, ids };
        }),
      );
      expect(lists.filter(({ ids }) => ids.length === 0).map(({ question }) => question.query)).toEqual([]);
      const good = lists.reduce((sum, { question, ids }) => sum + ndcg(question, ids), 0) / lists.length;
      expect(good).toBeGreaterThan(least);
    },
  );
});
