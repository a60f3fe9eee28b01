import type { Context } from "hono";
import type { Child } from "hono/jsx";
import { sayDate } from "../../../kernel/day.ts";
import { inLanguage, type Service, supportFunctions, type Words } from "../../../modules/directory/index.ts";
import { publicPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import type { SummaryItem } from "../../ui/summary-list.tsx";
import { euros } from "../../words/parts.ts";
import { sharedWords } from "../../words/words.ts";
import { texts } from "./texts.ts";

/** What is known of a service, for residents and professionals both: what nobody filled in is left out. */
export function factsOf(c: Context<Env>, service: Service): SummaryItem[] {
  const { language } = c.var;
  const words = sharedWords[language];
  const text = texts[language];
  const of = (term: string, value: Child | undefined): SummaryItem[] => (value === undefined ? [] : [{ term, value }]);
  const functions = supportFunctions
    .filter((name) => service.functions.includes(name))
    .map((name) => words.functions[name]);
  const yesNo = (answer: boolean | null, said: { yes: string; no: string }) =>
    answer === null ? undefined : answer ? said.yes : said.no;
  return [
    ...of(text.kind, service.kind === "desk" ? undefined : text.kinds[service.kind]),
    ...of(text.helpsWith, functions.length > 0 ? functions.join(" · ") : undefined),
    ...of(text.forWhom, said(c, service.audience)),
    ...of(text.eligibility, said(c, service.eligibility)),
    ...of(text.limits, said(c, service.limits)),
    ...of(text.cost, <Cost c={c} service={service} />),
    ...of(text.howToAsk, said(c, service.howToAsk)),
    ...of(text.waiting, waitingOf(c, service)),
    ...of(text.result, said(c, service.result)),
    ...of(text.bring, linesOf(c, service.toBring)),
    ...of(text.interpreter, yesNo(service.interpreter, text.interpreterSaid)),
    ...of(text.digid, yesNo(service.withoutDigid, text.digidSaid)),
    ...of(text.organisation, <Organisation c={c} organisation={service.organisation} />),
    ...of(text.website, websiteOf(service)),
  ];
}

/** Whose it is, with the way to all that they do, and whether they are independent. */
function Organisation({ c, organisation }: { c: Context<Env>; organisation: Service["organisation"] }) {
  const { language, place } = c.var;
  return (
    <>
      <a href={publicPath(place, `organisatie/${organisation.id}`)}>{organisation.name}</a>.{" "}
      {sharedWords[language].independence[organisation.independence]}. {said(c, organisation.reason)}
    </>
  );
}

const websiteOf = ({ website }: Service): Child | undefined =>
  website === null ? undefined : (
    <a href={website} rel="noopener">
      {website}
    </a>
  );

/** A text in the language that there is; undefined when nobody wrote it. */
export function said(c: Context<Env>, words: Words): Child | undefined {
  if (words.nl === "") return undefined;
  const { text, lang } = inLanguage(words, c.var.language);
  return <span lang={lang}>{text}</span>;
}

function linesOf(c: Context<Env>, words: Words): Child | undefined {
  if (words.nl === "") return undefined;
  const { text, lang } = inLanguage(words, c.var.language);
  return (
    <ul lang={lang}>
      {text.split("\n").map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  );
}

/** An amount never stands without the day it holds from, and where that is told. */
function Cost({ c, service: { cost, costNote, price } }: { c: Context<Env>; service: Service }) {
  const { language } = c.var;
  const text = texts[language];
  const note = said(c, costNote);
  return (
    <>
      {sharedWords[language].cost[cost]}.{note !== undefined && <> {note}</>}
      {price !== null && (
        <>
          {" "}
          {text.price(euros(price.cents, language), sayDate(Temporal.PlainDate.from(price.on), language))}{" "}
          <a href={price.source} rel="noopener">
            {text.priceSource}
          </a>
        </>
      )}
    </>
  );
}

function waitingOf(c: Context<Env>, { waiting }: Service): string | undefined {
  const { language } = c.var;
  return waiting === null
    ? undefined
    : texts[language].waitingSaid(waiting.weeks, sayDate(Temporal.PlainDate.from(waiting.on), language));
}
