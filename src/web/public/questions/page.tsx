import type { Context, Handler } from "hono";
import type { Child } from "hono/jsx";
import type { Language, Translated } from "../../../kernel/language.ts";
import type { Walk } from "../../../modules/recognition/index.ts";
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
import { type Going, goingThrough, takeAnswer } from "./kept-answers.ts";
import { nl, type QuestionsText } from "./nl.ts";
import { OutcomePage } from "./outcome.tsx";

const texts: Translated<QuestionsText> = { nl, en };

/** Questions as a lawyer asks them, one on a page, until it is known what to do and with whom. */
export const questionsPage: Handler<Env> = (c) => {
  const going = goingThrough(c);
  return going === undefined ? c.notFound() : show(c, going);
};

export const answerForm: Handler<Env> = async (c) => {
  const going = goingThrough(c);
  if (going === undefined) return c.notFound();
  const to = await takeAnswer(c, going, publicPath(c.var.place, `vragen/${going.graph.id}`));
  return to === undefined ? show(c, going, nothingChosen(c.var.language)) : c.redirect(to, 303);
};

export const nothingChosen = (language: Language): Refused => ({
  values: {},
  errors: { antwoord: texts[language].problems.answerMissing },
});

function show(c: Context<Env>, going: Going, refused?: Refused) {
  const { graph, walked, current } = going;
  if (current === undefined) return c.html(<OutcomePage c={c} graph={graph} walked={walked} />);
  return c.html(<QuestionPage c={c} going={going} refused={refused} />, refused === undefined ? 200 : 400);
}

function QuestionPage({ c, going, refused }: { c: Context<Env>; going: Going; refused: Refused | undefined }) {
  const { graph, walked, current } = going;
  const { language, place } = c.var;
  const text = texts[language];
  return (
    <Frame c={c} title={graph.title[language]} sensitive unlisted refused={refused !== undefined}>
      <ErrorSummary language={language} refused={refused} />
      <h1>{graph.title[language]}</h1>
      {walked.answered.length === 0 && <Lead>{text.lead}</Lead>}
      <QuestionForm
        language={language}
        action={publicPath(place, `vragen/${graph.id}`)}
        going={going}
        ask={current?.ask[language]}
        refused={refused}
      />
      <p>{text.stopped}</p>
      <CallMe c={c} look="secondary" about={{ theme: graph.theme }}>
        {text.callMe}
      </CallMe>
    </Frame>
  );
}

type QuestionFormProps = {
  language: Language;
  action: string;
  going: Going;
  /** The question as this reader is asked it. */
  ask: Child;
  refused: Refused | undefined;
};

export function QuestionForm({ language, action, going, ask, refused }: QuestionFormProps) {
  const text = texts[language];
  const { current: next, answers } = going;
  if (next === undefined) return null;
  const { answered } = going.walked;
  const place = answered.findIndex(({ id }) => id === next.id);
  const at = place === -1 ? answered.length : place;
  const before = answers[next.id] ?? [];
  const group = {
    language,
    refused,
    name: "antwoord",
    legend: ask,
    legendLevel: 2 as const,
    hint: next.help?.[language] ?? (next.several ? text.several : undefined),
    options: Object.entries(next.choices).map(([value, { say }]) => ({ value, label: say[language] })),
  };
  return (
    <Form action={action} hidden={{ vraag: next.id }}>
      <p>{text.step(at + 1)}</p>
      {next.several ? <CheckboxGroup {...group} values={before} /> : <RadioGroup {...group} value={before[0]} />}
      <Buttons>
        <Button>{text.next}</Button>
        {at > 0 && <BackButton language={language} />}
      </Buttons>
    </Form>
  );
}

const BackButton = ({ language }: { language: Language }) => (
  <Button look="secondary" name="terug" value="ja">
    {texts[language].back}
  </Button>
);

/** What was answered, and the ways back: to the question before, or to the first. */
export function AnsweredList({ language, action, walked }: { language: Language; action: string; walked: Walk }) {
  const text = texts[language];
  return (
    <>
      <h2>{text.answered}</h2>
      <ul>
        {walked.chosen.map(({ question, says }) => (
          <li>
            {question.ask[language]} {says.map((say) => say[language]).join(" · ")}
          </li>
        ))}
      </ul>
      <Form action={action}>
        <Buttons>
          <BackButton language={language} />
          <Button look="secondary" name="opnieuw" value="ja">
            {text.again}
          </Button>
        </Buttons>
      </Form>
    </>
  );
}
