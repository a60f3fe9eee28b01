import type { Context, Handler } from "hono";
import { z } from "zod";
import { nameFirstAdmin } from "../../../modules/access/index.ts";
import { parseForm } from "../../form.ts";
import { workPath } from "../../place.ts";
import { thenSay } from "../../said.ts";
import type { Env } from "../../surroundings.ts";
import { Field } from "../../ui/field.tsx";
import type { Refused } from "../../ui/refused.ts";
import { showOrganisation } from "./organisation.tsx";
import { texts } from "./page.tsx";

/** Who manages the colleagues of an organisation from now on, as they are typed. */
export const TypedAdmin = z.object({
  adminName: z.string().trim().min(1, { error: "adminNameMissing" }).max(120, { error: "adminNameTooLong" }),
  adminMail: z
    .string()
    .trim()
    .toLowerCase()
    .pipe(z.email({ error: "adminMailWrong" }).max(200, { error: "adminMailWrong" })),
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
