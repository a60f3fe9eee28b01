import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { conceptLexeme } from "./document.ts";
import { parseLexicon } from "./lexicon.ts";
import { queryOf } from "./query.ts";

const file = (name: string) =>
  readFileSync(new URL(`../../../../content/search/${name}.yaml`, import.meta.url), "utf8");
const lexicon = parseLexicon(file("woorden"), file("synoniemen"));
const weightOf = (words: string, head: string): number =>
  queryOf(words, lexicon).terms.get(conceptLexeme(head))?.weight ?? 0;

describe("who helps", () => {
  test("with both of two subjects comes before who helps with one of them", () => {
    const both = "deurwaarder en huurachterstand";
    for (const one of ["deurwaarder", "huurachterstand"])
      expect(weightOf(both, "sociaal raadslieden"), one).toBeGreaterThan(weightOf(one, "sociaal raadslieden"));
    expect(weightOf(both, "sociaal raadslieden")).toBeGreaterThan(weightOf(both, "rechtswinkel"));
  });

  test("as well as another counts as much", () => {
    expect(weightOf("ontruiming", "rechtswinkel")).toBe(weightOf("ontruiming", "juridisch loket"));
    expect(weightOf("ontruiming", "sociaal raadslieden")).toBeLessThan(weightOf("ontruiming", "rechtswinkel"));
  });
});

describe("what is said in a way of its own", () => {
  test("leads to who helps with that, and not to who helps with the rest of its subject", () => {
    expect(weightOf("inburgering", "rechtswinkel")).toBe(0);
    expect(weightOf("boete inburgering", "rechtswinkel")).toBeGreaterThan(0);
    expect(queryOf("boete inburgering", lexicon).themes.keys().next().value).toBe("verblijf");
  });

  test("is the same subject to whoever offers something about it", () => {
    for (const words of ["inburgering", "boete inburgering"])
      expect(weightOf(words, "inburgering"), words).toBeGreaterThan(0.5);
  });
});

describe("how something goes", () => {
  test("says less about who helps than what it is about, and everything when nothing else is said", () => {
    const withRefusal = weightOf("pgb afgewezen", "rechtswinkel");
    expect(withRefusal).toBeLessThan(weightOf("afgewezen", "rechtswinkel") / 2);
    expect(weightOf("pgb en bezwaar", "cliëntondersteuning")).toBeGreaterThan(
      weightOf("pgb en bezwaar", "sociaal raadslieden"),
    );
  });
});

describe("a word that says little", () => {
  test("says what somebody is looking for when nothing else does", () => {
    expect(weightOf("contract", "abonnement")).toBe(weightOf("sportschool", "abonnement"));
  });

  test("says little beside one that says more", () => {
    expect(weightOf("zwanger en mijn contract", "abonnement")).toBeLessThan(weightOf("contract", "abonnement") / 2);
  });
});

describe("a story", () => {
  test("that begins with a call for help is about what comes after it", () => {
    expect(weightOf("wie kan mij helpen", "hulp vragen")).toBe(weightOf("sportschool", "abonnement"));
    expect(weightOf("wie kan mij helpen met een erfenis", "hulp vragen")).toBeLessThan(
      weightOf("wie kan mij helpen met een erfenis", "erfenis") / 2,
    );
  });

  test("whose subject nobody has a word for leads to who finds it out", () => {
    for (const head of ["wijkteam", "sociaal raadslieden", "juridisch loket"]) {
      expect(weightOf("de maan schijnt op de berg", head), head).toBeGreaterThan(0);
      expect(weightOf("xyzzy plugh", head), head).toBe(0);
    }
    expect(weightOf("geluid van de buren", "sociaal raadslieden")).toBe(0);
  });
});

test("a word of every day is no mistake, and no misspelled word is taken for one", () => {
  expect(queryOf("een aardige bakker", lexicon).unknown).toEqual([]);
  expect(lexicon.written).not.toContain("bakker");
});
