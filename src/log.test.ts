import { Writable } from "node:stream";
import { expect, test } from "vitest";
import { bsnMask } from "./kernel/bsn.ts";
import { makeLog } from "./log.ts";

function heard() {
  const lines: string[] = [];
  const log = makeLog(
    "info",
    new Writable({
      write: (chunk, _, done) => {
        lines.push(String(chunk));
        done();
      },
    }),
  );
  return { log, lines };
}

test("no line of the log holds a burgerservicenummer, wherever it came in", () => {
  const { log, lines } = heard();
  log.info({ path: "/utrecht/hulp/123456782", deep: { list: ["123 456 782"] } }, "read 1234.56.782");
  log.error(new Error("duplicate key (111222333)"), "it failed");
  expect(lines).toHaveLength(2);
  expect(lines.join("")).not.toMatch(/123456782|123 456 782|1234\.56\.782|111222333/);
  const [first] = lines.map((line) => JSON.parse(line));
  expect(first).toMatchObject({ path: `/utrecht/hulp/${bsnMask}`, deep: { list: [bsnMask] }, msg: `read ${bsnMask}` });
});

test("moments, numbers and references of ours stay as they are", () => {
  const { log, lines } = heard();
  const facts = { request: "0198c3a4-1234-7567-8123-456782999999", milliseconds: 12.5, count: 123456782 };
  log.info(facts, "answered");
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ ...facts, msg: "answered" });
});
