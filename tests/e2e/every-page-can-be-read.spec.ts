import { expect, type Page, test } from "@playwright/test";
import { testMorning } from "../support/example-template.ts";
import { startSite } from "../support/site.ts";
import { canBeRead, isForEverybody } from "./for-everybody.ts";
import { askToBeCalledBack, openCallbackForm, openQuestion, rowOf, signIn } from "./steps.ts";

/* In large letters, in the dark, with more contrast, by keyboard alone, on paper. */

const site = startSite();

test.use({ viewport: { width: 1280, height: 900 } });

test("text of twice the size still fits a phone of 360 px, on public and work pages", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const fits = async (path: string) => {
    await page.goto(site.url + path);
    // What a browser does when somebody asks for text at 200 %: our own rem on top of a root twice as large.
    const wider = await page.evaluate(() => {
      const { documentElement } = document;
      documentElement.style.fontSize = `${2 * Number.parseFloat(getComputedStyle(documentElement).fontSize)}px`;
      const width = documentElement.clientWidth;
      const cut = [...document.body.querySelectorAll("*")].filter(
        (part) => part.getBoundingClientRect().right > width + 0.5 && getComputedStyle(part).position !== "absolute",
      );
      return documentElement.scrollWidth > width ? cut.slice(0, 3).map((part) => part.outerHTML.slice(0, 200)) : [];
    });
    expect(wider, path).toEqual([]);
  };
  for (const path of [
    "/",
    "/utrecht",
    "/utrecht/hulp?thema=brief-van-de-gemeente",
    "/utrecht/hulp?thema=schulden&alleen=gratis",
    "/utrecht/hulp?thema=slachtoffer-of-verdachte",
    "/utrecht/onderwerp/scheiding",
    "/utrecht/bel-mij-terug",
    "/utrecht/volg",
    "/utrecht/klacht",
    "/utrecht/privacy",
    "/werk",
  ])
    await fits(path);
  await openCallbackForm(page, site.url);
  await fits(new URL(page.url()).pathname + new URL(page.url()).search);
  await askToBeCalledBack(page, site.url, { phone: "06-00004009", name: "Grote letters", harm: true });
  await fits("/utrecht/bel-mij-terug/gelukt");
  await signIn(page, site.url, "Samira El Yousfi");
  for (const path of ["vandaag", "hulpvragen", "hulpvragen/nieuw", "afwezig"]) await fits(`/werk/utrecht/${path}`);
  await page.goto(`${site.url}/werk/utrecht/vandaag`);
  await rowOf(page, "Grote letters").getByRole("link").first().click();
  await fits(new URL(page.url()).pathname);
});

test("on a phone the menu of the workspace is folded, says what is late, and opens with the keyboard", async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await signIn(page, site.url, "Samira El Yousfi");
  const menu = page.locator("summary").filter({ hasText: "Menu" });
  const cases = page.getByRole("link", { name: /^Hulpvragen/ });
  await expect(menu).toContainText(/\d+ te laat/);
  await expect(cases).toBeHidden();
  await menu.focus();
  await page.keyboard.press("Enter");
  await expect(cases).toBeVisible();
  await isForEverybody(page, "the unfolded menu");
  await page.setViewportSize({ width: 1280, height: 900 });
  await expect(menu).toBeHidden();
  await expect(cases).toBeVisible();
});

for (const scheme of ["dark", "light"] as const)
  for (const contrast of ["more", "no-preference"] as const)
    test(`start, an answer and the form can be read in ${scheme} with contrast ${contrast}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme, contrast });
      for (const path of ["/utrecht", "/almere", "/utrecht/hulp?thema=brief-van-de-gemeente", "/onderdelen"]) {
        await page.goto(site.url + path);
        await canBeRead(page, `${path} ${scheme} ${contrast}`);
      }
    });

test("the whole resident's way can be walked with the keyboard alone", async ({ page }) => {
  await page.goto(`${site.url}/utrecht`);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Ga naar de inhoud" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("Wat is er aan de hand?")).toBeFocused();
  await page.keyboard.type("ik kan mijn huur niet betalen");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Dit kunt u nu doen");
});

const fillDeskForm = async (page: Page, phone: string): Promise<void> => {
  await page.getByLabel("Telefoonnummer van de inwoner").fill(phone);
  await page.getByLabel("'s middags").check();
  await page.getByLabel("Nee, het kan een paar dagen wachten").check();
  await page.getByRole("button", { name: "Bewaar en geef de code" }).click();
};

test("what is printed carries no menus, buttons or forms, and still says whom to call and the code", async ({
  page,
}) => {
  await page.setViewportSize({ width: 718, height: 1000 });
  /** On paper: what must be read there, and nothing that only works on a screen. */
  const prints = async (...words: string[]) => {
    await page.emulateMedia({ media: "print" });
    for (const word of words) await expect(page.getByText(word).filter({ visible: true }).first()).toBeVisible();
    for (const part of ["nav", "form", "input", "textarea", "button", ".rechtspoor-quick-exit", ".utrecht-skip-link"])
      await expect(page.locator(part).filter({ visible: true }), part).toHaveCount(0);
    const cut = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(cut).toBeLessThanOrEqual(0);
    await page.emulateMedia({ media: "screen" });
  };
  await page.goto(`${site.url}/utrecht/hulp?thema=brief-van-de-gemeente&alleen=gratis`);
  // What is folded up on the screen is read on paper: the article of law, the rest of the help.
  await prints("06 00000101", "artikel 6:7 en 6:8");
  await page.getByRole("link", { name: "Adres en tijden" }).first().click();
  await prints("Adres", "Neem mee");
  await page.goto(`${site.url}/utrecht/klacht`);
  await prints("Mail naar", "Bel 06", "zes weken", "artikel 9:6 en 9:11");
  // The clock of the site goes on while a slow machine prints.
  await site.moveClock(testMorning);
  const code = await askToBeCalledBack(page, site.url, { phone: "06-00004010", name: "Op papier" });
  await prints(code, "Wij bellen vanaf", "vóór donderdag 26 november 10.00 uur");
  await openQuestion(page, site.url, code, "4010");
  await prints("Uw vraag ligt klaar", "Wij bellen vanaf");
  await signIn(page, site.url, "Samira El Yousfi");
  await rowOf(page, "Op papier").getByRole("link").first().click();
  await prints("Op papier", "06 00004010", "Wat er gebeurde");
  await page.goto(`${site.url}/werk/utrecht/hulpvragen/nieuw`);
  await site.moveClock(testMorning);
  await fillDeskForm(page, "06-00004011");
  const card = (await page.locator(".rechtspoor-code").innerText()).trim();
  await prints(card, "Wij bellen u vóór donderdag 26 november 10.00 uur.", "/utrecht/volg");
  await page.emulateMedia({ media: "print" });
  // What stands there for the helper is not given along, and all of the card is on one sheet.
  await expect(page.locator("h1, .rechtspoor-banner, .rechtspoor-print").filter({ visible: true })).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(1000);
});
