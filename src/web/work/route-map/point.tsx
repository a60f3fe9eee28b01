import type { Context, Handler } from "hono";
import { z } from "zod";
import { newId } from "../../../kernel/id.ts";
import { changeEntry, type PointContent, pointContentOf, type Service } from "../../../modules/directory/index.ts";
import { parseForm } from "../../form.ts";
import { workPath } from "../../place.ts";
import { thenSay } from "../../said.ts";
import type { Env } from "../../surroundings.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";
import type { Refused } from "../../ui/refused.ts";
import { Lead } from "../../ui/text.tsx";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { entryAsked, ReasonField, Version, versionOf } from "./begun.tsx";
import { namesOfEntry } from "./change-table.tsx";
import { Meanwhile, type OthersChange } from "./meanwhile.tsx";
import { PointFields } from "./point-fields.tsx";
import { texts } from "./texts.ts";
import { type PointProblem, pointLists, readPoint, TypedPoint } from "./typed-point.ts";

/** "nieuw", or the point of this entry that the address names. */
type Asked = { service: Service; pointId: string | undefined };

async function pointAsked(c: Context<Env>): Promise<Asked | undefined> {
  const service = await entryAsked(c);
  const asked = c.req.param("plaats");
  if (service === undefined) return undefined;
  if (asked === "nieuw") return { service, pointId: undefined };
  return service.points.some(({ id }) => id === asked) ? { service, pointId: asked } : undefined;
}

export const pointPage: Handler<Env> = async (c) => {
  const asked = await pointAsked(c);
  return asked === undefined ? c.notFound() : showPoint(c, asked, {});
};

export const pointForm: Handler<Env> = async (c) => {
  const { app, ctx, language, place } = c.var;
  const asked = await pointAsked(c);
  if (asked === undefined) return c.notFound();
  const { service, pointId } = asked;
  const form = await parseForm(c, TypedPoint.extend({ version: Version }), texts[language].problems, pointLists);
  if (!form.ok) return showPoint(c, asked, { refused: form.refused });
  const read = readPoint(form.value, app.config.mode !== "production");
  if (!read.ok) {
    const errors = Object.entries(read.problems).map(([field, problem]) => [field, sentenceOf(c, problem)]);
    return showPoint(c, asked, { refused: { values: form.values, errors: Object.fromEntries(errors) } });
  }
  const id = pointId ?? newId();
  const came = await changeEntry(ctx, service.id, {
    version: form.value.version,
    reason: form.value.reason,
    edit: (base) => ({ ...base, points: { ...base.points, [id]: read.edit(base.points[id]) } }),
  });
  if (came.kind === "gone") return c.notFound();
  if (came.kind === "meanwhile") return showPoint(c, asked, { content: came.entry.points[id], others: came });
  return thenSay(c, workPath(place, `routekaart/${service.id}`), {
    what: "routeMap",
    came: came.kind === "nothing" ? "nothing" : "saved",
  });
};

function sentenceOf(c: Context<Env>, problem: PointProblem): string {
  const text = texts[c.var.language];
  return typeof problem === "string"
    ? text.problems[problem]
    : text.hoursWrong(problem.hours.map(({ line, problem }) => ({ line, words: text.hoursProblems[problem] })));
}

export const removePointForm: Handler<Env> = async (c) => {
  const { ctx, place } = c.var;
  const asked = await pointAsked(c);
  const form = await parseForm(c, z.object({ version: Version }), {});
  if (asked?.pointId === undefined || !form.ok) return c.notFound();
  const { service, pointId } = asked;
  const came = await changeEntry(ctx, service.id, {
    version: form.value.version,
    reason: "",
    edit: (base) => ({
      ...base,
      points: Object.fromEntries(Object.entries(base.points).filter(([id]) => id !== pointId)),
    }),
  });
  if (came.kind === "gone") return c.notFound();
  if (came.kind === "meanwhile") return showPoint(c, asked, { others: came });
  return thenSay(c, workPath(place, `routekaart/${service.id}`), { what: "routeMap", came: "saved" });
};

type Shown = { refused?: Refused; content?: PointContent | undefined; others?: OthersChange };

async function showPoint(c: Context<Env>, { service, pointId }: Asked, { refused, content, others }: Shown) {
  const { language, place } = c.var;
  const text = texts[language];
  const point = service.points.find(({ id }) => id === pointId);
  const title = point?.place.name ?? text.newPointTitle;
  const own = workPath(place, `routekaart/${service.id}`);
  const here = `${own}/plaatsen/${pointId ?? "nieuw"}`;
  const version = String(others?.version ?? versionOf(refused, service));
  const isWrong = refused !== undefined || others !== undefined;
  const page = (
    <WorkFrame c={c} title={title} section="routeMap" counts={await navCounts(c)} refused={isWrong}>
      <ErrorSummary language={language} refused={refused} />
      {others !== undefined && <Meanwhile c={c} nameOf={namesOfEntry(c, service)} others={others} />}
      <h1>{title}</h1>
      <Lead>{service.name.nl}</Lead>
      <Form action={here} hidden={{ version }}>
        <PointFields c={c} content={content ?? (point && pointContentOf(point))} refused={refused} />
        <ReasonField c={c} refused={refused} />
        <Button>{text.save}</Button>
      </Form>
      {point !== undefined &&
        (point.teamId === null ? (
          <Form action={`${here}/weg`} hidden={{ version }}>
            <Button look="secondary">{text.removePoint}</Button>
          </Form>
        ) : (
          <p>{text.callsBack}</p>
        ))}
      <LinkButton look="subtle" href={own}>
        {text.backTo(service.name.nl)}
      </LinkButton>
    </WorkFrame>
  );
  return c.html(page, isWrong ? 400 : 200);
}
