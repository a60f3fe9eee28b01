import type { Context, Handler } from "hono";
import { z } from "zod";
import { askAboutOwnData, askedProblem, withdrawOwnRequest, wordsLimit } from "../../../modules/casework/index.ts";
import { findOwnQuestion, type OwnQuestion, sayPhone } from "../../../modules/contact/index.ts";
import { parseForm } from "../../form.ts";
import { publicPath } from "../../place.ts";
import { type Said, takeSaid, thenSay } from "../../said.ts";
import type { Env } from "../../surroundings.ts";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { RadioGroup } from "../../ui/choice.tsx";
import { PhoneLink } from "../../ui/contact.tsx";
import { Details } from "../../ui/details.tsx";
import { Field } from "../../ui/field.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { Refused } from "../../ui/refused.ts";
import { Lead } from "../../ui/text.tsx";
import { sharedWords } from "../../words/words.ts";
import { ctxOfCode } from "../follow/page.tsx";
import { Frame } from "../frame/frame.tsx";
import { ownKinds, ownKindWords } from "./nl.ts";
import { OwnRequests } from "./requests.tsx";
import { texts } from "./texts.ts";

/* "Uw gegevens": for whoever holds the code, what they can ask about their own data and what was answered. */

const Asking = z.object({
  kind: z.enum(ownKinds, { error: "kindMissing" }),
  ownWords: z.string().trim().max(wordsLimit, { error: "wordsTooLong" }).default(""),
});

export const ownDataPage: Handler<Env> = (c) => showOwnData(c);

async function showOwnData(c: Context<Env>, refused?: Refused): Promise<Response> {
  const ctx = ctxOfCode(c);
  const question = ctx && (await findOwnQuestion(ctx));
  if (question === undefined) return c.redirect(publicPath(c.var.place, "volg"), 303);
  const said = takeSaid(c);
  return c.html(
    <OwnDataPage c={c} question={question} said={said} refused={refused} />,
    refused === undefined ? 200 : 400,
  );
}

/** Asked twice is asked once: the page says when the answer comes, either way. */
export const askOwnDataForm: Handler<Env> = async (c) => {
  const { place, language } = c.var;
  const { problems } = texts[language];
  const ctx = ctxOfCode(c);
  const form = await parseForm(c, Asking, problems);
  if (ctx === undefined) return c.redirect(publicPath(place, "volg"), 303);
  if (!form.ok) return showOwnData(c, form.refused);
  const { kind, ownWords } = form.value;
  const problem = askedProblem(kind, ownWords);
  if (problem !== undefined) return showOwnData(c, form.refuse("ownWords", problems[problem]));
  const made = await askAboutOwnData(ctx, { kind, ownWords });
  if (made === undefined) return c.redirect(publicPath(place, "volg"), 303);
  if (made.kind === "proofMissing") return showOwnData(c, form.refuse("kind", problems.proofMissing));
  const came = made.isNew ? (made.together > 0 ? "madeTogether" : "made") : "again";
  return thenSay(c, publicPath(place, "volg/gegevens"), { what: "ownData", came });
};

export const withdrawOwnDataForm: Handler<Env> = async (c) => {
  const { place } = c.var;
  const ctx = ctxOfCode(c);
  const form = await parseForm(c, z.object({ request: z.uuid() }), {});
  if (ctx === undefined || !form.ok) return c.redirect(publicPath(place, "volg"), 303);
  const change = await withdrawOwnRequest(ctx, form.value.request);
  const came = change?.kind === "done" ? "withdrawn" : "gone";
  return thenSay(c, publicPath(place, "volg/gegevens"), { what: "ownData", came });
};

type PageProps = { c: Context<Env>; question: OwnQuestion; said: Said | undefined; refused: Refused | undefined };

function OwnDataPage({ c, question, said, refused }: PageProps) {
  const { language, place } = c.var;
  const text = texts[language];
  const { team, requests } = question;
  return (
    <Frame c={c} title={text.title} refused={refused !== undefined} sensitive unlisted>
      <ErrorSummary language={language} refused={refused} />
      {said?.what === "ownData" && (
        <Notice kind={said.came === "gone" ? "warning" : "success"}>{text.said[said.came]}</Notice>
      )}
      <h1>{text.title}</h1>
      <Lead>{text.lead}</Lead>
      {requests.length > 0 && (
        <>
          <h2>{text.mineTitle}</h2>
          <OwnRequests c={c} question={question} />
        </>
      )}
      <h2>{text.askTitle}</h2>
      {question.needsMailProof && (
        <Notice heading={text.proofTitle} level={3}>
          <p>{text.proof}</p>
          <p>
            <a href={publicPath(place, "volg/code-kwijt")}>{text.proofLink}</a>
          </p>
          <p>{text.proofCall}</p>
        </Notice>
      )}
      <AskForm c={c} refused={refused} />
      <p>{text.how}</p>
      <p>{text.who(team.name)}</p>
      <Details language={language} summary={text.togetherTitle}>
        <p>{text.together}</p>
        <p>{text.notTogether}</p>
      </Details>
      <Buttons>
        <PhoneLink look="secondary" words={sharedWords[language].call} number={sayPhone(team.callingNumber)} />
        <LinkButton look="secondary" href={publicPath(place, "volg/vraag")}>
          {text.back}
        </LinkButton>
      </Buttons>
    </Frame>
  );
}

/** What somebody chose on the page of their question stands ready; nothing is chosen for anybody else. */
function AskForm({ c, refused }: Pick<PageProps, "c" | "refused">) {
  const { language, place } = c.var;
  const text = texts[language];
  const chosen = ownKinds.find((kind) => ownKindWords[kind] === c.req.query("wat"));
  return (
    <Form action={publicPath(place, "volg/gegevens")}>
      <RadioGroup
        {...{ language, refused }}
        name="kind"
        legend={text.what}
        value={chosen}
        options={ownKinds.map((kind) => ({ value: kind, label: text.kinds[kind], hint: text.kindHints[kind] }))}
      />
      <Field
        {...{ language, refused }}
        name="ownWords"
        type="textarea"
        rows={4}
        optional="sometimes"
        label={text.words}
        hint={text.wordsHint}
      />
      <Button>{text.send}</Button>
    </Form>
  );
}
