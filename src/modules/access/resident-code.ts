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
