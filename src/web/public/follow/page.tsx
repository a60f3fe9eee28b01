import type { Context, Handler } from "hono";
import { z } from "zod";
import { as } from "../../../kernel/context.ts";
import type { Translated } from "../../../kernel/language.ts";
import { proofOfTyped } from "../../../modules/access/index.ts";
import {
  addOwnWord,
  cancelOwnQuestion,
  changeOwnDayparts,
  findOwnQuestion,
  type OwnQuestion,
  sayPhone,
} from "../../../modules/contact/index.ts";
import { dayparts, openDayparts } from "../../../modules/directory/index.ts";
import { parseForm } from "../../form.ts";
import { publicPath, withQuery } from "../../place.ts";
import { dropSealed, readSealed, setSealed } from "../../sealed-cookie.ts";
import type { Env } from "../../surroundings.ts";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { CheckboxGroup } from "../../ui/choice.tsx";
import { PhoneLink } from "../../ui/contact.tsx";
import { Details } from "../../ui/details.tsx";
import { Field } from "../../ui/field.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { Refused } from "../../ui/refused.ts";
import { Spoor, Station } from "../../ui/spoor.tsx";
import { Lead } from "../../ui/text.tsx";
import { sharedWords } from "../../words/words.ts";
import { forgetAnswers } from "../callback/draft.ts";
import { Frame } from "../frame/frame.tsx";
import { en } from "./en.ts";
import { type FollowText, nl } from "./nl.ts";

const texts: Translated<FollowText> = { nl, en };

const proofCookie = "vraag";
/** After this the code is asked again: somebody else may sit at the same computer. */
const openMinutes = 20;
const SealedProof = z.object({ municipality: z.string(), proof: z.string() });

const Code = z.object({ code: z.string().max(40).default(""), digits: z.string().max(20).default("") });

/** The world of whoever has shown a code in this browser, in this municipality. */
function ctxOfCode(c: Context<Env>) {
  const sealed = readSealed(c, proofCookie, SealedProof);
  return sealed?.municipality === c.var.place.municipality.id
    ? as(c.var.ctx, { kind: "code", proof: sealed.proof })
    : undefined;
}

export const followPage: Handler<Env> = (c) => {
  const left = c.req.query("klaar") === "weg";
  return c.html(<CodeForm c={c} left={left} />);
};

/** A code that opens nothing and one that does take the same steps; only the answer differs. */
export const openFollow: Handler<Env> = async (c) => {
  const { app, place, ctx, language } = c.var;
  const form = await parseForm(c, Code, {});
  const typed = form.ok ? form.value : { code: "", digits: "" };
  const { problems } = texts[language];
  const missing = {
    ...(typed.code.trim() === "" ? { code: problems.codeMissing } : {}),
    ...(typed.digits.trim() === "" ? { digits: problems.digitsMissing } : {}),
  };
  if (Object.keys(missing).length > 0)
    return c.html(<CodeForm c={c} refused={{ values: typed, errors: missing }} />, 400);
  const proof = proofOfTyped(app.secret, typed.code, typed.digits);
  const question = await findOwnQuestion(as(ctx, { kind: "code", proof }));
  if (question === undefined) {
    const refused = { values: typed, errors: { code: problems.unknown } };
    return c.html(<CodeForm c={c} refused={refused} />, 400);
  }
  setSealed(c, proofCookie, { municipality: place.municipality.id, proof }, openMinutes);
  return c.redirect(publicPath(place, "volg/vraag"), 303);
};

/** Leaves the question and the confirmation: nothing can be seen on this device any more. */
export const leaveFollow: Handler<Env> = (c) => {
  forget(c);
  return c.redirect(withQuery(publicPath(c.var.place, "volg"), { klaar: "weg" }), 303);
};

/** The quick exit: forgets everything of a question, then goes to a harmless page. Works without script. */
export const leaveSite: Handler<Env> = (c) => {
  forget(c);
  c.header("Clear-Site-Data", '"cache"');
  return c.redirect(c.var.app.config.quickExitUrl, 303);
};

function forget(c: Context<Env>): void {
  dropSealed(c, proofCookie);
  forgetAnswers(c);
}

function CodeForm({ c, refused, left = false }: { c: Context<Env>; refused?: Refused; left?: boolean }) {
  const { language, place } = c.var;
  const text = texts[language];
  return (
    <Frame c={c} title={text.title} refused={refused !== undefined} unlisted>
      <ErrorSummary language={language} refused={refused} />
      {left && <Notice kind="success">{text.left}</Notice>}
      <h1>{text.title}</h1>
      <Lead>{text.lead}</Lead>
      <Form action={publicPath(place, "volg")}>
        <Field
          language={language}
          refused={refused}
          name="code"
          label={text.code}
          hint={text.codeHint}
          width="medium"
          autocomplete="off"
          spellcheck={false}
          dir="ltr"
        />
        <Field
          language={language}
          refused={refused}
          name="digits"
          label={text.digits}
          inputmode="numeric"
          width="short"
          maxlength={4}
          autocomplete="off"
          dir="ltr"
        />
        <Button>{text.open}</Button>
      </Form>
      <p>{text.lost}</p>
    </Frame>
  );
}

/** How the question stands. When the code was shown too long ago, it is asked again. */
export const questionPage: Handler<Env> = async (c) => {
  const ctx = ctxOfCode(c);
  const question = ctx && (await findOwnQuestion(ctx));
  if (question === undefined) return c.redirect(publicPath(c.var.place, "volg"), 303);
  return c.html(<QuestionPage c={c} question={question} />);
};

const changes = ["dayparts", "word", "cancel"] as const;
const Change = z.object({
  change: z.enum(changes),
  dayparts: z.array(z.enum(dayparts)),
  word: z.string().trim().max(1000, { error: "wordTooLong" }).default(""),
});

export const changeQuestion: Handler<Env> = async (c) => {
  const { language, place } = c.var;
  const text = texts[language];
  const ctx = ctxOfCode(c);
  if (ctx === undefined) return c.redirect(publicPath(place, "volg"), 303);
  const form = await parseForm(c, Change, sharedWords[language].problems, ["dayparts"]);
  const refuse = async (refused: Refused) => {
    const question = await findOwnQuestion(ctx);
    return question === undefined
      ? c.redirect(publicPath(place, "volg"), 303)
      : c.html(<QuestionPage c={c} question={question} refused={refused} />, 400);
  };
  if (!form.ok) return refuse(form.refused);
  const { change, dayparts: parts, word } = form.value;
  if (change === "dayparts" && parts.length === 0) return refuse(form.refuse("dayparts", text.daypartMissing));
  if (change === "word" && word === "") return refuse(form.refuse("word", text.wordMissing));
  const outcome =
    change === "cancel"
      ? await cancelOwnQuestion(ctx)
      : change === "word"
        ? await addOwnWord(ctx, word)
        : await changeOwnDayparts(ctx, parts);
  if (typeof outcome === "object") return refuse(form.refuse("dayparts", sharedWords[language].problems.daypartClosed));
  if (outcome === "tooLate") return refuse(form.refuse(change, text.tooLate));
  const done = { dayparts: "bewaard", word: "toegevoegd", cancel: "gestopt" }[change];
  return c.redirect(
    withQuery(publicPath(place, "volg/vraag"), { klaar: outcome === undefined ? undefined : done }),
    303,
  );
};

function QuestionPage({ c, question, refused }: { c: Context<Env>; question: OwnQuestion; refused?: Refused }) {
  const { language, place } = c.var;
  const text = texts[language];
  const { callback, promise, team, words } = question;
  // Somebody else may read along: of a call that was not safe nothing is told, nor that we will call again.
  const isSafe = question.attempts.every((attempt) => attempt.outcome !== "not-safe");
  const attempts = isSafe ? question.attempts : [];
  const number = sayPhone(team.callingNumber);
  const done = doneOf(text, c.req.query("klaar"));
  return (
    <Frame c={c} title={text.whereTitle} refused={refused !== undefined} sensitive unlisted>
      <ErrorSummary language={language} refused={refused} />
      {done !== undefined && <Notice kind="success">{done}</Notice>}
      <h1>{text.whereTitle}</h1>
      {isSafe && callback.status === "waiting" && question.broken > 0 && promise?.state === "open" && (
        <Notice kind="danger" heading={text.brokenTitle}>
          <p>{text.broken(promise.dueAt, number)}</p>
        </Notice>
      )}
      <Spoor>
        <Station kind="done" words={text.asked(callback.requestedAt)} />
        {callback.status === "waiting" && attempts.length === 0 && (
          <Station kind="done" words={question.taken ? text.taken : text.waiting} />
        )}
        {attempts.map((attempt) => (
          <Station kind="done" words={text.attempt[attempt.outcome](attempt.at)} />
        ))}
        {isSafe && callback.status === "waiting" && promise?.state === "open" && (
          <Station kind="current" words={text.promise(promise.dueAt)}>
            <p>{promise.pause === null ? text.number(number) : text.paused}</p>
          </Station>
        )}
        {callback.status === "closed" && <Station kind="done" words={text.closed} />}
        {callback.status === "cancelled" && <Station kind="done" words={text.cancelled} />}
      </Spoor>
      <Buttons>
        <PhoneLink look="secondary" number={number} />
      </Buttons>
      {words.length > 0 && (
        <>
          <h2>{text.yourWords}</h2>
          {words.map((word) => (
            <p dir="auto">{word.text}</p>
          ))}
        </>
      )}
      {callback.status === "waiting" ? (
        <Changes c={c} question={question} {...(refused === undefined ? {} : { refused })} />
      ) : (
        <p>
          {text.askAgain}{" "}
          <LinkButton look="secondary" href={publicPath(place, "bel-mij-terug")}>
            {text.callMe}
          </LinkButton>
        </p>
      )}
      <Form action={publicPath(place, "volg/weg")}>
        <Button look="secondary">{text.leave}</Button>
      </Form>
    </Frame>
  );
}

const doneOf = (text: FollowText, key: string | undefined): string | undefined =>
  key === "bewaard" || key === "toegevoegd" || key === "gestopt" ? text.done[key] : undefined;

function Changes({ c, question, refused }: { c: Context<Env>; question: OwnQuestion; refused?: Refused }) {
  const { language, place } = c.var;
  const text = texts[language];
  const action = publicPath(place, "volg/vraag");
  const open = (field: string) => refused?.errors[field] !== undefined;
  return (
    <>
      <h2>{text.change}</h2>
      <Details language={language} summary={text.dayparts} open={open("dayparts")}>
        <Form action={action} hidden={{ change: "dayparts" }}>
          <CheckboxGroup
            language={language}
            refused={refused}
            name="dayparts"
            legend={text.dayparts}
            values={question.callback.dayparts}
            options={openDayparts(question.team).map((part) => ({
              value: part,
              label: sharedWords[language].dayparts[part],
            }))}
          />
          <Button look="secondary">{text.saveDayparts}</Button>
        </Form>
      </Details>
      <Details language={language} summary={text.word} open={open("word")}>
        <Form action={action} hidden={{ change: "word" }}>
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
