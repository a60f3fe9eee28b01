import { expect, type Page } from "@playwright/test";

/* What people do on the site, in their own words: shared by the journeys. */

export type Asked = { phone: string; name?: string; mail?: string; word?: string; harm?: boolean; safe?: boolean };

/** Says what is the matter on the start page of Utrecht; ends when the answer is there, whole. */
export async function tellInOwnWords(page: Page, url: string, words: string): Promise<void> {
  await page.goto(`${url}/utrecht`);
  await page.getByLabel("Wat is er aan de hand?").fill(words);
  await page.getByRole("button", { name: "Zoek hulp" }).click();
  await page.waitForURL(`${url}/utrecht/hulp/antwoord`);
}

/** Opens the callback form of the social advisers in Utrecht by way of a life event. */
export async function openCallbackForm(
  page: Page,
  url: string,
  point = "Voorbeeld Hulp bij brieven, geld en regels",
): Promise<void> {
  await page.goto(`${url}/utrecht/hulp?thema=schulden`);
  await page.locator("article", { hasText: point }).getByRole("link", { name: "Bel mij terug" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bel mij terug");
}

export async function fillCallbackForm(page: Page, asked: Asked): Promise<void> {
  await page.getByLabel("Uw telefoonnummer").fill(asked.phone);
  await page.getByLabel("'s ochtends").check();
  await page
    .getByLabel(asked.harm === true ? "Ja, ik kan niet wachten" : "Nee, het kan een paar dagen wachten")
    .check();
  if (asked.safe === true)
    for (const question of ["Mogen wij iets inspreken", "Neemt iemand anders op"])
      await page.getByRole("radiogroup", { name: question }).getByLabel("Ja").check();
  if (asked.name === undefined && asked.mail === undefined && asked.word === undefined) return;
  const more = page.getByText("Wilt u nog iets zeggen?");
  if (!(await page.getByLabel("Uw naam").isVisible())) await more.click();
  if (asked.name !== undefined) await page.getByLabel("Uw naam").fill(asked.name);
  if (asked.mail !== undefined) await page.getByLabel("Uw e-mailadres").fill(asked.mail);
  if (asked.word !== undefined) await page.getByLabel("Waar gaat het over?").fill(asked.word);
}

/** From the empty form to the confirmation; returns the code. */
export async function askToBeCalledBack(page: Page, url: string, asked: Asked): Promise<string> {
  await openCallbackForm(page, url);
  await fillCallbackForm(page, asked);
  await page.getByRole("button", { name: "Kijk uw antwoorden na" }).click();
  await page.getByRole("button", { name: "Stuur mijn vraag" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Wij bellen u");
  return (await page.locator(".rechtspoor-code").innerText()).trim();
}

export async function openQuestion(page: Page, url: string, code: string, lastFour: string): Promise<void> {
  await page.goto(`${url}/utrecht/volg`);
  await page.getByLabel("Uw code").fill(code);
  await page.getByLabel("Laatste vier cijfers").fill(lastFour);
  await page.getByRole("button", { name: "Bekijk mijn vraag" }).click();
}

/** @param home the heading of the page where they begin: that of whoever works on no files is another. */
export async function signIn(page: Page, url: string, name: string, home = "Vandaag"): Promise<void> {
  await page.context().clearCookies();
  await page.goto(`${url}/werk`);
  await page.getByRole("link", { name: "Log in met Voorbeeld" }).click();
  await page.getByLabel(name).check();
  await page.getByRole("button", { name: "Ga verder als deze persoon" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(home);
}

/** The row on Vandaag of somebody's question. */
export const rowOf = (page: Page, name: string) => page.locator(".rechtspoor-row", { hasText: name });

/** Opens what somebody with this number asked the social advisers, as a colleague of another team, in an emergency. */
export async function breakGlass(page: Page, url: string, phone: string): Promise<void> {
  await page.goto(`${url}/werk/utrecht/noodtoegang`);
  await page.getByLabel("Van welk team is de hulpvraag?").selectOption("Voorbeeld Team Raadslieden Utrecht");
  await page.getByLabel("telefoonnummer van de inwoner").fill(phone);
  await page.getByLabel("Er is gevaar voor iemand").check();
  await page.getByLabel("Leg uit wat er aan de hand is").fill("De inwoner belde in paniek en het team is weg.");
  await page.getByRole("button", { name: "Open de hulpvraag" }).click();
}

/** The browser goes where nothing tells of us; in the tests it does not arrive, because it reaches no other machine. */
export async function leavesInAHurry(page: Page, act: () => Promise<void>): Promise<void> {
  const there = page.waitForEvent("requestfailed", (request) => request.url() === "https://www.buienradar.nl/");
  await act();
  await there;
}
