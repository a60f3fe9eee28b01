import type { Handler } from "hono";
import { dayOf, sayDate } from "../../../kernel/day.ts";
import { findTheme } from "../../../modules/directory/index.ts";
import type { Env } from "../../surroundings.ts";
import { PosterFact } from "../../ui/poster.tsx";
import { DeskFact } from "./page.tsx";
import { PosterPage } from "./sheet.tsx";
import { texts } from "./texts.ts";

/** The same for a life event: no single organisation, but where to find who helps, and whom to call. */
export const themePoster: Handler<Env> = (c) => {
  const { ctx, language, place } = c.var;
  const theme = findTheme(c.req.param("slug") ?? "");
  if (theme === undefined) return c.notFound();
  const text = texts[language];
  const { title, tile } = theme.text[language];
  const path = `onderwerp/${theme.slug}`;
  return c.html(
    <PosterPage
      c={c}
      name={title}
      title={title}
      sentence={tile}
      badges={[]}
      path={path}
      shortPath={path}
      back={text.backToTheme}
      foot={text.made(sayDate(dayOf(ctx.now), language))}
    >
      <PosterFact term={text.themeHelp}>{text.themeHelpText}</PosterFact>
      <DeskFact c={c} />
      <PosterFact term={place.municipality.desk.name}>{place.municipality.desk.address}</PosterFact>
    </PosterPage>,
  );
};
