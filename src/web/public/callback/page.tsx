import type { Context, Handler } from "hono";
import { callbackRequest, sayPhone } from "../../../modules/contact/index.ts";
import { openDayparts } from "../../../modules/directory/index.ts";
import { parseForm } from "../../form.ts";
import { publicPath, withQuery } from "../../place.ts";
import { takeSaid } from "../../said.ts";
import type { Env } from "../../surroundings.ts";
import { Button } from "../../ui/button.tsx";
import { PhoneLink } from "../../ui/contact.tsx";
import { Details } from "../../ui/details.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { Refused } from "../../ui/refused.ts";
import { Steps } from "../../ui/spoor.tsx";
import { Lead, Small } from "../../ui/text.tsx";
import { sharedWords } from "../../words/words.ts";
import { readWords } from "../answer/kept-words.ts";
import { Frame } from "../frame/frame.tsx";
import { type Asked, choosePoint, findAsked, OtherWays } from "./choose-point.tsx";
import { keepDraft, readDraft } from "./draft.ts";
import { callbackTexts, MainQuestions } from "./fields.tsx";
import { ExtraQuestions, SafetyQuestions } from "./person-fields.tsx";

/** The fields that come more than once. */
export const callbackLists = ["dayparts"] as const;

/** The form. Without a point in the address first the choice of who may call; after "change something" as it was. */
export const callbackPage: Handler<Env> = async (c) => {
  const text = callbackTexts[c.var.language];
  const kept = readDraft(c);
  const draft = c.req.query("verander") === undefined ? undefined : kept;
  const wanted = draft?.servicePointId ?? c.req.query("punt");
  const asked = await findAsked(c, wanted);
  const said = takeSaid(c)?.what;
  const notice = said === "answersGone" || said === "otherTab" ? text[said] : undefined;
  if (asked === undefined) return choosePoint(c, wanted === undefined ? notice : text.pointGone);
  if (draft !== undefined)
    return c.html(
      <CallbackForm c={c} asked={asked} values={draft} notice={notice} refused={{ values: draft, errors: {} }} />,
    );
  return c.html(
    <CallbackForm c={c} asked={asked} {...firstValues(c)} isBegun={kept?.servicePointId === asked.point.id} />,
  );
};

/** Of a story the beginning: what does not fit is told on the phone. */
const longestWord = 1_000;

/** An empty form; but what somebody just told in their own words they need not type again. */
function firstValues(c: Context<Env>): Pick<FormProps, "values" | "refused" | "isTold"> {
  const theme = c.req.query("onderwerp");
  const told = readWords(c)?.words.slice(0, longestWord);
  if (told === undefined) return { values: { theme } };
  const values = { theme, word: told };
  return { values, refused: { values, errors: {} }, isTold: true };
}

/** Reads what was typed: refused with a sentence per mistake, or on to looking it over. Nothing is kept yet. */
export const checkCallback: Handler<Env> = async (c) => {
  const { app, language, place } = c.var;
  const words = sharedWords[language];
  const form = await parseForm(
    c,
    callbackRequest({ examples: app.config.mode !== "production" }),
    words.problems,
    callbackLists,
  );
  const { values } = form.ok ? form : form.refused;
  const asked = await findAsked(c, values.servicePointId);
  if (asked === undefined) return choosePoint(c, callbackTexts[language].pointGone);
  // Also when it is refused: another language and Back would else begin with an empty form.
  keepDraft(c, values);
  if (!form.ok) return c.html(<CallbackForm c={c} asked={asked} values={values} refused={form.refused} />, 400);
  if (!form.value.dayparts.some((part) => openDayparts(asked.team).includes(part))) {
    const refused = form.refuse("dayparts", words.problems.daypartClosed);
    return c.html(<CallbackForm c={c} asked={asked} values={values} refused={refused} />, 400);
  }
  return c.redirect(publicPath(place, "bel-mij-terug/nakijken"), 303);
};

/** Where somebody is in asking: number, look over, done. */
export function CallbackSteps({ c, at }: { c: Context<Env>; at: 0 | 1 }) {
  const { language } = c.var;
  return (
    <Steps
      language={language}
      steps={callbackTexts[language].steps.map((label, step) => ({
        label,
        state: step < at ? "done" : step === at ? "current" : "later",
      }))}
    />
  );
}

const textOf = (value: string | readonly string[] | undefined): string | undefined =>
  typeof value === "string" ? value : value?.[0];

type FormProps = {
  c: Context<Env>;
  asked: Asked;
  values: Refused["values"];
  refused?: Refused;
  notice?: string | undefined;
  /** Answers for this very point wait in the browser. */
  isBegun?: boolean;
  /** They told it in their own words before, and those stand in the form. */
  isTold?: boolean;
};

function CallbackForm({ c, asked, values, refused, notice, isBegun = false, isTold = false }: FormProps) {
  const { language, place } = c.var;
  const text = callbackTexts[language];
  const { team, point } = asked;
  const theme = textOf(values.theme) ?? "iets-anders";
  const failed = refused !== undefined && Object.keys(refused.errors).length > 0;
  // The key belongs to this form: sent twice, it is one request.
  const formKey = textOf(values.formKey) ?? crypto.randomUUID();
  return (
    <Frame c={c} title={text.title} refused={failed} keptAt={{ verander: "1" }} sensitive unlisted>
      <ErrorSummary language={language} refused={refused} />
      <CallbackSteps c={c} at={0} />
      <h1>{text.title}</h1>
      {notice !== undefined && <Notice kind="warning">{notice}</Notice>}
      <Lead>{text.lead}</Lead>
      {isBegun && (
        <p>
          <a href={withQuery(publicPath(place, "bel-mij-terug"), { verander: "1" })}>{text.goOn}</a>
        </p>
      )}
      <p>
        {text.who(team.name, team.organisation.name)} {text.before(asked.before)} {text.howLong}
      </p>
      <Form action={publicPath(place, "bel-mij-terug")} hidden={{ servicePointId: point.id, formKey, theme }}>
        <MainQuestions language={language} refused={refused} text={text} open={openDayparts(team)} />
        <p>
          {text.cannotWait} <PhoneLink number={sayPhone(team.callingNumber)} />
        </p>
        <SafetyQuestions language={language} refused={refused} text={text} />
        <Details language={language} summary={text.more} open={refused !== undefined}>
          <ExtraQuestions
            language={language}
            refused={refused}
            text={isTold ? { ...text, wordHint: text.wordTold } : text}
          />
        </Details>
        <Notice>
          {text.privacy(team.name, text.municipality[team.organisation.independence])}{" "}
          <a href={publicPath(place, "privacy")}>{text.privacyLink}</a>
        </Notice>
        <Small>{text.history}</Small>
        <Button>{text.check}</Button>
      </Form>
      <OtherWays c={c} />
    </Frame>
  );
}
