import { expect, test } from "@playwright/test";
import { testMorning } from "../support/example-template.ts";
import { startSite } from "../support/site.ts";
import {
  askToBeCalledBack,
  fillCallbackForm,
  leavesInAHurry,
  openCallbackForm,
  openQuestion,
  rowOf,
  signIn,
  tellInOwnWords,
} from "./steps.ts";

const site = startSite();

test.describe("on a phone without JavaScript", () => {
  test.use({ viewport: { width: 390, height: 800 }, javaScriptEnabled: false });

  test("somebody tells it in their own words, asks to be called, and follows it until it is answered", async ({
    page,
    browser,
  }) => {
    await page.goto(site.url);
    await page.getByLabel("Uw gemeente, woonplaats of postcode").fill("3563");
    await page.getByRole("button", { name: "Ga verder" }).click();
    await expect(page).toHaveURL(`${site.url}/utrecht`);
    await page
      .getByLabel("Wat is er aan de hand?")
      .fill("Mijn man is weg en ik snap de post niet meer. Ik kan de huur niet betalen.");
    await page.getByRole("button", { name: "Zoek hulp" }).click();
    await expect(page).toHaveURL(`${site.url}/utrecht/hulp/antwoord`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Dit kunt u nu doen");
    await expect(page.locator("main")).toContainText("Wonen en huur");
    await expect(page.locator("main")).toContainText("ongeveer");

    const code = await askToBeCalledBack(page, site.url, {
      phone: "06-0000 2001",
      name: "Noor de Wit",
      mail: "noor@example.org",
      word: "Er ligt een brief van de verhuurder.",
    });
    await expect(page.locator("main")).toContainText("Wij bellen u vóór donderdag 26 november 10.00 uur");
    await expect(page.locator("main")).toContainText("twee werkdagen");
    await expect(page.locator("main")).toContainText("Wij bellen vanaf 06 00000101");
    expect(code).toMatch(/^[2-9A-HJ-NP-TV-Z]{4}-[2-9A-HJ-NP-TV-Z]{4}$/);

    await openQuestion(page, site.url, code.toLowerCase().replace("-", " "), "2001");
    await expect(page.locator("main")).toContainText("Uw vraag ligt klaar");
    await expect(page.locator("main")).toContainText("Er ligt een brief van de verhuurder.");

    const desk = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const work = await desk.newPage();
    await signIn(work, site.url, "Samira El Yousfi");
    await rowOf(work, "Noor de Wit").getByRole("button", { name: "Neem over" }).click();
    await expect(work.locator("main")).toContainText("Deze vraag is nu van u.");
    await page.reload();
    await expect(page.locator("main")).toContainText("Iemand heeft uw vraag opgepakt");

    // The warnings come before the number, in the page and for a screen reader alike.
    const reach = work.locator("article", { has: work.getByRole("heading", { name: "Bereiken" }) });
    const text = await reach.innerText();
    expect(text.indexOf("Spreek niets in.")).toBeGreaterThan(-1);
    expect(text.indexOf("Spreek niets in.")).toBeLessThan(text.indexOf("06\u00a000002001"));

    await work.getByLabel("Geen antwoord").check();
    await work.getByRole("button", { name: "Bewaar", exact: true }).first().click();
    await expect(work.locator("main")).toContainText("Opnieuw bellen vóór");
    await page.reload();
    await expect(page.locator("main")).toContainText("U nam niet op");

    await work.getByLabel("Gesproken").check();
    await work.getByLabel("Notitie").first().fill("Brief samen gelezen.");
    await work.getByRole("button", { name: "Bewaar", exact: true }).first().click();
    await work.getByText("Rond af", { exact: true }).click();
    await work.getByLabel("Vraag beantwoord").check();
    await work.getByRole("button", { name: "Sluit de vraag af" }).click();
    await expect(work.locator("main")).toContainText("De vraag is afgesloten.");

    await page.reload();
    await expect(page.locator("main")).toContainText("Uw vraag is klaar");
    await expect(page.locator("main")).not.toContainText("Brief samen gelezen.");

    const [mail] = await site.query<{ subject: string; text: string }>(
      "select subject, text from mail where to_address = 'noor@example.org'",
    );
    expect(mail?.subject).toBe("Wij bellen u terug");
    expect(mail?.text).toContain(code);
    await desk.close();
  });

  test("what was typed comes back with a sentence per mistake, and the list of mistakes leads to the fields", async ({
    page,
  }) => {
    await openCallbackForm(page, site.url);
    await page.getByLabel("Uw telefoonnummer").fill("0900-8020");
    await page.getByRole("button", { name: "Kijk uw antwoorden na" }).click();
    await expect(page).toHaveTitle(/^Fout:/);
    const summary = page.locator("#error-summary");
    await expect(summary).toContainText("nummer van een organisatie");
    await expect(summary).toContainText("Kies wanneer wij u kunnen bellen.");
    await expect(summary).toContainText("Kies ja of nee.");
    await expect(page.getByLabel("Uw telefoonnummer")).toHaveValue("0900-8020");
    await summary.getByRole("link").first().click();
    await expect(page).toHaveURL(/#field-phone$/);
  });

  test("before sending everything is shown once more and can be changed", async ({ page }) => {
    await openCallbackForm(page, site.url);
    await fillCallbackForm(page, { phone: "+32 470 12 34 56", name: "Łukasz 🙂 <b>vet</b>" });
    await page.getByRole("button", { name: "Kijk uw antwoorden na" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Klopt dit?");
    await expect(page.locator("main")).toContainText("+32 470 12 34 56");
    await expect(page.locator("main")).toContainText("Łukasz 🙂 <b>vet</b>");
    await page.getByRole("link", { name: "Verander iets" }).click();
    await expect(page.getByLabel("Uw telefoonnummer")).toHaveValue("+32 470 12 34 56");
    await expect(page.getByLabel("'s ochtends")).toBeChecked();
    await expect(page.getByLabel("Nee, het kan een paar dagen wachten")).toBeChecked();
  });

  test("nothing is chosen beforehand", async ({ page }) => {
    await openCallbackForm(page, site.url);
    expect(await page.locator("input:checked").count()).toBe(0);
  });

  test("a code with the wrong digits and a code that does not exist get the same answer", async ({ page }) => {
    const code = await askToBeCalledBack(page, site.url, { phone: "06-00002003" });
    await openQuestion(page, site.url, code, "9999");
    const wrongDigits = await page.locator("main").innerText();
    await openQuestion(page, site.url, "2222-3333", "2003");
    expect(await page.locator("main").innerText()).toBe(wrongDigits);
  });

  test("somebody changes the times, adds a word and then stops the question", async ({ page }) => {
    const code = await askToBeCalledBack(page, site.url, { phone: "06-00002004" });
    await openQuestion(page, site.url, code, "2004");
    await page.getByText("Wanneer kunnen wij u bellen?").first().click();
    await page.getByLabel("'s middags").check();
    await page.getByRole("button", { name: "Bewaar" }).click();
    await expect(page.locator("main")).toContainText(
      "Wij bellen u op deze tijden: 's ochtends (tot 12.00 uur), 's middags",
    );
    await page.getByText("Iets toevoegen").first().click();
    await page.getByLabel("Iets toevoegen").fill("Bel liever na tien uur.");
    await page.getByRole("button", { name: "Stuur erbij" }).click();
    await expect(page.locator("main")).toContainText("Bel liever na tien uur.");
    await page.getByText("Ik heb geen hulp meer nodig").click();
    await page.getByRole("button", { name: "Ja, stop met mijn vraag" }).click();
    await expect(page.locator("main")).toContainText("U hebt uw vraag gestopt");
    await page.getByRole("button", { name: "Sluit deze pagina af" }).click();
    await page.goto(`${site.url}/utrecht/volg/vraag`);
    await expect(page.getByLabel("Uw code")).toBeVisible();
  });
});

test("somebody with a new number and somebody who may listen in changes how they are called", async ({ page }) => {
  const code = await askToBeCalledBack(page, site.url, { phone: "06-00002010", safe: true });
  await openQuestion(page, site.url, code, "2010");
  await page.getByText("Een ander telefoonnummer").click();
  await expect(page.locator("main")).toContainText("Wij bellen nu het nummer dat eindigt op 2010.");
  await page.getByLabel("Uw nieuwe telefoonnummer").fill("geen idee");
  await page.getByRole("button", { name: "Bewaar het nummer" }).click();
  await expect(page.locator("#error-summary")).toContainText("Dit is geen telefoonnummer");
  await expect(page.getByLabel("Uw nieuwe telefoonnummer")).toHaveValue("geen idee");
  await page.getByLabel("Uw nieuwe telefoonnummer").fill("06-00002011");
  await page.getByRole("button", { name: "Bewaar het nummer" }).click();
  await expect(page.locator("main")).toContainText("Wij bellen u op het nieuwe nummer.");
  await page.getByText("Hoe wij u veilig bellen").click();
  const message = page.getByRole("radiogroup", { name: "Mogen wij iets inspreken" });
  await expect(message.getByLabel("Ja")).toBeChecked();
  await message.getByLabel("Nee").check();
  await page.locator("details[open]").getByRole("button", { name: "Bewaar" }).click();
  await expect(page.locator("main")).toContainText("Neemt u niet op? Dan spreken wij niets in.");
  await openQuestion(page, site.url, code, "2011");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Zo staat het met uw vraag");
  const rows = await site.query("select may_leave_message, may_say_who from resident where phone = '+31600002011'");
  expect(rows).toEqual([{ may_leave_message: "no", may_say_who: "yes" }]);
});

test("pressing send three times makes one request with one code", async ({ page }) => {
  await openCallbackForm(page, site.url);
  await fillCallbackForm(page, { phone: "06-00002005", name: "Drie keer" });
  await page.getByRole("button", { name: "Kijk uw antwoorden na" }).click();
  const formKey = await page.locator("[name=formKey]").inputValue();
  const send = () =>
    page.evaluate(
      async ({ address, formKey }) =>
        (await fetch(address, { method: "POST", body: new URLSearchParams({ formKey }) })).text(),
      { address: `${site.url}/utrecht/bel-mij-terug/nakijken`, formKey },
    );
  const pages = await Promise.all([send(), send(), send()]);
  const codes = new Set(pages.map((html) => /rechtspoor-code[^>]*>([^<]+)</.exec(html)?.[1]));
  expect(codes.size).toBe(1);
  const rows = await site.query("select id from resident r join callback using (case_id) where r.name = 'Drie keer'");
  expect(rows).toHaveLength(1);
});

test("going back after sending and sending again changes nothing", async ({ page }) => {
  const code = await askToBeCalledBack(page, site.url, { phone: "06-00002006", name: "Terugknop" });
  await page.goBack();
  // The answers are gone from this browser; the confirmation is what is left.
  await expect(page).toHaveURL(`${site.url}/utrecht/bel-mij-terug/gelukt`);
  await expect(page.locator(".rechtspoor-code")).toHaveText(code);
  const rows = await site.query("select case_id from resident where name = 'Terugknop'");
  expect(rows).toHaveLength(1);
});

test("two forms open in one browser are never mixed up: what is sent is what was looked over", async ({
  page,
  context,
}) => {
  const other = await context.newPage();
  await openCallbackForm(page, site.url);
  await fillCallbackForm(page, { phone: "06-00002007", name: "Eerste tabblad" });
  await page.getByRole("button", { name: "Kijk uw antwoorden na" }).click();
  await openCallbackForm(other, site.url);
  await fillCallbackForm(other, { phone: "06-00002008", name: "Tweede tabblad" });
  await other.getByRole("button", { name: "Kijk uw antwoorden na" }).click();
  await page.getByRole("button", { name: "Stuur mijn vraag" }).click();
  await expect(page.locator("main")).toContainText("U hebt dit formulier ook ergens anders open.");
  await expect(page.locator("main")).toContainText("Tweede tabblad");
  expect(await site.query("select from resident where name in ('Eerste tabblad', 'Tweede tabblad')")).toHaveLength(0);
});

test("leaving in a hurry leaves nothing of a question behind", async ({ page }) => {
  await askToBeCalledBack(page, site.url, { phone: "06-00002009", name: "Snel weg" });
  await leavesInAHurry(page, () => page.getByRole("link", { name: "Verlaat deze site" }).click());
  // What Back shows tells on nobody: the start page, and a form as for a newcomer.
  await page.goto(`${site.url}/utrecht/bel-mij-terug/gelukt`);
  await expect(page).toHaveURL(`${site.url}/utrecht`);
  for (const path of ["bel-mij-terug/nakijken", "volg/vraag", "bel-mij-terug?verander=1"]) {
    await page.goto(`${site.url}/utrecht/${path}`);
    await expect(page.locator("main"), path).not.toContainText(/Snel weg|weg\.|veiliger|niet meer/);
  }
});

test("whose twenty minutes ran out hears that the answers are gone, and a receipt too", async ({ page }) => {
  await openCallbackForm(page, site.url);
  await fillCallbackForm(page, { phone: "06-00002020" });
  await page.getByRole("button", { name: "Kijk uw antwoorden na" }).click();
  await site.moveClock(testMorning.add({ minutes: 30 }));
  await page.reload();
  await expect(page.locator("main")).toContainText("Uw antwoorden zijn weg.");
  await page.reload();
  await expect(page.locator("main")).not.toContainText("Uw antwoorden zijn weg.");
  await askToBeCalledBack(page, site.url, { phone: "06-00002020" });
  await site.moveClock(testMorning.add({ minutes: 60 }));
  await page.reload();
  await expect(page.locator("main")).toContainText("Deze pagina is niet meer te zien.");
  await site.moveClock(testMorning);
});

test("a refused form keeps what was typed in another language and on the way back", async ({ page }) => {
  await openCallbackForm(page, site.url);
  await page.getByLabel("Uw telefoonnummer").fill("06-1234");
  await page.getByLabel("'s ochtends").check();
  await page.getByRole("button", { name: "Kijk uw antwoorden na" }).click();
  await page.getByRole("link", { name: "English" }).click();
  await expect(page.getByLabel("Your phone number")).toHaveValue("06-1234");
  await page.getByLabel("Your phone number").fill("06-00002021");
  await page.getByLabel("No, it can wait").check();
  await page.getByRole("button", { name: "Check your answers" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Is this right?");
  await openCallbackForm(page, site.url);
  await page.getByRole("link", { name: "U was al begonnen. Ga verder met wat u invulde" }).click();
  await expect(page.getByLabel("Uw telefoonnummer")).toHaveValue("06-00002021");
  await leavesInAHurry(page, () => page.getByRole("link", { name: "Verlaat deze site" }).click());
  await openCallbackForm(page, site.url);
  await expect(page.getByText("U was al begonnen.")).toHaveCount(0);
});

test("what somebody told in their own words stands in the form, and the first who may call fits it best", async ({
  page,
}) => {
  await tellInOwnWords(page, site.url, "Ik heb schulden en drie aanmaningen.");
  await page.goto(`${site.url}/utrecht/bel-mij-terug`);
  await page.getByRole("link", { name: "Bel mij terug" }).first().click();
  await expect(page).toHaveURL(/onderwerp=schulden/);
  await expect(page.getByLabel("Waar gaat het over?")).toHaveValue("Ik heb schulden en drie aanmaningen.");
  await expect(page.locator("main")).toContainText("Dit schreef u net.");
  await expect(page.locator("main")).toContainText("Uw browser onthoudt welke pagina's u bekeek.");
});

test("the form says for this very team whether the municipality can see it", async ({ page }) => {
  for (const [independence, sentence] of [
    ["independent", "Dit team staat los van de gemeente."],
    ["funded", "De gemeente betaalt dit team, maar kan niet bij wat u invult."],
    ["municipal", "Dit team hoort bij de gemeente."],
    ["unknown", "Wij weten niet of de gemeente dit team betaalt."],
  ]) {
    await site.query("update organisation set independence = $1", [independence]);
    await openCallbackForm(page, site.url);
    await expect(page.locator("main"), independence).toContainText(sentence ?? "");
  }
});

test("a code opens with the whole number too, however it is written", async ({ page }) => {
  const code = await askToBeCalledBack(page, site.url, { phone: "06-00002022" });
  for (const number of ["06 0000 2022", "+31 6 0000 2022", "٢٠٢٢"]) {
    await openQuestion(page, site.url, code, number);
    await expect(page.getByRole("heading", { level: 1 }), number).toHaveText("Zo staat het met uw vraag");
  }
});

test("after a wrong number another one is asked, and no call is promised to it without a word", async ({ page }) => {
  const code = await askToBeCalledBack(page, site.url, { phone: "06-00002023", name: "Verkeerd nummer" });
  await signIn(page, site.url, "Samira El Yousfi");
  await rowOf(page, "Verkeerd nummer").getByRole("button", { name: "Neem over" }).click();
  await page.getByLabel("Verkeerd nummer", { exact: true }).check();
  await page.getByRole("button", { name: "Bewaar", exact: true }).first().click();
  await openQuestion(page, site.url, code, "2023");
  await expect(page.locator("main")).toContainText("Het nummer klopte niet. Weet u een ander?");
  await expect(page.getByLabel("Uw nieuwe telefoonnummer")).toBeVisible();
  await expect(page.getByRole("heading", { name: /^Wij bellen u vóór/ })).toHaveCount(0);
});

test("a question that was stopped is called stopped, and what was typed too late is not lost without a word", async ({
  page,
  context,
}) => {
  const code = await askToBeCalledBack(page, site.url, { phone: "06-00002024" });
  await openQuestion(page, site.url, code, "2024");
  await expect(page.locator("main")).toContainText("Zo bellen wij u nu");
  await expect(page.locator("main")).toContainText("'s ochtends (tot 12.00 uur)");
  await page.getByText("Iets toevoegen").first().click();
  await page.getByLabel("Iets toevoegen").fill("Dit moet u nog weten.");
  const other = await context.newPage();
  await other.goto(`${site.url}/utrecht/volg/vraag`);
  await other.getByText("Ik heb geen hulp meer nodig").click();
  await other.getByRole("button", { name: "Ja, stop met mijn vraag" }).click();
  await page.getByRole("button", { name: "Stuur erbij" }).click();
  await expect(page.locator("main")).toContainText("Dat kan niet meer. Uw vraag is gestopt.");
  await expect(page.locator("main")).toContainText("Dit moet u nog weten.");
});

test("words behind which something dangerous may be show the way out and 112", async ({ page }) => {
  for (const words of ["mijn vriend slaat mij en leest mijn telefoon", "ik weet het allemaal niet meer"]) {
    await tellInOwnWords(page, site.url, words);
    await expect(page.getByRole("link", { name: "Verlaat deze site" })).toBeVisible();
    await expect(page.locator("main")).toContainText("112");
  }
});

test("pages carry no script, but for completing a search word, and the quick exit: on sensitive themes, when leaving a number and when following", async ({
  page,
}) => {
  for (const path of ["/hulp", "/hulp?thema=schulden"]) {
    await page.goto(`${site.url}/utrecht${path}`);
    await expect(page.locator("script"), path).toHaveAttribute("src", /completions/);
  }
  for (const path of ["", "/privacy", "/onderwerp/wonen"]) {
    await page.goto(`${site.url}/utrecht${path}`);
    expect(await page.locator("script").count(), path).toBe(0);
  }
  for (const path of ["/bel-mij-terug", "/volg"]) {
    await page.goto(`${site.url}/utrecht${path}`);
    expect(await page.locator("script").count(), path).toBe(1);
  }
  await page.goto(`${site.url}/utrecht/onderwerp/scheiding`);
  await expect(page.locator("script")).toHaveCount(1);
  await expect(page.getByRole("link", { name: "Verlaat deze site" })).toBeVisible();
  await expect(page.getByText("Of druk drie keer op Shift.")).toBeVisible();
  // Going back through a page, or a capital letter, is no wish to leave.
  for (let press = 0; press < 3; press++) await page.keyboard.press("Shift+Tab");
  const said = page.getByRole("status");
  await expect(said).toBeEmpty();
  await page.keyboard.press("Shift");
  await expect(said).toHaveText("Nog 2 keer.");
  await page.keyboard.press("Shift");
  await expect(said).toHaveText("Nog 1 keer.");
  await leavesInAHurry(page, () => page.keyboard.press("Shift"));
});
