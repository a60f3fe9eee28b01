import fc from "fast-check";
import { expect, test } from "vitest";
import { rounds } from "../../../tests/support/rounds.ts";
import { LinkedData } from "./linked-data.tsx";

const block = /^<script type="application\/ld\+json">([^<>&]*)<\/script>$/;
const hostile = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.constantFrom(
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "]]>",
    "&lt;/script&gt;",
    "\u2028</SCRIPT >",
    "'\"`\\",
  ),
);

test("whatever stands in it comes back as it was, and nothing in it is markup", () => {
  fc.assert(
    fc.property(fc.dictionary(hostile, fc.oneof(hostile, fc.array(hostile))), (data) => {
      const [, json = ""] = block.exec(String(<LinkedData data={data} />)) ?? [];
      expect(JSON.stringify(JSON.parse(json))).toBe(JSON.stringify(data));
    }),
    rounds(200, 5000),
  );
});
