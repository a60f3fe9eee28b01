import type { Context } from "hono";
import type { Child } from "hono/jsx";
import { sayPhone } from "../../../modules/contact/index.ts";
import { sitePath, withQuery, workPath } from "../../place.ts";
import { type ProblemKind, problemStatus, texts as problemTexts } from "../../public/problem/page.tsx";
import type { Env } from "../../surroundings.ts";
import { Buttons, LinkButton } from "../../ui/button.tsx";
import { Lead, Small } from "../../ui/text.tsx";
import { WorkPage } from "../../ui/work-page.tsx";
import { documentOf, home, texts, WorkFrame } from "./frame.tsx";

/** What goes wrong at work stays at work: the way back is Vandaag, or signing in and then the page that was asked for. */
export function workProblemPage(c: Context<Env>, kind: ProblemKind): Response | Promise<Response> {
  const { language, place, atWork, requestId } = c.var;
  const text = problemTexts[language];
  const { title, text: words } = text[kind];
  // Whoever works on no files has no Vandaag.
  const begin = atWork === undefined || place === undefined ? sitePath(c.var, "/werk") : workPath(place, home(c));
  const isToday = atWork !== undefined && home(c) === "vandaag";
  const page = (
    <ProblemFrame c={c} title={title} signIn={kind === "signIn" ? signInPath(c) : undefined}>
      <h1>{title}</h1>
      <Lead>{words}</Lead>
      <Buttons>
        {kind === "signIn" ? (
          <LinkButton href={signInPath(c)}>{text.toSignIn}</LinkButton>
        ) : (
          <LinkButton href={begin}>{isToday ? texts[language].toToday : texts[language].toStart}</LinkButton>
        )}
      </Buttons>
      {(kind === "broken" || kind === "away") && <Small>{text.reference(requestId)}</Small>}
    </ProblemFrame>
  );
  return c.html(page, problemStatus[kind]);
}

/** Sign in, and then on to the page that was asked for. */
function signInPath(c: Context<Env>): string {
  const { pathname, search } = new URL(c.req.url);
  return withQuery(sitePath(c.var, "/werk"), { terug: c.req.method === "GET" ? pathname + search : undefined });
}

type ProblemFrameProps = {
  c: Context<Env>;
  title: string;
  /** Where somebody signs in, when that leads back to a page there is. */
  signIn?: string | undefined;
  children?: Child;
};

/**
 * The workspace as far as it can be shown, with a person to call: whole to somebody who is signed in here, otherwise
 * without what is theirs.
 */
export function ProblemFrame({ c, title, signIn, children }: ProblemFrameProps) {
  const { place, atWork, language } = c.var;
  const text = problemTexts[language];
  const desk = place?.municipality.desk;
  const body = (
    <>
      {children}
      {desk !== undefined && <p>{text.person(desk.name, sayPhone(desk.phone))}</p>}
    </>
  );
  if (atWork !== undefined)
    return (
      <WorkFrame c={c} title={title}>
        {body}
      </WorkFrame>
    );
  return (
    <WorkPage
      {...documentOf(c)}
      title={`${title} - Rechtspoor`}
      site={{ name: "Rechtspoor", href: sitePath(c.var, "/werk"), team: place?.municipality.name ?? "" }}
      nav={[{ href: signIn ?? sitePath(c.var, "/werk"), label: text.toSignIn }]}
    >
      {body}
    </WorkPage>
  );
}
