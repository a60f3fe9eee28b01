/** A name or a number is never longer, and no page needs to carry more. */
export const searchLimit = 60;
/** Fewer found half the team. */
const fewestDigits = 4;
const fewestLetters = 2;
/** Nobody types more names than this; each costs a comparison per row. */
const mostWords = 6;
/** From here on it is a number from its beginning; below it is the end of one, as people remember it. */
const wholeNumber = 8;

export type SearchProblem = "searchTooShort" | "searchTooLong" | "numberTooShort";

/** What to look for: the last digits of a number, or parts of a name that must all be in it. */
export type CaseSearch = { by: "phone"; digits: string } | { by: "name"; words: string[] };

/**
 * Reads what a helper typed to find somebody back. Only digits and what stands between them is a number, however it was
 * written; anything else is a name.
 */
export function readSearch(typed: string): CaseSearch | { by: "nothing"; problem: SearchProblem } {
  const text = typed.trim();
  if (text.length > searchLimit) return { by: "nothing", problem: "searchTooLong" };
  if (/^[\d\s()+./\-–]*\d[\d\s()+./\-–]*$/u.test(text)) {
    const digits = endOfNumber(text);
    return digits.length < fewestDigits ? { by: "nothing", problem: "numberTooShort" } : { by: "phone", digits };
  }
  const words = text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  return words.join("").length < fewestLetters
    ? { by: "nothing", problem: "searchTooShort" }
    : { by: "name", words: words.slice(0, mostWords) };
}

/** What the stored number ("+31612345678") ends with: "06 12…", "0031 6 12…" and "+31 (0)6 12…" are the same number. */
function endOfNumber(text: string): string {
  const digits = text.replace(/\(0\)/g, "").replace(/\D/g, "");
  if (text.startsWith("+")) return digits.replace(/^310/, "31");
  // Too short to begin with a country: "3100" is how a number ends.
  if (digits.length < wholeNumber) return digits;
  if (digits.startsWith("00")) return digits.slice(2).replace(/^310/, "31");
  return digits.replace(/^0/, "");
}
