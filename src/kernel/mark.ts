import { createHmac, hkdfSync } from "node:crypto";

/*
 * What shows that this software wrote an event: a digest of it with a key that is made of the installation's SECRET, put
 * beside it as it is written. Whoever can only write the database can add a row, and no mark that fits it.
 */

/** What is marked, as the database gives it back: ids in small letters, moments to the microsecond. */
export type Markable = {
  municipalityId: string;
  id: string;
  /** Seconds since 1970 (`secondsOf`). */
  at: string;
  name: string;
  subjectRef: string;
  facts: unknown;
  actorKind: string;
  actorPersonId: string | null;
  traceId: string | null;
  parentSpanId: string | null;
};

/** A key of its own: what is marked with it says nothing about codes, cookies and seals. */
export const eventKeyOf = (secret: string): Buffer => Buffer.from(hkdfSync("sha256", secret, "", "event-mark", 32));

/** As JSON with its keys in order: the database keeps facts in an order of its own. */
export function markOf(key: Buffer, event: Markable): Buffer {
  const parts = [
    "mark 1",
    event.municipalityId,
    event.id,
    event.at,
    event.name,
    event.subjectRef,
    inOrder(event.facts),
    event.actorKind,
    event.actorPersonId,
    event.traceId,
    event.parentSpanId,
  ];
  return createHmac("sha256", key).update(JSON.stringify(parts)).digest();
}

/** An object stays different from a list of the same. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return { fields: fields.map(([name, inside]) => [name, inOrder(inside)]) };
}

/** Seconds since 1970 to the microsecond, as the database says them. */
export function secondsOf(moment: Temporal.Instant): string {
  const micros = moment.epochNanoseconds / 1000n;
  return `${micros / 1_000_000n}.${String(micros % 1_000_000n).padStart(6, "0")}`;
}
