import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../../src/config/root.ts";

/* docs/privacy/dpia.md is taken over by people who cannot look whether it is true: what it names must be there. */

const text = readFileSync(join(root, "docs/privacy/dpia.md"), "utf8");
const partOf = (heading: string): string => text.split(/^## \d+\. /m).find((part) => part.startsWith(heading)) ?? "";
const rowsOf = (heading: string): string[][] =>
  partOf(heading)
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .slice(1)
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
const filesIn = (words: string): string[] =>
  words.match(/\b(?:src|tests|docs|content|scripts)\/[\w./-]+\.(?:tsx?|md|yaml)\b/g) ?? [];
const isTest = (file: string) => /\.(?:test|spec)\.ts$/.test(file);
const measures = rowsOf("Risks for residents").map(([risk = "", measure = "", state = "", where = ""]) => ({
  risk,
  measure,
  state,
  where,
}));

test("every file it names is there", () => {
  const named = [...filesIn(text), ...filesIn(readFileSync(join(root, "docs/privacy/README.md"), "utf8"))];
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});

test("every measure says its state and where it is, and what is called tested names a test", () => {
  expect(measures.length).toBeGreaterThan(20);
  for (const { risk, measure, state, where } of measures) {
    expect([risk, measure === ""]).toEqual([risk, false]);
    expect(["test", "code", "host", "open"], risk).toContain(state);
    expect(filesIn(where).length, risk).toBeGreaterThan(0);
    if (state === "test") expect(filesIn(where).some(isTest), risk).toBe(true);
  }
});

test("it describes each activity of the register, and no other", () => {
  const described = rowsOf("What is processed").map(([activity = ""]) => activity.replaceAll("`", ""));
  const register = readdirSync(join(root, "content/register")).map((file) => file.replace(/\.yaml$/, ""));
  expect(described.sort()).toEqual(register.sort());
});

test("it has every part, and does not leave out what is missing and what others must decide", () => {
  const parts = [...text.matchAll(/^## (\d+)\. /gm)].map(([, number]) => Number(number));
  expect(parts).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(measures.some(({ state }) => state === "open")).toBe(true);
  expect(partOf("What the controllers must still decide")).toContain("- [ ] ");
  expect(partOf("What is not there yet").match(/^- /gm)?.length).toBeGreaterThan(3);
});
