import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { readConfig } from "../config/config.ts";
import { keptSecret } from "../config/kept-secret.ts";
import { connect } from "../db/connect.ts";
import { startEmbedded } from "../db/embedded.ts";
import type { Ctx } from "../kernel/context.ts";
import { dayOf } from "../kernel/day.ts";
import {
  addClient,
  type Client,
  type ClientProblem,
  endClient,
  listClients,
  Scope,
  scopes,
  usualEnd,
} from "../modules/access/index.ts";

/*
 * npm run client -- add|list|end: programs of organisations (docs/api-clients.md). Ends with 1 when what was asked is not
 * done, with 2 when it could not be understood. A secret is printed once and kept nowhere.
 */

const options = {
  organisation: { type: "string" },
  name: { type: "string" },
  scope: { type: "string", multiple: true },
  key: { type: "string" },
  until: { type: "string" },
} as const;

const usage = [
  "Usage: npm run client -- add --organisation ID --name NAME --scope SCOPE [--scope SCOPE] [--key FILE] [--until DAY]",
  "       npm run client -- list [--organisation ID]",
  "       npm run client -- end ID",
  `Scopes: ${scopes.join(", ")}. Without --key (a public key in PEM) it gets a secret; without --until, a year.`,
];

function refuse(...lines: string[]): never {
  process.stderr.write(`${lines.join("\n")}\n`);
  process.exit(2);
}

/** Something that was typed, or how to type it. */
const read = <Value>(how: () => Value, otherwise: string): Value => {
  try {
    return how();
  } catch {
    return refuse(otherwise, ...usage);
  }
};

const { values, positionals } = read(
  () => parseArgs({ options, allowPositionals: true }),
  "These options are not understood.",
);
const uuid = (text: string | undefined, what: string): string =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text ?? "")
    ? (text ?? "")
    : refuse(`${what} must be an id.`, ...usage);

const problems: Record<ClientProblem, string> = {
  nameMissing: "--name must say what program it is.",
  nameTooLong: "--name must be at most 80 characters.",
  scopesMissing: "--scope must say what it may ask for.",
  endsInThePast: "--until must be today or later.",
  endsTooLate: "--until must be within two years.",
  keyPrivate:
    "--key names a private key. Nobody but the program itself may have it: make a new pair, and give the public key alone.",
  keyUnreadable: "--key must name a public key in PEM.",
  keyUnfit: "--key must be EC on P-256, or RSA of at least 2048 bits.",
  noOrganisation: "There is no such organisation.",
};

type Act = (ctx: Ctx) => Promise<{ said: string; done: boolean }>;

function adding(): Act {
  const organisationId = uuid(values.organisation, "--organisation");
  const asked = (values.scope ?? []).map((scope) => read(() => Scope.parse(scope), "This scope does not exist."));
  const until = values.until;
  const endsOn =
    until === undefined ? undefined : read(() => Temporal.PlainDate.from(until), "--until must be a day: 2027-11-24.");
  const file = values.key;
  const publicKey = file === undefined ? undefined : read(() => readFileSync(file, "utf8"), `${file} cannot be read.`);
  return async (ctx) => {
    const added = await addClient(ctx, {
      organisationId,
      name: values.name ?? "",
      scopes: asked,
      endsOn: endsOn ?? usualEnd(dayOf(ctx.now)),
      ...(publicKey === undefined ? {} : { publicKey }),
    });
    if (!added.ok) return { said: problems[added.problem], done: false };
    const { client, secret } = added.value;
    const shown = secret === null ? [] : [`secret ${secret}`, "This secret is not shown again."];
    return { said: [`client ${client.id}`, ...shown, `until ${client.endsOn}`].join("\n"), done: true };
  };
}

const line = ({
  id,
  organisationId,
  name,
  scopes,
  provesWith,
  createdOn,
  endsOn,
  lastUsedAt,
  endedAt,
}: Client): string =>
  [
    id,
    organisationId,
    name,
    scopes.join(" "),
    provesWith,
    `added ${createdOn}`,
    `until ${endsOn}`,
    lastUsedAt === null ? "never used" : `used ${dayOf(lastUsedAt)}`,
    ...(endedAt === null ? [] : [`ended ${dayOf(endedAt)}`]),
  ].join("\t");

function listing(): Act {
  const organisationId = values.organisation === undefined ? undefined : uuid(values.organisation, "--organisation");
  return async (ctx) => {
    const all = await listClients(ctx, organisationId);
    return { said: all.length === 0 ? "There are no clients." : all.map(line).join("\n"), done: true };
  };
}

function ending(): Act {
  const clientId = uuid(positionals[1], "What to end");
  return async (ctx) =>
    (await endClient(ctx, clientId)) === "ended"
      ? { said: `client ${clientId} ended; its tokens work no more.`, done: true }
      : { said: "There is no such client, or it was ended before.", done: false };
}

const acts: Record<string, () => Act> = { add: adding, list: listing, end: ending };
const act = (acts[positionals[0] ?? ""] ?? (() => refuse(...usage)))();

const configured = readConfig(process.env);
if (!configured.ok)
  refuse("This is not how Rechtspoor is set up:", ...configured.problems.map((problem) => `- ${problem}`));
const { config } = configured;
const embedded = config.database === undefined ? await startEmbedded(config.dataDir) : undefined;
const url = embedded?.appUrl ?? config.database?.appUrl ?? refuse("There is no database.");
const { db, pool } = connect(url, 1, () => undefined, config.secret ?? keptSecret(config.dataDir));
try {
  const { said, done } = await act({
    db,
    actor: { kind: "system", purpose: "clients" },
    now: Temporal.Now.instant(),
    municipalityId: "NL",
  });
  (done ? process.stdout : process.stderr).write(`${said}\n`);
  process.exitCode = done ? 0 : 1;
} catch (error) {
  process.stderr.write(`It could not be done: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await pool.end();
  // One that was running is somebody else's.
  if (embedded?.wasRunning === false) embedded.stop();
}
