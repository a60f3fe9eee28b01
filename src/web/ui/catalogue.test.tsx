import { expect, test } from "vitest";
import { isLanguage, type Language, languages } from "../../kernel/language.ts";
import { Catalogue } from "./catalogue.tsx";
import { PublicPage } from "./public-page.tsx";

const page = (language: Language): string =>
  String(
    <PublicPage
      language={language}
      title="Rechtspoor"
      stylesheets={["/assets/catalogue.css"]}
      site={{ name: "Rechtspoor", href: "/" }}
      quickExit="https://www.example.org/"
      footer={{ helper: "/werk", complaint: "/klacht", privacy: "/privacy", accessibility: "/toegankelijkheid" }}
      layout="bands"
    >
      <Catalogue language={language} />
    </PublicPage>,
  );

const all = (html: string, pattern: RegExp): string[] => [...html.matchAll(pattern)].map(([, found = ""]) => found);

test.each(Object.keys(languages).filter(isLanguage))(
  "every component renders in %s, without a script or a style in the page",
  (language) => {
    const html = page(language);
    expect(html.startsWith("<!doctype html><html")).toBe(true);
    expect(html).not.toMatch(/<script|\sstyle=|\son[a-z]+=|undefined|\[object/);
  },
);

test("each link inside the page leads somewhere, and each id is used once", () => {
  const html = page("nl");
  const ids = all(html, /\sid="([^"]+)"/g);
  expect(new Set(ids).size).toBe(ids.length);
  const targets = all(html, /href="#((?:field|main)[^"]*)"/g);
  const described = all(html, /aria-describedby="([^"]+)"/g).flatMap((list) => list.split(" "));
  const labelled = all(html, /\sfor="([^"]+)"/g);
  for (const target of [...targets, ...described, ...labelled]) expect(ids).toContain(target);
});

test("what was typed comes back after a refusal", () => {
  expect(page("nl")).toMatch(/name="refused-phone"[^>]*value="030 12"/);
});
