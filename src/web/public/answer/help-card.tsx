import type { Context } from "hono";
import { sayDay } from "../../../kernel/day.ts";
import type { Translated } from "../../../kernel/language.ts";
import { sayPhone } from "../../../modules/contact/index.ts";
import {
  areaOf,
  distanceBetween,
  findTheme,
  inLanguage,
  isNearby,
  openness,
  type Reason,
  type Service,
  type ServicePoint,
} from "../../../modules/directory/index.ts";
import { publicPath, withQuery } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Buttons, LinkButton } from "../../ui/button.tsx";
import { Badge, Badges, Card, Checked, Why } from "../../ui/card.tsx";
import { PhoneLink } from "../../ui/contact.tsx";
import { sharedWords } from "../../words/words.ts";
import { postcodeOf } from "../choose/page.tsx";
import { en } from "./en.ts";
import { type AnswerText, nl } from "./nl.ts";

const texts: Translated<AnswerText> = { nl, en };

type HelpCardProps = { c: Context<Env>; service: Service; reasons: Reason[]; themes?: string[] };

/** One way to get help: what it is, for whom, at what cost, why it fits, and how to reach a person. */
export function HelpCard({ c, service, reasons, themes = [] }: HelpCardProps) {
  const { language, place } = c.var;
  const text = texts[language];
  const name = inLanguage(service.name, language);
  const sentence = inLanguage(service.sentence, language);
  const details = withQuery(publicPath(place, `hulp/${service.id}`), { onderwerp: themes[0] });
  const calling = service.points.find((point) => point.teamId !== null);
  const phone = service.points.find((point) => point.phone !== null)?.phone;
  const checked = Temporal.PlainDate.from(service.checkedOn);
  return (
    <Card title={<span lang={name.lang}>{name.text}</span>} href={details}>
      <p lang={sentence.lang}>{sentence.text}</p>
      <ServiceBadges c={c} service={service} />
      {reasons.length > 0 && (
        <Why language={language}>
          {reasons
            .map((reason) => text.reason(reason, (slug) => findTheme(slug)?.text[language].title ?? slug))
            .join(" ")}
        </Why>
      )}
      <Buttons>
        {calling !== undefined && (
          <LinkButton href={withQuery(publicPath(place, "bel-mij-terug"), { punt: calling.id, onderwerp: themes[0] })}>
            {text.callMe}
          </LinkButton>
        )}
        {phone != null && <PhoneLink look="secondary" number={sayPhone(phone)} />}
        <LinkButton look={calling === undefined ? "secondary" : "subtle"} href={details}>
          {text.details}
        </LinkButton>
      </Buttons>
      <Checked language={language} iso={service.checkedOn}>
        {sayDay(checked, language, c.var.ctx.now.toZonedDateTimeISO("Europe/Amsterdam").toPlainDate())}
      </Checked>
    </Card>
  );
}

/** What matters for choosing, in a word or two each. */
export function ServiceBadges({ c, service }: { c: Context<Env>; service: Service }) {
  const { language, ctx } = c.var;
  const text = texts[language];
  const words = sharedWords[language];
  const { independence } = service.organisation;
  const openPoint = service.points
    .flatMap((point) => (["walkIn", "phone"] as const).map((way) => openness(point, way, ctx.now)))
    .find((state) => state.kind === "open");
  const walksIn = service.points.some((point) => point.hours.walkIn.length > 0);
  const distance = nearest(c, service.points);
  return (
    <Badges>
      <Badge kind={service.cost === "free" ? "yes" : "neutral"}>{words.cost[service.cost]}</Badge>
      <Badge kind={independence === "independent" ? "yes" : "neutral"}>{words.independence[independence]}</Badge>
      {walksIn && <Badge kind="yes">{text.walkIn}</Badge>}
      {openPoint !== undefined && <Badge kind="yes">{`${text.nowOpen}: ${words.open(openPoint)}`}</Badge>}
      {distance !== undefined && <Badge>{words.kilometres(distance)}</Badge>}
      {!isNearby(service) && <Badge>{text.national}</Badge>}
    </Badges>
  );
}

/** About how far the nearest point is, when both postcodes are known. */
function nearest(c: Context<Env>, points: ServicePoint[]): number | undefined {
  const { areas } = c.var.tenants;
  const pc4 = postcodeOf(c);
  const here = pc4 === undefined ? undefined : areaOf(pc4, areas);
  if (here === undefined) return undefined;
  const distances = points.flatMap((point) => {
    const there = point.pc4 === null ? undefined : areaOf(point.pc4, areas);
    return there === undefined ? [] : [distanceBetween(here, there)];
  });
  return distances.length === 0 ? undefined : Math.min(...distances);
}
