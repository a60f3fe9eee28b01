import { expect, test } from "@playwright/test";
import { testMorning } from "../support/example-template.ts";
import { startSite } from "../support/site.ts";
import { askToBeCalledBack, rowOf, signIn } from "./steps.ts";

const site = startSite();

test("whoever leaves is out at once, and the lead gives away what they had taken, on one screen", async ({
  browser,
}) => {
  const [resident, elif, admin, lead] = await Promise.all(
    [1, 2, 3, 4].map(async () => (await browser.newContext()).newPage()),
  );
  if (resident === undefined || elif === undefined || admin === undefined || lead === undefined) return;
  await askToBeCalledBack(resident, site.url, { phone: "06-00004101", name: "Blijft Liggen" });
  await signIn(elif, site.url, "Elif Yıldırım");
  await rowOf(elif, "Blijft Liggen").getByRole("button", { name: "Neem over" }).click();
  await expect(elif.getByText("Deze vraag is nu van u.")).toBeVisible();

  await signIn(admin, site.url, "Hatice Koç", "Start hier");
  await admin.getByRole("link", { name: "Collega's", exact: true }).click();
  await admin.getByRole("link", { name: "Elif Yıldırım" }).click();
  await admin.getByText("Elif Yıldırım gaat weg").click();
  await admin.getByRole("button", { name: "Ja, deze collega gaat weg" }).click();
  await expect(admin.getByText("Deze collega ging weg", { exact: false })).toBeVisible();

  await elif.reload();
  await expect(elif.getByRole("heading", { level: 1 })).toHaveText("Log eerst in");

  await site.moveClock(testMorning.add({ minutes: 1 }));
  await signIn(lead, site.url, "Samira El Yousfi");
  // With the one she had before: counted in the menu as soon as the queue came to it.
  await expect(async () => {
    await lead.reload();
    await expect(lead.getByRole("link", { name: "Overdracht" })).toContainText("2", { timeout: 500 });
  }).toPass();
  await lead.getByRole("link", { name: "Overdracht" }).click();
  const left = lead.locator("article", { hasText: "Blijft Liggen" });
  await left.getByRole("button", { name: "Geef" }).click();
  await expect(lead.locator("#error-summary")).toContainText("Kies een collega.");
  await left.getByLabel("Aan wie?").selectOption("Jeroen van der Horst");
  await left.getByRole("button", { name: "Geef" }).click();
  await expect(lead.getByText("De collega ziet dit nu op Vandaag.")).toBeVisible();
  await expect(left).toHaveCount(0);
  await expect(lead.getByRole("link", { name: "Overdracht" })).toContainText("1");
  await signIn(lead, site.url, "Jeroen van der Horst");
  await expect(rowOf(lead, "Blijft Liggen")).toContainText("opgepakt door u");

  // Who left cannot come in, and is welcome again with a duty.
  await elif.context().clearCookies();
  await elif.goto(`${site.url}/werk`);
  await elif.getByRole("link", { name: "Log in met Voorbeeld" }).click();
  await expect(elif.getByLabel("Jeroen van der Horst")).toBeVisible();
  await expect(elif.getByLabel("Elif Yıldırım")).toHaveCount(0);
  await admin.getByLabel("Team", { exact: true }).selectOption("Voorbeeld Team Raadslieden Utrecht");
  await admin.getByLabel("Taak", { exact: true }).selectOption("hulpverlener");
  await admin.getByRole("button", { name: "Weer welkom" }).click();
  await expect(admin.getByText("Bewaard.")).toBeVisible();
  await signIn(elif, site.url, "Elif Yıldırım");
});
