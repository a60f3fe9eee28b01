import { parseArgs } from "node:util";
import { z } from "zod";
import { readConfig } from "../config/config.ts";
import { keptSecret } from "../config/kept-secret.ts";
import { connect } from "../db/connect.ts";
import { startEmbedded } from "../db/embedded.ts";
import { keepToTerms, type Run } from "../jobs/retention.ts";
import type { Ctx } from "../kernel/context.ts";
import { ruleIds, setTeamTerm } from "../modules/access/index.ts";
import { type ReportLine, reportRetention } from "../modules/casework/index.ts";

/*
 * npm run retention: deletes what is over now, as the job of the night does, and says per municipality, team and rule what
 * went, what is held and what is there longer than agreed. `--dry-run` says the same and deletes nothing. With `--team` it
 * sets the term of a team instead. Ends with 1 when something could not go or is there too long, with 2 when it could not look.
 */

const usage = [
  "Usage: npm run retention [-- --dry-run]",
  "       npm run retention -- --team MUNICIPALITY/TEAM --rule RULE --months NUMBER|none",
];
const options = {
  "dry-run": { type: "boolean", default: false },
  team: { type: "string" },
  rule: { type: "string" },
  months: { type: "string" },
} as const;

const Term = z.object({
  team: z
    .string()
    .regex(/^(GM|RG)\d{4}\/[0-9a-f-]{36}$/)
    .transform((team) => team.split("/")),
  rule: z.enum(ruleIds),
  months: z
    .literal("none")
    .transform(() => null)
    .or(z.coerce.number().int().min(1)),
});

function refuse(...lines: string[]): never {
  process.stderr.write(`${lines.join("\n")}\n`);
  process.exit(2);
}

function asked() {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error), ...usage);
  }
}

const files = (count: number) => (count === 1 ? "1 case" : `${count} cases`);

/** What happens to the files of a team under one rule. Days and counts, nothing of residents. */
function sayLine({ team, rule, term, due, overdue, kept, held }: ReportLine, dryRun: boolean): string[] {
  const since = ({ first }: ReportLine["due"]) => first?.toString() ?? "";
  return [
    `${team.municipalityId} ${team.municipality}, ${team.team} (${team.teamId}), ${rule}: ${term.months} months (${term.ground}: ${term.article})`,
    ...(due.count === 0 ? [] : [`  ${files(due.count)} ${dryRun ? "would go" : "to go"} now, due since ${since(due)}`]),
    ...(kept.count === 0 ? [] : [`  ${files(kept.count)} not yet, the first goes on ${since(kept)}`]),
    ...held.map(({ reason, count }) => `  ${files(count)} held: ${reason}`),
    ...(overdue.count === 0 ? [] : [`  ${files(overdue.count)} kept longer than agreed, since ${since(overdue)}`]),
  ];
}

function sayRun(run: Run, dryRun: boolean): string[] {
  const would = dryRun ? "Would be " : "";
  const counts = [
    `deleted: ${files(run.cases)}, ${run.mails} mails, ${run.promises} promises without a case, ${run.requests} requests about own data, ${run.looks} looks at unusual reading, ${run.contacts} direct contacts, ${run.lists} lists of help`,
    `anonymised: ${run.people} people who left`,
    `told of to their team, because nothing happened for a year: ${files(run.untouched)}`,
  ].map((line) => (dryRun ? `${would}${line}` : `${line.charAt(0).toUpperCase()}${line.slice(1)}`));
  const { failed } = run;
  return failed.length === 0
    ? counts
    : [...counts, `Could not be deleted, ${failed.length} times: ${[...new Set(failed)].join(", ")}.`];
}

const { "dry-run": dryRun, ...term } = asked();
const set = Object.values(term).some((value) => value !== undefined) ? Term.safeParse(term) : undefined;
if (set?.success === false) refuse("That is no term of a team.", ...usage);
const read = readConfig(process.env);
if (!read.ok) refuse("This is not how Rechtspoor is set up:", ...read.problems.map((problem) => `- ${problem}`));
const { config } = read;
const embedded = config.database === undefined ? await startEmbedded(config.dataDir) : undefined;
const url = embedded?.appUrl ?? config.database?.appUrl ?? refuse("There is no database.");
const { db, pool } = connect(url, 1, () => undefined, config.secret ?? keptSecret(config.dataDir));
const ctx: Ctx = { db, actor: { kind: "visitor" }, now: Temporal.Now.instant(), municipalityId: "NL" };

try {
  process.exitCode = set?.success ? await setTerm(set.data) : await run();
} catch (error) {
  process.stderr.write(`It could not be done: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
} finally {
  await pool.end();
  // One that was running is somebody else's.
  if (embedded?.wasRunning === false) embedded.stop();
}

async function setTerm({ team: [municipalityId = "", teamId = ""], rule, months }: z.infer<typeof Term>) {
  const outcome = await setTeamTerm({ ...ctx, municipalityId }, teamId, rule, months);
  const said = {
    done: "The term is set. `npm run retention -- --dry-run` says what it does.",
    noSuchTeam: "There is no such team in this municipality.",
    outsideLimits: "A team of this kind may not set this term, or not to this: see content/retention.yaml.",
  };
  process.stdout.write(`${said[outcome]}\n`);
  return outcome === "done" ? 0 : 1;
}

async function run(): Promise<number> {
  const lines = await reportRetention(ctx);
  process.stdout.write(`Looked on ${ctx.now.round("second").toString()}.\n`);
  for (const line of lines.flatMap((line) => sayLine(line, dryRun))) process.stdout.write(`${line}\n`);
  const done = await keepToTerms(ctx, { dryRun });
  process.stdout.write(`${sayRun(done, dryRun).join("\n")}\n`);
  return done.failed.length === 0 && (!dryRun || lines.every(({ overdue }) => overdue.count === 0)) ? 0 : 1;
}
