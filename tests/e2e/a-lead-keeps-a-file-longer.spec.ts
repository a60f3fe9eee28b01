import { expect, type Page, test } from "@playwright/test";
import { testMorning } from "../support/example-template.ts";
import { startSite } from "../support/site.ts";
import { askToBeCalledBack, openQuestion, rowOf, signIn } from "./steps.ts";

const site = startSite();
// Every form works without script.
test.use({ javaScriptEnabled: false });

const yearsLater = (years: number, days = 0) =>
  testMorning.toZonedDateTimeISO("Europe/Amsterdam").add({ years, days }).toInstant();

/** Answered and closed, by the lead. */
async function answer(page: Page, name: string): Promise<string> {
  await signIn(page, site.url, "Samira El Yousfi");
  await rowOf(page, name).getByRole("button", { name: "Neem over" }).click();
  await page.getByLabel("Gesproken", { exact: true }).check();
  await page.getByRole("button", { name: "Bewaar", exact: true }).first().click();
  await page.getByText("Rond af", { exact: true }).click();
  await page.getByLabel("Vraag beantwoord").check();
  await page.getByRole("button", { name: "Sluit de vraag af" }).click();
  return page.url();
}

test("a file says when it goes and why; the lead holds it, the resident sees that, and it stays until it is let go", async ({
  page,
  browser,
}) => {
  const resident = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  const code = await askToBeCalledBack(resident, site.url, { phone: "06-00006001", name: "Langer bewaard" });
  await openQuestion(resident, site.url, code, "6001");
  await expect(resident.locator("main")).toContainText("Wij bewaren uw vraag tot 2 jaar nadat die klaar is.");
  const address = await answer(page, "Langer bewaard");
  const main = page.locator("main");
  await expect(main).toContainText("Dit dossier wordt verwijderd op 24 november 2028.");
  await page.getByText("Hoe komen we hieraan?").last().click();
  await expect(main).toContainText("die bewaren wij 2 jaar, vanaf de dag van afsluiten.");
  await expect(main).toContainText("AVG artikel 5 lid 1 onder e");
  await openQuestion(resident, site.url, code, "6001");
  await expect(resident.locator("main")).toContainText("Wij bewaren uw vraag tot 24 november 2028.");

  await page.getByText("Bewaar dit dossier langer").click();
  await page.getByRole("button", { name: "Houd dit dossier vast" }).click();
  await expect(page.locator("#error-summary")).toContainText("Kies waarom dit dossier langer blijft.");
  await page.getByLabel("Er loopt een bezwaar of beroep").check();
  await page.getByRole("button", { name: "Houd dit dossier vast" }).click();
  await expect(main).toContainText("Dit dossier wordt nu niet verwijderd. De reden: er loopt een bezwaar of beroep.");
  await expect(page.locator(".rechtspoor-timeline")).toContainText("Vastgehouden: gaat voorlopig niet weg");
  await openQuestion(resident, site.url, code, "6001");
  await expect(resident.locator("main")).toContainText("Wij bewaren uw vraag voorlopig langer.");
  await expect(resident.locator("main")).not.toContainText("bezwaar");

  await site.moveClock(yearsLater(2, 1));
  await signIn(page, site.url, "Samira El Yousfi");
  await page.goto(address);
  await expect(main).toContainText("Zonder die reden gaat het weg op 24 november 2028.");
  await page.getByRole("button", { name: "Laat dit dossier los" }).click();
  await expect(main).toContainText("Dit dossier wordt vannacht verwijderd.");
  await site.moveClock(yearsLater(2, 2));
  await signIn(page, site.url, "Samira El Yousfi");
  expect((await page.goto(address))?.status()).toBe(404);
  await openQuestion(resident, site.url, code, "6001");
  await expect(resident.locator("main")).toContainText("Deze code en cijfers horen niet bij elkaar.");
  await site.moveClock(testMorning);
});

test("a helper reads when a file goes, and is offered no way to hold it", async ({ page }) => {
  await askToBeCalledBack(page, site.url, { phone: "06-00006002", name: "Geen teamleider" });
  await signIn(page, site.url, "Elif Yıldırım");
  await rowOf(page, "Geen teamleider").getByRole("button", { name: "Neem over" }).click();
  await expect(page.locator("main")).toContainText("Een open hulpvraag gaat nooit weg.");
  await expect(page.getByText("Bewaar dit dossier langer")).toHaveCount(0);
});
