import type { Context } from "hono";
import type { Translated } from "../../../kernel/language.ts";
import { publicPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { en } from "./en.ts";
import { wordsLimit } from "./kept-words.ts";
import { type AnswerText, nl } from "./nl.ts";

const texts: Translated<AnswerText> = { nl, en };

/** The box in which somebody tells what is going on; `words`: what they wrote before, to add to. */
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
      <Button look={words === undefined ? "primary" : "secondary"}>{text.send}</Button>
    </Form>
  );
}

/** Where the words are, for how long, and the way to be rid of them at once. */
export function WipeWords({ c }: { c: Context<Env> }) {
  const text = texts[c.var.language].box;
  return (
    <Form action={publicPath(c.var.place, "hulp")} hidden={{ wis: "ja" }}>
      <p>{text.kept}</p>
      <Button look="secondary">{text.wipe}</Button>
    </Form>
  );
}
