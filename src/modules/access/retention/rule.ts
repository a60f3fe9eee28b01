import { parse } from "yaml";
import { z } from "zod";

/*
 * The retention table as data: content/retention.yaml. Which rules there are stands here too, because code names them; the
 * terms, their sources and the sentences stand there alone.
 */

export const ruleIds = [
  "hulpvraag",
  "hulpvraag-afgebroken",
  "hulpvraag-stil",
  "toezegging",
  "verzoek",
  "mail",
  "opvallend-lezen",
  "medewerker",
  "mail-link",
  "sessie",
  "aanvraagteller",
  "taak",
  "gebeurtenis",
  "geschiedenis-routekaart",
  "routekaart-navragen",
  "direct-contact",
  "lijst",
  "verwerkingslog",
] as const;
export type RuleId = (typeof ruleIds)[number];

/** Who answers for a file: an organisation of its own, or the municipality, for which the Archiefwet holds. */
const controllers = ["organisation", "municipality"] as const;
type Controller = (typeof controllers)[number];

const Told = z.strictObject({ nl: z.string().min(3), en: z.string().min(3) });
const some = z.int().min(1);

const RuleTerm = z
  .strictObject({
    /** Without one, the same for everybody. */
    controller: z.enum(controllers).optional(),
    months: some.optional(),
    days: some.optional(),
    hours: some.optional(),
    minutes: some.optional(),
    /** Within these months a team may set its own. */
    team: z.strictObject({ least: some, most: some }).optional(),
    source: z.enum(["law", "selectielijst", "policy"]),
    article: z.string().min(5),
    because: Told,
  })
  .refine(({ months, days, hours, minutes }) => [months, days, hours, minutes].filter(Boolean).length <= 1)
  .refine(({ months = 0, team }) => team === undefined || (team.least <= months && months <= team.most));
type RuleTerm = z.infer<typeof RuleTerm>;

const Rule = z.strictObject({
  id: z.enum(ruleIds),
  name: Told,
  /** `pgboss`: those of the job queue. Empty: not in the database. */
  tables: z.array(z.string()),
  from: Told,
  /** `told`: nothing goes, but whoever must look at it hears of it. */
  happens: z.enum(["deleted", "anonymised", "kept", "told", "by-installation"]),
  terms: z.array(RuleTerm).min(1),
  text: Told,
});
export type Rule = z.infer<typeof Rule>;

const File = z.strictObject({
  rules: z.array(Rule),
  nobody: z.array(z.strictObject({ tables: z.array(z.string()).min(1), because: z.string().min(5) })),
});

export type RetentionTable = {
  rules: Record<RuleId, Rule>;
  /** Tables that hold nothing of anybody, with why. */
  nobody: z.infer<typeof File>["nobody"];
};

export function parseRetention(file: string): RetentionTable {
  const { rules, nobody } = File.parse(parse(file));
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  if (byId.size !== rules.length) throw new Error("A retention rule stands there twice.");
  const ruleOf = (id: RuleId): Rule => {
    const rule = byId.get(id);
    if (rule === undefined) throw new Error(`The retention rule "${id}" is missing.`);
    return rule;
  };
  return { rules: Object.fromEntries(ruleIds.map((id) => [id, ruleOf(id)])) as Record<RuleId, Rule>, nobody };
}

/** A team as retention sees it: who answers for its files, and the terms in months that it set itself. */
export type TeamTerms = {
  municipalityId: string;
  municipality: string;
  teamId: string;
  team: string;
  controller: Controller;
  own: Partial<Record<RuleId, number>>;
};

/** For how long, and why: `team` when the team set it itself. */
export type Months = { months: number; ground: RuleTerm["source"] | "team"; article: string };

const termOf = (rule: Rule, controller: Controller): RuleTerm => {
  const term = rule.terms.find((one) => one.controller === undefined || one.controller === controller);
  if (term === undefined) throw new Error(`The retention rule "${rule.id}" says nothing for this controller.`);
  return term;
};

/** Whether a team may set this term itself. */
export function mayTeamSet(rule: Rule, team: Pick<TeamTerms, "controller">, months: number): boolean {
  const limits = termOf(rule, team.controller).team;
  return limits !== undefined && Number.isInteger(months) && limits.least <= months && months <= limits.most;
}

/** The term of a rule at a team, for what is counted in months. What a team set outside the limits does not hold. */
export function monthsAt(rule: Rule, team: Pick<TeamTerms, "controller" | "own">): Months {
  const term = termOf(rule, team.controller);
  const own = team.own[rule.id];
  if (own !== undefined && mayTeamSet(rule, team, own)) return { months: own, ground: "team", article: term.article };
  if (term.months === undefined) throw new Error(`The retention rule "${rule.id}" is not counted in months.`);
  return { months: term.months, ground: term.source, article: term.article };
}

declare module "../../../kernel/event.ts" {
  interface Events {
    /** A team keeps something longer or shorter from now on; null: as the rule says again. */
    "access.termSet": { teamId: string; rule: RuleId; months: number | null };
    /** About the person's own random id, which is nobody's from then on. */
    "access.personForgotten": { rule: RuleId };
  }
}
