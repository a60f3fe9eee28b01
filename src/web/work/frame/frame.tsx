import type { Context } from "hono";
import type { Child } from "hono/jsx";
import type { Translated } from "../../../kernel/language.ts";
import { countCases } from "../../../modules/casework/index.ts";
import { countToday } from "../../../modules/promises/index.ts";
import { publicPath, sitePath, workPath } from "../../place.ts";
import { type Env, exampleIsOld } from "../../surroundings.ts";
import { WorkPage } from "../../ui/work-page.tsx";
import { en } from "./en.ts";
import { nl, type WorkFrameText } from "./nl.ts";

export const texts: Translated<WorkFrameText> = { nl, en };

type Section = "today" | "cases" | "newCase" | "away";

/** What the navigation counts: fetched before the page is drawn, because drawing does not wait. */
export type NavCounts = { open: number; late: number; cases: number };

export async function navCounts(c: Context<Env>): Promise<NavCounts> {
  const [today, cases] = await Promise.all([countToday(c.var.ctx), countCases(c.var.ctx)]);
  return { ...today, cases: cases.open };
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
  const { place, language, atWork, app } = c.var;
  const text = texts[language];
  const here = atWork.person.memberships.filter((member) => member.municipalityId === place.municipality.id);
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
        href: workPath(place, "vandaag"),
        team: `${here.map((member) => member.teamName).join(", ")}, ${place.municipality.name}`,
      }}
      search={{
        action: workPath(place, "hulpvragen/zoek"),
        label: text.search,
        value: searched,
        invalid: refused === true && searched !== undefined,
      }}
      nav={[
        {
          href: workPath(place, "vandaag"),
          label: text.today,
          count: counts?.open,
          late: counts?.late,
          current: section === "today",
          keys: "g v",
        },
        {
          href: workPath(place, "hulpvragen"),
          label: text.cases,
          count: counts?.cases,
          current: section === "cases",
          keys: "g h",
        },
        { href: workPath(place, "hulpvragen/nieuw"), label: text.newCase, current: section === "newCase", keys: "n" },
        { href: workPath(place, "afwezig"), label: text.away, current: section === "away" },
        { href: publicPath(place, "hulp"), label: text.routeMap },
        ...(app.config.mode === "production" ? [] : [{ href: sitePath(c.var, "/voorbeeld/post"), label: text.outbox }]),
      ]}
      teams={
        elsewhere.length < 2
          ? []
          : elsewhere.map(([slug, name]) => ({
              href: sitePath(c.var, `/werk/${slug}/vandaag`),
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
