import fc from "fast-check";
import { expect, test } from "vitest";
import { databaseSecret, testDatabase } from "../../tests/support/database.ts";
import { rounds } from "../../tests/support/rounds.ts";
import { type Ctx, inTransaction } from "./context.ts";
import { record } from "./event.ts";
import { newReference } from "./id.ts";
import { eventKeyOf, markOf, secondsOf } from "./mark.ts";

// Any event with several kinds of facts will do; this one is declared by access.
import "../modules/access/index.ts";

const database = testDatabase();
const runs = rounds(30, 60);

const event = {
  municipalityId: "GM9999",
  id: newReference(),
  at: "1764000000.000000",
  name: "access.fileRead",
  subjectRef: newReference(),
  facts: { ground: "own-team" },
  actorKind: "visitor",
  actorPersonId: null,
  traceId: null,
  parentSpanId: null,
};

test("a mark needs the key and says everything that is in the event", () => {
  const key = eventKeyOf("secret");
  const others = Object.keys(event).map((part) => markOf(key, { ...event, [part]: "something else" }));
  const marks = [markOf(key, event), markOf(eventKeyOf("other"), event), ...others].map((mark) => mark.toString("hex"));
  expect(new Set(marks).size).toBe(marks.length);
});

test("two facts have one mark only when they are the same, in whatever order they stand", () => {
  const key = eventKeyOf("secret");
  const mark = (facts: unknown) => markOf(key, { ...event, facts }).toString("hex");
  expect(mark({ a: 1, b: [{ c: 2, d: 3 }] })).toBe(mark({ b: [{ d: 3, c: 2 }], a: 1 }));
  expect(new Set([{ a: 1 }, [["a", 1]], { fields: [["a", 1]] }, { a: "1" }, { a: [1] }].map(mark)).size).toBe(5);
});

test("what was written fits its mark when it is read back, whatever the facts and however fine the moment", async () => {
  const safe = (text: string) => text.replaceAll("\0", "");
  const facts = fc.record({
    name: fc.string({ unit: "grapheme" }).map(safe),
    listed: fc.array(fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))),
    inside: fc.dictionary(fc.string().map(safe), fc.oneof(fc.boolean(), fc.constant(null), fc.string().map(safe))),
  });
  const nanoseconds = fc.bigInt({ min: 1_700_000_000_000_000_000n, max: 1_900_000_000_000_000_000n });
  await fc.assert(
    fc.asyncProperty(facts, nanoseconds, async (facts, moment) => {
      const now = Temporal.Instant.fromEpochNanoseconds(moment);
      const ctx: Ctx = { db: database.db, now, actor: { kind: "visitor" }, municipalityId: "GM9999" };
      const subject = newReference();
      // Facts of no event of ours: any JSON must fit.
      const odd = { ground: "own-team" as const, ...facts };
      await inTransaction(ctx, (ctx) => record(ctx, "access.fileRead", subject.toUpperCase(), odd));
      const [row] = (
        await database.admin.query(
          "select *, extract(epoch from at)::text as seconds from event where subject_ref = $1",
          [subject],
        )
      ).rows;
      const read = {
        municipalityId: row.municipality_id,
        id: row.id,
        at: row.seconds,
        name: row.name,
        subjectRef: row.subject_ref,
        facts: row.facts,
        actorKind: row.actor_kind,
        actorPersonId: row.actor_person_id,
        traceId: row.trace_id,
        parentSpanId: row.parent_span_id,
      };
      expect(read.at).toBe(secondsOf(now.round("microsecond")));
      expect(row.mark.equals(markOf(eventKeyOf(databaseSecret), read))).toBe(true);
    }),
    runs,
  );
});
