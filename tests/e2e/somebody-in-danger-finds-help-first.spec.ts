import { expect, type Page, test } from "@playwright/test";
import { startSite } from "../support/site.ts";
import { isForEverybody } from "./for-everybody.ts";
import { tellInOwnWords } from "./steps.ts";

/* Life, safety, a home: what somebody writes in their own words is answered by whom to call now. */

const site = startSite();

test.use({ viewport: { width: 360, height: 740 } });

const firstStation = (page: Page) => page.locator(".rechtspoor-spoor__station").first();

/** The page is for everybody, and the way out is in sight. */
async function canBeLeft(page: Page): Promise<void> {
  await isForEverybody(page, "an answer");
  await expect(page.getByRole("link", { name: "Verlaat deze site" })).toBeVisible();
}

test("whoever wants to die reads first whom to call, and nothing of an inheritance", async ({ page }) => {
  await tellInOwnWords(page, site.url, "ik wil dood");
  await expect(firstStation(page)).toContainText("Eerst: dit kan niet wachten");
  await expect(firstStation(page).getByRole("link", { name: "Bel 113" })).toHaveAttribute("href", "tel:113");
  await expect(firstStation(page).getByRole("link", { name: "112" })).toHaveAttribute("href", "tel:112");
  await expect(page.locator("main")).not.toContainText("Familie en erfenis");
  await canBeLeft(page);
  await page.getByRole("link", { name: "English" }).click();
  await expect(firstStation(page)).toContainText("Do you not want to live any more?");
});

test("whoever is beaten reads first of 112 and Veilig Thuis, and how to leave no trace on the phone", async ({
  page,
}) => {
  await tellInOwnWords(page, site.url, "mijn man slaat mij");
  await expect(firstStation(page).getByRole("link", { name: "Bel 0800-2000" })).toBeVisible();
  await expect(firstStation(page)).toContainText("Het nummer staat niet op uw telefoonrekening.");
  await canBeLeft(page);
});

test("whoever loses a home or has nothing to eat reads which desk to call today", async ({ page }) => {
  await tellInOwnWords(page, site.url, "de deurwaarder komt morgen");
  await expect(firstStation(page)).toContainText("Raakt u uw huis, uw spullen of uw geld kwijt? Vraag meteen hulp");
  await expect(firstStation(page).getByRole("link", { name: /^Bel 06.00000018/ })).toBeVisible();
  await canBeLeft(page);
  await tellInOwnWords(page, site.url, "ik heb geen geld meer voor eten");
  await expect(firstStation(page)).toContainText("Geen eten");
  await expect(page.locator("article .utrecht-button--primary-action")).toHaveCount(1);
});

test("a search word leads there too", async ({ page }) => {
  await page.goto(`${site.url}/utrecht/hulp?zoek=zelfmoord`);
  await expect(firstStation(page).getByRole("link", { name: "Bel 113" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Verlaat deze site" })).toBeVisible();
});

test("an ordinary question stays an ordinary question", async ({ page }) => {
  await tellInOwnWords(page, site.url, "dood van mijn vader, hij had een huis");
  await expect(page.locator("main")).toContainText("Familie en erfenis");
  await expect(page.locator("main")).not.toContainText("113");
});
