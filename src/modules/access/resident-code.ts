import { fingerprint, readCode } from "../../kernel/id.ts";

/**
 * What is stored and compared instead of a code: its fingerprint together with the last four digits of the
 * number that was given. One value, so that there is one lookup, whether the code exists or not.
 */
export const proofOf = (secret: string, code: string, lastFour: string): string =>
  fingerprint(secret, `resident-code:${code}:${lastFour}`);

/** The proof of what somebody typed; what cannot be a code becomes a proof that fits nothing. */
export const proofOfTyped = (secret: string, typedCode: string, typedDigits: string): string =>
  proofOf(secret, readCode(typedCode) ?? "-", typedDigits.replace(/\D/g, ""));

export const lastFourOf = (phone: string): string => phone.replace(/\D/g, "").slice(-4);

/**
 * Whether whoever holds a code showed besides that they read the mail address of the question. A code and four digits may
 * be found on a card at home: what asks for more than that asks this.
 */
export const isProvenByMail = ({ actor }: { actor: { kind: string; byMail?: boolean } }): boolean =>
  actor.kind === "code" && actor.byMail === true;
