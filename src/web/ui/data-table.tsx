import type { Child } from "hono/jsx";
import type { Language } from "../../kernel/language.ts";
import { VisuallyHidden } from "./text.tsx";
import { texts } from "./texts.ts";

export type Column<Row> = {
  head: string;
  cell: (row: Row) => Child;
  /** Figures stand right, with digits of one width. */
  numeric?: boolean | undefined;
  /** A short code, which nobody can compare when it stands on two lines. */
  unbroken?: boolean | undefined;
  /** Where a click on the head leads, and how it is sorted now. */
  sort?: { href: string; now?: "ascending" | "descending" | undefined } | undefined;
};

export type DataTableProps<Row> = {
  language: Language;
  caption: Child;
  /** The first column names the row. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** How many there are in all, in words: "4 hulpvragen". A figure without its n is half a figure. */
  count?: string | undefined;
  csv?: string | undefined;
  captionHidden?: boolean | undefined;
};

/** Older browsers forget that a table is one when it is laid out as cards; said outright, they remember. */
const roles = {
  table: { role: "table" },
  rows: { role: "rowgroup" },
  row: { role: "row" },
  head: { role: "columnheader" },
  name: { role: "rowheader" },
  cell: { role: "cell" },
} as const;

/** A table on a wide screen, cards on a narrow one; the roles keep it a table for a screen reader in both. */
export function DataTable<Row>({ language, caption, columns, rows, count, csv, captionHidden }: DataTableProps<Row>) {
  const text = texts[language];
  return (
    <div class="rechtspoor-table">
      <table class="utrecht-table" {...roles.table}>
        <caption class={captionHidden ? "rechtspoor-visually-hidden" : "utrecht-table__caption"}>{caption}</caption>
        <thead class="utrecht-table__header" {...roles.rows}>
          <tr {...roles.row}>
            {columns.map((column) => (
              <HeaderCell {...column} />
            ))}
          </tr>
        </thead>
        <tbody class="utrecht-table__body" {...roles.rows}>
          {rows.map((row) => (
            <tr class="utrecht-table__row" {...roles.row}>
              {columns.map(({ head, cell, numeric, unbroken }, at) => {
                const classes = `utrecht-table__cell${numeric ? " rechtspoor-table__cell--numeric" : ""}${
                  unbroken ? " rechtspoor-table__cell--unbroken" : ""
                }`;
                return at === 0 ? (
                  <th class={`${classes} rechtspoor-table__name`} scope="row" {...roles.name} data-label={head}>
                    <span>{cell(row)}</span>
                  </th>
                ) : (
                  <td class={classes} {...roles.cell} data-label={head}>
                    <span>{cell(row)}</span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {(count !== undefined || csv !== undefined) && (
        <p class="rechtspoor-table__foot">
          {count !== undefined && <span>{count}</span>}
          {csv !== undefined && (
            <a href={csv} download>
              {text.csv}
            </a>
          )}
        </p>
      )}
    </div>
  );
}

function HeaderCell({ head, numeric, sort }: Pick<Column<never>, "head" | "numeric" | "sort">) {
  return (
    <th
      class={`utrecht-table__header-cell${numeric ? " rechtspoor-table__cell--numeric" : ""}`}
      scope="col"
      {...roles.head}
      aria-sort={sort?.now}
    >
      {sort === undefined ? (
        head
      ) : (
        <a class={`rechtspoor-table__sort rechtspoor-table__sort--${sort.now ?? "none"}`} href={sort.href}>
          {head}
        </a>
      )}
    </th>
  );
}

type EmptyStateProps = { heading?: Child; action?: Child; children?: Child };

/** Nothing here: say why, and what to do. */
export function EmptyState({ heading, action, children }: EmptyStateProps) {
  return (
    <div class="rechtspoor-empty">
      {heading !== undefined && <p class="rechtspoor-empty__heading">{heading}</p>}
      {children}
      {action !== undefined && <div class="rechtspoor-buttons">{action}</div>}
    </div>
  );
}

type PaginationProps = { language: Language; page: number; pages: number; href: (page: number) => string };

/** Prints nothing when everything is on one page. */
export function Pagination({ language, page, pages, href }: PaginationProps) {
  if (pages <= 1) return null;
  const text = texts[language];
  const near = new Set([1, page - 1, page, page + 1, pages]);
  const shown = [...near].filter((number) => number >= 1 && number <= pages).sort((a, b) => a - b);
  return (
    <nav class="rechtspoor-pagination" aria-label={text.pages}>
      {page > 1 && (
        <a class="rechtspoor-pagination__link" rel="prev" href={href(page - 1)}>
          {text.previous}
        </a>
      )}
      <ol>
        {shown.map((number, at) => (
          <li class={number - (shown[at - 1] ?? 0) > 1 ? "rechtspoor-pagination__gap" : undefined}>
            <a
              class="rechtspoor-pagination__link"
              href={href(number)}
              aria-current={number === page ? "page" : undefined}
            >
              <VisuallyHidden>{text.page} </VisuallyHidden>
              {number}
            </a>
          </li>
        ))}
      </ol>
      {page < pages && (
        <a class="rechtspoor-pagination__link" rel="next" href={href(page + 1)}>
          {text.next}
        </a>
      )}
    </nav>
  );
}
