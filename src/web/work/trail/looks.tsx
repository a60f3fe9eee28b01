import type { Context } from "hono";
import { type Look, readLimits } from "../../../modules/access/index.ts";
import { workPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Details } from "../../ui/details.tsx";
import { ScreenOnly } from "../../ui/paper.tsx";
import { texts } from "./texts.ts";

type Props = { c: Context<Env>; looks: Look[]; due: Map<string, Temporal.Instant> };

/** What stood out and waits for somebody to look, then what was looked at; and when reading stands out. On paper the trail is asked for. */
export function Looks({ c, looks, due }: Props) {
  const { language, place } = c.var;
  const text = texts[language];
  const limits = readLimits();
  const waiting = looks.filter(({ judged }) => judged === null);
  const done = looks.flatMap((look) => (look.judged === null ? [] : [{ look, judged: look.judged }]));
  const link = ({ id, reason, personName, day }: Look) => (
    <a href={workPath(place, `inzage/te-bekijken/${id}`)}>
      {text.look(reason, limits, personName ?? text.noName, day)}
    </a>
  );
  return (
    <ScreenOnly>
      <h2>{text.looks}</h2>
      <p>{waiting.length === 0 ? text.noLooks : text.looksLead}</p>
      {waiting.length > 0 && (
        <ul>
          {waiting.map((look) => {
            const moment = due.get(look.id);
            return (
              <li>
                {link(look)}
                {moment !== undefined && ` (${text.due(moment)})`}
              </li>
            );
          })}
        </ul>
      )}
      {done.length > 0 && (
        <Details language={language} summary={text.lookedAt}>
          <ul>
            {done.map(({ look, judged }) => (
              <li>
                {link(look)} ({text.judgedOn(judged.at)}: {text.outcomes[judged.outcome]})
              </li>
            ))}
          </ul>
        </Details>
      )}
      <Details language={language} summary={text.how}>
        <ul>
          {text.rules(limits).map((rule) => (
            <li>{rule}</li>
          ))}
        </ul>
      </Details>
    </ScreenOnly>
  );
}
