import type { Context } from "hono";
import type { Translated } from "../../../kernel/language.ts";
import { publicPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Button, Buttons } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { en } from "./en.ts";
import { wordsLimit } from "./kept-words.ts";
import { type AnswerText, nl } from "./nl.ts";

const texts: Translated<AnswerText> = { nl, en };

/** The box in which somebody tells what is going on; `words`: what they wrote before, to add to or to wipe. */
export function WordsBox({ c, words }: { c: Context<Env>; words?: string }) {
  const { language, place } = c.var;
  const text = texts[language].box;
  return (
    <Form action={publicPath(place, "hulp")}>
      <Field
        language={language}
        name="woorden"
        type="textarea"
        rows={3}
        label={text.label}
        hint={text.hint}
        value={words}
        maxlength={wordsLimit}
        autocomplete="off"
      />
      <Buttons>
        <Button look={words === undefined ? "primary" : "secondary"}>{text.send}</Button>
        {words !== undefined && (
          <Button look="subtle" name="wis" value="ja">
            {text.wipe}
          </Button>
        )}
      </Buttons>
    </Form>
  );
}
