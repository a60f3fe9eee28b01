import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { startSite } from "../support/site.ts";
import { askToBeCalledBack, rowOf, signIn } from "./steps.ts";

const site = startSite();

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("somebody who lost their code calls, and the team finds the question by name and by number", async ({
    page,
  }) => {
    const asked = { phone: "06-00005001", name: "José Núñez", word: "Ik ben mijn code kwijt." };
    await askToBeCalledBack(page, site.url, asked);
    await signIn(page, site.url, "Samira El Yousfi");
    for (const typed of ["nunez", "JOSÉ", "06 0000 5001", "+31 6 00005001", "5001"]) {
      await page.getByLabel("Zoek op naam of nummer").fill(typed);
      await page.getByRole("button", { name: "Zoek", exact: true }).click();
      await expect(page.getByRole("table").getByRole("link", { name: "José Núñez" })).toBeVisible();
      // What was typed is somebody's name or number: it stands in no address and no title of a window.
      expect(page.url()).toBe(`${site.url}/werk/utrecht/hulpvragen/zoek`);
      expect(await page.title()).toBe("Zoeken - Utrecht - Rechtspoor");
    }
    await page.getByRole("link", { name: "José Núñez" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("José Núñez");

    await page.getByLabel("Zoek op naam of nummer").fill("Niemand Nergens");
    await page.getByRole("button", { name: "Zoek", exact: true }).click();
    await expect(page.locator("main")).toContainText("Bij uw team is niemand gevonden.");
    await page.getByLabel("Zoek op naam of nummer").fill("n");
    await page.getByRole("button", { name: "Zoek", exact: true }).click();
    await expect(page.locator("#error-summary")).toContainText("Typ ten minste twee letters van de naam.");

    await signIn(page, site.url, "Fatiha Benali");
    await page.getByLabel("Zoek op naam of nummer").fill("José Núñez");
    await page.getByRole("button", { name: "Zoek", exact: true }).click();
    await expect(page.locator("main")).toContainText("Bij uw team is niemand gevonden.");
  });

  test("a list is chosen, put in order, kept in the address and taken along", async ({ page }) => {
    await askToBeCalledBack(page, site.url, { phone: "06-00005002", name: "=1+1" });
    await signIn(page, site.url, "Samira El Yousfi");
    await rowOf(page, "=1+1").getByRole("button", { name: "Neem over" }).click();
    await page.getByRole("link", { name: /^Hulpvragen/ }).click();
    await page.getByLabel("Onderwerp").selectOption("Schulden en geldzorgen");
    await page.getByLabel("Van wie").selectOption("Van mij");
    await page.getByRole("button", { name: "Toon" }).click();
    await expect(page.locator("main")).toContainText(/\d+ van \d+ open hulpvragen van uw team\./);
    await page.getByRole("columnheader", { name: "Wie", exact: true }).getByRole("link").click();
    await expect(page.getByRole("columnheader", { name: "Wie", exact: true })).toHaveAttribute(
      "aria-sort",
      "ascending",
    );
    expect(new URL(page.url()).search).toBe("?onderwerp=schulden&van=mij&volgorde=naam");
    const names = await page.locator("tbody th").allInnerTexts();
    await expect(page.locator(".rechtspoor-table__foot")).toContainText(
      names.length === 1 ? "1 hulpvraag" : `${names.length} hulpvragen`,
    );
    await expect(page.getByRole("row", { name: "=1+1" })).toContainText("do 26 nov 10.00 uur");
    await page.getByRole("columnheader", { name: "Wie", exact: true }).getByRole("link").click();
    expect(await page.locator("tbody th").allInnerTexts()).toEqual(names.toReversed());
    // Whoever opens the address anew sees the same.
    await page.reload();
    await expect(page.getByLabel("Van wie")).toHaveValue("mij");
    expect(await page.locator("tbody th").allInnerTexts()).toEqual(names.toReversed());

    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download als CSV" }).click();
    const file = await downloading;
    expect(file.suggestedFilename()).toMatch(/^hulpvragen-utrecht-\d{4}-\d\d-\d\d\.csv$/);
    const lines = readFileSync(await file.path(), "utf8").split("\r\n");
    // The file has the columns of the page, in the same order.
    const heads = (await page.locator("thead th").allInnerTexts()).map((head) => `"${head.trim()}"`);
    expect(heads).toEqual(['"Wie"', '"Onderwerp"', '"Gevraagd"', '"Van wie"', '"Beloofd vóór"']);
    expect(lines[0]).toBe(`\uFEFF${[...heads, '"Bellen is niet veilig"', '"Hoe gevraagd"'].join(";")}`);
    expect(lines.length - 2).toBe(names.length);
    expect(lines.find((line) => line.startsWith(`"'=1+1";`))).toMatch(/;"[^"]+";"2026-11-26 10:00";"";"zelf"$/);
    const events = await site.query("select facts from event where name = 'casework.listExported'");
    expect(events).toMatchObject([{ facts: { status: "open", theme: "schulden", mine: true, rows: names.length } }]);

    await page.getByLabel("Onderwerp").selectOption("discriminatie-en-klacht");
    await page.getByRole("button", { name: "Toon" }).click();
    await page.getByRole("link", { name: "Laat alles zien" }).click();
    await expect(page.locator("main")).toContainText("=1+1");
  });
});
