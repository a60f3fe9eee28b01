import type { Context } from "hono";
import type { Reached } from "../../../modules/directory/index.ts";
import { workPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Button } from "../../ui/button.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Details } from "../../ui/details.tsx";
import { Field } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { ScreenOnly } from "../../ui/paper.tsx";
import { sayPostcodes } from "../../words/parts.ts";
import { sharedWords } from "../../words/words.ts";
import { OfferLink } from "./offer.tsx";
import { texts } from "./texts.ts";

const reaches = [2, 5, 10, 20];
/** What somebody chose in the address; five kilometres is a quarter of an hour by bicycle. */
export const reachAsked = (c: Context<Env>): number =>
  reaches.find((one) => String(one) === c.req.query("binnen")) ?? 5;

/** How far each part of the municipality is from free help that is independent of it. */
export function Reach({ c, reached, reach }: { c: Context<Env>; reached: Reached[]; reach: number }) {
  const { language, place } = c.var;
  const text = texts[language];
  if (reached.length === 0) return <p>{text.noAreas}</p>;
  const [near, far] = [reached.filter(({ isReached }) => isReached), reached.filter(({ isReached }) => !isReached)];
  return (
    <>
      <p>
        {text.reachLead(reach)} <strong>{text.reachSentence(far.length, reached.length)}</strong>
      </p>
      <ScreenOnly>
        <Form method="get" action={`${workPath(place, "dekking")}#bereik`}>
          <Field
            language={language}
            name="binnen"
            type="select"
            label={text.reachChoice}
            value={String(reach)}
            options={reaches.map((one) => ({ value: String(one), label: text.kilometres(one) }))}
          />
          <Button look="secondary">{text.show}</Button>
        </Form>
      </ScreenOnly>
      {far.length > 0 && <Areas c={c} reached={far} />}
      {near.length > 0 && (
        <Details language={language} summary={text.near(near.length)}>
          <Areas c={c} reached={near} />
        </Details>
      )}
    </>
  );
}

function Areas({ c, reached }: { c: Context<Env>; reached: Reached[] }) {
  const { language } = c.var;
  const text = texts[language];
  return (
    <DataTable
      language={language}
      caption={text.reach}
      captionHidden
      rows={reached}
      columns={[
        { head: text.area, cell: ({ area }) => `${sayPostcodes([area])} ${area.place}` },
        {
          head: text.nearest,
          cell: ({ nearest }) => (nearest === undefined ? text.none : <OfferLink c={c} offer={nearest.offer} />),
        },
        {
          head: text.distance,
          cell: ({ nearest }) =>
            nearest === undefined ? text.none : sharedWords[language].kilometres(Math.round(nearest.distance)),
        },
      ]}
    />
  );
}
