/** About where the middle of something is. */
type Middle = { latitude: number; longitude: number };

export type PostcodeRange = { from: number; to: number };

/** A run of four-digit postcodes in one place, in a municipality of this installation or, by its name, in another. */
export type PostcodeArea = Middle &
  PostcodeRange & { place: string } & (
    | { municipalityId: string; elsewhere?: undefined }
    | { municipalityId: null; elsewhere: string }
  );

/** "3511", "3511 AB", " 3511ab ": the four digits; undefined when it is no Dutch postcode (0000, Belgian with a country, letters). */
export function readPostcode(typed: string): number | undefined {
  const match = /^\s*([1-9]\d{3})\s*([a-z]{2})?\s*$/i.exec(typed);
  if (match === null) return undefined;
  return Number(match[1]);
}

/** "B-1000", "BE 2000": four digits that say themselves that they are Belgian. */
export const isBelgianPostcode = (typed: string): boolean => /^\s*be?\s*-?\s*[1-9]\d{3}\s*$/i.test(typed);

/** @param areas in the order of their postcodes, as they are listed: a page asks for dozens of them among thousands. */
export function areaOf(pc4: number, areas: readonly PostcodeArea[]): PostcodeArea | undefined {
  const search = (first: number, last: number): PostcodeArea | undefined => {
    const middle = (first + last) >> 1;
    const area = areas[middle];
    if (first > last || area === undefined) return undefined;
    if (pc4 < area.from) return search(first, middle - 1);
    return pc4 > area.to ? search(middle + 1, last) : area;
  };
  return search(0, areas.length - 1);
}

const earthRadius = 6371;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Kilometres between the middles of two areas: a rough distance, always shown as "ongeveer". */
export function distanceBetween(a: Middle, b: Middle): number {
  const latitudes = radians(b.latitude - a.latitude);
  const longitudes = radians(b.longitude - a.longitude);
  const h =
    Math.sin(latitudes / 2) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(longitudes / 2) ** 2;
  return 2 * earthRadius * Math.asin(Math.sqrt(h));
}

/** As it is told: in halves of a kilometre when it is near, for where the middle of a postcode lies is not known better. */
export const roughly = (distance: number): number =>
  distance < 10 ? Math.max(0.5, Math.round(distance * 2) / 2) : Math.round(distance);

/** The postcodes that are about so many kilometres away at most; undefined when we do not know where this one is. */
export function postcodesWithin(
  kilometres: number,
  pc4: number,
  areas: readonly PostcodeArea[],
): PostcodeRange[] | undefined {
  const here = areaOf(pc4, areas);
  return here && areas.filter((area) => roughly(distanceBetween(here, area)) <= kilometres);
}

/** Two names for one municipality: what it is called, and what it is officially called. */
const official: Record<string, string> = { denhaag: "sgravenhage", denbosch: "shertogenbosch" };

/** A name as it is compared: "'s-Gravenhage (gemeente)" is "Den Haag", "Súdwest-Fryslân" is "Sudwest Fryslan". */
export function plainName(name: string): string {
  const plain = name
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\(gemeente\)/g, "")
    .replace(/[^a-z0-9]/g, "");
  return official[plain] ?? plain;
}
