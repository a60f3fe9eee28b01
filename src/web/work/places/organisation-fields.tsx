import type { Context } from "hono";
import { z } from "zod";
import { independences, type Organisation, organisationKinds } from "../../../modules/access/index.ts";
import type { Env } from "../../surroundings.ts";
import { RadioGroup } from "../../ui/choice.tsx";
import { Field } from "../../ui/field.tsx";
import type { Refused } from "../../ui/refused.ts";
import { sharedWords } from "../../words/words.ts";
import { texts } from "./page.tsx";

const line = (tooLong: string) => z.string().trim().max(200, { error: tooLong });
const mailOrNone = z
  .string()
  .trim()
  .max(200, { error: "privacyMailWrong" })
  .pipe(z.union([z.literal(""), z.email({ error: "privacyMailWrong" })], { error: "privacyMailWrong" }));

/**
 * An organisation as it is typed, in the order of the page; each sentence names its own field. Why it is (not) independent is
 * never left out: residents read it.
 */
export const TypedOrganisation = z.object({
  name: line("nameTooLong").min(1, { error: "nameMissing" }),
  kind: z.enum(organisationKinds, { error: "kindMissing" }),
  independence: z.enum(independences, { error: "independenceMissing" }),
  reasonNl: line("reasonNlTooLong").min(1, { error: "reasonNlMissing" }),
  reasonEn: line("reasonEnTooLong").min(1, { error: "reasonEnMissing" }),
  controller: line("controllerTooLong").default(""),
  privacyMail: mailOrNone.default(""),
});

export const organisationOf = (typed: z.infer<typeof TypedOrganisation>): Omit<Organisation, "id"> => ({
  name: typed.name,
  kind: typed.kind,
  independence: typed.independence,
  reason: { nl: typed.reasonNl, en: typed.reasonEn },
  controller: typed.controller === "" ? null : typed.controller,
  privacyMail: typed.privacyMail === "" ? null : typed.privacyMail,
});

type Props = { c: Context<Env>; organisation: Organisation | undefined; refused: Refused | undefined };

export function OrganisationFields({ c, organisation, refused }: Props) {
  const { language } = c.var;
  const text = texts[language];
  const question = { language, refused };
  return (
    <>
      <Field
        {...question}
        name="name"
        label={text.organisationName}
        value={organisation?.name}
        maxlength={200}
        autocomplete="off"
      />
      <RadioGroup
        {...question}
        name="kind"
        legend={text.kind}
        value={organisation?.kind}
        options={organisationKinds.map((kind) => ({ value: kind, label: text.kinds[kind] }))}
      />
      <RadioGroup
        {...question}
        name="independence"
        legend={text.independence}
        value={organisation?.independence}
        options={independences.map((independence) => ({
          value: independence,
          label: sharedWords[language].independence[independence],
        }))}
      />
      <Field {...question} name="reasonNl" label={text.reasonNl} value={organisation?.reason.nl} maxlength={200} />
      <Field {...question} name="reasonEn" label={text.reasonEn} value={organisation?.reason.en} maxlength={200} />
      <Field
        {...question}
        name="controller"
        label={text.controller}
        hint={text.controllerHint}
        optional
        value={organisation?.controller ?? undefined}
        maxlength={200}
      />
      <Field
        {...question}
        name="privacyMail"
        type="email"
        label={text.privacyMail}
        optional
        value={organisation?.privacyMail ?? undefined}
        maxlength={200}
        dir="ltr"
      />
    </>
  );
}
