import type { Context } from "hono";
import type { Child } from "hono/jsx";
import type { Translated } from "../../../kernel/language.ts";
import { maySomewhere } from "../../../modules/access/index.ts";
import { countCases } from "../../../modules/casework/index.ts";
import { keepsLocalTexts } from "../../../modules/directory/index.ts";
import { countLeftBehind, countToday } from "../../../modules/promises/index.ts";
import { hasSite, sitePath, workPath } from "../../place.ts";
import { type Env, exampleIsOld } from "../../surroundings.ts";
import { WorkPage } from "../../ui/work-page.tsx";
import { en } from "./en.ts";
import { nl, type WorkFrameText } from "./nl.ts";

export const texts: Translated<WorkFrameText> = { nl, en };

type Section =
  | "start"
  | "today"
  | "cases"
  | "coverage"
  | "newCase"
  | "away"
  | "find"
  | "handOver"
  | "people"
  | "glass"
  | "places"
  | "routeMap"
  | "programs"
  | "requests"
  | "themes"
  | "trail";

/** What the navigation counts and must ask for: fetched before the page is drawn, because drawing does not wait. */
export type NavCounts = {
  open: number;
  late: number;
  cases: number;
  leftBehind: number | undefined;
  /** They keep the texts of themes here, which the table of rights alone does not tell. */
  keepsTexts: boolean;
};

export async function navCounts(c: Context<Env>): Promise<NavCounts> {
  const { ctx } = c.var;
  const keepsTexts = await keepsLocalTexts(ctx);
  if (c.var.atWork.teamIds.length === 0) return { open: 0, late: 0, cases: 0, leftBehind: undefined, keepsTexts };
  const [today, cases, leftBehind] = await Promise.all([countToday(ctx), countCases(ctx), countLeftBehind(ctx)]);
  return { ...today, cases: cases.open, leftBehind, keepsTexts };
}

type WorkFrameProps = {
  c: Context<Env>;
  title: string;
  /** Absent on a page that is of none, or could not count: what went wrong. */
  section?: Section;
  counts?: NavCounts;
  refused?: boolean;
  /** What was looked for: it stays in the box. */
  searched?: string;
  children?: Child;
};

/** A page of the workspace, for somebody who is signed in. */
export function WorkFrame({ c, title, section, counts, refused, searched, children }: WorkFrameProps) {
  const { place, language, atWork } = c.var;
  const text = texts[language];
  const here = atWork.person.memberships.filter((duty) => duty.municipalityId === place.municipality.id);
  const elsewhere = [
    ...new Map(atWork.person.memberships.map((member) => [member.municipalitySlug, member.municipalityName])),
  ];
  return (
    <WorkPage
      {...documentOf(c)}
      title={`${title} - ${place.municipality.name} - Rechtspoor`}
      refused={refused}
      site={{
        name: "Rechtspoor",
        href: workPath(place, home(c)),
        team: `${[...new Set(here.map((duty) => duty.teamName))].join(", ")}, ${place.municipality.name}`,
      }}
      search={
        atWork.teamIds.length === 0
          ? undefined
          : {
              action: workPath(place, "hulpvragen/zoek"),
              label: text.search,
              value: searched,
              invalid: refused === true && searched !== undefined,
            }
      }
      nav={navOf(c, section, counts)}
      teams={
        elsewhere.length < 2
          ? []
          : elsewhere.map(([slug, name]) => ({
              href: sitePath(c.var, `/werk/${slug}`),
              label: name,
              current: slug === place.municipality.slug,
            }))
      }
      person={{ name: atWork.person.name, href: workPath(place, "sessies") }}
      session={{
        seconds: Math.floor(c.var.ctx.now.until(atWork.person.endsAt).total("seconds")),
        stay: atWork.person.canStay ? workPath(place, "blijf") : undefined,
        warning: atWork.person.canStay ? text.nearlyOut : text.dayIsOver(atWork.person.endsAt),
        stayWords: text.stay,
      }}
      signOut={{ action: sitePath(c.var, "/werk/uitloggen") }}
    >
      {children}
    </WorkPage>
  );
}

/** Where somebody begins: with what was promised, or, for whoever works on no files, with their own tour. */
export const home = (c: Context<Env>): string => (c.var.atWork.teamIds.length > 0 ? "vandaag" : "start");

/** Only what is theirs: whoever works on no files sees no lists of them. */
function navOf(c: Context<Env>, section: Section | undefined, counts: NavCounts | undefined) {
  const { place, language, app, ctx } = c.var;
  const text = texts[language];
  const item = (id: Section, path: string, label: string) => ({
    href: workPath(place, path),
    label,
    current: section === id,
  });
  const onFiles = maySomewhere(ctx, "team.list");
  return [
    ...(onFiles
      ? [
          { ...item("today", "vandaag", text.today), count: counts?.open, late: counts?.late, keys: "g v" },
          { ...item("cases", "hulpvragen", text.cases), count: counts?.cases, keys: "g h" },
        ]
      : []),
    ...(maySomewhere(ctx, "request.list") ? [item("requests", "verzoeken", text.requests)] : []),
    ...(onFiles ? [{ ...item("newCase", "hulpvragen/nieuw", text.newCase), keys: "n" }] : []),
    ...(hasSite(place.municipality) ? [item("find", "hulp", text.find)] : []),
    ...(maySomewhere(ctx, "team.handOver")
      ? [{ ...item("handOver", "overdracht", text.handOver), count: counts?.leftBehind || undefined }]
      : []),
    ...(onFiles ? [item("away", "afwezig", text.away)] : []),
    ...(maySomewhere(ctx, "people.manage") ? [item("people", "collegas", text.people)] : []),
    ...(maySomewhere(ctx, "clients.manage") ? [item("programs", "programmas", text.programs)] : []),
    ...(maySomewhere(ctx, "trail.search") ? [item("trail", "inzage", text.trail)] : []),
    ...(maySomewhere(ctx, "directory.edit") ? [item("routeMap", "routekaart", text.editRouteMap)] : []),
    ...(counts?.keepsTexts === true ? [item("themes", "routekaart/onderwerpen", text.themes)] : []),
    ...(maySomewhere(ctx, "places.manage") ? [item("places", "gemeente", text.places)] : []),
    // Who works on files reaches it by the tour: their menu is long enough.
    ...(!onFiles && hasSite(place.municipality) ? [item("coverage", "dekking", text.coverage)] : []),
    item("start", "start", text.start),
    ...(app.config.mode === "production" ? [] : [{ href: sitePath(c.var, "/voorbeeld/post"), label: text.outbox }]),
  ];
}

/** What every page of the workspace has, whoever looks. */
export function documentOf(c: Context<Env>) {
  const { language, mirrored, app } = c.var;
  const text = texts[language];
  return {
    language,
    ...(mirrored ? { dir: "rtl" as const } : {}),
    icon: app.assets("ui/look/icon.svg"),
    stylesheets: [app.assets("ui/look/work.css")],
    scripts: [app.assets("islands/work.ts")],
    unlisted: true,
    ...(app.config.mode === "production" ? {} : { banner: exampleIsOld(app) ? text.oldExample : text.example }),
  };
}
