import { z } from "zod";
import type { Day } from "../../../kernel/day.ts";
import {
  costs,
  helpLevels,
  type ServiceContent,
  serviceKinds,
  supportFunctions,
  withDutch,
} from "../../../modules/directory/index.ts";
import { readOptionalDay, websiteOrNone } from "../../form.ts";
import type { Refused } from "../../ui/refused.ts";

/* A service as it is typed, in the order of the page; each problem names its own field. */

export const line = (most: number, tooLong: string) => z.string().trim().max(most, { error: tooLong });
const missing = (most: number, error: string, tooLong: string) => line(most, tooLong).min(1, { error });
export const answer = z.enum(["yes", "no", ""]).default("");

export const TypedEntry = z.object({
  name: missing(120, "nameMissing", "nameTooLong"),
  kind: z.enum(serviceKinds, { error: "kindMissing" }),
  sentence: missing(300, "sentenceMissing", "sentenceTooLong"),
  themes: z.array(z.string()).min(1, { error: "themesMissing" }),
  functions: z.array(z.enum(supportFunctions)).min(1, { error: "functionsMissing" }),
  level: z.enum([...helpLevels, ""]).default(""),
  audience: line(300, "audienceTooLong"),
  eligibility: line(1000, "eligibilityTooLong"),
  limits: line(1000, "limitsTooLong"),
  cost: z.enum(costs, { error: "costMissing" }),
  costNote: line(500, "costNoteTooLong"),
  price: z
    .string()
    .trim()
    .regex(/^(\d{1,5}([,.]\d{2})?)?$/, { error: "priceWrong" }),
  priceSource: websiteOrNone("priceSourceMissing"),
  waiting: z
    .string()
    .trim()
    .regex(/^(\d|[1-9]\d|10[0-4])?$/, { error: "waitingWrong" }),
  howToAsk: line(1000, "howToAskTooLong"),
  toBring: line(1000, "toBringTooLong"),
  result: line(500, "resultTooLong"),
  interpreter: answer,
  withoutDigid: answer,
  website: websiteOrNone("websiteWrong"),
  professional: line(5000, "professionalTooLong"),
  otherNames: z
    .string()
    .transform((text) =>
      text
        .split("\n")
        .map((name) => name.trim())
        .filter((name) => name !== ""),
    )
    .pipe(z.array(z.string().max(80, { error: "otherNamesTooMany" })).max(20, { error: "otherNamesTooMany" })),
  forProfessionals: z.literal("on").optional(),
  sourceUrl: websiteOrNone("sourceUrlWrong"),
  asOf: line(60, "asOfTooLong"),
  /** Of something new there is nothing to explain. */
  reason: line(500, "reasonTooLong").default(""),
  checked: z.literal("on").optional(),
  /** Only look how it reads, and save nothing. */
  do: z.literal("read").optional(),
});
export type TypedEntry = z.infer<typeof TypedEntry>;
export const listFields = ["themes", "functions"];

type EntryProblem =
  | "priceOnMissing"
  | "priceSourceMissing"
  | "priceWithFree"
  | "priceZero"
  | "stopBackwards"
  | "stopSinceMissing";

const orNull = (text: string): string | null => (text === "" ? null : text);
export const yesNo = (answer: TypedEntry["interpreter"]): boolean | null => (answer === "" ? null : answer === "yes");
/** As a choice of the form says what is stored. */
export const answerOf = (value: boolean | null): string => (value === null ? "" : value ? "yes" : "no");

/** "12,50" */
const centsOf = (price: string): number => Math.round(Number(price.replace(",", ".")) * 100);

type ReadContent =
  | { ok: true; edit: (before: ServiceContent) => ServiceContent }
  | { ok: false; field: string; problem: EntryProblem | { impossible: string } };

/**
 * What is typed as a change of what was there: translations stay, and are older than the Dutch where that changed.
 * @param values for the days, which stand in three boxes each.
 * @param today the waiting time is of today when it changes.
 */
export function readContent(typed: TypedEntry, values: Refused["values"], today: Day): ReadContent {
  const [priceOn, stopSince, stopUntil] = [
    readOptionalDay(values, "priceOn"),
    readOptionalDay(values, "stopSince"),
    readOptionalDay(values, "stopUntil"),
  ];
  for (const [field, day] of Object.entries({ priceOn, stopSince, stopUntil }))
    if (!day.ok) return { ok: false, field, problem: { impossible: field } };
  const on = priceOn.ok ? priceOn.value : undefined;
  const since = stopSince.ok ? stopSince.value : undefined;
  const until = stopUntil.ok ? stopUntil.value : undefined;
  if (typed.price !== "") {
    if (centsOf(typed.price) === 0) return { ok: false, field: "price", problem: "priceZero" };
    if (typed.cost === "free") return { ok: false, field: "price", problem: "priceWithFree" };
    if (on === undefined) return { ok: false, field: "priceOn", problem: "priceOnMissing" };
    if (typed.priceSource === "") return { ok: false, field: "priceSource", problem: "priceSourceMissing" };
  }
  if (until !== undefined && since === undefined) return { ok: false, field: "stopSince", problem: "stopSinceMissing" };
  if (since !== undefined && until !== undefined && Temporal.PlainDate.compare(until, since) < 0)
    return { ok: false, field: "stopUntil", problem: "stopBackwards" };
  const weeks = typed.waiting === "" ? null : Number(typed.waiting);
  return {
    ok: true,
    edit: (before) => ({
      ...before,
      name: withDutch(before.name, typed.name),
      kind: typed.kind,
      sentence: withDutch(before.sentence, typed.sentence),
      themes: typed.themes,
      functions: typed.functions,
      level: typed.level === "" ? null : typed.level,
      audience: withDutch(before.audience, typed.audience),
      eligibility: withDutch(before.eligibility, typed.eligibility),
      limits: withDutch(before.limits, typed.limits),
      cost: typed.cost,
      costNote: withDutch(before.costNote, typed.costNote),
      price:
        typed.price === "" || on === undefined
          ? null
          : {
              cents: centsOf(typed.price),
              on: on.toString(),
              source: typed.priceSource,
            },
      waiting:
        weeks === null ? null : weeks === before.waiting?.weeks ? before.waiting : { weeks, on: today.toString() },
      stop: since === undefined ? null : { since: since.toString(), until: until?.toString() ?? null },
      howToAsk: withDutch(before.howToAsk, typed.howToAsk),
      toBring: withDutch(before.toBring, typed.toBring),
      result: withDutch(before.result, typed.result),
      interpreter: yesNo(typed.interpreter),
      withoutDigid: yesNo(typed.withoutDigid),
      website: orNull(typed.website),
      professional: withDutch(before.professional, typed.professional),
      otherNames: typed.otherNames,
      forProfessionals: typed.forProfessionals === "on",
      sourceUrl: orNull(typed.sourceUrl),
      asOf: orNull(typed.asOf),
    }),
  };
}
