import type { Context } from "hono";
import { extensionReasons, outcomesFor, refusalArticles, refusalsFor } from "../../../modules/casework/index.ts";
import type { RequestPage } from "../../../modules/contact/index.ts";
import { workPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { RadioGroup } from "../../ui/choice.tsx";
import { Details } from "../../ui/details.tsx";
import { Field } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { Refused } from "../../ui/refused.ts";
import { texts } from "./texts.ts";

type Props = { c: Context<Env>; page: RequestPage; refused: Refused | undefined };

/** What the lead decides, with a reason that fits, in words that the resident reads. */
export function AnswerForm({ c, page: { request, keptBy }, refused }: Props) {
  const { language, place } = c.var;
  const text = texts[language];
  const stays = request.kind === "erasure" ? keptBy : undefined;
  return (
    <Card level={2} title={text.answerTitle}>
      {stays !== undefined && <Notice kind="warning">{text.keptBy[stays]}</Notice>}
      <Form action={workPath(place, `verzoeken/${request.id}/antwoord`)}>
        <RadioGroup
          {...{ language, refused }}
          name="outcome"
          legend={text.outcome}
          options={outcomesFor[request.kind]
            .filter((outcome) => stays === undefined || outcome === "refused")
            .map((outcome) => ({
              value: outcome,
              label: text.outcomes[outcome],
              ...(outcome === "granted" ? { hint: text.grantedHints[request.kind] } : {}),
            }))}
        />
        <Field
          {...{ language, refused }}
          name="refusal"
          type="select"
          optional
          label={text.refusal}
          hint={text.refusalHint}
          choose={text.choose}
          options={refusalsFor[request.kind].map((refusal) => ({
            value: refusal,
            label: `${text.refusals[refusal]} (${refusalArticles[refusal]})`,
          }))}
        />
        <Field
          {...{ language, refused }}
          name="answer"
          type="textarea"
          rows={5}
          label={text.answer}
          hint={text.answerHint}
        />
        <Button>{text.send}</Button>
      </Form>
    </Card>
  );
}

/** Two months more, while the first still runs. */
export function ExtendForm({ c, page: { request }, refused }: Props) {
  const { language, place } = c.var;
  const text = texts[language];
  return (
    <Details language={language} summary={text.extendTitle} open={refused?.errors.extension !== undefined}>
      <Form action={workPath(place, `verzoeken/${request.id}/verlengen`)}>
        <p>{text.extendWhy}</p>
        <RadioGroup
          {...{ language, refused }}
          name="extension"
          legend={text.extendReason}
          options={extensionReasons.map((reason) => ({ value: reason, label: text.extensions[reason] }))}
        />
        <Button look="secondary">{text.extend}</Button>
      </Form>
    </Details>
  );
}

/** Said to a helper: no answer is needed any more. */
export function WithdrawForm({ c, page: { request } }: Pick<Props, "c" | "page">) {
  const { language, place } = c.var;
  const text = texts[language];
  return (
    <Details language={language} summary={text.withdraw}>
      <Form action={workPath(place, `verzoeken/${request.id}/intrekken`)}>
        <Button look="secondary">{text.withdrawSave}</Button>
      </Form>
    </Details>
  );
}
