import type { Handler } from "hono";
import { dayOf } from "../../../kernel/day.ts";
import { exportCases } from "../../../modules/casework/index.ts";
import { csv } from "../../csv.ts";
import type { Env } from "../../surroundings.ts";
import { columnsOf, type ListedCase, withOwners } from "./columns.tsx";
import { readChoice } from "./filter.tsx";
import { texts } from "./page.tsx";

/**
 * The chosen list as a file, for planning and counting: its columns, and how each was asked. Without numbers and addresses: whoever calls does that from the
 * page of the case, where the warnings stand before the number.
 */
export const casesExport: Handler<Env> = async (c) => {
  const { ctx, language, place } = c.var;
  const text = texts[language];
  const choice = readChoice(c);
  const lines = await withOwners(c, text, await exportCases(ctx, choice));
  const columns = [
    ...columnsOf(c, text, choice.status),
    { head: text.notSafe, plain: ({ resident }: ListedCase) => (resident.notSafeSince === null ? "" : text.notSafe) },
    { head: text.channel, plain: ({ file }: ListedCase) => text.channels[file.channel] },
  ];
  const rows = lines.map((line) => columns.map(({ plain }) => plain(line)));
  c.header("Content-Type", "text/csv; charset=utf-8");
  c.header(
    "Content-Disposition",
    `attachment; filename="hulpvragen-${place.municipality.slug}-${dayOf(ctx.now).toString()}.csv"`,
  );
  return c.body(csv([columns.map(({ head }) => head), ...rows]));
};
