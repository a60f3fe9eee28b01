import { expect, test } from "vitest";

const pairs = [
  [Temporal.Instant.from("2026-11-24T10:00Z"), Temporal.Instant.from("2026-11-24T10:01Z")],
  [Temporal.PlainDate.from("2026-11-24"), Temporal.PlainDate.from("2026-11-25")],
  [Temporal.PlainTime.from("10:00"), Temporal.PlainTime.from("10:01")],
  [Temporal.PlainDateTime.from("2026-11-24T10:00"), Temporal.PlainDateTime.from("2026-11-24T10:01")],
  [Temporal.Duration.from({ hours: 1 }), Temporal.Duration.from({ hours: 2 })],
] as const;

test.each(pairs)("%s is not %s, wherever it stands in what is compared", (one, other) => {
  const copy = { at: one, in: [{ at: one }] };
  expect(copy).toEqual({ at: one, in: [{ at: one }] });
  expect(copy).toMatchObject({ at: one });
  expect(copy).not.toMatchObject({ at: other });
  expect(copy).not.toMatchObject({ in: [{ at: other }] });
  expect(copy).not.toEqual({ at: one, in: [{ at: other }] });
  expect({ at: one }).not.toMatchObject({ at: String(one) });
});
