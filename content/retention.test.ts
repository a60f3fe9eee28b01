import { describe, expect, test } from "vitest";
import { readRetention } from "../src/modules/access/index.ts";
import { averageLength, bannedWords, informal, sentencesOf, wordCount } from "../src/modules/directory/plain-dutch.ts";

/* What can be printed of the retention table. Which tables it speaks of: tests/jobs/retention.test.ts. */

const rules = Object.values(readRetention().rules);

describe.each(rules)("the rule $id", ({ name, from, text, terms, happens }) => {
  const told = [text, ...terms.map(({ because }) => because)];

  test("is plain Dutch: short sentences, no official words, u to everybody", () => {
    const sentences = told.flatMap(({ nl }) => sentencesOf(nl));
    expect(averageLength(sentences)).toBeLessThanOrEqual(15);
    expect(sentences.filter((sentence) => wordCount(sentence) > 20)).toEqual([]);
    const said = [name, from, ...told].map(({ nl }) => nl);
    expect(said.filter((words) => bannedWords.test(words) || informal.test(words))).toEqual([]);
  });

  test("says sentences that end, in both languages, and never the same in both", () => {
    for (const { nl, en } of told) {
      expect([nl, en]).toEqual([expect.stringMatching(/\.$/), expect.stringMatching(/\.$/)]);
      expect(nl).not.toBe(en);
    }
  });

  test("says how long, unless it stays for good", () => {
    const counted = terms.map(({ months, days, hours, minutes }) => months ?? days ?? hours ?? minutes);
    expect(counted.every((term) => term !== undefined)).toBe(happens !== "kept");
  });

  test("names a law, a list or an article for each term, and calls a proposal what is one", () => {
    for (const { source, article, because } of terms) {
      expect(article).toMatch(/^AVG artikel \d+|Selectielijst gemeenten 2020, resultaat \d+/);
      if (source === "selectielijst") expect(article).toContain("Selectielijst");
      if (source === "law") expect(because.nl).not.toContain("voorstel");
    }
  });
});

test("a team of an organisation may choose within limits, and one of the municipality may not", () => {
  const chosen = rules.flatMap(({ id, terms }) =>
    terms.filter(({ team }) => team).map((term) => [id, term.controller]),
  );
  expect(chosen).toEqual([
    ["hulpvraag", "organisation"],
    ["hulpvraag-afgebroken", "organisation"],
  ]);
});
