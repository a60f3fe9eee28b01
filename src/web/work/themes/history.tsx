import type { Context } from "hono";
import type { KeptParagraph, TextField, TextRevision } from "../../../modules/directory/index.ts";
import type { Env } from "../../surroundings.ts";
import { Button } from "../../ui/button.tsx";
import { Details } from "../../ui/details.tsx";
import { Form } from "../../ui/form.tsx";
import { Timeline } from "../../ui/spoor.tsx";
import { About } from "../../ui/text.tsx";
import { themePath, titleOf } from "./page.tsx";
import { texts } from "./texts.ts";

/** The fields that were changed, in a sentence: "het Nederlands en het Engels". */
export const fieldsOf = (c: Context<Env>, changes: readonly { field: TextField }[]): string => {
  const { fields, and } = texts[c.var.language];
  return changes.map(({ field }) => fields[field]).join(` ${and} `);
};

/** Who, when and why, as one line. */
export function Revision({ c, revision }: { c: Context<Env>; revision: TextRevision }) {
  const text = texts[c.var.language];
  return (
    <p>
      {revision.by ?? text.somebody}, {text.moment(revision.at)}: <span dir="auto">{revision.reason}</span>
    </p>
  );
}

type HistoryProps = {
  c: Context<Env>;
  slug: string;
  revisions: readonly TextRevision[];
  paragraphs: readonly KeptParagraph[];
};

/** Every change of this theme here, newest first, each with what it said before and the way back. */
export function History({ c, slug, revisions, paragraphs }: HistoryProps) {
  const text = texts[c.var.language];
  const named = (id: string): string => {
    const paragraph = paragraphs.find((one) => one.id === id);
    return paragraph === undefined ? id : titleOf(c, { national: paragraph.national });
  };
  return (
    <>
      <h2>{text.history}</h2>
      {revisions.length === 0 ? (
        <p>{text.noHistory}</p>
      ) : (
        <>
          <p>{text.historyLead}</p>
          <Timeline
            moments={revisions.map((revision) => ({
              kind: "done",
              title: text.changed(named(revision.paragraph), fieldsOf(c, revision.changes)),
              iso: revision.at.toString(),
              when: text.moment(revision.at),
              who: revision.by ?? text.somebody,
              body: <Changed c={c} slug={slug} revision={revision} paragraph={named(revision.paragraph)} />,
            }))}
          />
        </>
      )}
    </>
  );
}

type ChangedProps = { c: Context<Env>; slug: string; revision: TextRevision; paragraph: string };

/** As it was typed and not as it reads: whoever looks back compares signs. */
function Changed({ c, slug, revision, paragraph }: ChangedProps) {
  const { language } = c.var;
  const text = texts[language];
  const { version, at, reason, changes } = revision;
  const words = changes.filter(({ field }) => field !== "state");
  return (
    <>
      {reason !== "" && <p dir="auto">{reason}</p>}
      {words.map(({ field, before, after }) => (
        <Details language={language} summary={`${text.before} (${text.fields[field]})`}>
          <Words words={before} nothing={text.nothing} lang={field} />
          <p>
            <strong>{text.after}</strong>
          </p>
          <Words words={after} nothing={text.nothing} lang={field} />
        </Details>
      ))}
      <Form
        action={`${themePath(c, slug)}/terug`}
        hidden={{ paragraph: revision.paragraph, version: String(version), reason: text.undoReason(at) }}
      >
        <Button tight look="secondary">
          {text.undo}
          <About>
            {paragraph}, {text.moment(at)}
          </About>
        </Button>
      </Form>
    </>
  );
}

const Words = ({ words, nothing, lang }: { words: string; nothing: string; lang: TextField }) =>
  words === "" ? (
    <p>{nothing}</p>
  ) : (
    <div class="rechtspoor-typed" dir="auto" lang={lang}>
      {words}
    </div>
  );
