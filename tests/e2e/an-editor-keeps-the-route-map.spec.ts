import { expect, type Page, test } from "@playwright/test";
import { startSite } from "../support/site.ts";
import { isForEverybody } from "./for-everybody.ts";
import { signIn } from "./steps.ts";

const site = startSite();

/** Opens the entry of this name, from the list. */
async function openEntry(page: Page, name: string): Promise<void> {
  await page.goto(`${site.url}/werk/utrecht/routekaart`);
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
}
const save = (page: Page) => page.getByRole("button", { name: "Bewaar", exact: true }).click();

test("an editor changes what residents read, looks at the English, and takes it back", async ({ page, browser }) => {
  await signIn(page, site.url, "Stefan Molenaar", "Start hier");
  await page.getByRole("link", { name: "Routekaart bijhouden" }).click();
  await openEntry(page, "Voorbeeld Gratis juridisch spreekuur");
  await page.getByLabel("Wat doet het, in één zin aan de inwoner").fill("");
  await page.getByLabel("Bedrag in euro's").fill("vijf");
  await save(page);
  await expect(page.locator("#error-summary")).toContainText("Schrijf in één zin wat het doet");
  await expect(page.locator("#error-summary")).toContainText("Dit is geen bedrag");

  await page.getByLabel("Wat doet het, in één zin aan de inwoner").fill("Wij lezen uw brief en leggen hem uit.");
  await page.getByLabel("Bedrag in euro's").fill("");
  await page.getByLabel("Alles wat een professional moet weten").fill("Verwijzen kan zonder afspraak.");
  await page.getByLabel("Waarom wijzigt u dit?").fill("Zo zeggen zij het zelf.");
  await save(page);
  await expect(page.getByText("Bewaard. Zo staat het nu op de routekaart.")).toBeVisible();
  await expect(page.getByText("De Engelse tekst is nu ouder dan de Nederlandse", { exact: false })).toBeVisible();

  const resident = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.getByRole("link", { name: "Bekijk wat inwoners zien" }).click();
  await resident.goto(page.url());
  await expect(resident.getByText("Wij lezen uw brief en leggen hem uit.")).toBeVisible();
  await resident.getByRole("link", { name: "Voor professionals: alle gegevens" }).click();
  await expect(resident.getByText("Verwijzen kan zonder afspraak.")).toBeVisible();

  await openEntry(page, "Voorbeeld Gratis juridisch spreekuur");
  await page.getByRole("link", { name: "Engelse tekst" }).click();
  await page.getByLabel("Wat doet het, in één zin aan de inwoner (Engels)").fill("We read and explain your letter.");
  await save(page);
  await expect(page.getByText("Bewaard. Zo staat het nu op de routekaart.")).toBeVisible();

  await page.getByRole("link", { name: "Geschiedenis" }).click();
  await expect(page.getByText("Zo zeggen zij het zelf.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 3 }).first()).toContainText("door Stefan Molenaar");
  // The first change: its sentence was translated since, but what a professional must know comes off.
  await page.getByRole("button", { name: "Draai dit terug" }).last().click();
  await expect(page.getByText("Teruggedraaid.", { exact: true })).toBeVisible();
  await resident.reload();
  await expect(resident.getByText("Verwijzen kan zonder afspraak.")).toHaveCount(0);
  await resident.goBack();
  await expect(resident.getByText("Wij lezen uw brief en leggen hem uit.")).toBeVisible();
});

test("an editor looks how a text reads before it is published, and decides", async ({ page }) => {
  await signIn(page, site.url, "Stefan Molenaar", "Start hier");
  await openEntry(page, "Voorbeeld Gratis juridisch spreekuur");
  await expect(page.getByText("Ja. De zinnen zijn kort", { exact: false })).toBeVisible();
  const sentence = page.getByLabel("Wat doet het, in één zin aan de inwoner");
  const before = await sentence.inputValue();
  await sentence.fill("Indien u een brief hebt, lezen wij die.");
  await page.getByLabel("Waarom wijzigt u dit?").fill("Even kijken.");
  await page.getByRole("button", { name: "Kijk hoe dit leest" }).click();
  await expect(page.getByText('"Indien": zeg liever als.')).toBeVisible();
  await isForEverybody(page, "an entry that could be easier to read");
  await expect(sentence).toHaveValue("Indien u een brief hebt, lezen wij die.");
  await expect(page.getByLabel("Waarom wijzigt u dit?")).toHaveValue("Even kijken.");
  await openEntry(page, "Voorbeeld Gratis juridisch spreekuur");
  await expect(sentence).toHaveValue(before);
});

test("every page of the route map's editor is for everybody", async ({ page }) => {
  test.slow();
  await signIn(page, site.url, "Stefan Molenaar", "Start hier");
  await page.goto(`${site.url}/werk/utrecht/routekaart`);
  await isForEverybody(page, "the route map, for its editor");
  await page.getByLabel("Een deel van de naam, of van de organisatie").fill("niets heet zo");
  await page.getByRole("button", { name: "Toon" }).click();
  await expect(page.getByText("Niets past bij wat u koos.")).toBeVisible();
  await page.getByLabel("Een deel van de naam, of van de organisatie").fill("raadslieden");
  await page.getByRole("button", { name: "Toon" }).click();
  await isForEverybody(page, "the route map, narrowed by a name");
  await openEntry(page, "Voorbeeld Hulp bij brieven, geld en regels");
  await isForEverybody(page, "an entry, to change");
  const entry = page.url();
  await page.getByLabel("Bedrag in euro's").fill("vijf");
  await save(page);
  await isForEverybody(page, "an entry, with what is wrong");
  await page.goto(`${entry}/engels`);
  await isForEverybody(page, "the English of an entry");
  await page.getByLabel("Wat doet het, in één zin aan de inwoner (Engels)").fill("We explain letters.");
  await save(page);
  await page.goto(`${entry}/geschiedenis`);
  await isForEverybody(page, "what was changed of an entry");
  await page.goto(`${site.url}/utrecht/hulp/${entry.split("/").at(-1)}/professional`);
  await isForEverybody(page, "everything that a professional must know");
});

test("an editor adds a place with hours as people write them; what is not understood is named", async ({ page }) => {
  await signIn(page, site.url, "Stefan Molenaar", "Start hier");
  await openEntry(page, "Voorbeeld Gratis juridisch spreekuur");
  await page.getByRole("link", { name: "Voeg een plaats of nummer toe" }).click();
  await isForEverybody(page, "a new place");
  await page.getByLabel("Een plaats om naartoe te gaan").check();
  await page.getByLabel("Naam van de plaats").fill("Voorbeeld Bibliotheek");
  await page.getByLabel("Straat en huisnummer").fill("Voorbeeldplein 3");
  await page.getByLabel("Postcode", { exact: false }).first().fill("3512 AB");
  await page.getByLabel("Binnenlopen zonder afspraak").fill("dinsdg 9-12\n1e en 3e wo van de maand 19-21");
  await save(page);
  await expect(page.locator("#error-summary")).toContainText('"dinsdg 9-12" (hier staat een dag die wij niet kennen)');
  await isForEverybody(page, "a place, with hours that are not understood");
  await page
    .getByLabel("Binnenlopen zonder afspraak")
    .fill("di 9-12\n1e en 3e wo van de maand 19-21\n24-12-2026 t/m 3-1-2027 gesloten: kerst");
  await save(page);
  await expect(page.getByText("Bewaard. Zo staat het nu op de routekaart.")).toBeVisible();
  await page.getByRole("link", { name: "Bekijk wat inwoners zien" }).click();
  const place = page.locator("article", { hasText: "Voorbeeld Bibliotheek" });
  await expect(place).toContainText("elke eerste en derde van de maand 19.00 tot 21.00");
  await expect(place).toContainText("24 december 2026 tot en met 3 januari 2027: gesloten (kerst)");
  await isForEverybody(page, "a service at two places");
});

test("two editors at once: the second sees the first's change, with what they typed themselves", async ({
  browser,
}) => {
  const [first, second] = await Promise.all([1, 2].map(async () => (await browser.newContext()).newPage()));
  if (first === undefined || second === undefined) return;
  for (const page of [first, second]) {
    await signIn(page, site.url, "Stefan Molenaar", "Start hier");
    await openEntry(page, "Voorbeeld Hulp dicht bij huis");
  }
  await first.getByLabel("Wat mag iemand verwachten?").fill("Iemand denkt met u mee.");
  await save(first);
  await second.getByLabel("Voor wie is het?").fill("Iedereen in de wijk");
  await save(second);
  await expect(second.getByRole("heading", { name: "Iemand anders wijzigde dit terwijl u bezig was" })).toBeVisible();
  await expect(second.getByRole("table").first()).toContainText("Iemand denkt met u mee.");
  await expect(second.getByLabel("Voor wie is het?")).toHaveValue("Iedereen in de wijk");
  await expect(second.getByLabel("Wat mag iemand verwachten?")).toHaveValue("Iemand denkt met u mee.");
  await isForEverybody(second, "an entry that somebody else changed meanwhile");
  await save(second);
  await expect(second.getByText("Bewaard. Zo staat het nu op de routekaart.")).toBeVisible();
  await expect(second.getByLabel("Wat mag iemand verwachten?")).toHaveValue("Iemand denkt met u mee.");
});

test("what is over leaves the route map and can come back", async ({ page }) => {
  await signIn(page, site.url, "Stefan Molenaar", "Start hier");
  await page.goto(`${site.url}/werk/utrecht/routekaart/nieuw`);
  await isForEverybody(page, "something new");
  await save(page);
  await expect(page.locator("#error-summary")).toContainText("Kies van welke organisatie dit is");
  await page.getByLabel("Van welke organisatie is het?").selectOption("Voorbeeld Wijkteam Utrecht");
  await page.getByLabel("Naam", { exact: true }).fill("Voorbeeld Cursus brieven lezen");
  await page.getByLabel("Een cursus").check();
  await page.getByLabel("Wat doet het, in één zin aan de inwoner").fill("U leert brieven lezen.");
  await page.getByLabel("Wonen en huur").check();
  await page.getByLabel("Uitleg en advies").check();
  await page
    .getByRole("radiogroup", { name: "Wat kost het de inwoner?" })
    .getByLabel("Gratis", { exact: true })
    .check();
  await save(page);
  await expect(page.getByText("Toegevoegd. Vul nu een plaats of nummer in.")).toBeVisible();
  const address = await page.getByRole("link", { name: "Bekijk wat inwoners zien" }).getAttribute("href");
  await page.getByRole("button", { name: "Haal dit van de routekaart" }).click();
  await expect(page.getByText("Weggehaald.", { exact: false }).first()).toBeVisible();
  await isForEverybody(page, "an entry that was withdrawn");
  expect((await page.request.get(`${site.url}${address}`)).status()).toBe(404);
  await page.getByRole("button", { name: "Zet dit terug op de routekaart" }).click();
  expect((await page.request.get(`${site.url}${address}`)).status()).toBe(200);
});

test("where residents choose it says who helps nobody new, who is closed this week, and which English is older", async ({
  browser,
}) => {
  const of =
    "where id in (select id from service where name ->> 'nl' like 'Voorbeeld Gratis juridisch%' and municipality_id = 'GM0344')";
  const resident = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  const card = resident.locator("article", { hasText: "Voorbeeld Gratis juridisch spreekuur" });
  await site.query(
    `update service_point set hours = jsonb_set(hours, '{exceptions,walkIn}', '[{"from":"2026-11-25","until":"2026-11-27","ranges":[],"reason":""}]')
     ${of.replace("where id", "where service_id")}`,
  );
  await site.query(`update service set sentence = sentence || '{"states":{"en":"outdated"}}' ${of}`);
  await resident.goto(`${site.url}/utrecht/hulp?thema=wonen`);
  await expect(card).toContainText("Geen inloop: 25 november 2026 tot en met 27 november 2026.");
  await resident.goto(`${site.url}/en/utrecht/hulp?thema=wonen`);
  await expect(card).toContainText("This text is older than the Dutch one");

  await site.query(`update service set details = details || '{"stop":{"since":"2026-11-01","until":null}}' ${of}`);
  await resident.goto(`${site.url}/utrecht/hulp?thema=wonen`);
  await expect(card).toContainText("Hier kan nu niemand bij.");
  await expect(card.getByRole("link", { name: "Bel mij terug" })).toHaveCount(0);
  await card.getByRole("link", { name: "Voorbeeld Gratis juridisch spreekuur" }).first().click();
  await expect(resident.getByText("Zij helpen nu geen nieuwe mensen", { exact: false })).toBeVisible();
  await expect(resident.getByRole("link", { name: "Bel mij terug" })).toHaveCount(0);
});
