import type { Context, Handler } from "hono";
import { z } from "zod";
import {
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
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { showChoice } from "./choice.tsx";
import { texts } from "./texts.ts";

export const glassPage: Handler<Env> = (c) => show(c);

const BreakGlass = z.object({
  team: z.uuid({ error: "teamMissing" }),
  phone: z.string().default(""),
  question: z.uuid().optional().catch(undefined),
  /** The questions were shown to choose from. */
  shown: z.literal("ja").optional().catch(undefined),
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
    const phone = read.ok ? undefined : text.problems[read.problem];
    return show(c, { values, errors: { team: errors.team, phone, reason: errors.reason, words: errors.words } });
  }
  const { team, question, shown, reason, words } = form.value;
  const outcome = await breakGlass(ctx, { teamId: team, phone: read.phone, reason, words, chosen: question });
  switch (outcome.kind) {
    case "opened":
      return c.redirect(workPath(place, `hulpvragen/${outcome.caseId}`), 303);
    case "choose":
      // The first time it is no mistake: there is one thing more to ask.
      if (shown === undefined) return showChoice(c, outcome.from, { values, errors: {} });
      return showChoice(
        c,
        outcome.from,
        form.refuse("question", text.problems[question === undefined ? "whichMissing" : "whichGone"]),
      );
    case "notFound":
      return show(c, form.refuse("phone", text.notFound));
  }
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
