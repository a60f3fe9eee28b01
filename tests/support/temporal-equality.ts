import { expect } from "vitest";

/*
 * Temporal values keep what they hold in internal slots, so that `toMatchObject` takes any two instants, or any two
 * days, for the same. This makes every comparison in every test look at the value.
 */

const kinds = [Temporal.Instant, Temporal.PlainDate, Temporal.PlainDateTime, Temporal.PlainTime, Temporal.Duration];

expect.addEqualityTesters([
  (a: unknown, b: unknown): boolean | undefined => {
    const kind = kinds.find((each) => a instanceof each || b instanceof each);
    if (kind === undefined) return undefined;
    return a instanceof kind && b instanceof kind && a.toString() === b.toString();
  },
]);
