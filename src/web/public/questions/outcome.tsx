import type { Context } from "hono";
import { sayDate } from "../../../kernel/day.ts";
import type { Language, Translated } from "../../../kernel/language.ts";
import { sayPhone } from "../../../modules/contact/index.ts";
import { findTheme, numbersFor, readUrgencies } from "../../../modules/directory/index.ts";
import { type Graph, type GraphOutcome, themeOf, type Walk } from "../../../modules/recognition/index.ts";
import { publicPath, withQuery } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Buttons, LinkButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { PhoneLink } from "../../ui/contact.tsx";
import { Spoor, Station } from "../../ui/spoor.tsx";
import { Lead, Small } from "../../ui/text.tsx";
import { CallMe } from "../frame/call-me.tsx";
import { DeskHours, Frame } from "../frame/frame.tsx";
import { en } from "./en.ts";
import { nl, type QuestionsText } from "./nl.ts";
import { AnsweredList } from "./page.tsx";

const texts: Translated<QuestionsText> = { nl, en };

type OutcomeProps = { c: Context<Env>; graph: Graph; walked: Walk };

/** What follows from the answers: what cannot wait, what to do, and whom to talk to. */
export function OutcomePage({ c, graph, walked }: OutcomeProps) {
  const { language, place } = c.var;
  const text = texts[language];
  const urgent = walked.outcomes.filter(({ urgency }) => urgency !== undefined);
  const other = walked.outcomes.filter(({ urgency }) => urgency === undefined);
  const themes = [graph.theme, ...walked.outcomes.flatMap(({ issues }) => issues.map(themeOf))];
  const { desk } = place.municipality;
  const numbers = urgent.flatMap(({ urgency }) => (urgency === undefined ? [] : numbersFor(urgency, readUrgencies())));
  return (
    <Frame c={c} title={text.done} sensitive unlisted>
      <h1>{text.done}</h1>
      <Lead>{text.doneLead}</Lead>
      <Spoor>
        {urgent.length > 0 && (
          <Station kind="urgent" words={text.urgent}>
            <Tells outcomes={urgent} language={language} />
            {numbers.map(({ name, number }) => (
              <p>
                {text.call(name)} <PhoneLink number={number} />
              </p>
            ))}
            <p>
              {text.call(desk.name)} <PhoneLink number={sayPhone(desk.phone)} /> (<DeskHours c={c} />)
            </p>
          </Station>
        )}
        {other.length > 0 && (
          <Station kind="now" words={text.whatToDo}>
            <Tells outcomes={other} language={language} />
          </Station>
        )}
        <Station kind="now" words={text.people}>
          <Buttons>
            <CallMe c={c} look="primary" about={{ theme: graph.theme }}>
              {text.callMe}
            </CallMe>
            <LinkButton look="secondary" href={withQuery(publicPath(place, "hulp"), { thema: graph.theme })}>
              {text.toHelp}
            </LinkButton>
          </Buttons>
          <ul>
            {[...new Set(themes)].flatMap((slug) => {
              const theme = findTheme(slug);
              return theme === undefined
                ? []
                : [
                    <li>
                      <a href={publicPath(place, `onderwerp/${slug}`)}>{text.readMore(theme.text[language].title)}</a>
                    </li>,
                  ];
            })}
          </ul>
        </Station>
      </Spoor>
      <AnsweredList language={language} action={publicPath(place, `vragen/${graph.id}`)} walked={walked} />
      <Reviewed graph={graph} language={language} />
    </Frame>
  );
}

/** Whether a lawyer read it for truth, and when. */
export function Reviewed({ graph: { reviewed }, language }: { graph: Graph; language: Language }) {
  const text = texts[language];
  return (
    <Small>
      {reviewed === null ? text.notReviewed : text.reviewed(sayDate(Temporal.PlainDate.from(reviewed), language))}
    </Small>
  );
}

const Tells = ({ outcomes, language }: { outcomes: GraphOutcome[]; language: Language }) => (
  <>
    {outcomes.map(({ tell }) => (
      <Card>
        <p>{tell[language]}</p>
      </Card>
    ))}
  </>
);
