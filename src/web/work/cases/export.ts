import type { Handler } from "hono";
import { dayOf, zone } from "../../../kernel/day.ts";
import { type CaseLine, exportCases } from "../../../modules/casework/index.ts";
import { findTheme } from "../../../modules/directory/index.ts";
import { csv } from "../../csv.ts";
import type { Env } from "../../surroundings.ts";
import { sharedWords } from "../../words/words.ts";
import { readChoice } from "./filter.tsx";
import { texts } from "./page.tsx";

/** As a spreadsheet sorts it and reads it as a moment: "2026-11-24 10:00". */
const moment = (at: Temporal.Instant): string =>
  at.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: "minute" }).replace("T", " ");

/**
 * The chosen list as a file, for planning and counting. Without numbers and addresses: whoever calls does that from the
 * page of the case, where the warnings stand before the number.
 */
export const casesExport: Handler<Env> = async (c) => {
  const { ctx, language, place } = c.var;
  const text = texts[language];
  const words = sharedWords[language];
  const lines = await exportCases(ctx, readChoice(c));
  const row = ({ file, resident }: CaseLine): string[] => [
    moment(file.openedAt),
    resident.name,
    findTheme(file.theme)?.text[language].title ?? file.theme,
    text.channels[file.channel],
    file.status === "open" ? text.open : text.closed,
    file.status === "open" ? "" : words.results[file.result],
    file.status === "open" ? "" : moment(file.closedAt),
  ];
  const head = [text.asked, text.name, text.theme, text.channel, text.status, text.result, text.closedAt];
  c.header("Content-Type", "text/csv; charset=utf-8");
  c.header(
    "Content-Disposition",
    `attachment; filename="hulpvragen-${place.municipality.slug}-${dayOf(ctx.now).toString()}.csv"`,
  );
  return c.body(csv([head, ...lines.map(row)]));
};
