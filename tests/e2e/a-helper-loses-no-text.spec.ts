import { expect, test } from "@playwright/test";
import { startSite } from "../support/site.ts";
import { isForEverybody } from "./for-everybody.ts";
import { askToBeCalledBack, openQuestion, rowOf, signIn } from "./steps.ts";

const site = startSite();

test.use({ javaScriptEnabled: false });

test("a note typed while the session ended is shown, and saved once after signing in again", async ({ page }) => {
  await askToBeCalledBack(page, site.url, { phone: "06-00005101", name: "Lang gesprek" });
  await signIn(page, site.url, "Samira El Yousfi");
  await rowOf(page, "Lang gesprek").getByRole("button", { name: "Neem over" }).click();
  await page.getByLabel("Gesproken").check();
  const note = 'Sprak een uur met de dochter.\nZij belt morgen over de "brief".';
  await page.getByLabel("Notitie").first().fill(note);
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Bewaar", exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("U bent uitgelogd");
  await expect(page.getByText("Sprak een uur met de dochter.")).toHaveText(note);

  // Sent again too early, it is still there.
  await page.getByRole("button", { name: "Stuur dit opnieuw" }).click();
  await expect(page.getByText("Sprak een uur met de dochter.")).toHaveText(note);

  const opening = page.context().waitForEvent("page");
  await page.getByRole("link", { name: "Log opnieuw in (opent in een nieuw tabblad)" }).click();
  const tab = await opening;
  await tab.getByRole("link", { name: "Log in met Voorbeeld" }).click();
  await tab.getByLabel("Samira El Yousfi").check();
  await tab.getByRole("button", { name: "Ga verder als deze persoon" }).click();
  await expect(tab.getByRole("heading", { level: 1 })).toHaveText("Vandaag");

  await page.getByRole("button", { name: "Stuur dit opnieuw" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Lang gesprek");
  await expect(page.locator("main")).toContainText("Bewaard.");
  const calls = await site.query(
    "select outcome from contact_attempt a join resident r on r.case_id = a.case_id where r.name = 'Lang gesprek'",
  );
  expect(calls).toEqual([{ outcome: "reached" }]);
  expect(await site.query("select text from contact_entry where kind = 'note' and text like 'Sprak een uur%'")).toEqual(
    [{ text: note }],
  );
});

test("a call that was written down after the resident stopped the question is kept, with its note", async ({
  browser,
  page,
}) => {
  const resident = await (await browser.newContext()).newPage();
  const code = await askToBeCalledBack(resident, site.url, { phone: "06-00005102", name: "Stopt tijdens gesprek" });
  await signIn(page, site.url, "Samira El Yousfi");
  await rowOf(page, "Stopt tijdens gesprek").getByRole("button", { name: "Neem over" }).click();
  const closing = await (await browser.newContext({ javaScriptEnabled: true })).newPage();
  await signIn(closing, site.url, "Samira El Yousfi");
  await closing.goto(page.url());
  await openQuestion(resident, site.url, code, "5102");
  await resident.getByText("Ik heb geen hulp meer nodig").click();
  await resident.getByRole("button", { name: "Ja, stop met mijn vraag" }).click();

  await page.getByLabel("Gesproken").check();
  await page.getByLabel("Notitie").first().fill("Wij spraken elkaar net.");
  await page.getByRole("button", { name: "Bewaar", exact: true }).first().click();
  await expect(page.locator("main")).toContainText("Dit gesprek is bewaard, met uw notitie.");
  await expect(page.locator("main")).toContainText("De inwoner heeft deze vraag gestopt");
  expect(await site.query("select text from contact_entry where text = 'Wij spraken elkaar net.'")).toHaveLength(1);

  // What was typed to close it is shown, and can be kept as a note.
  await closing.getByText("Rond af", { exact: true }).click();
  await closing.getByLabel("Vraag beantwoord").check();
  await closing.getByLabel("Notitie").nth(1).fill("Alles is geregeld met de huurbaas.");
  await closing.getByRole("button", { name: "Sluit de vraag af" }).click();
  await expect(closing.locator("main")).toContainText("Wat u typte, is nog niet bewaard.");
  await expect(closing.getByLabel("Notitie")).toHaveValue("Alles is geregeld met de huurbaas.");
  await isForEverybody(closing, "words typed while a question was stopped");
  await closing.getByRole("button", { name: "Bewaar de notitie" }).click();
  await expect(closing.locator("main")).toContainText("De notitie is bewaard.");
});

test("an answer that was typed while the resident withdrew the request is shown, and not given", async ({
  browser,
}) => {
  const resident = await (await browser.newContext()).newPage();
  const page = await (await browser.newContext({ javaScriptEnabled: true })).newPage();
  const code = await askToBeCalledBack(resident, site.url, { phone: "06-00005103", name: "Trekt in" });
  await openQuestion(resident, site.url, code, "5103");
  await resident.getByRole("link", { name: "Laat iets verbeteren" }).click();
  await resident.getByLabel("Iets laten verbeteren").check();
  await resident.getByLabel("Wat wilt u erbij zeggen?").fill("Mijn naam is fout geschreven.");
  await resident.getByRole("button", { name: "Stuur mijn verzoek" }).click();

  await signIn(page, site.url, "Samira El Yousfi");
  await page.goto(`${site.url}/werk/utrecht/verzoeken`);
  await page.getByRole("link", { name: "Verbeteren: Trekt in" }).first().click();
  await page.getByLabel("Ja, wij doen wat is gevraagd").check();
  await page.getByLabel("Uw woorden").fill("Wij hebben uw naam verbeterd.\nExcuses.");
  await resident.getByText("Ik wil hier geen antwoord meer op").click();
  await resident.getByRole("button", { name: "Ja, stop dit verzoek" }).click();
  await page.getByRole("button", { name: "Geef dit antwoord" }).click();
  await expect(page.locator("main")).toContainText("Dit verzoek is intussen ingetrokken.");
  await expect(page.getByText("Wij hebben uw naam verbeterd.")).toHaveText("Wij hebben uw naam verbeterd.\nExcuses.");
  await isForEverybody(page, "an answer typed while the request was withdrawn");
  expect(
    await site.query("select state, answer from privacy_request where own_words like 'Mijn naam is fout%'"),
  ).toEqual([{ state: "withdrawn", answer: "" }]);
});
