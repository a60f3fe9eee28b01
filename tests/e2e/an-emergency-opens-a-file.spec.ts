import { expect, test } from "@playwright/test";
import { startSite } from "../support/site.ts";
import { askToBeCalledBack, breakGlass, openQuestion, rowOf, signIn } from "./steps.ts";

const site = startSite();

test("a colleague reads a file of another team for an hour; team and resident see it, and the team stops it", async ({
  browser,
}) => {
  const [resident, noa, lead] = await Promise.all([1, 2, 3].map(async () => (await browser.newContext()).newPage()));
  if (resident === undefined || noa === undefined || lead === undefined) return;
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
  await expect(rowOf(lead, "Kijken wat er is gebeurd: In Nood")).toBeVisible();
  await rowOf(lead, "Kijken wat er is gebeurd: In Nood").getByRole("link").first().click();
  await expect(lead.getByText("De inwoner belde in paniek en het team is weg.")).toBeVisible();
  await expect(lead.getByText("door Noa Levi", { exact: false })).toBeVisible();
  await lead.getByRole("button", { name: "Stop dit nu" }).click();
  await expect(lead.getByText("Bewaard.")).toBeVisible();
  await lead.getByRole("button", { name: "Ik heb gekeken" }).click();
  await expect(lead.getByRole("button", { name: "Ik heb gekeken" })).toHaveCount(0);

  await noa.reload();
  await expect(noa.getByRole("heading", { level: 1 })).toHaveText("Deze pagina is er niet");
  const mails = await browser.newPage();
  await mails.goto(`${site.url}/voorbeeld/post`);
  await expect(mails.getByText("Iemand gebruikte noodtoegang").first()).toBeVisible();
});
