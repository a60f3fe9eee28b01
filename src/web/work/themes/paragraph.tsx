import type { Context } from "hono";
import type { Language } from "../../../kernel/language.ts";
import {
  inLanguage,
  type KeptParagraph,
  type LocalText,
  type LocalTextChange,
  stateOf,
} from "../../../modules/directory/index.ts";
import type { Env } from "../../surroundings.ts";
import { Buttons, LinkButton } from "../../ui/button.tsx";
import { Badge, Badges, Card } from "../../ui/card.tsx";
import { Details } from "../../ui/details.tsx";
import { Markdown } from "../../ui/markdown.tsx";
import type { Refused } from "../../ui/refused.ts";
import { Small } from "../../ui/text.tsx";
import { themePath, titleOf } from "./page.tsx";
import { texts } from "./texts.ts";
import { Writing } from "./writing.tsx";

/** What came back with a form: what was typed, at which version, and what a colleague did meanwhile. */
export type Filled = {
  refused: Refused;
  version: number;
  meanwhile?: Extract<LocalTextChange, { kind: "meanwhile" }>;
};

type ParagraphProps = {
  c: Context<Env>;
  slug: string;
  paragraph: KeptParagraph;
  isOpen: boolean;
  filled: Filled | undefined;
};

/** What residents read here now and whose words those are, what it stands in the place of, and the way to change it. */
export function Paragraph({ c, slug, paragraph, isOpen, filled }: ParagraphProps) {
  const { language } = c.var;
  const text = texts[language];
  const { id, national, own, above, holds } = paragraph;
  const isOwn = holds !== undefined && holds === own;
  const title = titleOf(c, paragraph);
  return (
    <Card level={2} title={title} id={id}>
      <Badges>
        <Badge>{whoseIs(c, paragraph)}</Badge>
      </Badges>
      {national === undefined && <p>{text.ownLead}</p>}
      {holds !== undefined && <Told c={c} told={holds} />}
      {holds === undefined && national !== undefined && <National national={national} language={language} />}
      {isOwn && above !== undefined && (
        <Details language={language} summary={text.regionText(nameOf(c, above))}>
          <Told c={c} told={above} />
        </Details>
      )}
      {holds !== undefined && national !== undefined && (
        <Details language={language} summary={text.nationalText}>
          <National national={national} language={language} />
        </Details>
      )}
      {isOpen ? (
        <Writing c={c} slug={slug} paragraph={paragraph} filled={filled} />
      ) : (
        <Buttons>
          <LinkButton tight look="secondary" href={`${themePath(c, slug)}?alinea=${id}#${id}`} about={title}>
            {isOwn ? text.change : text.write}
          </LinkButton>
        </Buttons>
      )}
    </Card>
  );
}

function whoseIs(c: Context<Env>, { national, holds }: KeptParagraph): string {
  const { whose } = texts[c.var.language];
  if (holds === undefined) return national === undefined ? whose.none : whose.national;
  return holds.municipalityId === c.var.place.municipality.id ? whose.own : whose.region(nameOf(c, holds));
}

const nameOf = (c: Context<Env>, { municipalityId }: LocalText): string =>
  c.var.tenants.byId.get(municipalityId)?.name ?? municipalityId;

type NationalProps = { national: NonNullable<KeptParagraph["national"]>; language: Language };

const National = ({ national, language }: NationalProps) => (
  <Markdown text={national.markdown[language]} lang={language} />
);

/** The Dutch, and the English with how it stands to the Dutch. */
export function Told({ c, told }: { c: Context<Env>; told: Pick<LocalText, "words"> }) {
  const { language } = c.var;
  const text = texts[language];
  const state = stateOf(told.words, "en");
  return (
    <>
      <Markdown text={inLanguage(told.words, "nl").text} lang="nl" />
      {state !== "reviewed" && <Small>{text.englishStates[state]}</Small>}
      {state !== "missing" && (
        <Details language={language} summary={text.englishText}>
          <Markdown text={told.words.en ?? ""} lang="en" />
        </Details>
      )}
    </>
  );
}
