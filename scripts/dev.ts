import { type ChildProcess, spawn } from "node:child_process";
import { build } from "vite";

/* Builds client and server on every change, and starts the server again when the server's bundle is new. */

const running: { server?: ChildProcess } = {};

function restart(): void {
  const before = running.server;
  const start = () => {
    running.server = spawn(process.execPath, ["dist/server/server.js"], { stdio: "inherit" });
  };
  if (before === undefined || before.exitCode !== null) {
    start();
    return;
  }
  before.once("exit", start);
  before.kill("SIGTERM");
}

const watching = { mode: "development", logLevel: "warn", build: { watch: {} } } as const;

/** Resolves after the first build; later ones only tell `built`. */
async function watch(kind: "client" | "server", built: () => void): Promise<void> {
  const watcher = await build({ ...watching, build: { watch: {}, ...(kind === "server" ? { ssr: true } : {}) } });
  if (!("on" in watcher)) throw new Error("Vite does not watch.");
  return new Promise((resolve) => {
    watcher.on("event", (event) => {
      if (event.code === "ERROR") process.stderr.write(`${event.error.message}\n`);
      if (event.code !== "END") return;
      built();
      resolve();
    });
  });
}

for (const signal of ["SIGTERM", "SIGINT"] as const)
  process.once(signal, () => {
    running.server?.once("exit", () => process.exit(0));
    running.server?.kill("SIGTERM");
  });

await watch("client", () => running.server && restart());
await watch("server", restart);
