import { as, type Ctx, type Inside, inTransaction, reading } from "../../kernel/context.ts";
import { zone } from "../../kernel/day.ts";
import { placeInMonth } from "../../kernel/hours.ts";
import { listMunicipalities } from "../access/index.ts";
import { holidayOn } from "../terms/index.ts";
import type { PostcodeArea, PostcodeRange } from "./postcode.ts";
import { type NamedPostcode, type PlannedAreas, planAreas } from "./postcode-file.ts";
import { listLanguages, listServices } from "./search/store.ts";
import { readQuery, searchableOf, searchVector, widenedQuery } from "./search/usecases.ts";
import { type HelpFilter, municipalityDecided, municipalityIsOtherParty, type Service } from "./service.ts";
import type { ServicePoint } from "./service-point.ts";
import * as store from "./store.ts";
import { type Theme, themesIn } from "./theme.ts";
import type { Urgencies } from "./urgency.ts";

/** The national themes; read from content/ once, at the first question. */
export const listThemes: () => Theme[] = (() => {
  const read: { themes?: Theme[] } = {};
  return () => {
    read.themes ??= store.readThemes();
    return read.themes;
  };
})();

/** What must come first and whom it leads to; read once, as the themes are. */
export const readUrgencies: () => Urgencies = (() => {
  const read: { urgencies?: Urgencies } = {};
  return () => {
    read.urgencies ??= store.readUrgencies();
    return read.urgencies;
  };
})();

export const findTheme = (slug: string): Theme | undefined => listThemes().find((theme) => theme.slug === slug);

export type HelpAsked = {
  chain: string[];
  /** Chosen: what fits comes first. Those that `words` are about are recognised here, and weigh with the rest. */
  themes?: string[];
  /** A typed word or a whole story. */
  words?: string | undefined;
  /** Also what only professionals may ask for. */
  forProfessionals?: boolean;
  filters?: HelpFilter[];
  /** Only what is given in it, an interpreter among them; who speaks it comes first. */
  language?: string | undefined;
  /** Only what can be had without going further than these postcodes. */
  near?: readonly PostcodeRange[] | undefined;
  pc4?: number | undefined;
  page: number;
  perPage: number;
};

/** One page of help; one more than asked tells whether there is a next page. */
export async function findHelp(
  ctx: Ctx | Inside,
  { chain, themes = [], words, forProfessionals = false, filters = [], language, near, pc4, page, perPage }: HelpAsked,
): Promise<{ services: Service[]; more: boolean }> {
  const local = ctx.now.toZonedDateTimeISO(zone);
  const today = local.toPlainDate();
  const services = await reading(ctx, async (ctx) => {
    const search = words === undefined ? undefined : await readQuery(ctx, { chain, words, recognised });
    const independentFirst =
      municipalityIsOtherParty(themes) || municipalityDecided([...(search?.themes.keys() ?? [])]);
    const query = {
      chain,
      themes,
      search,
      independentFirst,
      forProfessionals,
      filters,
      language,
      near,
      pc4,
      moment: {
        day: today.toString(),
        weekday: today.dayOfWeek,
        ...placeInMonth(today),
        isHoliday: holidayOn(today) !== undefined,
        time: local.toPlainTime().toString({ smallestUnit: "minute" }),
      },
      limit: perPage + 1,
      offset: (page - 1) * perPage,
    };
    const found = await listServices(ctx.db, query);
    const isNarrowed = filters.length > 0 || language !== undefined || near !== undefined;
    if (found.length > 0 || search === undefined || themes.length > 0 || isNarrowed) return found;
    // A page after the last one is empty because there is no more, and not because nothing was found.
    if (page > 1 && (await listServices(ctx.db, { ...query, limit: 1, offset: 0 })).length > 0) return found;
    const wide = widenedQuery(search);
    return wide === undefined ? found : listServices(ctx.db, { ...query, search: wide });
  });
  return { services: services.slice(0, perPage), more: services.length > perPage };
}

const recognised = (words: string): string[] => themesIn(words, listThemes()).map(({ slug }) => slug);

/** The languages that help is given in here, by their codes; not Dutch, which everybody speaks. */
export const listHelpLanguages = (ctx: Ctx, chain: string[]) => reading(ctx, (ctx) => listLanguages(ctx.db, chain));

export const findService = (ctx: Ctx | Inside, chain: string[], id: string) =>
  reading(ctx, (ctx) => store.findService(ctx.db, chain, id));

/** By the end of its id, as it is typed from paper; undefined also when more than one ends so. */
export const findServiceByEnd = (ctx: Ctx | Inside, chain: string[], end: string) =>
  reading(ctx, (ctx) => store.findServiceByEnd(ctx.db, chain, end));

/** All that search engines may find: how much there is, and part by part in one municipality. */
export const countListed = (ctx: Ctx) => reading(ctx, (ctx) => store.countListed(ctx.db));

export const listListed = (ctx: Ctx, municipalityId: string, part: Parameters<typeof store.listListed>[2]) =>
  reading(ctx, (ctx) => store.listListed(ctx.db, municipalityId, part));

/** A point of this municipality with its service; undefined when there is none by that id. */
export async function findServicePoint(
  ctx: Ctx | Inside,
  pointId: string,
): Promise<{ service: Service; point: ServicePoint } | undefined> {
  const service = await reading(ctx, (ctx) => store.findServiceOfPoint(ctx.db, ctx.municipalityId, pointId));
  const point = service?.points.find((point) => point.id === pointId);
  return service && point && { service, point };
}

/** Publishes a service with its points. */
export const addService = (ctx: Inside, service: Service): Promise<void> =>
  store.insertService(ctx.db, service, searchVector(searchableOf(service)));

export const addPostcodeArea = (ctx: Inside, area: PostcodeArea) => store.insertPostcodeAreas(ctx.db, [area]);

export const listPostcodeAreas = (ctx: Ctx) => reading(ctx, (ctx) => store.listPostcodeAreas(ctx.db));

/** Postcodes of the whole country in the place of all that is there, or nothing; without `write` only what would come of it. */
export const importPostcodes = (
  ctx: Ctx,
  postcodes: readonly NamedPostcode[],
  { write }: { write: boolean },
): Promise<PlannedAreas> =>
  inTransaction(as(ctx, { kind: "system", purpose: "editing" }), async (ctx) => {
    const planned = planAreas(postcodes, await listMunicipalities(ctx), store.readPostcodeTable());
    if (write) await replaceAreas(ctx, planned.areas);
    return planned;
  });

/**
 * After a municipality was added: its postcodes as far as our own table or an imported one knows them. What was said to lie
 * elsewhere lies here from now on. @returns in how many areas.
 */
export const settlePostcodes = (ctx: Ctx, municipalityId: string): Promise<number> =>
  inTransaction(as(ctx, { kind: "system", purpose: "editing" }), async (ctx) => {
    const municipalities = await listMunicipalities(ctx);
    const names = new Map(municipalities.map(({ id, name }) => [id, name]));
    const postcodes = (await store.listPostcodeAreas(ctx.db)).flatMap(({ from, to, ...area }) => {
      const municipality = area.elsewhere ?? names.get(area.municipalityId) ?? "";
      return Array.from({ length: to - from + 1 }, (_, at) => ({ ...area, pc4: from + at, municipality }));
    });
    const { areas } = planAreas(postcodes, municipalities, store.readPostcodeTable());
    await replaceAreas(ctx, areas);
    return areas.filter((area) => area.municipalityId === municipalityId).length;
  });

async function replaceAreas(ctx: Inside, areas: PostcodeArea[]): Promise<void> {
  await store.deletePostcodeAreas(ctx.db);
  await store.insertPostcodeAreas(ctx.db, areas);
}
