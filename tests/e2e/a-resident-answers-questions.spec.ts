import { expect, test } from "@playwright/test";
import { startSite } from "../support/site.ts";
import { isForEverybody } from "./for-everybody.ts";
import { tellInOwnWords } from "./steps.ts";

/* Own words → what may be going on → questions as a lawyer asks them → what to do, and a person; without a script. */

const site = startSite();

test.use({ viewport: { width: 360, height: 740 } });

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a story leads to questions, each answer is followed, and it ends in what cannot wait and in a call back", async ({
    page,
  }) => {
    await tellInOwnWords(page, site.url, "De verhuurder wil mij uit huis zetten en alles is vochtig.");
    await page.getByRole("link", { name: "Beantwoord een paar vragen. Huur" }).click();
    await page.getByLabel("Ik moet eruit, of daar ben ik bang voor").check();
    await page.getByLabel("Er is iets stuk, vochtig of onveilig").check();
    await page.getByRole("button", { name: "Verder" }).click();
    await page.getByLabel("Binnen een week").check();
    await page.getByRole("button", { name: "Verder" }).click();
    await page.getByLabel("Een brief van de verhuurder").check();
    await page.getByRole("button", { name: "Verder" }).click();
    await page.getByLabel("Nee", { exact: true }).check();
    await page.getByRole("button", { name: "Verder" }).click();
    // The second thing that was ticked has its own question.
    await page.getByLabel("Nee, of alleen aan de telefoon").check();
    await page.getByRole("button", { name: "Verder" }).click();
    const stations = page.locator(".rechtspoor-spoor__station");
    await expect(stations.first()).toContainText("Eerst: dit kan niet wachten");
    await expect(stations.first()).toContainText("Soms kan een ontruiming nog worden uitgesteld");
    await expect(stations.nth(1)).toContainText("Schrijf de verhuurder een brief of mail");
    await expect(page).toHaveURL(`${site.url}/utrecht/vragen/huur-en-ontruiming`);
    await page.locator("main").getByRole("link", { name: "Bel mij terug" }).click();
    await expect(page).toHaveURL(/\/utrecht\/bel-mij-terug\?/);
  });
});

test("nothing chosen is said, going back keeps the rest, and nothing stands in an address", async ({ page }) => {
  await page.goto(`${site.url}/utrecht/onderwerp/schulden`);
  await page.getByRole("link", { name: "Begin met de vragen" }).click();
  await isForEverybody(page, "the first question");
  await page.getByRole("button", { name: "Verder" }).click();
  await expect(page.locator("#error-summary")).toContainText("Kies een antwoord.");
  await isForEverybody(page, "a question without an answer");
  await page.getByLabel("Er is een deurwaarder").check();
  await page.getByRole("button", { name: "Verder" }).click();
  await page.getByLabel("Er wordt geld ingehouden").check();
  await page.getByRole("button", { name: "Verder" }).click();
  await expect(page.locator("main")).toContainText("Vraag 3");
  await page.getByRole("button", { name: "Terug naar de vorige vraag" }).click();
  await expect(page.locator("main")).toContainText("Hoe ver is het?");
  // What was chosen is still chosen, and the browser's own way back works too.
  await expect(page.getByLabel("Er wordt geld ingehouden")).toBeChecked();
  await page.goBack();
  await expect(page.locator("main")).toContainText("Vraag 3");
  await page.goForward();
  await page.getByLabel("Er is alleen een brief").check();
  await page.getByRole("button", { name: "Verder" }).click();
  await expect(page.locator("main")).toContainText("Betaal niet zomaar en teken niets.");
  await isForEverybody(page, "what follows");
  await page.getByRole("link", { name: "English" }).click();
  await expect(page.locator("main")).toContainText("Do not just pay, and sign nothing.");
  await page.getByRole("button", { name: "Begin again" }).click();
  await expect(page.locator("main")).toContainText("Question 1");
  await expect(page).toHaveURL(`${site.url}/en/utrecht/vragen/schulden`);
});

test("whoever leaves in a hurry leaves no answer behind", async ({ page }) => {
  await page.goto(`${site.url}/utrecht/vragen/brief-van-de-gemeente`);
  await page.getByLabel("Er is iets over mij besloten").check();
  await page.getByRole("button", { name: "Verder" }).click();
  await expect(page.locator("main")).toContainText("Vraag 2");
  await page.route("**/*", (route) =>
    new URL(route.request().url()).origin === site.url ? route.continue() : route.fulfill({ body: "elsewhere" }),
  );
  await page.getByRole("link", { name: "Verlaat deze site" }).click();
  await page.goto(`${site.url}/utrecht/vragen/brief-van-de-gemeente`);
  await expect(page.locator("main")).toContainText("Vraag 1");
});
