import type { Context } from "hono";
import type { CaseChoice, CaseLine } from "../../../modules/casework/index.ts";
import { findTheme } from "../../../modules/directory/index.ts";
import { workPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { sharedWords } from "../../words/words.ts";
import { sortBy } from "./filter.tsx";
import type { CasesText } from "./nl.ts";

type Props = {
  c: Context<Env>;
  text: CasesText;
  caption: string;
  lines: CaseLine[];
  n: number;
  /** How the list was chosen: then its heads put it in another order, and it can be taken along. */
  choice?: CaseChoice;
  csv?: string;
};

/** Who asked what, when, and how it stands: in a list, and after searching. */
export function CaseTable({ c, text, caption, lines, n, choice, csv }: Props) {
  const { language, place } = c.var;
  const sort = (order: CaseChoice["order"]) => (choice === undefined ? undefined : sortBy(c, choice, order));
  return (
    <DataTable
      language={language}
      caption={caption}
      captionHidden
      n={n}
      csv={csv}
      rows={lines}
      columns={[
        {
          head: text.name,
          sort: sort("name"),
          cell: ({ file, resident }: CaseLine) => (
            <a href={workPath(place, `hulpvragen/${file.id}`)}>
              <bdi>{resident.name === "" ? text.noName : resident.name}</bdi>
            </a>
          ),
        },
        {
          head: text.theme,
          sort: sort("theme"),
          cell: ({ file }) => findTheme(file.theme)?.text[language].title ?? file.theme,
        },
        { head: text.asked, sort: sort("asked"), cell: ({ file }) => text.moment(file.openedAt) },
        {
          head: text.status,
          cell: ({ file }) => (file.status === "open" ? text.open : sharedWords[language].results[file.result]),
        },
      ]}
    />
  );
}
