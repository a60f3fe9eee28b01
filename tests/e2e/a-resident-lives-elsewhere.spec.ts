import { expect, test } from "@playwright/test";
import { startSite } from "../support/site.ts";

/* Whose municipality does not take part is sent on, not away: on an old phone and without a script. */

const site = startSite();

test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

test("a postcode of a municipality that does not take part leads to help for the whole country", async ({ page }) => {
  await page.goto(site.url);
  await page.getByLabel("Uw gemeente, woonplaats of postcode").fill("1012 AB");
  await page.getByRole("button", { name: "Ga verder" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Uw gemeente doet nog niet mee");
  await expect(page.locator("#error-summary")).toHaveCount(0);
  await expect(page.locator("main")).toContainText("Postcode 1012 ligt in geen gemeente die meedoet.");
  await expect(page.locator("main")).toContainText("Liever praten? Bel ");
  await expect(page.locator("article").first()).toContainText("Voor heel Nederland");
  for (const card of await page.locator("article").all())
    expect(await card.getByRole("link").count()).toBeGreaterThan(0);
  await page.getByText("Meer hulp voor heel Nederland").click();
  await page.getByLabel("Uw gemeente, woonplaats of postcode").fill("3511");
  await page.getByRole("button", { name: "Ga verder" }).click();
  await expect(page).toHaveURL(`${site.url}/utrecht`);
});

test("with the postcodes of the whole country the municipality is named, and a slip is told from it", async ({
  page,
}) => {
  await site.query(
    "insert into postcode_area (from_pc4, to_pc4, elsewhere, place, latitude, longitude) values (1012, 1012, 'Amsterdam', 'Amsterdam', 52.37, 4.89)",
  );
  // What hardly ever changes is read again after a minute.
  await site.moveClock(Temporal.Instant.from("2026-11-24T10:05:00+01:00"));
  for (const typed of ["1012", "amsterdam"]) {
    await page.goto(`${site.url}/?plaats=${typed}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Uw gemeente doet nog niet mee");
    await expect(page.locator("main")).toContainText("Amsterdam");
  }
  await page.goto(`${site.url}/?plaats=9998`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Deze postcode kennen wij niet");
  await expect(page.locator("main")).toContainText("Kijk of 9998 klopt.");
  await page.getByRole("link", { name: "English" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("We do not know this postcode");
});
