import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rounds } from "../../../../tests/support/rounds.ts";
import { dayOf } from "../../../kernel/day.ts";
import { anAttempt, dutch } from "../make.ts";
import {
  type Attempt,
  type AttemptOutcome,
  attemptOutcomes,
  attemptsSuffice,
  keepsPromise,
  nextStep,
  wasOnlyTried,
} from "./attempt.ts";

const tried = (...moments: string[]): Attempt[] => moments.map((at) => anAttempt({ at: dutch(at) }));

describe("three attempts are enough (architecture, decision 10)", () => {
  test("a morning, an afternoon and the next morning", () => {
    expect(attemptsSuffice(tried("2026-11-24T10:00", "2026-11-24T14:00", "2026-11-25T10:00"))).toBe(true);
  });

  test("two are not, whenever they were", () => {
    expect(attemptsSuffice(tried("2026-11-24T10:00", "2026-11-25T14:00"))).toBe(false);
  });

  test("three on one day are not: people have bad days", () => {
    expect(attemptsSuffice(tried("2026-11-24T10:00", "2026-11-24T14:00", "2026-11-24T19:00"))).toBe(false);
  });

  test("three mornings are not: people work in the morning", () => {
    expect(attemptsSuffice(tried("2026-11-24T10:00", "2026-11-25T10:00", "2026-11-26T10:00"))).toBe(false);
  });

  test("calling twice in one morning counts once", () => {
    const moments = ["2026-11-24T10:00", "2026-11-24T11:30", "2026-11-25T14:00"];
    expect(attemptsSuffice(tried(...moments))).toBe(false);
    expect(attemptsSuffice(tried(...moments, "2026-11-26T10:00"))).toBe(true);
  });

  test("noon is the afternoon, five o'clock the evening", () => {
    expect(attemptsSuffice(tried("2026-11-24T11:59", "2026-11-24T12:00", "2026-11-25T17:00"))).toBe(true);
    expect(attemptsSuffice(tried("2026-11-24T12:00", "2026-11-24T16:59", "2026-11-25T17:00"))).toBe(false);
  });

  test("a day ends at midnight in the Netherlands, not in Greenwich", () => {
    // 23:30 and 00:30 on a Dutch clock in summer are one and the same day in Greenwich.
    expect(attemptsSuffice(tried("2026-07-01T23:30", "2026-07-02T00:30", "2026-07-02T13:00"))).toBe(true);
  });

  test("a voicemail counts, a wrong number does not", () => {
    const [first, second, third] = tried("2026-11-24T10:00", "2026-11-24T14:00", "2026-11-25T10:00");
    if (first === undefined || second === undefined || third === undefined) throw new Error("Three were tried.");
    expect(attemptsSuffice([first, { ...second, outcome: "voicemail" }, third])).toBe(true);
    expect(attemptsSuffice([first, { ...second, outcome: "wrong-number" }, third])).toBe(false);
    expect(attemptsSuffice([first, { ...second, outcome: "not-safe" }, third])).toBe(false);
  });
});

describe("after a number that was wrong or not safe", () => {
  const [attempt] = tried("2026-11-24T10:00").map((one): Attempt => ({ ...one, outcome: "wrong-number" }));
  const step = (changedAt?: string) =>
    nextStep(attempt === undefined ? [] : [attempt], changedAt === undefined ? undefined : dutch(changedAt));

  test("another way is looked for, until there is another number", () => {
    expect(step()).toBe("find-number");
    expect(step("2026-11-24T09:00")).toBe("find-number");
    expect(step("2026-11-24T10:00")).toBe("call-again");
    expect(step("2026-11-24T11:00")).toBe("call-again");
  });
});

describe("a promise to call that is kept", () => {
  test("was only tried when the call that kept it reached nobody", () => {
    const [first, second] = tried("2026-11-24T10:00", "2026-11-25T10:00");
    if (first === undefined || second === undefined) throw new Error("Two were tried.");
    const attempts: Attempt[] = [first, { ...second, outcome: "reached" }];
    expect(wasOnlyTried({ kind: "callback", at: first.at }, attempts)).toBe(true);
    expect(wasOnlyTried({ kind: "callback", at: second.at }, attempts)).toBe(false);
    expect(wasOnlyTried({ kind: "callback", at: dutch("2026-11-26T10:00") }, attempts)).toBe(false);
    expect(wasOnlyTried({ kind: "letter", at: first.at }, attempts)).toBe(false);
  });
});

describe("whatever was tried", () => {
  const runs = rounds(3, 500);
  const start = dutch("2026-10-23T00:00");
  const anyAttempt = fc
    .record({ hours: fc.integer({ min: 0, max: 6 * 24 }), outcome: fc.constantFrom(...attemptOutcomes) })
    .map(({ hours, outcome }) => anAttempt({ at: start.add({ hours }), outcome }));
  const anyAttempts = fc.array(anyAttempt, { maxLength: 8 });

  test("the order in which they are listed does not matter", () => {
    fc.assert(
      fc.property(
        anyAttempts.chain((made) =>
          fc.tuple(fc.constant(made), fc.shuffledSubarray(made, { minLength: made.length, maxLength: made.length })),
        ),
        ([made, shuffled]) => {
          expect(attemptsSuffice(shuffled)).toBe(attemptsSuffice(made));
        },
      ),
      runs,
    );
  });

  test("fewer than three never suffice", () => {
    fc.assert(
      fc.property(fc.array(anyAttempt, { maxLength: 2 }), (made) => {
        expect(attemptsSuffice(made)).toBe(false);
      }),
      runs,
    );
  });

  test("all on one day never suffice", () => {
    fc.assert(
      fc.property(anyAttempts, (made) => {
        const first = made[0];
        const sameDay = first === undefined ? [] : made.filter((attempt) => dayOf(attempt.at).equals(dayOf(first.at)));
        expect(attemptsSuffice(sameDay)).toBe(false);
      }),
      runs,
    );
  });

  test("what sufficed still suffices after one more", () => {
    fc.assert(
      fc.property(anyAttempts, anyAttempt, (made, more) => {
        if (attemptsSuffice(made)) expect(attemptsSuffice([...made, more])).toBe(true);
      }),
      runs,
    );
  });

  test("somebody who was reached is talked with, whatever went before", () => {
    fc.assert(
      fc.property(anyAttempts, (made) => {
        expect(nextStep([...made, anAttempt({ outcome: "reached" })])).toBe("talk");
      }),
      runs,
    );
  });
});

describe("after a call", () => {
  test.each<[AttemptOutcome, boolean]>([
    ["reached", true],
    ["no-answer", true],
    ["voicemail", true],
    ["wrong-number", false],
    ["not-safe", false],
  ])("%s: the promise to call is kept: %s", (outcome, kept) => {
    expect(keepsPromise(outcome)).toBe(kept);
  });

  test("nothing tried yet: call", () => {
    expect(nextStep([])).toBe("call-again");
  });

  test("no answer: call again, and after three attempts write", () => {
    const made = tried("2026-11-24T10:00", "2026-11-24T14:00", "2026-11-25T10:00");
    expect([1, 2, 3].map((count) => nextStep(made.slice(0, count)))).toEqual(["call-again", "call-again", "letter"]);
  });

  test("a number that is wrong or not safe: another way must be found first", () => {
    expect(nextStep([anAttempt({ outcome: "wrong-number" })])).toBe("find-number");
    expect(nextStep([anAttempt({ outcome: "not-safe" })])).toBe("find-number");
  });
});
