import type { Context } from "hono";
import type { Translated } from "../../../kernel/language.ts";
import { sitePath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { CheckboxGroup } from "../../ui/choice.tsx";
import { Details } from "../../ui/details.tsx";
import { Field } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { languageNames } from "../../words/words.ts";
import {
  type Asked,
  addressOf,
  askedAt,
  distances,
  filterNames,
  isNarrowed,
  knowsDistances,
  nothingNarrowed,
} from "./asked.ts";
import { en } from "./en.ts";
import { type AnswerText, nl } from "./nl.ts";

const texts: Translated<AnswerText> = { nl, en };

/** "DigiD" keeps its letters. */
const smallFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

type FiltersProps = { c: Context<Env>; asked: Asked; helpLanguages: string[] };

/** Above the results and folded up, so that the first card stays near; open while something is left out. */
export function Filters({ c, asked, helpLanguages }: FiltersProps) {
  const { language } = c.var;
  const text = texts[language];
  const { path, query } = addressOf(c, asked);
  const { helpLanguage, within } = asked;
  const on = isNarrowed(asked);
  const nameOf = (code: string) => languageNames([code], language)[0] ?? code;
  const chosen = [
    ...asked.filters.map((filter) => smallFirst(text.filter[filter])),
    ...(helpLanguage === undefined ? [] : [text.inLanguage(nameOf(helpLanguage))]),
    ...(within === undefined ? [] : [smallFirst(text.within(within))]),
  ];
  // One that was chosen stays among them, also where nobody speaks it.
  const codes = [...new Set([...helpLanguages, ...(helpLanguage === undefined ? [] : [helpLanguage])])];
  return (
    <Details language={language} summary={on ? text.filtersOn(chosen) : text.filtersOff} open={on}>
      <Form method="get" action={path} hidden={query}>
        <CheckboxGroup
          language={language}
          name="alleen"
          legend={text.filters}
          compact
          values={asked.filters}
          options={filterNames.map((filter) => ({ value: filter, label: text.filter[filter] }))}
        />
        {codes.length > 0 && (
          <Field
            language={language}
            type="select"
            name="hulptaal"
            label={text.helpLanguage}
            hint={text.interpreterToo}
            value={helpLanguage}
            options={[
              { value: "", label: text.anyLanguage },
              ...codes
                .map((code) => ({ value: code, label: nameOf(code) }))
                .sort((a, b) => a.label.localeCompare(b.label, language)),
            ]}
          />
        )}
        {!knowsDistances(c) && (
          <p>
            {text.distanceNeeds} <a href={sitePath(c.var, "/")}>{text.givePostcode}</a>
          </p>
        )}
        {knowsDistances(c) && (
          <Field
            language={language}
            type="select"
            name="afstand"
            label={text.distance}
            hint={text.withinHint}
            value={within === undefined ? undefined : String(within)}
            options={[
              { value: "", label: text.anyDistance },
              ...distances.map((distance) => ({ value: String(distance), label: text.within(distance) })),
            ]}
          />
        )}
        <Buttons>
          <Button look="secondary">{text.apply}</Button>
          {on && (
            <LinkButton look="subtle" href={askedAt(c, asked, nothingNarrowed)}>
              {text.showAll}
            </LinkButton>
          )}
        </Buttons>
      </Form>
    </Details>
  );
}
