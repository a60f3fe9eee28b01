import { defineConfig } from "vitest/config";
import { LongestFirst } from "./tests/support/longest-first.ts";

const report = process.env.VITEST_JSON;

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
  test: {
    include: [
      "src/**/*.test.ts",
      "src/**/*.test.tsx",
      "content/**/*.test.ts",
      "example/**/*.test.ts",
      "tests/**/*.test.ts",
    ],
    globalSetup: ["tests/support/postgres.ts"],
    setupFiles: ["tests/support/temporal-equality.ts"],
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    // Never a measure, only a stop for what hangs: a busy machine takes its time, a long run more.
    testTimeout: process.env.LONG === undefined ? 60_000 : 1_800_000,
    hookTimeout: 60_000,
    reporters: report === undefined ? ["default"] : ["default", ["json", { outputFile: report }]],
  },
});
