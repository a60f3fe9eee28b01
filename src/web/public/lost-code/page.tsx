import type { Context, Handler } from "hono";
import { z } from "zod";
import type { Translated } from "../../../kernel/language.ts";
import { askMailProof, lastFourOf } from "../../../modules/access/index.ts";
import { sayPhone } from "../../../modules/contact/index.ts";
import { parseForm } from "../../form.ts";
import { publicPath } from "../../place.ts";
import { takeSaid, thenSay } from "../../said.ts";
import type { Env } from "../../surroundings.ts";
import { mayAskByMail } from "../../try-code.ts";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { PhoneLink } from "../../ui/contact.tsx";
import { Field } from "../../ui/field.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { Refused } from "../../ui/refused.ts";
import { Lead } from "../../ui/text.tsx";
import { sharedWords } from "../../words/words.ts";
import { followTexts, inOurDigits } from "../follow/page.tsx";
import { deskOpenness, Frame } from "../frame/frame.tsx";
import { en } from "./en.ts";
import { type LostCodeText, nl } from "./nl.ts";

export const lostCodeTexts: Translated<LostCodeText> = { nl, en };

const Asked = z.object({
  mail: z
    .string()
    .default("")
    .transform((mail) => mail.trim())
    .pipe(z.string().min(1, "mailMissing").max(200, "mailInvalid").pipe(z.email("mailInvalid"))),
  digits: z
    .string()
    .max(60, "digitsMissing")
    .default("")
    .transform((digits) => lastFourOf(inOurDigits(digits)))
    .pipe(z.string().length(4, "digitsMissing")),
});

export const lostCodePage: Handler<Env> = (c) =>
  c.html(takeSaid(c)?.what === "linkAsked" ? <SentPage c={c} /> : <AskPage c={c} />);

/**
 * Whoever this is, what follows is the same page, after the same steps: nobody learns whether an address is known here.
 * It is counted for the address that was typed, because whoever guesses may come from many.
 */
export const askLink: Handler<Env> = async (c) => {
  const { app, ctx, language, place } = c.var;
  const text = lostCodeTexts[language];
  const form = await parseForm(c, Asked, text.problems);
  if (!form.ok) return c.html(<AskPage c={c} refused={form.refused} />, 400);
  const { mail, digits } = form.value;
  if (!(await mayAskByMail(c, mail)))
    return c.html(<AskPage c={c} refused={form.refuse("mail", text.tooOften)} />, 429);
  await askMailProof(ctx, { mail, lastFour: digits, language }, app.secret);
  return thenSay(c, publicPath(place, "volg/code-kwijt"), { what: "linkAsked" });
};

/** The person behind the mail: it may not come, or not be safe. */
export function CallDesk({ c }: { c: Context<Env> }) {
  const { language, place } = c.var;
  const { desk } = place.municipality;
  const number = <PhoneLink number={sayPhone(desk.phone)} />;
  return <p>{lostCodeTexts[language].call(desk.name, number, sharedWords[language].open(deskOpenness(c)))}</p>;
}

function AskPage({ c, refused }: { c: Context<Env>; refused?: Refused }) {
  const { language, place } = c.var;
  const text = lostCodeTexts[language];
  const { digits, digitsHint } = followTexts[language];
  return (
    <Frame c={c} title={text.title} refused={refused !== undefined} sensitive unlisted>
      <ErrorSummary language={language} refused={refused} />
      <h1>{text.title}</h1>
      <Lead>{text.lead}</Lead>
      <Notice kind="warning" heading={text.sharedTitle}>
        <p>{text.shared}</p>
        <CallDesk c={c} />
      </Notice>
      <Form action={publicPath(place, "volg/code-kwijt")}>
        <Field
          {...{ language, refused }}
          name="mail"
          type="email"
          label={text.mail}
          hint={text.mailHint}
          autocomplete="email"
          dir="ltr"
        />
        <Field
          {...{ language, refused }}
          name="digits"
          label={digits}
          hint={digitsHint}
          inputmode="tel"
          width="medium"
          autocomplete="off"
          dir="ltr"
        />
        <Button>{text.send}</Button>
      </Form>
      <h2>{text.withoutMail}</h2>
      <p>{text.withoutMailText}</p>
    </Frame>
  );
}

function SentPage({ c }: { c: Context<Env> }) {
  const text = lostCodeTexts[c.var.language];
  return (
    <Frame c={c} title={text.sentTitle} sensitive unlisted>
      <h1>{text.sentTitle}</h1>
      <Lead>{text.sent}</Lead>
      <p>{text.sentHow}</p>
      <h2>{text.noMailTitle}</h2>
      <ul>
        {text.noMail.map((words) => (
          <li>{words}</li>
        ))}
      </ul>
      <p>{text.noMailCall}</p>
      <CallDesk c={c} />
      <Buttons>
        <LinkButton look="secondary" href={publicPath(c.var.place, "volg/code-kwijt")}>
          {text.again}
        </LinkButton>
      </Buttons>
    </Frame>
  );
}
