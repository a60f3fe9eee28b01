import type { Context, Handler } from "hono";
import { z } from "zod";
import { newId } from "../../../kernel/id.ts";
import { addEntry, listEditedOrganisations } from "../../../modules/directory/index.ts";
import { FormKey, parseForm } from "../../form.ts";
import { workPath } from "../../place.ts";
import { thenSay } from "../../said.ts";
import type { Env } from "../../surroundings.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/choice.tsx";
import { Field } from "../../ui/field.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";
import type { Refused } from "../../ui/refused.ts";
import { Lead } from "../../ui/text.tsx";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { readTyped } from "./entry.tsx";
import { EntryFields } from "./entry-fields.tsx";
import { texts } from "./texts.ts";
import { listFields, TypedEntry } from "./typed-entry.ts";

/** Something new of one of the organisations that whoever asks keeps. */
export const newEntryPage: Handler<Env> = (c) => showNew(c);

const TypedNew = TypedEntry.extend({
  organisation: z.uuid({ error: "organisationMissing" }),
  formKey: FormKey,
});

export const newEntryForm: Handler<Env> = async (c) => {
  const { ctx, language, place } = c.var;
  const form = await parseForm(c, TypedNew, texts[language].problems, listFields);
  if (!form.ok) return showNew(c, form.refused);
  const read = readTyped(c, form);
  if (!read.ok) return showNew(c, read.refused);
  const came = await addEntry(ctx, form.value.organisation, read.edit, {
    isChecked: form.value.checked === "on",
    formKey: form.value.formKey,
  });
  switch (came.kind) {
    case "gone":
      return c.notFound();
    case "named":
      return showNew(c, form.refuse("name", texts[language].problems.nameThere));
    case "done":
      return thenSay(c, workPath(place, `routekaart/${came.id}`), { what: "routeMap", came: "added" });
  }
};

async function showNew(c: Context<Env>, refused?: Refused) {
  const { ctx, language, place } = c.var;
  const text = texts[language];
  const organisations = await listEditedOrganisations(ctx);
  if (organisations.length === 0) return c.notFound();
  const [only] = organisations;
  const page = (
    <WorkFrame
      c={c}
      title={text.addTitle}
      section="routeMap"
      counts={await navCounts(c)}
      refused={refused !== undefined}
    >
      <ErrorSummary language={language} refused={refused} />
      <h1>{text.addTitle}</h1>
      <Lead>{text.addLead}</Lead>
      <Form
        action={workPath(place, "routekaart/nieuw")}
        hidden={{ formKey: String(refused?.values.formKey ?? newId()) }}
      >
        <Field
          language={language}
          refused={refused}
          name="organisation"
          type="select"
          label={text.organisation}
          choose={text.chooseOrganisation}
          value={organisations.length === 1 ? only?.id : undefined}
          options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <EntryFields c={c} refused={refused} />
        <Checkbox language={language} refused={refused} name="checked" label={text.checked} hint={text.checkedHint} />
        <Button>{text.save}</Button>
      </Form>
    </WorkFrame>
  );
  return c.html(page, refused === undefined ? 200 : 400);
}
