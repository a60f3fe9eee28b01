import { expect, test } from "@playwright/test";
import { startSite } from "../support/site.ts";
import { isForEverybody } from "./for-everybody.ts";
import { signIn } from "./steps.ts";

const site = startSite();

test("who makes policy sees which help is missing, how far it is, and takes it along for the council", async ({
  page,
}) => {
  await signIn(page, site.url, "Stefan Molenaar", "Start hier");
  await page.getByRole("link", { name: "Dekking" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Welke hulp is er in Utrecht?");
  await isForEverybody(page, "the coverage check");
  await page.getByLabel("Hoe ver mag het zijn?").selectOption("20 kilometer");
  await page.getByRole("button", { name: "Toon" }).click();
  await expect(page).toHaveURL(/binnen=20#bereik$/);
  await expect(page.getByText("is er zo'n plaats in de buurt.", { exact: false })).toBeVisible();

  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download als bestand (CSV)" }).click();
  const file = await waiting;
  expect(file.suggestedFilename()).toMatch(/^dekking-utrecht-\d{4}-\d\d-\d\d\.csv$/);

  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("link", { name: "Download als bestand (CSV)" })).toBeHidden();
  await expect(page.getByRole("heading", { name: "Wat ontbreekt" })).toBeVisible();
});
