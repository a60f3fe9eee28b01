import type { Context, Handler } from "hono";
import { z } from "zod";
import type { IdentityProvider } from "../../../config/identity-providers.ts";
import type { Translated } from "../../../kernel/language.ts";
import { sitePath, withQuery } from "../../place.ts";
import { SiteFrame } from "../../public/frame/frame.tsx";
import { type Said, takeSaid, thenSay } from "../../said.ts";
import { dropSealed, readSealed, setSealed } from "../../sealed-cookie.ts";
import { readSession, signIn, signOut } from "../../session.ts";
import type { Env } from "../../surroundings.ts";
import { Buttons, LinkButton } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Lead, Small } from "../../ui/text.tsx";
import { en } from "./en.ts";
import { invitationCookie } from "./invited.ts";
import { nl, type SignInText } from "./nl.ts";
import { wayBack } from "./way-back.ts";

export const texts: Translated<SignInText> = { nl, en };

/** Already signed in: on to work. Otherwise a button for each provider. */
export const signInPage: Handler<Env> = async (c) => {
  const signedIn = await readSession(c);
  const first = signedIn?.memberships[0];
  const back = wayBack(c.req.query("terug"));
  const said = takeSaid(c);
  if (first !== undefined) {
    const work = sitePath(c.var, `/werk/${first.municipalitySlug}`);
    return c.redirect(back ?? (said?.what === "isNew" ? `${work}/start` : work), 303);
  }
  const providers = await c.var.app.signIn.providers();
  return c.html(<SignInPage c={c} providers={providers} back={back} said={said} />);
};

const startedCookie = "inloggen";
/** Long enough to find a phone for a second proof. */
const minutes = 10;
const StartedHere = z.object({
  provider: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  back: z.string().optional(),
});

const redirectUri = (c: Context<Env>): string => `${c.var.app.publicUrl()}/werk/inloggen/terug`;

const findProvider = async (c: Context<Env>, key: string): Promise<IdentityProvider | undefined> =>
  (await c.var.app.signIn.providers()).find((provider) => provider.key === key);

/** Off to the provider. What must come back unchanged waits sealed in this browser. */
export const beginSignIn: Handler<Env> = async (c) => {
  const { app } = c.var;
  const provider = await findProvider(c, c.req.param("aanbieder") ?? "");
  if (provider === undefined) return c.notFound();
  const started = await app.signIn.oidc.begin(provider, redirectUri(c), c.var.language);
  if (!started.ok) return refuse(c, started.problem);
  const back = wayBack(c.req.query("terug"));
  setSealed(c, startedCookie, { ...started.value.started, ...(back === undefined ? {} : { back }) }, minutes);
  return c.redirect(started.value.url.href, 303);
};

/** Back from the provider: only with what this very browser began, once, and within ten minutes. */
export const finishSignIn: Handler<Env> = async (c) => {
  const { app } = c.var;
  const started = readSealed(c, startedCookie, StartedHere);
  dropSealed(c, startedCookie);
  const provider = started && (await findProvider(c, started.provider));
  if (started === undefined || provider === undefined) return refuse(c, "notTrusted");
  const answer = new URL(redirectUri(c) + new URL(c.req.url).search);
  const finished = await app.signIn.oidc.finish(provider, started, answer);
  if (!finished.ok) {
    app.log.warn({ requestId: c.var.requestId, provider: provider.key, problem: finished.problem }, "a sign-in failed");
    return refuse(c, finished.problem);
  }
  const invitation = readSealed(c, invitationCookie, z.string());
  dropSealed(c, invitationCookie);
  const came = await signIn(c, provider, { ...finished.value, invitation });
  // Whoever is new begins with what their own role is.
  if (came === "isNew") return thenSay(c, sitePath(c.var, "/werk"), { what: "isNew" });
  if (came !== "signedIn") return refuse(c, came);
  return c.redirect(started.back ?? sitePath(c.var, "/werk"), 303);
};

type Refusal = Extract<Said, { what: "notSignedIn" }>["why"];

const refuse = (c: Context<Env>, why: Refusal): Response =>
  thenSay(c, sitePath(c.var, "/werk"), { what: "notSignedIn", why });

const endedCookie = "uitgelogd";
const Ended = z.object({ provider: z.string(), idToken: z.string().nullable() });

/** Ends the session here. At the provider it goes on, for other work; whoever shares a computer can end that as well. */
export const signOutForm: Handler<Env> = async (c) => {
  const ended = await signOut(c);
  if (ended !== undefined) setSealed(c, endedCookie, ended, minutes);
  return thenSay(c, sitePath(c.var, "/werk"), { what: "signedOut" });
};

export const signOutThere: Handler<Env> = async (c) => {
  const { app } = c.var;
  const ended = readSealed(c, endedCookie, Ended);
  dropSealed(c, endedCookie);
  const provider = ended && (await findProvider(c, ended.provider));
  const url = provider && (await app.signIn.oidc.endUrl(provider, ended.idToken, `${app.publicUrl()}/werk`));
  return c.redirect(url?.href ?? sitePath(c.var, "/werk"), 303);
};

type SignInProps = {
  c: Context<Env>;
  providers: IdentityProvider[];
  back: string | undefined;
  said: Said | undefined;
};

function SignInPage({ c, providers, back, said }: SignInProps) {
  const text = texts[c.var.language];
  const endedAt = providers.find(({ key }) => key === readSealed(c, endedCookie, Ended)?.provider);
  return (
    <SiteFrame c={c} title={text.title} unlisted>
      {said?.what === "notSignedIn" && <Notice kind="warning">{text.refusals[said.why]}</Notice>}
      {said?.what === "signedOut" && (
        <Notice kind="success">
          <p>{text.signedOut}</p>
          {endedAt !== undefined && (
            <a href={sitePath(c.var, "/werk/uitloggen/ook")}>{text.signOutThere(endedAt.name)}</a>
          )}
        </Notice>
      )}
      <h1>{text.title}</h1>
      {providers.length === 0 ? (
        <Notice>{text.noProviders}</Notice>
      ) : (
        <>
          <Lead>{c.var.app.config.mode === "production" ? text.lead : text.example}</Lead>
          <Buttons>
            {providers.map(({ key, name }) => (
              <LinkButton href={withQuery(sitePath(c.var, `/werk/inloggen/${key}`), { terug: back })}>
                {text.signInWith(name)}
              </LinkButton>
            ))}
          </Buttons>
          <Small>{text.stuck}</Small>
        </>
      )}
    </SiteFrame>
  );
}
