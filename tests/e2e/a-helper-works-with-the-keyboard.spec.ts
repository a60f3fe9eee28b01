import { expect, type Page, test } from "@playwright/test";
import { startSite } from "../support/site.ts";
import { signIn } from "./steps.ts";

const site = startSite();

/** The page with its script running: the box by which keys are switched off can then be used. */
async function ready(page: Page, heading: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
  await expect(page.locator("#keys-use")).toBeEnabled();
}

test("keys lead to places, through lists and to the search box, and ? explains them", async ({ page }) => {
  await signIn(page, site.url, "Samira El Yousfi");
  await ready(page, "Vandaag");
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Toetsen" });
  await expect(keys).toBeVisible();
  await expect(keys).toContainText("Zoek iemand");
  await page.keyboard.press("Escape");
  await expect(keys).toBeHidden();

  await page.keyboard.press("g");
  await page.keyboard.press("h");
  await ready(page, "Hulpvragen");
  const rows = page.locator("tbody a");
  await page.keyboard.press("j");
  await expect(rows.nth(0)).toBeFocused();
  await page.keyboard.press("j");
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press("k");
  await expect(rows.nth(0)).toBeFocused();
  await page.keyboard.press("g");
  await page.keyboard.press("v");
  await ready(page, "Vandaag");
  await page.keyboard.press("n");
  await ready(page, "Nieuwe hulpvraag");

  const box = page.getByLabel("Zoek op naam of nummer");
  await page.keyboard.press("/");
  await expect(box).toBeFocused();
  // Whoever types, types.
  await page.keyboard.type("gvn/?j");
  await expect(box).toHaveValue("gvn/?j");
  await expect(keys).toBeHidden();
});

test("a question at the desk is typed in and its card is printed with a few keys", async ({ page }) => {
  await signIn(page, site.url, "Samira El Yousfi");
  await ready(page, "Vandaag");
  const pressed: string[] = [];
  const press = async (key: string) => {
    pressed.push(key);
    await page.keyboard.press(key);
  };
  /** Tab, until this is where the keyboard is. */
  const tabTo = async (label: string) => {
    const there = () =>
      page.evaluate(() => {
        const { activeElement: at } = document;
        return at instanceof HTMLInputElement || at instanceof HTMLSelectElement
          ? (at.labels?.[0]?.textContent ?? "")
          : (at?.textContent ?? "");
      });
    do await press("Tab");
    while (!(await there()).includes(label) && pressed.length < 100);
  };
  await press("n");
  await ready(page, "Nieuwe hulpvraag");
  await tabTo("Ga naar de inhoud");
  await press("Enter");
  await tabTo("Waar gaat het over?");
  await press("w");
  await tabTo("Telefoonnummer van de inwoner");
  await page.keyboard.type("0600005011");
  await tabTo("'s middags");
  await press("Space");
  await tabTo("Ja, het kan niet wachten");
  await press("Space");
  await press("Enter");
  await ready(page, "Bewaard");
  await page.evaluate(() => {
    window.print = () => {
      document.title = "printed";
    };
  });
  await tabTo("Ga naar de inhoud");
  await press("Enter");
  await tabTo("Druk de kaart af");
  await press("Enter");
  await expect(page).toHaveTitle("printed");
  expect(pressed.length).toBeLessThan(25);
});

test("keys can be switched off for good, and the explanation stays within reach", async ({ page }) => {
  await signIn(page, site.url, "Samira El Yousfi");
  const keys = page.getByRole("dialog", { name: "Toetsen" });
  await page.getByRole("button", { name: "Toetsen" }).click();
  await expect(keys).not.toContainText("Zonder JavaScript");
  await keys.getByLabel("Gebruik deze toetsen").uncheck();
  await keys.getByRole("button", { name: "Sluit" }).click();
  await expect(keys).toBeHidden();
  await page.reload();
  await ready(page, "Vandaag");
  for (const key of ["n", "/", "?", "j", "g", "h"]) await page.keyboard.press(key);
  await ready(page, "Vandaag");
  await expect(keys).toBeHidden();
  await expect(page.getByLabel("Zoek op naam of nummer")).not.toBeFocused();
  await page.getByRole("button", { name: "Toetsen" }).click();
  await keys.getByLabel("Gebruik deze toetsen").check();
  await page.keyboard.press("Escape");
  await page.keyboard.press("n");
  await ready(page, "Nieuwe hulpvraag");
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("the button still opens the explanation, which says that the keys do not work", async ({ page }) => {
    await signIn(page, site.url, "Samira El Yousfi");
    await page.getByRole("button", { name: "Toetsen" }).click();
    await expect(page.getByRole("dialog", { name: "Toetsen" })).toContainText(
      "Zonder JavaScript werken deze toetsen niet.",
    );
  });
});
