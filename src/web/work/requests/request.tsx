import type { Context, Handler } from "hono";
import { z } from "zod";
import { dayOf, sayDate, sayDay } from "../../../kernel/day.ts";
import { askedArticles, isAnswered, isOpen, mayExtend } from "../../../modules/casework/index.ts";
import { openRequestPage, type RequestPage } from "../../../modules/contact/index.ts";
import { workPath } from "../../place.ts";
import { AnswerText } from "../../public/own-data/requests.tsx";
import { takeSaid } from "../../said.ts";
import type { Env } from "../../surroundings.ts";
import { Buttons, LinkButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Details } from "../../ui/details.tsx";
import { ErrorSummary } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { Refused } from "../../ui/refused.ts";
import { SummaryList } from "../../ui/summary-list.tsx";
import { Small } from "../../ui/text.tsx";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { AnswerForm, ExtendForm, WithdrawForm } from "./answer.tsx";
import { ReviewForm } from "./review.tsx";
import { texts } from "./texts.ts";

export const requestPage: Handler<Env> = (c) => showRequest(c);

/** One request: what was asked, by when, looking through it, and the answer. `refused`: after a form on it was refused. */
export async function showRequest(c: Context<Env>, refused?: Refused): Promise<Response> {
  const id = z.uuid().safeParse(c.req.param("id"));
  const page = id.success ? await openRequestPage(c.var.ctx, id.data) : undefined;
  if (page === undefined) return c.notFound();
  return c.html(
    <RequestView c={c} page={page} refused={refused} counts={await navCounts(c)} />,
    refused === undefined ? 200 : 400,
  );
}

/**
 * Only the form that was sent shows what was typed in it. The others show what is stored: else a line that was left out would stand
 * there as if it were not, and go out after the next press.
 */
const refusedIn = (refused: Refused | undefined, field: "seen" | "answer"): Refused | undefined =>
  refused?.values[field] === undefined ? undefined : refused;

type Props = { c: Context<Env>; page: RequestPage; refused: Refused | undefined };

function RequestView({ c, page, refused, counts }: Props & { counts: Awaited<ReturnType<typeof navCounts>> }) {
  const { language, place, ctx } = c.var;
  const text = texts[language];
  const { request, resident } = page;
  const said = takeSaid(c);
  const open = isOpen(request);
  return (
    <WorkFrame c={c} title={text.title} section="requests" counts={counts} refused={refused !== undefined}>
      <ErrorSummary language={language} refused={refused} />
      {said?.what === "request" && (
        <Notice kind={said.came === "settled" ? "warning" : "success"}>{text.said[said.came]}</Notice>
      )}
      <h1>
        {text.kinds[request.kind]}: <bdi>{resident.name === "" ? text.noName : resident.name}</bdi>
      </h1>
      {!open && <Unsent c={c} page={page} refused={refused} />}
      <Facts c={c} page={page} />
      {open && request.kind === "access" && <ReviewForm c={c} page={page} refused={refusedIn(refused, "seen")} />}
      {request.kind === "access" && request.state !== "refused" && request.state !== "withdrawn" && (
        <Buttons>
          <LinkButton look="secondary" href={workPath(place, `verzoeken/${request.id}/kopie`)}>
            {open ? text.toCopy : text.toCopyDone}
          </LinkButton>
        </Buttons>
      )}
      {open && page.mayAnswer && <Answering c={c} page={page} refused={refusedIn(refused, "answer")} />}
      {open && !page.mayAnswer && (
        <Notice>{request.kind === "access" ? text.onlyLeadAfterReview : text.onlyLead}</Notice>
      )}
      {isAnswered(request) && (
        <Card level={2} title={text.given}>
          <AnswerText
            c={c}
            facts={{ request, organisation: page.team.organisation.name, controller: page.controller }}
          />
        </Card>
      )}
      {page.mayAnswer && mayExtend(request, dayOf(ctx.now)) && <ExtendForm c={c} page={page} refused={refused} />}
      {open && <WithdrawForm c={c} page={page} />}
    </WorkFrame>
  );
}

/** A copy is looked through before it is answered: an answer that is typed first would be lost with the press that says so. */
function Answering({ c, page, refused }: Props) {
  const { language } = c.var;
  if (page.request.kind !== "access" || page.reviewed || refused !== undefined)
    return <AnswerForm c={c} page={page} refused={refused} />;
  return (
    <Details language={language} summary={texts[language].refuseWithoutReview}>
      <AnswerForm c={c} page={page} refused={refused} />
    </Details>
  );
}

/** Somebody else was first, or the resident wants no answer any more: what was typed went nowhere, and is not lost. */
function Unsent({ c, page: { request }, refused }: Props) {
  const { language } = c.var;
  const text = texts[language].unsent;
  const typed = [refused?.values.answer].flat().find((words) => words !== undefined && words.trim() !== "");
  if (refused?.values.answer === undefined) return null;
  return (
    <>
      <Notice kind="warning">{request.state === "withdrawn" ? text.withdrawn : text.answered}</Notice>
      {typed !== undefined && (
        <Card level={2} title={text.typed}>
          <div class="rechtspoor-typed" dir="auto">
            {typed}
          </div>
          <Small>{text.copy}</Small>
        </Card>
      )}
    </>
  );
}

/** What was asked, and how its last day was counted. */
function Facts({ c, page: { request, file } }: Pick<Props, "c" | "page">) {
  const { language, place, ctx } = c.var;
  const text = texts[language];
  const received = dayOf(request.askedAt);
  const { extension } = request;
  return (
    <Card level={2} title={text.facts}>
      <SummaryList
        language={language}
        items={[
          { term: text.what, value: `${text.kinds[request.kind]} (${askedArticles[request.kind]})` },
          { term: text.when, value: `${sayDate(received, language)}, ${text.askedBy[request.askedBy]}` },
          { term: text.lastDay, value: sayDay(request.answerBy, language, dayOf(ctx.now)) },
          { term: text.state, value: text.states[request.state] },
          {
            term: text.words,
            value: <span dir="auto">{request.ownWords === "" ? text.noWords : request.ownWords}</span>,
          },
        ]}
      />
      {extension !== null && <p>{text.extended(text.extensions[extension.reason], extension.at)}</p>}
      {isOpen(request) && file.hold?.reason === "access-request" && <p>{text.held}</p>}
      <Details language={language}>
        <p>{text.howCounted(sayDate(received, language))}</p>
        {extension !== null && <p>{text.howExtended}</p>}
      </Details>
      <p>
        <a href={workPath(place, `hulpvragen/${file.id}`)}>{text.toCase}</a>
      </p>
    </Card>
  );
}
