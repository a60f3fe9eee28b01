import { describe, expect, test } from "vitest";
import { csv } from "./csv.ts";

describe("a table as CSV", () => {
  test("begins with the mark by which Excel knows UTF-8, has semicolons and line ends of Windows", () => {
    expect(
      csv([
        ["Wie", "Onderwerp"],
        ["Zoë; of nee", 'de "rode" brief'],
      ]),
    ).toBe('\uFEFF"Wie";"Onderwerp"\r\n"Zoë; of nee";"de ""rode"" brief"\r\n');
    expect(csv([])).toBe("\uFEFF");
  });

  test.each(["=1+1", "+31612345678", "-2", "@SUM(A1)", "\tx", "\rx", "\nx", '=HYPERLINK("http://x")', "＝1+1"])(
    "holds no formula: %j",
    (text) => {
      expect(csv([[text]])).toMatch(/^\uFEFF"'/u);
    },
  );

  test("leaves other text as it is", () => {
    for (const text of ["", "1+1", "'t Hart", "فاطمة", "a=b"]) expect(csv([[text]])).toBe(`\uFEFF"${text}"\r\n`);
  });
});
