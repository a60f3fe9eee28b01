import type { Day } from "../../kernel/day.ts";

/*
 * A day that somebody names and that is near: the last day to answer, the day in court, the day a home is emptied. A net, as in
 * urgency.ts: better a day too many than one too few, but a birthday is no term.
 */

/** Up to and including this many days from today. */
const near = 7;

const months = [
  ["januari", "jan", "january"],
  ["februari", "feb", "february"],
  ["maart", "mrt", "march"],
  ["april", "apr"],
  ["mei", "may"],
  ["juni", "jun", "june"],
  ["juli", "jul", "july"],
  ["augustus", "aug", "august"],
  ["september", "sep", "sept"],
  ["oktober", "okt", "october", "oct"],
  ["november", "nov"],
  ["december", "dec"],
];
const monthOf = (name: string): number => months.findIndex((names) => names.includes(name)) + 1;

/** "14 maart", "14 maart 2027", "march 14". */
const inWords = new RegExp(
  `\\b(?:(\\d{1,2})(?:e|de|ste)? (${months.flat().join("|")})|(${months.flat().join("|")}) (\\d{1,2})(?:st|nd|rd|th)?)\\b(?:,? (\\d{4}))?`,
  "g",
);
/** "14-3", "14/03/2027"; with dots only with a year, for 30.11 is an amount. */
const inNumbers = /(?<![\d.,-])(\d{1,2})([-/])(\d{1,2})(?:\2(\d{4}|\d{2}))?(?![\d-])/g;
const withDots = /(?<![\d.,])(\d{1,2})(\.)(\d{1,2})\.(\d{4}|\d{2})(?!\d)/g;

/** What makes a day one by which something must be done, or on which something happens to somebody. */
const duty =
  /\b(?:voor|uiterlijk|tot|moet|moeten|zitting|rechter|rechtbank|kantonrechter|ontruim\p{L}*|uitgezet|uitzetting|termijn|deadline|reageren|betalen|inleveren|tekenen|verhoor|afsluit\p{L}*|afgesloten|before|by|must|court|until|evict\p{L}*|cut)\b/u;

/** Without a year it is the next such day there is, and one of yesterday is past. */
function dayOf(day: number, month: number, year: string | undefined, today: Day): Day | undefined {
  const at = (year: number) => {
    try {
      return Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" });
    } catch {
      return undefined;
    }
  };
  if (year !== undefined) return at(Number(year.length === 2 ? `20${year}` : year));
  const here = at(today.year);
  return here === undefined || Temporal.PlainDate.compare(here, today) >= 0 ? here : at(today.year + 1);
}

/** @param text in small letters, without accents */
export function namesNearDay(text: string, today: Day): boolean {
  return text.split(/[!?\n]+|\.(?!\d)/).some((sentence) => {
    if (!duty.test(sentence)) return false;
    const days = [
      ...[...sentence.matchAll(inWords)].map(([, before, name, named, after, year]) =>
        dayOf(Number(before ?? after), monthOf(name ?? named ?? ""), year, today),
      ),
      ...[...sentence.matchAll(inNumbers), ...sentence.matchAll(withDots)].map(([, day, , month, year]) =>
        dayOf(Number(day), Number(month), year, today),
      ),
    ];
    return days.some((day) => {
      if (day === undefined) return false;
      const until = today.until(day).days;
      return until >= 0 && until <= near;
    });
  });
}
