import type { Ctx, Pool } from "../src/kernel/context.ts";
import { inTransaction } from "../src/kernel/context.ts";
import { dayOf } from "../src/kernel/day.ts";
import { liveThroughCallbacks } from "./callbacks.ts";
import { addDesks, addMunicipalities, addPeople, addPilots } from "./places.ts";
import { readExample } from "./read.ts";

/**
 * Fills an empty database with the example world of this day: nine municipalities with their real offer, invented
 * desks and people, and sixty days of invented callbacks. Does nothing when there is a municipality already. True when it was filled.
 * @param callbacks false leaves the past out: for tests that make their own.
 */
export async function loadExampleWorld(
  db: Pool,
  now: Temporal.Instant,
  secret: string,
  { callbacks = true } = {},
): Promise<boolean> {
  const ctx: Ctx = { db, now, actor: { kind: "system", purpose: "example" }, municipalityId: "NL" };
  const example = readExample();
  const loaded = await inTransaction(ctx, async (ctx) => {
    const there = await ctx.db.selectFrom("municipality").select("id").limit(1).executeTakeFirst();
    if (there !== undefined) return false;
    await addMunicipalities(ctx, example);
    await addPilots(ctx, example);
    await addDesks(ctx, example, dayOf(now));
    await addPeople(ctx, example);
    return true;
  });
  if (loaded && callbacks) await liveThroughCallbacks(db, example, now, secret);
  return loaded;
}
