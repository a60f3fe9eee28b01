import { type Browser, expect, type Page, test } from "@playwright/test";
import { startSite } from "../support/site.ts";
import { askToBeCalledBack, openQuestion, rowOf, signIn } from "./steps.ts";

const site = startSite();

/** A question of somebody with this name, asked by themselves and opened by a helper who took it. */
async function taken(browser: Browser, page: Page, asked: { phone: string; name: string }) {
  const resident = await (await browser.newContext()).newPage();
  const code = await askToBeCalledBack(resident, site.url, asked);
  await signIn(page, site.url, "Elif Yıldırım");
  await rowOf(page, asked.name).getByRole("button", { name: "Neem over" }).click();
  await expect(page.locator("main")).toContainText("Deze vraag is nu van u.");
  return { resident, code };
}

const log = async (page: Page, outcome: string) => {
  await page.getByLabel(outcome, { exact: true }).check();
  await page.getByRole("button", { name: "Bewaar", exact: true }).first().click();
};

test("what was not asked at first is filled in later, and changes what a caller is warned of", async ({
  page,
  browser,
}) => {
  await taken(browser, page, { phone: "06-00004001", name: "Later meer" });
  await expect(page.locator("main")).toContainText("Spreek niets in. Dit is nog niet gevraagd of beantwoord.");
  await page.getByText("Vul aan of verbeter").click();
  await page.getByRole("radiogroup", { name: "Mogen wij iets inspreken" }).getByLabel("Ja").check();
  await page.getByLabel("Taal van de inwoner").fill("Tarifit");
  await page.getByRole("button", { name: "Bewaar de gegevens" }).click();
  await expect(page.locator("main")).toContainText("Bewaard.");
  await expect(page.locator("main")).not.toContainText("Spreek niets in.");
  await expect(page.locator(".rechtspoor-timeline")).toContainText("Gegevens aangevuld");
  await expect(page.locator(".rechtspoor-timeline")).toContainText("taal");
});

test("a form that is refused leaves what another form on the page knows", async ({ page, browser }) => {
  await taken(browser, page, { phone: "06-00004002", name: "Nog steeds bekend" });
  await page.getByRole("button", { name: "Bewaar", exact: true }).first().click();
  await expect(page.locator("#error-summary")).toContainText("Kies hoe het gesprek ging.");
  await page.getByText("Vul aan of verbeter").click();
  await expect(page.getByLabel("Naam van de inwoner")).toHaveValue("Nog steeds bekend");
  await expect(page.getByLabel("'s ochtends")).toBeChecked();
});

test("after a wrong number the box for another one stands open, until there is one", async ({ page, browser }) => {
  await taken(browser, page, { phone: "06-00004003", name: "Verkeerd verbonden" });
  await log(page, "Verkeerd nummer");
  await expect(page.locator("main")).toContainText("Dit nummer is verkeerd.");
  await page.getByLabel("Ander nummer").fill("06-00004999");
  await page.getByRole("button", { name: "Bewaar het nummer" }).click();
  await expect(page.locator("main")).not.toContainText("Dit nummer is verkeerd.");
  await expect(page.locator("main")).toContainText("06 00004999");
});

test("the warning that calling is not safe is taken away with a reason, which the team can read", async ({
  page,
  browser,
}) => {
  await taken(browser, page, { phone: "06-00004004", name: "Weer veilig" });
  await log(page, "Bellen is niet veilig");
  await expect(page.locator("main")).toContainText("Bellen is niet veilig gebleken.");
  await page.getByText("Bellen is weer veilig", { exact: true }).click();
  await page.getByRole("button", { name: "Haal de waarschuwing weg" }).click();
  await expect(page.locator("#error-summary")).toContainText("Schrijf op hoe u weet dat bellen weer veilig is.");
  await page.getByLabel("Hoe weet u dat bellen weer veilig is?").fill("Zij belde zelf, vanaf haar werk.");
  await page.getByRole("button", { name: "Haal de waarschuwing weg" }).click();
  await expect(page.locator("main")).not.toContainText("Bellen is niet veilig gebleken.");
  await expect(page.locator(".rechtspoor-timeline")).toContainText("Zij belde zelf, vanaf haar werk.");
});

test("a message where none was wanted is said at once, and a call that reached nobody is no more than tried", async ({
  page,
  browser,
}) => {
  await taken(browser, page, { phone: "06-00004005", name: "Geen bericht" });
  await log(page, "Bericht achtergelaten");
  await expect(page.locator("main")).toContainText("U sprak iets in, en dat mocht niet van deze inwoner.");
  await expect(page.locator(".rechtspoor-timeline")).toContainText("Geprobeerd: terugbellen");
  await expect(page.locator("main")).toContainText("geprobeerd, niet gesproken");
  await page.reload();
  await expect(page.locator("main")).not.toContainText("U sprak iets in, en dat mocht niet");
});

test("who calls for a colleague hears that what follows is theirs now", async ({ page, browser }) => {
  const resident = await (await browser.newContext()).newPage();
  await askToBeCalledBack(resident, site.url, { phone: "06-00004006", name: "Van een ander" });
  await signIn(page, site.url, "Jeroen van der Horst");
  await rowOf(page, "Van een ander").getByRole("button", { name: "Neem over" }).click();
  const address = page.url();
  await signIn(page, site.url, "Elif Yıldırım");
  await page.goto(address);
  await log(page, "Geen antwoord");
  await expect(page.locator("main")).toContainText("Jeroen van der Horst had deze vraag opgepakt.");
  await expect(page.locator(".rechtspoor-timeline")).toContainText("op naam van Elif Yıldırım");
});

test("a lost code is replaced: the new one opens the question, the old one no longer", async ({ page, browser }) => {
  const { resident, code } = await taken(browser, page, { phone: "06-00004007", name: "Code kwijt" });
  await page.getByText("Code kwijt?", { exact: true }).click();
  await page.getByRole("button", { name: "Maak een nieuwe code" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nieuwe code");
  const renewed = (await page.locator(".rechtspoor-code").innerText()).trim();
  expect(renewed).not.toBe(code);
  await openQuestion(resident, site.url, code, "4007");
  await expect(resident.getByRole("heading", { level: 1 })).not.toHaveText("Uw vraag");
  await openQuestion(resident, site.url, renewed, "4007");
  await expect(resident.locator("main")).toContainText("Wij bellen u");
  await page.getByRole("link", { name: "Terug naar de hulpvraag" }).click();
  await expect(page.locator(".rechtspoor-timeline")).toContainText("Nieuwe code gegeven");
});

test("a note after closing is kept, and says that the question is closed", async ({ page, browser }) => {
  await taken(browser, page, { phone: "06-00004008", name: "Na afloop" });
  const colleague = await (await browser.newContext()).newPage();
  await signIn(colleague, site.url, "Jeroen van der Horst");
  await colleague.goto(page.url());
  await page.getByText("Rond af", { exact: true }).click();
  await page.getByLabel("Vraag beantwoord").check();
  await page.getByRole("button", { name: "Sluit de vraag af" }).click();
  await colleague.getByText("Schrijf een notitie").click();
  await colleague.getByRole("textbox", { name: "Notitie" }).last().fill("Hij belde nog.");
  await colleague.getByRole("button", { name: "Bewaar de notitie" }).click();
  await expect(colleague.locator("main")).toContainText("De vraag zelf is al afgesloten.");
  await expect(colleague.locator(".rechtspoor-timeline")).toContainText("Hij belde nog.");
});

test("what somebody typed is not said by who signed in after them on the same computer", async ({ page, browser }) => {
  await taken(browser, page, { phone: "06-00004009", name: "Gedeelde computer" });
  await page.getByText("Schrijf een notitie").click();
  await page.getByRole("textbox", { name: "Notitie" }).last().fill("Van Elif.");
  const other = await page.context().newPage();
  await signIn(other, site.url, "Jeroen van der Horst");
  await page.getByRole("button", { name: "Bewaar de notitie" }).click();
  await expect(page.locator("main")).toContainText(
    "U bent ingelogd als Jeroen van der Horst. Iemand anders typte dit.",
  );
  await expect(page.getByRole("textbox", { name: "Notitie" }).last()).toHaveValue("Van Elif.");
  expect(await site.query("select from contact_entry where text = 'Van Elif.'")).toHaveLength(0);
});

test("a question that the resident stopped says so on top, and has no number to press", async ({ page, browser }) => {
  const { resident, code } = await taken(browser, page, { phone: "06-00004010", name: "Zelf gestopt" });
  await openQuestion(resident, site.url, code, "4010");
  await resident.getByText("Ik heb geen hulp meer nodig").click();
  await resident.getByRole("button", { name: "Ja, stop met mijn vraag" }).click();
  await page.reload();
  await expect(page.locator("main")).toContainText("De inwoner heeft deze vraag gestopt");
  await expect(page.getByRole("link", { name: /^Bel/ })).toHaveCount(0);
});
