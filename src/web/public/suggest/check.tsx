import type { Context, Handler } from "hono";
import type { Child } from "hono/jsx";
import { z } from "zod";
import { confirmCheck, findCheck, type OpenCheck, suggestByOwner } from "../../../modules/directory/index.ts";
import { parseForm } from "../../form.ts";
import { publicPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";
import type { Refused } from "../../ui/refused.ts";
import { SummaryList } from "../../ui/summary-list.tsx";
import { Lead } from "../../ui/text.tsx";
import { Frame } from "../frame/frame.tsx";
import { factsOf } from "../service/facts.tsx";
import { PointCard } from "../service/point-card.tsx";
import { readSuggestion, SuggestionFields, texts } from "./fields.tsx";

/*
 * Where the link in a mail to an owner leads. Mail programs open links by themselves, so opening it does nothing: one press
 * of the button does. A link that never was is not there.
 */

const wordOf = (c: Context<Env>): string => c.req.param("token") ?? "";

export const checkEntryPage: Handler<Env> = async (c) => {
  const check = await findCheck(c.var.ctx, wordOf(c));
  return check === undefined ? c.notFound() : showCheck(c, check);
};

export const confirmCheckForm: Handler<Env> = async (c) => {
  const { ctx, language } = c.var;
  const form = await parseForm(c, z.object({}), {});
  const before = form.ok ? await findCheck(ctx, wordOf(c)) : undefined;
  const check = before && (await confirmCheck(ctx, wordOf(c)));
  if (before === undefined || check === undefined) return c.notFound();
  const text = texts[language];
  if (before.state !== "open") return showCheck(c, before);
  return c.html(
    <Said c={c} title={text.confirmedTitle}>
      {text.confirmed}
    </Said>,
  );
};

export const changeCheckForm: Handler<Env> = async (c) => {
  const { ctx, language } = c.var;
  const check = await findCheck(ctx, wordOf(c));
  const read = await readSuggestion(c);
  if (check === undefined) return c.notFound();
  if (check.state !== "open") return showCheck(c, check);
  if (!read.ok) return showCheck(c, check, read.refused);
  const text = texts[language];
  const came = await suggestByOwner(ctx, wordOf(c), { ...read.made, language });
  switch (came) {
    case "gone":
      return c.notFound();
    case "over":
      return showCheck(c, { ...check, state: "answered" });
    case "empty":
      return showCheck(c, check, read.refuse("words", text.problems.wordsMissing));
    case "done":
      return c.html(
        <Said c={c} title={text.doneTitle}>
          {text.done}
        </Said>,
      );
  }
};

function showCheck(c: Context<Env>, { service, state }: OpenCheck, refused?: Refused) {
  const { language, place } = c.var;
  const text = texts[language];
  if (state === "answered")
    return c.html(
      <Said c={c} title={text.answeredTitle}>
        {text.answered}
      </Said>,
    );
  if (state === "ended")
    return c.html(
      <Said c={c} title={text.endedTitle}>
        {text.ended(place.municipality.desk.name)}
      </Said>,
      404,
    );
  const here = publicPath(place, `klopt-nog/${wordOf(c)}`);
  const title = text.checkTitle(service.name.nl);
  const page = (
    <Frame c={c} title={title} unlisted refused={refused !== undefined}>
      <ErrorSummary language={language} refused={refused} />
      <h1>{title}</h1>
      <Lead>{text.checkLead}</Lead>
      <p lang="nl">{service.sentence.nl}</p>
      <SummaryList language={language} items={factsOf(c, service)} />
      {service.points.map((point) => (
        <PointCard c={c} point={point} several={service.points.length > 1} />
      ))}
      <Form action={here}>
        <Button>{text.right}</Button>
      </Form>
      <h2>{text.wrong}</h2>
      <p>{text.wrongLead}</p>
      <Form action={`${here}/anders`}>
        <SuggestionFields c={c} service={service} refused={refused} isOwner />
        <Button look="secondary">{text.send}</Button>
      </Form>
    </Frame>
  );
  return c.html(page, refused === undefined ? 200 : 400);
}

function Said({ c, title, children }: { c: Context<Env>; title: string; children?: Child }) {
  return (
    <Frame c={c} title={title} unlisted>
      <h1>{title}</h1>
      <Lead>{children}</Lead>
    </Frame>
  );
}
