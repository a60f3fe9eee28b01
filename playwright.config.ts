import { defineConfig } from "@playwright/test";

const report = process.env.PLAYWRIGHT_JSON;

/** Every browser test runs against the built server, each file on one of its own (tests/support/server.ts). */
export default defineConfig({
  testDir: "tests/e2e",
  globalSetup: "./tests/support/example-template.ts",
  projects: [
    { name: "journeys", testMatch: "*.spec.ts", testIgnore: "afterwards/*" },
    { name: "afterwards", testMatch: "afterwards/*.spec.ts", dependencies: ["journeys"] },
  ],
  outputDir: "test-results",
  workers: 2,
  fullyParallel: false,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: report === undefined ? [["list"]] : [["list"], ["json", { outputFile: report }]],
  use: {
    locale: "nl-NL",
    timezoneId: "Europe/Amsterdam",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: [
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        // No page of ours asks another machine for anything; if one did, it would not get it.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
      ],
    },
  },
});
