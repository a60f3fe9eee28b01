import type { Context, Handler } from "hono";
import { isLanguage, languages } from "../kernel/language.ts";
import type { Municipality } from "../modules/access/index.ts";
import { countListed, listListed, listThemes } from "../modules/directory/index.ts";
import { inLanguagePath } from "./place.ts";
import type { Env } from "./surroundings.ts";

/*
 * What search engines may find, so that somebody who asks one "hulp bij schulden" ends at a person (sitemaps.org). One file
 * while all fits in it, else one a municipality.
 */

/** No file of this kind may hold more addresses. */
const most = 50_000;
/** Read and sent in parts: no process holds the whole country. */
const part = 1000;

const allLanguages = Object.keys(languages).filter(isLanguage);

/** What is only there while somebody tries it out is found by nobody. */
export const robotsText: Handler<Env> = (c) => {
  const { config, publicUrl } = c.var.app;
  return c.text(
    config.mode === "production"
      ? `User-agent: *\nDisallow: /werk\nDisallow: /api\n\nSitemap: ${publicUrl()}/sitemap.xml\n`
      : "User-agent: *\nDisallow: /\n",
  );
};

export const sitemap: Handler<Env> = async (c) => {
  const { app, ctx, tenants } = c.var;
  if (app.config.mode === "example") return c.notFound();
  const municipalities = tenants.all.filter(({ id }) => id.startsWith("GM"));
  const pages = 1 + municipalities.length * ownPages().length + (await countListed(ctx));
  return pages * allLanguages.length <= most
    ? send(c, urlset(c, [""], municipalities))
    : send(c, index(c, municipalities));
};

export const municipalitySitemap: Handler<Env> = (c) =>
  c.var.app.config.mode === "example" ? c.notFound() : send(c, urlset(c, [], [c.var.place.municipality]));

/** What each municipality has: its start, all help, and each life event. */
const ownPages = (): string[] => ["", "/hulp", ...listThemes().map(({ slug }) => `/onderwerp/${slug}`)];

const begin = '<?xml version="1.0" encoding="UTF-8"?>\n';
const inXml = (text: string): string => text.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

async function* index(c: Context<Env>, municipalities: Municipality[]): AsyncGenerator<string> {
  const files = municipalities.map(
    ({ slug }) => `<sitemap><loc>${inXml(`${c.var.app.publicUrl()}/${slug}/sitemap.xml`)}</loc></sitemap>\n`,
  );
  yield `${begin}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${files.join("")}</sitemapindex>\n`;
}

async function* urlset(c: Context<Env>, pages: string[], municipalities: Municipality[]): AsyncGenerator<string> {
  const base = c.var.app.publicUrl();
  yield `${begin}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n`;
  yield pages.map((path) => entries(base, path === "" ? "/" : path)).join("");
  for (const { id, slug } of municipalities) {
    yield ownPages()
      .map((path) => entries(base, `/${slug}${path}`))
      .join("");
    for (let after: string | undefined; ; ) {
      const listed = await listListed(c.var.ctx, id, { after, limit: part });
      yield listed.map((entry) => entries(base, `/${slug}/hulp/${entry.id}`, entry.changedOn)).join("");
      after = listed.at(-1)?.id;
      if (listed.length < part) break;
    }
  }
  yield "</urlset>\n";
}

/** A page in each language, each of which names them all. */
function entries(base: string, path: string, changedOn?: string): string {
  const at = (language: (typeof allLanguages)[number]) => inXml(base + inLanguagePath(path, language));
  const others = [
    ...allLanguages.map((code) => `<xhtml:link rel="alternate" hreflang="${code}" href="${at(code)}"/>`),
    `<xhtml:link rel="alternate" hreflang="x-default" href="${at("nl")}"/>`,
  ].join("");
  const changed = changedOn === undefined ? "" : `<lastmod>${changedOn}</lastmod>`;
  return allLanguages.map((code) => `<url><loc>${at(code)}</loc>${changed}${others}</url>\n`).join("");
}

function send(c: Context<Env>, parts: AsyncGenerator<string>): Response {
  const signs = new TextEncoder();
  const body = new ReadableStream<Uint8Array>(
    {
      // The next part is read when the one before it was taken.
      pull: async (stream) => {
        const { done, value } = await parts.next();
        if (done) stream.close();
        else stream.enqueue(signs.encode(value));
      },
      cancel: () => parts.return(undefined).then(() => undefined),
    },
    { highWaterMark: 0 },
  );
  return c.body(body, 200, { "Content-Type": "application/xml; charset=utf-8" });
}
