import type { Context, Handler } from "hono";
import { z } from "zod";
import { isProvenByMail } from "../../../modules/access/index.ts";
import { answers } from "../../../modules/casework/index.ts";
import {
  addOwnWord,
  cancelOwnQuestion,
  changeOwnDayparts,
  changeOwnPhone,
  changeOwnSafety,
  findOwnQuestion,
  type OwnQuestion,
  readPhone,
} from "../../../modules/contact/index.ts";
import { dayparts, openDayparts } from "../../../modules/directory/index.ts";
import { FormKey, parseForm } from "../../form.ts";
import { publicPath } from "../../place.ts";
import { type OwnChange, thenSay } from "../../said.ts";
import type { Env } from "../../surroundings.ts";
import { Button } from "../../ui/button.tsx";
import { Details } from "../../ui/details.tsx";
import { Field } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PhoneField } from "../../ui/phone-field.tsx";
import { type Refused, typedValue } from "../../ui/refused.ts";
import { SummaryList } from "../../ui/summary-list.tsx";
import { sharedWords } from "../../words/words.ts";
import { callbackTexts, DaypartQuestion } from "../callback/fields.tsx";
import { SafetyQuestions } from "../callback/person-fields.tsx";
import { CodeForm, ctxOfCode, followTexts, keepProof } from "./page.tsx";
import { asksForNumber, showQuestion, Unsent } from "./question.tsx";

const answered = z.enum(answers).catch("unknown");

const Change = z.object({
  change: z.enum(["dayparts", "word", "phone", "safety", "cancel"]),
  dayparts: z.array(z.enum(dayparts)),
  word: z.string().trim().max(1000, { error: "wordTooLong" }).default(""),
  formKey: FormKey,
  phone: z.string().default(""),
  mayLeaveMessage: answered,
  maySayWho: answered,
});

/** What a resident changes in their own question, one thing at a time. */
export const changeQuestion: Handler<Env> = async (c) => {
  const { app, language, place } = c.var;
  const text = followTexts[language];
  const { problems } = sharedWords[language];
  const ctx = ctxOfCode(c);
  const form = await parseForm(c, Change, problems, ["dayparts"]);
  if (ctx === undefined || (await findOwnQuestion(ctx)) === undefined)
    return askCodeAgain(c, (form.ok ? form : form.refused).values);
  if (!form.ok) return showQuestion(c, form.refused);
  const { change, dayparts: parts, word, formKey, phone, mayLeaveMessage, maySayWho } = form.value;
  const done = async (outcome: unknown, said: OwnChange) => {
    if (outcome === "tooLate") {
      const status = (await findOwnQuestion(ctx))?.callback.status;
      return showQuestion(c, form.refuse(change, status === "cancelled" ? text.tooLateStopped : text.tooLate));
    }
    const page = publicPath(place, "volg/vraag");
    return outcome === undefined ? c.redirect(page, 303) : thenSay(c, page, { what: "changed", change: said });
  };
  switch (change) {
    case "dayparts": {
      if (parts.length === 0) return showQuestion(c, form.refuse("dayparts", text.daypartMissing));
      const outcome = await changeOwnDayparts(ctx, parts);
      if (typeof outcome === "object") return showQuestion(c, form.refuse("dayparts", problems.daypartClosed));
      return done(outcome, "bewaard");
    }
    case "word":
      if (word === "") return showQuestion(c, form.refuse("word", text.wordMissing));
      return done(await addOwnWord(ctx, word, formKey), "toegevoegd");
    case "phone": {
      const read = readPhone(phone, app.config.mode !== "production");
      if (!read.ok) return showQuestion(c, form.refuse("phone", problems[read.problem]));
      const outcome = await changeOwnPhone(ctx, read.phone, app.secret);
      if (typeof outcome === "object") keepProof(c, { proof: outcome.proof, byMail: isProvenByMail(ctx) });
      return done(outcome, "nummer");
    }
    case "safety":
      return done(await changeOwnSafety(ctx, { mayLeaveMessage, maySayWho }), "veilig");
    case "cancel":
      return done(await cancelOwnQuestion(ctx), "gestopt");
  }
};

/** The code was shown too long ago, or holds no more: what they typed is shown, because it was not sent. */
function askCodeAgain(c: Context<Env>, values: Refused["values"]): Response | Promise<Response> {
  const typed = typedValue("word", "", { values, errors: {} });
  if (typed.trim() === "") return c.redirect(publicPath(c.var.place, "volg"), 303);
  return c.html(
    <CodeForm c={c}>
      <Notice kind="warning">{followTexts[c.var.language].openTooLong}</Notice>
      <Unsent c={c} typed={typed} />
    </CodeForm>,
    400,
  );
}

type ChangesProps = { c: Context<Env>; question: OwnQuestion; refused: Refused | undefined };

export function Changes({ c, question, refused }: ChangesProps) {
  const { language, place } = c.var;
  const text = followTexts[language];
  const action = publicPath(place, "volg/vraag");
  const open = (field: string) => refused?.errors[field] !== undefined;
  const { reach, callback, team } = question;
  const questions = callbackTexts[language];
  /** What we do now, also when nothing was chosen: an empty question does not say that. */
  const now = (what: keyof typeof questions.arranged): string =>
    [questions.arranged[what][reach[what]], ...(reach[what] === "unknown" ? [text.notChosenYet] : [])].join(" ");
  return (
    <>
      <h2>{text.nowTitle}</h2>
      <SummaryList
        language={language}
        items={[
          { term: text.nowPhone, value: text.nowPhoneEnds(reach.lastFour) },
          {
            term: text.nowTimes,
            value: callback.dayparts.map((part) => sharedWords[language].dayparts[part]).join(", "),
          },
          { term: text.nowSafety, value: `${now("mayLeaveMessage")} ${now("maySayWho")}` },
        ]}
      />
      <h2>{text.change}</h2>
      <Details language={language} summary={text.dayparts} open={open("dayparts")}>
        <Form action={action} hidden={{ change: "dayparts" }}>
          <DaypartQuestion
            language={language}
            refused={refused}
            text={{ dayparts: text.dayparts }}
            open={openDayparts(team)}
            given={callback.dayparts}
          />
          <Button look="secondary">{text.saveDayparts}</Button>
        </Form>
      </Details>
      <Details language={language} summary={text.phone} open={open("phone") || asksForNumber(question)}>
        <Form action={action} hidden={{ change: "phone" }}>
          <p>{text.phoneNow(reach.lastFour)}</p>
          <PhoneField language={language} refused={refused} label={text.phoneNew} hint={text.phoneHint} />
          <Button look="secondary">{text.savePhone}</Button>
        </Form>
      </Details>
      <Details language={language} summary={text.safety} open={open("safety")}>
        <Form action={action} hidden={{ change: "safety" }}>
          <SafetyQuestions
            language={language}
            refused={refused}
            text={{ ...questions, mayLeaveMessageHint: now("mayLeaveMessage"), maySayWhoHint: now("maySayWho") }}
            given={reach}
          />
          <Button look="secondary">{text.saveSafety}</Button>
        </Form>
      </Details>
      <Details language={language} summary={text.word} open={open("word")}>
        <Form action={action} hidden={{ change: "word", formKey: crypto.randomUUID() }}>
          <Field
            language={language}
            refused={refused}
            name="word"
            type="textarea"
            rows={3}
            label={text.word}
            hint={text.wordHint}
          />
          <Button look="secondary">{text.saveWord}</Button>
        </Form>
      </Details>
      <Details language={language} summary={text.cancel} open={open("cancel")}>
        <Form action={action} hidden={{ change: "cancel" }}>
          <p>{text.cancelText}</p>
          <Button look="danger">{text.cancelSure}</Button>
        </Form>
      </Details>
    </>
  );
}
