import type { Context, Handler } from "hono";
import { z } from "zod";
import { nameFirstAdmin, withdrawFirstAdmin } from "../../../modules/access/index.ts";
import { mailTyped, parseForm } from "../../form.ts";
import { workPath } from "../../place.ts";
import { thenSay } from "../../said.ts";
import type { Env } from "../../surroundings.ts";
import { Button } from "../../ui/button.tsx";
import { Details } from "../../ui/details.tsx";
import { Field } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { Refused } from "../../ui/refused.ts";
import { showOrganisation } from "./organisation.tsx";
import { texts } from "./page.tsx";

/** Who manages the colleagues of an organisation from now on, as they are typed. */
export const TypedAdmin = z.object({
  adminName: z.string().trim().min(1, { error: "adminNameMissing" }).max(120, { error: "adminNameTooLong" }),
  adminMail: mailTyped("adminMailWrong"),
});

export const adminOf = ({ adminName, adminMail }: z.infer<typeof TypedAdmin>) => ({ name: adminName, mail: adminMail });

export function AdminFields({ c, refused }: { c: Context<Env>; refused: Refused | undefined }) {
  const { language } = c.var;
  const text = texts[language];
  const question = { language, refused };
  return (
    <>
      <Field {...question} name="adminName" label={text.adminName} maxlength={120} autocomplete="off" />
      <Field
        {...question}
        name="adminMail"
        type="email"
        label={text.adminMail}
        hint={text.adminMailHint}
        maxlength={200}
        autocomplete="off"
        dir="ltr"
      />
    </>
  );
}

/** For an organisation of which nobody manages the people; when somebody does meanwhile, that is said and nobody is added. */
export const firstAdminForm: Handler<Env> = async (c) => {
  const { app, ctx, language, place } = c.var;
  const id = z.uuid().safeParse(c.req.param("id"));
  const form = await parseForm(c, TypedAdmin, texts[language].problems);
  if (!id.success) return c.notFound();
  if (!form.ok) return showOrganisation(c, { admin: form.refused });
  const came = await nameFirstAdmin(ctx, id.data, adminOf(form.value), app.secret);
  return came === "gone"
    ? c.notFound()
    : thenSay(c, workPath(place, "gemeente"), { what: "firstAdmin", came: came === "done" ? "invited" : came });
};

type AwaitedProps = { c: Context<Env>; organisationId: string; until: Temporal.Instant };

/** An invitation runs, and nobody else can be invited before it is withdrawn. */
export function AwaitedAdmin({ c, organisationId, until }: AwaitedProps) {
  const { language, place } = c.var;
  const text = texts[language];
  return (
    <>
      <Notice heading={text.awaited}>
        <p>{text.awaitedUntil(until)}</p>
      </Notice>
      <Details language={language} summary={text.withdraw}>
        <p>{text.withdrawWhy}</p>
        <Form action={workPath(place, `gemeente/organisaties/${organisationId}/beheerder/intrekken`)}>
          <Button look="secondary">{text.withdrawSend}</Button>
        </Form>
      </Details>
    </>
  );
}

/** The address was wrong: back to the organisation, where another can be invited. */
export const withdrawAdminForm: Handler<Env> = async (c) => {
  const { ctx, place } = c.var;
  const id = z.uuid().safeParse(c.req.param("id"));
  const form = await parseForm(c, z.object({}), {});
  const came = id.success && form.ok ? await withdrawFirstAdmin(ctx, id.data) : "gone";
  return came === "gone"
    ? c.notFound()
    : thenSay(c, workPath(place, `gemeente/organisaties/${c.req.param("id")}`), {
        what: "firstAdmin",
        came: came === "done" ? "withdrawn" : "came",
      });
};
