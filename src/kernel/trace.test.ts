import { describe, expect, test } from "vitest";
import { readTraceparent } from "./trace.ts";

const id = "4bf92f3577b34da6a3ce929d0e0e4736";
const parentSpanId = "00f067aa0ba902b7";

describe("the trace of another system", () => {
  test.each([
    ["as it is today", `00-${id}-${parentSpanId}-01`],
    ["of a later version, which may say more", `01-${id}-${parentSpanId}-01-what-comes-later`],
  ])("is followed: %s", (_, header) => {
    expect(readTraceparent(header)).toEqual({ id, parentSpanId });
  });

  test.each([
    ["nothing", undefined],
    ["something else", "Roos Voorbeeld"],
    ["a trace of nothing", `00-${"0".repeat(32)}-${parentSpanId}-01`],
    ["a step of nothing", `00-${id}-${"0".repeat(16)}-01`],
    ["a version that does not exist", `ff-${id}-${parentSpanId}-01`],
    ["more than its version knows", `00-${id}-${parentSpanId}-01-Roos`],
    ["capitals", `00-${id.toUpperCase()}-${parentSpanId}-01`],
  ])("is not made of %s", (_, header) => {
    expect(readTraceparent(header)).toBeUndefined();
  });
});
