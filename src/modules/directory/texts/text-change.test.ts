import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rounds } from "../../../../tests/support/rounds.ts";
import { noWords, valuesOf, type Words, written } from "../words.ts";
import { changesBetween, isSameText, rebase, rewind, undo } from "./text-change.ts";

const both: Words = { nl: "- Hier.", en: "- Here." };

describe("what somebody wrote", () => {
  const typed = (over: Partial<ReturnType<typeof valuesOf>>) => written(both, { ...valuesOf(both), ...over });

  test("in Dutch alone makes the English older than it", () => {
    expect(typed({ nl: "- Nu hier." })).toEqual({ nl: "- Nu hier.", en: "- Here.", states: { en: "outdated" } });
  });

  test("in both languages is right in both, and as a draft stays one", () => {
    expect(typed({ nl: "- Nu hier.", en: "- Now here." })).toEqual({ nl: "- Nu hier.", en: "- Now here." });
    expect(typed({ en: "- Now here.", state: "draft" })).toMatchObject({ states: { en: "draft" } });
    const draft: Words = { ...both, states: { en: "draft" } };
    expect(written(draft, { ...valuesOf(draft), nl: "- Nu hier." })).toMatchObject({ states: { en: "draft" } });
  });

  test("says that the English is right after all, once somebody looked at it", () => {
    const outdated: Words = { ...both, states: { en: "outdated" } };
    expect(written(outdated, { ...valuesOf(outdated), state: "" })).toEqual(both);
  });

  test("without Dutch is nothing, also when there was English", () => {
    expect(typed({ nl: "" })).toEqual(noWords);
  });
});

describe("two who change the same text", () => {
  test("one the Dutch, one the English: both stand", () => {
    const theirs: Words = { nl: "- Hier.", en: "- Right here." };
    expect(rebase({ base: both, mine: { ...both, nl: "- Daar." }, theirs })).toEqual({
      words: { nl: "- Daar.", en: "- Right here." },
      conflicts: [],
    });
  });

  test("both the Dutch: mine stands, and theirs is told", () => {
    const { words, conflicts } = rebase({ base: both, mine: { ...both, nl: "A" }, theirs: { ...both, nl: "B" } });
    expect([words.nl, conflicts]).toEqual(["A", [{ field: "nl", before: "- Hier.", after: "B" }]]);
  });
});

describe("taking back", () => {
  test("a change, and what came after it in another field stays", () => {
    const changed = changesBetween(both, { ...both, nl: "- Anders." });
    expect(undo({ nl: "- Anders.", en: "- Other." }, changed)).toEqual({
      words: { nl: "- Hier.", en: "- Other." },
      kept: [],
    });
  });

  test("what was changed once more since stays as it is now", () => {
    const changed = changesBetween(both, { ...both, nl: "- Anders." });
    expect(undo({ ...both, nl: "- Weer anders." }, changed).kept).toEqual(changed);
  });

  test("of the first writing leaves nothing, not even the English that came later", () => {
    expect(undo(both, changesBetween(noWords, { nl: "- Hier." })).words).toEqual(noWords);
  });
});

test("whatever was changed: taken back at once it is as it was, and nobody's change is lost without being told", () => {
  const words = fc
    .record({
      nl: fc.constantFrom("", "een", "twee"),
      en: fc.constantFrom("", "one", "two"),
      state: fc.constantFrom("", "draft", "outdated"),
    })
    .map((values) => written(noWords, values));
  fc.assert(
    fc.property(words, words, words, (base, mine, theirs) => {
      expect(rewind(mine, changesBetween(base, mine))).toEqual(base);
      expect(undo(mine, changesBetween(base, mine))).toEqual({ words: base, kept: [] });
      expect(isSameText(rebase({ base, mine, theirs: base }).words, mine)).toBe(true);
      expect(isSameText(rebase({ base, mine: base, theirs }).words, theirs)).toBe(true);
      const { words: laid, conflicts } = rebase({ base, mine, theirs });
      const told = new Set(conflicts.map(({ field }) => field));
      // Whoever takes the Dutch away takes all of it away: then the rest of what they made of it is not there to tell of.
      if (laid.nl !== "" && laid.en !== undefined)
        for (const { field, after } of changesBetween(base, theirs))
          expect(told.has(field) || valuesOf(laid)[field] === after).toBe(true);
    }),
    rounds(100, 3000),
  );
});
