import type { Context } from "hono";
import {
  costs,
  helpLevels,
  listThemes,
  type ServiceContent,
  serviceKinds,
  supportFunctions,
} from "../../../modules/directory/index.ts";
import type { Env } from "../../surroundings.ts";
import { CheckboxGroup, DateField, RadioGroup } from "../../ui/choice.tsx";
import { Field } from "../../ui/field.tsx";
import type { Refused } from "../../ui/refused.ts";
import { sharedWords } from "../../words/words.ts";
import { Area, SectionHeading, sections } from "./boxes.tsx";
import { HowFields, ProfessionalFields } from "./how-fields.tsx";
import { texts } from "./texts.ts";

export type EntryFieldsProps = { c: Context<Env>; content?: ServiceContent | undefined; refused: Refused | undefined };

/** The parts of a long form, to go to the one question that somebody came for. */
export function SectionLinks({ c }: { c: Context<Env> }) {
  const text = texts[c.var.language];
  return (
    <nav aria-label={text.partsOfForm}>
      <ul>
        {sections.map((section) => (
          <li>
            <a href={`#${section}`}>{text.sections[section]}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Every question about a service, on one page: an editor knows it, and looks for one thing. */
export function EntryFields(props: EntryFieldsProps) {
  return (
    <>
      <WhatFields {...props} />
      <CostFields {...props} />
      <HowFields {...props} />
      <ProfessionalFields {...props} />
    </>
  );
}

function WhatFields({ c, content, refused }: EntryFieldsProps) {
  const { language } = c.var;
  const text = texts[language];
  const { labels, hints } = text;
  const question = { language, refused };
  return (
    <>
      <SectionHeading c={c} section="what" />
      <Field {...question} name="name" label={labels.name} hint={hints.name} value={content?.name.nl} maxlength={120} />
      <RadioGroup
        {...question}
        name="kind"
        legend={labels.kind}
        value={content?.kind}
        options={serviceKinds.map((value) => ({ value, label: text.kinds[value] }))}
      />
      <Area c={c} refused={refused} name="sentence" rows={2} value={content?.sentence.nl} needed />
      <CheckboxGroup
        {...question}
        compact
        name="themes"
        legend={labels.themes}
        values={content?.themes}
        options={listThemes().map(({ slug, text }) => ({ value: slug, label: text[language].title }))}
      />
      <CheckboxGroup
        {...question}
        name="functions"
        legend={labels.functions}
        hint={hints.functions}
        values={content?.functions}
        options={supportFunctions.map((value) => ({ value, label: sharedWords[language].functions[value] }))}
      />
      <RadioGroup
        {...question}
        name="level"
        legend={labels.level}
        value={content?.level ?? ""}
        options={[
          ...helpLevels.map((value) => ({ value: value as string, label: sharedWords[language].levels[value] })),
          { value: "", label: text.levelUnknown },
        ]}
      />
      <SectionHeading c={c} section="forWhom" />
      <Area c={c} refused={refused} name="audience" rows={2} value={content?.audience.nl} />
      <Area c={c} refused={refused} name="eligibility" value={content?.eligibility.nl} />
      <Area c={c} refused={refused} name="limits" value={content?.limits.nl} />
    </>
  );
}

function CostFields({ c, content, refused }: EntryFieldsProps) {
  const { language } = c.var;
  const text = texts[language];
  const question = { language, refused };
  const euros = content?.price && (content.price.cents / 100).toFixed(2).replace(".", ",");
  return (
    <>
      <SectionHeading c={c} section="cost" />
      <RadioGroup
        {...question}
        name="cost"
        legend={text.labels.cost}
        value={content?.cost}
        options={costs.map((value) => ({ value, label: sharedWords[language].cost[value] }))}
      />
      <Area c={c} refused={refused} name="costNote" rows={2} value={content?.costNote.nl} />
      <Field
        {...question}
        name="price"
        inputmode="decimal"
        width="short"
        optional
        label={text.labels.price}
        hint={text.hints.price}
        value={euros ?? undefined}
        maxlength={8}
      />
      <DateField {...question} name="priceOn" optional legend={text.priceOn} value={content?.price?.on} />
      <Field
        {...question}
        name="priceSource"
        type="url"
        optional
        label={text.priceSource}
        hint={text.hints.priceSource}
        value={content?.price?.source}
        maxlength={500}
        dir="ltr"
      />
    </>
  );
}
