import type { Context } from "hono";
import { inLanguage, type Service } from "../../../modules/directory/index.ts";
import { publicPath, workPath } from "../../place.ts";
import { CheckedLine, FullName, ServiceBadges } from "../../public/answer/service-facts.tsx";
import type { Env } from "../../surroundings.ts";
import { Buttons, LinkButton } from "../../ui/button.tsx";
import { Badge, Badges, Card } from "../../ui/card.tsx";
import { texts } from "./texts.ts";

type FoundCardProps = { c: Context<Env>; service: Service; hasContact: boolean };

/** One kind of help, for who refers somebody to it: whether it fits, and the shortest way to a colleague there. */
export function FoundCard({ c, service, hasContact }: FoundCardProps) {
  const { language, place } = c.var;
  const text = texts[language];
  const title = <FullName c={c} service={service} />;
  const sentence = inLanguage(service.sentence, language);
  const audience = inLanguage(service.audience, language);
  const details = publicPath(place, `hulp/${service.id}/professional`);
  return (
    <Card title={title} href={details}>
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
      <CheckedLine c={c} service={service} />
    </Card>
  );
}
