import type { Handler } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { readPostcode } from "../../../modules/directory/index.ts";
import { hasSite, publicPath } from "../../place.ts";
import { cookieName, cookieSettings } from "../../sealed-cookie.ts";
import type { Env } from "../../surroundings.ts";
import { Buttons, LinkButton } from "../../ui/button.tsx";
import { Tile, Tiles } from "../../ui/card.tsx";
import { ErrorSummary } from "../../ui/form.tsx";
import type { Refused } from "../../ui/refused.ts";
import { Lead } from "../../ui/text.tsx";
import { SiteFrame } from "../frame/frame.tsx";
import { elsewherePage } from "./elsewhere.tsx";
import { findMunicipality } from "./find.ts";
import { PlaceForm } from "./place-form.tsx";
import { texts } from "./texts.ts";

const remembered = "gemeente";
const rememberedPostcode = "postcode";
const halfAYear = 60 * 60 * 24 * 182;

/** Where somebody lives, when they told us: four digits, for "ongeveer 2 km". */
export const postcodeOf = (c: Parameters<Handler<Env>>[0]): number | undefined =>
  readPostcode(c.req.query("postcode") ?? getCookie(c, cookieName(c, rememberedPostcode)) ?? "");

export const choosePage: Handler<Env> = (c) => {
  const typed = c.req.query("plaats");
  if (typed === undefined) return c.html(<ChoosePage c={c} />);
  const found = findMunicipality(typed.slice(0, 80), c.var.tenants);
  if (found.kind === "elsewhere") return elsewherePage(c, found, typed.slice(0, 80));
  if (found.kind !== "found") {
    const sentence = texts[c.var.language].problems[found.kind];
    return c.html(
      <ChoosePage c={c} refused={{ values: { plaats: typed.slice(0, 80) }, errors: { plaats: sentence } }} />,
      400,
    );
  }
  const settings = { ...cookieSettings(c), maxAge: halfAYear };
  setCookie(c, cookieName(c, remembered), found.slug, settings);
  if (found.pc4 !== undefined) setCookie(c, cookieName(c, rememberedPostcode), String(found.pc4), settings);
  const municipality = c.var.tenants.bySlug.get(found.slug);
  return municipality === undefined ? c.notFound() : c.redirect(publicPath({ ...c.var, municipality }), 303);
};

function ChoosePage({ c, refused }: { c: Parameters<Handler<Env>>[0]; refused?: Refused }) {
  const { language, tenants } = c.var;
  const text = texts[language];
  const known = tenants.bySlug.get(getCookie(c, cookieName(c, remembered)) ?? "");
  const municipalities = tenants.all.filter(hasSite);
  return (
    <SiteFrame c={c} title={text.title} refused={refused !== undefined} description={text.lead}>
      <ErrorSummary language={language} refused={refused} />
      <h1>{text.title}</h1>
      <Lead>{text.lead}</Lead>
      {known !== undefined && hasSite(known) && (
        <Buttons>
          <LinkButton look="secondary" href={publicPath({ ...c.var, municipality: known })}>
            {text.again(known.name)}
          </LinkButton>
        </Buttons>
      )}
      <PlaceForm c={c} refused={refused} />
      <h2>{text.all}</h2>
      <Tiles>
        {municipalities.map((municipality) => (
          <Tile href={publicPath({ ...c.var, municipality })} title={municipality.name} />
        ))}
      </Tiles>
      <p>{text.missing}</p>
    </SiteFrame>
  );
}
