import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rounds } from "../../../../tests/support/rounds.ts";
import { plain, soundOf, stemOf, wordsOf } from "./dutch.ts";

describe("words as they are compared", () => {
  test.each([
    ["Coöperatie W.W.-uitkering!", "cooperatie ww uitkering"],
    ["'s-Hertogenbosch", "s hertogenbosch"],
    ["foto's en zzp'er", "fotos en zzper"],
    ["  ÉÉN   brief\n", "een brief"],
    ["", ""],
    ["😀 — …", ""],
  ])("%s", (text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  test("whatever is written, making it plain once is enough, and no word is too long for the index", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        expect(plain(plain(text))).toBe(plain(text));
        for (const word of wordsOf(text)) {
          expect([...word].length).toBeLessThanOrEqual(60);
          expect(stemOf(word).length).toBeGreaterThan(0);
        }
      }),
      rounds(21, 400),
    );
  });
});

describe("the forms of one word share a stem", () => {
  test.each([
    ["schuld", "schulden"],
    ["huur", "huren", "huurt"],
    ["brief", "brieven", "briefje"],
    ["huis", "huizen", "huisje"],
    ["bon", "bonnen"],
    ["boete", "boetes"],
    ["betalen", "betaal", "betaalt", "betaling", "betalingen"],
    ["scheiden", "scheiding", "scheidingen", "scheidt"],
    ["ontruimen", "ontruiming"],
    ["huurder", "huurders"],
    ["probleem", "problemen"],
    ["gemeente", "gemeenten", "gemeentes"],
    ["juridisch", "juridische"],
    ["vluchteling", "vluchtelingen"],
    ["uitkering", "uitkeringen"],
    ["bezwaar", "bezwaren"],
    ["advies", "adviezen"],
    ["functie", "functies"],
    ["categorie", "categorieën"],
    ["werkt", "werk"],
    ["dingetje", "ding"],
  ])("%s", (...forms) => {
    const [first = "", ...others] = forms.map((form) => stemOf(plain(form)));
    for (const other of others) expect(other).toBe(first);
  });

  test.each([
    ["huis", "huur"],
    ["plan", "plant"],
    ["recht", "rek"],
    ["kans", "kan"],
    ["rekening", "rek"],
    ["koning", "kop"],
    ["advies", "adviseur"],
  ])("%s is not %s", (one, other) => {
    expect(stemOf(one)).not.toBe(stemOf(other));
  });
});

describe("what is misspelled often sounds right", () => {
  test.each([
    ["beswaar", "bezwaar"],
    ["schijding", "scheiding"],
    ["advokaat", "advocaat"],
    ["uitkeering", "uitkering"],
    ["diskriminatie", "discriminatie"],
    ["gevlugt", "gevlucht"],
    ["boette", "boete"],
  ])("%s: %s", (wrong, right) => {
    expect(soundOf(wrong)).toBe(soundOf(right));
  });
});
