import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { describe, expect, test } from "vitest";
import { mayAsk, problemOfClient, readPublicKey, usualEnd } from "./client.ts";

const today = Temporal.PlainDate.from("2026-11-24");
const day = (text: string) => Temporal.PlainDate.from(text);
const pem = ({ publicKey }: { publicKey: KeyObject }) => publicKey.export({ type: "spki", format: "pem" }).toString();

describe("a program may ask", () => {
  const endsOn = day("2026-11-24");
  test.each([
    ["2026-11-24T22:59:59Z", null, true, "until midnight in the Netherlands"],
    ["2026-11-24T23:00:00Z", null, false, "and not a second longer"],
    ["2026-11-24T09:00:00Z", "2026-11-24T09:00:00Z", false, "and not once it was ended"],
  ])("at %s, ended %s: %s, %s", (now, ended, may, _why) => {
    const endedAt = ended === null ? null : Temporal.Instant.from(ended);
    expect(mayAsk({ endsOn, endedAt }, Temporal.Instant.from(now))).toBe(may);
  });
});

describe("a program to be added", () => {
  const good = { name: "Telefooncentrale", scopes: ["toezeggingen.lezen"] as const, endsOn: usualEnd(today) };
  test.each([
    ["as it should be", good, undefined],
    ["for today alone", { ...good, endsOn: today }, undefined],
    ["for two years", { ...good, endsOn: day("2028-11-24") }, undefined],
    ["for a day longer", { ...good, endsOn: day("2028-11-25") }, "endsTooLate"],
    ["until yesterday", { ...good, endsOn: day("2026-11-23") }, "endsInThePast"],
    ["without a name", { ...good, name: "" }, "nameMissing"],
    ["with a name of 80 signs", { ...good, name: "a".repeat(80) }, undefined],
    ["with a longer one", { ...good, name: "a".repeat(81) }, "nameTooLong"],
    ["for nothing at all", { ...good, scopes: [] }, "scopesMissing"],
  ])("%s: %s", (_, client, problem) => {
    expect(problemOfClient(client, today)).toBe(problem);
  });
});

describe("a public key", () => {
  const ec = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
  test.each([
    ["EC on P-256", pem(ec)],
    ["RSA of 2048 bits", pem(rsa)],
    ["RSA as PKCS 1 writes it", rsa.publicKey.export({ type: "pkcs1", format: "pem" }).toString()],
  ])("that is %s is kept in one spelling", (_, given) => {
    const read = readPublicKey(`\n${given}\n`);
    expect(read).toEqual({ ok: true, value: expect.stringMatching(/^-----BEGIN PUBLIC KEY-----\n/) });
    expect(read.ok && readPublicKey(read.value)).toEqual(read);
  });

  test.each([
    ["EC on another curve", pem(generateKeyPairSync("ec", { namedCurve: "P-384" })), "keyUnfit"],
    ["EC on a curve for coins", pem(generateKeyPairSync("ec", { namedCurve: "secp256k1" })), "keyUnfit"],
    ["RSA of too few bits", pem(generateKeyPairSync("rsa", { modulusLength: 1024 })), "keyUnfit"],
    ["of another kind", pem(generateKeyPairSync("ed25519")), "keyUnfit"],
    ["no key", "MIIB", "keyUnreadable"],
    ["nothing", "", "keyUnreadable"],
    ["private", ec.privateKey.export({ type: "pkcs8", format: "pem" }).toString(), "keyPrivate"],
    ["private, as others write it", rsa.privateKey.export({ type: "pkcs1", format: "pem" }).toString(), "keyPrivate"],
    ["private as well", pem(ec) + ec.privateKey.export({ type: "sec1", format: "pem" }).toString(), "keyPrivate"],
  ])("that is %s is refused", (_, given, problem) => {
    expect(readPublicKey(given)).toEqual({ ok: false, problem });
  });
});
