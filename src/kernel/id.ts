import { createHash, createHmac, randomBytes } from "node:crypto";
import { v5, v7 } from "uuid";
import { z } from "zod";

/** A new id that sorts by time (UUIDv7): rows made together lie together. */
export const newId = (): string => v7();

/** A random reference that tells nothing, not even when it was made (UUIDv4): for events. */
export const newReference = (): string => crypto.randomUUID();

const namespace = "4f4b5f0e-6f7c-5b52-9d0a-5e2f9c7a1d11";

/** The same id for the same name, every time (UUIDv5): for directory and example data. */
export const idFor = (name: string): string => v5(name, namespace);

/**
 * The id of what a form adds to a case: the same form with the same content, however often it is sent, means the same
 * row. Without a key (an act that no form stands for) it is a row of its own.
 */
export const idOfForm = (caseId: string, formKey: string | undefined, content: string): string =>
  formKey === undefined ? newId() : idFor(`${caseId}:${formKey}:${content}`);

/** A branded id parsed at the edge: `const CaseId = idOf("CaseId")`. */
export const idOf = <Name extends string>(_name: Name) => z.uuid().brand<Name>();

/** 30 signs, none of which looks like another: no 0 or O, no 1, I or L, no U beside V. */
const signs = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
const codeLength = 8;

/**
 * A code a person can read aloud: 8 of our signs, derived from `seed` so that the same submission
 * always gets the same code (a form sent twice shows one code). Nobody can compute it without the secret.
 */
export function humanCode(secret: string, seed: string): string {
  const digest = createHmac("sha512", secret).update(`code:${seed}`).digest();
  return Array.from({ length: codeLength }, (_, place) => {
    // Six bytes a sign: the remainder favours no sign measurably.
    const value = digest.readUIntBE(place * 6, 6);
    return signs.charAt(value % signs.length);
  }).join("");
}

/** "K7PX-M2HR": in two halves, as shown and printed. */
export const sayCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

/** What somebody typed, brought back to the code's own signs; undefined when it cannot be a code. */
export function readCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replace(/[\s-]/g, "");
  return code.length === codeLength && [...code].every((sign) => signs.includes(sign)) ? code : undefined;
}

/** A keyed fingerprint: stored instead of a code, a number or a token. Hexadecimal, 64 characters. */
export const fingerprint = (secret: string, text: string): string =>
  createHmac("sha256", secret).update(text).digest("hex");

/** 32 random bytes for a session cookie; only its hash is stored. */
export const newToken = (): string => randomBytes(32).toString("base64url");

export const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");
