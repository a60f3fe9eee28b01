import type { Context, Handler } from "hono";
import { z } from "zod";
import { noteLimit } from "../../../modules/casework/index.ts";
import {
  AttemptOutcome,
  addNote,
  attemptOutcomes,
  type CaseChange,
  type CasePage,
  closeCallback,
  closingResults,
  correctPhone,
  logAttempt,
  readPhone,
  reopenCallback,
} from "../../../modules/contact/index.ts";
import { FormKey, parseForm } from "../../form.ts";
import { workPath } from "../../place.ts";
import { type CaseSaid, thenSay } from "../../said.ts";
import type { Env } from "../../surroundings.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { RadioGroup } from "../../ui/choice.tsx";
import { Details } from "../../ui/details.tsx";
import { Field } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import type { Refused } from "../../ui/refused.ts";
import { sharedWords } from "../../words/words.ts";
import { showCase, texts } from "./page.tsx";

type Props = { c: Context<Env>; page: CasePage; refused: Refused | undefined };

/** What a helper does with a case, the call first: it is the reason they opened it. */
export function CaseForms({ c, page, refused }: Props) {
  const { language, place } = c.var;
  const text = texts[language];
  const words = sharedWords[language];
  const to = (path: string) => workPath(place, `hulpvragen/${page.file.id}/${path}`);
  // A call or a note that is sent twice by mistake would stand there twice.
  const hidden = { formKey: crypto.randomUUID() };
  const open = (field: string) => refused?.errors[field] !== undefined;
  const note = (name: string, label: string, optional: boolean) => (
    <Field
      language={language}
      refused={refused}
      name={name}
      type="textarea"
      rows={3}
      optional={optional}
      label={label}
      hint={text.noteHint}
    />
  );
  return (
    <Card level={2} title={text.log}>
      <Form action={to("belpoging")} hidden={hidden}>
        <RadioGroup
          language={language}
          refused={refused}
          name="outcome"
          legend={text.outcome}
          options={attemptOutcomes.map((outcome) => ({ value: outcome, label: text.outcomes[outcome] }))}
        />
        {note("callNote", text.note, true)}
        <Button>{text.logSave}</Button>
      </Form>
      <Details language={language} summary={text.close} open={open("result")}>
        <Form action={to("afsluiten")}>
          <RadioGroup
            language={language}
            refused={refused}
            name="result"
            legend={text.result}
            options={closingResults.map((result) => ({ value: result, label: words.results[result] }))}
          />
          {note("closeNote", text.note, true)}
          <Button>{text.closeSave}</Button>
        </Form>
      </Details>
      <Details language={language} summary={text.addNote} open={open("note")}>
        <Form action={to("notitie")} hidden={hidden}>
          {note("note", text.note, false)}
          <Button look="secondary">{text.noteSave}</Button>
        </Form>
      </Details>
      <Details language={language} summary={text.phone} open={open("phone")}>
        <Form action={to("nummer")}>
          <Field
            language={language}
            refused={refused}
            name="phone"
            type="tel"
            inputmode="tel"
            label={text.phone}
            hint={text.phoneHint}
            width="medium"
            dir="ltr"
            autocomplete="off"
          />
          <Button look="secondary">{text.phoneSave}</Button>
        </Form>
      </Details>
    </Card>
  );
}

const noteText = z.string().trim().max(noteLimit, { error: "noteTooLong" }).default("");

/** After a change: back to the case, which says what happened. Not mine or not there look the same. */
export function after(c: Context<Env>, change: CaseChange, said: CaseSaid): Response | Promise<Response> {
  if (change.kind === "gone") return c.notFound();
  const path = workPath(c.var.place, `hulpvragen/${c.req.param("id")}`);
  return thenSay(c, path, { what: change.kind === "closed" ? "gone" : said });
}

const caseIdOf = (c: Context<Env>): string => c.req.param("id") ?? "";

/** A form on the page of a case: wrong, and the page comes back with what was typed; right, and it is done. */
const onCase =
  <S extends z.ZodType>(
    schema: S,
    act: (c: Context<Env>, value: z.infer<S>) => Promise<CaseChange>,
    said: CaseSaid = "saved",
  ): Handler<Env> =>
  async (c) => {
    if (!z.uuid().safeParse(caseIdOf(c)).success) return c.notFound();
    const { problems } = texts[c.var.language];
    const form = await parseForm(c, schema, { ...problems, ...sharedWords[c.var.language].problems });
    return form.ok ? after(c, await act(c, form.value), said) : showCase(c, form.refused);
  };

export const attemptForm = onCase(
  z.object({
    outcome: z.enum(AttemptOutcome.options, { error: "outcomeMissing" }),
    callNote: noteText,
    formKey: FormKey,
  }),
  (c, { outcome, callNote, formKey }) => logAttempt(c.var.ctx, caseIdOf(c), { outcome, note: callNote, formKey }),
);

export const closeForm = onCase(
  z.object({ result: z.enum(closingResults, { error: "resultMissing" }), closeNote: noteText }),
  (c, { result, closeNote }) => closeCallback(c.var.ctx, caseIdOf(c), { result, note: closeNote }),
  "closed",
);

export const noteForm = onCase(
  z.object({ note: noteText.pipe(z.string().min(1, { error: "noteMissing" })), formKey: FormKey }),
  (c, { note, formKey }) => addNote(c.var.ctx, caseIdOf(c), note, formKey),
);

export const reopenForm = onCase(z.object({}), (c) => reopenCallback(c.var.ctx, caseIdOf(c)), "reopened");

export const phoneForm: Handler<Env> = async (c) => {
  if (!z.uuid().safeParse(caseIdOf(c)).success) return c.notFound();
  const form = await parseForm(c, z.object({ phone: z.string().default("") }), {});
  if (!form.ok) return showCase(c, form.refused);
  const read = readPhone(form.value.phone, c.var.app.config.mode !== "production");
  if (!read.ok) return showCase(c, form.refuse("phone", sharedWords[c.var.language].problems[read.problem]));
  return after(c, await correctPhone(c.var.ctx, caseIdOf(c), read.phone, c.var.app.secret), "saved");
};
