import { expect, test } from "@playwright/test";
import { testMorning } from "../support/example-template.ts";
import { startSite } from "../support/site.ts";
import { askToBeCalledBack, openQuestion, rowOf, signIn } from "./steps.ts";

const site = startSite();

test("a resident sees by which team and how often their question was opened, and nobody's name", async ({
  page,
  browser,
}) => {
  const code = await askToBeCalledBack(page, site.url, { phone: "06-00005001", name: "Wie keek" });
  const helper = await (await browser.newContext()).newPage();
  await signIn(helper, site.url, "Elif Yıldırım");
  await rowOf(helper, "Wie keek").getByRole("button", { name: "Neem over" }).click();
  await helper.reload();
  await site.moveClock(testMorning.add({ minutes: 40 }));
  await helper.reload();
  await openQuestion(page, site.url, code, "5001");
  await page.getByRole("link", { name: "Wie keek er in mijn hulpvraag?" }).click();
  const main = page.locator("main");
  await expect(main).toContainText("Iemand van Voorbeeld Team Raadslieden Utrecht");
  await expect(main).toContainText("2 keer, het laatst dinsdag 24 november 10.40 uur");
  await expect(main).toContainText("Met uw code");
  await expect(main).not.toContainText("Elif");
  await page.getByRole("link", { name: "Terug naar mijn vraag" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Zo staat het met uw vraag");
});

test("without a code there is nothing to see", async ({ page }) => {
  await page.goto(`${site.url}/utrecht/volg/wie-keek`);
  await expect(page.getByLabel("Uw code")).toBeVisible();
});
