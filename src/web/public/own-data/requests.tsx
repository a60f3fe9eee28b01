import type { Context } from "hono";
import { dayOf, sayDate, sayDay } from "../../../kernel/day.ts";
import { copyUntil, isAnswered, isOpen, isReleased, type PrivacyRequest } from "../../../modules/casework/index.ts";
import { type AnswerFacts, answerWords, type OwnQuestion, rightsWords } from "../../../modules/contact/index.ts";
import { publicPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Details } from "../../ui/details.tsx";
import { Form } from "../../ui/form.tsx";
import { texts } from "./texts.ts";

type Props = { c: Context<Env>; question: OwnQuestion };

/** What was asked, by when we answer, and the answer. Newest first. */
export function OwnRequests({ c, question }: Props) {
  return (
    <>
      {question.requests.toReversed().map((request) => (
        <OwnRequest c={c} question={question} request={request} />
      ))}
    </>
  );
}

function OwnRequest({ c, question, request }: Props & { request: PrivacyRequest }) {
  const { language, place, ctx } = c.var;
  const text = texts[language];
  const words = rightsWords(language);
  const until = copyUntil(request);
  const hasCopy = isReleased(request, ctx.now);
  // Somebody else may read along: then an answer is spoken.
  const { isSafe } = question.reach;
  return (
    <Card level={3} title={text.asked(words.asked[request.kind], sayDate(dayOf(request.askedAt), language))}>
      <p>
        {isAnswered(request) && !isSafe
          ? text.answerBySpeaking
          : text.states[request.state](sayDay(request.answerBy, language, dayOf(ctx.now)))}
        {request.state === "extended" && request.extension !== null && ` ${words.extended[request.extension.reason]}`}
      </p>
      {isAnswered(request) && isSafe && (
        <Details language={language} summary={text.answer} open={!hasCopy}>
          <AnswerText
            c={c}
            facts={{ request, organisation: question.team.organisation.name, controller: question.controller }}
          />
        </Details>
      )}
      {hasCopy && until !== undefined && isSafe && (
        <>
          <p>{text.toCopyUntil(sayDate(dayOf(until), language))}</p>
          <Buttons>
            <LinkButton look="secondary" href={publicPath(place, "volg/mijn-gegevens")}>
              {text.toCopy}
            </LinkButton>
          </Buttons>
        </>
      )}
      {isOpen(request) && (
        <Details language={language} summary={text.withdraw}>
          <Form action={publicPath(place, "volg/gegevens/intrekken")} hidden={{ request: request.id }}>
            <Button look="secondary">{text.withdrawSend}</Button>
          </Form>
        </Details>
      )}
    </Card>
  );
}

/** The fixed words, with those of whoever decided between them. */
export function AnswerText({ c, facts }: { c: Context<Env>; facts: AnswerFacts }) {
  const { decision, afterwards } = answerWords(c.var.language, facts);
  return (
    <>
      {decision.map((words) => (
        <p>{words}</p>
      ))}
      <p class="rechtspoor-typed" dir="auto">
        {facts.request.answer}
      </p>
      {afterwards.map((words) => (
        <p>{words}</p>
      ))}
    </>
  );
}
