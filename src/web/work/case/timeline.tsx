import type { Context } from "hono";
import { isMasked } from "../../../kernel/bsn.ts";
import { sayMoment } from "../../../kernel/day.ts";
import type { Language } from "../../../kernel/language.ts";
import { type CasePage, wasOnlyTried } from "../../../modules/contact/index.ts";
import type { Env } from "../../surroundings.ts";
import { Timeline } from "../../ui/spoor.tsx";
import { Small } from "../../ui/text.tsx";
import { sharedWords } from "../../words/words.ts";
import { texts as requestTexts } from "../requests/texts.ts";
import { texts as todayTexts } from "../today/page.tsx";
import type { CaseText } from "./nl.ts";

type Moment = Parameters<typeof Timeline>[0]["moments"][number] & { at: Temporal.Instant };

/** Notes, calls, promises and words of the resident in one line, newest first; what came last in a moment, first. */
export function CaseTimeline({ c, page, text }: { c: Context<Env>; page: CasePage; text: CaseText }) {
  const { language } = c.var;
  const kinds = todayTexts[language].kinds;
  const who = (id: string | null, said = text.by) => {
    const name = id === null ? undefined : page.people.get(id);
    return name === undefined ? {} : { who: said(name) };
  };
  const moment = (at: Temporal.Instant, title: string, rest: Partial<Moment> = {}): Moment => ({
    at,
    kind: "done",
    title,
    iso: at.toString(),
    when: sayMoment(at, language),
    ...rest,
  });
  const changeTitle = (change: CasePage["changes"][number]): string => {
    const what = kinds[change.kind];
    switch (change.change) {
      case "made":
        return text.changes.made(what, change.dueAt === null ? "" : sayMoment(change.dueAt, language));
      case "kept":
        return text.changes[wasOnlyTried(change, page.attempts) ? "tried" : "kept"](what);
      case "broken":
      case "withdrawn":
        return text.changes[change.change](what);
      case "taken":
      case "taken-over":
      case "given":
      case "released":
      case "superseded":
      case "resumed":
      case "handed-over":
      case "owner-left":
        return text.changes[change.change];
      case "paused":
        return text.changes.paused(change.reason === null ? "" : sharedWords[language].pauseReasons[change.reason]);
    }
  };
  const moments: Moment[] = [
    ...page.entries.map((entry) =>
      moment(entry.at, text.events[entry.kind], {
        ...who(entry.byPersonId),
        ...(entry.text === "" ? {} : { body: <EntryText entry={entry} text={text} language={language} /> }),
      }),
    ),
    ...page.attempts.map((attempt) =>
      moment(attempt.at, text.calls(text.outcomes[attempt.outcome]), who(attempt.byPersonId)),
    ),
    ...page.changes.map((change) =>
      moment(change.at, changeTitle(change), {
        // What somebody promised after their own call is theirs to do; the first call is the team's.
        ...who(change.by, change.change === "made" && change.kind !== "callback" ? text.onName : text.by),
        ...(change.change === "broken" ? { kind: "urgent" as const } : {}),
      }),
    ),
  ];
  return (
    <>
      <h2>{text.timeline}</h2>
      <Timeline level={3} moments={moments.toReversed().toSorted((a, b) => Temporal.Instant.compare(b.at, a.at))} />
    </>
  );
}

function EntryText({
  entry,
  text,
  language,
}: {
  entry: CasePage["entries"][number];
  text: CaseText;
  language: Language;
}) {
  return (
    <>
      <p dir="auto">{entryText(entry, text, language)}</p>
      {isMasked(entry.text) && <Small>{text.bsnTakenOut}</Small>}
    </>
  );
}

/** What changed about a resident is kept as names of details; everything else as it was written. */
function entryText({ kind, text: written }: CasePage["entries"][number], text: CaseText, language: Language): string {
  if (kind === "held") return new Map<string, string>(Object.entries(text.holdReasons)).get(written) ?? "";
  if (kind.startsWith("request-"))
    return new Map<string, string>(Object.entries(requestTexts[language].kinds)).get(written) ?? "";
  if (kind !== "details-changed") return written;
  const details: Record<string, string> = text.details;
  return written
    .split(" ")
    .map((detail) => details[detail] ?? detail)
    .join(", ");
}
