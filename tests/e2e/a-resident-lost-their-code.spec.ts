import { expect, type Page, test } from "@playwright/test";
import { testMorning } from "../support/example-template.ts";
import { startSite } from "../support/site.ts";
import { openPostOffice, type PostOffice } from "../support/smtp.ts";
import { askToBeCalledBack, openQuestion } from "./steps.ts";

const made: { office?: PostOffice } = {};
const environment = { SMTP_URL: "" };
test.beforeAll(async () => {
  made.office = await openPostOffice();
  environment.SMTP_URL = made.office.url;
});
const site = startSite(environment);
test.afterAll(() => made.office?.stop());

/** What was mailed with this subject, as it is read. */
const mailsTo = (to: string, subject: string): string[] =>
  (made.office?.received ?? [])
    .filter((mail) => mail.to === to && mail.subject.includes(subject))
    .map(({ body }) => body.replaceAll("=\r\n", "").replaceAll("=3D", "="));

async function askForLink(page: Page, mail: string, digits: string): Promise<void> {
  await page.goto(`${site.url}/utrecht/volg`);
  await page.getByRole("link", { name: "Of laat u een link mailen" }).click();
  await page.getByLabel("Uw mailadres").fill(mail);
  await page.getByLabel("Laatste vier cijfers").fill(digits);
  await page.getByRole("button", { name: "Mail mij een link" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Kijk in uw mail");
}

/** The newest link in the mailbox, once there are so many. */
async function linkInMail(to: string, count = 1): Promise<string> {
  await expect.poll(() => mailsTo(to, "De link die u vroeg").length, { timeout: 15_000 }).toBe(count);
  const link = /http:\S+\/volg\/mail\/\w+/.exec(mailsTo(to, "De link die u vroeg").at(-1) ?? "")?.[0];
  if (link === undefined) throw new Error("There is no link in the mail.");
  return link;
}

test("a resident who lost their code gets a new one by mail; the old one is refused", async ({ page, browser }) => {
  const mail = "kwijt@example.org";
  const old = await askToBeCalledBack(page, site.url, { phone: "06-00005101", mail, word: "Over mijn huur" });
  await page.context().clearCookies();
  await askForLink(page, mail, "5101");
  await expect(page.getByText("Als wij dit adres kennen")).toBeVisible();
  const link = await linkInMail(mail);

  // On another device, as mail often is read there.
  const elsewhere = await (await browser.newContext()).newPage();
  await elsewhere.goto(link);
  await elsewhere.reload();
  await expect(elsewhere.getByRole("heading", { level: 1 })).toHaveText("Een nieuwe code");
  await expect(elsewhere.getByText("Over mijn huur")).toHaveCount(0);
  await openQuestion(page, site.url, old, "5101");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Zo staat het met uw vraag");

  await elsewhere.getByRole("button", { name: "Geef mij een nieuwe code" }).click();
  await expect(elsewhere.getByRole("heading", { level: 1 })).toHaveText("Uw nieuwe code");
  const code = (await elsewhere.locator(".rechtspoor-code").innerText()).trim();
  expect(code).not.toBe(old);
  await elsewhere.getByRole("link", { name: "Bekijk mijn vraag" }).click();
  await expect(elsewhere.getByText("Over mijn huur")).toBeVisible();

  // The browser that had the old code open sees nothing any more, and the code is refused.
  await page.reload();
  await expect(page.getByLabel("Uw code")).toBeVisible();
  await openQuestion(page, site.url, old, "5101");
  await expect(page.locator("#error-summary")).toContainText("horen niet bij elkaar");
  await openQuestion(page, site.url, code, "5101");
  await expect(page.getByText("Over mijn huur")).toBeVisible();

  await elsewhere.goto(link);
  await expect(elsewhere.getByRole("heading", { level: 1 })).toHaveText("Deze link werkt niet");
  await elsewhere.getByRole("link", { name: "Vraag een nieuwe link" }).click();
  await expect(elsewhere.getByLabel("Uw mailadres")).toBeVisible();
});

test("somebody with two questions chooses by day, works without a script, and presses twice", async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  const mail = "twee@example.org";
  await askToBeCalledBack(page, site.url, { phone: "06-00005102", mail, word: "De eerste vraag" });
  await site.moveClock(testMorning.add({ hours: 24 }));
  await askToBeCalledBack(page, site.url, { phone: "06-00005102", mail, word: "De tweede vraag" });
  await page.context().clearCookies();
  await askForLink(page, mail, "5102");
  await page.goto(await linkInMail(mail));
  await page.getByRole("button", { name: "Geef mij een nieuwe code" }).click();
  await expect(page.locator("#error-summary")).toContainText("Kies welke vraag u wilt zien.");
  await page.getByLabel("De vraag van dinsdag 24 november").check();
  await page.getByRole("button", { name: "Geef mij een nieuwe code" }).dblclick();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Uw nieuwe code");
  await page.getByRole("link", { name: "Bekijk mijn vraag" }).click();
  await expect(page.getByText("De eerste vraag")).toBeVisible();
  await site.moveClock(testMorning);
});

test("somebody whose address is not known reads the same, and whom to call", async ({ page }) => {
  await askForLink(page, "onbekend@example.org", "5103");
  await expect(page.getByText("Als wij dit adres kennen")).toBeVisible();
  await expect(page.locator("main").getByRole("link", { name: /^\d/ })).toHaveAttribute("href", /^tel:/);
  await askForLink(page, "kwijt@example.org", "0000");
  // What was asked for before it is sent before it: had these been mailed, they would be here by now.
  const mail = "daarna@example.org";
  await askToBeCalledBack(page, site.url, { phone: "06-00005104", mail });
  await askForLink(page, mail, "5104");
  await linkInMail(mail);
  expect(mailsTo("onbekend@example.org", "")).toEqual([]);
  expect(mailsTo("kwijt@example.org", "De link die u vroeg")).toHaveLength(1);
});
