import type { Context, Handler } from "hono";
import type { Language } from "../../../kernel/language.ts";
import type { GraphOutcome } from "../../../modules/recognition/index.ts";
import { hasSite, workPath } from "../../place.ts";
import { goingThrough, takeAnswer } from "../../public/questions/kept-answers.ts";
import { Reviewed } from "../../public/questions/outcome.tsx";
import { AnsweredList, nothingChosen, QuestionForm } from "../../public/questions/page.tsx";
import type { Env } from "../../surroundings.ts";
import { LinkButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { ErrorSummary } from "../../ui/form.tsx";
import type { Refused } from "../../ui/refused.ts";
import { Spoor, Station } from "../../ui/spoor.tsx";
import { Lead } from "../../ui/text.tsx";
import { sharedWords } from "../../words/words.ts";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { texts } from "./texts.ts";

const goingAtWork = (c: Context<Env>) =>
  hasSite(c.var.place.municipality) ? goingThrough(c, c.var.atWork.person.personId) : undefined;

/** The same questions in a colleague's words, for whoever sits with a resident. */
export const workQuestionsPage: Handler<Env> = (c) => show(c);

export const workAnswerForm: Handler<Env> = async (c) => {
  const going = goingAtWork(c);
  if (going === undefined) return c.notFound();
  const to = await takeAnswer(c, going, workPath(c.var.place, `vragen/${going.graph.id}`));
  return to === undefined ? show(c, nothingChosen(c.var.language)) : c.redirect(to, 303);
};

async function show(c: Context<Env>, refused?: Refused) {
  const going = goingAtWork(c);
  if (going === undefined) return c.notFound();
  const { graph, walked, current } = going;
  const { language, place } = c.var;
  const text = texts[language];
  const action = workPath(place, `vragen/${graph.id}`);
  const isDone = current === undefined;
  const urgent = walked.outcomes.filter(({ urgency }) => urgency !== undefined);
  const other = walked.outcomes.filter(({ urgency }) => urgency === undefined);
  const page = (
    <WorkFrame
      c={c}
      title={graph.title[language]}
      section="find"
      counts={await navCounts(c)}
      refused={refused !== undefined}
    >
      <ErrorSummary language={language} refused={refused} />
      <h1>{graph.title[language]}</h1>
      {walked.answered.length === 0 && <Lead>{text.lead}</Lead>}
      <QuestionForm {...{ language, action, going, refused }} ask={current?.professional[language]} />
      {walked.outcomes.length > 0 && (
        <>
          <h2>{text.done}</h2>
          <Spoor>
            {urgent.length > 0 && (
              <Station kind="urgent" words={text.urgent} level={3}>
                <Outcomes outcomes={urgent} language={language} />
              </Station>
            )}
            {other.length > 0 && (
              <Station kind="now" words={text.after} level={3}>
                <Outcomes outcomes={other} language={language} />
              </Station>
            )}
          </Spoor>
        </>
      )}
      {isDone && (
        <>
          <LinkButton look="secondary" href={workPath(place, "hulp")}>
            {text.find}
          </LinkButton>
          <AnsweredList {...{ language, action, walked }} />
        </>
      )}
      <Reviewed graph={graph} language={language} />
    </WorkFrame>
  );
  return c.html(page, refused === undefined ? 200 : 400);
}

function Outcomes({ outcomes, language }: { outcomes: GraphOutcome[]; language: Language }) {
  const text = texts[language];
  return (
    <>
      {outcomes.map(({ professional, tell, functions }) => (
        <Card>
          <p>{professional[language]}</p>
          <p>
            {text.tell} {tell[language]}
          </p>
          <p>
            {text.help} {functions.map((name) => sharedWords[language].functions[name]).join(", ")}
          </p>
        </Card>
      ))}
    </>
  );
}
