import { expect, type Page, test } from "@playwright/test";
import { startSite } from "../support/site.ts";
import { isForEverybody, linksSayWhereTheyGo } from "./for-everybody.ts";
import { signIn } from "./steps.ts";

const site = startSite();

const themeAt = (municipality: string, theme = "wonen") => `${site.url}/${municipality}/onderwerp/${theme}`;
const workAt = (place: string, path = "") => `${site.url}/werk/${place}/routekaart/onderwerpen${path}`;

/** Opens the form of a paragraph, by its heading. */
async function openParagraph(page: Page, title: string): Promise<void> {
  const card = page.locator("article", { has: page.getByRole("heading", { name: title, exact: true }) });
  await card.getByRole("link", { name: /eigen tekst/ }).click();
  await expect(page.getByLabel("Eigen tekst in het Nederlands")).toBeVisible();
}

async function fill(page: Page, { nl, en, reason }: { nl: string; en?: string; reason: string }): Promise<void> {
  await page.getByLabel("Eigen tekst in het Nederlands").fill(nl);
  if (en !== undefined) await page.getByLabel("Dezelfde tekst in het Engels").fill(en);
  await page.getByLabel("Waarom wijzigt u dit?").fill(reason);
}

test("the editor of a region writes once, and residents of two municipalities read it, each until it has words of its own", async ({
  browser,
}) => {
  const [editor, resident] = await Promise.all([1, 2].map(async () => (await browser.newContext()).newPage()));
  if (editor === undefined || resident === undefined) return;
  await signIn(editor, site.url, "Marit Kuiper", "Start hier");
  await isForEverybody(editor, "the start of the editor of a region");
  await editor.getByRole("link", { name: "Onderwerpen", exact: true }).click();
  await expect(editor.getByText("inwoners van Utrecht, Wijk bij Duurstede")).toBeVisible();
  await isForEverybody(editor, "the subjects of a region");
  await editor.getByRole("link", { name: "Wonen en huur" }).click();
  await isForEverybody(editor, "a subject of a region");
  await linksSayWhereTheyGo(editor);
  await openParagraph(editor, "Wat nu");
  await isForEverybody(editor, "a paragraph, being written");

  // What is missing is said, and what was typed stays.
  await fill(editor, { nl: "- Bel de **regionale** huurbalie.", reason: "" });
  await editor.getByRole("button", { name: "Bewaar de tekst" }).click();
  await expect(editor.locator("#error-summary")).toContainText("Schrijf op waarom u dit wijzigt.");
  await isForEverybody(editor, "a paragraph with a mistake");
  await expect(editor.getByLabel("Eigen tekst in het Nederlands")).toHaveValue("- Bel de **regionale** huurbalie.");
  await editor.getByLabel("Waarom wijzigt u dit?").fill("De regio heeft één huurbalie.");
  await editor.getByRole("button", { name: "Bewaar de tekst" }).click();
  await expect(editor.getByText("Bewaard. Inwoners lezen het meteen.")).toBeVisible();

  for (const municipality of ["utrecht", "wijk-bij-duurstede"]) {
    await resident.goto(themeAt(municipality));
    await expect(resident.locator("#wat-nu")).toContainText("Bel de regionale huurbalie.");
    await expect(resident.locator("#wat-nu")).toContainText("Deze tekst is van Voorbeeldregio Utrecht.");
    await isForEverybody(resident, `a text of the region in ${municipality}`);
  }
  await resident.goto(themeAt("almere"));
  await expect(resident.locator("#wat-nu")).not.toContainText("regionale");
  // Nobody translated it: the Dutch stands in, and it is said.
  await resident.goto(`${site.url}/en/utrecht/onderwerp/wonen`);
  await expect(resident.locator("#wat-nu")).toContainText("This text is only there in Dutch.");
  await expect(resident.locator("#wat-nu [lang=nl]")).toContainText("Bel de regionale huurbalie.");
  await isForEverybody(resident, "a text that nobody translated");

  // The municipality has words of its own, and takes them away again.
  await signIn(editor, site.url, "Stefan Molenaar", "Start hier");
  await editor.goto(workAt("utrecht", "/wonen"));
  await expect(editor.getByText("Tekst van Voorbeeldregio Utrecht")).toBeVisible();
  await openParagraph(editor, "Wat nu");
  await fill(editor, { nl: "- Kom langs in Utrecht.", en: "- Come by in Utrecht.", reason: "Wij hebben een loket." });
  await editor.getByRole("button", { name: "Bewaar de tekst" }).click();
  await expect(editor.getByText("De tekst van Voorbeeldregio Utrecht")).toBeVisible();
  await isForEverybody(editor, "a subject with a text of one's own over that of the region");
  await resident.goto(themeAt("utrecht"));
  await expect(resident.locator("#wat-nu")).toContainText("Kom langs in Utrecht.");
  await resident.goto(`${site.url}/en/utrecht/onderwerp/wonen`);
  await expect(resident.locator("#wat-nu")).toContainText("Come by in Utrecht.");
  await resident.goto(themeAt("wijk-bij-duurstede"));
  await expect(resident.locator("#wat-nu")).toContainText("Bel de regionale huurbalie.");
  await openParagraph(editor, "Wat nu");
  await editor.getByLabel("Waarom wijzigt u dit?").fill("Het loket is dicht.");
  await editor.getByRole("button", { name: "Haal de eigen tekst weg" }).click();
  await expect(editor.getByText("De eigen tekst is weg.")).toBeVisible();
  await resident.goto(themeAt("utrecht"));
  await expect(resident.locator("#wat-nu")).toContainText("Bel de regionale huurbalie.");

  // Taking that back brings the words back, in both languages.
  await editor
    .getByRole("button", { name: /^Draai terug/ })
    .first()
    .click();
  await expect(editor.getByText("De wijziging is teruggedraaid.")).toBeVisible();
  await resident.goto(`${site.url}/en/utrecht/onderwerp/wonen`);
  await expect(resident.locator("#wat-nu")).toContainText("Come by in Utrecht.");
});

test("two editors write at once: the second sees what the first wrote, and loses no word", async ({ browser }) => {
  const [first, second] = await Promise.all([1, 2].map(async () => (await browser.newContext()).newPage()));
  if (first === undefined || second === undefined) return;
  await signIn(first, site.url, "Marit Kuiper", "Start hier");
  await signIn(second, site.url, "Sander de Wit", "Start hier");
  for (const page of [first, second]) {
    await page.goto(workAt("voorbeeldregio-utrecht", "/zorg"));
    await openParagraph(page, "Wat straks");
  }
  await fill(first, { nl: "- Eerst dit.", reason: "Als eerste." });
  await fill(second, { nl: "- Liever dat.", reason: "Als tweede." });
  await first.getByRole("button", { name: "Bewaar de tekst" }).click();
  await expect(first.getByText("Bewaard.", { exact: false })).toBeVisible();
  await second.getByRole("button", { name: "Bewaar de tekst" }).click();
  await expect(second.getByRole("heading", { name: "Een collega wijzigde deze tekst intussen" })).toBeVisible();
  await expect(second.locator(".rechtspoor-notice", { hasText: "intussen" })).toContainText("Marit Kuiper");
  await expect(second.locator(".rechtspoor-notice", { hasText: "intussen" })).toContainText("Eerst dit.");
  await expect(second.getByLabel("Eigen tekst in het Nederlands")).toHaveValue("- Liever dat.");
  await expect(second.getByLabel("Waarom wijzigt u dit?")).toHaveValue("Als tweede.");
  await isForEverybody(second, "a text that a colleague changed meanwhile");
  await second.getByLabel("Eigen tekst in het Nederlands").fill("- Eerst dit.\n- Dan dat.");
  await second.getByRole("button", { name: "Bewaar de tekst" }).click();
  await second.goto(themeAt("wijk-bij-duurstede", "zorg"));
  await expect(second.locator("#wat-straks li")).toHaveText(["Eerst dit.", "Dan dat."]);
});

test("a text whose paragraph vanished is shown to no resident, and moves to where it is read", async ({ page }) => {
  await site.query(
    `insert into theme_text values ('GM0344', 'werk', 'vroeger', '{"nl": "- Een oud maar goed advies."}')`,
  );
  await page.goto(themeAt("utrecht", "werk"));
  await expect(page.locator("main")).not.toContainText("oud maar goed");
  await signIn(page, site.url, "Stefan Molenaar", "Start hier");
  await page.goto(workAt("utrecht"));
  await page.locator("tr", { hasText: "vroeger" }).getByRole("link").click();
  await expect(page.getByRole("heading", { name: "Staat nergens meer" })).toBeVisible();
  await isForEverybody(page, "a subject with a text that stands nowhere any more");
  await page.getByRole("link", { name: /Verplaats deze tekst of haal hem weg/ }).click();
  await page.getByRole("button", { name: "Verplaats de tekst" }).click();
  await expect(page.locator("#error-summary")).toContainText("Kies naar welk stuk de tekst gaat.");
  await isForEverybody(page, "a text that goes nowhere yet");
  await page.getByLabel("Naar welk stuk?").selectOption("Zo gaat het in Utrecht");
  await page.getByLabel("Waarom wijzigt u dit?").fill("Landelijk is dit stuk weg.");
  await page.getByRole("button", { name: "Verplaats de tekst" }).click();
  await expect(page.getByText("De tekst is verplaatst.", { exact: false })).toBeVisible();
  await page.goto(themeAt("utrecht", "werk"));
  await expect(page.locator("#eigen")).toContainText("Zo gaat het in Utrecht");
  await expect(page.locator("#eigen")).toContainText("Een oud maar goed advies.");
  await isForEverybody(page, "what a municipality adds of its own");
});

test("the example world shows whose words one reads: of the region in one town, of the town itself in the other", async ({
  page,
}) => {
  await page.goto(themeAt("wijk-bij-duurstede", "schulden"));
  await expect(page.locator("#wat-straks")).toContainText("Deze tekst is van Voorbeeldregio Utrecht.");
  await page.goto(themeAt("utrecht", "schulden"));
  await expect(page.locator("#wat-straks")).toContainText("Deze tekst is van de gemeente Utrecht.");
  await expect(page.locator("#wat-straks strong")).toHaveText("bij u thuis");
  await expect(page.locator("#eigen")).toContainText("Zo gaat het in Voorbeeldregio Utrecht");
  await isForEverybody(page, "a subject with texts of the municipality and of the region");
});
