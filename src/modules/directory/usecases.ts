import { type Ctx, type Inside, reading } from "../../kernel/context.ts";
import { zone } from "../../kernel/day.ts";
import { holidayOn } from "../terms/index.ts";
import type { PostcodeArea } from "./postcode.ts";
import { type HelpFilter, municipalityIsOtherParty, type Service, type ServiceContent } from "./service.ts";
import type { ServicePoint } from "./service-point.ts";
import * as store from "./store.ts";
import type { Theme } from "./theme.ts";
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
  themes?: string[];
  words?: string | undefined;
  filters?: HelpFilter[];
  page: number;
  perPage: number;
};

/** One page of help; one more than asked tells whether there is a next page. */
export async function findHelp(
  ctx: Ctx | Inside,
  { chain, themes = [], words, filters = [], page, perPage }: HelpAsked,
): Promise<{ services: Service[]; more: boolean }> {
  const local = ctx.now.toZonedDateTimeISO(zone);
  const today = local.toPlainDate();
  // On a holiday everything is closed, whatever its hours say.
  if (filters.some(isAboutNow) && holidayOn(today) !== undefined) return { services: [], more: false };
  const services = await reading(ctx, (ctx) =>
    store.listServices(ctx.db, {
      chain,
      themes,
      words,
      independentFirst: municipalityIsOtherParty(themes),
      filters,
      moment: {
        day: today.toString(),
        weekday: today.dayOfWeek,
        time: local.toPlainTime().toString({ smallestUnit: "minute" }),
      },
      limit: perPage + 1,
      offset: (page - 1) * perPage,
    }),
  );
  return { services: services.slice(0, perPage), more: services.length > perPage };
}

const isAboutNow = (filter: HelpFilter): boolean => filter === "openNow" || filter === "walkInNow";

export const findService = (ctx: Ctx | Inside, chain: string[], id: string) =>
  reading(ctx, (ctx) => store.findService(ctx.db, chain, id));

/** A point of this municipality with its service; undefined when there is none by that id. */
export async function findServicePoint(
  ctx: Ctx | Inside,
  pointId: string,
): Promise<{ service: Service; point: ServicePoint } | undefined> {
  const service = await reading(ctx, (ctx) => store.findServiceOfPoint(ctx.db, ctx.municipalityId, pointId));
  const point = service?.points.find((point) => point.id === pointId);
  return service && point && { service, point };
}

/** All that a service is found by: what stands in it, old names, and the words of its themes. */
export function searchTextOf(service: Pick<Service, keyof ServiceContent | "organisation">): string {
  const { name, sentence, organisation, otherNames, professional, audience, eligibility } = service;
  return [
    ...[name.nl, name.en, organisation.name, ...otherNames, sentence.nl, sentence.en],
    ...[professional.nl, audience.nl, eligibility.nl],
    ...listThemes()
      .filter((theme) => service.themes.includes(theme.slug))
      .flatMap((theme) => [theme.text.nl.title, ...theme.text.nl.words, ...theme.text.en.words]),
  ]
    .filter((text) => text !== undefined && text !== "")
    .join(" ");
}

/** Publishes a service with its points. */
export const addService = (ctx: Inside, service: Service): Promise<void> =>
  store.insertService(ctx.db, service, searchTextOf(service));

export const addPostcodeArea = (ctx: Inside, area: PostcodeArea) => store.insertPostcodeArea(ctx.db, area);

export const listPostcodeAreas = (ctx: Ctx) => reading(ctx, (ctx) => store.listPostcodeAreas(ctx.db));
