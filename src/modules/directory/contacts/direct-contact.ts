import type { Day } from "../../../kernel/day.ts";

/*
 * Whom a professional calls at whoever offers something, themselves and not their desk. It names a function, and somebody
 * by name only until a day that is known: docs/decisions/0027-direct-contacts-leave-with-the-person.md.
 */

/** What whoever keeps the entry writes down. */
export type ContactDetails = {
  function: string;
  /** "": whoever has that function now. */
  personName: string;
  phone: string | null;
  mail: string | null;
  /** When somebody answers, in words: "ma t/m do 9-12". */
  reachable: string;
  /** What to know before calling: "voor warme overdracht, niet voor spoed". */
  advice: string;
  lastDay: Day | null;
};

export type DirectContact = ContactDetails & { id: string; confirmedOn: Day };

/** Longer than this nobody knows whether somebody will be there: then they are named again. */
const longestNamed = { months: 12 } as const;

/** Of an entry: more is a list of colleagues, and nobody keeps that right. */
export const mostContacts = 10;

export type ContactProblem = "noWay" | "lastDayMissing" | "lastDayOver" | "lastDayFar";

/** What is wrong with it, if anything. */
export function problemWith(details: ContactDetails, today: Day): ContactProblem | undefined {
  const { personName, phone, mail, lastDay } = details;
  if (phone === null && mail === null) return "noWay";
  if (lastDay === null) return personName === "" ? undefined : "lastDayMissing";
  if (Temporal.PlainDate.compare(lastDay, today) < 0) return "lastDayOver";
  return Temporal.PlainDate.compare(lastDay, today.add(longestNamed)) > 0 ? "lastDayFar" : undefined;
}

declare module "../../../kernel/event.ts" {
  interface Events {
    /** Somebody saw numbers of colleagues: those of this entry. */
    "directory.contactsRead": { contactIds: string[] };
    "directory.contactChanged": { contactId: string; change: "added" | "changed" | "confirmed" | "removed" | "ended" };
  }
}
