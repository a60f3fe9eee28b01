import type { Context } from "hono";
import { type KeptParagraph, noWords, valuesOf } from "../../../modules/directory/index.ts";
import type { Env } from "../../surroundings.ts";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { RadioGroup } from "../../ui/choice.tsx";
import { Field } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Small } from "../../ui/text.tsx";
import { ReadingCheck } from "../reading/check.tsx";
import { fieldsOf, Revision } from "./history.tsx";
import { themePath } from "./page.tsx";
import { type Filled, Told } from "./paragraph.tsx";
import { texts } from "./texts.ts";

type WritingProps = { c: Context<Env>; slug: string; paragraph: KeptParagraph; filled: Filled | undefined };

/** The form of one paragraph: Dutch, English, why; or take it away. */
export function Writing({ c, slug, paragraph, filled }: WritingProps) {
  const { language } = c.var;
  const text = texts[language].form;
  const { id, own } = paragraph;
  const values = valuesOf(own?.words ?? noWords);
  const question = { language, refused: filled?.refused };
  return (
    <>
      {filled?.meanwhile !== undefined && <Meanwhile c={c} meanwhile={filled.meanwhile} />}
      <Form
        action={themePath(c, slug)}
        hidden={{ paragraph: id, version: String(filled?.version ?? own?.version ?? 0) }}
      >
        <Field {...question} name="nl" type="textarea" rows={8} label={text.nl} hint={text.nlHint} value={values.nl} />
        <Field
          {...question}
          name="en"
          type="textarea"
          rows={8}
          optional
          label={text.en}
          hint={text.enHint}
          value={values.en}
        />
        <RadioGroup
          {...question}
          name="state"
          legend={text.state}
          hint={text.stateHint}
          value={values.state === "" ? "reviewed" : values.state}
          options={(["reviewed", "draft", "outdated"] as const).map((state) => ({
            value: state,
            label: text.states[state],
          }))}
        />
        <Field
          {...question}
          name="reason"
          label={text.reason}
          hint={text.reasonHint}
          maxlength={500}
          autocomplete="off"
        />
        {filled === undefined && values.nl !== "" && (
          <ReadingCheck c={c} fields={[{ label: text.nl, text: values.nl }]} />
        )}
        {values.nl !== "" && <Small>{text.takeHint}</Small>}
        <Buttons>
          <Button name="do" value="save">
            {text.save}
          </Button>
          {values.nl !== "" && (
            <Button look="secondary" name="do" value="take">
              {text.take}
            </Button>
          )}
          <LinkButton look="subtle" href={`${themePath(c, slug)}#${id}`}>
            {text.cancel}
          </LinkButton>
        </Buttons>
      </Form>
    </>
  );
}

/** Somebody else was first: who, why, what it says now, and which of my words would take the place of theirs. */
function Meanwhile({ c, meanwhile }: { c: Context<Env>; meanwhile: NonNullable<Filled["meanwhile"]> }) {
  const { language } = c.var;
  const text = texts[language];
  const { revisions, theirs, conflicts } = meanwhile;
  return (
    <Notice kind="warning" heading={text.meanwhile} level={3}>
      <p>{text.meanwhileLead}</p>
      {conflicts.length > 0 && <p>{text.conflict(fieldsOf(c, conflicts))}</p>}
      {revisions.map((revision) => (
        <Revision c={c} revision={revision} />
      ))}
      <p>
        <strong>{text.theirs}</strong>
      </p>
      {theirs.nl === "" ? <p>{text.nothing}</p> : <Told c={c} told={{ words: theirs }} />}
    </Notice>
  );
}
