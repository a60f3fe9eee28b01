import type { Context } from "hono";
import { sayMoment } from "../../../kernel/day.ts";
import { omissionArticles } from "../../../modules/casework/index.ts";
import { type Copy, isOmitted, sayPhone } from "../../../modules/contact/index.ts";
import type { Env } from "../../surroundings.ts";
import { Timeline } from "../../ui/spoor.tsx";
import { SummaryList } from "../../ui/summary-list.tsx";
import { Lead, Small } from "../../ui/text.tsx";
import { readingsTexts } from "../readings/page.tsx";
import { AskedAndKept, WhoAndWhat } from "./copy-parts.tsx";
import { texts } from "./texts.ts";

type Props = { c: Context<Env>; copy: Copy };

/** All that is kept of somebody, in plain headings: to read, to print, and for a helper to give along. */
export function CopyView({ c, copy }: Props) {
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
      <Lead>{text.lead(team.organisation.name, copy.madeAt)}</Lead>
      {!copy.until.equals(copy.madeAt) && <p>{text.until(copy.until)}</p>}
      <h2>{text.controller}</h2>
      <SummaryList
        language={language}
        items={[
          { term: text.organisation, value: team.organisation.name },
          { term: text.team, value: team.name },
          { term: text.phone, value: sayPhone(team.callingNumber) },
        ]}
      />
      <WhoAndWhat c={c} copy={copy} />
      <h2>{text.log}</h2>
      <Timeline
        level={3}
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
      <h2>{text.attempts}</h2>
      {list(copy.attempts.map(({ at, outcome }) => `${sayMoment(at, language)}: ${text.outcomes[outcome]}`))}
      <h2>{text.promises}</h2>
      {list(
        copy.promises.map(({ kind, dueAt, state }) =>
          text.promise(text.promiseKinds[kind], dueAt, text.promiseStates[state]),
        ),
      )}
      <h2>{text.readings}</h2>
      {list(
        copy.readings.map(({ ground, times, last }) => {
          const { by, times: often } = readingsTexts[language];
          return `${by[ground](team.name)}: ${often(times, last)}`;
        }),
      )}
      <h2>{text.shares}</h2>
      {list(
        copy.shares.map(
          ({ ground, fromAt, untilAt, endedAt }) =>
            `${text.shareGrounds[ground]}, ${text.span(fromAt, endedAt ?? untilAt)}`,
        ),
      )}
      <h2>{text.mails}</h2>
      {list(copy.mails.map(({ at, subject }) => `${sayMoment(at, language)}: ${subject}`))}
      <Small>{text.mailsKept}</Small>
      <AskedAndKept c={c} copy={copy} />
      <h2>{text.rights}</h2>
      <p>{text.rightsText}</p>
    </>
  );
}

/** Codes of what changed and why something is held are no words for a reader. */
const hasText = ({ kind, text }: { kind: string; text: string }): boolean =>
  text !== "" && (kind === "note" || kind === "resident-word");
