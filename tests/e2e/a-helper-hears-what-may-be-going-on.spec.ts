import { expect, test } from "@playwright/test";
import { startSite } from "../support/site.ts";
import { isForEverybody } from "./for-everybody.ts";
import { signIn } from "./steps.ts";

/* A colleague with a social question: which legal sides may hide in it, what to ask on, and what follows from the answers. */

const site = startSite();

test("a story → its sides → questions in a colleague's words → what cannot wait and what to tell", async ({ page }) => {
  await signIn(page, site.url, "Fatiha Benali");
  await page.getByRole("link", { name: "Hulp vinden" }).click();
  await page
    .getByLabel("Waar zoekt u hulp voor?")
    .fill("Mevrouw is alleen sinds haar man weg is. De post ligt ongeopend en er kwam een deurwaarder aan de deur.");
  await page.getByRole("button", { name: "Zoek hulp" }).click();
  await expect(page.getByRole("heading", { name: "Wat er misschien speelt" })).toBeVisible();
  await expect(page.locator("main")).toContainText("U beslist wat klopt.");
  await isForEverybody(page, "what may be going on, at work");
  await page.getByRole("link", { name: /Loop de vragen na: Schulden/ }).click();
  await page.getByLabel("Er is een deurwaarder").check();
  await page.getByRole("button", { name: "Verder" }).click();
  await expect(page.locator("main")).toContainText("In welk stadium?");
  await page.getByRole("button", { name: "Verder" }).click();
  await expect(page.locator("#error-summary")).toContainText("Kies een antwoord.");
  await page.getByLabel("Ik moet bij de rechter komen").check();
  await page.getByRole("button", { name: "Verder" }).click();
  await expect(page.locator("main")).toContainText("Roldatum noteren");
  await expect(page.locator("main")).toContainText("Zeg tegen de inwoner: Ga naar de rechter");
  await isForEverybody(page, "what follows, at work");
  await expect(page).toHaveURL(`${site.url}/werk/utrecht/vragen/schulden`);
});

test("a new colleague practises on a story, hears what they missed and why, and goes on to the next", async ({
  page,
}) => {
  await signIn(page, site.url, "Fatiha Benali");
  await page.getByRole("link", { name: "Hulp vinden" }).click();
  await page.getByRole("link", { name: "Oefen met herkennen wat er speelt" }).click();
  await page.getByRole("button", { name: "Kijk na" }).click();
  await expect(page.locator("#error-summary")).toContainText("Kruis aan wat u denkt.");
  await page.getByLabel("Schulden en geldzorgen").check();
  await page.getByLabel("Buren").check();
  await page.getByRole("button", { name: "Kijk na" }).click();
  const main = page.locator("main");
  await expect(main.locator("h2:text-is('Dit zag u goed') + ul")).toContainText("Schulden en geldzorgen");
  await expect(main.locator("h2:text-is('Dit speelt ook') + ul")).toContainText("Familie en erfenis");
  await expect(main.locator("h2:has-text('Dit staat er niet') + ul")).toContainText("Buren");
  await isForEverybody(page, "practising, looked over");
  await page.getByRole("link", { name: "Volgend verhaal" }).click();
  await expect(main).toContainText("Verhaal 2 van");
});
