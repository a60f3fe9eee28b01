/** What stands in the log of a case besides calls and promises. */
export const entryKinds = [
  "note",
  "resident-word",
  "opened",
  "dayparts-changed",
  "number-changed",
  "safety-changed",
  "closed",
  "cancelled",
  "reopened",
] as const;
export type EntryKind = (typeof entryKinds)[number];

export type ContactEntry = {
  id: string;
  at: Temporal.Instant;
  byPersonId: string | null;
  kind: EntryKind;
  text: string;
};

/** Long enough for a talk of an hour, short enough that nobody pastes a file in it. */
export const noteLimit = 4000;
