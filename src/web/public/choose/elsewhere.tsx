import type { Context } from "hono";
import { sayPhone } from "../../../modules/contact/index.ts";
import { findHelp, inLanguage, noHours, openness, type Service } from "../../../modules/directory/index.ts";
import { sitePath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Buttons, LinkButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { PhoneLink } from "../../ui/contact.tsx";
import { Details } from "../../ui/details.tsx";
import { Lead } from "../../ui/text.tsx";
import { sharedWords } from "../../words/words.ts";
import { CheckedLine, FullName, ServiceBadges } from "../answer/service-facts.tsx";
import { SiteFrame } from "../frame/frame.tsx";
import type { Found } from "./find.ts";
import type { ChooseText } from "./nl.ts";
import { PlaceForm } from "./place-form.tsx";
import { texts } from "./texts.ts";

type Elsewhere = Extract<Found, { kind: "elsewhere" }>;

/** Choosing must stay easy: a few cards, the rest folded up. */
const cards = 6;
const atMost = 50;

/** Where somebody lives is no municipality of ours: no mistake of theirs, and there is help all the same. */
export async function elsewherePage(c: Context<Env>, where: Elsewhere, typed: string) {
  const { services } = await findHelp(c.var.ctx, { chain: ["NL"], page: 1, perPage: atMost });
  // Who can be reached, and of those who help with most, first: nobody said yet what it is about.
  const inOrder = services.toSorted((a, b) => breadth(b) - breadth(a));
  return c.html(<ElsewherePage c={c} where={where} typed={typed} services={inOrder} />);
}

const breadth = ({ themes, website, points }: Service): number =>
  website !== null || points.some(({ phone }) => phone !== null) ? themes.length + 1 : 0;

type ElsewhereProps = { c: Context<Env>; where: Elsewhere; typed: string; services: Service[] };

function ElsewherePage({ c, where, typed, services }: ElsewhereProps) {
  const { language } = c.var;
  const text = texts[language];
  const title = where.isKnown ? text.notHere.title : text.unknown.title;
  const rest = services.slice(cards);
  return (
    <SiteFrame c={c} title={title}>
      <h1>{title}</h1>
      <Lead>{where.isKnown ? text.notHere.lead(sayWhere(where, text)) : text.unknown.lead(where.pc4)}</Lead>
      <p>{text.ownMunicipality}</p>
      <NationalDesk c={c} />
      {services.length > 0 && (
        <>
          <h2>{text.national}</h2>
          {services.slice(0, cards).map((service) => (
            <NationalCard c={c} service={service} />
          ))}
        </>
      )}
      {rest.length > 0 && (
        <Details language={language} summary={text.moreNational(rest.length)}>
          <ul class="rechtspoor-list">
            {rest.map((service) => (
              <NationalLine c={c} service={service} />
            ))}
          </ul>
        </Details>
      )}
      <h2>{text.otherPlace}</h2>
      <PlaceForm c={c} typed={typed} />
      <Buttons>
        <LinkButton look="secondary" href={sitePath(c.var, "/")}>
          {text.toList}
        </LinkButton>
      </Buttons>
    </SiteFrame>
  );
}

const sayWhere = ({ name, pc4 }: Elsewhere, { notHere }: ChooseText): string =>
  pc4 === undefined ? (name ?? notHere.thisPlace) : notHere.postcode(pc4, name);

/** Whom to call where no municipality is chosen, when this installation has somebody for that. */
function NationalDesk({ c }: { c: Context<Env> }) {
  const { language, tenants, ctx } = c.var;
  const desk = tenants.byId.get("NL")?.desk;
  if (desk === undefined) return null;
  const now = openness({ hours: { ...noHours(), phone: desk.hours }, closingDays: new Set() }, "phone", ctx.now);
  return (
    <p>
      {texts[language].desk(desk.name, <PhoneLink number={sayPhone(desk.phone)} />, sharedWords[language].open(now))}
    </p>
  );
}

/** All there is to know of it without a municipality: it has no page of its own. */
function NationalCard({ c, service }: { c: Context<Env>; service: Service }) {
  const { language } = c.var;
  const sentence = inLanguage(service.sentence, language);
  const title = <FullName c={c} service={service} />;
  const phone = service.points.find((point) => point.phone !== null)?.phone;
  return (
    <Card title={title}>
      <p lang={sentence.lang}>{sentence.text}</p>
      <ServiceBadges c={c} service={service} />
      <Buttons>
        {phone != null && (
          <PhoneLink look="secondary" words={sharedWords[language].call} number={sayPhone(phone)} about={title} />
        )}
        {service.website !== null && (
          <LinkButton look="secondary" href={service.website} rel="noopener" about={title}>
            {texts[language].toWebsite}
          </LinkButton>
        )}
      </Buttons>
      <CheckedLine c={c} service={service} />
    </Card>
  );
}

function NationalLine({ c, service }: { c: Context<Env>; service: Service }) {
  const sentence = inLanguage(service.sentence, c.var.language);
  const phone = service.points.find((point) => point.phone !== null)?.phone;
  const name = <FullName c={c} service={service} />;
  return (
    <li>
      {service.website === null ? (
        name
      ) : (
        <a href={service.website} rel="noopener">
          {name}
        </a>
      )}
      <br />
      <span lang={sentence.lang}>{sentence.text}</span>{" "}
      {phone != null && <PhoneLink number={sayPhone(phone)} about={name} />}
    </li>
  );
}
