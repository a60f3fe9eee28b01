import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { loadExampleWorld } from "../example/load.ts";
import { exampleSignIn } from "../example/sign-in.ts";
import { createApp } from "./app.tsx";
import { type Config, readConfig } from "./config/config.ts";
import { keptSecret } from "./config/kept-secret.ts";
import { connect, refuseUnsafeLogin } from "./db/connect.ts";
import { startEmbedded } from "./db/embedded.ts";
import { migrate } from "./db/migrate.ts";
import { listOutbox } from "./jobs/mail.ts";
import { keepFollowedEvents, startWorker } from "./jobs/worker.ts";
import { makeLog } from "./log.ts";
import { reindex } from "./modules/directory/index.ts";
import { readAssets } from "./web/assets.ts";
import { listenForChanges } from "./web/changes.ts";
import { limits } from "./web/limits.ts";
import { metrics } from "./web/metrics.ts";
import { makeOidc } from "./web/oidc.ts";
import { testRoutes } from "./web/test-routes.ts";

/* Config → database → jobs → listen: the only file that starts anything. */

const read = readConfig(process.env);
if (!read.ok) {
  process.stderr.write(`Rechtspoor cannot start:\n${read.problems.map((problem) => `- ${problem}`).join("\n")}\n`);
  process.exit(1);
}
await start(read.config);

async function start(config: Config): Promise<void> {
  const log = makeLog(config.logLevel);
  if (config.mode === "production" && config.worker !== "only" && config.identityProviders.length === 0)
    log.warn("nobody can sign in: IDENTITY_PROVIDERS names no file");
  const embedded = config.database === undefined ? await startEmbedded(config.dataDir) : undefined;
  if (embedded !== undefined) process.once("exit", embedded.stop);
  const urls = embedded ?? config.database;
  if (urls === undefined) throw new Error("There is no database.");
  await migrate(urls.ownerUrl, new URL(urls.appUrl).username);
  const lost = (error: Error) =>
    log.warn({ code: "code" in error ? error.code : undefined }, "a database connection broke");
  const secret = config.secret ?? keptSecret(config.dataDir);
  const { db, pool } = connect(urls.appUrl, config.databasePool, lost, secret);
  await refuseUnsafeLogin(db);

  const clock = movableClock();
  const exampleDay = config.mode === "production" ? undefined : await loadExampleWorld(db, clock.now(), secret);

  // Before the first search: what another version made, this one does not find. Many processes wait for the first.
  const made = await reindex({ db, now: clock.now(), actor: { kind: "visitor" }, municipalityId: "NL" });
  if (made !== undefined) log.info({ services: made }, "the search index was made anew");

  const bound = { port: config.port };
  const publicUrl = () => config.publicUrl ?? `http://localhost:${bound.port}`;
  await keepFollowedEvents(db);
  const worker =
    config.worker === "off"
      ? undefined
      : await startWorker({ db, pool, config, secret, publicUrl, now: clock.now, log });
  const ownUrl = () => `http://${config.host === "0.0.0.0" ? "127.0.0.1" : config.host}:${bound.port}`;
  const example = config.mode === "production" ? undefined : exampleSignIn(publicUrl, ownUrl);
  const changes = listenForChanges(urls.appUrl, lost);
  const app = createApp({
    config,
    db,
    secret,
    now: clock.now,
    log,
    assets: readAssets(),
    limits: limits(db, secret, config.limits),
    metrics: metrics(),
    changes,
    publicUrl,
    signIn: {
      oidc: makeOidc(example?.reach),
      providers: async () => (example === undefined ? config.identityProviders : [await example.provider()]),
      example,
    },
    outbox: listOutbox,
    ...(exampleDay === undefined ? {} : { exampleDay }),
  });
  if (config.mode === "test") testRoutes(app, { moveClock: clock.move, sweep: worker?.sweep });

  const listener = getRequestListener(app.fetch);
  const server =
    config.worker === "only"
      ? undefined
      : createServer((request, response) => {
          if (example?.isAt(request)) example.handle(request, response);
          else void listener(request, response);
        });
  server?.listen(config.port, config.host, () => {
    const address = server.address();
    bound.port = typeof address === "object" && address !== null ? address.port : config.port;
    process.stdout.write(`Rechtspoor is at http://localhost:${bound.port}\n`);
  });

  const stop = async () => {
    server?.close();
    server?.closeAllConnections();
    await worker?.stop();
    await changes.stop();
    await pool.end();
    embedded?.stop();
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop());
}

/** Real time, but for tests: those move it forward through /test/clock. */
function movableClock() {
  const offset = { by: Temporal.Duration.from({ seconds: 0 }) };
  return {
    now: () => Temporal.Now.instant().add(offset.by),
    move: (to: Temporal.Instant) => {
      offset.by = Temporal.Now.instant().until(to);
    },
  };
}
