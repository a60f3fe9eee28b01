import type { Context, Handler } from "hono";
import { z } from "zod";
import type { Translated } from "../../../kernel/language.ts";
import { sayPhone } from "../../../modules/contact/index.ts";
import {
  findService,
  findTheme,
  inLanguage,
  type Service,
  supportFunctions,
  type Words,
} from "../../../modules/directory/index.ts";
import { chainOf, publicPath, uses } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Buttons } from "../../ui/button.tsx";
import { PhoneLink } from "../../ui/contact.tsx";
import { Details } from "../../ui/details.tsx";
import { Notice } from "../../ui/notice.tsx";
import { type SummaryItem, SummaryList } from "../../ui/summary-list.tsx";
import { Lead } from "../../ui/text.tsx";
import { sharedWords } from "../../words/words.ts";
import { CheckedLine, InDutch, ServiceBadges } from "../answer/service-facts.tsx";
import { CallMe } from "../frame/call-me.tsx";
import { Frame } from "../frame/frame.tsx";
import { en } from "./en.ts";
import { nl, type ServiceText } from "./nl.ts";
import { PointCard } from "./point-card.tsx";

const texts: Translated<ServiceText> = { nl, en };

export const servicePage: Handler<Env> = async (c) => {
  const id = z.uuid().safeParse(c.req.param("id"));
  const service = id.success ? await findService(c.var.ctx, chainOf(c.var.place), id.data) : undefined;
  return service === undefined ? c.notFound() : c.html(<ServicePage c={c} service={service} />);
};

function ServicePage({ c, service }: { c: Context<Env>; service: Service }) {
  const { language, place } = c.var;
  const text = texts[language];
  const name = inLanguage(service.name, language);
  const theme = c.req.query("onderwerp");
  const { desk } = place.municipality;
  const calling = uses(place, "contact") ? service.points.find((point) => point.teamId !== null) : undefined;
  return (
    <Frame c={c} title={name.text} sensitive={theme !== undefined && findTheme(theme)?.sensitive === true}>
      <h1 lang={name.lang}>{name.text}</h1>
      <Lead>{inLanguage(service.sentence, language).text}</Lead>
      <ServiceBadges c={c} service={service} />
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
      {service.points.length === 0 && (
        <Notice>
          <p>{text.noNumber(desk.name, <PhoneLink number={sayPhone(desk.phone)} />)}</p>
          <CallMe c={c} about={{ theme }}>
            {text.callMe}
          </CallMe>
        </Notice>
      )}
      {service.points.map((point) => (
        <PointCard c={c} point={point} several={service.points.length > 1} text={text} />
      ))}
      <SummaryList language={language} items={factsOf(c, service, text)} />
      <CheckedLine c={c} service={service} />
      {service.asOf !== null && (
        <Details language={language} summary={text.source}>
          <p>{text.sourceText(<InDutch>{service.asOf}</InDutch>)}</p>
        </Details>
      )}
      <p>
        <a href={publicPath(place, "klacht")}>{text.wrong}</a>
      </p>
    </Frame>
  );
}

function factsOf(c: Context<Env>, service: Service, text: ServiceText): SummaryItem[] {
  const { language } = c.var;
  const words = sharedWords[language];
  const { organisation } = service;
  const fact = (term: string, said: Words): SummaryItem[] =>
    said.nl === "" ? [] : [{ term, value: inLanguage(said, language).text }];
  const functions = supportFunctions
    .filter((name) => service.functions.includes(name))
    .map((name) => words.functions[name]);
  return [
    ...(functions.length > 0 ? [{ term: text.helpsWith, value: functions.join(" · ") }] : []),
    ...fact(text.forWhom, service.audience),
    ...fact(text.result, service.result),
    ...(service.toBring.nl === ""
      ? []
      : [
          {
            term: text.bring,
            value: (
              <ul>
                {inLanguage(service.toBring, language)
                  .text.split("\n")
                  .map((line) => (
                    <li>{line}</li>
                  ))}
              </ul>
            ),
          },
        ]),
    {
      term: text.organisation,
      value: `${organisation.name}. ${words.independence[organisation.independence]}. ${inLanguage(organisation.reason, language).text}`,
    },
    ...(service.website === null
      ? []
      : [
          {
            term: text.website,
            value: (
              <a href={service.website} rel="noopener">
                {service.website}
              </a>
            ),
          },
        ]),
  ];
}
