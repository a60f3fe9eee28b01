import type { Context, Handler } from "hono";
import { type Action, maySomewhere } from "../../../modules/access/index.ts";
import {
  findTheme,
  inLanguage,
  listHousemates,
  type Service,
  translatedFields,
} from "../../../modules/directory/index.ts";
import { publicPath, workPath } from "../../place.ts";
import { actorHere } from "../../session.ts";
import type { Env } from "../../surroundings.ts";
import { LinkButton } from "../../ui/button.tsx";
import { type SummaryItem, SummaryList } from "../../ui/summary-list.tsx";
import { Lead } from "../../ui/text.tsx";
import { sharedWords } from "../../words/words.ts";
import { readDraft } from "../../work/list/draft.ts";
import { PutOnList } from "../../work/list/put.tsx";
import { CheckedLine, OlderLine, ServiceBadges } from "../answer/service-facts.tsx";
import { Frame } from "../frame/frame.tsx";
import { PaperAddress } from "../frame/paper-address.tsx";
import { factsOf, said } from "./facts.tsx";
import { Stopped, serviceAsked } from "./page.tsx";
import { PointCard } from "./point-card.tsx";
import { texts } from "./texts.ts";

/** Everything that is known of a service, for who refers people to it. Open to everybody: nothing of a person stands in it. */
export const professionalPage: Handler<Env> = async (c) => {
  const service = await serviceAsked(c);
  if (service === undefined) return c.notFound();
  const { ctx, language, place } = c.var;
  const housemates = await listHousemates(ctx, service);
  const text = texts[language];
  // Only whoever works here learns that there may be somebody to call directly, and makes lists of it.
  const actor = await actorHere(c);
  const may = (action: Action) => actor !== undefined && maySomewhere({ ...ctx, actor }, action);
  const { text: name } = inLanguage(service.name, language);
  return c.html(
    <Frame c={c} title={text.professionalTitle(name)}>
      <h1>{text.professionalTitle(name)}</h1>
      <Lead>{inLanguage(service.sentence, language).text}</Lead>
      <OlderLine c={c} texts={translatedFields.map((field) => service[field])} />
      <ServiceBadges c={c} service={service} />
      <Stopped c={c} service={service} />
      <h2>{text.professionalText}</h2>
      <ProfessionalText c={c} service={service} />
      <SummaryList language={language} items={[...professionalFacts(c, service), ...factsOf(c, service)]} />
      {service.points.map((point) => (
        <PointCard
          c={c}
          point={point}
          several={service.points.length > 1}
          housemates={housemates.filter(({ pointId }) => pointId === point.id)}
        />
      ))}
      {may("contact.find") && service.municipalityId === place.municipality.id && (
        <LinkButton look="secondary" href={workPath(place, `hulp/${service.id}/contact`)}>
          {text.directContact}
        </LinkButton>
      )}
      {actor !== undefined && may("list.keep") && !service.forProfessionals && (
        <PutOnList
          c={c}
          serviceId={service.id}
          isOn={readDraft(c, { personId: actor.personId, municipalityId: place.municipality.id }).entries.some(
            ({ serviceId }) => serviceId === service.id,
          )}
          about={name}
        />
      )}
      <CheckedLine c={c} service={service} />
      <PaperAddress c={c} path={publicPath(place, `hulp/${service.id}/professional`)} />
      <p class="rechtspoor-screen-only">
        <a href={publicPath(place, `hulp/${service.id}`)}>{text.forResidents}</a>
        {" · "}
        <a href={publicPath(place, `hulp/${service.id}/poster`)}>{text.poster}</a>
      </p>
    </Frame>,
  );
};

function ProfessionalText({ c, service }: { c: Context<Env>; service: Service }) {
  const { language } = c.var;
  if (service.professional.nl === "") return <p>{texts[language].noProfessionalText}</p>;
  const { text, lang } = inLanguage(service.professional, language);
  return (
    <div lang={lang}>
      {text.split(/\n{2,}/).map((paragraph) => (
        <p>{paragraph}</p>
      ))}
    </div>
  );
}

function professionalFacts(c: Context<Env>, service: Service): SummaryItem[] {
  const { language } = c.var;
  const text = texts[language];
  const { otherNames, level, themes, sourceUrl } = service;
  return [
    ...(otherNames.length === 0 ? [] : [{ term: text.otherNames, value: said(c, { nl: otherNames.join(", ") }) }]),
    ...(level === null ? [] : [{ term: text.level, value: sharedWords[language].levels[level] }]),
    { term: text.themes, value: themes.map((slug) => findTheme(slug)?.text[language].title ?? slug).join(" · ") },
    ...(sourceUrl === null
      ? []
      : [
          {
            term: text.sourceUrl,
            value: (
              <a href={sourceUrl} rel="noopener">
                {sourceUrl}
              </a>
            ),
          },
        ]),
  ];
}
