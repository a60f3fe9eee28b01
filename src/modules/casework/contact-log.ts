/** What stands in the log of a case besides calls and promises. */
export const entryKinds = [
  "note",
  "resident-word",
  "opened",
  "dayparts-changed",
  "number-changed",
  "safety-changed",
  "safe-again",
  "details-changed",
  "code-renewed",
  "other-party-changed",
  "closed",
  "cancelled",
  "reopened",
  "held",
  "hold-lifted",
  "untouched",
  "request-made",
  "request-extended",
  "request-answered",
  "request-withdrawn",
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

/** About as much as fits on a line of Vandaag. */
const lineLimit = 120;

/** The beginning of a text on one line, not cut inside a word when that can be helped. */
export function firstWords(text: string): string {
  const line = text.replace(/\s+/gu, " ").trim();
  const letters = [...line];
  if (letters.length <= lineLimit) return line;
  const start = letters.slice(0, lineLimit - 1).join("");
  const whole = start.replace(/[\s\p{P}]+\S*$/u, "");
  return `${whole.length > start.length / 2 ? whole : start}…`;
}
