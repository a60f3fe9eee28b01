import type { Context, Handler } from "hono";
import { z } from "zod";
import { dayOf, sayDay } from "../../../kernel/day.ts";
import type { Translated } from "../../../kernel/language.ts";
import { listColleagues } from "../../../modules/access/index.ts";
import { beAway, comeBack } from "../../../modules/promises/index.ts";
import { parseForm, readDay } from "../../form.ts";
import { workPath } from "../../place.ts";
import { takeSaid, thenSay } from "../../said.ts";
import type { Env } from "../../surroundings.ts";
import { Button } from "../../ui/button.tsx";
import { DateField } from "../../ui/choice.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { Refused } from "../../ui/refused.ts";
import { Lead } from "../../ui/text.tsx";
import { sharedWords } from "../../words/words.ts";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { en } from "./en.ts";
import { type AwayText, nl } from "./nl.ts";

const texts: Translated<AwayText> = { nl, en };

export const awayPage: Handler<Env> = (c) => show(c);

export const awayForm: Handler<Env> = async (c) => {
  const { ctx, language, place } = c.var;
  const { problems } = texts[language];
  const words = sharedWords[language];
  const form = await parseForm(c, z.looseObject({}), {});
  const values = form.ok ? form.values : form.refused.values;
  const until = readDay(values, "until");
  if (!until.ok) {
    const missing = until.problem === "missing";
    return show(c, { values, errors: { until: missing ? problems.dayMissing : words.dayImpossible(until.typed) } });
  }
  const away = await beAway(ctx, until.value);
  if (!away.ok)
    return show(c, { values, errors: { until: away.problem === "past" ? problems.dayPast : problems.dayTooFar } });
  return thenSay(c, workPath(place, "afwezig"), { what: "handedOver", count: away.value.handedOver });
};

export const backForm: Handler<Env> = async (c) => {
  await comeBack(c.var.ctx);
  return thenSay(c, workPath(c.var.place, "afwezig"), { what: "welcomeBack" });
};

async function show(c: Context<Env>, refused?: Refused) {
  const { ctx, language, place, atWork } = c.var;
  const text = texts[language];
  const [counts, colleagues] = await Promise.all([navCounts(c), listColleagues(ctx)]);
  const awayUntil = colleagues.find((colleague) => colleague.personId === atWork.person.personId)?.awayUntil;
  const said = takeSaid(c);
  const page = (
    <WorkFrame c={c} title={text.title} section="away" counts={counts} refused={refused !== undefined}>
      <ErrorSummary language={language} refused={refused} />
      {said?.what === "welcomeBack" && <Notice kind="success">{text.welcome}</Notice>}
      {said?.what === "handedOver" && <Notice kind="success">{text.done(said.count)}</Notice>}
      <h1>{text.title}</h1>
      {awayUntil != null ? (
        <Form action={workPath(place, "afwezig/terug")}>
          <p>{text.backText(sayDay(Temporal.PlainDate.from(awayUntil), language, dayOf(ctx.now)))}</p>
          <Button>{text.back}</Button>
        </Form>
      ) : (
        <>
          <Lead>{text.lead}</Lead>
          <Form action={workPath(place, "afwezig")}>
            <DateField language={language} refused={refused} name="until" legend={text.until} hint={text.hint} />
            <Button>{text.send}</Button>
          </Form>
        </>
      )}
    </WorkFrame>
  );
  return c.html(page, refused === undefined ? 200 : 400);
}
