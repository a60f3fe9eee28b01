import { expect, type Page, test } from "@playwright/test";
import { testMorning } from "../support/example-template.ts";
import { startSite } from "../support/site.ts";
import { isForEverybody, linksSayWhereTheyGo } from "./for-everybody.ts";
import { askToBeCalledBack, fillCallbackForm, openCallbackForm, openQuestion, tellInOwnWords } from "./steps.ts";

/* Every page for residents in its real states: what for-everybody.ts asks of it holds. */

const site = startSite();
// No test needs what another did: both workers share them, each on a site of its own.
test.describe.configure({ mode: "parallel" });

test.use({ viewport: { width: 1280, height: 900 } });

const open: [string, string][] = [
  ["choosing a municipality", "/"],
  ["a place we do not know", "/?plaats=Parijs"],
  ["a postcode that cannot be", "/?plaats=0000"],
  ["a postcode elsewhere", "/?plaats=1012"],
  ["a postcode elsewhere in English", "/en?plaats=1012"],
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
  ["own words that are gone", "/utrecht/hulp/antwoord"],
  ["a word that nothing is found for", "/utrecht/hulp?zoek=qwertyuiop"],
  [
    "filters that leave nothing",
    "/utrecht/hulp?thema=boete&alleen=gratis&alleen=onafhankelijk&alleen=inloop&alleen=open",
  ],
  ["help in a language, not too far", "/utrecht/hulp?thema=schulden&hulptaal=ar&postcode=3563&afstand=5"],
  ["one filter that leaves something", "/utrecht/hulp?thema=schulden&alleen=gratis"],
  ["the next page with a filter", "/utrecht/hulp?pagina=2&alleen=inloop"],
  ["a poster of a life event", "/utrecht/onderwerp/schulden/poster"],
  ["a poster in a house style, in English", "/en/almere/onderwerp/wonen/poster"],
  ["a life event", "/utrecht/onderwerp/scheiding"],
  ["a life event in English", "/en/utrecht/onderwerp/wonen"],
  ["who may call", "/utrecht/bel-mij-terug"],
  ["who may call, after the answers were lost", "/utrecht/bel-mij-terug?verlopen=1"],
  ["the confirmation that is no longer there", "/utrecht/bel-mij-terug/gelukt"],
  ["following", "/utrecht/volg"],
  ["a lost code", "/utrecht/volg/code-kwijt"],
  ["a lost code in English", "/en/utrecht/volg/code-kwijt"],
  ["a link that does not work", "/utrecht/volg/mail/nergens"],
  ["privacy", "/utrecht/privacy"],
  ["accessibility", "/utrecht/toegankelijkheid"],
  ["complaint", "/utrecht/klacht"],
  ["a page that is not there", "/utrecht/niets"],
  ["a municipality that is not there", "/atlantis"],
  ["signing in", "/werk"],
  ["work without signing in", "/werk/utrecht/vandaag"],
  ["all components", "/onderdelen"],
];

test.describe("whoever comes by", () => {
  const made: { page?: Page } = {};
  test.beforeAll(async ({ browser }) => {
    // One page for all of these, which keeps nothing of the one before: opening another takes longer than looking.
    made.page = await browser.newPage();
  });
  test.afterAll(() => made.page?.close());

  for (const [state, path] of open)
    test(`${state} is for everybody`, async () => {
      const { page } = made;
      if (page === undefined) throw new Error("The page is only there inside a test.");
      await page.context().clearCookies();
      await page.goto(site.url + path);
      await isForEverybody(page, state);
      if (path !== "/onderdelen") await linksSayWhereTheyGo(page);
    });
});

test("an answer to own words is for everybody, in Dutch and English", async ({ page }) => {
  await tellInOwnWords(page, site.url, "Mijn vriend slaat mij en ik kan de huur niet betalen.");
  await isForEverybody(page, "an answer to own words");
  await linksSayWhereTheyGo(page);
  await page.getByRole("link", { name: "English" }).click();
  await page.getByText("Change what you wrote").click();
  await isForEverybody(page, "an answer to own words in English, unfolded");
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

test("getting a new code by mail is for everybody at each step, also when it goes wrong", async ({ page }) => {
  const mail = "voor-iedereen@example.org";
  const ask = async (digits: string) => {
    await page.goto(`${site.url}/utrecht/volg/code-kwijt`);
    await page.getByLabel("Uw mailadres").fill(mail);
    await page.getByLabel("Laatste vier cijfers").fill(digits);
    await page.getByRole("button", { name: "Mail mij een link" }).click();
  };
  for (const name of ["Een", "Twee"]) await askToBeCalledBack(page, site.url, { phone: "06-00004012", mail, name });
  await ask("");
  await isForEverybody(page, "a lost code with a mistake");
  await ask("4012");
  await isForEverybody(page, "a link was asked for");
  await expect
    .poll(async () => {
      await page.goto(`${site.url}/voorbeeld/post`);
      return page.getByText("De link die u vroeg").count();
    })
    .toBe(1);
  const link = /\S+\/volg\/mail\/\w+/.exec(await page.locator("main").innerText())?.[0] ?? "";
  await page.goto(link);
  await isForEverybody(page, "a link to two questions");
  await page.getByRole("button", { name: "Geef mij een nieuwe code" }).click();
  await isForEverybody(page, "a link to two questions, none chosen");
  await page.getByLabel("De vraag van").first().check();
  await page.getByRole("button", { name: "Geef mij een nieuwe code" }).click();
  await isForEverybody(page, "a new code by mail");
});
