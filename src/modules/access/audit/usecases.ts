import { as, type Ctx, type Inside, inTransaction, reading } from "../../../kernel/context.ts";
import { eventKeyOf, secondsOf } from "../../../kernel/mark.ts";
import {
  after,
  type Before,
  examine,
  type Finding,
  type Head,
  headOf,
  isOurs,
  type Known,
  type Seal,
  type SealedEvent,
  sealingKey,
  sealOf,
  theBeginning,
} from "./seal.ts";
import * as store from "./store.ts";

const sealing = { kind: "system", purpose: "sealing" } as const;

/** Enough for a short transaction; what is left over follows in the next batch at once. */
const batchSize = 500;

/**
 * Seals what waits, in every municipality, each batch in a transaction of its own.
 * @returns how many events were sealed.
 */
export async function sealEvents(
  ctx: Ctx,
  given: { secret: string; batch?: number },
): Promise<{ sealed: number; seals: number }> {
  const key = sealingKey(given.secret);
  const batch = given.batch ?? batchSize;
  const total = { sealed: 0, seals: 0 };
  const failed: unknown[] = [];
  for (const municipalityId of await reading(as(ctx, sealing), (ctx) => store.listMunicipalitiesThatWait(ctx.db))) {
    const there = { ...as(ctx, sealing), municipalityId };
    try {
      for (;;) {
        const sealed = await inTransaction(there, (ctx) => sealBatch(ctx, key, batch));
        total.sealed += sealed;
        if (sealed > 0) total.seals++;
        if (sealed < batch) break;
      }
    } catch (error) {
      // What is wrong in one municipality must not leave the others unsealed.
      failed.push(error);
    }
  }
  if (failed.length > 0) throw new AggregateError(failed, `in ${failed.length} municipalities events stay unsealed`);
  return total;
}

async function sealBatch(ctx: Inside, key: Buffer, batch: number): Promise<number> {
  const { db, municipalityId } = ctx;
  await store.lockSeals(db, municipalityId);
  const events = await store.listWaiting(db, municipalityId, batch);
  if (events.length === 0) return 0;
  const previous = await store.findLastSeal(db, municipalityId);
  const emptied = events.length < batch;
  await store.insertSeal(db, sealOf(key, events, { municipalityId, sealedAt: secondsOf(ctx.now), emptied, previous }));
  const ids = events.map(({ id }) => id);
  await store.deleteWaiting(db, municipalityId, ids);
  return events.length;
}

/** A few seals at a time: memory stays the same however many there are. */
const sealsAtOnce = 10;

export type Verified = { municipalities: number; seals: number; forged: number; events: number; waiting: number };

/**
 * Looks at every event and seal of every municipality, one after the other. What stands in the rows may be anything here,
 * the code of the municipality too: it never gets into the settings of a transaction.
 * @param expected heads that were kept elsewhere.
 * @param tell hears each finding as soon as it is there; @param tellHead the newest seal of each municipality.
 */
export async function verifyEvents(
  ctx: Ctx,
  given: { secret: string; expected?: readonly Head[] },
  tell: (finding: Finding) => void,
  tellHead: (head: Head) => void = () => undefined,
): Promise<Verified> {
  const looking = as(ctx, sealing);
  const expected = given.expected ?? [];
  const total = { municipalities: 0, seals: 0, forged: 0, events: 0, waiting: 0 };
  const { there, firstMarkedAt } = await reading(looking, async (ctx) => {
    await store.takeTime(ctx.db);
    return {
      there: await store.listSealedMunicipalities(ctx.db),
      firstMarkedAt: await store.findFirstMarked(ctx.db),
    };
  });
  const known = { sealing: sealingKey(given.secret), marking: eventKeyOf(given.secret), firstMarkedAt };
  for (const municipalityId of new Set([...there, ...expected.map((head) => head.municipalityId)])) {
    const kept = new Map(
      expected.filter((head) => head.municipalityId === municipalityId).map((head) => [head.number, head.digest]),
    );
    total.municipalities++;
    const last = await verifySeals(looking, municipalityId, known, (seal, findings) => {
      total.seals++;
      total.events += seal.events;
      if (findings.some(({ kind }) => kind === "forged")) total.forged++;
      for (const finding of findings) tell(finding);
      const head = kept.get(seal.number);
      if (head !== undefined && head !== seal.digest.toString("hex"))
        tell({ municipalityId, kind: "headChanged", seal: seal.number });
      kept.delete(seal.number);
    });
    for (const seal of kept.keys()) tell({ municipalityId, kind: "headMissing", seal });
    if (last !== undefined) tellHead(headOf(last));
    const { waiting, vanished, outside } = await reading(looking, async (ctx) => {
      await store.takeTime(ctx.db);
      const outside = await store.countOutside(ctx.db, municipalityId);
      return { ...(await store.countWaiting(ctx.db, municipalityId)), outside };
    });
    total.waiting += waiting;
    if (vanished > 0) tell({ municipalityId, kind: "vanished", events: vanished });
    for (const { seal, events } of outside) tell({ municipalityId, kind: "added", seal, events });
    const unmarked = await countUnmarked(looking, municipalityId, known);
    if (unmarked > 0) tell({ municipalityId, kind: "unmarked", seal: null, events: unmarked });
  }
  return total;
}

/** How many of those that wait this software did not write: whoever puts one there is found before it is sealed. */
async function countUnmarked(ctx: Ctx, municipalityId: string, known: Known): Promise<number> {
  const at: { count: number; last: string | undefined } = { count: 0, last: undefined };
  for (;;) {
    const some = await reading(ctx, ({ db }) => store.listWaiting(db, municipalityId, batchSize, at.last));
    at.count += some.filter((event) => !isOurs(known.marking, event, known.firstMarkedAt)).length;
    at.last = some.at(-1)?.id;
    if (some.length < batchSize) return at.count;
  }
}

/** @returns the newest seal. */
async function verifySeals(
  ctx: Ctx,
  municipalityId: string,
  known: Known,
  hear: (seal: Seal, findings: Finding[]) => void,
): Promise<Seal | undefined> {
  const at: { before: Before; last: Seal | undefined } = { before: theBeginning, last: undefined };
  for (;;) {
    const some = await reading(ctx, async ({ db }) => {
      const seals = await store.listSealsAfter(db, municipalityId, at.before.number, sealsAtOnce);
      const read: { seal: Seal; events: SealedEvent[] }[] = [];
      for (const seal of seals) read.push({ seal, events: await store.listEvents(db, municipalityId, seal.eventIds) });
      return read;
    });
    for (const { seal, events } of some) {
      hear(seal, examine(known, seal, events, at.before));
      at.before = after(at.before, seal);
      at.last = seal;
    }
    if (some.length < sealsAtOnce) return at.last;
  }
}
