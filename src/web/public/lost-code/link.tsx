import type { Context, Handler } from "hono";
import { z } from "zod";
import { newId } from "../../../kernel/id.ts";
import { listProven } from "../../../modules/access/index.ts";
import { renewCodeByMail } from "../../../modules/contact/index.ts";
import { FormKey, parseForm } from "../../form.ts";
import { publicPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { RadioGroup } from "../../ui/choice.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";
import type { Refused } from "../../ui/refused.ts";
import { Lead } from "../../ui/text.tsx";
import { followTexts, keepProof } from "../follow/page.tsx";
import { Frame } from "../frame/frame.tsx";
import { keepCode } from "./kept-code.ts";
import { CallDesk, lostCodeTexts } from "./page.tsx";

/*
 * Where the link in a mail leads. Mail programs and scanners open links by themselves, so opening it does nothing: the
 * button does. A link that is used, one that is too old and one that never was look the same.
 */

const Pressed = z.object({ question: z.uuid().optional().catch(undefined), formKey: FormKey });

const tokenOf = (c: Context<Env>): string => c.req.param("token") ?? "";

export const linkPage: Handler<Env> = (c) => showLink(c);

async function showLink(c: Context<Env>, refused?: Refused): Promise<Response> {
  const proven = await listProven(c.var.ctx, tokenOf(c), c.var.app.secret);
  if (proven.length === 0) return c.html(<DeadLinkPage c={c} />, 404);
  return c.html(<LinkPage c={c} proven={proven} refused={refused} />, refused === undefined ? 200 : 400);
}

/** The link is used up; the old code ends, the new one is shown and opens the question in this browser. */
export const useLink: Handler<Env> = async (c) => {
  const { app, ctx, language, place } = c.var;
  const form = await parseForm(c, Pressed, {});
  if (!form.ok) return c.html(<DeadLinkPage c={c} />, 404);
  const { question: caseId, formKey = newId() } = form.value;
  if (caseId === undefined) return showLink(c, form.refuse("question", lostCodeTexts[language].whichMissing));
  const renewed = await renewCodeByMail(ctx, { token: tokenOf(c), caseId, formKey }, app.secret);
  if (renewed === undefined) return c.html(<DeadLinkPage c={c} />, 404);
  const { code, proof, callBefore, team } = renewed;
  keepCode(c, { code, callBefore, callingNumber: team.callingNumber });
  keepProof(c, { proof, byMail: true });
  return c.redirect(publicPath(place, "volg/nieuwe-code"), 303);
};

type LinkProps = { c: Context<Env>; proven: Awaited<ReturnType<typeof listProven>>; refused: Refused | undefined };

function LinkPage({ c, proven, refused }: LinkProps) {
  const { language, place } = c.var;
  const text = lostCodeTexts[language];
  const [only, ...others] = proven;
  const isOne = only !== undefined && others.length === 0;
  const hidden = { formKey: crypto.randomUUID(), ...(isOne ? { question: only.caseId } : {}) };
  return (
    <Frame c={c} title={text.linkTitle} refused={refused !== undefined} sensitive unlisted>
      <ErrorSummary language={language} refused={refused} />
      <h1>{text.linkTitle}</h1>
      <Lead>{text.linkLead}</Lead>
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
        <Button>{text.give}</Button>
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
