import { expect, type Page, test } from "@playwright/test";
import { startSite } from "../support/site.ts";
import { askToBeCalledBack, fillCallbackForm, openCallbackForm, openQuestion } from "./steps.ts";

/* What a resident reads about how they are called, before and after asking, without a script. */

const site = startSite();

test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } });

const exit = (page: Page) => page.getByRole("link", { name: "Verlaat deze site" });

test("wherever a number is left or a question is followed, the way out is there", async ({ page }) => {
  await page.goto(`${site.url}/utrecht/bel-mij-terug`);
  await expect(exit(page)).toBeVisible();
  await openCallbackForm(page, site.url);
  await expect(exit(page)).toBeVisible();
  await page.getByRole("button", { name: "Kijk uw antwoorden na" }).click();
  await expect(page.locator("#error-summary")).toBeVisible();
  await expect(exit(page)).toBeVisible();
  await fillCallbackForm(page, { phone: "06-00007001" });
  await page.getByRole("button", { name: "Kijk uw antwoorden na" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Klopt dit?");
  await expect(exit(page)).toBeVisible();
  await page.getByRole("button", { name: "Stuur mijn vraag" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Wij bellen u");
  await expect(exit(page)).toBeVisible();
  const code = (await page.locator(".rechtspoor-code").innerText()).trim();
  await page.goto(`${site.url}/utrecht/volg`);
  await expect(exit(page)).toBeVisible();
  await openQuestion(page, site.url, code, "7001");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Zo staat het met uw vraag");
  await expect(exit(page)).toBeVisible();
});

test("what was not chosen about calling is said as it is: what we do, and that nobody chose it", async ({ page }) => {
  await openCallbackForm(page, site.url);
  await fillCallbackForm(page, { phone: "06-00007002" });
  await page.getByRole("button", { name: "Kijk uw antwoorden na" }).click();
  const answer = (question: string) => page.locator("dl > div", { hasText: question }).locator("dd").first();
  await expect(answer("Mogen wij iets inspreken")).toHaveText("Niet gekozen: wij spreken niets in");
  await expect(answer("Neemt iemand anders op")).toHaveText("Niet gekozen: wij zeggen niet wie wij zijn");
  await expect(answer("Voor wie vraagt u dit?")).toHaveText("niet ingevuld");
  await page.getByRole("button", { name: "Stuur mijn vraag" }).click();
  const code = (await page.locator(".rechtspoor-code").innerText()).trim();
  await openQuestion(page, site.url, code, "7002");
  await page.getByText("Hoe wij u veilig bellen").click();
  const message = page.getByRole("radiogroup", { name: "Mogen wij iets inspreken" });
  await expect(message).toContainText("Dan spreken wij niets in. U hebt dit nog niet gekozen.");
  await expect(page.getByRole("radiogroup", { name: "Neemt iemand anders op" })).toContainText(
    "Dan zeggen wij niet wie wij zijn. U hebt dit nog niet gekozen.",
  );
  await message.getByLabel("Nee").check();
  await page.locator("details[open]").getByRole("button", { name: "Bewaar" }).click();
  await page.getByText("Hoe wij u veilig bellen").click();
  await expect(message).toContainText("Dan spreken wij niets in.");
  await expect(message).not.toContainText("U hebt dit nog niet gekozen.");
});

test("what was chosen is shown as it was chosen, for whom too", async ({ page }) => {
  await openCallbackForm(page, site.url);
  await fillCallbackForm(page, { phone: "06-00007003", safe: true, name: "Gekozen" });
  await page.getByRole("radiogroup", { name: "Voor wie vraagt u dit?" }).getByLabel("Voor mijzelf").check();
  await page.getByRole("button", { name: "Kijk uw antwoorden na" }).click();
  const answer = (question: string) => page.locator("dl > div", { hasText: question }).locator("dd").first();
  await expect(answer("Mogen wij iets inspreken")).toHaveText("Ja");
  await expect(answer("Voor wie vraagt u dit?")).toHaveText("Voor mijzelf");
});

test("the confirmation says who calls, from which number, before when, and what happens with messages", async ({
  page,
}) => {
  await askToBeCalledBack(page, site.url, { phone: "06-00007004", safe: true });
  const said = page.locator("main");
  await expect(said).toContainText(
    "Iemand van Voorbeeld Team Raadslieden Utrecht belt u vanaf 06 00000101, vóór donderdag 26 november 10.00 uur.",
  );
  await expect(said).toContainText("Neemt iemand anders op? Dan zeggen wij wie wij zijn.");
  await expect(said).toContainText("Neemt u niet op? Dan spreken wij iets in.");
  await expect(said).toContainText("Zet dit nummer in uw telefoon.");
});

test("who may not be told who we are is not asked to keep our number under our name", async ({ page }) => {
  await askToBeCalledBack(page, site.url, { phone: "06-00007005" });
  const said = page.locator("main");
  await expect(said).not.toContainText("Zet dit nummer in uw telefoon.");
  await expect(said).toContainText(
    "Zet dit nummer niet met onze naam in uw telefoon, dan ziet niemand anders wie u belt.",
  );
  await expect(said).toContainText("Dan zeggen wij niet wie wij zijn.");
  await expect(said).toContainText("Dan spreken wij niets in.");
});

test("who cannot wait reads what that changes: first in line, and the same promise", async ({ page }) => {
  await openCallbackForm(page, site.url);
  await expect(page.getByRole("radiogroup", { name: "Kost dit u nu geld" })).toContainText(
    "Dan komt u vooraan in de rij. Het moment waarop wij u uiterlijk bellen, blijft hetzelfde.",
  );
  await askToBeCalledBack(page, site.url, { phone: "06-00007006", harm: true });
  const said = page.locator("main");
  await expect(said).toContainText("U staat vooraan in de rij. Wij bellen u in elk geval vóór donderdag 26 november");
  await expect(said).toContainText(/Kunt u niet wachten\? Bel 06\s00000101, of loop langs bij Voorbeeldbalie Utrecht/);
});

test("who stopped the question is no longer shown whom to call about it", async ({ page }) => {
  const code = await askToBeCalledBack(page, site.url, { phone: "06-00007007" });
  await openQuestion(page, site.url, code, "7007");
  const call = page.locator("main").getByRole("link", { name: /^Bel 06/ });
  await expect(call).toHaveCount(1);
  await page.getByText("Ik heb geen hulp meer nodig").click();
  await page.getByRole("button", { name: "Ja, stop met mijn vraag" }).click();
  await expect(page.locator("main")).toContainText("Uw vraag is gestopt.");
  await expect(call).toHaveCount(0);
});

test("whoever would rather mail follows a link", async ({ page }) => {
  await openCallbackForm(page, site.url);
  await expect(page.locator('main a[href^="mailto:"]')).toBeVisible();
});

for (const [width, height] of [
  [320, 640],
  [768, 900],
  [1280, 800],
] as const)
  for (const size of [1, 2])
    test(`the way out covers no text at ${width} px with text of ${size * 100} %`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await openCallbackForm(page, site.url);
      const shown = await page.evaluate((size) => {
        const { documentElement } = document;
        documentElement.style.fontSize = `${size * Number.parseFloat(getComputedStyle(documentElement).fontSize)}px`;
        window.scrollTo(0, documentElement.scrollHeight);
        const bar = document.querySelector("#quick-exit")?.getBoundingClientRect();
        const last = [...document.querySelectorAll("footer a")].at(-1)?.getBoundingClientRect();
        return { bar, last, wide: documentElement.clientWidth, cut: documentElement.scrollWidth };
      }, size);
      // As wide as the window and not see-through: nothing stands beside it or shines through; the foot stays above it.
      expect(shown.bar?.width).toBe(shown.wide);
      expect(shown.cut).toBe(shown.wide);
      expect(shown.last?.bottom).toBeLessThanOrEqual(shown.bar?.top ?? 0);
      expect(shown.bar?.height).toBeLessThan(height / 4);
    });
