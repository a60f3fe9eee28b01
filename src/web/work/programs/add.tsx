import type { Context, Handler } from "hono";
import { z } from "zod";
import { dayOf } from "../../../kernel/day.ts";
import { addClient, may, Scope, scopes, usualEnd } from "../../../modules/access/index.ts";
import { parseForm, readOptionalDay } from "../../form.ts";
import { workPath } from "../../place.ts";
import { setSealed } from "../../sealed-cookie.ts";
import type { Env } from "../../surroundings.ts";
import { Button } from "../../ui/button.tsx";
import { CheckboxGroup, DateField } from "../../ui/choice.tsx";
import { Field } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import type { Refused } from "../../ui/refused.ts";
import { sharedWords } from "../../words/words.ts";
import { addedCookie, showPrograms, texts } from "./page.tsx";

type Props = {
  c: Context<Env>;
  organisations: readonly { id: string; name: string }[];
  refused: Refused | undefined;
};

export function ProgramForm({ c, organisations, refused }: Props) {
  const { language, place } = c.var;
  const text = texts[language];
  const question = { language, refused };
  return (
    <Form action={workPath(place, "programmas")}>
      <Field
        {...question}
        name="organisation"
        type="select"
        label={text.organisation}
        choose={text.choose}
        value={organisations.length === 1 ? organisations[0]?.id : undefined}
        options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Field {...question} name="name" label={text.name} hint={text.nameHint} maxlength={80} autocomplete="off" />
      <CheckboxGroup
        {...question}
        name="scope"
        legend={text.may}
        options={scopes.map((scope) => ({ value: scope, label: text.scopes[scope] }))}
      />
      <Field
        {...question}
        name="key"
        type="textarea"
        rows={4}
        label={text.key}
        hint={text.keyHint}
        optional
        dir="ltr"
        spellcheck={false}
      />
      <DateField {...question} name="until" legend={text.until} hint={text.untilHint} optional />
      <Button>{text.send}</Button>
    </Form>
  );
}

const Program = z.object({
  organisation: z.uuid({ error: "noOrganisation" }),
  name: z.string().trim().min(1, { error: "nameMissing" }).max(80, { error: "nameTooLong" }),
  scope: z.array(Scope).min(1, { error: "scopesMissing" }),
  key: z.string().trim().max(10_000, { error: "keyUnreadable" }).default(""),
});

/** Adds a program of an organisation of mine; its secret is shown on the next page, once. */
export const addProgramForm: Handler<Env> = async (c) => {
  const { ctx, language, place } = c.var;
  const { problems } = texts[language];
  const form = await parseForm(c, Program, problems, ["scope"]);
  if (!form.ok) return showPrograms(c, form.refused);
  const { organisation, name, scope, key } = form.value;
  if (!may(ctx, "clients.manage", { organisationId: organisation }))
    return showPrograms(c, form.refuse("organisation", problems.noOrganisation));
  const until = readOptionalDay(form.values, "until");
  if (!until.ok) {
    const words = sharedWords[language];
    const sentence = until.problem === "missing" ? words.dayIncomplete : words.dayImpossible(until.typed);
    return showPrograms(c, form.refuse("until", sentence));
  }
  const added = await addClient(ctx, {
    organisationId: organisation,
    name,
    scopes: scope,
    endsOn: until.value ?? usualEnd(dayOf(ctx.now)),
    ...(key === "" ? {} : { publicKey: key }),
  });
  if (!added.ok) return showPrograms(c, form.refuse(fieldOf[added.problem] ?? "key", problems[added.problem]));
  const { client, secret } = added.value;
  setSealed(c, addedCookie, { id: client.id, secret }, 5);
  return c.redirect(workPath(place, "programmas"), 303);
};

/** Where each problem stands in the form; those of the key, at the key. */
const fieldOf: Partial<Record<string, string>> = {
  nameMissing: "name",
  nameTooLong: "name",
  scopesMissing: "scope",
  endsInThePast: "until",
  endsTooLate: "until",
  noOrganisation: "organisation",
};
