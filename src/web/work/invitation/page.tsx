import type { Handler } from "hono";
import { z } from "zod";
import type { Translated } from "../../../kernel/language.ts";
import { findInvitation } from "../../../modules/access/index.ts";
import { parseForm } from "../../form.ts";
import { sitePath } from "../../place.ts";
import { SiteFrame } from "../../public/frame/frame.tsx";
import { setSealed } from "../../sealed-cookie.ts";
import type { Env } from "../../surroundings.ts";
import { Button, Buttons } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { Lead } from "../../ui/text.tsx";
import { invitationCookie, invitationMinutes } from "../sign-in/invited.ts";
import { en } from "./en.ts";
import { type InvitationText, nl } from "./nl.ts";

const texts: Translated<InvitationText> = { nl, en };

/** A GET changes nothing: whoever checks mail for viruses follows links as well. */
export const invitationPage: Handler<Env> = async (c) => {
  const text = texts[c.var.language];
  const word = c.req.param("woord") ?? "";
  const [invitation, providers] = await Promise.all([findInvitation(c.var.ctx, word), c.var.app.signIn.providers()]);
  return c.html(
    <SiteFrame c={c} title={text.title} unlisted>
      <h1>{text.title}</h1>
      {invitation === undefined ? (
        <p>{text.gone}</p>
      ) : (
        <>
          <Lead>{text.lead(invitation.organisationName, invitation.name)}</Lead>
          <p>{text.how}</p>
          <Form action={sitePath(c.var, `/werk/uitnodiging/${word}`)}>
            <Buttons>
              {providers.map(({ key, name }) => (
                <Button name="provider" value={key}>
                  {text.signInWith(name)}
                </Button>
              ))}
            </Buttons>
          </Form>
        </>
      )}
      <p>
        <a href={sitePath(c.var, "/werk")}>{text.toSignIn}</a>
      </p>
    </SiteFrame>,
    invitation === undefined ? 404 : 200,
  );
};

/** Off to the provider, with the word of the invitation sealed in this browser until the way back. */
export const acceptForm: Handler<Env> = async (c) => {
  const form = await parseForm(c, z.object({ provider: z.string().max(60) }), {});
  const word = c.req.param("woord") ?? "";
  if (!form.ok || (await findInvitation(c.var.ctx, word)) === undefined) return c.notFound();
  setSealed(c, invitationCookie, word, invitationMinutes);
  return c.redirect(sitePath(c.var, `/werk/inloggen/${encodeURIComponent(form.value.provider)}`), 303);
};
