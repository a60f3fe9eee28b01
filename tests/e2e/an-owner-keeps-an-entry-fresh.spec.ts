import { expect, test } from "@playwright/test";
import { testMorning } from "../support/example-template.ts";
import { startSite } from "../support/site.ts";
import { isForEverybody } from "./for-everybody.ts";
import { signIn } from "./steps.ts";

const site = startSite();
test.afterEach(() => site.moveClock(testMorning));

const name = "Voorbeeld Gratis juridisch spreekuur";

test("an owner is asked by mail whether it is right still, and says so with one press, without an account", async ({
  browser,
}) => {
  // Of the others of the example world: asked too, they would fill the page of outgoing mail.
  await site.query("delete from entry_owner");
  const [editor, owner] = await Promise.all([
    browser.newContext().then((context) => context.newPage()),
    browser.newContext({ javaScriptEnabled: false }).then((context) => context.newPage()),
  ]);
  await signIn(editor, site.url, "Stefan Molenaar", "Start hier");
  await editor.goto(`${site.url}/werk/utrecht/routekaart`);
  await editor.getByRole("link", { name, exact: true }).click();
  const entry = editor.url();
  await editor.getByRole("link", { name: "Wie dit bijhoudt" }).click();
  await isForEverybody(editor, "who keeps an entry");
  await editor.getByLabel("Functie van wie dit bijhoudt").fill("coördinator van het spreekuur");
  await editor.getByLabel("Mailadres", { exact: true }).fill("spreekuur@example.org");
  await editor.getByLabel("Functie van de vervanger").fill("teamleider");
  await editor.getByLabel("Mailadres van de vervanger").fill("leider@example.org");
  await editor.getByRole("button", { name: "Bewaar" }).click();
  await expect(editor.getByText("Bewaard. Zo staat het nu op de routekaart.")).toBeVisible();

  // Half a year and a day later it is asked by night.
  await site.moveClock(testMorning.add({ hours: 24 * 184 }));
  await owner.goto(`${site.url}/voorbeeld/post`);
  const mail = owner.locator("article", { hasText: "spreekuur@example.org" });
  await expect
    .poll(async () => {
      await owner.reload();
      return mail.count();
    })
    .toBe(1);
  const link = /https?:\/\/\S+klopt-nog\/[0-9a-f]{32}/.exec(await mail.innerText())?.[0] ?? "";
  await owner.goto(link);
  await expect(owner.getByRole("heading", { level: 1 })).toHaveText(`Klopt dit nog: ${name}?`);
  await owner.getByRole("button", { name: "Ja, alles klopt nog" }).click();
  await expect(owner.getByRole("heading", { level: 1 })).toHaveText("Dank u wel, het is nagekeken");
  // The deputy opens the same link later.
  await owner.goto(link);
  await expect(owner.getByRole("heading", { level: 1 })).toHaveText("Deze vraag is al beantwoord");
  await editor.goto(link);
  await isForEverybody(editor, "a question to an owner that was answered");
  await owner.goto(`${site.url}/utrecht/hulp/${entry.split("/").at(-1)}`);
  const checked = testMorning.add({ hours: 24 * 184 }).toZonedDateTimeISO("Europe/Amsterdam").year;
  await expect(owner.getByText("Gecontroleerd op", { exact: false })).toContainText(String(checked));
});

test("a resident says that something is wrong; an editor sees what would change and takes it over", async ({
  browser,
}) => {
  const [editor, resident] = await Promise.all([
    browser.newContext().then((context) => context.newPage()),
    browser.newContext({ javaScriptEnabled: false }).then((context) => context.newPage()),
  ]);
  await resident.goto(`${site.url}/utrecht/hulp?thema=werk`);
  await resident
    .getByRole("link", { name: new RegExp(name) })
    .first()
    .click();
  const page = resident.url();
  await resident.getByRole("link", { name: "Klopt er iets niet? Zeg het ons" }).click();
  await editor.goto(resident.url());
  await isForEverybody(editor, "saying that something is wrong");
  await resident.getByRole("button", { name: "Stuur dit op" }).click();
  await expect(resident.locator("#error-summary")).toContainText("Vertel wat er niet klopt");
  await resident.getByLabel("Wat klopt er niet?").fill("Zij zitten nu in een andere straat.");
  await resident.getByLabel("Straat en huisnummer").fill("Voorbeeldplein 9");
  await resident.getByLabel("Uw e-mailadres", { exact: false }).fill("iemand@example.org");
  await resident.getByRole("button", { name: "Stuur dit op" }).click();
  await expect(resident.getByRole("heading", { level: 1 })).toHaveText("Dank u wel");

  await signIn(editor, site.url, "Stefan Molenaar", "Start hier");
  await editor.goto(`${site.url}/werk/utrecht/routekaart/voorstellen`);
  const suggestion = editor.locator("article", { hasText: "Zij zitten nu in een andere straat." });
  await expect(suggestion.getByRole("table")).toContainText("Voorbeeldplein 9");
  await isForEverybody(editor, "what people say is wrong");
  await suggestion.getByRole("button", { name: "Neem dit over" }).click();
  await expect(editor.getByText("Overgenomen. Wie een adres achterliet, krijgt bericht.")).toBeVisible();
  await resident.goto(page);
  await expect(resident.getByText("Voorbeeldplein 9", { exact: false })).toBeVisible();
  await resident.goto(`${site.url}/voorbeeld/post`);
  const thanks = resident.locator("article", { hasText: "iemand@example.org" });
  await expect
    .poll(async () => {
      await resident.reload();
      return thanks.count();
    })
    .toBe(1);
  await expect(thanks).toContainText("Wij hebben het aangepast.");
});
