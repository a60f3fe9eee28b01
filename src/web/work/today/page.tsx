import type { Context, Handler } from "hono";
import { streamSSE } from "hono/streaming";
import { z } from "zod";
import { dayOf } from "../../../kernel/day.ts";
import type { Translated } from "../../../kernel/language.ts";
import { listColleagues } from "../../../modules/access/index.ts";
import { listFirstWords, safetyWarnings } from "../../../modules/casework/index.ts";
import { type CallbackLine, listCallbackLines } from "../../../modules/contact/index.ts";
import { findTheme } from "../../../modules/directory/index.ts";
import { listToday, type OpenPromise, takePromise } from "../../../modules/promises/index.ts";
import { parseForm } from "../../form.ts";
import { workPath } from "../../place.ts";
import { takeSaid, thenSay } from "../../said.ts";
import type { Env } from "../../surroundings.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/data-table.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Lead } from "../../ui/text.tsx";
import { Group, WorkList, WorkRow } from "../../ui/work-row.tsx";
import { sharedWords } from "../../words/words.ts";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { en } from "./en.ts";
import { nl, type TodayText } from "./nl.ts";

export const texts: Translated<TodayText> = { nl, en };

/** More than anybody does in a day; the order makes sure the first ones matter most. */
const shown = 100;
const heartbeat = 25_000;

/** Everything promised by me and my team, by urgency: harm, then the moment first promised. */
export const todayPage: Handler<Env> = async (c) => {
  const { ctx, language, place } = c.var;
  const text = texts[language];
  const [promises, counts, colleagues] = await Promise.all([listToday(ctx, shown), navCounts(c), listColleagues(ctx)]);
  const caseIds = promises.flatMap((promise) => (promise.caseId === null ? [] : [promise.caseId]));
  const [lines, words] = await Promise.all([
    listCallbackLines(ctx, { caseIds, page: 1, perPage: shown }),
    listFirstWords(ctx, caseIds),
  ]);
  const names = new Map(colleagues.map((colleague) => [colleague.personId, colleague.name]));
  const byCase = new Map(lines.map((line) => [line.file.id, line]));
  const groups = groupsOf(promises, ctx.now);
  const said = takeSaid(c);
  return c.html(
    <WorkFrame c={c} title={text.title} section="today" counts={counts}>
      <h1>{text.title}</h1>
      {said?.what === "alreadyTaken" && (
        <Notice kind="warning">
          <p>
            {text.alreadyTaken(nameOf(said.by, names))}{" "}
            <a href={workPath(place, `hulpvragen/${said.caseId}`)}>{text.openTaken}</a>
          </p>
        </Notice>
      )}
      {said?.what === "gone" && <Notice kind="warning">{text.gone}</Notice>}
      <Lead>
        {text.lead(counts.open, counts.late)} <a href={workPath(place, "afwezig")}>{text.away}</a>
      </Lead>
      <rechtspoor-live data-stream={workPath(place, "vandaag/stroom")} data-said={text.changed}>
        {groups.map(({ group, promises }) => (
          <>
            <Group>{text.groups[group]}</Group>
            <WorkList>
              {promises.map((promise) => (
                <PromiseRow
                  c={c}
                  promise={promise}
                  line={byCase.get(promise.caseId ?? "")}
                  words={words.get(promise.caseId ?? "")}
                  names={names}
                />
              ))}
            </WorkList>
          </>
        ))}
        {promises.length === 0 && (
          <EmptyState action={<LinkButton href={workPath(place, "hulpvragen/nieuw")}>{text.emptyDo}</LinkButton>}>
            <p>{text.empty}</p>
          </EmptyState>
        )}
        {counts.open > shown && <p>{text.more(shown)}</p>}
      </rechtspoor-live>
    </WorkFrame>,
  );
};

const isCall = ({ kind, pause }: OpenPromise): boolean =>
  pause === null && (kind === "callback" || kind === "call-again");

/** What rests by agreement is not late. */
const isLate = (promise: OpenPromise, now: Temporal.Instant): boolean =>
  promise.pause === null && Temporal.Instant.compare(promise.promisedAt, now) <= 0;

const nameOf = (id: string | undefined, names: Map<string, string>) => names.get(id ?? "") ?? "";

type GroupName = keyof TodayText["groups"];

/** The order is the query's; the headings only say why something stands where it stands. */
function groupsOf(promises: OpenPromise[], now: Temporal.Instant): { group: GroupName; promises: OpenPromise[] }[] {
  const today = dayOf(now).toString();
  const groupOf = (promise: OpenPromise): GroupName => {
    if (promise.harm) return "harm";
    if (isLate(promise, now)) return "late";
    return dayOf(promise.dueAt).toString() === today ? "today" : "later";
  };
  return (["harm", "late", "today", "later"] as const)
    .map((group) => ({ group, promises: promises.filter((promise) => groupOf(promise) === group) }))
    .filter(({ promises }) => promises.length > 0);
}

type RowProps = {
  c: Context<Env>;
  promise: OpenPromise;
  line: CallbackLine | undefined;
  words: string | undefined;
  names: Map<string, string>;
};

function PromiseRow({ c, promise, line, words, names }: RowProps) {
  const { language, ctx, place, atWork } = c.var;
  const text = texts[language];
  const minutes = Math.round(ctx.now.until(promise.promisedAt).total("minutes"));
  const late = isLate(promise, ctx.now);
  const isToday = dayOf(promise.dueAt).equals(dayOf(ctx.now));
  const theme = findTheme(line?.file.theme ?? "")?.text[language].title;
  const caseHref = line && workPath(place, `hulpvragen/${line.file.id}`);
  const mine = promise.owner.personId === atWork.person.personId;
  const taken = promise.owner.personId !== null;
  return (
    <WorkRow
      id={`toezegging-${promise.id}`}
      urgency={late ? "late" : promise.harm || isToday ? "soon" : "calm"}
      due={late ? text.late(-minutes) : minutes < 24 * 60 ? text.left(minutes) : text.day(promise.dueAt)}
      dueNote={late ? text.promised(promise.promisedAt) : text.before(promise.dueAt)}
      title={`${text.kinds[promise.kind]}: ${line === undefined || line.resident.name === "" ? text.noName : line.resident.name}${theme === undefined ? "" : `, ${theme.toLowerCase()}`}`}
      href={caseHref}
      quote={words}
      warnings={line === undefined || line.resident.notSafeSince === null ? [] : [text.warnings.notSafe]}
      facts={[
        ...(promise.harm ? [text.harm] : []),
        ...(line === undefined ? [] : factsOf(line, text, language)),
        promise.owner.role === "team-lead" && !taken
          ? text.lead_
          : taken
            ? mine
              ? text.ownerMe
              : text.owner(nameOf(promise.owner.personId ?? undefined, names))
            : text.ownerTeam,
        ...(promise.pause === null ? [] : [text.paused]),
      ]}
      action={
        taken || caseHref === undefined ? (
          caseHref && (
            <LinkButton tight look={mine ? "primary" : "secondary"} href={caseHref}>
              {mine && isCall(promise) && line?.resident.notSafeSince === null ? text.callNow : text.open}
            </LinkButton>
          )
        ) : (
          <Form action={workPath(place, "vandaag/neem")} hidden={{ promise: promise.id, case: line?.file.id }}>
            <Button tight look={late || promise.harm ? "primary" : "secondary"}>
              {text.take}
            </Button>
          </Form>
        )
      }
    />
  );
}

function factsOf({ callback, resident }: CallbackLine, text: TodayText, language: keyof typeof texts): string[] {
  return [
    text.asked(callback.requestedAt),
    // In red on nearly every row it would warn of nothing: the page of the case grades it, before the number.
    ...safetyWarnings(resident)
      .filter((warning) => warning !== "notSafe")
      .map((warning) => text.warnings[warning]),
    text.reach(callback.dayparts.map((part) => sharedWords[language].daypartsShort[part]).join(", ")),
    ...(resident.language === "" ? [] : [text.speaks(resident.language)]),
    ...(callback.followsId === null ? [] : [text.again]),
  ];
}

const Take = z.object({ promise: z.uuid(), case: z.uuid() });

/** Of two helpers at once one gets it; the other sees who. */
export const takeForm: Handler<Env> = async (c) => {
  const { ctx, place } = c.var;
  const form = await parseForm(c, Take, {});
  if (!form.ok) return c.notFound();
  const taken = await takePromise(ctx, form.value.promise);
  switch (taken.kind) {
    case "taken":
      return thenSay(c, workPath(place, `hulpvragen/${form.value.case}`), { what: "taken" });
    case "alreadyTaken":
      return thenSay(c, workPath(place, "vandaag"), { what: "alreadyTaken", by: taken.by, caseId: form.value.case });
    case "gone":
      return thenSay(c, workPath(place, "vandaag"), { what: "gone" });
  }
};

/** Says "changed" whenever something changes for these teams; the page then fetches itself again. */
export const todayStream: Handler<Env> = (c) => {
  const { app, place, atWork } = c.var;
  return streamSSE(c, async (stream) => {
    const ended = new Promise<void>((resolve) => stream.onAbort(resolve));
    const stop = app.changes.watch(place.municipality.id, atWork.teamIds, () => {
      stream.writeSSE({ event: "changed", data: "" }).catch(() => undefined);
    });
    const beat = setInterval(() => stream.writeSSE({ event: "here", data: "" }).catch(() => undefined), heartbeat);
    await ended;
    clearInterval(beat);
    stop();
  });
};
