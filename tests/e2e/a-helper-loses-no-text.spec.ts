import { expect, test } from "@playwright/test";
import { startSite } from "../support/site.ts";
import { askToBeCalledBack, rowOf, signIn } from "./steps.ts";

const site = startSite();

test.use({ javaScriptEnabled: false });

test("a note typed while the session ended is shown, and saved once after signing in again", async ({ page }) => {
  await askToBeCalledBack(page, site.url, { phone: "06-00005101", name: "Lang gesprek" });
  await signIn(page, site.url, "Samira El Yousfi");
  await rowOf(page, "Lang gesprek").getByRole("button", { name: "Neem over" }).click();
  await page.getByLabel("Gesproken").check();
  const note = 'Sprak een uur met de dochter.\nZij belt morgen over de "brief".';
  await page.getByLabel("Notitie").first().fill(note);
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Bewaar", exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("U bent uitgelogd");
  await expect(page.getByText("Sprak een uur met de dochter.")).toHaveText(note);

  // Sent again too early, it is still there.
  await page.getByRole("button", { name: "Stuur dit opnieuw" }).click();
  await expect(page.getByText("Sprak een uur met de dochter.")).toHaveText(note);

  const opening = page.context().waitForEvent("page");
  await page.getByRole("link", { name: "Log opnieuw in (opent in een nieuw tabblad)" }).click();
  const tab = await opening;
  await tab.getByRole("link", { name: "Log in met Voorbeeld" }).click();
  await tab.getByLabel("Samira El Yousfi").check();
  await tab.getByRole("button", { name: "Ga verder als deze persoon" }).click();
  await expect(tab.getByRole("heading", { level: 1 })).toHaveText("Vandaag");

  await page.getByRole("button", { name: "Stuur dit opnieuw" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Lang gesprek");
  await expect(page.locator("main")).toContainText("Bewaard.");
  const calls = await site.query(
    "select outcome from contact_attempt a join resident r on r.case_id = a.case_id where r.name = 'Lang gesprek'",
  );
  expect(calls).toEqual([{ outcome: "reached" }]);
  expect(await site.query("select text from contact_entry where kind = 'note' and text like 'Sprak een uur%'")).toEqual(
    [{ text: note }],
  );
});
