import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../../../config/root.ts";
import { mayTeamSet, monthsAt, parseRetention, ruleIds } from "./rule.ts";

const file = readFileSync(join(root, "content/retention.yaml"), "utf8");
const { rules } = parseRetention(file);

describe("the retention table", () => {
  test("says for every rule what happens, from when, and why in two languages", () => {
    expect(Object.keys(rules)).toEqual([...ruleIds]);
    for (const rule of Object.values(rules))
      expect(rule.terms.every(({ because }) => because.nl !== because.en)).toBe(true);
  });

  test.each([
    ["a rule is missing", file.replace("id: toezegging\n", "id: mail\n")],
    ["a rule has a name nobody knows", file.replace("id: toezegging\n", "id: gedachten\n")],
    ["a term is counted twice", file.replace("hours: 10", "hours: 10\n        days: 1")],
    ["the limits of a team do not hold the term itself", file.replace("least: 6, most: 60", "least: 30, most: 60")],
    ["something stands there that nobody reads", file.replace("happens: told", "happens: told\n    who: iedereen")],
  ])("is refused when %s", (_, broken) => {
    expect(broken).not.toBe(file);
    expect(() => parseRetention(broken)).toThrow();
  });
});

describe("a team", () => {
  test.each([
    ["organisation", 5, false],
    ["organisation", 6, true],
    ["organisation", 60, true],
    ["organisation", 61, false],
    ["organisation", 12.5, false],
    // The Archiefwet and the Selectielijst decide.
    ["municipality", 60, false],
    ["municipality", 24, false],
  ] as const)("of an %s that sets %s months: %s", (controller, months, may) => {
    expect(mayTeamSet(rules.hulpvraag, { controller }, months)).toBe(may);
  });

  test("has its own term with its own ground, and else that of the rule", () => {
    expect(monthsAt(rules.hulpvraag, { controller: "organisation", own: { hulpvraag: 36 } })).toMatchObject({
      months: 36,
      ground: "team",
    });
    expect(monthsAt(rules.hulpvraag, { controller: "municipality", own: { hulpvraag: 36 } })).toMatchObject({
      months: 60,
      ground: "selectielijst",
      article: expect.stringContaining("resultaat 21"),
    });
  });
});
