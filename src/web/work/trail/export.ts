import type { Handler } from "hono";
import { dayOf } from "../../../kernel/day.ts";
import { listTrailChoices, searchTrail } from "../../../modules/access/index.ts";
import { csv } from "../../csv.ts";
import type { Env } from "../../surroundings.ts";
import { columnsOf } from "./columns.tsx";
import { readTrailChoice } from "./filter.tsx";

/** As much as a spreadsheet is still quick with; the page says it when there is more. */
export const exportMost = 5_000;

/** What was chosen as a file, for a report or an inspection. Taking it along is written down as well. */
export const trailExport: Handler<Env> = async (c) => {
  const { ctx, place } = c.var;
  const choice = await readTrailChoice(c);
  const choices = await listTrailChoices(ctx);
  if (!choice.ok || choices === undefined) return c.notFound();
  const trail = await searchTrail(ctx, choice.value, { number: 1, size: exportMost, as: "file" });
  if (trail === undefined) return c.notFound();
  const columns = columnsOf(c, choices.teams, choice.value);
  c.header("Content-Type", "text/csv; charset=utf-8");
  c.header(
    "Content-Disposition",
    `attachment; filename="inzage-${place.municipality.slug}-${dayOf(ctx.now).toString()}.csv"`,
  );
  const rows = trail.lines.map((line) => columns.map(({ plain }) => plain(line)));
  return c.body(csv([columns.map(({ head }) => head), ...rows]));
};
