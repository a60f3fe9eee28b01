import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { averageLength, bannedWords, informal, sentencesOf, wordCount } from "../src/modules/directory/plain-dutch.ts";

/* Everything a resident can read on a screen or in a mail; the themes are measured in content/content.test.ts. */

const root = new URL("..", import.meta.url).pathname;
const files = [
  ...globSync("src/web/public/**/nl.ts", { cwd: root }),
  "src/web/ui/nl.ts",
  "src/web/words/nl.ts",
  ...globSync("src/modules/*/**/nl.ts", { cwd: root }),
].sort();

/** What somebody is called is not ours to say otherwise. */
const properNames = ["Autoriteit Persoonsgegevens"];

/** What stands between quotes, with a word in the place of what is filled in; not the invented world of the catalogue. */
function saidIn(file: string): string[] {
  const source = readFileSync(root + file, "utf8")
    .replace(/^import .*$/gm, "")
    .replace(/^\s*\/\/.*$/gm, "")
    .replace(/\n {2}catalogue: \{[\s\S]*?\n {2}\},\n/, "\n");
  return [...source.matchAll(/"((?:[^"\\\n]|\\.)*)"(?!\s*:)|`((?:[^`\\]|\\.)*)`/g)]
    .map(([, quoted, template]) => (quoted ?? template ?? "").replace(/\$\{[^}]*\}/g, "dit"))
    .filter((text) => wordCount(text) > 1)
    .filter((text) => !properNames.includes(text));
}

describe.each(files)("%s is plain Dutch", (file) => {
  const said = saidIn(file);
  const sentences = said.flatMap(sentencesOf);

  test("sentences are short: fifteen words on average, none above twenty", () => {
    expect(said.length).toBeGreaterThan(0);
    expect(averageLength(sentences)).toBeLessThanOrEqual(15);
    expect(sentences.filter((sentence) => wordCount(sentence) > 20)).toEqual([]);
  });

  test("no official words, and u to everybody", () => {
    expect(said.filter((text) => bannedWords.test(text) || informal.test(text))).toEqual([]);
  });
});
