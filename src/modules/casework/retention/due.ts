import { type Day, dayOf } from "../../../kernel/day.ts";
import { type Months, monthsAt, type RetentionTable, type RuleId, type TeamTerms } from "../../access/index.ts";
import { type CaseFile, type CaseResult, caseResults, type HoldReason } from "../case-file.ts";

/* Which file goes on which day, by which rule. Pure: the job, its dry run and the pages all ask here. */

/** Nobody was helped: they stopped it themselves, or could not be reached. */
const brokenOff: readonly CaseResult[] = ["cancelled", "not-reached"];

const fileRules = ["hulpvraag", "hulpvraag-afgebroken"] as const satisfies RuleId[];
export type FileRule = (typeof fileRules)[number];

const ruleFor = (result: CaseResult): FileRule => (brokenOff.includes(result) ? "hulpvraag-afgebroken" : "hulpvraag");

/** The terms of one team for the files it closed. */
export type FileTerms = Record<FileRule, Months>;

export const fileTermsOf = (table: RetentionTable, team: Pick<TeamTerms, "controller" | "own">): FileTerms => ({
  hulpvraag: monthsAt(table.rules.hulpvraag, team),
  "hulpvraag-afgebroken": monthsAt(table.rules["hulpvraag-afgebroken"], team),
});

/** The first day on which a file that was closed on this day is not there any more: so many months later, by the calendar. */
export const goesOn = (closed: Day, { months }: Pick<Months, "months">): Day => closed.add({ months });

/** What becomes of a file, and when: said on its page, and done by the job. */
export type Retention =
  /** It never goes by itself. */
  | { kind: "open" }
  | { kind: "kept"; rule: FileRule; term: Months; goesOn: Day }
  | { kind: "held"; rule: FileRule; term: Months; goesOn: Day; reason: HoldReason }
  /** `erased`: not because its term is over, but because that was asked and granted (AVG 17). */
  | { kind: "due"; rule: FileRule; term: Months; goesOn: Day; erased?: true };

/** What of a file decides: nothing about the resident. */
export type Closing = { hold: HoldReason | null } & (
  | { status: "open" }
  | { status: "closed"; closedOn: Day; result: CaseResult; erasedOn?: Day | null }
);

export const closingOf = (file: CaseFile): Closing => {
  const hold = file.hold?.reason ?? null;
  return file.status === "open"
    ? { status: "open", hold }
    : {
        status: "closed",
        hold,
        closedOn: dayOf(file.closedAt),
        result: file.result,
        erasedOn: file.erasureAt && dayOf(file.erasureAt),
      };
};

export function decideRetention(file: Closing, terms: FileTerms, today: Day): Retention {
  if (file.status === "open") return { kind: "open" };
  const rule = ruleFor(file.result);
  const ends = { rule, term: terms[rule], goesOn: goesOn(file.closedOn, terms[rule]) };
  if (file.hold !== null) return { kind: "held", ...ends, reason: file.hold };
  if (file.erasedOn != null) return { kind: "due", ...ends, goesOn: file.erasedOn, erased: true };
  return { kind: Temporal.PlainDate.compare(ends.goesOn, today) <= 0 ? "due" : "kept", ...ends };
}

/** A night that failed is tried again the next; what is there after that is kept longer than agreed. */
export const graceDays = 2;

/**
 * The last day of closing of which the files are gone on this day. The other way round than `goesOn`: 28 February is a
 * month after the 28th, 29th, 30th and 31st of January alike.
 */
export function lastClosingGone(term: Pick<Months, "months">, on: Day): Day {
  const near = on.subtract({ months: term.months });
  const days = [3, 2, 1, 0].map((more) => near.add({ days: more }));
  return days.find((day) => Temporal.PlainDate.compare(goesOn(day, term), on) <= 0) ?? near;
}

/** Files of one team under one rule: those that were closed on `lastClosed` or before are past their term. */
export type PastTerm = {
  municipalityId: string;
  teamId: string;
  rule: FileRule;
  results: readonly CaseResult[];
  lastClosed: Day;
};

/** What is past its term on this day, for each team and rule. */
export const pastTerms = (table: RetentionTable, teams: readonly TeamTerms[], on: Day): PastTerm[] =>
  teams.flatMap((team) =>
    fileRules.map((rule) => ({
      municipalityId: team.municipalityId,
      teamId: team.teamId,
      rule,
      results: caseResults.filter((result) => ruleFor(result) === rule),
      lastClosed: lastClosingGone(fileTermsOf(table, team)[rule], on),
    })),
  );

declare module "../../../kernel/event.ts" {
  interface Events {
    /**
     * What is left of a file: that it went, by which rule, on whose ground. With it goes the row that tied this reference
     * to somebody. It is also what the Archiefwet asks to be kept of what was destroyed.
     */
    "casework.forgotten": { teamId: string; rule: FileRule; ground: Months["ground"] | "erasure"; goesOn: string };
    /** Nothing happened in an open file for long. Of the team alone: the file is said by nothing here. */
    "casework.untouched": { teamId: string; day: string };
  }
}
