import { expect, test } from "@playwright/test";
import { startSite } from "../support/site.ts";
import { isForEverybody } from "./for-everybody.ts";
import { tellInOwnWords } from "./steps.ts";

/* What is read in somebody's own words: several things at once, with the words it was read from, after the people who help. */

const site = startSite();

test.use({ viewport: { width: 360, height: 740 } });

const story = "Mijn baas heeft mij ontslagen en nu dreigt de verhuurder mij uit huis te zetten.";
const whatMayBe = ".rechtspoor-spoor__station:has-text('Wat er misschien speelt')";

test("a story leads to several things that may be going on, and from each to what to do", async ({ page }) => {
  await tellInOwnWords(page, site.url, story);
  const station = page.locator(whatMayBe);
  await expect(station).toContainText("Dat kan fout zijn.");
  await expect(station.getByRole("link", { name: "Werk en ontslag" })).toBeVisible();
  await expect(station.getByRole("link", { name: "Wonen en huur" })).toBeVisible();
  await isForEverybody(page, "what may be going on");
  await page.getByRole("link", { name: "English" }).click();
  await expect(page.locator("main")).toContainText("What may be going on");
  await page.getByRole("link", { name: "Nederlands" }).click();
  await station.getByRole("link", { name: "Werk en ontslag" }).click();
  await expect(page).toHaveURL(`${site.url}/utrecht/onderwerp/werk`);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the words it was read from stand there, and the people who help stand before it", async ({ page }) => {
    await tellInOwnWords(page, site.url, "Mijn baas betaalt mijn loon niet en geeft mij geen contract.");
    await expect(page.locator(whatMayBe)).toContainText(/Dit lazen wij in: .*‘(?:\w+ )*loon/);
    const stations = await page.locator(".rechtspoor-spoor__words").allTextContents();
    expect(stations.indexOf("Wie u nu kan helpen")).toBeLessThan(stations.indexOf("Wat er misschien speelt"));
  });

  test("a social question is told back as what it is, and is no legal one", async ({ page }) => {
    await tellInOwnWords(
      page,
      site.url,
      "Sinds mijn vrouw dood is praat ik met niemand. Ik zoek mensen om mee te wandelen.",
    );
    await expect(page.locator("main")).toContainText("u alleen voelen");
    await expect(page.locator("main")).not.toContainText("Familie en erfenis");
  });

  test("where somebody may be looking along, none of their words stands there", async ({ page }) => {
    await tellInOwnWords(page, site.url, "Mijn man slaat mij en mijn baas heeft mij ontslagen.");
    await expect(page.locator("main")).not.toContainText("Dit lazen wij in");
  });
});
