import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/* What holds for every page in every state: the walks of all pages ask it, and journeys of the states that only they reach. */

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** axe as its makers minified it, of the version that the builder brings along. */
const minified = readFileSync(
  createRequire(import.meta.resolve("@axe-core/playwright")).resolve("axe-core/axe.min.js"),
  "utf8",
);
const nothing = "undefined";

/**
 * axe in this page and its frames, without a second page to gather what frames say: we have no frames of others, and it
 * takes half the time. The builder by itself sends its text at full length, twice: that takes longer than looking.
 */
async function axeIn(page: Page): Promise<AxeBuilder> {
  for (const frame of page.frames()) await frame.evaluate(minified);
  return new AxeBuilder({ page, axeSource: nothing }).setLegacyMode();
}

/**
 * What axe finds in the page, once it is there whole. On a busy machine a page may still come or go while axe looks (a sign-in leads
 * on by itself), and then axe fails instead of finding anything: it looks once more at the page that stands there.
 */
async function violationsIn(page: Page): Promise<{ id: string; nodes: { html: string }[] }[]> {
  const look = async () => {
    await page.waitForLoadState("load");
    const axe = await axeIn(page);
    // What is right need not be described, which takes a third of the time.
    const found = await axe
      .options({ resultTypes: ["violations"] })
      .withTags(tags)
      .analyze();
    return found.violations;
  };
  try {
    return await look();
  } catch {
    return await look();
  }
}

/** What is read stands out enough from what is behind it, in these colours. */
export async function canBeRead(page: Page, state: string): Promise<void> {
  const found = await (await axeIn(page)).withRules(["color-contrast"]).analyze();
  expect(
    found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
    state,
  ).toEqual([]);
  expect(found.passes.length, `${state}: looked at`).toBe(1);
}

/**
 * axe finds nothing (WCAG 2.2 AA), and nothing is cut at 320 px, which is also what 1280 px at 400 % zoom comes to.
 * @param state in words, for whoever reads why a test failed.
 */
export async function isForEverybody(page: Page, state: string): Promise<void> {
  const violations = await violationsIn(page);
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
    state,
  ).toEqual([]);
  const wide = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  const cut = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(cut, `${state}: wider than 320 px`).toBeLessThanOrEqual(0);
  if (wide !== null) await page.setViewportSize(wide);
  await expect(page.locator("main"), state).toHaveCount(1);
  await expect(page.locator("h1"), state).toHaveCount(1);
}

/** Who hears only a list of links can tell them apart: one name leads to one address. */
export async function linksSayWhereTheyGo(page: Page): Promise<void> {
  const links = await page.locator("main a[href]").evaluateAll((all) =>
    all.map((link) => ({
      name: (link.textContent ?? "").replace(/\s+/g, " ").trim(),
      href: link.getAttribute("href"),
    })),
  );
  const ambiguous = links.filter(({ name, href }) => links.some((other) => other.name === name && other.href !== href));
  expect(ambiguous).toEqual([]);
}
