import type { Context } from "hono";
import type { Child } from "hono/jsx";
import { publicPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { ScreenOnly } from "../../ui/paper.tsx";
import { Poster } from "../../ui/poster.tsx";
import { Frame, siteOf } from "../frame/frame.tsx";
import { texts } from "./texts.ts";

type SheetProps = {
  c: Context<Env>;
  /** In words alone, for the title of the page. */
  name: string;
  title: Child;
  sentence: Child;
  badges: readonly string[];
  /** On this municipality's site: where the code leads, and as short as it can be typed. */
  path: string;
  shortPath: string;
  back: string;
  foot: Child;
  children?: Child;
};

/** A poster of this municipality, with how to print it. */
export function PosterPage({ c, name, path, shortPath, back, children, ...rest }: SheetProps) {
  const { app, language, place } = c.var;
  const text = texts[language];
  const address = app.publicUrl() + publicPath(place, path);
  const shortAddress = (app.publicUrl() + publicPath(place, shortPath)).replace(/^https?:\/\//, "");
  const { name: site, logo } = siteOf(c);
  return (
    <Frame c={c} title={text.title(name)} unlisted>
      <ScreenOnly>
        <p>
          {text.print} <a href={publicPath(place, path)}>{back}</a>
        </p>
      </ScreenOnly>
      <Poster
        {...rest}
        {...{ site, logo, address, shortAddress }}
        codeLabel={text.code(shortAddress)}
        codeWords={text.scan}
      >
        {children}
      </Poster>
    </Frame>
  );
}
