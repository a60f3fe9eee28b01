import type { Hono } from "hono";
import pino from "pino";
import { beforeAll, beforeEach } from "vitest";
import { loadExampleWorld } from "../../example/load.ts";
import { createApp } from "../../src/app.tsx";
import { readConfig } from "../../src/config/config.ts";
import type { IdentityProvider } from "../../src/config/identity-providers.ts";
import { listOutbox } from "../../src/jobs/mail.ts";
import type { Ctx } from "../../src/kernel/context.ts";
import { dayOf } from "../../src/kernel/day.ts";
import { signInAs } from "../../src/modules/access/make.ts";
import { readAssets } from "../../src/web/assets.ts";
import { noChanges } from "../../src/web/changes.ts";
import { limits } from "../../src/web/limits.ts";
import { metrics } from "../../src/web/metrics.ts";
import { makeOidc } from "../../src/web/oidc.ts";
import type { Env, Surroundings } from "../../src/web/surroundings.ts";
import { type TestDatabase, testDatabase } from "./database.ts";

/** The moment at which each test begins: a Tuesday morning at 10.00 in the Netherlands. */
export const tuesdayMorning = Temporal.Instant.from("2026-11-24T09:00:00Z");
/** A secret of the tests, known to everybody. */
export const appSecret = "a secret of the tests in one process, known to everybody";

/** The environment of a real installation, for what is different there: nobody is asked at these addresses. */
export const production = {
  RECHTSPOOR_MODE: "production",
  DATABASE_URL: "postgres://app@database/rechtspoor",
  DATABASE_OWNER_URL: "postgres://owner@database/rechtspoor",
  SMTP_URL: "smtp://post",
  PROCESSING_LOG: "/var/log/rechtspoor",
  PUBLIC_URL: "https://rechtspoor.example",
  SECURITY_CONTACT: "mailto:veiligheid@rechtspoor.example",
};

export type TestApp = {
  /** The whole app in this process: `await app.request("/utrecht")`. */
  app: Hono<Env>;
  database: TestDatabase;
  /** What the app was started with: for calling a use case beside it. */
  surroundings: Surroundings;
  /** Begins a session as this person; what their browser sends from then on. */
  signIn: (personId: string) => Promise<{ name: string; token: string }>;
  /** Sets the clock; each test begins again at `tuesdayMorning`. */
  at: (now: Temporal.Instant) => void;
};

/**
 * The app on a database of its own with the example world in it, without its past callbacks: a test asks for what
 * it needs. Nobody is counted out, unless the environment says so: `testApp({ LIMIT_CODES: "2" })`.
 */
export function testApp(
  environment: Record<string, string> = {},
  providers: () => IdentityProvider[] = () => [],
): TestApp {
  const database = testDatabase();
  const clock = { now: tuesdayMorning };
  const made: { app?: Hono<Env>; surroundings?: Surroundings } = {};
  beforeAll(async () => {
    const { db } = database;
    const config = configOf(environment);
    await loadExampleWorld(db, tuesdayMorning, appSecret, { callbacks: false });
    made.surroundings = {
      config,
      db,
      secret: appSecret,
      now: () => clock.now,
      log: pino({ level: "silent" }),
      assets: readAssets(),
      limits: limits(db, appSecret, config.limits),
      metrics: metrics(),
      changes: noChanges,
      publicUrl: () => config.publicUrl ?? "http://localhost",
      // Nobody listens here: a test begins a session itself, or signs in at a server of its own.
      signIn: { oidc: makeOidc(), providers: async () => providers(), example: undefined },
      outbox: listOutbox,
      exampleDay: dayOf(tuesdayMorning),
    };
    made.app = createApp(made.surroundings);
  });
  beforeEach(() => {
    clock.now = tuesdayMorning;
  });
  return {
    get app() {
      return started(made.app);
    },
    get surroundings() {
      return started(made.surroundings);
    },
    database,
    signIn: async (personId) => {
      const { db, config } = started(made.surroundings);
      const ctx: Ctx = { db, now: clock.now, actor: { kind: "visitor" }, municipalityId: "NL" };
      const name = config.publicUrl?.startsWith("https:") === true ? "__Host-session" : "session";
      return { name, token: await signInAs(ctx, personId) };
    },
    at: (now) => {
      clock.now = now;
    },
  };
}

function started<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Error("The app is only there inside a test.");
  return thing;
}

function configOf(environment: Record<string, string>) {
  const plenty = "1000000";
  const read = readConfig({
    RECHTSPOOR_MODE: "test",
    SECRET: appSecret,
    LIMIT_PAGES: plenty,
    LIMIT_REQUESTS: plenty,
    LIMIT_CODES: plenty,
    LIMIT_ONE_CODE: plenty,
    ...environment,
  });
  if (!read.ok) throw new Error(`The app of the tests cannot be made: ${read.problems.join(" ")}`);
  return read.config;
}
