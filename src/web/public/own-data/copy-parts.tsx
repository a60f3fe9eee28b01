import type { Context } from "hono";
import { dayOf, sayDate, sayMoment, sayMonths } from "../../../kernel/day.ts";
import { articleFor } from "../../../modules/access/index.ts";
import { type Copy, rightsWords, sayPhone } from "../../../modules/contact/index.ts";
import { findTheme } from "../../../modules/directory/index.ts";
import type { Env } from "../../surroundings.ts";
import { Heading } from "../../ui/card.tsx";
import { SummaryList } from "../../ui/summary-list.tsx";
import { sharedWords } from "../../words/words.ts";
import { texts } from "./texts.ts";

type Props = { c: Context<Env>; copy: Copy; level: 2 | 3 };

/** Who somebody is, as they said it, and what they asked. */
export function WhoAndWhat({ c, copy: { resident, file, callback }, level }: Props) {
  const { language } = c.var;
  const text = texts[language].copy;
  const words = sharedWords[language];
  const yesNo = (is: boolean) => (is ? words.answers.yes : words.answers.no);
  return (
    <>
      <Heading level={level}>{text.resident}</Heading>
      <SummaryList
        language={language}
        items={[
          { term: text.name, value: <bdi>{resident.name || text.nothing}</bdi> },
          { term: text.number, value: sayPhone(resident.phone) },
          { term: text.mail, value: resident.mail ?? text.nothing },
          { term: text.spoken, value: resident.language || text.nothing },
          { term: text.interpreter, value: yesNo(resident.interpreter) },
          { term: text.message, value: words.answers[resident.mayLeaveMessage] },
          { term: text.sayWho, value: words.answers[resident.maySayWho] },
          { term: text.forWhom, value: yesNo(resident.askedFor === "someone-else") },
          ...(resident.notSafeSince === null
            ? []
            : [{ term: text.notSafe, value: sayMoment(resident.notSafeSince, language) }]),
        ]}
      />
      <Heading level={level}>{text.question}</Heading>
      <SummaryList
        language={language}
        items={[
          { term: text.askedOn, value: sayMoment(callback.requestedAt, language) },
          { term: text.theme, value: findTheme(file.theme)?.text[language].title ?? file.theme },
          { term: text.channel, value: text.channels[file.channel] },
          { term: text.dayparts, value: callback.dayparts.map((part) => words.dayparts[part]).join(", ") },
          { term: text.harm, value: yesNo(callback.harm) },
          { term: text.otherParty, value: words.answers[file.againstMunicipality] },
          {
            term: text.status,
            value:
              file.status === "open"
                ? text.open
                : `${text.closedOn(file.closedAt)}: ${words.results[file.result].toLowerCase()}`,
          },
        ]}
      />
    </>
  );
}

/** What was asked about their data, and how long it is kept. */
export function AskedAndKept({ c, copy: { requests, retention }, level }: Props) {
  const { language } = c.var;
  const { copy: text, mineTitle, asked } = texts[language];
  return (
    <>
      <Heading level={level}>{mineTitle}</Heading>
      {requests.map(({ kind, askedAt, ownWords }) => (
        <>
          <p>{asked(rightsWords(language).asked[kind], sayDate(dayOf(askedAt), language))}</p>
          {ownWords !== "" && <p dir="auto">{ownWords}</p>}
        </>
      ))}
      <Heading level={level}>{text.kept}</Heading>
      {(["hulpvraag", "hulpvraag-afgebroken"] as const).map((rule) => (
        <p>
          {text.keptFor(
            retention.names[rule][language],
            sayMonths(retention.terms[rule].months, language),
            retention.terms[rule].article,
          )}
        </p>
      ))}
    </>
  );
}

/** What the controller uses it for: the same for all that it keeps. */
export function WhatFor({ c, copy: { activities, controller } }: Omit<Props, "level">) {
  const { language } = c.var;
  const text = texts[language].copy;
  return (
    <>
      <h2>{text.why}</h2>
      {activities.map((activity) => (
        <>
          <h3>{activity.name[language]}</h3>
          <p>{activity.plain[language].purpose}</p>
          <p>{`${text.receivers}: ${activity.plain[language].recipients}`}</p>
          <p>{`${text.ground}: ${activity.plain[language].allowed[controller.kind]} (${articleFor(activity, controller.kind)})`}</p>
        </>
      ))}
    </>
  );
}
