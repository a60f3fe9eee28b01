import type { Context, Handler } from "hono";
import type { Translated } from "../../../kernel/language.ts";
import { findTheme } from "../../../modules/directory/index.ts";
import {
  compared,
  IssueCode,
  issueCodes,
  listPractice,
  meanings,
  recognise,
  themeOf,
} from "../../../modules/recognition/index.ts";
import { withQuery, workPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { CheckboxGroup } from "../../ui/choice.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";
import { Lead } from "../../ui/text.tsx";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { en } from "./en.ts";
import { nl, type PracticeText } from "./nl.ts";

const texts: Translated<PracticeText> = { nl, en };

const firstMost = 3;

/** What somebody saw stands in the address: codes of an invented story, of nobody. */
function asked(c: Context<Env>) {
  const stories = listPractice();
  const at = Number.parseInt(c.req.query("verhaal") ?? "1", 10);
  const story = stories[at - 1];
  const chosen = (c.req.queries("zie") ?? []).flatMap((code) => IssueCode.safeParse(code).data ?? []);
  return story === undefined ? undefined : { at, of: stories.length, story, chosen };
}

/** Practising on invented stories: which legal and social sides are there? For whoever is new, and whoever forgot. */
export const practicePage: Handler<Env> = async (c) => {
  const found = asked(c);
  if (found === undefined) return c.notFound();
  const { at, of, story, chosen } = found;
  const { language, place } = c.var;
  const text = texts[language];
  const here = workPath(place, "oefenen");
  const sent = c.req.query("nagekeken") !== undefined;
  const refused = sent && chosen.length === 0 ? { values: {}, errors: { zie: text.missing } } : undefined;
  return c.html(
    <WorkFrame c={c} title={text.title} section="find" counts={await navCounts(c)} refused={refused !== undefined}>
      <ErrorSummary language={language} refused={refused} />
      <h1>{text.title}</h1>
      {at === 1 && !sent && <Lead>{text.lead}</Lead>}
      <p>{text.story(at, of)}</p>
      <Card>
        <p>{story.story[language]}</p>
      </Card>
      {chosen.length === 0 ? (
        <Form action={here} method="get" hidden={{ verhaal: String(at), nagekeken: "ja" }}>
          <CheckboxGroup
            language={language}
            refused={refused}
            name="zie"
            legend={text.question}
            legendLevel={2}
            hint={text.hint}
            options={issueCodes.map((value) => ({ value, label: titleOf(c, value) }))}
          />
          <Button>{text.look}</Button>
        </Form>
      ) : (
        <>
          <Seen c={c} found={found} />
          <LinkButton look="primary" href={withQuery(here, { verhaal: String(at === of ? 1 : at + 1) })}>
            {at === of ? text.again : text.next}
          </LinkButton>
        </>
      )}
    </WorkFrame>,
    refused === undefined ? 200 : 400,
  );
};

const titleOf = (c: Context<Env>, code: IssueCode): string =>
  findTheme(themeOf(code))?.text[c.var.language].title ?? code;

function Seen({ c, found: { story, chosen } }: { c: Context<Env>; found: NonNullable<ReturnType<typeof asked>> }) {
  const { language } = c.var;
  const text = texts[language];
  const { seen, missed, notThere } = compared(story, chosen);
  const read = recognise(story.story.nl).issues.slice(0, firstMost);
  const list = (title: string, codes: IssueCode[]) => (
    <>
      <h2>{title}</h2>
      {codes.length === 0 ? (
        <p>{text.nothing}</p>
      ) : (
        <ul>
          {codes.map((code) => (
            <li>{titleOf(c, code)}</li>
          ))}
        </ul>
      )}
    </>
  );
  return (
    <>
      {list(text.seen, seen)}
      {list(text.missed, missed)}
      {notThere.length > 0 && list(text.notThere, notThere)}
      <h2>{text.why}</h2>
      <p>{story.tell[language]}</p>
      {story.needs.length > 0 && (
        <>
          <h2>{text.needs}</h2>
          <p>{story.needs.map((code) => meanings().needs[code][language]).join(", ")}</p>
        </>
      )}
      <h2>{text.computer}</h2>
      <ul>
        {read.map(({ code, chance }) => (
          <li>
            {titleOf(c, code)}: {Math.round(chance * 100)} %
          </li>
        ))}
      </ul>
    </>
  );
}
