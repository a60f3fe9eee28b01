import { fingerprint } from "../../../kernel/id.ts";

/*
 * A link by mail proves that somebody reads the address that was given with a question. It is asked for with that
 * address and the last four digits of the number, and is good once.
 */

/** Long enough for a slow mail server and somebody who looks for their glasses. */
export const proofLasts = { minutes: 30 } as const;

/** A button that is pressed twice is one press; who comes back later with the same page is not. */
export const pressedTwiceWithin = { minutes: 1 } as const;

/** More mails than this about one question in a day help nobody, and bother whoever did not ask for them. */
export const countedOver = { hours: 24 } as const;
const mailsADay = 3;

/** A question whose address and digits are these. */
export type FoundByMail = {
  caseId: string;
  teamId: string;
  eventRef: string;
  /** It is known that somebody else may read or hear what is meant for the resident. */
  isNotSafe: boolean;
  /** Links that were mailed for it lately. */
  mailed: number;
};

/** Who is in danger is not written to, whoever asks for it; nor is anybody over and over. */
export const mayBeMailed = ({ isNotSafe, mailed }: FoundByMail): boolean => !isNotSafe && mailed < mailsADay;

/**
 * What the link holds: 128 bits that nobody can tell from chance without the secret, from an id that is chance itself. So
 * a mail that is written once more, after a crash, holds the same link, and no token has to be kept to write it. Small
 * letters and digits alone: mail programs cut off, fold and change anything else.
 */
export const tokenOfProof = (secret: string, proofId: string): string =>
  fingerprint(secret, `mail-proof:${proofId}`).slice(0, 32);

/** What was shown to be known, as a fingerprint: the address, however its capitals are, and the digits. */
export const printOfReach = (secret: string, mail: string, lastFour: string): string =>
  fingerprint(secret, `mail-proof-reach:${mail.toLowerCase()}:${lastFour}`);

/** A question that a link may open, as it is now. */
export type ProvenCase = {
  caseId: string;
  teamId: string;
  eventRef: string;
  /** When the question was asked: how somebody tells theirs apart. */
  askedAt: Temporal.Instant;
  /** The end of the link. */
  until: Temporal.Instant;
  usedAt: Temporal.Instant | null;
};

/** Another question of the same resident, as far as an address and a number can tell. */
export type Together = Pick<ProvenCase, "caseId" | "teamId" | "askedAt">;

/** With what the link was asked for, and what holds for the question now. */
type ReachNow = { print: string; mail: string | null; lastFour: string; isNotSafe: boolean };

/** A link opens nothing any more when the address or the number was changed since, or a call was found not safe. */
export const stillHolds = (secret: string, { print, mail, lastFour, isNotSafe }: ReachNow): boolean =>
  !isNotSafe && mail !== null && print === printOfReach(secret, mail, lastFour);

declare module "../../../kernel/event.ts" {
  interface Events {
    /** About the first question that was found, or about nothing; the mail is for all of them. */
    "access.mailProofAsked": { proofId: string; language: string; subjects: string[] };
    "access.mailProofUsed": Record<string, never>;
  }
}
