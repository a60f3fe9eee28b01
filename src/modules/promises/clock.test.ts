import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rounds } from "../../../tests/support/rounds.ts";
import { dayOf, zone } from "../../kernel/day.ts";
import { openRange, weekly } from "../../kernel/hours.ts";
import { workWeek } from "../access/make.ts";
import { dutch } from "../contact/make.ts";
import { isWorkingDay } from "../terms/index.ts";
import {
  callbackInClockHours,
  callbackInWorkingDays,
  dueAfterPause,
  followUpSpan,
  freshness,
  isAtWork,
  type Span,
  type WorkCalendar,
} from "./clock.ts";
import { aWorkCalendar } from "./make.ts";

/** "2026-11-26 10:00", as a Dutch clock shows it. */
const shown = (moment: Temporal.Instant) =>
  moment.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: "minute" }).replace("T", " ");
const dueOf = (asked: string, calendar: WorkCalendar = aWorkCalendar()) =>
  shown(callbackInWorkingDays(dutch(asked), calendar).due);
const hoursBetween = (a: Temporal.Instant, b: Temporal.Instant) => a.until(b).total("hours");
const isBefore = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) < 0;
const timeOf = (moment: Temporal.Instant) => moment.toZonedDateTimeISO(zone).toPlainTime().toString();

describe("a moment at which somebody is at work", () => {
  const tuesday = (time: string) => dutch(`2026-11-24T${time}`);

  test("lies within working hours; the end of the day is exactly when the team closes", () => {
    const times = ["08:59", "09:00", "12:30", "17:00", "17:01", "23:00"];
    expect(times.filter((time) => isAtWork(tuesday(time), aWorkCalendar()))).toEqual(["09:00", "12:30", "17:00"]);
  });

  test("lies on no Saturday, no holiday and no closing day", () => {
    const calendar = aWorkCalendar({
      officeHours: workWeek("09:00", "17:00", [1, 2, 3, 4, 5, 6]),
      closed: ["2026-11-24"],
    });
    const days = ["2026-11-24", "2026-11-25", "2026-11-28", "2026-12-25"];
    expect(days.filter((day) => isAtWork(dutch(`${day}T10:00`), calendar))).toEqual(["2026-11-25"]);
  });

  test("may be any time of a working day for a team whose hours nobody filled in", () => {
    expect(isAtWork(tuesday("20:00"), aWorkCalendar({ officeHours: [] }))).toBe(true);
  });
});

describe("48 hours as two working days (architecture, decision 10)", () => {
  test("asked on Tuesday at ten: called before Thursday at ten", () => {
    expect(dueOf("2026-11-24T10:00")).toBe("2026-11-26 10:00");
  });

  test("the weekend does not count: asked on Thursday, called before Monday", () => {
    expect(dueOf("2026-11-26T15:30")).toBe("2026-11-30 15:30");
  });

  test("Friday evening counts from Monday's opening, so Wednesday at nine", () => {
    const span = callbackInWorkingDays(dutch("2026-11-27T20:15"), aWorkCalendar());
    expect([shown(span.begins), shown(span.due)]).toEqual(["2026-11-30 09:00", "2026-12-02 09:00"]);
  });

  test("half past midnight counts from that morning's opening, not from the day before", () => {
    const span = callbackInWorkingDays(dutch("2026-11-24T00:30"), aWorkCalendar());
    expect([shown(span.begins), shown(span.due)]).toEqual(["2026-11-24 09:00", "2026-11-26 09:00"]);
  });

  test("the minute the team closes is outside hours, the minute before is not", () => {
    expect(dueOf("2026-11-24T16:59")).toBe("2026-11-26 16:59");
    expect(dueOf("2026-11-24T17:00")).toBe("2026-11-27 09:00");
  });

  test("Thursday before Easter: Good Friday (Atw 3(2)) and Easter Monday (Atw 3(1)) are free, so Wednesday", () => {
    expect(dueOf("2026-04-02T10:00")).toBe("2026-04-08 10:00");
  });

  test("King's Day on Monday 27 April 2026 (Atw 3(1)): asked on Friday, called before Wednesday", () => {
    expect(dueOf("2026-04-24T10:00")).toBe("2026-04-29 10:00");
  });

  test("5 May counts every year, not only once in five (Atw 3(1)): asked on Monday 4 May, called before Thursday", () => {
    expect(dueOf("2026-05-04T11:00")).toBe("2026-05-07 11:00");
  });

  test("Ascension Day and the Friday after it by Royal Decree (Atw 3(3)): from Wednesday to Tuesday", () => {
    expect(dueOf("2026-05-13T10:00")).toBe("2026-05-19 10:00");
  });

  test("24 and 31 December are working days, Christmas and the days after are not (Atw 3)", () => {
    expect(dueOf("2026-12-23T10:00")).toBe("2026-12-28 10:00");
    expect(dueOf("2026-12-30T10:00")).toBe("2027-01-04 10:00");
  });

  test("a closing day of the team moves its own promise", () => {
    expect(dueOf("2026-11-24T10:00", aWorkCalendar({ closed: ["2026-11-25"] }))).toBe("2026-11-27 10:00");
    expect(dueOf("2026-11-23T18:00", aWorkCalendar({ closed: ["2026-11-24"] }))).toBe("2026-11-27 09:00");
  });

  test("a team that works on two mornings: the count begins when it opens, the days between count as working days", () => {
    const mornings = aWorkCalendar({ officeHours: workWeek("09:00", "12:00", [2, 4]) });
    expect(dueOf("2026-11-24T13:00", mornings)).toBe("2026-11-30 09:00");
  });

  test("a team with a break and an evening: each opening of the day counts", () => {
    const officeHours = [
      { weekday: 1, from: "18:00", until: "21:00" },
      { weekday: 1, from: "09:00", until: "12:00" },
    ];
    expect(dueOf("2026-11-23T13:00", aWorkCalendar({ officeHours }))).toBe("2026-11-25 18:00");
  });

  test("a team whose hours nobody filled in still owes an answer", () => {
    expect(dueOf("2026-11-24T10:00", aWorkCalendar({ officeHours: [] }))).toBe("2026-11-26 10:00");
  });

  test("the warning comes when three quarters of the working time is gone: twelve of the sixteen hours", () => {
    const span = callbackInWorkingDays(dutch("2026-11-24T10:00"), aWorkCalendar());
    expect(shown(span.warn)).toBe("2026-11-25 14:00");
  });

  test("due at nine in the morning, the warning comes the afternoon before, not in the evening", () => {
    const span = callbackInWorkingDays(dutch("2026-11-23T19:00"), aWorkCalendar());
    expect([shown(span.due), shown(span.warn)]).toEqual(["2026-11-26 09:00", "2026-11-25 13:00"]);
  });

  test("over a weekend nobody is warned in the weekend", () => {
    const span = callbackInWorkingDays(dutch("2026-11-27T10:00"), aWorkCalendar());
    expect([shown(span.due), shown(span.warn)]).toEqual(["2026-12-01 10:00", "2026-11-30 14:00"]);
  });

  test("when nobody works before the end, three quarters of all time", () => {
    const span = callbackInWorkingDays(dutch("2026-11-24T10:00"), aWorkCalendar({ officeHours: [] }));
    expect(shown(span.warn)).toBe("2026-11-25 22:00");
  });

  test("over the night in which the clock goes forward (29 March 2026) it is due at the same time of day", () => {
    const span = callbackInWorkingDays(dutch("2026-03-27T14:00"), aWorkCalendar());
    expect(shown(span.due)).toBe("2026-03-31 14:00");
    expect(hoursBetween(span.begins, span.due)).toBe(4 * 24 - 1);
  });

  test("over the night in which the clock goes back (25 October 2026) it is due at the same time of day", () => {
    const span = callbackInWorkingDays(dutch("2026-10-23T14:00"), aWorkCalendar());
    expect(shown(span.due)).toBe("2026-10-27 14:00");
    expect(hoursBetween(span.begins, span.due)).toBe(4 * 24 + 1);
  });
});

describe("48 hours on the clock, for a municipality that promises so", () => {
  test("weekends and nights count", () => {
    expect(shown(callbackInClockHours(dutch("2026-11-27T20:15")).due)).toBe("2026-11-29 20:15");
  });

  test("both nights in which the clock changes: exactly 48 hours of real time, another time of day", () => {
    const spring = callbackInClockHours(dutch("2026-03-28T12:00"));
    const autumn = callbackInClockHours(dutch("2026-10-24T12:00"));
    expect([shown(spring.due), shown(autumn.due)]).toEqual(["2026-03-30 13:00", "2026-10-26 11:00"]);
    expect([spring, autumn].map((span) => hoursBetween(span.begins, span.due))).toEqual([48, 48]);
  });

  test("the warning comes after 36 of the 48 hours", () => {
    const span = callbackInClockHours(dutch("2026-11-24T10:00"));
    expect(hoursBetween(span.begins, span.warn)).toBe(36);
  });
});

describe("whatever is asked, whenever", () => {
  const runs = rounds(48, 400);
  const from = dutch("2023-01-01T00:00").epochMilliseconds;
  const until = dutch("2028-12-31T00:00").epochMilliseconds;
  const anyMoment = fc
    .integer({ min: from / 60_000, max: until / 60_000 })
    .map((minute) => Temporal.Instant.fromEpochMilliseconds(minute * 60_000));
  const anyRange = fc
    .record({
      weekday: fc.integer({ min: 1, max: 5 }),
      from: fc.integer({ min: 0, max: 22 }),
      length: fc.integer({ min: 1, max: 10 }),
    })
    .map(({ weekday, from, length }) => {
      const hour = (at: number) => `${String(at).padStart(2, "0")}:00`;
      return { weekday, from: hour(from), until: from + length > 23 ? "23:59" : hour(from + length) };
    });
  const anyCalendar = (near: Temporal.Instant) =>
    fc
      .record({
        officeHours: fc.array(anyRange, { minLength: 1, maxLength: 8 }),
        closed: fc.uniqueArray(fc.integer({ min: -2, max: 20 }), { maxLength: 6 }),
      })
      .map(({ officeHours, closed }) =>
        aWorkCalendar({ officeHours, closed: closed.map((days) => dayOf(near).add({ days }).toString()) }),
      );
  const anyQuestion = anyMoment.chain((asked) => fc.tuple(fc.constant(asked), anyCalendar(asked)));
  const spanOf = ([asked, calendar]: [Temporal.Instant, WorkCalendar]) => callbackInWorkingDays(asked, calendar);
  const isOff = (calendar: WorkCalendar) => (day: Temporal.PlainDate) =>
    !isWorkingDay(day) || calendar.closingDays.has(day.toString());

  test("the count begins when asked or when the team opens next, and never while it is closed", () => {
    fc.assert(
      fc.property(anyQuestion, ([asked, calendar]) => {
        const { begins } = spanOf([asked, calendar]);
        expect(isBefore(begins, asked)).toBe(false);
        expect(openRange(weekly(calendar.officeHours, isOff(calendar)), begins)).toBeDefined();
      }),
      runs,
    );
  });

  test("it is due after it was asked, never on a free or closing day, at the time of day at which it began", () => {
    fc.assert(
      fc.property(anyQuestion, ([asked, calendar]) => {
        const { begins, due } = spanOf([asked, calendar]);
        expect(isBefore(asked, due)).toBe(true);
        expect(isOff(calendar)(dayOf(due))).toBe(false);
        expect(timeOf(due)).toBe(timeOf(begins));
      }),
      runs,
    );
  });

  test("exactly two days that are neither free nor closed lie between: no weekend or holiday makes it later than that", () => {
    fc.assert(
      fc.property(anyQuestion, ([asked, calendar]) => {
        const { begins, due } = spanOf([asked, calendar]);
        const length = dayOf(begins).until(dayOf(due)).days;
        const days = Array.from({ length }, (_, index) => dayOf(begins).add({ days: index + 1 }));
        expect(days.filter((day) => !isOff(calendar)(day))).toHaveLength(2);
      }),
      runs,
    );
  });

  test("the warning lies between the beginning and the end", () => {
    const between = ({ begins, warn, due }: Span) => !isBefore(warn, begins) && !isBefore(due, warn);
    fc.assert(
      fc.property(anyQuestion, ([asked, calendar]) => {
        expect(between(spanOf([asked, calendar]))).toBe(true);
        expect(between(callbackInClockHours(asked))).toBe(true);
        expect(between(freshness(dayOf(asked)))).toBe(true);
      }),
      runs,
    );
  });

  test("the warning comes while the team works, or in the minute it stops", () => {
    fc.assert(
      fc.property(anyQuestion, ([asked, calendar]) => {
        const { warn } = spanOf([asked, calendar]);
        const atWork = [warn, warn.subtract({ minutes: 1 })].map((moment) =>
          openRange(weekly(calendar.officeHours, isOff(calendar)), moment),
        );
        expect(atWork.some((range) => range !== undefined)).toBe(true);
      }),
      runs,
    );
  });

  test("who asks later is never owed an answer earlier", () => {
    fc.assert(
      fc.property(anyQuestion, fc.integer({ min: 0, max: 14 * 24 * 60 }), ([asked, calendar], minutes) => {
        const sooner = spanOf([asked, calendar]);
        const later = spanOf([asked.add({ minutes }), calendar]);
        expect(isBefore(later.due, sooner.due)).toBe(false);
        expect(isBefore(later.begins, sooner.begins)).toBe(false);
      }),
      runs,
    );
  });

  test("the same question has the same answer", () => {
    fc.assert(
      fc.property(anyQuestion, ([asked, calendar]) => {
        expect(spanOf([asked, calendar])).toEqual(spanOf([asked, aWorkCalendar(withCopies(calendar))]));
      }),
      runs,
    );
  });

  test("the night in which the clock changes moves nothing on a Dutch clock", () => {
    // From Wednesday before the change to Monday after it, with no holiday near.
    fc.assert(
      fc.property(
        fc.constantFrom("2026-03-29", "2026-10-25", "2027-10-31"),
        fc.integer({ min: -4 * 24 * 60, max: 2 * 24 * 60 - 1 }),
        (sunday, minutes) => {
          const local = Temporal.PlainDateTime.from(`${sunday}T00:00`).add({ minutes });
          const over = callbackInWorkingDays(dutch(local.toString()), aWorkCalendar());
          const before = callbackInWorkingDays(dutch(local.subtract({ weeks: 2 }).toString()), aWorkCalendar());
          const localDue = over.due.toZonedDateTimeISO(zone).toPlainDateTime();
          expect(localDue.subtract({ weeks: 2 }).toString()).toBe(
            before.due.toZonedDateTimeISO(zone).toPlainDateTime().toString(),
          );
        },
      ),
      runs,
    );
  });

  test("after a pause it is never due earlier, and never on a day the team is not there", () => {
    fc.assert(
      fc.property(
        anyQuestion,
        fc.integer({ min: 0, max: 40 * 24 * 60 }),
        fc.integer({ min: 0, max: 60 * 24 * 60 }),
        (question, before, pause) => {
          const [asked, calendar] = question;
          const { due } = spanOf(question);
          const pausedAt = asked.add({ minutes: before });
          const resumed = pausedAt.add({ minutes: pause });
          const moved = dueAfterPause({ clock: "working-days", dueAt: due, pausedAt }, resumed, calendar);
          expect(isBefore(moved, due)).toBe(false);
          expect(isOff(calendar)(dayOf(moved))).toBe(false);
          const onTheClock = dueAfterPause({ clock: "clock-hours", dueAt: due, pausedAt }, resumed, calendar);
          expect(due.until(onTheClock).total("minutes")).toBe(pause);
        },
      ),
      runs,
    );
  });
});

const withCopies = (calendar: WorkCalendar) => ({
  officeHours: calendar.officeHours.map((range) => ({ ...range })),
  closed: [...calendar.closingDays],
});

describe("what follows a call", () => {
  const follows = (harm: boolean, from: string, closed: string[] = []) =>
    shown(followUpSpan(dutch(from), aWorkCalendar({ closed }), { harm }).due);

  test("is owed within two working days, as the first call was", () => {
    expect(follows(false, "2026-11-24T10:00")).toBe("2026-11-26 10:00");
    expect(follows(false, "2026-11-27T10:00")).toBe("2026-12-01 10:00");
  });

  test("is owed on the next working day when waiting costs a home, money or care", () => {
    expect(follows(true, "2026-11-24T10:00")).toBe("2026-11-25 10:00");
    expect(follows(true, "2026-11-27T10:00")).toBe("2026-11-30 10:00");
    expect(follows(true, "2026-11-27T10:00", ["2026-11-30"])).toBe("2026-12-01 10:00");
  });
});

describe("a pause", () => {
  const paused = (clock: "working-days" | "clock-hours", closed: string[] = []) =>
    shown(
      dueAfterPause(
        { clock, dueAt: dutch("2026-11-26T10:00"), pausedAt: dutch("2026-11-25T10:00") },
        dutch("2026-11-27T10:00"),
        aWorkCalendar({ closed }),
      ),
    );

  test("of two days that would end in the weekend ends on Monday", () => {
    expect(paused("working-days")).toBe("2026-11-30 10:00");
  });

  test("moves on past a closing day", () => {
    expect(paused("working-days", ["2026-11-30"])).toBe("2026-12-01 10:00");
  });

  test("on the clock only adds the time it lasted", () => {
    expect(paused("clock-hours")).toBe("2026-11-28 10:00");
  });
});

describe("an entry of the route map", () => {
  test("is checked again six months later at five in the afternoon, with a warning 45 days before", () => {
    const span = freshness(Temporal.PlainDate.from("2026-05-20"));
    expect([shown(span.begins), shown(span.due)]).toEqual(["2026-05-20 00:00", "2026-11-20 17:00"]);
    expect(hoursBetween(span.warn, span.due)).toBe(45 * 24);
  });

  test("never on a free day: six months after 25 June is Christmas, so the Monday after it", () => {
    expect(shown(freshness(Temporal.PlainDate.from("2026-06-25")).due)).toBe("2026-12-28 17:00");
  });

  test("checked on 31 August: the last day of February", () => {
    expect(shown(freshness(Temporal.PlainDate.from("2026-08-31")).due)).toBe("2027-03-01 17:00");
  });
});
