import { expect, test } from "@playwright/test";
import { startSite } from "../support/site.ts";
import { signIn } from "./steps.ts";

const site = startSite();

test("a helper signs out here, is told so, and can sign in as somebody else", async ({ page }) => {
  await signIn(page, site.url, "Elif Yıldırım");
  await page.getByRole("button", { name: "Uitloggen" }).click();
  await expect(page.locator("main")).toContainText("U bent uitgelogd.");
  await page.getByRole("link", { name: "Log in met Voorbeeld" }).click();
  await page.getByLabel("Samira El Yousfi").check();
  await page.getByRole("button", { name: "Ga verder als deze persoon" }).click();
  await expect(page.getByText("Ingelogd als Samira El Yousfi")).toBeVisible();
});

test("whoever picks nobody is asked again, and the way they came is not lost", async ({ page }) => {
  await page.goto(`${site.url}/werk/utrecht/hulpvragen`);
  await page.getByRole("link", { name: "Naar inloggen" }).first().click();
  await page.getByRole("link", { name: "Log in met Voorbeeld" }).click();
  await page.getByRole("button", { name: "Ga verder als deze persoon" }).click();
  await expect(page.locator("#error-summary")).toContainText("Kies eerst een collega uit de lijst.");
  await page.getByLabel("Samira El Yousfi").check();
  await page.getByRole("button", { name: "Ga verder als deze persoon" }).click();
  await expect(page).toHaveURL(`${site.url}/werk/utrecht/hulpvragen`);
});

test("a helper ends their session on another device", async ({ page, browser }) => {
  const forgotten = await (await browser.newContext()).newPage();
  await signIn(forgotten, site.url, "Jeroen van der Horst");
  await signIn(page, site.url, "Jeroen van der Horst");
  await page.getByRole("link", { name: "Jeroen van der Horst" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Waar u bent ingelogd");
  await expect(page.locator("article", { hasText: "Dit apparaat" }).getByRole("button")).toHaveCount(0);
  await page.getByRole("button", { name: "Log hier uit" }).first().click();
  await expect(page.locator("main")).toContainText("Daar is uitgelogd.");
  await forgotten.reload();
  await expect(forgotten.getByRole("heading", { level: 1 })).toHaveText("Log eerst in");
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Waar u bent ingelogd");
});

test("ten minutes before a session is over it says so, and whoever is there stays", async ({ page }) => {
  await signIn(page, site.url, "Marijke Dijkhuis");
  await page.clock.install();
  await page.goto(`${site.url}/werk/utrecht/hulpvragen/nieuw`);
  const warning = page.locator("rechtspoor-session");
  await page.clock.fastForward("01:49:00");
  await expect(warning).toBeHidden();
  await page.clock.fastForward("00:02:00");
  await expect(warning).toContainText("Over tien minuten wordt u uitgelogd");
  await page.getByRole("button", { name: "Blijf ingelogd" }).click();
  await expect(warning).toBeHidden();
  await page.clock.fastForward("01:51:00");
  await expect(warning).toBeVisible();
});
