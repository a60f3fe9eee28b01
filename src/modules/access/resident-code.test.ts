import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rounds } from "../../../tests/support/rounds.ts";
import { humanCode, sayCode } from "../../kernel/id.ts";
import { lastFourOf, proofOf, proofOfTyped } from "./resident-code.ts";

const secret = "a secret of no installation";

describe("a code with the last four digits", () => {
  test("makes one proof, however the code was typed", () => {
    const proof = proofOf(secret, "K7PXM2HR", "1234");
    for (const typed of ["K7PXM2HR", "k7px-m2hr", " K7PX M2HR ", "k7 px m2 hr"])
      expect(proofOfTyped(secret, typed, "1234")).toBe(proof);
    expect(proofOfTyped(secret, "K7PX-M2HR", "12 34")).toBe(proof);
  });

  test("with another secret, code or digits it is another proof", () => {
    const proofs = [
      proofOf(secret, "K7PXM2HR", "1234"),
      proofOf("another secret", "K7PXM2HR", "1234"),
      proofOf(secret, "K7PXM2HS", "1234"),
      proofOf(secret, "K7PXM2HR", "1235"),
    ];
    expect(new Set(proofs).size).toBe(4);
  });

  test("what cannot be a code makes a proof all the same, of nothing", () => {
    expect(proofOfTyped(secret, "no code", "1234")).toMatch(/^[0-9a-f]{64}$/);
    expect(proofOfTyped(secret, "", "")).toMatch(/^[0-9a-f]{64}$/);
  });

  test("the code as it is printed opens what was stored, for every submission", () => {
    fc.assert(
      fc.property(fc.string(), fc.stringMatching(/^\+316\d{8}$/), (submission, phone) => {
        const code = humanCode(secret, submission);
        expect(proofOfTyped(secret, sayCode(code), lastFourOf(phone))).toBe(proofOf(secret, code, phone.slice(-4)));
      }),
      rounds(8, 200),
    );
  });
});
