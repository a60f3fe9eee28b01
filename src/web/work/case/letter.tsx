import type { Handler } from "hono";
import { dayOf, sayDay } from "../../../kernel/day.ts";
import { isLanguage } from "../../../kernel/language.ts";
import { sayPhone } from "../../../modules/contact/index.ts";
import { workPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Buttons, LinkButton } from "../../ui/button.tsx";
import { Prose } from "../../ui/text.tsx";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { findCase } from "./find.ts";
import { texts } from "./texts.ts";

/** After three calls without an answer: a short letter to print or copy, in the resident's own language of the site. */
export const letterPage: Handler<Env> = async (c) => {
  const { ctx, language, place } = c.var;
  const page = await findCase(c);
  // Whom it is only shared with writes no letter in the team's name.
  if (page?.mayWrite !== true) return c.notFound();
  const letterLanguage = isLanguage(page.resident.siteLanguage) ? page.resident.siteLanguage : "nl";
  const letter = texts[letterLanguage];
  const days = page.attempts.map((attempt) => sayDay(dayOf(attempt.at), letterLanguage));
  return c.html(
    <WorkFrame c={c} title={texts[language].letterTitle} section="cases" counts={await navCounts(c)}>
      <h1>{texts[language].letterTitle}</h1>
      <Prose>
        <div lang={letterLanguage}>
          {letter
            .letter({
              name: page.resident.name,
              days: [...new Set(days)],
              number: sayPhone(page.team.callingNumber),
              team: page.team.name,
              organisation: page.team.organisation.name,
              today: sayDay(dayOf(ctx.now), letterLanguage),
            })
            .map((line) => (
              <p>{line}</p>
            ))}
        </div>
      </Prose>
      <Buttons>
        <LinkButton href={workPath(place, `hulpvragen/${page.file.id}`)}>{texts[language].back}</LinkButton>
      </Buttons>
    </WorkFrame>,
  );
};
