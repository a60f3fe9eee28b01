import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rounds } from "../../../tests/support/rounds.ts";
import { aResident } from "./make.ts";
import { answers, askedFor, gravityOf, safetyWarnings } from "./resident.ts";

const since = Temporal.Instant.from("2026-11-24T09:00Z");

describe("how loud a warning is", () => {
  test("a number that is not safe is danger, whatever else was said", () => {
    for (const answer of answers)
      expect(gravityOf({ mayLeaveMessage: answer, maySayWho: answer }, "notSafe")).toBe("danger");
  });

  test("a no that was said is a warning; what nobody answered is said calmly", () => {
    for (const [warning, question] of [
      ["noMessage", "mayLeaveMessage"],
      ["notSayWho", "maySayWho"],
    ] as const) {
      expect(gravityOf(aResident({ [question]: "no" }), warning)).toBe("warning");
      expect(gravityOf(aResident({ [question]: "unknown" }), warning)).toBe("calm");
    }
  });
});

describe("what a caller must know before dialling", () => {
  test("nothing, when everything is safe and somebody speaks Dutch for themselves", () => {
    expect(safetyWarnings(aResident())).toEqual([]);
  });

  test("everything at once, gravest first: whether it is safe to call before how to speak", () => {
    const resident = aResident({
      notSafeSince: since,
      mayLeaveMessage: "no",
      maySayWho: "no",
      interpreter: true,
      askedFor: "someone-else",
    });
    expect(safetyWarnings(resident)).toEqual(["notSafe", "noMessage", "notSayWho", "interpreter", "someoneElse"]);
  });

  test("no answer means no: a message is left only after a yes", () => {
    expect(safetyWarnings(aResident({ mayLeaveMessage: "unknown" }))).toEqual(["noMessage"]);
    expect(safetyWarnings(aResident({ maySayWho: "unknown" }))).toEqual(["notSayWho"]);
    expect(safetyWarnings(aResident({ mayLeaveMessage: "no", maySayWho: "unknown" }))).toEqual([
      "noMessage",
      "notSayWho",
    ]);
  });

  test("whatever is known, the order is the same, and only a yes takes a warning away", () => {
    const order = ["notSafe", "noMessage", "notSayWho", "interpreter", "someoneElse"];
    const anybody = fc.record({
      notSafeSince: fc.constantFrom(null, since),
      mayLeaveMessage: fc.constantFrom(...answers),
      maySayWho: fc.constantFrom(...answers),
      interpreter: fc.boolean(),
      askedFor: fc.constantFrom(...askedFor),
    });
    fc.assert(
      fc.property(anybody, (known) => {
        const warnings = safetyWarnings(aResident(known));
        expect(warnings).toEqual(order.filter((warning) => warnings.some((each) => each === warning)));
        expect(warnings.includes("noMessage")).toBe(known.mayLeaveMessage !== "yes");
        expect(warnings.includes("notSayWho")).toBe(known.maySayWho !== "yes");
      }),
      rounds(2, 200),
    );
  });
});
