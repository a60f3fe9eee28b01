import type { Context } from "hono";
import type { Translated } from "../../../kernel/language.ts";
import { sayPhone } from "../../../modules/contact/index.ts";
import { findTheme, inLanguage, type Reason, type Service } from "../../../modules/directory/index.ts";
import { publicPath, withQuery } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Buttons, LinkButton } from "../../ui/button.tsx";
import { Card, Why } from "../../ui/card.tsx";
import { PhoneLink } from "../../ui/contact.tsx";
import { sharedWords } from "../../words/words.ts";
import { CallMe } from "../frame/call-me.tsx";
import { en } from "./en.ts";
import { type AnswerText, nl } from "./nl.ts";
import {
  CheckedLine,
  callingPoint,
  FullName,
  OlderLine,
  PaperContact,
  ServiceBadges,
  StopLine,
  WalkInLine,
} from "./service-facts.tsx";

const texts: Translated<AnswerText> = { nl, en };

type HelpCardProps = {
  c: Context<Env>;
  service: Service;
  reasons: Reason[];
  themes?: string[];
  /** Asked for: then it says how. */
  helpLanguage?: string | undefined;
  /** The one card of a page whose button stands out. */
  first?: boolean;
};

/** One way to get help: what it is, for whom, at what cost, why it fits, and how to reach a person. */
export function HelpCard({ c, service, reasons, themes = [], helpLanguage, first = false }: HelpCardProps) {
  const { language } = c.var;
  const text = texts[language];
  const title = <FullName c={c} service={service} />;
  const sentence = inLanguage(service.sentence, language);
  const details = detailsPath(c, service, themes);
  const calling = callingPoint(c, service);
  const phone = service.points.find((point) => point.phone !== null)?.phone;
  return (
    <Card title={title} href={details}>
      <p lang={sentence.lang}>{sentence.text}</p>
      <OlderLine c={c} texts={[service.sentence]} />
      <ServiceBadges c={c} service={service} helpLanguage={helpLanguage} />
      <StopLine c={c} service={service} />
      <WalkInLine c={c} service={service} />
      {reasons.length > 0 && (
        <Why language={language}>
          {afterColon(
            reasons
              .map((reason) => text.reason(reason, (slug) => findTheme(slug)?.text[language].title ?? slug))
              .join(" "),
          )}
        </Why>
      )}
      <Buttons>
        {calling !== undefined && (
          <CallMe
            c={c}
            look={first ? "primary" : "secondary"}
            about={{ point: calling.id, theme: themes[0] }}
            name={title}
          >
            {text.callMe}
          </CallMe>
        )}
        {phone != null && (
          <PhoneLink look="secondary" words={sharedWords[language].call} number={sayPhone(phone)} about={title} />
        )}
        <LinkButton look={calling === undefined ? "secondary" : "subtle"} href={details} about={title}>
          {service.points.length === 0 ? text.moreAbout : text.details}
        </LinkButton>
      </Buttons>
      <PaperContact c={c} service={service} phoneShown={phone != null} />
      <CheckedLine c={c} service={service} />
    </Card>
  );
}

/** One more way to get help, in a line: the rest stands one step further. */
export function HelpLine({ c, service, themes }: Pick<HelpCardProps, "c" | "service"> & { themes: string[] }) {
  const sentence = inLanguage(service.sentence, c.var.language);
  return (
    <li>
      <a href={detailsPath(c, service, themes)}>
        <FullName c={c} service={service} />
      </a>
      <br />
      <span lang={sentence.lang}>{sentence.text}</span>
      <StopLine c={c} service={service} />
      <WalkInLine c={c} service={service} />
      <PaperContact c={c} service={service} />
    </li>
  );
}

const detailsPath = (c: Context<Env>, service: Service, themes: string[]): string =>
  withQuery(publicPath(c.var.place, `hulp/${service.id}`), { onderwerp: themes[0] });

/** "Past bij u: helpt bij …" goes on with a small letter. */
const afterColon = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);
