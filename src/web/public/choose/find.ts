import {
  areaOf,
  isBelgianPostcode,
  type PostcodeArea,
  plainName,
  readPostcode,
} from "../../../modules/directory/index.ts";
import { hasSite } from "../../place.ts";
import type { Tenants } from "../../surroundings.ts";
import type { ChooseText } from "./nl.ts";

export type Found =
  | { kind: "found"; slug: string; pc4: number | undefined }
  /** In the Netherlands, and in no municipality of this installation; its name as far as it is known. */
  | { kind: "elsewhere"; name: string | undefined; pc4: number | undefined; isKnown: boolean }
  | { kind: keyof ChooseText["problems"] };

/** The municipality that somebody means by a name, a village, an old name or a postcode. */
export function findMunicipality(typed: string, tenants: Tenants): Found {
  const wanted = plainName(typed);
  // A name in other letters than ours leaves nothing to look for: it is not empty, we do not know it.
  if (wanted === "") return { kind: typed.trim() === "" ? "empty" : "notFound" };
  if (isBelgianPostcode(typed)) return { kind: "belgian" };
  if (/^\d/.test(wanted)) return byPostcode(typed, tenants);
  const names = tenants.all
    .filter(hasSite)
    .map(({ slug, name, otherNames }) => ({ slug, names: [name, slug, ...otherNames].map(plainName) }));
  const exact = names.find((entry) => entry.names.includes(wanted));
  if (exact !== undefined) return { kind: "found", slug: exact.slug, pc4: undefined };
  const inAreas = byPlace(wanted, tenants);
  if (inAreas !== undefined) return inAreas;
  const begun = names.filter((entry) => entry.names.some((name) => name.startsWith(wanted)));
  const [only] = begun;
  return begun.length === 1 && only !== undefined
    ? { kind: "found", slug: only.slug, pc4: undefined }
    : { kind: "notFound" };
}

function byPostcode(typed: string, { byId, areas }: Tenants): Found {
  const pc4 = readPostcode(typed);
  if (pc4 === undefined) return { kind: "notDutch" };
  const area = areaOf(pc4, areas);
  const slug = byId.get(area?.municipalityId ?? "")?.slug;
  if (slug !== undefined) return { kind: "found", slug, pc4 };
  // With the postcodes of the whole country, one that is not among them may be a slip.
  const isKnown = area !== undefined || !areas.some(({ elsewhere }) => elsewhere !== undefined);
  return { kind: "elsewhere", name: area?.elsewhere, pc4, isKnown };
}

/** By the places of the postcodes: the name of a municipality elsewhere goes before a village that is called so. */
function byPlace(wanted: string, { byId, areas }: Tenants): Found | undefined {
  const namesakes = areas.filter(({ elsewhere }) => elsewhere !== undefined && plainName(elsewhere) === wanted);
  const there = namesakes.length > 0 ? namesakes : areas.filter(({ place }) => plainName(place) === wanted);
  if (there.length === 0) return undefined;
  const where = (area: PostcodeArea) => area.municipalityId ?? area.elsewhere;
  const [first, ...others] = new Map(there.map((area) => [where(area), area])).values();
  const slug = byId.get(first?.municipalityId ?? "")?.slug;
  if (others.length === 0 && slug !== undefined) return { kind: "found", slug, pc4: undefined };
  if (there.some(({ municipalityId }) => municipalityId !== null)) return { kind: "several" };
  return { kind: "elsewhere", name: others.length === 0 ? first?.elsewhere : undefined, pc4: undefined, isKnown: true };
}
