import { expect, test } from "@playwright/test";
import { testMorning } from "../support/example-template.ts";
import { startSite } from "../support/site.ts";
import { isForEverybody } from "./for-everybody.ts";
import { signIn } from "./steps.ts";

const site = startSite();

test("an administrator adds a colleague, who is invited by mail and begins with a tour of their own role", async ({
  browser,
}) => {
  const [admin, fresh] = await Promise.all([1, 2].map(async () => (await browser.newContext()).newPage()));
  if (admin === undefined || fresh === undefined) return;
  await signIn(admin, site.url, "Hatice Koç", "Start hier");
  // No list of files, and no way to one.
  await expect(admin.getByRole("link", { name: "Hulpvragen", exact: true })).toHaveCount(0);
  expect((await admin.goto(`${site.url}/werk/utrecht/hulpvragen`))?.status()).toBe(404);
  await admin.goto(`${site.url}/werk/utrecht/collegas/nieuw`);
  await admin.getByLabel("Naam", { exact: true }).fill("Nieuwe Collega");
  await admin.getByLabel("Mailadres van het werk").fill("nieuwe.collega@example.org");
  await admin.getByLabel("Team", { exact: true }).selectOption("Voorbeeld Team Raadslieden Utrecht");
  await admin.getByLabel("Taak", { exact: true }).selectOption("hulpverlener");
  await admin.getByRole("button", { name: "Voeg toe en nodig uit" }).click();
  await expect(admin.getByText("De collega is toegevoegd en krijgt een mail.")).toBeVisible();

  // The post of the example world shows what would have been sent.
  await fresh.goto(`${site.url}/voorbeeld/post`);
  const mail = fresh.locator("article", { hasText: "nieuwe.collega@example.org" });
  await expect
    .poll(async () => {
      await fresh.reload();
      return mail.count();
    })
    .toBe(1);
  const link = /https?:\/\/\S+uitnodiging\/[0-9a-f]{64}/.exec(await mail.innerText())?.[0] ?? "";
  await fresh.goto(link);
  await expect(fresh.getByText("heeft u toegevoegd als collega", { exact: false })).toBeVisible();
  await fresh.getByRole("button", { name: "Log in met Voorbeeld" }).click();
  await fresh.getByLabel("Nieuwe Collega").check();
  await fresh.getByRole("button", { name: "Ga verder als deze persoon" }).click();
  await expect(fresh.getByRole("heading", { level: 1 })).toHaveText("Start hier");
  await expect(fresh.getByText("Hulpverlener bij Voorbeeld Team Raadslieden Utrecht")).toBeVisible();
  await expect(fresh.getByText("Niemand neemt u nu waar", { exact: false })).toBeVisible();
  await fresh.goto(link);
  await expect(fresh.getByText("Deze uitnodiging werkt niet meer", { exact: false })).toBeVisible();
});

test("whoever keeps the installation adds an organisation, whose administrator is invited and adds the colleagues", async ({
  browser,
}) => {
  const [keeper, fresh] = await Promise.all([1, 2].map(async () => (await browser.newContext()).newPage()));
  if (keeper === undefined || fresh === undefined) return;
  await signIn(keeper, site.url, "Pim Bosch", "Start hier");
  await keeper.goto(`${site.url}/werk/utrecht/gemeente/organisaties/nieuw`);
  await keeper.getByRole("button", { name: "Voeg toe" }).click();
  // From the top of the page to its end, each with its own words.
  const wrong = keeper.locator("#error-summary a");
  const sentences = await wrong.allInnerTexts();
  expect(sentences).toHaveLength(14);
  expect(new Set(sentences).size).toBe(14);
  const heights = await wrong.evaluateAll((links) =>
    links.map((link) => document.querySelector(link.getAttribute("href") ?? "")?.getBoundingClientRect().y ?? -1),
  );
  expect(heights).toEqual(heights.toSorted((a, b) => a - b));

  await keeper.getByRole("textbox", { name: "Naam van de organisatie" }).fill("Voorbeeld Buurtrecht");
  await keeper.getByLabel("Rechtshulp").check();
  await keeper.getByLabel("Onafhankelijk van de gemeente", { exact: true }).check();
  await keeper.getByLabel("Waarom?", { exact: false }).fill("Zij krijgen geen geld van de gemeente.");
  await keeper.getByLabel("Dezelfde zin in het Engels").fill("They get no money from the municipality.");
  await keeper.getByLabel("Naam van wie de collega's beheert").fill("Vera Eerste");
  await keeper.getByLabel("Mailadres van het werk").fill("vera.eerts@example.org");
  const fillInTeam = async (name: string) => {
    await keeper.getByLabel("Naam van het team").fill(name);
    await keeper.getByLabel("Wat doet het team?").selectOption("Rechtswinkel");
    await keeper.getByLabel("Vanaf welk nummer belt het team?").fill("06-00000811");
    await keeper.getByLabel("Mailadres van het team").fill("buurtrecht@example.org");
    await keeper.getByLabel("maandag").check();
    await keeper.getByLabel("Vanaf hoe laat?").fill("9");
    await keeper.getByLabel("Tot hoe laat?").fill("12.30");
  };
  await fillInTeam("Voorbeeld Buurtteam");
  await keeper.getByRole("button", { name: "Voeg toe" }).click();
  await expect(keeper.getByText("krijgt een mail om in te loggen", { exact: false })).toBeVisible();

  // A name is given once; the team can be changed, and nobody of the organisation is seen.
  await keeper.getByRole("link", { name: /^Wijzig\W+Voorbeeld Buurtrecht/ }).click();
  await expect(keeper.getByRole("button", { name: "Nodig uit" })).toHaveCount(0);
  await expect(keeper.locator("body")).not.toContainText("Vera");
  // The address was mistyped: the invitation is withdrawn, and the next goes to the right one.
  await keeper.getByText("Klopt het adres niet, of wordt het iemand anders?").click();
  await isForEverybody(keeper, "an organisation whose first administrator was invited");
  await keeper.getByRole("button", { name: "Trek de uitnodiging in" }).click();
  await expect(keeper.getByText("De uitnodiging is ingetrokken.", { exact: false })).toBeVisible();
  await keeper.getByLabel("Naam van wie de collega's beheert").fill("Vera Eerste");
  await keeper.getByLabel("Mailadres van het werk").fill("vera.eerste@example.org");
  await keeper.getByRole("button", { name: "Nodig uit" }).click();
  await keeper.getByRole("link", { name: /^Wijzig\W+Voorbeeld Buurtrecht/ }).click();
  await expect(keeper.getByRole("button", { name: "Nodig uit" })).toHaveCount(0);
  await fillInTeam("voorbeeld buurtteam");
  await keeper.getByRole("button", { name: "Voeg een team toe" }).click();
  await expect(keeper.locator("#error-summary")).toContainText("heeft hier al een team met deze naam");
  await keeper.getByRole("link", { name: "Wijzig Voorbeeld Buurtteam" }).click();
  await expect(keeper.getByLabel("maandag")).toBeChecked();
  await expect(keeper.getByLabel("Tot hoe laat?")).toHaveValue("12:30");
  await keeper.getByLabel("Tot hoe laat?").fill("13");
  await keeper.getByRole("button", { name: "Bewaar" }).click();
  await expect(keeper.getByText("Bewaard.")).toBeVisible();

  await fresh.goto(`${site.url}/voorbeeld/post`);
  const mail = fresh.locator("article", { hasText: "vera.eerste@example.org" });
  await expect
    .poll(async () => {
      await fresh.reload();
      return mail.count();
    })
    .toBe(1);
  await fresh.goto(/https?:\/\/\S+uitnodiging\/[0-9a-f]{64}/.exec(await mail.innerText())?.[0] ?? "");
  await fresh.getByRole("button", { name: "Log in met Voorbeeld" }).click();
  await fresh.getByLabel("Vera Eerste").check();
  await fresh.getByRole("button", { name: "Ga verder als deze persoon" }).click();
  await fresh.goto(`${site.url}/werk/utrecht/collegas/nieuw`);
  await expect(fresh.getByLabel("Team", { exact: true })).toContainText("Voorbeeld Buurtteam");
  expect((await fresh.goto(`${site.url}/werk/utrecht/gemeente`))?.status()).toBe(404);
});

test("what a municipality switches off is gone from its pages, and comes back", async ({ page }) => {
  await signIn(page, site.url, "Pim Bosch", "Start hier");
  const choose = async (on: boolean) => {
    await page.goto(`${site.url}/werk/utrecht/gemeente`);
    await page.getByLabel("Bel mij terug", { exact: false }).setChecked(on);
    await page.getByRole("button", { name: "Bewaar de onderdelen" }).click();
    await expect(page.getByText("Bewaard.")).toBeVisible();
    // Kept for a minute by every process.
    await site.moveClock(testMorning.add({ minutes: on ? 4 : 2 }));
  };
  await choose(false);
  expect((await page.goto(`${site.url}/utrecht/bel-mij-terug`))?.status()).toBe(404);
  await page.goto(`${site.url}/utrecht`);
  await expect(page.getByRole("link", { name: "Bel mij terug" })).toHaveCount(0);
  // Whoever asked before still follows their question, and another municipality notices nothing.
  expect((await page.goto(`${site.url}/utrecht/volg`))?.status()).toBe(200);
  expect((await page.goto(`${site.url}/almere/bel-mij-terug`))?.status()).toBe(200);
  await signIn(page, site.url, "Pim Bosch", "Start hier");
  await choose(true);
  expect((await page.goto(`${site.url}/utrecht/bel-mij-terug`))?.status()).toBe(200);
});

test("an administrator adds a program of the organisation, sees its secret once, and ends it", async ({ page }) => {
  await signIn(page, site.url, "Hatice Koç", "Start hier");
  await page.getByRole("link", { name: "Programma's" }).click();
  await page.getByLabel("Naam van het programma").fill("Scherm aan de muur");
  await page.getByRole("button", { name: "Voeg toe" }).click();
  await expect(page.locator("#error-summary")).toContainText("Kies wat het programma mag vragen.");
  await page.getByLabel("Zien wat een team heeft beloofd", { exact: false }).check();
  await page.getByRole("button", { name: "Voeg toe" }).click();
  const [id, secret] = await page.locator(".rechtspoor-code").allInnerTexts();
  const ask = () =>
    page.request.post(`${site.url}/api/v1/oauth/token`, {
      headers: { Authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString("base64")}` },
      form: { grant_type: "client_credentials" },
    });
  expect((await ask()).status()).toBe(200);
  await page.reload();
  await expect(page.locator(".rechtspoor-code")).toHaveCount(0);
  await page.getByRole("button", { name: "Stop Scherm aan de muur" }).click();
  await expect(page.getByText("Het programma is gestopt", { exact: false })).toBeVisible();
  expect((await ask()).status()).toBe(401);
});
