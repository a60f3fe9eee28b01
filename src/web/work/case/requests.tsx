import type { Context } from "hono";
import { dayOf, sayDate } from "../../../kernel/day.ts";
import { requestKinds } from "../../../modules/casework/index.ts";
import type { CasePage } from "../../../modules/contact/index.ts";
import { workPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { DateField, RadioGroup } from "../../ui/choice.tsx";
import { Details } from "../../ui/details.tsx";
import { Field } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import type { Refused } from "../../ui/refused.ts";
import { Small } from "../../ui/text.tsx";
import { texts as requestTexts } from "../requests/texts.ts";

/** Paper and telephone are full channels. */
export const ways = ["telephone", "paper", "desk"] as const;

type Props = { c: Context<Env>; page: CasePage; refused: Refused | undefined };

/** What was asked about the data in this file, and writing down what somebody asks now. */
export function Requests({ c, page: { file, requests }, refused }: Props) {
  const { language, place } = c.var;
  const { onCase: text, kinds, states } = requestTexts[language];
  const fields = ["requestKind", "requestWay", "requestWords", "received"];
  return (
    <Card title={text.title} level={2}>
      {requests.length === 0 && <p>{text.none}</p>}
      <ul>
        {requests.map((request) => (
          <li>
            <a href={workPath(place, `verzoeken/${request.id}`)}>{kinds[request.kind]}</a>,{" "}
            {sayDate(dayOf(request.askedAt), language)}: {states[request.state]}
          </li>
        ))}
      </ul>
      <Details
        language={language}
        summary={text.add}
        open={fields.some((field) => refused?.errors[field] !== undefined)}
      >
        <Form action={workPath(place, `hulpvragen/${file.id}/verzoek`)}>
          <Small>{text.proof}</Small>
          <RadioGroup
            {...{ language, refused }}
            name="requestKind"
            legend={text.kind}
            options={requestKinds.map((kind) => ({ value: kind, label: kinds[kind] }))}
          />
          <RadioGroup
            {...{ language, refused }}
            name="requestWay"
            legend={text.how}
            options={ways.map((way) => ({ value: way, label: text.ways[way] }))}
          />
          <DateField
            {...{ language, refused }}
            name="received"
            legend={text.received}
            hint={text.receivedHint}
            optional
          />
          <Field
            {...{ language, refused }}
            name="requestWords"
            type="textarea"
            rows={3}
            optional
            label={text.words}
            hint={text.wordsHint}
          />
          <Button tight look="secondary">
            {text.save}
          </Button>
        </Form>
      </Details>
    </Card>
  );
}
