import type { Context, Handler } from "hono";
import { type Day, dayOf, sayShortDay } from "../../../kernel/day.ts";
import { isOpen } from "../../../modules/casework/index.ts";
import { listRequestLines, type RequestLine } from "../../../modules/contact/index.ts";
import { workPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { LinkButton } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/data-table.tsx";
import { Lead } from "../../ui/text.tsx";
import { Group, WorkList, WorkRow } from "../../ui/work-row.tsx";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { texts } from "./texts.ts";

/** Near enough to plan for. */
const soonDays = 7;

/** What residents asked about their own data at my teams: what must be answered first, first. */
export const requestsPage: Handler<Env> = async (c) => {
  const { ctx, language, place } = c.var;
  const text = texts[language];
  const lines = await listRequestLines(ctx);
  const today = dayOf(ctx.now);
  const open = lines.filter(({ request }) => isOpen(request));
  const done = lines.filter(({ request }) => !isOpen(request));
  const late = open.filter(({ request }) => isLate(request, today));
  return c.html(
    <WorkFrame c={c} title={text.title} section="requests" counts={await navCounts(c)}>
      <h1>{text.title}</h1>
      <Lead>{text.lead(open.length, late.length)}</Lead>
      {lines.length === 0 && (
        <EmptyState action={<LinkButton href={workPath(place, "hulpvragen")}>{text.emptyDo}</LinkButton>}>
          <p>{text.empty}</p>
        </EmptyState>
      )}
      {open.length > 0 && <Group>{text.openTitle}</Group>}
      <Rows c={c} lines={open} />
      {done.length > 0 && <Group>{text.doneTitle}</Group>}
      <Rows c={c} lines={done} />
    </WorkFrame>,
  );
};

const isLate = ({ answerBy }: { answerBy: Day }, today: Day): boolean =>
  Temporal.PlainDate.compare(answerBy, today) < 0;

function Rows({ c, lines }: { c: Context<Env>; lines: RequestLine[] }) {
  if (lines.length === 0) return null;
  return (
    <WorkList>
      {lines.map((line) => (
        <Row c={c} line={line} />
      ))}
    </WorkList>
  );
}

function Row({ c, line: { request, name } }: { c: Context<Env>; line: RequestLine }) {
  const { ctx, language, place } = c.var;
  const text = texts[language];
  const today = dayOf(ctx.now);
  const say = (day: Day) => sayShortDay(day, language, today);
  const gone = request.caseId === null;
  const who = gone ? text.fileGone : name === "" ? text.noName : name;
  const href = gone ? undefined : workPath(place, `verzoeken/${request.id}`);
  const late = isOpen(request) && isLate(request, today);
  const soon = isOpen(request) && today.until(request.answerBy).days <= soonDays;
  return (
    <WorkRow
      id={`verzoek-${request.id}`}
      urgency={late ? "late" : soon ? "soon" : "calm"}
      due={"settledAt" in request ? say(dayOf(request.settledAt)) : late ? text.late : say(request.answerBy)}
      dueNote={
        isOpen(request)
          ? late
            ? text.answerBy(say(request.answerBy))
            : text.left(today.until(request.answerBy).days)
          : text.states[request.state]
      }
      title={`${text.kinds[request.kind]}: ${who}`}
      href={href}
      facts={[
        text.asked(say(dayOf(request.askedAt))),
        text.askedBy[request.askedBy],
        ...(request.state === "extended" ? [text.states.extended] : []),
      ]}
      action={
        href && (
          <LinkButton
            tight
            look={late ? "primary" : "secondary"}
            href={href}
            about={`${text.kinds[request.kind]}, ${who}`}
          >
            {text.open}
          </LinkButton>
        )
      }
    />
  );
}
