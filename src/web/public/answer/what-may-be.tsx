import type { Context } from "hono";
import type { Translated } from "../../../kernel/language.ts";
import { findTheme, type Theme } from "../../../modules/directory/index.ts";
import {
  findGraphsOf,
  type Graph,
  meanings,
  type RecognisedIssue,
  themeOf,
} from "../../../modules/recognition/index.ts";
import { publicPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Station } from "../../ui/spoor.tsx";
import type { Asked } from "./asked.ts";
import { en } from "./en.ts";
import { type AnswerText, nl } from "./nl.ts";

const texts: Translated<AnswerText> = { nl, en };

/** More than this is no question but a list. */
const mostRelated = 4;

/** Where it stands on the page. */
export const whatMayBeId = "speelt";

/** Whoever does not want to live is not told what a computer read. */
export const tellsWhatMayBe = (asked: Asked): boolean =>
  !asked.urgent.includes("life") && asked.story.issues.length > 0;

/** What recognition read in a story: what it may mean, why, and what to think about. After who helps, for it is no gate. */
export function WhatMayBe({ c, asked }: { c: Context<Env>; asked: Asked }) {
  const { language } = c.var;
  const text = texts[language].mayBe;
  const { issues, needs } = asked.story;
  if (!tellsWhatMayBe(asked)) return null;
  const graphs = findGraphsOf(issues.map(({ code }) => code));
  return (
    <Station kind="later" words={text.title} id={whatMayBeId}>
      <p>{text.lead}</p>
      {issues.map((issue) => (
        <IssueRead c={c} issue={issue} graphs={graphs.get(issue.code) ?? []} saysWhy={asked.urgent.length === 0} />
      ))}
      <Related c={c} themes={asked.themes} />
      {needs.length > 0 && issues.length > 0 && (
        <p>{text.needs(needs.map(({ code }) => meanings().needs[code][language]))}</p>
      )}
    </Station>
  );
}

type IssueProps = {
  c: Context<Env>;
  issue: RecognisedIssue;
  graphs: Graph[];
  /** False where somebody may be looking along: then none of their words stands here. */
  saysWhy: boolean;
};

function IssueRead({ c, issue, graphs, saysWhy }: IssueProps) {
  const { language } = c.var;
  const text = texts[language].mayBe;
  const { means, ask } = meanings().issues[issue.code];
  const slug = themeOf(issue.code);
  return (
    <section>
      <h3>
        <a href={publicPath(c.var.place, `onderwerp/${slug}`)}>{findTheme(slug)?.text[language].title}</a>
      </h3>
      <p>{means[language]}</p>
      {saysWhy && issue.because.length > 0 && <p>{text.because(issue.because)}</p>}
      <p>
        {text.ask} {ask[language]}
      </p>
      {graphs.map(({ id, title }) => (
        <p>
          <a href={publicPath(c.var.place, `vragen/${id}`)}>{text.questions(title[language])}</a>
        </p>
      ))}
    </section>
  );
}

/** What goes together in a life: who separates has children, debts and a home to think of. */
function Related({ c, themes }: { c: Context<Env>; themes: Theme[] }) {
  const { language, place } = c.var;
  const known = themes.map(({ slug }) => slug);
  const others = [...new Set(themes.flatMap(({ related }) => related))]
    .filter((slug) => !known.includes(slug))
    .slice(0, mostRelated)
    .flatMap((slug) => findTheme(slug) ?? []);
  if (others.length === 0) return null;
  return (
    <>
      <p>{texts[language].mayBe.related}</p>
      <ul>
        {others.map(({ slug, text }) => (
          <li>
            <a href={publicPath(place, `onderwerp/${slug}`)}>{text[language].title}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
