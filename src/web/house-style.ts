import type { Handler } from "hono";
import type { Env } from "./surroundings.ts";
import { MunicipalityTheme, themeStylesheet } from "./ui/look/themes.ts";

/** A municipality may change its look at any time: browsers ask again each day. */
const aDay = "public, max-age=86400";

const municipalityOf = (c: Parameters<Handler<Env>>[0]) =>
  c.var.tenants.bySlug.get((c.req.param("file") ?? "").replace(/\.(css|svg)$/, ""));

/** The token sheet of one municipality; the schema has checked that it can be read (7:1). */
export const municipalityStyle: Handler<Env> = (c) => {
  const theme = MunicipalityTheme.safeParse(municipalityOf(c)?.theme);
  if (!theme.success) return c.notFound();
  return c.body(themeStylesheet(theme.data), 200, { "Content-Type": "text/css; charset=utf-8", "Cache-Control": aDay });
};

export const municipalityLogo: Handler<Env> = (c) => {
  const logo = municipalityOf(c)?.logo;
  if (logo == null) return c.notFound();
  return c.body(logo, 200, { "Content-Type": "image/svg+xml", "Cache-Control": aDay });
};
