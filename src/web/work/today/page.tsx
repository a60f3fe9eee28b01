import type { Handler } from "hono";
import { z } from "zod";
import type { Translated } from "../../../kernel/language.ts";
import { listColleagues } from "../../../modules/access/index.ts";
import { listFirstWords } from "../../../modules/casework/index.ts";
import { listCallbackLines } from "../../../modules/contact/index.ts";
import { listToday, takePromise } from "../../../modules/promises/index.ts";
import { parseForm } from "../../form.ts";
import { workPath } from "../../place.ts";
import { takeSaid, thenSay } from "../../said.ts";
import type { Env } from "../../surroundings.ts";
import { LinkButton } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/data-table.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Lead } from "../../ui/text.tsx";
import { Group, WorkList } from "../../ui/work-row.tsx";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { en } from "./en.ts";
import { groupsOf } from "./groups.ts";
import { nl, type TodayText } from "./nl.ts";
import { PromiseRow } from "./row.tsx";

export const texts: Translated<TodayText> = { nl, en };

/** More than anybody does in a day; the order makes sure the first ones matter most. */
const shown = 100;

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
  const nameOf = (personId: string | null): string => names.get(personId ?? "") ?? "";
  const byCase = new Map(lines.map((line) => [line.file.id, line]));
  const groups = groupsOf(promises, ctx.now);
  const said = takeSaid(c);
  return c.html(
    <WorkFrame c={c} title={text.title} section="today" counts={counts}>
      <h1>{text.title}</h1>
      {said?.what === "alreadyTaken" && (
        <Notice kind="warning">
          <p>
            {text.alreadyTaken(nameOf(said.by))}{" "}
            <a href={workPath(place, `hulpvragen/${said.caseId}`)}>{text.openTaken}</a>
          </p>
        </Notice>
      )}
      {said?.what === "looked" && (
        <Notice kind={said.came === "judged" ? "success" : "warning"}>{text.looked[said.came]}</Notice>
      )}
      {said?.what === "closedBehind" && <Notice kind="success">{text.closedBehind}</Notice>}
      {said?.what === "endedBefore" && <Notice kind="warning">{text.endedBefore}</Notice>}
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
                  text={text}
                  promise={promise}
                  line={byCase.get(promise.caseId ?? "")}
                  words={words.get(promise.caseId ?? "")}
                  nameOf={nameOf}
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
