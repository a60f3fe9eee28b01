import { expect, test } from "@playwright/test";
import { testMorning } from "../support/example-template.ts";
import { startSite } from "../support/site.ts";
import { askToBeCalledBack, rowOf, signIn } from "./steps.ts";

const site = startSite();

test("a privacy officer finds who looked, because it stood out and because the resident asks, and sees no file", async ({
  browser,
}) => {
  const [resident, helper, officer, lead] = await Promise.all(
    [1, 2, 3, 4].map(async () => (await browser.newContext()).newPage()),
  );
  if (resident === undefined || helper === undefined || officer === undefined || lead === undefined) return;
  const code = await askToBeCalledBack(resident, site.url, { phone: "06-00004121", name: "Wordt Gelezen" });

  // Jeroen reads at three in the morning: nobody stops him.
  const night = testMorning.add({ hours: 17 });
  await site.moveClock(night);
  await signIn(helper, site.url, "Jeroen van der Horst");
  await rowOf(helper, "Wordt Gelezen").getByRole("link").first().click();
  await expect(helper.getByRole("heading", { level: 1 })).toContainText("Wordt Gelezen");
  await site.moveClock(night.add({ minutes: 5 }));

  await signIn(officer, site.url, "Hatice Koç", "Start hier");
  await officer.getByRole("link", { name: "Wie keek waarin", exact: true }).click();
  const look = officer.getByRole("link", { name: "Gelezen in de nacht: Jeroen van der Horst" });
  await expect(look).toBeVisible();
  await expect(officer.getByText("Kijk vóór", { exact: false })).toBeVisible();

  // The lead is the deputy and sees it on the list of the day; the one who read does not.
  await signIn(lead, site.url, "Samira El Yousfi");
  await expect
    .poll(async () => {
      await lead.reload();
      return rowOf(lead, "Nakijken wat opviel").filter({ hasText: "voor wie op privacy let" }).count();
    })
    .toBe(1);
  await helper.goto(`${site.url}/werk/utrecht/vandaag`);
  await expect(rowOf(helper, "Nakijken wat opviel")).toHaveCount(0);

  await look.click();
  await expect(officer.getByText("Jeroen van der Horst las bij", { exact: false })).toBeVisible();
  await expect(officer.getByText("Wordt Gelezen")).toHaveCount(0);
  await officer.getByRole("button", { name: "Leg mijn oordeel vast" }).click();
  await expect(officer.locator("#error-summary")).toContainText("Kies of het terecht was.");
  await officer.getByLabel("Het was niet terecht", { exact: true }).check();
  await officer.getByRole("button", { name: "Leg mijn oordeel vast" }).click();
  await expect(officer.locator("#error-summary")).toContainText("Leg uit waarom het niet terecht was.");
  await officer.getByLabel("Wat wilt u erbij schrijven?").fill("Hij had geen nachtdienst.");
  await officer.getByRole("button", { name: "Leg mijn oordeel vast" }).click();
  await expect(officer.getByText("Bewaard. Dank u wel.")).toBeVisible();
  await expect(officer.getByText("Er is nu niets te bekijken.")).toBeVisible();
  await expect
    .poll(async () => {
      await lead.reload();
      return rowOf(lead, "Nakijken wat opviel").filter({ hasText: "voor wie op privacy let" }).count();
    })
    .toBe(0);

  // A resident at the desk asks who looked.
  await officer.getByText("Een inwoner vraagt wie er keek").click();
  await officer.getByLabel("Code van de inwoner").fill(code);
  await officer.getByLabel("Laatste vier cijfers").fill("4121");
  await officer.getByRole("button", { name: "Zoek het kenmerk" }).click();
  const opened = officer.getByRole("row", { name: /Hulpvraag geopend/ });
  await expect(opened.filter({ hasText: "Jeroen van der Horst" })).toHaveCount(1);
  await expect(officer.getByRole("row", { name: /omdat de inwoner dat vroeg/ })).toContainText("Hatice Koç");
  await expect(officer.getByText("Wordt Gelezen")).toHaveCount(0);

  // Nothing is printed that is not asked for, and the paper says what it is.
  await expect(officer.getByText("Gemaakt door Hatice Koç")).toBeHidden();
  await officer.emulateMedia({ media: "print" });
  await expect(officer.getByText("Gemaakt door Hatice Koç")).toBeVisible();
  await expect(officer.getByText("Wat moet iemand bekijken?")).toBeHidden();
  await officer.emulateMedia({ media: "screen" });

  // A wide table fits on a tablet, and a card on a phone says nothing of what is not there.
  for (const width of [1280, 768, 320]) {
    await officer.setViewportSize({ width, height: 900 });
    await officer.goto(`${site.url}/werk/utrecht/inzage`);
    const wide = await officer.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect([width, wide]).toEqual([width, 0]);
  }
  const empty = officer.locator("td:has(> span:empty)").first();
  expect((await empty.boundingBox())?.height ?? 0).toBeLessThanOrEqual(1);
  await officer.goto(`${site.url}/werk/utrecht/inzage?wat=signedIn`);
  await expect(officer.getByRole("row", { name: /Ingelogd/ }).filter({ hasText: "Hatice Koç" })).toHaveCount(1);

  const mails = await browser.newPage();
  await mails.goto(`${site.url}/voorbeeld/post`);
  await expect(mails.getByText("Er is iets opvallends gelezen").first()).toBeVisible();
});
