import { expect, test } from "@playwright/test";
import { testMorning } from "../support/example-template.ts";
import { startSite } from "../support/site.ts";
import {
  askToBeCalledBack,
  fillCallbackForm,
  leavesInAHurry,
  openCallbackForm,
  openQuestion,
  tellInOwnWords,
} from "./steps.ts";

/* Finding somebody to talk to, on an old phone and without a script. */

const site = startSite();

test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

test("the start page shows a letter first and eight subjects; the others are one step further", async ({ page }) => {
  await page.goto(`${site.url}/utrecht`);
  const subjects = page.locator("a.rechtspoor-tile");
  await expect(subjects.first()).toContainText("Ik heb een brief gekregen");
  await expect(subjects.filter({ visible: true })).toHaveCount(8);
  await page.getByText("Meer onderwerpen").click();
  await expect(subjects.filter({ visible: true })).toHaveCount(16);
  await page.getByRole("link", { name: "Ik heb een brief gekregen" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Dit kunt u nu doen");
  await expect(page.locator("main")).not.toContainText("Awb 6:7", { useInnerText: true });
});

test("filters stand above the first card, leave out what does not fit, and stay in the address", async ({ page }) => {
  await page.goto(`${site.url}/utrecht/hulp?thema=schulden`);
  const all = await page.locator("article").count();
  const fold = page.locator("summary", { hasText: "Kies welke hulp u wilt zien" });
  const top = async (part: typeof fold) => (await part.boundingBox())?.y ?? Number.NaN;
  expect(await top(fold)).toBeLessThan(await top(page.locator("article").first()));
  await fold.click();
  await page.getByLabel("Zonder afspraak").check();
  await page.getByRole("button", { name: "Toon" }).click();
  await expect(page).toHaveURL(/thema=schulden&alleen=inloop&hulptaal=$/);
  await expect(page.locator("summary").first()).toHaveText("U ziet nu alleen: zonder afspraak");
  const fitting = page.locator("article");
  expect(await fitting.count()).toBeGreaterThan(0);
  expect(await fitting.count()).toBeLessThan(all);
  await expect(fitting.filter({ hasNotText: "Zonder afspraak" })).toHaveCount(0);
  await page.getByRole("link", { name: "Toon weer alles" }).click();
  await expect(page).toHaveURL(/hulp\?thema=schulden$/);
  await expect(page.locator("article")).toHaveCount(all);
});

test("whoever wants help in Arabic sees who speaks it, and it says so", async ({ page }) => {
  await page.goto(`${site.url}/utrecht/hulp?thema=schulden`);
  await page.locator("summary", { hasText: "Kies welke hulp u wilt zien" }).click();
  await expect(page.getByLabel("Hoe ver weg?")).toHaveCount(0);
  await page.getByLabel("Taal waarin u hulp wilt").selectOption("Arabisch");
  await page.getByRole("button", { name: "Toon" }).click();
  await expect(page).toHaveURL(/hulptaal=ar$/);
  await expect(page.locator("summary").first()).toHaveText("U ziet nu alleen: hulp in het Arabisch");
  const fitting = page.locator("article");
  expect(await fitting.count()).toBeGreaterThan(0);
  await expect(fitting.filter({ hasNotText: "Spreekt Arabisch" })).toHaveCount(0);
  await page.getByRole("link", { name: "Toon weer alles" }).click();
  await expect(page).toHaveURL(/hulp\?thema=schulden$/);
});

test("whoever gave a postcode leaves out what is further than they want to go, and reads what stays", async ({
  page,
}) => {
  const far = page.locator("article", { hasText: "Voorbeeld Wijkteam Hollands Kroon" });
  await page.goto(`${site.url}/hollands-kroon/hulp?thema=zorg&postcode=1731`);
  await expect(far).toContainText("ongeveer 17 km");
  await page.locator("summary", { hasText: "Kies welke hulp u wilt zien" }).click();
  await expect(page.getByText("Van sommige plekken weten wij niet hoe ver het is.")).toBeVisible();
  await page.getByLabel("Hoe ver weg?").selectOption("Binnen 5 kilometer");
  await page.getByRole("button", { name: "Toon" }).click();
  await expect(page).toHaveURL(/afstand=5/);
  await expect(page.locator("summary").first()).toHaveText("U ziet nu alleen: binnen 5 kilometer");
  await expect(far).toHaveCount(0);
  await page.getByLabel("Hoe ver weg?").selectOption("Binnen 25 kilometer");
  await page.getByRole("button", { name: "Toon" }).click();
  await expect(far).toHaveCount(1);
});

test("a filter holds over all pages: no next page that is empty, and nothing left is said as it is", async ({
  page,
}) => {
  await page.goto(`${site.url}/utrecht/hulp`);
  await expect(page.getByRole("link", { name: "Volgende" })).toBeVisible();
  await page.goto(`${site.url}/utrecht/hulp?alleen=gratis`);
  const free = page.locator("article");
  expect(await free.count()).toBeGreaterThan(5);
  await expect(free.filter({ hasNotText: "Gratis" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Volgende" })).toHaveCount(0);
  await page.goto(`${site.url}/utrecht/hulp?alleen=gratis&pagina=2`);
  await expect(page.getByLabel("Gratis")).toBeChecked();
  await expect(page.locator("main")).toContainText("Deze bladzijde is er niet.");
  await page.getByRole("link", { name: "Toon weer alles" }).click();
  await expect(page.locator("article")).toHaveCount(20);
});

test("a page past the last one says so and leads back", async ({ page }) => {
  await page.goto(`${site.url}/utrecht/hulp?thema=schulden&pagina=99`);
  await expect(page.locator("main")).toContainText("Deze bladzijde is er niet. U bent voorbij de laatste.");
  await page.getByRole("link", { name: "Naar de eerste bladzijde" }).click();
  await expect(page).toHaveURL(`${site.url}/utrecht/hulp?thema=schulden`);
});

test("nothing found is said, and no help claims to fit a word that belongs to none", async ({ page }) => {
  await page.goto(`${site.url}/utrecht/hulp?zoek=qqqq`);
  await expect(page.locator("main")).toContainText("Niets gevonden voor ‘qqqq’.");
  expect(await page.locator("article").count()).toBeGreaterThan(0);
  await expect(page.locator("main")).not.toContainText("Past bij u");
});

test("help that can be walked into says where and when, in the list itself", async ({ page }) => {
  await page.goto(`${site.url}/utrecht/hulp?thema=schulden&alleen=inloop`);
  const cards = page.locator("article");
  expect(await cards.count()).toBeGreaterThan(0);
  await expect(cards.filter({ hasNotText: "Binnenlopen: " })).toHaveCount(0);
});

test("where nobody can be walked in to now, no sentence asks to walk in", async ({ page }) => {
  await site.moveClock(Temporal.Instant.from("2026-11-24T22:00:00+01:00"));
  await page.goto(`${site.url}/utrecht`);
  await expect(page.locator("main")).toContainText("Op dit moment is er nergens inloop.");
  await expect(page.locator("main")).not.toContainText("loop binnen");
  await site.moveClock(testMorning);
});

test("on paper a list keeps its heading, and nothing is offered that paper cannot do", async ({ page }) => {
  await page.emulateMedia({ media: "print" });
  await page.goto(`${site.url}/utrecht/hulp?thema=schulden`);
  await expect(page.getByRole("heading", { name: "Wie u nu kan helpen" })).toBeVisible();
  await page.locator("article h3 a").first().click();
  await expect(page.getByText("U laat uw nummer achter.")).toBeHidden();
});

test("a source's own Dutch words are marked as Dutch on an English page", async ({ page }) => {
  await site.query(
    "update service set as_of = '2024 (inkomensgrenzen peiljaar 2022)', checked_on = null where municipality_id = 'GM0344'",
  );
  await page.goto(`${site.url}/en/utrecht/hulp?thema=schulden`);
  await expect(page.locator("[lang=nl]", { hasText: "peiljaar" }).first()).toBeVisible();
});

test("own words survive another language, a reload and going back, and are in no address", async ({ page }) => {
  await tellInOwnWords(page, site.url, "Ik kan mijn huur niet betalen.");
  await expect(page).toHaveURL(`${site.url}/utrecht/hulp/antwoord`);
  await expect(page.locator("main")).toContainText("U schreef over");
  await page.getByRole("link", { name: "English" }).click();
  await expect(page).toHaveURL(`${site.url}/en/utrecht/hulp/antwoord`);
  await expect(page.locator("main")).toContainText("You wrote about");
  await page.reload();
  await expect(page.locator("main")).toContainText("You wrote about");
  await page.getByRole("link", { name: "Address and hours" }).first().click();
  await page.goBack();
  await expect(page.locator("main")).toContainText("You wrote about");
  await page.getByText("Change what you wrote").click();
  await expect(page.getByLabel("What is the matter?")).toHaveValue("Ik kan mijn huur niet betalen.");
});

test("an answer to own words has filters", async ({ page }) => {
  await tellInOwnWords(page, site.url, "Ik kan mijn huur niet betalen, ik heb schulden en mijn uitkering is gestopt.");
  const cards = page.locator("article:not(.rechtspoor-card--urgent)");
  const all = await cards.count();
  expect(all).toBeGreaterThan(0);
  await page.locator("summary", { hasText: "Kies welke hulp u wilt zien" }).click();
  await page.getByLabel("Zonder afspraak").check();
  await page.getByRole("button", { name: "Toon" }).click();
  await expect(page).toHaveURL(`${site.url}/utrecht/hulp/antwoord?alleen=inloop&hulptaal=`);
  await expect(page.locator("main")).toContainText("U schreef over");
  await expect(cards.filter({ hasNotText: "Zonder afspraak" })).toHaveCount(0);
  await page.getByRole("link", { name: "Toon weer alles" }).click();
  await expect(cards).toHaveCount(all);
});

test("own words are gone after twenty minutes, when they are wiped, and when somebody leaves in a hurry", async ({
  page,
}) => {
  /** Whose time ran out is told; to anybody else it is the start page, which tells on nobody. */
  const areGone = async (how: "wiped" | "ranOut" = "wiped") => {
    await page.goto(`${site.url}/utrecht/hulp/antwoord`);
    const title = how === "ranOut" ? "Wat u schreef, is weg" : "Waar loopt u tegenaan?";
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    await expect(page.getByLabel("Wat is er aan de hand?")).toHaveValue("");
  };
  await areGone();
  await tellInOwnWords(page, site.url, "Mijn vriend slaat mij.");
  await expect(page.locator("main")).toContainText("Alleen deze browser onthoudt wat u schreef, 20 minuten lang.");
  await page.getByRole("button", { name: "Wis wat ik schreef" }).click();
  await expect(page).toHaveURL(`${site.url}/utrecht`);
  await areGone();
  await tellInOwnWords(page, site.url, "Mijn vriend slaat mij.");
  await leavesInAHurry(page, () => page.getByRole("link", { name: "Verlaat deze site" }).click());
  await areGone();
  await tellInOwnWords(page, site.url, "Mijn vriend slaat mij.");
  // "Sluit en wis deze pagina", as on the confirmation.
  await page.request.post(`${site.url}/utrecht/volg/weg`);
  await areGone();
  await tellInOwnWords(page, site.url, "Mijn vriend slaat mij.");
  await site.moveClock(testMorning.add({ hours: 1 }));
  await areGone("ranOut");
  await site.moveClock(testMorning);
});

/** As many signs as asked, never twice in the same order: nothing to make small. */
function story(signs: readonly string[], length: number): string {
  let seed = 1;
  const next = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return signs[seed % signs.length] ?? "";
  };
  return Array.from({ length: length / (signs[0] ?? " ").length }, next).join("");
}
const range = (from: number, until: number) =>
  Array.from({ length: until - from }, (_, at) => String.fromCodePoint(from + at));

const stories: [string, string[], "whole" | "beginning"][] = [
  ["Dutch", [..."abcdefghijklmnopqrstuvwxyz     "], "whole"],
  ["Arabic", [...range(0x62_7, 0x64_b), " "], "whole"],
  ["emoji", range(0x1f_300, 0x1f_650), "whole"],
  ["twenty thousand different signs", range(0x4e_00, 0x9f_a5), "beginning"],
];
for (const [what, signs, kept] of stories)
  test(`4,000 characters of ${what} fit beside everything else that a browser keeps for us`, async ({ page }) => {
    const full = (length: number) => story(signs, length);
    await page.goto(`${site.url}/?plaats=3563`);
    const code = await askToBeCalledBack(page, site.url, { phone: "06-00006001", name: full(80) });
    await openQuestion(page, site.url, code, "6001");
    await openCallbackForm(page, site.url);
    await fillCallbackForm(page, { phone: "06-00006002", name: full(80), word: `${full(1_000)}${" ".repeat(500)}` });
    await page.getByRole("button", { name: "Kijk uw antwoorden na" }).click();
    await tellInOwnWords(page, site.url, full(4_000));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Dit kunt u nu doen");
    const words = await page.locator("textarea[name=woorden]").inputValue();
    expect(full(4_000).startsWith(words.trim())).toBe(true);
    expect(words.length > 3_990).toBe(kept === "whole");
    expect(words.length).toBeGreaterThanOrEqual(999);
    await expect(page.getByText("Wij lazen alleen het begin.")).toHaveCount(kept === "whole" ? 0 : 1);
    for (const path of ["volg/vraag", "bel-mij-terug/nakijken", "bel-mij-terug/gelukt"]) {
      const answer = await page.goto(`${site.url}/utrecht/${path}`);
      expect(answer?.status(), path).toBe(200);
      expect(page.url(), path).toContain(path);
    }
    const headers = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}; `).join("");
    expect(headers.length).toBeLessThan(14_000);
  });

test("where there is more help than fits a page, an answer to own words has a next one", async ({ page }) => {
  await site.query(
    "update service set search = search || '''@wonen'':1C'::tsvector where municipality_id in ('GM0344', 'NL')",
  );
  await tellInOwnWords(page, site.url, "Ik kan mijn huur niet betalen.");
  await page.getByRole("link", { name: "Volgende" }).click();
  await expect(page).toHaveURL(`${site.url}/utrecht/hulp/antwoord?pagina=2`);
  await expect(page.locator("main")).toContainText("U schreef over");
  await expect(page.locator("article")).not.toHaveCount(0);
});
