import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rounds } from "../../../../tests/support/rounds.ts";
import { aService, aServicePoint } from "../make.ts";
import { ServiceDetails } from "../service.ts";
import { PointDetails } from "../service-point.ts";
import { type Change, changesBetween, type Entry, pointFields, rebase, rewind, serviceFields, undo } from "./change.ts";
import { entryOf } from "./entry.ts";

const service = aService({ points: [aServicePoint(), aServicePoint()] });
const entry = entryOf(service);
const [first = "", second = ""] = Object.keys(entry.points);
const saying = (nl: string): Entry => ({ ...entry, service: { ...entry.service, sentence: { nl } } });
const calling = (phone: string | null, of = entry): Entry => {
  const point = of.points[first];
  if (point === undefined) throw new Error("There is a point.");
  return { ...of, points: { ...of.points, [first]: { ...point, phone } } };
};
const without = (id: string): Entry => ({
  ...entry,
  points: Object.fromEntries(Object.entries(entry.points).filter(([other]) => other !== id)),
});

describe("what changed in an entry", () => {
  test("every field that an editor may change is in the list", () => {
    expect([...serviceFields].sort()).toEqual(Object.keys(entry.service).sort());
    expect([...pointFields].sort()).toEqual(Object.keys(entry.points[first] ?? {}).sort());
    expect(serviceFields).toEqual(expect.arrayContaining(Object.keys(ServiceDetails.parse({}))));
    expect(pointFields).toEqual(expect.arrayContaining(Object.keys(PointDetails.parse({}))));
  });

  test("is told by field, with what stood there", () => {
    expect(changesBetween(entry, saying("Anders."))).toEqual([
      { field: "sentence", before: service.sentence, after: { nl: "Anders." } },
    ]);
    expect(changesBetween(entry, calling("+31600000111"))).toEqual([
      { field: `point:${first}:phone`, before: "+31600000100", after: "+31600000111" },
    ]);
    expect(changesBetween(entry, entry)).toEqual([]);
  });

  test("is nothing when only the order of writing differs", () => {
    const other: Entry = { ...entry, service: { ...entry.service, sentence: { en: "x", nl: "y" } } };
    const same: Entry = { ...entry, service: { ...entry.service, sentence: { nl: "y", en: "x" } } };
    expect(changesBetween(other, same)).toEqual([]);
  });

  test("is one change when a point comes or goes, with all that it said", () => {
    expect(changesBetween(entry, without(second))).toEqual([
      { field: `point:${second}`, before: entry.points[second], after: null },
    ]);
    expect(changesBetween(without(second), entry)).toEqual([
      { field: `point:${second}`, before: null, after: entry.points[second] },
    ]);
  });
});

describe("two who change the same entry", () => {
  test("other fields: both changes stand", () => {
    const { entry: both, conflicts } = rebase({ base: entry, mine: saying("Mijn zin."), theirs: calling(null) });
    expect(both.service.sentence).toEqual({ nl: "Mijn zin." });
    expect(both.points[first]?.phone).toBeNull();
    expect(conflicts).toEqual([]);
  });

  test("each way in has hours of its own: one changes those for walking in, the other those for phoning", () => {
    const open = (way: "walkIn" | "phone"): Entry => {
      const point = entry.points[first];
      if (point === undefined) throw new Error("There is a point.");
      const hours = { ...point.hours, [way]: [{ weekday: 6, from: "10:00", until: "11:00" }] };
      return { ...entry, points: { ...entry.points, [first]: { ...point, hours } } };
    };
    const { entry: both, conflicts } = rebase({ base: entry, mine: open("walkIn"), theirs: open("phone") });
    expect(conflicts).toEqual([]);
    expect(both.points[first]?.hours).toMatchObject({ walkIn: [{ weekday: 6 }], phone: [{ weekday: 6 }] });
    expect(changesBetween(entry, open("walkIn")).map(({ field }) => field)).toEqual([`point:${first}:hours.walkIn`]);
    expect(undo(open("walkIn"), changesBetween(entry, open("walkIn"))).entry).toEqual(entry);
  });

  test("the same field: mine stands, and what they made of it is told", () => {
    const { entry: both, conflicts } = rebase({ base: entry, mine: saying("Mijn zin."), theirs: saying("Hun zin.") });
    expect(both.service.sentence.nl).toBe("Mijn zin.");
    expect(conflicts).toEqual([{ field: "sentence", before: service.sentence, after: { nl: "Hun zin." } }]);
  });

  test("the same change twice is no conflict", () => {
    expect(rebase({ base: entry, mine: saying("Zo."), theirs: saying("Zo.") }).conflicts).toEqual([]);
  });

  test("a point that they took away stays away, whatever I changed of it", () => {
    const { entry: both, conflicts } = rebase({ base: entry, mine: calling(null), theirs: without(first) });
    expect(Object.keys(both.points)).toEqual([second]);
    expect(conflicts.map(({ field }) => field)).toEqual([`point:${first}`]);
  });

  test("a point that I take away while they change it: that is told", () => {
    const { entry: both, conflicts } = rebase({ base: entry, mine: without(first), theirs: calling(null) });
    expect(Object.keys(both.points)).toEqual([second]);
    expect(conflicts.map(({ field }) => field)).toEqual([`point:${first}:phone`]);
  });
});

describe("taking back", () => {
  test("a change, and what came after it stays", () => {
    const changed = changesBetween(entry, saying("Anders."));
    const later = calling(null, saying("Anders."));
    expect(undo(later, changed)).toEqual({ entry: calling(null), kept: [] });
  });

  test("what was changed once more since stays as it is now", () => {
    const changed = changesBetween(entry, saying("Anders."));
    const later = saying("Weer anders.");
    expect(undo(later, changed)).toEqual({ entry: later, kept: changed });
  });

  test("a point that was taken away comes back with all that it said", () => {
    expect(undo(without(second), changesBetween(entry, without(second)))).toEqual({ entry, kept: [] });
  });
});

describe("whatever was changed", () => {
  const words = fc.constantFrom("een", "twee", "drie");
  const anyEntry = fc
    .record({ sentence: words, website: fc.option(words), phone: fc.option(words), has: fc.subarray([first, second]) })
    .map(
      ({ sentence, website, phone, has }): Entry => ({
        service: { ...entry.service, sentence: { nl: sentence }, website },
        points: Object.fromEntries(
          has.flatMap((id) => {
            const point = entry.points[id];
            return point === undefined ? [] : [[id, { ...point, phone }]];
          }),
        ),
      }),
    );

  test("taken back at once it is as it was, and laid over what did not change it is as it was made", () => {
    fc.assert(
      fc.property(anyEntry, anyEntry, (before, after) => {
        const changes = changesBetween(before, after);
        expect(rewind(after, changes)).toEqual(before);
        expect(undo(after, changes)).toEqual({ entry: before, kept: [] });
        expect(rebase({ base: before, mine: after, theirs: before })).toEqual({ entry: after, conflicts: [] });
        expect(rebase({ base: before, mine: before, theirs: after })).toEqual({ entry: after, conflicts: [] });
      }),
      rounds(25, 3000),
    );
  });

  test("nobody's change is lost without being told", () => {
    fc.assert(
      fc.property(anyEntry, anyEntry, anyEntry, (base, mine, theirs) => {
        const { entry: both, conflicts } = rebase({ base, mine, theirs });
        const told = new Set(conflicts.map(({ field }) => field));
        const stands = (change: Change) =>
          changesBetween(rewind(both, [change]), both).length > 0 || told.has(change.field);
        expect(changesBetween(base, theirs).filter((change) => !stands(change))).toEqual([]);
      }),
      rounds(25, 3000),
    );
  });
});
