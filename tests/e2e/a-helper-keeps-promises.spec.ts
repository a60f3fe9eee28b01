import { expect, test } from "@playwright/test";
import { testMorning } from "../support/example-template.ts";
import { startSite } from "../support/site.ts";
import { askToBeCalledBack, openQuestion, rowOf, signIn } from "./steps.ts";

const site = startSite();

test.afterEach(() => site.moveClock(testMorning));

test("a helper enters the question of somebody at the desk and gives them a code", async ({ page }) => {
  await signIn(page, site.url, "Samira El Yousfi");
  await page.getByRole("link", { name: "Nieuwe hulpvraag" }).click();
  await page.getByLabel("Waar gaat het over?").first().selectOption("wonen");
  await page.getByLabel("Telefoonnummer van de inwoner").fill("030 231 00 00");
  await page.getByLabel("'s middags").check();
  await page.getByLabel("Ja, het kan niet wachten").check();
  await page.getByText("Meer over deze persoon").click();
  await page.getByLabel("Naam van de inwoner").fill("Aan de balie");
  await page.getByRole("button", { name: "Bewaar en geef de code" }).click();
  await expect(page.locator(".rechtspoor-code")).toHaveText(/^\w{4}-\w{4}$/);
  await expect(page.locator("main")).toContainText("Wij bellen u vóór donderdag 26 november 10.00 uur.");
  await page.getByRole("link", { name: "Naar Vandaag" }).click();
  const first = page.locator(".rechtspoor-row").first();
  await expect(first).toContainText("kost nu geld, huis of zorg");
  await expect(rowOf(page, "Aan de balie")).toBeVisible();
});

test("of two helpers who take a question at the same moment one gets it, and the other sees who", async ({
  page,
  browser,
}) => {
  await askToBeCalledBack(page, site.url, { phone: "06-00003001", name: "Wie is eerst" });
  const one = await (await browser.newContext()).newPage();
  const two = await (await browser.newContext()).newPage();
  await signIn(one, site.url, "Samira El Yousfi");
  await signIn(two, site.url, "Jeroen van der Horst");
  await Promise.all(
    [one, two].map((helper) => rowOf(helper, "Wie is eerst").getByRole("button", { name: "Neem over" }).click()),
  );
  const said = await Promise.all([one, two].map((helper) => helper.locator("main").innerText()));
  expect(said.filter((text) => text.includes("Deze vraag is nu van u."))).toHaveLength(1);
  expect(said.filter((text) => /al opgepakt door (Samira El Yousfi|Jeroen van der Horst)/.test(text))).toHaveLength(1);
  const loser = said[0]?.includes("al opgepakt door") ? one : two;
  await loser.getByRole("link", { name: "Bekijk de hulpvraag" }).click();
  await expect(loser.getByRole("heading", { level: 1 })).toContainText("Wie is eerst");
});

test("what rests stands last on Vandaag, with the reason", async ({ page, browser }) => {
  const resident = await (await browser.newContext()).newPage();
  await askToBeCalledBack(resident, site.url, { phone: "06-00003010", name: "Even geduld", harm: true });
  await signIn(page, site.url, "Elif Yıldırım");
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("Kan niet wachten");
  await rowOf(page, "Even geduld").getByRole("link").first().click();
  await page.getByText("Zet stil", { exact: true }).click();
  await page.getByRole("button", { name: "Wij wachten op de inwoner" }).click();
  await expect(page.locator("main")).toContainText("Bewaard.");
  await page.getByRole("link", { name: "Vandaag" }).click();
  await expect(page.getByRole("heading", { level: 2 }).last()).toHaveText("Staat stil");
  await expect(page.locator(".rechtspoor-row").last()).toContainText("Even geduld");
  await expect(rowOf(page, "Even geduld")).toContainText("wij wachten op de inwoner");
});

test("a new question appears on Vandaag without reloading", async ({ page, browser }) => {
  await signIn(page, site.url, "Elif Yıldırım");
  await expect(rowOf(page, "Vanzelf erbij")).toHaveCount(0);
  const resident = await (await browser.newContext()).newPage();
  await askToBeCalledBack(resident, site.url, { phone: "06-00003002", name: "Vanzelf erbij" });
  await expect(rowOf(page, "Vanzelf erbij")).toBeVisible();
  await expect(page.getByRole("status")).toHaveText("Er is iets veranderd. De lijst is bijgewerkt.");
});

test("a promise that is not kept is told to the resident, the owner and the team lead, and stays on top", async ({
  page,
  browser,
}) => {
  const resident = await (await browser.newContext()).newPage();
  const code = await askToBeCalledBack(resident, site.url, {
    phone: "06-00003003",
    name: "Te laat gebeld",
    mail: "telaat@example.org",
  });
  await site.moveClock(testMorning.add({ hours: 38 }));
  await site.moveClock(testMorning.add({ hours: 49 }));
  await openQuestion(resident, site.url, code, "3003");
  await expect(resident.locator("main")).toContainText("Wij hebben u niet op tijd gebeld");
  await expect(resident.locator("main")).toContainText("vóór maandag 30 november 11.00 uur");
  await signIn(page, site.url, "Samira El Yousfi");
  const row = rowOf(page, "Te laat gebeld");
  await expect(row).toContainText("te laat");
  await expect(row).toContainText("beloofd vóór do 26 nov 10.00 uur");
  await expect
    .poll(async () =>
      (
        await site.query<{ to_address: string }>(
          "select to_address from mail where key like 'broken:%' and made_at >= '2026-11-26'",
        )
      ).map((mail) => mail.to_address),
    )
    .toEqual(expect.arrayContaining(["telaat@example.org", "samira.el-yousfi@example.org"]));
  const warned = await site.query("select from mail where key like 'warned:%' and made_at >= '2026-11-25'");
  expect(warned.length).toBeGreaterThan(0);
});

test("somebody who is away hands what they took to their deputy", async ({ page, browser }) => {
  const resident = await (await browser.newContext()).newPage();
  await askToBeCalledBack(resident, site.url, { phone: "06-00003004", name: "Wie neemt over" });
  await signIn(page, site.url, "Jeroen van der Horst");
  await rowOf(page, "Wie neemt over").getByRole("button", { name: "Neem over" }).click();
  await page.getByRole("link", { name: "Ik ben er niet" }).first().click();
  await page.getByLabel("Dag", { exact: true }).fill("31");
  await page.getByLabel("Maand").fill("2");
  await page.getByLabel("Jaar").fill("2027");
  await page.getByRole("button", { name: "Draag over" }).click();
  await expect(page.locator("#error-summary")).toContainText("31 februari 2027 bestaat niet.");
  await page.getByLabel("Dag", { exact: true }).fill("28");
  await page.getByRole("button", { name: "Draag over" }).click();
  await expect(page.locator("main")).toContainText("U bent afgemeld.");
  const deputy = await (await browser.newContext()).newPage();
  await signIn(deputy, site.url, "Samira El Yousfi");
  await expect(rowOf(deputy, "Wie neemt over")).toContainText("opgepakt door u");
  await page.getByRole("button", { name: "Ik ben er weer" }).click();
  await expect(page.locator("main")).toContainText("Welkom terug.");
});

test("after three calls without an answer, on other days and times, a letter is next", async ({ page, browser }) => {
  const resident = await (await browser.newContext()).newPage();
  await askToBeCalledBack(resident, site.url, { phone: "06-00003005", name: "Neemt niet op" });
  await signIn(page, site.url, "Marijke Dijkhuis");
  await rowOf(page, "Neemt niet op").getByRole("button", { name: "Neem over" }).click();
  for (const hours of [1, 4, 25]) {
    await site.moveClock(testMorning.add({ hours }));
    await signIn(page, site.url, "Marijke Dijkhuis");
    await rowOf(page, "Neemt niet op").getByRole("link").first().click();
    await page.getByLabel("Geen antwoord").check();
    await page.getByRole("button", { name: "Bewaar", exact: true }).first().click();
  }
  await expect(page.locator("main")).toContainText("Drie keer gebeld zonder succes.");
  await page.getByRole("link", { name: "Bekijk en druk de brief af" }).click();
  await expect(page.locator("main")).toContainText("Wij kregen u niet te pakken.");
});

test("a question closed too soon is opened again, and the resident sees when they are called", async ({
  page,
  browser,
}) => {
  const resident = await (await browser.newContext()).newPage();
  const code = await askToBeCalledBack(resident, site.url, { phone: "06-00003009", name: "Te vroeg klaar" });
  await signIn(page, site.url, "Elif Yıldırım");
  await rowOf(page, "Te vroeg klaar").getByRole("button", { name: "Neem over" }).click();
  await page.getByText("Rond af", { exact: true }).click();
  await page.getByLabel("Vraag beantwoord").check();
  await page.getByRole("button", { name: "Sluit de vraag af" }).click();
  await openQuestion(resident, site.url, code, "3009");
  await expect(resident.locator("main")).toContainText("Uw vraag is klaar");
  await page.getByRole("button", { name: "Open de hulpvraag opnieuw" }).click();
  await expect(page.locator("main")).toContainText("De hulpvraag is weer open.");
  await resident.reload();
  await expect(resident.locator("main")).toContainText("Wij bellen u vóór");
  await expect(resident.locator("main")).not.toContainText("Uw vraag is klaar");
});

test("another team sees nothing of it, and cannot tell that it is there", async ({ page, browser }) => {
  const resident = await (await browser.newContext()).newPage();
  await askToBeCalledBack(resident, site.url, { phone: "06-00003006", name: "Alleen ons team" });
  const [found] = await site.query<{ case_id: string }>("select case_id from resident where name = 'Alleen ons team'");
  await signIn(page, site.url, "Fatiha Benali");
  await expect(rowOf(page, "Alleen ons team")).toHaveCount(0);
  await page.goto(`${site.url}/werk/utrecht/hulpvragen/${found?.case_id}`);
  const theirs = await page.locator("main").innerText();
  await page.goto(`${site.url}/werk/utrecht/hulpvragen/01a00000-0000-7000-8000-000000000000`);
  expect(await page.locator("main").innerText()).toBe(theirs);
  expect(theirs).toContain("Deze pagina is er niet");
});

test("a colleague takes over what somebody else had taken, and the team lead agrees on another moment", async ({
  page,
  browser,
}) => {
  const resident = await (await browser.newContext()).newPage();
  const code = await askToBeCalledBack(resident, site.url, { phone: "06-00003007", name: "Van hand tot hand" });
  await signIn(page, site.url, "Elif Yıldırım");
  await rowOf(page, "Van hand tot hand").getByRole("button", { name: "Neem over" }).click();
  await signIn(page, site.url, "Samira El Yousfi");
  await rowOf(page, "Van hand tot hand").getByRole("link").first().click();
  await page.getByRole("button", { name: "Neem over van Elif Yıldırım" }).click();
  await expect(page.locator("main")).toContainText("Van: Samira El Yousfi");
  await page.getByText("Spreek een nieuw moment af").click();
  const moment = page.getByRole("group", { name: "Op welke dag?" });
  await moment.getByLabel("Dag", { exact: true }).fill("1");
  await moment.getByLabel("Maand").fill("12");
  await moment.getByLabel("Jaar").fill("2026");
  for (const [time, said] of [
    ["25.00", "25.00 uur bestaat niet."],
    ["3.00", "Het team werkt dan niet. Kies een moment waarop het team werkt: maandag tot en met vrijdag"],
  ] as const) {
    await page.getByLabel("Vóór hoe laat?").fill(time);
    await page.getByRole("button", { name: "Leg dit vast" }).click();
    await expect(page.locator("#error-summary")).toContainText(said);
  }
  await page.getByLabel("Vóór hoe laat?").fill("14:00");
  await page.getByRole("button", { name: "Leg dit vast" }).click();
  await expect(page.locator("main")).toContainText("Terugbellen vóór dinsdag 1 december 14.00 uur");
  await page.goto(`${site.url}/werk/utrecht/vandaag`);
  await expect(rowOf(page, "Van hand tot hand")).toContainText("di 1 dec");
  await expect(rowOf(page, "Van hand tot hand")).toContainText("eerst beloofd: vóór do 26 nov 10.00 uur");
  await openQuestion(resident, site.url, code, "3007");
  await expect(resident.locator("main")).toContainText("Wij bellen u vóór dinsdag 1 december 14.00 uur");
});

test("of a call that was not safe the resident's page tells nothing", async ({ page, browser }) => {
  const resident = await (await browser.newContext()).newPage();
  const word = `Ik kreeg\neen brief. ${"Nog meer. ".repeat(30)}`;
  const code = await askToBeCalledBack(resident, site.url, { phone: "06-00003008", name: "Niet veilig", word });
  await signIn(page, site.url, "Elif Yıldırım");
  // What nobody answered is said, but not in red: then red still warns.
  await expect(rowOf(page, "Niet veilig")).toContainText("niet inspreken");
  await expect(rowOf(page, "Niet veilig").locator(".rechtspoor-warn")).toHaveCount(0);
  await expect(rowOf(page, "Niet veilig").locator("q")).toHaveText(/^Ik kreeg een brief\..{60,100}…$/);
  await rowOf(page, "Niet veilig").getByRole("button", { name: "Neem over" }).click();
  await expect(page.locator(".rechtspoor-safe-contact--calm")).toContainText(
    "Spreek niets in. Dit is nog niet gevraagd",
  );
  await page.getByLabel("Bellen is niet veilig").check();
  await page.getByRole("button", { name: "Bewaar", exact: true }).first().click();
  await expect(page.locator(".rechtspoor-safe-contact--danger")).toContainText("Bellen is niet veilig gebleken.");
  await page.goto(`${site.url}/werk/utrecht/vandaag`);
  await expect(rowOf(page, "Niet veilig").locator(".rechtspoor-warn")).toHaveText("bellen is niet veilig");
  await expect(rowOf(page, "Niet veilig").getByRole("link", { name: "Bel nu" })).toHaveCount(0);
  await openQuestion(resident, site.url, code, "3008");
  await expect(resident.locator("main")).not.toContainText("Wij bellen u vóór");
  await expect(resident.locator("main")).not.toContainText("te bereiken");
});
