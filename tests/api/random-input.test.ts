import fc from "fast-check";
import { expect, test } from "vitest";
import { testApp } from "../support/app.ts";
import { rounds } from "../support/rounds.ts";
import { askCallback, follow, get, post } from "./program.ts";

const site = testApp();

/** Nothing that anybody sends may break something, or be refused in another way than with a problem. */
async function holds(answer: Response) {
  expect(answer.status).toBeLessThan(500);
  if (answer.status >= 400) expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(await answer.json()).toBeTypeOf("object");
}

const runs = rounds(15, 150);
/** Any text at all: also signs that no database stores and halves of signs. */
const anyText = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), fc.constant("\0"));

const fields = [
  "hulppuntId",
  "telefoonnummer",
  "dagdelen",
  "dringend",
  "naam",
  "mailadres",
  "taal",
  "thema",
  "eigenWoorden",
  "tolkNodig",
  "__proto__",
] as const;

test("no JSON whatever breaks anything", async () => {
  await fc.assert(
    fc.asyncProperty(fc.json(), async (body) => holds(await post(site, "/terugbelverzoeken?gemeente=utrecht", body))),
    runs,
  );
});

test("no value whatever in a field that we know breaks anything", async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...fields), fc.oneof(fc.jsonValue(), anyText), async (field, value) =>
      holds(await askCallback(site, Object.fromEntries([[field, value]]))),
    ),
    runs,
  );
});

test("no text whatever in a field for words breaks anything, or is stored as something no database stores", async () => {
  const words = fc.record({ naam: anyText, taal: anyText, eigenWoorden: anyText });
  await fc.assert(
    fc.asyncProperty(words, async (typed) => holds(await askCallback(site, typed))),
    runs,
  );
});

test("no content that is not JSON breaks anything", async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => holds(await post(site, "/terugbelverzoeken?gemeente=utrecht", text))),
    runs,
  );
});

test("no query whatever breaks anything", async () => {
  const query = fc.dictionary(fc.constantFrom("gemeente", "zoek", "thema", "pagina", "nog iets"), anyText);
  await fc.assert(
    fc.asyncProperty(query, async (asked) => {
      const typed = new URLSearchParams({ gemeente: "utrecht", ...asked });
      await holds(await get(site, `/hulpaanbod?${typed}`));
    }),
    runs,
  );
});

test("no search whatever breaks anything", async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async (zoek) =>
      holds(await get(site, `/hulpaanbod?${new URLSearchParams({ gemeente: "utrecht", zoek })}`)),
    ),
    runs,
  );
});

test("no code and no digits whatever break anything or open anything", async () => {
  const header = fc.string({ unit: fc.integer({ min: 33, max: 126 }).map((sign) => String.fromCharCode(sign)) });
  await fc.assert(
    fc.asyncProperty(header, header, async (code, digits) => {
      const answer = await follow(site, code, digits);
      await holds(answer);
      expect([400, 404]).toContain(answer.status);
    }),
    runs,
  );
});
