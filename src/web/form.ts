import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { z } from "zod";
import type { Day } from "../kernel/day.ts";
import type { Env } from "./surroundings.ts";
import type { Refused } from "./ui/refused.ts";

/** A form that was filled in well, or what was typed with one sentence per wrong field. */
export type ParsedForm<Value> =
  | { ok: true; value: Value; values: Refused["values"]; refuse: Refuse }
  | { ok: false; refused: Refused };

/** Refuses a well-filled form after all, for a reason only the use case could know. */
type Refuse = (field: string, sentence: string) => Refused;

/** A key made when the form was shown: the same form sent again means the same thing. Ours all have one. */
export const FormKey = z.uuid().optional().catch(undefined);

/** A mail address of at most 200 signs, in small letters; the problem names its field. */
export const mailTyped = (problem: string) =>
  z
    .string()
    .trim()
    .toLowerCase()
    .pipe(z.email({ error: problem }).max(200, { error: problem }));

/** The same where nothing need be filled in: "". */
export const mailOrNone = (problem: string) =>
  z
    .string()
    .trim()
    .toLowerCase()
    .max(200, { error: problem })
    .pipe(z.union([z.literal(""), z.email({ error: problem })], { error: problem }));

/** The address of a website, or "". */
export const websiteOrNone = (problem: string) =>
  z
    .string()
    .trim()
    .max(500, { error: problem })
    .pipe(z.union([z.literal(""), z.url({ protocol: /^https?$/, error: problem })], { error: problem }));

/** What was typed comes back whole, so that it can be made shorter; only mischief is longer than this. */
const echoLimit = 60_000;

/**
 * Control characters (but line ends and tabs) come from pasting or mischief, and PostgreSQL stores no NUL. Marks that turn
 * the direction of text around would turn around what stands after it on a page; the letters themselves say theirs.
 */
export const clean = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/[[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]--[\n\t]]/gv, "");

/** The fields of a form as they came, cleaned; a name may come more than once. */
export type Posted = [name: string, text: string][];

export async function readPosted(c: Context<Env>): Promise<Posted> {
  // A body that is no form did not come from one of our pages.
  const form = await c.req.formData().catch(() => {
    throw new HTTPException(400);
  });
  return [...form].flatMap(([name, entry]): Posted => (typeof entry === "string" ? [[name, clean(entry)]] : []));
}

/** Everything that was typed; a field in `lists` may come more than once. */
async function readValues(c: Context<Env>, lists: readonly string[]): Promise<Record<string, string | string[]>> {
  const posted = await readPosted(c);
  const names = [...new Set(posted.map(([name]) => name))];
  return Object.fromEntries(
    names.map((name) => {
      const texts = posted.flatMap(([other, text]) => (other === name ? [text] : []));
      return [name, lists.includes(name) ? texts : (texts[0] ?? "")];
    }),
  );
}

/**
 * The one way to read a form. Each problem is a code of the schema; `sentences` says it in the reader's language.
 * @param lists names of fields with several values.
 */
export async function parseForm<S extends z.ZodType, Problem extends string>(
  c: Context<Env>,
  schema: S,
  sentences: Record<Problem, string>,
  lists: readonly string[] = [],
): Promise<ParsedForm<z.infer<S>>> {
  const typed = await readValues(c, lists);
  const values = Object.fromEntries(
    Object.entries(typed).map(([name, value]) => [name, typeof value === "string" ? value.slice(0, echoLimit) : value]),
  );
  const parsed = schema.safeParse({ ...Object.fromEntries(lists.map((name) => [name, []])), ...typed });
  if (parsed.success)
    return {
      ok: true,
      value: parsed.data,
      values,
      refuse: (field, sentence) => ({ values, errors: { [field]: sentence } }),
    };
  const errors: Record<string, string> = {};
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0] ?? "form");
    errors[field] ??= sentenceFor(sentences, issue.message);
  }
  return { ok: false, refused: { values, errors } };
}

/** A problem without a sentence is one that our own form cannot have: somebody changed it on the way. */
function sentenceFor(sentences: Record<string, string>, problem: string): string {
  const sentence = sentences[problem];
  if (sentence === undefined) throw new HTTPException(400);
  return sentence;
}

/** A day as it was typed: perhaps 31 February. */
export type TypedDay = { day: string; month: string; year: string };

/** What was typed, when that is no day or time there is: a page then says what is wrong with it. */
type Typed<Value, As> =
  | { ok: true; value: Value }
  | { ok: false; problem: "missing" }
  | { ok: false; problem: "impossible"; typed: As };

/** The three boxes of a DateField as one day. */
export function readDay(values: Refused["values"], name: string): Typed<Day, TypedDay> {
  const box = (part: string): string => String(values[`${name}-${part}`] ?? "").trim();
  const typed = { day: box("day"), month: box("month"), year: box("year") };
  if (Object.values(typed).includes("")) return { ok: false, problem: "missing" };
  try {
    const iso = `${typed.year.padStart(4, "0")}-${typed.month.padStart(2, "0")}-${typed.day.padStart(2, "0")}`;
    return { ok: true, value: Temporal.PlainDate.from(iso) };
  } catch {
    return { ok: false, problem: "impossible", typed };
  }
}

/** The same where nothing need be filled in; half a day is missing something all the same. */
export function readOptionalDay(values: Refused["values"], name: string): Typed<Day | undefined, TypedDay> {
  const isEmpty = ["day", "month", "year"].every((part) => String(values[`${name}-${part}`] ?? "").trim() === "");
  return isEmpty ? { ok: true, value: undefined } : readDay(values, name);
}

/** A time of day, "14:00", however it was typed: "14.00", "9:30", "14". */
export function readTime(values: Refused["values"], name: string): Typed<string, string> {
  const typed = String(values[name] ?? "").trim();
  if (typed === "") return { ok: false, problem: "missing" };
  const [, hour = "", minute = "00"] = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(typed) ?? [];
  return hour === "" || Number(hour) > 23 || Number(minute) > 59
    ? { ok: false, problem: "impossible", typed }
    : { ok: true, value: `${hour.padStart(2, "0")}:${minute}` };
}
