import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rounds } from "../../../../tests/support/rounds.ts";
import { distance, nearestTo } from "./typo.ts";

const written = ["uitkering", "belastingaangifte", "bezwaar", "scheiding", "schulden", "huur", "deurwaarder"];

describe("a word that nobody wrote", () => {
  test.each([
    ["uitkerring", "uitkering"],
    ["belastingaangiffte", "belastingaangifte"],
    ["beswaar", "bezwaar"],
    ["schijding", "scheiding"],
    ["deurwaader", "deurwaarder"],
  ])("%s is read as %s", (word, meant) => {
    expect(nearestTo(word, written, false)).toBe(meant);
  });

  test.each(["fiets", "xyzzyplugh", "bindkracht10", "uit", ""])("%s is left as it is", (word) => {
    expect(nearestTo(word, written, false)).toBeUndefined();
  });

  test("is only taken for what sounds the same where the rest is understood", () => {
    expect(nearestTo("beswaar", written, true)).toBe("bezwaar");
    expect(nearestTo("deurwaader", written, true)).toBeUndefined();
  });
});

test("the distance is none between equals, the same both ways, and one for two letters that changed places", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(distance(a, a, 9)).toBe(0);
      expect(distance(a, b, 9)).toBe(distance(b, a, 9));
      expect(distance(a, b, 9) === 0).toBe(a === b);
    }),
    rounds(23, 200),
  );
  expect(distance("schudl", "schuld", 3)).toBe(1);
  expect(distance("kort", "heel lang woord", 2)).toBe(3);
});
