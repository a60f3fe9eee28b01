import type { Context, Handler } from "hono";
import { z } from "zod";
import type { Translated } from "../../../kernel/language.ts";
import { isThere, listColleagues } from "../../../modules/access/index.ts";
import { listCallbackLines } from "../../../modules/contact/index.ts";
import { givePromise, listLeftBehind } from "../../../modules/promises/index.ts";
import { parseForm } from "../../form.ts";
import { workPath } from "../../place.ts";
import { takeSaid, thenSay } from "../../said.ts";
import type { Env } from "../../surroundings.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { EmptyState } from "../../ui/data-table.tsx";
import { Field } from "../../ui/field.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { Refused } from "../../ui/refused.ts";
import { Lead, Small, Warn } from "../../ui/text.tsx";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { texts as todayTexts } from "../today/page.tsx";
import { en } from "./en.ts";
import { type HandOverText, nl } from "./nl.ts";

const texts: Translated<HandOverText> = { nl, en };

export const handOverPage: Handler<Env> = (c) => show(c);

/** The name of the box in the form of one promise: a page holds many. */
const boxOf = (promiseId: string): string => `person-${promiseId}`;

/** Gives one promise to a colleague. */
export const giveForm: Handler<Env> = async (c) => {
  const { ctx, language, place } = c.var;
  const { problems } = texts[language];
  const form = await parseForm(c, z.object({ promise: z.uuid() }), {});
  if (!form.ok) return c.notFound();
  const { promise } = form.value;
  const person = z.uuid().safeParse(form.values[boxOf(promise)]);
  if (!person.success) return show(c, form.refuse(boxOf(promise), problems.personMissing));
  const given = await givePromise(ctx, promise, person.data);
  if (!given.ok && (given.problem === "notThere" || given.problem === "neverCame"))
    return show(c, form.refuse(boxOf(promise), problems[given.problem]));
  return thenSay(c, workPath(place, "overdracht"), { what: "given", came: given.ok ? "given" : "gone" });
};

/** What was left behind, each with the colleagues who are there to take it on: one screen. */
async function show(c: Context<Env>, refused?: Refused) {
  const { ctx, language, place } = c.var;
  const text = texts[language];
  const [left, colleagues, counts] = await Promise.all([listLeftBehind(ctx), listColleagues(ctx), navCounts(c)]);
  const caseIds = left.flatMap(({ caseId }) => (caseId === null ? [] : [caseId]));
  const lines = await listCallbackLines(ctx, { caseIds, page: 1, perPage: 500 });
  const byCase = new Map(lines.map((line) => [line.file.id, line]));
  const said = takeSaid(c);
  const page = (
    <WorkFrame c={c} title={text.title} section="handOver" counts={counts} refused={refused !== undefined}>
      <ErrorSummary language={language} refused={refused} />
      {said?.what === "given" && (
        <Notice kind={said.came === "given" ? "success" : "warning"}>{text[said.came]}</Notice>
      )}
      <h1>{text.title}</h1>
      <Lead>{text.lead(left.length)}</Lead>
      {left.length === 0 && (
        <EmptyState action={<LinkButton href={workPath(place, "vandaag")}>{text.emptyDo}</LinkButton>} />
      )}
      {left.map((promise) => {
        const line = byCase.get(promise.caseId ?? "");
        const name = line === undefined || line.resident.name === "" ? text.noName : line.resident.name;
        return (
          <Card
            level={2}
            title={<bdi>{name}</bdi>}
            {...(line === undefined ? {} : { href: workPath(place, `hulpvragen/${line.file.id}`) })}
          >
            <p>
              {text.due(todayTexts[language].kinds[promise.kind], promise.dueAt)}{" "}
              {promise.harm && <Warn>{text.harm}</Warn>}
            </p>
            <Form action={workPath(place, "overdracht")} hidden={{ promise: promise.id }}>
              <Field
                language={language}
                refused={refused}
                name={boxOf(promise.id)}
                type="select"
                label={text.to}
                choose={text.choose}
                options={colleagues
                  .filter((colleague) => colleague.teamId === promise.teamId && isThere(colleague))
                  .map(({ personId, name }) => ({ value: personId, label: name }))}
              />
              <Button tight>{text.give}</Button>
            </Form>
          </Card>
        );
      })}
      <Small>{text.how}</Small>
    </WorkFrame>
  );
  return c.html(page, refused === undefined ? 200 : 400);
}
