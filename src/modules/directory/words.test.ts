import { describe, expect, test } from "vitest";
import { inLanguage, stateOf, withDutch, withTranslation } from "./words.ts";

describe("words in a language", () => {
  test("Dutch stands in where nobody has translated, and says so", () => {
    expect(inLanguage({ nl: "Hallo", en: "Hello" }, "en")).toEqual({ text: "Hello", lang: "en" });
    expect(inLanguage({ nl: "Hallo" }, "en")).toEqual({ text: "Hallo", lang: "nl" });
    expect(inLanguage({ nl: "Hallo", en: "" }, "en")).toEqual({ text: "Hallo", lang: "nl" });
    expect(inLanguage({ nl: "Hallo", en: "Hello" }, "nl")).toEqual({ text: "Hallo", lang: "nl" });
  });

  test("a draft is shown to nobody; what is older than the Dutch is better than Dutch to who cannot read it", () => {
    expect(inLanguage({ nl: "Hallo", en: "Hello", states: { en: "draft" } }, "en")).toEqual({
      text: "Hallo",
      lang: "nl",
    });
    expect(inLanguage({ nl: "Dag", en: "Hello", states: { en: "outdated" } }, "en")).toEqual({
      text: "Hello",
      lang: "en",
    });
  });
});

describe("a translation, when the Dutch changes", () => {
  test("is older than it from then on; the same Dutch again changes nothing", () => {
    const words = { nl: "Hallo", en: "Hello" };
    expect(stateOf(withDutch(words, "Dag"), "en")).toBe("outdated");
    expect(withDutch(words, "Hallo")).toBe(words);
  });

  test("a draft stays a draft, which nobody sees, and what was never translated is still missing", () => {
    expect(stateOf(withDutch({ nl: "Hallo", en: "Hello", states: { en: "draft" } }, "Dag"), "en")).toBe("draft");
    expect(stateOf(withDutch({ nl: "Hallo" }, "Dag"), "en")).toBe("missing");
  });

  test("of nothing there is no translation", () => {
    expect(stateOf({ nl: "", en: "Hello" }, "en")).toBe("missing");
  });
});

describe("somebody looks at a translation", () => {
  const outdated = { nl: "Dag", en: "Hello", states: { en: "outdated" as const } };

  test("writes it anew, or says that it is still right", () => {
    expect(withTranslation(outdated, "en", "Good day", "reviewed")).toEqual({ nl: "Dag", en: "Good day" });
    expect(withTranslation(outdated, "en", "Hello", "reviewed")).toEqual({ nl: "Dag", en: "Hello" });
  });

  test("leaves it for later, makes it a draft, or takes it away", () => {
    expect(withTranslation(outdated, "en", "Hello", "outdated")).toEqual(outdated);
    expect(withTranslation(outdated, "en", "Hello", "draft")).toEqual({ ...outdated, states: { en: "draft" } });
    expect(withTranslation(outdated, "en", "", "draft")).toEqual({ nl: "Dag" });
  });
});
