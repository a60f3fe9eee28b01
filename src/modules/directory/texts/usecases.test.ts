import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { loadExampleWorld } from "../../../../example/load.ts";
import { personId } from "../../../../example/places.ts";
import { testDatabase } from "../../../../tests/support/database.ts";
import { as, type Ctx, inTransaction } from "../../../kernel/context.ts";
import { idFor } from "../../../kernel/id.ts";
import { addMunicipality } from "../../access/index.ts";
import { aMunicipality } from "../../access/make.ts";
import { dutch } from "../../contact/make.ts";
import { valuesOf } from "../words.ts";
import {
  addLocalText,
  changeLocalText,
  keepsLocalTexts,
  listLocalThemes,
  moveLocalText,
  openLocalTheme,
  readTheme,
  undoLocalText,
} from "./usecases.ts";

const database = testDatabase();
const now = dutch("2026-11-24T10:00");
const [utrecht, wijk, region] = ["GM0344", "GM0352", "RG9901"];
const chain = [utrecht, region, "NL"];

beforeAll(() => loadExampleWorld(database.db, now, "a secret of no installation", { callbacks: false }));
beforeEach(() => database.admin.query("delete from theme_text where theme <> 'schulden'"));

const visitor = (municipalityId = utrecht): Ctx => ({
  db: database.db,
  now,
  actor: { kind: "visitor" },
  municipalityId,
});
const editor = (person: string, organisation: string, municipalityId = utrecht, role = "directory-editor"): Ctx => ({
  ...visitor(municipalityId),
  actor: {
    kind: "person",
    personId: personId(person),
    teamIds: [],
    duties: [{ role, teamId: idFor("team:somewhere"), organisationId: idFor(`organisation:${organisation}`) }],
  },
});
const stefan = (municipalityId = utrecht) => editor("stefan-molenaar", "gemeente-utrecht", municipalityId);
/** A second pair of eyes at the same municipality. */
const anouk = () => editor("anouk-driessen", "gemeente-utrecht");
const marit = () => editor("marit-kuiper", "samenwerking-regio-utrecht", region);

const here = { theme: "wonen", paragraph: "wat-nu" };
const write = (ctx: Ctx, nl: string, over: { version?: number; en?: string; reason?: string } = {}, where = here) =>
  changeLocalText(ctx, where, {
    version: over.version ?? 0,
    reason: over.reason ?? "Anders in de stad.",
    typed: { nl, en: over.en ?? "", state: "" },
  });
const shown = async (slug = "wonen", of = chain, language: "nl" | "en" = "nl") =>
  (await readTheme(visitor(of[0]), slug, { chain: of, language }))?.paragraphs ?? [];
const firstOf = async (of = chain) => (await shown("wonen", of))[0];
const history = async (ctx = stefan()) => (await openLocalTheme(ctx, "wonen", chain))?.revisions ?? [];
/** A text of a paragraph that the national one no longer has. */
const vanish = (nl = "- Uit vroeger tijden.") =>
  inTransaction(as(visitor(), { kind: "system", purpose: "example" }), (ctx) =>
    addLocalText(ctx, { municipalityId: utrecht, theme: "wonen", paragraph: "verdwenen", words: { nl } }),
  );

describe("a text of a municipality", () => {
  test("is read at once where it is written, and nowhere else", async () => {
    expect(await write(stefan(), "- Bel de huurbalie.")).toEqual({ kind: "done", version: 1 });
    expect(await firstOf()).toMatchObject({ markdown: "- Bel de huurbalie.", from: utrecht });
    expect((await firstOf([wijk, region, "NL"]))?.from).toBeUndefined();
  });

  test("of a region is read in each of its municipalities, but where one has a text of its own", async () => {
    expect(await write(marit(), "- Bel de regio.")).toEqual({ kind: "done", version: 1 });
    for (const one of [utrecht, wijk])
      expect(await firstOf([one, region, "NL"])).toMatchObject({ markdown: "- Bel de regio.", from: region });
    await write(stefan(), "- Bel de huurbalie.");
    expect(await firstOf()).toMatchObject({ from: utrecht });
    expect(await firstOf([wijk, region, "NL"])).toMatchObject({ from: region });
    expect((await firstOf(["GM0034", "NL"]))?.from).toBeUndefined();
  });

  test("taken away is empty: the text of the region holds again, and what it said stays in the history", async () => {
    await write(marit(), "- Bel de regio.");
    await write(stefan(), "- Bel de huurbalie.", { en: "- Call." });
    expect(await write(stefan(), "", { version: 1, reason: "Opgeheven." })).toEqual({ kind: "done", version: 2 });
    expect(await firstOf()).toMatchObject({ from: region });
    expect((await history()).map(({ version, reason, by }) => [version, reason, by])).toEqual([
      [2, "Opgeheven.", "Stefan Molenaar"],
      [1, "Anders in de stad.", "Stefan Molenaar"],
    ]);
  });

  test("taking away what was never written is nothing", async () => {
    expect(await write(stefan(), "")).toEqual({ kind: "nothing" });
    expect((await database.admin.query("select from theme_text where theme = 'wonen'")).rowCount).toBe(0);
  });

  test("can stand at the end, where no national paragraph is", async () => {
    await write(stefan(), "- Alleen hier.", {}, { theme: "wonen", paragraph: "eigen" });
    expect((await shown()).at(-1)).toMatchObject({ id: "eigen", title: undefined, from: utrecht });
  });

  test("says what happened in an event, with no word of the text", async () => {
    await write(stefan(), "- Geheim voor het logboek.");
    const { rows } = await database.admin.query(
      "select facts from event where name = 'directory.localTextChanged' order by id desc limit 1",
    );
    expect(rows).toEqual([{ facts: { theme: "wonen", paragraph: "wat-nu", version: 1, fields: ["nl"] } }]);
  });

  test("is too long for the database above four thousand signs, whatever asked for it", async () => {
    await expect(write(stefan(), "x".repeat(4001))).rejects.toMatchObject({ code: "23514" });
    expect(await write(stefan(), "x".repeat(4000))).toMatchObject({ kind: "done" });
  });
});

describe("who may not", () => {
  const others: [who: string, ctx: () => Ctx][] = [
    ["a visitor", visitor],
    ["the editor of an organisation that offers help", () => editor("idris-warsame", "voorbeeld-rechtswinkel-utrecht")],
    ["a policy officer of the municipality", () => editor("anouk-driessen", "gemeente-utrecht", utrecht, "policy")],
    ["the editor of this municipality in another", () => stefan(wijk)],
    ["the editor of this municipality in its region", () => stefan(region)],
    ["the editor of the region in one of its municipalities", () => ({ ...marit(), municipalityId: utrecht })],
    ["the editor of the region in the country", () => ({ ...marit(), municipalityId: "NL" })],
  ];

  test.each(others)("%s sees no page and changes nothing", async (_, ctx) => {
    await write(stefan(), "- Bel de huurbalie.");
    await vanish();
    expect(await keepsLocalTexts(ctx())).toBe(false);
    expect(await listLocalThemes(ctx(), chain)).toBeUndefined();
    expect(await openLocalTheme(ctx(), "wonen", chain)).toBeUndefined();
    expect(await write(ctx(), "- Van mij.", { version: 1 })).toEqual({ kind: "gone" });
    const why = { reason: "Zomaar." };
    const moved = await moveLocalText(ctx(), { ...here, paragraph: "verdwenen" }, { to: "eigen", version: 1, ...why });
    expect(moved).toBe("gone");
    expect(await undoLocalText(ctx(), here, { version: 1, ...why })).toBe("gone");
    expect(await firstOf()).toMatchObject({ markdown: "- Bel de huurbalie." });
  });

  test("nobody writes in a theme or a paragraph that is not there, nor at a version that never was", async () => {
    expect(await write(stefan(), "- X.", {}, { theme: "nergens", paragraph: "wat-nu" })).toEqual({ kind: "gone" });
    expect(await write(stefan(), "- X.", {}, { theme: "wonen", paragraph: "nergens" })).toEqual({ kind: "gone" });
    expect(await write(stefan(), "", {}, { theme: "wonen", paragraph: "nergens" })).toEqual({ kind: "gone" });
    expect(await write(stefan(), "- X.", { version: 3 })).toEqual({ kind: "gone" });
    expect(await openLocalTheme(stefan(), "nergens", chain)).toBeUndefined();
  });
});

describe("two editors at once", () => {
  test("the second hears what the first wrote, and nothing is stored of theirs", async () => {
    await write(stefan(), "- Bel de huurbalie.");
    await write(stefan(), "- Bel de huurbalie voor tien uur.", { version: 1, reason: "Nieuwe tijden." });
    const came = await write(anouk(), "- Mail de huurbalie.", { version: 1 });
    if (came.kind !== "meanwhile") throw new Error(`It was ${came.kind}.`);
    expect(came.words.nl).toBe("- Mail de huurbalie.");
    expect(came.theirs.nl).toBe("- Bel de huurbalie voor tien uur.");
    expect(came.conflicts.map(({ field }) => field)).toEqual(["nl"]);
    expect(came.revisions).toMatchObject([{ by: "Stefan Molenaar", reason: "Nieuwe tijden." }]);
    expect(await firstOf()).toMatchObject({ markdown: "- Bel de huurbalie voor tien uur." });
    // Who looked at it and saves once more, stores what they see.
    expect(await write(anouk(), came.words.nl, { version: came.version })).toEqual({ kind: "done", version: 3 });
    expect(await firstOf()).toMatchObject({ markdown: "- Mail de huurbalie." });
  });

  test("one translates while the other writes: what each did is in what the second sees", async () => {
    await write(stefan(), "- Bel de huurbalie.");
    await write(stefan(), "- Bel de huurbalie.", { version: 1, en: "- Call the desk." });
    const came = await write(anouk(), "- Mail de huurbalie.", { version: 1 });
    expect(came).toMatchObject({ kind: "meanwhile", conflicts: [] });
    if (came.kind === "meanwhile") expect(valuesOf(came.words)).toMatchObject({ en: "- Call the desk." });
  });

  test("at the very same moment: one text, one history, and the other hears it", async () => {
    for (const version of [0, 1]) {
      const came = await Promise.all(
        [stefan(), anouk(), stefan(), anouk()].map((ctx, at) => write(ctx, `- Poging ${version}.${at}.`, { version })),
      );
      expect(came.map(({ kind }) => kind).sort()).toEqual(["done", "meanwhile", "meanwhile", "meanwhile"]);
    }
    expect((await history()).map(({ version }) => version)).toEqual([2, 1]);
  });

  test("the same form sent twice is kept once", async () => {
    expect(await write(stefan(), "- Bel de huurbalie.")).toEqual({ kind: "done", version: 1 });
    expect(await write(stefan(), "- Bel de huurbalie.")).toEqual({ kind: "nothing" });
    expect(await history()).toHaveLength(1);
  });

  test("in two paragraphs do not meet", async () => {
    const next = { theme: "wonen", paragraph: "wat-straks" };
    expect(await write(stefan(), "- Nu.")).toMatchObject({ kind: "done" });
    expect(await write(anouk(), "- Straks.", {}, next)).toMatchObject({ kind: "done" });
  });
});

describe("a text whose paragraph vanished", () => {
  const from = { theme: "wonen", paragraph: "verdwenen" };
  const move = (to: string, version = 1) => moveLocalText(stefan(), from, { to, version, reason: "Heet nu anders." });

  test("is shown to nobody, and kept for its editor", async () => {
    await vanish();
    expect((await shown()).map(({ id }) => id)).not.toContain("verdwenen");
    const kept = await openLocalTheme(stefan(), "wonen", chain);
    expect(kept?.vanished).toMatchObject([{ paragraph: "verdwenen", words: { nl: "- Uit vroeger tijden." } }]);
    const listed = (await listLocalThemes(stefan(), chain))?.find(({ slug }) => slug === "wonen");
    expect(listed?.vanished).toHaveLength(1);
  });

  test("moves to a paragraph that is there, where it is read, and is gone from where it was", async () => {
    await vanish();
    expect(await move("wat-nu")).toBe("done");
    expect(await firstOf()).toMatchObject({ markdown: "- Uit vroeger tijden.", from: utrecht });
    expect((await openLocalTheme(stefan(), "wonen", chain))?.vanished).toEqual([]);
    expect((await history()).map(({ paragraph }) => paragraph).sort()).toEqual(["verdwenen", "wat-nu"]);
    // The same form once more.
    expect(await move("wat-nu")).toBe("changedSince");
  });

  test("moves over no text that is there, to no paragraph that is not, and not when it was changed since", async () => {
    await vanish();
    await write(stefan(), "- Bel de huurbalie.");
    expect([await move("wat-nu"), await move("nergens"), await move("wat-straks", 2)]).toEqual([
      "taken",
      "gone",
      "gone",
    ]);
    expect((await openLocalTheme(stefan(), "wonen", chain))?.vanished).toHaveLength(1);
    await write(stefan(), "", { version: 1 }, from);
    expect(await move("wat-straks")).toBe("changedSince");
  });

  test("is moved once when two move it at the same moment", async () => {
    await vanish();
    const came = await Promise.all([move("wat-nu"), move("wat-straks"), move("eigen")]);
    expect(came.filter((one) => one === "done")).toHaveLength(1);
    expect((await shown()).filter(({ from }) => from === utrecht)).toHaveLength(1);
  });

  test("is taken away, comes back by taking that back, and takes no other words", async () => {
    await vanish();
    expect(await write(stefan(), "- Andere woorden.", { version: 1 }, from)).toEqual({ kind: "gone" });
    expect(await write(stefan(), "", { version: 1 }, from)).toEqual({ kind: "done", version: 2 });
    expect((await openLocalTheme(stefan(), "wonen", chain))?.vanished).toEqual([]);
    expect(await undoLocalText(stefan(), from, { version: 2, reason: "Toch niet." })).toBe("done");
    expect((await openLocalTheme(stefan(), "wonen", chain))?.vanished).toHaveLength(1);
  });
});

describe("taking back", () => {
  const undo = (version: number) => undoLocalText(stefan(), here, { version, reason: "Teruggedraaid." });

  test("brings back what it said, as a change of its own", async () => {
    await write(stefan(), "- Een.");
    await write(stefan(), "- Twee.", { version: 1 });
    expect(await undo(2)).toBe("done");
    expect(await firstOf()).toMatchObject({ markdown: "- Een." });
    expect((await history()).map(({ version }) => version)).toEqual([3, 2, 1]);
  });

  test("of the first writing takes the text away", async () => {
    await write(stefan(), "- Een.");
    expect(await undo(1)).toBe("done");
    expect((await firstOf())?.from).toBeUndefined();
  });

  test("leaves what was changed once more since, and knows no change that never was", async () => {
    await write(stefan(), "- Een.");
    await write(stefan(), "- Twee.", { version: 1 });
    expect([await undo(1), await undo(7), await undo(0)]).toEqual(["changedSince", "gone", "gone"]);
  });
});

describe("fifteen municipalities in one region", () => {
  const towns = Array.from({ length: 15 }, (_, at) => ({ id: `GM90${10 + at}`, slug: `voorbeeldplaats-${at + 1}` }));

  test("each reads its own text or that of the region, in one statement", async () => {
    await inTransaction(as(visitor(), { kind: "system", purpose: "example" }), async (ctx) => {
      await addMunicipality(ctx, aMunicipality({ id: "RG9915", slug: "voorbeeldregio-vijftien", parentId: "NL" }));
      for (const { id, slug } of towns) await addMunicipality(ctx, aMunicipality({ id, slug, parentId: "RG9915" }));
      const tell = (municipalityId: string, paragraph: string, nl: string) =>
        addLocalText(ctx, { municipalityId, theme: "zorg", paragraph, words: { nl } });
      await tell("RG9915", "wat-nu", "- Van de regio.");
      await tell("RG9915", "eigen", "- Samen.");
      // Every second one has words of its own.
      for (const { id } of towns.filter((_, at) => at % 2 === 0)) await tell(id, "wat-nu", `- Van ${id}.`);
    });
    const asked: string[] = [];
    const db = database.db.withPlugin({
      transformQuery: ({ node }) => {
        asked.push(node.kind);
        return node;
      },
      transformResult: ({ result }) => Promise.resolve(result),
    });
    for (const [at, { id }] of towns.entries()) {
      asked.length = 0;
      const read = await readTheme({ ...visitor(id), db }, "zorg", { chain: [id, "RG9915", "NL"], language: "nl" });
      expect(asked.filter((kind) => kind === "SelectQueryNode")).toHaveLength(1);
      const [first] = read?.paragraphs ?? [];
      expect(first).toMatchObject(
        at % 2 === 0 ? { from: id, markdown: `- Van ${id}.` } : { from: "RG9915", markdown: "- Van de regio." },
      );
      expect(read?.paragraphs.at(-1)).toMatchObject({ id: "eigen", from: "RG9915" });
    }
  });
});
