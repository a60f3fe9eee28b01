import { type Words, withDutch } from "../words.ts";

/*
 * What changed in a local text, field by field: how its history is kept, taken back, and laid over what somebody else changed
 * meanwhile. The same shapes as for an entry of the route map (editing/change.ts), of three fields that are all text.
 */

/** The Dutch, the English, and how the English stands to it: "draft", "outdated", or "" when it is right. */
export const textFields = ["nl", "en", "state"] as const;
export type TextField = (typeof textFields)[number];
export type TextChange = { field: TextField; before: string; after: string };
type Values = Record<TextField, string>;

export const noWords: Words = { nl: "" };

/** The words as they stand in the fields of a form. */
export const valuesOf = (words: Words): Values => ({
  nl: words.nl,
  en: words.en ?? "",
  state: words.en === undefined ? "" : (words.states?.en ?? ""),
});

/** Without Dutch there is nothing: residents would read a translation of no text. */
function wordsOf({ nl, en, state }: Values): Words {
  if (nl === "") return noWords;
  if (en === "") return { nl };
  return state === "draft" || state === "outdated" ? { nl, en, states: { en: state } } : { nl, en };
}

const sameFields = (a: Values, b: Values): boolean => textFields.every((field) => a[field] === b[field]);
export const isSameText = (a: Words, b: Words): boolean => sameFields(valuesOf(a), valuesOf(b));

export function changesBetween(before: Words, after: Words): TextChange[] {
  const [was, is] = [valuesOf(before), valuesOf(after)];
  return textFields.flatMap((field) =>
    was[field] === is[field] ? [] : [{ field, before: was[field], after: is[field] }],
  );
}

/**
 * What somebody wrote, beginning with these words. Who changes the Dutch alone leaves an English text that is older, unless
 * they say otherwise in a next change; a draft stays one.
 */
export function written(base: Words, typed: Values): Words {
  const before = valuesOf(base);
  const words = wordsOf(typed);
  const isLeft = before.en === typed.en && before.state === "" && typed.state === "";
  return isLeft && words.nl !== "" ? withDutch({ ...words, nl: base.nl }, words.nl) : words;
}

const withFields = (words: Words, fields: readonly { field: TextField; value: string }[]): Words =>
  wordsOf({ ...valuesOf(words), ...Object.fromEntries(fields.map(({ field, value }) => [field, value])) });

/** The words as they were before these changes, newest first. */
export const rewind = (words: Words, changes: readonly TextChange[]): Words =>
  withFields(
    words,
    changes.map(({ field, before }) => ({ field, value: before })),
  );

export type RebasedText = {
  words: Words;
  /** What they changed in a field that I changed too, to something else. Mine stands, and theirs is told. */
  conflicts: TextChange[];
};

/** What I changed of the base, laid over what somebody else made of it meanwhile. */
export function rebase({ base, mine, theirs }: { base: Words; mine: Words; theirs: Words }): RebasedText {
  const changed = changesBetween(base, mine);
  return {
    words: withFields(
      theirs,
      changed.map(({ field, after }) => ({ field, value: after })),
    ),
    conflicts: changesBetween(base, theirs).filter((other) =>
      changed.some((change) => change.field === other.field && change.after !== other.after),
    ),
  };
}

export type UndoneText = {
  words: Words;
  /** What was changed again since: it stays as it is now. */
  kept: TextChange[];
};

/** Takes changes back, but for what somebody changed once more since. */
export function undo(words: Words, changes: readonly TextChange[]): UndoneText {
  const now = valuesOf(words);
  const isStill = ({ field, after }: TextChange): boolean => now[field] === after;
  return {
    words: rewind(words, changes.filter(isStill)),
    kept: changes.filter((change) => !isStill(change)),
  };
}
