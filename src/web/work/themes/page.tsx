import type { Context, Handler } from "hono";
import type { Child } from "hono/jsx";
import { type KeptParagraph, listLocalThemes, type OpenedTheme } from "../../../modules/directory/index.ts";
import { chainOf, hasSite, workPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Lead, Warn } from "../../ui/text.tsx";
import { sharedWords } from "../../words/words.ts";
import { navCounts, WorkFrame } from "../frame/frame.tsx";
import { texts } from "./texts.ts";

type Listed = Omit<OpenedTheme, "revisions">;

/** Every theme, and whose words each of its paragraphs holds here. */
export const themesPage: Handler<Env> = async (c) => {
  const { ctx, language, place } = c.var;
  const text = texts[language];
  const themes = await listLocalThemes(ctx, chainOf(place));
  if (themes === undefined) return c.notFound();
  const here = place.municipality.id;
  const titlesOf = ({ paragraphs }: Listed, which: (paragraph: KeptParagraph) => boolean): Child =>
    listed(
      paragraphs.filter(which).map((paragraph) => titleOf(c, paragraph)),
      text.none,
    );
  const isNational = ({ holds, national }: KeptParagraph) => holds === undefined && national !== undefined;
  const isOfRegion = ({ holds }: KeptParagraph) => holds !== undefined && holds.municipalityId !== here;
  return c.html(
    <WorkFrame c={c} title={text.title} section="themes" counts={await navCounts(c)}>
      <h1>{text.title}</h1>
      <Lead>{text.lead(sharedWords[language].place(place.municipality))}</Lead>
      <p>{text.leadMore}</p>
      {!hasSite(place.municipality) && <p>{readIn(c)}</p>}
      <DataTable
        language={language}
        caption={text.table}
        captionHidden
        rows={themes}
        count={text.count(themes.length)}
        columns={[
          {
            head: text.columns.theme,
            cell: ({ slug, theme }) => (
              <a href={themePath(c, slug)}>{theme?.text[language].title ?? text.goneTheme(slug)}</a>
            ),
          },
          {
            head: text.columns.own,
            cell: (theme) => titlesOf(theme, ({ holds }) => holds?.municipalityId === here),
          },
          ...(hasSite(place.municipality)
            ? [{ head: text.columns.region, cell: (theme: Listed) => titlesOf(theme, isOfRegion) }]
            : []),
          { head: text.columns.national, cell: (theme) => titlesOf(theme, isNational) },
          {
            head: text.columns.vanished,
            cell: ({ vanished }) =>
              vanished.length === 0 ? text.none : <Warn>{vanished.map(({ paragraph }) => paragraph).join(", ")}</Warn>,
          },
        ]}
      />
    </WorkFrame>,
  );
};

const listed = (titles: string[], none: string): string => (titles.length === 0 ? none : titles.join(", "));

/** In which municipalities the texts of this region are read. */
function readIn(c: Context<Env>): string {
  const { language, place, tenants } = c.var;
  const names = tenants.all.filter(({ parentId }) => parentId === place.municipality.id).map(({ name }) => name);
  return names.length === 0 ? texts[language].readNowhere : texts[language].readIn(names);
}

export const themePath = (c: Context<Env>, slug: string): string =>
  workPath(c.var.place, `routekaart/onderwerpen/${slug}`);

type Titled = Pick<KeptParagraph, "national"> & Partial<Pick<KeptParagraph, "holds">>;

/** What a paragraph is called; what a place adds of its own is called after the place whose words it holds. */
export function titleOf(c: Context<Env>, { national, holds }: Titled): string {
  const { language, place, tenants } = c.var;
  const { name } = tenants.byId.get(holds?.municipalityId ?? "") ?? place.municipality;
  return national?.title[language] ?? texts[language].ownTitle(name);
}
