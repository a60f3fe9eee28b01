import type { Context } from "hono";
import { sitePath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import type { Refused } from "../../ui/refused.ts";
import { texts } from "./texts.ts";

/** Where somebody lives, in one field: a name or a postcode. */
export function PlaceForm({ c, typed, refused }: { c: Context<Env>; typed?: string; refused?: Refused | undefined }) {
  const { language } = c.var;
  const text = texts[language];
  return (
    <Form method="get" action={sitePath(c.var, "/")}>
      <Field
        language={language}
        name="plaats"
        label={text.label}
        hint={text.hint}
        refused={refused}
        value={typed}
        width="medium"
        maxlength={80}
        autocomplete="address-level2"
      />
      <Button>{text.send}</Button>
    </Form>
  );
}
