import type { Context, Handler } from "hono";
import { z } from "zod";
import type { Language } from "../../../kernel/language.ts";
import { holdCase, holdReasons, liftHold, noteLimit } from "../../../modules/casework/index.ts";
import {
  AttemptOutcome,
  addNote,
  type CaseChange,
  closeCallback,
  closingResults,
  correctPhone,
  fillInLater,
  laterDetails,
  logAttempt,
  markSafeAgain,
  readPhone,
  reopenCallback,
} from "../../../modules/contact/index.ts";
import { FormKey, parseForm } from "../../form.ts";
import { workPath } from "../../place.ts";
import { type Said, thenSay } from "../../said.ts";
import type { Env } from "../../surroundings.ts";
import type { Refused } from "../../ui/refused.ts";
import { texts as deskTexts } from "../desk/slip.tsx";
import { wordsIn } from "./forms.tsx";
import { showCase } from "./page.tsx";
import { texts } from "./texts.ts";

/* What a helper does on the page of a case: read the form, do it, and go back to the page, which says what happened. */

/** After a change: back to the case, which says it. Not mine or not there look the same. */
export function after(
  c: Context<Env>,
  change: CaseChange,
  said: Said = { what: "saved" },
): Response | Promise<Response> {
  if (change.kind === "gone") return c.notFound();
  const path = workPath(c.var.place, `hulpvragen/${c.req.param("id")}`);
  return thenSay(c, path, change.kind === "closed" ? { what: "gone" } : said);
}

type Act<S extends z.ZodType> = {
  schema: S;
  /** Names of fields with several values. */
  lists?: readonly string[];
  /** For what only this form can get wrong. */
  sentences?: (language: Language) => Record<string, string>;
  /** Does it and says how it went; or says what was wrong after all. */
  act: (
    c: Context<Env>,
    caseId: string,
    value: z.infer<S>,
    refuse: (field: string, sentence: string) => Refused,
    values: Refused["values"],
  ) => Promise<{ change: CaseChange; said?: Said } | { refused: Refused }>;
};

/** A form on the page of a case: wrong, and the page comes back with what was typed; right, and it is done. */
export const onCase =
  <S extends z.ZodType>({ schema, lists, sentences, act }: Act<S>): Handler<Env> =>
  async (c) => {
    const caseId = c.req.param("id");
    if (!z.uuid().safeParse(caseId).success || caseId === undefined) return c.notFound();
    const { language } = c.var;
    const own = { ...texts[language].problems, ...deskTexts[language].problems, ...sentences?.(language) };
    const form = await parseForm(c, schema, own, lists);
    if (!form.ok) return showCase(c, form.refused);
    const { person } = c.var.atWork;
    // A tab that stayed open while somebody else signed in: what they typed is not said by who is here now.
    const typedBy = form.values.by;
    if (typeof typedBy === "string" && typedBy !== person.personId)
      return showCase(c, { values: form.values, errors: {} }, texts[language].notYours(person.name));
    const done = await act(c, caseId, form.value, form.refuse, form.values);
    if ("refused" in done) return showCase(c, done.refused);
    if (done.change.kind === "closed" && wordsIn(form.values) !== undefined)
      return showCase(c, { values: form.values, errors: {} }, texts[language].closedMeanwhile);
    return after(c, done.change, done.said);
  };

const noteText = z.string().trim().max(noteLimit, { error: "noteTooLong" }).default("");
const written = (problem: string) => noteText.pipe(z.string().min(1, { error: problem }));

export const attemptForm = onCase({
  schema: z.object({
    outcome: z.enum(AttemptOutcome.options, { error: "outcomeMissing" }),
    callNote: noteText,
    formKey: FormKey,
  }),
  act: async (c, caseId, { outcome, callNote, formKey }) => {
    const change = await logAttempt(c.var.ctx, caseId, { outcome, note: callNote, formKey });
    if (!("tookFrom" in change)) return { change };
    const { againstWish, tookFrom, isClosed } = change;
    return { change, said: { what: "called", againstWish, tookFrom, isClosed } };
  },
});

export const closeForm = onCase({
  schema: z.object({ result: z.enum(closingResults, { error: "resultMissing" }), closeNote: noteText }),
  act: async (c, caseId, { result, closeNote }, refuse) => {
    const outcome = await closeCallback(c.var.ctx, caseId, { result, note: closeNote });
    return outcome.kind === "tooSoon"
      ? { refused: refuse("result", texts[c.var.language].problems.tooSoon) }
      : { change: outcome, said: { what: "closed" } };
  },
});

export const noteForm = onCase({
  schema: z.object({ note: written("noteMissing"), formKey: FormKey }),
  act: async (c, caseId, { note, formKey }) => {
    const change = await addNote(c.var.ctx, caseId, note, formKey);
    return { change, said: { what: "isClosed" in change && change.isClosed ? "notedOnClosed" : "saved" } };
  },
});

export const reopenForm = onCase({
  schema: z.object({}),
  act: async (c, caseId) => ({ change: await reopenCallback(c.var.ctx, caseId), said: { what: "reopened" } }),
});

export const phoneForm = onCase({
  schema: z.object({ phone: z.string().default("") }),
  act: async (c, caseId, { phone }, refuse) => {
    const { app, ctx, language } = c.var;
    const read = readPhone(phone, app.config.mode !== "production");
    if (!read.ok) return { refused: refuse("phone", deskTexts[language].problems[read.problem]) };
    const outcome = await correctPhone(ctx, caseId, read.phone, app.secret);
    return outcome.kind === "sameNumber"
      ? { refused: refuse("phone", texts[language].problems.sameNumber) }
      : { change: outcome };
  },
});

export const safeForm = onCase({
  schema: z.object({ safeReason: written("safeReasonMissing") }),
  act: async (c, caseId, { safeReason }) => ({ change: await markSafeAgain(c.var.ctx, caseId, safeReason) }),
});

export const holdForm = onCase({
  schema: z.object({ holdReason: z.enum(holdReasons, { error: "holdReasonMissing" }) }),
  act: async (c, caseId, { holdReason }) => ({ change: await holdCase(c.var.ctx, caseId, holdReason) }),
});

export const liftHoldForm = onCase({
  schema: z.object({}),
  act: async (c, caseId) => ({ change: await liftHold(c.var.ctx, caseId) }),
});

export const detailsForm = onCase({
  schema: laterDetails,
  lists: ["dayparts"],
  act: async (c, caseId, details, refuse) => {
    const { app, ctx, language } = c.var;
    const outcome = await fillInLater(ctx, caseId, details, app.secret);
    return outcome.kind === "closedThen"
      ? { refused: refuse("dayparts", deskTexts[language].problems.daypartClosed) }
      : { change: outcome };
  },
});
