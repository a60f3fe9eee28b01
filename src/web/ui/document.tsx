import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { type Language, languages } from "../../kernel/language.ts";
import { texts } from "./texts.ts";

export type NamedLink = { href: string; label: string; current?: boolean | undefined };

export type DocumentProps = {
  language: Language;
  /** For a text in a language the interface does not speak yet; the rest stays in `language`. */
  lang?: string | undefined;
  dir?: "ltr" | "rtl" | undefined;
  title: string;
  /** The page shows a refused form: the title says so first, because that is what is read aloud first. */
  refused?: boolean | undefined;
  description?: string | undefined;
  stylesheets: readonly string[];
  /** Module scripts; public pages have none unless an island needs one. */
  scripts?: readonly string[] | undefined;
  icon?: string | undefined;
  /** Keep the page out of search engines. */
  unlisted?: boolean | undefined;
};

/** A whole HTML document, doctype included: hand it to `c.html(…)`. */
export function Document(props: DocumentProps & { bodyClass: string; children?: Child }) {
  const { language, lang = language, title, refused, description, stylesheets, scripts, icon, unlisted } = props;
  const { bodyClass, children } = props;
  const text = texts[language];
  const dir = props.dir ?? languages[language].direction;
  return (
    <>
      {raw("<!doctype html>")}
      <html {...{ lang, dir }}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>{refused ? `${text.errorPrefix} ${title}` : title}</title>
          {description !== undefined && <meta name="description" content={description} />}
          {unlisted && <meta name="robots" content="noindex, nofollow" />}
          {icon !== undefined && <link rel="icon" href={icon} />}
          {stylesheets.map((href) => (
            <link rel="stylesheet" href={href} />
          ))}
          {scripts?.map((src) => (
            <script type="module" src={src} />
          ))}
        </head>
        <body class={bodyClass}>
          <a class="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#main">
            {text.skipToContent}
          </a>
          {children}
        </body>
      </html>
    </>
  );
}
