import type { Context } from "hono";
import { inLanguage, type Service } from "../../../modules/directory/index.ts";
import { publicPath, workPath } from "../../place.ts";
import { CheckedLine, FullName, ServiceBadges } from "../../public/answer/service-facts.tsx";
import type { Env } from "../../surroundings.ts";
import { Buttons, LinkButton } from "../../ui/button.tsx";
import { Badge, Badges, Card } from "../../ui/card.tsx";
import { PutOnList } from "../list/put.tsx";
import { texts } from "./texts.ts";

type FoundCardProps = {
  c: Context<Env>;
  service: Service;
  hasContact: boolean;
  /** Whether it is on the list in the making; undefined for whoever gives none. */
  isOnList: boolean | undefined;
  page: number;
};

/** One kind of help, for who refers somebody to it: whether it fits, and the shortest way to a colleague there. */
export function FoundCard({ c, service, hasContact, isOnList, page }: FoundCardProps) {
  const { language, place } = c.var;
  const text = texts[language];
  const title = <FullName c={c} service={service} />;
  const sentence = inLanguage(service.sentence, language);
  const audience = inLanguage(service.audience, language);
  const details = publicPath(place, `hulp/${service.id}/professional`);
  return (
    <Card title={title} href={details} id={`hulp-${service.id}`}>
      <p lang={sentence.lang}>{sentence.text}</p>
      <ServiceBadges c={c} service={service} />
      {service.forProfessionals && (
        <Badges>
          <Badge>{text.onlyProfessionals}</Badge>
        </Badges>
      )}
      {audience.text !== "" && <p>{text.forWhom(<span lang={audience.lang}>{audience.text}</span>)}</p>}
      <Buttons>
        {hasContact && (
          <LinkButton look="secondary" tight href={workPath(place, `hulp/${service.id}/contact`)} about={title}>
            {text.contact}
          </LinkButton>
        )}
        <LinkButton look="subtle" tight href={details} about={title}>
          {text.everything}
        </LinkButton>
      </Buttons>
      {isOnList !== undefined && !service.forProfessionals && (
        <PutOnList c={c} serviceId={service.id} isOn={isOnList} about={title} page={page} />
      )}
      <CheckedLine c={c} service={service} />
    </Card>
  );
}
