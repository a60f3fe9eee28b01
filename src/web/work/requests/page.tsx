import type { Context, Handler } from "hono";
import { dayOf, sayShortDay } from "../../../kernel/day.ts";
import { listTeams, maySomewhere } from "../../../modules/access/index.ts";
import { isOpen, listWatchedRequests } from "../../../modules/casework/index.ts";
import { listRequestLines, type RequestLine } from "../../../modules/contact/index.ts";
import { workPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { LinkButton } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/data-table.tsx";
import { Lead } from "../../ui/text.tsx";
import { Group, WorkList, WorkRow } from "../../ui/work-row.tsx";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { texts } from "./texts.ts";
import { isLate, timesOf } from "./times.ts";
import { Watched } from "./watched.tsx";

/**
 * What residents asked about their own data at my teams: what must be answered first, first. Whoever watches over privacy
 * sees of the other teams of their organisation by when, and nothing of whom.
 */
export const requestsPage: Handler<Env> = async (c) => {
  const { ctx, language, place } = c.var;
  const text = texts[language];
  const onFiles = maySomewhere(ctx, "team.list");
  const [lines, watched, teams, counts] = await Promise.all([
    listRequestLines(ctx),
    listWatchedRequests(ctx),
    listTeams(ctx),
    navCounts(c),
  ]);
  const today = dayOf(ctx.now);
  const open = lines.filter(({ request }) => isOpen(request));
  const done = lines.filter(({ request }) => !isOpen(request));
  const late = open.filter(({ request }) => isLate(request, today));
  return c.html(
    <WorkFrame c={c} title={text.title} section="requests" counts={counts}>
      <h1>{text.title}</h1>
      {onFiles && <Lead>{text.lead(open.length, late.length)}</Lead>}
      {onFiles && lines.length === 0 && (
        <EmptyState action={<LinkButton href={workPath(place, "hulpvragen")}>{text.emptyDo}</LinkButton>}>
          <p>{text.empty}</p>
        </EmptyState>
      )}
      {open.length > 0 && <Group>{text.openTitle}</Group>}
      <Rows c={c} lines={open} />
      {done.length > 0 && <Group>{text.doneTitle}</Group>}
      <Rows c={c} lines={done} />
      {watched !== undefined && (
        <Watched
          c={c}
          requests={watched.filter(({ teamId }) => !c.var.atWork.teamIds.includes(teamId))}
          teams={teams}
        />
      )}
    </WorkFrame>,
  );
};

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
  const gone = request.caseId === null;
  const who = gone ? text.fileGone : name === "" ? text.noName : name;
  const href = gone ? undefined : workPath(place, `verzoeken/${request.id}`);
  const times = timesOf(language, today, { ...request, settledAt: "settledAt" in request ? request.settledAt : null });
  return (
    <WorkRow
      id={`verzoek-${request.id}`}
      {...times}
      title={`${text.kinds[request.kind]}: ${who}`}
      href={href}
      facts={[
        text.asked(sayShortDay(dayOf(request.askedAt), language, today)),
        text.askedBy[request.askedBy],
        ...(request.state === "extended" ? [text.states.extended] : []),
      ]}
      action={
        href && (
          <LinkButton
            tight
            look={times.urgency === "late" ? "primary" : "secondary"}
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
