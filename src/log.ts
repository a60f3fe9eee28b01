import pino, { type DestinationStream, type Logger } from "pino";
import { maskBsn } from "./kernel/bsn.ts";

/**
 * Fields that hold, or may hold, what is personal or secret: they are never written, whoever logs them and however deep
 * they lie. `code` is not among them: it is what errors of the database and the network call theirs.
 */
const hidden = new Set([
  ...["name", "phone", "mail", "to", "text", "note", "word", "words", "address", "postcode"],
  ...["digits", "proof", "token", "secret", "password", "cookie", "authorization"],
  // Of an error of the database: what stood in the row or the query.
  ...["detail", "where", "parameters", "query"],
]);
const redacted = "[Redacted]";

const said = (key: string, value: unknown): unknown => {
  if (hidden.has(key.toLowerCase())) return redacted;
  return typeof value === "string" ? maskBsn(value) : value;
};

/** The log of a process, a line of JSON each. No line holds a burgerservicenummer, whatever it came in. */
export const makeLog = (level: string, destination?: DestinationStream): Logger =>
  pino(
    {
      level,
      base: null,
      hooks: { streamWrite: (line) => `${JSON.stringify(JSON.parse(line), said)}\n` },
    },
    destination,
  );
