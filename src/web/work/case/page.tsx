import type { Context, Handler } from "hono";
import { type CasePage, canBecome, stepOf } from "../../../modules/contact/index.ts";
import { findTheme } from "../../../modules/directory/index.ts";
import { workPath } from "../../place.ts";
import { type Said, takeSaid } from "../../said.ts";
import type { Env } from "../../surroundings.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";
import { Columns } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { Refused } from "../../ui/refused.ts";
import { sharedWords } from "../../words/words.ts";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { LostCode } from "./code.tsx";
import { findCase } from "./find.ts";
import { asNote, CaseForms, NoteForm } from "./forms.tsx";
import { Kept } from "./kept.tsx";
import type { CaseText } from "./nl.ts";
import { Promised } from "./promised.tsx";
import { Reach } from "./reach.tsx";
import { Requests } from "./requests.tsx";
import { BorrowedNotice, OtherParty, Shares } from "./shares.tsx";
import { texts } from "./texts.ts";
import { CaseTimeline } from "./timeline.tsx";

export const casePage: Handler<Env> = (c) => showCase(c);

/** The page of one case; with `refused`, after a form on it was refused. */
export async function showCase(c: Context<Env>, refused?: Refused, warning?: string): Promise<Response> {
  const page = await findCase(c);
  if (page === undefined) return c.notFound();
  return c.html(
    <CaseView c={c} page={page} counts={await navCounts(c)} said={takeSaid(c)} warning={warning} refused={refused} />,
    refused === undefined ? 200 : 400,
  );
}

type ViewProps = {
  c: Context<Env>;
  page: CasePage;
  counts: Awaited<ReturnType<typeof navCounts>>;
  said: Said | undefined;
  warning: string | undefined;
  refused: Refused | undefined;
};

/** Who and how to reach safely, what is going on, what was promised, and one timeline of everything. */
function CaseView({ c, page, counts, said, warning, refused }: ViewProps) {
  const { language, place } = c.var;
  const text = texts[language];
  const { file, resident, callback } = page;
  const theme = findTheme(file.theme)?.text[language].title ?? "";
  // The title of the window stays in the browser's history: it names nobody.
  const title = `${text.title}: ${theme.toLowerCase()}`;
  const isOpen = callback.status === "waiting";
  const step = stepOf(page);
  return (
    <WorkFrame c={c} title={title} section="cases" counts={counts} refused={refused !== undefined}>
      <ErrorSummary language={language} refused={refused} />
      {warning !== undefined && <Notice kind="warning">{warning}</Notice>}
      {said !== undefined && <SaidNotice said={said} text={text} people={page.people} />}
      <h1>
        <bdi>{resident.name === "" ? text.noName : resident.name}</bdi>, {theme.toLowerCase()}
      </h1>
      {!page.mayWrite && <BorrowedNotice c={c} page={page} />}
      {!isOpen && (
        <Notice kind="warning" heading={callback.status === "cancelled" ? text.stopped : text.isClosed}>
          {callback.status === "cancelled" ? text.stoppedText : sharedWords[language].results[callback.result]}
        </Notice>
      )}
      <Columns
        asideLabel={text.promises}
        main={
          <>
            <Reach c={c} page={page} refused={refused} />
            <OwnWords page={page} heading={text.wrote} />
            {page.mayWrite && isOpen && step === "letter" && (
              <Notice kind="warning">
                <p>{text.letterTask}</p>
                <LinkButton look="secondary" href={workPath(place, `hulpvragen/${file.id}/brief`)}>
                  {text.letterPrint}
                </LinkButton>
              </Notice>
            )}
            {page.mayWrite && isOpen && <CaseForms c={c} page={page} refused={refused} />}
            {page.mayWrite && !isOpen && (
              <Card level={2} title={text.afterwards}>
                <NoteForm c={c} page={page} refused={asNote(refused)} />
              </Card>
            )}
            {page.mayWrite && canBecome(callback, "waiting") && (
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
        aside={
          <>
            <Promised c={c} page={page} refused={refused} />
            {page.mayWrite && <LostCode c={c} page={page} />}
            {page.mayWrite && <OtherParty c={c} page={page} />}
            <Shares c={c} page={page} />
            {page.mayWrite && <Requests c={c} page={page} refused={refused} />}
            {page.mayWrite && <Kept c={c} page={page} refused={refused} />}
          </>
        }
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

/** What just happened, in a sentence; what needs a second thought is a warning. */
function SaidNotice({ said, text, people }: { said: Said; text: CaseText; people: CasePage["people"] }) {
  switch (said.what) {
    case "taken":
    case "saved":
    case "closed":
    case "reopened":
    case "requested":
      return <Notice kind="success">{text.said[said.what]}</Notice>;
    case "gone":
    case "endedBefore":
    case "notedOnClosed":
      return <Notice kind="warning">{text.said[said.what]}</Notice>;
    case "called": {
      const name = people.get(said.tookFrom ?? "");
      return (
        <>
          {said.againstWish && <Notice kind="danger">{text.leftAgainstWish}</Notice>}
          {said.isClosed ? (
            <Notice kind="warning">{text.calledOnClosed}</Notice>
          ) : (
            <Notice kind="success">
              {text.said.saved} {name !== undefined && text.yoursNow(name)}
            </Notice>
          )}
        </>
      );
    }
    default:
      return null;
  }
}
