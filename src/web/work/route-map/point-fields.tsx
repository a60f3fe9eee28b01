import type { Context } from "hono";
import { sayPhone } from "../../../modules/contact/index.ts";
import { type PointContent, pointKinds, type WayIn, waysIn, writeHours } from "../../../modules/directory/index.ts";
import type { Env } from "../../surroundings.ts";
import { CheckboxGroup, RadioGroup } from "../../ui/choice.tsx";
import { Field } from "../../ui/field.tsx";
import { PhoneField } from "../../ui/phone-field.tsx";
import type { Refused } from "../../ui/refused.ts";
import { sayPostcodes } from "../../words/parts.ts";
import { languageNames } from "../../words/words.ts";
import { YesNo } from "./boxes.tsx";
import { texts } from "./texts.ts";
import { deskLanguages, hoursFields } from "./typed-point.ts";

type Props = { c: Context<Env>; content: PointContent | undefined; refused: Refused | undefined };

/** Every question about one place or number. */
export function PointFields(props: Props) {
  return (
    <>
      <WhereFields {...props} />
      <WhenFields {...props} />
      <BuildingFields {...props} />
    </>
  );
}

function WhereFields({ c, content, refused }: Props) {
  const { language } = c.var;
  const text = texts[language];
  const { pointLabels: labels } = text;
  const question = { language, refused };
  return (
    <>
      <h2>{text.pointSections.where}</h2>
      <RadioGroup
        {...question}
        name="kind"
        legend={labels.kind}
        value={content?.kind}
        options={pointKinds.map((value) => ({ value, label: text.pointKinds[value] }))}
      />
      <Field {...question} name="place" label={labels.place} value={content?.place.name} maxlength={120} />
      <Field
        {...question}
        name="street"
        optional="sometimes"
        label={text.street}
        value={content?.place.street}
        maxlength={120}
      />
      <Field
        {...question}
        name="pc4"
        optional
        width="short"
        label={labels.pc4}
        hint={text.pc4Hint}
        value={content?.pc4?.toString()}
        maxlength={7}
      />
      <Field {...question} name="town" optional label={text.town} value={content?.place.town} maxlength={80} />
      <Field
        {...question}
        name="under"
        optional
        label={labels.under}
        hint={text.underHint}
        value={content?.under}
        maxlength={120}
      />
      <PhoneField
        {...question}
        optional="sometimes"
        label={labels.phone}
        hint={text.phoneHint}
        value={content?.phone == null ? undefined : sayPhone(content.phone)}
        autocomplete="off"
      />
      <Field
        {...question}
        name="mail"
        type="email"
        optional
        label={labels.mail}
        value={content?.mail ?? undefined}
        maxlength={200}
        autocomplete="off"
        dir="ltr"
      />
    </>
  );
}

function WhenFields({ c, content, refused }: Props) {
  const { language } = c.var;
  const text = texts[language];
  const written = (way: WayIn) =>
    content && writeHours({ week: content.hours[way], exceptions: content.hours.exceptions[way] });
  return (
    <>
      <h2>{text.pointSections.hours}</h2>
      <p>{text.hoursHint}</p>
      {waysIn.map((way) => (
        <Field
          language={language}
          refused={refused}
          name={hoursFields[way]}
          type="textarea"
          rows={4}
          optional
          label={text.hoursOf[way]}
          value={written(way)}
          spellcheck={false}
        />
      ))}
      <h2>{text.pointSections.area}</h2>
      <Field
        language={language}
        refused={refused}
        name="postcodes"
        optional
        label={text.postcodes}
        hint={text.postcodesHint}
        value={content && sayPostcodes(content.serves.postcodes)}
        maxlength={1000}
        dir="ltr"
      />
    </>
  );
}

function BuildingFields({ c, content, refused }: Props) {
  const { language } = c.var;
  const text = texts[language];
  const { pointLabels: labels } = text;
  const question = { language, refused };
  const codes = [...new Set([...deskLanguages, ...(content?.languages ?? [])])];
  const names = languageNames(codes, language);
  return (
    <>
      <h2>{text.pointSections.building}</h2>
      <YesNo c={c} refused={refused} name="wheelchair" legend={labels.wheelchair} value={content?.wheelchair} />
      <Field
        {...question}
        name="accessibility"
        type="textarea"
        rows={2}
        optional
        label={labels.accessibility}
        value={content?.accessibility.nl}
      />
      <Field
        {...question}
        name="transport"
        type="textarea"
        rows={2}
        optional
        label={labels.transport}
        value={content?.transport.nl}
      />
      <YesNo c={c} refused={refused} name="homeVisit" legend={labels.homeVisit} value={content?.homeVisit} />
      <YesNo c={c} refused={refused} name="privateRoom" legend={labels.privateRoom} value={content?.privateRoom} />
      <CheckboxGroup
        {...question}
        compact
        name="languages"
        legend={labels.languages}
        values={content?.languages ?? ["nl"]}
        options={codes.map((value, at) => ({ value, label: names[at] ?? value }))}
      />
    </>
  );
}
