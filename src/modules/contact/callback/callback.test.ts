import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rounds } from "../../../../tests/support/rounds.ts";
import { bsnMask } from "../../../kernel/bsn.ts";
import { newId } from "../../../kernel/id.ts";
import { aCallbackRequest, aFilledForm } from "../make.ts";
import { callbackRequest, canBecome, closingResults, decideIntake } from "./callback.ts";

/** The problem of each field, as the form gets it. */
function problemsOf(over: Record<string, unknown>, examples = true): Record<string, string> {
  const parsed = callbackRequest({ examples }).safeParse(aFilledForm(over));
  if (parsed.success) return {};
  return Object.fromEntries(parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message]));
}

describe("asking to be called back", () => {
  test("a number, a part of the day and whether it is urgent is enough; nothing else is chosen for anybody", () => {
    const { servicePointId, formKey, ...rest } = aCallbackRequest();
    expect(rest).toEqual({
      phone: "+31600001234",
      dayparts: ["morning", "afternoon"],
      harm: "no",
      name: "",
      mail: null,
      language: "",
      interpreter: false,
      mayLeaveMessage: "unknown",
      maySayWho: "unknown",
      askedFor: "self",
      word: "",
      theme: "iets-anders",
    });
  });

  test("an empty form names everything that is missing, in one go", () => {
    expect(problemsOf({ phone: "", dayparts: [], harm: "", formKey: "" })).toEqual({
      phone: "phoneMissing",
      dayparts: "daypartMissing",
      harm: "harmMissing",
      formKey: "formStale",
    });
    expect(problemsOf({ phone: undefined, harm: undefined, formKey: undefined })).toEqual({
      phone: "phoneMissing",
      harm: "harmMissing",
      formKey: "formStale",
    });
  });

  test("a number that cannot be called says why; example numbers only in the example world", () => {
    expect(problemsOf({ phone: "06" })).toEqual({ phone: "phoneNotANumber" });
    expect(problemsOf({ phone: "0900 1234" })).toEqual({ phone: "phoneOfOrganisation" });
    expect(problemsOf({ phone: "06-00001234" }, false)).toEqual({ phone: "phoneNotANumber" });
  });

  test("whether it costs money, a home or care now must be answered: unknown is no answer", () => {
    expect(problemsOf({ harm: "unknown" })).toEqual({ harm: "harmMissing" });
    expect(aCallbackRequest({ harm: "yes" }).harm).toBe("yes");
  });

  test("a part of the day that does not exist is none chosen", () => {
    expect(problemsOf({ dayparts: ["night"] })).toEqual({ dayparts: "daypartMissing" });
    expect(problemsOf({ dayparts: ["morning", "night"] })).toEqual({ dayparts: "daypartMissing" });
  });

  test("a name has at most 80 signs, a language 40, a word to us 1000; spaces around do not count", () => {
    const limits = {
      name: [80, "nameTooLong"],
      language: [40, "languageTooLong"],
      word: [1000, "wordTooLong"],
    } as const;
    for (const [field, [most, problem]] of Object.entries(limits)) {
      expect(problemsOf({ [field]: ` ${"a".repeat(most)} ` })).toEqual({});
      expect(problemsOf({ [field]: "a".repeat(most + 1) })).toEqual({ [field]: problem });
    }
    expect(aCallbackRequest({ name: "  Fatima  " }).name).toBe("Fatima");
  });

  test.each(["geen", "a@b", "@example.org", "naam@example.org, ander@example.org", `${"a".repeat(200)}@example.org`])(
    "no mail address: %s",
    (mail) => {
      expect(problemsOf({ mail })).toEqual({ mail: "mailInvalid" });
    },
  );

  test("a mail address may be left out, and a space behind it, as a phone writes it, does no harm", () => {
    expect(aCallbackRequest({ mail: "" }).mail).toBeNull();
    expect(aCallbackRequest({ mail: "  " }).mail).toBeNull();
    expect(aCallbackRequest({ mail: "naam@example.org " }).mail).toBe("naam@example.org");
  });

  test("what is not a yes is never a yes", () => {
    for (const answer of ["", "maybe", "YES", "on", "true", undefined, null, 1]) {
      const request = aCallbackRequest({ mayLeaveMessage: answer, maySayWho: answer, interpreter: answer });
      expect(request).toMatchObject({ mayLeaveMessage: "unknown", maySayWho: "unknown", interpreter: false });
    }
    expect(aCallbackRequest({ mayLeaveMessage: "yes", maySayWho: "no", interpreter: "yes" })).toMatchObject({
      mayLeaveMessage: "yes",
      maySayWho: "no",
      interpreter: true,
    });
  });

  test("for oneself, unless somebody says it is for another", () => {
    expect(aCallbackRequest({ askedFor: "someone-else" }).askedFor).toBe("someone-else");
    expect(aCallbackRequest({ askedFor: "nobody" }).askedFor).toBe("self");
  });

  test("a theme is a code: anything else becomes 'something else', so no words hide in it", () => {
    expect(aCallbackRequest({ theme: "brief-van-de-gemeente" }).theme).toBe("brief-van-de-gemeente");
    for (const theme of ["mijn man slaat mij", "a".repeat(41), "<b>", "Wonen", ""])
      expect(aCallbackRequest({ theme }).theme).toBe("iets-anders");
  });

  test("a form without its own key is too old", () => {
    expect(problemsOf({ formKey: "1" })).toEqual({ formKey: "formStale" });
    expect(problemsOf({ formKey: newId() })).toEqual({});
  });

  test("a form for no point at all is too old as well", () => {
    expect(problemsOf({ servicePointId: "" })).toEqual({ servicePointId: "formStale" });
    expect(problemsOf({ servicePointId: undefined })).toEqual({ servicePointId: "formStale" });
  });

  test("a NUL, which no database keeps, falls away", () => {
    expect(aCallbackRequest({ name: "Fat\0ima", word: "\0", language: "Ara\0bisch" })).toMatchObject({
      name: "Fatima",
      word: "",
      language: "Arabisch",
    });
  });

  test("a burgerservicenummer is taken out before anything is shown back or kept", () => {
    expect(aCallbackRequest({ name: "Fatima 123456782", word: "mijn bsn is 123 456 782" })).toMatchObject({
      name: `Fatima ${bsnMask}`,
      word: `mijn bsn is ${bsnMask}`,
    });
  });

  test("names in any script, with emoji or written from right to left, stay as they are", () => {
    for (const name of ["فاطمة الزهراء", "דוד", "Þórdís 🌻", "O’Neill-d’Hondt", "Łukasz", "阮氏梅", "👩‍👩‍👧"])
      expect(aCallbackRequest({ name, word: name })).toMatchObject({ name, word: name });
  });

  test("whatever is sent, it is read or refused in words that have a sentence", () => {
    const known = new Set([
      "phoneMissing",
      "phoneNotANumber",
      "phoneOfOrganisation",
      "daypartMissing",
      "harmMissing",
      "mailInvalid",
      "nameTooLong",
      "languageTooLong",
      "wordTooLong",
      "formStale",
    ]);
    const typed = fc.oneof(fc.string({ maxLength: 90 }), fc.constantFrom("yes", "no", "06-00001234", "x@example.org"));
    fc.assert(
      fc.property(
        fc.record({
          phone: typed,
          dayparts: fc.array(fc.oneof(typed, fc.constantFrom("morning", "evening")), { maxLength: 3 }),
          harm: typed,
          name: typed,
          mail: typed,
          language: typed,
          interpreter: typed,
          mayLeaveMessage: typed,
          maySayWho: typed,
          askedFor: typed,
          word: typed,
          theme: typed,
          formKey: typed,
          servicePointId: typed,
        }),
        (form) => {
          for (const problem of Object.values(problemsOf(form))) expect(known).toContain(problem);
        },
      ),
      rounds(11, 400),
    );
  });
});

describe("taking it in", () => {
  test("one of the chosen parts of the day in which the team works is enough", () => {
    const open = ["morning", "afternoon"] as const;
    const decide = (dayparts: ("morning" | "afternoon" | "evening")[]) =>
      decideIntake({ dayparts }, { open: [...open] });
    expect(decide(["morning", "evening"])).toEqual({ kind: "accepted" });
    expect(decide(["evening"])).toEqual({ kind: "closedThen", open: ["morning", "afternoon"] });
  });

  test("a team that never works says so", () => {
    expect(decideIntake({ dayparts: ["morning"] }, { open: [] })).toEqual({ kind: "closedThen", open: [] });
  });
});

describe("the life of a callback", () => {
  test.each([
    ["waiting", ["closed", "cancelled"]],
    ["closed", ["waiting"]],
    ["cancelled", []],
  ] as const)("%s can become %j", (status, next) => {
    const all = ["waiting", "closed", "cancelled"] as const;
    expect(all.filter((to) => canBecome({ status }, to))).toEqual(next);
  });

  test("a helper cannot choose that it was cancelled: only the resident does that", () => {
    expect(closingResults).not.toContain("cancelled");
  });
});
