import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/* Adds up every test that ran and prints the one closing line. Exits with 1 when one failed or a runner did not report. */

const [folder = "."] = process.argv.slice(2);
const total = { passed: 0, failed: 0, skipped: 0 };

for (const name of readdirSync(folder).filter((name) => !name.includes("."))) {
  const [passed = 0, failed = 0] = readFileSync(join(folder, name), "utf8").trim().split(" ").map(Number);
  total.passed += passed;
  total.failed += failed;
}

function readReport(
  name: string,
  count: (report: Record<string, unknown>) => { passed: number; failed: number; skipped: number },
) {
  const file = join(folder, name);
  // A runner that wrote nothing did not run: that is a failure, not silence.
  const counted = existsSync(file)
    ? count(JSON.parse(readFileSync(file, "utf8")))
    : { passed: 0, failed: 1, skipped: 0 };
  total.passed += counted.passed;
  total.failed += counted.failed;
  total.skipped += counted.skipped;
}

const number = (value: unknown): number => (typeof value === "number" ? value : 0);

readReport("vitest.json", (report) => {
  // A file that could not be loaded has no tests of its own, but it did fail.
  const brokenFiles = number(report.numFailedTests) === 0 ? number(report.numFailedTestSuites) : 0;
  return {
    passed: number(report.numPassedTests),
    failed: number(report.numFailedTests) + brokenFiles,
    skipped: number(report.numPendingTests) + number(report.numTodoTests),
  };
});

readReport("playwright.json", ({ stats, errors }) => {
  const counts: Record<string, unknown> = typeof stats === "object" && stats !== null ? { ...stats } : {};
  return {
    passed: number(counts.expected),
    failed: number(counts.unexpected) + number(counts.flaky) + (Array.isArray(errors) ? errors.length : 0),
    skipped: number(counts.skipped),
  };
});

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
process.stdout.write(`${total.passed} passed, ${total.failed} failed${skipped}\n`);
process.exitCode = total.failed > 0 ? 1 : 0;
