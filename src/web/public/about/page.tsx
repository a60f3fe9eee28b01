import type { Context, Handler } from "hono";
import type { Child } from "hono/jsx";
import type { Translated } from "../../../kernel/language.ts";
import { sayPhone } from "../../../modules/contact/index.ts";
import { sitePath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Buttons, LinkButton } from "../../ui/button.tsx";
import { MailLink, PhoneLink } from "../../ui/contact.tsx";
import { Lead } from "../../ui/text.tsx";
import { Frame, SiteFrame } from "../frame/frame.tsx";
import { privacyTexts } from "../privacy/texts.ts";
import { en } from "./en.ts";
import { type AboutText, nl } from "./nl.ts";

const texts: Translated<AboutText> = { nl, en };

/** What a municipality says of itself, with where it is reached. */
export function AboutPage({ c, title, children }: { c: Context<Env>; title: string; children?: Child }) {
  const { language, place } = c.var;
  const text = texts[language];
  const { desk } = place.municipality;
  return (
    <Frame c={c} title={title}>
      <h1>{title}</h1>
      {children}
      <h2>{text.reachTitle}</h2>
      <p>{text.reach(desk, <PhoneLink number={sayPhone(desk.phone)} />, <MailLink mail={desk.mail} />)}</p>
      <p>
        {text.ombudsman(desk.ombudsman.name)} <a href={desk.ombudsman.website}>{desk.ombudsman.website}</a>
      </p>
    </Frame>
  );
}

export const accessibilityPage: Handler<Env> = (c) => {
  const text = texts[c.var.language];
  return c.html(
    <AboutPage c={c} title={text.accessibilityTitle}>
      {text.accessibility.map((words) => (
        <p>{words}</p>
      ))}
    </AboutPage>,
  );
};

/** Outside a municipality: what this is, and where to go for the rest. */
export const sitePage: Handler<Env> = (c) => {
  const { language } = c.var;
  const text = texts[language];
  return c.html(
    <SiteFrame c={c} title={text.aboutTitle}>
      <h1>{text.aboutTitle}</h1>
      <Lead>{text.aboutLead}</Lead>
      <p>{text.choose}</p>
      <Buttons>
        <LinkButton href={sitePath(c.var, "/")}>{text.chooseLink}</LinkButton>
      </Buttons>
      <h2 id="privacy">{privacyTexts[language].title}</h2>
      <ul>
        {privacyTexts[language].short.map((words) => (
          <li>{words}</li>
        ))}
      </ul>
      <h2 id="toegankelijkheid">{text.accessibilityTitle}</h2>
      {text.accessibility.map((words) => (
        <p>{words}</p>
      ))}
      <h2 id="klacht">{text.complaintTitle}</h2>
      <p>
        {text.complaintLead} {text.noConsequences}
      </p>
    </SiteFrame>,
  );
};
