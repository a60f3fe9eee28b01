import type { Context, Handler } from "hono";
import { findOwnQuestion, type OwnQuestion, sayPhone } from "../../../modules/contact/index.ts";
import { publicPath, uses } from "../../place.ts";
import { type OwnChange, takeSaid } from "../../said.ts";
import type { Env } from "../../surroundings.ts";
import { Button, Buttons } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { PhoneLink } from "../../ui/contact.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { fieldId, type Refused, typedValue } from "../../ui/refused.ts";
import { Spoor, Station } from "../../ui/spoor.tsx";
import { sharedWords } from "../../words/words.ts";
import { callbackTexts } from "../callback/fields.tsx";
import { CallMe } from "../frame/call-me.tsx";
import { Frame } from "../frame/frame.tsx";
import { OwnDataLinks } from "../own-data/links.tsx";
import { Changes } from "./changes.tsx";
import { KeptUntil } from "./kept.tsx";
import { ctxOfCode, followTexts } from "./page.tsx";

/** How the question stands. When the code was shown too long ago, it is asked again. */
export const questionPage: Handler<Env> = (c) => showQuestion(c);

/** The page of the resident's own question; with `refused`, after a change on it was refused. */
export async function showQuestion(c: Context<Env>, refused?: Refused): Promise<Response> {
  const ctx = ctxOfCode(c);
  const question = ctx && (await findOwnQuestion(ctx));
  if (question === undefined) return c.redirect(publicPath(c.var.place, "volg"), 303);
  const said = takeSaid(c);
  const changed = said?.what === "changed" ? said.change : undefined;
  return c.html(
    <QuestionPage c={c} question={question} changed={changed} refused={refused} />,
    refused === undefined ? 200 : 400,
  );
}

type QuestionProps = {
  c: Context<Env>;
  question: OwnQuestion;
  changed: OwnChange | undefined;
  refused: Refused | undefined;
};

function QuestionPage({ c, question, changed, refused }: QuestionProps) {
  const { language, place } = c.var;
  const text = followTexts[language];
  const { callback, promise, team, words } = question;
  const isSafe = isSafeToShow(question);
  const number = sayPhone(team.callingNumber);
  return (
    <Frame c={c} title={text.whereTitle} refused={refused !== undefined} sensitive unlisted>
      <ErrorSummary language={language} refused={refused} />
      {changed !== undefined && <Notice kind="success">{whatWasSaved(c, question, changed)}</Notice>}
      <h1>{text.whereTitle}</h1>
      {isSafe && callback.status === "waiting" && question.broken > 0 && promise?.state === "open" && (
        <Notice kind="danger" heading={text.brokenTitle}>
          <p>{text.broken(promise.dueAt, number)}</p>
        </Notice>
      )}
      <Progress c={c} question={question} />
      {callback.status !== "cancelled" && (
        <Buttons>
          <PhoneLink look="secondary" words={sharedWords[language].call} number={number} />
        </Buttons>
      )}
      {words.length > 0 && (
        <>
          <h2>{text.yourWords}</h2>
          {words.map((word) => (
            <p dir="auto">{word.text}</p>
          ))}
        </>
      )}
      {callback.status !== "waiting" && <Unsent c={c} typed={typedValue("word", "", refused)} />}
      {callback.status === "waiting" ? (
        <Changes c={c} question={question} refused={refused} />
      ) : (
        uses(place, "contact") && (
          <p>
            {text.askAgain}{" "}
            <CallMe c={c} look="secondary">
              {text.callMe}
            </CallMe>
          </p>
        )
      )}
      <KeptUntil c={c} question={question} />
      <p>
        <a href={publicPath(place, "volg/wie-keek")}>{text.whoLooked}</a>
      </p>
      <OwnDataLinks c={c} question={question} />
      <Form action={publicPath(place, "volg/weg")}>
        <Button look="secondary">{text.leave}</Button>
      </Form>
    </Frame>
  );
}

/** What was typed too late to be sent: never gone without a word. */
export function Unsent({ c, typed }: { c: Context<Env>; typed: string }) {
  const text = followTexts[c.var.language];
  if (typed.trim() === "") return null;
  return (
    <Card title={text.unsentTitle} level={2} id={fieldId("word")}>
      <p>{text.unsent}</p>
      <div class="rechtspoor-typed" dir="auto">
        {typed}
      </div>
    </Card>
  );
}

/** What holds from now on, in words: not only that it was saved. */
function whatWasSaved(c: Context<Env>, { callback, reach }: OwnQuestion, changed: OwnChange): string {
  const { language } = c.var;
  const { done } = followTexts[language];
  const { arranged } = callbackTexts[language];
  switch (changed) {
    case "bewaard":
      return done.bewaard(callback.dayparts.map((part) => sharedWords[language].dayparts[part]).join(", "));
    case "veilig":
      return done.veilig(`${arranged.mayLeaveMessage[reach.mayLeaveMessage]} ${arranged.maySayWho[reach.maySayWho]}`);
    default:
      return done[changed];
  }
}

/** The last call went to somebody else: without another number nobody can be called. */
export const asksForNumber = ({ callback, isWrongNumber }: OwnQuestion): boolean =>
  callback.status === "waiting" && isWrongNumber;

/** Somebody else may read along: of a call that was not safe nothing is told, nor that we will call again. */
const isSafeToShow = ({ reach }: OwnQuestion): boolean => reach.isSafe;

/** What happened so far, and what was promised, along the line. */
function Progress({ c, question }: Pick<QuestionProps, "c" | "question">) {
  const text = followTexts[c.var.language];
  const { callback, promise, team, taken } = question;
  const isSafe = isSafeToShow(question);
  const attempts = isSafe ? question.attempts : [];
  return (
    <Spoor>
      <Station kind="done" words={text.asked(callback.requestedAt)} />
      {callback.status === "waiting" && attempts.length === 0 && (
        <Station kind="done" words={taken ? text.taken : text.waiting} />
      )}
      {attempts.map((attempt) => (
        <Station kind="done" words={text.attempt[attempt.outcome](attempt.at)} />
      ))}
      {isSafe &&
        callback.status === "waiting" &&
        promise?.state === "open" &&
        (asksForNumber(question) ? (
          <Station kind="current" words={text.anotherNumber}>
            <p>{text.anotherNumberText(question.reach.lastFour, promise.dueAt)}</p>
          </Station>
        ) : (
          <Station kind="current" words={text.promise(promise.dueAt)}>
            <p>{promise.pause === null ? text.number(sayPhone(team.callingNumber)) : text.paused}</p>
          </Station>
        ))}
      {callback.status === "closed" && <Station kind="done" words={text.closed} />}
      {callback.status === "cancelled" && <Station kind="done" words={text.cancelled} />}
    </Spoor>
  );
}
