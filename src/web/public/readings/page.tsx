import type { Handler } from "hono";
import type { Translated } from "../../../kernel/language.ts";
import { listOwnReadings } from "../../../modules/access/index.ts";
import { sayPhone } from "../../../modules/contact/index.ts";
import { publicPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Buttons, LinkButton } from "../../ui/button.tsx";
import { PhoneLink } from "../../ui/contact.tsx";
import { SummaryList } from "../../ui/summary-list.tsx";
import { Lead } from "../../ui/text.tsx";
import { sharedWords } from "../../words/words.ts";
import { ctxOfCode } from "../follow/page.tsx";
import { Frame } from "../frame/frame.tsx";
import { en } from "./en.ts";
import { nl, type ReadingsText } from "./nl.ts";

export const readingsTexts: Translated<ReadingsText> = { nl, en };

/** For whoever holds the code: when the question was opened, by which team or with the code, and what to do about it. */
export const readingsPage: Handler<Env> = async (c) => {
  const { language, place } = c.var;
  const text = readingsTexts[language];
  const ctx = ctxOfCode(c);
  const readings = ctx && (await listOwnReadings(ctx));
  if (readings === undefined) return c.redirect(publicPath(place, "volg"), 303);
  const { team, days } = readings;
  return c.html(
    <Frame c={c} title={text.title} sensitive unlisted>
      <h1>{text.title}</h1>
      <Lead>{text.lead}</Lead>
      {days.length === 0 ? (
        <p>{text.nobody}</p>
      ) : (
        <SummaryList
          language={language}
          items={days.map(({ ground, times, last }) => ({
            term: text.by[ground](team.name),
            value: text.times(times, last),
          }))}
        />
      )}
      <p>{text.who(team.name)}</p>
      <p>{text.strange}</p>
      <p>{text.wrong}</p>
      <Buttons>
        <PhoneLink look="secondary" words={sharedWords[language].call} number={sayPhone(team.callingNumber)} />
        <LinkButton href={publicPath(place, "volg/vraag")}>{text.back}</LinkButton>
      </Buttons>
    </Frame>,
  );
};
