import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rounds } from "../../tests/support/rounds.ts";
import { fingerprint, hashOf, humanCode, idFor, idOf, newId, newReference, newToken, readCode, sayCode } from "./id.ts";

const signs = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
const runs = rounds(30, 300);
const anySeed = fc.string();

describe("a code that is read aloud", () => {
  test("has eight of thirty signs, none of which looks like another", () => {
    expect(new Set(signs).size).toBe(30);
    for (const alike of ["0", "O", "1", "I", "L", "U"]) expect(signs).not.toContain(alike);
    fc.assert(
      fc.property(anySeed, (seed) => {
        const code = humanCode("secret", seed);
        expect(code).toHaveLength(8);
        expect([...code].every((sign) => signs.includes(sign))).toBe(true);
      }),
      runs,
    );
  });

  test("the same submission has the same code; another secret or submission another", () => {
    fc.assert(
      fc.property(anySeed, anySeed, (seed, other) => {
        expect(humanCode("secret", seed)).toBe(humanCode("secret", seed));
        expect(humanCode("secret", seed)).not.toBe(humanCode("another secret", seed));
        if (seed !== other) expect(humanCode("secret", seed)).not.toBe(humanCode("secret", other));
      }),
      runs,
    );
  });

  test("uses every sign about equally often, at every place", () => {
    const codes = Array.from({ length: 9_000 }, (_, at) => humanCode("secret", `submission ${at}`));
    for (const place of [0, 3, 7]) {
      const counts = [...signs].map((sign) => codes.filter((code) => code[place] === sign).length);
      // Expected 300 each; a standard deviation is 17.
      expect(Math.min(...counts)).toBeGreaterThan(215);
      expect(Math.max(...counts)).toBeLessThan(385);
    }
    expect(new Set(codes).size).toBe(codes.length);
  });

  test("shown in two halves, it is read back as it was, in any case and with any spaces", () => {
    expect(sayCode("K7PXM2HR")).toBe("K7PX-M2HR");
    fc.assert(
      fc.property(anySeed, (seed) => {
        const code = humanCode("secret", seed);
        for (const typed of [
          sayCode(code),
          code,
          code.toLowerCase(),
          ` ${sayCode(code).toLowerCase()} `,
          [...code].join(" "),
        ])
          expect(readCode(typed)).toBe(code);
      }),
      runs,
    );
  });

  test("anything else is no code", () => {
    for (const typed of ["", "K7PX", "K7PX-M2HRR", "K7PX-M2HO", "K7PX-M2H1", "K7PX_M2HR", "ⓀⓀⓀⓀⓀⓀⓀⓀ"])
      expect(readCode(typed)).toBeUndefined();
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const read = readCode(typed);
        if (read !== undefined) expect(readCode(sayCode(read))).toBe(read);
      }),
      runs,
    );
  });
});

describe("ids", () => {
  test("made one after the other sort in that order", () => {
    const ids = Array.from({ length: 500 }, newId);
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(500);
  });

  test("a reference tells nothing, not even when it was made", () => {
    expect(newReference()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
    expect(newReference()).not.toBe(newReference());
  });

  test("by name are the same every time", () => {
    expect(idFor("team:a")).toBe(idFor("team:a"));
    expect(idFor("team:a")).not.toBe(idFor("team:b"));
  });

  test("from outside are parsed: a word is no id", () => {
    const CaseId = idOf("CaseId");
    expect(CaseId.safeParse(newId()).success).toBe(true);
    expect(CaseId.safeParse(idFor("x")).success).toBe(true);
    for (const wrong of ["", "1", "'; --", `${newId()}x`, null]) expect(CaseId.safeParse(wrong).success).toBe(false);
  });
});

describe("what is stored instead of a secret", () => {
  test("a fingerprint needs the key, a hash does not; neither shows what went in", () => {
    expect(fingerprint("key", "text")).toMatch(/^[0-9a-f]{64}$/);
    expect(fingerprint("key", "text")).toBe(fingerprint("key", "text"));
    expect(fingerprint("key", "text")).not.toBe(fingerprint("other", "text"));
    expect(hashOf("text")).toMatch(/^[0-9a-f]{64}$/);
  });

  test("a token is 32 random bytes, safe in a cookie", () => {
    expect(newToken()).toMatch(/^[\w-]{43}$/);
    expect(newToken()).not.toBe(newToken());
  });
});
