import type { Context } from "hono";
import { workPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Button } from "../../ui/button.tsx";
import { Details } from "../../ui/details.tsx";
import { Field } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import type { Refused } from "../../ui/refused.ts";
import { texts } from "./texts.ts";

/** The code is posted, and stands in no address. */
export function ResidentAsks({ c, refused }: { c: Context<Env>; refused: Refused | undefined }) {
  const { language, place } = c.var;
  const text = texts[language];
  const shared = { language, refused, autocomplete: "off", spellcheck: false, width: "medium" } as const;
  return (
    <Details language={language} summary={text.resident} open={refused !== undefined}>
      <p>{text.residentLead}</p>
      <Form action={workPath(place, "inzage/inwoner")}>
        <Field {...shared} name="code" label={text.code} hint={text.codeHint} maxlength={20} dir="ltr" />
        <Field {...shared} name="digits" label={text.digits} inputmode="numeric" maxlength={20} dir="ltr" />
        <Button look="secondary">{text.find}</Button>
      </Form>
    </Details>
  );
}
