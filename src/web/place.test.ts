import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rounds } from "../../tests/support/rounds.ts";
import { languages } from "../kernel/language.ts";
import { aMunicipality } from "../modules/access/make.ts";
import { inLanguagePath, prefixOf, publicPath, sitePath, splitLanguage, withQuery, workPath } from "./place.ts";

const municipality = aMunicipality({ slug: "utrecht" });
const dutch = { language: "nl", mirrored: false, municipality } as const;
const english = { language: "en", mirrored: false, municipality } as const;
const mirrored = { language: "nl", mirrored: true, municipality } as const;

describe("the language in an address", () => {
  test.each([
    ["/", "nl", false, "/"],
    ["/utrecht", "nl", false, "/utrecht"],
    ["/utrecht/hulp", "nl", false, "/utrecht/hulp"],
    ["/en", "en", false, "/"],
    ["/en/", "en", false, "/"],
    ["/en/utrecht/hulp", "en", false, "/utrecht/hulp"],
    ["/rtl/utrecht", "nl", true, "/utrecht"],
    ["/nl/utrecht", "nl", false, "/nl/utrecht"],
    ["/english", "nl", false, "/english"],
    ["/constructor/x", "nl", false, "/constructor/x"],
    ["/__proto__", "nl", false, "/__proto__"],
  ])("%s", (path, language, mirrored, rest) => {
    expect(splitLanguage(path)).toEqual({ language, mirrored, rest });
  });

  test("the same page in another language and back is the same page", () => {
    const part = fc
      .stringMatching(/^[a-z-]{1,12}$/)
      .filter((text) => text !== "rtl" && !Object.hasOwn(languages, text));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 4 }), (parts) => {
        const path = `/${parts.join("/")}`;
        const over = inLanguagePath(path, "en");
        expect(splitLanguage(over)).toEqual({ language: "en", mirrored: false, rest: path });
        expect(inLanguagePath(over, "nl")).toBe(path);
        expect(inLanguagePath(over, "en")).toBe(over);
      }),
      rounds(1, 200),
    );
  });
});

describe("addresses", () => {
  test("of a municipality and of its workspace, in every language", () => {
    expect([dutch, english, mirrored].map((place) => publicPath(place, "hulp"))).toEqual([
      "/utrecht/hulp",
      "/en/utrecht/hulp",
      "/rtl/utrecht/hulp",
    ]);
    expect(publicPath(dutch)).toBe("/utrecht");
    expect([dutch, english].map((place) => workPath(place, "vandaag"))).toEqual([
      "/werk/utrecht/vandaag",
      "/en/werk/utrecht/vandaag",
    ]);
  });

  test("outside any municipality: never an empty one", () => {
    expect([dutch, english, mirrored].map((where) => sitePath(where, "/werk"))).toEqual([
      "/werk",
      "/en/werk",
      "/rtl/werk",
    ]);
    expect([dutch, english].map((where) => sitePath(where, ""))).toEqual(["/", "/en"]);
    expect([dutch, english, mirrored].map(prefixOf)).toEqual(["", "/en", "/rtl"]);
  });

  test("carry what is known, and leave out what is not", () => {
    expect(withQuery("/hulp", { zoek: undefined, onderwerp: "" })).toBe("/hulp");
    expect(withQuery("/hulp", { zoek: "huur & geld", onderwerp: undefined })).toBe("/hulp?zoek=huur+%26+geld");
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (value) => {
        const url = new URL(withQuery("/hulp", { zoek: value }), "https://example.org");
        expect(url.searchParams.get("zoek")).toBe(value.toWellFormed());
        expect(url.pathname).toBe("/hulp");
      }),
      rounds(2, 200),
    );
  });
});
