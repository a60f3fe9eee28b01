import { describe, expect, test } from "vitest";
import { newId } from "../../kernel/id.ts";
import { aService, aServicePoint } from "./make.ts";
import { fitOf, helpIn, isNearby, isWithin, municipalityIsOtherParty, reasonsFor } from "./service.ts";

const independent = { id: newId(), name: "Rechtswinkel", independence: "independent", reason: { nl: "" } } as const;
const unknown = { ...independent, independence: "unknown" } as const;

describe("why help is shown", () => {
  test("it fits the themes that were asked, in the order in which they were asked", () => {
    const service = aService({ themes: ["schulden", "wonen", "werk"] });
    expect(reasonsFor(service, { themes: ["wonen", "zorg", "schulden"], words: "huur" })).toEqual([
      { kind: "themes", themes: ["wonen", "schulden"] },
    ]);
  });

  test("only by the word when no theme fits", () => {
    expect(reasonsFor(aService({ themes: ["werk"] }), { themes: ["wonen"], words: "huur" })).toEqual([
      { kind: "word" },
    ]);
    expect(reasonsFor(aService({ themes: ["werk"] }), { themes: [], words: undefined })).toEqual([]);
  });

  test("independence counts when the municipality is the other party; unknown is never independent", () => {
    const asked = { themes: ["brief-van-de-gemeente"], words: undefined };
    const themes = ["brief-van-de-gemeente"];
    expect(reasonsFor(aService({ themes, organisation: independent }), asked).map((reason) => reason.kind)).toEqual([
      "themes",
      "independentFromOtherParty",
    ]);
    expect(reasonsFor(aService({ themes, organisation: unknown }), asked).map((reason) => reason.kind)).toEqual([
      "themes",
    ]);
    expect(
      reasonsFor(aService({ themes: ["wonen"], organisation: independent }), { themes: ["wonen"], words: undefined }),
    ).toHaveLength(1);
  });

  test("a letter of the municipality makes it the other party, other questions do not", () => {
    expect(municipalityIsOtherParty(["wonen", "brief-van-de-gemeente"])).toBe(true);
    expect(municipalityIsOtherParty(["wonen"])).toBe(false);
  });

  test("help of the whole country is not nearby", () => {
    expect([isNearby(aService()), isNearby(aService({ municipalityId: "NL" }))]).toEqual([true, false]);
  });
});

describe("how well help fits", () => {
  const fits = (themes: string[], wanted: string[]) => fitOf(aService({ themes }), wanted);

  test("what was recognised first weighs more than all after it together, and more fits better", () => {
    const wanted = ["schulden", "wonen", "werk"];
    expect(fits(["schulden"], wanted)).toBeGreaterThan(fits(["wonen", "werk"], wanted));
    expect(fits(["schulden", "werk"], wanted)).toBeGreaterThan(fits(["schulden"], wanted));
    expect(fits(["zorg"], wanted)).toBe(0);
    expect(fits(["zorg"], [])).toBe(0);
  });
});

describe("the language of help", () => {
  const points = [aServicePoint({ languages: ["nl"] }), aServicePoint({ languages: ["nl", "ar"] })];

  test("is spoken when one of its points says so, and an interpreter is for every other", () => {
    expect(helpIn(aService({ points, interpreter: true }), "ar")).toBe("spoken");
    expect(helpIn(aService({ points, interpreter: true }), "ti")).toBe("interpreter");
    for (const interpreter of [false, null])
      expect(helpIn(aService({ points, interpreter }), "ti"), String(interpreter)).toBeUndefined();
  });
});

describe("help near by", () => {
  const near = [{ from: 3511, to: 3512 }];
  const at = (over: Parameters<typeof aServicePoint>[0]) => aService({ points: [aServicePoint(over)] });

  test("is at a place that is no further", () => {
    expect(isWithin(at({ pc4: 3512 }), near)).toBe(true);
    expect(isWithin(at({ pc4: 5751 }), near)).toBe(false);
  });

  test("is left out when nobody knows where its place is", () => {
    expect(isWithin(at({ pc4: null }), near)).toBe(false);
  });

  test("is also what is had on the phone or on a screen, and who comes to you", () => {
    for (const over of [{ kind: "phone" }, { kind: "online" }, { homeVisit: true }] as const)
      expect(isWithin(at({ pc4: null, ...over }), near), JSON.stringify(over)).toBe(true);
    expect(isWithin(aService(), near)).toBe(true);
  });
});
