import type { Context } from "hono";
import type { Offer } from "../../../modules/directory/index.ts";
import { chainOf, publicPath } from "../../place.ts";
import type { Env } from "../../surroundings.ts";

export const nameOf = ({ name, organisation }: Offer): string =>
  organisation.includes(name.nl) || name.nl.includes(organisation) ? name.nl : `${name.nl}, ${organisation}`;

/** Only what is shown here has a page here. */
export function OfferLink({ c, offer }: { c: Context<Env>; offer: Offer }) {
  const { place } = c.var;
  return chainOf(place).includes(offer.municipalityId) ? (
    <a href={publicPath(place, `hulp/${offer.id}`)} lang="nl">
      {nameOf(offer)}
    </a>
  ) : (
    <span lang="nl">{nameOf(offer)}</span>
  );
}
