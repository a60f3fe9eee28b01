import { expect, test } from "vitest";
import { isLanguage, type Language, languages } from "../../kernel/language.ts";
import { holidaysOf } from "./calendar.ts";
import { explainEnd, sayFreeDay } from "./explanation.ts";
import { endOfTerm, type Term } from "./term.ts";

const today = Temporal.PlainDate.from("2026-11-24");
const term = (start: string, length: Term["length"], rest: Partial<Term> = {}): Term => ({
  start: Temporal.PlainDate.from(start),
  length,
  counted: "forwards",
  setBy: "act",
  ...rest,
});
const explain = (each: Term, language: Language = "nl") => explainEnd(endOfTerm(each), language, today);
const sentences = (each: Term, language?: Language) => explain(each, language).steps.map((step) => step.sentence);

test("a resident reads why six weeks end on Monday 28\u00a0December", () => {
  expect(sentences(term("2026-11-13", { count: 6, unit: "weeks" }))).toEqual([
    "De termijn begint op zaterdag 14\u00a0november. De dag ervoor telt niet mee.",
    "De termijn duurt 6 weken. De laatste dag is dan vrijdag 25\u00a0december.",
    "De termijn kan niet eindigen op vrijdag 25\u00a0december (Eerste Kerstdag).",
    "De termijn kan niet eindigen op zaterdag 26\u00a0december (Tweede Kerstdag).",
    "De termijn kan niet eindigen op zondag 27\u00a0december (weekend).",
    "De laatste dag schuift op naar maandag 28\u00a0december.",
  ]);
});

test("the same in English", () => {
  expect(sentences(term("2026-12-24", { count: 3, unit: "days" }), "en")).toEqual([
    "The term starts on Friday 25\u00a0December. The day before does not count.",
    "The term is 3 days. The last day is then Sunday 27\u00a0December.",
    "The term cannot end on Sunday 27\u00a0December (weekend).",
    "The last day moves to Monday 28\u00a0December.",
    "The term must hold at least 2 working days. So the last day becomes Tuesday 29\u00a0December.",
  ]);
});

test("a sentence carries the article it rests on; counting rests on none", () => {
  expect(explain(term("2026-08-02", { count: 6, unit: "weeks" })).steps.map((step) => step.article)).toEqual([
    undefined,
    undefined,
    "artikel 1, lid 1, Algemene termijnenwet",
    "artikel 1, lid 1, Algemene termijnenwet",
  ]);
});

test("a date in another year says its year", () => {
  expect(sentences(term("2026-12-01", { count: 6, unit: "weeks" })).at(-1)).toBe(
    "De termijn duurt 6 weken. De laatste dag is dan dinsdag 12\u00a0januari 2027.",
  );
});

test("why a last day stays where it is", () => {
  const backwards = term("2026-05-13", { count: 10, unit: "days" }, { counted: "backwards" });
  expect(sentences(backwards)).toEqual([
    "We tellen 10 dagen terug. Dan komen we op zondag 3\u00a0mei.",
    "We tellen terug vanaf een datum. Daarom schuift de laatste dag niet op.",
  ]);
  expect(explain(backwards).warnings).toEqual([
    "Let op: zondag 3\u00a0mei is een vrije dag (weekend). Regel het liever een werkdag eerder.",
  ]);
});

test("a date beyond the known Royal Decrees says that it may move", () => {
  expect(explain(term("2028-12-20", { count: 1, unit: "months" })).warnings).toEqual([
    "Wij kennen niet alle vrije dagen van 2029. De echte laatste dag kan later zijn.",
  ]);
});

test("every holiday has a name of its own in every language", () => {
  for (const language of Object.keys(languages).filter(isLanguage)) {
    const codes = new Set(holidaysOf(2026).map((holiday) => holiday.code));
    expect(new Set([...codes].map((code) => sayFreeDay(code, language))).size).toBe(codes.size);
  }
});
