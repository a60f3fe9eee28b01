import type { Context, Handler } from "hono";
import type { Translated } from "../../../kernel/language.ts";
import { findTheme, type LaidParagraph, readTheme } from "../../../modules/directory/index.ts";
import { findGraphsOfTheme } from "../../../modules/recognition/index.ts";
import { chainOf, publicPath, withQuery } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Buttons, LinkButton } from "../../ui/button.tsx";
import { Markdown } from "../../ui/markdown.tsx";
import { ScreenOnly } from "../../ui/paper.tsx";
import { Spoor, Station } from "../../ui/spoor.tsx";
import { Lead, Small } from "../../ui/text.tsx";
import { sharedWords } from "../../words/words.ts";
import { CallMe } from "../frame/call-me.tsx";
import { Frame } from "../frame/frame.tsx";
import { PaperAddress } from "../frame/paper-address.tsx";
import { en } from "./en.ts";
import { nl, type ThemeText } from "./nl.ts";

const texts: Translated<ThemeText> = { nl, en };

const stations: Record<string, "now" | "later"> = { "wat-nu": "now" };

/** A life event: what now, what later, what else, what is good to know; in the words of who is nearest. */
export const themePage: Handler<Env> = async (c) => {
  const { ctx, language, place } = c.var;
  const read = await readTheme(ctx, c.req.param("slug") ?? "", { chain: chainOf(place), language });
  if (read === undefined) return c.notFound();
  const { theme, paragraphs } = read;
  const text = texts[language];
  const { title, tile } = theme.text[language];
  const help = withQuery(publicPath(place, "hulp"), { thema: theme.slug });
  const related = theme.related.flatMap((slug) => findTheme(slug) ?? []);
  return c.html(
    <Frame c={c} title={title} description={tile} sensitive={theme.sensitive}>
      <h1>{title}</h1>
      <Lead>{tile}</Lead>
      <Spoor>
        {paragraphs.map((paragraph) => (
          <ThemeParagraph c={c} paragraph={paragraph} />
        ))}
      </Spoor>
      {findGraphsOfTheme(theme.slug).map(({ id }) => (
        <>
          <h2>{text.questions}</h2>
          <p>{text.questionsText}</p>
          <LinkButton look="secondary" href={publicPath(place, `vragen/${id}`)}>
            {text.toQuestions}
          </LinkButton>
        </>
      ))}
      <h2>{text.help}</h2>
      <p>{text.helpText}</p>
      <Buttons>
        <LinkButton href={help}>{text.toHelp}</LinkButton>
        <CallMe c={c} look="secondary" about={{ theme: theme.slug }}>
          {text.callMe}
        </CallMe>
      </Buttons>
      {related.length > 0 && (
        <>
          <h2>{text.related}</h2>
          <ul>
            {related.map((other) => (
              <li>
                <a href={publicPath(place, `onderwerp/${other.slug}`)}>{other.text[language].title}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <PaperAddress c={c} path={publicPath(place, `onderwerp/${theme.slug}`)} />
      <ScreenOnly>
        <a href={publicPath(place, `onderwerp/${theme.slug}/poster`)}>{text.poster}</a>
      </ScreenOnly>
    </Frame>,
  );
};

function ThemeParagraph({ c, paragraph }: { c: Context<Env>; paragraph: LaidParagraph }) {
  const { language, place, tenants } = c.var;
  const text = texts[language];
  const { id, title, markdown, lang, isOutdated } = paragraph;
  const from = tenants.byId.get(paragraph.from ?? "");
  return (
    <Station kind={stations[id] ?? "later"} words={title ?? text.own((from ?? place.municipality).name)} id={id}>
      <Markdown text={markdown} lang={lang} />
      {from !== undefined && <Small>{text.from(sharedWords[language].place(from))}</Small>}
      {lang !== language && <Small>{text.onlyDutch}</Small>}
      {isOutdated && <Small>{text.outdated}</Small>}
    </Station>
  );
}
