import type { Context } from "hono";
import type { Translated } from "../../../kernel/language.ts";
import { type ReadingHint, readingHints } from "../../../modules/directory/index.ts";
import type { Env } from "../../surroundings.ts";
import { Notice } from "../../ui/notice.tsx";
import { Small } from "../../ui/text.tsx";
import { en } from "./en.ts";
import { nl, type ReadingText } from "./nl.ts";

const texts: Translated<ReadingText> = { nl, en };

type Props = {
  c: Context<Env>;
  /** What residents read in Dutch, each under the question that it answers. */
  fields: readonly { label: string; text: string }[];
};

/** How the texts for residents read, and what could be easier. It stops nobody from saving. */
export function ReadingCheck({ c, fields }: Props) {
  const text = texts[c.var.language];
  const found = fields
    .map(({ label, text }) => ({ label, hints: readingHints(text) }))
    .filter(({ hints }) => hints.length > 0);
  return (
    <Notice kind={found.length === 0 ? "success" : "info"} heading={text.title} id="leest-dit">
      {found.length === 0 && <p>{text.easy}</p>}
      {found.map(({ label, hints }) => (
        <>
          <p>
            <strong>{label}</strong>
          </p>
          <ul>
            {hints.map((hint) => (
              <li>{say(c, hint)}</li>
            ))}
          </ul>
        </>
      ))}
      <Small>{text.how}</Small>
    </Notice>
  );
}

function say(c: Context<Env>, hint: ReadingHint): string {
  const { hints } = texts[c.var.language];
  switch (hint.kind) {
    case "longSentence":
      return hints.longSentence(hint.words, beginning(hint.said));
    case "longAverage":
      return hints.longAverage(hint.words);
    case "officialWord":
      return hints.officialWord(hint.said, hint.plain);
    case "informal":
      return hints.informal(hint.said);
    case "longWord":
      return hints.longWord(hint.said);
  }
}

/** Enough of a sentence to find it by. */
const beginning = (sentence: string): string => {
  const words = sentence.split(/\s+/);
  return words.length <= 6 ? sentence : `${words.slice(0, 6).join(" ")} …`;
};
