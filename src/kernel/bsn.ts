/*
 * Burgerservicenummers have no place here (UAVG 46: only who the law says so may use them). They come in all the same,
 * in a note or in somebody's own words, and are taken out before anything is stored or logged.
 */

/** Stands where the number was: as many dots as it had digits. */
export const bsnMask = "•".repeat(9);

/** Where the digits of a script begin: Latin, Arabic, Persian and Urdu, Hindi, full width. */
const zeros = [0x30, 0x660, 0x6f0, 0x966, 0xff10];
const digit = "[0-9\\u0660-\\u0669\\u06f0-\\u06f9\\u0966-\\u096f\\uff10-\\uff19]";
/** Digits in groups, as people write a long number: a few spaces or marks between two groups, on one line. */
const chains = new RegExp(`${digit}+(?:[ \\t\\u00a0\\u2009\\u202f.,\\-–—_/·'’]{1,3}${digit}+)*`, "gu");
const groupsOf = new RegExp(`${digit}+`, "gu");
/** References of ours, in logs: their digits are chance. */
const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

const valueOfDigit = (sign: string): number => {
  const code = sign.codePointAt(0) ?? 0;
  const zero = zeros.find((start) => code >= start && code < start + 10) ?? code;
  return code - zero;
};

/** The check that every burgerservicenummer passes, and one in eleven other numbers of nine digits: the "elfproef". */
export function passesElfproef(digits: readonly number[]): boolean {
  if (digits.length !== 9 || digits.every((value) => value === 0)) return false;
  const sum = digits.reduce((total, value, at) => total + value * (at === 8 ? -1 : 9 - at), 0);
  return sum % 11 === 0;
}

/** A telephone number with its country, or an amount: nine of those digits would be chance. */
const isOtherNumber = (before: string, chain: string, length: number): boolean =>
  (length >= 10 && length <= 15 && (/\+\s?$/u.test(before) || chain.startsWith("00"))) || /€\s?$/u.test(before);

/** The text without any burgerservicenummer, however it was spelled; everything else is as it was. */
export function maskBsn(text: string): string {
  const references = [...text.matchAll(uuid)].map(({ index, 0: { length } }) => ({
    from: index,
    until: index + length,
  }));
  return text.replace(chains, (chain, at: number) => {
    if (references.some(({ from, until }) => at < until && at + chain.length > from)) return chain;
    return maskChain(chain, text.slice(Math.max(0, at - 2), at));
  });
}

function maskChain(chain: string, before: string): string {
  const groups = [...chain.matchAll(groupsOf)].map(({ index, 0: signs }) => ({
    from: index,
    until: index + signs.length,
    digits: [...signs].map(valueOfDigit),
  }));
  if (
    isOtherNumber(
      before,
      chain,
      groups.reduce((sum, { digits }) => sum + digits.length, 0),
    )
  )
    return chain;
  const found = firstBsn(groups);
  if (found === undefined) return chain;
  return chain.slice(0, found.from) + bsnMask + maskChain(chain.slice(found.until), "");
}

type Group = { from: number; until: number; digits: number[] };

/** The first groups that make nine digits together and pass the check. */
function firstBsn(groups: Group[]): { from: number; until: number } | undefined {
  for (const [start, first] of groups.entries()) {
    const digits: number[] = [];
    for (const { until, digits: more } of groups.slice(start)) {
      digits.push(...more);
      if (digits.length >= 9) {
        if (passesElfproef(digits)) return { from: first.from, until };
        break;
      }
    }
  }
  return undefined;
}

/** True when something was taken out of this text. */
export const isMasked = (text: string): boolean => text.includes(bsnMask);
