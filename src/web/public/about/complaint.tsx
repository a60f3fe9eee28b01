import type { Handler } from "hono";
import type { Translated } from "../../../kernel/language.ts";
import { sayPhone } from "../../../modules/contact/index.ts";
import { publicPath, withQuery } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Buttons, LinkButton } from "../../ui/button.tsx";
import { PhoneLink } from "../../ui/contact.tsx";
import { Details } from "../../ui/details.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Spoor, Station } from "../../ui/spoor.tsx";
import { Lead } from "../../ui/text.tsx";
import { sharedWords } from "../../words/words.ts";
import { CallMe } from "../frame/call-me.tsx";
import { Frame } from "../frame/frame.tsx";
import { en } from "./en.ts";
import { type AboutText, nl } from "./nl.ts";

const texts: Translated<AboutText> = { nl, en };

/** What somebody can complain about, how without writing, what happens by when, and who comes after us. */
export const complaintPage: Handler<Env> = (c) => {
  const { language, place } = c.var;
  const text = texts[language];
  const { desk } = place.municipality;
  return c.html(
    <Frame c={c} title={text.complaintTitle}>
      <h1>{text.complaintTitle}</h1>
      <Lead>{text.complaintLead}</Lead>
      <p>
        <strong>{text.noConsequences}</strong>
      </p>
      <Buttons>
        <PhoneLink look="primary" words={sharedWords[language].call} number={sayPhone(desk.phone)} />
        <LinkButton look="secondary" href={`mailto:${desk.mail}`}>
          {text.mailTo(desk.mail)}
        </LinkButton>
        <CallMe c={c} look="secondary">
          {text.callMe}
        </CallMe>
      </Buttons>
      <p>{text.comeBy(desk.name, desk.address)}</p>
      <p>{text.withoutWriting}</p>

      <h2>{text.aboutWhat}</h2>
      <ul>
        {text.subjects.map((subject) => (
          <li>{subject}</li>
        ))}
      </ul>
      <p>{text.notYours}</p>

      <h2>{text.whatNext}</h2>
      <Spoor>
        <Station kind="now" words={text.received} level={3}>
          <p>{text.receivedText}</p>
        </Station>
        <Station kind="later" words={text.answered} level={3}>
          <p>{text.answeredText}</p>
          <Details language={language}>
            <p>{text.answeredWhy}</p>
          </Details>
        </Station>
        <Station kind="later" words={text.notSettled} level={3}>
          <p>{text.ombudsman(desk.ombudsman.name)}</p>
          <Buttons>
            <LinkButton look="secondary" href={desk.ombudsman.website} rel="noopener">
              {text.toOmbudsman(desk.ombudsman.name)}
            </LinkButton>
          </Buttons>
        </Station>
      </Spoor>

      <Notice kind="warning" heading={text.decision}>
        <p>{text.decisionText}</p>
        <LinkButton look="secondary" href={withQuery(publicPath(place, "hulp"), { thema: "brief-van-de-gemeente" })}>
          {text.toDecision}
        </LinkButton>
      </Notice>
    </Frame>,
  );
};
