import { expect, test } from "@playwright/test";
import { startSite } from "../support/site.ts";
import { isForEverybody } from "./for-everybody.ts";
import { signIn } from "./steps.ts";

const site = startSite();
const service = "Voorbeeld Hulp bij brieven, geld en regels";
const doesNot = /^Wat doet u niet\?(?! \(Engels)/;

test("a resident without a script reads who an organisation is, where its help ends, and who is in the same house", async ({
  browser,
}) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(`${site.url}/utrecht/onderwerp/uitkering`);
  await page.getByRole("link", { name: "Toon wie kan helpen" }).click();
  await page.getByRole("link", { name: service }).first().click();
  await expect(page.getByText("Ook in Voorbeeldhuis aan het plein:")).toBeVisible();
  await page.getByRole("link", { name: "Voorbeeld Hulp dicht bij huis" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Voorbeeld Hulp dicht bij huis");
  await page.getByRole("link", { name: "Voorbeeld Wijkteam Utrecht", exact: true }).click();
  await expect(page.getByText("Wij helpen u niet met een bezwaar tegen de gemeente", { exact: false })).toBeVisible();
  await expect(page.getByRole("link", { name: "Voorbeeld Hulp dicht bij huis" })).toBeVisible();
});

test("an editor changes what it says, in Dutch and English, and takes it back", async ({ page }) => {
  await signIn(page, site.url, "Stefan Molenaar", "Start hier");
  await page.goto(`${site.url}/werk/utrecht/routekaart`);
  await page.getByRole("link", { name: service, exact: true }).click();
  await page.getByRole("link", { name: "Over Voorbeeld Sociaal Raadslieden Utrecht" }).click();
  await isForEverybody(page, "an organisation, to change");
  await page.getByLabel("KVK-nummer").fill("1234");
  await page.getByLabel(doesNot).fill("Wij zijn geen advocaat.");
  await page.getByRole("button", { name: "Bewaar", exact: true }).click();
  await expect(page.locator("#error-summary")).toContainText("Een KVK-nummer heeft acht cijfers");
  await expect(page.getByLabel(doesNot)).toHaveValue("Wij zijn geen advocaat.");
  await isForEverybody(page, "an organisation with a number that is wrong");
  await page.getByLabel("KVK-nummer").fill("1234 5678");
  await page.getByRole("button", { name: "Bewaar", exact: true }).click();
  await expect(page.getByText("Bewaard. Zo staat het nu op de routekaart.")).toBeVisible();
  // The English is older than the Dutch now, and stands open.
  await expect(page.getByLabel("Wat doet u niet? (Engels)")).toBeVisible();

  await page.getByRole("link", { name: "Bekijk wat mensen lezen" }).click();
  await expect(page.getByText("Wij zijn geen advocaat.")).toBeVisible();
  await expect(page.getByText("12345678")).toBeVisible();
  await isForEverybody(page, "an organisation, as everybody reads it");
  await page.goBack();
  await page.getByRole("button", { name: "Draai dit terug" }).click();
  await expect(page.getByText("Teruggedraaid.", { exact: true })).toBeVisible();
  await expect(page.getByLabel(doesNot)).toHaveValue(/Wij nemen uw schulden niet over/);
});
