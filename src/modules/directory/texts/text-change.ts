import { type FieldChange, fieldsBetween, rebaseFields, rewindFields, undoFields } from "../fields.ts";
import { type TextField, valuesOf, type Words, wordsOf } from "../words.ts";

/* What changed in a local text, field by field (fields.ts): the Dutch, the English, and how that stands to the Dutch. */

export type TextChange = FieldChange<TextField, string>;

export const isSameText = (a: Words, b: Words): boolean => changesBetween(a, b).length === 0;

export const changesBetween = (before: Words, after: Words): TextChange[] =>
  fieldsBetween(valuesOf(before), valuesOf(after));

/** The words as they were before these changes, newest first. */
export const rewind = (words: Words, changes: readonly TextChange[]): Words =>
  wordsOf(rewindFields(valuesOf(words), changes));

/** What I changed of the base, laid over what somebody else made of it meanwhile; and what of theirs cannot stand beside it. */
export function rebase(of: Record<"base" | "mine" | "theirs", Words>): { words: Words; conflicts: TextChange[] } {
  const { base, mine, theirs } = of;
  const { fields, conflicts } = rebaseFields({ base: valuesOf(base), mine: valuesOf(mine), theirs: valuesOf(theirs) });
  return { words: wordsOf(fields), conflicts };
}

/** Takes changes back, but for what somebody changed once more since (`kept`). */
export function undo(words: Words, changes: readonly TextChange[]): { words: Words; kept: TextChange[] } {
  const { fields, kept } = undoFields(valuesOf(words), changes);
  return { words: wordsOf(fields), kept };
}
