import { describe, expect, test } from "vitest";
import { firstWords } from "./contact-log.ts";

describe("the first words of a text", () => {
  test("are all of it when it is short, on one line", () => {
    expect(firstWords(" Ik kreeg\r\neen\tbrief. ")).toBe("Ik kreeg een brief.");
    expect(firstWords("")).toBe("");
    expect(firstWords("w".repeat(120))).toBe("w".repeat(120));
  });

  test("end after a whole word, without what stood behind it", () => {
    const words = firstWords(`${"woord ".repeat(18)}einde, onbegrensd en meer`);
    expect(words).toBe(`${"woord ".repeat(18)}einde…`);
  });

  test("are never more than 120 signs, and break no sign in two", () => {
    for (const text of ["w".repeat(900), "kort ".repeat(90), "😀".repeat(300), `a ${"b".repeat(300)}`]) {
      const words = firstWords(text);
      expect([...words].length).toBeLessThanOrEqual(120);
      expect([...words].length).toBeGreaterThan(60);
      expect(words).toMatch(/…$/u);
      expect(words.isWellFormed()).toBe(true);
    }
  });
});
