import type { Day } from "../../../kernel/day.ts";
import type { Independence } from "../../access/index.ts";
import { freshnessOf } from "../freshness/check.ts";
import { areaOf, distanceBetween, type PostcodeArea } from "../postcode.ts";
import { type Service, type SupportFunction, supportFunctions } from "../service.ts";
import { isServed, type ServicePoint } from "../service-point.ts";
import type { Words } from "../words.ts";
import type { Measure, Wanted } from "./yardstick.ts";

/*
 * The coverage check ("toetssteen", report §6.2b): which kinds of help there are for each life event in one municipality, held
 * against what should be there; what stands in where something is missing; and where nobody lives near free independent help.
 */

/** As much of a service as the check needs; never one for professionals only, or one that is over. */
export type Offer = Pick<Service, "id" | "municipalityId" | "themes" | "functions" | "cost" | "checkedOn"> & {
  name: Words;
  organisation: string;
  independence: Independence;
  points: Pick<ServicePoint, "pc4" | "kind" | "serves">[];
};

/** Found in the municipality, only in its region or the country, only in another municipality, or nowhere. */
export type Found = "here" | "wider" | "neighbour" | "nowhere";

/** With about how far it is, in kilometres. */
type Near = { offer: Offer; distance: number };

export type Cell = {
  function: SupportFunction;
  /** Undefined: nobody says that it should be there. */
  wanted: Wanted | undefined;
  found: Found;
  /** Nobody checked any of it within a year: it may be there. */
  isUnsure: boolean;
  /** Here when it is here; else of the region before the country. */
  offers: Offer[];
  /** Where it is missing: the nearest place in another municipality. */
  nearest: Near | undefined;
  isGap: boolean;
};

export type ThemeCoverage = {
  theme: string;
  measure: Measure;
  cells: Cell[];
  /** Here, free and independent of the municipality. */
  freeIndependent: Offer[];
};

/** A part of the municipality, and the nearest place with free help that is independent of the municipality. */
export type Reached = { area: PostcodeArea; nearest: Near | undefined; isReached: boolean };

export type Coverage = {
  themes: ThemeCoverage[];
  /** How many kinds of help should be here, and where they are. */
  counts: Record<Found, number> & { wanted: number; gaps: number; unsure: number };
  reached: Reached[];
  /** What is offered here, and how much of that somebody checked within a year. */
  offered: { here: number; checked: number };
};

export type Measured = {
  municipalityId: string;
  /** Of the municipality, wider and wider. */
  chain: readonly string[];
  offers: readonly Offer[];
  areas: readonly PostcodeArea[];
  themes: readonly string[];
  yardstick: (theme: string) => Measure;
  /** In kilometres, between the middles of postcode areas. */
  reach: number;
  today: Day;
};

export function coverageOf(measured: Measured): Coverage {
  const themes = measured.themes.map((theme) => coverageOfTheme(measured, theme));
  const cells = themes.flatMap(({ cells }) => cells).filter(({ wanted }) => wanted !== undefined);
  const count = (is: (cell: Cell) => boolean) => cells.filter(is).length;
  const here = measured.offers.filter(({ municipalityId }) => municipalityId === measured.municipalityId);
  return {
    themes,
    counts: {
      wanted: cells.length,
      here: count(({ found }) => found === "here"),
      wider: count(({ found }) => found === "wider"),
      neighbour: count(({ found }) => found === "neighbour"),
      nowhere: count(({ found }) => found === "nowhere"),
      gaps: count(({ isGap }) => isGap),
      unsure: count(({ found, isUnsure }) => found === "here" && isUnsure),
    },
    reached: reachedFrom(measured),
    offered: { here: here.length, checked: here.filter((offer) => isChecked(offer, measured)).length },
  };
}

const isChecked = ({ checkedOn }: Offer, { today }: Measured): boolean => freshnessOf(checkedOn, today) !== "stale";
const isFreeIndependent = ({ cost, independence }: Offer): boolean => cost === "free" && independence === "independent";

function coverageOfTheme(measured: Measured, theme: string): ThemeCoverage {
  const measure = measured.yardstick(theme);
  const about = measured.offers.filter(({ themes }) => themes.includes(theme));
  return {
    theme,
    measure,
    cells: supportFunctions.map((name) => cellOf(measured, measure.wanted.get(name), name, about)),
    freeIndependent: about.filter(
      (offer) => offer.municipalityId === measured.municipalityId && isFreeIndependent(offer),
    ),
  };
}

function cellOf(measured: Measured, wanted: Wanted | undefined, name: SupportFunction, about: Offer[]): Cell {
  const { municipalityId, chain } = measured;
  const offers = about.filter(({ functions }) => functions.includes(name));
  const here = offers.filter((offer) => offer.municipalityId === municipalityId);
  // The region before the country.
  const wider = chain
    .filter((place) => place !== municipalityId)
    .flatMap((place) => offers.filter((offer) => offer.municipalityId === place));
  const isMissing = wanted !== undefined && here.length === 0 && (wanted === "here" || wider.length === 0);
  const nearest = isMissing ? nearestOf(measured, offers) : undefined;
  const shown = here.length > 0 ? here : wider;
  return {
    function: name,
    wanted,
    found: here.length > 0 ? "here" : wider.length > 0 ? "wider" : nearest !== undefined ? "neighbour" : "nowhere",
    isUnsure: shown.length > 0 && !shown.some((offer) => isChecked(offer, measured)),
    offers: shown,
    nearest,
    isGap: isMissing,
  };
}

/** The nearest first; of two as near, always the same one. */
const byDistance = (a: Near, b: Near): number => a.distance - b.distance || (a.offer.id < b.offer.id ? -1 : 1);

function nearestOf(measured: Measured, offers: Offer[]): Near | undefined {
  const elsewhere = offers.filter(({ municipalityId }) => !measured.chain.includes(municipalityId));
  return elsewhere
    .flatMap((offer) => {
      const distance = distanceTo(measured, offer);
      return distance === undefined ? [] : [{ offer, distance }];
    })
    .sort(byDistance)[0];
}

/** From the nearest part of the municipality to the nearest place of this offer. */
function distanceTo({ municipalityId, areas }: Measured, { points }: Offer): number | undefined {
  const own = areas.filter((area) => area.municipalityId === municipalityId);
  const distances = points.flatMap(({ pc4 }) => {
    const there = pc4 === null ? undefined : areaOf(pc4, areas);
    return there === undefined ? [] : own.map((area) => distanceBetween(area, there));
  });
  return distances.length === 0 ? undefined : Math.min(...distances);
}

/**
 * From each part of the municipality to the nearest place to go to that is free and independent, and is there for who lives in
 * that part; in another municipality only when it says that it serves this one.
 */
function reachedFrom({ municipalityId, chain, offers, areas, reach }: Measured): Reached[] {
  const places = offers.filter(isFreeIndependent).flatMap((offer) =>
    offer.points.flatMap((point) => {
      const at = point.kind !== "place" || point.pc4 === null ? undefined : areaOf(point.pc4, areas);
      const isFor = chain.includes(offer.municipalityId) || point.serves.municipalities.includes(municipalityId);
      return at === undefined || !isFor ? [] : [{ offer, at, point }];
    }),
  );
  return areas
    .filter((area) => area.municipalityId === municipalityId)
    .map((area) => {
      const [nearest] = places
        .filter(({ point }) => isServed(point, municipalityId, area.from))
        .map(({ offer, at }) => ({ offer, distance: distanceBetween(area, at) }))
        .sort(byDistance);
      // As it is shown, in whole kilometres: the middles are not known better.
      return { area, nearest, isReached: nearest !== undefined && Math.round(nearest.distance) <= reach };
    });
}

/** The municipalities of this installation whose postcodes are nearest, by their nearest parts; itself not. */
export function neighboursOf(municipalityId: string, areas: readonly PostcodeArea[], most: number): string[] {
  const own = areas.filter((area) => area.municipalityId === municipalityId);
  const distances = new Map<string, number>();
  for (const area of areas) {
    if (area.municipalityId === null || area.municipalityId === municipalityId) continue;
    const distance = Math.min(...own.map((from) => distanceBetween(from, area)));
    const known = distances.get(area.municipalityId) ?? Number.POSITIVE_INFINITY;
    distances.set(area.municipalityId, Math.min(known, distance));
  }
  return [...distances]
    .filter(([, distance]) => Number.isFinite(distance))
    .sort(([a, near], [b, far]) => near - far || a.localeCompare(b))
    .slice(0, most)
    .map(([id]) => id);
}
