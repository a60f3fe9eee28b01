import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rounds } from "../../../tests/support/rounds.ts";
import { readSearch, searchLimit } from "./search.ts";

const stored = "+31612345678";
const finds = (typed: string): boolean => {
  const search = readSearch(typed);
  return search.by === "phone" && stored.endsWith(search.digits);
};

describe("a number", () => {
  test.each([
    "0612345678",
    "06 12 34 56 78",
    "06-12345678",
    "(06) 123 456 78",
    "06.12.34.56.78",
    "+31612345678",
    "+31 6 12 34 56 78",
    "+31 (0)6 12 34 56 78",
    "+310612345678",
    "0031 6 12345678",
    "00310612345678",
    "31612345678",
    "5678",
    " 56 78 ",
    "345678",
  ])("is found as it was typed: %s", (typed) => {
    expect(finds(typed)).toBe(true);
  });

  test.each(["0612345679", "+32612345678", "5679", "1234"])("is not found by another: %s", (typed) => {
    expect(finds(typed)).toBe(false);
  });

  test("keeps the noughts that its last digits begin with", () => {
    expect(readSearch("0031")).toEqual({ by: "phone", digits: "0031" });
    expect(readSearch("0123")).toEqual({ by: "phone", digits: "0123" });
    expect(readSearch("3100")).toEqual({ by: "phone", digits: "3100" });
  });

  test("needs at least four digits", () => {
    expect(readSearch("678")).toEqual({ by: "nothing", problem: "numberTooShort" });
    expect(readSearch("+")).toEqual({ by: "nothing", problem: "searchTooShort" });
  });

  test("of anybody is found by its last digits, wherever somebody puts spaces", () => {
    const number = fc.tuple(fc.stringMatching(/^[1-9]\d{8}$/), fc.integer({ min: 4, max: 9 }), fc.nat());
    fc.assert(
      fc.property(number, ([national, last, at]) => {
        const end = national.slice(-last);
        const place = at % end.length;
        const search = readSearch(`${end.slice(0, place)} ${end.slice(place)}`);
        expect(search.by === "phone" && `+31${national}`.endsWith(search.digits)).toBe(true);
      }),
      rounds(3, 300),
    );
  });
});

describe("a name", () => {
  test("is one or more parts, in any order", () => {
    expect(readSearch("  Fatima  el ")).toEqual({ by: "name", words: ["Fatima", "el"] });
    expect(readSearch("'t Hart")).toEqual({ by: "name", words: ["'t", "Hart"] });
    expect(readSearch("فاطمة")).toEqual({ by: "name", words: ["فاطمة"] });
    expect(readSearch("Jan 2")).toEqual({ by: "name", words: ["Jan", "2"] });
  });

  test("has at least two letters and is no book", () => {
    for (const typed of ["", " ", "a", "%", "- -", "_"]) expect(readSearch(typed).by).toBe("nothing");
    expect(readSearch("é".repeat(searchLimit)).by).toBe("name");
    expect(readSearch("é".repeat(searchLimit + 1))).toEqual({ by: "nothing", problem: "searchTooLong" });
    const many = readSearch("a b c d e f g h i");
    expect(many.by === "name" && many.words.length).toBe(6);
  });
});
