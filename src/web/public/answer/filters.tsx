import type { Context } from "hono";
import type { Translated } from "../../../kernel/language.ts";
import type { Env } from "../../surroundings.ts";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { CheckboxGroup } from "../../ui/choice.tsx";
import { Details } from "../../ui/details.tsx";
import { Form } from "../../ui/form.tsx";
import { type Asked, addressOf, askedAt, filterNames } from "./asked.ts";
import { en } from "./en.ts";
import { type AnswerText, nl } from "./nl.ts";

const texts: Translated<AnswerText> = { nl, en };

/** Above the results and folded up, so that the first card stays near; open while something is left out. */
export function Filters({ c, asked }: { c: Context<Env>; asked: Asked }) {
  const { language } = c.var;
  const text = texts[language];
  const { path, query } = addressOf(c, asked);
  const on = asked.filters.length > 0;
  return (
    <Details
      language={language}
      summary={on ? text.filtersOn(asked.filters.map((filter) => text.filter[filter])) : text.filtersOff}
      open={on}
    >
      <Form method="get" action={path} hidden={query}>
        <CheckboxGroup
          language={language}
          name="alleen"
          legend={text.filters}
          compact
          values={asked.filters}
          options={filterNames.map((filter) => ({ value: filter, label: text.filter[filter] }))}
        />
        <Buttons>
          <Button look="secondary">{text.apply}</Button>
          {on && (
            <LinkButton look="subtle" href={askedAt(c, asked, { filters: [] })}>
              {text.showAll}
            </LinkButton>
          )}
        </Buttons>
      </Form>
    </Details>
  );
}
