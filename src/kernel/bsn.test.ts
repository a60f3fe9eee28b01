import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rounds } from "../../tests/support/rounds.ts";
import { bsnMask, isMasked, maskBsn, passesElfproef } from "./bsn.ts";

/** A number of nine digits that passes the check: the last digit follows from the eight before, when there is one. */
const aBsn = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 8 }).map((digits) => {
  const rest = digits.reduce((sum, value, at) => sum + value * (9 - at), 0) % 11;
  return rest < 10 && digits.some((value) => value > 0) ? [...digits, rest] : [1, 2, 3, 4, 5, 6, 7, 8, 2];
});
const separators = ["", " ", ".", "-", "/", " - ", "\u00a0", "–", "  ", "_", "'"];
/** The same digits in groups, with anything between them that people write there. */
const spelled = fc
  .tuple(aBsn, fc.array(fc.constantFrom(...separators), { minLength: 8, maxLength: 8 }))
  .map(([digits, between]) => digits.map((value, at) => `${value}${between[at] ?? ""}`).join(""));
const scripts = [0x30, 0x660, 0x6f0, 0x966, 0xff10];
const words = fc.string({ unit: fc.constantFrom(..."abc XYZ.,;:()\n€é") });

describe("a burgerservicenummer", () => {
  test.each([
    ["BSN 123456782", `BSN ${bsnMask}`],
    ["bsn123456782.", `bsn${bsnMask}.`],
    ["1234.56.782", bsnMask],
    ["123 456 782 is van haar", `${bsnMask} is van haar`],
    ["1-2-3-4-5-6-7-8-2", bsnMask],
    ["tel 0612345678 123456782", `tel 0612345678 ${bsnMask}`],
    ["eerst 123456782 en dan 111222333", `eerst ${bsnMask} en dan ${bsnMask}`],
    ["١٢٣٤٥٦٧٨٢", bsnMask],
  ])("in %j is taken out", (text, masked) => {
    expect(maskBsn(text)).toBe(masked);
    expect(isMasked(maskBsn(text))).toBe(true);
  });

  test("however it is spelled, in whatever script, between whatever words", () => {
    fc.assert(
      fc.property(spelled, fc.constantFrom(...scripts), words, words, (number, zero, before, after) => {
        const written = number.replace(/[0-9]/g, (sign) => String.fromCodePoint(zero + Number(sign)));
        const masked = maskBsn(`${before.replace(/€\s?$/u, "")}x ${written} x${after}`);
        expect(masked).toContain(bsnMask);
        expect(masked).not.toContain(written);
      }),
      rounds(11, 500),
    );
  });
});

describe("what is no burgerservicenummer stays as it was", () => {
  test.each([
    "123456789",
    "06 12345678 of 030 231 00 00",
    "+31 6 12345678",
    "0031 6 23456782",
    "€ 1.234.567,82",
    "24 november 2026 om 10.00 uur",
    "3511 AB, huisnummer 12",
    "NL91 ABNA 0417 1643 00",
    "000000000",
    "1234567820",
    "ver 12345\n6782 op twee regels",
    "0198c3a4-1234-7567-8123-456782999999",
  ])("%j", (text) => {
    expect(maskBsn(text)).toBe(text);
  });

  test("text without nine digits, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        fc.pre((text.match(/\p{Nd}/gu)?.length ?? 0) < 9);
        expect(maskBsn(text)).toBe(text);
      }),
      rounds(12, 500),
    );
  });

  test("one in eleven numbers passes the check by chance: of a thousand, some ninety", () => {
    const numbers = Array.from({ length: 1000 }, (_, at) => [...String(100_000_000 + at * 7919)].map(Number));
    const passing = numbers.filter(passesElfproef).length;
    expect(passing).toBeGreaterThan(70);
    expect(passing).toBeLessThan(110);
  });

  test("taking out twice is taking out once", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(spelled, words)), (parts) => {
        const once = maskBsn(parts.join(" "));
        expect(maskBsn(once)).toBe(once);
      }),
      rounds(13, 500),
    );
  });
});
