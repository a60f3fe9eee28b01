import type { Context } from "hono";
import { sayPhone } from "../../../modules/contact/index.ts";
import { type ServicePoint, waysIn } from "../../../modules/directory/index.ts";
import type { Env } from "../../surroundings.ts";
import { Card } from "../../ui/card.tsx";
import { MailLink, PhoneLink } from "../../ui/contact.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { type SummaryItem, SummaryList } from "../../ui/summary-list.tsx";
import { sharedWords } from "../../words/words.ts";
import type { ServiceText } from "./nl.ts";

const week = [1, 2, 3, 4, 5, 6, 7];

type PointProps = { c: Context<Env>; point: ServicePoint; several: boolean; text: ServiceText };

/** One place or number of a service: when, where, and how to reach it. */
export function PointCard({ c, point, several, text }: PointProps) {
  const { language } = c.var;
  const words = sharedWords[language];
  const ways = waysIn.filter((way) => point.hours[way].length > 0);
  const days = week.filter((day) => ways.some((way) => point.hours[way].some((range) => range.weekday === day)));
  const languageNames = new Intl.DisplayNames(language, { type: "language" });
  const facts: SummaryItem[] = [
    {
      term: text.address,
      value: [point.place.name, point.place.street, point.place.town].filter((part) => part !== "").join(", "),
    },
    ...(point.phone === null ? [] : [{ term: text.phone, value: <PhoneLink number={sayPhone(point.phone)} /> }]),
    ...(point.mail === null ? [] : [{ term: text.mail, value: <MailLink mail={point.mail} /> }]),
    { term: text.languages, value: point.languages.map((code) => languageNames.of(code) ?? code).join(", ") },
  ];
  return (
    <Card title={several ? text.hoursAt(point.place.name) : text.hours} level={2}>
      {ways.length === 0 ? (
        <p>{text.noHours}</p>
      ) : (
        <DataTable
          language={language}
          caption={text.hours}
          captionHidden
          rows={days}
          columns={[
            { head: text.whichDay, cell: (day) => words.weekday(day) },
            ...ways.map((way) => ({
              head: words.waysIn[way],
              cell: (day: number) =>
                point.hours[way]
                  .filter((range) => range.weekday === day)
                  .map((range) => words.range(range.from, range.until))
                  .join(", ") || text.closed,
            })),
          ]}
        />
      )}
      <SummaryList language={language} items={facts} />
      {point.wheelchair !== null && <p>{point.wheelchair ? text.wheelchair.yes : text.wheelchair.no}</p>}
    </Card>
  );
}
