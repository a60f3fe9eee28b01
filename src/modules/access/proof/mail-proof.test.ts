import { describe, expect, test } from "vitest";
import { newId, newReference } from "../../../kernel/id.ts";
import { type FoundByMail, mayBeMailed, printOfReach, stillHolds, tokenOfProof } from "./mail-proof.ts";

const found = (over: Partial<FoundByMail> = {}): FoundByMail => ({
  caseId: newId(),
  teamId: newId(),
  eventRef: newReference(),
  isNotSafe: false,
  mailed: 0,
  ...over,
});

describe("a link is mailed", () => {
  test("three times a day for one question, and not a fourth time", () => {
    expect([0, 1, 2, 3, 4].map((mailed) => mayBeMailed(found({ mailed })))).toEqual([true, true, true, false, false]);
  });

  test("never when it is known that reaching the resident is not safe", () => {
    expect(mayBeMailed(found({ isNotSafe: true }))).toBe(false);
  });
});

describe("the token in a link", () => {
  const id = newReference();

  test("is the same when the same mail is written again, and another one for another link or installation", () => {
    expect(tokenOfProof("secret", id)).toBe(tokenOfProof("secret", id));
    const all = [tokenOfProof("secret", id), tokenOfProof("secret", newReference()), tokenOfProof("other", id)];
    expect(new Set(all).size).toBe(3);
  });

  test("is 128 bits in signs that no mail program changes, and does not hold its id", () => {
    expect(tokenOfProof("secret", id)).toMatch(/^[0-9a-f]{32}$/);
    expect(tokenOfProof("secret", id)).not.toBe(id.replaceAll("-", ""));
  });
});

describe("a link still opens a question", () => {
  const print = printOfReach("secret", "Roos@Example.org", "1234");
  const now = { print, mail: "roos@example.org", lastFour: "1234", isNotSafe: false };

  test("while address and digits are what they were, however the capitals are", () => {
    expect(stillHolds("secret", now)).toBe(true);
  });

  test.each([
    ["another address was given since", { mail: "roos@elders.example" }],
    ["the address was taken away", { mail: null }],
    ["another number was given since", { lastFour: "1235" }],
    ["a call was found not safe since", { isNotSafe: true }],
    ["it was asked for at another installation", { print: printOfReach("other", "roos@example.org", "1234") }],
  ])("but not when %s", (_, changed) => {
    expect(stillHolds("secret", { ...now, ...changed })).toBe(false);
  });
});
