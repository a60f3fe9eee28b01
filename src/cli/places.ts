import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { readConfig } from "../config/config.ts";
import { keptSecret } from "../config/kept-secret.ts";
import { connect } from "../db/connect.ts";
import { startEmbedded } from "../db/embedded.ts";
import { migrate } from "../db/migrate.ts";
import type { Ctx } from "../kernel/context.ts";
import { PlacesFile, type SetUp, setUpPlaces } from "../modules/access/index.ts";
import { settlePostcodes } from "../modules/directory/index.ts";

/*
 * npm run places -- FILE: adds the municipalities, organisations and teams of a YAML file that are not there yet, with their
 * postcodes as far as content/postcodes.yaml knows them, and prints their ids. Ends with 2 when the file cannot be used.
 */

function refuse(...lines: string[]): never {
  process.stderr.write(`${lines.join("\n")}\n`);
  process.exit(2);
}

/** What a file holds, or what is wrong with it in a line each. */
function readPlaces(file: string): PlacesFile {
  const typed = readYaml(file);
  const parsed = PlacesFile.safeParse(typed);
  if (parsed.success) return parsed.data;
  return refuse(
    `${file} cannot be used:`,
    ...parsed.error.issues.map(({ path, message }) => `- ${path.join(".") || "the file"}: ${message}`),
  );
}

function readYaml(file: string): unknown {
  try {
    return parse(readFileSync(file, "utf8"));
  } catch {
    return refuse(`${file} cannot be read, or is no YAML.`);
  }
}

const say = ({ what, name, id, isNew }: SetUp): string =>
  `${isNew ? "added" : "there "} ${what.padEnd(12)} ${id} ${name}`;

const [file] = process.argv.slice(2);
if (file === undefined) refuse("Usage: npm run places -- FILE");
const places = readPlaces(file);
const read = readConfig(process.env);
if (!read.ok) refuse("This is not how Rechtspoor is set up:", ...read.problems.map((problem) => `- ${problem}`));
const { config } = read;
const embedded = config.database === undefined ? await startEmbedded(config.dataDir) : undefined;
const urls = embedded ?? config.database ?? refuse("There is no database.");
await migrate(urls.ownerUrl, new URL(urls.appUrl).username);
const { db, pool } = connect(urls.appUrl, 1, () => undefined, config.secret ?? keptSecret(config.dataDir));
const ctx: Ctx = { db, actor: { kind: "visitor" }, now: Temporal.Now.instant(), municipalityId: "NL" };
try {
  const found = await setUpPlaces(ctx, places);
  process.stdout.write(`${found.map(say).join("\n")}\n`);
  for (const { id, isNew } of found.filter(({ what }) => what === "municipality"))
    if (isNew) process.stdout.write(`${await settlePostcodes(ctx, id)} ranges of postcodes for ${id}\n`);
} catch (error) {
  process.stderr.write(`Nothing was added: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await pool.end();
  // One that was running is somebody else's.
  if (embedded?.wasRunning === false) embedded.stop();
}
