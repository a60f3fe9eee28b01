import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { parse } from "yaml";

/** Everything the servers of the whole browser run wrote down. */
const logs = () => {
  const folder = join(process.env.E2E_FOLDER ?? "", "logs");
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n");
};

test("the log of the whole run holds requests, and no name, number, address, code or word of anybody", () => {
  const log = logs();
  expect(log.split("\n").filter((line) => line.includes('"msg":"request"')).length).toBeGreaterThan(100);
  const { residents } = parse(readFileSync("example/residents.yaml", "utf8")) as {
    residents: { name: string; phone: string; question: string }[];
  };
  const typed = [
    "Noor de Wit",
    "Te laat gebeld",
    "noor@example.org",
    "brief van de verhuurder",
    "snap de post",
    "huurschuld",
    "vriend slaat",
  ];
  const secrets = [...residents.flatMap(({ name, phone, question }) => [name, phone, question]), ...typed].filter(
    (text) => text.length > 3,
  );
  for (const secret of secrets) expect(log.includes(secret), secret).toBe(false);
  expect(log).not.toMatch(/\+?31[\s-]?6[\s-]?0000\d{4}|06[\s-]?0000\d{4}/);
  expect(log).not.toMatch(/[\w.]+@example\.org/);
});
