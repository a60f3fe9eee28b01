import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rounds } from "../../../tests/support/rounds.ts";
import { aNewPromise, anOpenPromise } from "./make.ts";
import {
  alarmFor,
  byUrgency,
  isLate,
  mayBecome,
  mayKeep,
  type Next,
  type OpenPromise,
  openPromise,
  promiseStates,
} from "./promise.ts";

const moment = (minutes: number) => Temporal.Instant.from("2026-11-24T09:00Z").add({ minutes });

describe("the life of a promise", () => {
  test("what is open ends once, in one of four ways, and what ended stays so", () => {
    expect(mayBecome.open).toEqual(["kept", "broken", "withdrawn", "superseded"]);
    expect(promiseStates.filter((state) => mayBecome[state].length > 0)).toEqual(["open"]);
  });

  test("nothing can be written that is not in the table: it does not compile", () => {
    const ends: Next<"open">[] = ["kept", "broken", "withdrawn", "superseded"];
    // @ts-expect-error what is open is open already
    ends.push("open");
    const again: Next<"kept" | "broken" | "withdrawn" | "superseded">[] = [];
    // @ts-expect-error what was broken stays broken
    again.push("kept");
    expect([ends.length, again.length]).toEqual([5, 1]);
  });

  test("a first promise remembers its own end as what was promised, and follows nothing", () => {
    const made = aNewPromise();
    const promise = openPromise(made, { id: "a", municipalityId: "GM9999" });
    expect(promise).toMatchObject({ state: "open", followsId: null, warnedAt: null, pause: null });
    expect(promise.promisedAt).toEqual(made.span.due);
  });

  test("what follows a broken promise keeps the first moment of the chain, however long the chain is", () => {
    const first = anOpenPromise({ id: "a", promisedAt: moment(0) });
    const span = { clock: "working-days", begins: moment(10), due: moment(3000), warn: moment(2000) } as const;
    const second = openPromise(aNewPromise({ span }), { id: "b", municipalityId: "GM9999", follows: first });
    const third = openPromise(aNewPromise({ span }), { id: "c", municipalityId: "GM9999", follows: second });
    expect([second.followsId, third.followsId]).toEqual(["a", "b"]);
    expect([second.promisedAt, third.promisedAt]).toEqual([first.promisedAt, first.promisedAt]);
    expect(third.dueAt).toEqual(moment(3000));
  });
});

describe("late", () => {
  test("is what was first promised for now or before, and not what rests", () => {
    const at = (minutes: number, rests = false) => isLate({ promisedAt: moment(120), rests }, moment(minutes));
    expect([at(119), at(120), at(121), at(121, true)]).toEqual([false, true, true, false]);
  });
});

describe("the alarm", () => {
  const promise = anOpenPromise({ warnAt: moment(60), dueAt: moment(120) });
  const at = (minutes: number, over: Partial<OpenPromise> = {}) => alarmFor({ ...promise, ...over }, moment(minutes));

  test("nothing before the warning, a warning from its minute on, a breach from the end on", () => {
    expect([0, 59, 60, 119, 120, 9000].map((minutes) => at(minutes))).toEqual([
      "none",
      "none",
      "warn",
      "warn",
      "break",
      "break",
    ]);
  });

  test("nobody is warned twice", () => {
    expect(at(90, { warnedAt: moment(61) })).toBe("none");
  });

  test("whoever was warned is still late afterwards", () => {
    expect(at(120, { warnedAt: moment(61) })).toBe("break");
  });

  test("a promise that rests neither warns nor breaks", () => {
    const pause = { since: moment(30), reason: "resident-asked" } as const;
    expect([at(60, { pause }), at(9000, { pause })]).toEqual(["none", "none"]);
  });
});

describe("who may keep it", () => {
  test("anybody of the team, but for what the law asks of whoever leads it", () => {
    const keeps = (kind: OpenPromise["kind"]) =>
      ["helper", "team-lead", "objection-officer"].filter((role) => mayKeep({ kind }, { role }));
    expect(keeps("callback")).toEqual(["helper", "team-lead", "objection-officer"]);
    expect(keeps("answer-request")).toEqual(["team-lead"]);
  });
});

describe("the order in which it must be done", () => {
  const runs = rounds(10, 400);
  const anyPromise = fc
    .record({
      id: fc.uuid({ version: 7 }),
      harm: fc.boolean(),
      minutes: fc.integer({ min: 0, max: 6 }),
      pause: fc.constantFrom(null, { since: moment(0), reason: "resident-asked" } as const),
    })
    .map(({ minutes, ...rest }) => anOpenPromise({ ...rest, promisedAt: moment(minutes) }));

  test("harm first, then the moment first promised, then the oldest", () => {
    const calm = anOpenPromise({ id: "0191a", promisedAt: moment(0) });
    const sameMoment = anOpenPromise({ id: "0191b", promisedAt: moment(0) });
    const later = anOpenPromise({ id: "0190a", promisedAt: moment(5) });
    const harm = anOpenPromise({ id: "0192a", promisedAt: moment(9), harm: true });
    expect([later, sameMoment, harm, calm].toSorted(byUrgency)).toEqual([harm, calm, sameMoment, later]);
  });

  test("what rests comes after all that must be done, however urgent it was", () => {
    const pause = { since: moment(0), reason: "waiting-for-resident" } as const;
    const rests = anOpenPromise({ id: "a", promisedAt: moment(0), harm: true, pause });
    const later = anOpenPromise({ id: "b", promisedAt: moment(9) });
    expect([rests, later].toSorted(byUrgency)).toEqual([later, rests]);
  });

  test("a new promise after a broken one stays where the first one stood", () => {
    const broken = anOpenPromise({ id: "a", promisedAt: moment(0) });
    const next = openPromise(aNewPromise(), { id: "z", municipalityId: "GM9999", follows: broken });
    const other = anOpenPromise({ id: "b", promisedAt: moment(1) });
    expect([other, next].toSorted(byUrgency)).toEqual([next, other]);
  });

  test("of two promises one always comes first, whichever is looked at first", () => {
    fc.assert(
      fc.property(anyPromise, anyPromise, (a, b) => {
        expect(Math.sign(byUrgency(a, b))).toBe(-Math.sign(byUrgency(b, a)) + 0);
        expect(byUrgency(a, b) === 0).toBe(
          a.id === b.id && a.harm === b.harm && a.promisedAt.equals(b.promisedAt) && a.pause === b.pause,
        );
      }),
      runs,
    );
  });

  test("what comes before something comes before all that comes after it", () => {
    fc.assert(
      fc.property(anyPromise, anyPromise, anyPromise, (a, b, c) => {
        const [first, second, third] = [a, b, c].toSorted(byUrgency);
        if (first === undefined || second === undefined || third === undefined) throw new Error("Three went in.");
        expect(byUrgency(first, second)).toBeLessThanOrEqual(0);
        expect(byUrgency(second, third)).toBeLessThanOrEqual(0);
        expect(byUrgency(first, third)).toBeLessThanOrEqual(0);
      }),
      runs,
    );
  });
});
