import { describe, expect, test } from "vitest";
import { personalIn } from "./personal.ts";

const today = Temporal.PlainDate.from("2026-11-24");
const found = (text: string) => personalIn(text, today);

describe("a line for a resident", () => {
  test.each([
    "",
    "Bel dinsdag voor 12 uur.",
    "Bel dinsdag 1 december 2026 om 10.30 uur.",
    "Kom op 24-11-2026 09.00-12.00 naar de balie.",
    "ma t/m do 9.10-12.30 en 13.00-17.00",
    "ma 09:00 - 12:00, di 09:00 - 12:00, wo 09:00 - 12:00",
    "Neem de brief van 3 november 2026 mee, en die van 12-10-'26.",
    "Bel eerst 0800-8020, dat is gratis. Of 14 030, of 112.",
    "Voor 2027 kunt u tot 31 december terecht, kamer 2.14.",
    "U krijgt misschien € 1.250 terug over 2024 en 2025.",
    "Vraag naar het formulier (artikel 4:84).",
  ])("may say: %s", (text) => {
    expect(found(text)).toBeUndefined();
  });

  test.each([
    "Bel Samira op 06-12345678",
    "Bel 06 12 34 56 78.",
    "06.12.34.56.78",
    "+31 (0)6 12 34 56 78",
    "0031612345678",
    "030 - 123 45 67",
    "(030) 1234567",
    "+32 470 12 34 56",
    "Uw nummer is ٠٦١٢٣٤٥٦٧٨",
    "Kenmerk 2026 1234 5678",
  ])("may not hold the number of a telephone, a customer or a file: %s", (text) => {
    expect(found(text)).toBe("number");
  });

  test.each(["111222333", "BSN 111 222 333", "111.222.333", "bsn: 1112.22.333"])(
    "may not hold a burgerservicenummer: %s",
    (text) => {
      expect(found(text)).toBe("bsn");
    },
  );

  test.each(["Mail naar roos.voorbeeld@example.org", "roos@voorbeeld.nl.", "<ROOS+huur@voorbeeld.nl>"])(
    "may not hold a mail address: %s",
    (text) => {
      expect(found(text)).toBe("mail");
    },
  );

  test.each([
    "3-4-1980",
    "03/04/1980",
    "3.4.1980",
    "03 - 04 - 1980",
    "1980-04-03",
    "3-4-80",
    "3 april 1980",
    "3 mrt. 2019",
    "April 3rd, 1980",
    "31 december 1999",
    "geboren op 3-4-2026",
    "Born 3 April 2026",
    "24-11-2025",
  ])("may not hold a date of birth: %s", (text) => {
    expect(found(text)).toBe("birthDate");
  });

  test("that is a day which there is not, or no day, is not one of birth", () => {
    for (const text of ["31-2-1980", "40-13-1980", "1 op 1 1980", "artikel 3.4-80"])
      expect(found(text)).toBeUndefined();
  });
});
