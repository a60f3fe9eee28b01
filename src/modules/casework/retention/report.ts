import type { Day } from "../../../kernel/day.ts";
import type { Months, RetentionTable, TeamTerms } from "../../access/index.ts";
import type { HoldReason } from "../case-file.ts";
import { type Closing, decideRetention, type FileRule, fileTermsOf, graceDays } from "./due.ts";

/** How many files of a team are alike to retention. */
export type Alike = { municipalityId: string; teamId: string; count: number; closing: Closing & { status: "closed" } };

/** So many files, and the first of their days. */
type Some = { count: number; first: Day | undefined };

/** What a run does with the closed files of one team under one rule. */
export type ReportLine = {
  team: TeamTerms;
  rule: FileRule;
  term: Months;
  /** They go now; `first`: the earliest day on which one should have gone. */
  due: Some;
  /** Of those, what is there longer than agreed. */
  overdue: Some;
  /** Their term still runs; `first`: when the first of them goes. */
  kept: Some;
  held: { reason: HoldReason; count: number }[];
};

/** The report of a day: the very decisions that the job takes, counted. Teams without closed files are not in it. */
export function reportOf(
  alike: readonly Alike[],
  teams: readonly TeamTerms[],
  table: RetentionTable,
  today: Day,
): ReportLine[] {
  const keyOf = ({ municipalityId, teamId }: Pick<TeamTerms, "municipalityId" | "teamId">) =>
    `${municipalityId} ${teamId}`;
  const byTeam = Map.groupBy(alike, keyOf);
  return teams.flatMap((team) => {
    const terms = fileTermsOf(table, team);
    const decided = (byTeam.get(keyOf(team)) ?? []).flatMap(({ closing, count }) => {
      const retention = decideRetention(closing, terms, today);
      return retention.kind === "open" ? [] : [{ ...retention, count }];
    });
    return [...Map.groupBy(decided, ({ rule }) => rule)].map(([rule, ofRule]) => {
      const due = ofRule.filter(({ kind }) => kind === "due");
      const held = ofRule.flatMap((one) => (one.kind === "held" ? [one] : []));
      return {
        team,
        rule,
        term: terms[rule],
        due: some(due),
        overdue: some(due.filter((one) => isOverdue(one.goesOn, today))),
        kept: some(ofRule.filter(({ kind }) => kind === "kept")),
        held: [...Map.groupBy(held, ({ reason }) => reason)].map(([reason, same]) => ({
          reason,
          count: some(same).count,
        })),
      };
    });
  });
}

const isOverdue = (goesOn: Day, today: Day): boolean =>
  Temporal.PlainDate.compare(goesOn.add({ days: graceDays }), today) < 0;

const some = (files: readonly { count: number; goesOn: Day }[]): Some => ({
  count: files.reduce((sum, { count }) => sum + count, 0),
  first: files.map((file) => file.goesOn).toSorted(Temporal.PlainDate.compare)[0],
});
