import { type IssueCode, issueCodes, type NeedCode, needCodes } from "./issue.ts";
import { chancesOf, type Model, sharesOf } from "./model.ts";
import type { Feature } from "./statement.ts";
import { isRead, type WrittenIn } from "./written-in.ts";

/** What may be going on: how likely, the words that led to it, and what that may mean for somebody. */
export type RecognisedIssue = {
  code: IssueCode;
  /** 0 to 1, as often true as it says; several may be likely at once. */
  chance: number;
  because: string[];
};
export type RecognisedNeed = { code: NeedCode; chance: number };

export type Recognition = {
  /** Best first: what is likely, three at least, and `geen-juridisch` always. */
  issues: RecognisedIssue[];
  needs: RecognisedNeed[];
  /** "Ik weet het niet": nothing is likely enough to say it. */
  isUnsure: boolean;
  writtenIn: WrittenIn;
};

/** Likely enough to be named; likely enough to be said with some certainty. */
const likely = 0.15;
const sure = 0.5;
const likelyNeed = 0.4;
const fewest = 3;
/** Whoever hears why hears it in a few words. */
const mostReasons = 4;
/** A word that spoke for less than this share of all that spoke for it is no reason. */
const leastReason = 0.12;

/** The issues, the likeliest first. */
export const rankedBy = (chances: ReadonlyMap<string, number>): { code: IssueCode; chance: number }[] =>
  issueCodes.map((code) => ({ code, chance: chances.get(code) ?? 0 })).sort((a, b) => b.chance - a.chance);

type Read = { words: { text: string; isFiller: boolean }[]; features: Feature[]; writtenIn: WrittenIn };

export function recognitionOf({ words, features, writtenIn }: Read, model: Model): Recognition {
  const chances = chancesOf(features, model);
  const ranked = rankedBy(chances);
  const named = ranked.filter(({ code, chance }, at) => at < fewest || chance >= likely || code === "geen-juridisch");
  return {
    issues: named.map(({ code, chance }) => ({ code, chance, because: reasonsFor(code, { words, features }, model) })),
    needs: needCodes
      .map((code) => ({ code, chance: chances.get(code) ?? 0 }))
      .filter(({ chance }) => chance >= likelyNeed)
      .sort((a, b) => b.chance - a.chance),
    isUnsure: !isRead(writtenIn) || (ranked[0]?.chance ?? 0) < sure || words.every(({ isFiller }) => isFiller),
    writtenIn,
  };
}

/** The words that spoke most for it, in the order of the text; words that stand together are one. */
function reasonsFor(code: IssueCode, { words, features }: Omit<Read, "writtenIn">, model: Model): string[] {
  const shares = sharesOf(features, code, model, words.length).map((share, at) =>
    words[at]?.isFiller === true ? Math.min(share, 0) : share,
  );
  const all = shares.reduce((sum, share) => sum + Math.max(0, share), 0);
  if (all === 0) return [];
  const strong = shares
    .map((share, at) => ({ share, at }))
    .filter(({ share }) => share >= all * leastReason)
    .sort((a, b) => b.share - a.share)
    .slice(0, mostReasons)
    .map(({ at }) => at)
    .sort((a, b) => a - b);
  const parts: number[][] = [];
  for (const at of strong) {
    const before = parts.at(-1);
    if (before?.at(-1) === at - 1) before.push(at);
    else parts.push([at]);
  }
  return parts.map((part) => part.map((at) => words[at]?.text ?? "").join(" "));
}
