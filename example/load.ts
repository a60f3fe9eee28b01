import type { Ctx, Pool } from "../src/kernel/context.ts";
import { inTransaction } from "../src/kernel/context.ts";
import { type Day, dayOf } from "../src/kernel/day.ts";
import { liveThroughCallbacks } from "./callbacks.ts";
import { addContacts, addDesks, addMunicipalities, addPeople, addPilots, addStaff, addTexts } from "./places.ts";
import { readExample } from "./read.ts";

/**
 * Fills an empty database with the example world of this day: nine municipalities with their real offer, invented
 * desks and people, and sixty days of invented callbacks. Leaves it alone when there is a municipality already.
 * @param callbacks false leaves the past out: for tests that make their own.
 * @returns the day for which the world that is there was made; undefined when it is not an example.
 */
export async function loadExampleWorld(
  db: Pool,
  now: Temporal.Instant,
  secret: string,
  { callbacks = true } = {},
): Promise<Day | undefined> {
  const ctx: Ctx = { db, now, actor: { kind: "system", purpose: "example" }, municipalityId: "NL" };
  const loaded = await inTransaction(ctx, async (ctx) => {
    const there = await ctx.db.selectFrom("municipality").select("id").limit(1).executeTakeFirst();
    if (there !== undefined) return undefined;
    // Only now: reading it takes a server that finds its world in place a third of a second.
    const example = readExample();
    await addMunicipalities(ctx, example);
    await addTexts(ctx, example);
    await addPilots(ctx, example);
    await addDesks(ctx, example, dayOf(now));
    await addPeople(ctx, example);
    await addStaff(ctx, example);
    await addContacts(ctx, example, dayOf(now));
    await ctx.db
      .insertInto("example_world")
      .values({ made_on: dayOf(now).toString() })
      .execute();
    return example;
  });
  if (loaded !== undefined && callbacks) await liveThroughCallbacks(db, loaded, now, secret);
  const world = await db.selectFrom("example_world").select("made_on").executeTakeFirst();
  return world && Temporal.PlainDate.from(world.made_on);
}
