import { type Ctx, reading } from "../../../kernel/context.ts";
import { dayOf } from "../../../kernel/day.ts";
import { listPostcodeAreas } from "../store.ts";
import { listThemes } from "../usecases.ts";
import { type Coverage, coverageOf, neighboursOf } from "./coverage.ts";
import * as store from "./store.ts";
import type { Measure } from "./yardstick.ts";

/** The yardstick; read from content/ once, at the first question. */
const yardstick: () => (theme: string) => Measure = (() => {
  const read: { yardstick?: (theme: string) => Measure } = {};
  return () => {
    read.yardstick ??= store.readYardstick();
    return read.yardstick;
  };
})();

/** So many neighbours are looked at for what could stand in. */
const neighbours = 10;

/** What there is in this municipality, held against what should be there. @param reach in kilometres. */
export const checkCoverage = (
  ctx: Ctx,
  { chain, reach }: { chain: readonly string[]; reach: number },
): Promise<Coverage> =>
  reading(ctx, async (ctx) => {
    const { municipalityId } = ctx;
    const areas = await listPostcodeAreas(ctx.db);
    const places = [...new Set([...chain, ...neighboursOf(municipalityId, areas, neighbours)])];
    return coverageOf({
      municipalityId,
      chain,
      offers: await store.listOffers(ctx.db, places),
      areas,
      themes: listThemes().map(({ slug }) => slug),
      yardstick: yardstick(),
      reach,
      today: dayOf(ctx.now),
    });
  });
