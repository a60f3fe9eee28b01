import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rounds } from "../../../../tests/support/rounds.ts";
import { dayOf } from "../../../kernel/day.ts";
import { newId } from "../../../kernel/id.ts";
import { isExplained, type Limits, unusualIn, type WatchedReading } from "./unusual.ts";

const limits: Limits = { filesInAnHour: 5, night: { from: "23:00", until: "06:00" }, longClosedMonths: 6 };
const [reader, organisation] = [newId(), newId()];
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime("Europe/Amsterdam").toInstant();

const aReading = (over: Partial<WatchedReading> = {}): WatchedReading => ({
  municipalityId: "GM9999",
  organisationId: organisation,
  teamId: "team",
  eventId: newId(),
  at: at("2026-11-24T10:00"),
  personId: reader,
  subjectRef: newId(),
  sameName: false,
  closedAt: null,
  ...over,
});
/** So many files, one a minute from ten o'clock. */
const oneAMinute = (count: number, over: Partial<WatchedReading> = {}) =>
  Array.from({ length: count }, (_, minute) =>
    aReading({ at: at("2026-11-24T10:00").add({ minutes: minute }), ...over }),
  );
const reasons = (readings: WatchedReading[]) => unusualIn(readings, limits).map(({ reason }) => reason);

describe("how many files somebody opens", () => {
  test("is unusual above the limit, and not at it", () => {
    expect(reasons(oneAMinute(5))).toEqual([]);
    expect(reasons(oneAMinute(6))).toEqual(["many"]);
  });

  test("counts files and not how often one was opened", () => {
    expect(reasons(oneAMinute(40, { subjectRef: newId() }))).toEqual([]);
  });

  test("counts those of one person, at one organisation", () => {
    const two = [
      ...oneAMinute(4),
      ...oneAMinute(4, { personId: newId() }),
      ...oneAMinute(4, { organisationId: newId() }),
    ];
    expect(reasons(two)).toEqual([]);
  });

  test("is one thing to look at a day, with every reading of those hours", () => {
    const morning = oneAMinute(8);
    const evening = oneAMinute(7).map((reading) => ({
      ...reading,
      eventId: newId(),
      at: reading.at.add({ hours: 8 }),
    }));
    const [one, ...more] = unusualIn([...evening, ...morning, aReading({ at: at("2026-11-24T14:00") })], limits);
    expect(more).toEqual([]);
    expect(one?.eventIds.toSorted()).toEqual([...morning, ...evening].map(({ eventId }) => eventId).toSorted());
  });

  /** Slow and obvious: in each hour that begins with a reading, the files are counted. */
  const isTooMany = (readings: readonly WatchedReading[]) =>
    readings.some(
      (first) =>
        new Set(
          readings
            .filter((each) => {
              const minutes = first.at.until(each.at).total("minutes");
              return minutes >= 0 && minutes <= 60;
            })
            .map(({ subjectRef }) => subjectRef),
        ).size > limits.filesInAnHour,
    );

  test("of random readings is looked at when some hour has more than the limit, and never below it", () => {
    const moments = fc.array(fc.tuple(fc.nat({ max: 500 }), fc.nat({ max: 11 })), { maxLength: 30, size: "max" });
    const seen = { many: 0, few: 0 };
    fc.assert(
      fc.property(moments, (some) => {
        const readings = some.map(([minute, file]) =>
          aReading({ at: at("2026-11-24T10:00").add({ minutes: minute }), subjectRef: `file ${file}` }),
        );
        const many = reasons(readings).includes("many");
        expect(many).toBe(isTooMany(readings));
        seen[many ? "many" : "few"]++;
      }),
      rounds(60, 300),
    );
    expect(Math.min(seen.many, seen.few)).toBeGreaterThan(3);
  });
});

describe("a single reading", () => {
  test.each([
    ["in the daytime", {}, []],
    ["at eleven in the evening", { at: at("2026-11-24T23:00") }, ["night"]],
    [
      "at three at night, of a file of somebody with the same surname",
      { at: at("2026-11-24T03:00"), sameName: true },
      ["same-name", "night"],
    ],
    ["at six in the morning", { at: at("2026-11-24T06:00") }, []],
    ["of a file that was closed six months ago", { closedAt: at("2026-05-24T09:00") }, ["long-closed"]],
    ["of a file that was closed a day later than that", { closedAt: at("2026-05-25T09:00") }, []],
  ])("%s", (_, over, expected) => {
    expect(reasons([aReading(over)])).toEqual(expected);
  });

  test("belongs to the day on a Dutch clock", () => {
    const [found] = unusualIn([aReading({ at: at("2026-11-24T00:30") })], limits);
    expect(found?.day.toString()).toBe("2026-11-24");
    expect(dayOf(at("2026-11-24T00:30")).toString()).toBe("2026-11-24");
  });
});

describe("a judgement", () => {
  test.each([
    ["right needs no words", "in-order", "", true],
    ["not right needs words", "not-right", " ", false],
    ["not right, with why", "not-right", "Het kon wachten.", true],
    ["a data breach needs words", "data-breach", "", false],
  ] as const)("%s", (_, outcome, words, explained) => expect(isExplained({ outcome, words })).toBe(explained));
});
