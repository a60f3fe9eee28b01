import type { Handler } from "hono";
import { raw } from "hono/html";
import markdown from "markdown-it";
import type { Translated } from "../../../kernel/language.ts";
import { findTheme } from "../../../modules/directory/index.ts";
import { publicPath, withQuery } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { Buttons, LinkButton } from "../../ui/button.tsx";
import { Spoor, Station } from "../../ui/spoor.tsx";
import { Lead, Prose } from "../../ui/text.tsx";
import { CallMe } from "../frame/call-me.tsx";
import { Frame } from "../frame/frame.tsx";
import { en } from "./en.ts";
import { nl, type ThemeText } from "./nl.ts";

const texts: Translated<ThemeText> = { nl, en };

/** HTML in a text is shown as it stands, never run: a municipality will write these too. */
const write = markdown({ html: false });

const stations: Record<string, "now" | "later"> = { "wat-nu": "now" };

/** A life event: what now, what later, what else, what is good to know. */
export const themePage: Handler<Env> = (c) => {
  const { language, place } = c.var;
  const theme = findTheme(c.req.param("slug") ?? "");
  if (theme === undefined) return c.notFound();
  const text = texts[language];
  const { title, tile, paragraphs } = theme.text[language];
  const help = withQuery(publicPath(place, "hulp"), { thema: theme.slug });
  const related = theme.related.flatMap((slug) => findTheme(slug) ?? []);
  return c.html(
    <Frame c={c} title={title} description={tile} sensitive={theme.sensitive}>
      <h1>{title}</h1>
      <Lead>{tile}</Lead>
      <Spoor>
        {paragraphs.map((paragraph) => (
          <Station kind={stations[paragraph.id] ?? "later"} words={paragraph.title} id={paragraph.id}>
            <Prose>{raw(write.render(paragraph.markdown))}</Prose>
          </Station>
        ))}
      </Spoor>
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
    </Frame>,
  );
};
