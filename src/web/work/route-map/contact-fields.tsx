import type { Context } from "hono";
import { sayPhone } from "../../../modules/contact/index.ts";
import type { DirectContact } from "../../../modules/directory/index.ts";
import type { Env } from "../../surroundings.ts";
import { DateField } from "../../ui/choice.tsx";
import { Field } from "../../ui/field.tsx";
import { PhoneField } from "../../ui/phone-field.tsx";
import type { Refused } from "../../ui/refused.ts";
import { texts } from "./texts.ts";

type ContactFieldsProps = { c: Context<Env>; contact: DirectContact | undefined; refused: Refused | undefined };

/** Every question about somebody whom colleagues call directly. */
export function ContactFields({ c, contact, refused }: ContactFieldsProps) {
  const { language } = c.var;
  const text = texts[language];
  const question = { language, refused, autocomplete: "off" } as const;
  return (
    <>
      <Field
        {...question}
        name="task"
        label={text.contactTask}
        hint={text.contactTaskHint}
        value={contact?.function}
        maxlength={120}
      />
      <Field
        {...question}
        name="who"
        optional
        label={text.contactWho}
        hint={text.contactWhoHint}
        value={contact?.personName}
        maxlength={120}
      />
      <DateField
        language={language}
        refused={refused}
        name="until"
        optional="sometimes"
        legend={text.contactUntil}
        hint={text.contactUntilHint}
        value={contact?.lastDay?.toString()}
      />
      <PhoneField
        {...question}
        optional="sometimes"
        label={text.contactPhone}
        hint={text.contactPhoneHint}
        value={contact?.phone == null ? undefined : sayPhone(contact.phone)}
      />
      <Field
        {...question}
        name="mail"
        type="email"
        optional="sometimes"
        label={text.contactMail}
        hint={text.contactMailHint}
        value={contact?.mail ?? undefined}
        maxlength={200}
        dir="ltr"
      />
      <Field
        {...question}
        name="times"
        optional
        label={text.contactTimes}
        hint={text.contactTimesHint}
        value={contact?.reachable}
        maxlength={200}
      />
      <Field
        {...question}
        name="note"
        type="textarea"
        rows={2}
        optional
        label={text.contactNote}
        hint={text.contactNoteHint}
        value={contact?.advice}
        maxlength={500}
      />
    </>
  );
}
