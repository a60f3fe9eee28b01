import type { Context } from "hono";
import { dayOf, sayDate, sayDay, sayMoment } from "../../../kernel/day.ts";
import type { Language } from "../../../kernel/language.ts";
import { omissionArticles } from "../../../modules/casework/index.ts";
import { type Copy, isOmitted, sayPhone, type Waiting } from "../../../modules/contact/index.ts";
import { findTheme } from "../../../modules/directory/index.ts";
import type { Env } from "../../surroundings.ts";
import { Heading } from "../../ui/card.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Timeline } from "../../ui/spoor.tsx";
import { SummaryList } from "../../ui/summary-list.tsx";
import { Lead, Small } from "../../ui/text.tsx";
import { readingsTexts } from "../readings/page.tsx";
import { AskedAndKept, WhatFor, WhoAndWhat } from "./copy-parts.tsx";
import { texts } from "./texts.ts";

type Props = {
  c: Context<Env>;
  copies: readonly [Copy, ...Copy[]];
  /** Other questions of theirs, of which the copy is still to come. */
  waiting?: readonly Waiting[];
};

/** All that is kept of somebody, in plain headings: to read, to print, and for a helper to give along. */
export function CopyView({ c, copies, waiting = [] }: Props) {
  const { language, ctx } = c.var;
  const text = texts[language].copy;
  const [first, ...others] = copies;
  const { name } = first.controller.team.organisation;
  const isOne = others.length === 0;
  return (
    <>
      <Lead>
        {isOne
          ? text.lead(name, first.madeAt)
          : text.leadOfSeveral(first.controller.kind, name, copies.length, first.madeAt)}
      </Lead>
      {waiting.length > 0 && (
        <Notice heading={text.waiting}>
          <ul>
            {waiting.map(({ askedAt, answerBy }) => (
              <li>{text.waitingFor(sayDate(dayOf(askedAt), language), sayDay(answerBy, language, dayOf(ctx.now)))}</li>
            ))}
          </ul>
        </Notice>
      )}
      {isOne ? (
        <QuestionCopy c={c} copy={first} level={2} />
      ) : (
        <>
          <ul>
            {copies.map((copy, at) => (
              <li>
                <a href={`#vraag-${at + 1}`}>{titleOf(copy, language)}</a>
              </li>
            ))}
          </ul>
          {copies.map((copy, at) => (
            <section>
              <h2 id={`vraag-${at + 1}`}>{titleOf(copy, language)}</h2>
              <QuestionCopy c={c} copy={copy} level={3} />
            </section>
          ))}
        </>
      )}
      <WhatFor c={c} copy={first} />
      <h2>{text.rights}</h2>
      <p>{text.rightsText}</p>
    </>
  );
}

/** By what somebody tells their questions apart: the subject and the day. */
const titleOf = ({ file, callback }: Copy, language: Language): string =>
  texts[language].copy.titleOf(
    findTheme(file.theme)?.text[language].title ?? file.theme,
    sayDate(dayOf(callback.requestedAt), language),
  );

type QuestionProps = { c: Context<Env>; copy: Copy; level: 2 | 3 };

/** What is kept with one question. */
function QuestionCopy({ c, copy, level }: QuestionProps) {
  const { language } = c.var;
  const text = texts[language].copy;
  const { team } = copy.controller;
  const list = (lines: string[]) =>
    lines.length === 0 ? (
      <p>{text.none}</p>
    ) : (
      <ul>
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    );
  return (
    <>
      {!copy.until.equals(copy.madeAt) && <p>{text.until(copy.until)}</p>}
      <Heading level={level}>{text.controller}</Heading>
      <SummaryList
        language={language}
        items={[
          { term: text.organisation, value: team.organisation.name },
          { term: text.team, value: team.name },
          { term: text.phone, value: sayPhone(team.callingNumber) },
        ]}
      />
      <WhoAndWhat c={c} copy={copy} level={level} />
      <Heading level={level}>{text.log}</Heading>
      <Timeline
        level={level === 2 ? 3 : 4}
        moments={copy.log.map((line) => ({
          kind: "done" as const,
          title: text.lines[line.kind],
          iso: line.at.toString(),
          when: sayMoment(line.at, language),
          ...(isOmitted(line)
            ? { body: <p>{`${text.omitted[line.omitted]} (${omissionArticles[line.omitted]})`}</p> }
            : hasText(line)
              ? { body: <p dir="auto">{line.text}</p> }
              : {}),
        }))}
      />
      <Heading level={level}>{text.attempts}</Heading>
      {list(copy.attempts.map(({ at, outcome }) => `${sayMoment(at, language)}: ${text.outcomes[outcome]}`))}
      <Heading level={level}>{text.promises}</Heading>
      {list(
        copy.promises.map(({ kind, dueAt, state }) =>
          text.promise(text.promiseKinds[kind], dueAt, text.promiseStates[state]),
        ),
      )}
      <Heading level={level}>{text.readings}</Heading>
      {list(
        copy.readings.map(({ ground, times, last }) => {
          const { by, times: often } = readingsTexts[language];
          return `${by[ground](team.name)}: ${often(times, last)}`;
        }),
      )}
      <Heading level={level}>{text.shares}</Heading>
      {list(
        copy.shares.map(
          ({ ground, fromAt, untilAt, endedAt }) =>
            `${text.shareGrounds[ground]}, ${text.span(fromAt, endedAt ?? untilAt)}`,
        ),
      )}
      <Heading level={level}>{text.mails}</Heading>
      {list(copy.mails.map(({ at, subject }) => `${sayMoment(at, language)}: ${subject}`))}
      <Small>{text.mailsKept}</Small>
      <AskedAndKept c={c} copy={copy} level={level} />
    </>
  );
}

/** Codes of what changed and why something is held are no words for a reader. */
const hasText = ({ kind, text }: { kind: string; text: string }): boolean =>
  text !== "" && (kind === "note" || kind === "resident-word");
