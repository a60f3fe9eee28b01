import pino, { type DestinationStream, type Logger } from "pino";
import { maskBsn } from "./kernel/bsn.ts";

/** Fields that hold, or may hold, what is personal: they are never written, whoever logs them. */
const personal = ["*.phone", "*.name", "*.mail", "*.text", "*.parameters", "err.detail", "err.where"];

/** The log of a process, a line of JSON each. No line holds a burgerservicenummer, whatever it came in. */
export const makeLog = (level: string, destination?: DestinationStream): Logger =>
  pino(
    {
      level,
      base: null,
      redact: personal,
      hooks: {
        streamWrite: (line) =>
          `${JSON.stringify(JSON.parse(line), (_, value) => (typeof value === "string" ? maskBsn(value) : value))}\n`,
      },
    },
    destination,
  );
