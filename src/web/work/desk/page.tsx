import type { Context, Handler } from "hono";
import { callbackRequest, requestCallback } from "../../../modules/contact/index.ts";
import { dayparts, findHelp, inLanguage, listThemes } from "../../../modules/directory/index.ts";
import { parseForm } from "../../form.ts";
import { workPath } from "../../place.ts";
import { MainQuestions } from "../../public/callback/fields.tsx";
import { callbackLists } from "../../public/callback/page.tsx";
import { ExtraQuestions, SafetyQuestions } from "../../public/callback/person-fields.tsx";
import type { Env } from "../../surroundings.ts";
import { Button } from "../../ui/button.tsx";
import { Details } from "../../ui/details.tsx";
import { Field } from "../../ui/field.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";
import type { Refused } from "../../ui/refused.ts";
import { Lead } from "../../ui/text.tsx";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { keepDeskReceipt } from "./done.tsx";
import { texts } from "./slip.tsx";

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
    case "accepted":
      keepDeskReceipt(c, outcome.receipt);
      return c.redirect(workPath(place, "hulpvragen/nieuw/gelukt"), 303);
    case "closedThen":
      return showForm(c, form.value.formKey, form.refuse("dayparts", problems.daypartClosed));
    case "pointGone":
      return showForm(c, form.value.formKey, form.refuse("servicePointId", problems.formStale));
  }
};

const keyOf = ({ values }: Refused): string =>
  typeof values.formKey === "string" ? values.formKey : crypto.randomUUID();

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
