import type { Context, Handler } from "hono";
import { openLocalTheme } from "../../../modules/directory/index.ts";
import { chainOf, hasSite, publicPath, workPath } from "../../place.ts";
import { takeSaid } from "../../said.ts";
import type { Env } from "../../surroundings.ts";
import { ErrorSummary } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Lead } from "../../ui/text.tsx";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { History } from "./history.tsx";
import { themePath } from "./page.tsx";
import { type Filled, Paragraph } from "./paragraph.tsx";
import { texts } from "./texts.ts";
import { Vanished } from "./vanished.tsx";

/** `?alinea=wat-nu` opens the form of that paragraph: one at a time, with the others around it. */
export const themePage: Handler<Env> = (c) => showTheme(c, { open: c.req.query("alinea") });

/** One theme: what residents read in each paragraph, whose words those are, and what it said before. */
export async function showTheme(c: Context<Env>, { open, filled, status = 200 }: Shown) {
  const { ctx, language, place } = c.var;
  const text = texts[language];
  const opened = await openLocalTheme(ctx, c.req.param("slug") ?? "", chainOf(place));
  if (opened === undefined) return c.notFound();
  const { slug, theme, paragraphs, revisions } = opened;
  const said = takeSaid(c);
  const isGood = said?.what === "localText" && said.came !== "taken" && said.came !== "changedSince";
  const page = (
    <WorkFrame
      c={c}
      title={theme?.text[language].title ?? slug}
      section="themes"
      counts={await navCounts(c)}
      refused={Object.keys(filled?.refused.errors ?? {}).length > 0}
    >
      <ErrorSummary language={language} refused={filled?.refused} />
      {said?.what === "localText" && (
        <Notice kind={isGood ? "success" : "warning"}>
          <p>{text.said[said.came]}</p>
        </Notice>
      )}
      <h1>{theme?.text[language].title ?? slug}</h1>
      <Lead>{theme === undefined ? text.goneThemeLead : text.themeLead}</Lead>
      {theme !== undefined && hasSite(place.municipality) && (
        <p>
          <a href={publicPath(place, `onderwerp/${slug}`)}>{text.toSite}</a>
        </p>
      )}
      <Vanished c={c} opened={opened} open={open} filled={filled} />
      {paragraphs.map((paragraph) => (
        <Paragraph
          c={c}
          slug={slug}
          paragraph={paragraph}
          isOpen={paragraph.id === open}
          filled={paragraph.id === open ? filled : undefined}
        />
      ))}
      <History c={c} slug={slug} revisions={revisions} paragraphs={paragraphs} />
      <p>
        <a href={workPath(place, "routekaart/onderwerpen")}>{text.back}</a>
      </p>
    </WorkFrame>
  );
  return c.html(page, status);
}

type Shown = { open: string | undefined; filled?: Filled; status?: 200 | 400 | 409 };

/** Back to the theme, at the paragraph that it was about. */
export const backTo = (c: Context<Env>): string => themePath(c, c.req.param("slug") ?? "");
