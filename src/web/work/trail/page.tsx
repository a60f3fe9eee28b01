import type { Context, Handler } from "hono";
import { z } from "zod";
import { findReference, lastFourOf, listLooks, listTrailChoices, searchTrail } from "../../../modules/access/index.ts";
import { listLooksDue } from "../../../modules/promises/index.ts";
import { parseForm } from "../../form.ts";
import { withQuery, workPath } from "../../place.ts";
import { takeSaid } from "../../said.ts";
import type { Env } from "../../surroundings.ts";
import { tryToOpen } from "../../try-code.ts";
import { LinkButton } from "../../ui/button.tsx";
import { DataTable, EmptyState, Pagination } from "../../ui/data-table.tsx";
import { ErrorSummary } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PaperOnly } from "../../ui/paper.tsx";
import type { Refused } from "../../ui/refused.ts";
import { Lead, Small } from "../../ui/text.tsx";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { columnsOf } from "./columns.tsx";
import { exportMost } from "./export.ts";
import { type AskedTrail, readTrailChoice, TrailFilter, trailPath } from "./filter.tsx";
import { Looks } from "./looks.tsx";
import { ResidentAsks } from "./resident.tsx";
import { texts } from "./texts.ts";

const perPage = 50;
/** No trail is that long; a larger number in an address is a mistake or mischief. */
const lastPage = 10_000;

export const trailPage: Handler<Env> = (c) => show(c);

const ResidentCode = z.object({
  code: z.string({ error: "codeMissing" }).trim().min(1, { error: "codeMissing" }),
  digits: z.string({ error: "digitsMissing" }).trim().min(1, { error: "digitsMissing" }),
});

/** A resident asks who looked: their code leads to the reference of their file, and to what happened with it. */
export const residentForm: Handler<Env> = async (c) => {
  const { ctx, language, place } = c.var;
  const text = texts[language];
  const form = await parseForm(c, ResidentCode, text.problems);
  if (!form.ok) return show(c, form.refused);
  const { code, digits } = form.value;
  const tried = await tryToOpen(c, { code, digits: lastFourOf(digits) }, (proof) => findReference(ctx, proof));
  switch (tried.kind) {
    case "opened":
      return c.redirect(withQuery(workPath(place, "inzage"), { kenmerk: tried.opened }), 303);
    case "unknown":
      return show(c, form.refuse("code", text.codeUnknown));
    case "tooOften":
      return show(c, form.refuse("code", text.tooOften));
  }
};

/** What to look at, and what happened: for whoever watches over privacy. Looking here is written down too. */
async function show(c: Context<Env>, refused?: Refused) {
  const { ctx, language } = c.var;
  const text = texts[language];
  const asked = await readTrailChoice(c);
  const wrong = refused ?? (asked.ok ? undefined : asked.problem);
  const [choices, looks, due, counts] = await Promise.all([
    listTrailChoices(ctx, asked.ok ? asked.value.personId : undefined),
    listLooks(ctx),
    listLooksDue(ctx),
    navCounts(c),
  ]);
  if (choices === undefined) return c.notFound();
  const said = takeSaid(c);
  const page = (
    <WorkFrame c={c} title={text.title} section="trail" counts={counts} refused={wrong !== undefined}>
      <ErrorSummary language={language} refused={wrong} />
      {said?.what === "looked" && (
        <Notice kind={said.came === "judged" ? "success" : "warning"}>{text.said[said.came]}</Notice>
      )}
      <h1>{text.title}</h1>
      <Lead>{text.lead}</Lead>
      <Looks c={c} looks={looks} due={due} />
      <ResidentAsks c={c} refused={refused} />
      <h2>{text.results}</h2>
      <TrailFilter
        c={c}
        choice={asked.ok ? asked.value : undefined}
        refused={asked.ok ? undefined : asked.problem}
        people={choices.people}
        teams={choices.teams}
      />
      {asked.ok && refused === undefined && (await results(c, asked.value, choices))}
    </WorkFrame>
  );
  return c.html(page, wrong === undefined ? 200 : 400);
}

type Choices = NonNullable<Awaited<ReturnType<typeof listTrailChoices>>>;

/** A page of what was chosen. On paper it says for itself what that was, from when it is and who made it. */
async function results(c: Context<Env>, choice: AskedTrail, { people, teams }: Choices) {
  const { ctx, language, place, atWork } = c.var;
  const text = texts[language];
  const number = Math.min(Math.max(1, Number.parseInt(c.req.query("pagina") ?? "1", 10) || 1), lastPage);
  const trail = await searchTrail(ctx, choice, { number, size: perPage, as: "page" });
  if (trail === undefined) return null;
  const named = (id: string, all: Choices["people"]) => all.find((each) => each.id === id)?.name || text.noName;
  const { from, until, period, kind, personId, teamId, reference } = choice;
  const chosen = [
    text.period(from, until),
    ...(period === "sinceOpening" ? [text.sinceOpening] : []),
    ...(reference === undefined ? [] : [text.onFile(reference)]),
    ...(kind === undefined ? [] : [text.onKind(text.kinds[kind])]),
    ...(personId === undefined ? [] : [text.onPerson(named(personId, people))]),
    ...(teamId === undefined ? [] : [text.onTeam(named(teamId, teams))]),
  ];
  return (
    <>
      <p>{chosen.join(" ")}</p>
      <PaperOnly>
        <p>{text.madeBy(atWork.person.name, ctx.now)}</p>
        {trail.pages > 1 && <p>{text.pageOf(trail.page, trail.pages)}</p>}
      </PaperOnly>
      {kind === undefined && (
        <Small>
          {text.searchesApart} <a href={trailPath(c, { ...choice, kind: "trail" })}>{text.seeSearches}</a>
        </Small>
      )}
      {number > trail.page && trail.found > 0 && <p>{text.pastEnd(number)}</p>}
      {trail.lines.length === 0 ? (
        <EmptyState action={<LinkButton href={workPath(place, "inzage")}>{text.showAll}</LinkButton>}>
          <p>{text.none}</p>
        </EmptyState>
      ) : (
        <DataTable
          language={language}
          caption={text.results}
          captionHidden
          rows={trail.lines}
          columns={columnsOf(c, teams, choice)}
          count={text.count(trail.found)}
          csv={trailPath(c, choice, 1, "inzage.csv")}
        />
      )}
      {trail.found > exportMost && <Small>{text.exportMost(exportMost)}</Small>}
      <Pagination
        language={language}
        page={trail.page}
        pages={trail.pages}
        href={(page) => trailPath(c, choice, page)}
      />
    </>
  );
}
