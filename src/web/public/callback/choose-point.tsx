import type { Context } from "hono";
import { z } from "zod";
import { getTeam, type Team } from "../../../modules/access/index.ts";
import {
  findHelp,
  findServicePoint,
  findTheme,
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

/** Who may call: those whose work fits the life event, or everybody here when none does. */
async function listCallable(c: Context<Env>, themes: string[]) {
  const { ctx, place } = c.var;
  const chain = [place.municipality.id];
  const { services } = await findHelp(ctx, { chain, themes, page: 1, perPage: most });
  return services.flatMap((service) => {
    const point = service.points.find((point) => point.teamId !== null);
    return point === undefined ? [] : [{ service, point }];
  });
}

/** @param said why this page comes instead of the form, when it does. */
export async function choosePoint(c: Context<Env>, said?: string): Promise<Response> {
  const { language, place } = c.var;
  const text = callbackTexts[language];
  const theme = findTheme(c.req.query("onderwerp") ?? "");
  const fitting = theme === undefined ? [] : await listCallable(c, [theme.slug]);
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
              href={withQuery(publicPath(place, "bel-mij-terug"), { punt: point.id, onderwerp: theme?.slug })}
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
