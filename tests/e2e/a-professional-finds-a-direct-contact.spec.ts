import { expect, test } from "@playwright/test";
import { startSite } from "../support/site.ts";
import { isForEverybody } from "./for-everybody.ts";
import { signIn } from "./steps.ts";

const site = startSite();
const raadslieden = "Voorbeeld Hulp bij brieven, geld en regels";

test("a professional finds whom to call in three actions from Vandaag, and what they typed stands in no address", async ({
  page,
}) => {
  await signIn(page, site.url, "Fatiha Benali");
  // One: to the page. Two: what it is about. Three: whom to call there.
  await page.getByRole("link", { name: "Hulp vinden" }).click();
  await page.getByLabel("Waar zoekt u hulp voor?").fill("hulp bij brieven en schulden");
  await page.getByRole("button", { name: "Zoek hulp" }).click();
  expect(page.url()).toBe(`${site.url}/werk/utrecht/hulp`);
  await page.locator("article", { hasText: raadslieden }).getByRole("link", { name: "Direct contact" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Direct contact: ${raadslieden}`);
  const marijke = page.locator("article", { hasText: "Marijke Dijkhuis" });
  await expect(marijke.getByRole("link", { name: "06 00000901" })).toHaveAttribute("href", "tel:0600000901");
  await expect(marijke).toContainText("ma t/m do van 9 tot 12 uur");
  await expect(page.getByText("Dat u dit opent, schrijven wij op", { exact: false })).toBeVisible();
  await isForEverybody(page, "whom to call directly");

  await page.goBack();
  await expect(page.getByLabel("Waar zoekt u hulp voor?")).toHaveValue("hulp bij brieven en schulden");
  await isForEverybody(page, "help, for a professional");
  await page.getByRole("button", { name: "Wis mijn woorden" }).click();
  await expect(page.getByLabel("Waar zoekt u hulp voor?")).toHaveValue("");

  // The page for professionals leads there too, for whoever works here.
  await page.getByRole("link", { name: raadslieden }).first().click();
  await page.getByRole("link", { name: "Direct contact voor collega's" }).click();
  await expect(marijke).toBeVisible();
});

test("a resident and a stranger see no trace of it", async ({ browser }) => {
  const stranger = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await stranger.goto(`${site.url}/utrecht/hulp?zoek=brieven`);
  await stranger.getByRole("link", { name: raadslieden }).first().click();
  const entry = new URL(stranger.url()).pathname.split("/").at(-1) ?? "";
  await stranger.getByRole("link", { name: "Voor professionals: alle gegevens" }).click();
  await expect(stranger.getByRole("heading", { level: 1 })).toContainText("voor professionals");
  expect(await stranger.content()).not.toMatch(/direct contact|Marijke|00000901/i);
  await stranger.goto(`${site.url}/werk/utrecht/hulp/${entry}/contact`);
  await expect(stranger.getByRole("heading", { level: 1 })).toHaveText("Log eerst in");
});

test("an editor adds somebody, without a script, and when that colleague leaves they are gone", async ({ browser }) => {
  const [editor, helper, admin] = await Promise.all(
    [false, true, true].map(async (javaScriptEnabled) => (await browser.newContext({ javaScriptEnabled })).newPage()),
  );
  if (editor === undefined || helper === undefined || admin === undefined) return;
  await signIn(editor, site.url, "Stefan Molenaar", "Start hier");
  await editor.goto(`${site.url}/werk/utrecht/routekaart`);
  await editor.getByRole("link", { name: raadslieden, exact: true }).click();
  await editor.getByRole("link", { name: "Direct contact" }).click();
  await editor.getByLabel("Naam").fill("Elif <b>Yıldırım</b>");
  await editor.getByLabel("Telefoonnummer").fill("twaalf");
  await editor.getByRole("button", { name: "Bewaar", exact: true }).click();
  await expect(editor.locator("#error-summary")).toContainText("Vul de functie in");
  await editor.getByLabel("Functie").fill("Vraagbaak schulden");
  await editor.getByRole("button", { name: "Bewaar", exact: true }).click();
  await expect(editor.locator("#error-summary")).toContainText("Dit is geen telefoonnummer");
  await editor.getByLabel("Telefoonnummer").fill("06-00000911");
  await editor.getByRole("button", { name: "Bewaar", exact: true }).click();
  await expect(editor.locator("#error-summary")).toContainText("Vul in tot en met welke dag deze persoon er is");
  for (const [box, typed] of [
    ["Dag", "1"],
    ["Maand", "3"],
    ["Jaar", "2027"],
  ] as const)
    await editor.getByLabel(box, { exact: true }).fill(typed);
  await editor.getByLabel("Mailadres").fill("elif.yildirim@example.org");
  await editor.getByRole("button", { name: "Bewaar", exact: true }).click();
  await expect(editor.getByText("Bewaard. Collega's zien dit nu.")).toBeVisible();
  await editor.getByRole("button", { name: /Klopt nog.*Elif <b>Yıldırım<\/b>/ }).click();
  await expect(editor.getByText("Bewaard. Dit is vandaag bevestigd.")).toBeVisible();
  await editor.getByRole("link", { name: /Wijzig.*Elif <b>Yıldırım<\/b>/ }).click();
  await expect(editor.getByLabel("Functie")).toHaveValue("Vraagbaak schulden");
  await editor.getByLabel("Naam").fill("Elif Yıldırım");
  await editor.getByRole("button", { name: "Bewaar", exact: true }).click();
  await expect(editor.getByRole("heading", { name: "Elif Yıldırım" })).toBeVisible();

  const entry = new URL(editor.url()).pathname.split("/").at(-2) ?? "";
  await signIn(helper, site.url, "Tom Groenewoud");
  await helper.goto(`${site.url}/werk/utrecht/hulp/${entry}/contact`);
  await expect(helper.getByRole("heading", { name: "Elif Yıldırım" })).toBeVisible();

  await signIn(admin, site.url, "Hatice Koç", "Start hier");
  await admin.getByRole("link", { name: "Collega's", exact: true }).click();
  await admin.getByRole("link", { name: "Elif Yıldırım" }).click();
  await admin.getByText("Elif Yıldırım gaat weg").click();
  await admin.getByRole("button", { name: "Ja, deze collega gaat weg" }).click();
  await expect(admin.getByText("Deze collega ging weg", { exact: false })).toBeVisible();

  await helper.reload();
  await expect(helper.getByRole("heading", { name: "Telefoonteam voor collega's" })).toBeVisible();
  await expect(helper.getByText("Elif Yıldırım")).toHaveCount(0);
});

test("the editor's page is for everybody, refused too; that the editor looked stands in the trail", async ({
  page,
}) => {
  await signIn(page, site.url, "Stefan Molenaar", "Start hier");
  await page.goto(`${site.url}/werk/utrecht/routekaart`);
  await page.getByRole("link", { name: raadslieden, exact: true }).click();
  await page.getByRole("link", { name: "Direct contact" }).click();
  await isForEverybody(page, "direct contacts, to keep");
  await page.getByRole("button", { name: "Bewaar", exact: true }).click();
  await isForEverybody(page, "a direct contact that was refused");
  await signIn(page, site.url, "Léa Santos", "Start hier");
  await page.goto(`${site.url}/werk/utrecht/inzage?wat=contacts`);
  const look = page.getByRole("row", { name: /Nummers van direct contact bekeken/ }).first();
  await expect(look).toContainText("Stefan Molenaar");
});
