import { expect, type Page, test } from "@playwright/test";
import { testMorning } from "../support/example-template.ts";
import { startSite } from "../support/site.ts";
import { isForEverybody, linksSayWhereTheyGo } from "./for-everybody.ts";
import { askToBeCalledBack, breakGlass, openQuestion, rowOf, signIn } from "./steps.ts";

/* The same of every page at work. */

const site = startSite();
// No test needs what another did: both workers share them, each on a site of its own.
test.describe.configure({ mode: "parallel" });

test.use({ viewport: { width: 1280, height: 900 } });

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
  await page.getByText("Wat moet iemand bekijken?").click();
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
  await page.getByRole("button", { name: "Leg mijn oordeel vast" }).click();
  await isForEverybody(page, "what stood out, without an outcome");
  const address = page.url();
  await page.getByLabel("Het was terecht").check();
  await page.getByRole("button", { name: "Leg mijn oordeel vast" }).click();
  await page.goto(address);
  await isForEverybody(page, "what was looked at");
  await openQuestion(page, site.url, code, "4078");
  await site.moveClock(testMorning);
});

test("what somebody asks about their own data is for everybody: asking, mistakes, no copy, and at work", async ({
  page,
}) => {
  const code = await askToBeCalledBack(page, site.url, { phone: "06-00004079", name: "Vraagt een kopie" });
  await openQuestion(page, site.url, code, "4079");
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
  await signIn(page, site.url, "Hatice Koç", "Start hier");
  await page.getByRole("link", { name: "Verzoeken", exact: true }).click();
  await expect(
    page.getByRole("heading", { name: "Kopie van de gegevens: Voorbeeld Team Raadslieden Utrecht" }),
  ).toBeVisible();
  await expect(page.getByText("Vraagt een kopie")).toHaveCount(0);
  await isForEverybody(page, "what a privacy officer sees of requests");
  await signIn(page, site.url, "Samira El Yousfi");
  await page.goto(`${site.url}/werk/utrecht/verzoeken`);
  await page.getByRole("link", { name: "Kopie van de gegevens: Vraagt een kopie" }).first().click();
  await page.getByText("Kijk eerst alles na. Weigeren kan ook zonder").click();
  await page.getByRole("button", { name: "Geef dit antwoord" }).click();
  await isForEverybody(page, "an answer with mistakes");
  await page.getByText("Lukt het niet binnen een maand?").click();
  await page.getByRole("button", { name: "Verleng met twee maanden" }).click();
  await isForEverybody(page, "an extension without a reason");
});

const walk = (page: Page) => async (path: string) => {
  await page.goto(`${site.url}/werk/utrecht/${path}`);
  await isForEverybody(page, path);
};

test("beginning, handing over and emergency access are for everybody, also when it goes wrong", async ({ page }) => {
  const go = walk(page);
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
  await page.goto(`${site.url}/werk/utrecht/vandaag`);
  await rowOf(page, "Noodtoegang nakijken").getByRole("link").first().click();
  await isForEverybody(page, "an emergency that must be judged");
});

test("who manages colleagues and programs, and who keeps the places, has pages for everybody, also when it goes wrong", async ({
  page,
}) => {
  const go = walk(page);
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
  await isForEverybody(page, "an organisation of which nobody manages the colleagues");
  await page.getByRole("button", { name: "Nodig uit" }).click();
  await isForEverybody(page, "a first administrator with mistakes");
  await page.getByRole("link", { name: "Wijzig Voorbeeld Spreekuurteam Utrecht" }).click();
  await isForEverybody(page, "a team");
  await page.getByLabel("Naam van het team").fill("");
  await page.getByRole("button", { name: "Bewaar" }).click();
  await isForEverybody(page, "a team with a mistake");
  await go("gemeente");
  await page.getByRole("link", { name: /^Wijzig\W+Voorbeeld Sociaal Raadslieden Utrecht/ }).click();
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
