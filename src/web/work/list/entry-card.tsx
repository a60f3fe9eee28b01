import type { Context } from "hono";
import { advices, inLanguage, type ListEntry, lineLimit, type Service } from "../../../modules/directory/index.ts";
import { FullName } from "../../public/answer/service-facts.tsx";
import { texts as publicTexts } from "../../public/list/texts.ts";
import type { Env } from "../../surroundings.ts";
import { Button, Buttons } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Field } from "../../ui/field.tsx";
import type { Refused } from "../../ui/refused.ts";
import { About } from "../../ui/text.tsx";
import { texts } from "./texts.ts";

type EntryProps = {
  c: Context<Env>;
  service: Service;
  entry: ListEntry | undefined;
  at: number;
  isLast: boolean;
  refused: Refused | undefined;
};

/** One kind of help on the list in the making: its place, and what the helper says of it. */
export function EntryCard({ c, service, entry, at, isLast, refused }: EntryProps) {
  const { language } = c.var;
  const text = texts[language];
  const { id } = service;
  const name = <FullName c={c} service={service} />;
  const sentence = inLanguage(service.sentence, language);
  const act = (what: "up" | "down" | "remove") => (
    <Button look={what === "remove" ? "subtle" : "secondary"} tight name="act" value={`${what}-${id}`}>
      {text[what]}
      <About>{name}</About>
    </Button>
  );
  return (
    <Card
      level={2}
      id={`hulp-${id}`}
      title={
        <>
          {at + 1}. {name}
        </>
      }
    >
      <p lang={sentence.lang}>{sentence.text}</p>
      <Field
        language={language}
        name={`advice-${id}`}
        type="select"
        optional
        label={text.advice}
        choose={text.noAdvice}
        value={entry?.advice ?? ""}
        options={advices.map((advice) => ({ value: advice, label: publicTexts[language].advices[advice] }))}
        refused={refused}
      />
      <Field
        language={language}
        name={`line-${id}`}
        type="textarea"
        rows={2}
        optional
        label={text.line}
        hint={text.lineHint}
        value={entry?.line}
        maxlength={lineLimit}
        autocomplete="off"
        refused={refused}
      />
      <Buttons>
        {at > 0 && act("up")}
        {!isLast && act("down")}
        {act("remove")}
      </Buttons>
    </Card>
  );
}
