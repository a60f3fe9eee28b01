import type { Context, Handler } from "hono";
import { z } from "zod";
import type { Translated } from "../../../kernel/language.ts";
import { findGraph, type GraphQuestion, walk } from "../../../modules/recognition/index.ts";
import { parseForm } from "../../form.ts";
import { publicPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Button, Buttons } from "../../ui/button.tsx";
import { CheckboxGroup, RadioGroup } from "../../ui/choice.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";
import type { Refused } from "../../ui/refused.ts";
import { Lead } from "../../ui/text.tsx";
import { CallMe } from "../frame/call-me.tsx";
import { Frame } from "../frame/frame.tsx";
import { en } from "./en.ts";
import { forgetAnswered, type Kept, keepAnswered, readAnswered } from "./kept-answers.ts";
import { nl, type QuestionsText } from "./nl.ts";
import { OutcomePage } from "./outcome.tsx";

const texts: Translated<QuestionsText> = { nl, en };

const Answered = z.object({
  vraag: z.string().max(60).default(""),
  antwoord: z.array(z.string().max(60)).max(20),
  terug: z.string().optional(),
  opnieuw: z.string().optional(),
});

/** The graph of this address in the version somebody began with, and what they answered so far. */
function asked(c: Context<Env>) {
  const id = c.req.param("slug") ?? "";
  const kept = readAnswered(c);
  const begun = kept?.graph === id ? kept : undefined;
  const graph = findGraph(id, begun?.version) ?? findGraph(id);
  if (graph === undefined) return undefined;
  const answers = begun?.version === graph.version ? begun.answers : {};
  return { graph, answers, walked: walk(graph, answers) };
}
type Asked = NonNullable<ReturnType<typeof asked>>;

/** Questions as a lawyer asks them, one on a page, until it is known what to do and with whom. */
export const questionsPage: Handler<Env> = (c) => {
  const found = asked(c);
  return found === undefined ? c.notFound() : show(c, found);
};

export const answerForm: Handler<Env> = async (c) => {
  const found = asked(c);
  if (found === undefined) return c.notFound();
  const { graph, answers, walked } = found;
  const here = publicPath(c.var.place, `vragen/${graph.id}`);
  const form = await parseForm(c, Answered, {}, ["antwoord"]);
  if (!form.ok) return c.redirect(here, 303);
  const keep = (changed: Kept["answers"]) =>
    keepAnswered(c, { graph: graph.id, version: graph.version, answers: changed });
  if (form.value.opnieuw !== undefined) {
    forgetAnswered(c);
    return c.redirect(here, 303);
  }
  if (form.value.terug !== undefined) {
    const last = walked.answered.at(-1)?.id;
    keep(Object.fromEntries(Object.entries(answers).filter(([id]) => id !== last)));
    return c.redirect(here, 303);
  }
  const { next } = walked;
  // Pressed twice, or an old page: it was answered, and the next question stands there.
  if (next === undefined || next.id !== form.value.vraag) return c.redirect(here, 303);
  const chosen = form.value.antwoord.filter((choice) => Object.hasOwn(next.choices, choice));
  const few = next.several ? chosen : chosen.slice(0, 1);
  if (few.length === 0) return show(c, found, form.refuse("antwoord", texts[c.var.language].problems.answerMissing));
  keep({ ...answers, [next.id]: few });
  return c.redirect(here, 303);
};

function show(c: Context<Env>, { graph, walked }: Asked, refused?: Refused) {
  const { next } = walked;
  return next === undefined
    ? c.html(<OutcomePage c={c} graph={graph} walked={walked} />)
    : c.html(
        <QuestionPage c={c} asked={{ graph, walked }} next={next} refused={refused} />,
        refused === undefined ? 200 : 400,
      );
}

type QuestionProps = {
  c: Context<Env>;
  asked: Pick<Asked, "graph" | "walked">;
  next: GraphQuestion;
  refused: Refused | undefined;
};

function QuestionPage({ c, asked: { graph, walked }, next, refused }: QuestionProps) {
  const { language, place } = c.var;
  const text = texts[language];
  const group = {
    language,
    refused,
    name: "antwoord",
    legend: next.ask[language],
    legendLevel: 2 as const,
    hint: next.help?.[language] ?? (next.several ? text.several : undefined),
    options: Object.entries(next.choices).map(([value, { say }]) => ({ value, label: say[language] })),
  };
  return (
    <Frame c={c} title={graph.title[language]} sensitive unlisted refused={refused !== undefined}>
      <ErrorSummary language={language} refused={refused} />
      <h1>{graph.title[language]}</h1>
      {walked.answered.length === 0 && <Lead>{text.lead}</Lead>}
      <Form action={publicPath(place, `vragen/${graph.id}`)} hidden={{ vraag: next.id }}>
        <p>{text.step(walked.answered.length + 1)}</p>
        {next.several ? <CheckboxGroup {...group} /> : <RadioGroup {...group} />}
        <Buttons>
          <Button>{text.next}</Button>
          {walked.answered.length > 0 && (
            <Button look="secondary" name="terug" value="ja">
              {text.back}
            </Button>
          )}
        </Buttons>
      </Form>
      <p>{text.stopped}</p>
      <CallMe c={c} look="secondary" about={{ theme: graph.theme }}>
        {text.callMe}
      </CallMe>
    </Frame>
  );
}
