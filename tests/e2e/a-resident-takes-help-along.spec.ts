import { expect, test } from "@playwright/test";
import { startSite } from "../support/site.ts";

/* What somebody takes along: hours in the agenda, a poster on a wall, a page on paper. Without a script. */

const site = startSite();

test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

const pagesOf = (pdf: Buffer): number => (pdf.toString("latin1").match(/\/Type \/Page\b(?!s)/g) ?? []).length;
const walkIn = "/utrecht/hulp?thema=schulden&alleen=inloop";

test("the hours for walking in go into the agenda", async ({ page, request }) => {
  await page.goto(site.url + walkIn);
  await page.locator("article h3 a").first().click();
  const link = page.getByRole("link", { name: "Zet de inlooptijden in uw agenda" });
  const answer = await request.get(new URL((await link.getAttribute("href")) ?? "", site.url).href);
  expect(answer.headers()["content-type"]).toBe("text/calendar; charset=utf-8");
  const file = await answer.text();
  expect(file).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(file).toMatch(/RRULE:FREQ=(WEEKLY|MONTHLY);BYDAY=/);
  await page.emulateMedia({ media: "print" });
  await expect(link).toBeHidden();
});

test("help without hours for walking in offers no agenda", async ({ page, request }) => {
  const [service] = await site.query<{ id: string }>(
    "select id from service s where municipality_id = 'GM0344' and not exists (select from service_point p where p.service_id = s.id and p.hours -> 'walkIn' <> '[]') limit 1",
  );
  await page.goto(`${site.url}/utrecht/hulp/${service?.id}`);
  await expect(page.getByRole("link", { name: "Zet de inlooptijden" })).toHaveCount(0);
  expect((await request.get(`${page.url()}/inloop.ics`)).status()).toBe(404);
});

test("a professional prints a poster, and whoever cannot scan types its short address", async ({ page }) => {
  await page.goto(site.url + walkIn);
  await page.locator("article h3 a").first().click();
  const address = page.url().replace(/\?.*/, "");
  await page.getByRole("link", { name: "Voor professionals" }).click();
  await page.getByRole("link", { name: "Poster om op te hangen" }).click();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("Loop binnen zonder afspraak")).toBeVisible();
  await expect(page.getByRole("link", { name: "Terug naar de gegevens" })).toBeHidden();
  const short = `${site.url.replace("http://", "")}/utrecht/hulp/${address.slice(-8)}`;
  await expect(page.getByRole("img", { name: short })).toBeVisible();
  await expect(page.locator("main")).toContainText(short);
  expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
  await page.goto(`http://${short}`);
  await expect(page).toHaveURL(address);
});

test("the page of help on paper says where it stands, of which day it is and how to reach somebody, and nothing of this minute", async ({
  page,
}) => {
  await page.goto(site.url + walkIn);
  await page.locator("article h3 a").first().click();
  const short = `${site.url.replace("http://", "")}/utrecht/hulp/${page.url().replace(/\?.*/, "").slice(-8)}`;
  await expect(page.getByText(short)).toBeHidden();
  const now = page.getByText(/U kunt nu binnenlopen|Nu te bellen/);
  await expect(now.first()).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText(`Deze bladzijde staat op ${short}. Afgedrukt op 24 november 2026.`)).toBeVisible();
  for (const told of [/Gecontroleerd op|Niet bij de organisatie nagevraagd/, "Adres", "Telefoon", "maandag tot en met"])
    await expect(page.getByText(told).filter({ visible: true }).first()).toBeVisible();
  await expect(now.filter({ visible: true })).toHaveCount(0);
  for (const left of ["Bel mij terug", "Klopt er iets niet", "Zet de inlooptijden"])
    await expect(page.getByText(left).filter({ visible: true })).toHaveCount(0);
});

test("the list of help on paper holds a way to reach each of them, and where the list stands", async ({ page }) => {
  await page.emulateMedia({ media: "print" });
  await page.goto(`${site.url}/utrecht/hulp?thema=schulden`);
  const address = `${site.url.replace("http://", "")}/utrecht/hulp?thema=schulden`;
  await expect(page.getByText(`Deze bladzijde staat op ${address}.`)).toBeVisible();
  await expect(page.locator("article", { hasText: "Geldfit" })).toContainText("https://geldfit.nl");
  await expect(page.locator("article", { hasText: "Geldfit" }).getByText("https://geldfit.nl")).toBeVisible();
});

test("the data on the page of help is no script: the browser finds nothing against the rules of the site", async ({
  browser,
}) => {
  const page = await browser.newPage({ javaScriptEnabled: true });
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(site.url + walkIn);
  await page.locator("article h3 a").first().click();
  const data = await page.locator('script[type="application/ld+json"]').textContent();
  expect(JSON.parse(data ?? "")).toMatchObject({ "@context": "https://schema.org" });
  expect(complaints).toEqual([]);
  await page.close();
});

test("a life event has a poster too, in the language of the page", async ({ page }) => {
  await page.goto(`${site.url}/en/almere/onderwerp/schulden`);
  await page.getByRole("link", { name: "For professionals: poster to hang up" }).click();
  await expect(page.locator("main")).toContainText("/en/almere/onderwerp/schulden");
  expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
});
