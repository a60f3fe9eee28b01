import { createHmac, hkdfSync } from "node:crypto";
import { markOf } from "../../../kernel/mark.ts";

/*
 * What a seal says of a batch of events, and what is wrong when it does not fit any more. A digest needs a key that is
 * made of the installation's SECRET: whoever can only write the database cannot seal again what they changed.
 */

/** An event as it is sealed: every column of its row, as text that no setting of the database changes. */
export type SealedEvent = {
  municipalityId: string;
  id: string;
  /** Seconds since 1970, exact to the microsecond: a date would read the same before Christ. */
  at: string;
  name: string;
  subjectRef: string;
  /** As PostgreSQL spells jsonb, which is one spelling for one value. */
  facts: string;
  actorKind: string;
  actorPersonId: string | null;
  traceId: string | null;
  parentSpanId: string | null;
  /** Null: written before events were marked. */
  mark: Buffer | null;
  /** As PostgreSQL spells an array. */
  teamIds: string;
};

export type Seal = {
  municipalityId: string;
  /** One after the other from 1, for each municipality. */
  number: number;
  /** Moments as in an event. */
  sealedAt: string;
  fromAt: string;
  toAt: string;
  events: number;
  eventIds: string[];
  /** 32 bytes for each event, in the order of their ids. */
  eventDigests: Buffer;
  /** Whether nothing else waited to be sealed then. */
  emptied: boolean;
  previousDigest: Buffer | null;
  digest: Buffer;
};

/** The newest seal of a municipality: kept elsewhere, it shows when the end of the chain was taken away. */
export type Head = { municipalityId: string; number: number; digest: string };

const digestLength = 32;

/** A key of its own: what is sealed with it says nothing about codes and cookies. */
export const sealingKey = (secret: string): Buffer =>
  Buffer.from(hkdfSync("sha256", secret, "", "event-seal", digestLength));

/** Parts as JSON: no two different rows give the same text. The first says what it is, and which version of this. */
const digestOf = (key: Buffer, parts: readonly unknown[]): Buffer =>
  createHmac("sha256", key).update(JSON.stringify(parts)).digest();

/** What was sealed before there were marks has a digest without one, and without teams; the mark says which it is. */
const eventDigest = (key: Buffer, event: SealedEvent): Buffer =>
  digestOf(key, [
    event.mark === null ? "event 1" : "event 2",
    event.municipalityId,
    event.id,
    event.at,
    event.name,
    event.subjectRef,
    event.facts,
    event.actorKind,
    event.actorPersonId,
    event.traceId,
    event.parentSpanId,
    ...(event.mark === null ? [] : [event.mark.toString("hex"), event.teamIds]),
  ]);

/**
 * Whether this software wrote it. Without a mark only what is older than the first event that has one: whoever puts one
 * that far back is found by its moment.
 */
export const isOurs = (key: Buffer, event: SealedEvent, firstMarkedAt: string | undefined): boolean =>
  event.mark === null
    ? firstMarkedAt === undefined || Number(event.at) < Number(firstMarkedAt)
    : event.mark.equals(markOf(key, { ...event, facts: JSON.parse(event.facts) }));

export const sealDigest = (key: Buffer, seal: Omit<Seal, "digest">): Buffer =>
  digestOf(key, [
    "seal 1",
    seal.municipalityId,
    seal.number,
    seal.sealedAt,
    seal.fromAt,
    seal.toAt,
    seal.events,
    seal.eventIds,
    seal.eventDigests.toString("hex"),
    seal.emptied,
    seal.previousDigest?.toString("hex") ?? null,
  ]);

/** @param events at least one, in the order in which they are sealed. */
export function sealOf(
  key: Buffer,
  events: readonly SealedEvent[],
  given: { municipalityId: string; sealedAt: string; emptied: boolean; previous: Seal | undefined },
): Seal {
  const { previous, ...rest } = given;
  const moments = events.map(({ at }) => at).sort((a, b) => Number(a) - Number(b));
  const seal = {
    ...rest,
    number: (previous?.number ?? 0) + 1,
    fromAt: moments[0] ?? "",
    toAt: moments.at(-1) ?? "",
    events: events.length,
    eventIds: events.map(({ id }) => id),
    eventDigests: Buffer.concat(events.map((event) => eventDigest(key, event))),
    previousDigest: previous?.digest ?? null,
  };
  return { ...seal, digest: sealDigest(key, seal) };
}

/** What is wrong, where, and with how many events. Numbers of seals and codes of municipalities, nothing of people. */
export type Finding = { municipalityId: string } & (
  | { kind: "changed" | "missing" | "afterwards"; seal: number; events: number }
  /** Events of the time of this seal that nobody ever sealed; without a seal: of after the last one. */
  | { kind: "added"; seal: number | null; events: number }
  /** Not written by this software; without a seal: it waits for one. */
  | { kind: "unmarked"; seal: number | null; events: number }
  /** Waited to be sealed, and is gone. */
  | { kind: "vanished"; events: number }
  /** The seal itself was changed or made without the key. */
  | { kind: "forged"; seal: number }
  /** Does not follow the seal before it. */
  | { kind: "unchained"; seal: number }
  | { kind: "sealsMissing"; from: number; to: number }
  /** A seal that was kept elsewhere is gone here, or is another one. */
  | { kind: "headMissing" | "headChanged"; seal: number }
);

/**
 * An act and its event are of one request, which ends within minutes. An event that turns up much later than its moment,
 * although nothing waited any more, was put there by somebody.
 */
export const latestAfter = Temporal.Duration.from({ minutes: 15 });

/** What came before this seal: the seal itself, and when there was last nothing left to seal. */
export type Before = { number: number; digest: Buffer | null; emptiedAt: number | undefined };
export const theBeginning: Before = { number: 0, digest: null, emptiedAt: undefined };

/** The keys of seals and of marks, and when the first event was marked. */
export type Known = { sealing: Buffer; marking: Buffer; firstMarkedAt: string | undefined };

/** Everything that is wrong with a seal and the events it names, given what came before it. */
export function examine(known: Known, seal: Seal, events: readonly SealedEvent[], before: Before): Finding[] {
  const key = known.sealing;
  const { municipalityId, number } = seal;
  const byId = new Map(events.map((event) => [event.id, event]));
  const found = seal.eventIds.map((id) => byId.get(id));
  const isAsSealed = (event: SealedEvent, place: number): boolean =>
    eventDigest(key, event).equals(seal.eventDigests.subarray(place * digestLength, (place + 1) * digestLength));
  const changed = found.filter((event, place) => event !== undefined && !isAsSealed(event, place)).length;
  // One that was changed has a mark that does not fit any more, and is counted already.
  const unmarked = found.filter(
    (event, place) =>
      event !== undefined && isAsSealed(event, place) && !isOurs(known.marking, event, known.firstMarkedAt),
  ).length;
  const missing = found.filter((event) => event === undefined).length;
  const { emptiedAt } = before;
  const afterwards =
    emptiedAt === undefined
      ? 0
      : events.filter(({ at }) => Number(at) < emptiedAt - latestAfter.total("seconds")).length;
  const findings: (Finding | false)[] = [
    number > before.number + 1 && { municipalityId, kind: "sealsMissing", from: before.number + 1, to: number - 1 },
    number === before.number + 1 &&
      !equal(seal.previousDigest, before.digest) && { municipalityId, kind: "unchained", seal: number },
    !sealDigest(key, seal).equals(seal.digest) && { municipalityId, kind: "forged", seal: number },
    changed > 0 && { municipalityId, kind: "changed", seal: number, events: changed },
    missing > 0 && { municipalityId, kind: "missing", seal: number, events: missing },
    afterwards > 0 && { municipalityId, kind: "afterwards", seal: number, events: afterwards },
    unmarked > 0 && { municipalityId, kind: "unmarked", seal: number, events: unmarked },
  ];
  return findings.filter((finding) => finding !== false);
}

const equal = (one: Buffer | null, other: Buffer | null): boolean =>
  one === null || other === null ? one === other : one.equals(other);

export const after = (before: Before, seal: Seal): Before => ({
  number: seal.number,
  digest: seal.digest,
  emptiedAt: seal.emptied ? Number(seal.sealedAt) : before.emptiedAt,
});

export const headOf = (seal: Seal): Head => ({
  municipalityId: seal.municipalityId,
  number: seal.number,
  digest: seal.digest.toString("hex"),
});

/** One head a line, for keeping on paper or in another place: "GM0344 12 9f86…". */
export const sayHead = ({ municipalityId, number, digest }: Head): string => `${municipalityId} ${number} ${digest}`;

/** Heads that were kept; undefined when a line is none, or when there is no head at all. Banners of npm are skipped. */
export function readHeads(text: string): Head[] | undefined {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "" && !line.startsWith(">"));
  const heads = lines.map((line): Head | undefined => {
    const [, municipalityId, number, digest] = /^(\S+) ([1-9]\d{0,8}) ([0-9a-f]{64})\s*$/.exec(line) ?? [];
    if (municipalityId === undefined || number === undefined || digest === undefined) return undefined;
    return { municipalityId, number: Number(number), digest };
  });
  const read = heads.filter((head) => head !== undefined);
  return read.length === 0 || read.length < heads.length ? undefined : read;
}
