import type { Context } from "hono";
import type { Child } from "hono/jsx";
import { type Language, languages } from "../../../kernel/language.ts";
import { sayPhone } from "../../../modules/contact/index.ts";
import { noHours, type Openness, openness } from "../../../modules/directory/index.ts";
import { inLanguagePath, publicPath, sitePath, withQuery } from "../../place.ts";
import { type Env, exampleIsOld, type Place } from "../../surroundings.ts";
import type { PersonToCall } from "../../ui/contact.tsx";
import type { LanguageLink } from "../../ui/language-links.tsx";
import { PublicPage } from "../../ui/public-page.tsx";
import { sharedWords } from "../../words/words.ts";
import { texts } from "./texts.ts";

type FrameProps = {
  c: Context<Env>;
  title: string;
  description?: string;
  refused?: boolean;
  /** The page may be about something that nobody should see over a shoulder: asking for a call and following always are. */
  sensitive?: boolean;
  layout?: "column" | "bands";
  /** Where the page can be got again with what was typed, when it is the answer to a form. */
  keptAt?: Record<string, string>;
  unlisted?: boolean;
  /** Islands of this page, by the name of their file. */
  islands?: readonly string[];
  children?: Child;
};

/** A page of one municipality's public site. */
export function Frame({ c, title, children, sensitive = false, keptAt, islands = [], ...rest }: FrameProps) {
  const { place, language, app } = c.var;
  const text = texts[language];
  const { municipality } = place;
  return (
    <PublicPage
      {...rest}
      {...documentOf(c, keptAt)}
      title={`${title} - ${text.siteName(municipality.name)}`}
      site={siteOf(c)}
      stylesheets={[
        app.assets("ui/look/public.css"),
        ...(Object.keys(municipality.theme).length > 0 ? [`/assets/huisstijl/${municipality.slug}.css`] : []),
      ]}
      scripts={[...(sensitive ? ["quick-exit.ts"] : []), ...islands].map((island) => app.assets(`islands/${island}`))}
      person={personToCall(c)}
      quickExit={sensitive ? publicPath(place, "verlaat") : undefined}
      footer={{
        helper: sitePath(c.var, "/werk"),
        complaint: publicPath(place, "klacht"),
        privacy: publicPath(place, "privacy"),
        accessibility: publicPath(place, "toegankelijkheid"),
        more: [{ href: publicPath(place, "volg"), label: text.follow }],
        note: app.config.mode === "production" ? undefined : text.example,
      }}
    >
      {children}
    </PublicPage>
  );
}

/** What stands at the top: whose site it is, with their own mark when there is one. */
export function siteOf(c: Context<Env>) {
  const { place, language } = c.var;
  const { name, slug, logo } = place.municipality;
  return {
    name: texts[language].siteName(name),
    href: publicPath(place),
    logo: logo === null ? undefined : `/assets/huisstijl/${slug}.svg`,
  };
}

/** A page that belongs to no municipality: choosing one, signing in, a problem before we know where. */
export function SiteFrame({ c, title, children, ...rest }: Omit<FrameProps, "sensitive" | "keptAt" | "islands">) {
  const { language, app } = c.var;
  const home = sitePath(c.var, "/");
  const about = sitePath(c.var, "/over");
  return (
    <PublicPage
      {...rest}
      {...documentOf(c)}
      title={`${title} - Rechtspoor`}
      site={{ name: "Rechtspoor", href: home }}
      stylesheets={[app.assets("ui/look/public.css")]}
      footer={{
        helper: sitePath(c.var, "/werk"),
        complaint: `${about}#klacht`,
        privacy: `${about}#privacy`,
        accessibility: `${about}#toegankelijkheid`,
        note: app.config.mode === "production" ? undefined : texts[language].example,
      }}
    >
      {children}
    </PublicPage>
  );
}

const documentOf = (c: Context<Env>, keptAt?: FrameProps["keptAt"]) => ({
  language: c.var.language,
  languageLinks: languageLinks(c, keptAt),
  icon: c.var.app.assets("ui/look/icon.svg"),
  ...(c.var.mirrored ? { dir: "rtl" as const, banner: texts[c.var.language].mirrored } : {}),
  ...(exampleIsOld(c.var.app) ? { banner: texts[c.var.language].oldExample } : {}),
});

/** The same page in the other languages; a refused form there, when this browser keeps what was typed. */
function languageLinks(c: Context<Env>, keptAt: Record<string, string> = {}): LanguageLink[] {
  const { pathname, search } = new URL(c.req.url);
  return (Object.keys(languages) as Language[]).map((code) => ({
    code,
    name: languages[code].name,
    href:
      c.req.method === "GET"
        ? inLanguagePath(pathname, code) + search
        : withQuery(inLanguagePath(pathname, code), keptAt),
    direction: languages[code].direction,
    current: code === c.var.language && !c.var.mirrored,
  }));
}

const deskHours = (place: Place) => ({
  hours: { ...noHours(), phone: place.municipality.desk.hours },
  closingDays: new Set<string>(),
});

/** Whether somebody is at the municipality's own desk now, or when. */
export const deskOpenness = (c: Context<Env>): Openness => openness(deskHours(c.var.place), "phone", c.var.ctx.now);

/** When somebody is at that desk: on screen as it is now, on paper as it is each week. */
export function DeskHours({ c }: { c: Context<Env> }) {
  const words = sharedWords[c.var.language];
  return (
    <>
      <span class="rechtspoor-screen-only">{words.open(deskOpenness(c))}</span>
      <span class="rechtspoor-paper-only">{words.hours(c.var.place.municipality.desk.hours)}</span>
    </>
  );
}

/** The municipality's own desk: who to call when nothing else fits, and whether somebody is there now. */
function personToCall(c: Context<Env>): PersonToCall {
  const { place, language } = c.var;
  const text = texts[language];
  const now = deskOpenness(c);
  return {
    before: text.talk,
    call: sharedWords[language].call,
    number: sayPhone(place.municipality.desk.phone),
    hours: sharedWords[language].open(now),
    onPaper: sharedWords[language].hours(place.municipality.desk.hours),
    open: now.kind === "open",
  };
}
