import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../../src/config/root.ts";

/* docs/security/asvs.md says what is proven where. It is only worth something while what it names is there. */

const text = readFileSync(join(root, "docs/security/asvs.md"), "utf8");
const rows = text
  .split("\n")
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, number = "", level = "", asked = "", state = "", where = ""]) => ({ number, level, asked, state, where }));
const filesIn = (cell: string): string[] => cell.match(/\b(?:src|tests|docs)\/[\w./-]+\.(?:tsx?|md)\b/g) ?? [];
const isTest = (file: string) => /\.(?:test|spec)\.ts$/.test(file);

test("each chapter is there, and each row says its level, its state and where", () => {
  const chapters = [...text.matchAll(/^## V(\d+) /gm)].map(([, number]) => Number(number));
  expect(chapters).toEqual(Array.from({ length: 17 }, (_, at) => at + 1));
  expect(new Set(rows.map(({ number }) => Number(number.split(".")[0])))).toEqual(new Set(chapters));
  for (const { number, level, asked, state, where } of rows) {
    expect([number, level]).toEqual([expect.stringMatching(/^[\d., –]+$/), expect.stringMatching(/^[123](, [123])*$/)]);
    expect(["test", "code", "host", "n/a", "open"]).toContain(state);
    expect([number, asked === "", where === ""]).toEqual([number, false, false]);
  }
});

test("what is called proven names a test, and all that is named is there", () => {
  for (const { number, state, where } of rows) {
    const files = filesIn(where);
    expect([number, files.filter((file) => !existsSync(join(root, file)))]).toEqual([number, []]);
    // "The same": the row above says it.
    const names =
      files.some((file) => isTest(file) || file.startsWith("tests/security/")) || where.startsWith("the same");
    if (state === "test") expect([number, names]).toEqual([number, true]);
  }
});
