import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { testMorning } from "../support/example-template.ts";
import { startSite } from "../support/site.ts";
import { askToBeCalledBack, fillCallbackForm, openCallbackForm, openQuestion, rowOf, signIn } from "./steps.ts";

/*
 * Every page in its real states: axe finds nothing (WCAG 2.2 AA), and nothing is cut at 320 px, which is also what
 * 1280 px at 400 % zoom comes to.
 */

const site = startSite();
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

async function isForEverybody(page: Page, state: string): Promise<void> {
  const found = await new AxeBuilder({ page }).withTags(tags).analyze();
  expect(
    found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
    state,
  ).toEqual([]);
  const wide = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  const cut = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(cut, `${state}: wider than 320 px`).toBeLessThanOrEqual(0);
  if (wide !== null) await page.setViewportSize(wide);
  await expect(page.locator("main"), state).toHaveCount(1);
  await expect(page.locator("h1"), state).toHaveCount(1);
}

test.use({ viewport: { width: 1280, height: 900 } });

const open: [string, string][] = [
  ["choosing a municipality", "/"],
  ["a place we do not know", "/?plaats=Parijs"],
  ["a postcode that cannot be", "/?plaats=0000"],
  ["about", "/over"],
  ["start", "/utrecht"],
  ["start with a house style", "/almere"],
  ["start in a municipality with one desk", "/wijk-bij-duurstede"],
  ["start in English", "/en/utrecht"],
  ["start from right to left", "/rtl/utrecht"],
  ["all help", "/utrecht/hulp"],
  ["help with a life event", "/utrecht/hulp?thema=schulden"],
  ["help with a letter", "/utrecht/hulp?thema=brief-van-de-gemeente"],
  ["help with something sensitive", "/utrecht/hulp?thema=slachtoffer-of-verdachte"],
  ["a word that nothing is found for", "/utrecht/hulp?zoek=qwertyuiop"],
  [
    "filters that leave nothing",
    "/utrecht/hulp?thema=boete&alleen=gratis&alleen=onafhankelijk&alleen=inloop&alleen=open",
  ],
  ["a life event", "/utrecht/onderwerp/scheiding"],
  ["a life event in English", "/en/utrecht/onderwerp/wonen"],
  ["who may call", "/utrecht/bel-mij-terug"],
  ["who may call, after the answers were lost", "/utrecht/bel-mij-terug?verlopen=1"],
  ["the confirmation that is no longer there", "/utrecht/bel-mij-terug/gelukt"],
  ["following", "/utrecht/volg"],
  ["privacy", "/utrecht/privacy"],
  ["accessibility", "/utrecht/toegankelijkheid"],
  ["complaint", "/utrecht/klacht"],
  ["a page that is not there", "/utrecht/niets"],
  ["a municipality that is not there", "/atlantis"],
  ["signing in", "/werk"],
  ["work without signing in", "/werk/utrecht/vandaag"],
  ["all components", "/onderdelen"],
];

for (const [state, path] of open)
  test(`${state} is for everybody`, async ({ page }) => {
    await page.goto(site.url + path);
    await isForEverybody(page, state);
  });

for (const scheme of ["dark", "light"] as const)
  for (const contrast of ["more", "no-preference"] as const)
    test(`start, an answer and the form can be read in ${scheme} with contrast ${contrast}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme, contrast });
      for (const path of ["/utrecht", "/almere", "/utrecht/hulp?thema=brief-van-de-gemeente", "/onderdelen"]) {
        await page.goto(site.url + path);
        await isForEverybody(page, `${path} ${scheme} ${contrast}`);
      }
    });

test("asking to be called is for everybody at each step, also when it goes wrong", async ({ page }) => {
  await openCallbackForm(page, site.url);
  await isForEverybody(page, "the form");
  await page.getByRole("button", { name: "Kijk uw antwoorden na" }).click();
  await isForEverybody(page, "the form with mistakes");
  await expect(page.locator("#error-summary")).toBeFocused();
  await fillCallbackForm(page, { phone: "06-00004001", name: "فاطمة الزهراء", word: "w".repeat(900) });
  await page.getByRole("button", { name: "Kijk uw antwoorden na" }).click();
  await isForEverybody(page, "looking it over, with a very long word");
  await page.getByRole("button", { name: "Stuur mijn vraag" }).click();
  await isForEverybody(page, "the confirmation");
});

test("following a question is for everybody: waiting, late, with mistakes, stopped", async ({ page }) => {
  const code = await askToBeCalledBack(page, site.url, { phone: "06-00004002", name: "Volgt", word: "Een woord" });
  await openQuestion(page, site.url, "2222-2222", "0000");
  await isForEverybody(page, "a code that does not fit");
  await openQuestion(page, site.url, code, "4002");
  await isForEverybody(page, "waiting");
  await site.moveClock(testMorning.add({ hours: 49 }));
  await openQuestion(page, site.url, code, "4002");
  await isForEverybody(page, "late");
  await page.getByText("Iets toevoegen").first().click();
  await page.getByRole("button", { name: "Stuur erbij" }).click();
  await isForEverybody(page, "an empty word");
  await page.getByText("Ik heb geen hulp meer nodig").click();
  await page.getByRole("button", { name: "Ja, stop met mijn vraag" }).click();
  await isForEverybody(page, "stopped");
  await site.moveClock(testMorning);
});

test("the workspace is for everybody: full, late, a case, its mistakes, closed, empty, away", async ({ page }) => {
  await askToBeCalledBack(page, site.url, { phone: "06-00004003", name: "Aan het werk", harm: true, word: "Help" });
  await signIn(page, site.url, "Samira El Yousfi");
  await isForEverybody(page, "Vandaag");
  await site.moveClock(testMorning.add({ hours: 49 }));
  await signIn(page, site.url, "Samira El Yousfi");
  await isForEverybody(page, "Vandaag, late");
  await rowOf(page, "Aan het werk").getByRole("button", { name: "Neem over" }).click();
  await isForEverybody(page, "a case");
  await page.getByRole("button", { name: "Bewaar", exact: true }).first().click();
  await isForEverybody(page, "a case with a mistake");
  await page.getByText("Rond af", { exact: true }).click();
  await page.getByLabel("Geen passende hulp gevonden").check();
  await page.getByRole("button", { name: "Sluit de vraag af" }).click();
  await isForEverybody(page, "a closed case");
  for (const path of [
    "hulpvragen",
    "hulpvragen?stand=afgesloten",
    "hulpvragen?stand=afgesloten&pagina=400",
    "hulpvragen?onderwerp=discriminatie-en-klacht&van=mij&volgorde=naam",
    "hulpvragen/zoek",
    "hulpvragen/nieuw",
    "hulpvragen/nieuw/gelukt",
    "afwezig",
    "hulpvragen/weg",
  ]) {
    await page.goto(`${site.url}/werk/utrecht/${path}`);
    await isForEverybody(page, path);
  }
  await page.goto(`${site.url}/voorbeeld/post`);
  await isForEverybody(page, "outgoing mail");
  await site.moveClock(testMorning);
});

test("looking for somebody, and what happens when the session ends, are for everybody", async ({ page }) => {
  await signIn(page, site.url, "Samira El Yousfi");
  for (const [typed, state] of [
    ["an", "somebody found"],
    ["qwertyuiop", "nobody found"],
    ["q", "too little to look for"],
  ] as const) {
    await page.getByLabel("Zoek op naam of nummer").fill(typed);
    await page.getByRole("button", { name: "Zoek", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Zoeken");
    await isForEverybody(page, state);
  }
  await page.getByRole("button", { name: "Toetsen" }).click();
  await isForEverybody(page, "the keys explained");
  await page.keyboard.press("Escape");
  await page.goto(`${site.url}/werk/utrecht/hulpvragen/nieuw`);
  await page.getByRole("button", { name: "Bewaar en geef de code" }).click();
  await expect(page.locator("#error-summary")).toContainText("Vul het telefoonnummer van de inwoner in.");
  await isForEverybody(page, "the form of the desk with mistakes");
  await page.getByLabel("Wat zegt de inwoner?").fill("w".repeat(900));
  await page.getByLabel("Naam van de inwoner").fill("فاطمة الزهراء");
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Bewaar en geef de code" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("U bent uitgelogd");
  await isForEverybody(page, "a form that came after the session ended");
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

test("what is printed carries no menus or buttons, and still says whom to call", async ({ page }) => {
  await page.goto(`${site.url}/utrecht/hulp?thema=schulden`);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("link", { name: "English" })).toBeHidden();
  await expect(page.locator("main")).toContainText("06 00000101");
});
