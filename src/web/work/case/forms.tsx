import type { Context } from "hono";
import { attemptOutcomes, type CasePage, closingResults, wasAgainstWish } from "../../../modules/contact/index.ts";
import { workPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { RadioGroup } from "../../ui/choice.tsx";
import { Details } from "../../ui/details.tsx";
import { Field } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import type { Refused } from "../../ui/refused.ts";
import { sharedWords } from "../../words/words.ts";
import { texts } from "./texts.ts";

type Props = { c: Context<Env>; page: CasePage; refused: Refused | undefined };

/** What a helper does with an open case, the call first: it is the reason they opened it. */
export function CaseForms({ c, page, refused }: Props) {
  const { language, place } = c.var;
  const text = texts[language];
  const to = (path: string) => workPath(place, `hulpvragen/${page.file.id}/${path}`);
  return (
    <Card level={2} title={text.log}>
      <Form action={to("belpoging")} hidden={hiddenOf(c)}>
        <RadioGroup
          language={language}
          refused={refused}
          name="outcome"
          legend={text.outcome}
          options={attemptOutcomes.map((outcome) => ({
            value: outcome,
            label: text.outcomes[outcome],
            hint: wasAgainstWish(outcome, page.resident) ? text.notThisResident : text.outcomeHints[outcome],
          }))}
        />
        <NoteField c={c} refused={refused} name="callNote" optional />
        <Button>{text.logSave}</Button>
      </Form>
      <Details language={language} summary={text.close} open={refused?.values.closeNote !== undefined}>
        <Form action={to("afsluiten")} hidden={hiddenOf(c)}>
          <RadioGroup
            language={language}
            refused={refused}
            name="result"
            legend={text.result}
            options={closingResults.map((result) => ({ value: result, label: sharedWords[language].results[result] }))}
          />
          <NoteField c={c} refused={refused} name="closeNote" optional />
          <Button>{text.closeSave}</Button>
        </Form>
      </Details>
      <NoteForm c={c} page={page} refused={refused} />
    </Card>
  );
}

/** Sent twice by mistake it is one call or note; sent after somebody else signed in, it is not theirs. */
const hiddenOf = (c: Context<Env>) => ({ formKey: crypto.randomUUID(), by: c.var.atWork.person.personId });

/** A note, also when the question is closed: somebody calls back, or says thank you. */
export function NoteForm({ c, page, refused }: Props) {
  const { language, place } = c.var;
  const text = texts[language];
  return (
    <Details language={language} summary={text.addNote} open={refused?.values.note !== undefined}>
      <Form action={workPath(place, `hulpvragen/${page.file.id}/notitie`)} hidden={hiddenOf(c)}>
        <NoteField c={c} refused={refused} name="note" />
        <Button look="secondary">{text.noteSave}</Button>
      </Form>
    </Details>
  );
}

/** Words that somebody typed in a form about an open case, whichever it was. */
export const wordsIn = (values: Refused["values"]): string | undefined =>
  [values.callNote, values.closeNote, values.safeReason]
    .flat()
    .find((words) => words !== undefined && words.trim() !== "");

/** The case was closed while they typed: its forms are gone, and their words stand in the one that is left. */
export function asNote(refused: Refused | undefined): Refused | undefined {
  const words = refused && wordsIn(refused.values);
  return words === undefined ? refused : { values: { note: words }, errors: {} };
}

type NoteProps = Omit<Props, "page"> & { name: string; optional?: boolean };

function NoteField({ c, refused, name, optional = false }: NoteProps) {
  const { language } = c.var;
  const { note, noteHint } = texts[language];
  return (
    <Field
      language={language}
      refused={refused}
      name={name}
      type="textarea"
      rows={3}
      optional={optional}
      label={note}
      hint={noteHint}
    />
  );
}
