import type { Context } from "hono";
import { z } from "zod";
import { dayOf } from "../../../kernel/day.ts";
import { getTeam, type Team } from "../../../modules/access/index.ts";
import {
  findHelp,
  findServicePoint,
  findTheme,
  fitOf,
  inLanguage,
  type ServicePoint,
} from "../../../modules/directory/index.ts";
import { callbackSpan } from "../../../modules/promises/index.ts";
import { publicPath, withQuery } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Buttons, LinkButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { MailLink } from "../../ui/contact.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Lead, Small } from "../../ui/text.tsx";
import { sharedWords } from "../../words/words.ts";
import { readStory } from "../answer/asked.ts";
import { readWords } from "../answer/kept-words.ts";
import { FullName } from "../answer/service-facts.tsx";
import { Frame } from "../frame/frame.tsx";
import { callbackTexts } from "./fields.tsx";

/** The point that was asked to call back, with its team, and by when it would call if asked now. */
export type Asked = { point: ServicePoint; team: Team; before: Temporal.Instant };

/** Undefined: no such point here, or nobody there calls back. */
export async function findAsked(c: Context<Env>, pointId: unknown): Promise<Asked | undefined> {
  const id = z.uuid().safeParse(pointId);
  const found = id.success ? await findServicePoint(c.var.ctx, id.data) : undefined;
  if (found === undefined || found.point.teamId === null) return undefined;
  const { ctx, place } = c.var;
  const team = await getTeam(ctx, found.point.teamId);
  const { due } = callbackSpan(ctx.now, place.municipality.callbackClock, team);
  return { point: found.point, team, before: due };
}

const most = 50;

/** Somebody who helps find out what it is, for whom nothing is known of their question. */
const unknownTheme = "iets-anders";

/** The life events they came by: of the address, then of what they wrote. */
function themesOf(c: Context<Env>): string[] {
  const chosen = findTheme(c.req.query("onderwerp") ?? "");
  const written = readStory(readWords(c)?.words ?? "", dayOf(c.var.ctx.now)).themes;
  const slugs = [...(chosen === undefined ? [] : [chosen]), ...written].map((theme) => theme.slug);
  return slugs.filter((slug, at) => slugs.indexOf(slug) === at);
}

/** Who may call, best fit first: those whose work fits the life events, or everybody here when none does. */
async function listCallable(c: Context<Env>, themes: string[]) {
  const { ctx, place } = c.var;
  const chain = [place.municipality.id];
  const { services } = await findHelp(ctx, { chain, themes, page: 1, perPage: most });
  const wanted = themes.length > 0 ? themes : [unknownTheme];
  return services
    .toSorted((a, b) => fitOf(b, wanted) - fitOf(a, wanted))
    .flatMap((service) => {
      const point = service.points.find((point) => point.teamId !== null);
      return point === undefined ? [] : [{ service, point }];
    });
}

/** @param said why this page comes instead of the form, when it does. */
export async function choosePoint(c: Context<Env>, said?: string): Promise<Response> {
  const { language, place } = c.var;
  const text = callbackTexts[language];
  const themes = themesOf(c);
  const fitting = themes.length === 0 ? [] : await listCallable(c, themes);
  const callable = fitting.length > 0 ? fitting : await listCallable(c, []);
  return c.html(
    <Frame c={c} title={text.title} sensitive>
      <h1>{text.choosePoint}</h1>
      {said !== undefined && <Notice kind="warning">{said}</Notice>}
      <Lead>{callable.length === 0 ? text.noPoint : text.choosePointLead}</Lead>
      {callable.map(({ service, point }, at) => (
        <Card title={<FullName c={c} service={service} />} level={2}>
          <p>{inLanguage(service.sentence, language).text}</p>
          <Small>{sharedWords[language].independence[service.organisation.independence]}</Small>
          <Buttons>
            <LinkButton
              look={at === 0 ? "primary" : "secondary"}
              href={withQuery(publicPath(place, "bel-mij-terug"), { punt: point.id, onderwerp: themes[0] })}
              about={<FullName c={c} service={service} />}
            >
              {text.title}
            </LinkButton>
          </Buttons>
        </Card>
      ))}
      <OtherWays c={c} />
    </Frame>,
  );
}

/** For whoever cannot phone: mail, or come by. */
export function OtherWays({ c }: { c: Context<Env> }) {
  const text = callbackTexts[c.var.language];
  const { desk } = c.var.place.municipality;
  return (
    <>
      <h2>{text.otherWays}</h2>
      <p>{text.otherWaysText(<MailLink mail={desk.mail} />, desk.address)}</p>
    </>
  );
}
