import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { readConfig } from "../config/config.ts";
import { keptSecret } from "../config/kept-secret.ts";
import { connect } from "../db/connect.ts";
import { startEmbedded } from "../db/embedded.ts";
import type { Ctx } from "../kernel/context.ts";
import { type Finding, readHeads, sayHead, type Verified, verifyEvents } from "../modules/access/index.ts";

/*
 * npm run audit:verify: does every event still fit its seal? Ends with 1 when something does not, with 2 when it could not
 * look. `--heads` prints the newest seals, to be kept elsewhere; `--expect FILE` compares with some that were kept.
 */

const options = { heads: { type: "boolean", default: false }, expect: { type: "string" } } as const;

function refuse(...lines: string[]): never {
  process.stderr.write(`${lines.join("\n")}\n`);
  process.exit(2);
}

function asked() {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    return refuse(
      error instanceof Error ? error.message : String(error),
      "Usage: npm run audit:verify -- [--heads] [--expect FILE]",
    );
  }
}

function keptHeads(file: string) {
  try {
    const heads = readHeads(readFileSync(file, "utf8"));
    return heads ?? refuse(`${file} does not hold lines of "municipality number digest", as --heads prints them.`);
  } catch {
    return refuse(`${file} cannot be read.`);
  }
}

const events = (count: number) => (count === 1 ? "1 event" : `${count} events`);

/** A finding in a sentence. Seals and counts, nothing of people. */
function say(finding: Finding): string {
  switch (finding.kind) {
    case "changed":
      return `seal ${finding.seal}: ${events(finding.events)} changed after sealing`;
    case "missing":
      return `seal ${finding.seal}: ${events(finding.events)} missing`;
    case "afterwards":
      return `seal ${finding.seal}: ${events(finding.events)} put there long after the moment named in it`;
    case "added":
      return finding.seal === null
        ? `after the last seal: ${events(finding.events)} that never waited to be sealed`
        : `in the time of seal ${finding.seal}: ${events(finding.events)} added afterwards`;
    case "unmarked":
      return finding.seal === null
        ? `not sealed yet: ${events(finding.events)} not written by this software`
        : `seal ${finding.seal}: ${events(finding.events)} not written by this software`;
    case "vanished":
      return `not sealed yet: ${events(finding.events)} missing`;
    case "forged":
      return `seal ${finding.seal}: changed, or made without the key`;
    case "unchained":
      return `seal ${finding.seal}: does not follow the seal before it`;
    case "sealsMissing":
      return finding.from === finding.to
        ? `seal ${finding.from}: missing`
        : `seals ${finding.from} to ${finding.to}: missing`;
    case "headMissing":
      return `seal ${finding.seal}: kept elsewhere, missing here`;
    case "headChanged":
      return `seal ${finding.seal}: another one than was kept elsewhere`;
  }
}

function sum(looked: Verified, findings: number): string[] {
  const seen = `${events(looked.events)} in ${looked.seals} seals of ${looked.municipalities} municipalities; ${events(looked.waiting)} not sealed yet.`;
  if (findings === 0) return [seen, "Everything fits."];
  const otherSecret = looked.seals > 0 && looked.forged === looked.seals;
  return [
    seen,
    `Findings: ${findings}.`,
    ...(otherSecret ? ["No seal at all fits this SECRET: is it the one they were made with?"] : []),
  ];
}

/** Whoever changes rows may write anything into them: it does not get into a report. */
const isCode = (municipalityId: string): boolean => /^[A-Z]{2}\d{0,4}$/.test(municipalityId);
const place = (municipalityId: string): string => (isCode(municipalityId) ? municipalityId : "no municipality");

const { heads: printsHeads, expect } = asked();
const expected = expect === undefined ? [] : keptHeads(expect);
const read = readConfig(process.env);
if (!read.ok) refuse("This is not how Rechtspoor is set up:", ...read.problems.map((problem) => `- ${problem}`));
const { config } = read;
const embedded = config.database === undefined ? await startEmbedded(config.dataDir) : undefined;
const url = embedded?.appUrl ?? config.database?.appUrl ?? refuse("There is no database.");
const secret = config.secret ?? keptSecret(config.dataDir);
const { db, pool } = connect(url, 1, () => undefined, secret);
const ctx: Ctx = { db, actor: { kind: "visitor" }, now: Temporal.Now.instant(), municipalityId: "NL" };

// With --heads, standard output holds nothing but heads.
const out = printsHeads ? process.stderr : process.stdout;
const count = { findings: 0 };
try {
  out.write(`Looked on ${ctx.now.round("second").toString()}.\n`);
  const looked = await verifyEvents(
    ctx,
    { secret, expected },
    (finding) => {
      count.findings++;
      out.write(`${place(finding.municipalityId)}, ${say(finding)}\n`);
    },
    (head) => {
      if (printsHeads && isCode(head.municipalityId)) process.stdout.write(`${sayHead(head)}\n`);
    },
  );
  out.write(`${sum(looked, count.findings).join("\n")}\n`);
  process.exitCode = count.findings === 0 ? 0 : 1;
} catch (error) {
  process.stderr.write(`It could not be looked at: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
} finally {
  await pool.end();
  // One that was running is somebody else's.
  if (embedded?.wasRunning === false) embedded.stop();
}
