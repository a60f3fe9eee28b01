import type { Handler } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { Translated } from "../../../kernel/language.ts";
import { areaOf, readPostcode } from "../../../modules/directory/index.ts";
import { hasSite, publicPath } from "../../place.ts";
import { cookieName, cookieSettings } from "../../sealed-cookie.ts";
import type { Env, Tenants } from "../../surroundings.ts";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { Tile, Tiles } from "../../ui/card.tsx";
import { Field } from "../../ui/field.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";
import type { Refused } from "../../ui/refused.ts";
import { Lead } from "../../ui/text.tsx";
import { SiteFrame } from "../frame/frame.tsx";
import { en } from "./en.ts";
import { type ChooseText, nl } from "./nl.ts";

const texts: Translated<ChooseText> = { nl, en };

const remembered = "gemeente";
const rememberedPostcode = "postcode";
const halfAYear = 60 * 60 * 24 * 182;

type Found = { kind: "found"; slug: string; pc4: number | undefined } | { kind: keyof ChooseText["problems"] };

/** The municipality that somebody means by a name, a village, an old name or a postcode. */
function findMunicipality(typed: string, { all, byId, areas }: Tenants): Found {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .normalize("NFD")
      .replace(/[^a-z0-9]/g, "");
  const wanted = plain(typed);
  // A name in other letters than ours leaves nothing to look for: it is not empty, we do not know it.
  if (wanted === "") return { kind: typed.trim() === "" ? "empty" : "notFound" };
  if (/^\d/.test(wanted)) {
    const pc4 = readPostcode(typed);
    if (pc4 === undefined) return { kind: "notDutch" };
    const slug = byId.get(areaOf(pc4, areas)?.municipalityId ?? "")?.slug;
    return slug === undefined ? { kind: "notFound" } : { kind: "found", slug, pc4 };
  }
  const names = all.filter(hasSite).map((municipality) => ({
    slug: municipality.slug,
    names: [municipality.name, municipality.slug, ...municipality.otherNames].map(plain),
  }));
  const exact = names.find((entry) => entry.names.includes(wanted));
  const begun = names.filter((entry) => entry.names.some((name) => name.startsWith(wanted)));
  const slug = exact?.slug ?? (begun.length === 1 ? begun[0]?.slug : undefined);
  return slug === undefined ? { kind: "notFound" } : { kind: "found", slug, pc4: undefined };
}

/** Where somebody lives, when they told us: four digits, for "ongeveer 2 km". */
export const postcodeOf = (c: Parameters<Handler<Env>>[0]): number | undefined =>
  readPostcode(c.req.query("postcode") ?? getCookie(c, cookieName(c, rememberedPostcode)) ?? "");

export const choosePage: Handler<Env> = (c) => {
  const typed = c.req.query("plaats");
  if (typed === undefined) return c.html(<ChoosePage c={c} />);
  const found = findMunicipality(typed.slice(0, 80), c.var.tenants);
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
      <Form method="get">
        <Field
          language={language}
          name="plaats"
          label={text.label}
          hint={text.hint}
          refused={refused}
          width="medium"
          maxlength={80}
          autocomplete="address-level2"
        />
        <Button>{text.send}</Button>
      </Form>
      <h2>{text.all}</h2>
      <Tiles>
        {municipalities.map((municipality) => (
          <Tile href={publicPath({ ...c.var, municipality })} title={municipality.name} />
        ))}
      </Tiles>
      <p>{text.elsewhere}</p>
    </SiteFrame>
  );
}
