import { describe, expect, test } from "vitest";
import { newId } from "../../../kernel/id.ts";
import { anOpenRequest } from "../make.ts";
import {
  copyUntil,
  decideAnswer,
  isReleased,
  isReviewed,
  mayBecome,
  mayExtend,
  needsMailProof,
  outcomesFor,
  type PrivacyRequest,
  refusals,
  refusalsFor,
  requestKinds,
} from "./request.ts";

const at = (moment: string) => Temporal.Instant.from(`${moment}+01:00`);
const day = (text: string) => Temporal.PlainDate.from(text);
const none = { hold: null, controller: "organisation", entries: [], omitted: 0 } as const;
const granted = { outcome: "granted" } as const;
const note = { kind: "note", id: newId() } as const;

describe("the life of a request", () => {
  test("ends in every way but being asked again, and what ended stays as it is", () => {
    expect(mayBecome.asked).toEqual(["extended", "granted", "partly", "refused", "withdrawn"]);
    expect(mayBecome.extended).not.toContain("extended");
    for (const state of ["granted", "partly", "refused", "withdrawn"] as const) expect(mayBecome[state]).toEqual([]);
  });

  test("is made longer once, on the last day of the first month at the latest", () => {
    const request = anOpenRequest({ answerBy: day("2026-12-24") });
    expect(mayExtend(request, day("2026-12-24"))).toBe(true);
    expect(mayExtend(request, day("2026-12-25"))).toBe(false);
    expect(mayExtend({ ...request, state: "extended" }, day("2026-12-01"))).toBe(false);
  });
});

describe("a copy", () => {
  test("goes out when somebody looked through every line with words, and is not whole when something is left out", () => {
    const request = anOpenRequest({ kind: "access" });
    expect(decideAnswer(request, granted, none)).toEqual({ kind: "notReviewed" });
    const reviewed = { ...request, reviewedAt: at("2026-11-26T10:00"), reviewedLines: [note.id] };
    expect(decideAnswer(reviewed, granted, { ...none, entries: [note] })).toEqual({
      kind: "decided",
      state: "granted",
    });
    expect(decideAnswer(reviewed, granted, { ...none, entries: [note], omitted: 1 })).toEqual({
      kind: "decided",
      state: "partly",
    });
    const later = { kind: "note", id: newId() } as const;
    expect(decideAnswer(reviewed, granted, { ...none, entries: [note, later] })).toEqual({ kind: "notReviewed" });
    // What nobody wrote needs nobody to look.
    expect(isReviewed(reviewed, [{ ...later, kind: "held" }])).toBe(true);
  });

  test("can be fetched for thirty days, and only when it was given", () => {
    const settledAt = at("2026-11-26T10:00");
    const answered = (over: Partial<PrivacyRequest>) =>
      ({ ...anOpenRequest({ kind: "access" }), state: "granted", settledAt, answer: "", ...over }) as PrivacyRequest;
    expect(copyUntil(answered({}))?.equals(at("2026-12-26T10:00"))).toBe(true);
    expect(copyUntil(answered({ kind: "erasure" }))).toBeUndefined();
    expect(copyUntil(answered({ state: "refused" }))).toBeUndefined();
    expect(copyUntil(anOpenRequest({ kind: "access" }))).toBeUndefined();
    expect(isReleased(answered({}), at("2026-12-26T09:59"))).toBe(true);
    expect(isReleased(answered({}), at("2026-12-26T10:00"))).toBe(false);
    expect(isReleased(answered({ state: "refused" }), at("2026-11-27T10:00"))).toBe(false);
  });

  test("asks whoever gave an address to show that they read it", () => {
    expect(needsMailProof({ mail: "roos@example.org", provenByMail: false })).toBe(true);
    expect(needsMailProof({ mail: "roos@example.org", provenByMail: true })).toBe(false);
    expect(needsMailProof({ mail: null, provenByMail: false })).toBe(false);
  });
});

describe("a file goes at once", () => {
  const request = anOpenRequest({ kind: "erasure" });

  test("when nothing keeps it, also when this request itself holds it", () => {
    for (const hold of [null, "access-request"] as const)
      expect(decideAnswer(request, granted, { ...none, hold })).toEqual({ kind: "decided", state: "granted" });
  });

  test("not while it is held for an objection or a complaint, and never at the municipality", () => {
    for (const hold of ["objection", "complaint", "other"] as const)
      expect(decideAnswer(request, granted, { ...none, hold })).toEqual({ kind: "held" });
    expect(decideAnswer(request, granted, { ...none, controller: "municipality" })).toEqual({ kind: "archiveLaw" });
    // It can always be refused, with the reason.
    const refusal = { outcome: "refused", refusal: "archive-law" } as const;
    expect(decideAnswer(request, refusal, { ...none, controller: "municipality" })).toEqual({
      kind: "decided",
      state: "refused",
    });
  });
});

describe("an answer", () => {
  test("no is said with a reason that fits what was asked", () => {
    for (const kind of requestKinds) {
      const request = anOpenRequest({ kind });
      expect(decideAnswer(request, { outcome: "refused" }, none)).toEqual({ kind: "refusalMissing" });
      for (const refusal of refusals) {
        const fits = (refusalsFor[kind] as readonly string[]).includes(refusal);
        expect(decideAnswer(request, { outcome: "refused", refusal }, none).kind).toBe(
          fits ? "decided" : "refusalMissing",
        );
      }
    }
  });

  test("is one that can be given: nobody chooses that a copy is not whole, and a file goes as a whole", () => {
    for (const kind of requestKinds) {
      const possible: readonly string[] = outcomesFor[kind];
      const outcome = decideAnswer(anOpenRequest({ kind }), { outcome: "partly" }, none);
      expect(outcome.kind === "outcomeImpossible").toBe(!possible.includes("partly"));
    }
  });

  test("is given once", () => {
    const withdrawn = {
      ...anOpenRequest({ id: newId() }),
      state: "withdrawn",
      settledAt: at("2026-11-25T10:00"),
    } as const;
    expect(decideAnswer(withdrawn, granted, none)).toEqual({ kind: "alreadyAnswered" });
  });
});
