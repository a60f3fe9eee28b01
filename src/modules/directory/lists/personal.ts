import { maskBsn } from "../../../kernel/bsn.ts";
import type { Day } from "../../../kernel/day.ts";

/*
 * Whether a line for a resident holds something of that resident: it is read by whoever finds the paper. What looks like it
 * is refused with a reason, also where it is not: a helper writes it otherwise, and nobody has to trust a guess. A name is
 * not recognised; the page asks for none.
 */

/** What a text seems to hold. `number`: of a telephone, a customer or a file. */
export type Personal = "mail" | "bsn" | "number" | "birthDate";

const months = [
  ["jan", "januari", "january"],
  ["feb", "februari", "february"],
  ["mrt", "maart", "mar", "march"],
  ["apr", "april"],
  ["mei", "may"],
  ["jun", "juni", "june"],
  ["jul", "juli", "july"],
  ["aug", "augustus", "august"],
  ["sep", "sept", "september"],
  ["okt", "oktober", "oct", "october"],
  ["nov", "november"],
  ["dec", "december"],
];
const monthNames = months.flat().toSorted((a, b) => b.length - a.length);
const named = `(?:${monthNames.join("|")})\\.?`;

/** A whole day, as people write it: 3-4-1980, 1980-04-03, 3 april 1980, April 3, 1980. */
const days = new RegExp(
  [
    String.raw`(?<!\d|\d[-/.])(?<dayFirst>\d{1,2})(?<mark>\s?[-/.]\s?)(?<monthNumber>\d{1,2})\k<mark>(?<year>\d{4}|\d{2})(?!\d|[-/.]\d)`,
    String.raw`(?<!\d)(?<isoYear>\d{4})[-/.](?<isoMonth>\d{1,2})[-/.](?<isoDay>\d{1,2})(?!\d)`,
    String.raw`(?<!\d)(?<dayBefore>\d{1,2})\s+(?<monthAfter>${named})\s+(?<yearAfter>\d{4})(?!\d)`,
    String.raw`\b(?<monthBefore>${named})\s+(?<dayAfter>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<yearLast>\d{4})(?!\d)`,
  ].join("|"),
  "giu",
);
const aboutBirth = /\b(?:geboren|geboortedatum|geb\.?dat|geb\.|born|birth)/iu;
const mail = /[^\s@]+@[^\s@]+\.\p{L}/u;

/** Digits in groups, on one line, as numbers are written. */
const chains = /\p{Nd}(?:[\s.\-–/()·]{0,3}\p{Nd})*/gu;
const hours = /^(?:(?:[01]?\d|2[0-3])[.:][0-5]\d[\s\-–]*)+$/u;
/** No telephone number of a person here is shorter, and none anywhere is longer. */
const leastDigits = 9;
const mostDigits = 15;

export function personalIn(text: string, today: Day): Personal | undefined {
  if (mail.test(text)) return "mail";
  const dates = [...text.matchAll(days)].flatMap((match) => dayIn(match, today) ?? []);
  if (dates.length > 0 && aboutBirth.test(text)) return "birthDate";
  // What is a year ago or more is no appointment and no letter that waits.
  if (dates.some((day) => Temporal.PlainDate.compare(day, today.subtract({ years: 1 })) <= 0)) return "birthDate";
  const rest = text.replace(days, (written, ...groups) => (dayIn({ groups: groups.at(-1) }, today) ? " " : written));
  if (maskBsn(rest) !== rest) return "bsn";
  const isNumber = ([chain]: RegExpExecArray) => {
    const count = chain.replace(/\P{Nd}/gu, "").length;
    return count >= leastDigits && count <= mostDigits && !hours.test(chain);
  };
  return [...rest.matchAll(chains)].some(isNumber) ? "number" : undefined;
}

/** Undefined for a day that there is not. Of a year in two digits it is the last one that can be. */
function dayIn({ groups = {} }: { groups?: Record<string, string | undefined> | undefined }, today: Day) {
  const written = groups.year ?? groups.isoYear ?? groups.yearAfter ?? groups.yearLast ?? "";
  const name = (groups.monthAfter ?? groups.monthBefore)?.toLowerCase().replace(".", "");
  const month = name === undefined ? Number(groups.monthNumber ?? groups.isoMonth) : monthOf(name);
  const day = Number(groups.dayFirst ?? groups.isoDay ?? groups.dayBefore ?? groups.dayAfter);
  const century = Math.floor((today.year + 2 - Number(written)) / 100) * 100;
  const year = written.length === 2 ? century + Number(written) : Number(written);
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" });
  } catch {
    return undefined;
  }
}

const monthOf = (name: string): number => months.findIndex((names) => names.includes(name)) + 1;
