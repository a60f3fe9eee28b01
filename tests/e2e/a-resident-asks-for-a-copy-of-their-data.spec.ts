import { expect, type Page, test } from "@playwright/test";
import { testMorning } from "../support/example-template.ts";
import { startSite } from "../support/site.ts";
import { isForEverybody } from "./for-everybody.ts";
import { askToBeCalledBack, openQuestion, rowOf, signIn } from "./steps.ts";

const site = startSite();

/** Presses the button behind the newest link in the example world's post. */
async function proveByMail(page: Page, mail: string, digits: string): Promise<void> {
  await page.getByLabel("Uw mailadres").fill(mail);
  await page.getByLabel("Laatste vier cijfers").fill(digits);
  await page.getByRole("button", { name: "Mail mij een link" }).click();
  const post = await page.context().newPage();
  const link = /\S+\/volg\/mail\/\w+/;
  await expect
    .poll(
      async () => {
        await post.goto(`${site.url}/voorbeeld/post`);
        return link.test(await post.locator("main").innerText());
      },
      { timeout: 15_000 },
    )
    .toBe(true);
  await page.goto(link.exec(await post.locator("main").innerText())?.[0] ?? "");
  await post.close();
  await isForEverybody(page, "the link in the mail");
  await page.getByRole("button", { name: "Ja, dit is mijn mail" }).click();
  await expect(page.locator("main")).toContainText("Wij weten nu dat u deze mail leest.");
}

test("a resident asks for a copy of their data, proves who they are by mail, and fetches it without the neighbour in it", async ({
  page,
  browser,
}) => {
  const mail = "kopie@example.org";
  const code = await askToBeCalledBack(page, site.url, {
    phone: "06-00006601",
    name: "Kopie Voorbeeld",
    mail,
    word: "Mijn huur is te hoog",
  });
  const helper = await (await browser.newContext()).newPage();
  await signIn(helper, site.url, "Elif Yıldırım");
  await rowOf(helper, "Kopie Voorbeeld").getByRole("button", { name: "Neem over" }).click();
  await helper.getByText("Schrijf een notitie").click();
  await helper.getByLabel("Notitie").last().fill("Buurman Fluitenkruid drinkt, zegt zij.");
  await helper.getByRole("button", { name: "Bewaar de notitie" }).click();

  await openQuestion(page, site.url, code, "6601");
  await page.getByRole("link", { name: "Vraag een kopie" }).click();
  await expect(page.getByLabel("Een kopie van mijn gegevens")).toBeChecked();
  await isForEverybody(page, "asking");
  await page.getByLabel("Wat wilt u erbij zeggen?").fill("Ook de telefoontjes graag.");
  await page.getByRole("button", { name: "Stuur mijn verzoek" }).click();
  await expect(page.locator("#error-summary")).toContainText("Voor een kopie moet u eerst de link in uw mail openen.");
  await expect(page.getByLabel("Wat wilt u erbij zeggen?")).toHaveValue("Ook de telefoontjes graag.");
  await isForEverybody(page, "asking without the proof");
  await page.getByRole("link", { name: "Laat u een link mailen" }).click();
  await proveByMail(page, mail, "6601");

  await page.getByLabel("Een kopie van mijn gegevens").check();
  await page.getByLabel("Wat wilt u erbij zeggen?").fill("Ook de telefoontjes graag.");
  await page.getByRole("button", { name: "Stuur mijn verzoek" }).click();
  await expect(page.locator("main")).toContainText("Wij hebben uw verzoek.");
  await expect(page.locator("main")).toContainText("Wij antwoorden uiterlijk donderdag 24 december.");
  await isForEverybody(page, "asked");
  // Pressed once more, it is the same request.
  await page.getByLabel("Een kopie van mijn gegevens").check();
  await page.getByRole("button", { name: "Stuur mijn verzoek" }).click();
  await expect(page.locator("main")).toContainText("Dit had u al gevraagd.");
  await expect(page.getByRole("heading", { name: "Op 24 november 2026 vroeg u ons" })).toHaveCount(1);

  // A helper gets it ready, and does not decide.
  await helper.getByRole("link", { name: "Verzoeken", exact: true }).click();
  await expect(helper.locator("main")).toContainText("1 verzoek wacht op antwoord.");
  await isForEverybody(helper, "the list of requests");
  await helper.getByRole("link", { name: "Kopie van de gegevens: Kopie Voorbeeld" }).first().click();
  await expect(helper.locator("main")).toContainText("De teamleider geeft het antwoord.");
  await isForEverybody(helper, "a request for a helper");
  const line = helper.locator("article article", { hasText: "Fluitenkruid" });
  await line.getByRole("checkbox").check();
  await helper.getByRole("button", { name: "Ik heb alles nagekeken" }).click();
  await expect(helper.locator("#error-summary")).toContainText("Kies waarom u deze regel weglaat.");
  await line.getByRole("combobox").selectOption("somebody-else");
  await helper.getByRole("button", { name: "Ik heb alles nagekeken" }).click();
  await expect(helper.locator("main")).toContainText("Nagekeken op");

  // The lead looks at it as it goes out, and answers.
  const lead = await (await browser.newContext()).newPage();
  await signIn(lead, site.url, "Samira El Yousfi");
  await lead
    .locator(".rechtspoor-row", { hasText: "Verzoek over gegevens beantwoorden: Kopie Voorbeeld" })
    .getByRole("link", { name: "Open" })
    .click();
  await lead.getByRole("button", { name: "Geef dit antwoord" }).click();
  await expect(lead.locator("#error-summary")).toContainText("Kies wat het antwoord is.");
  await isForEverybody(lead, "an answer with mistakes");
  // What was left out is left out still, also when the lead presses the other button now.
  const leftOut = lead.locator("article article", { hasText: "Fluitenkruid" });
  await expect(leftOut.getByRole("checkbox")).toBeChecked();
  await expect(leftOut.getByRole("combobox")).toHaveValue("somebody-else");
  const address = lead.url().replace(/\/antwoord$/, "");
  await lead.getByRole("link", { name: "Bekijk de kopie zoals die weggaat" }).click();
  await expect(lead.locator("main")).toContainText("Dit is een proef.");
  await expect(lead.locator("main")).not.toContainText("Fluitenkruid");
  await isForEverybody(lead, "the trial copy");
  await lead.goto(address);
  await lead.getByLabel("Ja, wij doen wat is gevraagd").check();
  await lead.getByLabel("Uw woorden").fill("Hier is uw kopie. Bel ons gerust met vragen.");
  await lead.getByRole("button", { name: "Geef dit antwoord" }).click();
  await expect(lead.locator("main")).toContainText("Het antwoord is gegeven.");
  await isForEverybody(lead, "an answered request");

  await page.goto(`${site.url}/utrecht/volg/gegevens`);
  await page.getByText("Lees ons antwoord").click();
  await expect(page.locator("main")).toContainText("Hier en daar is iets weggelaten over iemand anders.");
  await expect(page.locator("main")).toContainText("Bel ons gerust met vragen.");
  await expect(page.locator("main")).toContainText("Autoriteit Persoonsgegevens");
  await isForEverybody(page, "an answer");
  await page.getByRole("link", { name: "Bekijk uw kopie" }).click();
  await expect(page.locator("main")).toContainText("Mijn huur is te hoog");
  await expect(page.locator("main")).toContainText("Hier is iets weggelaten over iemand anders. (AVG 15 lid 4)");
  await isForEverybody(page, "the copy");
  const whole = await page.content();
  const file = await page.request.get(`${site.url}/utrecht/volg/mijn-gegevens.json`);
  expect(file.headers()["cache-control"]).toBe("no-store");
  const json = await file.json();
  expect(json.hulpvragen[0].inwoner.naam).toBe("Kopie Voorbeeld");
  for (const words of [whole, JSON.stringify(json)]) {
    expect(words).not.toContain("Fluitenkruid");
    expect(words).not.toContain("Elif");
  }

  // Asked again when there is a second question, it is one copy of both.
  const second = await (await browser.newContext()).newPage();
  await askToBeCalledBack(second, site.url, {
    phone: "06-00006601",
    name: "Kopie Voorbeeld",
    mail,
    word: "De deurwaarder",
  });
  await page.goto(`${site.url}/utrecht/volg/gegevens?wat=kopie`);
  await page.getByText("Vroeg u ons vaker iets?").click();
  await expect(page.locator("main")).toContainText("Dan gaat een kopie ook daarover.");
  await page.getByRole("button", { name: "Stuur mijn verzoek" }).click();
  await expect(page.locator("main")).toContainText("De kopie gaat ook daarover.");
  await page.goto(`${site.url}/utrecht/volg/mijn-gegevens`);
  await expect(page.locator("main")).toContainText("Over uw vraag van 24 november 2026 hoort u uiterlijk");
  await isForEverybody(page, "a copy that is not whole yet");
  for (const request of [1, 2]) {
    await lead.goto(`${site.url}/werk/utrecht/verzoeken`);
    await lead.getByRole("link", { name: "Kopie van de gegevens: Kopie Voorbeeld" }).first().click();
    await expect(lead.getByRole("button", { name: "Ik heb alles nagekeken" }), `request ${request}`).toBeVisible();
    const about = lead.locator("article article", { hasText: "Fluitenkruid" });
    if ((await about.count()) > 0) {
      await about.getByRole("checkbox").check();
      await about.getByRole("combobox").selectOption("somebody-else");
    }
    await lead.getByRole("button", { name: "Ik heb alles nagekeken" }).click();
    await lead.getByLabel("Ja, wij doen wat is gevraagd").check();
    await lead.getByLabel("Uw woorden").fill("Hier is uw kopie.");
    await lead.getByRole("button", { name: "Geef dit antwoord" }).click();
    await expect(lead.locator("main")).toContainText("Het antwoord is gegeven.");
  }
  await page.reload();
  await expect(page.locator("main")).toContainText("van u bewaart bij uw 2 vragen");
  await expect(page.getByRole("heading", { level: 2, name: "Uw vraag van 24 november 2026" })).toHaveCount(2);
  await expect(page.locator("main")).toContainText("De deurwaarder");
  await expect(page.locator("main")).not.toContainText("Fluitenkruid");
  await isForEverybody(page, "a copy of two questions");

  // The code alone opens no copy, and after thirty days nothing does.
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(`${site.url}/utrecht/volg/mijn-gegevens`);
  await expect(stranger.getByLabel("Uw code")).toBeVisible();
  await site.moveClock(testMorning.add({ hours: 24 * 31 }));
  await page.goto(`${site.url}/utrecht/volg/mijn-gegevens`);
  await expect(page.locator("main")).not.toContainText("Mijn huur is te hoog");
  await site.moveClock(testMorning);
});

test("a helper writes down a letter of last week; the lead takes longer, and later takes everything away, without a script", async ({
  browser,
}) => {
  const [page, resident] = await Promise.all(
    [1, 2].map(async () => (await browser.newContext({ javaScriptEnabled: false, locale: "nl-NL" })).newPage()),
  );
  if (page === undefined || resident === undefined) throw new Error("There is no browser.");
  const code = await askToBeCalledBack(resident, site.url, { phone: "06-00006602", name: "Brief Voorbeeld" });
  await signIn(page, site.url, "Samira El Yousfi");
  await rowOf(page, "Brief Voorbeeld").getByRole("button", { name: "Neem over" }).click();
  await page.getByText("Leg een verzoek vast").click();
  await page.getByRole("button", { name: "Leg het verzoek vast" }).click();
  await expect(page.locator("#error-summary")).toContainText("Kies wat de inwoner vraagt.");
  await page.getByLabel("Weghalen", { exact: true }).check();
  await page.getByLabel("Op papier").check();
  const received = page.getByRole("group", { name: "Wanneer kwam het binnen?" });
  for (const [box, typed] of [
    ["Dag", "16"],
    ["Maand", "11"],
    ["Jaar", "2026"],
  ] as const)
    await received.getByLabel(box).fill(typed);
  await page.getByRole("button", { name: "Leg het verzoek vast" }).click();
  await expect(page.locator("main")).toContainText("Het verzoek is vastgelegd.");
  await page.locator("aside").getByRole("link", { name: "Weghalen" }).click();
  await expect(page.locator("main")).toContainText("woensdag 16 december");

  await page.getByText("Lukt het niet binnen een maand?").click();
  await page.getByLabel("Het verzoek is ingewikkeld").check();
  await page.getByRole("button", { name: "Verleng met twee maanden" }).click();
  await expect(page.locator("main")).toContainText("dinsdag 16 februari 2027");
  await expect(page.getByText("Lukt het niet binnen een maand?")).toHaveCount(0);
  await openQuestion(resident, site.url, code, "6602");
  await resident.getByRole("link", { name: "Wat u vroeg" }).click();
  await expect(resident.locator("main")).toContainText("Het duurt langer.");
  await expect(resident.locator("main")).toContainText("Uw verzoek is ingewikkeld.");

  await page.getByLabel("Ja, wij doen wat is gevraagd").check();
  await page.getByLabel("Uw woorden").fill("Wij halen alles weg.");
  await page.getByRole("button", { name: "Geef dit antwoord" }).click();
  await expect(page.locator("main")).toContainText(
    "Wij halen uw gegevens weg. Dat gebeurt vannacht, alles in één keer.",
  );
  const address = page.url();
  await site.moveClock(testMorning.add({ hours: 24 }));
  await signIn(page, site.url, "Samira El Yousfi");
  expect((await page.goto(address))?.status()).toBe(404);
  await page.goto(`${site.url}/werk/utrecht/verzoeken`);
  await expect(page.locator("main")).toContainText("Weghalen: de hulpvraag is weg");
  await openQuestion(resident, site.url, code, "6602");
  await expect(resident.locator("main")).toContainText("Deze code en cijfers horen niet bij elkaar.");
  await site.moveClock(testMorning);
});
