import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { testMorning } from "../support/example-template.ts";
import { startSite } from "../support/site.ts";
import {
  askToBeCalledBack,
  breakGlass,
  fillCallbackForm,
  openCallbackForm,
  openQuestion,
  rowOf,
  signIn,
  tellInOwnWords,
} from "./steps.ts";

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

/** Who hears only a list of links can tell them apart: one name leads to one address. */
async function linksSayWhereTheyGo(page: Page): Promise<void> {
  const links = await page.locator("main a[href]").evaluateAll((all) =>
    all.map((link) => ({
      name: (link.textContent ?? "").replace(/\s+/g, " ").trim(),
      href: link.getAttribute("href"),
    })),
  );
  const ambiguous = links.filter(({ name, href }) => links.some((other) => other.name === name && other.href !== href));
  expect(ambiguous).toEqual([]);
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
  ["own words that are gone", "/utrecht/hulp/antwoord"],
  ["a word that nothing is found for", "/utrecht/hulp?zoek=qwertyuiop"],
  [
    "filters that leave nothing",
    "/utrecht/hulp?thema=boete&alleen=gratis&alleen=onafhankelijk&alleen=inloop&alleen=open",
  ],
  ["one filter that leaves something", "/utrecht/hulp?thema=schulden&alleen=gratis"],
  ["the next page with a filter", "/utrecht/hulp?pagina=2&alleen=inloop"],
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

for (const [state, path] of open)
  test(`${state} is for everybody`, async ({ page }) => {
    await page.goto(site.url + path);
    await isForEverybody(page, state);
    if (path !== "/onderdelen") await linksSayWhereTheyGo(page);
  });

test("an answer to own words is for everybody, in Dutch and English", async ({ page }) => {
  await tellInOwnWords(page, site.url, "Mijn vriend slaat mij en ik kan de huur niet betalen.");
  await isForEverybody(page, "an answer to own words");
  await linksSayWhereTheyGo(page);
  await page.getByRole("link", { name: "English" }).click();
  await page.getByText("Change what you wrote").click();
  await isForEverybody(page, "an answer to own words in English, unfolded");
});

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
  for (const outcome of ["Verkeerd nummer", "Bellen is niet veilig"]) {
    await page.getByLabel(outcome, { exact: true }).check();
    await page.getByRole("button", { name: "Bewaar", exact: true }).first().click();
    await page.getByText("Vul aan of verbeter").click();
    await isForEverybody(page, `a case after: ${outcome}`);
  }
  const address = page.url();
  await page.getByText("Code kwijt?", { exact: true }).click();
  await page.getByRole("button", { name: "Maak een nieuwe code" }).click();
  await isForEverybody(page, "a new code");
  await page.goto(address);
  await page.getByText("Rond af", { exact: true }).click();
  await page.getByLabel("Geen passende hulp gevonden").check();
  await page.getByRole("button", { name: "Sluit de vraag af" }).click();
  await isForEverybody(page, "a closed case");
  await page.getByText("Bewaar dit dossier langer").click();
  await page.getByRole("button", { name: "Houd dit dossier vast" }).click();
  await isForEverybody(page, "a case held without a reason");
  await page.getByLabel("Er loopt een klacht").check();
  await page.getByRole("button", { name: "Houd dit dossier vast" }).click();
  await isForEverybody(page, "a held case");
  for (const path of [
    "hulpvragen",
    "hulpvragen?stand=afgesloten",
    "hulpvragen?stand=afgesloten&pagina=400",
    "hulpvragen?onderwerp=discriminatie-en-klacht&van=mij&volgorde=naam",
    "hulpvragen/zoek",
    "hulpvragen/nieuw",
    "hulpvragen/nieuw/gelukt",
    "afwezig",
    "sessies",
    "hulpvragen/weg",
  ]) {
    await page.goto(`${site.url}/werk/utrecht/${path}`);
    await isForEverybody(page, path);
  }
  await page.goto(`${site.url}/voorbeeld/post`);
  await isForEverybody(page, "outgoing mail");
  await site.moveClock(testMorning);
});

test("signing in and out, and who looked at a question, are for everybody", async ({ page }) => {
  await page.goto(`${site.url}/werk`);
  await isForEverybody(page, "signing in");
  await page.getByRole("link", { name: "Log in met Voorbeeld" }).click();
  await isForEverybody(page, "picking somebody");
  await page.getByRole("button", { name: "Ga verder als deze persoon" }).click();
  await isForEverybody(page, "picking nobody");
  await page.goto(`${site.url}/werk/inloggen/terug`);
  await isForEverybody(page, "a sign-in that failed");
  const code = await askToBeCalledBack(page, site.url, { phone: "06-00004077" });
  await openQuestion(page, site.url, code, "4077");
  await page.getByRole("link", { name: "Wie keek er in mijn hulpvraag?" }).click();
  await isForEverybody(page, "who looked");
  await signIn(page, site.url, "Samira El Yousfi");
  await page.getByRole("button", { name: "Uitloggen" }).click();
  await isForEverybody(page, "signed out");
});

test("who looked where is for everybody: the trail, a mistake, nothing found, and what stood out", async ({ page }) => {
  const night = testMorning.add({ hours: 17 });
  const code = await askToBeCalledBack(page, site.url, { phone: "06-00004078", name: "In de nacht" });
  await site.moveClock(night);
  await signIn(page, site.url, "Jeroen van der Horst");
  await rowOf(page, "In de nacht").getByRole("link").first().click();
  await site.moveClock(night.add({ minutes: 5 }));
  await signIn(page, site.url, "Hatice Koç", "Start hier");
  await page.goto(`${site.url}/werk/utrecht/inzage`);
  await page.getByText("Kies wat u wilt zien").click();
  await page.getByText("Wanneer valt lezen op?").click();
  await page.getByText("Een inwoner vraagt wie er keek").click();
  await isForEverybody(page, "the trail, unfolded");
  await linksSayWhereTheyGo(page);
  await page.getByRole("button", { name: "Zoek het kenmerk" }).click();
  await isForEverybody(page, "a code that is missing");
  for (const query of ["van-day=31&van-month=2&van-year=2026", "wat=exported", "wat=opened&pagina=99"]) {
    await page.goto(`${site.url}/werk/utrecht/inzage?${query}`);
    await isForEverybody(page, query);
  }
  await page.goto(`${site.url}/werk/utrecht/inzage`);
  await page.getByRole("link", { name: "Gelezen in de nacht" }).first().click();
  await isForEverybody(page, "what stood out");
  await page.getByRole("button", { name: "Ik heb gekeken" }).click();
  await isForEverybody(page, "what stood out, without an outcome");
  const address = page.url();
  await page.getByLabel("Het was in orde").check();
  await page.getByRole("button", { name: "Ik heb gekeken" }).click();
  await page.goto(address);
  await isForEverybody(page, "what was looked at");
  await openQuestion(page, site.url, code, "4078");
  await site.moveClock(testMorning);
});

test("what somebody asks about their own data is for everybody: asking, mistakes, no copy, and at work", async ({
  page,
}) => {
  const code = await askToBeCalledBack(page, site.url, { phone: "06-00004078", name: "Vraagt een kopie" });
  await openQuestion(page, site.url, code, "4078");
  await page.getByRole("link", { name: "Laat iets verbeteren" }).click();
  await page.getByRole("button", { name: "Stuur mijn verzoek" }).click();
  await isForEverybody(page, "correcting without words");
  await page.getByLabel("Een kopie van mijn gegevens").check();
  await page.getByRole("button", { name: "Stuur mijn verzoek" }).click();
  await isForEverybody(page, "a copy was asked for");
  await page.getByRole("link", { name: "English" }).click();
  await isForEverybody(page, "a copy was asked for, in English");
  await page.goto(`${site.url}/utrecht/volg/mijn-gegevens`);
  await isForEverybody(page, "a copy that is not there");
  await signIn(page, site.url, "Samira El Yousfi");
  await page.goto(`${site.url}/werk/utrecht/verzoeken`);
  await isForEverybody(page, "the list of requests");
  await page.getByRole("link", { name: "Kopie van de gegevens: Vraagt een kopie" }).first().click();
  await page.getByRole("button", { name: "Geef dit antwoord" }).click();
  await isForEverybody(page, "an answer with mistakes");
  await page.getByText("Lukt het niet binnen een maand?").click();
  await page.getByRole("button", { name: "Verleng met twee maanden" }).click();
  await isForEverybody(page, "an extension without a reason");
});

test("administration, handing over and emergency access are for everybody, also when it goes wrong", async ({
  page,
}) => {
  const go = async (path: string) => {
    await page.goto(`${site.url}/werk/utrecht/${path}`);
    await isForEverybody(page, path);
  };
  await askToBeCalledBack(page, site.url, { phone: "06-00004088", name: "Achter glas" });
  await signIn(page, site.url, "Samira El Yousfi");
  await go("start");
  await go("overdracht");
  await signIn(page, site.url, "Noa Levi");
  await go("noodtoegang");
  await page.getByRole("button", { name: "Open de hulpvraag" }).click();
  await isForEverybody(page, "emergency access without an answer");
  await breakGlass(page, site.url, "06-00004088");
  await isForEverybody(page, "a case of another team");
  await signIn(page, site.url, "Samira El Yousfi");
  await rowOf(page, "Achter glas").getByRole("link").first().click();
  await isForEverybody(page, "a case whose glass was broken");
  await signIn(page, site.url, "Hatice Koç", "Start hier");
  await isForEverybody(page, "where an administrator begins");
  await go("collegas");
  await page.getByRole("link", { name: "Elif Yıldırım" }).click();
  await isForEverybody(page, "a colleague");
  await page.getByRole("button", { name: "Geef deze taak" }).click();
  await isForEverybody(page, "a colleague with a mistake");
  await go("collegas/nieuw");
  await page.getByRole("button", { name: "Voeg toe en nodig uit" }).click();
  await isForEverybody(page, "a new colleague with mistakes");
  await go("programmas");
  await page.getByRole("button", { name: "Voeg toe" }).click();
  await isForEverybody(page, "a new program with mistakes");
  await signIn(page, site.url, "Pim Bosch", "Start hier");
  await go("gemeente");
  await go("gemeente/organisaties/nieuw");
  await page.getByRole("button", { name: "Voeg toe" }).click();
  await isForEverybody(page, "a new organisation with mistakes");
  await go("gemeente");
  await page.getByRole("link", { name: /^Wijzig\W+Voorbeeld Rechtswinkel Utrecht/ }).click();
  await isForEverybody(page, "an organisation");
  await page.goto(`${site.url}/werk/uitnodiging/nergens`);
  await isForEverybody(page, "an invitation that does not work");
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
  const code = await askToBeCalledBack(page, site.url, { phone: "06-00004010", name: "Op papier" });
  await prints(code, "Wij bellen vanaf", "vóór donderdag 26 november 10.00 uur");
  await openQuestion(page, site.url, code, "4010");
  await prints("Uw vraag ligt klaar", "Wij bellen vanaf");
  await signIn(page, site.url, "Samira El Yousfi");
  await rowOf(page, "Op papier").getByRole("link").first().click();
  await prints("Op papier", "06 00004010", "Wat er gebeurde");
  await page.goto(`${site.url}/werk/utrecht/hulpvragen/nieuw`);
  await fillDeskForm(page, "06-00004011");
  const card = (await page.locator(".rechtspoor-code").innerText()).trim();
  await prints(card, "Wij bellen u vóór donderdag 26 november 10.00 uur.", "/utrecht/volg");
  await page.emulateMedia({ media: "print" });
  // What stands there for the helper is not given along, and all of the card is on one sheet.
  await expect(page.locator("h1, .rechtspoor-banner, .rechtspoor-print").filter({ visible: true })).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(1000);
});
