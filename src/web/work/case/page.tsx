import type { Context, Handler } from "hono";
import { z } from "zod";
import type { Translated } from "../../../kernel/language.ts";
import { gravityOf, type Resident, safetyWarnings } from "../../../modules/casework/index.ts";
import { type CasePage, canBecome, nextStep, openCasePage, sayPhone } from "../../../modules/contact/index.ts";
import { findTheme } from "../../../modules/directory/index.ts";
import { workPath } from "../../place.ts";
import { type Said, takeSaid } from "../../said.ts";
import type { Env } from "../../surroundings.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { PhoneLink } from "../../ui/contact.tsx";
import { Details } from "../../ui/details.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";
import { Columns } from "../../ui/layout.tsx";
import { Notice, SafeContact, type Warning } from "../../ui/notice.tsx";
import type { Refused } from "../../ui/refused.ts";
import { SummaryList } from "../../ui/summary-list.tsx";
import { Warn } from "../../ui/text.tsx";
import { sharedWords } from "../../words/words.ts";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { en } from "./en.ts";
import { CaseForms } from "./forms.tsx";
import { type CaseText, nl } from "./nl.ts";
import { Promised } from "./promised.tsx";
import { CaseTimeline } from "./timeline.tsx";

export const texts: Translated<CaseText> = { nl, en };

export const casePage: Handler<Env> = (c) => showCase(c);

/** The page of one case; with `refused`, after a form on it was refused. */
export async function showCase(c: Context<Env>, refused?: Refused): Promise<Response> {
  const id = z.uuid().safeParse(c.req.param("id"));
  const page = id.success ? await openCasePage(c.var.ctx, id.data) : undefined;
  if (page === undefined) return c.notFound();
  return c.html(
    <CaseView c={c} page={page} counts={await navCounts(c)} said={takeSaid(c)?.what} refused={refused} />,
    refused === undefined ? 200 : 400,
  );
}

type ViewProps = {
  c: Context<Env>;
  page: CasePage;
  counts: Awaited<ReturnType<typeof navCounts>>;
  said: Said["what"] | undefined;
  refused: Refused | undefined;
};

/** Who and how to reach safely, what is going on, what was promised, and one timeline of everything. */
function CaseView({ c, page, counts, said, refused }: ViewProps) {
  const { language, place } = c.var;
  const text = texts[language];
  const { file, resident, callback } = page;
  const theme = findTheme(file.theme)?.text[language].title ?? "";
  // The title of the window stays in the browser's history: it names nobody.
  const title = `${text.title}: ${theme.toLowerCase()}`;
  const isOpen = callback.status === "waiting";
  return (
    <WorkFrame c={c} title={title} section="cases" counts={counts} refused={refused !== undefined}>
      <ErrorSummary language={language} refused={refused} />
      {said === "taken" && <Notice kind="success">{text.taken}</Notice>}
      {said === "saved" && <Notice kind="success">{text.saved}</Notice>}
      {said === "closed" && <Notice kind="success">{text.closedNow}</Notice>}
      {said === "reopened" && <Notice kind="success">{text.reopened}</Notice>}
      {said === "gone" && <Notice kind="warning">{text.gone}</Notice>}
      <h1>
        <bdi>{resident.name === "" ? text.noName : resident.name}</bdi>, {theme.toLowerCase()}
      </h1>
      <Columns
        asideLabel={text.promises}
        main={
          <>
            <Reach c={c} page={page} />
            <OwnWords page={page} heading={text.wrote} />
            {isOpen && nextStep(page.attempts) === "letter" && (
              <Notice kind="warning">
                <p>{text.letterTask}</p>
                <LinkButton look="secondary" href={workPath(place, `hulpvragen/${file.id}/brief`)}>
                  {text.letterPrint}
                </LinkButton>
              </Notice>
            )}
            {isOpen && <CaseForms c={c} page={page} refused={refused} />}
            {canBecome(callback, "waiting") && (
              <Card title={text.reopenTitle} level={2}>
                <p>{text.reopenWhy}</p>
                <Form action={workPath(place, `hulpvragen/${file.id}/heropenen`)}>
                  <Button look="secondary">{text.reopen}</Button>
                </Form>
              </Card>
            )}
            <CaseTimeline c={c} page={page} text={text} />
          </>
        }
        aside={<Promised c={c} page={page} refused={refused} />}
      />
    </WorkFrame>
  );
}

/** What the resident wrote themselves: why somebody is calling, so it stands where the caller looks. */
function OwnWords({ page, heading }: { page: CasePage; heading: string }) {
  const words = page.entries.filter((entry) => entry.kind === "resident-word");
  if (words.length === 0) return null;
  return (
    <Card title={heading} level={2}>
      {words.map((entry) => (
        <p dir="auto">{entry.text}</p>
      ))}
    </Card>
  );
}

/** What must be known before dialling; what nobody answered says so, because then it may still be asked. */
const warningsOf = (resident: Resident, text: CaseText): Warning[] =>
  safetyWarnings(resident).map((warning) => {
    const gravity = gravityOf(resident, warning);
    const unanswered = gravity === "calm" && (warning === "noMessage" || warning === "notSayWho");
    return { gravity, words: unanswered ? text.unanswered(text.warnings[warning]) : text.warnings[warning] };
  });

/** The warnings stand before the number: whoever dials has read them. */
function Reach({ c, page }: { c: Context<Env>; page: CasePage }) {
  const { language } = c.var;
  const text = texts[language];
  const words = sharedWords[language];
  const { file, resident, callback, team, tied } = page;
  return (
    <Card title={text.reach} level={2}>
      <SafeContact language={language} warnings={warningsOf(resident, text)}>
        <PhoneLink look="secondary" number={sayPhone(resident.phone)} />
      </SafeContact>
      <SummaryList
        language={language}
        items={[
          { term: text.callFrom, value: <bdi dir="ltr">{sayPhone(team.callingNumber)}</bdi> },
          { term: text.when, value: callback.dayparts.map((part) => words.daypartsShort[part]).join(", ") },
          ...(resident.language === "" ? [] : [{ term: text.language, value: <bdi>{resident.language}</bdi> }]),
          ...(resident.mail === null
            ? []
            : [{ term: text.mail, value: <a href={`mailto:${resident.mail}`}>{resident.mail}</a> }]),
          {
            term: text.what,
            value: `${findTheme(file.theme)?.text[language].title ?? ""}, ${text.channel[file.channel]}`,
          },
        ]}
      />
      {callback.harm && (
        <p>
          <Warn>{text.harm}</Warn>
        </p>
      )}
      {tied.length > 0 && (
        <Details language={language} summary={`${text.tied} (${tied.length})`}>
          <ul>
            {tied.map((other) => (
              <li>
                <a href={workPath(c.var.place, `hulpvragen/${other.caseId}`)}>{text.tiedLink(other.requestedAt)}</a>
              </li>
            ))}
          </ul>
        </Details>
      )}
    </Card>
  );
}
