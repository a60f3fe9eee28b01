import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { conceptLexeme, quoted, vectorOf } from "./document.ts";
import { parseLexicon } from "./lexicon.ts";

const file = (name: string) =>
  readFileSync(new URL(`../../../../content/search/${name}.yaml`, import.meta.url), "utf8");
const lexicon = parseLexicon(file("woorden"), file("synoniemen"));

describe("what kind of helper a service is", () => {
  const wijkteam = `${quoted(conceptLexeme("wijkteam"))}:1`;
  const does = { themes: ["iets-anders", "zorg"], functions: ["vraagverheldering", "doorverwijzing"] };
  const vector = (name: string, given: Partial<typeof does> = {}) =>
    vectorOf({ names: [name], sentences: [], details: [], ...does, ...given }, lexicon).split(" ");

  test("is told by its name first", () => {
    expect(vector("Buurtteam Oost")).toContain(`${wijkteam}A`);
  });

  test("is told by what it does when no name says it", () => {
    expect(vector("Koo")).toContain(`${wijkteam}C`);
  });

  test("is not told by what it does when its name says another kind, or when it does less", () => {
    expect(vector("Rechtswinkel Oost").join(" ")).not.toContain(wijkteam);
    expect(vector("Koo", { functions: ["vraagverheldering"] }).join(" ")).not.toContain(wijkteam);
    expect(vector("Koo", { themes: ["zorg"] }).join(" ")).not.toContain(wijkteam);
  });
});
