import type { Context } from "hono";
import type { Child } from "hono/jsx";
import {
  costs,
  helpLevels,
  listThemes,
  type ServiceContent,
  serviceKinds,
  supportFunctions,
} from "../../../modules/directory/index.ts";
import type { Env } from "../../surroundings.ts";
import { Checkbox, CheckboxGroup, DateField, RadioGroup } from "../../ui/choice.tsx";
import { Field } from "../../ui/field.tsx";
import type { Refused } from "../../ui/refused.ts";
import { sharedWords } from "../../words/words.ts";
import { texts } from "./texts.ts";
import { answerOf } from "./typed-entry.ts";

type Props = { c: Context<Env>; content?: ServiceContent | undefined; refused: Refused | undefined };

const sections = ["what", "forWhom", "cost", "how", "professional", "source"] as const;

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

const SectionHeading = ({ c, section }: { c: Context<Env>; section: (typeof sections)[number] }) => (
  <h2 id={section}>{texts[c.var.language].sections[section]}</h2>
);

/** Every question about a service, on one page: an editor knows it, and looks for one thing. */
export function EntryFields(props: Props) {
  return (
    <>
      <WhatFields {...props} />
      <CostFields {...props} />
      <HowFields {...props} />
      <ProfessionalFields {...props} />
    </>
  );
}

function WhatFields({ c, content, refused }: Props) {
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
      <Area c={c} refused={refused} name="sentence" rows={2} value={content?.sentence.nl} most={300} needed />
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
          ...helpLevels.map((value) => ({ value: value as string, label: text.levels[value] })),
          { value: "", label: text.levelUnknown },
        ]}
      />
      <SectionHeading c={c} section="forWhom" />
      <Area c={c} refused={refused} name="audience" rows={2} value={content?.audience.nl} most={300} />
      <Area c={c} refused={refused} name="eligibility" value={content?.eligibility.nl} most={1000} />
      <Area c={c} refused={refused} name="limits" value={content?.limits.nl} most={1000} />
    </>
  );
}

function CostFields({ c, content, refused }: Props) {
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
      <Area c={c} refused={refused} name="costNote" rows={2} value={content?.costNote.nl} most={500} />
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

function HowFields({ c, content, refused }: Props) {
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
      <Area c={c} refused={refused} name="howToAsk" value={content?.howToAsk.nl} most={1000} />
      <Area c={c} refused={refused} name="toBring" value={content?.toBring.nl} most={1000} />
      <Area c={c} refused={refused} name="result" rows={2} value={content?.result.nl} most={500} />
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

function ProfessionalFields({ c, content, refused }: Props) {
  const { language } = c.var;
  const text = texts[language];
  const { labels, hints } = text;
  const question = { language, refused };
  return (
    <>
      <SectionHeading c={c} section="professional" />
      <Area c={c} refused={refused} name="professional" rows={8} value={content?.professional.nl} most={5000} />
      <Area c={c} refused={refused} name="otherNames" value={content?.otherNames.join("\n")} most={1700} />
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

type AreaProps = {
  c: Context<Env>;
  refused: Refused | undefined;
  name:
    | "sentence"
    | "audience"
    | "eligibility"
    | "limits"
    | "costNote"
    | "howToAsk"
    | "toBring"
    | "result"
    | "professional"
    | "otherNames";
  value: string | undefined;
  most: number;
  rows?: number;
  needed?: boolean;
};

/** A text that may be more than a line. Its length is said when it is refused, so that a paste is not cut off silently. */
function Area({ c, refused, name, value, rows = 4, needed = false }: AreaProps) {
  const { language } = c.var;
  const { labels } = texts[language];
  const hints: Partial<Record<AreaProps["name"], string>> = texts[language].hints;
  return (
    <Field
      language={language}
      refused={refused}
      name={name}
      type="textarea"
      rows={rows}
      optional={!needed}
      label={labels[name]}
      hint={hints[name]}
      value={value}
    />
  );
}

type YesNoProps = {
  c: Context<Env>;
  refused: Refused | undefined;
  name: string;
  legend: Child;
  value: boolean | null | undefined;
};

export function YesNo({ c, refused, name, legend, value = null }: YesNoProps) {
  const { language } = c.var;
  const { yes, no, unknownAnswer } = sharedWords[language];
  return (
    <RadioGroup
      language={language}
      refused={refused}
      name={name}
      legend={legend}
      value={answerOf(value)}
      options={[
        { value: "yes", label: yes },
        { value: "no", label: no },
        { value: "", label: unknownAnswer },
      ]}
    />
  );
}
