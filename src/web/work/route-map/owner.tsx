import type { Context, Handler } from "hono";
import { z } from "zod";
import { dayOf } from "../../../kernel/day.ts";
import { checkEntry, findOwner, freshnessOf, nameOwner, type Service } from "../../../modules/directory/index.ts";
import { mailTyped, parseForm } from "../../form.ts";
import { workPath } from "../../place.ts";
import { thenSay } from "../../said.ts";
import type { Env } from "../../surroundings.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { Refused } from "../../ui/refused.ts";
import { Lead } from "../../ui/text.tsx";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { entryAsked } from "./begun.tsx";
import { texts } from "./texts.ts";

const role = (missing: string) => z.string().trim().min(1, { error: missing }).max(120, { error: missing });
const TypedOwner = z.object({
  role: role("roleMissing"),
  mail: mailTyped("ownerMailWrong"),
  deputyRole: role("deputyRoleMissing"),
  deputyMail: mailTyped("deputyMailWrong"),
});

/** Who is asked twice a year whether an entry is right still, with a deputy; and that it was looked at today. */
export const ownerPage: Handler<Env> = async (c) => {
  const service = await entryAsked(c);
  return service === undefined ? c.notFound() : showOwner(c, service);
};

export const ownerForm: Handler<Env> = async (c) => {
  const { ctx, language, place } = c.var;
  const service = await entryAsked(c);
  if (service === undefined) return c.notFound();
  const form = await parseForm(c, TypedOwner, texts[language].problems);
  if (!form.ok) return showOwner(c, service, form.refused);
  const came = await nameOwner(ctx, service.id, { ...form.value, language: "nl" });
  return came === "gone"
    ? c.notFound()
    : thenSay(c, workPath(place, `routekaart/${service.id}`), { what: "routeMap", came: "saved" });
};

export const checkedForm: Handler<Env> = async (c) => {
  const { ctx, place } = c.var;
  const service = await entryAsked(c);
  const form = await parseForm(c, z.object({}), {});
  if (service === undefined || !form.ok || (await checkEntry(ctx, service.id)) === "gone") return c.notFound();
  return thenSay(c, workPath(place, `routekaart/${service.id}`), { what: "routeMap", came: "checked" });
};

async function showOwner(c: Context<Env>, service: Service, refused?: Refused) {
  const { ctx, language, place } = c.var;
  const text = texts[language];
  const owner = await findOwner(ctx, service.id);
  const own = workPath(place, `routekaart/${service.id}`);
  const question = { language, refused, maxlength: 200 };
  const freshness = freshnessOf(service.checkedOn, dayOf(ctx.now));
  const title = text.ownerTitle(service.name.nl);
  const page = (
    <WorkFrame c={c} title={title} section="routeMap" counts={await navCounts(c)} refused={refused !== undefined}>
      <ErrorSummary language={language} refused={refused} />
      <h1>{title}</h1>
      <Lead>{text.ownerLead}</Lead>
      {freshness !== "fresh" && <Notice kind="warning">{text.freshness[freshness]}</Notice>}
      <Form action={`${own}/nagekeken`}>
        <Button look="secondary">{text.checkedToday}</Button>
      </Form>
      <Form action={`${own}/eigenaar`}>
        <Field {...question} name="role" label={text.ownerRole} hint={text.ownerRoleHint} value={owner?.role} />
        <Field
          {...question}
          name="mail"
          type="email"
          label={text.ownerMail}
          value={owner?.mail}
          autocomplete="off"
          dir="ltr"
        />
        <Field
          {...question}
          name="deputyRole"
          label={text.deputyRole}
          hint={text.deputyHint}
          value={owner?.deputyRole}
        />
        <Field
          {...question}
          name="deputyMail"
          type="email"
          label={text.deputyMail}
          value={owner?.deputyMail}
          autocomplete="off"
          dir="ltr"
        />
        <Button>{text.save}</Button>
      </Form>
      <LinkButton look="subtle" href={own}>
        {text.backTo(service.name.nl)}
      </LinkButton>
    </WorkFrame>
  );
  return c.html(page, refused === undefined ? 200 : 400);
}
