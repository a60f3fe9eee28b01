import { expect, test } from "@playwright/test";
import { startSite } from "../support/site.ts";
import { fillCallbackForm, openCallbackForm } from "./steps.ts";

const site = startSite();

const problems: [string, string, string][] = [
  ["letters in the number", "nul zes twaalf", "Dit is geen telefoonnummer dat wij kunnen bellen."],
  ["a number that is too short", "0612", "Dit is geen telefoonnummer dat wij kunnen bellen."],
  ["a paid number", "0906 1234", "nummer van een organisatie of een betaald nummer"],
  ["the municipality's own number", "14 030", "Dit is"],
  ["an emoji", "📞", "Dit is geen telefoonnummer dat wij kunnen bellen."],
];
for (const [what, typed, sentence] of problems)
  test(`${what} gets a sentence that says what to do, and stays in the field`, async ({ page }) => {
    await openCallbackForm(page, site.url);
    await fillCallbackForm(page, { phone: typed });
    await page.getByRole("button", { name: "Kijk uw antwoorden na" }).click();
    await expect(page.locator("#error-summary")).toContainText(sentence);
    await expect(page.getByLabel("Uw telefoonnummer")).toHaveValue(typed);
  });

test("a name of 50 kB is refused by name, and nothing is kept", async ({ page }) => {
  await openCallbackForm(page, site.url);
  await fillCallbackForm(page, { phone: "06-00005001", name: "n".repeat(50_000) });
  await page.getByRole("button", { name: "Kijk uw antwoorden na" }).click();
  await expect(page.locator("#error-summary")).toContainText("Uw naam is te lang.");
  expect(await site.query("select from resident where length(name) > 80")).toHaveLength(0);
});

test("a megabyte is refused with a page that says so", async ({ request }) => {
  const answer = await request.post(`${site.url}/utrecht/bel-mij-terug`, { form: { name: "n".repeat(1_000_000) } });
  expect(answer.status()).toBe(413);
  expect(await answer.text()).toContain("Dit is te groot");
});

const names = [
  "يوسف بن علي",
  "Zoë 👩‍👧",
  "O'Brien-D'Souza",
  "李小龍",
  "<script>alert(1)</script>",
  "Robert'); drop table resident;--",
];
for (const [at, name] of names.entries())
  test(`a name may be ${name}`, async ({ page }) => {
    await openCallbackForm(page, site.url);
    await fillCallbackForm(page, { phone: `06-0000510${at}`, name });
    await page.getByRole("button", { name: "Kijk uw antwoorden na" }).click();
    await expect(page.locator("main")).toContainText(name);
    await page.getByRole("button", { name: "Stuur mijn vraag" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Wij bellen u");
    expect(await site.query("select from resident where name = $1", [name])).toHaveLength(1);
  });

for (const [what, typed, sentence] of [
  ["0000", "0000", "Dit is geen Nederlandse postcode."],
  ["five digits of Germany", "48565", "Dit is geen Nederlandse postcode."],
  ["a Belgian postcode", "B-2000", "Dit is een Belgische postcode."],
  ["a name in Arabic letters", "أوترخت", "Deze plaats of postcode kennen wij hier niet."],
  ["nothing", "", "Vul uw gemeente, woonplaats of postcode in."],
] as const)
  test(`a place of ${what} gets a clear answer`, async ({ page }) => {
    await page.goto(`${site.url}/?plaats=${encodeURIComponent(typed)}`);
    await expect(page.locator("#error-summary")).toContainText(sentence);
  });

test("a form that is sent from another site is not taken", async ({ request }) => {
  const answer = await request.post(`${site.url}/utrecht/volg`, {
    form: { code: "x" },
    headers: { origin: "https://elders.example" },
  });
  expect(answer.status()).toBe(403);
  expect(await answer.text()).toContain("Dit formulier is niet aangekomen");
});

test("answers that waited too long are asked again, with a word why", async ({ page }) => {
  await openCallbackForm(page, site.url);
  await fillCallbackForm(page, { phone: "06-00005002" });
  await page.getByRole("button", { name: "Kijk uw antwoorden na" }).click();
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Stuur mijn vraag" }).click();
  await expect(page.locator("main")).toContainText("Uw antwoorden zijn weg.");
});

test("a desk that no longer calls back offers somebody else", async ({ page }) => {
  await openCallbackForm(page, site.url, "Voorbeeld Hulp dicht bij huis");
  await fillCallbackForm(page, { phone: "06-00005003" });
  await site.query(
    "update service_point set team_id = null where id = (select p.id from service_point p join team t on t.id = p.team_id where t.function = 'wijkteam' and t.municipality_id = 'GM0344' limit 1)",
  );
  await page.getByRole("button", { name: "Kijk uw antwoorden na" }).click();
  await expect(page.locator("main")).toContainText("Dit hulppunt belt niet meer terug.");
  await expect(page.getByRole("link", { name: "Bel mij terug" }).first()).toBeVisible();
});

test("every page says whom to call, also when something is wrong, in English too", async ({ page }) => {
  for (const path of ["/en/utrecht/nothing", "/en/utrecht/hulp?zoek=zzzzz"]) {
    await page.goto(site.url + path);
    await expect(page.locator("main")).toContainText("06 00000018");
  }
});
