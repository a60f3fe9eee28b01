import type { Context } from "hono";
import type { Child } from "hono/jsx";
import type { Env } from "../../surroundings.ts";
import { RadioGroup } from "../../ui/choice.tsx";
import { Field } from "../../ui/field.tsx";
import type { Refused } from "../../ui/refused.ts";
import { sharedWords } from "../../words/words.ts";
import { texts } from "./texts.ts";
import { answerOf } from "./typed-entry.ts";

export const sections = ["what", "forWhom", "cost", "how", "professional", "source"] as const;

export const SectionHeading = ({ c, section }: { c: Context<Env>; section: (typeof sections)[number] }) => (
  <h2 id={section}>{texts[c.var.language].sections[section]}</h2>
);

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
  rows?: number;
  needed?: boolean;
};

/** A text that may be more than a line. Its length is said when it is refused, so that a paste is not cut off silently. */
export function Area({ c, refused, name, value, rows = 4, needed = false }: AreaProps) {
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
