import { as, type Ctx, type Inside, inTransaction, reading } from "../../../kernel/context.ts";
import { dayOf } from "../../../kernel/day.ts";
import { record } from "../../../kernel/event.ts";
import { mayTeamSet, monthsAt, type RetentionTable, type RuleId, type TeamTerms } from "./rule.ts";
import * as store from "./store.ts";

const retention = { kind: "system", purpose: "retention" } as const;

/** What is kept, how long and what happens then; read once, at the first question. */
export const readRetention: () => RetentionTable = (() => {
  const read: { table?: RetentionTable } = {};
  return () => {
    read.table ??= store.readRetention();
    return read.table;
  };
})();

/** Every team of every municipality, as retention sees it: published facts. */
export const listTeamTerms = (ctx: Ctx | Inside): Promise<TeamTerms[]> =>
  reading(ctx, (ctx) => store.listTeamTerms(ctx.db));

export async function getTeamTerms(ctx: Ctx | Inside, teamId: string): Promise<TeamTerms> {
  const [team] = await reading(ctx, (ctx) =>
    store.listTeamTerms(ctx.db, { municipalityId: ctx.municipalityId, teamId }),
  );
  if (team === undefined) throw new Error("A case names a team that does not exist.");
  return team;
}

export type TermSet = "done" | "noSuchTeam" | "outsideLimits";

/**
 * Sets the term of a team, within the limits of the rule; null goes back to the rule. As its hours and its number it is
 * set by whoever runs the installation, at the word of its organisation.
 */
export const setTeamTerm = (ctx: Ctx, teamId: string, rule: RuleId, months: number | null): Promise<TermSet> =>
  inTransaction(as(ctx, { kind: "system", purpose: "editing" }), async (ctx) => {
    const [team] = await store.listTeamTerms(ctx.db, { municipalityId: ctx.municipalityId, teamId });
    if (team === undefined) return "noSuchTeam";
    if (months !== null && !mayTeamSet(readRetention().rules[rule], team, months)) return "outsideLimits";
    await store.setTeamTerm(ctx.db, team, rule, months);
    await record(ctx, "access.termSet", teamId, { teamId, rule, months });
    return "done";
  });

/**
 * Whoever has no team any more becomes nobody after the term, each in a transaction of their own.
 * @param given.dryRun names them and changes nothing: also not who was noticed.
 * @returns how many became nobody (in a dry run: would), and what went wrong.
 */
export async function forgetLeavers(
  ctx: Ctx,
  given: { dryRun: boolean },
): Promise<{ forgotten: number; failed: unknown[] }> {
  const { months } = monthsAt(readRetention().rules.medewerker, { controller: "organisation", own: {} });
  const there = as(ctx, retention);
  if (!given.dryRun) await inTransaction(there, (ctx) => store.noticeLeavers(ctx.db, ctx.now));
  const leavers = await reading(there, (ctx) => store.listLeavers(ctx.db));
  const due = leavers.filter(
    ({ noticedAt }) => Temporal.PlainDate.compare(dayOf(noticedAt).add({ months }), dayOf(ctx.now)) <= 0,
  );
  if (given.dryRun) return { forgotten: due.length, failed: [] };
  const total: { forgotten: number; failed: unknown[] } = { forgotten: 0, failed: [] };
  for (const { personId } of due) {
    await inTransaction({ ...there, municipalityId: "NL" }, async (ctx) => {
      const forgotten = await store.forgetPerson(ctx.db, personId);
      if (forgotten) await record(ctx, "access.personForgotten", personId, { rule: "medewerker" });
      return forgotten;
    }).then(
      (forgotten) => {
        if (forgotten) total.forgotten++;
      },
      (error: unknown) => total.failed.push(error),
    );
  }
  return total;
}
