import { expect, type Page, test } from "@playwright/test";
import { testMorning } from "../support/example-template.ts";
import { startSite } from "../support/site.ts";
import { isForEverybody, linksSayWhereTheyGo } from "./for-everybody.ts";
import { signIn } from "./steps.ts";

const site = startSite();
const raadslieden = "Voorbeeld Hulp bij brieven, geld en regels";
const rechtswinkel = "Voorbeeld Gratis juridisch spreekuur";
const wijkteam = "Voorbeeld Hulp dicht bij huis";

const put = (page: Page, help: string) =>
  page.locator("article", { hasText: help }).getByRole("button", { name: "Zet op lijst" }).first().click();

/** With three kinds of help on it, found by what somebody typed. */
async function fillList(page: Page, name = "Samira El Yousfi"): Promise<void> {
  await signIn(page, site.url, name);
  await page.getByRole("link", { name: "Hulp vinden" }).click();
  for (const help of [raadslieden, rechtswinkel, wijkteam]) {
    await page.getByLabel("Waar zoekt u hulp voor?").fill(help);
    await page.getByRole("button", { name: "Zoek hulp" }).click();
    await put(page, help);
    await expect(page.locator("article", { hasText: help }).first()).toContainText("Staat op de lijst");
  }
  await page.getByRole("link", { name: "De lijst (3)" }).click();
}

/** Where the list stands, as the card for the resident says. */
const addressOn = async (page: Page): Promise<string> =>
  `http://${(await page.locator(".rechtspoor-slip .rechtspoor-code").innerText()).trim()}`;

test("a helper puts three kinds of help in order, and a resident opens and prints it, both without a script", async ({
  browser,
}) => {
  const context = () => browser.newContext({ javaScriptEnabled: false });
  const [helper, resident] = [await (await context()).newPage(), await (await context()).newPage()];
  await fillList(helper);
  const names = helper.locator("article h2");
  await expect(names).toHaveText([new RegExp(raadslieden), new RegExp(rechtswinkel), new RegExp(wijkteam)]);

  // What is typed stays when another goes up, and nothing personal is kept.
  const card = (help: string) => helper.locator("article", { hasText: help });
  await card(raadslieden).getByLabel("Of schrijf zelf een korte zin").fill("Bel Roos op 06-12345678");
  await card(wijkteam).getByRole("button", { name: "Omhoog" }).click();
  await expect(helper.locator("#error-summary")).toContainText("Hier staat een lang nummer");
  await card(raadslieden).getByLabel("Of schrijf zelf een korte zin").fill("Bel dinsdag <b>voor</b> 12 uur.");
  await card(rechtswinkel).getByLabel("Kies een zin").selectOption("Neem uw huurcontract mee.");
  await card(wijkteam).getByRole("button", { name: "Omhoog" }).click();
  await expect(names).toHaveText([new RegExp(wijkteam), new RegExp(raadslieden), new RegExp(rechtswinkel)]);
  await expect(card(raadslieden).getByLabel("Of schrijf zelf een korte zin")).toHaveValue(
    "Bel dinsdag <b>voor</b> 12 uur.",
  );
  await helper.getByRole("button", { name: "Zoek meer hulp" }).click();
  await helper.getByRole("link", { name: "De lijst (3)" }).click();
  await helper.getByRole("button", { name: "Maak de lijst" }).click();
  await expect(helper.getByRole("heading", { level: 1 })).toHaveText("De lijst is klaar");
  const address = await addressOn(helper);
  expect(address).toMatch(/\/utrecht\/lijst\/(\w{4}-){3}\w{4}$/);
  await expect(helper.getByRole("img", { name: "Code om te scannen" })).toBeVisible();
  await helper.emulateMedia({ media: "print" });
  await expect(helper.locator(".rechtspoor-slip")).toContainText("06 00000101");
  await expect(helper.getByRole("navigation").first()).toBeHidden();

  const answer = await resident.goto(
    address.toUpperCase().replace("HTTP", "http").replace("/UTRECHT/LIJST", "/utrecht/lijst"),
  );
  expect(answer?.status()).toBe(200);
  expect(await resident.locator('meta[name="robots"]').getAttribute("content")).toContain("noindex");
  expect(await resident.context().cookies()).toEqual([]);
  await expect(resident.locator("article h2")).toHaveText([
    new RegExp(`^1. ${wijkteam}`),
    new RegExp(`^2. ${raadslieden}`),
    new RegExp(`^3. ${rechtswinkel}`),
  ]);
  const main = resident.locator("main");
  await expect(main).toContainText("Gemaakt door Voorbeeld Team Raadslieden Utrecht op 24 november 2026");
  await expect(main).toContainText("Bel dinsdag <b>voor</b> 12 uur.");
  await expect(main).toContainText("Neem uw huurcontract mee.");
  await expect(main).not.toContainText("Samira");
  await expect(resident.getByRole("link", { name: "Bel mij terug" }).first()).toBeVisible();

  await resident.emulateMedia({ media: "print" });
  for (const word of ["06 00000101", "Voorbeeldplein", "maandag tot en met", address.replace("http://", "")])
    await expect(main.getByText(word).first()).toBeVisible();
  await expect(main.getByRole("img", { name: "Code om deze lijst" })).toBeVisible();
  await expect(resident.getByRole("link", { name: "Bel mij terug" }).first()).toBeHidden();

  // In another language the help is told in that one; the helper's own words stay as they are.
  await resident.goto(address.replace("/utrecht/", "/en/utrecht/"));
  await expect(main).toContainText("Take your rental contract with you.");
  await expect(resident.locator('[lang="nl"]', { hasText: "Bel dinsdag" }).first()).toBeVisible();
});

test("what was withdrawn since says so, an ended list says that it is over, and a made-up one is not there", async ({
  page,
  browser,
}) => {
  await fillList(page);
  await isForEverybody(page, "a list in the making");
  await page.getByLabel("Of schrijf zelf een korte zin").first().fill("roos@example.org");
  await page.getByRole("button", { name: "Maak de lijst" }).click();
  await isForEverybody(page, "a list that was refused");
  await page.getByLabel("Of schrijf zelf een korte zin").first().fill("Bel eerst.");
  await page.getByRole("button", { name: "Maak de lijst" }).click();
  await isForEverybody(page, "a list that was made");
  const address = await addressOn(page);

  const resident = await (await browser.newContext()).newPage();
  await resident.goto(address);
  await isForEverybody(resident, "a list of help");
  await linksSayWhereTheyGo(resident);
  await site.query("update service set withdrawn = true where municipality_id = 'GM0344' and name ->> 'nl' = $1", [
    wijkteam,
  ]);
  await resident.reload();
  await expect(resident.locator("article").nth(2)).toContainText("Deze hulp is er niet meer");
  await expect(resident.locator("article").nth(2)).toContainText("Bel Voorbeeldbalie Utrecht");
  await isForEverybody(resident, "a list with something that is gone");
  await site.query("update service set withdrawn = false where municipality_id = 'GM0344' and name ->> 'nl' = $1", [
    wijkteam,
  ]);

  await page.goto(`${site.url}/werk/utrecht/lijsten`);
  await isForEverybody(page, "lists of a team");
  await page
    .getByRole("button", { name: /Stop de lijst van/ })
    .first()
    .click();
  await expect(page.getByText("De lijst is gestopt", { exact: false })).toBeVisible();
  await isForEverybody(page, "a list that was ended");

  expect((await resident.reload())?.status()).toBe(410);
  await expect(resident.getByRole("heading", { level: 1 })).toHaveText("Deze lijst is voorbij");
  await expect(resident.locator("main")).toContainText("06 00000101");
  await expect(resident.locator("main")).not.toContainText(raadslieden);
  await isForEverybody(resident, "a list that is over");
  await resident.getByRole("link", { name: "Zoek zelf hulp" }).click();
  await expect(resident.getByRole("heading", { level: 1 })).toHaveText(/Waar loopt u tegenaan/);
  expect((await resident.goto(`${site.url}/utrecht/lijst/k7px-m2hr-k7px-m2hr`))?.status()).toBe(404);
});

test("a list is over the day after its last, and an empty one says how to fill it", async ({ page }) => {
  await fillList(page);
  await page.getByLabel("Hoelang de link werkt").selectOption("Een week");
  await page.getByLabel("In welke taal").selectOption("English");
  await page.getByRole("button", { name: "Maak de lijst" }).click();
  const address = await addressOn(page);
  expect(address).toContain("/en/utrecht/lijst/");
  await expect(page.locator(".rechtspoor-slip")).toContainText("until and including 1 December 2026");
  await page.goto(`${site.url}/werk/utrecht/lijst`);
  await expect(page.getByText("Er staat nog niets op de lijst")).toBeVisible();
  await isForEverybody(page, "an empty list");
  await site.moveClock(testMorning.add({ hours: 24 * 7 + 12 }));
  expect((await page.goto(address))?.status()).toBe(200);
  await site.moveClock(testMorning.add({ hours: 24 * 7 + 16 }));
  expect((await page.goto(address))?.status()).toBe(410);
  await site.moveClock(testMorning);
});
