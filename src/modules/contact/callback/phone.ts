import { parsePhoneNumberFromString } from "libphonenumber-js/max";

/** Kinds of number on which a person at home can be called, in the library's words. */
const callable = new Set(["MOBILE", "FIXED_LINE", "FIXED_LINE_OR_MOBILE", "VOIP", "PERSONAL_NUMBER"]);
/** Numbers that cost extra, or belong to an organisation: the library alone calls 0900 and 14 030 valid. */
const forOrganisations = /^\+31(?:800|900|906|909|14\d)/;
/** Numbers nobody has, for examples: 06-0000xxxx. */
const example = /^\+3160000\d{4}$/;

export type PhoneProblem = "phoneMissing" | "phoneNotANumber" | "phoneOfOrganisation";

/**
 * A number as somebody typed it, in international form ("+31612345678"); Dutch unless it begins with + or 00.
 * @param examples whether 06-0000xxxx, which nobody has, may be used: in the example world and in tests.
 */
export function readPhone(
  typed: string,
  examples: boolean,
): { ok: true; phone: string } | { ok: false; problem: PhoneProblem } {
  const text = typed.trim();
  if (text === "") return { ok: false, problem: "phoneMissing" };
  if (text.length > 40) return { ok: false, problem: "phoneNotANumber" };
  const parsed = parsePhoneNumberFromString(text.replace(/^00/, "+"), "NL");
  if (parsed === undefined) return { ok: false, problem: "phoneNotANumber" };
  if (examples && example.test(parsed.number)) return { ok: true, phone: parsed.number };
  if (forOrganisations.test(parsed.number)) return { ok: false, problem: "phoneOfOrganisation" };
  if (!parsed.isValid() || parsed.ext !== undefined) return { ok: false, problem: "phoneNotANumber" };
  const type = parsed.getType();
  if (type !== undefined && !callable.has(type)) return { ok: false, problem: "phoneOfOrganisation" };
  return { ok: true, phone: parsed.number };
}

/** A number that people call an organisation on: free and paid numbers and 14 030 too. undefined when it is none. */
export function readDeskNumber(typed: string, examples: boolean): string | undefined {
  const parsed = typed.length > 40 ? undefined : parsePhoneNumberFromString(typed.trim().replace(/^00/, "+"), "NL");
  if (parsed === undefined || parsed.ext !== undefined) return undefined;
  return parsed.isValid() || (examples && example.test(parsed.number)) ? parsed.number : undefined;
}

/** "06 12345678": as people in the Netherlands write it; a foreign number keeps its country code. No line ends inside it. */
export function sayPhone(phone: string): string {
  return inWords(phone).replaceAll(" ", "\u00a0");
}

function inWords(phone: string): string {
  const parsed = parsePhoneNumberFromString(phone, "NL");
  if (parsed === undefined) return phone;
  if (example.test(parsed.number)) return `06 ${parsed.number.slice(4)}`;
  return parsed.country === "NL" ? parsed.formatNational() : parsed.formatInternational();
}
