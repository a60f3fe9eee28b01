import { describe, expect, test } from "vitest";
import { newId } from "../../kernel/id.ts";
import { aService } from "./make.ts";
import { fitOf, isNearby, municipalityIsOtherParty, reasonsFor } from "./service.ts";

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
