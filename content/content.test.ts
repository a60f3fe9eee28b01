import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { averageLength, bannedWords, informal, sentencesOf, wordCount } from "../src/modules/directory/plain-dutch.ts";
import { parseUrgencies, urgencyKinds } from "../src/modules/directory/urgency.ts";

const languages = ["nl", "en"] as const;
type Language = (typeof languages)[number];

const issueCodes = [
  ...["wonen-huur", "werk-ontslag", "uitkering-bijstand", "toeslagen-belasting", "schulden", "scheiden-gezag"],
  ...["familie-erfrecht", "zorg-wmo-jeugd", "vreemdelingen", "consument-contract", "straf-slachtoffer"],
  ...["discriminatie-klacht-overheid", "boete-cjib", "buren", "geen-juridisch"],
];
const paragraphIds = ["wat-nu", "wat-straks", "denk-ook-aan", "goed-om-te-weten"];

const Slug = z.string().regex(/^[a-z]+(-[a-z]+)*$/);
const FrontMatter = z.strictObject({
  slug: Slug,
  title: z.string().min(3).max(60),
  tile: z.string().min(10).max(70),
  order: z.int().positive(),
  sensitive: z.boolean(),
  issues: z.array(z.enum(issueCodes)).min(1),
  words: z.array(z.string().min(2).max(60)).min(15).max(60),
  related: z.array(Slug).min(2),
  checked: z.iso.date(),
});
const Issues = z.strictObject({
  issues: z.record(z.string(), z.strictObject({ theme: Slug, nl: z.string().min(3), en: z.string().min(3) })),
});

const themesFolder = new URL("./themes/", import.meta.url);
const fileNames = readdirSync(themesFolder);

function readTheme(slug: string, language: Language) {
  const text = readFileSync(new URL(`${slug}.${language}.md`, themesFolder), "utf8");
  const [, front = "", body = ""] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  const paragraphs = body
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [heading = "", idLine = "", ...rest] = part.split("\n");
      return { heading, id: /^<!-- id: ([a-z-]+) -->$/.exec(idLine)?.[1], text: rest.join("\n").trim() };
    });
  return { front: FrontMatter.parse(parse(front)), body, paragraphs };
}

const bulletsOf = (text: string) => text.split("\n").map((line) => line.replace(/^- /, ""));
const slugs = [...new Set(fileNames.map((name) => name.replace(/\.(nl|en)\.md$/, "")))].sort();
const themes = slugs.map((slug) => ({ slug, nl: readTheme(slug, "nl"), en: readTheme(slug, "en") }));
const { issues } = Issues.parse(parse(readFileSync(new URL("./issues.yaml", import.meta.url), "utf8")));

describe("themes", () => {
  test("every theme exists in Dutch and in English, and no other file lies here", () => {
    expect([...fileNames].sort()).toEqual(slugs.flatMap((slug) => [`${slug}.en.md`, `${slug}.nl.md`]).sort());
    expect(slugs).toHaveLength(16);
  });

  test.each(themes)("$slug says the same about itself in both languages", ({ slug, nl, en }) => {
    expect(nl.front.slug).toBe(slug);
    const { title: _nlTitle, tile: _nlTile, words: _nlWords, ...nlRest } = nl.front;
    const { title: _enTitle, tile: _enTile, words: _enWords, ...enRest } = en.front;
    expect(Object.keys(en.front)).toEqual(Object.keys(nl.front));
    expect(enRest).toEqual(nlRest);
  });

  test.each(themes)("$slug has the four paragraphs, with the same ids and as many lines", ({ nl, en }) => {
    for (const theme of [nl, en]) {
      expect(theme.paragraphs.map((p) => p.id)).toEqual(paragraphIds);
      const counts = theme.paragraphs.map((p) => bulletsOf(p.text).length);
      expect(counts[0]).toBeGreaterThanOrEqual(3);
      expect(counts[0]).toBeLessThanOrEqual(5);
      expect(counts[1]).toBeGreaterThanOrEqual(3);
      expect(counts[1]).toBeLessThanOrEqual(4);
      for (const p of theme.paragraphs) expect(p.text, p.heading).toMatch(/^(- .+\n)*- .+$/);
    }
    expect(en.paragraphs.map((p) => bulletsOf(p.text).length)).toEqual(
      nl.paragraphs.map((p) => bulletsOf(p.text).length),
    );
  });

  test.each(themes)("$slug names the same articles of law in both languages", ({ nl, en }) => {
    const articles = (body: string) => [...body.matchAll(/\d+:\d+[a-z]?|\b\d\.\d\.\d\b/g)].map((m) => m[0]).sort();
    expect(articles(en.body)).toEqual(articles(nl.body));
  });

  test.each(themes)("$slug is plain Dutch: short sentences, no official words, u and not jij", ({ nl }) => {
    const text = nl.paragraphs.map((p) => p.text).join("\n");
    expect(averageLength(sentencesOf(text))).toBeLessThanOrEqual(15);
    for (const sentence of sentencesOf(text)) expect(wordCount(sentence), sentence).toBeLessThanOrEqual(20);
    expect(bannedWords.exec(`${nl.front.title} ${nl.front.tile} ${text}`)?.[0]).toBeUndefined();
    expect(text).not.toMatch(informal);
  });

  test.each(themes)("$slug is short enough to read when worried", ({ nl, en }) => {
    for (const theme of [nl, en]) {
      const words = wordCount(theme.paragraphs.map((p) => `${p.heading} ${p.text}`).join("\n"));
      expect(words).toBeGreaterThanOrEqual(150);
      expect(words).toBeLessThanOrEqual(260);
    }
  });

  test.each(themes)("$slug holds no telephone number but 112, and no link", ({ nl, en }) => {
    for (const theme of [nl, en]) {
      expect(theme.body.replaceAll("112", "")).not.toMatch(/\b(0\d[\d -]{6,}|113|144|0[89]00)\b/);
      expect(theme.body).not.toMatch(/https?:|www\.|\]\(/);
    }
  });

  test("related themes exist and are not the theme itself", () => {
    for (const { slug, nl } of themes) {
      for (const other of nl.front.related) expect(slugs, `${slug} → ${other}`).toContain(other);
      expect(nl.front.related).not.toContain(slug);
    }
  });

  test("each theme has a place of its own on the start page, and iets-anders comes last", () => {
    expect(themes.map((t) => t.nl.front.order).sort((a, b) => a - b)).toEqual(themes.map((_, index) => index + 1));
    expect(themes.find((t) => t.nl.front.order === themes.length)?.slug).toBe("iets-anders");
  });

  test("search words are written once per theme", () => {
    for (const { slug, nl, en } of themes) {
      for (const { front } of [nl, en]) {
        const words = front.words.map((word) => word.toLowerCase());
        expect(
          words.filter((word, index) => words.indexOf(word) !== index),
          slug,
        ).toEqual([]);
      }
    }
  });

  test("themes that may be read in secret have a quick exit", () => {
    const quick = themes.filter((t) => t.nl.front.sensitive).map((t) => t.slug);
    expect(quick).toEqual(["scheiding", "slachtoffer-of-verdachte"]);
  });
});

describe("recognition codes", () => {
  test("every code leads to exactly one theme, with a label in both languages", () => {
    expect(Object.keys(issues).sort()).toEqual([...issueCodes].sort());
    for (const [code, { theme }] of Object.entries(issues)) expect(slugs, code).toContain(theme);
  });

  test("that theme says itself that it is about the code", () => {
    for (const [code, { theme }] of Object.entries(issues)) {
      expect(themes.find((t) => t.slug === theme)?.nl.front.issues, code).toContain(code);
    }
  });
});

describe("what cannot wait", () => {
  const { kinds, numbers } = parseUrgencies(readFileSync(new URL("./cannot-wait.yaml", import.meta.url), "utf8"));

  test("every kind has phrases", () => {
    expect(kinds.map(({ kind }) => kind)).toEqual([...urgencyKinds]);
    for (const { kind, phrases } of kinds) expect(phrases.length, kind).toBeGreaterThan(3);
  });

  test("every number says where it was read, and on which day", () => {
    for (const { id, number, source, checked } of Object.values(numbers)) {
      expect(number, id).toMatch(/^(112|113|0800-\d{4})$/);
      expect(source, id).toMatch(/^https:\/\//);
      expect(checked, id).toMatch(/^20\d\d-\d\d-\d\d$/);
    }
  });
});
