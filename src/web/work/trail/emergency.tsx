import type { Context } from "hono";
import { type BrokenGlass, type Look, may } from "../../../modules/access/index.ts";
import { workPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { SummaryList } from "../../ui/summary-list.tsx";
import { Lead } from "../../ui/text.tsx";
import { sharedWords } from "../../words/words.ts";
import type { TrailText } from "./nl.ts";
import { texts } from "./texts.ts";

type Props = { c: Context<Env>; look: Look & { glass: BrokenGlass | null } };

/** Who broke the glass of a file, when, why and until when. The file itself opens for its team, and for no officer. */
export function Emergency({ c, look }: Props) {
  const { ctx, language, place } = c.var;
  const text = texts[language];
  const { glass, teamId } = look;
  return (
    <>
      <Lead>{text.glassLead(look.personName ?? text.noName, look.teamName, look.foundAt)}</Lead>
      <h2>{text.glass}</h2>
      {glass === null ? (
        <p>{text.glassGone}</p>
      ) : (
        <SummaryList
          language={language}
          items={[
            { term: text.glassReason, value: sharedWords[language].glassReasons[glass.reason] },
            { term: text.glassWords, value: <span dir="auto">{glass.words}</span> },
            { term: text.glassEnd, value: endOf(glass, ctx.now, text) },
          ]}
        />
      )}
      {glass !== null && may(ctx, "case.read", { teamId }) && (
        <p>
          <a href={workPath(place, `hulpvragen/${glass.caseId}`)}>{text.toCase}</a>
        </p>
      )}
    </>
  );
}

function endOf({ untilAt, endedAt }: BrokenGlass, now: Temporal.Instant, text: TrailText): string {
  if (endedAt !== null) return text.glassStopped(endedAt, untilAt);
  return Temporal.Instant.compare(now, untilAt) < 0 ? text.glassUntil(untilAt) : text.glassRanOut(untilAt);
}
