import { readFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { z } from "zod";
import { type IdentityProvider, readIdentityProviders } from "./identity-providers.ts";
import { root } from "./root.ts";

/*
 * The environment, parsed once. Every variable stands in docs/operations.md.
 * A wrong value stops the start with a sentence that names it: see `readConfig`.
 */

const wholeNumber = (from: number, to: number) =>
  z.coerce
    .number({ error: `must be a whole number from ${from} to ${to}` })
    .int(`must be a whole number from ${from} to ${to}`)
    .min(from, `must be at least ${from}`)
    .max(to, `must be at most ${to}`);

const address = (protocols: string[]) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
    error: `must be an address that begins with ${protocols.map((p) => `${p}//`).join(" or ")}`,
  });

const Environment = z.object({
  RECHTSPOOR_MODE: z.enum(["example", "production", "test"], { error: "must be example or production" }).optional(),
  HOST: z.string().default("127.0.0.1"),
  PORT: wholeNumber(0, 65_535).default(3000),
  PUBLIC_URL: address(["http:", "https:"]).optional(),
  DATA_DIR: z.string().default("data"),
  DATABASE_URL: address(["postgres:", "postgresql:"]).optional(),
  DATABASE_OWNER_URL: address(["postgres:", "postgresql:"]).optional(),
  DATABASE_POOL: wholeNumber(2, 200).default(20),
  IDENTITY_PROVIDERS: z.string().optional(),
  SECRET: z.string().min(32, "must be at least 32 characters of random text").optional(),
  SMTP_URL: address(["smtp:", "smtps:"]).optional(),
  MAIL_FROM: z.email("must be an e-mail address").default("rechtspoor@example.org"),
  WORKER: z.enum(["on", "off", "only"], { error: "must be on, off or only" }).default("on"),
  LOG_LEVEL: z
    .enum(["debug", "info", "warn", "error", "silent"], { error: "must be debug, info, warn, error or silent" })
    .default("info"),
  PROCESSING_LOG: z.string().optional(),
  PROXIES: wholeNumber(0, 10).default(0),
  METRICS_TOKEN: z.string().min(16, "must be at least 16 characters").optional(),
  // What may stand in a line of security.txt: no space, no second line.
  SECURITY_CONTACT: z
    .string()
    .regex(/^(https:\/\/\S+|mailto:[^\s@]+@[^\s@]+)$/, "must begin with https:// or be a mail address after mailto:")
    .optional(),
  SECURITY_POLICY: z
    .string()
    .regex(/^https:\/\/\S+$/, "must be an address that begins with https://")
    .optional(),
  QUICK_EXIT_URL: address(["https:"]).default("https://www.buienradar.nl/"),
  LIMIT_PAGES: wholeNumber(1, 1_000_000).default(1200),
  LIMIT_REQUESTS: wholeNumber(1, 1_000_000).default(20),
  LIMIT_CODES: wholeNumber(1, 1_000_000).default(10),
  LIMIT_ONE_CODE: wholeNumber(1, 1_000_000).default(10),
});

type Mode = "example" | "production" | "test";

export type Config = {
  mode: Mode;
  host: string;
  port: number;
  /** Where people reach this site, without a slash at the end; links in mails begin with it. */
  publicUrl: string | undefined;
  dataDir: string;
  /** Undefined: start the PostgreSQL that comes along. */
  database: { appUrl: string; ownerUrl: string } | undefined;
  databasePool: number;
  /** Where people of this installation sign in; empty in the example world, which has its own. */
  identityProviders: IdentityProvider[];
  secret: string | undefined;
  smtpUrl: string | undefined;
  /** The folder of the processing log, a file a day; undefined: none is kept. */
  processingLog: string | undefined;
  mailFrom: string;
  worker: "on" | "off" | "only";
  logLevel: string;
  /** How many reverse proxies stand before us: that many addresses of X-Forwarded-For are believed. */
  proxies: number;
  metricsToken: string | undefined;
  /** Where whoever finds a weakness tells it, and what they may expect; undefined in an example. */
  security: { contact: string | undefined; policy: string | undefined };
  quickExitUrl: string;
  /** Requests a minute from one address; wrong tries of one code an hour, from all addresses together. */
  limits: { pages: number; requests: number; codes: number; oneCode: number };
};

/** What must be known to nobody: may also come from a file, which is how Docker, Kubernetes and systemd hand it over. */
const secretNames = ["SECRET", "DATABASE_URL", "DATABASE_OWNER_URL", "SMTP_URL", "METRICS_TOKEN"];

/** What stands in the files that `SECRET_FILE` and the like name. Sentences name the file, never what is in it. */
function readSecretFiles(set: Record<string, string | undefined>): {
  fromFiles: Record<string, string>;
  problems: string[];
} {
  const fromFiles: Record<string, string> = {};
  const problems: string[] = [];
  for (const name of secretNames) {
    const path = set[`${name}_FILE`];
    if (path === undefined) continue;
    if (set[name] !== undefined) {
      problems.push(`${name} and ${name}_FILE are both set: keep one of them.`);
      continue;
    }
    try {
      // An editor or `echo` ends a file with a new line, which is no part of the secret.
      fromFiles[name] = readFileSync(path, "utf8").trim();
    } catch (error) {
      const code = error instanceof Error && "code" in error ? ` (${error.code})` : "";
      problems.push(`${name}_FILE names ${path}, which cannot be read${code}.`);
    }
    if (fromFiles[name] === "") problems.push(`${name}_FILE names ${path}, which is empty.`);
  }
  return { fromFiles, problems };
}

/** Reads the environment, or says in sentences which variables are wrong and why. */
export function readConfig(
  environment: Record<string, string | undefined>,
): { ok: true; config: Config } | { ok: false; problems: string[] } {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const { fromFiles, problems: unread } = readSecretFiles(set);
  // What belongs together can only be said of secrets that could be read.
  if (unread.length > 0) return { ok: false, problems: unread };
  const parsed = Environment.safeParse({ ...set, ...fromFiles });
  if (!parsed.success)
    return { ok: false, problems: parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`) };
  const e = parsed.data;
  const mode = e.RECHTSPOOR_MODE ?? (e.DATABASE_URL === undefined ? "example" : "production");
  const problems = [
    e.DATABASE_URL !== undefined && e.DATABASE_OWNER_URL === undefined
      ? "DATABASE_OWNER_URL is missing: it runs the migrations, DATABASE_URL is the app's own login without rights over tables."
      : "",
    e.DATABASE_URL === undefined && e.DATABASE_OWNER_URL !== undefined
      ? "DATABASE_URL is missing, although DATABASE_OWNER_URL is set."
      : "",
    mode === "production" && e.DATABASE_URL === undefined
      ? "DATABASE_URL is missing: production needs a PostgreSQL of its own (16 or newer)."
      : "",
    mode === "production" && e.SECRET === undefined
      ? "SECRET is missing: codes and cookies are sealed with it. Make one with `openssl rand -hex 32` and keep it."
      : "",
    mode === "production" && e.SMTP_URL === undefined ? "SMTP_URL is missing: residents and owners get mail." : "",
    mode === "production" && e.PROCESSING_LOG === undefined
      ? "PROCESSING_LOG is missing: the folder for the log of what is done with residents' data, one file a day."
      : "",
    e.PROCESSING_LOG !== undefined && !isAbsolute(e.PROCESSING_LOG)
      ? "PROCESSING_LOG must be the whole path of a folder, beginning with /."
      : "",
    mode === "production" && e.PUBLIC_URL === undefined
      ? "PUBLIC_URL is missing: the address at which people reach this site."
      : "",
    mode === "production" && e.PUBLIC_URL !== undefined && !e.PUBLIC_URL.startsWith("https:")
      ? "PUBLIC_URL must begin with https:// in production."
      : "",
    mode === "production" && e.SECURITY_CONTACT === undefined
      ? "SECURITY_CONTACT is missing: where somebody who finds a weakness tells it, https://… or mailto:…."
      : "",
  ].filter((problem) => problem !== "");
  const providers =
    e.IDENTITY_PROVIDERS === undefined
      ? { ok: true as const, providers: [] }
      : readIdentityProviders(e.IDENTITY_PROVIDERS);
  if (!providers.ok) problems.push(...providers.problems);
  if (problems.length > 0 || !providers.ok) return { ok: false, problems };
  return {
    ok: true,
    config: {
      mode,
      host: e.HOST,
      port: e.PORT,
      publicUrl: e.PUBLIC_URL?.replace(/\/+$/, ""),
      dataDir: isAbsolute(e.DATA_DIR) ? e.DATA_DIR : join(root, e.DATA_DIR),
      database:
        e.DATABASE_URL === undefined || e.DATABASE_OWNER_URL === undefined
          ? undefined
          : { appUrl: e.DATABASE_URL, ownerUrl: e.DATABASE_OWNER_URL },
      databasePool: e.DATABASE_POOL,
      identityProviders: providers.providers,
      secret: e.SECRET,
      smtpUrl: e.SMTP_URL,
      processingLog: e.PROCESSING_LOG,
      mailFrom: e.MAIL_FROM,
      worker: e.WORKER,
      logLevel: e.LOG_LEVEL,
      proxies: e.PROXIES,
      metricsToken: e.METRICS_TOKEN,
      security: { contact: e.SECURITY_CONTACT, policy: e.SECURITY_POLICY },
      quickExitUrl: e.QUICK_EXIT_URL,
      limits: { pages: e.LIMIT_PAGES, requests: e.LIMIT_REQUESTS, codes: e.LIMIT_CODES, oneCode: e.LIMIT_ONE_CODE },
    },
  };
}
