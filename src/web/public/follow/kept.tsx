import type { Context } from "hono";
import { sayDate, sayMonths } from "../../../kernel/day.ts";
import type { OwnQuestion } from "../../../modules/contact/index.ts";
import type { Env } from "../../surroundings.ts";
import { Details } from "../../ui/details.tsx";
import { followTexts } from "./page.tsx";

/** Until when the own question is kept. Why it stays longer is not told here: somebody may read along. */
export function KeptUntil({ c, question: { file, retention } }: { c: Context<Env>; question: OwnQuestion }) {
  const { language } = c.var;
  const text = followTexts[language];
  const rule = retention.kind === "open" ? "hulpvraag" : retention.rule;
  const term = retention.terms[rule];
  const months = sayMonths(term.months, language);
  return (
    <>
      <p>
        {retention.kind === "open" && (file.hold === null ? text.keptOpen(months) : text.keptLonger)}
        {retention.kind === "kept" && text.keptUntil(sayDate(retention.goesOn, language))}
        {retention.kind === "due" && text.keptTonight}
        {retention.kind === "held" && text.keptLonger}
      </p>
      <Details language={language}>
        <p>{text.howKept(retention.names[rule][language], months, term.article)}</p>
      </Details>
    </>
  );
}
