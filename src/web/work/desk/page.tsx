import type { Context, Handler } from "hono";
import { z } from "zod";
import { sayCode } from "../../../kernel/id.ts";
import type { Translated } from "../../../kernel/language.ts";
import { callbackRequest, requestCallback, sayPhone } from "../../../modules/contact/index.ts";
import { dayparts, findHelp, inLanguage, listThemes } from "../../../modules/directory/index.ts";
import { parseForm } from "../../form.ts";
import { publicPath, workPath } from "../../place.ts";
import { callbackTexts, ExtraQuestions, MainQuestions, SafetyQuestions } from "../../public/callback/fields.tsx";
import { callbackLists } from "../../public/callback/page.tsx";
import { readSealed, setSealed } from "../../sealed-cookie.ts";
import type { Env } from "../../surroundings.ts";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Details } from "../../ui/details.tsx";
import { Field } from "../../ui/field.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { Refused } from "../../ui/refused.ts";
import { Code, Lead, Small } from "../../ui/text.tsx";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { en } from "./en.ts";
import { type DeskText, nl } from "./nl.ts";

const texts: Translated<DeskText> = { nl, en };

/** A helper fills in the same as a resident does, about somebody else and on one page. */
export const deskPage: Handler<Env> = (c) => showForm(c, crypto.randomUUID());

export const deskForm: Handler<Env> = async (c) => {
  const { app, ctx, language, place } = c.var;
  const { problems } = texts[language];
  const form = await parseForm(
    c,
    callbackRequest({ examples: app.config.mode !== "production" }),
    problems,
    callbackLists,
  );
  if (!form.ok) return showForm(c, keyOf(form.refused), form.refused);
  const outcome = await requestCallback(ctx, form.value, {
    secret: app.secret,
    clock: place.municipality.callbackClock,
    channel: "desk",
    siteLanguage: language,
  });
  switch (outcome.kind) {
    case "accepted": {
      const { code, callBefore, callingNumber } = outcome.receipt;
      setSealed(c, receiptCookie, { code, callBefore: callBefore.toString(), callingNumber }, 20);
      return c.redirect(workPath(place, "hulpvragen/nieuw/gelukt"), 303);
    }
    case "closedThen":
      return showForm(c, form.value.formKey, form.refuse("dayparts", problems.daypartClosed));
    case "pointGone":
      return showForm(c, form.value.formKey, form.refuse("servicePointId", problems.formStale));
  }
};

const keyOf = ({ values }: Refused): string =>
  typeof values.formKey === "string" ? values.formKey : crypto.randomUUID();

const receiptCookie = "balie";
const Receipt = z.object({
  code: z.string(),
  callBefore: z.string().transform((text) => Temporal.Instant.from(text)),
  callingNumber: z.string(),
});

export const deskDonePage: Handler<Env> = async (c) => {
  const { language, place } = c.var;
  const text = texts[language];
  const receipt = readSealed(c, receiptCookie, Receipt);
  return c.html(
    <WorkFrame c={c} title={text.doneTitle} section="newCase" counts={await navCounts(c)}>
      <h1>{text.doneTitle}</h1>
      {receipt === undefined ? (
        <Notice>{text.gone}</Notice>
      ) : (
        <>
          <Notice kind="success" heading={text.done(receipt.callBefore)}>
            <p>{text.number(sayPhone(receipt.callingNumber))}</p>
          </Notice>
          <Card title={text.code} level={2}>
            <Code>{sayCode(receipt.code)}</Code>
            <p>{text.codeHint}</p>
            <p>{callbackTexts[language].followAt(c.var.app.publicUrl() + publicPath(place, "volg"))}</p>
            <Small>{text.print}</Small>
          </Card>
        </>
      )}
      <Buttons>
        <LinkButton href={workPath(place, "vandaag")}>{text.toToday}</LinkButton>
        <LinkButton look="secondary" href={workPath(place, "hulpvragen/nieuw")}>
          {text.again}
        </LinkButton>
      </Buttons>
    </WorkFrame>,
  );
};

/** The points at which my own teams call back, first; then those of others here, for passing on at the desk. */
async function pointsOf(c: Context<Env>) {
  const { ctx, place, atWork, language } = c.var;
  const { services } = await findHelp(ctx, {
    chain: [place.municipality.id],
    themes: [],
    words: undefined,
    page: 1,
    perPage: 200,
  });
  const points = services.flatMap((service) =>
    service.points
      .filter((point) => point.teamId !== null)
      .map((point) => ({
        value: point.id,
        label: `${inLanguage(service.name, language).text}, ${point.place.name}`,
        mine: atWork.teamIds.includes(point.teamId ?? ""),
      })),
  );
  return points.toSorted((a, b) => Number(b.mine) - Number(a.mine));
}

async function showForm(c: Context<Env>, formKey: string, refused?: Refused) {
  const { language, place } = c.var;
  const text = texts[language];
  const asked = { language, refused, text: text.questions };
  const points = await pointsOf(c);
  const page = (
    <WorkFrame c={c} title={text.title} section="newCase" counts={await navCounts(c)} refused={refused !== undefined}>
      <ErrorSummary language={language} refused={refused} />
      <h1>{text.title}</h1>
      <Lead>{text.lead}</Lead>
      <Form action={workPath(place, "hulpvragen/nieuw")} hidden={{ formKey }}>
        <Field
          language={language}
          refused={refused}
          name="servicePointId"
          type="select"
          label={text.point}
          options={points}
          value={points[0]?.value}
        />
        <Field
          language={language}
          refused={refused}
          name="theme"
          type="select"
          label={text.theme}
          options={listThemes().map((theme) => ({ value: theme.slug, label: theme.text[language].title }))}
          value="iets-anders"
        />
        <MainQuestions {...asked} open={[...dayparts]} aboutAnother />
        <h2>{text.safety}</h2>
        <SafetyQuestions {...asked} />
        <Details language={language} summary={text.more} open={refused !== undefined}>
          <ExtraQuestions {...asked} aboutAnother />
        </Details>
        <Button>{text.send}</Button>
      </Form>
    </WorkFrame>
  );
  return c.html(page, refused === undefined ? 200 : 400);
}
