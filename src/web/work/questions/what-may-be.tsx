import type { Context } from "hono";
import { dayOf } from "../../../kernel/day.ts";
import { findTheme } from "../../../modules/directory/index.ts";
import { findGraphsOf, meanings, themeOf } from "../../../modules/recognition/index.ts";
import { workPath } from "../../place.ts";
import { readStory } from "../../public/answer/asked.ts";
import type { Env } from "../../surroundings.ts";
import { Card } from "../../ui/card.tsx";
import { texts } from "./texts.ts";

/** The legal and the social sides that recognition reads in what a colleague wrote, each with what to ask on. */
export function WhatMayBe({ c, words }: { c: Context<Env>; words: string }) {
  const { language, place } = c.var;
  const text = texts[language];
  const { issues, needs } = readStory(words, dayOf(c.var.ctx.now)).story;
  const graphs = findGraphsOf(issues.map(({ code }) => code));
  return (
    <section>
      <h2>{text.mayBe}</h2>
      <p>{issues.length + needs.length === 0 ? text.unsure : text.mayBeLead}</p>
      {issues.map(({ code, because }) => (
        <Card title={findTheme(themeOf(code))?.text[language].title}>
          {because.length > 0 && <p>{text.because(because.join(", "))}</p>}
          <p>
            {text.ask} {meanings().issues[code].ask[language]}
          </p>
          {graphs.get(code)?.map(({ id, title }) => (
            <p>
              <a href={workPath(place, `vragen/${id}`)}>{text.questions(title[language])}</a>
            </p>
          ))}
        </Card>
      ))}
      {needs.length > 0 && <p>{text.needs(needs.map(({ code }) => meanings().needs[code][language]).join(", "))}</p>}
    </section>
  );
}
