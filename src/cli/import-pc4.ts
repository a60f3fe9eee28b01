import { createReadStream } from "node:fs";
import { parseArgs } from "node:util";
import { CsvError, parse } from "csv-parse";
import { z } from "zod";
import { readConfig } from "../config/config.ts";
import { keptSecret } from "../config/kept-secret.ts";
import { connect } from "../db/connect.ts";
import { startEmbedded } from "../db/embedded.ts";
import type { Ctx } from "../kernel/context.ts";
import {
  importPostcodes,
  isTooBroken,
  type NamedPostcode,
  postcodeColumns,
  readHeader,
  readLine,
  type SkippedLine,
  type SkipReason,
} from "../modules/directory/index.ts";

/*
 * npm run import:pc4 -- FILE [--dry-run]: the four-digit postcodes of the whole country in the place of those that are
 * there, all of them or nothing (docs/operations.md). Ends with 1 when nothing was imported, with 2 when the file or what
 * was asked cannot be understood.
 */

const usage = [
  "Usage: npm run import:pc4 -- FILE [--dry-run]",
  `FILE is CSV with commas and a first line that names the columns: ${postcodeColumns.join(", ")}.`,
];

function refuse(...lines: string[]): never {
  process.stderr.write(`${lines.join("\n")}\n`);
  process.exit(2);
}

function readArguments(): { file: string; dryRun: boolean } {
  try {
    const { values, positionals } = parseArgs({
      options: { "dry-run": { type: "boolean", default: false } },
      allowPositionals: true,
    });
    const [file] = positionals;
    if (file !== undefined && positionals.length === 1) return { file, dryRun: values["dry-run"] };
  } catch {
    // An option that does not exist: said below.
  }
  return refuse(...usage);
}

/** A line as the parser gives it; a quoted cell may hold line ends, so it says itself at which line it stands. */
const Parsed = z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) });

const reasons: Record<SkipReason, string> = {
  columns: "has another number of columns than the first line",
  noPostcode: "is no postcode from 1000 to 9999",
  twice: "stands on an earlier line as well",
  empty: "is empty",
  tooLong: "is longer than 80 signs",
  noNumber: "is no number of degrees, such as 52.09",
  outsideTheNetherlands: "lies outside the Netherlands",
};
const say = ({ line, column, because, found }: SkippedLine): string =>
  column === undefined
    ? `line ${line}: ${reasons[because]} (${found})`
    : `line ${line}, column ${column}: ${JSON.stringify(found.slice(0, 40))} ${reasons[because]}`;

type Read = { read: number; postcodes: NamedPostcode[]; skipped: SkippedLine[] };

/** Reads the file as it comes: of a line that is left out only where and why is kept. */
async function readFile(file: string): Promise<Read> {
  const source = createReadStream(file);
  const lines = source.pipe(
    parse({ bom: true, info: true, relax_column_count: true, skip_empty_lines: true, max_record_size: 10_000 }),
  );
  source.on("error", (error) => lines.destroy(error));
  const found: Read = { read: 0, postcodes: [], skipped: [] };
  const seen = new Set<number>();
  const header: { at?: Parameters<typeof readLine>[2] } = {};
  for await (const parsed of lines) {
    const { record, info } = Parsed.parse(parsed);
    if (header.at === undefined) {
      const columns = readHeader(record);
      if (!columns.ok)
        refuse(`${file}, line ${info.lines}: there is no column ${columns.missing.join(", ")}.`, ...usage);
      header.at = columns.at;
      continue;
    }
    found.read += 1;
    const line = readLine(info.lines, record, header.at, seen);
    if (line.ok) {
      seen.add(line.postcode.pc4);
      found.postcodes.push(line.postcode);
    } else found.skipped.push(line.skipped);
  }
  return found;
}

/** What could not be read as CSV at all. */
function sayWhere(file: string, error: unknown): never {
  if (!(error instanceof CsvError)) refuse(`${file} cannot be read.`);
  const { lines, column } = z
    .object({ lines: z.number(), column: z.union([z.number(), z.string()]).optional() })
    .parse({ lines: error.lines, column: error.column });
  const where = typeof column === "number" ? `, column ${column + 1}` : "";
  return refuse(`${file}, line ${lines}${where}: this is no CSV. ${error.message}`);
}

const { file, dryRun } = readArguments();
const { read, postcodes, skipped } = await readFile(file).catch((error: unknown) => sayWhere(file, error));
const listed = 20;
const saySkipped = [
  `${skipped.length} lines left out`,
  ...skipped.slice(0, listed).map((line) => `  ${say(line)}`),
  ...(skipped.length > listed ? [`  and ${skipped.length - listed} more`] : []),
];
if (isTooBroken({ read, skipped: skipped.length }))
  refuse(`Nothing was imported: of ${read} lines too many cannot be used.`, ...saySkipped);

const configured = readConfig(process.env);
if (!configured.ok)
  refuse("This is not how Rechtspoor is set up:", ...configured.problems.map((problem) => `- ${problem}`));
const { config } = configured;
const embedded = config.database === undefined ? await startEmbedded(config.dataDir) : undefined;
const url = embedded?.appUrl ?? config.database?.appUrl ?? refuse("There is no database.");
const { db, pool } = connect(url, 1, () => undefined, config.secret ?? keptSecret(config.dataDir));
const ctx: Ctx = { db, actor: { kind: "visitor" }, now: Temporal.Now.instant(), municipalityId: "NL" };
try {
  const planned = await importPostcodes(ctx, postcodes, { write: !dryRun });
  const lines = [
    `${read} lines read`,
    ...saySkipped,
    `${postcodes.length} postcodes, and ${planned.added} that our own table alone knows`,
    `${planned.here} in a municipality that is here (${planned.corrected} where our own table knows better), ${planned.elsewhere} elsewhere`,
    ...planned.taken.map(
      ({ name, id, postcodes }) => `  ${JSON.stringify(name)} was taken for ${id}: ${postcodes} postcodes`,
    ),
    dryRun
      ? `${planned.areas.length} areas would be there; nothing was changed`
      : `${planned.areas.length} areas are there now`,
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
} catch (error) {
  process.stderr.write(`Nothing was imported: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await pool.end();
  // One that was running is somebody else's.
  if (embedded?.wasRunning === false) embedded.stop();
}
