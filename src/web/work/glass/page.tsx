import type { Context, Handler } from "hono";
import { z } from "zod";
import { dayOf } from "../../../kernel/day.ts";
import type { Translated } from "../../../kernel/language.ts";
import {
  type BehindGlass,
  breakGlass,
  glassReasonLimit,
  glassReasons,
  isSentence,
  listTeamsBehindGlass,
} from "../../../modules/access/index.ts";
import { readPhone } from "../../../modules/contact/index.ts";
import { parseForm } from "../../form.ts";
import { workPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Button } from "../../ui/button.tsx";
import { RadioGroup } from "../../ui/choice.tsx";
import { Field } from "../../ui/field.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PhoneField } from "../../ui/phone-field.tsx";
import type { Refused } from "../../ui/refused.ts";
import { Lead, Small } from "../../ui/text.tsx";
import { texts as deskTexts } from "../desk/slip.tsx";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { en } from "./en.ts";
import { type GlassText, nl } from "./nl.ts";

const texts: Translated<GlassText> = { nl, en };

export const glassPage: Handler<Env> = (c) => show(c);

const BreakGlass = z.object({
  team: z.uuid({ error: "teamMissing" }),
  phone: z.string().default(""),
  question: z.uuid().optional().catch(undefined),
  reason: z.enum(glassReasons, { error: "reasonMissing" }),
  words: z
    .string()
    .trim()
    .min(1, { error: "wordsMissing" })
    .max(glassReasonLimit, { error: "wordsTooLong" })
    .refine(isSentence, { error: "wordsTooShort" }),
});

/** In an emergency: a file of a colleague's team, for an hour, in sight of everybody whom it concerns. */
export const glassForm: Handler<Env> = async (c) => {
  const { app, ctx, language, place } = c.var;
  const text = texts[language];
  const form = await parseForm(c, BreakGlass, text.problems);
  const { values, errors } = form.ok ? { values: form.values, errors: {} } : form.refused;
  const read = readPhone(String(values.phone ?? ""), app.config.mode !== "production");
  // Everything that is wrong at once, in the order of the page: whoever is in a hurry mends it once.
  if (!form.ok || !read.ok) {
    const phone = read.ok ? undefined : deskTexts[language].problems[read.problem];
    return show(c, { values, errors: { team: errors.team, phone, reason: errors.reason, words: errors.words } });
  }
  const { team, question, reason, words } = form.value;
  const outcome = await breakGlass(ctx, { teamId: team, phone: read.phone, reason, words, chosen: question });
  switch (outcome.kind) {
    case "opened":
      return c.redirect(workPath(place, `hulpvragen/${outcome.caseId}`), 303);
    case "choose":
      return show(c, form.refuse("question", text.problems.whichMissing), outcome.from);
    case "notFound":
      return show(c, form.refuse("phone", text.notFound));
  }
};

/** By the day on which each was asked; the time as well where two are of one day. */
function choicesOf(found: BehindGlass[], text: GlassText) {
  const days = Map.groupBy(found, ({ askedAt }) => dayOf(askedAt).toString());
  return found.map(({ caseId, askedAt }) => {
    const alone = days.get(dayOf(askedAt).toString())?.length === 1;
    return { value: caseId, label: alone ? text.askedOn(askedAt) : text.askedAt(askedAt) };
  });
}

async function show(c: Context<Env>, refused?: Refused, found: BehindGlass[] = []) {
  const { ctx, language, place } = c.var;
  const text = texts[language];
  const [counts, teams] = await Promise.all([navCounts(c), listTeamsBehindGlass(ctx)]);
  const page = (
    <WorkFrame c={c} title={text.title} counts={counts} refused={refused !== undefined}>
      <ErrorSummary language={language} refused={refused} />
      <h1>{text.title}</h1>
      <Lead>{text.lead}</Lead>
      <Notice kind="warning">
        <p>{text.seen}</p>
        <ul>
          {text.whoSees.map((who) => (
            <li>{who}</li>
          ))}
        </ul>
      </Notice>
      {teams.length === 0 ? (
        <p>{text.none}</p>
      ) : (
        // A choice that was made is kept while something else is mended.
        <Form
          action={workPath(place, "noodtoegang")}
          hidden={found.length === 0 ? { question: refused?.values.question } : {}}
        >
          <Field
            language={language}
            refused={refused}
            name="team"
            type="select"
            label={text.team}
            choose={text.chooseTeam}
            options={teams.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <PhoneField language={language} refused={refused} label={text.phone} autocomplete="off" />
          {found.length > 0 && (
            <RadioGroup
              language={language}
              refused={refused}
              name="question"
              legend={text.which}
              hint={text.whichHint}
              options={choicesOf(found, text)}
            />
          )}
          <RadioGroup
            language={language}
            refused={refused}
            name="reason"
            legend={text.reason}
            options={glassReasons.map((reason) => ({ value: reason, label: text.reasons[reason] }))}
          />
          <Field
            language={language}
            refused={refused}
            name="words"
            type="textarea"
            rows={4}
            label={text.words}
            hint={text.wordsHint}
          />
          <Button>{text.open}</Button>
        </Form>
      )}
      <Small>{text.limits}</Small>
    </WorkFrame>
  );
  return c.html(page, refused === undefined ? 200 : 400);
}
