import type { Context, Handler } from "hono";
import { z } from "zod";
import { newId } from "../../../kernel/id.ts";
import { findOwnCaseId, listProven } from "../../../modules/access/index.ts";
import { proveOwnMail, renewCodeByMail } from "../../../modules/contact/index.ts";
import { FormKey, parseForm } from "../../form.ts";
import { publicPath } from "../../place.ts";
import { thenSay } from "../../said.ts";
import type { Env } from "../../surroundings.ts";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { RadioGroup } from "../../ui/choice.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";
import type { Refused } from "../../ui/refused.ts";
import { Lead } from "../../ui/text.tsx";
import { ctxOfCode, followTexts, keepProof } from "../follow/page.tsx";
import { Frame } from "../frame/frame.tsx";
import { keepCode } from "./kept-code.ts";
import { CallDesk, lostCodeTexts } from "./page.tsx";

/*
 * Where the link in a mail leads. Mail programs and scanners open links by themselves, so opening it does nothing: the
 * button does. A link that is used, one that is too old and one that never was look the same.
 */

const Pressed = z.object({
  /** The code is not lost: they only show that they read their mail. */
  keep: z.literal("yes").optional().catch(undefined),
  question: z.uuid().optional().catch(undefined),
  formKey: FormKey,
});

const tokenOf = (c: Context<Env>): string => c.req.param("token") ?? "";

export const linkPage: Handler<Env> = (c) => showLink(c);

async function showLink(c: Context<Env>, refused?: Refused): Promise<Response> {
  const proven = await listProven(c.var.ctx, tokenOf(c), c.var.app.secret);
  if (proven.length === 0) return c.html(<DeadLinkPage c={c} />, 404);
  const code = ctxOfCode(c);
  const open = code && (await findOwnCaseId(code));
  const keeps = proven.some(({ caseId }) => caseId === open);
  return c.html(<LinkPage c={c} proven={proven} keeps={keeps} refused={refused} />, refused === undefined ? 200 : 400);
}

/** The link is used up; the old code ends, the new one is shown and opens the question in this browser. */
export const useLink: Handler<Env> = async (c) => {
  const { app, ctx, language, place } = c.var;
  const form = await parseForm(c, Pressed, {});
  if (!form.ok) return c.html(<DeadLinkPage c={c} />, 404);
  const { question: caseId, keep, formKey = newId() } = form.value;
  if (keep === "yes") return keepOwnCode(c, formKey);
  if (caseId === undefined) return showLink(c, form.refuse("question", lostCodeTexts[language].whichMissing));
  const renewed = await renewCodeByMail(ctx, { token: tokenOf(c), caseId, formKey }, app.secret);
  if (renewed === undefined) return c.html(<DeadLinkPage c={c} />, 404);
  const { code, proof, callBefore, team } = renewed;
  keepCode(c, { code, callBefore, callingNumber: team.callingNumber });
  keepProof(c, { proof, byMail: true });
  return c.redirect(publicPath(place, "volg/nieuwe-code"), 303);
};

/** Whoever still has their code keeps it, and may see all that is kept of them from now on. */
async function keepOwnCode(c: Context<Env>, formKey: string): Promise<Response> {
  const { app, place } = c.var;
  const code = ctxOfCode(c);
  const proven = code !== undefined && (await proveOwnMail(code, { token: tokenOf(c), formKey }, app.secret));
  if (!proven || code.actor.kind !== "code") return c.html(<DeadLinkPage c={c} />, 404);
  keepProof(c, { proof: code.actor.proof, byMail: true });
  return thenSay(c, publicPath(place, "volg/gegevens"), { what: "ownData", came: "proven" });
}

type LinkProps = {
  /** The code that this browser used is of one of these. */
  keeps: boolean;
  c: Context<Env>;
  proven: Awaited<ReturnType<typeof listProven>>;
  refused: Refused | undefined;
};

function LinkPage({ c, proven, keeps, refused }: LinkProps) {
  const { language, place } = c.var;
  const text = lostCodeTexts[language];
  const [only, ...others] = proven;
  const isOne = only !== undefined && others.length === 0;
  const hidden = { formKey: crypto.randomUUID(), ...(isOne ? { question: only.caseId } : {}) };
  return (
    <Frame c={c} title={keeps ? text.keepTitle : text.linkTitle} refused={refused !== undefined} sensitive unlisted>
      <ErrorSummary language={language} refused={refused} />
      <h1>{keeps ? text.keepTitle : text.linkTitle}</h1>
      {keeps && (
        <>
          <Lead>{text.keepLead}</Lead>
          <Form
            action={publicPath(place, `volg/mail/${tokenOf(c)}`)}
            hidden={{ keep: "yes", formKey: crypto.randomUUID() }}
          >
            <Button>{text.keep}</Button>
          </Form>
          <h2>{text.lostAfterAll}</h2>
        </>
      )}
      {keeps ? <p>{text.linkLead}</p> : <Lead>{text.linkLead}</Lead>}
      <p>{text.oldEnds}</p>
      <Form action={publicPath(place, `volg/mail/${tokenOf(c)}`)} hidden={hidden}>
        {!isOne && (
          <RadioGroup
            {...{ language, refused }}
            name="question"
            legend={text.which}
            hint={text.whichHint}
            options={proven.map(({ caseId, askedAt }) => ({ value: caseId, label: text.asked(askedAt) }))}
          />
        )}
        <Button look={keeps ? "secondary" : "primary"}>{text.give}</Button>
      </Form>
      <CallDesk c={c} />
    </Frame>
  );
}

function DeadLinkPage({ c }: { c: Context<Env> }) {
  const { language, place } = c.var;
  const text = lostCodeTexts[language];
  return (
    <Frame c={c} title={text.deadTitle} sensitive unlisted>
      <h1>{text.deadTitle}</h1>
      <Lead>{text.dead}</Lead>
      <Buttons>
        <LinkButton href={publicPath(place, "volg/code-kwijt")}>{text.deadAgain}</LinkButton>
      </Buttons>
      <p>
        {text.deadCode} <a href={publicPath(place, "volg")}>{followTexts[language].title}</a>
      </p>
      <CallDesk c={c} />
    </Frame>
  );
}
