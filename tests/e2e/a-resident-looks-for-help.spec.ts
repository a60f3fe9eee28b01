import { expect, test } from "@playwright/test";
import { startSite } from "../support/site.ts";

/* Finding somebody to talk to, on an old phone and without a script. */

const site = startSite();

test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

test("the start page shows a letter first and eight subjects; the others are one step further", async ({ page }) => {
  await page.goto(`${site.url}/utrecht`);
  const subjects = page.locator("a.rechtspoor-tile");
  await expect(subjects.first()).toContainText("Ik heb een brief gekregen");
  await expect(subjects.filter({ visible: true })).toHaveCount(8);
  await page.getByText("Meer onderwerpen").click();
  await expect(subjects.filter({ visible: true })).toHaveCount(16);
  await page.getByRole("link", { name: "Ik heb een brief gekregen" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Dit kunt u nu doen");
  await expect(page.locator("main")).not.toContainText("Awb 6:7", { useInnerText: true });
});

test("filters stand above the first card, leave out what does not fit, and stay in the address", async ({ page }) => {
  await page.goto(`${site.url}/utrecht/hulp?thema=schulden`);
  const all = await page.locator("article").count();
  const fold = page.locator("summary", { hasText: "Kies welke hulp u wilt zien" });
  const top = async (part: typeof fold) => (await part.boundingBox())?.y ?? Number.NaN;
  expect(await top(fold)).toBeLessThan(await top(page.locator("article").first()));
  await fold.click();
  await page.getByLabel("Zonder afspraak").check();
  await page.getByRole("button", { name: "Toon" }).click();
  await expect(page).toHaveURL(/thema=schulden&alleen=inloop$/);
  await expect(page.locator("summary").first()).toHaveText("U ziet nu alleen: zonder afspraak");
  const fitting = page.locator("article");
  expect(await fitting.count()).toBeGreaterThan(0);
  expect(await fitting.count()).toBeLessThan(all);
  await expect(fitting.filter({ hasNotText: "Zonder afspraak" })).toHaveCount(0);
  await page.getByRole("link", { name: "Toon weer alles" }).click();
  await expect(page).toHaveURL(/hulp\?thema=schulden$/);
  await expect(page.locator("article")).toHaveCount(all);
});

test("a filter holds over all pages: no next page that is empty, and nothing left is said as it is", async ({
  page,
}) => {
  await page.goto(`${site.url}/utrecht/hulp`);
  await expect(page.getByRole("link", { name: "Volgende" })).toBeVisible();
  await page.goto(`${site.url}/utrecht/hulp?alleen=gratis`);
  const free = page.locator("article");
  expect(await free.count()).toBeGreaterThan(5);
  await expect(free.filter({ hasNotText: "Gratis" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Volgende" })).toHaveCount(0);
  await page.goto(`${site.url}/utrecht/hulp?alleen=gratis&pagina=2`);
  await expect(page.getByLabel("Gratis")).toBeChecked();
  await expect(page.locator("main")).toContainText("Niets past bij alles wat u koos");
  await page.getByRole("link", { name: "Toon weer alles" }).click();
  await expect(page.locator("article")).toHaveCount(20);
});
