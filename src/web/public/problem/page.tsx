import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Translated } from "../../../kernel/language.ts";
import { sayPhone } from "../../../modules/contact/index.ts";
import { publicPath, sitePath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Buttons, LinkButton } from "../../ui/button.tsx";
import { PhoneLink } from "../../ui/contact.tsx";
import { Lead, Small } from "../../ui/text.tsx";
import { Frame, SiteFrame } from "../frame/frame.tsx";
import { en } from "./en.ts";
import { nl, type ProblemText } from "./nl.ts";

export const texts: Translated<ProblemText> = { nl, en };

/** Every kind of thing that can go wrong, each with its own page and status. */
export const problemStatus = {
  notFound: 404,
  wrongMethod: 405,
  stale: 403,
  tooLarge: 413,
  tooMany: 429,
  broken: 500,
  away: 503,
  signIn: 401,
} as const satisfies Record<string, ContentfulStatusCode>;
export type ProblemKind = keyof typeof problemStatus;

/** What happened, what to do, and a person to call. Needs no database: it also shows when that is away. */
export function problemPage(c: Context<Env>, kind: ProblemKind): Response | Promise<Response> {
  const { language, place } = c.var;
  const text = texts[language];
  const { title, text: words } = text[kind];
  const desk = place?.municipality.desk;
  const body = (
    <>
      <h1>{title}</h1>
      <Lead>{words}</Lead>
      <p>{desk === undefined ? text.noPlace : text.person(desk.name, <PhoneLink number={sayPhone(desk.phone)} />)}</p>
      <Buttons>
        {kind === "signIn" ? (
          <LinkButton href={sitePath(c.var, "/werk")}>{text.toSignIn}</LinkButton>
        ) : (
          <LinkButton href={place === undefined ? sitePath(c.var, "/") : publicPath(place)}>{text.home}</LinkButton>
        )}
      </Buttons>
      {(kind === "broken" || kind === "away") && <Small>{text.reference(c.var.requestId)}</Small>}
    </>
  );
  const page =
    place === undefined ? (
      <SiteFrame c={c} title={title} unlisted>
        {body}
      </SiteFrame>
    ) : (
      <Frame c={c} title={title} unlisted>
        {body}
      </Frame>
    );
  return c.html(page, problemStatus[kind]);
}
