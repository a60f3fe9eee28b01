import type { Handler } from "hono";
import { dayOf } from "../../../kernel/day.ts";
import { checkCoverage, findTheme } from "../../../modules/directory/index.ts";
import { csv } from "../../csv.ts";
import { chainOf, hasSite } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { sharedWords } from "../../words/words.ts";
import { nameOf } from "./offer.tsx";
import { reachAsked } from "./reach.tsx";
import { texts } from "./texts.ts";

/** Every life event with every kind of help, a line each: what the page counts. */
export const coverageExport: Handler<Env> = async (c) => {
  const { ctx, language, place, tenants } = c.var;
  const { municipality } = place;
  if (!hasSite(municipality)) return c.notFound();
  const text = texts[language];
  const { functions } = sharedWords[language];
  const { themes } = await checkCoverage(ctx, { chain: chainOf(place), reach: reachAsked(c) });
  const rows = themes.flatMap(({ theme, cells }) =>
    cells.map(({ function: name, wanted, found, isUnsure, offers, nearest }) => [
      findTheme(theme)?.text[language].title ?? theme,
      functions[name],
      text.wanted[wanted ?? "no"],
      text.found[found],
      found === "here" ? (isUnsure ? text.no : text.yes) : "",
      offers.map(nameOf).join(" | "),
      nearest === undefined
        ? ""
        : `${nameOf(nearest.offer)} (${tenants.byId.get(nearest.offer.municipalityId)?.name ?? nearest.offer.municipalityId})`,
      nearest === undefined ? "" : String(Math.round(nearest.distance)),
    ]),
  );
  c.header("Content-Type", "text/csv; charset=utf-8");
  const day = dayOf(ctx.now).toString();
  c.header("Content-Disposition", `attachment; filename="dekking-${municipality.slug}-${day}.csv"`);
  return c.body(csv([text.csvHeads, ...rows]));
};
