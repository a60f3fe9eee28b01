import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rounds } from "../../../../tests/support/rounds.ts";
import { aTheme } from "../make.ts";
import type { Theme } from "../theme.ts";
import { keptTheme, keptThemes, type LocalText, layOver, ownParagraph } from "./local-text.ts";

const paragraph = (id: string, title: string, markdown: string) => ({ id, title, markdown });
const theme: Theme = aTheme({
  text: {
    nl: {
      title: "Wonen",
      tile: "huur",
      words: [],
      paragraphs: [
        paragraph("wat-nu", "Wat nu", "- Landelijk nu."),
        paragraph("wat-straks", "Wat straks", "- Straks."),
      ],
    },
    en: {
      title: "Housing",
      tile: "rent",
      words: [],
      paragraphs: [
        paragraph("wat-nu", "What now", "- National now."),
        paragraph("wat-straks", "What next", "- Later."),
      ],
    },
  },
});
const chain = ["GM0001", "RG0001", "NL"];
const told = (municipalityId: string, id: string, words: LocalText["words"]): LocalText => ({
  municipalityId,
  theme: "wonen",
  paragraph: id,
  words,
  version: 1,
});
const ofRegion = told("RG0001", "wat-nu", { nl: "- Van de regio." });
const ofTown = told("GM0001", "wat-nu", { nl: "- Van de stad." });
const laid = (texts: LocalText[], language: "nl" | "en" = "nl") => layOver(theme, texts, { chain, language });

describe("a theme as it is read in a municipality", () => {
  test("is the national text where nobody tells anything else", () => {
    expect(laid([]).map(({ id, markdown, from }) => [id, markdown, from])).toEqual([
      ["wat-nu", "- Landelijk nu.", undefined],
      ["wat-straks", "- Straks.", undefined],
    ]);
  });

  test("takes each paragraph from who is nearest: the municipality, then the region, then the country", () => {
    expect(laid([ofRegion])[0]).toMatchObject({ markdown: "- Van de regio.", from: "RG0001", title: "Wat nu" });
    for (const texts of [
      [ofRegion, ofTown],
      [ofTown, ofRegion],
    ])
      expect(laid(texts)[0]).toMatchObject({ markdown: "- Van de stad.", from: "GM0001", title: "Wat nu" });
    expect(laid([ofRegion, ofTown])[1]).toMatchObject({ markdown: "- Straks.", from: undefined });
  });

  test("has nothing of another municipality, and of another region neither", () => {
    expect(laid([told("GM0002", "wat-nu", { nl: "x" }), told("RG0002", "wat-nu", { nl: "x" })])).toEqual(laid([]));
  });

  test("has the text of the region again where the municipality took its own away", () => {
    expect(laid([ofRegion, told("GM0001", "wat-nu", { nl: "" })])[0]).toMatchObject({ from: "RG0001" });
  });

  test("ends with what the place adds of its own, without a title from the country", () => {
    const own = told("RG0001", ownParagraph, { nl: "- Alleen hier." });
    expect(laid([own]).at(-1)).toMatchObject({ id: "eigen", title: undefined, from: "RG0001" });
    expect(laid([own, told("GM0001", ownParagraph, { nl: "- Alleen in de stad." })]).at(-1)).toMatchObject({
      markdown: "- Alleen in de stad.",
    });
    expect(laid([own])).toHaveLength(3);
  });

  test("does not show what belongs to a paragraph that is gone", () => {
    expect(laid([told("GM0001", "verdwenen", { nl: "- Waar ben ik?" })])).toEqual(laid([]));
  });
});

describe("a translation", () => {
  const inEnglish = (words: LocalText["words"]) => laid([told("GM0001", "wat-nu", words)], "en")[0];

  test("that nobody made, or only as a draft, leaves the Dutch in its place and says so", () => {
    expect(inEnglish({ nl: "- Hier." })).toMatchObject({ markdown: "- Hier.", lang: "nl", title: "What now" });
    expect(inEnglish({ nl: "- Hier.", en: "- Perhaps.", states: { en: "draft" } })).toMatchObject({ lang: "nl" });
  });

  test("that is older than the Dutch is shown, and said to be", () => {
    expect(inEnglish({ nl: "- Hier.", en: "- Here." })).toMatchObject({ markdown: "- Here.", isOutdated: false });
    expect(inEnglish({ nl: "- Hier.", en: "- Here.", states: { en: "outdated" } })).toMatchObject({
      markdown: "- Here.",
      lang: "en",
      isOutdated: true,
    });
    const dutch = laid([told("GM0001", "wat-nu", { nl: "- Hier.", en: "- Here.", states: { en: "outdated" } })])[0];
    expect(dutch).toMatchObject({ markdown: "- Hier.", isOutdated: false });
  });
});

describe("a theme as its editor sees it", () => {
  const kept = (texts: LocalText[], of = chain) => keptTheme({ slug: "wonen", theme }, texts, of);

  test("shows in each paragraph what is one's own, what lies above it, and what holds", () => {
    const [first, second, own] = kept([ofRegion, ofTown]).paragraphs;
    expect(first).toMatchObject({ own: ofTown, above: ofRegion, holds: ofTown });
    expect(first?.national?.title).toEqual({ nl: "Wat nu", en: "What now" });
    expect([second?.own, second?.above, second?.holds]).toEqual([undefined, undefined, undefined]);
    expect([own?.id, own?.national]).toEqual(["eigen", undefined]);
  });

  test("shows a region its own text, and nothing of its municipalities", () => {
    const [first] = kept([ofRegion, ofTown], ["RG0001", "NL"]).paragraphs;
    expect(first).toMatchObject({ own: ofRegion, above: undefined, holds: ofRegion });
  });

  test("keeps what vanished, with its words; of others and what was taken away there is nothing to keep", () => {
    const mine = told("GM0001", "verdwenen", { nl: "- Waar ben ik?" });
    const all = [mine, told("RG0001", "verdwenen", { nl: "x" }), told("GM0001", "leeg", { nl: "" })];
    expect(kept(all).vanished).toEqual([mine]);
  });

  test("a theme that is gone is still there for who told something of it", () => {
    const gone = { ...told("GM0001", "wat-nu", { nl: "- Nog iets." }), theme: "verdwenen" };
    const all = keptThemes([theme], [gone, { ...gone, municipalityId: "RG0001", theme: "ook-weg" }], chain);
    expect(all.map(({ slug, theme }) => [slug, theme === undefined])).toEqual([
      ["wonen", false],
      ["verdwenen", true],
    ]);
    expect(all[1]).toMatchObject({ paragraphs: [], vanished: [gone] });
  });
});

test("whatever is told by whom: each national paragraph stands once and in its place, and no word of Dutch is lost to who wrote it", () => {
  const ids = ["wat-nu", "wat-straks", "eigen", "verdwenen"];
  const anyText = fc.record({
    municipalityId: fc.constantFrom("GM0001", "GM0002", "RG0001", "RG0002"),
    paragraph: fc.constantFrom(...ids),
    nl: fc.constantFrom("", "- Iets.", "- Anders."),
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(anyText, { selector: ({ municipalityId, paragraph }) => `${municipalityId} ${paragraph}` }),
      (all) => {
        const texts = all.map(({ municipalityId, paragraph, nl }) => told(municipalityId, paragraph, { nl }));
        const shown = laid(texts);
        expect(shown.map(({ id }) => id).slice(0, 2)).toEqual(["wat-nu", "wat-straks"]);
        expect(shown.every(({ from }) => from === undefined || chain.includes(from))).toBe(true);
        expect(shown.every(({ markdown }) => markdown !== "")).toBe(true);
        const { paragraphs, vanished } = keptTheme({ slug: "wonen", theme }, texts, chain);
        const seen = [...paragraphs.flatMap(({ own }) => own ?? []), ...vanished];
        const mine = texts.filter(({ municipalityId, words }) => municipalityId === "GM0001" && words.nl !== "");
        expect(seen).toEqual(expect.arrayContaining(mine));
      },
    ),
    rounds(100, 3000),
  );
});
