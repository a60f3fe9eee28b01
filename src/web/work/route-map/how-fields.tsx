import { Checkbox, DateField } from "../../ui/choice.tsx";
import { Field } from "../../ui/field.tsx";
import { Area, SectionHeading, YesNo } from "./boxes.tsx";
import type { EntryFieldsProps } from "./entry-fields.tsx";
import { texts } from "./texts.ts";

/** How somebody comes in, and what they may expect. */
export function HowFields({ c, content, refused }: EntryFieldsProps) {
  const { language } = c.var;
  const text = texts[language];
  const { labels, hints } = text;
  const question = { language, refused };
  return (
    <>
      <SectionHeading c={c} section="how" />
      <Field
        {...question}
        name="waiting"
        inputmode="numeric"
        width="short"
        optional
        label={labels.waiting}
        hint={hints.waiting}
        value={content?.waiting?.weeks.toString()}
        maxlength={3}
      />
      <DateField
        {...question}
        name="stopSince"
        optional
        legend={text.stopSince}
        hint={hints.stop}
        value={content?.stop?.since}
      />
      <DateField
        {...question}
        name="stopUntil"
        optional
        legend={text.stopUntil}
        hint={hints.stopUntil}
        value={content?.stop?.until ?? undefined}
      />
      <Area c={c} refused={refused} name="howToAsk" value={content?.howToAsk.nl} />
      <Area c={c} refused={refused} name="toBring" value={content?.toBring.nl} />
      <Area c={c} refused={refused} name="result" rows={2} value={content?.result.nl} />
      <YesNo c={c} refused={refused} name="interpreter" legend={labels.interpreter} value={content?.interpreter} />
      <YesNo c={c} refused={refused} name="withoutDigid" legend={labels.withoutDigid} value={content?.withoutDigid} />
      <Field
        {...question}
        name="website"
        type="url"
        optional
        label={labels.website}
        value={content?.website ?? undefined}
        maxlength={500}
        dir="ltr"
      />
    </>
  );
}

/** What whoever refers must know, and where all of it comes from. */
export function ProfessionalFields({ c, content, refused }: EntryFieldsProps) {
  const { language } = c.var;
  const text = texts[language];
  const { labels, hints } = text;
  const question = { language, refused };
  return (
    <>
      <SectionHeading c={c} section="professional" />
      <Area c={c} refused={refused} name="professional" rows={8} value={content?.professional.nl} />
      <Area c={c} refused={refused} name="otherNames" value={content?.otherNames.join("\n")} />
      <Checkbox
        {...question}
        name="forProfessionals"
        label={labels.forProfessionals}
        hint={hints.forProfessionals}
        checked={content?.forProfessionals}
      />
      <SectionHeading c={c} section="source" />
      <Field
        {...question}
        name="sourceUrl"
        type="url"
        optional
        label={labels.sourceUrl}
        value={content?.sourceUrl ?? undefined}
        maxlength={500}
        dir="ltr"
      />
      <Field
        {...question}
        name="asOf"
        optional
        label={labels.asOf}
        hint={hints.asOf}
        value={content?.asOf ?? undefined}
        maxlength={60}
        width="medium"
      />
    </>
  );
}
