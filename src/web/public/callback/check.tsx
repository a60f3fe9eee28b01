import type { Context, Handler } from "hono";
import type { ContactSafety } from "../../../modules/casework/index.ts";
import { type CallbackRequest, callbackRequest, requestCallback, sayPhone } from "../../../modules/contact/index.ts";
import { publicPath, withQuery } from "../../place.ts";
import { takeSaid, thenSay } from "../../said.ts";
import type { Env } from "../../surroundings.ts";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { SummaryList } from "../../ui/summary-list.tsx";
import { Lead } from "../../ui/text.tsx";
import { sharedWords } from "../../words/words.ts";
import { hasBegun } from "../frame/begun.ts";
import { Frame } from "../frame/frame.tsx";
import { type Asked, choosePoint, findAsked } from "./choose-point.tsx";
import { keepReceipt, readDraft, readReceipt } from "./draft.ts";
import { callbackTexts } from "./fields.tsx";
import { CallbackSteps } from "./page.tsx";

/** The answers as they wait in the browser, once more well-formed; undefined when they are gone or too old. */
function readRequest(c: Context<Env>): CallbackRequest | undefined {
  const examples = c.var.app.config.mode !== "production";
  const parsed = callbackRequest({ examples }).safeParse(readDraft(c));
  return parsed.success ? parsed.data : undefined;
}

/**
 * Without whole answers: back from the confirmation shows the confirmation, what was refused is shown to be mended.
 * Whose time ran out hears that; to anybody else it is an empty form, which tells on nobody.
 */
const withoutAnswers = (c: Context<Env>, { sent }: { sent: boolean }): Response => {
  const path = publicPath(c.var.place, "bel-mij-terug");
  if (readReceipt(c) !== undefined || (!sent && hasBegun(c, "receipt"))) return c.redirect(`${path}/gelukt`, 303);
  if (readDraft(c) !== undefined) {
    const mend = withQuery(path, { verander: "1" });
    return sent ? thenSay(c, mend, { what: "otherTab" }) : c.redirect(mend, 303);
  }
  return sent || hasBegun(c, "answers") ? thenSay(c, path, { what: "answersGone" }) : c.redirect(path, 303);
};

export const checkPage: Handler<Env> = async (c) => {
  const request = readRequest(c);
  if (request === undefined) return withoutAnswers(c, { sent: false });
  const asked = await findAsked(c, request.servicePointId);
  if (asked === undefined) return choosePoint(c, callbackTexts[c.var.language].pointGone);
  return c.html(<CheckPage c={c} asked={asked} request={request} />);
};

/** Sends it. However often somebody presses, it is one request with one code. */
export const sendCallback: Handler<Env> = async (c) => {
  const { app, language, ctx, place } = c.var;
  const request = readRequest(c);
  if (request === undefined) return withoutAnswers(c, { sent: true });
  // Two tabs, one browser: what is sent is what was looked over, or it is looked over again.
  const sent = (await c.req.formData().catch(() => undefined))?.get("formKey");
  if (sent !== request.formKey) return thenSay(c, publicPath(place, "bel-mij-terug/nakijken"), { what: "otherTab" });
  const { harm, mayLeaveMessage, maySayWho } = request;
  const outcome = await requestCallback(ctx, request, {
    secret: app.secret,
    clock: place.municipality.callbackClock,
    channel: "resident",
    siteLanguage: language,
  });
  switch (outcome.kind) {
    case "accepted":
      keepReceipt(c, { ...outcome.receipt, harm, mayLeaveMessage, maySayWho });
      return c.redirect(publicPath(place, "bel-mij-terug/gelukt"), 303);
    case "closedThen":
    case "pointGone":
      return choosePoint(c, callbackTexts[language].pointGone);
  }
};

function CheckPage({ c, asked, request }: { c: Context<Env>; asked: Asked; request: CallbackRequest }) {
  const { language, place } = c.var;
  const text = callbackTexts[language];
  const words = sharedWords[language];
  const orNothing = (value: string) => (value === "" ? text.notFilled : <bdi>{value}</bdi>);
  const safety = (what: keyof ContactSafety) =>
    request[what] === "unknown" ? text.notChosen[what] : request[what] === "yes" ? words.yes : words.no;
  // The request itself says "for myself" also when nobody answered that.
  const saidForWhom = readDraft(c)?.askedFor !== undefined;
  const path = publicPath(place, "bel-mij-terug");
  return (
    <Frame c={c} title={text.checkTitle} sensitive unlisted>
      <CallbackSteps c={c} at={1} />
      {takeSaid(c)?.what === "otherTab" && <Notice kind="warning">{text.otherTab}</Notice>}
      <h1>{text.checkTitle}</h1>
      <Lead>{text.checkLead}</Lead>
      <SummaryList
        language={language}
        items={[
          { term: text.phone, value: <bdi dir="ltr">{sayPhone(request.phone)}</bdi> },
          { term: text.dayparts, value: request.dayparts.map((part) => words.dayparts[part]).join(", ") },
          { term: text.harm, value: request.harm === "yes" ? text.harmYes : text.harmNo },
          { term: text.mayLeaveMessage, value: safety("mayLeaveMessage") },
          { term: text.maySayWho, value: safety("maySayWho") },
          { term: text.word, value: orNothing(request.word) },
          { term: text.askedFor, value: saidForWhom ? text.forWhom[request.askedFor] : text.notFilled },
          { term: text.name, value: orNothing(request.name) },
          { term: text.language, value: orNothing(request.language) },
          ...(request.interpreter ? [{ term: text.interpreter, value: words.yes }] : []),
          { term: text.mail, value: orNothing(request.mail ?? "") },
        ]}
      />
      <p>{text.who(asked.team.name, asked.team.organisation.name)}</p>
      <Form action={`${path}/nakijken`} hidden={{ formKey: request.formKey }}>
        <Buttons>
          <Button>{text.send}</Button>
          <LinkButton look="secondary" href={withQuery(path, { verander: "1" })}>
            {text.change}
          </LinkButton>
        </Buttons>
      </Form>
    </Frame>
  );
}
