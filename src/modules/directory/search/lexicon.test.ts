import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rounds } from "../../../../tests/support/rounds.ts";
import { type Lexicon, parseLexicon, partsOf, read } from "./lexicon.ts";

const file = (name: string) =>
  readFileSync(new URL(`../../../../content/search/${name}.yaml`, import.meta.url), "utf8");
const lexicon = parseLexicon(file("woorden"), file("synoniemen"));
const conceptsIn = (text: string) => [...read(text, lexicon).concepts.keys()];
const stems = (...words: string[]) => words.map(lexicon.stem);

describe("a compound", () => {
  test.each<[string, string[]]>([
    ["schuldhulpbureau", ["schuldhulp", "bureau"]],
    ["huurachterstand", ["huur", "achterstand"]],
    ["deurwaarderskosten", ["deurwaarder", "kosten"]],
    ["huurdersvereniging", ["huurder", "vereniging"]],
    ["scheidingsspreekuur", ["scheiding", "spreekuur"]],
    ["bezwaarschriften", ["bezwaar", "schrift"]],
  ])("%s is made of %s", (word, parts) => {
    expect(partsOf(word, lexicon)).toEqual(stems(...parts));
  });

  test.each([
    "verzekering",
    "maatschappelijk",
    "toeslag",
    "bijstand",
    "rechtsbijstand",
    "voorbeeld",
    "betalen",
    "huis",
    "Barendrecht",
    "Beverwijk",
  ])("%s is none", (word) => {
    expect(partsOf(word.toLowerCase(), lexicon)).toEqual([]);
  });

  test("with one piece that nobody knows is still about the rest", () => {
    expect(conceptsIn("kinderopvangtoeslagaffaire")).toContain("kinderopvangtoeslag");
  });
});

describe("what a text speaks of", () => {
  test.each([
    ["sociaal raadsman", "sociaal raadslieden"],
    ["bureau rechtshulp", "juridisch loket"],
    ["huursubsidie", "huurtoeslag"],
    ["RIAGG", "ggz"],
    ["ik kan mijn rekeningen nog steeds niet betalen", "geldzorgen"],
    ["wij gaan uit elkaar", "scheiding"],
    ["ontslagen", "ontslag"],
    ["ik word uit huis gezet", "huisuitzetting"],
    ["nul uren contract", "arbeidscontract"],
    ["huur toeslag", "huurtoeslag"],
    ["my landlord", "verhuurder"],
  ])("%s: %s", (text, concept) => {
    expect(conceptsIn(text)).toContain(concept);
  });

  test("what is said in a longer phrase counts for less by itself", () => {
    const { concepts } = read("korting op mijn uitkering", lexicon);
    expect(concepts.get("sanctie op een uitkering")).toBe(1);
    expect(concepts.get("uitkering")).toBeLessThan(1);
  });

  test("a name that says nothing by itself only counts when nothing else is said", () => {
    expect(conceptsIn("MEE")).toContain("cliëntondersteuning");
    expect(conceptsIn("wij denken mee")).toEqual([]);
  });

  test("any text can be read, and always the same way", () => {
    const word = fc.constantFrom("niet", "huur", "schuldhulpverlening", "😀", "İstanbul", "-", "mee", "ﬁ");
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary", maxLength: 80 }),
          fc.array(word, { maxLength: 12 }).map((words) => words.join(" ")),
        ),
        (text) => {
          expect(read(text, lexicon)).toEqual(read(text, lexicon));
        },
      ),
      rounds(22, 200),
    );
  });
});

describe("content/search", () => {
  const phrases = [...lexicon.phrases.values()].flat();

  test("holds what the field speaks of", () => {
    expect(lexicon.concepts.size).toBeGreaterThanOrEqual(150);
    const themes = new Set([...lexicon.concepts.values()].flatMap(({ themes }) => themes));
    expect([...lexicon.helpers.keys()].filter((theme) => !themes.has(theme))).toEqual([]);
  });

  test("names only groups that are there", () => {
    const named = [
      ...[...lexicon.concepts.values()].flatMap(({ wider, near }) => [...wider, ...near]),
      ...lexicon.kinds,
      ...lexicon.otherwise.keys(),
    ];
    expect(named.filter((head) => !lexicon.concepts.has(head))).toEqual([]);
  });

  test("has no word in two groups", () => {
    const groups = new Map<string, Set<string>>();
    for (const { stems, concept } of phrases)
      groups.set(stems.join(" "), (groups.get(stems.join(" ")) ?? new Set()).add(concept));
    expect([...groups].filter(([, concepts]) => concepts.size > 1)).toEqual([]);
  });

  test("has no group that swallows what is not about it: no word that says nothing, and no wider group in a circle", () => {
    const sayNothing = phrases.filter(
      ({ stems }) => stems.length === 1 && lexicon.filler.has(stems[0] ?? "") && stems[0] !== "mee",
    );
    expect(sayNothing).toEqual([]);
    const above = (head: string, lexicon: Lexicon, seen: string[] = []): string[] =>
      seen.includes(head)
        ? [head]
        : (lexicon.concepts.get(head)?.wider ?? []).flatMap((wider) => [
            wider,
            ...above(wider, lexicon, [...seen, head]),
          ]);
    for (const head of lexicon.concepts.keys()) expect(above(head, lexicon), head).not.toContain(head);
  });

  test.each([
    ["De bibliotheek is open op zaterdag", ["huisuitzetting", "schulden", "scheiding"]],
    ["Wij denken met u mee", ["cliëntondersteuning"]],
    ["De gemeente betaalt deze organisatie", ["geldzorgen"]],
    ["hoe werkt dat", ["arbeid"]],
    ["de huiskamer van de wijk", ["huur", "woning zoeken"]],
  ])("%s is not about %s", (text, not) => {
    for (const concept of not) expect(conceptsIn(text)).not.toContain(concept);
  });
});
