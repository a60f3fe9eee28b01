import type { Context } from "hono";
import { sayMoment } from "../../../kernel/day.ts";
import { hasWords, omissionReasons } from "../../../modules/casework/index.ts";
import type { RequestPage } from "../../../modules/contact/index.ts";
import { workPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Checkbox } from "../../ui/choice.tsx";
import { Field } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { fieldId, type Refused } from "../../ui/refused.ts";
import { texts } from "./texts.ts";

/** The names of the two boxes at a line: there are as many as lines. */
export const omitBox = (entryId: string): string => `omit-${entryId}`;
export const reasonBox = (entryId: string): string => `reason-${entryId}`;

type Props = { c: Context<Env>; page: RequestPage; refused: Refused | undefined };

/** Every line with words in it, to be read before a copy goes out; nothing is left out beforehand. */
export function ReviewForm({ c, page, refused }: Props) {
  const { language, place } = c.var;
  const text = texts[language];
  const { request, entries, omissions, reviewed } = page;
  const lines = entries.filter(hasWords);
  const left = new Map(omissions.map(({ entryId, reason }) => [entryId, reason]));
  return (
    <Card level={2} title={text.reviewTitle} id={fieldId("seen")}>
      <p>{text.reviewLead}</p>
      <p>{text.reviewNotGround}</p>
      {request.reviewedAt !== null && reviewed && <Notice kind="success">{text.reviewed(request.reviewedAt)}</Notice>}
      {request.reviewedAt !== null && !reviewed && <Notice kind="warning">{text.reviewAgain}</Notice>}
      {lines.length === 0 && <p>{text.reviewNone}</p>}
      <Form action={workPath(place, `verzoeken/${request.id}/nakijken`)} hidden={{ seen: lines.map(({ id }) => id) }}>
        {lines.map((line) => {
          const at = sayMoment(line.at, language);
          return (
            <Card level={3} title={`${text.lineBy[line.kind] ?? ""}, ${at}`}>
              <p class="rechtspoor-typed" dir="auto">
                {line.text}
              </p>
              <Checkbox
                {...{ language, refused }}
                name={omitBox(line.id)}
                label={text.omit}
                checked={left.has(line.id)}
              />
              <Field
                {...{ language, refused }}
                name={reasonBox(line.id)}
                type="select"
                optional="sometimes"
                label={text.omissionReason(at)}
                choose={text.choose}
                value={left.get(line.id)}
                options={omissionReasons.map((reason) => ({ value: reason, label: text.omissions[reason] }))}
              />
            </Card>
          );
        })}
        <Button look="secondary">{text.reviewSave}</Button>
      </Form>
    </Card>
  );
}
