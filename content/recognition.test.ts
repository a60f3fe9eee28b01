import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { root } from "../src/config/root.ts";
import {
  issueCodes,
  listPractice,
  meanings,
  modelFile,
  needCodes,
  readStatements,
} from "../src/modules/recognition/index.ts";

const folder = join(root, "content/recognition/corpus");
const files = readdirSync(folder).map((name) => join(folder, name));
const corpus = files.flatMap(readStatements);

describe("the statements that recognition learns from", () => {
  test("are thousands, and at least three hundred of each issue", () => {
    expect(corpus.length).toBeGreaterThan(6_000);
    for (const code of issueCodes)
      expect([code, corpus.filter(({ issues }) => issues[0] === code).length > 300]).toEqual([code, true]);
    for (const code of needCodes)
      expect([code, corpus.filter(({ needs }) => needs.includes(code)).length > 50]).toEqual([code, true]);
  });

  test("stand there once, whoever wrote them", () => {
    const texts = corpus.map(({ text }) => text.toLowerCase());
    expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([]);
  });

  test("are nobody's: no phone number, mail address, citizen service number or account", () => {
    const found = corpus.filter(({ text }) =>
      /\b0\d{9}\b|\b06[- ]?\d{8}|\S+@\S+\.|\b\d{9}\b|\bNL\d{2}[A-Z]{4}/i.test(text),
    );
    expect(found.map(({ text }) => text)).toEqual([]);
  });

  test("are short enough to be asked", () => {
    expect(corpus.filter(({ text }) => text.length > 1_000)).toEqual([]);
  });
});

describe("what recognition tells", () => {
  test("has for each issue what it may mean and one question, and a name for each need", () => {
    expect(Object.keys(meanings().issues)).toEqual([...issueCodes]);
    expect(Object.keys(meanings().needs)).toEqual([...needCodes]);
    for (const { ask } of Object.values(meanings().issues))
      for (const question of [ask.nl, ask.en]) expect(question).toMatch(/\?/);
  });

  test("knows the same issues as content/issues.yaml", () => {
    const { issues } = parse(readFileSync(join(root, "content/issues.yaml"), "utf8"));
    expect(Object.keys(issues).toSorted()).toEqual([...issueCodes].toSorted());
  });
});

describe("the stories to practise on", () => {
  test("show every issue at least once", () => {
    const shown = new Set(listPractice().flatMap(({ issues }) => issues));
    expect(issueCodes.filter((code) => !shown.has(code))).toEqual([]);
  });

  test("are not among the statements that were learned from", () => {
    const learned = new Set(corpus.map(({ text }) => text));
    expect(listPractice().filter(({ story }) => learned.has(story.nl))).toEqual([]);
  });
});

test("the model is at most 5 MB", () => {
  expect(statSync(modelFile).size).toBeLessThanOrEqual(5_000_000);
});
