import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readConfig } from "./config.ts";
import { readIdentityProviders } from "./identity-providers.ts";

const folder = mkdtempSync(join(tmpdir(), "providers-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const pemOf = (kind: "ec" | "ed25519") =>
  (kind === "ec" ? generateKeyPairSync("ec", { namedCurve: "P-256" }) : generateKeyPairSync("ed25519")).privateKey
    .export({ type: "pkcs8", format: "pem" })
    .toString();
const keyFile = file("key.pem", pemOf("ec"));
const secretFile = file("secret", "a shared secret\n");

const entry = (over: Record<string, string> = {}, without: string[] = []): string => {
  const lines: Record<string, string> = {
    key: "gemeente",
    name: "Gemeente Voorbeeld",
    issuer: "https://login.example.org/x",
    clientId: "abc",
    keyFile,
    organisation: "0f0e0d0c-0b0a-4908-8706-050403020100",
    ...over,
  };
  const kept = Object.entries(lines).filter(([name]) => !without.includes(name));
  return `providers:\n  - ${kept.map(([name, value]) => `${name}: ${value}`).join("\n    ")}\n`;
};
const read = (yaml: string) => readIdentityProviders(file("providers.yaml", yaml));
const problemsOf = (yaml: string): string => {
  const outcome = read(yaml);
  return outcome.ok ? "" : outcome.problems.join(" ");
};

describe("the file with identity providers", () => {
  test("is read with its keys and secrets, which stand in files of their own", () => {
    expect(read(entry())).toMatchObject({
      ok: true,
      providers: [{ key: "gemeente", scope: "openid profile email", acr: [], teams: [], proof: { kind: "key" } }],
    });
    expect(read(entry({ secretFile }, ["keyFile"]))).toMatchObject({
      providers: [{ proof: { kind: "secret", secret: "a shared secret" } }],
    });
  });

  test.each([
    ["an address without TLS", entry({ issuer: "http://login.example.org" }), "issuer: must begin with https://"],
    ["a name of our own", entry({ key: "terug" }), "is a name of our own"],
    ["both a key and a secret", entry({ secretFile }), "needs either keyFile or secretFile"],
    ["neither", entry({}, ["keyFile"]), "needs either keyFile or secretFile"],
    ["a key that is not there", entry({ keyFile: "/nowhere/key.pem" }), "/nowhere/key.pem cannot be read"],
    ["a key of another kind", entry({ keyFile: file("ed.pem", pemOf("ed25519")) }), "is no private key in PEM"],
    ["a word we do not know", entry({ teamz: "x" }), "teamz"],
    ["the same key twice", entry() + entry().split("\n").slice(1).join("\n"), "names gemeente twice"],
    ["no YAML at all", "providers: [", "expected"],
  ])("with %s stops the start with a sentence", (_, yaml, sentence) => {
    expect(problemsOf(yaml)).toContain("IDENTITY_PROVIDERS");
    expect(problemsOf(yaml)).toContain(sentence);
  });

  test("never has a secret in a sentence", () => {
    expect(problemsOf(entry({ keyFile: secretFile }))).not.toContain("a shared secret");
  });

  test("that is not there stops the start", () => {
    const outcome = readConfig({ IDENTITY_PROVIDERS: "/nowhere.yaml" });
    expect(outcome.ok ? [] : outcome.problems).toEqual(["IDENTITY_PROVIDERS: /nowhere.yaml cannot be read."]);
  });
});
