/** A run of four-digit postcodes in one place, with about where its middle is. */
export type PostcodeArea = {
  from: number;
  to: number;
  municipalityId: string;
  place: string;
  latitude: number;
  longitude: number;
};

/** "3511", "3511 AB", " 3511ab ": the four digits; undefined when it is no Dutch postcode (0000, Belgian with a country, letters). */
export function readPostcode(typed: string): number | undefined {
  const match = /^\s*([1-9]\d{3})\s*([a-z]{2})?\s*$/i.exec(typed);
  if (match === null) return undefined;
  return Number(match[1]);
}

export const areaOf = (pc4: number, areas: PostcodeArea[]): PostcodeArea | undefined =>
  areas.find((area) => area.from <= pc4 && pc4 <= area.to);

const earthRadius = 6371;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Kilometres between the middles of two areas: a rough distance, always shown as "ongeveer". */
export function distanceBetween(a: PostcodeArea, b: PostcodeArea): number {
  const latitudes = radians(b.latitude - a.latitude);
  const longitudes = radians(b.longitude - a.longitude);
  const h =
    Math.sin(latitudes / 2) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(longitudes / 2) ** 2;
  return 2 * earthRadius * Math.asin(Math.sqrt(h));
}
