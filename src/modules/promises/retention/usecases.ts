import { type Ctx, inTransaction } from "../../../kernel/context.ts";
import { dayOf, zone } from "../../../kernel/day.ts";
import { record } from "../../../kernel/event.ts";
import { newReference } from "../../../kernel/id.ts";
import { listTeamTerms, monthsAt, readRetention } from "../../access/index.ts";
import { deletePromises, listForgettable } from "./store.ts";

/**
 * Promises that belong to no case go when their term is over, team by team; those of a case go with it. What is open never
 * goes.
 * @returns how many went (in a dry run: would go), and what went wrong.
 */
export async function forgetPromises(
  ctx: Ctx,
  given: { dryRun: boolean },
): Promise<{ forgotten: number; failed: unknown[] }> {
  const rule = readRetention().rules.toezegging;
  const total: { forgotten: number; failed: unknown[] } = { forgotten: 0, failed: [] };
  for (const team of await listTeamTerms(ctx)) {
    const { municipalityId, teamId } = team;
    const lastDay = dayOf(ctx.now).subtract({ months: monthsAt(rule, team).months });
    const before = lastDay.add({ days: 1 }).toZonedDateTime(zone).toInstant();
    const there: Ctx = { ...ctx, municipalityId, actor: { kind: "system", purpose: "retention", teamId } };
    await inTransaction(there, async (ctx) => {
      const ids = await listForgettable(ctx.db, municipalityId, teamId, before);
      if (given.dryRun || ids.length === 0) return ids.length;
      await deletePromises(ctx.db, municipalityId, ids);
      await record(ctx, "promises.forgotten", newReference(), { rule: "toezegging", teamId, count: ids.length });
      return ids.length;
    }).then(
      (gone) => {
        total.forgotten += gone;
      },
      (error: unknown) => total.failed.push(error),
    );
  }
  return total;
}
