import type { Context } from "hono";
import { dayOf, sayDate } from "../../../kernel/day.ts";
import { sayPhone } from "../../../modules/contact/index.ts";
import {
  type Exception,
  exceptionsFrom,
  type Housemate,
  inLanguage,
  type ServicePoint,
  type WayIn,
  waysIn,
} from "../../../modules/directory/index.ts";
import { publicPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Card } from "../../ui/card.tsx";
import { MailLink, PhoneLink } from "../../ui/contact.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { type SummaryItem, SummaryList } from "../../ui/summary-list.tsx";
import { nthOf, sayPostcodes } from "../../words/parts.ts";
import { languageNames, sharedWords } from "../../words/words.ts";
import { said } from "./facts.tsx";
import { texts } from "./texts.ts";

const week = [1, 2, 3, 4, 5, 6, 7];

type PointProps = {
  c: Context<Env>;
  point: ServicePoint;
  several: boolean;
  /** Who else is in the same house. */
  housemates?: readonly Housemate[];
};

/** One place or number of a service: when, where, and how to reach it. */
export function PointCard({ c, point, several, housemates = [] }: PointProps) {
  const { language } = c.var;
  const text = texts[language];
  return (
    <Card title={several ? text.hoursAt(point.place.name) : text.hours} level={2}>
      <WeekTable c={c} point={point} />
      <OtherDays c={c} point={point} />
      <SummaryList language={language} items={pointFacts(c, point)} />
      {point.wheelchair !== null && <p>{point.wheelchair ? text.wheelchair.yes : text.wheelchair.no}</p>}
      {point.homeVisit !== null && <p>{point.homeVisit ? text.homeVisit.yes : text.homeVisit.no}</p>}
      {point.privateRoom !== null && <p>{point.privateRoom ? text.privateRoom.yes : text.privateRoom.no}</p>}
      {point.serves.postcodes.length > 0 && <p>{text.serves(sayPostcodes(point.serves.postcodes))}</p>}
      {housemates.length > 0 && <Housemates c={c} point={point} housemates={housemates} />}
    </Card>
  );
}

/** One door, several who help behind it. */
function Housemates({ c, point, housemates }: Required<Pick<PointProps, "c" | "point" | "housemates">>) {
  const { language, place } = c.var;
  const text = texts[language];
  return (
    <>
      <p>{text.sameHouse(point.under)}</p>
      <ul>
        {housemates.map(({ serviceId, name, organisation }) => {
          const { text: said, lang } = inLanguage(name, language);
          return (
            <li>
              <a href={publicPath(place, `hulp/${serviceId}`)} lang={lang}>
                {said}
              </a>{" "}
              ({organisation})
            </li>
          );
        })}
      </ul>
    </>
  );
}

function pointFacts(c: Context<Env>, point: ServicePoint): SummaryItem[] {
  const { language } = c.var;
  const text = texts[language];
  const { place, under, phone, mail } = point;
  const of = (term: string, words: ServicePoint["transport"]): SummaryItem[] => {
    const value = said(c, words);
    return value === undefined ? [] : [{ term, value }];
  };
  const where = [place.name, under === "" ? "" : text.under(under), place.street, place.town];
  return [
    { term: text.address, value: where.filter((part) => part !== "").join(", ") },
    ...(phone === null ? [] : [{ term: text.phone, value: <PhoneLink number={sayPhone(phone)} /> }]),
    ...(mail === null ? [] : [{ term: text.mail, value: <MailLink mail={mail} /> }]),
    { term: text.languages, value: languageNames(point.languages, language).join(", ") },
    ...of(text.transport, point.transport),
    ...of(text.accessibility, point.accessibility),
  ];
}

/** The ordinary week: the days on which it is open at all, by each way in. */
function WeekTable({ c, point }: { c: Context<Env>; point: ServicePoint }) {
  const { language } = c.var;
  const text = texts[language];
  const words = sharedWords[language];
  const ways = waysIn.filter((way) => point.hours[way].length > 0);
  const days = week.filter((day) => ways.some((way) => point.hours[way].some((range) => range.weekday === day)));
  if (ways.length === 0) return <p>{text.noHours}</p>;
  const rangesOn = (way: WayIn, day: number) => point.hours[way].filter((range) => range.weekday === day);
  const sayRanges = (way: WayIn, day: number) =>
    rangesOn(way, day)
      .map(
        ({ from, until, nth }) => `${nth === undefined ? "" : `${words.nth(nthOf(nth))} `}${words.range(from, until)}`,
      )
      .join(", ");
  return (
    <DataTable
      language={language}
      caption={text.hours}
      captionHidden
      rows={days}
      columns={[
        { head: text.whichDay, cell: (day) => words.weekday(day) },
        ...ways.map((way) => ({
          head: words.waysIn[way],
          cell: (day: number) => sayRanges(way, day) || text.closed,
        })),
      ]}
    />
  );
}

/** From today on: when it is closed or open at other hours than in the table above. */
function OtherDays({ c, point }: { c: Context<Env>; point: ServicePoint }) {
  const { ctx, language } = c.var;
  const text = texts[language];
  const words = sharedWords[language];
  const today = dayOf(ctx.now);
  const days = ({ from, until }: Exception) => {
    const [first, last] = [from, until].map((day) => sayDate(Temporal.PlainDate.from(day), language));
    return from === until ? (first ?? "") : text.fromUntil(first ?? "", last ?? "");
  };
  const ways = waysIn.filter((way) => point.hours[way].length > 0 || point.hours.exceptions[way].length > 0);
  const isClosed = (way: WayIn, { from, until }: Exception) =>
    point.hours.exceptions[way].some((one) => one.from === from && one.until === until && one.ranges.length === 0);
  const lines = ways.flatMap((way) =>
    exceptionsFrom(point, way, today).map((exception) =>
      exception.ranges.length === 0
        ? text.closedDays(
            days(exception),
            exception.reason,
            // Closed for one way in alone: who comes by another must not stay away.
            ways.every((other) => isClosed(other, exception)) ? undefined : words.waysIn[way],
          )
        : text.otherHours(
            days(exception),
            words.waysIn[way],
            exception.ranges.map(({ from, until }) => words.range(from, until)).join(", "),
            exception.reason,
          ),
    ),
  );
  if (lines.length === 0) return null;
  return (
    <>
      <p>{text.differs}</p>
      <ul>
        {[...new Set(lines)].map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </>
  );
}
