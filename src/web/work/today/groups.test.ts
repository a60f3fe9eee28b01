import { describe, expect, test } from "vitest";
import { byUrgency, type OpenPromise } from "../../../modules/promises/index.ts";
import { anOpenPromise } from "../../../modules/promises/make.ts";
import { groupsOf } from "./groups.ts";

const now = Temporal.Instant.from("2026-11-26T12:00+01:00");
const at = (moment: string) => Temporal.Instant.from(`2026-11-${moment}+01:00`);

/** The headings of Vandaag, each with what stands under it. */
const standing = (promises: Record<string, OpenPromise>) => {
  const nameOf = new Map(Object.entries(promises).map(([name, promise]) => [promise.id, name]));
  return groupsOf(Object.values(promises).toSorted(byUrgency), now).map(({ group, promises }) => [
    group,
    ...promises.map(({ id }) => nameOf.get(id)),
  ]);
};
const promised = (moment: string, over: Partial<OpenPromise> = {}) =>
  anOpenPromise({ promisedAt: at(moment), dueAt: at(moment), ...over });

describe("Vandaag", () => {
  test("begins with what costs money, a home or care now, also when something else is late", () => {
    expect(
      standing({
        late: promised("26T10:00"),
        harmLater: promised("30T10:00", { harm: true }),
        harmLate: promised("26T11:00", { harm: true }),
        today: promised("26T16:00"),
      }),
    ).toEqual([
      ["harm", "harmLate", "harmLater"],
      ["late", "late"],
      ["today", "today"],
    ]);
  });

  test("keeps a question that cannot wait on top when a second call follows the first", () => {
    const followUp = promised("30T10:00", { harm: true, kind: "call-again", followsId: "first" });
    expect(standing({ today: promised("26T16:00"), followUp })).toEqual([
      ["harm", "followUp"],
      ["today", "today"],
    ]);
  });

  test("ends with what rests, however urgent or late it was", () => {
    const pause = { since: at("25T10:00"), reason: "resident-asked" } as const;
    expect(standing({ rests: promised("26T10:00", { harm: true, pause }), later: promised("30T10:00") })).toEqual([
      ["later", "later"],
      ["resting", "rests"],
    ]);
  });

  test("leaves late what was first promised before now, whatever moment was agreed on since", () => {
    const moved = promised("26T10:00", { dueAt: at("30T10:00"), followsId: "first" });
    expect(standing({ moved, today: promised("26T16:00") })).toEqual([
      ["late", "moved"],
      ["today", "today"],
    ]);
  });
});
