import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rounds } from "../../../tests/support/rounds.ts";
import { isModelCurrent, judge, learnFrom, recognise } from "./index.ts";
import { issueCodes } from "./issue.ts";
import { readModel, writeModel } from "./model.ts";
import type { Statement } from "./statement.ts";

const statements: Statement[] = [
  ...["de verhuurder verhoogt de huur", "mijn huurhuis is vochtig", "de huurbaas zegt de huur op", "huur te hoog"].map(
    (text): Statement => ({ text, issues: ["wonen-huur"], needs: [] }),
  ),
  ...["de baas ontslaat mij", "ontslagen op mijn werk", "mijn baas betaalt geen loon", "ontslag gekregen"].map(
    (text): Statement => ({ text, issues: ["werk-ontslag"], needs: ["rondkomen"] }),
  ),
];

describe("learning from statements", () => {
  const made = learnFrom(statements);

  test("the same statements give the same model, to the byte", () => {
    expect(Buffer.from(writeModel(learnFrom(statements))).equals(Buffer.from(writeModel(made)))).toBe(true);
  });

  test("what was learned is recognised in words that were never seen", () => {
    const [first] = judge([{ text: "verhuren van huurhuizen", issues: ["wonen-huur"], needs: [] }], made);
    expect(first?.ranked[0]?.code).toBe("wonen-huur");
  });

  test("a model that was kept says the same as one that was just made", () => {
    const kept = readModel(writeModel(made));
    const story: Statement = { text: "de baas wil mij weg hebben", issues: ["werk-ontslag"], needs: [] };
    expect(judge([story], kept)).toEqual(judge([story], made));
  });

  test("half a file is refused, with what to do", () => {
    expect(() => readModel(writeModel(made).subarray(0, 10_000))).toThrow("npm run train");
  });
});

describe("the model that is kept", () => {
  test("was made of the statements and the words that are there now; else: npm run train", () => {
    expect(isModelCurrent()).toBe(true);
  });

  test("names at least three issues and always the last, best first, with chances from 0 to 1, whatever was written", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "grapheme", maxLength: 400 }), fc.lorem({ maxCount: 40 })), (text) => {
        const { issues } = recognise(text);
        expect(issues.length).toBeGreaterThanOrEqual(3);
        expect(issues.map(({ code }) => code)).toContain("geen-juridisch");
        const chances = issues.map(({ chance }) => chance);
        expect(chances.every((chance) => chance >= 0 && chance <= 1)).toBe(true);
        expect(chances).toEqual(chances.toSorted((a, b) => b - a));
      }),
      rounds(2, 200),
    );
  });

  test("gives as reasons only words of the text, and none that says nothing", () => {
    const text = "de gemeente heeft mijn uitkering gestopt omdat ik met mijn zus zou samenwonen";
    const words = text.split(" ");
    const reasons = recognise(text).issues.flatMap(({ because }) => because.flatMap((part) => part.split(" ")));
    expect(reasons).toContain("uitkering");
    expect(reasons.filter((word) => !words.includes(word) || ["de", "ik", "en", "met", "mijn"].includes(word))).toEqual(
      [],
    );
  });

  test.each(issueCodes.map((code) => [code]))("%s is what the plainest of its questions is about", (code) => {
    const plainest: Record<(typeof issueCodes)[number], string> = {
      "wonen-huur": "mijn verhuurder wil mij uit huis zetten",
      "werk-ontslag": "mijn baas heeft mij ontslagen",
      "uitkering-bijstand": "mijn bijstandsuitkering is stopgezet",
      "toeslagen-belasting": "ik moet huurtoeslag terugbetalen aan de belastingdienst",
      schulden: "er staat een deurwaarder aan de deur voor mijn schulden",
      "scheiden-gezag": "ik ga scheiden en wij hebben kinderen",
      "familie-erfrecht": "mijn vader is dood en er is ruzie over de erfenis",
      "zorg-wmo-jeugd": "de gemeente wijst mijn wmo aanvraag voor hulp in huis af",
      vreemdelingen: "mijn verblijfsvergunning verloopt en de ind doet niks",
      "consument-contract": "de webwinkel levert niet en geeft geen geld terug",
      "straf-slachtoffer": "ik ben mishandeld en wil aangifte doen",
      "discriminatie-klacht-overheid": "ik word gediscrimineerd om mijn afkomst",
      "boete-cjib": "ik kreeg een boete van het cjib die niet klopt",
      buren: "de buren maken elke nacht lawaai",
      "geen-juridisch": "ik wil graag met anderen wandelen en koffie drinken",
    };
    const { issues, isUnsure } = recognise(plainest[code]);
    expect(issues[0]?.code).toBe(code);
    expect(isUnsure).toBe(false);
  });
});
