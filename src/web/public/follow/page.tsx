import type { Context, Handler } from "hono";
import type { Child } from "hono/jsx";
import { z } from "zod";
import { as, type Ctx } from "../../../kernel/context.ts";
import type { Translated } from "../../../kernel/language.ts";
import { lastFourOf } from "../../../modules/access/index.ts";
import { parseForm } from "../../form.ts";
import { publicPath } from "../../place.ts";
import { takeSaid, thenSay } from "../../said.ts";
import { dropSealed, readSealed, setSealed } from "../../sealed-cookie.ts";
import type { Env } from "../../surroundings.ts";
import { tryCode } from "../../try-code.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { Refused } from "../../ui/refused.ts";
import { Lead } from "../../ui/text.tsx";
import { forgetWords } from "../answer/kept-words.ts";
import { forgetAnswers } from "../callback/draft.ts";
import { Frame } from "../frame/frame.tsx";
import { forgetCode } from "../lost-code/kept-code.ts";
import { forgetAnswered } from "../questions/kept-answers.ts";
import { en } from "./en.ts";
import { type FollowText, nl } from "./nl.ts";

export const followTexts: Translated<FollowText> = { nl, en };

const proofCookie = "vraag";
/** After this the code is asked again: somebody else may sit at the same computer. */
const openMinutes = 20;
const SealedProof = z.object({ municipality: z.string(), proof: z.string(), byMail: z.boolean() });

const Code = z.object({ code: z.string().max(40).default(""), digits: z.string().max(60).default("") });

/** Arabic and Persian keyboards write other digits than ours. */
export const inOurDigits = (typed: string): string =>
  typed
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));

/** The world of whoever has shown a code in this browser, in this municipality. */
export function ctxOfCode(c: Context<Env>): Ctx | undefined {
  const sealed = readSealed(c, proofCookie, SealedProof);
  return sealed?.municipality === c.var.place.municipality.id
    ? as(c.var.ctx, { kind: "code", proof: sealed.proof, byMail: sealed.byMail })
    : undefined;
}

/** From now on this browser shows the question that the proof opens, for a while. `byMail`: they came by the link in a mail. */
export function keepProof(c: Context<Env>, { proof, byMail }: { proof: string; byMail: boolean }): void {
  setSealed(c, proofCookie, { municipality: c.var.place.municipality.id, proof, byMail }, openMinutes);
}

export const followPage: Handler<Env> = (c) => {
  const left = takeSaid(c)?.what === "left";
  return c.html(<CodeForm c={c} left={left} />);
};

/** A code that opens nothing and one that does take the same steps; only the answer differs. */
export const openFollow: Handler<Env> = async (c) => {
  const { place, language } = c.var;
  const form = await parseForm(c, Code, {});
  const typed = form.ok ? form.value : { code: "", digits: "" };
  const { problems } = followTexts[language];
  const missing = {
    ...(typed.code.trim() === "" ? { code: problems.codeMissing } : {}),
    ...(typed.digits.trim() === "" ? { digits: problems.digitsMissing } : {}),
  };
  if (Object.keys(missing).length > 0)
    return c.html(<CodeForm c={c} refused={{ values: typed, errors: missing }} />, 400);
  const tried = await tryCode(c, { ...typed, digits: lastFourOf(inOurDigits(typed.digits)) });
  if (tried.kind !== "opened") {
    const refused = { values: typed, errors: { code: problems[tried.kind] } };
    return c.html(<CodeForm c={c} refused={refused} />, tried.kind === "tooOften" ? 429 : 400);
  }
  keepProof(c, { proof: tried.proof, byMail: false });
  return c.redirect(publicPath(place, "volg/vraag"), 303);
};

/** Leaves the question and the confirmation: nothing can be seen on this device any more. */
export const leaveFollow: Handler<Env> = (c) => {
  forget(c);
  return thenSay(c, publicPath(c.var.place, "volg"), { what: "left" });
};

/** The quick exit: forgets everything that was told here, then goes to a harmless page. Works without script. */
export const leaveSite: Handler<Env> = (c) => {
  forget(c);
  c.header("Clear-Site-Data", '"cache"');
  return c.redirect(c.var.app.config.quickExitUrl, 303);
};

function forget(c: Context<Env>): void {
  dropSealed(c, proofCookie);
  forgetAnswers(c);
  forgetWords(c);
  forgetAnswered(c);
  forgetCode(c);
}

type CodeFormProps = { c: Context<Env>; refused?: Refused; left?: boolean; children?: Child };

export function CodeForm({ c, refused, left = false, children }: CodeFormProps) {
  const { language, place } = c.var;
  const text = followTexts[language];
  return (
    <Frame c={c} title={text.title} refused={refused !== undefined} sensitive unlisted>
      <ErrorSummary language={language} refused={refused} />
      {left && <Notice kind="success">{text.left}</Notice>}
      <h1>{text.title}</h1>
      {children}
      <Lead>{text.lead}</Lead>
      <Form action={publicPath(place, "volg")}>
        <Field
          language={language}
          refused={refused}
          name="code"
          label={text.code}
          hint={text.codeHint}
          width="medium"
          autocomplete="off"
          spellcheck={false}
          dir="ltr"
        />
        <Field
          language={language}
          refused={refused}
          name="digits"
          label={text.digits}
          hint={text.digitsHint}
          inputmode="tel"
          width="medium"
          autocomplete="off"
          dir="ltr"
        />
        <Button>{text.open}</Button>
      </Form>
      <p>
        {text.lost} <a href={publicPath(place, "volg/code-kwijt")}>{text.lostLink}</a>
      </p>
    </Frame>
  );
}
