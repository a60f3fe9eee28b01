import type { Context, Handler } from "hono";
import { z } from "zod";
import { sayCode } from "../../../kernel/id.ts";
import { getTeam, type Team } from "../../../modules/access/index.ts";
import { type CallbackRequest, callbackRequest, requestCallback, sayPhone } from "../../../modules/contact/index.ts";
import {
  findHelp,
  findServicePoint,
  findTheme,
  inLanguage,
  openDayparts,
  type Service,
  type ServicePoint,
} from "../../../modules/directory/index.ts";
import { parseForm } from "../../form.ts";
import { publicPath, withQuery } from "../../place.ts";
import { readSealed, setSealed } from "../../sealed-cookie.ts";
import type { Env } from "../../surroundings.ts";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { PhoneLink } from "../../ui/contact.tsx";
import { Details } from "../../ui/details.tsx";
import { ErrorSummary, Form, HiddenFields } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { Refused } from "../../ui/refused.ts";
import { Spoor, Station, Steps } from "../../ui/spoor.tsx";
import { SummaryList } from "../../ui/summary-list.tsx";
import { Code, Lead, Small } from "../../ui/text.tsx";
import { sharedWords } from "../../words/words.ts";
import { chainOf } from "../answer/page.tsx";
import { Frame } from "../frame/frame.tsx";
import { callbackTexts, ExtraQuestions, MainQuestions, SafetyQuestions } from "./fields.tsx";

/** The fields that come more than once. */
export const callbackLists = ["dayparts"] as const;

type Asked = { service: Service; point: ServicePoint; team: Team };

async function findAsked(c: Context<Env>, pointId: string | undefined): Promise<Asked | undefined> {
  const id = z.uuid().safeParse(pointId);
  const found = id.success ? await findServicePoint(c.var.ctx, id.data) : undefined;
  if (found === undefined || found.point.teamId === null) return undefined;
  return { ...found, team: await getTeam(c.var.ctx, found.point.teamId) };
}

/** The form; without a point in the address, first the choice of who may call. */
export const callbackPage: Handler<Env> = async (c) => {
  const asked = await findAsked(c, c.req.query("punt"));
  if (asked === undefined) return choosePoint(c, c.req.query("punt") !== undefined);
  return c.html(<CallbackForm c={c} asked={asked} formKey={crypto.randomUUID()} theme={c.req.query("onderwerp")} />);
};

/** Checks what was typed, shows it once more, and sends it: one address, three steps. */
export const sendCallback: Handler<Env> = async (c) => {
  const { app, language, ctx, place } = c.var;
  const form = await parseForm(
    c,
    callbackRequest({ examples: app.config.mode !== "production" }),
    sharedWords[language].problems,
    callbackLists,
  );
  const typed = form.ok ? form.refuse("step", "").values : form.refused.values;
  const asked = await findAsked(c, textOf(typed.servicePointId));
  if (asked === undefined) return choosePoint(c, true);
  const again = { c, asked, formKey: textOf(typed.formKey) ?? crypto.randomUUID(), theme: textOf(typed.theme) };
  if (!form.ok) return c.html(<CallbackForm {...again} refused={form.refused} />, 400);
  if (typed.step === "edit") return c.html(<CallbackForm {...again} refused={{ values: typed, errors: {} }} />);
  if (typed.step !== "send") return c.html(<CheckPage c={c} asked={asked} request={form.value} values={typed} />);

  const outcome = await requestCallback(ctx, form.value, {
    secret: app.secret,
    clock: place.municipality.callbackClock,
    channel: "resident",
    siteLanguage: language,
  });
  switch (outcome.kind) {
    case "accepted": {
      const { receipt } = outcome;
      setSealed(c, receiptCookie, { ...receipt, callBefore: receipt.callBefore.toString() }, receiptMinutes);
      return c.redirect(publicPath(place, "bel-mij-terug/gelukt"), 303);
    }
    case "closedThen":
      return c.html(
        <CallbackForm {...again} refused={form.refuse("dayparts", sharedWords[language].problems.daypartClosed)} />,
        400,
      );
    case "pointGone":
      return choosePoint(c, true);
  }
};

const textOf = (value: string | readonly string[] | undefined): string | undefined =>
  typeof value === "string" ? value : value?.[0];

const receiptCookie = "bewijs";
/** Long enough to write it down and print it; short enough for a computer in the library. */
const receiptMinutes = 20;
const SealedReceipt = z.object({
  code: z.string(),
  callBefore: z.string().transform((text) => Temporal.Instant.from(text)),
  clock: z.enum(["working-days", "clock-hours", "months"]),
  callingNumber: z.string(),
  teamName: z.string(),
  organisationName: z.string(),
});

async function choosePoint(c: Context<Env>, gone: boolean) {
  const { language, place, ctx } = c.var;
  const text = callbackTexts[language];
  const theme = findTheme(c.req.query("onderwerp") ?? "");
  const { services } = await findHelp(ctx, {
    chain: chainOf(place).slice(0, 1),
    themes: theme === undefined ? [] : [theme.slug],
    words: undefined,
    page: 1,
    perPage: 50,
  });
  const everyone =
    services.length > 0 || theme === undefined
      ? services
      : (await findHelp(ctx, { chain: chainOf(place).slice(0, 1), themes: [], words: undefined, page: 1, perPage: 50 }))
          .services;
  const callable = everyone.flatMap((service) => {
    const point = service.points.find((point) => point.teamId !== null);
    return point === undefined ? [] : [{ service, point }];
  });
  return c.html(
    <Frame c={c} title={text.title} sensitive={theme?.sensitive === true}>
      <h1>{text.choosePoint}</h1>
      {gone && <Notice kind="warning">{text.pointGone}</Notice>}
      <Lead>{callable.length === 0 ? text.noPoint : text.choosePointLead}</Lead>
      {callable.map(({ service, point }) => (
        <Card title={inLanguage(service.name, language).text} level={2}>
          <p>{inLanguage(service.sentence, language).text}</p>
          <Small>{sharedWords[language].independence[service.organisation.independence]}</Small>
          <Buttons>
            <LinkButton
              look="secondary"
              href={withQuery(publicPath(place, "bel-mij-terug"), { punt: point.id, onderwerp: theme?.slug })}
            >
              {text.title}
            </LinkButton>
          </Buttons>
        </Card>
      ))}
      <OtherWays c={c} />
    </Frame>,
    gone ? 410 : 200,
  );
}

function OtherWays({ c }: { c: Context<Env> }) {
  const text = callbackTexts[c.var.language];
  const { desk } = c.var.place.municipality;
  return (
    <>
      <h2>{text.otherWays}</h2>
      <p>{text.otherWaysText(desk.mail, desk.address)}</p>
    </>
  );
}

type FormProps = { c: Context<Env>; asked: Asked; formKey: string; theme: string | undefined; refused?: Refused };

function FormSteps({ c, at }: { c: Context<Env>; at: 0 | 1 }) {
  const text = callbackTexts[c.var.language];
  return (
    <Steps
      language={c.var.language}
      steps={text.steps.map((label, step) => ({
        label,
        state: step < at ? "done" : step === at ? "current" : "later",
      }))}
    />
  );
}

function CallbackForm({ c, asked, formKey, theme, refused }: FormProps) {
  const { language, place } = c.var;
  const text = callbackTexts[language];
  const { team, point } = asked;
  const failed = refused !== undefined && Object.keys(refused.errors).length > 0;
  return (
    <Frame c={c} title={text.title} refused={failed} sensitive={findTheme(theme ?? "")?.sensitive === true} unlisted>
      <ErrorSummary language={language} refused={refused} />
      <FormSteps c={c} at={0} />
      <h1>{text.title}</h1>
      <Lead>{text.lead}</Lead>
      <p>
        {text.who(team.name, team.organisation.name)} {text.howLong}
      </p>
      <Form
        action={publicPath(place, "bel-mij-terug")}
        hidden={{ servicePointId: point.id, formKey, theme: theme ?? "iets-anders", step: "check" }}
      >
        <MainQuestions language={language} refused={refused} open={openDayparts(team)} />
        <SafetyQuestions language={language} refused={refused} />
        <Details language={language} summary={text.more} open={refused !== undefined}>
          <ExtraQuestions language={language} refused={refused} />
        </Details>
        <Notice>
          {text.privacy(team.name)} <a href={publicPath(place, "privacy")}>{text.privacyLink}</a>
        </Notice>
        <Button>{text.check}</Button>
      </Form>
      <OtherWays c={c} />
    </Frame>
  );
}

function CheckPage({
  c,
  asked,
  request,
  values,
}: {
  c: Context<Env>;
  asked: Asked;
  request: CallbackRequest;
  values: Refused["values"];
}) {
  const { language, place } = c.var;
  const text = callbackTexts[language];
  const words = sharedWords[language];
  const carried = Object.entries(values).filter(([name]) => name !== "step" && name !== "dayparts");
  const orNothing = (value: string) => (value === "" ? text.notFilled : <bdi>{value}</bdi>);
  return (
    <Frame c={c} title={text.checkTitle} sensitive={findTheme(request.theme)?.sensitive === true} unlisted>
      <FormSteps c={c} at={1} />
      <h1>{text.checkTitle}</h1>
      <Lead>{text.checkLead}</Lead>
      <Form
        action={publicPath(place, "bel-mij-terug")}
        hidden={Object.fromEntries(carried.map(([name, value]) => [name, textOf(value)]))}
      >
        {request.dayparts.map((part) => (
          <HiddenFields values={{ dayparts: part }} />
        ))}
        <SummaryList
          language={language}
          items={[
            { term: text.phone, value: <bdi dir="ltr">{sayPhone(request.phone)}</bdi> },
            { term: text.dayparts, value: request.dayparts.map((part) => words.dayparts[part]).join(", ") },
            { term: text.harm, value: request.harm === "yes" ? text.harmYes : text.harmNo },
            { term: text.mayLeaveMessage, value: request.mayLeaveMessage === "yes" ? words.yes : words.no },
            { term: text.maySayWho, value: request.maySayWho === "yes" ? words.yes : words.no },
            { term: text.word, value: orNothing(request.word) },
            { term: text.askedFor, value: text.forWhom[request.askedFor] },
            { term: text.name, value: orNothing(request.name) },
            {
              term: text.language,
              value: request.interpreter ? (
                <>
                  {orNothing(request.language)} · {text.interpreter}
                </>
              ) : (
                orNothing(request.language)
              ),
            },
            { term: text.mail, value: orNothing(request.mail ?? "") },
          ]}
        />
        <p>{text.who(asked.team.name, asked.team.organisation.name)}</p>
        <Buttons>
          <Button name="step" value="send">
            {text.send}
          </Button>
          <Button look="secondary" name="step" value="edit">
            {text.change}
          </Button>
        </Buttons>
      </Form>
    </Frame>
  );
}

/** What happens now, by when, from which number, and the code: shown once, to write down or print. */
export const callbackDonePage: Handler<Env> = (c) => {
  const { language, place } = c.var;
  const text = callbackTexts[language];
  const receipt = readSealed(c, receiptCookie, SealedReceipt);
  if (receipt === undefined)
    return c.html(
      <Frame c={c} title={text.title} unlisted>
        <h1>{text.title}</h1>
        <Notice>{text.gone}</Notice>
        <Buttons>
          <LinkButton href={publicPath(place, "volg")}>{text.follow}</LinkButton>
        </Buttons>
      </Frame>,
    );
  const number = sayPhone(receipt.callingNumber);
  return c.html(
    <Frame c={c} title={text.doneTitle} unlisted>
      <h1>{text.doneTitle}</h1>
      <Notice kind="success" heading={text.doneBefore(receipt.callBefore)}>
        <p>{text.clock[receipt.clock]}</p>
        <p>
          <strong>{text.number(number)}</strong> {text.numberHint}
        </p>
      </Notice>
      <Card title={text.codeIs} level={2}>
        <Code>{sayCode(receipt.code)}</Code>
        <p>{text.codeHint}</p>
      </Card>
      <h2>{text.whatNow}</h2>
      <Spoor>
        {text.nowSteps(receipt.teamName).map((step, at) => (
          <Station kind={at === 0 ? "now" : "later"} words={step} level={3} />
        ))}
      </Spoor>
      <p>{text.late(number)}</p>
      <Buttons>
        <LinkButton href={publicPath(place, "volg")}>{text.follow}</LinkButton>
        <PhoneLink look="secondary" number={number} />
      </Buttons>
      <Small>{text.print}</Small>
    </Frame>,
  );
};
