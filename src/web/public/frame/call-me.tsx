import type { Context } from "hono";
import type { Child } from "hono/jsx";
import { publicPath, uses, withQuery } from "../../place.ts";
import type { Env } from "../../surroundings.ts";
import { type ButtonLook, LinkButton } from "../../ui/button.tsx";

type CallMeProps = {
  c: Context<Env>;
  look?: ButtonLook | undefined;
  /** The point that calls and the theme it is about, as far as they are known. */
  about?: { point?: string | undefined; theme?: string | undefined } | undefined;
  /** Said after the words of the link, for who hears it alone. */
  name?: Child;
  children?: Child;
};

/** The way to being called back; nothing where the municipality does not use that. */
export function CallMe({ c, look, about = {}, name, children }: CallMeProps) {
  const { place } = c.var;
  if (!uses(place, "contact")) return null;
  const href = withQuery(publicPath(place, "bel-mij-terug"), { punt: about.point, onderwerp: about.theme });
  return (
    <LinkButton look={look} href={href} about={name}>
      {children}
    </LinkButton>
  );
}
