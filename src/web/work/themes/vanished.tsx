import type { Context } from "hono";
import type { LocalText, OpenedTheme } from "../../../modules/directory/index.ts";
import type { Env } from "../../surroundings.ts";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Field } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { themePath, titleOf } from "./page.tsx";
import { type Filled, Told } from "./paragraph.tsx";
import { texts } from "./texts.ts";

type VanishedProps = { c: Context<Env>; opened: OpenedTheme; open: string | undefined; filled: Filled | undefined };

/** Texts that stand nowhere any more: shown to nobody but whoever wrote them, to move or to take away. */
export function Vanished({ c, opened, open, filled }: VanishedProps) {
  const text = texts[c.var.language];
  if (opened.vanished.length === 0) return null;
  return (
    <>
      <h2>{text.vanished}</h2>
      <p>{text.vanishedLead}</p>
      {opened.vanished.map((told) => (
        <Card level={3} title={text.vanishedTitle(told.paragraph)} id={told.paragraph}>
          <Told c={c} told={told} />
          {told.paragraph === open ? (
            <MoveOrTake c={c} opened={opened} told={told} filled={filled} />
          ) : (
            <Buttons>
              <LinkButton
                tight
                look="secondary"
                href={`${themePath(c, opened.slug)}?alinea=${told.paragraph}#${told.paragraph}`}
                about={told.paragraph}
              >
                {text.moveOrTake}
              </LinkButton>
            </Buttons>
          )}
        </Card>
      ))}
    </>
  );
}

type MoveProps = { c: Context<Env>; opened: OpenedTheme; told: LocalText; filled: Filled | undefined };

function MoveOrTake({ c, opened, told, filled }: MoveProps) {
  const { language } = c.var;
  const text = texts[language];
  const question = { language, refused: filled?.refused };
  const free = opened.paragraphs.filter(({ own }) => own === undefined || own.words.nl === "");
  return (
    <Form
      action={`${themePath(c, opened.slug)}/verplaats`}
      hidden={{ paragraph: told.paragraph, version: String(told.version) }}
    >
      {free.length > 0 ? (
        <Field
          {...question}
          name="to"
          type="select"
          label={text.moveTo}
          choose={text.moveChoose}
          options={free.map(({ id, national }) => ({ value: id, label: titleOf(c, { national }) }))}
        />
      ) : (
        opened.theme !== undefined && <p>{text.noRoom}</p>
      )}
      <Field
        {...question}
        name="reason"
        label={text.form.reason}
        hint={text.form.reasonHint}
        maxlength={500}
        autocomplete="off"
      />
      <Buttons>
        {free.length > 0 && <Button>{text.moveSend}</Button>}
        <Button look="secondary" name="do" value="take" formaction={themePath(c, opened.slug)}>
          {text.form.take}
        </Button>
      </Buttons>
    </Form>
  );
}
