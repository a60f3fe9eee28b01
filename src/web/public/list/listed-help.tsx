import type { Context } from "hono";
import type { Team } from "../../../modules/access/index.ts";
import { sayPhone } from "../../../modules/contact/index.ts";
import {
  inLanguage,
  type OpenedEntry,
  openness,
  type Service,
  type ServicePoint,
  waysIn,
} from "../../../modules/directory/index.ts";
import { publicPath, uses } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Buttons, LinkButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { MailLink, PhoneLink } from "../../ui/contact.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ScreenOnly } from "../../ui/paper.tsx";
import { type SummaryItem, SummaryList } from "../../ui/summary-list.tsx";
import { Small } from "../../ui/text.tsx";
import { sharedWords } from "../../words/words.ts";
import { CheckedLine, FullName, ServiceBadges } from "../answer/service-facts.tsx";
import { CallMe } from "../frame/call-me.tsx";
import { Stopped } from "../service/page.tsx";
import { texts } from "./texts.ts";

type ListedProps = {
  c: Context<Env>;
  entry: OpenedEntry;
  /** Its number on the list. */
  at: number;
  team: Team;
  /** The language in which the helper wrote. */
  toldIn: string;
};

/** One kind of help on the list: what the helper says of it, and how to get there, on screen and on paper. */
export function ListedHelp({ c, entry, at, team, toldIn }: ListedProps) {
  const { language, place } = c.var;
  const text = texts[language];
  const { service } = entry;
  const { desk } = place.municipality;
  if (service === undefined)
    return (
      <Card level={2} title={text.place(at, text.goneTitle)}>
        <p>{text.goneText(desk.name, <PhoneLink number={sayPhone(desk.phone)} />)}</p>
      </Card>
    );
  const name = <FullName c={c} service={service} />;
  const sentence = inLanguage(service.sentence, language);
  return (
    <Card level={2} title={text.place(at, name)}>
      {(entry.advice !== null || entry.line !== "") && (
        <Notice heading={text.tip(team.name)} level={3}>
          {entry.advice !== null && <p>{text.advices[entry.advice]}</p>}
          {entry.line !== "" && (
            <p lang={toldIn} dir="auto">
              {entry.line}
            </p>
          )}
        </Notice>
      )}
      <p lang={sentence.lang}>{sentence.text}</p>
      <ServiceBadges c={c} service={service} />
      <Stopped c={c} service={service} />
      {service.points.map((point) => (
        <SummaryList language={language} items={pointItems(c, point)} />
      ))}
      {service.points.length === 0 && <p>{text.noPoint(desk.name, <PhoneLink number={sayPhone(desk.phone)} />)}</p>}
      {service.website !== null && (
        <Small>
          {text.website}:{" "}
          <a href={service.website} rel="noopener">
            {service.website.replace(/^https?:\/\/(www\.)?|\/$/g, "")}
          </a>
        </Small>
      )}
      <Ways c={c} service={service} />
      <CheckedLine c={c} service={service} />
    </Card>
  );
}

/** Where, on which number and when; today's hours on the screen alone, because paper is read tomorrow. */
function pointItems(c: Context<Env>, point: ServicePoint): SummaryItem[] {
  const { ctx, language } = c.var;
  const text = texts[language];
  const words = sharedWords[language];
  const where = [point.place.name, point.place.street, point.place.town].filter((part) => part !== "").join(", ");
  const ways = waysIn.filter((way) => point.hours[way].length > 0);
  return [
    { term: text.where, value: where },
    ...(point.phone === null ? [] : [{ term: text.phone, value: <PhoneLink number={sayPhone(point.phone)} /> }]),
    ...(point.mail === null ? [] : [{ term: text.mail, value: <MailLink mail={point.mail} /> }]),
    ...ways.map((way) => ({
      term: words.waysIn[way],
      value: (
        <>
          {words.hours(point.hours[way])}
          <ScreenOnly>{sentence(words.open(openness(point, way, ctx.now)))}</ScreenOnly>
        </>
      ),
    })),
  ];
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

/** What can be pressed: being called back where that is done, and the whole of what is known. */
function Ways({ c, service }: { c: Context<Env>; service: Service }) {
  const { language, place } = c.var;
  const text = texts[language];
  const name = <FullName c={c} service={service} />;
  const calling = uses(place, "contact") ? service.points.find((point) => point.teamId !== null) : undefined;
  return (
    <Buttons>
      {calling !== undefined && (
        <CallMe c={c} look="secondary" about={{ point: calling.id }} name={name}>
          {text.callMe}
        </CallMe>
      )}
      <LinkButton look="subtle" href={publicPath(place, `hulp/${service.id}`)} about={name}>
        {text.details}
      </LinkButton>
    </Buttons>
  );
}
