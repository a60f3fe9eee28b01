import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../tests/support/database.ts";
import { type Ctx, inTransaction } from "../../kernel/context.ts";
import { permit } from "../access/index.ts";
import { aTown, type Town } from "../contact/make.ts";
import { takePromise } from "../promises/index.ts";
import {
  addEntry,
  type CaseChoice,
  closeCase,
  exportCases,
  listChosenCases,
  listFirstWords,
  openCase,
  type Resident,
  readSearch,
  searchCases,
} from "./index.ts";
import { aResident } from "./make.ts";

const database = testDatabase();

const opened = (
  there: Town,
  over: Partial<Resident> = {},
  theme = "wonen",
  team: keyof Town["teams"] = "raadslieden",
) =>
  inTransaction(there.team(team), (ctx) =>
    openCase(ctx, { teamId: there.teams[team].id, theme, channel: "resident", resident: aResident(over) }),
  );
const close = (ctx: Ctx, caseId: string) =>
  inTransaction(ctx, async (ctx) => {
    const leave = await permit(ctx, "case.write", caseId);
    if (leave !== undefined) await closeCase(ctx, leave, "answered");
  });
const choice = (over: Partial<CaseChoice> = {}): CaseChoice => ({
  status: "open",
  theme: undefined,
  mine: false,
  order: "asked",
  descending: true,
  themes: ["schulden", "wonen", "werk"],
  ...over,
});
const listed = async (ctx: Ctx, over: Partial<CaseChoice> = {}, part = { page: 1, perPage: 50 }) => {
  const { lines, chosen } = await listChosenCases(ctx, choice(over), part);
  return { names: lines.map(({ resident }) => resident.name), chosen };
};
const searched = async (ctx: Ctx, typed: string): Promise<string[]> => {
  const search = readSearch(typed);
  if (search.by === "nothing") throw new Error(`Nothing to look for: ${search.problem}.`);
  return (await searchCases(ctx, search)).lines.map(({ resident }) => resident.name);
};
const eventsOf = async (there: Town, name: string) =>
  (
    await database.admin.query(
      "select facts, actor_person_id as by from event where municipality_id = $1 and name = $2 order by id",
      [there.municipality.id, name],
    )
  ).rows;

describe("a list of cases", () => {
  test("is put in order of when it was asked, of theme as the reader says it, or of name", async () => {
    const there = await aTown(database.db);
    for (const [name, theme] of [
      ["Öztürk", "werk"],
      ["", "schulden"],
      ["de Vries", "wonen"],
      ["Abdi", "schulden"],
      ["Zwart", "werk"],
    ] as const) {
      await opened(there, { name }, theme);
      there.later({ minutes: 1 });
    }
    const elif = there.helper("elif");
    const names = async (over: Partial<CaseChoice>) => (await listed(elif, over)).names;
    expect(await names({})).toEqual(["Zwart", "Abdi", "de Vries", "", "Öztürk"]);
    expect(await names({ descending: false })).toEqual(["Öztürk", "", "de Vries", "Abdi", "Zwart"]);
    expect(await names({ order: "name", descending: false })).toEqual(["Abdi", "de Vries", "Öztürk", "Zwart", ""]);
    expect(await names({ order: "name" })).toEqual(["Zwart", "Öztürk", "de Vries", "Abdi", ""]);
    expect(await names({ order: "theme", descending: false })).toEqual(["Abdi", "", "de Vries", "Zwart", "Öztürk"]);
    expect(await names({ order: "theme" })).toEqual(["Zwart", "Öztürk", "de Vries", "Abdi", ""]);
  });

  test("holds what was chosen, says how many that are, and comes a page at a time", async () => {
    const there = await aTown(database.db);
    for (const name of ["Een", "Twee", "Drie"]) {
      await opened(there, { name });
      there.later({ minutes: 1 });
    }
    await opened(there, { name: "Werk" }, "werk");
    const closed = await opened(there, { name: "Klaar" });
    await close(there.helper("elif"), closed.file.id);
    const elif = there.helper("elif");
    expect(await listed(elif, { theme: "wonen" })).toEqual({ names: ["Drie", "Twee", "Een"], chosen: 3 });
    expect(await listed(elif, { theme: "wonen" }, { page: 2, perPage: 2 })).toEqual({ names: ["Een"], chosen: 3 });
    expect(await listed(elif, { status: "closed" })).toEqual({ names: ["Klaar"], chosen: 1 });
    expect(await listed(elif, { theme: "boete" })).toEqual({ names: [], chosen: 0 });
  });

  test("of what I have taken holds nobody else's", async () => {
    const there = await aTown(database.db);
    const mine = await there.ask({ name: "Van Elif" });
    const theirs = await there.ask({ name: "Van Marijke" });
    await there.ask({ name: "Van niemand" });
    await takePromise(there.helper("elif"), mine.promise.id);
    await takePromise(there.helper("marijke"), theirs.promise.id);
    expect(await listed(there.helper("elif"), { mine: true })).toEqual({ names: ["Van Elif"], chosen: 1 });
    expect(await listed(there.helper("jeroen"), { mine: true })).toEqual({ names: [], chosen: 0 });
    expect((await listed(there.helper("elif"))).chosen).toBe(3);
  });

  test("of another team, of a visitor and of the system shows nothing", async () => {
    const there = await aTown(database.db);
    await opened(there);
    for (const ctx of [there.helper("bram"), there.visitor(), there.team("raadslieden")])
      expect(await listed(ctx)).toEqual({ names: [], chosen: 0 });
  });
});

describe("a list that is taken along", () => {
  test("is the list that was chosen, and that it left is written down without a name", async () => {
    const there = await aTown(database.db);
    await opened(there, { name: "Twee" });
    await opened(there, { name: "Werk" }, "werk");
    const lines = await exportCases(there.helper("elif"), choice({ theme: "werk" }));
    expect(lines.map(({ resident }) => resident.name)).toEqual(["Werk"]);
    expect(await eventsOf(there, "casework.listExported")).toEqual([
      {
        facts: {
          status: "open",
          theme: "werk",
          mine: false,
          rows: 1,
          subjects: lines.map(({ file }) => file.eventRef),
        },
        by: there.people.elif,
      },
    ]);
  });

  test("of another team is empty, and of whoever is not at work leaves no trace either", async () => {
    const there = await aTown(database.db);
    await opened(there);
    expect(await exportCases(there.helper("bram"), choice())).toEqual([]);
    expect(await exportCases(there.visitor(), choice())).toEqual([]);
    expect((await eventsOf(there, "casework.listExported")).map(({ facts }) => facts.rows)).toEqual([0]);
  });
});

describe("finding somebody back", () => {
  test("by a part of the name, without capitals and accents, on either side", async () => {
    const there = await aTown(database.db);
    for (const name of [
      "Elif Yıldırım",
      "José Núñez",
      "Zoë van 't Hart",
      "Łukasz Großmann",
      "ИВАНОВА",
      "فَاطِمَة الزهراء",
      "100% Percent",
      "",
    ])
      await opened(there, { name });
    const elif = there.helper("elif");
    for (const [typed, name] of [
      ["yildirim", "Elif Yıldırım"],
      ["YILDIRIM elif", "Elif Yıldırım"],
      ["Yıldı", "Elif Yıldırım"],
      ["jose nunez", "José Núñez"],
      ["NÚÑ", "José Núñez"],
      ["zoe", "Zoë van 't Hart"],
      ["van ’t hart", "Zoë van 't Hart"],
      ["lukasz grossmann", "Łukasz Großmann"],
      ["иванова", "ИВАНОВА"],
      ["فاطمة", "فَاطِمَة الزهراء"],
      ["100%", "100% Percent"],
    ] as const)
      expect(await searched(elif, typed), typed).toEqual([name]);
    for (const typed of ["jansen", "y%m", "jos_", "j.s", "elif nunez"]) expect(await searched(elif, typed)).toEqual([]);
  });

  test("by the number, however it is typed, and by its last four digits", async () => {
    const there = await aTown(database.db);
    await opened(there, { name: "Mobiel", phone: "+31612345678" });
    await opened(there, { name: "Vlaams", phone: "+32470123456" });
    const elif = there.helper("elif");
    for (const typed of ["06 12 34 56 78", "0031612345678", "+31 6 12345678", "5678", "06-12345678"])
      expect(await searched(elif, typed), typed).toEqual(["Mobiel"]);
    for (const typed of ["0032 470 12 34 56", "+32470123456", "3456"])
      expect(await searched(elif, typed), typed).toEqual(["Vlaams"]);
    expect(await searched(elif, "9999")).toEqual([]);
  });

  test("finds open and closed, open ones first, newest on top", async () => {
    const there = await aTown(database.db);
    const ids = [];
    for (const name of ["Ali 1", "Ali 2", "Ali 3"]) {
      ids.push((await opened(there, { name })).file.id);
      there.later({ minutes: 1 });
    }
    await close(there.helper("elif"), ids[2] ?? "");
    expect(await searched(there.helper("elif"), "ali")).toEqual(["Ali 2", "Ali 1", "Ali 3"]);
  });

  test("finds nobody of another team or municipality, and nobody for whoever is not at work", async () => {
    const there = await aTown(database.db);
    const elsewhere = await aTown(database.db);
    await opened(there, { name: "Alleen ons team", phone: "+31612345678" });
    const others = [there.helper("bram"), there.visitor(), there.team("raadslieden"), elsewhere.helper("elif")];
    for (const ctx of others)
      for (const typed of ["alleen", "0612345678", "5678"]) expect(await searched(ctx, typed)).toEqual([]);
    const elif = there.helper("elif");
    if (elif.actor.kind !== "person") throw new Error("Elif is a person.");
    // Whoever claims a team in another municipality still sees only that municipality.
    expect(await searched({ ...elif, municipalityId: elsewhere.municipality.id }, "alleen")).toEqual([]);
  });

  test("stops at fifty, and is written down without what was looked for", async () => {
    const there = await aTown(database.db);
    for (const number of Array.from({ length: 51 }).keys()) await opened(there, { name: `Ali ${number}` });
    const found = await searchCases(there.helper("elif"), { by: "name", words: ["ali"] });
    expect([found.lines.length, found.more]).toEqual([50, true]);
    expect(await eventsOf(there, "casework.searched")).toEqual([
      {
        facts: { by: "name", found: 50, subjects: found.lines.map(({ file }) => file.eventRef) },
        by: there.people.elif,
      },
    ]);
  });
});

describe("the first words of a resident", () => {
  test("are those they wrote first, for my own teams only", async () => {
    const there = await aTown(database.db);
    const word = async (caseId: string, kind: "note" | "resident-word", text: string) => {
      await inTransaction(there.team("raadslieden"), async (ctx) => {
        const leave = await permit(ctx, "case.write", caseId);
        if (leave !== undefined) await addEntry(ctx, leave, kind, text);
      });
      there.later({ minutes: 1 });
    };
    const [first, second] = [(await opened(there)).file.id, (await opened(there)).file.id];
    await word(first, "note", "Van het team.");
    await word(first, "resident-word", "Ik kreeg\neen brief.");
    await word(first, "resident-word", "En nog een.");
    await word(second, "note", "Alleen een notitie.");
    expect(await listFirstWords(there.helper("elif"), [first, second])).toEqual(
      new Map([[first, "Ik kreeg een brief."]]),
    );
    expect(await listFirstWords(there.helper("elif"), [])).toEqual(new Map());
    for (const ctx of [there.helper("bram"), there.visitor(), there.team("raadslieden")])
      expect(await listFirstWords(ctx, [first, second])).toEqual(new Map());
  });
});
