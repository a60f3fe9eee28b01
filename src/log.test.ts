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

test("what is personal or secret is not written, however deep it lies", () => {
  const { log, lines } = heard();
  const personal = { name: "Noor", phone: "06-00001234", mail: "n@example.org", note: "Belt morgen." };
  const secret = {
    token: "t0ken",
    proof: "pr00f",
    secret: "s3cret",
    password: "w8woord",
    Authorization: "Bearer t0ken",
  };
  log.warn({ ...personal, ...secret, list: [{ resident: { ...personal, deep: [secret] } }] }, "told");
  const ofDatabase = {
    code: "23505",
    detail: "Key (phone)=(06-00001234) exists.",
    where: "Noor",
    query: "select Noor",
  };
  log.error({ err: Object.assign(new Error("duplicate key"), ofDatabase) }, "it failed");
  expect(lines).toHaveLength(2);
  expect(lines.join("")).not.toMatch(/Noor|06-0000|n@example|Belt|t0ken|pr00f|s3cret|w8woord/);
  const [told, failed] = lines.map((line) => JSON.parse(line));
  expect(told).toMatchObject({
    msg: "told",
    phone: "[Redacted]",
    list: [{ resident: { deep: [{ token: "[Redacted]" }] } }],
  });
  expect(failed).toMatchObject({ err: { code: "23505", message: "duplicate key" } });
});

test("what somebody typed begins no line of its own", () => {
  const { log, lines } = heard();
  log.info({ typed: 'a\r\n{"level":60,"msg":"kwaad"}\u2028' }, 'b\n{"level":60}');
  expect(lines.join("").trimEnd().split(/\r|\n/)).toHaveLength(1);
});
