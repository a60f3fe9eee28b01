import type { Context, Handler } from "hono";
import { z } from "zod";
import { addColleague, givenRoles, listStaff } from "../../../modules/access/index.ts";
import { parseForm } from "../../form.ts";
import { workPath } from "../../place.ts";
import { thenSay } from "../../said.ts";
import type { Env } from "../../surroundings.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";
import type { Refused } from "../../ui/refused.ts";
import { Lead, Small } from "../../ui/text.tsx";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { DeputyField, DutyFields, deputiesFor, deputyOf } from "./duty-fields.tsx";
import { texts } from "./page.tsx";

export const addPage: Handler<Env> = (c) => show(c);

const Added = z.object({
  name: z.string().trim().min(1, { error: "nameMissing" }).max(120, { error: "nameTooLong" }),
  mail: z
    .string()
    .trim()
    .toLowerCase()
    .pipe(z.email({ error: "mailWrong" }).max(200, { error: "mailWrong" })),
  team: z.uuid({ error: "teamMissing" }),
  role: z.enum(givenRoles, { error: "roleMissing" }),
  deputy: deputyOf,
});

/** Adds somebody by hand, with their first duty; they hear of it by mail. */
export const addForm: Handler<Env> = async (c) => {
  const { app, ctx, language, place } = c.var;
  const { problems } = texts[language];
  const form = await parseForm(c, Added, problems);
  if (!form.ok) return show(c, form.refused);
  const { name, mail, team, role, deputy } = form.value;
  const outcome = await addColleague(ctx, { name, mail, teamId: team, role, deputyId: deputy }, app.secret);
  switch (outcome.kind) {
    case "added":
      return thenSay(c, workPath(place, `collegas/${outcome.personId}`), { what: "staff", came: "added" });
    case "isThere":
      return show(c, form.refuse("mail", problems.isThere));
    case "notHere":
      return show(c, form.refuse("team", problems.notHere));
  }
};

async function show(c: Context<Env>, refused?: Refused) {
  const { ctx, language, place } = c.var;
  const text = texts[language];
  const [staff, counts] = await Promise.all([listStaff(ctx), navCounts(c)]);
  if (staff === undefined) return c.notFound();
  const question = { language, refused };
  const page = (
    <WorkFrame c={c} title={text.addTitle} section="people" counts={counts} refused={refused !== undefined}>
      <ErrorSummary language={language} refused={refused} />
      <h1>{text.addTitle}</h1>
      <Lead>{text.addLead}</Lead>
      <Form action={workPath(place, "collegas/nieuw")}>
        <Field {...question} name="name" label={text.name} autocomplete="off" maxlength={120} />
        <Field {...question} name="mail" type="email" label={text.mail} autocomplete="off" maxlength={200} dir="ltr" />
        <DutyFields c={c} teams={staff.teams} refused={refused} />
        <DeputyField c={c} deputies={deputiesFor(staff.people)} refused={refused} />
        <Button>{text.addSend}</Button>
      </Form>
      <Small>{text.byProvider}</Small>
      <p>
        <a href={workPath(place, "collegas")}>{text.back}</a>
      </p>
    </WorkFrame>
  );
  return c.html(page, refused === undefined ? 200 : 400);
}
