import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rounds } from "../../../../tests/support/rounds.ts";
import { readPhone, sayPhone } from "./phone.ts";

/** The number in international form, or why it is none. */
const read = (typed: string, examples = false): string => {
  const result = readPhone(typed, examples);
  return result.ok ? result.phone : result.problem;
};
const runs = rounds(6, 400);

describe("a number on which somebody at home can be called", () => {
  test.each([
    ["06 12345678", "+31612345678", "a mobile phone"],
    ["06-12 34 56 78", "+31612345678", "dashes and spaces where people put them"],
    ["(06) 12345678", "+31612345678", "brackets"],
    ["06.12.34.56.78", "+31612345678", "dots"],
    ["06–12345678", "+31612345678", "the long dash that a phone makes of two short ones"],
    ["+31 (0)6 12345678", "+31612345678", "the way it stands on a letterhead"],
    ["0031612345678", "+31612345678", "00 for +"],
    ["00 31 6 12345678", "+31612345678", "00 apart"],
    ["612345678", "+31612345678", "without the 0, as in a list of contacts"],
    ["tel:0612345678", "+31612345678", "copied from a link"],
    ["\u202a+31 6 12345678\u202c", "+31612345678", "copied from a list of contacts, with invisible marks"],
    ["030 286 10 00", "+31302861000", "a fixed phone in a city"],
    ["(0118) 123456", "+31118123456", "a fixed phone in a village"],
    ["085 013 0000", "+31850130000", "a phone over the internet"],
    ["٠٦١٢٣٤٥٦٧٨", "+31612345678", "Arabic digits"],
    ["۰۶ ۱۲۳۴ ۵۶۷۸", "+31612345678", "Persian digits"],
    ["06 1234 5678 😀", "+31612345678", "an emoji behind it"],
    ["06 12345678 (na zessen)", "+31612345678", "a word behind it"],
    ["+32 470 12 34 56", "+32470123456", "Belgium"],
    ["0032 470 12 34 56", "+32470123456", "Belgium, with 00"],
    ["+49 151 23456789", "+4915123456789", "Germany"],
    ["+212 612 345678", "+212612345678", "Morocco"],
    ["+90 532 123 45 67", "+905321234567", "Turkey"],
    ["+380 50 123 4567", "+380501234567", "Ukraine"],
    ["+5978123456", "+5978123456", "Surinam"],
  ])("%s", (typed, phone, _why) => {
    expect(read(typed)).toBe(phone);
  });

  test("the same number however it is spaced, and with every country prefix", () => {
    const gap = fc.constantFrom("", " ", "-", ".", "  ");
    const mobile = fc.stringMatching(/^[1-58]\d{7}$/);
    fc.assert(
      fc.property(
        mobile,
        fc.array(gap, { minLength: 8, maxLength: 8 }),
        fc.integer({ min: 0, max: 3 }),
        (digits, gaps, at) => {
          const spaced = [...digits].map((digit, index) => `${digit}${gaps[index] ?? ""}`).join("");
          const prefix = ["06", "+316", "00316", "+31 (0)6"][at] ?? "06";
          expect(read(`${prefix} ${spaced}`)).toBe(`+316${digits}`);
        },
      ),
      runs,
    );
  });

  test("a number that was read is read as itself again, however it is shown", () => {
    const phone = fc.oneof(
      fc.stringMatching(/^[1-58]\d{7}$/).map((digits) => `+316${digits}`),
      fc.stringMatching(/^[2-9]\d{6}$/).map((digits) => `+3130${digits}`),
      fc.stringMatching(/^[0-9]\d{5}$/).map((digits) => `+3247012${digits.slice(0, 4)}`),
    );
    fc.assert(
      fc.property(phone, (phone) => {
        expect(read(phone)).toBe(phone);
        expect(read(sayPhone(phone))).toBe(phone);
      }),
      runs,
    );
  });

  test("whatever is typed, there is an answer: a number in international form, or a reason", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.stringMatching(/^[+0-9 ()-]{0,45}$/)),
        (typed) => {
          expect(read(typed)).toMatch(/^(\+[1-9]\d{4,14}|phoneMissing|phoneNotANumber|phoneOfOrganisation)$/);
        },
      ),
      runs,
    );
  });
});

describe("no number at all", () => {
  test.each(["", "   ", "\n"])("nothing filled in: %j", (typed) => {
    expect(read(typed)).toBe("phoneMissing");
  });

  test.each([
    ["06 123456", "a digit is missing"],
    ["06 123456789", "a digit too many"],
    ["bel mij maar", "words"],
    ["06-HALLO", "letters for digits"],
    ["06 1234567O", "an O for a zero"],
    ["😀", "an emoji"],
    ["0900", "half a number"],
    ["112", "the emergency number"],
    ["116 123", "a helpline"],
    ["06 12345678 / 030 2861000", "two numbers"],
    ["030 286 1000 tst. 12", "an extension: a switchboard is no number of somebody at home"],
    ["030 286 1000 ext. 12", "an extension in English"],
    ["030-2861000;12", "an extension that a phone dials by itself"],
    ["+999 123 4567", "a country that does not exist"],
    ["00 00 00 00 00", "zeros"],
    ["+", "a plus"],
    ["3".repeat(41), "longer than any number"],
    ["06 12345678 en als ik er niet ben belt u mijn zus", "a story"],
  ])("%s", (typed, _why) => {
    expect(read(typed)).toBe("phoneNotANumber");
  });
});

describe("a number of an organisation, or one that costs extra, is refused (architecture, decision 13)", () => {
  test.each([
    ["0900 1234", "paid, short"],
    ["0900-1234567", "paid, long"],
    ["0906 1234", "paid, for adults"],
    ["0909 1234", "paid, for pleasure"],
    ["0800 1234", "free to call, but of an organisation"],
    ["+31 900 1234", "paid, in international form"],
    ["0031 900 1234", "paid, with 00"],
    ["14 030", "a municipality"],
    ["+31 14 030", "a municipality, in international form"],
    ["14030", "a municipality, in one go"],
    ["144", "animals in need"],
    ["088 286 1000", "a company number"],
    ["084 123 4567", "a personal assistant"],
    ["066 1234567", "a pager"],
    ["+44 909 879 0000", "paid, in Britain"],
    ["+32 903 12345", "paid, in Belgium"],
    ["+49 900 1234567", "paid, in Germany"],
    ["+1 900 555 1234", "paid, in America"],
    ["+800 1234 5678", "free to call anywhere"],
  ])("%s", (typed, _why) => {
    expect(read(typed)).toBe("phoneOfOrganisation");
  });
});

describe("example numbers, which nobody has", () => {
  test.each(["06-00001234", "06 0000 1234", "+31600001234", "0031600001234"])(
    "%s: only in the example world",
    (typed) => {
      expect(read(typed, true)).toBe("+31600001234");
      expect(read(typed)).toBe("phoneNotANumber");
    },
  );

  test("no other number becomes one by allowing them", () => {
    const typed = fc.stringMatching(/^0[0-9 ]{7,11}$/).filter((text) => !/^0600000?/.test(text.replaceAll(" ", "")));
    fc.assert(
      fc.property(typed, (typed) => {
        expect(read(typed, true)).toBe(read(typed, false));
      }),
      runs,
    );
  });
});

describe("how a number is shown", () => {
  test.each([
    ["+31612345678", "06 12345678"],
    ["+31302861000", "030 286 1000"],
    ["+31118123456", "0118 123 456"],
    ["+31600001234", "06 00001234"],
    ["+32470123456", "+32 470 12 34 56"],
    ["+212612345678", "+212 6 12 34 56 78"],
    ["not a number", "not a number"],
  ])("%s as %s, on one line", (phone, shown) => {
    expect(sayPhone(phone)).toBe(shown.replaceAll(" ", "\u00a0"));
  });
});
