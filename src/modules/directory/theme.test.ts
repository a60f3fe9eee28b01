import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rounds } from "../../../tests/support/rounds.ts";
import { aTheme } from "./make.ts";
import { parseTheme, themesForIssues, themesIn } from "./theme.ts";
import { findTheme, listThemes } from "./usecases.ts";

const slugsIn = (words: string) => themesIn(words, listThemes()).map((theme) => theme.slug);

const file = `---
slug: wonen
title: Wonen en huur
tile: huur, reparatie
order: 1
sensitive: false
issues: [wonen-huur]
words:
  - huur
related: [schulden]
checked: 2026-11-24
---

## Wat nu
<!-- id: wat-nu -->

- Bel de huisbaas.

## En dan?
<!-- id: en-dan -->
Schrijf een brief.
`;

describe("a theme as it is written in content/themes", () => {
  test("has its front matter and its paragraphs by id, without the comments", () => {
    expect(parseTheme(file)).toEqual({
      slug: "wonen",
      order: 1,
      sensitive: false,
      issues: ["wonen-huur"],
      related: ["schulden"],
      checked: "2026-11-24",
      text: {
        title: "Wonen en huur",
        tile: "huur, reparatie",
        words: ["huur"],
        paragraphs: [
          { id: "wat-nu", title: "Wat nu", markdown: "- Bel de huisbaas." },
          { id: "en-dan", title: "En dan?", markdown: "Schrijf een brief." },
        ],
      },
    });
  });

  test("a paragraph without an id names itself and its theme", () => {
    expect(() => parseTheme(file.replace("<!-- id: en-dan -->", ""))).toThrow('The paragraph "En dan?" of theme wonen');
  });

  test("a front matter that lacks something is refused", () => {
    expect(() => parseTheme(file.replace("order: 1\n", ""))).toThrow("order");
  });
});

describe("the national themes", () => {
  test("are sixteen, in order, each found by its own slug", () => {
    expect(listThemes()).toHaveLength(16);
    expect(listThemes().map((theme) => theme.order)).toEqual(
      listThemes()
        .map((theme) => theme.order)
        .toSorted((a, b) => a - b),
    );
    for (const theme of listThemes()) expect(findTheme(theme.slug)).toBe(theme);
    expect(findTheme("does-not-exist")).toBeUndefined();
  });

  test.each([
    "Ik ben bang dat ik uit mijn huis moet",
    "ik word uit mijn huis gezet",
    "mijn huurbaas wil me eruit hebben",
  ])("whoever may lose their home reads about housing, and is no victim or suspect by that: %s", (words) => {
    const slugs = themesIn(words, listThemes()).map((theme) => theme.slug);
    expect(slugs[0]).toBe("wonen");
    expect(slugs).not.toContain("slachtoffer-of-verdachte");
  });

  test("rent that is owed is about housing as well as debts", () => {
    const slugs = themesIn("ik heb huurschuld", listThemes()).map((theme) => theme.slug);
    expect(slugs).toEqual(expect.arrayContaining(["schulden", "wonen"]));
  });

  test("belong to recognition codes: the codes lead to their themes", () => {
    expect(themesForIssues(listThemes(), ["schulden"])).toEqual(["schulden"]);
    expect(themesForIssues(listThemes(), ["does-not-exist"])).toEqual([]);
    for (const theme of listThemes()) expect(themesForIssues(listThemes(), theme.issues)).toContain(theme.slug);
  });
});

describe("what somebody writes in their own words", () => {
  test.each([
    ["boete", "Ik heb een boette gekregen omdat ik te hard heb gereden"],
    ["brief-van-de-gemeente", "ik snap de brief niet en wil beswaar maken"],
    ["buren", "De buurman heeft een blaffende hond en maakt herrie"],
    ["discriminatie-en-klacht", "ik word gediscrimineerd om mijn hoofddoek"],
    ["familie-en-erfenis", "Mijn vader is overleden, hij had geen testament"],
    ["iets-anders", "ik voel me zo eenzaam en weet niet waar ik moet zijn"],
    ["kopen-en-contract", "webwinkel heeft niet geleverd, ik wil mijn geld terug"],
    ["scheiding", "wij gaan schijden, hoe moet het met de alimentatie"],
    ["schulden", "een deurwaarder en drie aanmaningen, ik sta rood staan"],
    ["slachtoffer-of-verdachte", "ik wil aangifde doen van mishandeling"],
    ["toeslagen", "blauwe envelop over zorgtoeslag"],
    ["uitkering", "mijn bijstandsuitkering is stopgezet"],
    ["verblijf", "de IND wil mijn verblijfvergunning niet verlengen"],
    ["werk", "mijn baas wil me op staande voet ontslage"],
    ["wonen", "De huisbaas doet niets aan de schimmel"],
    ["zorg", "mijn moeder krijgt geen thuishulp en geen scootmobiel van de WMO"],
  ])("%s: %s", (slug, words) => {
    expect(slugsIn(words)[0]).toBe(slug);
  });

  test("each theme is found by every word it says is its own, also in capitals and with accents dropped", () => {
    for (const theme of listThemes())
      for (const word of [...theme.text.nl.words, ...theme.text.en.words]) {
        const found = themesIn(word, [theme]).map((each) => each.slug);
        expect(found, word).toEqual([theme.slug]);
        const spelled = word
          .toUpperCase()
          .normalize("NFD")
          .replace(/\p{Diacritic}/gu, "");
        expect(themesIn(`Hallo, ${spelled}!`, [theme]), spelled).toHaveLength(1);
      }
  });

  test("a long word is found inside a compound, a short one only by itself", () => {
    const theme = aTheme({ words: ["schuld", "ind"] });
    expect(themesIn("mijn huurschulden", [theme])).toHaveLength(1);
    expect(themesIn("de IND", [theme])).toHaveLength(1);
    expect(themesIn("het kind slaapt", [theme])).toEqual([]);
  });

  test("several words weigh more than one, and more words more than fewer", () => {
    const rent = aTheme({ slug: "wonen", order: 2, words: ["huur"] });
    const work = aTheme({ slug: "werk", order: 1, words: ["op staande voet"] });
    const both = themesIn("huur op staande voet", [rent, work]).map((theme) => theme.slug);
    expect(both).toEqual(["werk", "wonen"]);
  });

  test("equal themes stand in their own order", () => {
    const second = aTheme({ slug: "tweede", order: 2, words: ["brief"] });
    const first = aTheme({ slug: "eerste", order: 1, words: ["brief"] });
    expect(themesIn("een brief", [second, first]).map((theme) => theme.slug)).toEqual(["eerste", "tweede"]);
  });

  test("a subject nobody wrote about is no answer", () => {
    expect(slugsIn("")).toEqual([]);
    expect(slugsIn("xyzzy 😀 12345")).toEqual([]);
  });

  test("whatever is written, there are at most three, each once, and the same every time", () => {
    const word = fc.constantFrom(...listThemes().flatMap((theme) => theme.text.nl.words), "xyzzy", "😀", "\n");
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(word, { maxLength: 12 }).map((words) => words.join(" ")),
          fc.string(),
        ),
        (words) => {
          const found = slugsIn(words);
          expect(found.length).toBeLessThanOrEqual(3);
          expect(new Set(found).size).toBe(found.length);
          expect(slugsIn(words)).toEqual(found);
        },
      ),
      rounds(16, 150),
    );
  });
});
