import { expect, test } from "@playwright/test";
import { startSite } from "../support/site.ts";
import { askToBeCalledBack, breakGlass, openQuestion, rowOf, signIn } from "./steps.ts";

const site = startSite();

test("of two questions of one number a colleague opens one, says everything at once, and stops all of it", async ({
  browser,
}) => {
  const [resident, noa, officer] = await Promise.all([1, 2, 3].map(async () => (await browser.newContext()).newPage()));
  if (resident === undefined || noa === undefined || officer === undefined) return;
  await askToBeCalledBack(resident, site.url, { phone: "06-00004222", name: "Roos Gezin", word: "Mijn huur" });
  await askToBeCalledBack(resident, site.url, { phone: "06-00004222", name: "Vader Gezin", word: "Mijn werk" });
  await signIn(noa, site.url, "Noa Levi");
  await noa.goto(`${site.url}/werk/utrecht/noodtoegang`);
  await noa.getByRole("button", { name: "Open de hulpvraag" }).click();
  await expect(noa.locator("#error-summary li")).toHaveText([/Kies een team/, /nummer/, /waarom/, /Leg uit/]);
  await noa.getByLabel("Leg uit wat er aan de hand is").fill("x");
  await noa.getByRole("button", { name: "Open de hulpvraag" }).click();
  await expect(noa.locator("#error-summary")).toContainText("minstens 10 letters");

  await expect(noa.locator("#error-summary")).toContainText("Vul het telefoonnummer van de inwoner in. Daarmee zoeken");

  await breakGlass(noa, site.url, "06-00004222");
  await expect(noa.getByRole("heading", { level: 1 })).toHaveText("Welke hulpvraag wilt u openen?");
  await expect(noa.locator("#error-summary")).toHaveCount(0);
  const choices = noa.getByRole("radiogroup", { name: "Welke hulpvraag wilt u openen?" }).getByRole("radio");
  await expect(choices).toHaveCount(2);
  for (const told of ["Roos", "Vader", "huur", "werk?"]) await expect(noa.locator("main")).not.toContainText(told);
  // Both were asked within a minute, or the time tells them apart: never the same words twice.
  const labels = await noa.getByRole("radiogroup").locator("label").allTextContents();
  expect(new Set(labels.map((label) => label.trim())).size).toBe(2);
  await noa.getByRole("button", { name: "Open de hulpvraag" }).click();
  await expect(noa.locator("#error-summary")).toContainText("Kies welke hulpvraag u wilt openen.");
  await choices.last().check();
  await noa.getByRole("button", { name: "Open de hulpvraag" }).click();
  await expect(noa.getByRole("heading", { level: 1 })).toContainText("Roos Gezin");
  const opened = noa.url();

  await breakGlass(noa, site.url, "06-00004222");
  await choices.last().check();
  await noa.getByRole("button", { name: "Open de hulpvraag" }).click();
  await expect(noa.getByRole("button", { name: "Stop dit nu" })).toHaveCount(2);
  const otherTab = await noa.context().newPage();
  await otherTab.goto(opened);
  await noa.getByRole("button", { name: "Stop dit nu" }).first().click();
  await expect(noa.getByText("U kunt dit niet meer lezen.")).toBeVisible();
  await noa.reload();
  await expect(noa.getByText("U kunt dit niet meer lezen.")).toHaveCount(0);
  await otherTab.getByRole("button", { name: "Stop dit nu" }).first().click();
  await expect(otherTab.getByText("Dit was al gestopt of voorbij.", { exact: false })).toBeVisible();
  await noa.goto(opened);
  await expect(noa.getByRole("heading", { level: 1 })).toHaveText("Deze pagina is er niet");

  await signIn(officer, site.url, "Hatice Koç", "Start hier");
  await officer.goto(`${site.url}/werk/utrecht/inzage?wat=emergency`);
  await expect(officer.getByRole("table")).toContainText("Noodtoegang gebruikt");
  await expect(officer.getByRole("table")).toContainText("meer hulpvragen gevonden");
});

test("a colleague reads a file of another team for an hour; team and resident see it, the team stops it, and it is judged", async ({
  browser,
}) => {
  const [resident, noa, lead, officer] = await Promise.all(
    [1, 2, 3, 4].map(async () => (await browser.newContext()).newPage()),
  );
  if (resident === undefined || noa === undefined || lead === undefined || officer === undefined) return;
  const code = await askToBeCalledBack(resident, site.url, { phone: "06-00004111", name: "In Nood", word: "Help mij" });
  await signIn(noa, site.url, "Noa Levi");
  await expect(rowOf(noa, "In Nood")).toHaveCount(0);
  await breakGlass(noa, site.url, "06-00004999");
  await expect(noa.locator("#error-summary")).toContainText("vinden wij met dit nummer geen hulpvraag");
  await breakGlass(noa, site.url, "06-00004111");
  await expect(noa.getByRole("heading", { level: 1 })).toContainText("In Nood");
  await expect(noa.getByText("U kunt niets veranderen.", { exact: false })).toBeVisible();
  await expect(noa.getByText("Help mij").first()).toBeVisible();
  await expect(noa.getByRole("button", { name: "Bewaar", exact: true })).toHaveCount(0);

  await openQuestion(resident, site.url, code, "4111");
  await resident.getByRole("link", { name: "Wie keek er in mijn hulpvraag?" }).click();
  await expect(resident.getByText("Een collega van een ander team, in een noodgeval")).toBeVisible();

  await signIn(lead, site.url, "Samira El Yousfi");
  // The lead stands in for whoever watches over privacy: the task leads to what happened, and on to the file.
  const task = rowOf(lead, "Noodtoegang nakijken");
  await expect(task.first()).toBeVisible();
  await task.last().getByRole("link").first().click();
  await expect(lead.getByRole("heading", { level: 1 })).toHaveText("Noodtoegang");
  const look = lead.url();
  await expect(lead.getByText("Noa Levi opende", { exact: false })).toBeVisible();
  await expect(lead.getByText("De inwoner belde in paniek en het team is weg.")).toBeVisible();
  await expect(lead.getByText("Er was gevaar voor iemand", { exact: false })).toBeVisible();
  await expect(lead.getByText("Te lezen tot", { exact: false })).toBeVisible();
  await expect(lead.getByRole("table").getByText("noodtoegang")).toHaveCount(1);
  await lead.getByRole("link", { name: "Naar de hulpvraag" }).click();
  await expect(lead.getByText("door Noa Levi", { exact: false })).toBeVisible();
  await lead.getByRole("button", { name: "Stop dit nu" }).click();
  await expect(lead.getByText("Bewaard.")).toBeVisible();

  // The privacy officer sees the same in the list of what stood out, opens no file, and judges.
  await signIn(officer, site.url, "Hatice Koç", "Start hier");
  await officer.goto(`${site.url}/werk/utrecht/inzage`);
  await expect(officer.getByRole("link", { name: "Noodtoegang: Noa Levi" }).first()).toBeVisible();
  await officer.goto(look);
  await expect(officer.getByText("Eerder gestopt", { exact: false })).toBeVisible();
  await expect(officer.getByRole("link", { name: "Naar de hulpvraag" })).toHaveCount(0);
  await expect(officer.locator("main")).not.toContainText("In Nood");
  await officer.getByLabel("Het was terecht").check();
  await officer.getByRole("button", { name: "Leg mijn oordeel vast" }).click();
  await expect(officer.getByText("Bewaard. Dank u wel.")).toBeVisible();
  await lead.goto(look);
  await expect(lead.getByText("Hatice Koç keek hiernaar", { exact: false })).toBeVisible();

  await noa.reload();
  await expect(noa.getByRole("heading", { level: 1 })).toHaveText("Deze pagina is er niet");
  const mails = await browser.newPage();
  await mails.goto(`${site.url}/voorbeeld/post`);
  await expect(mails.getByText("Iemand gebruikte noodtoegang").first()).toBeVisible();
});
