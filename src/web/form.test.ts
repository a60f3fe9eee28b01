import fc from "fast-check";
import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { rounds } from "../../tests/support/rounds.ts";
import { parseForm, readDay, readTime } from "./form.ts";
import type { Env } from "./surroundings.ts";
import { sharedWords } from "./words/words.ts";

const Form = z.object({
  name: z
    .string()
    .default("")
    .refine((name) => name.length <= 10, { error: "nameTooLong" }),
  phone: z.string({ error: "phoneMissing" }).min(1, { error: "phoneMissing" }),
  dayparts: z.array(z.string()).min(1, { error: "daypartMissing" }).default([]),
});
const sentences = {
  nameTooLong: "Uw naam is te lang.",
  phoneMissing: "Vul uw nummer in.",
  daypartMissing: "Kies een moment.",
};

const app = new Hono<Env>().post("/", async (c) => {
  const form = await parseForm(c, Form, sentences, ["dayparts"]);
  return c.json(form.ok ? { value: form.value, refusedAfterAll: form.refuse("phone", "Bezet.") } : form.refused);
});
const send = async (fields: [string, string][]) => {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  return (await app.request("/", { method: "POST", body })).json();
};

describe("a form", () => {
  test("that was filled in well is a value; a field may come more than once when it is a list", async () => {
    const read = await send([
      ["phone", "06"],
      ["dayparts", "morning"],
      ["dayparts", "evening"],
    ]);
    expect(read.value).toEqual({ name: "", phone: "06", dayparts: ["morning", "evening"] });
  });

  test("that was refused hands back everything that was typed, and one sentence per wrong field", async () => {
    const read = await send([
      ["name", "Fatima Voorbeeld"],
      ["phone", ""],
      ["dayparts", "morning"],
      ["step", "check"],
    ]);
    expect(read).toEqual({
      values: { name: "Fatima Voorbeeld", phone: "", dayparts: ["morning"], step: "check" },
      errors: { name: "Uw naam is te lang.", phone: "Vul uw nummer in." },
    });
  });

  test("with no list chosen at all is a list with nothing in it", async () => {
    expect((await send([["phone", "06"]])).errors).toEqual({ dayparts: "Kies een moment." });
  });

  test("can be refused after all, with everything that was typed", async () => {
    const read = await send([
      ["phone", "06"],
      ["dayparts", "morning"],
    ]);
    expect(read.refusedAfterAll).toEqual({
      values: { phone: "06", dayparts: ["morning"] },
      errors: { phone: "Bezet." },
    });
  });

  test("of a field that is no list only the first value counts", async () => {
    const read = await send([
      ["phone", "06"],
      ["phone", "07"],
      ["dayparts", "morning"],
    ]);
    expect(read.value.phone).toBe("06");
  });

  test("with a file where a text belongs: as if it were empty", async () => {
    const body = new FormData();
    body.append("phone", new File(["x"], "x.txt"));
    body.append("dayparts", "morning");
    const read = await (await app.request("/", { method: "POST", body })).json();
    expect(read.errors).toEqual({ phone: "Vul uw nummer in." });
  });

  test("sent as a browser sends it without files reads the same", async () => {
    const body = new URLSearchParams({ phone: "06", dayparts: "morning", name: "Zoë" });
    const read = await (await app.request("/", { method: "POST", body })).json();
    expect(read.value).toEqual({ name: "Zoë", phone: "06", dayparts: ["morning"] });
  });

  test("hands back no book: at most 60,000 signs of a field", async () => {
    const read = await send([["name", "a".repeat(100_000)]]);
    expect(read.values.name).toHaveLength(60_000);
  });

  test("with a name that every object has is only a field of that name", async () => {
    const read = await send([
      ["__proto__", "x"],
      ["constructor", "y"],
      ["phone", "06"],
      ["dayparts", "morning"],
    ]);
    expect(read.value).toEqual({ name: "", phone: "06", dayparts: ["morning"] });
  });
});

describe("what was typed", () => {
  const typed = async (text: string): Promise<string> => (await send([["step", text]])).values.step;

  test("loses control characters, keeps lines and tabs", async () => {
    expect(await typed("Fat\0ima\u0007\u001b[0m\u0085")).toBe("Fatima[0m");
    expect(await typed("Ahmed\u202e evil\u2067!\u2069")).toBe("Ahmed evil!");
    expect(await typed("eerst\r\ndan\rtoen\ttab\nslot")).toBe("eerst\ndan\ntoen\ttab\nslot");
  });

  test("keeps names in any script, emoji, and marks that turn the reading direction", async () => {
    for (const name of ["فاطمة", "דוד", "👩‍👩‍👧", "阮氏梅", "Zoë", "\u200fא\u200e"])
      expect(await typed(name)).toBe(name.normalize("NFC"));
  });

  test("is written in one way: an é of two signs becomes an é of one", async () => {
    expect(await typed("Zoe\u0308")).toBe("Zoë");
  });

  test("whatever it is, nothing a database cannot keep is left, and cleaning it again changes nothing", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 50 }), async (text) => {
        const cleaned = await typed(text);
        expect(cleaned).not.toMatch(/[[\p{Cc}\p{Cs}]--[\n\t]]/v);
        expect(await typed(cleaned)).toBe(cleaned);
      }),
      rounds(4, 150),
    );
  });
});

test("a problem without a sentence is one that our own form cannot have: it is refused as a whole", async () => {
  const other = new Hono<Env>()
    .post("/", async (c) => {
      await parseForm(c, z.object({ phone: z.string().min(1, { error: "unheardOf" }) }), sentences);
      return c.text("never");
    })
    .onError((error, c) => c.text("refused", error instanceof HTTPException ? error.status : 500));
  const response = await other.request("/", { method: "POST", body: new URLSearchParams({ phone: "" }) });
  expect([response.status, await response.text()]).toEqual([400, "refused"]);
});

describe("a day in three boxes", () => {
  const read = (day: string, month: string, year: string) =>
    readDay({ "until-day": day, "until-month": month, "until-year": year }, "until");

  test("is that day, with or without zeros before it", () => {
    expect(read("28", "2", "2027")).toEqual({ ok: true, value: Temporal.PlainDate.from("2027-02-28") });
    expect(read(" 08", "02 ", "2027")).toEqual({ ok: true, value: Temporal.PlainDate.from("2027-02-08") });
  });

  test("that is not all filled in is missing, and one that is never there is another mistake", () => {
    expect(read("28", "", "2027")).toEqual({ ok: false, problem: "missing" });
    for (const [day, month, year] of [
      ["31", "2", "2027"],
      ["29", "2", "2027"],
      ["1", "13", "2027"],
      ["0", "1", "2027"],
      ["een", "mei", "2027"],
      ["1.5", "1", "2027"],
    ] as const)
      expect(read(day, month, year)).toEqual({ ok: false, problem: "impossible", typed: { day, month, year } });
  });

  test("is named as it was typed when it does not exist", () => {
    expect(sharedWords.nl.dayImpossible({ day: "31", month: "2", year: "2027" })).toMatch(
      /^31 februari 2027 bestaat niet/,
    );
    expect(sharedWords.en.dayImpossible({ day: "5", month: "13", year: "2027" })).toMatch(/^5-13-2027 does not exist/);
  });
});

describe("a time of day", () => {
  const read = (time: string) => readTime({ time }, "time");

  test("may be typed as people write it", () => {
    for (const [typed, time] of [
      ["14:00", "14:00"],
      ["14.05", "14:05"],
      ["9:30", "09:30"],
      ["9", "09:00"],
    ] as const)
      expect(read(typed)).toEqual({ ok: true, value: time });
  });

  test("that no clock shows is named", () => {
    expect(read("")).toEqual({ ok: false, problem: "missing" });
    for (const typed of ["25.00", "12:60", "14:0", "vanavond", "24:00"])
      expect(read(typed)).toEqual({ ok: false, problem: "impossible", typed });
    expect(sharedWords.nl.timeImpossible("25:00")).toMatch(/^25\.00 uur bestaat niet/);
  });
});

test("working hours are said in one breath for days that are the same", () => {
  const range = (weekday: number, from = "09:00", until = "17:00") => ({ weekday, from, until });
  expect(sharedWords.nl.hours([1, 2, 3, 4].map((day) => range(day)).concat(range(5, "09:00", "12:00")))).toBe(
    "maandag tot en met donderdag van 9.00 tot 17.00\u00a0uur, vrijdag van 9.00 tot 12.00\u00a0uur",
  );
  const some = [{ ...range(2, "19:00", "21:00"), nth: [-1, 1] }, range(1)];
  expect(sharedWords.nl.hours(some)).toMatch(
    /^maandag van .*, elke eerste en laatste dinsdag van de maand van 19\.00 tot 21\.00/,
  );
  expect(sharedWords.en.hours(some)).toMatch(/^Monday .*, every first and last Tuesday/);
  expect(sharedWords.nl.hours([range(2, "13:00"), range(2, "09:00", "12:00"), range(4)])).toBe(
    "dinsdag van 9.00 tot 12.00\u00a0uur en van 13.00 tot 17.00\u00a0uur, donderdag van 9.00 tot 17.00\u00a0uur",
  );
});
