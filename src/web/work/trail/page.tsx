import type { Context, Handler } from "hono";
import { z } from "zod";
import {
  findReference,
  lastFourOf,
  listLooks,
  listTrailChoices,
  searchTrail,
  type TrailChoice,
} from "../../../modules/access/index.ts";
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
import { ScreenOnly } from "../../ui/paper.tsx";
import type { Refused } from "../../ui/refused.ts";
import { Lead, Small } from "../../ui/text.tsx";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { columnsOf } from "./columns.tsx";
import { exportMost } from "./export.ts";
import { readTrailChoice, TrailFilter, trailPath } from "./filter.tsx";
import { Looks } from "./looks.tsx";
import { ResidentAsks } from "./resident.tsx";
import { texts } from "./texts.ts";

const perPage = 50;
/** No trail is that long; a larger number in an address is a mistake or mischief. */
const lastPage = 10_000;

export const trailPage: Handler<Env> = (c) => show(c);

const ResidentCode = z.object({ code: z.string().default(""), digits: z.string().default("") });

/** A resident asks who looked: their code leads to the reference of their file, and to what happened with it. */
export const residentForm: Handler<Env> = async (c) => {
  const { ctx, language, place } = c.var;
  const text = texts[language];
  const form = await parseForm(c, ResidentCode, {});
  if (!form.ok) return c.notFound();
  const { code, digits } = form.value;
  if (code.trim() === "") return show(c, form.refuse("code", text.problems.codeMissing));
  if (digits.trim() === "") return show(c, form.refuse("digits", text.problems.digitsMissing));
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
  const asked = readTrailChoice(c);
  const wrong = refused ?? (asked.ok ? undefined : asked.problem);
  const [choices, looks, due, counts] = await Promise.all([
    listTrailChoices(ctx),
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
      {/* Paper is for what was found. */}
      <ScreenOnly>
        <Looks c={c} looks={looks} due={due} />
        <ResidentAsks c={c} refused={refused} />
      </ScreenOnly>
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

type Named = { id: string; name: string };
const chosenName = (all: readonly Named[], id: string | undefined): string => {
  const name = all.find((each) => each.id === id)?.name;
  return name === undefined ? "" : ` ${name}.`;
};

/** A page of what was chosen. */
async function results(c: Context<Env>, choice: TrailChoice, { people, teams }: { people: Named[]; teams: Named[] }) {
  const { ctx, language, place } = c.var;
  const text = texts[language];
  const number = Math.min(Math.max(1, Number.parseInt(c.req.query("pagina") ?? "1", 10) || 1), lastPage);
  const trail = await searchTrail(ctx, choice, { number, size: perPage, as: "page" });
  if (trail === undefined) return null;
  return (
    <>
      <p>
        {choice.whole ? text.wholePeriod(choice.until) : text.period(choice.from, choice.until)}
        {choice.reference !== undefined && ` ${text.onFile(choice.reference)}`}
        {choice.kind !== undefined && ` ${text.onlyKind(text.kinds[choice.kind])}`}
        {chosenName(people, choice.personId)}
        {chosenName(teams, choice.teamId)}
      </p>
      {choice.kind === undefined && (
        <Small>
          {text.withoutSearches} <a href={trailPath(c, { ...choice, kind: "trail" })}>{text.toSearches}</a>
        </Small>
      )}
      {trail.lines.length === 0 ? (
        <EmptyState
          action={
            trail.found === 0 ? (
              <LinkButton href={workPath(place, "inzage")}>{text.showAll}</LinkButton>
            ) : (
              <LinkButton href={trailPath(c, choice, Math.ceil(trail.found / perPage))}>{text.toLastPage}</LinkButton>
            )
          }
        >
          <p>{trail.found === 0 ? text.none : text.pastEnd}</p>
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
        page={number}
        pages={Math.ceil(trail.found / perPage)}
        href={(page) => trailPath(c, choice, page)}
      />
    </>
  );
}
