import type { Handler } from "hono";
import type { Env } from "./surroundings.ts";

/** Its source, of which the built file has another name each time it changes. */
const source = "islands/search-widget.ts";

/**
 * The search box for other sites, at an address that stays: it leads to the file as it is built now, which browsers may keep
 * for good. Both say that any site may read them.
 */
export const widgetScript: Handler<Env> = (c) => {
  c.header("Access-Control-Allow-Origin", "*");
  c.header("Cache-Control", "public, max-age=3600");
  return c.redirect(c.var.app.assets(source), 302);
};

/** Of all that is built, this alone is for pages of others. */
export const isForOtherSites = (path: string): boolean => /\/search-widget[^/]*\.js$/.test(path);
