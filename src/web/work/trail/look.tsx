import type { Context, Handler } from "hono";
import { z } from "zod";
import {
  findLook,
  isExplained,
  judgementLimit,
  judgeReading,
  maySomewhere,
  outcomes,
  readLimits,
} from "../../../modules/access/index.ts";
import { parseForm } from "../../form.ts";
import { workPath } from "../../place.ts";
import { thenSay } from "../../said.ts";
import type { Env } from "../../surroundings.ts";
import { Button } from "../../ui/button.tsx";
import { RadioGroup } from "../../ui/choice.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Field } from "../../ui/field.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";
import type { Refused } from "../../ui/refused.ts";
import { Lead } from "../../ui/text.tsx";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { referenceOf } from "./columns.tsx";
import { Emergency } from "./emergency.tsx";
import { texts } from "./texts.ts";

export const lookPage: Handler<Env> = (c) => show(c);

const Judgement = z
  .object({
    outcome: z.enum(outcomes, { error: "outcomeMissing" }),
    words: z.string().trim().max(judgementLimit, { error: "wordsTooLong" }).default(""),
  })
  .refine(isExplained, { path: ["words"], error: "wordsMissing" });

/** Somebody looked, and says what came of it. */
export const judgeForm: Handler<Env> = async (c) => {
  const { ctx, language } = c.var;
  const id = z.uuid().safeParse(c.req.param("id"));
  if (!id.success || (await findLook(ctx, id.data)) === undefined) return c.notFound();
  const form = await parseForm(c, Judgement, texts[language].problems);
  if (!form.ok) return show(c, form.refused);
  const came = await judgeReading(ctx, id.data, form.value);
  return thenSay(c, backOf(c), { what: "looked", came });
};

/** A lead looks as the deputy, and has no trail to go back to. */
const backOf = (c: Context<Env>): string =>
  workPath(c.var.place, maySomewhere(c.var.ctx, "trail.search") ? "inzage" : "vandaag");

/** One thing that stood out, or one emergency: who read what, and the form for what came of it. Theirs alone who may judge it. */
async function show(c: Context<Env>, refused?: Refused) {
  const { ctx, language, place } = c.var;
  const text = texts[language];
  const id = z.uuid().safeParse(c.req.param("id"));
  const look = id.success ? await findLook(ctx, id.data) : undefined;
  if (look === undefined) return c.notFound();
  const searches = maySomewhere(ctx, "trail.search");
  const led = look.reason === "emergency" ? text.ledGlass : text.led;
  const page = (
    <WorkFrame
      c={c}
      title={text.title}
      section={searches ? "trail" : "today"}
      counts={await navCounts(c)}
      refused={refused !== undefined}
    >
      <ErrorSummary language={language} refused={refused} />
      <h1>{text.lookTitle(look.reason, readLimits())}</h1>
      {look.reason === "emergency" ? (
        <Emergency c={c} look={look} />
      ) : (
        <Lead>{text.lookLead(look.personName ?? text.noName, look.teamName, look.day)}</Lead>
      )}
      {look.judged === null ? (
        <>
          <h2>{text.judge}</h2>
          <p>{text.judgeLead}</p>
          <Form action={workPath(place, `inzage/te-bekijken/${look.id}`)}>
            <RadioGroup
              language={language}
              refused={refused}
              name="outcome"
              legend={text.outcome}
              options={outcomes.map((outcome) => ({ value: outcome, label: text.outcomes[outcome] }))}
            />
            <Field
              language={language}
              refused={refused}
              name="words"
              type="textarea"
              rows={4}
              optional
              label={text.words}
              hint={text.wordsHint}
            />
            <Button>{text.send}</Button>
          </Form>
        </>
      ) : (
        <>
          <h2>{text.outcomes[look.judged.outcome]}</h2>
          <p>{text.judged(look.judged.by ?? text.noName, look.judged.at)}</p>
          {look.judged.words !== "" && <p dir="auto">{look.judged.words}</p>}
        </>
      )}
      <h2>{led}</h2>
      {look.readings.length === 0 ? (
        <p>{text.nothingRead}</p>
      ) : (
        <DataTable
          language={language}
          caption={led}
          captionHidden
          rows={look.readings}
          count={text.readings(look.readings.length)}
          columns={[
            { head: text.columns.at, cell: ({ at }) => text.moment(at) },
            { head: text.columns.reference, cell: referenceOf, unbroken: true },
            { head: text.columns.ground, cell: ({ ground }) => (ground === null ? "" : text.grounds[ground]) },
          ]}
        />
      )}
      <p>
        <a href={backOf(c)}>{searches ? text.back : text.toToday}</a>
      </p>
    </WorkFrame>
  );
  return c.html(page, refused === undefined ? 200 : 400);
}
