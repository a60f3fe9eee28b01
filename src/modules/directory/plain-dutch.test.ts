import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rounds } from "../../../tests/support/rounds.ts";
import { averageLength, bannedWords, readingHints, sentencesOf, wordCount } from "./plain-dutch.ts";

describe("what could be easier in a text", () => {
  test("nothing, when its sentences are short and say what people say", () => {
    expect(readingHints("Wij lezen uw brief met u. Het is gratis.\n- Neem de brief mee.")).toEqual([]);
    expect(readingHints("")).toEqual([]);
  });

  test("an official word, with what people say, once however often it stands there", () => {
    expect(readingHints("Indien u wilt, belt u. Indien niet, dan niet. Middels dit formulier.")).toEqual([
      { kind: "officialWord", said: "Indien", plain: "als" },
      { kind: "officialWord", said: "Middels", plain: "met" },
    ]);
  });

  test("a sentence of more than twenty words, and many that are long together", () => {
    const long = `Wij helpen ${"u en ".repeat(12)}iedereen.`;
    expect(readingHints(long)).toMatchObject([{ kind: "longSentence", words: 27 }]);
    const rather = `Wij helpen u ${"en ook ".repeat(7)}u.`;
    expect(readingHints(rather)).toEqual([{ kind: "longAverage", words: 18 }]);
  });

  test("jij where it should be u, and a word that nobody reads at once", () => {
    expect(readingHints("Je kunt bellen.")).toEqual([{ kind: "informal", said: "Je" }]);
    expect(readingHints("Bij de schuldhulpverleningsorganisatie.")).toEqual([
      { kind: "longWord", said: "schuldhulpverleningsorganisatie" },
    ]);
  });

  test("not the article between brackets, which is for who looks it up", () => {
    expect(readingHints("U kunt bezwaar maken (Awb artikel 6:7, indien het besluit is bekendgemaakt).")).toEqual([]);
  });

  test("whatever is written, it is measured without an error and in time that grows with it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 2000 }), (text) => {
        for (const hint of readingHints(text))
          if ("said" in hint) expect(text.length).toBeGreaterThanOrEqual(hint.said.length);
      }),
      rounds(41, 150),
    );
  });
});

test("the measure itself sees a long sentence and an official word", () => {
  expect(wordCount("Dien uw bezwaar in.")).toBe(4);
  expect(averageLength(sentencesOf("Bel ons. Of kom langs bij ons."))).toBe(3.5);
  for (const words of ["wilt u een klacht indienen", "middels dit formulier", "met betrekking tot"])
    expect(words).toMatch(bannedWords);
});
