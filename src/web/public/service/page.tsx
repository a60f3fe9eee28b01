import type { Context, Handler } from "hono";
import { z } from "zod";
import { dayOf, sayDate } from "../../../kernel/day.ts";
import { sayPhone } from "../../../modules/contact/index.ts";
import {
  findService,
  findServiceByEnd,
  findTheme,
  hasWalkIn,
  inLanguage,
  isStopped,
  listHousemates,
  type Service,
  translatedFields,
} from "../../../modules/directory/index.ts";
import { chainOf, publicPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Buttons } from "../../ui/button.tsx";
import { PhoneLink } from "../../ui/contact.tsx";
import { Details } from "../../ui/details.tsx";
import { LinkedData } from "../../ui/linked-data.tsx";
import { Notice } from "../../ui/notice.tsx";
import { SummaryList } from "../../ui/summary-list.tsx";
import { Lead } from "../../ui/text.tsx";
import { CheckedLine, callingPoint, InDutch, OlderLine, ServiceBadges } from "../answer/service-facts.tsx";
import { CallMe } from "../frame/call-me.tsx";
import { Frame } from "../frame/frame.tsx";
import { PaperAddress } from "../frame/paper-address.tsx";
import { factsOf } from "./facts.tsx";
import { linkedDataOf } from "./linked-data.ts";
import { PointCard } from "./point-card.tsx";
import { isShort, shortOf } from "./short.ts";
import { texts } from "./texts.ts";

/** What the address asks for, when it is here or for the whole country. */
export const serviceAsked = async (c: Context<Env>): Promise<Service | undefined> => {
  const id = z.uuid().safeParse(c.req.param("id"));
  return id.success ? findService(c.var.ctx, chainOf(c.var.place), id.data) : undefined;
};

export const servicePage: Handler<Env> = async (c) => {
  const typed = c.req.param("id") ?? "";
  const id = isShort(typed) ? await findServiceByEnd(c.var.ctx, chainOf(c.var.place), typed) : undefined;
  if (id !== undefined) return c.redirect(publicPath(c.var.place, `hulp/${id}`), 303);
  const service = await serviceAsked(c);
  return service === undefined ? c.notFound() : showService(c, service);
};

async function showService(c: Context<Env>, service: Service) {
  const { ctx, language, place } = c.var;
  const housemates = await listHousemates(ctx, service);
  const text = texts[language];
  const name = inLanguage(service.name, language);
  const theme = c.req.query("onderwerp");
  const { desk } = place.municipality;
  const calling = callingPoint(c, service);
  return c.html(
    <Frame c={c} title={name.text} sensitive={theme !== undefined && findTheme(theme)?.sensitive === true}>
      <h1 lang={name.lang}>{name.text}</h1>
      <Lead>{inLanguage(service.sentence, language).text}</Lead>
      <OlderLine c={c} texts={translatedFields.map((field) => service[field])} />
      <ServiceBadges c={c} service={service} />
      <Stopped c={c} service={service} />
      {calling !== undefined && (
        <div class="rechtspoor-screen-only">
          <p>{text.callMeText}</p>
          <Buttons>
            <CallMe c={c} about={{ point: calling.id, theme }}>
              {text.callMe}
            </CallMe>
          </Buttons>
        </div>
      )}
      {service.points.every(({ phone, mail, teamId }) => (phone ?? mail ?? teamId) === null) && (
        <Notice>
          <p>{text.noNumber(desk.name, <PhoneLink number={sayPhone(desk.phone)} />)}</p>
          <CallMe c={c} about={{ theme }}>
            {text.callMe}
          </CallMe>
        </Notice>
      )}
      {service.points.map((point) => (
        <PointCard
          c={c}
          point={point}
          several={service.points.length > 1}
          housemates={housemates.filter(({ pointId }) => pointId === point.id)}
        />
      ))}
      <TakeHours c={c} service={service} />
      <SummaryList language={language} items={factsOf(c, service)} />
      <CheckedLine c={c} service={service} />
      <Source c={c} service={service} />
      <p class="rechtspoor-screen-only">
        <a href={publicPath(place, `hulp/${service.id}/professional`)}>{text.forProfessionals}</a>
      </p>
      <p class="rechtspoor-screen-only">
        <a href={publicPath(place, `hulp/${service.id}/klopt-niet`)}>{text.wrong}</a>
      </p>
      <PaperAddress c={c} path={publicPath(place, `hulp/${shortOf(service.id)}`)} />
      <LinkedData data={linkedDataOf(c, service)} />
    </Frame>,
  );
}

/** Where it was read, for who wants to look themselves. */
function Source({ c, service: { asOf, sourceUrl } }: { c: Context<Env>; service: Service }) {
  const { language } = c.var;
  const text = texts[language];
  if (asOf === null && sourceUrl === null) return null;
  return (
    <Details language={language} summary={text.source}>
      <p>{text.sourceText(asOf === null ? undefined : <InDutch>{asOf}</InDutch>)}</p>
      {sourceUrl !== null && (
        <p>
          <a href={sourceUrl} rel="noopener">
            {text.sourceLink}
          </a>
        </p>
      )}
    </Details>
  );
}

/** For the agenda on one's own phone. Paper cannot do that. */
function TakeHours({ c, service }: { c: Context<Env>; service: Service }) {
  const { ctx, language, place } = c.var;
  const { agenda } = texts[language];
  if (!hasWalkIn(service) || isStopped(service, dayOf(ctx.now))) return null;
  return (
    <p class="rechtspoor-screen-only">
      <a href={publicPath(place, `hulp/${service.id}/inloop.ics`)}>{agenda.take}</a>. {agenda.seen}
    </p>
  );
}

/** Nobody new is helped: said before anybody goes there, with who else to call. */
export function Stopped({ c, service }: { c: Context<Env>; service: Service }) {
  const { ctx, language, place } = c.var;
  if (service.stop === null || !isStopped(service, dayOf(ctx.now))) return null;
  const { until } = service.stop;
  const { desk } = place.municipality;
  const text = texts[language];
  return (
    <Notice kind="warning" heading={text.stopped}>
      <p>
        {text.stoppedText(
          until === null ? undefined : sayDate(Temporal.PlainDate.from(until), language),
          desk.name,
          <PhoneLink number={sayPhone(desk.phone)} />,
        )}
      </p>
    </Notice>
  );
}
