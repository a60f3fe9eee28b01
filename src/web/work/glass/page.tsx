import type { Context, Handler } from "hono";
import { z } from "zod";
import type { Translated } from "../../../kernel/language.ts";
import { breakGlass, glassReasonLimit, glassReasons, listTeamsBehindGlass } from "../../../modules/access/index.ts";
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
  reason: z.enum(glassReasons, { error: "reasonMissing" }),
  words: z.string().trim().min(1, { error: "wordsMissing" }).max(glassReasonLimit, { error: "wordsTooLong" }),
});

/** In an emergency: a file of a colleague's team, for an hour, in sight of everybody whom it concerns. */
export const glassForm: Handler<Env> = async (c) => {
  const { app, ctx, language, place } = c.var;
  const text = texts[language];
  const form = await parseForm(c, BreakGlass, text.problems);
  if (!form.ok) return show(c, form.refused);
  const { team, phone, reason, words } = form.value;
  const read = readPhone(phone, app.config.mode !== "production");
  if (!read.ok) return show(c, form.refuse("phone", deskTexts[language].problems[read.problem]));
  const outcome = await breakGlass(ctx, { teamId: team, phone: read.phone, reason, words });
  return outcome.kind === "opened"
    ? c.redirect(workPath(place, `hulpvragen/${outcome.caseId}`), 303)
    : show(c, form.refuse("phone", text.notFound));
};

async function show(c: Context<Env>, refused?: Refused) {
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
        <Form action={workPath(place, "noodtoegang")}>
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
