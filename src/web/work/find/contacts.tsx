import type { Context, Handler } from "hono";
import type { Child } from "hono/jsx";
import { z } from "zod";
import { dayOf, sayDate } from "../../../kernel/day.ts";
import { maySomewhere } from "../../../modules/access/index.ts";
import { sayPhone } from "../../../modules/contact/index.ts";
import {
  type DirectContact,
  freshnessOf,
  inLanguage,
  openContacts,
  type Service,
} from "../../../modules/directory/index.ts";
import { publicPath, workPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Buttons, LinkButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { MailLink, PhoneLink } from "../../ui/contact.tsx";
import { Notice } from "../../ui/notice.tsx";
import { type SummaryItem, SummaryList } from "../../ui/summary-list.tsx";
import { Lead, Moment, Small } from "../../ui/text.tsx";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { readDraft } from "../list/draft.ts";
import { PutOnList } from "../list/put.tsx";
import { texts } from "./texts.ts";

/** Whom a colleague calls directly. Opening it is written down, and the page says so. */
export const contactsPage: Handler<Env> = async (c) => {
  const { ctx, language, place } = c.var;
  const id = z.uuid().safeParse(c.req.param("id"));
  const opened = id.success ? await openContacts(ctx, id.data) : undefined;
  if (opened === undefined) return c.notFound();
  const { service, contacts } = opened;
  const text = texts[language];
  const title = text.contactTitle(inLanguage(service.name, language).text);
  return c.html(
    <WorkFrame c={c} title={title} section="find" counts={await navCounts(c)}>
      <h1>{title}</h1>
      <Lead>{service.organisation.name}</Lead>
      {contacts.length === 0 ? (
        <Notice heading={text.nobody}>{text.nobodyText}</Notice>
      ) : (
        <Notice>{text.recorded}</Notice>
      )}
      {contacts.map((contact) => (
        <ContactCard c={c} contact={contact} />
      ))}
      <UsualNumbers c={c} service={service} />
      {maySomewhere(ctx, "list.keep") && !service.forProfessionals && (
        <PutOnList
          c={c}
          serviceId={service.id}
          isOn={readDraft(c).entries.some(({ serviceId }) => serviceId === service.id)}
          about={inLanguage(service.name, language).text}
        />
      )}
      <Buttons>
        <LinkButton look="secondary" href={publicPath(place, `hulp/${service.id}/professional`)}>
          {text.everything}
        </LinkButton>
        <LinkButton look="subtle" href={workPath(place, "hulp")}>
          {text.back}
        </LinkButton>
      </Buttons>
    </WorkFrame>,
  );
};

/** The same for whoever keeps it: with what they may do about it below. */
export function ContactCard({ c, contact, children }: { c: Context<Env>; contact: DirectContact; children?: Child }) {
  const { ctx, language } = c.var;
  const text = texts[language];
  const day = (on: DirectContact["confirmedOn"]) => <Moment iso={on.toString()}>{sayDate(on, language)}</Moment>;
  const { personName, phone, mail, reachable, advice, lastDay, confirmedOn } = contact;
  const items: (SummaryItem | undefined)[] = [
    personName === "" ? undefined : { term: text.task, value: <bdi>{contact.function}</bdi> },
    phone === null ? undefined : { term: text.phone, value: <PhoneLink number={sayPhone(phone)} /> },
    mail === null ? undefined : { term: text.mail, value: <MailLink mail={mail} /> },
    reachable === "" ? undefined : { term: text.reachable, value: <bdi>{reachable}</bdi> },
    advice === "" ? undefined : { term: text.advice, value: <bdi>{advice}</bdi> },
    lastDay === null ? undefined : { term: text.until, value: day(lastDay) },
    { term: text.confirmed, value: day(confirmedOn) },
  ];
  return (
    <Card level={2} title={<bdi>{personName === "" ? contact.function : personName}</bdi>}>
      <SummaryList language={language} items={items.filter((item) => item !== undefined)} />
      {freshnessOf(confirmedOn.toString(), dayOf(ctx.now)) !== "fresh" && <Small>{text.old}</Small>}
      {children}
    </Card>
  );
}

/** What everybody may call: when nobody answers, and where nobody is named. */
function UsualNumbers({ c, service }: { c: Context<Env>; service: Service }) {
  const { language, place } = c.var;
  const text = texts[language];
  const { desk } = place.municipality;
  const points = service.points.flatMap((point) => (point.phone === null ? [] : [{ ...point, phone: point.phone }]));
  return (
    <>
      <h2>{text.usual}</h2>
      {points.length === 0 ? (
        <p>{text.noUsual(desk.name, <PhoneLink number={sayPhone(desk.phone)} />)}</p>
      ) : (
        <>
          <p>{text.usualText}</p>
          <ul>
            {points.map((point) => (
              <li>
                {point.place.name}: <PhoneLink number={sayPhone(point.phone)} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
