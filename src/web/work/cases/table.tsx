import type { Context } from "hono";
import type { CaseChoice } from "../../../modules/casework/index.ts";
import type { Env } from "../../surroundings.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { columnsOf, type ListedCase } from "./columns.tsx";
import { sortBy } from "./filter.tsx";
import type { CasesText } from "./nl.ts";

type Props = {
  c: Context<Env>;
  text: CasesText;
  caption: string;
  lines: ListedCase[];
  count: number;
  /** How the list was chosen: then its heads put it in another order, and it can be taken along. */
  choice?: CaseChoice;
  csv?: string;
};

/** Who asked what, when, whose it is and by when: in a list, and after searching. */
export function CaseTable({ c, text, caption, lines, count, choice, csv }: Props) {
  return (
    <DataTable
      language={c.var.language}
      caption={caption}
      captionHidden
      count={text.count(count)}
      csv={csv}
      rows={lines}
      columns={columnsOf(c, text, choice?.status ?? "found").map(({ order, ...column }) => ({
        ...column,
        sort: choice === undefined || order === undefined ? undefined : sortBy(c, choice, order),
      }))}
    />
  );
}
