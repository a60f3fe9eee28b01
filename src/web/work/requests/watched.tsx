import type { Context } from "hono";
import { dayOf, sayShortDay } from "../../../kernel/day.ts";
import type { Team } from "../../../modules/access/index.ts";
import { isWaiting, type WatchedRequest } from "../../../modules/casework/index.ts";
import { sayPhone } from "../../../modules/contact/index.ts";
import type { Env } from "../../surroundings.ts";
import { Lead } from "../../ui/text.tsx";
import { Group, WorkList, WorkRow } from "../../ui/work-row.tsx";
import { texts } from "./texts.ts";
import { isLate, timesOf } from "./times.ts";

type Props = { c: Context<Env>; requests: WatchedRequest[]; teams: Team[] };

/** For whoever watches over privacy: whether each team answers in time. No name, no words, and nothing to open. */
export function Watched({ c, requests, teams }: Props) {
  const { ctx, language } = c.var;
  const text = texts[language].watched;
  const waiting = requests.filter(isWaiting);
  const late = waiting.filter((request) => isLate(request, dayOf(ctx.now)));
  const done = requests.filter((request) => !isWaiting(request));
  return (
    <>
      <h2>{text.title}</h2>
      <Lead>{texts[language].lead(waiting.length, late.length)}</Lead>
      <p>{text.sees}</p>
      <p>{text.whom}</p>
      {waiting.length > 0 && <Group level={3}>{texts[language].openTitle}</Group>}
      <Rows c={c} requests={waiting} teams={teams} />
      {done.length > 0 && <Group level={3}>{texts[language].doneTitle}</Group>}
      <Rows c={c} requests={done} teams={teams} />
    </>
  );
}

function Rows({ c, requests, teams }: Props) {
  const { ctx, language } = c.var;
  const text = texts[language];
  const today = dayOf(ctx.now);
  if (requests.length === 0) return null;
  return (
    <WorkList>
      {requests.map((request) => {
        const team = teams.find(({ id }) => id === request.teamId);
        const say = (moment: Temporal.Instant) => sayShortDay(dayOf(moment), language, today);
        return (
          <WorkRow
            level={4}
            {...timesOf(language, today, request)}
            title={`${text.kinds[request.kind]}: ${team?.name ?? ""}`}
            facts={[
              text.asked(say(request.askedAt)),
              ...(request.extendedAt === null ? [] : [text.watched.extended(say(request.extendedAt))]),
              ...(team === undefined || !isWaiting(request) ? [] : [text.watched.call(sayPhone(team.callingNumber))]),
            ]}
          />
        );
      })}
    </WorkList>
  );
}
